"""The list of pages at the left, each with an icon and, where it says something, a count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.theme import icon, quiet_colour

NAME = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
WIDTH = 188
ROW_HEIGHT = 40


class CountDelegate(QStyledItemDelegate):
    """Draws the count at the right end of the row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if count := index.data(COUNT):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
            rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
            palette: QPalette = option.palette  # pyright: ignore[reportAttributeAccessIssue]
            painter.save()
            painter.setPen(palette.color(QPalette.ColorRole.HighlightedText) if is_selected else quiet_colour())
            painter.drawText(
                rect.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count)
            )
            painter.restore()


class Navigation(QListWidget):
    """`page_chosen(name)` comes when another page is chosen by mouse or keys."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Các trang"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setIconSize(QSize(20, 20))
        self.setItemDelegate(CountDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)

    def add_page(self, name: str, title: str, keys: str) -> None:
        item = QListWidgetItem(icon(name), title)
        item.setData(NAME, name)
        item.setToolTip(f"{title} ({keys})")
        item.setSizeHint(QSize(WIDTH, ROW_HEIGHT))
        self.addItem(item)

    def choose(self, name: str) -> None:
        if item := self._find(name):
            self.setCurrentItem(item)

    def set_count(self, name: str, count: int) -> None:
        """0 shows none."""
        if item := self._find(name):
            item.setData(COUNT, count or None)
            words = f"{item.text()}: {count}" if count else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _find(self, name: str) -> QListWidgetItem | None:
        return next((item for row in range(self.count()) if (item := self.item(row)).data(NAME) == name), None)

    def _on_current(self, current: QListWidgetItem | None) -> None:
        if current:
            self.page_chosen.emit(current.data(NAME))
