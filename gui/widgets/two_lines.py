"""Draws a list row as a name over its details, with a mark at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.theme import quiet_colour

PADDING = 8


class TwoLineDelegate(QStyledItemDelegate):
    """The name is the display role; `details` and `mark` are the roles of the other words."""

    def __init__(self, details: int, mark: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._details = details
        self._mark = mark

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        palette: QPalette = option.palette  # pyright: ignore[reportAttributeAccessIssue]
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue]
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)  # pyright: ignore[reportAttributeAccessIssue]
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
        strong = palette.color(QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text)
        quiet = strong if is_selected else quiet_colour()
        inner = rect.adjusted(PADDING, PADDING // 2, -PADDING, -PADDING // 2)
        painter.save()
        mark = index.data(self._mark) or ""
        taken = metrics.horizontalAdvance(mark) + PADDING if mark else 0
        _draw(painter, inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, mark, quiet)
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width() - taken)
        _draw(painter, inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name, strong)
        details = metrics.elidedText(str(index.data(self._details)), Qt.TextElideMode.ElideRight, inner.width())
        _draw(painter, inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, details, quiet)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """As wide as the list: words that are longer end in dots."""
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue]
        return QSize(0, 2 * metrics.height() + PADDING + 2)


def _draw(painter: QPainter, rect: QRect, alignment: Qt.AlignmentFlag, words: str, colour: QColor) -> None:
    painter.setPen(colour)
    painter.drawText(rect, alignment, words)
