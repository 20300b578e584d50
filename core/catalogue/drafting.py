"""Makes a draft catalogue of what a plan's table states: tree, titles, demands and dates follow from it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.catalogue.deadlines import deadlines
from core.catalogue.demands import draft_slots
from core.catalogue.records import DraftCriterion
from core.catalogue.requirements import is_survey, short_title

NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
# "Các phòng CN,CM,NV" is one unit: a comma parts units only where another one begins behind it.
BETWEEN_UNITS = re.compile(
    r"\s*;\s*|,\s+(?=(?:các |văn )?(?:phòng|thanh tra|tổ|ban|trường|sở|trung tâm|đơn vị)\b)", re.IGNORECASE
)


@dataclass(frozen=True)
class Stated:
    """What the table says of a criterion, cleaned; `code` is without its last dot.

    `above`: the code of the section that it stands in, where its own does not say so.
    """

    code: str
    text: str
    lead_unit: str = ""
    coordinating: str = ""
    deadline: str = ""
    points: str = ""
    above: str = ""


def draft_criteria(stated: Iterable[Stated], year: int | None) -> tuple[DraftCriterion, ...]:
    """Depth first, brothers and sisters in the order of the table; codes must differ.

    The code says the level. A criterion whose parent the table leaves out hangs on its nearest ancestor that is there,
    and stands at the top where there is none; its level stays that of its code.
    """
    by_code = {criterion.code: criterion for criterion in stated}
    children: dict[str | None, list[Stated]] = {}
    for criterion in by_code.values():
        children.setdefault(_ancestor(criterion, by_code), []).append(criterion)
    ordered: list[DraftCriterion] = []
    waiting: list[Stated] = children.get(None, [])[::-1]
    while waiting:
        criterion = waiting.pop()
        ordered.append(_draft(criterion, _ancestor(criterion, by_code), year))
        waiting += children.get(criterion.code, [])[::-1]
    return tuple(ordered)


def points(words: str) -> float | None:
    """The most points that a cell speaks of: "1,5", "2 điểm", "0 - 3"; None where it names no number, or begins with a
    minus.
    """
    if words.lstrip().startswith(("-", "−")):
        return None
    return max((float(one.replace(",", ".")) for one in NUMBER.findall(words)), default=None)


def units(words: str) -> tuple[str, ...]:
    return tuple(unit for unit in BETWEEN_UNITS.split(words) if unit)


def _ancestor(criterion: Stated, known: dict[str, Stated]) -> str | None:
    parts = criterion.code.split(".")
    above: Sequence[str] = [*(".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)), criterion.above]
    return next((candidate for candidate in above if candidate in known), None)


def _draft(stated: Stated, parent: str | None, year: int | None) -> DraftCriterion:
    return DraftCriterion(
        code=stated.code,
        level=stated.code.count(".") + 1,
        parent=parent,
        title=short_title(stated.text),
        text=stated.text,
        slots=draft_slots(stated.text, stated.deadline, year),
        lead_unit=stated.lead_unit or None,
        coordinating_units=units(stated.coordinating),
        deadline_text=stated.deadline,
        deadlines=deadlines(stated.deadline, year),
        assessed_by="survey" if is_survey(stated.text) else "documents",
        max_points=points(stated.points),
    )
