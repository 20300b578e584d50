"""What is done with a dossier once it is printed: onto a stick, onto paper, sealed, printed again; and its wording."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from core.dossier.records import Printed, PrintedFile
from core.dossier.seals import Seal
from core.dossier.stick.records import Stick
from core.errors import UserError
from core.files import with_ending
from core.progress import Progress
from core.workspace import Workspace
from gui.dialogs.paper import PaperDialog
from gui.dialogs.seals import SealDialog, SealsDialog
from gui.dialogs.wording import WordingDialog
from gui.messages import message
from gui.paper import print_pages
from gui.tasks import TaskRunner
from gui.widgets.parts import named
from gui.widgets.print_result import PrintResult


def reprint(progress: Progress, workspace: Workspace, out: Path, name: str) -> Printed:
    return workspace.dossier.reprint(out, name, progress=progress)


def hand_over(progress: Progress, workspace: Workspace, out: Path, printed: Printed, force: bool) -> Stick:
    return workspace.stick.hand_over(out, printed, force=force, progress=progress)


def documents_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class DossierActions(QObject):
    """`started(task)` with each long task, `settled` before it ends unless it was stopped; `notified` as of a page.

    `name` is what a stick of what was printed is called. Whoever owns it lets one task run at a time.
    """

    started = Signal(object)
    settled = Signal()
    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, result: PrintResult, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self._workspace = workspace
        self._tasks = tasks
        self._result = result
        self._window = parent
        result.stick_wanted.connect(self._on_stick_wanted)
        result.paper_wanted.connect(self._show_paper)
        result.seal_wanted.connect(self._show_seal)

    def show_wording(self) -> None:
        self._open(WordingDialog(self._workspace, self._tasks, self._window))

    def show_seals(self) -> None:
        dialog = SealsDialog(self._workspace, self._tasks, self._window)
        dialog.reprint_wanted.connect(self._reprint)
        self._open(dialog)

    # --- onto a stick

    def hand_over(self, out: Path, force: bool = False) -> None:
        """Put what was printed last, with its originals, into a folder or a zip."""
        if self._result.printed:
            task = self._tasks.long(
                self.tr("Chép cho đoàn kiểm tra"),
                hand_over,
                self._workspace,
                out,
                self._result.printed,
                force,
                done=self._on_handed_over,
                failed=lambda error: self._on_not_handed_over(error, out),
            )
            self.started.emit(task)

    def _on_stick_wanted(self, is_zip: bool) -> None:
        if is_zip:
            chosen, _ = QFileDialog.getSaveFileName(
                self._window,
                self.tr("Tệp zip cho đoàn kiểm tra"),
                str(documents_folder() / f"{self.name}.zip"),
                "Zip (*.zip)",
                options=QFileDialog.Option.DontConfirmOverwrite,
            )
            if chosen:
                self.hand_over(with_ending(Path(chosen), ".zip"))
        elif folder := QFileDialog.getExistingDirectory(
            self._window, self.tr("Chép cho đoàn kiểm tra vào USB hoặc thư mục")
        ):
            self.hand_over(Path(folder) / self.name)

    def _on_handed_over(self, stick: Stick) -> None:
        self.settled.emit()
        self._result.show_handed_over(stick)

    def _on_not_handed_over(self, error: UserError, out: Path) -> None:
        if error.code == "stick_exists":
            self.settled.emit()
            QTimer.singleShot(0, self, lambda: self._ask_to_replace(out))  # when this task has ended
        else:
            self._on_told(message(error.code, error.facts))

    def _ask_to_replace(self, out: Path) -> None:
        box = named(QMessageBox(self._window), "dossier_replace")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Ở {path} đã có một bộ hồ sơ chép ra trước đây. Thay bộ cũ?").format(path=out))
        replacing = box.addButton(self.tr("Thay bộ cũ"), QMessageBox.ButtonRole.AcceptRole)
        replacing.clicked.connect(lambda: self.hand_over(out, force=True))
        box.setDefaultButton(box.addButton(self.tr("Để nguyên"), QMessageBox.ButtonRole.RejectRole))
        box.open()

    # --- onto paper

    def _show_paper(self) -> None:
        if self._result.printed:
            dialog = PaperDialog(self._workspace, self._tasks, self._result.printed, self._window)
            dialog.wanted.connect(self._on_paper_wanted)
            self._open(dialog)

    def _on_paper_wanted(self, file: PrintedFile, pages: Sequence[int], printer: QPrinter) -> None:
        words = self.tr("Đã gửi {pages} trang tới máy in.").format(pages=len(pages))
        task = self._tasks.long(
            self.tr("In ra giấy"),
            print_pages,
            self._workspace.reader,
            self._workspace.folder / "cache",
            file.path,
            pages,
            printer,
            done=lambda _: self._on_told(words),
            failed=lambda error: self._on_told(message(error.code, error.facts)),
        )
        self.started.emit(task)

    # --- sealing

    def _show_seal(self) -> None:
        dialog = SealDialog(self._workspace, self._tasks, self._window)
        dialog.sealed.connect(self._on_sealed)
        self._open(dialog)

    def _on_sealed(self, seal: Seal) -> None:
        self._result.show_sealed()
        self.notified.emit(self.tr("Đã niêm phong với tên “{name}”.").format(name=seal.name), "", None)

    def _reprint(self, name: str, out: Path) -> None:
        self._result.clear()
        self.name = out.stem
        task = self._tasks.long(
            self.tr("In lại hồ sơ"),
            reprint,
            self._workspace,
            out,
            name,
            done=self._on_reprinted,
            failed=self._on_not_reprinted,
        )
        self.started.emit(task)

    def _on_reprinted(self, printed: Printed) -> None:
        self.settled.emit()
        self._result.show_printed(printed, can_seal=False)

    def _on_not_reprinted(self, error: UserError) -> None:
        self.settled.emit()
        self._result.show_words(message(error.code, error.facts))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_told(self, words: str) -> None:
        self.settled.emit()
        self.notified.emit(words, "", None)
