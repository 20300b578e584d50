"""The records of evidence and of coverage."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from core.catalogue.records import Criterion, Slot, WorkState

State = Literal["complete", "partial", "missing", "survey", "not_assigned"]
Filling = Literal["complete", "partial", "missing"]
EvidenceState = Literal["proposed", "accepted", "checked", "rejected"]


@dataclass(frozen=True)
class Paper:
    """What a document says of itself that decides which slot it fills."""

    issued_on: date | None = None
    type: str | None = None
    subject: str = ""


@dataclass(frozen=True)
class Evidence:
    """A document linked to a criterion. `code` is the document's one evidence code in the appraisal.

    `slot` is the id of the slot that it was linked to, None for the whole criterion; `requirement` is that slot's
    number, where it has one. `pages` are words such as "3-5", "" for all. Rejected evidence proves nothing, for the
    `reason`; `judged_at` and `judged_by` say who checked or rejected it. Proposed evidence was taken over from another
    appraisal: it proves nothing, and may have the code "", until somebody accepts it.
    """

    id: str
    criterion_id: str
    document_id: str
    requirement: int | None
    pages: str
    note: str
    position: int
    code: str
    slot: str | None = None
    state: EvidenceState = "accepted"
    reason: str | None = None
    judged_at: datetime | None = None
    judged_by: str | None = None
    changed_at: datetime | None = field(default=None, compare=False)
    paper: Paper = field(default=Paper())

    @property
    def counts(self) -> bool:
        return self.state in ("accepted", "checked")


@dataclass(frozen=True)
class Place:
    """A slot as it stands. A leaf without slots has one place for each of its dates, whose slots have the id "".

    `evidence`: what fills it, in the order of the list; `due`: its day, open or done; `overdue`: the day has passed
    and it is not full; `late`: it is full, but what filled it was issued after its day.
    """

    slot: Slot
    evidence: tuple[Evidence, ...]
    state: Filling
    due: date | None
    overdue: bool
    late: bool


@dataclass(frozen=True)
class Row:
    """A leaf of the catalogue as it stands.

    `evidence`: how many links count for it; `unplaced`: those of them that fill no slot; `wanting`: numbers of
    requirements without evidence; `due`: the first date that is still open, missed or to come; `overdue`: that date
    has passed; `places`: its slots, none where no documents are asked for.
    """

    criterion: Criterion
    state: State
    evidence: int
    wanting: tuple[int, ...]
    due: date | None
    overdue: bool
    places: tuple[Place, ...] = ()
    unplaced: tuple[Evidence, ...] = ()

    @property
    def wants_explanation(self) -> bool:
        """Where evidence is absent or the result is not "met", and nobody has written why."""
        criterion = self.criterion
        if criterion.explanation or criterion.counts_as == "not_assigned":
            return False
        return self.state == "missing" or criterion.result in ("partly", "not_met")

    @property
    def unchecked(self) -> tuple[Evidence, ...]:
        """What counts and nobody has looked at."""
        counting = (*(one for place in self.places for one in place.evidence), *self.unplaced)
        return tuple(one for one in counting if one.state == "accepted")


@dataclass(frozen=True)
class Totals:
    """Leaves by state. `criteria` is the sum of what is assigned; a survey is never among the missing."""

    criteria: int
    complete: int
    partial: int
    missing: int
    survey: int
    not_assigned: int
    overdue: int

    @property
    def leaves(self) -> int:
        """All there are, assigned or not."""
        return self.criteria + self.not_assigned


@dataclass(frozen=True)
class Coverage:
    """What is there and what is not.

    Keys: `states` by criterion id (a parent's is summed up from its leaves), `work` by criterion id (its own, from the
    first evidence on at least "collecting"), `fields` by criterion id of level 1, `units` by lead unit ("" for none),
    `deadlines` by date (None: without one).
    """

    rows: tuple[Row, ...]
    totals: Totals
    states: dict[str, State]
    work: dict[str, WorkState]
    fields: dict[str, Totals]
    units: dict[str, Totals]
    deadlines: dict[date | None, Totals]
