"""Reads the appraisal that is worked on and its tree of criteria: a few queries, however many criteria there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from core.catalogue.periods import period_of_code
from core.catalogue.records import Appraisal, AssessedBy, Criterion, Score, Slot
from core.database import tables
from core.database.recording import RowChange
from core.errors import UserError

CURRENT = "appraisal"  # the key of the setting that names the appraisal that is worked on
TREE_TABLES = ("setting", "appraisal", "criterion", "slot", "score")  # what a tree is read from
SHAPE = ("appraisal_id", "parent_id", "position", "assessed_by")  # of a criterion: what says more than of itself alone


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
    slots, scores = _load_parts(connection, of_appraisal)
    tree: list[Criterion] = []
    waiting: list[tuple[Row[Any], Criterion | None]] = [(row, None) for row in reversed(children.get(None, []))]
    while waiting:
        row, parent = waiting.pop()
        below = children.get(row.id, [])
        place = _Place.below(parent, row.assessed_by, is_leaf=not below)
        criterion = _criterion(row, place, slots.get(row.id, []), scores.get(row.id, []))
        tree.append(criterion)
        waiting += [(child, criterion) for child in reversed(below)]
    return tuple(tree)


def reread_tree(
    connection: Connection, known: Sequence[Criterion], changes: Sequence[RowChange]
) -> tuple[Criterion, ...]:
    """As load_tree, after changes of TREE_TABLES; what they did not touch is the same record as before."""
    touched = _touched(changes)
    before = {criterion.id: criterion for criterion in known}
    if touched is None:
        return tuple(
            old if (old := before.get(criterion.id)) == criterion else criterion for criterion in load_tree(connection)
        )
    places = {key: _Place(one.level, one.counts_as, one.is_leaf) for key, one in before.items() if key in touched}
    after = before | _load_placed(connection, places)
    return tuple(after[criterion.id] for criterion in known)


def _touched(changes: Sequence[RowChange]) -> set[str] | None:
    """The criteria that say something else since; None where the tree may have another shape."""
    touched: set[str] = set()
    for change in changes:
        before, after = change.before, change.after
        if change.table in ("slot", "score"):
            touched |= {image["criterion_id"] for image in (before, after) if image}
        elif change.table == "criterion" and before and after and all(before[name] == after[name] for name in SHAPE):
            touched.add(after["id"])
        else:
            return None
    return touched


def load_criterion(connection: Connection, key: str) -> Criterion:
    """As `find` in the whole tree, without reading it. Raises UserError: "appraisal_missing", "criterion_unknown"
    (code).
    """
    table = tables.criterion.c
    query = select(table.id, table.parent_id, table.code, table.assessed_by)
    rows = {row.id: row for row in connection.execute(query.where(table.appraisal_id == load_appraisal(connection).id))}
    row = rows.get(key) or next((one for one in rows.values() if one.code == key.strip().rstrip(".")), None)
    if row is None:
        raise UserError("criterion_unknown", code=key)
    branch = [row]
    while branch[-1].parent_id:
        branch.append(rows[branch[-1].parent_id])
    counts_as: AssessedBy = "documents"
    for one in reversed(branch):
        counts_as = _counts_as(one.assessed_by, counts_as)
    is_leaf = all(one.parent_id != row.id for one in rows.values())
    return _load_placed(connection, {row.id: _Place(len(branch), counts_as, is_leaf)})[row.id]


def find(tree: Sequence[Criterion], key: str) -> Criterion:
    """By id or by code, with or without its last dot; raises UserError("criterion_unknown", code)."""
    for criterion in tree:
        if key == criterion.id or key.strip().rstrip(".") == criterion.code:
            return criterion
    raise UserError("criterion_unknown", code=key)


@dataclass(frozen=True)
class _Place:
    """What a criterion is by its place in the tree."""

    level: int
    counts_as: AssessedBy
    is_leaf: bool

    @classmethod
    def below(cls, parent: Criterion | None, assessed_by: AssessedBy, *, is_leaf: bool) -> "_Place":
        above = parent.counts_as if parent else "documents"
        return cls(parent.level + 1 if parent else 1, _counts_as(assessed_by, above), is_leaf)


def _load_placed(connection: Connection, places: Mapping[str, _Place]) -> dict[str, Criterion]:
    these = tables.criterion.c.id.in_(places)
    slots, scores = _load_parts(connection, these)
    rows = connection.execute(select(tables.criterion).where(these))
    return {row.id: _criterion(row, places[row.id], slots.get(row.id, []), scores.get(row.id, [])) for row in rows}


def _load_parts(
    connection: Connection, which: ColumnElement[bool]
) -> tuple[dict[str, list[Slot]], dict[str, list[Score]]]:
    """The slots and the scores of criteria, by criterion."""
    slots: dict[str, list[Slot]] = {}
    numbered_first = (tables.slot.c.number.is_(None), tables.slot.c.number, tables.slot.c.position)
    for row in connection.execute(select(tables.slot).join(tables.criterion).where(which).order_by(*numbered_first)):
        slots.setdefault(row.criterion_id, []).append(_slot(row))
    scores: dict[str, list[Score]] = {}
    for row in connection.execute(
        select(tables.score).join(tables.criterion).where(which).order_by(tables.score.c.round)
    ):
        score = Score(row.round, row.self_score, row.appraised, row.explanation, row.reason)
        scores.setdefault(row.criterion_id, []).append(score)
    return slots, scores


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


def _criterion(row: Any, place: _Place, slots: Sequence[Slot], scores: Sequence[Score]) -> Criterion:
    deadlines = tuple(map(date.fromisoformat, row.deadlines))
    return Criterion(
        id=row.id,
        parent_id=row.parent_id,
        position=row.position,
        level=place.level,
        is_leaf=place.is_leaf,
        code=row.code,
        title=row.title,
        text=row.text,
        lead_unit=row.lead_unit,
        coordinating_units=tuple(row.coordinating_units),
        deadline_text=row.deadline_text,
        deadlines=deadlines,
        assessed_by=row.assessed_by,
        counts_as=place.counts_as,
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
