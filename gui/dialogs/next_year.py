"""The next appraisal from this one: which catalogue, which year, and which criterion becomes which."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.apart import read_plan_apart
from core.catalogue.builtin import CatalogueInfo, catalogues, load_catalogue
from core.catalogue.records import YEARS, Draft
from core.errors import UserError
from core.evidence.next_year import Carried, NextYearPlan
from core.reading.worker import Worker
from core.workspace import Workspace
from gui.tasks import Changes, TaskRunner
from gui.widgets.match_table import MatchTable
from gui.widgets.parts import WheelGuard, fit, label, named
from gui.widgets.problem import Problem

SAME, FILE = "", "file"


def read_draft(worker: Worker, source: str, path: str) -> Draft | None:
    """None: the catalogue of this appraisal."""
    if source == FILE:
        return read_plan_apart(Path(path), worker)
    return load_catalogue(source) if source else None


def plan(workspace: Workspace, source: str, path: str, year: int | None) -> NextYearPlan:
    draft = read_draft(workspace.worker, source, path)
    return workspace.next_year.plan(draft, year, source if source != FILE else "")


class NextYearDialog(QDialog):
    """Nothing is made before the button is pressed. `notified` as a Page's."""

    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "next_year")
        self.setWindowTitle(self.tr("Lập kỳ đánh giá sau"))
        fit(self, 940, 640)
        self._workspace = workspace
        self._tasks = tasks
        self._plan: NextYearPlan | None = None
        self._path = ""
        self._source = named(QComboBox(), "next_source", self.tr("Bộ tiêu chí của kỳ sau"))
        self._source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._year = named(QSpinBox(), "next_year_number", self.tr("Năm của kỳ sau"))
        self._year.setRange(*YEARS)
        self._year.setKeyboardTracking(False)
        WheelGuard(self).guard(self._source, self._year)
        self._standing = named(QCheckBox(self.tr("Chỉ đề xuất văn bản &còn hiệu lực")), "next_standing")
        self._obstacles = named(QCheckBox(), "next_obstacles")
        self._obstacles.setChecked(True)
        self._obstacles.hide()
        self._doubtful = named(QCheckBox(self.tr("Chỉ hiện tiêu chí &cần xem lại")), "next_doubtful")
        self.table = MatchTable()
        self._counts = named(label("", "quiet"), "next_counts")
        self._problem = Problem("next_problem")
        self._make = named(QPushButton(self.tr("Lập kỳ mới")), "next_make")
        self._make.setProperty("role", "primary")
        self._make.setDefault(True)
        self._make.setEnabled(False)
        self._build()
        self._connect()
        tasks.read(catalogues, done=self._on_catalogues)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Bộ tiêu chí"), self._source)
        form.addRow(self.tr("&Năm"), self._year)
        cancel = named(QPushButton(self.tr("Thôi")), "next_cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._counts, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._make)
        ticks = QHBoxLayout()
        ticks.addWidget(self._standing)
        ticks.addWidget(self._doubtful)
        ticks.addWidget(self._obstacles)
        ticks.addStretch(1)
        words = self.tr(
            "Minh chứng năm nay sang kỳ sau thành đề xuất: chưa được tính cho đến khi có người nhận. Tình trạng, kết "
            "quả và giải trình bắt đầu lại; thời hạn chuyển sang năm mới; kết quả năm nay thành kết quả năm trước."
        )
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(label(words, "quiet"))
        column.addLayout(ticks)
        column.addWidget(self.table, 1)
        column.addWidget(label(self.tr("F2 hoặc bấm đúp vào cột “Kỳ mới” để chọn tiêu chí khác."), "quiet"))
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._source.activated.connect(self._on_source)
        self._year.valueChanged.connect(self._load)
        self._standing.toggled.connect(self._say_counts)
        self._doubtful.toggled.connect(self.table.show_doubtful)
        self.table.changed.connect(self._say_counts)
        self._make.clicked.connect(self.accept)

    def _on_catalogues(self, found: list[CatalogueInfo]) -> None:
        self._source.addItem(self.tr("Như kỳ này"), SAME)
        for info in found:
            self._source.addItem(info.title, info.id)
        self._source.addItem(self.tr("Từ tệp kế hoạch…"), FILE)
        self._load()

    def _on_source(self) -> None:
        if self._source.currentData() == FILE:
            kinds = self.tr("Kế hoạch (*.docx *.xlsx *.xls *.csv *.txt)")
            self._path, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp kế hoạch"), "", kinds)
            if not self._path:
                self._source.setCurrentIndex(0)
        self._load()

    def _load(self, year: int | None = None) -> None:
        """Plan anew; without `year` for the one that follows from the catalogue."""
        self._make.setEnabled(False)
        what = (self._workspace, self._source.currentData(), self._path, year)
        self._tasks.read(plan, *what, done=self._show, failed=self._show_problem, key=self)

    def _show(self, planned: NextYearPlan) -> None:
        self._plan = planned
        self._problem.hide()
        self._year.blockSignals(True)
        self._year.setValue(planned.draft.year or self._year.value())
        self._year.blockSignals(False)
        self.table.show_plan(planned)
        self._doubtful.setChecked(self.table.doubtful() > 0)
        self.table.show_doubtful(self._doubtful.isChecked())
        words = self.tr("Chuyển %n khó khăn, kiến nghị chưa &giải quyết", "", len(planned.obstacles))
        self._obstacles.setText(words)
        self._obstacles.setVisible(bool(planned.obstacles))
        self._make.setEnabled(True)
        self._say_counts()

    def _say_counts(self) -> None:
        if self._plan is None:
            return
        chosen = self.table.chosen()
        carried = [one for one in self._plan.carries if chosen[one.criterion.id]]
        count = sum(len(one.standing if self._standing.isChecked() else one.evidence) for one in carried)
        all_links = sum(len(one.evidence) for one in self._plan.carries)
        words = self.tr("{criteria} tiêu chí; {count} / {all} minh chứng thành đề xuất; {doubtful} dòng cần xem lại")
        self._counts.setText(
            words.format(
                criteria=len(self._plan.draft.criteria), count=count, all=all_links, doubtful=self.table.doubtful()
            )
        )

    def accept(self) -> None:
        if self._plan is None or not self._make.isEnabled():
            return
        self._make.setEnabled(False)
        make = partial(
            self._workspace.next_year.make,
            self._plan,
            self.table.chosen(),
            standing_only=self._standing.isChecked(),
            with_obstacles=self._obstacles.isChecked(),
        )
        self._tasks.write(make, changes=Changes.everything(), done=self._on_made, failed=self._show_problem)

    def _on_made(self, carried: Carried) -> None:
        words = self.tr("Đã lập kỳ đánh giá {year}: {criteria} tiêu chí, {proposed} minh chứng đang chờ nhận.").format(
            year=carried.appraisal.year or "", criteria=carried.criteria, proposed=carried.proposed
        )
        self.notified.emit(words, self.tr("Hoàn tác"), self._tasks.take_back())
        super().accept()

    def _show_problem(self, error: UserError) -> None:
        self._make.setEnabled(False)
        self._problem.say_error(error)
