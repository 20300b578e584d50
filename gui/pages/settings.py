"""The settings: watched folders, the appraisal, the program, the data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Appraisal
from core.intake.records import Observe, Passed
from core.library.records import Check
from core.progress import Progress
from core.workspace import Workspace
from gui.dialogs.codes import CodesDialog
from gui.page import Page
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from gui.translators import LANGUAGES
from gui.widgets.appraisal_form import AppraisalForm
from gui.widgets.folder_list import FolderList
from gui.widgets.parts import WheelGuard, label, named

WIDEST = 820


class SettingsPage(Page):
    """`language_chosen(code)`, `workspace_wanted()` and `look_wanted()` are for the program around the pages."""

    language_chosen = Signal(str)
    workspace_wanted = Signal()
    look_wanted = Signal()

    def __init__(
        self, workspace: Workspace, tasks: TaskRunner, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, tasks, parent)
        self._preferences = preferences
        self._folders = FolderList()
        self._appraisal = AppraisalForm()
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(8)
        sections = (
            (self.tr("Thư mục theo dõi"), self._folders),
            (self.tr("Kỳ đánh giá"), self._appraisal),
            (self.tr("Chương trình"), self._make_program()),
            (self.tr("Dữ liệu"), self._make_data()),
        )
        for words, section in sections:
            column.addSpacing(8)
            column.addWidget(label(words, "heading"))
            column.addWidget(section)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.make_head())
        layout.addWidget(scroll, 1)
        self._folders.add_wanted.connect(self.add_folder)
        self._folders.remove_wanted.connect(self._on_remove_folder)
        self._folders.look_wanted.connect(self.look_wanted)
        self._folders.change_wanted.connect(self._on_change_folder)
        self._appraisal.saved.connect(self._on_saved)
        self._appraisal.year_chosen.connect(self._on_year)
        self._appraisal.codes_wanted.connect(self._open_codes)
        self.home = scroll

    def show_waiting(self, waiting: Sequence[Passed]) -> None:
        """The files of the watched folders that could not be taken yet."""
        self._folders.show_waiting(waiting)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("SettingsPage", "Thiết lập")

    def reload(self, changes: Changes) -> None:
        if changes.folders:
            self.tasks.read(self.workspace.folders.all, done=self._folders.show_folders, key=(self, "folders"))
        if changes.appraisal:
            self.tasks.read(
                self.workspace.criteria.appraisal, done=self._appraisal.show_appraisal, key=(self, "appraisal")
            )

    def reveal(self, kind: str, key: str) -> None:  # noqa: ARG002 - only a new folder is at home here
        self._folders.choose()

    def add_folder(self, path: Path) -> None:
        """Watch a folder from now on."""
        self.tasks.write(self.workspace.folders.add, path, changes=Changes(folders=True))

    def _make_program(self) -> QWidget:
        section = QWidget()
        form = QFormLayout(section)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._language = named(QComboBox(), "language", self.tr("Ngôn ngữ"))
        for code, words in LANGUAGES.items():
            self._language.addItem(words, code)
        WheelGuard(self).guard(self._language)
        self._language.setCurrentIndex(self._language.findData(self._preferences.language))
        self._language.activated.connect(lambda: self.language_chosen.emit(self._language.currentData()))
        self._person = named(QLineEdit(self._preferences.person), "person")
        self._person.setMinimumWidth(260)
        self._person.setToolTip(self.tr("Tên này được ghi vào nhật ký cùng mỗi thay đổi"))
        self._person.editingFinished.connect(self._on_person)
        form.addRow(self.tr("Ngôn ngữ"), self._language)
        form.addRow(self.tr("Người sử dụng"), self._person)
        return section

    def _make_data(self) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        place = named(label(str(self.workspace.folder)), "workspace_path")
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        open_folder = named(QPushButton(self.tr("Mở thư mục dữ liệu")), "open_folder")
        open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workspace.folder))))
        self._verify = named(QPushButton(self.tr("&Kiểm tra tệp")), "verify")
        self._verify.setToolTip(self.tr("Đọc lại mọi tệp gốc và so với lúc nhận vào"))
        self._verify.clicked.connect(self._on_verify)
        other = named(QPushButton(self.tr("Mở dữ liệu khác…")), "other_workspace")
        other.clicked.connect(self.workspace_wanted)
        buttons = QHBoxLayout()
        for button in (open_folder, self._verify, other):
            buttons.addWidget(button)
        buttons.addStretch()
        self._verified = named(label("", "quiet"), "verified")
        column.addWidget(place)
        column.addLayout(buttons)
        column.addWidget(self._verified)
        return section

    def _on_remove_folder(self, key: str, path: Path) -> None:
        words = self.tr("Đã bỏ theo dõi {path}. Tệp đã nhận vẫn còn.").format(path=path)
        self.tasks.write(
            self.workspace.folders.remove,
            key,
            changes=Changes(folders=True),
            done=lambda _: self.notified.emit(words, self.tr("Hoàn tác"), self.tasks.take_back()),
        )

    def _on_change_folder(self, key: str, observe: Observe, accepts_by_code: bool) -> None:
        self.tasks.write(
            lambda: self.workspace.folders.change(key, observe=observe, accepts_by_code=accepts_by_code),
            changes=Changes(folders=True),
        )

    def _on_year(self, year: int | None) -> None:
        show = self._appraisal.show_moves
        moves = self.workspace.criteria.of_year
        self.tasks.read(moves, year, done=lambda found: show(len(found)), key=(self, "moves"))

    def _on_saved(self, fields: dict[str, Any]) -> None:
        self.tasks.write(
            lambda: self.workspace.criteria.edit_appraisal(**fields),
            changes=Changes(appraisal=True, criteria=True, evidence=True),
            done=self._on_appraisal_saved,
        )

    def _on_appraisal_saved(self, appraisal: Appraisal) -> None:
        self._appraisal.accept_saved(appraisal)
        self.notified.emit(self.tr("Đã lưu kỳ đánh giá."), self.tr("Hoàn tác"), self.tasks.take_back())

    def _open_codes(self) -> None:
        dialog = CodesDialog(self.workspace, self.tasks, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.notified.connect(self.notified)
        dialog.open()

    def _on_person(self) -> None:
        self._preferences.person = self._person.text()
        self.workspace.database.actor = self._preferences.person
        self._person.setText(self._preferences.person)

    def _on_verify(self) -> None:
        self._verify.setEnabled(False)
        self._verified.setText(self.tr("Đang kiểm tra…"))
        task = self.tasks.long(self.tr("Kiểm tra tệp"), self._check, done=self._on_verified)
        task.ended.connect(self._on_verify_ended)

    def _check(self, progress: Progress) -> Check:
        return self.workspace.verify(progress=progress)

    def _on_verified(self, check: Check) -> None:
        wrong = len(check.damaged) + len(check.missing)
        if wrong:
            words = self.tr(
                "Trong %n tệp có {damaged} tệp hỏng, {missing} tệp mất. Hãy chép lại từ bản sao lưu hoặc nhận lại tệp.",
                "",
                check.checked,
            ).format(damaged=len(check.damaged), missing=len(check.missing))
        else:
            words = self.tr("Cả %n tệp đều nguyên vẹn.", "", check.checked)
        self._verified.setText(words)

    def _on_verify_ended(self) -> None:
        self._verify.setEnabled(True)
        if self._verified.text() == self.tr("Đang kiểm tra…"):
            self._verified.setText(self.tr("Đã dừng kiểm tra."))
