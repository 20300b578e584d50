"""What stands in a dossier, in which order and on which page. Pure: knows neither files nor PDF."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from core.catalogue.records import Criterion
from core.dossier.options import Options
from core.dossier.records import Material
from core.dossier.supplement import Earlier
from core.errors import UserError
from core.evidence.records import Evidence, State
from core.text import code_key, fold

Key = tuple[str, str]  # a kind of part and the id of what it shows

CHANGES: Key = ("changes", "")
SUMMARY: Key = ("summary", "")
EVIDENCE_LIST: Key = ("evidence_list", "")
MISSING: Key = ("missing", "")
INTEGRITY: Key = ("integrity", "")
OMITTED: Key = ("omitted", "")
DOCUMENT = "document"


def cover_key(volume: int) -> Key:
    return ("cover", str(volume))


def contents_key(volume: int) -> Key:
    return ("contents", str(volume))


def blank_key(before: Key) -> Key:
    """The empty page that lets a part begin on an odd one."""
    return ("blank", ":".join(before))


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
class Rejected:
    """A document that somebody took out of a criterion, or of these `requirements` of it; `link` says why and who."""

    link: Evidence
    requirements: tuple[int, ...]


@dataclass(frozen=True)
class Outline:
    """The criteria of a dossier in order, depth first; `evidence` is the number of links they show, `dates` are the
    documents' days of issue; `rejected`, in the order of the criteria, proves nothing and is only listed.
    """

    sections: tuple[Section, ...]
    evidence: int
    dates: Mapping[str, date | None]
    rejected: tuple[Rejected, ...] = ()

    @cached_property
    def documents(self) -> tuple[str, ...]:
        return tuple(document for section in self.sections for document in section.documents)

    @cached_property
    def dated(self) -> tuple[str, ...]:
        """The documents in the order of their dates, those without one last."""
        return tuple(sorted(self.documents, key=lambda one: self.dates.get(one) or date.max))

    @cached_property
    def codes(self) -> dict[str, str]:
        """Evidence code by document."""
        return {proof.document_id: proof.code for section in self.sections for proof in section.proofs}

    @cached_property
    def homes(self) -> dict[str, Criterion]:
        """By document: the criterion under which it is printed."""
        return {document: section.criterion for section in self.sections for document in section.documents}

    @staticmethod
    def has_sheet(section: Section, options: Options) -> bool:
        """The sheet of a criterion of level 1 is the divider of its field."""
        return ("dividers" if section.criterion.level == 1 else "sheets") in options.parts

    def chunks(self, options: Options, something_omitted: bool) -> tuple[tuple[Key, ...], ...]:
        """The parts after cover and contents in the order in which they are bound, in pieces that should stay together
        in one volume: a list, or a criterion with its documents and the headings above it.
        """
        has = options.parts
        lists = [SUMMARY, EVIDENCE_LIST, MISSING, *([OMITTED] if something_omitted else [])]
        chunks: list[tuple[Key, ...]] = [(CHANGES,)] if options.since else []
        chunks += [(key,) for key in lists if key[0] in has]
        headings: tuple[Key, ...] = ()
        for section in self.sections:
            sheet = (sheet_key(section.criterion.id),) if self.has_sheet(section, options) else ()
            documents = () if options.list_only or options.order == "date" else map(document_key, section.documents)
            keys = (*headings, *sheet, *documents)
            if section.criterion.is_leaf or len(keys) > len(headings) + len(sheet):
                chunks.append(keys)
                headings = ()
            else:
                headings = keys
        chunks.append(headings)
        if options.order == "date" and not options.list_only:
            chunks += [(document_key(document),) for document in self.dated]
        if "integrity" in has:
            chunks.append((INTEGRITY,))
        return tuple(chunk for chunk in chunks if chunk)


class Pages(NamedTuple):
    """The first and the last dossier page of a part; `volume` counts from 1, 0 in a dossier of one volume."""

    first: int
    last: int
    volume: int = 0

    def own(self, first: int, last: int) -> "Pages":
        """The dossier pages of the part's own pages."""
        return Pages(self.first + first - 1, self.first + last - 1, self.volume)


