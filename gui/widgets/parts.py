"""Small things that every page needs."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, accessible_name: str = "") -> W:
    """Give a widget the object name that tests find it by, and the name that a screen reader says."""
    widget.setObjectName(name)
    if accessible_name:
        widget.setAccessibleName(accessible_name)
    return widget


def label(words: str, role: str = "", buddy: QWidget | None = None) -> QLabel:
    """Some words; `role` picks their look in gui/theme.py: "title", "heading", "quiet" or "warning".

    Titles and headings are one line, everything else is wrapped.
    """
    widget = QLabel(words)
    widget.setWordWrap(role not in ("title", "heading"))
    if role:
        widget.setProperty("role", role)
    if buddy:
        widget.setBuddy(buddy)
    return widget


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
