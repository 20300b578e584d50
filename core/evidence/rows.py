"""Evidence out of the database."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, func, select

from core.catalogue.tree import load_appraisal
from core.database import tables
from core.database.recording import RowChange
from core.errors import UserError
from core.evidence.records import Evidence, Paper
from core.journal import Facts

Lists: TypeAlias = Mapping[str, tuple[Evidence, ...]]  # by criterion id, each in the order of its list
LIST_TABLES = ("setting", "appraisal", "slot", "document", "evidence", "evidence_code")  # what lists are read from
# What is found out by asking, or says when: no part of what a link is.
NOT_ITS_OWN = {"id", "paper", "judged_at", "judged_by", "changed_at"}


_EVIDENCE, _DOCUMENT, _CODE = tables.evidence.c, tables.document.c, tables.evidence_code.c
# Put together once: that takes as long as to read a row with it.
_QUERY = (
    select(
        _EVIDENCE.id,
        _EVIDENCE.criterion_id,
        _EVIDENCE.document_id,
        tables.slot.c.number,
        _EVIDENCE.pages,
        _EVIDENCE.note,
        _EVIDENCE.position,
        func.coalesce(_CODE.code, ""),
        _EVIDENCE.slot_id,
        _EVIDENCE.state,
        _EVIDENCE.reason,
        _EVIDENCE.judged_at,
        _EVIDENCE.judged_by,
        _EVIDENCE.changed_at,
        _DOCUMENT.issued_on,
        _DOCUMENT.type,
        _DOCUMENT.subject,
    )
    .select_from(tables.evidence)
    .join(tables.criterion)
    .join(tables.document)
    .outerjoin(
        tables.evidence_code,
        (_CODE.document_id == _EVIDENCE.document_id) & (_CODE.appraisal_id == tables.criterion.c.appraisal_id),
    )
    .outerjoin(tables.slot, tables.slot.c.id == _EVIDENCE.slot_id)
    .order_by(_EVIDENCE.criterion_id, _EVIDENCE.position, _EVIDENCE.id)
)


def load_evidence(connection: Connection, *where: ColumnElement[bool]) -> list[Evidence]:
    """Of the appraisal that is worked on; each criterion's in the order of its list."""
    query = _QUERY.where(tables.criterion.c.appraisal_id == load_appraisal(connection).id, *where)
    # In the order of the record's fields: 2,000 rows by name take twice as long.
    return [
        Evidence(*own, paper=Paper(issued_on, kind, subject or ""))
        for *own, issued_on, kind, subject in connection.execute(query)
    ]


def load_lists(connection: Connection, *where: ColumnElement[bool]) -> Lists:
    """The evidence of each criterion that has any."""
    lists: dict[str, list[Evidence]] = {}
    for one in load_evidence(connection, *where):
        lists.setdefault(one.criterion_id, []).append(one)
    return {key: tuple(found) for key, found in lists.items()}


def reread_lists(connection: Connection, known: Lists, changes: Sequence[RowChange]) -> Lists:
    """As load_lists, after changes of LIST_TABLES; a list that they did not touch is the same one."""
    if any(change.table in ("setting", "appraisal") for change in changes):
        return load_lists(connection)
    touched: set[str] = set()
    documents: set[str] = set()
    for change in changes:
        for image in filter(None, (change.before, change.after)):
            if change.table in ("evidence", "slot"):
                touched.add(image["criterion_id"])
            else:
                documents.add(image["id" if change.table == "document" else "document_id"])
    touched |= {key for key, found in known.items() if any(one.document_id in documents for one in found)}
    if not touched:
        return known
    left = {key: found for key, found in known.items() if key not in touched}
    return {**left, **load_lists(connection, tables.evidence.c.criterion_id.in_(touched))}


def first_evidence(connection: Connection, where: ColumnElement[bool]) -> Evidence | None:
    return next(iter(load_evidence(connection, where)), None)


def get_evidence(connection: Connection, evidence_id: str) -> Evidence:
    """Raises UserError("evidence_unknown", evidence)."""
    evidence = first_evidence(connection, tables.evidence.c.id == evidence_id)
    if evidence is None:
        raise UserError("evidence_unknown", evidence=evidence_id)
    return evidence


def evidence_facts(evidence: Evidence) -> Facts:
    """As the journal keeps it."""
    return {name: value for name, value in vars(evidence).items() if name not in NOT_ITS_OWN}
