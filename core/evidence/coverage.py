"""What is proven and what is missing: worked out from the tree and its evidence alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.catalogue.records import Criterion, Slot, WorkState
from core.evidence.filling import demanded, fill
from core.evidence.records import Coverage, Evidence, Place, Row, State, Totals


def coverage(tree: Sequence[Criterion], evidence: Iterable[Evidence], on: date) -> Coverage:
    """The state of each leaf on a day, and the sums. `tree` is depth first.

    Evidence of an inner criterion counts for no leaf, proposed and rejected evidence for nothing; a criterion that was
    set aside counts nowhere. A leaf stands under its open date; one that is done, or is not proven by documents, under
    its last one.
    """
    linked: dict[str, list[Evidence]] = {}
    for one in evidence:
        linked.setdefault(one.criterion_id, []).append(one)
    return _summed_up(tree, linked, [row_of(leaf, linked.get(leaf.id, ()), on) for leaf in _counting(tree)])


class Standing:
    """Coverage for whoever asks again and again: a leaf is worked out anew only where its record or its list is another
    one than the last time. The very same frozen records say the same.
    """

    def __init__(self) -> None:
        self._last: tuple[date, dict[str, tuple[Sequence[Evidence], Row]]] = (date.min, {})

    def coverage(self, tree: Sequence[Criterion], lists: Mapping[str, Sequence[Evidence]], on: date) -> Coverage:
        """As `coverage` of the same tree, with the evidence of each criterion under its id."""
        day, known = self._last
        rows: dict[str, tuple[Sequence[Evidence], Row]] = {}
        for leaf in _counting(tree):
            linked, before = lists.get(leaf.id, ()), known.get(leaf.id)
            is_same = before and day == on and before[0] is linked and before[1].criterion is leaf
            rows[leaf.id] = before if before and is_same else (linked, row_of(leaf, linked, on))
        self._last = on, rows
        return _summed_up(tree, lists, [row for _, row in rows.values()])


def _counting(tree: Sequence[Criterion]) -> list[Criterion]:
    return [criterion for criterion in tree if criterion.is_leaf and criterion.counts_as != "set_aside"]


def _summed_up(tree: Sequence[Criterion], linked: Mapping[str, Sequence[Evidence]], rows: Sequence[Row]) -> Coverage:
    field_of = _fields(tree)
    fields: dict[str, list[Row]] = {}
    units: dict[str, list[Row]] = {}
    dates: dict[date | None, list[Row]] = {}
    for row in rows:
        fields.setdefault(field_of[row.criterion.id], []).append(row)
        units.setdefault(row.criterion.lead_unit or "", []).append(row)
        dates.setdefault(_date(row), []).append(row)
    return Coverage(
        rows=tuple(rows),
        totals=totals_of(rows),
        states=_states(tree, rows),
        work={criterion.id: _work(criterion, linked.get(criterion.id, ())) for criterion in tree},
        fields={key: totals_of(of_field) for key, of_field in fields.items()},
        units={key: totals_of(of_unit) for key, of_unit in units.items()},
        deadlines={key: totals_of(dates[key]) for key in sorted(dates, key=lambda day: day or date.max)},
    )


def row_of(criterion: Criterion, linked: Sequence[Evidence], on: date) -> Row:
    """How one leaf stands on a day; `linked` is all that is linked to it."""
    count = sum(one.counts for one in linked)
    if criterion.counts_as in ("survey", "not_assigned"):
        return Row(criterion, criterion.counts_as, count, (), None, overdue=False)
    filled, unplaced = fill(criterion, linked)
    places = tuple(_filled(slot, papers, on) for slot, papers in zip(demanded(criterion), filled, strict=True))
    is_complete = all(place.state == "complete" for place in places)
    open_places = [place for place in places if place.state != "complete"]
    return Row(
        criterion,
        "complete" if is_complete else "partial" if count else "missing",
        count,
        tuple(place.slot.number for place in open_places if place.slot.number is not None),
        min((place.due for place in open_places if place.due), default=None),
        overdue=any(place.overdue for place in open_places),
        places=places,
        unplaced=tuple(unplaced),
    )


def _filled(slot: Slot, papers: Sequence[Evidence], on: date) -> Place:
    is_full = len(papers) >= slot.count
    in_time = sum(slot.due is None or (one.paper.issued_on or slot.due) <= slot.due for one in papers)
    return Place(
        slot,
        tuple(papers),
        "complete" if is_full else "partial" if papers else "missing",
        slot.due,
        overdue=not is_full and slot.due is not None and slot.due < on,
        late=is_full and in_time < slot.count,
    )


def _work(criterion: Criterion, linked: Sequence[Evidence]) -> WorkState:
    is_begun = any(one.state != "proposed" for one in linked)
    return "collecting" if is_begun and criterion.state == "untouched" else criterion.state


def _date(row: Row) -> date | None:
    days = [*(place.due for place in row.places if place.due), *row.criterion.deadlines[-1:]]
    return row.due or max(days, default=None)


def totals_of(rows: Sequence[Row]) -> Totals:
    """The sums of some leaves."""
    states = Counter(row.state for row in rows)
    return Totals(
        criteria=len(rows) - states["not_assigned"],
        complete=states["complete"],
        partial=states["partial"],
        missing=states["missing"],
        survey=states["survey"],
        not_assigned=states["not_assigned"],
        overdue=sum(row.overdue for row in rows),
    )


def _fields(tree: Sequence[Criterion]) -> dict[str, str]:
    """The criterion of level 1 that each one belongs to."""
    fields: dict[str, str] = {}
    for criterion in tree:
        fields[criterion.id] = fields[criterion.parent_id] if criterion.parent_id else criterion.id
    return fields


def _states(tree: Sequence[Criterion], rows: Sequence[Row]) -> dict[str, State]:
    """A parent is complete where all that counts below it is, and missing where nothing of it is there."""
    below: dict[str, set[State]] = {row.criterion.id: {row.state} for row in rows}
    for criterion in reversed(tree):
        if criterion.parent_id:
            below.setdefault(criterion.parent_id, set()).update(below.get(criterion.id, ()))
    return {criterion.id: _summed(below.get(criterion.id, set())) for criterion in tree}


def _summed(states: set[State]) -> State:
    counted = states - {"survey", "not_assigned"}
    if not counted:
        return "survey" if "survey" in states else "not_assigned"
    return counted.pop() if len(counted) == 1 else "partial"
