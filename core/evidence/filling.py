"""Which slot a piece of evidence fills. Pure.

A link to a slot fills that slot. A link to the whole criterion fills the slot that its document is plainly of: the
period that the subject names, else the one that the date falls into, or the one slot that there is. This is worked
out anew each time and written down nowhere: what a paper is of stands in the paper, so that a date that is mended puts
the evidence right too; and a clerk who knows better links the slot itself. Where it is not plain it fills none.
"""

from collections.abc import Sequence
from functools import lru_cache

from core.catalogue.periods import period_named
from core.catalogue.records import Criterion, Slot
from core.evidence.records import Evidence, Paper
from core.reading.description import LETTER, TYPES
from core.text import fold

KINDS = tuple(fold(kind) for kind in TYPES.values())


def demanded(criterion: Criterion) -> tuple[Slot, ...]:
    """Its slots; where it has none, any paper will do: one, or one for each of its dates."""
    if criterion.slots:
        return criterion.slots
    return tuple(Slot("", id="", due=day) for day in criterion.deadlines) or (Slot("", id=""),)


def fill(criterion: Criterion, evidence: Sequence[Evidence]) -> tuple[list[list[Evidence]], list[Evidence]]:
    """For each of the slots demanded what fills it, and what fills none; rejected evidence is left out."""
    slots = demanded(criterion)
    places = {slot.id: place for place, slot in enumerate(slots) if slot.id}
    filled: list[list[Evidence]] = [[] for _ in slots]
    left: list[Evidence] = []
    for one in evidence:
        if not one.counts:
            continue
        place = places.get(one.slot) if one.slot else _place(criterion, slots, one.paper)
        (left if place is None else filled[place]).append(one)
    return filled, left


def _place(criterion: Criterion, slots: Sequence[Slot], paper: Paper) -> int | None:
    if len(slots) == 1:
        return None if slots[0].number else 0
    if not _is_of_kind(criterion.text, paper):
        return None
    period = period_named(paper.subject, paper.issued_on)
    if period and any(slot.period for slot in slots):
        return next((place for place, slot in enumerate(slots) if slot.period and slot.period.covers(period)), None)
    if any(slot.period for slot in slots) or not criterion.slots:
        return _by_date(slots, paper)
    return _by_kind(slots, paper)


def _by_date(slots: Sequence[Slot], paper: Paper) -> int | None:
    """The first slot whose period, or else whose day, ends on or after the date, in the same year."""
    ends = sorted(
        (end, place) for place, slot in enumerate(slots) if (end := slot.period.end if slot.period else slot.due)
    )
    day = paper.issued_on
    return next((place for end, place in ends if day and day <= end and day.year == end.year), None)


def _by_kind(slots: Sequence[Slot], paper: Paper) -> int | None:
    """The one slot whose words name the kind of the paper."""
    kind = fold(paper.type or "")
    named = [place for place, slot in enumerate(slots) if kind and slot.number is None and kind in fold(slot.text)]
    return named[0] if len(named) == 1 else None


def _is_of_kind(text: str, paper: Paper) -> bool:
    """Whether the paper may be what the text asks for: a plan for the year is not the report on it."""
    asked = _kinds_in(text)
    kind = fold(paper.type or "")
    if not asked or not kind or kind in asked:
        return True
    return paper.type == LETTER and any(word in fold(paper.subject) for word in asked)


@lru_cache(maxsize=1024)
def _kinds_in(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(kind for kind in KINDS if kind in folded)
