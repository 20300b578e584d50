"""The status bar's parts: the watched folders, and the long tasks that run."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from core.intake.records import Folder, Passed
from gui.messages import problem
from gui.tasks import Task, TaskRunner
from gui.widgets.parts import named, tip

MOST_WAITING = 20
PAUSE_MS = 500  # what is over sooner is not worth a flicker


class FolderStatus(QToolButton):
    """How the watched folders are; a click leads to where they are set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "folder_status")
        self.setAutoRaise(True)
        self._folders: Sequence[Folder] = ()
        self._waiting: Sequence[Passed] = ()
        self._is_short = False
        self._update()

    def set_short(self, is_short: bool) -> None:
        """Only the sign, where the words would leave too little room for others."""
        self._is_short = is_short
        self._update()

    def show_folders(self, folders: Sequence[Folder]) -> None:
        self._folders = folders
        self._update()

    def show_waiting(self, waiting: Sequence[Passed]) -> None:
        """Files that were seen but could not be taken yet."""
        self._waiting = waiting
        self._update()

    def _update(self) -> None:
        folders = self._folders
        away = [folder for folder in folders if folder.problem]
        if not folders:
            words = self.tr("○ Chưa theo dõi thư mục nào")
        elif away:
            words = self.tr("▲ {folder}: {problem}").format(
                folder=_name(away[0]), problem=problem(str(away[0].problem))
            )
        else:
            words = self._watched(folders)
        places = {folder.path for folder in folders}  # a folder that is away waits too, but is no file
        waiting = [passed for passed in self._waiting if Path(passed.path) not in places]
        if folders and waiting:
            words += " · " + self.tr("%n tệp đang chờ", "", len(waiting))
        self.setText(words[0] if self._is_short else words)
        self.setAccessibleName(words)
        paths = [str(folder.path) for folder in folders] or [self.tr("Bấm để thêm thư mục theo dõi")]
        paths += [f"{Path(passed.path).name}: {problem(passed.reason)}" for passed in waiting[:MOST_WAITING]]
        self.setToolTip(tip("\n".join([words, *paths] if self._is_short else paths)))

    def _watched(self, folders: Sequence[Folder]) -> str:
        looked = [folder.looked_at for folder in folders if folder.looked_at]
        name = _name(folders[0]) if len(folders) == 1 else self.tr("%n thư mục", "", len(folders))
        if not looked:
            return self.tr("◌ {name}: sắp xem lần đầu").format(name=name)
        when = min(looked).astimezone()
        return self.tr("● {name}: đang theo dõi (xem lúc {time})").format(name=name, time=f"{when:%H:%M}")


def _name(folder: Folder) -> str:
    return folder.path.name or str(folder.path)


class TaskStatus(QWidget):
    """The longest-running task with its progress and a button that stops it."""

    shown = Signal(bool)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._words = named(QLabel(), "task_words")
        self._bar = named(QProgressBar(), "task_progress", self.tr("Tiến độ"))
        self._bar.setFixedWidth(100)
        self._bar.setMaximumHeight(16)
        self._bar.setTextVisible(False)
        self._stop = named(QPushButton(self.tr("Dừng")), "task_stop")
        self._stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._update)
        self.hide()
        tasks.started.connect(self._on_started)
        for task in tasks.long_tasks():
            self._on_started(task)

    def _on_started(self, task: Task) -> None:
        self._tasks.append(task)
        task.progressed.connect(lambda done, total, what: self._on_progress(task, done, total, what))
        task.ended.connect(lambda: self._on_ended(task))
        self._pause.start()

    def _on_progress(self, task: Task, done: int, total: int, what: str) -> None:
        if task is not self._tasks[0]:
            return
        number = QLocale().toString
        count = f" {number(done)}/{number(total)}" if total else ""
        self._words.setText(f"{task.title}{count}")
        self._words.setToolTip(tip(what))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_ended(self, task: Task) -> None:
        self._tasks.remove(task)
        self._update()

    def _on_stop(self) -> None:
        if self._tasks:
            self._tasks[0].cancel()
            self._words.setText(self.tr("Đang dừng…"))

    def _update(self) -> None:
        if self._tasks and not self._pause.isActive():
            self._words.setText(self._tasks[0].title)
            self._bar.setRange(0, 0)
        self.setVisible(bool(self._tasks) and not self._pause.isActive())
