"""The points of a catalogue that has them: sums by field and of the whole, and what they would be if. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from core.catalogue.records import Criterion

DIGITS = 4  # points come in halves, quarters and tenths; sums of them show no rest of the arithmetic


@dataclass(frozen=True)
class Points:
    """Sums over the criteria that carry points of their own. What nobody has scored counts nothing; `scored` of
    `criteria` were. `points` holds the appraisers' where there are any, else the office's own.
    """

    maximum: float
    self_score: float
    appraised: float
    points: float
    criteria: int
    scored: int
    appraised_criteria: int

    @property
    def lost(self) -> float:
        return round(self.maximum - self.points, DIGITS)


@dataclass(frozen=True)
class Scored:
    """`fields` by criterion id of level 1, `below` by id of each criterion that has points, itself or below it.

    `differing`: by id, the points that the catalogue states for a criterion whose parts make up another sum.
    `exceeding`: by id, the round and the points that are above the maximum, which has been lowered since.
    """

    total: Points
    fields: Mapping[str, Points]
    below: Mapping[str, Points]
    differing: Mapping[str, float]
    exceeding: Mapping[str, tuple[int, float]]


def scored(tree: Sequence[Criterion], met: Collection[str] = ()) -> Scored | None:
    """None for a catalogue without points. `tree` is depth first; `met` are ids of criteria which, with all below
    them, are taken to have all their points.
    """
    parents = {criterion.id: criterion.parent_id for criterion in tree}
    by_criterion: dict[str, list[tuple[Criterion, bool]]] = {}
    whole: list[tuple[Criterion, bool]] = []
    for criterion in carriers(tree):
        line = _line(criterion.id, parents)
        entry = criterion, not set(line).isdisjoint(met)
        whole.append(entry)
        for above in line:
            by_criterion.setdefault(above, []).append(entry)
    if not whole:
        return None
    below = {key: _summed(entries) for key, entries in by_criterion.items()}
    return Scored(
        _summed(whole),
        {criterion.id: below[criterion.id] for criterion in tree if not criterion.parent_id and criterion.id in below},
        below,
        {
            one.id: one.max_points
            for one in tree
            if one.max_points is not None and one.id in below and one.max_points != below[one.id].maximum
        },
        {one.id: given for one, _ in whole if (given := one.given_above(one.max_points))},
    )


def carriers(tree: Sequence[Criterion]) -> list[Criterion]:
    """The criteria whose points are summed: those with points that have none below them. What is not assigned is left
    out. `tree` is depth first.
    """
    parents = {criterion.id: criterion.parent_id for criterion in tree}
    pointed = [criterion for criterion in tree if criterion.max_points is not None]
    above = {key for criterion in pointed for key in _line(criterion.id, parents)[1:]}
    return [one for one in pointed if one.id not in above and one.counts_as != "not_assigned"]


def _line(criterion_id: str, parents: Mapping[str, str | None]) -> list[str]:
    """The criterion and all above it."""
    line: list[str] = []
    above: str | None = criterion_id
    while above:
        line.append(above)
        above = parents[above]
    return line


def _summed(entries: Sequence[tuple[Criterion, bool]]) -> Points:
    def total(values: Iterable[float | None]) -> float:
        return round(fsum(value for value in values if value is not None), DIGITS)

    return Points(
        maximum=total(one.max_points for one, _ in entries),
        self_score=total(one.self_score for one, _ in entries),
        appraised=total(one.appraised for one, _ in entries),
        points=total(one.max_points if is_met else one.points for one, is_met in entries),
        criteria=len(entries),
        scored=sum(one.points is not None for one, _ in entries),
        appraised_criteria=sum(one.appraised is not None for one, _ in entries),
    )
