"""The year: what is due when, what is done, what is missed."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.evidence.agenda import Due, agenda
from core.reports.calendar_file import write_calendar
from core.workspace import Workspace
from gui.deadline_actions import DeadlineActions
from gui.dialogs.deadline import DeadlineDialog
from gui.messages import state as state_words
from gui.models.agenda import DAY, DUE, FILTERS, MONTH_ROLE, STATE, UNIT, WHAT, AgendaModel, month_of, month_words
from gui.page import Page
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import label, named
from gui.widgets.trees import WrapTree, indexes, set_columns

FILE = "lich-han.ics"
TILES_IN_ROW = 6


@dataclass(frozen=True)
class Year:
    """The agenda of the appraisal's year, seen today."""

    title: str
    year: int
    dues: tuple[Due, ...]


def load_year(workspace: Workspace) -> Year:
    today = date.today()
    appraisal = workspace.criteria.appraisal()
    return Year(appraisal.title, appraisal.year or today.year, agenda(workspace.coverage(today), today, appraisal.year))


class DeadlinesPage(Page):
    """Twelve months to choose from, and a list by months; Enter goes to the criterion, F2 sets another day."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._year = Year("", date.today().year, ())
        self.deadlines = DeadlineActions(workspace, tasks, self)
        self.deadlines.notified.connect(self.notified)
        self.model = AgendaModel(self)
        self.tree = named(WrapTree(), "deadlines_tree", self.tr("Việc đến hạn"))
        self.tree.setModel(self.model)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.show_only = named(QComboBox(), "deadlines_state", self.tr("Tình trạng"))
        for name in FILTERS:
            self.show_only.addItem(state_words(name), name)
        self.units = named(QComboBox(), "deadlines_unit", self.tr("Phòng chủ trì"))
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._months = [named(QPushButton(), f"month_{month}") for month in range(1, 13)]
        self._empty = label(self.tr("Không có việc nào như vậy."), "quiet")
        self._build()
        self._connect()
        self.home = self.tree

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("DeadlinesPage", "Lịch hạn")

    def reload(self, changes: Changes) -> None:
        if changes.criteria or changes.evidence or changes.documents or changes.appraisal:
            self.tasks.read(load_year, self.workspace, done=self._show, key=self)

    def reveal(self, kind: str, key: str) -> None:  # noqa: ARG002
        """`key` is one of FILTERS."""
        self.show_only.setCurrentIndex(max(self.show_only.findData(key), 0))

    def export(self) -> None:
        """What is shown, as a calendar that Outlook, Google and phones take."""
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất lịch"), str(Path.home() / FILE), "*.ics")
        if chosen:
            path, dues = Path(chosen), [due for due in self._shown() if due.day]
            words = self.tr("Đã xuất {count} việc ra {path}").format(count=len(dues), path=path)
            done = partial(self.say, words)
            self.tasks.read(write_calendar, path, dues, self._year.title, done=done, slow=True)

    def set_day(self) -> None:
        due: Due | None = self.tree.currentIndex().data(DUE)
        if due:
            dialog = DeadlineDialog(due, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.ready.connect(partial(self.deadlines.set_day, due, dialog))
            dialog.open()

    def _build(self) -> None:
        self._set = named(QPushButton(self.tr("Đặt ngày hạn…")), "deadlines_set")
        self._set.setToolTip(self.tr("Đặt ngày cho việc đang chọn (F2)"))
        self._export = named(QPushButton(self.tr("Xuất lịch (.ics)…")), "deadlines_export")
        self._export.setProperty("role", "primary")
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, tile in enumerate(self._months):
            tile.setProperty("role", "month")
            tile.clicked.connect(partial(self._go_to_month, place + 1))
            grid.addWidget(tile, place // TILES_IN_ROW, place % TILES_IN_ROW)
        filters = QHBoxLayout()
        filters.addWidget(self.show_only)
        filters.addWidget(self.units)
        filters.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.make_head(self._set, self._export))
        column.addLayout(grid)
        column.addLayout(filters)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self._set.clicked.connect(self.set_day)
        self._export.clicked.connect(self.export)
        self.show_only.currentIndexChanged.connect(self._fill)
        self.units.currentIndexChanged.connect(self._fill)
        self.tree.enter_pressed.connect(lambda: self._open(self.tree.currentIndex()))
        self.tree.doubleClicked.connect(self._open)
        self.tree.edit_pressed.connect(self.set_day)
        self.tree.selectionModel().currentChanged.connect(lambda current: self._set.setEnabled(bool(current.data(DUE))))
        self.tree.customContextMenuRequested.connect(self._on_menu)

    def _show(self, year: Year) -> None:
        self._year = year
        self._fill_units()
        for month, tile in enumerate(self._months, 1):
            words = month_words([due for due in year.dues if month_of(due.day) == (year.year, month)])
            tile.setText(self.tr("Tháng {month}").format(month=month) + f"\n{words or '–'}")
            tile.setEnabled(bool(words))
        self._fill()

    def _fill_units(self) -> None:
        wanted = self.units.currentData()
        self.units.blockSignals(True)
        self.units.clear()
        self.units.addItem(self.tr("Mọi phòng chủ trì"), None)
        for unit in sorted({due.row.criterion.lead_unit or "" for due in self._year.dues}):
            self.units.addItem(unit or self.tr("Chưa phân công"), unit)
        self.units.setCurrentIndex(max(self.units.findData(wanted), 0))
        self.units.blockSignals(False)

    def _shown(self) -> list[Due]:
        fits, unit = FILTERS[self.show_only.currentData()], self.units.currentData()
        return [due for due in self._year.dues if fits(due) and unit in (None, due.row.criterion.lead_unit or "")]

    def _fill(self) -> None:
        """Where a person stands stays."""
        current: Due | None = self.tree.currentIndex().data(DUE)
        key = (current.row.criterion.id, current.what) if current else None
        dues = self._shown()
        self.model.fill(dues)
        set_columns(self.tree.header(), {DAY: 150, UNIT: 140, STATE: 170}, stretch=WHAT)
        for month in range(self.model.rowCount()):  # before the rows are measured
            self.tree.setFirstColumnSpanned(month, QModelIndex(), True)
        self.tree.expandAll()
        for index in indexes(self.tree):
            due: Due | None = index.data(DUE)
            if due and key == (due.row.criterion.id, due.what):
                self.tree.setCurrentIndex(index)
        self._empty.setVisible(not dues)
        self._export.setEnabled(any(due.day for due in dues))
        self._set.setEnabled(bool(self.tree.currentIndex().data(DUE)))

    def _go_to_month(self, month: int, _checked: bool = False) -> None:
        """The month in the list, with all that is due in it where it was filtered away."""
        if not self._month(month).isValid():
            self.show_only.setCurrentIndex(0)
            self.units.setCurrentIndex(0)
        index = self._month(month)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _month(self, month: int) -> QModelIndex:
        tops = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        return next((top for top in tops if top.data(MONTH_ROLE) == (self._year.year, month)), QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        if due := index.data(DUE):
            part = due.places[0].slot.id
            self.open_requested.emit("criterion", f"{due.row.criterion.id}#{part}" if part else due.row.criterion.id)

    def _on_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.data(DUE):
            menu = named(QMenu(self), "deadlines_menu")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Mở tiêu chí\tEnter"), lambda: self._open(self.tree.currentIndex()))
            menu.addAction(self.tr("Đặt ngày hạn…\tF2"), self.set_day)
            menu.popup(self.tree.viewport().mapToGlobal(place))
