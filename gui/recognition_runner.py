"""Recognises the letters of scans and photos while nobody waits for it."""

from PySide6.QtCore import QObject, QTimer

from core.errors import UserError
from core.workspace import Workspace
from gui.tasks import Changes, Task, TaskRunner

SHOW_EVERY_MS = 5000  # what has been recognised so far is shown
_SEEN = Changes(arrivals=True, documents=True)


class RecognitionRunner(QObject):
    """Begins whenever pages wait, as they do after files came; who stops it has peace until the next start."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._is_running = False
        self._is_stopped = False
        self._show = QTimer(self)
        self._show.setInterval(SHOW_EVERY_MS)
        self._show.timeout.connect(lambda: tasks.changed.emit(_SEEN))
        tasks.changed.connect(self._on_changed)

    def start(self) -> None:
        self._on_changed(_SEEN)

    def stop(self) -> None:
        """Begin no more; a page that is being recognised is cut short by the task runner's close."""
        self._is_stopped = True
        self._show.stop()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.arrivals or changes.documents) and not self._is_running and not self._is_stopped:
            self._tasks.read(self._workspace.recognition.waiting, done=self._on_waiting, key=self)

    def _on_waiting(self, pages: int) -> None:
        if not pages or self._is_running or self._is_stopped:
            return
        self._is_running = True
        task = self._tasks.long(
            self.tr("Nhận dạng chữ"),
            lambda progress: self._workspace.recognition.run(progress),
            changes=_SEEN,
            done=self._on_done,
            failed=self._on_failed,
            resumes=True,
        )
        task.ended.connect(lambda: self._on_ended(task))
        self._show.start()

    def _on_done(self, pages: int) -> None:
        # What is left lies in files that cannot be opened now: to try again at once would never end.
        self._is_stopped = self._is_stopped or not pages

    def _on_failed(self, error: UserError) -> None:
        # Once: what is missing now is missing for all pages, until somebody installs it.
        self._is_stopped = True
        self._tasks.problem.emit(error)

    def _on_ended(self, task: Task) -> None:
        self._is_running = False
        self._show.stop()
        if task.progress.is_cancelled:
            self._is_stopped = True
