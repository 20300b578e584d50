"""The units of the office: what each still owes, whom one asks there, and their reminders."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.units import Unit
from core.errors import UserError
from core.evidence.reminders import Reminder, Reminders
from core.progress import Progress
from core.workspace import Workspace
from gui.messages import message
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import fit, label, named
from gui.widgets.people_table import PeopleTable
from gui.widgets.trees import set_columns

if TYPE_CHECKING:
    from core.reports.printing import Format, Written

NAME, LEADS, OPEN, OVERDUE, PEOPLE = range(5)
KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Loaded:
    units: tuple[Unit, ...]
    reminders: Reminders


def load(workspace: Workspace) -> Loaded:
    return Loaded(workspace.units.all(), workspace.reminders())


def write(
    progress: Progress, workspace: Workspace, due: Sequence[Reminder], folder: Path, kind: "Format"
) -> "list[Written]":
    return workspace.print_reminders(due, folder, kind, progress)


class UnitsDialog(QDialog):
    """What is written is kept at once. Units that owe something are ticked: they get a reminder."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "units_dialog")
        self.setWindowTitle(self.tr("Đơn vị và đôn đốc"))
        fit(self, 920, 600)
        self._workspace = workspace
        self._tasks = tasks
        self._folder: Path | None = None
        self._tree = self._make_tree()
        self._whose = label("", "heading")
        self._about = label("", "quiet")
        self._people = PeopleTable()
        self._people.edited.connect(self._on_edited)
        self._format = named(QComboBox(), "reminder_format", self.tr("Loại tệp"))
        self._format.addItem(self.tr("Tệp Word"), "docx")
        self._format.addItem(self.tr("Tệp PDF"), "pdf")
        self._write = named(QPushButton(self.tr("&Lập phiếu đôn đốc…")), "reminders_write")
        self._write.setProperty("role", "primary")
        self._write.clicked.connect(self._on_write)
        self._report = named(QPushButton(self.tr("&Báo cáo tiến độ…")), "report_write")
        self._report.clicked.connect(self._on_report)
        self._result = named(label("", "quiet"), "reminders_result")
        self._open = named(QPushButton(self.tr("Mở thư mục")), "reminders_open")
        self._open.clicked.connect(self._open_folder)
        self._open.hide()
        self._build()
        tasks.read(load, workspace, done=self._show, key=self)

    def _make_tree(self) -> QTreeWidget:
        tree = named(QTreeWidget(), "units", self.tr("Đơn vị"))
        tree.setHeaderLabels(
            [
                self.tr("Đơn vị"),
                self.tr("Chủ trì"),
                self.tr("Còn thiếu"),
                self.tr("Quá hạn"),
                self.tr("Người phụ trách"),
            ]
        )
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        set_columns(tree.header(), {LEADS: 72, OPEN: 88, OVERDUE: 80, PEOPLE: 240}, stretch=NAME)
        tree.currentItemChanged.connect(self._show_unit)
        tree.itemChanged.connect(self._update)
        return tree

    def _build(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._whose)
        column.addWidget(self._about)
        column.addWidget(self._people, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._tree)
        halves.addWidget(below)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        close = named(QPushButton(self.tr("Đóng")), "units_close")
        close.clicked.connect(self.accept)
        for button in (close, self._open, self._report, self._write):
            button.setAutoDefault(False)  # Enter ends what is typed in the table
        row = QHBoxLayout()
        row.addWidget(close)
        row.addWidget(self._report)
        row.addStretch(1)
        row.addWidget(self._format)
        row.addWidget(self._write)
        said = QHBoxLayout()
        said.addWidget(self._result, 1)
        said.addWidget(self._open)
        outer = QVBoxLayout(self)
        words = self.tr("Mỗi đơn vị được đánh dấu nhận một phiếu: còn thiếu gì, đến hạn nào.")
        outer.addWidget(label(words, "quiet"))
        outer.addWidget(halves, 1)
        outer.addLayout(said)
        outer.addLayout(row)

    # --- units

    def _show(self, loaded: Loaded) -> None:
        due = {one.unit.name: one for one in loaded.reminders.due}
        self._tree.blockSignals(True)
        self._tree.clear()
        for unit in loaded.units:
            self._tree.addTopLevelItem(_item(unit, due.get(unit.name)))
        self._tree.blockSignals(False)
        for item in self._items()[:1]:
            self._tree.setCurrentItem(item)
        self._say(self._omitted(loaded.reminders))
        self._update()

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount()))
        return [item for item in items if item]

    def _unit(self) -> Unit | None:
        item = self._tree.currentItem()
        return item.data(NAME, KEY) if item else None

    def _show_unit(self) -> None:
        unit = self._unit()
        self._people.setEnabled(unit is not None)
        if unit is None:
            return
        self._whose.setText(self.tr("Người liên hệ của {unit}").format(unit=unit.name))
        words = self.tr("Người đầu tiên phụ trách đơn vị; tên và điện thoại được ghi trên phiếu.")
        if unit.is_office:
            words = self.tr("Người đầu tiên là người đứng đầu, ký các phiếu đôn đốc.")
        self._about.setText(words)
        self._people.load(unit.people)

    def _on_edited(self) -> None:
        unit = self._unit()
        if unit is None:
            return
        self._say(self.tr("Dòng chưa có họ tên nên chưa được lưu.") if self._people.has_nameless() else "")
        keep = partial(self._workspace.units.describe, unit.name, people=self._people.people())
        self._tasks.write(keep, changes=Changes(), done=self._on_kept, failed=self._on_failed)

    def _on_kept(self, unit: Unit) -> None:
        for item in self._items():
            if item.data(NAME, KEY).name == unit.name:
                item.setData(NAME, KEY, unit)
                item.setText(PEOPLE, _people(unit))

    def _on_failed(self, error: UserError) -> None:
        self._say(message(error.code, error.facts))

    # --- reminders

    def _chosen(self) -> list[str]:
        ticked = (item for item in self._items() if item.checkState(NAME) == Qt.CheckState.Checked)
        return [item.data(NAME, KEY).name for item in ticked]

    def _update(self) -> None:
        self._write.setEnabled(bool(self._chosen()))

    def _on_write(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Ghi các phiếu đôn đốc vào thư mục"))
        if not folder:
            return
        # What people wrote meanwhile belongs on the paper, and so does what was linked meanwhile.
        self._tasks.read(load, self._workspace, done=partial(self._write_into, Path(folder), self._chosen()))

    def _write_into(self, folder: Path, names: list[str], loaded: Loaded) -> None:
        due = [one for one in loaded.reminders.due if one.unit.name in names]
        kind: Format = self._format.currentData()
        self._tasks.long(
            self.tr("Lập phiếu đôn đốc"),
            write,
            self._workspace,
            due,
            folder,
            kind,
            done=partial(self._on_written, folder, loaded.reminders),
            failed=self._on_failed,
        )

    def _on_written(self, folder: Path, reminders: Reminders, written: "list[Written]") -> None:
        self._folder = folder
        words = self.tr("Đã lập %n phiếu trong thư mục {folder}.", "", len(written)).format(folder=folder)
        self._say(" ".join(filter(None, (words, self._omitted(reminders)))))
        self._open.show()

    def _on_report(self) -> None:
        kinds = (self.tr("Bảng Excel (*.xlsx)"), self.tr("Tệp Word (*.docx)"), self.tr("Tệp PDF (*.pdf)"))
        suggested = str(Path.home() / self.tr("Báo cáo tiến độ minh chứng.xlsx"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Ghi báo cáo tiến độ"), suggested, ";;".join(kinds))
        if chosen:
            path = Path(chosen)
            done = partial(self._on_reported, path)
            self._tasks.read(self._workspace.report, path, done=done, failed=self._on_failed, slow=True)

    def _on_reported(self, path: Path, _rows: int) -> None:
        self._folder = path.parent
        self._say(self.tr("Đã ghi báo cáo vào {path}.").format(path=path))
        self._open.show()

    def _omitted(self, reminders: Reminders) -> str:
        codes = dict.fromkeys(one.criterion.code for one in reminders.without_unit)
        words = self.tr("Tiêu chí {codes} còn thiếu nhưng chưa có đơn vị chủ trì nên không có trong phiếu nào.")
        return words.format(codes=", ".join(codes)) if codes else ""

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _say(self, words: str) -> None:
        self._result.setText(words)
        self._open.hide()


def _item(unit: Unit, due: Reminder | None) -> QTreeWidgetItem:
    owing = [str(due.open or ""), str(due.overdue or "")] if due else ["", ""]
    item = QTreeWidgetItem([unit.name, str(len(unit.leads) or ""), *owing, _people(unit)])
    item.setData(NAME, KEY, unit)
    if due:
        item.setCheckState(NAME, Qt.CheckState.Checked)
    for column in (LEADS, OPEN, OVERDUE):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
    return item


def _people(unit: Unit) -> str:
    return ", ".join(filter(None, (unit.people[0].name, unit.people[0].phone))) if unit.people else ""
