"""Archives that arrived: what is in them is offered as a set of arrivals."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy import Connection, delete, insert, or_, select, update

from core.database.engine import Database, new_id, now
from core.database.tables import arrival, original
from core.errors import UserError
from core.intake.inbox import HARMFUL, UNDECIDED, arrives_at
from core.intake.records import Passed
from core.journal import Journal
from core.library.harmful import is_harmful
from core.library.originals import Originals
from core.library.passwords import Passwords
from core.library.store import Store
from core.reading import media
from core.reading.archives import Entry, Unpacked
from core.reading.reader import Reader
from core.reading.reading import LOCKED

_PENDING = (
    select(
        arrival.c.id,
        arrival.c.path,
        arrival.c.folder_id,
        arrival.c.sha256,
        original.c.problems,
        arrival.c.unpacked_at,
    )
    .join(original, original.c.sha256 == arrival.c.sha256)
    .where(original.c.media_type == media.ZIP, arrival.c.state.in_(UNDECIDED))
    .where(arrival.c.set_id.is_(None))
    .order_by(arrival.c.arrived_at)
)

_SHUT = (arrival.c.state == "refused") & (arrival.c.reason == LOCKED)  # an entry that a password closed
_IS_SHUT = arrival.c.id.in_(select(arrival.c.set_id).where(_SHUT))


@dataclass(frozen=True)
class Packed:
    """An archive that waits to be unpacked, or to be unpacked again with its password."""

    id: str
    path: str
    folder_id: str | None
    sha256: str
    problems: list[str]
    unpacked_at: datetime | None


@dataclass(frozen=True)
class _Kept:
    """An entry whose bytes are in the store, or why they are not."""

    name: str
    size: int
    sha256: str | None = None
    problem: str | None = None


class Sets:
    """Unpacks each archive once: its entries become arrivals of their own, the refused ones with the reason."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        store: Store,
        originals: Originals,
        reader: Reader,
        passwords: Passwords,
    ) -> None:
        self._database = database
        self._journal = journal
        self._store = store
        self._originals = originals
        self._reader = reader
        self._passwords = passwords
        self._again: set[str] = set()  # unpacked with their password; what is shut now lies deeper

    def pending(self) -> list[Packed]:
        """The archives that nobody has decided on and that have not been unpacked, or not for want of a password."""
        opened = _IS_SHUT & arrival.c.sha256.in_(self._passwords.opened()) & arrival.c.id.not_in(self._again)
        with self._database.read() as connection:
            query = _PENDING.where(or_(arrival.c.unpacked_at.is_(None), opened))
            return [Packed(*row) for row in connection.execute(query)]

    def unpack(self, one: Packed) -> tuple[list[str], list[Passed]]:
        """Returns the arrivals that came of it, and what was refused.

        Raises UserError: "disk_full", "store_unwritable", and as Reader.unpack does; then it is as if nothing had been
        done.
        """
        if one.unpacked_at:
            self._again.add(one.id)
        with self._store.writing():
            unpacked = self._reader.unpack(self._passwords.path(one.sha256), self._store.folder)
            with self._store.lock:  # held until the rows are written
                return self._write(one, self._keep(unpacked), unpacked.problem)

    def _keep(self, unpacked: Unpacked) -> list[_Kept]:
        left = [self._store.folder / entry.file for entry in unpacked.entries if entry.file]
        try:
            return [self._kept(entry) for entry in unpacked.entries]
        finally:
            for path in left:
                with suppress(OSError):
                    path.unlink()

    def _kept(self, entry: Entry) -> _Kept:
        if entry.file is None:
            return _Kept(entry.name, entry.size, problem=entry.problem)
        path = self._store.folder / entry.file
        try:
            if is_harmful(path, PurePosixPath(entry.name).name):
                return _Kept(entry.name, entry.size, problem=HARMFUL)
        except UserError as error:
            if error.code == "file_in_use":
                raise
            return _Kept(entry.name, entry.size, problem="file_unreadable")  # taken away by a guard against viruses
        sha256, size = self._store.adopt(path)
        return _Kept(entry.name, size, sha256)

    def _write(self, one: Packed, kept: list[_Kept], problem: str | None) -> tuple[list[str], list[Passed]]:
        arrived: list[str] = []
        refused = [Passed(one.path, problem)] if problem else []
        with self._database.write() as connection:
            is_same = arrival.c.unpacked_at.is_not_distinct_from(one.unpacked_at)
            taken = update(arrival).where(arrival.c.id == one.id, is_same)
            if not connection.execute(taken.values(unpacked_at=now(), **self._database.stamp())).rowcount:
                return [], []  # another scan was quicker
            connection.execute(delete(arrival).where(arrival.c.set_id == one.id, _SHUT))  # they come again
            for entry in kept:
                path = one.path + os.sep + entry.name.replace("/", os.sep)
                if entry.sha256 is None:
                    refused.append(Passed(path, str(entry.problem)))
                    self._insert(connection, one, path, entry)
                elif not self._was_there(connection, path, entry.sha256):
                    self._originals.register(connection, entry.sha256, entry.size)
                    arrived.append(self._insert(connection, one, path, entry))
            if problem:
                problems = list(dict.fromkeys([*one.problems, problem]))
                connection.execute(update(original).where(original.c.sha256 == one.sha256).values(problems=problems))
            reasons = {entry.name: entry.problem for entry in kept if entry.problem}
            facts = {"entries": len(kept), "refused": reasons, "problem": problem}
            self._journal.record(connection, "arrival.unpacked", f"arrival:{one.id}", None, facts)
        return arrived, refused

    def _was_there(self, connection: Connection, path: str, sha256: str) -> bool:
        """Whether the archive, as it was before it changed, had the same bytes under this name."""
        query = select(arrival.c.id).where(arrival.c.path == path, arrival.c.sha256 == sha256)
        return connection.scalar(query.limit(1)) is not None

    def _insert(self, connection: Connection, one: Packed, path: str, entry: _Kept) -> str:
        arrival_id = new_id()
        values: dict[str, object] = {"state": "offered", "arrived_at": arrives_at(connection, path)}
        if entry.sha256 is None:
            values |= {"state": "refused", "reason": entry.problem, "decided_at": now(), "decided_by": ""}
        came = {"id": arrival_id, "folder_id": one.folder_id, "set_id": one.id}
        about = {"path": path, "name": PurePosixPath(entry.name).name, "size": entry.size, "modified_ns": 0}
        stamp = self._database.stamp()
        connection.execute(insert(arrival), {**came, **about, "sha256": entry.sha256, **values, **stamp})
        return arrival_id
