"""One page for the head of office: what is there, what is missing, with whom and by when."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.catalogue.records import Appraisal, Criterion
from core.evidence.agenda import Due, agenda
from core.evidence.points import Scored
from core.evidence.preflight import Finding
from core.evidence.records import Coverage
from core.workspace import Workspace
from gui.dialogs.points import PointsDialog
from gui.dialogs.units import UnitsDialog
from gui.messages import state as state_words
from gui.models.agenda import FILTERS
from gui.models.criteria import WANTING, Filter, office_name
from gui.models.findings import severity_counts
from gui.models.slot_words import percent
from gui.models.steps import MOST, TARGET_ROLE, StepsModel, next_rows
from gui.models.totals import (
    BAR,
    FILTER_ROLE,
    NAME,
    OVERDUE,
    STATES,
    TotalsModel,
    deadline_lines,
    field_lines,
    unit_lines,
)
from gui.page import Page
from gui.tasks import Changes, TaskRunner
from gui.theme import icon, severity_colour, state_colour
from gui.widgets.number_tile import NumberTile
from gui.widgets.parts import label, linked, named
from gui.widgets.states import BarDelegate, severity_icon, state_icon
from gui.widgets.trees import FittedTable, set_columns

KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
WIDE = 1000  # pixels from which on the two halves stand side by side


@dataclass(frozen=True)
class Standing:
    """Where the appraisal stands today."""

    appraisal: Appraisal
    tree: tuple[Criterion, ...]
    coverage: Coverage
    findings: tuple[Finding, ...]
    dues: tuple[Due, ...]
    arrivals: int
    obstacles: int
    on: date
    points: Scored | None


def load_standing(workspace: Workspace) -> Standing:
    today = date.today()
    criteria = workspace.criteria
    coverage, appraisal = workspace.coverage(today), criteria.appraisal()
    return Standing(
        appraisal,
        criteria.tree(),
        coverage,
        workspace.preflight(today),
        agenda(coverage, today, appraisal.year),
        workspace.inbox.count(),
        sum(one.resolved_at is None for one in workspace.obstacles.all()),
        today,
        workspace.points(),
    )


class OverviewPage(Page):
    """Numbers, bars and the next things to do; each number and name leads to its criteria."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._heading = label("", "title")
        self._heading.setWordWrap(True)
        self._about = label("", "quiet")
        self._soon = linked("overview_soon")
        self._soon.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | KEYBOARD)
        self._soon.linkActivated.connect(lambda address: self.open_requested.emit(*address.split(":", 1)))
        self._tiles = self._make_tiles()
        self._next = StepsModel(self)
        self._fields = TotalsModel(self.tr("Lĩnh vực"), self)
        self._units = TotalsModel(self.tr("Phòng chủ trì"), self)
        self._deadlines = TotalsModel(self.tr("Hạn"), self)
        self._all_next = named(QPushButton(), "overview_all_next")
        self._all_next.clicked.connect(lambda: self._open(Filter(state=WANTING)))
        self._ask_units = named(QPushButton(self.tr("Đơn &vị và đôn đốc…")), "overview_ask_units")
        self._ask_units.clicked.connect(lambda: self._open_dialog(UnitsDialog))
        self._points = named(QPushButton(), "overview_points")
        self._points.clicked.connect(lambda: self._open_dialog(PointsDialog))
        self._nothing_next = label(self.tr("Không còn việc nào: mọi tiêu chí đã đủ minh chứng."), "quiet")
        self._empty = label(
            self.tr("Bộ tiêu chí chưa có tiêu chí nào. Mở trang Minh chứng và chọn Thêm tiêu chí để bắt đầu."), "quiet"
        )
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        self.home = self._next_table

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("OverviewPage", "Tổng quan")

    def reload(self, changes: Changes) -> None:
        if changes:
            self.tasks.read(load_standing, self.workspace, done=self._show, key=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self._halves.setDirection(QBoxLayout.Direction.RightToLeft if wide else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        tiles = QHBoxLayout()
        for tile in self._tiles.values():
            tiles.addWidget(tile, 1)
        self._halves.setSpacing(24)
        self._halves.addWidget(self._make_next(), 2, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self._make_groups(), 3, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addWidget(self._empty)
        column.addLayout(tiles)
        column.addWidget(self._soon)
        column.addLayout(self._halves)
        column.addStretch(1)
        self._empty.hide()
        area = named(QScrollArea(), "overview_area")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _make_tiles(self) -> dict[str, NumberTile]:
        tiles = {
            state: NumberTile(f"tile_{state}", state_words(state), state_icon(state), state_colour(state))
            for state in STATES
        }
        for state, tile in tiles.items():
            tile.clicked.connect(lambda _=False, state=state: self._open(Filter(state=state)))
        overdue = NumberTile("tile_overdue", self.tr("Quá hạn"), icon("later"), state_colour("missing"))
        overdue.clicked.connect(lambda: self._open(Filter(mark="overdue")))
        words = self.tr("Lỗi nặng nếu bị kiểm tra")
        wrong = NumberTile("tile_preflight", words, severity_icon("error"), severity_colour("error"))
        wrong.clicked.connect(lambda: self.open_requested.emit("page", "preflight"))
        return {**tiles, "overdue": overdue, "preflight": wrong}

    def _make_next(self) -> QWidget:
        table = named(FittedTable(), "overview_next", self.tr("Việc cần làm tiếp"))
        table.setModel(self._next)
        set_columns(table.header(), {1: 104, 2: 88}, stretch=0)
        table.clicked.connect(self._open_step)
        table.enter_pressed.connect(lambda: self._open_step(table.currentIndex()))
        self._next_table = table
        return self._section(self.tr("Việc cần làm tiếp"), table, self._nothing_next, self._all_next)

    def _make_groups(self) -> QWidget:
        parts = (
            (self.tr("Theo lĩnh vực"), "overview_fields", self._fields),
            (self.tr("Theo phòng chủ trì"), "overview_units", self._units),
            (self.tr("Theo hạn hoàn thành"), "overview_deadlines", self._deadlines),
        )
        groups = QWidget()
        column = QVBoxLayout(groups)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for words, name, model in parts:
            below = {self._units: [self._ask_units], self._fields: [self._points]}.get(model, [])
            column.addWidget(self._section(words, self._make_totals(name, words, model), *below))
        return groups

    def _make_totals(self, name: str, words: str, model: TotalsModel) -> FittedTable:
        table = named(FittedTable(), name, words)
        table.setModel(model)
        table.setItemDelegateForColumn(BAR, BarDelegate(table))
        widths = {BAR: 130, OVERDUE: 72} | {BAR + 1 + place: 36 for place in range(len(STATES))}
        set_columns(table.header(), widths, stretch=NAME)
        table.clicked.connect(self._open_cell)
        table.enter_pressed.connect(lambda: self._open_cell(table.currentIndex()))
        return table

    def _section(self, words: str, *widgets: QWidget) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(words, "heading"))
        for widget in widgets:
            if isinstance(widget, QPushButton):
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(widget)
        return section

    def _show(self, standing: Standing) -> None:
        appraisal, coverage = standing.appraisal, standing.coverage
        self._heading.setText(appraisal.title)
        about = self.tr("{organisation} · {criteria} tiêu chí cần chấm · tính đến ngày {day}")
        self._about.setText(
            about.format(
                organisation=office_name(appraisal) or self.tr("Chưa ghi tên cơ quan"),
                criteria=coverage.totals.criteria,
                day=f"{standing.on:%d/%m/%Y}",
            )
        )
        self._empty.setVisible(not standing.tree)
        for name, tile in self._tiles.items():
            if name != "preflight":
                tile.set_number(getattr(coverage.totals, name))
        self._tiles["preflight"].set_number(severity_counts(standing.findings)["error"])
        self._soon.setText(self._soon_words(standing))
        self._fields.load(field_lines(coverage, standing.tree))
        self._units.load(unit_lines(coverage, self.tr("Chưa phân công")))
        self._deadlines.load(deadline_lines(coverage, self.tr("Không ghi hạn")))
        self._points.setVisible(standing.points is not None)
        if standing.points:
            total = standing.points.total
            words = self.tr("Điể&m: {points} / {maximum}…")
            self._points.setText(words.format(points=percent(total.points), maximum=percent(total.maximum)))
        rows = next_rows(coverage)
        self._next.load(coverage, standing.findings, standing.tree, standing.arrivals)
        steps = self._next.rowCount()
        self._next_table.setVisible(bool(steps))
        self._nothing_next.setVisible(not steps and bool(standing.tree))
        self._all_next.setVisible(steps >= MOST)
        self._all_next.setText(self.tr("Xem cả {count} tiêu chí còn thiếu").format(count=len(rows)))

    def _soon_words(self, standing: Standing) -> str:
        """What comes near, and what people have written down: each leads there."""
        counts = {name: sum(FILTERS[name](due) for due in standing.dues) for name in ("due_in_7", "due_in_30")}
        links = (
            ("deadlines:due_in_7", self.tr("Đến hạn trong 7 ngày: {count}").format(count=counts["due_in_7"])),
            ("deadlines:due_in_30", self.tr("trong 30 ngày: {count}").format(count=counts["due_in_30"])),
            ("page:obstacles", self.tr("khó khăn, kiến nghị: {count}").format(count=standing.obstacles)),
        )
        return " · ".join(f'<a href="{address}">{words}</a>' for address, words in links)

    def _open_dialog(self, kind: type[UnitsDialog] | type[PointsDialog]) -> None:
        dialog = kind(self.workspace, self.tasks, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open(self, wanted: Filter) -> None:
        self.open_requested.emit("criteria", wanted.to_key())

    def _open_cell(self, index: QModelIndex) -> None:
        wanted: Filter | None = index.data(FILTER_ROLE)
        if wanted:
            self._open(wanted)

    def _open_step(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_requested.emit(*index.data(TARGET_ROLE))
