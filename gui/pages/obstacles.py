"""Difficulties and proposals of all criteria and units in one list, for the head of the office."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from core.evidence.obstacles import Kind, Obstacle
from core.files import safe_name
from core.workspace import Workspace
from gui.messages import state as state_words
from gui.obstacle_actions import ObstacleActions
from gui.page import Page
from gui.tasks import Changes, TaskRunner
from gui.widgets.obstacle_panel import ObstaclePanel
from gui.widgets.parts import label, named


@dataclass(frozen=True)
class Gathered:
    """All that was written down; `criteria` by id."""

    obstacles: tuple[Obstacle, ...]
    criteria: dict[str, Criterion]


def gather(workspace: Workspace) -> Gathered:
    criteria = {criterion.id: criterion for criterion in workspace.criteria.tree()}
    return Gathered(tuple(workspace.obstacles.all()), criteria)


class ObstaclesPage(Page):
    """What is written here belongs to a unit; that of a criterion is written on the evidence page."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._gathered = Gathered((), {})
        self._actions = ObstacleActions(workspace, tasks, self)
        self.panel = ObstaclePanel("obstacles")
        self.units = named(QComboBox(), "obstacles_unit", self.tr("Của phòng, đơn vị"))
        self.units.setEditable(True)
        if field := self.units.lineEdit():
            field.setPlaceholderText(self.tr("Chung cả cơ quan"))
        self._open = named(QPushButton(self.tr("Đến tiêu chí")), "obstacles_open")
        self._copy = named(QPushButton(self.tr("Chép danh sách")), "obstacles_copy")
        self._export = named(QPushButton(self.tr("Xuất báo cáo (.docx)…")), "obstacles_export")
        self._export.setProperty("role", "primary")
        unit = QHBoxLayout()
        of = label(self.tr("&Phòng, đơn vị nêu:"), buddy=self.units)
        of.setWordWrap(False)
        unit.addWidget(of)
        unit.addWidget(self.units, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.make_head(self._open, self._copy, self._export))
        about = self.tr("Gom từ mọi tiêu chí (trang Minh chứng, thẻ Vướng mắc) và mọi phòng, để báo cáo lãnh đạo.")
        column.addWidget(label(about, "quiet"))
        column.addWidget(self.panel, 1)
        self.panel.above.addLayout(unit)
        self._connect()
        self.home = self.panel.list

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("ObstaclesPage", "Khó khăn, kiến nghị")

    def reload(self, changes: Changes) -> None:
        if changes.criteria or changes.obstacles or changes.appraisal:
            self.tasks.read(gather, self.workspace, done=self._show, key=self)

    def copy(self) -> None:
        listed = self._gathered.obstacles
        self.copy_rows([(state_words(one.kind), self._place(one), one.unit or "", one.text) for one in listed])

    def export(self) -> None:
        name = safe_name(self.tr("Báo cáo khó khăn, kiến nghị") + ".docx")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất báo cáo"), str(Path.home() / name), "*.docx")
        if chosen:
            path = Path(chosen)
            words = self.tr("Đã xuất báo cáo ra {path}").format(path=path)
            self.tasks.read(self.workspace.report_obstacles, path, done=partial(self.say, words), slow=True)

    def _connect(self) -> None:
        self._actions.notified.connect(self.notified)
        self.panel.added.connect(self._on_added)
        self.panel.edited.connect(self._actions.edit)
        self.panel.removed.connect(self._actions.remove)
        self.panel.resolved.connect(self._actions.resolve)
        self.panel.chosen.connect(lambda one: self._open.setEnabled(bool(one and one.criterion_id)))
        self._open.setEnabled(False)
        self._open.clicked.connect(self._on_open)
        self._copy.clicked.connect(self.copy)
        self._export.clicked.connect(self.export)

    def _show(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.panel.load(gathered.obstacles, gathered.criteria)
        for button in (self._copy, self._export):
            button.setEnabled(bool(gathered.obstacles))
        units = sorted({one.lead_unit for one in gathered.criteria.values() if one.lead_unit})
        if units != [self.units.itemText(at) for at in range(1, self.units.count())]:
            typed = self.units.currentText()
            self.units.clear()
            self.units.addItems(["", *units])
            self.units.setCurrentText(typed)

    def _place(self, one: Obstacle) -> str:
        criterion = self._gathered.criteria.get(one.criterion_id or "")
        return f"{criterion.code} {criterion.title}" if criterion else ""

    def _on_added(self, kind: Kind, text: str) -> None:
        self._actions.add(kind, text, None, self.units.currentText().strip() or None)

    def _on_open(self) -> None:
        one = self.panel.current()
        if one and one.criterion_id:
            self.open_requested.emit("criterion", one.criterion_id)
