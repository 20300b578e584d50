"""From a finished file in a watched folder to its arrival: kept, compared with what came before, and written down."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from core.database.engine import Database, new_id, now
from core.database.tables import arrival, watched_folder
from core.errors import UserError
from core.files import extended, path_text
from core.intake.inbox import HARMFUL, UNDECIDED, arrives_at
from core.intake.records import Folder
from core.intake.settle import Look, Sight, sight
from core.journal import Journal
from core.library.documents import kept_name
from core.library.originals import Originals
from core.library.store import Copy, Store
from core.patience import Sign

_Row: TypeAlias = Any  # of the columns that each query names
_SAME_PATH = (
    select(arrival.c.id, arrival.c.size, arrival.c.modified_ns, arrival.c.sha256, arrival.c.state)
    .where(arrival.c.path == bindparam("path"), arrival.c.set_id.is_(None))
    .order_by(arrival.c.arrived_at.desc(), arrival.c.id)
)
_SAME_BYTES = (
    select(arrival.c.id, arrival.c.path, watched_folder.c.path.label("root"))
    .select_from(arrival.outerjoin(watched_folder))
    .where(arrival.c.sha256 == bindparam("sha256"), arrival.c.set_id.is_(None))
    .where(or_(arrival.c.gone_at.is_(None), arrival.c.gone_at >= bindparam("since")))
    .order_by(arrival.c.arrived_at.desc(), arrival.c.id)
)


@dataclass(frozen=True)
class Elsewhere:
    """Another place, below the watched folder `root`, from which the same bytes arrived."""

    arrival_id: str
    path: Path
    root: Path | None

    def is_gone(self, to: Path) -> bool:
        """Whether the file is missing from a folder that is there, or `to` is another spelling of its path."""
        if os.path.normcase(path_text(to)) == os.path.normcase(path_text(self.path)):
            return True
        try:
            extended(self.path).lstat()
        except (FileNotFoundError, NotADirectoryError):
            return os.path.isdir(self.root or self.path.parent)  # noqa: PTH112 - Path.is_dir raises where it is closed to us
        except OSError:
            return False
        return False


class Taking:
    """Writes the rows of arrivals; each file is one transaction."""

    def __init__(self, database: Database, journal: Journal, store: Store, originals: Originals) -> None:
        self._database = database
        self._journal = journal
        self._store = store
        self._originals = originals

    def compare(self, root: Path, seen: Look) -> set[Sight]:
        """Everything that was ever taken or refused below a folder; what the look misses is noted as gone."""
        start = path_text(root).rstrip(os.sep)
        columns = (arrival.c.id, arrival.c.path, arrival.c.size, arrival.c.modified_ns, arrival.c.gone_at)
        query = select(*columns).where(
            arrival.c.path > start + os.sep,
            arrival.c.path < start + chr(ord(os.sep) + 1),
            arrival.c.set_id.is_(None),
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        if seen.problem is None:  # what is away is not deleted
            self._note_gone(rows, seen)
        return {Sight(row.path, row.size, row.modified_ns) for row in rows}

    def _note_gone(self, rows: Sequence[_Row], seen: Look) -> None:
        present = {one.path for one in seen.files.values()}
        closed = tuple(one.path + os.sep for one in seen.unreadable)
        missed = [row for row in rows if row.gone_at is None and row.path not in present]
        gone = [row.id for row in missed if not (row.path + os.sep).startswith(closed)]
        back = [row.id for row in rows if row.gone_at is not None and row.path in present]
        if not gone and not back:
            return
        query = update(arrival).where(arrival.c.id == bindparam("key")).values(gone_at=bindparam("at"))
        changes = [{"key": key, "at": now()} for key in gone] + [{"key": key, "at": None} for key in back]
        with self._database.write() as connection:
            connection.execute(query, changes)

    def fetch(self, path: Path, one: Sight, on_sign: Sign) -> Copy:
        """A copy of a file that stood still since it was seen, for `take`. Raises as `sight` and Store.copy do."""
        seen = sight(path)
        if seen is None:
            raise UserError("file_missing", path=one.path)
        if seen != one or not one.size:
            raise UserError("file_changing" if seen.size else "file_empty", path=one.path)
        return self._store.copy(path, on_sign)

    def hashes(self) -> set[str]:
        """Of everything that ever arrived."""
        with self._database.read() as connection:
            return set(connection.scalars(select(arrival.c.sha256).where(arrival.c.sha256.is_not(None))))

    def elsewhere(self, sha256: str, since: datetime) -> list[Elsewhere]:
        """Where these bytes were until the run that began at `since`."""
        with self._database.read() as connection:
            rows = connection.execute(_SAME_BYTES, {"sha256": sha256, "since": since}).all()
        return [Elsewhere(row.id, Path(row.path), Path(row.root) if row.root else None) for row in rows]

    def take(self, path: Path, one: Sight, folder: Folder | None, copy: Copy, moved: Elsewhere | None) -> str | None:
        """Keep a copy, then write its row and its arrival; returns the arrival, None where the file is known.

        `moved` is where the file was until this run, and is no more. One that has only grown was taken too early, and
        its arrival has the whole of it from now on. Raises as Store.kept does.
        """
        with self._store.kept(copy) as (sha256, size), self._database.write() as connection:
            self._originals.register(connection, sha256, size)
            before = connection.execute(_SAME_PATH, {"path": one.path}).all()
            if self._is_known(connection, before, one, sha256):
                return None
            if not before and moved:
                self._move(connection, moved, path, one, folder)
                return None
            if before and self._is_whole_of(before[0], sha256, size):
                return self._complete(connection, before[0], one, sha256)
            arrival_id = self._insert(connection, path, one, folder, {"sha256": sha256, "state": "offered"})
            facts = {"path": one.path, "size": size, "sha256": sha256}
            self._journal.record(connection, "arrival.offered", f"arrival:{arrival_id}", None, facts)
            return arrival_id

    def refuse(self, path: Path, one: Sight, folder: Folder | None) -> bool:
        """Remember a harmful file, so that it is not looked into again; False where another scan did."""
        with self._database.write() as connection:
            if self._is_known(connection, connection.execute(_SAME_PATH, {"path": one.path}).all(), one, None):
                return False
            values = {"state": "refused", "reason": HARMFUL, "decided_at": now(), "decided_by": ""}
            arrival_id = self._insert(connection, path, one, folder, values)
            facts = {"path": one.path, "reason": HARMFUL}
            self._journal.record(connection, "arrival.refused", f"arrival:{arrival_id}", None, facts)
        return True

    def _insert(
        self, connection: Connection, path: Path, one: Sight, folder: Folder | None, values: dict[str, Any]
    ) -> str:
        arrival_id, came_from = new_id(), folder.id if folder else None
        row = {"id": arrival_id, "folder_id": came_from, "name": kept_name(path.name)}
        values = {**values, "arrived_at": arrives_at(connection, one.path), **self._database.stamp()}
        connection.execute(insert(arrival), {**row, **vars(one), **values})
        return arrival_id

    def _is_known(self, connection: Connection, before: Sequence[_Row], one: Sight, sha256: str | None) -> bool:
        """Asked again inside the transaction, since another scan may have been quicker.

        Where only the time of a known file has changed, that is noted, and it is not offered again.
        """
        if any((row.size, row.modified_ns) == (one.size, one.modified_ns) for row in before):
            return True
        if sha256 is None or not before or before[0].sha256 != sha256:
            return False
        self._change(connection, before[0].id, modified_ns=one.modified_ns)
        return True

    def _move(self, connection: Connection, moved: Elsewhere, path: Path, one: Sight, folder: Folder | None) -> None:
        where = {"folder_id": folder.id if folder else None, "name": kept_name(path.name), "gone_at": None}
        self._change(connection, moved.arrival_id, **vars(one), **where)
        facts = {"path": path_text(moved.path)}, {"path": one.path}
        self._journal.record(connection, "arrival.moved", f"arrival:{moved.arrival_id}", *facts)

    def _is_whole_of(self, before: _Row, sha256: str, size: int) -> bool:
        if before.state not in UNDECIDED or not before.sha256 or before.size >= size:
            return False
        return self._store.starts_with(sha256, before.sha256, before.size)

    def _complete(self, connection: Connection, before: _Row, one: Sight, sha256: str) -> str:
        self._change(connection, before.id, sha256=sha256, size=one.size, modified_ns=one.modified_ns)
        facts = [{"size": before.size, "sha256": before.sha256}, {"size": one.size, "sha256": sha256}]
        self._journal.record(connection, "arrival.completed", f"arrival:{before.id}", *facts)
        return str(before.id)

    def _change(self, connection: Connection, arrival_id: str, **values: object) -> None:
        query = update(arrival).where(arrival.c.id == arrival_id)
        connection.execute(query.values(**values, **self._database.stamp()))
