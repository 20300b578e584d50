"""A corrected plan over the catalogue in use: what would change, before anything does."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.apart import read_plan_apart
from core.catalogue.fields import facts_of, slot_facts
from core.catalogue.records import Criterion, Draft, DraftCriterion
from core.errors import UserError
from core.evidence.catalogue_update import CriterionChange, Kind, UpdatePlan
from core.workspace import Workspace
from gui.messages import field_words, translate
from gui.models.slot_words import percent
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import fit, label, named, tip
from gui.widgets.problem import Problem
from gui.widgets.trees import set_columns

WHAT, BEFORE, AFTER, EVIDENCE = range(4)
KEY = Qt.ItemDataRole.UserRole  # the id of a criterion that goes, or would go
KINDS: tuple[Kind, ...] = ("set_aside", "removed", "changed", "new")
LONGEST = 200
GROUPS: dict[Kind, object] = {
    "set_aside": QT_TRANSLATE_NOOP("update", "Không còn trong kế hoạch: vào “Chưa xếp”"),
    "removed": QT_TRANSLATE_NOOP("update", "Không còn trong kế hoạch, chưa có gì gắn vào: bỏ"),
    "changed": QT_TRANSLATE_NOOP("update", "Thay đổi"),
    "new": QT_TRANSLATE_NOOP("update", "Mới"),
}


def read(workspace: Workspace, path: Path) -> Draft:
    return read_plan_apart(path, workspace.worker)


class CatalogueUpdateDialog(QDialog):
    """Nothing is changed before the button is pressed. A criterion that goes may be kept by its tick. `notified` as a
    Page's.
    """

    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "catalogue_update")
        self.setWindowTitle(self.tr("Cập nhật bộ tiêu chí"))
        fit(self, 940, 620)
        self._workspace = workspace
        self._tasks = tasks
        self._draft: Draft | None = None
        self._plan: UpdatePlan | None = None
        self._kept: dict[str, Criterion] = {}
        self.tree = self._make_tree()
        self._counts = named(label(self.tr("Đang đọc kế hoạch…"), "quiet"), "update_counts")
        self._problem = Problem("update_problem")
        self._apply = named(QPushButton(self.tr("Cập nhật")), "update_apply")
        self._apply.setProperty("role", "primary")
        self._apply.setDefault(True)
        self._apply.setEnabled(False)
        self._apply.clicked.connect(self.accept)
        cancel = named(QPushButton(self.tr("Thôi")), "update_cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._counts, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._apply)
        words = self.tr(
            "Không minh chứng nào bị bỏ: tiêu chí không còn trong kế hoạch mà đã có minh chứng, giải trình hoặc kết "
            "quả được chuyển vào “Chưa xếp” ở cuối cây, không tính vào tổng. Đánh dấu để giữ tiêu chí đó ở chỗ cũ."
        )
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(label(self.tr("So với kế hoạch {name}").format(name=path.name), "heading"))
        column.addWidget(label(words, "quiet"))
        column.addWidget(self.tree, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        tasks.read(read, workspace, path, done=self._on_read, failed=self._show_problem, slow=True)

    def _make_tree(self) -> QTreeWidget:
        tree = named(QTreeWidget(), "update_tree", self.tr("Những gì sẽ thay đổi"))
        tree.setHeaderLabels(
            [self.tr("Tiêu chí"), self.tr("Hiện nay"), self.tr("Theo kế hoạch"), self.tr("Minh chứng")]
        )
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_columns(tree.header(), {BEFORE: 250, AFTER: 250, EVIDENCE: 92}, stretch=WHAT)
        tree.itemChanged.connect(self._on_ticked)
        return tree

    def _on_read(self, draft: Draft) -> None:
        self._draft = draft
        self._compare()

    def _compare(self) -> None:
        plan = self._workspace.catalogue_update.plan
        keep = tuple(self._kept)
        self._tasks.read(plan, self._draft, None, keep, done=self._show, failed=self._show_problem, key=self)

    def _show(self, plan: UpdatePlan) -> None:
        self._plan = plan
        self._problem.hide()
        self.tree.blockSignals(True)
        self.tree.clear()
        for kind in KINDS:
            self._add_group(_group_words(kind), [self._item(one) for one in plan.changes if one.kind == kind])
        self._add_group(self.tr("Giữ lại"), [self._kept_item(one) for one in self._kept.values()])
        self.tree.expandAll()
        self.tree.blockSignals(False)
        same = plan.count("same")
        is_same = not self.tree.topLevelItemCount()
        words = self.tr("Kế hoạch này không thay đổi gì.") if is_same else self.tr("{count} tiêu chí giữ nguyên.")
        self._counts.setText(words.format(count=same))
        self._apply.setEnabled(any(plan.count(kind) for kind in KINDS))

    def _add_group(self, words: str, items: list[QTreeWidgetItem]) -> None:
        if items:
            group = QTreeWidgetItem(self.tree, [f"{words} ({len(items)})"])
            font = group.font(WHAT)
            font.setBold(True)
            group.setFont(WHAT, font)
            group.setFirstColumnSpanned(True)
            group.addChildren(items)

    def _item(self, change: CriterionChange) -> QTreeWidgetItem:
        shown = change.new or change.old
        assert shown
        item = QTreeWidgetItem([_named(shown), "", "", str(change.evidence or "")])
        item.setToolTip(WHAT, tip(shown.text or shown.title))
        item.setTextAlignment(EVIDENCE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if change.new is None and change.old:
            item.setData(WHAT, KEY, change.old)
            item.setCheckState(WHAT, Qt.CheckState.Unchecked)
            item.setText(AFTER, self.tr("Không còn"))
        elif change.old and change.new:
            item.setText(AFTER, ", ".join(field_words(name) for name in change.fields))
            item.addChildren([_difference(line) for line in _differences(change.old, change.new, change.fields)])
            if "order" in change.fields and self._plan:
                places = (change.old.position + 1, _place(self._plan.draft, change.new))
                before, after = (self.tr("thứ {number}").format(number=place) for place in places)
                item.addChild(_difference((field_words("order"), before, after)))
            if change.given is not None:
                words = self.tr("Đã chấm {points} điểm, cao hơn mức mới: sau khi cập nhật, hãy chấm lại tiêu chí này")
                item.addChild(QTreeWidgetItem([words.format(points=percent(change.given))]))
            if change.loosened:
                words = self.tr("%n minh chứng rời mục cũ, thành minh chứng chung của tiêu chí", "", change.loosened)
                item.addChild(QTreeWidgetItem([words]))
        return item

    def _kept_item(self, criterion: Criterion) -> QTreeWidgetItem:
        item = QTreeWidgetItem([_named(criterion)])
        item.setData(WHAT, KEY, criterion)
        item.setCheckState(WHAT, Qt.CheckState.Checked)
        return item

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        criterion = item.data(WHAT, KEY)
        if isinstance(criterion, Criterion):
            if item.checkState(WHAT) == Qt.CheckState.Checked:
                self._kept[criterion.id] = criterion
            else:
                self._kept.pop(criterion.id, None)
            self._compare()

    def accept(self) -> None:
        if self._plan is None or not self._apply.isEnabled():
            return
        self._apply.setEnabled(False)
        apply = self._workspace.catalogue_update.apply
        self._tasks.write(
            apply, self._plan, changes=Changes.everything(), done=self._on_applied, failed=self._show_problem
        )

    def _on_applied(self, plan: UpdatePlan) -> None:
        words = self.tr("Đã cập nhật bộ tiêu chí: {new} mới, {changed} thay đổi, {aside} vào “Chưa xếp”, {removed} bỏ.")
        words = words.format(
            new=plan.count("new"),
            changed=plan.count("changed"),
            aside=plan.count("set_aside"),
            removed=plan.count("removed"),
        )
        self.notified.emit(words, self.tr("Hoàn tác"), self._tasks.take_back())
        super().accept()

    def _show_problem(self, error: UserError) -> None:
        self._counts.setText("")
        self._apply.setEnabled(False)
        self._problem.say_error(error)


def _named(criterion: Criterion | DraftCriterion) -> str:
    return f"{criterion.code}  {criterion.title}"


def _difference(columns: tuple[str, str, str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem(list(columns))
    for column in (BEFORE, AFTER):
        item.setToolTip(column, tip(columns[column]))
    return item


def _differences(old: Criterion, new: DraftCriterion, fields: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    before = {**facts_of(old), "slots": [_slot_words(slot_facts(one)) for one in old.slots]}
    after = {**facts_of(new), "slots": [_slot_words(slot_facts(one)) for one in new.slots]}
    for name in fields:
        if name in before and name != "title":
            yield field_words(name), _words(before[name]), _words(after[name])


def _place(draft: Draft, wanted: DraftCriterion) -> int:
    """Which of its brothers and sisters it is in the plan, counted from 1."""
    return [one.code for one in draft.criteria if one.parent == wanted.parent].index(wanted.code) + 1


def _slot_words(facts: dict[str, object]) -> str:
    number, text, count = facts["number"], facts["text"], facts["count"]
    return f"({number}) {text}" if number else f"{count} × {text}" if count != 1 else str(text)


def _words(value: object) -> str:
    words = "; ".join(map(str, value)) if isinstance(value, list) else "–" if value in (None, "") else str(value)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _group_words(kind: Kind) -> str:
    return translate("update", GROUPS[kind])
