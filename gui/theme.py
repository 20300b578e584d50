"""The look: the system's own palette with one accent, drawn icons, and states by shape, word and colour."""

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core.evidence.preflight import Severity
from core.evidence.records import State

ICONS = Path(__file__).parent.parent / "resources" / "icons"
ICON_SIZES = (16, 20, 24, 32, 48)
SMALLEST_POINT_SIZE = 10
ACCENT = {False: "#1f5fa8", True: "#6fb1ff"}  # by: is the palette dark?

SHAPES: dict[State, str] = {"complete": "●", "partial": "◐", "missing": "○", "survey": "◌", "not_assigned": "–"}
# Each at least 4.5 : 1 on white, or on a dark window.
COLOURS: dict[State, tuple[str, str]] = {
    "complete": ("#1b7a3d", "#5fd08a"),
    "partial": ("#8a5a00", "#f0b64d"),
    "missing": ("#b3261e", "#ff8a80"),
    "survey": ("#4f6272", "#a9bccb"),
    "not_assigned": ("#6b6b6b", "#a0a0a0"),
}

STYLE = """
QLabel[role="title"] {{ font-size: 15pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="quiet"] {{ color: {quiet}; }}
QLabel[role="warning"] {{ color: {warning}; }}
QPushButton {{ padding: 5px 14px; min-height: 18px; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
    border-radius: 4px; font-weight: 600; padding: 6px 18px; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; padding: 5px 17px; }}
QPushButton[role="primary"]:disabled {{ background: {disabled}; border-color: {disabled}; color: {quiet}; }}
QPushButton[role="month"] {{ text-align: left; padding: 3px 10px; border: 1px solid palette(midlight);
    border-radius: 6px; background: palette(base); }}
QPushButton[role="month"]:hover, QPushButton[role="month"]:focus {{ border: 1px solid {accent}; }}
QPushButton[role="month"]:disabled {{ background: {window}; color: {quiet}; }}
QListView::item, QTreeView::item, QTableView::item {{ min-height: 28px; }}
QListView#navigation {{ border: none; background: {window}; outline: none; }}
QListView#navigation::item {{ min-height: 36px; padding-left: 8px; border-radius: 4px; }}
QListView#navigation::item:selected {{ background: {accent}; color: {on_accent}; }}
QFrame#message_bar {{ background: {notice}; border: 1px solid {accent}; border-radius: 4px; }}
QLineEdit, QComboBox {{ padding: 3px; }}
QSpinBox {{ min-height: 19px; }}
QGraphicsView#preview_view {{ background: {desk}; }}
QSplitter::handle {{ background: transparent; }}
"""


def apply_theme(application: QApplication) -> None:
    """Set font, accent and style sheet on the application."""
    font = QFont(application.font())
    if sys.platform == "win32":
        font.setFamily("Segoe UI")
    if font.pointSizeF() < SMALLEST_POINT_SIZE:
        font.setPointSizeF(SMALLEST_POINT_SIZE)
    application.setFont(font)
    application.setStyle("Fusion")
    palette = application.palette()
    accent = accent_colour()
    palette.setColor(QPalette.ColorRole.Highlight, accent)
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#10131a" if is_dark() else "#ffffff"))
    palette.setColor(QPalette.ColorRole.Link, accent)
    palette.setColor(QPalette.ColorRole.LinkVisited, accent)
    application.setPalette(palette)
    application.setStyleSheet(_style(palette))


def is_dark() -> bool:
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def accent_colour() -> QColor:
    return QColor(ACCENT[is_dark()])


def state_colour(state: State) -> QColor:
    return QColor(COLOURS[state][is_dark()])


def severity_colour(severity: Severity) -> QColor:
    return {"error": state_colour("missing"), "warning": state_colour("partial")}.get(severity, quiet_colour())


def quiet_colour() -> QColor:
    """For words that are there to be looked up, not read first."""
    return QColor("#b4b9c2" if is_dark() else "#55606e")


def icon(name: str) -> QIcon:
    """An icon of resources/icons in the colour of the palette's text; white on the accent where it is selected."""
    return _icon(name, is_dark())


@cache
def _icon(name: str, dark: bool) -> QIcon:
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    colours = {
        QIcon.Mode.Normal: "#e6e8ec" if dark else "#30363f",
        QIcon.Mode.Selected: "#10131a" if dark else "#ffffff",
        QIcon.Mode.Disabled: "#777d86" if dark else "#a3a9b2",
    }
    for mode, colour in colours.items():
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        for size in ICON_SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            result.addPixmap(pixmap, mode)
    return result


def _style(palette: QPalette) -> str:
    dark, accent = is_dark(), accent_colour()
    return STYLE.format(
        accent=accent.name(),
        accent_hover=accent.lighter(112).name(),
        on_accent="#10131a" if dark else "#ffffff",
        text=palette.color(QPalette.ColorRole.WindowText).name(),
        window=palette.color(QPalette.ColorRole.Window).name(),
        disabled=palette.color(QPalette.ColorRole.Window).darker(108).name(),
        quiet=quiet_colour().name(),
        warning=state_colour("missing").name(),
        desk=palette.color(QPalette.ColorRole.Window).darker(125 if dark else 112).name(),
        notice="#24303f" if dark else "#eaf2fb",
    )
