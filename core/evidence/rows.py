"""Evidence out of the database."""

from sqlalchemy import ColumnElement, Connection, func, select

from core.catalogue.tree import load_appraisal
from core.database import tables
from core.errors import UserError
from core.evidence.records import Evidence, Paper
from core.journal import Facts

# What is found out by asking, or says when: no part of what a link is.
NOT_ITS_OWN = {"id", "paper", "judged_at", "judged_by", "changed_at"}


def load_evidence(connection: Connection, *where: ColumnElement[bool]) -> list[Evidence]:
    """Of the appraisal that is worked on; each criterion's in the order of its list."""
    evidence, document, code = tables.evidence.c, tables.document.c, tables.evidence_code.c
    same_appraisal = code.appraisal_id == tables.criterion.c.appraisal_id
    query = (
        select(
            evidence.id,
            evidence.criterion_id,
            evidence.document_id,
            tables.slot.c.number,
            evidence.pages,
            evidence.note,
            evidence.position,
            func.coalesce(code.code, ""),
            evidence.slot_id,
            evidence.state,
            evidence.reason,
            evidence.judged_at,
            evidence.judged_by,
            evidence.changed_at,
            document.issued_on,
            document.type,
            document.subject,
        )
        .select_from(tables.evidence)
        .join(tables.criterion)
        .join(tables.document)
        .outerjoin(tables.evidence_code, (code.document_id == evidence.document_id) & same_appraisal)
        .outerjoin(tables.slot, tables.slot.c.id == evidence.slot_id)
        .where(tables.criterion.c.appraisal_id == load_appraisal(connection).id, *where)
        .order_by(evidence.criterion_id, evidence.position, evidence.id)
    )
    # In the order of the record's fields: 2,000 rows by name take twice as long.
    return [
        Evidence(*own, paper=Paper(issued_on, kind, subject or ""))
        for *own, issued_on, kind, subject in connection.execute(query)
    ]


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