@dataclass(frozen=True)
class Numbers:
    """The dossier pages of each part in the order of binding; page numbers run on from volume to volume."""

    pages: Mapping[Key, Pages]

    def first(self, key: Key) -> int | None:
        """None where the dossier does not hold that part."""
        return self.pages[key].first if key in self.pages else None


def number(
    volumes: Sequence[Sequence[Key]],
    count: Callable[[Key], int],
    first: int = 1,
    odd_starts: bool = False,
    shares: Callable[[Key], bool] = lambda _: False,
) -> Numbers:
    """Number the parts of all volumes through from `first`, each with `count(key)` pages.

    What `shares` stands on the last page of the part before it, if that is in the same volume. With `odd_starts`
    documents and volumes begin on odd pages, after an empty one where that is needed.
    """
    pages: dict[Key, Pages] = {}
    page = first + (odd_starts and first % 2 == 0)
    for volume, keys in enumerate(volumes, 1 if len(volumes) > 1 else 0):
        for key in keys:
            is_start = key == keys[0]
            if shares(key) and not is_start:
                pages[key] = Pages(page - 1, page - 1, volume)
                continue
            if odd_starts and page % 2 == 0 and (is_start or key[0] == "document"):
                pages[blank_key(key)] = Pages(page, page, volume - 1 if is_start else volume)
                page += 1
            pages[key] = Pages(page, page + count(key) - 1, volume)
            page += count(key)
    return Numbers(pages)


def arrange(
    material: Material, criteria: Sequence[str] = (), unit: str | None = None, earlier: Earlier | None = None
) -> Outline:
    """Choose and order what is printed; in a supplement to `earlier` only what is new or otherwise.

    `criteria` are codes or ids, each meaning all that is below it; `unit` keeps the criteria that it leads. The
    criteria above the chosen ones stand there as headings. Raises UserError("criterion_unknown", code),
    UserError("unit_unknown", unit) and UserError("nothing_changed", name).
    """
    chosen = _chosen(material.tree, criteria, unit)
    rejected = _rejected(material, chosen, earlier)
    if earlier:
        chosen &= earlier.criteria
        if not chosen and (criteria or unit or not earlier.changes):
            raise UserError("nothing_changed", name=earlier.name)
    shown = chosen | _above(material.tree, chosen)
    evidence = [
        link for link in material.evidence if link.criterion_id in chosen and link.document_id in material.documents
    ]
    if earlier:
        evidence = [link for link in evidence if link.id in earlier.evidence]
    homes = _homes(material, [link for link in evidence if not (earlier and earlier.has(link.document_id))])
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
    dates = {one: document.description.issued_on for one, document in material.documents.items()}
    return Outline(sections, len(evidence), dates, rejected)


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


def _rejected(material: Material, chosen: set[str], earlier: Earlier | None) -> tuple[Rejected, ...]:
    """Without what an earlier dossier has listed already."""
    listed = {link.id for link in earlier.material.rejected} if earlier else set[str]()
    order = {criterion.id: position for position, criterion in enumerate(material.tree)}
    alike: dict[tuple[Any, ...], list[Evidence]] = {}
    for link in material.rejected:
        if link.criterion_id in chosen and link.document_id in material.documents and link.id not in listed:
            what = link.document_id, link.reason or "", link.judged_by or ""
            key = order[link.criterion_id], code_key(link.code), *what
            alike.setdefault(key, []).append(link)
    return tuple(
        Rejected(same[0], tuple(sorted(link.requirement for link in same if link.requirement is not None)))
        for _, same in sorted(alike.items())
    )


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
            homes.get(document_id) == same[0].criterion_id,
        )
        for document_id, same in by_document.items()
    ]
    return tuple(sorted(proofs, key=lambda proof: (code_key(proof.code), proof.code, proof.document_id)))
