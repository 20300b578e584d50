"""Full-text search over the description, the name and the content, with and without accents."""

import re
from itertools import islice

from sqlalchemy import Connection, delete, select, text
from sqlalchemy.dialects.sqlite import insert

from core.database.engine import Database
from core.database.tables import document, original, search_entry
from core.library.records import Document, Hit
from core.library.rows import documents_of, select_documents, texts_of, to_document
from core.reading.description import DATES
from core.text import fold, nfc, squeeze

# In the order of the columns code, subject, people, name, body.
WEIGHTS = "8.0, 5.0, 2.0, 3.0, 1.0"
LONGEST_QUERY = 500
MOST_HITS = 1000
SNIPPET = 160
LEAD = 40
OCCURRENCES = 100  # looked at for a snippet

_FIND = text(
    f"SELECT search_entry.document_id, -bm25(document_search, {WEIGHTS}) AS score, document_search.body"
    " FROM document_search JOIN search_entry ON search_entry.line = document_search.rowid"
    " WHERE document_search MATCH :query ORDER BY score DESC, search_entry.line LIMIT :limit"
)


class Search:
    """Finds documents. Number and notation are found as they are typed: 2211/QĐ-SGD&ĐT."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, limit: int = 50) -> list[Hit]:
        """The best hits first. Every word must occur, the last one may be unfinished; no words find nothing."""
        phrases = [tokens for part in words[:LONGEST_QUERY].split() if (tokens := _tokens(part))]
        if not phrases:
            return []
        query = " ".join(f'"{" ".join(phrase)}"' for phrase in phrases) + "*"
        pattern = _pattern(phrases)
        with self._database.read() as connection:
            rows = connection.execute(_FIND, {"query": query, "limit": min(limit, MOST_HITS)}).all()
            ids = [row.document_id for row in rows]
            found = documents_of(connection, ids)
            texts = texts_of(connection, ids)
        hits: list[Hit] = []
        for row in rows:
            one = found[row.document_id]
            hits.append(Hit(one, _snippet(one, texts[one.id], row.body, pattern), row.score))
        return hits

    def refresh(self, connection: Connection, document_id: str) -> None:
        """Bring the index in line with the document, in the transaction that changed it."""
        connection.execute(insert(search_entry).values(document_id=document_id).on_conflict_do_nothing())
        line = connection.scalar(select(search_entry.c.line).where(search_entry.c.document_id == document_id))
        row = connection.execute(
            select_documents().add_columns(original.c.text).where(document.c.id == document_id)
        ).one()
        columns = {"line": line, **_columns(to_document(row), row.text)}
        connection.execute(text("DELETE FROM document_search WHERE rowid = :line"), {"line": line})
        connection.execute(
            text(
                "INSERT INTO document_search (rowid, code, subject, people, name, body)"
                " VALUES (:line, :code, :subject, :people, :name, :body)"
            ),
            columns,
        )

    def forget(self, connection: Connection, document_id: str) -> None:
        """Take a document out of the index, in the transaction that is about to delete it."""
        of_document = search_entry.c.document_id == document_id
        line = connection.scalar(delete(search_entry).where(of_document).returning(search_entry.c.line))
        connection.execute(text("DELETE FROM document_search WHERE rowid = :line"), {"line": line})


def _columns(one: Document, body: str) -> dict[str, str]:
    """What the index holds of a document, folded."""
    description = one.description
    dates = [day.strftime("%d/%m/%Y") for name in sorted(DATES) if (day := getattr(description, name))]
    parts = {
        "code": [description.symbol, *dates],
        "subject": [description.type, description.subject, description.note],
        "people": [description.issuer, description.parent_issuer, description.signer, description.signer_post],
        "name": [one.name],
        "body": [body],
    }
    return {column: fold("\n".join(part for part in values if part)) for column, values in parts.items()}


def _tokens(typed: str) -> list[str]:
    """Words as the index cuts them: letters and digits only."""
    return re.findall(r"[^\W_]+", fold(typed))


def _pattern(phrases: list[list[str]]) -> re.Pattern[str]:
    """Matches any of the phrases in folded text, each in its own group; the last may go on."""
    joined = [r"[\W_]+".join(phrase) for phrase in phrases]
    whole = [rf"({phrase})(?![^\W_])" for phrase in joined[:-1]]
    return re.compile(r"(?<![^\W_])(?:" + "|".join([*whole, f"({joined[-1]})"]) + ")")


def _snippet(one: Document, body: str, folded_body: str, pattern: re.Pattern[str]) -> str:
    """The passage where most of the words stand together: of the content, else of the description or the name."""
    description = one.description
    heads = [description.subject or "", description.symbol, description.issuer or "", one.name]
    for original_text, folded in [(body, folded_body), *((head, fold(head)) for head in heads)]:
        if found := list(islice(pattern.finditer(folded), OCCURRENCES)):
            return _cut(nfc(original_text), _densest(found))
    return ""


def _densest(found: list[re.Match[str]]) -> int:
    """Where a snippet begins that holds the most different words; the first of equals."""

    def different(index: int) -> int:
        end = found[index].start() + SNIPPET - LEAD
        return len({match.lastindex for match in found[index:] if match.end() <= end})

    return found[max(range(len(found)), key=lambda index: (different(index), -index))].start()


def _cut(passage: str, position: int) -> str:
    start = max(0, position - LEAD)
    if start:
        start = passage.rfind(" ", 0, start) + 1 if " " in passage[max(0, start - LEAD) : start] else start
    end = min(len(passage), start + SNIPPET)
    if end < len(passage) and " " in passage[end - LEAD : end]:
        end = passage.rindex(" ", 0, end)
    return ("… " if start else "") + squeeze(passage[start:end]) + (" …" if end < len(passage) else "")
