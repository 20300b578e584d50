"""The first thing anybody sees: make a workspace from a catalogue or a plan, or open one."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.apart import read_plan_apart
from core.catalogue.builtin import CatalogueInfo, catalogues, load_catalogue
from core.catalogue.moving import moved, with_year
from core.catalogue.records import YEARS, Draft
from core.errors import UserError
from core.intake.shares import is_on_network, is_synchronised, is_unc
from core.reading.worker import Worker
from core.workspace import Workspace
from gui.messages import message
from gui.preferences import Preferences
from gui.tasks import TaskRunner
from gui.widgets.message_bar import MessageBar
from gui.widgets.parts import fit, label, named, tip

FIELDS_WIDTH = 430


def make_workspace(folder: Path, person: str, draft: Draft, catalogue: str) -> Workspace:
    """A new workspace with the appraisal that `draft` describes."""
    workspace = Workspace.create(folder, person)
    try:
        workspace.criteria.create(draft, catalogue=catalogue)
    except BaseException:
        workspace.close()
        raise
    return workspace


class StartDialog(QDialog):
    """`opened(Workspace)` comes when the person has made or opened one; whoever takes it closes it.

    `error`: why `folder` could not be opened just now, which can be tried again.
    """

    opened = Signal(object)

    def __init__(self, preferences: Preferences, error: UserError | None = None, folder: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("start_dialog")
        self.setWindowTitle(self.tr("Bắt đầu với Minh Chứng"))
        fit(self, 1000, 640)
        self._preferences = preferences
        self._tasks = TaskRunner(self)
        self._worker = Worker()
        self._draft: Draft | None = None
        self._messages = MessageBar()
        self._make_fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("Tạo kỳ đánh giá mới"), "title"))
        layout.addWidget(self._messages)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self._make_left())
        columns.addLayout(self._make_right(), 1)
        layout.addLayout(columns, 1)
        layout.addLayout(self._make_buttons())
        self.finished.connect(self._on_finished)
        self._tasks.problem.connect(self._on_problem)
        self._tasks.read(catalogues, done=self._on_catalogues)
        self._on_folder()
        if error:
            self._on_problem(error, folder)

    def _make_fields(self) -> None:
        self._builtin = named(QRadioButton(self.tr("&Có sẵn trong chương trình")), "from_catalogue")
        self._builtin.setChecked(True)
        self._catalogues = named(QComboBox(), "catalogue", self.tr("Bộ tiêu chí có sẵn"))
        self._catalogues.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._plan = named(QRadioButton(self.tr("Từ tệp &kế hoạch (docx, xlsx, xls, csv, txt)")), "from_plan")
        self._plan_path = named(QLineEdit(), "plan_path", self.tr("Tệp kế hoạch"))
        self._plan_choose = named(QPushButton(self.tr("Chọn tệp…")), "plan_choose")
        self._title = named(QLineEdit(), "appraisal_title")
        self._year = named(QSpinBox(), "appraisal_year")
        self._year.setRange(*YEARS)
        self._year.setKeyboardTracking(False)
        self._year.valueChanged.connect(self._on_year)
        self._organisation = named(QLineEdit(), "organisation")
        self._parent = named(QLineEdit(), "parent_organisation")
        self._place = named(QLineEdit(), "place")
        self._folder = named(QLineEdit(str(Path.home() / "MinhChung")), "workspace_folder", self.tr("Thư mục dữ liệu"))
        self._folder_choose = named(QPushButton(self.tr("Chọn thư mục…")), "folder_choose")
        self._folder_warning = named(label("", "warning"), "folder_warning")
        self._tree = named(QTreeWidget(), "draft_tree", self.tr("Xem trước bộ tiêu chí"))
        self._tree.setHeaderLabels([self.tr("Tiêu chí"), self.tr("Chủ trì"), self.tr("Thời hạn")])
        self._tree.setUniformRowHeights(True)
        self._counts = named(label("", "quiet"), "draft_counts")
        self._builtin.toggled.connect(self._on_source)
        self._catalogues.currentIndexChanged.connect(self._on_catalogue)
        self._plan_path.editingFinished.connect(self._on_plan)
        self._plan_choose.clicked.connect(self._choose_plan)
        self._folder.textChanged.connect(self._on_folder)
        self._folder_choose.clicked.connect(self._choose_folder)

    def _make_left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(FIELDS_WIDTH)
        column = QVBoxLayout(left)
        column.setSpacing(6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("1. Bộ tiêu chí"), "heading"))
        column.addWidget(self._builtin)
        column.addWidget(self._catalogues)
        column.addWidget(self._plan)
        column.addLayout(_row(self._plan_path, self._plan_choose))
        column.addSpacing(10)
        column.addWidget(label(self.tr("2. Kỳ đánh giá"), "heading"))
        form = QFormLayout()
        form.addRow(self.tr("&Tên"), self._title)
        form.addRow(self.tr("&Năm"), self._year)
        form.addRow(self.tr("Đơn &vị"), self._organisation)
        form.addRow(self.tr("Cơ &quan chủ quản"), self._parent)
        form.addRow(self.tr("Địa &danh"), self._place)
        column.addLayout(form)
        column.addSpacing(10)
        column.addWidget(label(self.tr("3. Nơi lưu dữ liệu trên máy này"), "heading"))
        column.addLayout(_row(self._folder, self._folder_choose))
        column.addWidget(self._folder_warning)
        column.addStretch()
        return left

    def _make_right(self) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(self.tr("Xem trước"), "heading"))
        column.addWidget(self._tree, 1)
        column.addWidget(self._counts)
        return column

    def _make_buttons(self) -> QLayout:
        self._open = named(QPushButton(self.tr("&Mở dữ liệu đã có…")), "open_existing")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self._choose_existing)
        self._create = named(QPushButton(self.tr("Tạo và bắt đầu")), "create_workspace")
        self._create.setProperty("role", "primary")
        self._create.setDefault(True)
        self._create.setEnabled(False)
        self._create.clicked.connect(self._on_create)
        for button in (self._plan_choose, self._folder_choose):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch()
        row.addWidget(self._create)
        return row

    def _on_catalogues(self, found: list[CatalogueInfo]) -> None:
        for info in found:
            self._catalogues.addItem(info.title, info.id)
            self._catalogues.setItemData(self._catalogues.count() - 1, info.title, Qt.ItemDataRole.ToolTipRole)

    def _on_source(self) -> None:
        if self._builtin.isChecked():
            self._on_catalogue()
        elif self._plan_path.text().strip():
            self._on_plan()
        else:
            self._show_draft(None)
            self._plan_path.setFocus()

    def _on_catalogue(self) -> None:
        if self._builtin.isChecked() and (key := self._catalogues.currentData()):
            self._tasks.read(load_catalogue, key, done=self._show_draft, key="draft")

    def _on_plan(self) -> None:
        words = self._plan_path.text().strip()
        if not words:
            return
        self._plan.setChecked(True)
        self._show_draft(None)
        self._counts.setText(self.tr("Đang đọc kế hoạch…"))
        self._messages.hide()
        self._tasks.read(
            read_plan_apart,
            Path(words),
            self._worker,
            done=self._show_draft,
            failed=self._on_no_plan,
            key="draft",
            slow=True,
        )

    def _on_no_plan(self, error: UserError) -> None:
        self._show_draft(None)
        self._on_problem(error)

    def _show_draft(self, draft: Draft | None) -> None:
        self._draft = draft
        self._create.setEnabled(draft is not None)
        if draft is None:
            self._tree.clear()
            self._counts.setText(self.tr("Chọn bộ tiêu chí có sẵn hoặc một tệp kế hoạch để xem trước."))
            return
        demands = sum(len(criterion.requirements) for criterion in draft.criteria)
        counts = (
            self.tr("%n tiêu chí", "", len(draft.criteria)),
            self.tr("%n yêu cầu đánh số", "", demands),
        )
        self._counts.setText(", ".join(counts))
        self._title.setText(draft.title)
        self._title.setCursorPosition(0)
        for field, words in (
            (self._organisation, draft.organisation),
            (self._parent, draft.parent),
            (self._place, draft.place),
        ):
            if not field.isModified():  # what was typed holds for another source too
                field.setText(words)
        with QSignalBlocker(self._year):
            self._year.setValue(draft.year or date.today().year)
        self._on_year()

    def _on_year(self) -> None:
        """Title, periods and deadlines follow the year."""
        if self._draft is None:
            return
        old, year = self._draft.year, self._year.value()
        if old and old != year:
            self._title.setText(with_year(self._title.text(), old, year))
        self._draft = moved(self._draft, year)
        self._show_criteria(self._draft)

    def _show_criteria(self, draft: Draft) -> None:
        self._tree.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for criterion in draft.criteria:
            columns = [f"{criterion.code}  {criterion.title}", criterion.lead_unit or "", criterion.deadline_text]
            parent = items.get(criterion.parent or "", self._tree.invisibleRootItem())
            item = QTreeWidgetItem(parent, columns)
            item.setToolTip(0, tip(criterion.title))
            items[criterion.code] = item
        self._tree.expandAll()
        self._tree.setColumnWidth(0, max(self._tree.viewport().width() - 250, 220))
        self._tree.setColumnWidth(1, 110)

    def _choose_plan(self) -> None:
        kinds = self.tr("Kế hoạch (*.docx *.xlsx *.xls *.csv *.txt)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn tệp kế hoạch"), "", kinds)
        if path:
            self._plan_path.setText(path)
            self._on_plan()

    def _choose_folder(self) -> None:
        if path := QFileDialog.getExistingDirectory(self, self.tr("Chọn nơi lưu dữ liệu"), self._folder.text()):
            self._folder.setText(str(Path(path)))

    def _choose_existing(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục dữ liệu đã có"), self._folder.text())
        if path:
            self._open_folder(Path(path))

    def _open_folder(self, folder: Path) -> None:
        self._busy(True)
        person = self._preferences.person
        self._tasks.read(
            Workspace, folder, person, done=self._on_workspace, failed=lambda error: self._on_problem(error, folder)
        )

    def _on_folder(self) -> None:
        folder = Path(self._folder.text().strip())
        words = ""
        if is_unc(str(folder)) or is_on_network(folder):
            words = self.tr("Thư mục này nằm trên mạng nên dữ liệu dễ hỏng. Hãy chọn một thư mục trên ổ đĩa máy này.")
        elif is_synchronised(folder):
            words = self.tr("Thư mục này được đồng bộ lên mạng nên dữ liệu dễ hỏng. Hãy chọn một thư mục khác.")
        self._folder_warning.setText(words)
        self._folder_warning.setVisible(bool(words))

    def _on_create(self) -> None:
        folder = self._folder.text().strip()
        if self._draft is None or not folder:
            return
        draft = replace(
            self._draft,
            title=self._title.text().strip(),
            organisation=self._organisation.text().strip(),
            parent=self._parent.text().strip(),
            place=self._place.text().strip(),
        )
        catalogue = self._catalogues.currentData() if self._builtin.isChecked() else ""
        self._busy(True)
        person = self._preferences.person
        self._tasks.read(
            make_workspace, Path(folder), person, draft, catalogue, done=self._on_workspace, failed=self._on_problem
        )

    def _on_workspace(self, workspace: Workspace) -> None:
        self.opened.emit(workspace)
        self.accept()

    def _on_problem(self, error: UserError, folder: Path | None = None) -> None:
        """`folder` could not be opened: it can be tried again."""
        self._busy(False)
        again = partial(self._open_folder, folder) if folder else None
        self._messages.say(message(error.code, error.facts), self.tr("Thử lại"), again)

    def _busy(self, is_busy: bool) -> None:
        self._create.setEnabled(not is_busy and self._draft is not None)
        self._open.setEnabled(not is_busy)

    def _on_finished(self) -> None:
        self._worker.close()
        self._tasks.close()


def _row(field: QWidget, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
