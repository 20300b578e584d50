"""Sealed dossiers: what was printed, from which state, kept under a name and never changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Text, delete, insert, select, type_coerce, update

from core.catalogue.tree import load_appraisal
from core.database import tables
from core.database.engine import Database, new_id, now
from core.dossier.frozen import digest, freeze, thaw, thaw_fields
from core.dossier.options import Options
from core.dossier.records import Impression, Material, Placed, PrintedFile
from core.errors import UserError
from core.evidence.coverage import coverage
from core.journal import Journal

TABLE = tables.printed_dossier
KEPT = tuple(one.name for one in fields(Material) if one.name != "coverage")  # which is worked out of the others


@dataclass(frozen=True)
class Seal:
    """A sealed dossier by its name; `since` is the one that it supplements, `on` the day that it bears."""

    id: str
    name: str
    printed_at: datetime
    sealed_at: datetime
    sealed_by: str
    on: date
    since: str | None
    documents: int
    evidence: int
    files: tuple[PrintedFile, ...]


class _State(NamedTuple):
    """What a dossier is printed from, as it is kept, `state` as JSON; `digest` is of both."""

    state: str
    options: Any
    digest: str


class Seals:
    """The sealed dossiers of the appraisal, and its last printing, which is what can be sealed."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._foreknown: tuple[Material, Options, _State] | None = None

    def foreknow(self, material: Material, options: Options) -> "_State":
        """What `remember` will keep of these, worked out once: while a printing has to be waited for."""
        known = self._foreknown
        if known is None or known[0] is not material or known[1] is not options:
            known = self._foreknown = material, options, _state(material, options)
        return known[2]

    def remember(self, impression: Impression) -> None:
        """Keep this as the last printing, in the place of the one before."""
        material = impression.material
        kept = self.foreknow(material, impression.options)
        self._foreknown = None
        files = [replace(one, path=Path(one.path.name)) for one in impression.files]
        with self._database.write() as connection:
            unnamed = (TABLE.c.appraisal_id == material.appraisal.id) & TABLE.c.name.is_(None)
            connection.execute(delete(TABLE).where(unnamed))
            row = {
                "id": new_id(),
                "appraisal_id": material.appraisal.id,
                "printed_at": now(),
                "options": kept.options,
                "state": type_coerce(kept.state, Text),  # which is JSON already
                "digest": kept.digest,
                "places": freeze(impression.places),
                "files": freeze(files),
                "documents": len(impression.places),
                "evidence": impression.evidence,
            }
            connection.execute(insert(TABLE).values(**row, **self._database.stamp()))
            after = {name: row[name] for name in ("files", "documents", "evidence", "digest")}
            self._journal.record(connection, "dossier.printed", f"appraisal:{material.appraisal.id}", after=after)

    def seal(self, name: str) -> Seal:
        """Keep the last printing under a name, until somebody takes the seal off.

        Raises UserError: "seal_name_missing", "seal_name_taken" (name), "nothing_printed".
        """
        name = name.strip()
        if not name:
            raise UserError("seal_name_missing")
        with self._database.write() as connection:
            of_appraisal = TABLE.c.appraisal_id == load_appraisal(connection).id
            if connection.scalar(select(TABLE.c.id).where(of_appraisal & (TABLE.c.name == name))):
                raise UserError("seal_name_taken", name=name)
            row = connection.execute(select(TABLE).where(of_appraisal & TABLE.c.name.is_(None))).first()
            if row is None:
                raise UserError("nothing_printed")
            values = {"name": name, "sealed_at": now(), "sealed_by": self._database.actor, **self._database.stamp()}
            connection.execute(update(TABLE).where(TABLE.c.id == row.id).values(**values))
            after = {"name": name, "digest": row.digest, "files": row.files}
            self._journal.record(connection, "dossier.sealed", f"dossier:{row.id}", after=after)
            return _seal(connection.execute(select(TABLE).where(TABLE.c.id == row.id)).one())

    def unseal(self, name: str) -> None:
        """Take the seal off; where nothing was printed since, that printing can be sealed again under another name.

        Raises UserError: "seal_unknown", "seal_in_use" (name, other) where a supplement counts on from it.
        """
        with self._database.write() as connection:
            row = _row(connection, name)
            of_appraisal = TABLE.c.appraisal_id == row.appraisal_id
            others = connection.execute(select(TABLE).where(of_appraisal & (TABLE.c.id != row.id))).all()
            for one in others:
                if one.name and thaw(Options, one.options).since == row.name:
                    raise UserError("seal_in_use", name=row.name, other=one.name)
            this = TABLE.c.id == row.id
            if all(one.name for one in others):
                values = {"name": None, "sealed_at": None, "sealed_by": None, **self._database.stamp()}
                connection.execute(update(TABLE).where(this).values(**values))
            else:
                connection.execute(delete(TABLE).where(this))
            before = {"name": row.name, "digest": row.digest, "files": row.files}
            self._journal.record(connection, "dossier.unsealed", f"dossier:{row.id}", before=before)

    def all(self) -> tuple[Seal, ...]:
        """In the order of sealing."""
        with self._database.read() as connection:
            of_appraisal = TABLE.c.appraisal_id == load_appraisal(connection).id
            query = select(TABLE).where(of_appraisal & TABLE.c.name.is_not(None)).order_by(TABLE.c.sealed_at)
            return tuple(map(_seal, connection.execute(query)))

    def can_seal(self) -> bool:
        """Whether something was printed since the last sealing."""
        with self._database.read() as connection:
            of_appraisal = TABLE.c.appraisal_id == load_appraisal(connection).id
            return connection.scalar(select(TABLE.c.id).where(of_appraisal & TABLE.c.name.is_(None))) is not None

    def get(self, name: str) -> Impression:
        """What was sealed under this name; of its files the names only.

        Raises UserError: "seal_unknown", "seal_broken" (name).
        """
        with self._database.read() as connection:
            row = _row(connection, name)
        if digest([row.state, row.options]) != row.digest:
            raise UserError("seal_broken", name=name)
        options = thaw(Options, row.options)
        kept = thaw_fields(Material, row.state)
        known = coverage(kept["tree"], kept["evidence"], options.on or row.printed_at.date())
        places = thaw(Mapping[str, Placed], row.places)
        return Impression(Material(**kept, coverage=known), options, places, _files(row), row.evidence)


def _state(material: Material, options: Options) -> _State:
    """Of the documents only those that are linked."""
    linked = {one.document_id for one in (*material.evidence, *material.rejected)} & material.documents.keys()
    material = replace(material, documents={one: material.documents[one] for one in sorted(linked)})
    state, frozen = {name: freeze(getattr(material, name)) for name in KEPT}, freeze(options)
    return _State(json.dumps(state, ensure_ascii=False), frozen, digest([state, frozen]))


def _row(connection: Connection, name: str) -> Any:
    of_appraisal = TABLE.c.appraisal_id == load_appraisal(connection).id
    row = connection.execute(select(TABLE).where(of_appraisal & (TABLE.c.name == name.strip()))).first()
    if row is None:
        raise UserError("seal_unknown", name=name)
    return row


def _seal(row: Any) -> Seal:
    options = thaw(Options, row.options)
    return Seal(
        row.id,
        row.name,
        row.printed_at,
        row.sealed_at,
        row.sealed_by,
        options.on or row.printed_at.date(),
        options.since,
        row.documents,
        row.evidence,
        _files(row),
    )


def _files(row: Any) -> tuple[PrintedFile, ...]:
    return tuple(thaw(PrintedFile, one) for one in row.files)
