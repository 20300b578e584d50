"""New evidence codes for what was never printed, in the order of the evidence list. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.catalogue.pattern import format_code
from core.catalogue.records import Criterion
from core.evidence.records import Evidence


@dataclass(frozen=True)
class GivenCode:
    """The code of a document; `criterion_id` is the criterion under which it was given, `printed_at` when it was first
    printed: from then on it is frozen.
    """

    id: str
    document_id: str
    criterion_id: str
    number: int
    code: str
    printed_at: datetime | None = None


@dataclass(frozen=True)
class NewCode:
    """What a code that was never printed becomes."""

    old: GivenCode
    criterion_id: str
    number: int
    code: str


@dataclass(frozen=True)
class Renumbering:
    """`changes`: the codes that become others, in the order of the new list; `same` never-printed codes stay as they
    are, and so do the `frozen` ones.
    """

    pattern: str
    changes: tuple[NewCode, ...]
    same: int
    frozen: tuple[GivenCode, ...]


def renumber(
    given: Iterable[GivenCode], tree: Sequence[Criterion], evidence: Iterable[Evidence], pattern: str
) -> Renumbering:
    """A document is numbered under the first criterion that it proves; one that proves nothing now, behind the others
    of its old criterion. A frozen code is never given again.
    """
    given = list(given)
    frozen = tuple(one for one in given if one.printed_at)
    taken = {one.code for one in frozen}
    homes = _homes(tree, evidence)
    free = [one for one in given if not one.printed_at]
    place = {criterion.id: number for number, criterion in enumerate(tree)}
    behind = len(homes)

    def order(one: GivenCode) -> tuple[int, int, int, str]:
        home, position = homes.get(one.document_id, (one.criterion_id, behind))
        return place[home], position, one.number, one.code

    codes = {criterion.id: criterion.code for criterion in tree}
    numbers: dict[str, int] = {}
    new: list[NewCode] = []
    for one in sorted(free, key=order):
        home, _ = homes.get(one.document_id, (one.criterion_id, behind))
        number = numbers.get(home, 0) + 1
        while (code := format_code(pattern, codes[home], number)) in taken:
            number += 1
        numbers[home] = number
        taken.add(code)
        new.append(NewCode(one, home, number, code))
    changes = tuple(one for one in new if (one.code, one.criterion_id) != (one.old.code, one.old.criterion_id))
    return Renumbering(pattern, changes, len(new) - len(changes), frozen)


def _homes(tree: Sequence[Criterion], evidence: Iterable[Evidence]) -> Mapping[str, tuple[str, int]]:
    """By document, the first criterion that it proves and its place in the whole list."""
    linked: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.counts:
            linked.setdefault(one.criterion_id, []).append(one)
    homes: dict[str, tuple[str, int]] = {}
    for criterion in tree:
        for one in linked.get(criterion.id, ()):
            homes.setdefault(one.document_id, (criterion.id, len(homes)))
    return homes
