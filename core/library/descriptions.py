"""Changes of a document's description: written, journaled and made searchable in one go."""

from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, select, update

from core.database.engine import Database
from core.database.tables import document, original, revision
from core.errors import UserError
from core.journal import Journal
from core.library.search import Search
from core.reading.description import DATES, FIELDS, Description
from core.reading.sources import Source, Sources, from_json, to_json
from core.text import nfc, squeeze

Value: TypeAlias = str | date | None


class Descriptions:
    """Works inside the transaction that it is given."""

    def __init__(self, database: Database, journal: Journal, search: Search) -> None:
        self._database = database
        self._journal = journal
        self._search = search

    def change(self, connection: Connection, document_id: str, fields: dict[str, Value]) -> None:
        """Set these fields as a person says; None or "" empties one, and it stays empty whatever is read later.

        Raises UserError: "field_unknown", "document_unknown".
        """
        if unknown := fields.keys() - set(FIELDS):
            raise UserError("field_unknown", field=min(unknown))
        typed = Source("person", "typed", by=self._database.actor)
        self._write(connection, document_id, fields, dict.fromkeys(fields, typed), "document.described")

    def follow(self, connection: Connection, document_id: str) -> None:
        """Take over what was read of the current revision, into the fields that no person has written.

        Those are empty, or still as they were read of the revision before.
        """
        readings = select(original.c.description, original.c.sources).join(revision)
        readings = readings.where(revision.c.document_id == document_id)
        latest = connection.execute(readings.order_by(revision.c.number.desc()).limit(2)).all()
        read, *older = [tidied(Description.from_json(row.description)) for row in latest]
        before = older[0] if older else Description()
        now, told = self._current(connection, document_id)
        typed = {name for name, one in told.items() if one.place == "person"}
        free = [name for name in FIELDS if name not in typed and getattr(now, name) in (None, getattr(before, name))]
        fields = {name: value for name in free if (value := getattr(read, name)) is not None}
        self._write(connection, document_id, fields, from_json(latest[0].sources), "document.read")

    def _write(
        self, connection: Connection, document_id: str, fields: dict[str, Value], sources: Sources, action: str
    ) -> None:
        now, told = self._current(connection, document_id)
        after = {name: tidy(name, value) for name, value in fields.items()}
        after = {name: value for name, value in after.items() if value != getattr(now, name)}
        if after:
            told = {name: one for name, one in told.items() if name not in after}
            told |= {name: one for name, one in sources.items() if name in after}
            query = update(document).where(document.c.id == document_id)
            connection.execute(query.values(**after, sources=to_json(told), **self._database.stamp()))
            before = {name: getattr(now, name) for name in after}
            self._journal.record(connection, action, f"document:{document_id}", _plain(before), _plain(after))
        self._search.refresh(connection, document_id)

    def _current(self, connection: Connection, document_id: str) -> tuple[Description, dict[str, Source]]:
        columns = [document.c[name] for name in (*FIELDS, "sources")]
        row = connection.execute(select(*columns).where(document.c.id == document_id)).mappings().one_or_none()
        if row is None:
            raise UserError("document_unknown", prefix=document_id)
        return Description(**{name: row[name] for name in FIELDS}), from_json(row["sources"])


def tidied(description: Description) -> Description:
    values: dict[str, Any] = {name: tidy(name, getattr(description, name)) for name in FIELDS}
    return Description(**values)


def tidy(name: str, value: Value) -> Value:
    """As a field is kept: dates as dates; text in NFC without needless blanks; None where nothing is left."""
    if value is None:
        return None
    if name in DATES:
        if isinstance(value, str):
            raise TypeError(f"{name} takes a date")
        return value.date() if isinstance(value, datetime) else value
    text = str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return (nfc(text).strip() if name == "note" else squeeze(text)) or None


def _plain(fields: dict[str, Any]) -> dict[str, str | None]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
