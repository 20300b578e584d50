"""Which criterion of one catalogue is which of another: by code and by likeness of words. Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from core.catalogue.records import Criterion, DraftCriterion
from core.text import words

How = Literal["same", "code", "words"]

SAME_CODE = 0.3  # as much as this a code that stayed adds to the likeness
LEAST_OF_WORDS = 0.55  # below, two criteria of different codes are different ones
LEAST_OF_CODE = 0.2  # below, a code has come to mean something else


@dataclass(frozen=True)
class Match:
    """`code` is the one in the other catalogue. "same": code and words; "code": the words have changed; "words": the
    code has. `likeness` of the words is between 0 and 1.
    """

    code: str
    how: How
    likeness: float


def match(old: Sequence[Criterion], new: Sequence[DraftCriterion]) -> dict[str, Match]:
    """By the id of the old criterion, each new one at most once; what is like none is left out."""
    wanted = {draft.code: _terms(draft) for draft in new}
    pairs: list[tuple[float, float, int, Criterion, str]] = []
    for place, criterion in enumerate(old):
        terms = _terms(criterion)
        for code, others in wanted.items():
            alike, is_same_code = _likeness(terms, others), code == criterion.code
            if alike >= (LEAST_OF_CODE if is_same_code else LEAST_OF_WORDS):
                pairs.append((alike + SAME_CODE * is_same_code, alike, -place, criterion, code))
    found: dict[str, Match] = {}
    taken: set[str] = set()
    for _, alike, _, criterion, code in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if criterion.id not in found and code not in taken:
            how: How = "words" if code != criterion.code else "same" if alike == 1 else "code"
            found[criterion.id] = Match(code, how, round(alike, 2))
            taken.add(code)
    return found


def reordered(
    new: Sequence[DraftCriterion], old: Mapping[str, Criterion], parents: Mapping[str, str | None]
) -> frozenset[str]:
    """Codes of those that change their place among brothers and sisters: as few as tell the whole new order.

    `old`: what each new code was; `parents`: the old criterion's id below which each new code belongs.
    """
    families: dict[str | None, list[str]] = {}
    for one in new:
        if one.code in old and old[one.code].parent_id == parents[one.code]:
            families.setdefault(parents[one.code], []).append(one.code)
    return frozenset(
        code
        for codes in families.values()
        for code in set(codes).difference(_longest_rise(codes, [old[code].position for code in codes]))
    )


def _longest_rise(codes: Sequence[str], positions: Sequence[int]) -> list[str]:
    """The most of the codes whose positions rise from each to the next."""
    ends: list[int] = []  # the lowest position that a rise of so many codes ends with
    lengths: list[int] = []
    for position in positions:
        length = bisect_left(ends, position)
        ends[length : length + 1] = [position]
        lengths.append(length)
    wanted, rise = len(ends) - 1, list[str]()
    for code, length in zip(reversed(codes), reversed(lengths), strict=True):
        if length == wanted:
            rise.append(code)
            wanted -= 1
    return rise


def _terms(criterion: Criterion | DraftCriterion) -> Counter[str]:
    said = words(criterion.text or criterion.title)
    return Counter([*said, *(f"{one} {other}" for one, other in pairwise(said))])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Twice what is shared, of all: Dice's measure."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
