"""Documents in an order, as ids: a table of 100,000 fetches only the rows that it shows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, func, select

from core.database.engine import Database, one_of
from core.database.tables import document, original
from core.library.records import Document
from core.library.rows import current_original, documents_of
from core.text import fold

VALUES: dict[str, tuple[ColumnElement[Any], ...]] = {
    "symbol": (cast(document.c.number, Integer), document.c.notation),
    "issued_on": (document.c.issued_on,),
    "pages": (original.c.pages,),
    "added_at": (document.c.added_at,),
}
WORDS: dict[str, ColumnElement[Any]] = {
    "type": document.c.type,
    "issuer": document.c.issuer,
    "subject": document.c.subject,
}


class Listing:
    """The library in the order of one field."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(self, sort: str = "added_at", descending: bool = True, among: Sequence[str] | None = None) -> list[str]:
        """The ids of all documents, or of those `among`, by a key of VALUES or WORDS; without a value come last."""
        query = select(document.c.id)
        if sort == "pages":
            query = query.select_from(current_original)
        if among is not None:
            query = query.where(one_of(document.c.id, among))
        by_age = (document.c.added_at, document.c.id)
        with self._database.read() as connection:
            if sort in WORDS:
                rows = connection.execute(query.add_columns(WORDS[sort]).order_by(*by_age))
                return _by_words([(key, words) for key, words in rows], descending)
            columns = [value.desc() if descending else value.asc() for value in VALUES[sort]]
            query = query.order_by(VALUES[sort][0].is_(None), *columns, *by_age)
            return list(connection.scalars(query))

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(document)) or 0

    def rows(self, ids: Sequence[str]) -> list[Document]:
        """The documents of these ids that exist, in no order that one may rely on."""
        with self._database.read() as connection:
            return list(documents_of(connection, ids).values())


def _by_words(pairs: Sequence[tuple[str, str | None]], descending: bool) -> list[str]:
    """As a person looks words up: without marks, Đ among the D. SQLite would put Đ behind Z."""
    named = [(fold(words), key) for key, words in pairs if words]
    named.sort(key=lambda pair: pair[0], reverse=descending)
    return [key for _, key in named] + [key for key, words in pairs if not words]
