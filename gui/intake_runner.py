"""Looks into the watched folders: at start, every few minutes, and soon after a hint of the watcher."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from core.intake.records import Folder, Observe, Passed, ScanResult
from core.intake.watcher import Watcher
from core.progress import Progress
from core.workspace import Workspace
from gui.tasks import Changes, TaskRunner

EVERY_MS = 60 * 1000  # an event that got lost costs a minute
AFTER_HINT_MS = 1500  # one look for a whole copy of files
AFTER_WAITING_MS = 8000  # files that were still being written
SHOW_EVERY_MS = 2000  # while a long look goes on, what has come so far is shown


class IntakeRunner(QObject):
    """Starts looks and tells through `tasks.changed`; a look that is asked for during another follows it.

    `folders_looked(list[Folder])` comes after each look and each change of the watched folders;
    `waiting_found(tuple[Passed])` after each look: the files that could not be taken yet;
    `accepted(int)` after a look that accepted so many files by themselves.
    """

    folders_looked = Signal(object)
    waiting_found = Signal(object)
    accepted = Signal(int)
    _hinted = Signal()

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folders: Sequence[Folder] = ()  # as `folders_looked` told last
        self.waiting: tuple[Passed, ...] = ()  # as `waiting_found` told last
        self._workspace = workspace
        self._tasks = tasks
        self._watcher: Watcher | None = None
        self._watcher_lock = threading.Lock()
        self._watched: dict[Path, Observe] = {}
        self._is_looking = False
        self._look_again = False
        self._is_stopped = False
        self._soon = self._make_timer(AFTER_HINT_MS, single=True)
        self._later = self._make_timer(AFTER_WAITING_MS, single=True)
        self._always = self._make_timer(EVERY_MS, single=False)
        self._show = QTimer(self)
        self._show.setInterval(SHOW_EVERY_MS)
        self._show.timeout.connect(lambda: tasks.changed.emit(Changes(arrivals=True)))
        # The watcher calls from its own thread.
        self._hinted.connect(self._on_hint, Qt.ConnectionType.QueuedConnection)
        tasks.changed.connect(self._on_changed)

    def start(self) -> None:
        self._always.start()
        self._load_folders()
        self.look()

    def stop(self) -> None:
        """Stop looking; a look that runs is cancelled by the task runner's close."""
        self._is_stopped = True
        for timer in (self._soon, self._later, self._always, self._show):
            timer.stop()
        self._watch([])

    def look(self) -> None:
        """Look now, or right after the look that is going on."""
        if self._is_stopped:
            return
        if self._is_looking:
            self._look_again = True
            return
        self._is_looking = True
        self._look_again = False
        task = self._tasks.long(self.tr("Đọc tệp mới"), self._scan, done=self._on_looked, resumes=True)
        task.progressed.connect(lambda *_: None if self._show.isActive() else self._show.start())
        task.ended.connect(self._on_ended)

    def _make_timer(self, milliseconds: int, *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(single)
        timer.timeout.connect(self.look)
        return timer

    def _scan(self, progress: Progress) -> ScanResult:
        return self._workspace.scan.run(progress=progress)

    def _on_hint(self) -> None:
        if not self._soon.isActive() and not self._is_stopped:
            self._soon.start()

    def _on_looked(self, result: ScanResult) -> None:
        if result.is_unfinished:
            self._later.start()
        self.waiting = result.waiting
        self.waiting_found.emit(self.waiting)
        accepted = sum(one.state == "accepted" for one in result.arrived)
        is_new = bool(accepted)
        self._tasks.changed.emit(
            Changes(evidence=is_new, documents=is_new, arrivals=bool(result.arrived), folders=True)
        )
        if accepted:
            self.accepted.emit(accepted)

    def _on_ended(self) -> None:
        self._is_looking = False
        self._show.stop()
        if self._look_again:
            self.look()

    def _on_changed(self, changes: Changes) -> None:
        if changes.folders and not self._is_stopped:
            self._load_folders()

    def _load_folders(self) -> None:
        self._tasks.read(self._workspace.folders.all, done=self._on_folders, key=self)

    def _on_folders(self, folders: Sequence[Folder]) -> None:
        self.folders = folders
        self.folders_looked.emit(folders)
        watched: dict[Path, Observe] = {folder.path: folder.observe for folder in folders}
        if watched == self._watched or self._is_stopped:
            return
        is_new = bool(watched.keys() - self._watched.keys())
        self._watched = watched
        self._tasks.read(self._watch, folders, slow=True)
        if is_new:
            self.look()

    def _watch(self, folders: Sequence[Folder]) -> None:
        """In a thread: to walk a large tree on a share takes its time."""
        with self._watcher_lock:
            if self._watcher:
                self._watcher.stop()
            self._watcher = Watcher(folders, self._hinted.emit) if folders and not self._is_stopped else None
            if self._watcher:
                self._watcher.start()
