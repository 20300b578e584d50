"""Documents that bear the same number, notation and issuer with other bytes, and what a person decided on them.

Nghị định 30/2020/NĐ-CP, Appendix VI, demands the warning; numbers begin anew each year, so the year counts too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select

from core.database.engine import Database, new_id, one_of
from core.database.tables import document, twin
from core.errors import UserError
from core.journal import Journal
from core.library.records import Document
from core.library.relations import Relations
from core.library.rows import document_of, documents_of
from core.reading.description import Description
from core.text import fold

TwinKind = Literal["revision", "signed_copy", "other"]
KINDS: tuple[TwinKind, ...] = ("revision", "signed_copy", "other")
NEWER: tuple[TwinKind, ...] = ("revision", "signed_copy")


@dataclass(frozen=True)
class Twin:
    """Another document like one that was asked about. `kind` None: nobody has decided yet.

    `is_later`: the other one is the revision, or the signed copy, of the one that was asked about, and not the reverse.
    """

    document: Document
    kind: TwinKind | None = None
    is_later: bool = False


class Twins:
    """Finds and decides; whatever is decided, both documents stay as they are."""

    def __init__(self, database: Database, journal: Journal, relations: Relations) -> None:
        self._database = database
        self._journal = journal
        self._relations = relations

    def of_descriptions(self, descriptions: Mapping[str, Description]) -> dict[str, list[Document]]:
        """The documents that each of these, under any key, may be another copy of; keys without one are left out."""
        numbered = {key: one for key, one in descriptions.items() if one.number and one.notation}
        with self._database.read() as connection:
            by_number = _by_number(connection, {_number(one) for one in numbered.values()})
            alike = {
                key: [other for other, about in by_number.get(_number(one), ()) if is_alike(one, about)]
                for key, one in numbered.items()
            }
            found = documents_of(connection, {each for ids in alike.values() for each in ids})
        return {key: [found[each] for each in ids] for key, ids in alike.items() if ids}

    def of_document(self, document_id: str) -> list[Twin]:
        """Those that it may be another copy of, and those that it was decided to be one of, in the order of adding."""
        with self._database.read() as connection:
            here = document_of(connection, document_id)
            about = here.description
            numbered = _by_number(connection, {_number(about)}).get(_number(about), []) if about.number else []
            others = {key for key, other in numbered if key != document_id and is_alike(about, other)}
            decided = {
                row.other_id if row.document_id == document_id else row.document_id: row
                for row in connection.execute(select(twin).where(_touches(document_id)))
            }
            found = documents_of(connection, others | decided.keys())
        twins: list[Twin] = []
        for key, one in found.items():
            row = decided.get(key)
            twins.append(Twin(one, cast(TwinKind, row.kind), row.document_id == key) if row else Twin(one))
        return sorted(twins, key=lambda each: (each.document.added_at, each.document.id))

    def decided(self) -> set[frozenset[str]]:
        """The pairs of document ids that somebody has decided on."""
        with self._database.read() as connection:
            return {frozenset(row) for row in connection.execute(select(twin.c.document_id, twin.c.other_id))}

    def decide(self, document_id: str, other_id: str, kind: TwinKind | None) -> None:
        """Note that a document is a revision of the other one, its signed copy, or another document; None: undecided.

        A revision and a signed copy replace the other one from now on, until something else is decided. Raises
        UserError: "document_unknown", "same_document"; "relation_circle" where the other one replaces this one.
        """
        with self._database.write() as connection:
            self.decide_in(connection, document_id, other_id, kind)

    def decide_in(self, connection: Connection, document_id: str, other_id: str, kind: TwinKind | None) -> None:
        """`decide` in the caller's transaction."""
        if document_id == other_id:
            raise UserError("same_document")
        names = [document_of(connection, key).name for key in (document_id, other_id)]
        pair = and_(_touches(document_id), _touches(other_id))
        row = connection.execute(select(twin).where(pair)).one_or_none()
        before = {"kind": row.kind, "document": row.document_id, "other": row.other_id} if row else None
        after = {"kind": kind, "document": document_id, "other": other_id} if kind else None
        if before == after:
            return
        connection.execute(delete(twin).where(pair))
        if kind:
            values: dict[str, Any] = {"id": new_id(), "document_id": document_id, "other_id": other_id, "kind": kind}
            connection.execute(insert(twin).values(**values, **self._database.stamp()))
        facts = {"name": names[0], "other_name": names[1]}
        told = (before and {**before, **facts}, after and {**after, **facts})
        self._journal.record(connection, "document.compared", f"document:{document_id}", *told)
        if row and row.kind in NEWER:
            self._relations.unrelate_in(connection, row.document_id, "replaces", row.other_id)
        if kind in NEWER:
            self._relations.relate_in(connection, document_id, "replaces", other_id)


def is_alike(one: Description, other: Description) -> bool:
    """Number and notation are the same, issuer and year are too or not known."""
    if not (one.number and one.notation and other.number and other.notation):
        return False
    issuers = {fold(issuer) for issuer in (one.issuer, other.issuer) if issuer}
    years = {day.year for day in (one.issued_on, other.issued_on) if day}
    same_symbol = (_number(one), fold(one.notation)) == (_number(other), fold(other.notation))
    return same_symbol and len(issuers) < 2 and len(years) < 2


def _number(one: Description) -> str:
    """Letters' 05 is 5."""
    return (one.number or "").casefold().lstrip("0")


def _by_number(connection: Connection, numbers: set[str]) -> dict[str, list[tuple[str, Description]]]:
    """By number the ids of documents, in the order of adding, with as much of them as tells whether they are alike."""
    found: dict[str, list[tuple[str, Description]]] = {}
    columns = (document.c.number, document.c.notation, document.c.issued_on, document.c.issuer)
    query = select(document.c.id, *columns).order_by(document.c.added_at, document.c.id)
    for row in connection.execute(query.where(one_of(func.ltrim(func.lower(document.c.number), "0"), numbers))):
        one = Description(number=row.number, notation=row.notation, issued_on=row.issued_on, issuer=row.issuer)
        found.setdefault(_number(one), []).append((row.id, one))
    return found


def _touches(document_id: str) -> ColumnElement[bool]:
    return or_(twin.c.document_id == document_id, twin.c.other_id == document_id)
