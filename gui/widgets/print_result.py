"""What was printed, what could not be, and what to do with it now."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.dossier.records import Omitted, Printed
from core.files import copy_whole
from core.progress import Progress
from gui.messages import problem
from gui.tasks import TaskRunner
from gui.widgets.parts import label, named


def copy_to(progress: Progress, source: Path, folder: Path) -> Path:
    progress.step(0, 0, source.name)
    copy_whole(source, folder / source.name)
    return folder / source.name


class PrintResult(QWidget):
    """Hidden until something was printed, or could not be."""

    open_requested = Signal(str, str)
    notified = Signal(str, str, object)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._path: Path | None = None
        self._heading = label(self.tr("Kết quả"), "heading")
        self._words = named(label(""), "dossier_result", self.tr("Kết quả in"))
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._words.linkActivated.connect(lambda key: self.open_requested.emit("document", key))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for name, words, slot in (
            ("dossier_open", self.tr("Mở"), self._open),
            ("dossier_open_folder", self.tr("Mở thư mục"), self._open_folder),
            ("dossier_copy", self.tr("Chép ra USB…"), self._copy),
        ):
            button = named(QPushButton(words), name)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._heading, self._words, self._buttons):
            column.addWidget(widget)
        column.addSpacing(16)
        self.clear()

    def clear(self) -> None:
        self._path = None
        self.hide()

    def show_words(self, words: str) -> None:
        """Why nothing was printed."""
        self._words.setText(escape(words))
        self._buttons.hide()
        self.show()

    def show_printed(self, printed: Printed) -> None:
        file = printed.files[0]
        self._path = file.path
        words = self.tr("Đã in {pages} trang, {documents} tài liệu, {evidence} minh chứng vào tệp:")
        counts = words.format(pages=file.pages, documents=printed.documents, evidence=printed.evidence)
        parts = [f"<p>{counts}</p><p><b>{escape(str(file.path))}</b></p>"]
        if printed.omitted:
            lines = "".join(f"<li>{_line(one)}</li>" for one in printed.omitted)
            words = self.tr("Không in được:")
            parts.append(f"<p>{words}</p><ul>{lines}</ul>")
        else:
            words = self.tr("Không tài liệu nào bị bỏ sót.")
            parts.append(f"<p>{words}</p>")
        self._words.setText("".join(parts))
        self._buttons.show()
        self.show()

    def _open(self) -> None:
        if self._path and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            self.notified.emit(self.tr("Máy này không có chương trình mở được tệp PDF."), "", None)

    def _open_folder(self) -> None:
        if self._path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _copy(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Chép hồ sơ vào thư mục hoặc USB"))
        if folder and self._path:
            self._tasks.long(self.tr("Chép hồ sơ"), copy_to, self._path, Path(folder), done=self._on_copied)

    def _on_copied(self, path: Path) -> None:
        self.notified.emit(self.tr("Đã chép hồ sơ vào {path}").format(path=path), "", None)


def _line(omitted: Omitted) -> str:
    return f'<a href="{omitted.document_id}">{escape(omitted.name)}</a>: {escape(problem(omitted.reason))}'
