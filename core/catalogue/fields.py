"""The fields of a criterion between the records, the rows and the journal: plain values on the way to the file."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import isfinite
from typing import Any

from core.catalogue.deadlines import deadlines as dates_of
from core.catalogue.records import Criterion, DraftCriterion, DraftSlot
from core.database.engine import new_id
from core.errors import UserError
from core.journal import Facts
from core.text import squeeze

FIELDS = (
    "code",
    "title",
    "text",
    "lead_unit",
    "coordinating_units",
    "deadline_text",
    "deadlines",
    "requirements",
    "max_points",
)
MOST_POINTS = 1000


def check_names(fields: Iterable[str], known: Sequence[str]) -> None:
    """Raises UserError("field_unknown", field)."""
    for field in fields:
        if field not in known:
            raise UserError("field_unknown", field=field)


def prepare(fields: Facts, year: int | None) -> Facts:
    """Tidy what a person typed, as the row will hold it; `requirements` becomes a dict of texts by number.

    `deadline_text` without `deadlines` gives the dates that it means. Raises UserError: "code_missing",
    "requirement_number_wrong" (number), "points_wrong" (points).
    """
    values: Facts = {}
    if "deadline_text" in fields and "deadlines" not in fields:
        values["deadlines"] = _iso(dates_of(fields["deadline_text"], year))
    for name, value in fields.items():
        match name:
            case "code":
                values[name] = squeeze(value).rstrip(". ")
                if not values[name]:
                    raise UserError("code_missing")
            case "lead_unit":
                values[name] = squeeze(value or "") or None
            case "coordinating_units":
                values[name] = [unit for unit in map(squeeze, value) if unit]
            case "deadlines":
                values[name] = _iso(value)
            case "requirements":
                values[name] = _numbered(value)
            case "max_points":
                values[name] = checked_points(value)
            case _:
                values[name] = squeeze(value)
    return values


def changes(old: Facts, new: Facts) -> tuple[Facts, Facts]:
    """Before and after of what differs."""
    names = [name for name, value in new.items() if value != old[name]]
    return {name: old[name] for name in names}, {name: new[name] for name in names}


def facts_of(criterion: Criterion | DraftCriterion) -> Facts:
    """The row's values of a criterion, without its requirements."""
    return {
        "code": criterion.code,
        "title": criterion.title,
        "text": criterion.text,
        "lead_unit": criterion.lead_unit,
        "coordinating_units": list(criterion.coordinating_units),
        "deadline_text": criterion.deadline_text,
        "deadlines": _iso(criterion.deadlines),
        "assessed_by": criterion.assessed_by,
        "max_points": criterion.max_points,
    }


def checked_points(points: float | None) -> float | None:
    """Raises UserError("points_wrong", points), which are words where JSON has no such number."""
    if points is not None and not 0 <= points <= MOST_POINTS:
        raise UserError("points_wrong", points=points if isfinite(points) else str(points))
    return points


def requirements_of(criterion: Criterion) -> dict[int, str]:
    return {requirement.number: requirement.text for requirement in criterion.requirements}


def listed(requirements: dict[int, str]) -> list[list[Any]]:
    """As the journal keeps them: JSON has no numbers as keys."""
    return [[number, text] for number, text in sorted(requirements.items())]


def rows_of(appraisal_id: str, drafts: Sequence[DraftCriterion], stamp: Facts) -> tuple[list[Facts], list[Facts]]:
    """The rows of a draft's criteria, and of their slots."""
    ids = {draft.code: new_id() for draft in drafts}
    children: dict[str | None, int] = {}
    criteria: list[Facts] = []
    slots: list[Facts] = []
    for draft in drafts:
        position = children[draft.parent] = children.get(draft.parent, -1) + 1
        place = {
            "id": ids[draft.code],
            "appraisal_id": appraisal_id,
            "parent_id": ids[draft.parent] if draft.parent else None,
            "position": position,
        }
        criteria.append({**place, **facts_of(draft), **stamp})
        slots += slot_rows(ids[draft.code], draft.slots, stamp)
    return criteria, slots


def slot_rows(criterion_id: str, slots: Iterable[DraftSlot], stamp: Facts, first: int = 0) -> list[Facts]:
    """`first` is the position of the first one."""
    return [
        {"id": new_id(), "criterion_id": criterion_id, "position": position, **slot_facts(slot), **stamp}
        for position, slot in enumerate(slots, first)
    ]


def slot_facts(slot: DraftSlot) -> Facts:
    """The row's values of what a slot demands."""
    return {
        "number": slot.number,
        "text": slot.text,
        "period": str(slot.period) if slot.period else None,
        "count": slot.count,
        "target": slot.target,
    }


def _iso(days: Iterable[date]) -> list[str]:
    return [day.isoformat() for day in sorted(set(days))]


def _numbered(requirements: Iterable[tuple[int, str]]) -> dict[int, str]:
    numbered: dict[int, str] = {}
    for number, text in requirements:
        if number < 1 or number in numbered:
            raise UserError("requirement_number_wrong", number=number)
        numbered[number] = squeeze(text)
    return numbered
