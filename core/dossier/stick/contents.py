"""What the index and the list say, row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from core.dossier.outline import Pages, Proof, Section, cited_pages
from core.dossier.records import Placed
from core.dossier.sheets.matter import Matter, document_name, page_range
from core.library.records import Document

LEFT_OUT = ("column_code", "column_name", "file", "reason")
REJECTED = ("column_criterion", "column_code", "column_name", "file", "why", "who")


@dataclass(frozen=True)
class Entry:
    """A piece of evidence under a criterion.

    `original` is the name of its file on the stick, None where that is left out for `reason`; `pages` are words for the
    dossier pages, `page_link` where they open; both "" where the dossier does not show it.
    """

    proof: Proof
    document: Document
    original: str | None
    reason: str | None
    pages: str
    page_link: str


@dataclass(frozen=True)
class Listing:
    """Rows of words; the others are the names of words, `sheet` of the short title."""

    title: str
    lead: str
    sheet: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Contents:
    """`names` of the originals and `left_out`, the reason's code, by document; `dossier`: the names of its files."""

    matter: Matter
    places: Mapping[str, Placed]
    names: Mapping[str, str]
    left_out: Mapping[str, str]
    dossier: tuple[str, ...]

    @cached_property
    def sections(self) -> dict[str, Section]:
        """By id of the criterion."""
        return {section.criterion.id: section for section in self.matter.outline.sections}

    @cached_property
    def roots(self) -> tuple[Section, ...]:
        return tuple(one for one in self.sections.values() if one.criterion.parent_id not in self.sections)

    @cached_property
    def wanting(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the requirements without evidence, by id of the criterion."""
        return {row.criterion.id: row.wanting for row in self.matter.material.coverage.rows}

    @property
    def listings(self) -> tuple[Listing, ...]:
        """The originals that are left out, and the evidence that was rejected; none that is empty."""
        left_out, rejected = tuple(self._left_out()), tuple(self._rejected())
        found = (
            Listing("left_out", "left_out_lead", "sheet_left_out", LEFT_OUT, left_out),
            Listing("rejected", "rejected_lead", "sheet_rejected", REJECTED, rejected),
        )
        return tuple(one for one in found if one.rows)

    def _left_out(self) -> Iterator[tuple[str, ...]]:
        for key, why in self.left_out.items():
            document = self.matter.document(key)
            said = self.matter.say("reasons", why)
            yield self.matter.outline.codes[key], document_name(document), document.name, said

    def _rejected(self) -> Iterator[tuple[str, ...]]:
        for one in self.matter.outline.rejected:
            link = one.link
            document, criterion = self.matter.document(link.document_id), self.matter.criteria[link.criterion_id]
            names = document_name(document), document.name
            yield criterion.code, link.code, *names, link.reason or "", self.matter.rejected_by(link)

    def no_original(self, entry: Entry) -> str:
        """That the original is not on the stick, and why."""
        say = self.matter.say
        return f"{say('stick', 'no_original')}: {say('reasons', entry.reason or 'failed').lower()}"

    def entries(self, section: Section) -> tuple[Entry, ...]:
        return tuple(self._entry(proof) for proof in section.proofs)

    def _entry(self, proof: Proof) -> Entry:
        pages, link = self._pages(proof)
        key = proof.document_id
        return Entry(proof, self.matter.document(key), self.names.get(key), self.left_out.get(key), pages, link)

    def _pages(self, proof: Proof) -> tuple[str, str]:
        place = self.places.get(proof.document_id)
        if place is None:
            return self.matter.earlier_place(proof.document_id), ""
        say, fate = self.matter.say, self.matter.fates[proof.document_id]
        cited = None if fate.is_slip else cited_pages(proof.pages, place.first, place.last)
        first, last = cited or (place.first, place.last)
        words = page_range(Pages(first, last))
        if len(self.dossier) > 1:
            words = say("stick", "in_volume", number=place.file + 1, pages=words)
        if fate.is_slip:
            words = f"{words} ({say('stick', 'slip')})"
        return words, f"{self.dossier[place.file]}#page={place.page + first - place.first}"


def address(name: str) -> str:
    """A file of the stick as a link from its root."""
    path, mark, fragment = name.partition("#")
    return quote(path) + mark + fragment
