"""Which criteria a paper may prove: its words against the catalogue's, and against the papers that were accepted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, log

from core.catalogue.records import Appraisal, Criterion
from core.evidence.abbreviations import abbreviations
from core.evidence.likeness import Index, Rarity, length
from core.evidence.terms import Language, ignoring, terms

# How much a term of a criterion weighs by where it stands. Measured with tests/benchmarks; near these it is flat.
TITLE, TEXT, AROUND = 1.0, 0.4, 0.5
CATALOGUE = 1.5  # the catalogue's words speak like so many accepted papers
OFTEN = 1.5  # saying a thing more often than that makes a criterion no more about it


@dataclass(frozen=True)
class Content:
    """What is known of a document when its criterion is looked for."""

    subject: str = ""
    symbol: str = ""
    text: str = ""


@dataclass(frozen=True)
class Score:
    """How likely a paper proves a criterion: 0 to 1 each, `total` of both findings.

    `nearest` is the accepted paper of the criterion that is most alike, None without any.
    """

    criterion: Criterion
    total: float
    by_words: float
    by_papers: float
    nearest: str | None


class Scorer:
    """Knows a catalogue, and learns from papers. Leaves that ask for documents are scored, no others."""

    def __init__(self, appraisal: Appraisal, tree: Sequence[Criterion]) -> None:
        texts = [appraisal.title, *(criterion.text or criterion.title for criterion in tree)]
        office = [appraisal.organisation, appraisal.parent, appraisal.place]
        self.language = Language(abbreviations(texts), ignoring(office))
        by_id = {criterion.id: criterion for criterion in tree}
        self._leaves = {one.id: one for one in tree if one.is_leaf and one.counts_as == "documents"}
        self._wanted = {key: self._terms_of_criterion(one, by_id) for key, one in self._leaves.items()}
        self._rarity = Rarity()
        for wanted in self._wanted.values():
            self._rarity.count(wanted)
        self._papers: Index[str] = Index(self._rarity)
        self._known: dict[str, tuple[Mapping[str, float], tuple[str, ...]]] = {}
        self._sums: dict[str, defaultdict[str, float]] = {key: defaultdict(float) for key in self._leaves}
        self._sizes: dict[str, float] = {}  # of the sums, as far as they were asked for

    def learn(self, key: str, found: Mapping[str, float], criterion_ids: Iterable[str]) -> None:
        """Know a paper by its terms, in place of what the key stood for.

        Accepted for nothing, it only tells what is common.
        """
        self.forget(key)
        linked = tuple(one for one in self._leaves if one in set(criterion_ids)) if found else ()
        self._known[key] = found, linked
        self._rarity.count(found)
        if linked:
            self._papers.add(key, found)
        self._sum_up(key, linked, 1)

    def forget(self, key: str) -> None:
        if key not in self._known:
            return
        found, linked = self._known.pop(key)
        self._rarity.count(found, -1)
        self._sum_up(key, linked, -1)
        self._papers.remove(key)

    def _sum_up(self, key: str, leaves: Iterable[str], times: int) -> None:
        for one in leaves:
            sums = self._sums[one]
            for term, weight in self._papers.vector(key).items():
                sums[term] += times * weight
            self._sizes.pop(one, None)

    def scores(self, content: Content, apart_from: str = "") -> list[Score]:
        """Every leaf, best first; what was learnt under the key `apart_from` does not count."""
        found = self.terms_of(content)
        by_words = self._by_words(found)
        by_papers = dict.fromkeys(self._leaves, 0.0)
        nearest: dict[str, tuple[float, str]] = {}
        for key, likeness in self._papers.alike(found).items():
            for one in self._known[key][1] if key != apart_from else ():
                by_papers[one] += likeness
                nearest[one] = max(nearest.get(one, (0.0, "")), (likeness, key))
        scores: list[Score] = []
        for one, criterion in self._leaves.items():
            # As one profile of the catalogue's words and the papers: a leaf without papers loses nothing by that.
            size = hypot(CATALOGUE, self._size(one))
            words, papers = CATALOGUE * by_words[one] / size, by_papers[one] / size
            total = min(1.0, words + papers)
            scores.append(Score(criterion, total, words, papers, nearest[one][1] if one in nearest else None))
        return sorted(scores, key=lambda score: -score.total)  # stable: of equal ones the first of the catalogue

    def terms_of(self, content: Content) -> dict[str, float]:
        """What is said twice weighs more, but not twice as much. The subject counts apart from the text."""
        found = terms(f"{content.symbol}\n\n{content.text}", self.language)
        found.update(terms(content.subject, self.language))
        return {term: 1 + log(times) for term, times in found.items()}

    def weights(self, criterion: Criterion) -> dict[str, float]:
        """What each term of a leaf weighs when a paper has it."""
        return self._rarity.weigh(self._rarity.weigh(self._wanted[criterion.id]))

    def _size(self, key: str) -> float:
        if key not in self._sizes:
            self._sizes[key] = length(self._sums[key])
        return self._sizes[key]

    def _terms_of_criterion(self, criterion: Criterion, by_id: Mapping[str, Criterion]) -> dict[str, float]:
        parts = [(criterion.title, TITLE), (criterion.text, TEXT), (criterion.lead_unit or "", AROUND)]
        parts += [(each.text, TEXT) for each in criterion.requirements]
        above = criterion.parent_id
        while above:
            parts.append((by_id[above].title, AROUND))
            above = by_id[above].parent_id
        found: dict[str, float] = {}
        for text, weight in parts:
            for term, times in terms(text, self.language).items():
                found[term] = max(found.get(term, 0.0), weight * min(times, OFTEN))
        return found

    def _by_words(self, found: Mapping[str, float]) -> dict[str, float]:
        asked = self._rarity.weigh(found)
        size = length(asked) or 1
        result: dict[str, float] = {}
        for one, wanted in self._wanted.items():
            weighed = self._rarity.weigh(wanted)
            shared = sum(weight * asked[term] for term, weight in weighed.items() if term in asked)
            result[one] = shared / size / (length(weighed) or 1)
        return result
