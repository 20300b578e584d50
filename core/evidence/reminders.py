"""What each lead unit still owes, and by when. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.catalogue.records import Criterion
from core.catalogue.units import Unit
from core.evidence.agenda import DueState, agenda
from core.evidence.records import Coverage, Evidence, Place


@dataclass(frozen=True)
class Wanted:
    """What a criterion still wants by one day. `places` are its slots of that day that are not full; none where only
    an explanation is wanted. `days` are left, negative where they have passed; `rejected`: what was handed in and does
    not count.
    """

    criterion: Criterion
    places: tuple[Place, ...]
    day: date | None
    days: int | None
    state: DueState
    rejected: tuple[Evidence, ...] = ()
    wants_explanation: bool = False


@dataclass(frozen=True)
class Reminder:
    """What a unit is reminded of, by day. `leads`: how many criteria it leads that documents or a survey prove;
    `open`: to how many of them something is wanting.
    """

    unit: Unit
    wanted: tuple[Wanted, ...]
    leads: int
    on: date

    @property
    def open(self) -> int:
        return len({one.criterion.id for one in self.wanted})

    @property
    def overdue(self) -> int:
        return sum(one.state == "overdue" for one in self.wanted)


@dataclass(frozen=True)
class Reminders:
    """`due`: a reminder for each unit that owes something, in the order of the units; `nothing`: units that lead
    criteria and owe nothing; `without_unit`: what is wanted, but nobody leads.
    """

    due: tuple[Reminder, ...]
    nothing: tuple[Unit, ...]
    without_unit: tuple[Wanted, ...]


def reminders(standing: Coverage, evidence: Iterable[Evidence], units: Iterable[Unit], on: date) -> Reminders:
    wanted = _wanted(standing, evidence, on)
    by_criterion: dict[str, list[Wanted]] = {}
    for one in wanted:
        by_criterion.setdefault(one.criterion.id, []).append(one)
    counted = {row.criterion.id for row in standing.rows if row.state != "not_assigned"}
    due: list[Reminder] = []
    nothing: list[Unit] = []
    for unit in units:
        led = [criterion_id for criterion_id in unit.leads if criterion_id in counted]
        of_unit = [one for criterion_id in led for one in by_criterion.get(criterion_id, ())]
        if of_unit:
            of_unit.sort(key=lambda one: one.day or date.max)
            due.append(Reminder(unit, tuple(of_unit), len(led), on))
        elif led:
            nothing.append(unit)
    return Reminders(tuple(due), tuple(nothing), tuple(one for one in wanted if not one.criterion.lead_unit))


def _wanted(standing: Coverage, evidence: Iterable[Evidence], on: date) -> list[Wanted]:
    rejected: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.state == "rejected":
            rejected.setdefault(one.criterion_id, []).append(one)
    found: list[Wanted] = []
    for due in agenda(standing, on):
        criterion = due.row.criterion
        if due.state != "done":
            places = tuple(place for place in due.places if place.state != "complete")
            bad = tuple(rejected.pop(criterion.id, ()))
            explained = _wants_explanation(criterion)
            found.append(Wanted(criterion, places, due.day, due.days, due.state, bad, explained))
    listed = {one.criterion.id for one in found}
    found += [
        Wanted(row.criterion, (), None, None, "undated", wants_explanation=True)
        for row in standing.rows
        if row.criterion.id not in listed and row.state != "not_assigned" and _wants_explanation(row.criterion)
    ]
    return found


def _wants_explanation(criterion: Criterion) -> bool:
    return criterion.result in ("partly", "not_met") and not criterion.explanation
