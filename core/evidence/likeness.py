"""How alike papers are: their terms weighed by how rare they are, in an index that grows a paper at a time."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from math import log, sqrt
from operator import mul
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
ASKED = 100  # terms: the rarest of a paper decide, the rest cost time


def length(weights: Mapping[str, float]) -> float:
    values = weights.values()
    return sqrt(sum(map(mul, values, values)))


class Rarity:
    """Weighs terms by how few papers have them."""

    def __init__(self) -> None:
        self._having: Counter[str] = Counter()
        self._papers = 0

    def count(self, terms: Mapping[str, float], times: int = 1) -> None:
        """A paper more that has these terms; `times` -1 takes it back."""
        if times == 1:
            self._having.update(terms.keys())
        else:
            self._having.subtract(terms.keys())
        self._papers += times

    def of(self, term: str) -> float:
        return log((self._papers + 1) / (self._having[term] + 0.5))

    def weigh(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Each weight times its rarity."""
        return {term: weight * self.of(term) for term, weight in terms.items()}


class Index(Generic[Key]):
    """Papers by key. Rarity is looked up when asked, so that adding a paper costs no more than its own terms."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._vectors: dict[Key, dict[str, float]] = {}
        self._holders: defaultdict[str, dict[Key, float]] = defaultdict(dict)

    def add(self, key: Key, terms: Mapping[str, float]) -> None:
        """Put a paper in; one that was there under the key gives way."""
        self.remove(key)
        size = length(terms)
        self._vectors[key] = vector = {term: weight / size for term, weight in terms.items()}
        for term, weight in vector.items():
            self._holders[term][key] = weight

    def remove(self, key: Key) -> None:
        for term in self._vectors.pop(key, {}):
            holders = self._holders[term]
            del holders[key]
            if not holders:
                del self._holders[term]

    def vector(self, key: Key) -> Mapping[str, float]:
        return self._vectors.get(key, {})

    def alike(self, terms: Mapping[str, float]) -> dict[Key, float]:
        """How alike each paper is that shares a term: 1 for the same terms, 0 for none."""
        weighed = self._rarity.weigh(terms)
        chosen = sorted(weighed, key=lambda term: (-weighed[term], term))[:ASKED]
        found: dict[Key, float] = {}
        for term in chosen:
            if holders := self._holders.get(term):
                weight = weighed[term] * self._rarity.of(term)
                for key, held in holders.items():
                    found[key] = found.get(key, 0.0) + weight * held
        # What the paper itself would get: with that the scale is the same for all papers.
        own = sum(weighed[term] ** 2 for term in chosen) / (length(terms) or 1)
        return {key: likeness / own for key, likeness in found.items()} if own else {}
