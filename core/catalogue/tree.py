"""Reads the appraisal that is worked on and its tree of criteria: a few queries, however many criteria there are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from core.catalogue.periods import period_of_code
from core.catalogue.records import Appraisal, AssessedBy, Criterion, Score, Slot
from core.database import tables
from core.errors import UserError

CURRENT = "appraisal"  # the key of the setting that names the appraisal that is worked on
TREE_TABLES = ("setting", "appraisal", "criterion", "slot", "score")  # what a tree is read from


def load_appraisal(connection: Connection) -> Appraisal:
    """The appraisal that everything works on: the one that the connection was opened for, or the one that was chosen
    last. Raises UserError("appraisal_missing").
    """
    table, setting = tables.appraisal, tables.setting
    wanted = connection.get_execution_options().get("appraisal") or connection.scalar(
        select(setting.c.value).where(setting.c.key == CURRENT)
    )
    row = connection.execute(select(table).order_by((table.c.id == wanted).desc(), table.c.changed_at.desc())).first()
    if row is None:
        raise UserError("appraisal_missing")
    return appraisal_of(row)


def appraisal_of(row: Row[Any]) -> Appraisal:
    names = ("id", "title", "year", "organisation", "parent", "place", "code_pattern", "catalogue")
    return Appraisal(*(getattr(row, name) for name in names))


def load_tree(connection: Connection) -> tuple[Criterion, ...]:
    """Depth first; raises UserError("appraisal_missing")."""
    appraisal = load_appraisal(connection)
    of_appraisal = tables.criterion.c.appraisal_id == appraisal.id
    rows = connection.execute(select(tables.criterion).where(of_appraisal).order_by(tables.criterion.c.position))
    children: dict[str | None, list[Row[Any]]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)
    slots: dict[str, list[Slot]] = {}
    numbered_first = (tables.slot.c.number.is_(None), tables.slot.c.number, tables.slot.c.position)
    for row in connection.execute(
        select(tables.slot).join(tables.criterion).where(of_appraisal).order_by(*numbered_first)
    ):
        slots.setdefault(row.criterion_id, []).append(_slot(row))
    scores: dict[str, list[Score]] = {}
    for row in connection.execute(
        select(tables.score).join(tables.criterion).where(of_appraisal).order_by(tables.score.c.round)
    ):
        score = Score(row.round, row.self_score, row.appraised, row.explanation, row.reason)
        scores.setdefault(row.criterion_id, []).append(score)
    tree: list[Criterion] = []
    waiting: list[tuple[Row[Any], Criterion | None]] = [(row, None) for row in reversed(children.get(None, []))]
    while waiting:
        row, parent = waiting.pop()
        below = children.get(row.id, [])
        criterion = _criterion(row, parent, not below, slots.get(row.id, []), scores.get(row.id, []))
        tree.append(criterion)
        waiting += [(child, criterion) for child in reversed(below)]
    return tuple(tree)


def reread_tree(connection: Connection, known: Sequence[Criterion], _changes: object = None) -> tuple[Criterion, ...]:
    """As load_tree; what is as it was known is the same record, so that nobody need look into it."""
    before = {criterion.id: criterion for criterion in known}
    return tuple(
        old if (old := before.get(criterion.id)) == criterion else criterion for criterion in load_tree(connection)
    )


def find(tree: Sequence[Criterion], key: str) -> Criterion:
    """By id or by code, with or without its last dot; raises UserError("criterion_unknown", code)."""
    for criterion in tree:
        if key == criterion.id or key.strip().rstrip(".") == criterion.code:
            return criterion
    raise UserError("criterion_unknown", code=key)


def with_dues(slots: Sequence[Slot], deadlines: Sequence[date]) -> tuple[Slot, ...]:
    """The day of each slot: as many dates as there are periods are theirs, in order; else the first date is for all."""
    periodic = sorted((slot.period.end, slot.id) for slot in slots if slot.period)
    days = dict(zip((key for _, key in periodic), deadlines, strict=True)) if len(periodic) == len(deadlines) else {}
    first = next(iter(deadlines), None)
    return tuple(replace(slot, due=slot.own_due or days.get(slot.id, first)) for slot in slots)


def _slot(row: Any) -> Slot:
    return Slot(
        row.text,
        row.number,
        period_of_code(row.period or ""),
        row.count,
        row.target,
        id=row.id,
        own_due=row.due,
        reached=row.reached,
    )


def _criterion(
    row: Any, parent: Criterion | None, is_leaf: bool, slots: Sequence[Slot], scores: Sequence[Score]
) -> Criterion:
    deadlines = tuple(map(date.fromisoformat, row.deadlines))
    return Criterion(
        id=row.id,
        parent_id=row.parent_id,
        position=row.position,
        level=parent.level + 1 if parent else 1,
        is_leaf=is_leaf,
        code=row.code,
        title=row.title,
        text=row.text,
        lead_unit=row.lead_unit,
        coordinating_units=tuple(row.coordinating_units),
        deadline_text=row.deadline_text,
        deadlines=deadlines,
        assessed_by=row.assessed_by,
        counts_as=_counts_as(row.assessed_by, parent.counts_as if parent else "documents"),
        slots=with_dues(slots, deadlines),
        state=row.state,
        result=row.result,
        explanation=row.explanation,
        judged_at=row.judged_at,
        judged_by=row.judged_by,
        last_result=row.last_result,
        last_lost=row.last_lost,
        remedy=row.remedy,
        max_points=row.max_points,
        scores=tuple(scores),
    )


def _counts_as(own: AssessedBy, above: AssessedBy) -> AssessedBy:
    """Set aside goes before not assigned, that before survey, and each holds for all that is below."""
    kinds: tuple[AssessedBy, ...] = ("set_aside", "not_assigned", "survey", "documents")
    return next(kind for kind in kinds if kind in (own, above))
