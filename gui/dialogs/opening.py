"""Says that a workspace is being opened, where that takes a while: a large one, or one that is upgraded first."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from gui.widgets.parts import label, named

PAUSE_MS = 400  # what is open sooner needs no words
WIDTH = 420


class OpeningNotice(QDialog):
    """Shows itself after a moment, and goes with `finish`. Nothing can be stopped here: an upgrade must end."""

    def __init__(self, folder: Path) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        named(self, "opening_notice", self.tr("Đang mở dữ liệu…"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFixedWidth(WIDTH)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(label(self.tr("Đang mở dữ liệu…"), "heading"))
        column.addWidget(label(str(folder), "quiet"))
        column.addWidget(bar)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.show)
        self._pause.start()

    def finish(self) -> None:
        self._pause.stop()
        self.hide()
        self.deleteLater()
