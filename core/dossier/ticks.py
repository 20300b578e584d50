"""How far a long function in the worker is, and the wish to stop it: told through files that both sides see."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core.progress import Cancelled

T = TypeVar("T")
LOOK_EVERY_SECONDS = 0.1


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

    def follow(self, function: Callable[[], T], on_tick: Callable[[int], None]) -> T:
        """Run a function that waits for the worker and tell `on_tick` the steps done; when that raises, stop both."""
        with ThreadPoolExecutor(1, "dossier") as pool:
            future = pool.submit(function)
            while not _is_done(future):
                try:
                    on_tick(self._count.stat().st_size if self._count.exists() else 0)
                except BaseException:
                    self._stop.touch()
                    raise
            return future.result()

    @property
    def _count(self) -> Path:
        return self.folder / "ticks"

    @property
    def _stop(self) -> Path:
        return self.folder / "stop"


def _is_done(future: Future[T]) -> bool:
    try:
        future.exception(LOOK_EVERY_SECONDS)
    except TimeoutError:
        return False
    return True
