"""What an inspector would find if he came tomorrow, the gravest first; each leads to where it is mended."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.evidence.preflight import SEVERITIES, Severity
from core.reports.table_sheet import write_table
from core.workspace import Workspace
from gui.messages import state as state_words
from gui.models.findings import (
    FINDING,
    GO,
    KEY,
    UNIT,
    WORDS,
    FindingsModel,
    Told,
    severity_counts,
    summary,
    tell,
    where,
)
from gui.page import Page
from gui.tasks import Changes, TaskRunner
from gui.theme import severity_colour
from gui.widgets.number_tile import NumberTile
from gui.widgets.parts import label, named
from gui.widgets.states import severity_icon
from gui.widgets.trees import WrapTree, indexes, set_columns

MOST_OPEN = 12  # a group with more findings is closed until somebody opens it
FILE = "soi-truoc-kiem-tra.xlsx"


@dataclass(frozen=True)
class Inspection:
    """What was found, and when it was looked at."""

    told: tuple[Told, ...]
    at: datetime


def inspect(workspace: Workspace) -> Inspection:
    criteria = {criterion.id: criterion for criterion in workspace.criteria.tree()}
    return Inspection(tuple(tell(workspace.preflight(), criteria)), datetime.now())


class PreflightPage(Page):
    """A number and a group for each severity; looks again by itself when anything has changed."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._inspection = Inspection((), datetime.now())
        self._only: Severity | None = None
        self.model = FindingsModel(self)
        self.tree = named(WrapTree(), "preflight_tree", self.tr("Vấn đề tìm thấy"))
        self.tree.setModel(self.model)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._summary = named(label("", "heading"), "preflight_summary")
        self._summary.setWordWrap(True)
        self._at = label("", "quiet")
        self.by = named(QComboBox(), "preflight_by", self.tr("Nhóm theo"))
        for words, by in (
            (self.tr("Theo loại vấn đề"), "kind"),
            (self.tr("Theo phòng chủ trì"), "unit"),
            (self.tr("Theo tiêu chí"), "criterion"),
        ):
            self.by.addItem(words, by)
        self._tiles = {severity: self._make_tile(severity) for severity in SEVERITIES}
        self._build()
        self._connect()
        self.home = self.tree

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("PreflightPage", "Soi trước kiểm tra")

    def reload(self, changes: Changes) -> None:
        if changes:
            self.look()

    def look(self) -> None:
        self.tasks.read(inspect, self.workspace, done=self._show, key=self, slow=True)

    def copy(self) -> None:
        """What is selected, or else all that is shown, as lines of text."""
        chosen = [index.data(FINDING) for index in self.tree.selectionModel().selectedRows()]
        rows = [row for row, one in zip(self._rows(), self._shown(), strict=True) if one.finding in chosen]
        self.copy_rows(rows or self._rows())

    def export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất danh sách"), str(Path.home() / FILE), "*.xlsx")
        if chosen:
            heads = (
                self.tr("Mức độ"),
                self.tr("Mã"),
                self.tr("Tiêu chí"),
                self.tr("Phòng chủ trì"),
                self.tr("Vấn đề"),
            )
            path, rows, widths = Path(chosen), self._rows(), (12, 10, 50, 24, 70)
            words = self.tr("Đã xuất {count} dòng ra {path}").format(count=len(rows), path=path)
            what = (path, self.title(), heads, rows, widths)
            self.tasks.read(write_table, *what, done=partial(self.say, words), slow=True)

    def _make_tile(self, severity: Severity) -> NumberTile:
        tile = NumberTile(f"tile_{severity}", state_words(severity), severity_icon(severity), severity_colour(severity))
        tile.setCheckable(True)
        tile.setToolTip(self.tr("Chỉ xem mức này; bấm lần nữa để xem tất cả"))
        tile.clicked.connect(lambda checked: self._show_only(severity if checked else None))
        return tile

    def _build(self) -> None:
        self._export = named(QPushButton(self.tr("Xuất danh sách…")), "preflight_export")
        self._copy = named(QPushButton(self.tr("Chép danh sách")), "preflight_copy")
        again = named(QPushButton(self.tr("Soi lại")), "preflight_again")
        again.setProperty("role", "primary")
        again.clicked.connect(self.look)
        tiles = QHBoxLayout()
        for tile in self._tiles.values():
            tiles.addWidget(tile, 1)
        line = QHBoxLayout()
        line.addWidget(self._at, 1)
        line.addWidget(self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.make_head(self._copy, self._export, again))
        column.addWidget(self._summary)
        column.addLayout(tiles)
        column.addLayout(line)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self._export.clicked.connect(self.export)
        self._copy.clicked.connect(self.copy)
        self.tree.copy_pressed.connect(self.copy)
        self.by.currentIndexChanged.connect(self._fill)
        self.tree.enter_pressed.connect(lambda: self._open(self.tree.currentIndex()))
        self.tree.doubleClicked.connect(self._open)
        self.tree.clicked.connect(lambda index: self._open(index) if index.column() == GO else None)

    def _show(self, inspection: Inspection) -> None:
        self._inspection = inspection
        findings = [one.finding for one in inspection.told]
        self._summary.setText(summary(findings))
        self._at.setText(self.tr("Soi lúc {time}").format(time=f"{inspection.at:%H:%M, %d/%m/%Y}"))
        for severity, count in severity_counts(findings).items():
            self._tiles[severity].set_number(count)
        for button in (self._copy, self._export):
            button.setEnabled(bool(findings))
        self._fill()

    def _show_only(self, severity: Severity | None) -> None:
        self._only = severity
        for one, tile in self._tiles.items():
            tile.setChecked(one == severity)
        self._fill()

    def _shown(self) -> list[Told]:
        return [one for one in self._inspection.told if self._only in (None, one.finding.severity)]

    def _rows(self) -> list[tuple[str, ...]]:
        return [(state_words(one.finding.severity), one.code, one.title, one.unit, one.words) for one in self._shown()]

    def _fill(self) -> None:
        """What a person has opened or closed, and where he stands, stays."""
        open_before = {index.data(KEY): self.tree.isExpanded(index) for index in indexes(self.tree) if index.data(KEY)}
        current = self.tree.currentIndex().siblingAtColumn(WORDS).data(FINDING)
        self.model.fill(self._inspection.told, self.by.currentData(), self._only)
        set_columns(self.tree.header(), {UNIT: 150, GO: 72}, stretch=WORDS)
        for index in indexes(self.tree):
            if key := index.data(KEY):
                self.tree.setFirstColumnSpanned(index.row(), index.parent(), True)
                is_small = not index.parent().isValid() or self.model.rowCount(index) <= MOST_OPEN
                self.tree.setExpanded(index, open_before.get(key, is_small))
            elif current and index.data(FINDING) == current:
                self.tree.setCurrentIndex(index)

    def _open(self, index: QModelIndex) -> None:
        finding = index.siblingAtColumn(WORDS).data(FINDING)
        if finding:
            self.open_requested.emit(*where(finding))
        elif index.isValid():
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
