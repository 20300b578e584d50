"""The append-only log: who did what to which, when; each entry is chained to the one before by its hash."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from core.database import tables
from core.database.engine import Database, new_id, now

Facts = dict[str, Any]
FIRST = "0" * 64
_LAST = select(tables.journal.c.hash).order_by(tables.journal.c.line.desc()).limit(1)


@dataclass(frozen=True)
class Entry:
    """One line of the journal. `subject` is "kind:id"."""

    at: datetime
    actor: str
    action: str
    subject: str
    before: Facts | None
    after: Facts | None


def _hash(previous: str, entry: Entry) -> str:
    facts = [entry.at.isoformat(), entry.actor, entry.action, entry.subject, entry.before, entry.after]
    return hashlib.sha256((previous + json.dumps(facts, sort_keys=True, ensure_ascii=False)).encode()).hexdigest()


class Journal:
    """Writes inside the transaction of the change that it records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self, connection: Connection, action: str, subject: str, before: Facts | None = None, after: Facts | None = None
    ) -> None:
        """Append an entry; `before` and `after` must be plain JSON."""
        last = connection.scalar(_LAST) or FIRST
        entry = Entry(now(), self._database.actor, action, subject, before, after)
        columns = {"id": new_id(), "previous": last, "hash": _hash(last, entry), **vars(entry)}
        connection.execute(insert(tables.journal), columns)

    def entries(self, subject: str | None = None) -> list[Entry]:
        """In the order of writing; all, or those of one subject."""
        query = select(tables.journal).order_by(tables.journal.c.line)
        if subject:
            query = query.where(tables.journal.c.subject == subject)
        with self._database.read() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def is_whole(self) -> bool:
        """False where an entry was changed, taken out or put in between."""
        previous = FIRST
        with self._database.read() as connection:
            for row in connection.execute(select(tables.journal).order_by(tables.journal.c.line)):
                if row.previous != previous or row.hash != _hash(previous, _entry(row)):
                    return False
                previous = row.hash
        return True


def _entry(row: Any) -> Entry:
    return Entry(row.at, row.actor, row.action, row.subject, row.before, row.after)
