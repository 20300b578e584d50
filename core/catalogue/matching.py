"""Which criterion of one catalogue is which of another: by code and by likeness of words. Pure."""

from collections import Counter
from collections.abc import Sequence
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


def _terms(criterion: Criterion | DraftCriterion) -> Counter[str]:
    said = words(criterion.text or criterion.title)
    return Counter([*said, *(f"{one} {other}" for one, other in pairwise(said))])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Twice what is shared, of all: Dice's measure."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
