"""A tree of criteria to choose from, with a field that filters it by code or words."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from core.text import fold
from gui.widgets.parts import named, tip

ID = Qt.ItemDataRole.UserRole
HAYSTACK = Qt.ItemDataRole.UserRole + 1
CODE = Qt.ItemDataRole.UserRole + 2
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CriterionFilter(QSortFilterProxyModel):
    """Keeps criteria whose code begins with what was typed or that have all its words, and their parents."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needle = ""
        self.setRecursiveFilteringEnabled(True)

    def set_words(self, words: str) -> None:
        self.beginFilterChange()
        self._needle = fold(words).strip()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        haystack: str = self.sourceModel().index(row, 0, parent).data(HAYSTACK)
        if self._needle[:1].isdigit() and " " not in self._needle:
            return haystack.startswith(self._needle)
        return all(word in haystack for word in self._needle.split())


class CriterionPicker(QWidget):
    """Choose criteria: by ticking several, or (`multiple` False) the current one.

    The first match of what is typed becomes current; Space ticks the current one, and so does Enter in the filter.
    `chosen_changed` comes with each change by hand; `accepted` with Enter where nothing is left to tick, and with a
    double click on the one criterion.
    """

    chosen_changed = Signal()
    accepted = Signal()

    def __init__(self, multiple: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._multiple = multiple
        self._criteria: tuple[Criterion, ...] = ()
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self._filter = CriterionFilter(self)
        self._filter.setSourceModel(self._model)
        self.filter_edit = named(QLineEdit(), "criterion_filter", self.tr("Lọc tiêu chí"))
        self.filter_edit.setClearButtonEnabled(True)
        self.filter_edit.setPlaceholderText(self.tr("Lọc tiêu chí: 4.2 hoặc bien che"))
        self.tree = named(QTreeView(), "criterion_tree", self.tr("Tiêu chí"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setModel(self._filter)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filter_edit)
        layout.addWidget(self.tree, 1)
        self.setFocusProxy(self.filter_edit)
        self.filter_edit.textChanged.connect(self._on_filter)
        for widget in (self.filter_edit, self.tree):
            widget.installEventFilter(self)
        if not multiple:
            self.tree.doubleClicked.connect(lambda _index: self.accepted.emit())
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self._model.itemChanged.connect(lambda _item: self.chosen_changed.emit())

    def set_criteria(self, tree: Sequence[Criterion]) -> None:
        """Show a tree in its order; what was chosen stays chosen where it still exists."""
        criteria = tuple(tree)
        if criteria == self._criteria:
            return
        chosen = self.chosen()
        self._criteria = criteria
        with QSignalBlocker(self):
            self._model.clear()
            self._items = {}
            for criterion in criteria:
                item = self._make_item(criterion)
                parent = self._items.get(criterion.parent_id or "", self._model.invisibleRootItem())
                parent.appendRow(item)
                self._items[criterion.id] = item
            self.tree.expandAll()
            self.set_chosen(chosen)

    def chosen(self) -> list[str]:
        """The ids of the criteria chosen, in the order of the tree."""
        if self._multiple:
            return [key for key, item in self._items.items() if item.checkState() == Qt.CheckState.Checked]
        index = self.tree.currentIndex()
        return [index.data(ID)] if index.isValid() else []

    def set_chosen(self, criterion_ids: Iterable[str]) -> None:
        wanted = set(criterion_ids)
        with QSignalBlocker(self):
            for key, item in self._items.items():
                if self._multiple:
                    item.setCheckState(Qt.CheckState.Checked if key in wanted else Qt.CheckState.Unchecked)
                elif key in wanted:
                    self.tree.setCurrentIndex(self._filter.mapFromSource(item.index()))

    def criteria(self) -> tuple[Criterion, ...]:
        return self._criteria

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the filter into the tree; Enter takes the current criterion, or accepts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.filter_edit and event.key() == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.tree.currentIndex().isValid():
                    self.tree.setCurrentIndex(self._filter.index(0, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD:
                self._on_enter(in_filter=watched is self.filter_edit)
                return True
        return super().eventFilter(watched, event)

    def _make_item(self, criterion: Criterion) -> QStandardItem:
        item = QStandardItem(f"{criterion.code}  {criterion.title}")
        item.setData(criterion.id, ID)
        item.setData(criterion.code, CODE)
        item.setData(fold(f"{criterion.code} {criterion.title} {criterion.text}"), HAYSTACK)
        item.setToolTip(tip(criterion.title))
        item.setCheckable(self._multiple)
        return item

    def _on_filter(self, words: str) -> None:
        self._filter.set_words(words)
        self.tree.expandAll()
        index = self._first_match() if words.strip() else self.tree.currentIndex()
        if not index.isValid() and not self._multiple:
            self.tree.selectionModel().clear()  # what is out of sight must not be taken for chosen
            self.chosen_changed.emit()
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def _on_current(self, current: QModelIndex) -> None:
        if not self._multiple and current.isValid():
            self.chosen_changed.emit()

    def _first_match(self) -> QModelIndex:
        """Of those that match by themselves, not as the parent of one: that with the code typed, a leaf, or any."""
        matches: list[QModelIndex] = []
        index = self._filter.index(0, 0)
        while index.isValid():
            source = self._filter.mapToSource(index)
            if self._filter.filterAcceptsRow(source.row(), source.parent()):
                matches.append(index)
            index = self.tree.indexBelow(index)
        code = self.filter_edit.text().strip()
        by_code = [match for match in matches if match.data(CODE) == code]
        leaves = [match for match in matches if not self._filter.hasChildren(match)]
        return next(iter([*by_code, *leaves, *matches]), QModelIndex())

    def _on_enter(self, in_filter: bool) -> None:
        index = self.tree.currentIndex()
        searching = in_filter and bool(self.filter_edit.text().strip())
        if searching and not index.isValid():
            return  # nothing was found
        if searching and self._multiple:
            item = self._model.itemFromIndex(self._filter.mapToSource(index))
            if item.checkState() != Qt.CheckState.Checked:
                item.setCheckState(Qt.CheckState.Checked)
                self.filter_edit.clear()
                return
        self.accepted.emit()
