"""From the tables to the library's records."""

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from core.database.engine import one_of
from core.database.tables import document, original, revision
from core.errors import UserError
from core.library.records import Document, TextState
from core.reading.description import FIELDS, Description
from core.reading.sources import from_json

_other = revision.alias()
# Asked for each document: grouping the whole table first costs 100 ms where 200 rows of 100,000 are wanted, this 5 ms.
_latest = select(func.max(_other.c.number)).where(_other.c.document_id == document.c.id).scalar_subquery()
# A document with its current revision and the bytes of that.
current = document.join(revision, and_(revision.c.document_id == document.c.id, revision.c.number == _latest))
current_original = current.join(original, original.c.sha256 == revision.c.sha256)


def select_documents() -> Select[Any]:
    return select(
        document,
        revision.c.sha256,
        revision.c.name,
        revision.c.number.label("revision"),
        revision.c.changed_at.label("revised_at"),
        original.c.size,
        original.c.media_type,
        original.c.pages,
        original.c.problems,
        original.c.text_source,
    ).select_from(current_original)


def load_documents(connection: Connection, condition: ColumnElement[bool] | None = None) -> list[Document]:
    """In the order of adding."""
    query = select_documents().order_by(document.c.added_at, document.c.id)
    if condition is not None:
        query = query.where(condition)
    return [to_document(row) for row in connection.execute(query)]


def documents_of(connection: Connection, ids: Iterable[str]) -> dict[str, Document]:
    """Those that exist, by id."""
    return {one.id: one for one in load_documents(connection, one_of(document.c.id, ids))}


def document_of(connection: Connection, document_id: str) -> Document:
    """Raises UserError("document_unknown")."""
    found = documents_of(connection, [document_id])
    if not found:
        raise UserError("document_unknown", prefix=document_id)
    return found[document_id]


def texts_of(connection: Connection, ids: list[str]) -> dict[str, str]:
    """The text of each document, by its id."""
    query = select(document.c.id, original.c.text).select_from(current_original).where(one_of(document.c.id, ids))
    return {row.id: row.text for row in connection.execute(query)}


def to_document(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        sha256=row.sha256,
        name=row.name,
        size=row.size,
        media_type=row.media_type or "",
        pages=row.pages,
        description=Description(**{name: getattr(row, name) for name in FIELDS}),
        sources=from_json(row.sources),
        text=cast(TextState, row.text_source or "pending"),
        problems=tuple(row.problems),
        added_at=row.added_at,
        added_by=row.added_by,
        revision=row.revision,
        revised_at=row.revised_at,
    )
