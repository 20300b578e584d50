"""The words of a paper that speak for a criterion, as they are written there."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from core.evidence.terms import READ, Language, Spot, pair, spots
from core.text import fold, nfc, squeeze

SHOWN = 3
WORTH = 0.3  # of the weightiest: what says much less is left out
# Spelt with their marks, since "tại" folds to the "tài" of "tài sản".
_JOINING = frozenset({"và", "của", "các", "về", "cho", "theo", "tại", "trong", "với", "được", "đối", "từ", "là", "để"})


def shared_phrases(texts: tuple[str, ...], weights: Mapping[str, float], language: Language) -> tuple[str, ...]:
    """The longest runs of words whose pairs have weight, the weightiest first; SHOWN at most, none within another."""
    found: dict[str, tuple[float, str]] = {}
    for text in texts:
        text = nfc(text[:READ])
        for clause in spots(text, language):
            for weight, run in _runs(clause, weights):
                if words := _words(text, run):
                    found.setdefault(fold(words), (weight, words))
    chosen: list[str] = []
    least = WORTH * max((weight for weight, _ in found.values()), default=0.0)
    for key in sorted(found, key=lambda key: (-found[key][0], key)):
        if len(chosen) < SHOWN and found[key][0] >= least and not any(key in one or one in key for one in chosen):
            chosen.append(key)
    return tuple(found[key][1] for key in chosen)


def _runs(clause: list[Spot], weights: Mapping[str, float]) -> Iterator[tuple[float, list[Spot]]]:
    run: list[Spot] = []
    weight = 0.0
    for first, second in pairwise(clause):
        if weighs := weights.get(pair(first.word, second.word)):
            run += [second] if run else [first, second]
            weight += weighs
        elif run:
            yield weight, run
            run, weight = [], 0.0
    if run:
        yield weight, run


def _words(text: str, run: list[Spot]) -> str:
    """As written, but not in capitals and without joining words at the ends; "" where too little is left."""
    while run and text[run[0].start : run[0].end].lower() in _JOINING:
        run = run[1:]
    while run and text[run[-1].start : run[-1].end].lower() in _JOINING:
        run = run[:-1]
    if len(run) < 2:
        return ""
    words = squeeze(text[run[0].start : run[-1].end])
    return words.lower() if words.isupper() and " " in words else words
