"""What a person does in the window: through the task runner, told in words, with a way back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.workspace import Workspace
from gui.tasks import Changes, TaskRunner


class Actions(QObject):
    """`notified` is that of a page."""

    notified = Signal(str, str, object)
    CHANGES = Changes(criteria=True, evidence=True)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks

    def _do(
        self,
        function: Callable[[], Any],
        words: str,
        *,
        failed: Callable[[UserError], object] | None = None,
        done: Callable[[], object] | None = None,
    ) -> None:
        """`done` comes after it went well, `failed` with what a person can mend."""

        def say(_result: object) -> None:
            if done:
                done()
            self._offer(words)

        self._write(function, say, failed)

    def _offer(self, words: str) -> None:
        """Say what was done, and offer to take it back, if anything was."""
        self.notified.emit(words, self.tr("Hoàn tác"), self._tasks.take_back())

    def _write(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        self._tasks.write(function, changes=self.CHANGES, done=done, failed=failed)
