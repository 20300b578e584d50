"""Looks at several folders at once: a share that does not answer keeps nobody but itself."""

import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

from core.intake.settle import Look, look
from core.progress import Progress

SILENT_SECONDS = 15.0  # without a sign a folder counts as hanging; a large one that goes on giving answers does not
WAKE_SECONDS = 0.1


class _Looking(Thread):
    """One look, in a thread that nobody can end: a hard mount lets go of none."""

    def __init__(self, root: Path, finished: Event) -> None:
        super().__init__(name="look", daemon=True)
        self._root = root
        self._finished = finished
        self.sign = time.monotonic()
        self.seen: Look | None = None
        self.error: BaseException | None = None

    @property
    def is_over(self) -> bool:
        return self.seen is not None or self.error is not None

    def run(self) -> None:
        try:
            self.seen = look(self._root, self._on_sign)
        except BaseException as error:  # handed to whoever waits
            self.error = error
        self._finished.set()

    def _on_sign(self) -> None:
        self.sign = time.monotonic()


class Looks:
    """Keep one object: it remembers which folders have not come back, and does not ask them again until they have."""

    def __init__(self, silent_seconds: float = SILENT_SECONDS) -> None:
        self._silent_seconds = silent_seconds
        self._hanging: dict[Path, _Looking] = {}

    def at(self, roots: Sequence[Path], progress: Progress) -> dict[Path, Look]:
        """What each folder holds; the problem of one that does not answer is "folder_hanging". Raises Cancelled."""
        self._hanging = {root: one for root, one in self._hanging.items() if not one.is_over}
        finished = Event()
        looking = {root: _Looking(root, finished) for root in roots if root not in self._hanging}
        for one in looking.values():
            one.start()
        while waiting := {root: one for root, one in looking.items() if not one.is_over}:
            silent = time.monotonic() - self._silent_seconds
            if all(one.sign < silent for one in waiting.values()):
                self._hanging |= waiting
                break
            progress.check()
            finished.wait(WAKE_SECONDS)
            finished.clear()
        return {root: self._seen(looking.get(root)) for root in roots}

    def _seen(self, one: _Looking | None) -> Look:
        if one is None or not one.is_over:
            return Look(problem="folder_hanging")
        if one.error:
            raise one.error
        assert one.seen
        return one.seen
