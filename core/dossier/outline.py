"""What stands in a dossier, in which order and on which page. Pure: knows neither files nor PDF."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.catalogue.records import Criterion
from core.dossier.records import Material
from core.errors import UserError
from core.evidence.records import Evidence, State
from core.text import code_key, fold

Key = tuple[str, str]  # a kind of part and the id of what it shows

COVER: Key = ("cover", "")
CONTENTS: Key = ("contents", "")
EVIDENCE_LIST: Key = ("evidence_list", "")
OMITTED: Key = ("omitted", "")
DOCUMENT = "document"


def sheet_key(criterion_id: str) -> Key:
    return ("sheet", criterion_id)


def document_key(document_id: str) -> Key:
    return (DOCUMENT, document_id)


@dataclass(frozen=True)
class Proof:
    """A document in the evidence list of a criterion. `requirements` are numbers, none for the whole criterion.

    `pages` are the document's own pages that count, "" for all; `is_home`: it is printed under this criterion.
    """

    document_id: str
    code: str
    requirements: tuple[int, ...]
    pages: str
    note: str
    is_home: bool


@dataclass(frozen=True)
class Section:
    """A criterion with what proves it and the criteria below it that are in the dossier."""

    criterion: Criterion
    state: State
    proofs: tuple[Proof, ...]
    children: tuple[str, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents whose pages follow the sheet, in order."""
        return tuple(proof.document_id for proof in self.proofs if proof.is_home)


