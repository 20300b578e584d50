"""The records of a catalogue: what its readers draft and what the workspace keeps."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from core.catalogue.periods import Period
from core.errors import UserError

# "set_aside": it went out of the catalogue; what hangs on it is kept below one place until a clerk has moved it.
AssessedBy = Literal["documents", "survey", "not_assigned", "set_aside"]
CHOICES: tuple[AssessedBy, ...] = ("documents", "survey", "not_assigned")  # what a person may say
WorkState = Literal["untouched", "collecting", "collected", "checked"]
Result = Literal["met", "partly", "not_met"]

YEARS = (2000, 2100)  # of which an appraisal may be
SHORTEST_ID = 6  # of a slot that is named by it: what is shorter may be meant as a number


@dataclass(frozen=True)
class DraftSlot:
    """What has to be shown: a numbered demand, a paper of a period, so many papers of a kind, a percentage.

    `count` papers fill it; `target` is the percentage that has to be reached, None where none is asked for.
    """

    text: str
    number: int | None = None
    period: Period | None = None
    count: int = 1
    target: float | None = None


@dataclass(frozen=True)
class DraftCriterion:
    """A criterion as read from a plan, before it belongs to an appraisal."""

    code: str
    level: int
    parent: str | None
    title: str
    text: str
    slots: tuple[DraftSlot, ...] = ()
    lead_unit: str | None = None
    coordinating_units: tuple[str, ...] = ()
    deadline_text: str = ""
    deadlines: tuple[date, ...] = ()
    assessed_by: AssessedBy = "documents"
    max_points: float | None = None

    @property
    def requirements(self) -> tuple[tuple[int, str], ...]:
        """Number and text of the numbered demands."""
        return tuple((slot.number, slot.text) for slot in self.slots if slot.number is not None)


@dataclass(frozen=True)
class Draft:
    """A catalogue that nobody works with yet; criteria in the order of the plan, parents before children."""

    title: str
    year: int | None
    criteria: tuple[DraftCriterion, ...]
    organisation: str = ""
    parent: str = ""
    place: str = ""


@dataclass(frozen=True)
class Appraisal:
    """One year's evaluation of one organisation with one catalogue."""

    id: str
    title: str
    year: int | None
    organisation: str
    parent: str
    place: str
    code_pattern: str
    catalogue: str


@dataclass(frozen=True, kw_only=True)
class Slot(DraftSlot):
    """A slot of a criterion. `due` is the day by which it has to be filled: `own_due`, set by hand, or else the
    criterion's: the first of its dates, and of as many dates as it has slots for periods its own one.

    `reached` is the percentage that was reached, None while nobody has entered it.
    """

    id: str
    own_due: date | None = None
    due: date | None = None
    reached: float | None = None


@dataclass(frozen=True)
class Requirement:
    """A numbered slot."""

    id: str
    number: int
    text: str


@dataclass(frozen=True)
class Score:
    """A round of scoring, counted from 1: the office's own points with its explanation ("giải trình"), and the
    appraisers' with their reason; None where nobody has given any.
    """

    round: int
    self_score: float | None = None
    appraised: float | None = None
    explanation: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Criterion:
    """A node of the tree. `level` counts from 1; `deadlines` ascend; `is_leaf` where evidence is expected.

    `assessed_by` is its own setting; `counts_as` is what holds after its ancestors were asked: what is
    below a criterion that is not assigned is not assigned either. `state` is how far the work on it is, `result` what
    it comes to, None while nobody has said so; `judged_at` and `judged_by` say who last did.
    `last_result` and `last_lost` (points) are what it came to last year, `remedy` is what is being done about it.
    `max_points`: None in a catalogue without points; `scores` by round.
    """

    id: str
    parent_id: str | None
    position: int
    level: int
    is_leaf: bool
    code: str
    title: str
    text: str
    lead_unit: str | None
    coordinating_units: tuple[str, ...]
    deadline_text: str
    deadlines: tuple[date, ...]
    assessed_by: AssessedBy
    counts_as: AssessedBy
    slots: tuple[Slot, ...] = ()
    state: WorkState = "untouched"
    result: Result | None = None
    explanation: str = ""
    judged_at: datetime | None = None
    judged_by: str | None = None
    last_result: Result | None = None
    last_lost: float | None = None
    remedy: str = ""
    max_points: float | None = None
    scores: tuple[Score, ...] = ()

    @property
    def self_score(self) -> float | None:
        """What the office gave itself last."""
        return next((one.self_score for one in reversed(self.scores) if one.self_score is not None), None)

    @property
    def appraised(self) -> float | None:
        """What the appraisers gave last."""
        return next((one.appraised for one in reversed(self.scores) if one.appraised is not None), None)

    @property
    def points(self) -> float | None:
        """What holds: the appraisers' points, or else the office's own."""
        return self.self_score if self.appraised is None else self.appraised

    def given_above(self, maximum: float | None) -> tuple[int, float] | None:
        """The round with the most points, and these, where they are above a maximum; None: more than no points."""
        given = [(points, one.round) for one in self.scores for points in (one.self_score, one.appraised)]
        most, number = max(((points, number) for points, number in given if points is not None), default=(0.0, 0))
        return (number, most) if number and (maximum is None or most > maximum) else None

    @property
    def fell_short(self) -> bool:
        """Whether it lost points or was not met last year."""
        return bool(self.last_lost) or self.last_result in ("partly", "not_met")

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """The numbered slots, ascending."""
        return tuple(Requirement(slot.id, slot.number, slot.text) for slot in self.slots if slot.number is not None)

    def slot(self, key: str) -> Slot:
        """By its number, its period ("2023-Q1", or "Q1" where one year is meant), or the start of its id.

        Raises UserError("slot_unknown", criterion, slot).
        """
        key = key.strip().lower()
        for slot in self.slots:
            period = str(slot.period or "").lower()
            if key and key in (str(slot.number), period, period.partition("-")[2]):
                return slot
        found = [slot for slot in self.slots if len(key) >= SHORTEST_ID and slot.id.startswith(key)]
        if len(found) != 1:
            raise UserError("slot_unknown", criterion=self.code, slot=key)
        return found[0]
