"""Today's criteria beside those that they become; a clerk chooses where the words do not decide."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.catalogue.records import DraftCriterion
from core.evidence.next_year import Carry, NextYearPlan
from gui.messages import state as state_words
from gui.models.indexes import Index
from gui.widgets.parts import named, tip
from gui.widgets.trees import set_columns

OLD, NEW, HOW, EVIDENCE, STANDING = range(5)
KEY = Qt.ItemDataRole.UserRole  # the criterion's id
CODE = Qt.ItemDataRole.UserRole + 1  # what it becomes; "" for nothing


class _Chooser(QStyledItemDelegate):
    """Offers the criteria of the new catalogue."""

    def __init__(self, table: "MatchTable") -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        box = named(QComboBox(parent), "match_choice", self.tr("Tiêu chí của kỳ mới"))
        box.addItem(self.tr("Không chuyển"), "")
        for code, words in self._table.choices.items():
            box.addItem(words, code)
        box.activated.connect(lambda _row: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(CODE)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        assert isinstance(editor, QComboBox)
        self._table.choose(index.row(), editor.currentData())


class MatchTable(QTreeWidget):
    """`changed`: another criterion was chosen for one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "match_table", self.tr("Tiêu chí năm nay và kỳ mới"))
        self.choices: dict[str, str] = {}
        self._doubtful: set[str] = set()
        self.setHeaderLabels(
            [
                self.tr("Năm nay"),
                self.tr("Kỳ mới"),
                self.tr("Khớp theo"),
                self.tr("Minh chứng"),
                self.tr("Còn hiệu lực"),
            ]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(NEW, _Chooser(self))
        set_columns(self.header(), {NEW: 320, HOW: 110, EVIDENCE: 88, STANDING: 96}, stretch=OLD)
        self.itemDoubleClicked.connect(lambda item, _column: self.editItem(item, NEW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and (item := self.currentItem()):
            self.editItem(item, NEW)
            return
        super().keyPressEvent(event)

    def show_plan(self, plan: NextYearPlan) -> None:
        self.choices = {one.code: _named(one) for one in plan.draft.criteria}
        self.clear()
        self.addTopLevelItems([self._item(carry) for carry in plan.carries])
        self._doubtful = {carry.criterion.id for carry in plan.carries if _is_doubtful(carry)}

    def show_doubtful(self, only: bool) -> None:
        """Show those alone that a person should look at, or all."""
        for item in self._items():
            item.setHidden(only and item.data(OLD, KEY) not in self._doubtful)

    def doubtful(self) -> int:
        return len(self._doubtful)

    def chosen(self) -> dict[str, str | None]:
        """By the id of today's criterion the code of the new one, None for none."""
        return {item.data(OLD, KEY): item.data(NEW, CODE) or None for item in self._items()}

    def choose(self, row: int, code: str) -> None:
        item = self._items()[row]
        if item.data(NEW, CODE) != code:
            item.setData(NEW, CODE, code)
            item.setText(NEW, self.choices.get(code) or self.tr("Không chuyển"))
            item.setText(HOW, state_words("chosen"))
            self.changed.emit()

    def _items(self) -> Sequence[QTreeWidgetItem]:
        return [item for row in range(self.topLevelItemCount()) if (item := self.topLevelItem(row))]

    def _item(self, carry: Carry) -> QTreeWidgetItem:
        code = carry.match.code if carry.match else ""
        counts = (len(carry.evidence), len(carry.standing))
        how = state_words(carry.match.how) if carry.match else "–"
        words = [
            f"{carry.criterion.code}  {carry.criterion.title}",
            self.choices.get(code) or self.tr("Không chuyển"),
            how,
            *(str(count) if count else "" for count in counts),
        ]
        item = QTreeWidgetItem(words)
        item.setData(OLD, KEY, carry.criterion.id)
        item.setData(NEW, CODE, code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for column in (OLD, NEW):
            item.setToolTip(column, tip(words[column]))
        for column in (EVIDENCE, STANDING):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item


def _named(criterion: DraftCriterion) -> str:
    return f"{criterion.code}  {criterion.title}"


def _is_doubtful(carry: Carry) -> bool:
    """Found by words, under a code whose words have changed, or not at all."""
    return carry.match is None or carry.match.how != "same"
