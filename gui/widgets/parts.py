"""Small things that every page needs."""

from html import escape
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

W = TypeVar("W", bound=QWidget)
FRAME = (16, 48)  # what the title bar and the borders take, which are not known before a window shows


def room(window: QWidget) -> QSize:
    """What its screen can hold: a small one whose letters are magnified is smaller still."""
    return window.screen().availableGeometry().size() - QSize(*FRAME)


def fit(window: QWidget, width: int, height: int) -> None:
    """Its first size: no larger than the screen, or its buttons would be out of sight."""
    window.resize(QSize(width, height).boundedTo(room(window)))


def named(widget: W, name: str, accessible_name: str = "") -> W:
    """Give a widget the object name that tests find it by, and the name that a screen reader says."""
    widget.setObjectName(name)
    if accessible_name:
        widget.setAccessibleName(accessible_name)
    return widget


def label(words: str, role: str = "", buddy: QWidget | None = None) -> QLabel:
    """Some words; `role` picks their look in gui/theme.py: "title", "heading", "quiet" or "warning".

    Titles and headings are one line, everything else is wrapped. Words that look like HTML are shown as they stand:
    they may come from a file, and would fetch pictures from wherever they say.
    """
    widget = QLabel()
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setText(words)
    widget.setWordWrap(role not in ("title", "heading"))
    if role:
        widget.setProperty("role", role)
    if buddy:
        widget.setBuddy(buddy)
    return widget


def linked(name: str, accessible_name: str = "", role: str = "") -> QLabel:
    """A label for HTML with links: whoever sets its text escapes what comes from outside."""
    widget = named(label("", role), name, accessible_name)
    widget.setTextFormat(Qt.TextFormat.RichText)
    widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return widget


def tip(words: str) -> str:
    """A tool tip of words that come from outside: Qt would take for HTML what looks like it."""
    if Qt.mightBeRichText(words):
        return f'<p style="white-space: pre-wrap">{escape(words)}</p>'
    return words


def plain(words: str) -> str:
    """Words from outside where "&" would mark a key: in menus, and in labels that belong to a field."""
    return words.replace("&", "&&")


class WheelGuard(QObject):
    """Lets the wheel scroll the page where it would turn over a value that nobody meant to change."""

    def guard(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
