"""Trees and tables whose words wrap, and onto which files may be dropped."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui import mime
from gui.models.indexes import Index

ROW_HEIGHT = 28
PADDING = 4
NARROWEST = 40
MOST_MEASURED = 5000


class WrapDelegate(QStyledItemDelegate):
    """Rows as high as their words need: the text of a Vietnamese criterion is long and must not be cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: dict[tuple[object, ...], QSize] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.textElideMode = Qt.TextElideMode.ElideNone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tree = option.widget
        if not isinstance(tree, WrapTree):
            return super().sizeHint(option, index)
        words = index.data()
        if not words:  # as most pages and notes are: there is nothing to lay out
            return QSize(0, ROW_HEIGHT)
        # A tree asks again for every row whenever anything moves: what was measured once is remembered.
        room = max(tree.room(index), NARROWEST)
        bold = index.data(Qt.ItemDataRole.FontRole) is not None
        key = (words, room, bold, index.column() == 0, tree.font().key())
        if key not in self._measured:
            if len(self._measured) > MOST_MEASURED:
                self._measured.clear()
            # The style wraps the words to the width of the rectangle that it is given.
            option.rect = QRect(0, 0, room, ROW_HEIGHT)
            size = super().sizeHint(option, index)
            self._measured[key] = QSize(size.width(), max(ROW_HEIGHT, size.height() + 2 * PADDING))
        return self._measured[key]


class WrapTree(QTreeView):
    """A tree that wraps its words and says when Delete, Enter, F2 or the clipboard's keys are pressed on a row."""

    delete_pressed = Signal()
    enter_pressed = Signal()
    edit_pressed = Signal()
    copy_pressed = Signal()
    cut_pressed = Signal()
    paste_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(WrapDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def room(self, index: Index) -> int:
        """The width that a cell has for its words."""
        if self.isFirstColumnSpanned(index.row(), index.parent()):
            width = self.header().length()
        else:
            width = self.columnWidth(index.column())
        if index.column() == 0:
            depth = 1 if self.rootIsDecorated() else 0
            parent = index.parent()
            while parent.isValid():
                depth, parent = depth + 1, parent.parent()
            width -= depth * self.indentation()
        return width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and (signal := self._meant(event)):
            signal.emit()
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> SignalInstance | None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.enter_pressed
        if event.key() == Qt.Key.Key_F2:
            return self.edit_pressed
        keys = {
            QKeySequence.StandardKey.Delete: self.delete_pressed,
            QKeySequence.StandardKey.Copy: self.copy_pressed,
            QKeySequence.StandardKey.Cut: self.cut_pressed,
            QKeySequence.StandardKey.Paste: self.paste_pressed,
        }
        return next((signal for key, signal in keys.items() if event.matches(key)), None)


class DropTree(WrapTree):
    """Evidence is moved, or copied with Ctrl. All else is taken as a copy, whatever the other program proposes: a move
    would delete the clerk's file; and whoever started the drag is never told of a move.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(True)
        self.setAutoExpandDelay(600)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _choose_action(event)
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _choose_action(event)
        super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        _choose_action(event)
        super().dropEvent(event)
        event.setDropAction(Qt.DropAction.CopyAction)


def _choose_action(event: QDropEvent) -> None:
    moves = event.mimeData().hasFormat(mime.EVIDENCE) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    wanted = Qt.DropAction.MoveAction if moves else Qt.DropAction.CopyAction
    if event.possibleActions() & wanted:
        event.setDropAction(wanted)


def indexes(tree: QTreeView, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Every row of the tree as shown, parents first."""
    model, parent = tree.model(), parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from indexes(tree, index)


def keep_open(tree: QTreeView, reset: Callable[[], object], key: Callable[[QModelIndex], str]) -> None:
    """Run what resets the model; rows that were closed before are closed after it, all others open."""
    closed = {key(index) for index in indexes(tree) if tree.model().rowCount(index) and not tree.isExpanded(index)}
    reset()
    tree.expandAll()
    for index in indexes(tree):
        if key(index) in closed:
            tree.collapse(index)


def set_columns(header: QHeaderView, widths: dict[int, int], stretch: int) -> None:
    """Fixed first widths (a person may change them), and one column that takes the rest."""
    header.setStretchLastSection(False)
    header.setMinimumSectionSize(32)
    for column, width in widths.items():
        header.resizeSection(column, width)
    header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)


class FittedTable(WrapTree):
    """A flat table as high as its rows, for a page that scrolls as a whole; its cells are links."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.header().setSectionsClickable(False)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if self.model():  # there is none while it is being made
            self.setFixedHeight(self._height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the table

    def _height(self) -> int:
        rows = sum(self.rowHeight(index) for index in indexes(self))
        return self.header().sizeHint().height() + rows + 2 * self.frameWidth() + 2
