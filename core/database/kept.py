"""What was read out of the database, kept until a transaction changes what it was read from."""

from collections.abc import Callable, Collection, Sequence
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection

from core.database.engine import Database
from core.database.recording import RowChange

MOST_CHANGES = 1000  # of so many and more it is cheaper to read everything anew

T = TypeVar("T")


class Kept(Generic[T]):
    """Of the appraisal that is worked on. `get` answers with what the last transaction left; safe from any thread."""

    def __init__(
        self,
        database: Database,
        tables: Collection[str],
        load: Callable[[Connection], T],
        mend: Callable[[Connection, T, Sequence[RowChange]], T],
    ) -> None:
        """`load` reads everything out of `tables`; `mend` reads, of what was kept, what these changes touched."""
        self._database = database
        self._tables = frozenset(tables)
        self._load = load
        self._mend = mend
        self._kept: T | None = None
        self._appraisal: str | None = None
        self._waiting: list[RowChange] = []
        self._reading = Lock()
        self._noting = Lock()
        database.listen(self._on_written)

    def get(self) -> T:
        with self._reading:
            appraisal = self._database.appraisal
            if appraisal != self._appraisal:
                self._kept, self._appraisal = None, appraisal
            with self._noting:  # before the snapshot begins: what is written meanwhile is read again the next time
                changes, self._waiting = self._waiting, []
            kept, self._kept = self._kept, None  # lost where reading fails
            if kept is None or changes:
                with self._database.read() as connection:
                    if kept is None or len(changes) >= MOST_CHANGES:
                        kept = self._load(connection)
                    else:
                        kept = self._mend(connection, kept, changes)
            self._kept = kept
            return kept

    def _on_written(self, changes: Sequence[RowChange]) -> None:
        with self._noting:
            if len(self._waiting) < MOST_CHANGES:
                self._waiting += [change for change in changes if change.table in self._tables]
