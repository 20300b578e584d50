"""The points of the whole catalogue: sums, what each criterion was given, and what it would come to if."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion
from core.errors import UserError
from core.evidence.points import Points, Scored, carriers, scored
from core.workspace import Workspace
from gui.messages import message
from gui.models.slot_words import percent
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import fit, label, named, tip
from gui.widgets.points_panel import PointsPanel
from gui.widgets.trees import set_columns

NAME, MOST, OWN, APPRAISED, COUNTED = range(5)
KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Standing:
    """`points`: as they are now, None where the catalogue lost its points meanwhile."""

    tree: tuple[Criterion, ...]
    points: Scored | None


def load(workspace: Workspace) -> Standing:
    tree = workspace.criteria.tree()
    return Standing(tree, scored(tree))


class PointsDialog(QDialog):
    """What is typed is kept at once. Ticks only suppose: "if these were met"."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "points_dialog")
        self.setWindowTitle(self.tr("Chấm điểm"))
        fit(self, 940, 640)
        self._workspace = workspace
        self._tasks = tasks
        self._standing = Standing((), None)
        self._carriers: set[str] = set()
        self._total = named(label("", "heading"), "points_total")
        self._supposed = named(label(""), "points_supposed")
        self._tree = named(QTreeWidget(), "points_tree", self.tr("Điểm các tiêu chí"))
        self._tree.setHeaderLabels(
            [
                self.tr("Tiêu chí (đánh dấu: nếu đạt)"),
                self.tr("Tối đa"),
                self.tr("Tự chấm"),
                self.tr("Thẩm định"),
                self.tr("Đang tính"),
            ]
        )
        set_columns(self._tree.header(), {MOST: 80, OWN: 80, APPRAISED: 88, COUNTED: 88}, stretch=NAME)
        self._tree.currentItemChanged.connect(self._show_criterion)
        self._tree.itemChanged.connect(lambda *_: self._suppose())
        self._panel = PointsPanel("points")
        self._panel.scored.connect(self._score)
        self._build()
        self._reload()

    def _build(self) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._tree)
        halves.addWidget(self._panel)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 1)
        close = named(QPushButton(self.tr("Đóng")), "points_close")
        close.setAutoDefault(False)  # Enter ends what is typed in the table
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._total)
        column.addWidget(self._supposed)
        column.addWidget(halves, 1)
        column.addLayout(row)

    def _reload(self, _done: object = None) -> None:
        self._tasks.read(load, self._workspace, done=self._show, key=self)

    def _show(self, standing: Standing) -> None:
        """The rows are made once; later only their numbers change, so that nothing moves."""
        self._standing = standing
        self._carriers = {one.id for one in carriers(standing.tree)}
        points = standing.points
        if points is None:
            return
        self._tree.blockSignals(True)
        items = self._items() or self._make_items(points)
        for key, item in items.items():
            if key in points.below:
                _fill(item, points.below[key])
        self._tree.blockSignals(False)
        words = self.tr(
            "{points} / {maximum} điểm · tự chấm {own} · thẩm định {appraised} · đã chấm {scored}/{criteria} tiêu chí"
        )
        total = points.total
        self._total.setText(
            words.format(
                points=percent(total.points),
                maximum=percent(total.maximum),
                own=percent(total.self_score),
                appraised=percent(total.appraised) if total.appraised_criteria else "–",
                scored=total.scored,
                criteria=total.criteria,
            )
        )
        self._suppose()
        if self._tree.currentItem() is None:
            self._tree.setCurrentItem(next(iter(items.values())))
        else:
            self._show_criterion()

    def _make_items(self, points: Scored) -> dict[str, QTreeWidgetItem]:
        items: dict[str, QTreeWidgetItem] = {}
        for criterion in self._standing.tree:
            if criterion.id in points.below:
                parent = items.get(criterion.parent_id or "")
                item = QTreeWidgetItem(parent or self._tree, [f"{criterion.code} {criterion.title}"])  # type: ignore[arg-type]
                item.setData(NAME, KEY, criterion.id)
                item.setToolTip(NAME, tip(criterion.title))
                item.setCheckState(NAME, Qt.CheckState.Unchecked)
                for column in (MOST, OWN, APPRAISED, COUNTED):
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
                items[criterion.id] = item
        self._tree.expandAll()
        return items

    def _items(self) -> dict[str, QTreeWidgetItem]:
        found = self._tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, NAME)
        return {item.data(NAME, KEY): item for item in found}

    def _suppose(self) -> None:
        met = [key for key, item in self._items().items() if item.checkState(NAME) == Qt.CheckState.Checked]
        then, now = scored(self._standing.tree, met), self._standing.points
        if not met or then is None or now is None:
            self._supposed.setText(self.tr("Đánh dấu tiêu chí để xem sẽ được bao nhiêu điểm nếu đạt."))
            return
        codes = [one.code for one in self._standing.tree if one.id in met]
        words = self.tr("Nếu {codes} đạt: {points} điểm (thêm {gain}).")
        gain = percent(round(then.total.points - now.total.points, 4))
        self._supposed.setText(words.format(codes=", ".join(codes), points=percent(then.total.points), gain=gain))

    def _show_criterion(self) -> None:
        item = self._tree.currentItem()
        for criterion in self._standing.tree:
            if item and criterion.id == item.data(NAME, KEY):
                self._panel.show_criterion(criterion, is_sum=criterion.id not in self._carriers)

    def _score(self, criterion: Criterion, number: int, fields: dict[str, Any]) -> None:
        keep = partial(self._workspace.scores.score, criterion.id, number, **fields)
        self._tasks.write(keep, changes=Changes(criteria=True), done=self._reload, failed=self._on_failed)

    def _on_failed(self, error: UserError) -> None:
        self._panel.say(message(error.code, error.facts))


def _fill(item: QTreeWidgetItem, points: Points) -> None:
    item.setText(MOST, percent(points.maximum))
    item.setText(OWN, percent(points.self_score) if points.scored else "")
    item.setText(APPRAISED, percent(points.appraised) if points.appraised_criteria else "")
    item.setText(COUNTED, percent(points.points) if points.scored else "")
