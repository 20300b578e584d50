"""What documents are to each other: one replaces another, a report tells what came of a plan."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from sqlalchemy import Connection, delete, insert, or_, select

from core.database.engine import Database, new_id
from core.database.tables import document, relation
from core.errors import UserError
from core.journal import Journal
from core.library.records import Document
from core.library.rows import document_of, documents_of, load_documents, texts_of
from core.reading.description import TYPES
from core.text import fold

RelationKind = Literal["replaces", "reports_on"]
REPORT = "Báo cáo"
_TYPES = {fold(name): name for name in TYPES.values()}
_NAMED = re.compile(rf"({'|'.join(sorted(_TYPES, key=len, reverse=True))})\s+so\s*:?\s*0*(\d{{1,5}})\s*/")
_REPLACED = re.compile(r"(?:thay the|thay cho|bai bo|het hieu luc)\b[^.;\n]{0,80}?")
_CARRIED_OUT = re.compile(r"(?:thuc hien|trien khai|ket qua)\b[^.;\n]{0,60}?")
READ = 6000  # characters: bases and the articles on what gives way stand near the beginning or the end


@dataclass(frozen=True)
class Relation:
    """`document` replaces, or reports on, `other`."""

    document: Document
    kind: RelationKind
    other: Document


class Relations:
    """One method is one transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def relate(self, document_id: str, kind: RelationKind, other_id: str) -> None:
        """Nothing new where it is so already.

        Raises UserError: "document_unknown", "same_document", "relation_unknown" (value); "relation_circle" where the
        other one comes after this one already, itself or through others.
        """
        with self._database.write() as connection:
            self.relate_in(connection, document_id, kind, other_id)

    def relate_in(self, connection: Connection, document_id: str, kind: RelationKind, other_id: str) -> None:
        """`relate` in the caller's transaction."""
        if kind not in get_args(RelationKind):
            raise UserError("relation_unknown", value=kind)
        if document_id == other_id:
            raise UserError("same_document")
        facts = _facts(connection, document_id, kind, other_id)
        after = _after(connection, kind)
        if other_id in after.get(document_id, ()):
            return
        if document_id in _reached(other_id, after):
            raise UserError("relation_circle", name=facts["name"], other=facts["other_name"])
        row = {"id": new_id(), "document_id": document_id, "kind": kind, "other_id": other_id}
        connection.execute(insert(relation).values(**row, **self._database.stamp()))
        self._journal.record(connection, "document.related", f"document:{document_id}", after=facts)

    def unrelate(self, document_id: str, kind: RelationKind, other_id: str) -> None:
        """Raises UserError: "document_unknown", "relation_missing"."""
        with self._database.write() as connection:
            if not self.unrelate_in(connection, document_id, kind, other_id):
                facts = _facts(connection, document_id, kind, other_id)
                raise UserError("relation_missing", name=facts["name"], other=facts["other_name"])

    def unrelate_in(self, connection: Connection, document_id: str, kind: RelationKind, other_id: str) -> bool:
        """`unrelate` in the caller's transaction; whether there was anything to forget."""
        facts = _facts(connection, document_id, kind, other_id)
        this = (relation.c.document_id == document_id) & (relation.c.other_id == other_id)
        gone = connection.execute(delete(relation).where(this & (relation.c.kind == kind)))
        if gone.rowcount:
            self._journal.record(connection, "document.unrelated", f"document:{document_id}", before=facts)
        return bool(gone.rowcount)

    def all(self) -> list[Relation]:
        """In the order of time."""
        with self._database.read() as connection:
            return _load(connection)

    def of_document(self, document_id: str) -> list[Relation]:
        """Those that it is part of, on either side."""
        with self._database.read() as connection:
            return _load(connection, or_(relation.c.document_id == document_id, relation.c.other_id == document_id))

    def proposed(self, document_id: str) -> list[Relation]:
        """What its own text says of other documents of the library: that it replaces them, or, in a report, that it
        tells what came of a plan. What is related already is left out.
        """
        with self._database.read() as connection:
            here = document_of(connection, document_id)
            text = fold(texts_of(connection, [document_id])[document_id])
            text = text if len(text) <= 2 * READ else f"{text[:READ]}\n{text[-READ:]}"
            known = {(one.document.id, one.other.id) for one in _load(connection)}
            named = {("replaces", *key) for key in _cited(_REPLACED, text)}
            if here.description.type == REPORT:
                named |= {("reports_on", *key) for key in _cited(_CARRIED_OUT, text) if key[0] == "Kế hoạch"}
            numbers = {number for _, _, number in named}
            others = load_documents(connection, document.c.number.in_(numbers)) if numbers else []
        return [
            Relation(here, cast(RelationKind, kind), other)
            for kind, name, number in sorted(named)
            for other in others
            if (other.description.type, other.description.number) == (name, number)
            and other.id != here.id
            and not {(here.id, other.id), (other.id, here.id)} & known
            and _is_before(other, here)
        ]


def _is_before(other: Document, here: Document) -> bool:
    first, second = other.description.issued_on, here.description.issued_on
    return first is None or second is None or first <= second


def _cited(words: re.Pattern[str], text: str) -> set[tuple[str, str]]:
    """Type and number of the papers that stand right behind such words in folded text."""
    pattern = re.compile(words.pattern + _NAMED.pattern)
    return {(_TYPES[kind], number) for kind, number in pattern.findall(text)}


def replaced_by(relations: Iterable[Relation]) -> dict[str, Document]:
    """By document id, the newest one that took its place, itself or through others."""
    next_one = {one.other.id: one.document for one in relations if one.kind == "replaces"}
    found: dict[str, Document] = {}
    for key in next_one:
        newest = next_one[key]
        while newest.id in next_one:
            newest = next_one[newest.id]
        found[key] = newest
    return found


def _facts(connection: Connection, document_id: str, kind: str, other_id: str) -> dict[str, Any]:
    name, other_name = (_name(document_of(connection, key)) for key in (document_id, other_id))
    return {"kind": kind, "other_id": other_id, "name": name, "other_name": other_name}


def _name(one: Document) -> str:
    return one.description.symbol or one.name


def _after(connection: Connection, kind: str) -> dict[str, set[str]]:
    after: dict[str, set[str]] = {}
    query = select(relation.c.document_id, relation.c.other_id).where(relation.c.kind == kind)
    for first, second in connection.execute(query):
        after.setdefault(first, set()).add(second)
    return after


def _reached(start: str, after: Mapping[str, set[str]]) -> set[str]:
    """`start` and all that is related to it, step by step."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += after.get(one, ())
    return reached


def _load(connection: Connection, where: Any = None) -> list[Relation]:
    query = select(relation).order_by(relation.c.changed_at, relation.c.id)
    rows: Sequence[Any] = connection.execute(query if where is None else query.where(where)).all()
    ids = {key for row in rows for key in (row.document_id, row.other_id)}
    documents = documents_of(connection, ids)
    return [Relation(documents[row.document_id], row.kind, documents[row.other_id]) for row in rows]
