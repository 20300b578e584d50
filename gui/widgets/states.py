"""The states of criteria as icons and as bars, drawn: a shape of its own for each, not a colour alone."""

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.evidence.preflight import Severity
from core.evidence.records import EvidenceState, State, Totals
from gui import theme
from gui.models.indexes import Index

ICON_SIZES = (16, 24, 32)
BAR_ROLE = Qt.ItemDataRole.UserRole + 10  # holds Totals
BAR_HEIGHT = 14
HATCH_ALPHA = 80


def state_icon(state: State) -> QIcon:
    """● complete, ◐ partial, ○ missing, ◌ survey, – not assigned, in the colour of the state."""
    return _icon(state, theme.is_dark())


@cache
def _icon(state: State, dark: bool) -> QIcon:  # noqa: ARG001 - the colour depends on it
    return _drawn(partial(_draw_shape, state), theme.state_colour(state))


def judgement_icon(state: EvidenceState) -> QIcon:
    """☐ nobody has looked, ☑ checked, ☒ rejected."""
    return _judgement_icon(state, theme.is_dark())


@cache
def _judgement_icon(state: EvidenceState, dark: bool) -> QIcon:  # noqa: ARG001 - the colour depends on it
    colours = {"checked": theme.state_colour("complete"), "rejected": theme.state_colour("missing")}
    return _drawn(partial(_draw_box, state), colours.get(state, theme.quiet_colour()))


def severity_icon(severity: Severity) -> QIcon:
    """A full circle, a triangle, a ring: each with its letter, so that the colour need not be seen."""
    return _severity_icon(severity, theme.is_dark())


@cache
def _severity_icon(severity: Severity, dark: bool) -> QIcon:  # noqa: ARG001 - the colour depends on it
    return _drawn(partial(_draw_severity, severity), theme.severity_colour(severity))


def _draw_severity(severity: Severity, painter: QPainter, square: QRectF, colour: QColor) -> None:
    margin = square.width() / 10
    room = square.adjusted(margin, margin, -margin, -margin)
    painter.setPen(QPen(colour, square.width() / 10))
    painter.setBrush(colour if severity == "error" else Qt.BrushStyle.NoBrush)
    if severity == "warning":
        painter.drawPolygon([QPointF(room.center().x(), room.top()), room.bottomRight(), room.bottomLeft()])
    else:
        painter.drawEllipse(room)
    font = painter.font()
    font.setBold(True)
    font.setPixelSize(max(7, int(square.height() * 0.55)))
    painter.setFont(font)
    painter.setPen(QColor("#ffffff") if severity == "error" and colour.lightness() < 200 else colour)
    below = room.adjusted(0, room.height() * 0.2, 0, 0) if severity == "warning" else room
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, "i" if severity == "notice" else "!")


def _drawn(draw: Callable[[QPainter, QRectF, QColor], None], colour: QColor) -> QIcon:
    icon, on_accent = QIcon(), QApplication.palette().color(QPalette.ColorRole.HighlightedText)
    for size in ICON_SIZES:
        for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Selected, on_accent)):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, QRectF(0, 0, size, size), ink)
            painter.end()
            icon.addPixmap(pixmap, mode)
    return icon


def _draw_box(state: EvidenceState, painter: QPainter, square: QRectF, colour: QColor) -> None:
    margin = square.width() / 6
    box = square.adjusted(margin, margin, -margin, -margin)
    painter.setPen(QPen(colour, square.width() / (14 if state == "accepted" else 9)))
    painter.drawRoundedRect(box, margin / 2, margin / 2)
    inside = box.adjusted(margin, margin, -margin, -margin)
    if state == "checked":
        corner = QPointF(inside.left() + inside.width() * 0.35, inside.bottom())
        painter.drawPolyline([QPointF(inside.left(), inside.center().y()), corner, inside.topRight()])
    elif state == "rejected":
        painter.drawLine(inside.topLeft(), inside.bottomRight())
        painter.drawLine(inside.topRight(), inside.bottomLeft())


def _draw_shape(state: State, painter: QPainter, square: QRectF, colour: QColor) -> None:
    width = square.width() / 9
    margin = square.width() / 6
    circle = square.adjusted(margin, margin, -margin, -margin)
    pen = QPen(colour, width)
    if state == "survey":
        pen.setDashPattern([1.4, 1.4])
    painter.setPen(pen)
    if state == "not_assigned":
        middle = square.center().y()
        painter.drawLine(QPointF(circle.left(), middle), QPointF(circle.right(), middle))
        return
    painter.setBrush(colour if state == "complete" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if state == "partial":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)


def draw_bar(painter: QPainter, room: QRectF, totals: Totals) -> None:
    """A stacked bar as wide as the room: one part for each state, with its number where there is space for it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    left = room.left()
    for state in theme.SHAPES:
        count = getattr(totals, state)
        if not count:
            continue
        part = QRectF(left, room.top(), room.width() * count / totals.leaves, room.height())
        left = part.right()
        _draw_part(painter, part, state, str(count))


def _draw_part(painter: QPainter, part: QRectF, state: State, number: str) -> None:
    colour, ground = theme.state_colour(state), QApplication.palette().color(QPalette.ColorRole.Base)
    filled = state in ("complete", "partial")
    inner = part.adjusted(0.5, 0.5, -1.5, -0.5)
    painter.fillRect(inner, colour if filled else ground)
    if state == "partial":
        hatch = QColor(ground)
        hatch.setAlpha(HATCH_ALPHA)
        painter.fillRect(inner, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine if state == "survey" else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inner)
    if painter.fontMetrics().horizontalAdvance(number) + 6 <= inner.width():
        painter.setPen(ground if filled else colour)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, number)


class BarDelegate(QStyledItemDelegate):
    """Draws the Totals in BAR_ROLE as a stacked bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        totals: Totals | None = index.data(BAR_ROLE)
        if totals is None or not totals.leaves:
            return
        painter.save()
        height = max(BAR_HEIGHT, option.fontMetrics.height() + 2)
        top = option.rect.center().y() - height / 2
        painter.setClipRect(option.rect)
        draw_bar(painter, QRectF(option.rect.left() + 8, top, option.rect.width() - 16, height), totals)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(160, 28)