@dataclass(frozen=True)
class Outline:
    """The criteria of a dossier in order, depth first; `evidence` is the number of links they show."""

    sections: tuple[Section, ...]
    evidence: int

    @cached_property
    def documents(self) -> tuple[str, ...]:
        return tuple(document for section in self.sections for document in section.documents)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Evidence code by document."""
        return {proof.document_id: proof.code for section in self.sections for proof in section.proofs}

    @cached_property
    def homes(self) -> dict[str, Criterion]:
        """By document: the criterion under which it is printed."""
        return {document: section.criterion for section in self.sections for document in section.documents}

    def keys(self, list_only: bool, something_omitted: bool) -> tuple[Key, ...]:
        """The parts in the order in which they are bound."""
        keys = [COVER, CONTENTS, EVIDENCE_LIST]
        if something_omitted:
            keys.append(OMITTED)
        for section in self.sections:
            keys.append(sheet_key(section.criterion.id))
            if not list_only:
                keys.extend(map(document_key, section.documents))
        return tuple(keys)


@dataclass(frozen=True)
class Numbers:
    """The dossier pages of each part, counted from 1: first and last."""

    pages: Mapping[Key, tuple[int, int]]
    total: int

    def first(self, key: Key) -> int | None:
        """None where the dossier does not hold that part."""
        return self.pages[key][0] if key in self.pages else None

    def last(self, key: Key) -> int | None:
        return self.pages[key][1] if key in self.pages else None


def number(keys: Iterable[Key], count: Callable[[Key], int]) -> Numbers:
    """Number the parts through, each with `count(key)` pages."""
    pages: dict[Key, tuple[int, int]] = {}
    page = 1
    for key in keys:
        pages[key] = (page, page + count(key) - 1)
        page += count(key)
    return Numbers(pages, page - 1)


def arrange(material: Material, criteria: Sequence[str] = (), unit: str | None = None) -> Outline:
    """Choose and order what is printed.

    `criteria` are codes or ids, each meaning all that is below it; `unit` keeps the criteria that it leads. The
    criteria above the chosen ones stand there as headings. Raises UserError("criterion_unknown", code) and
    UserError("unit_unknown", unit).
    """
    chosen = _chosen(material.tree, criteria, unit)
    shown = chosen | _above(material.tree, chosen)
    evidence = [
        link for link in material.evidence if link.criterion_id in chosen and link.document_id in material.documents
    ]
    homes = _homes(material, evidence)
    children: dict[str, list[str]] = {}
    for criterion in material.tree:
        if criterion.id in shown and criterion.parent_id:
            children.setdefault(criterion.parent_id, []).append(criterion.id)
    linked: dict[str, list[Evidence]] = {}
    for link in evidence:
        linked.setdefault(link.criterion_id, []).append(link)
    sections = tuple(
        Section(
            criterion,
            material.coverage.states[criterion.id],
            _proofs(linked.get(criterion.id, []), homes),
            tuple(children.get(criterion.id, ())),
        )
        for criterion in material.tree
        if criterion.id in shown
    )
    return Outline(sections, len(evidence))


def cited_pages(pages: str, first: int, last: int) -> tuple[int, int] | None:
    """The dossier pages of a document's own pages "3-5, 9", for a document on `first` to `last`.

    None where all or no part of it is meant.
    """
    own = [int(digits) for digits in re.findall(r"\d{1,6}", pages)]
    length = last - first + 1
    if not own or min(own) < 1 or max(own) > length or (min(own), max(own)) == (1, length):
        return None
    return first + min(own) - 1, first + max(own) - 1


def _chosen(tree: Sequence[Criterion], criteria: Sequence[str], unit: str | None) -> set[str]:
    chosen = {criterion.id for criterion in tree}
    if criteria:
        chosen = set[str]()
        for wanted in criteria:
            roots = {
                node.id for node in tree if wanted in (node.id, node.code) or node.code == wanted.strip().rstrip(".")
            }
            if not roots:
                raise UserError("criterion_unknown", code=wanted)
            chosen |= _below(tree, roots)
    if unit is not None:
        led = {node.id for node in tree if node.lead_unit and fold(node.lead_unit) == fold(unit.strip())}
        if not led:
            raise UserError("unit_unknown", unit=unit)
        chosen &= led
    return chosen


def _below(tree: Sequence[Criterion], roots: set[str]) -> set[str]:
    """The roots and all under them; the tree has parents before children."""
    found = set(roots)
    for node in tree:
        if node.parent_id in found:
            found.add(node.id)
    return found


def _above(tree: Sequence[Criterion], nodes: set[str]) -> set[str]:
    found = set[str]()
    for node in reversed(tree):
        if node.parent_id and (node.id in nodes or node.id in found):
            found.add(node.parent_id)
    return found


def _homes(material: Material, evidence: Sequence[Evidence]) -> dict[str, str]:
    """Where each document is printed: under the criterion of its code, or the first one shown that it proves."""
    order = {criterion.id: position for position, criterion in enumerate(material.tree)}
    proves: dict[str, set[str]] = {}
    for link in evidence:
        proves.setdefault(link.document_id, set()).add(link.criterion_id)
    homes: dict[str, str] = {}
    for document_id, criteria in proves.items():
        home = material.homes.get(document_id, "")
        homes[document_id] = home if home in criteria else min(criteria, key=order.__getitem__)
    return homes


def _proofs(links: Sequence[Evidence], homes: Mapping[str, str]) -> tuple[Proof, ...]:
    """One row a document, in the order of the codes: that is the order of the pages, too."""
    by_document: dict[str, list[Evidence]] = {}
    for link in sorted(links, key=lambda link: (link.requirement or 0, link.position)):
        by_document.setdefault(link.document_id, []).append(link)
    proofs = [
        Proof(
            document_id,
            same[0].code,
            tuple(link.requirement for link in same if link.requirement is not None),
            "" if any(not link.pages for link in same) else ", ".join(dict.fromkeys(link.pages for link in same)),
            "; ".join(dict.fromkeys(link.note for link in same if link.note)),
            homes[document_id] == same[0].criterion_id,
        )
        for document_id, same in by_document.items()
    ]
    return tuple(sorted(proofs, key=lambda proof: (code_key(proof.code), proof.code, proof.document_id)))
