"""Evidence codes. A document keeps its one code for ever, and a code never moves to another document."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from core.catalogue.pattern import check_pattern, format_code
from core.catalogue.records import Criterion
from core.catalogue.tree import load_appraisal
from core.database import tables
from core.database.engine import Database, new_id, now
from core.journal import Journal

__all__ = ["Codes", "check_pattern", "format_code"]  # the pattern is the appraisal's, its use is here


@dataclass(frozen=True)
class PrintedCode:
    """A code that stands in a printed dossier; `criterion_id` is the criterion under which it was given."""

    document_id: str
    criterion_id: str
    code: str


class Codes:
    """The codes of the appraisal. Their rows are never deleted, whatever becomes of the links."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def of_document(self, document_id: str) -> str | None:
        with self._database.read() as connection:
            return code_of(connection, document_id)

    def all(self) -> dict[str, str]:
        """Code by document id."""
        table = tables.evidence_code
        with self._database.read() as connection:
            query = select(table.c.document_id, table.c.code).where(
                table.c.appraisal_id == load_appraisal(connection).id
            )
            return {row.document_id: row.code for row in connection.execute(query)}

    def homes(self) -> dict[str, str]:
        """By document id, the criterion (id) under which its code was given."""
        table = tables.evidence_code
        with self._database.read() as connection:
            of_appraisal = table.c.appraisal_id == load_appraisal(connection).id
            query = select(table.c.document_id, table.c.criterion_id).where(of_appraisal)
            return {row.document_id: row.criterion_id for row in connection.execute(query)}

    def printed(self) -> list[PrintedCode]:
        """In the order of the codes."""
        table = tables.evidence_code
        with self._database.read() as connection:
            of_appraisal = table.c.appraisal_id == load_appraisal(connection).id
            query = select(table).where(of_appraisal, table.c.printed_at.is_not(None)).order_by(table.c.code)
            return [PrintedCode(row.document_id, row.criterion_id, row.code) for row in connection.execute(query)]

    def mark_printed(self, document_ids: Iterable[str]) -> None:
        """Remember when the codes of these documents were first printed."""
        table = tables.evidence_code
        wanted = set(document_ids)
        with self._database.write() as connection:
            appraisal = load_appraisal(connection)
            new = (table.c.appraisal_id == appraisal.id) & table.c.printed_at.is_(None)
            rows = [row for row in connection.execute(select(table).where(new)) if row.document_id in wanted]
            for row in rows:
                values = {"printed_at": now(), **self._database.stamp()}
                connection.execute(update(table).where(table.c.id == row.id).values(values))
            if rows:
                after = {"codes": sorted(row.code for row in rows)}
                self._journal.record(connection, "codes.printed", f"appraisal:{appraisal.id}", after=after)

    def give(self, connection: Connection, document_id: str, criterion: Criterion) -> str:
        """The document's code; where it has none yet, the next one of this criterion."""
        if code := code_of(connection, document_id):
            return code
        table = tables.evidence_code
        appraisal = load_appraisal(connection)
        highest = select(func.max(table.c.number)).where(table.c.criterion_id == criterion.id)
        number = (connection.scalar(highest) or 0) + 1
        while _is_taken(connection, appraisal.id, code := format_code(appraisal.code_pattern, criterion.code, number)):
            number += 1
        row = {
            "id": new_id(),
            "appraisal_id": appraisal.id,
            "document_id": document_id,
            "criterion_id": criterion.id,
            "number": number,
            "code": code,
        }
        connection.execute(insert(table).values(**row, **self._database.stamp()))
        return code


def code_of(connection: Connection, document_id: str) -> str | None:
    table = tables.evidence_code
    appraisal_id = load_appraisal(connection).id
    of_document = (table.c.appraisal_id == appraisal_id) & (table.c.document_id == document_id)
    return connection.scalar(select(table.c.code).where(of_document))


def _is_taken(connection: Connection, appraisal_id: str, code: str) -> bool:
    table = tables.evidence_code
    of_appraisal = (table.c.appraisal_id == appraisal_id) & (table.c.code == code)
    return connection.scalar(select(table.c.id).where(of_appraisal)) is not None
