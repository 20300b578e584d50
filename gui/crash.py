"""Bugs: every one is logged, shown with its log, and survived where that is possible."""

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from gui.widgets.parts import label, named

LOG = "minhchung.log"
FAULTS = "faults.log"
LARGEST_LOG_BYTES = 1_000_000

log = logging.getLogger("minhchung")


class CrashDialog(QDialog):
    """What happened, for whoever has to find out why. More bugs while it stands are added to it."""

    def __init__(self, details: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(self.tr("Minh Chứng gặp sự cố"))
        self.resize(720, 460)
        self._folder = folder
        words = self.tr(
            "Chương trình gặp một sự cố ngoài dự kiến. Dữ liệu đã lưu vẫn còn nguyên. Hãy chép nội dung dưới đây gửi "
            "cho người hỗ trợ, rồi làm tiếp; nếu sự cố lặp lại, hãy thoát và mở lại chương trình."
        )
        self.details = named(QPlainTextEdit(details), "crash_details", self.tr("Nội dung sự cố"))
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        copy = named(buttons.addButton(self.tr("Chép nội dung"), roles.ActionRole), "crash_copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        folder_button = named(buttons.addButton(self.tr("Mở thư mục nhật ký"), roles.ActionRole), "crash_folder")
        folder_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        stop = named(buttons.addButton(self.tr("Thoát chương trình"), roles.DestructiveRole), "crash_quit")
        stop.clicked.connect(self._on_quit)
        go_on = named(buttons.addButton(self.tr("Làm tiếp"), roles.AcceptRole), "crash_go_on")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(label(words))
        layout.addWidget(self.details, 1)
        layout.addWidget(buttons)

    def add(self, details: str) -> None:
        self.details.appendPlainText(f"\n{details}")

    def _on_quit(self) -> None:
        self.accept()
        QApplication.exit(1)


class CrashReporter(QObject):
    """Takes over the hooks for what nobody caught, in any thread, until `remove`."""

    _caught = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder or user_log_path("MinhChung", appauthor=False)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._handler = RotatingFileHandler(
            self.folder / LOG, maxBytes=LARGEST_LOG_BYTES, backupCount=3, encoding="utf-8"
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._faults: TextIO = (self.folder / FAULTS).open("a", encoding="utf-8")
        self._dialog: CrashDialog | None = None
        self.has_reported = False
        # A bug in a thread is shown on the GUI thread; one in a paint event, after the painting.
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        logging.getLogger().addHandler(self._handler)  # and what all other modules warn of
        faulthandler.enable(self._faults)
        sys.excepthook = self.report
        threading.excepthook = lambda args: self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def remove(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        self._faults.close()

    def report(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log an exception and show it."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self.has_reported = True
        log.critical(details)
        if sys.stderr:  # a program without a console on Windows has none
            words = self.tr("Minh Chứng gặp sự cố. Nhật ký: {path}").format(path=self.folder / LOG)
            sys.stderr.write(f"{words}\n")
        self._caught.emit(details)

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        if self._dialog:
            self._dialog.add(details)
            return
        self._dialog = CrashDialog(details, self.folder, QApplication.activeWindow())
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
        self._dialog = None
