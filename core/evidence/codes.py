"""Evidence codes. A document keeps its one code for ever, and a code never moves to another document."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from core.catalogue.pattern import check_pattern, format_code
from core.catalogue.records import Appraisal, Criterion
from core.catalogue.tree import load_appraisal, load_tree
from core.database import tables
from core.database.engine import Database, new_id, now
from core.errors import UserError
from core.evidence.numbering import GivenCode, Renumbering, renumber
from core.evidence.rows import load_evidence
from core.journal import Journal
from core.text import natural_key


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
            return _code_of(connection, document_id)

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

    def given(self) -> list[GivenCode]:
        """All that were ever given, in the order of the codes."""
        with self._database.read() as connection:
            return _given(connection, load_appraisal(connection))

    def preview(self, pattern: str | None = None) -> Renumbering:
        """What renumbering would make of the codes that were never printed, with this pattern or the appraisal's.

        Raises UserError("code_pattern_wrong", pattern).
        """
        if pattern is not None:
            check_pattern(pattern)
        with self._database.read() as connection:
            return _preview(connection, pattern)

    def renumber(self, preview: Renumbering) -> None:
        """Do what the preview says, whole or not at all; its pattern is the appraisal's from now on.

        Raises UserError("codes_changed") where links, criteria or codes are others by now than at the preview.
        """
        table, stamp = tables.evidence_code, self._database.stamp()
        with self._database.write() as connection:
            appraisal = load_appraisal(connection)
            if _preview(connection, preview.pattern) != preview:
                raise UserError("codes_changed")
            # A code that one gives up another takes: none is free before all have let go.
            for one in preview.changes:
                connection.execute(update(table).where(table.c.id == one.old.id).values(code=f"~{one.old.id}"))
            for one in preview.changes:
                values = {"criterion_id": one.criterion_id, "number": one.number, "code": one.code, **stamp}
                connection.execute(update(table).where(table.c.id == one.old.id).values(values))
            if preview.pattern != appraisal.code_pattern:
                this = tables.appraisal.c.id == appraisal.id
                connection.execute(update(tables.appraisal).where(this).values(code_pattern=preview.pattern, **stamp))
            if preview.changes or preview.pattern != appraisal.code_pattern:
                before = {"pattern": appraisal.code_pattern, "codes": [one.old.code for one in preview.changes]}
                after = {"pattern": preview.pattern, "codes": [one.code for one in preview.changes]}
                self._journal.record(connection, "codes.renumbered", f"appraisal:{appraisal.id}", before, after)

    def mark_printed(self, document_ids: Iterable[str], appraisal_id: str | None = None) -> None:
        """Remember when the codes of these documents were first printed, in this appraisal or the current one."""
        table = tables.evidence_code
        wanted = set(document_ids)
        with self._database.write() as connection:
            appraisal_id = appraisal_id or load_appraisal(connection).id
            new = (table.c.appraisal_id == appraisal_id) & table.c.printed_at.is_(None)
            rows = [row for row in connection.execute(select(table).where(new)) if row.document_id in wanted]
            for row in rows:
                values = {"printed_at": now(), **self._database.stamp()}
                connection.execute(update(table).where(table.c.id == row.id).values(values))
            if rows:
                after = {"codes": sorted(row.code for row in rows)}
                self._journal.record(connection, "codes.printed", f"appraisal:{appraisal_id}", after=after)

    def give(self, connection: Connection, document_id: str, criterion: Criterion) -> str:
        """The document's code; where it has none yet, the next one of this criterion."""
        if code := _code_of(connection, document_id):
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


def _given(connection: Connection, appraisal: Appraisal) -> list[GivenCode]:
    table = tables.evidence_code.c
    columns = table.id, table.document_id, table.criterion_id, table.number, table.code, table.printed_at
    query = select(*columns).where(table.appraisal_id == appraisal.id)
    return sorted((GivenCode(*row) for row in connection.execute(query)), key=lambda one: natural_key(one.code))


def _preview(connection: Connection, pattern: str | None) -> Renumbering:
    appraisal, tree = load_appraisal(connection), load_tree(connection)
    given, evidence = _given(connection, appraisal), load_evidence(connection)
    return renumber(given, tree, evidence, pattern or appraisal.code_pattern)


def _code_of(connection: Connection, document_id: str) -> str | None:
    table = tables.evidence_code
    appraisal_id = load_appraisal(connection).id
    of_document = (table.c.appraisal_id == appraisal_id) & (table.c.document_id == document_id)
    return connection.scalar(select(table.c.code).where(of_document))


def _is_taken(connection: Connection, appraisal_id: str, code: str) -> bool:
    table = tables.evidence_code
    of_appraisal = (table.c.appraisal_id == appraisal_id) & (table.c.code == code)
    return connection.scalar(select(table.c.id).where(of_appraisal)) is not None
