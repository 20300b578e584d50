"""Progress and cancelling, handed to whatever takes longer than a blink."""

import threading
from collections.abc import Callable

Report = Callable[[int, int, str], None]


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The person asked to stop; whoever catches it leaves everything as it was before."""


class Progress:
    """Carries steps to the front end and the wish to stop back. Safe to use from several threads."""

    def __init__(self, report: Report | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say that `done` of `total` (0: not known) is done and `what` is next; raises Cancelled."""
        self.check()
        if self._report:
            self._report(done, total, what)

    def check(self) -> None:
        if self.is_cancelled:
            raise Cancelled

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()
