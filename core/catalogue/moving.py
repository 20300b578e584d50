"""A catalogue moved to another year: deadlines and periods follow, the words of the criteria stay as they are. Pure."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from core.catalogue.deadlines import CITATION
from core.catalogue.deadlines import deadlines as dates_of
from core.catalogue.demands import draft_slots
from core.catalogue.periods import Period
from core.catalogue.records import Appraisal, Criterion, Draft, DraftCriterion, DraftSlot
from core.text import fold, squeeze


def draft_of(appraisal: Appraisal, tree: Sequence[Criterion]) -> Draft:
    """The catalogue of an appraisal, as if nobody had worked with it; what was set aside is left out."""
    codes = {criterion.id: criterion.code for criterion in tree}
    return Draft(
        title=appraisal.title,
        year=appraisal.year,
        criteria=tuple(_drafted(one, codes.get(one.parent_id or "")) for one in tree if one.counts_as != "set_aside"),
        organisation=appraisal.organisation,
        parent=appraisal.parent,
        place=appraisal.place,
    )


def moved(draft: Draft, year: int | None) -> Draft:
    """The draft for another year; itself where it is of that year. One of no year gets the days that its words mean."""
    if year is None or draft.year == year:
        return draft
    old = draft.year
    if old is None:
        return replace(draft, year=year, criteria=tuple(_dated(criterion, year) for criterion in draft.criteria))
    return replace(
        draft,
        title=with_year(draft.title, old, year),
        year=year,
        criteria=tuple(_moved(criterion, old, year) for criterion in draft.criteria),
    )


def moves(appraisal: Appraisal, tree: Sequence[Criterion], year: int | None) -> list[tuple[Criterion, DraftCriterion]]:
    """The criteria whose dates or periods another year of the appraisal would move, with what they would become."""
    if appraisal.year == year or year is None:
        return []
    draft, there = draft_of(appraisal, tree), {one.code: one for one in tree}
    both = zip(draft.criteria, moved(draft, year).criteria, strict=True)
    pairs = [(there[old.code], old, new) for old, new in both]
    return [(one, new) for one, old, new in pairs if new != old or any(slot.own_due for slot in one.slots)]


def with_year(words: str, old: int, new: int) -> str:
    """The words with the new year for the old one, but for the dates of papers that are cited."""
    plain = squeeze(words)
    cited = [found.span() for found in CITATION.finditer(fold(plain))]

    def change(found: re.Match[str]) -> str:
        return found[0] if any(start <= found.start() < end for start, end in cited) else str(new)

    return re.sub(rf"(?<!\d){old}(?!\d)", change, plain)


def in_year(day: date, by: int) -> date:
    """So many years later; 29 February becomes the 28th where it must."""
    try:
        return day.replace(year=day.year + by)
    except ValueError:
        return day.replace(year=day.year + by, day=28)


def _drafted(criterion: Criterion, parent: str | None) -> DraftCriterion:
    own: dict[str, Any] = {
        one.name: getattr(criterion, one.name) for one in fields(DraftCriterion) if one.name not in ("parent", "slots")
    }
    return DraftCriterion(**own, parent=parent, slots=tuple(map(_drafted_slot, criterion.slots)))


def _drafted_slot(slot: DraftSlot) -> DraftSlot:
    return DraftSlot(**{one.name: getattr(slot, one.name) for one in fields(DraftSlot)})


def _dated(criterion: DraftCriterion, year: int) -> DraftCriterion:
    text, deadline = criterion.text, criterion.deadline_text
    is_as_stated = criterion.slots == draft_slots(text, deadline, None)
    return replace(
        criterion,
        deadlines=criterion.deadlines or dates_of(deadline, year),
        slots=draft_slots(text, deadline, year) if is_as_stated else criterion.slots,
    )


def _moved(criterion: DraftCriterion, old: int, new: int) -> DraftCriterion:
    words = with_year(criterion.deadline_text, old, new)
    # Dates that were set by hand move, the others follow from the words.
    meant = criterion.deadlines == dates_of(criterion.deadline_text, old)
    return replace(
        criterion,
        deadline_text=words,
        deadlines=dates_of(words, new) if meant else tuple(in_year(day, new - old) for day in criterion.deadlines),
        slots=tuple(_moved_slot(slot, old, new) for slot in criterion.slots),
    )


def _moved_slot(slot: DraftSlot, old: int, new: int) -> DraftSlot:
    if slot.period is None:
        return slot
    period = Period(slot.period.year + new - old, slot.period.part)
    return replace(slot, period=period, text=with_year(slot.text, old, new))
