"""How far a long function in the worker is, the wish to stop it, and what it is told while it runs: all through files
that both sides see.
"""

import pickle
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core.progress import Cancelled

T = TypeVar("T")
LOOK_EVERY_SECONDS = 0.1
WAIT_SECONDS = 0.003


@dataclass(frozen=True)
class Ticks:
    """Lies in a folder that both sides see and the parent removes."""

    folder: Path

    def tick(self) -> None:
        """One more step is done; raises Cancelled. In the worker."""
        self.check()
        with self._count.open("ab") as stream:
            stream.write(b".")

    def check(self) -> None:
        """Raises Cancelled when the parent wishes to stop. In the worker."""
        if self._stop.exists():
            raise Cancelled

    def wait(self, number: int) -> object:
        """What the parent hands over, counted from 0, as soon as it does; raises Cancelled. In the worker."""
        while not self._handed(number).exists():
            self.check()
            time.sleep(WAIT_SECONDS)
        return pickle.loads(self._handed(number).read_bytes())

    def follow(
        self,
        function: Callable[[], T],
        make: Callable[[], Iterable[object]],
        then: Callable[[], object],
        on_tick: Callable[[int], None],
    ) -> T:
        """Run a function that waits for the worker, hand over one thing that `make` has after the other, then do what
        there is time for, and tell `on_tick` the steps done; when one of these raises, stop both. What an earlier run
        left in the folder is not for this one.
        """
        for left in (self._count, *self.folder.glob("handed-*")):
            left.unlink(missing_ok=True)
        with ThreadPoolExecutor(1, "dossier") as pool:
            future = pool.submit(function)
            try:
                for number, thing in enumerate(make()):
                    whole = self.folder / "part"
                    whole.write_bytes(pickle.dumps(thing))
                    whole.replace(self._handed(number))
                then()
                while not _is_done(future):
                    on_tick(self._count.stat().st_size if self._count.exists() else 0)
            except BaseException:
                self._stop.touch()
                raise
            return future.result()

    @property
    def _count(self) -> Path:
        return self.folder / "ticks"

    def _handed(self, number: int) -> Path:
        return self.folder / f"handed-{number}"

    @property
    def _stop(self) -> Path:
        return self.folder / "stop"


def _is_done(future: Future[T]) -> bool:
    try:
        future.exception(LOOK_EVERY_SECONDS)
    except TimeoutError:
        return False
    return True
