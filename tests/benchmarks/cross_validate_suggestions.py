"""How often the criterion that a paper proves is suggested first, and among the first three.

Usage: python -m tests.benchmarks.cross_validate_suggestions [--missed]. Measured over the papers of suggest_documents,
without a history and with parts of them as what the clerk has accepted, and over the demo's papers. A paper for which
nothing is offered counts as missed. Folders and file names are left out: they decide by themselves.
"""

import random
import sys
from collections.abc import Iterable, Sequence

from core.catalogue.builtin import load_catalogue
from core.catalogue.criteria import Criteria
from core.catalogue.records import Appraisal, Criterion
from core.demo.papers import load_papers
from core.evidence.scoring import Scorer
from core.evidence.suggest import offered
from tests.benchmarks.papers_of_offices import Written, load_written
from tests.benchmarks.workspaces import temporary_database

CATALOGUE = "par-index-2023-hoa-binh"
ROUNDS = 3  # shufflings, so that one lucky split says little
# What the demo leaves to the person in the inbox, outside a folder with a code.
DEMO_LEFT = {"1021": ("3.2",), "1743": ("5.3",)}

Catalogue = tuple[Appraisal, tuple[Criterion, ...]]
Case = tuple[Written, list[str]]  # a paper and the codes that were offered for it


def catalogue() -> Catalogue:
    with temporary_database() as (database, journal):
        criteria = Criteria(database, journal)
        return criteria.create(load_catalogue(CATALOGUE)), criteria.tree()


def cases(
    known: Catalogue, asked: Iterable[Written], history: Sequence[Written], seen: Sequence[Written]
) -> list[Case]:
    """`history` was accepted, `seen` was read only."""
    scorer = Scorer(*known)
    ids = {criterion.code: criterion.id for criterion in known[1]}
    for number, one in enumerate(history):
        scorer.learn(f"{number}", scorer.terms_of(one.content), [ids[code] for code in one.codes])
    for number, one in enumerate(seen):
        scorer.learn(f"seen {number}", scorer.terms_of(one.content), [])
    return [(one, [score.criterion.code for score in offered(scorer.scores(one.content))]) for one in asked]


def folded(
    known: Catalogue, written: Sequence[Written], folds: int, history_folds: int, *, accepted: bool
) -> list[Case]:
    """Each paper asked once in each round, with the papers of `history_folds` other folds known."""
    found: list[Case] = []
    for round_ in range(ROUNDS):
        order = list(written)
        random.Random(round_).shuffle(order)
        for fold in range(folds):
            others = [order[(fold + step) % folds :: folds] for step in range(1, history_folds + 1)]
            known_papers = [one for other in others for one in other]
            history, seen = (known_papers, []) if accepted else ([], known_papers)
            found += cases(known, order[fold::folds], history, seen)
    return found


def demo_papers() -> list[Written]:
    found: list[Written] = []
    for paper in load_papers():
        codes = tuple(dict.fromkeys(each.partition("/")[0] for each in paper.to)) or DEMO_LEFT.get(paper.number, ())
        folder = paper.file.partition("/")[0]
        codes = codes or ((folder,) if folder[0].isdigit() else ())
        body = "\n".join([*paper.bases, *paper.body, *paper.annex])
        symbol = paper.symbol.removeprefix("Số: ")
        found.append(Written(codes, symbol, paper.type or "Công văn", paper.issuer, paper.subject, body))
    return found


def tell(label: str, found: Sequence[Case]) -> None:
    proving = [(one, codes) for one, codes in found if one.codes]
    nothing = [codes for one, codes in found if not one.codes]
    first = sum(bool({*one.codes} & {*codes[:1]}) for one, codes in proving)
    three = sum(bool({*one.codes} & {*codes[:3]}) for one, codes in proving)
    silent = f"  silent where nothing fits {sum(not codes for codes in nothing) / len(nothing):4.0%}" if nothing else ""
    count = len(proving)
    print(f"{label:44}{count:5} asked  top-1 {first / count:6.1%}  top-3 {three / count:6.1%}{silent}")


def missed(found: Sequence[Case]) -> None:
    for one, codes in found:
        if one.codes and not {*one.codes} & {*codes[:1]}:
            print(f"  {'/'.join(one.codes):12} not {' '.join(codes[:3]) or '-':22} {one.subject[:80]}")


def main() -> None:
    known, written, demo = catalogue(), load_written(), demo_papers()
    print(f"{len(written)} papers, {sum(bool(one.codes) for one in written)} of which prove something; {ROUNDS} rounds")
    cold = cases(known, written, [], [])
    tell("cold: nothing known but the catalogue", cold)
    tell("nothing accepted yet, 90 % of the papers read", folded(known, written, 10, 9, accepted=False))
    for folds, history in ((5, 1), (2, 1), (5, 4), (10, 9)):
        warm = folded(known, written, folds, history, accepted=True)
        tell(f"{history / folds:.0%} of the papers accepted ({folds} folds)", warm)
    print(f"{len(demo)} papers of the demo")
    tell("cold", cases(known, demo, [], []))
    one_out = [case for n, one in enumerate(demo) for case in cases(known, [one], demo[:n] + demo[n + 1 :], [])]
    tell("the demo's other papers accepted", one_out)
    tell("all papers of suggest_documents accepted", cases(known, demo, written, []))
    if "--missed" in sys.argv:
        print("missed, cold")
        missed(cold)
        print("missed, last line of the folds, first round")
        missed(warm[: len(written)])


if __name__ == "__main__":
    main()
