"""Errands to places that may never answer, such as a share: each in a thread that is left behind when it hangs."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any, Generic, TypeVar

from core.progress import Progress

T = TypeVar("T")
Sign = Callable[[], None]

SILENT_SECONDS = 15.0  # without a sign an errand counts as hanging; a long one that goes on giving signs does not
WAKE_SECONDS = 0.1


class _LeftError(Exception):
    """Nobody waits for this errand any more."""


class _Errand(Thread, Generic[T]):
    """Nobody can end its thread: a hard mount lets go of none."""

    def __init__(self, work: Callable[[Sign], T], finished: Event) -> None:
        super().__init__(name="errand", daemon=True)
        self._work = work
        self._finished = finished
        self.sign = time.monotonic()
        self.is_left = self.is_over = False
        self.results: list[T] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.results.append(self._work(self._on_sign))
        except BaseException as error:  # handed to whoever waits
            self.error = error
        self.is_over = True
        self._finished.set()

    def _on_sign(self) -> None:
        self.sign = time.monotonic()
        if self.is_left:
            raise _LeftError


class Errands:
    """Keep one object: it remembers which places have not answered, and does not go there again until they have.

    Safe to use from several threads.
    """

    def __init__(self, silent_seconds: float = SILENT_SECONDS) -> None:
        self._silent_seconds = silent_seconds
        self._hanging: dict[Path, _Errand[Any]] = {}
        self._lock = Lock()

    def run(self, jobs: Mapping[Path, Callable[[Sign], T]], progress: Progress) -> dict[Path, T]:
        """What each piece of work on its place returns; a place that does not answer is left out.

        The work calls its Sign whenever it was answered, and lets everything through that this raises: then nobody
        waits for it any more. Raises what the work raises; Cancelled.
        """
        finished = Event()
        with self._lock:
            self._hanging = {place: one for place, one in self._hanging.items() if not one.is_over}
            errands = {place: _Errand(work, finished) for place, work in jobs.items() if place not in self._hanging}
        try:
            for one in errands.values():
                one.start()
            while waiting := {place: one for place, one in errands.items() if not one.is_over}:
                silent = time.monotonic() - self._silent_seconds
                if all(one.sign < silent for one in waiting.values()):
                    break
                progress.check()
                finished.wait(WAKE_SECONDS)
                finished.clear()
        finally:
            self._leave({place: one for place, one in errands.items() if not one.is_over})
        for one in errands.values():
            if one.error and not one.is_left:
                raise one.error
        return {place: one.results[0] for place, one in errands.items() if one.results and not one.is_left}

    def _leave(self, errands: Mapping[Path, _Errand[Any]]) -> None:
        for one in errands.values():
            one.is_left = True
        with self._lock:
            self._hanging.update(errands)
