"""A long task on the page that started it: how far it is, how long it will take, and a button that stops it."""

import math
import time
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.tasks import Task
from gui.widgets.parts import label, named

FIRST_SECONDS = 3  # before that nothing can be said


class Pace:
    """How many seconds are left, from what took how long so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since = clock()

    def left(self, done: int, total: int) -> float | None:
        """None while it is too early to tell."""
        passed = self._clock() - self._since
        if not 0 < done <= total or passed < FIRST_SECONDS:
            return None
        return passed * (total - done) / done


class TaskProgress(QWidget):
    """Hidden while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._pace = Pace()
        self._bar = named(QProgressBar(), "progress_bar", self.tr("Tiến độ"))
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(14)
        self._stop = named(QPushButton(self.tr("Dừng")), "progress_stop")
        self._stop.clicked.connect(self._on_stop)
        self._words = named(label(""), "progress_words")
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(row)
        column.addWidget(self._words)
        self.hide()

    def follow(self, task: Task) -> None:
        self._task, self._pace = task, Pace()
        self._bar.setRange(0, 0)
        self._words.setText(f"{task.title}…")
        self._stop.setEnabled(True)
        task.progressed.connect(self._on_progress)
        task.ended.connect(self._on_ended)
        self.show()

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if not self._stop.isEnabled():
            return  # it is being stopped
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        count = self.tr("{done} / {total} bước").format(done=done, total=total) if total else ""
        self._words.setText("  ·  ".join(filter(None, (count, self._left(done, total), what))))

    def _left(self, done: int, total: int) -> str:
        seconds = self._pace.left(done, total)
        if seconds is None:
            return ""
        if seconds < 60:
            return self.tr("còn chưa đến 1 phút")
        return self.tr("còn khoảng {minutes} phút").format(minutes=math.ceil(seconds / 60))

    def _on_stop(self) -> None:
        if self._task:
            self._stop.setEnabled(False)
            self._words.setText(self.tr("Đang dừng…"))
            self._task.cancel()

    def _on_ended(self) -> None:
        self._task = None
        self.hide()
