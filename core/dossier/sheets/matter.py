"""What every sheet of a dossier is made from, and how a document is named in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from core.catalogue.records import Criterion
from core.dossier.options import Options
from core.dossier.outline import Key, Outline, Pages, Proof, cited_pages, document_key
from core.dossier.records import Material
from core.dossier.stamps import Scaled
from core.dossier.supplement import Earlier
from core.dossier.typeset import Shows, Span
from core.dossier.wording import Wording, vietnamese
from core.evidence.records import Evidence, Row
from core.library.records import Document

# Nghị định 30/2020/NĐ-CP, Appendix I: top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm.
PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 20 * mm
ROOM_WIDTH = PAGE_WIDTH - LEFT - RIGHT
ROOM_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
TOP_EDGE = PAGE_HEIGHT - TOP
SHADE = 0.93  # of the heads of tables
WIDEST_RANGE = "0000–0000"
WIDEST_VOLUME = Pages(9999, 9999, 99)


@dataclass(frozen=True)
class Fate:
    """How a document stands in the dossier: on `pages` pages of its own, or on a slip that says why not.

    `reason`: the code of what is wrong, None where all is printed; `attachment`: the name under which its original is
    attached to the PDF. `scaled`: by own page, from 1, how it was fitted to A4; `signers`: names and times of digital
    signatures, "" where the file does not tell; `cell`: a photo on its part of a page, which it `shares` with the
    document before it.
    """

    pages: int
    is_slip: bool = False
    reason: str | None = None
    attachment: str | None = None
    scaled: Mapping[int, Scaled] = field(default_factory=dict[int, Scaled])
    signers: tuple[tuple[str, str], ...] = ()
    cell: bool = False
    shares: bool = False


@dataclass(frozen=True)
class Matter:
    """`fates` by document; `options` name a day; `earlier` is what a supplement goes on from."""

    material: Material
    outline: Outline
    fates: Mapping[str, Fate]
    options: Options
    earlier: Earlier | None = None

    @cached_property
    def say(self) -> Wording:
        return vietnamese().but(self.material.words)

    @property
    def on(self) -> date:
        return self.options.on or date.today()

    @property
    def scope(self) -> tuple[str, ...]:
        """What was chosen, in lines for the cover."""
        say, options, lines = self.say, self.options, list[str]()
        if self.earlier:
            facts = {"dossier": self.earlier.name, "date": spoken_date(self.earlier.on)}
            lines.append(say("supplement", "scope", page=self.earlier.last_page, **facts))
        if options.criteria:
            known = {criterion.id: criterion.code for criterion in self.material.tree}
            codes = ", ".join(known.get(one, one) for one in options.criteria)
            lines.append(say("cover", "scope_criteria", codes=codes))
        if options.unit is not None:
            lines.append(say("cover", "scope_unit", unit=options.unit))
        return tuple(lines)

    @property
    def list_only(self) -> bool:
        return self.options.list_only

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        return {criterion.id: criterion for criterion in self.material.tree}

    @cached_property
    def rows(self) -> dict[str, Row]:
        """How the leaves that are in the dossier stand, by id."""
        shown = {section.criterion.id for section in self.outline.sections}
        return {row.criterion.id: row for row in self.material.coverage.rows if row.criterion.id in shown}

    def field_of(self, criterion_id: str) -> str:
        """The id of the criterion of level 1 above one, or of itself."""
        criterion = self.criteria[criterion_id]
        while criterion.parent_id:
            criterion = self.criteria[criterion.parent_id]
        return criterion.id

    def document(self, document_id: str) -> Document:
        return self.material.documents[document_id]

    @property
    def not_printed(self) -> tuple[str, ...]:
        """The documents of which not all is printed, in the order of the dossier."""
        if self.list_only:
            return ()
        return tuple(document for document in self.outline.documents if self.fates[document].reason)

    @property
    def leaves_out(self) -> bool:
        """Whether there is something to list that is not printed, or that proves nothing."""
        return bool(self.not_printed or self.outline.rejected)

    def requirements(self, numbers: Sequence[int]) -> str:
        """ "Yêu cầu (1), (3)"."""
        return self.say("proof", "requirements", numbers=", ".join(f"({number})" for number in numbers))

    def rejected_by(self, link: Evidence) -> str:
        """Who took a piece of evidence out, and on which day."""
        day = spoken_date(link.judged_at.astimezone().date()) if link.judged_at else ""
        return ", ".join(filter(None, (link.judged_by, day)))

    def symbol(self, document: Document) -> list[Span]:
        """Number and notation, below them the date of issue, as far as they are known."""
        issued = document.description.issued_on
        dated = self.say("proof", "dated", date=spoken_date(issued)) if issued else ""
        return [Span(part, fresh=True) for part in (document.description.symbol, dated) if part]

    def where(self, proof: Proof) -> list[Span]:
        """The dossier pages of a piece of evidence, as links."""
        key = document_key(proof.document_id)
        if words := self.earlier_place(proof.document_id):
            return [Span(words)]
        spans = self.place(key)
        fate = self.fates.get(proof.document_id)
        if fate is None or self.list_only:
            return spans
        if fate.is_slip:
            spans.append(Span(f"({self.say('proof', 'on_slip' if fate.attachment else 'not_included')})", fresh=True))
        elif cited := cited_pages(proof.pages, 1, fate.pages):
            first, last = cited
            spans.append(Span(self.say("proof", "cited"), fresh=True))
            shows: Shows = lambda pages: page_range(pages and pages.own(first, last))  # noqa: E731
            spans.append(Span(to=key, offset=first - 1, room=WIDEST_RANGE, shows=shows))
        return spans

    def earlier_place(self, document_id: str) -> str:
        """Where a sealed dossier shows a document that this supplement does not print again; "" for any other."""
        if self.earlier is None or document_id in self.outline.homes or not self.earlier.has(document_id):
            return ""
        place = self.earlier.places[document_id]
        volume = self.volume(Pages(0, 0, place.volume))
        pages = self.say("proof", "page", page=page_range(Pages(place.first, place.last)))
        return ", ".join(filter(None, (place.dossier, volume, pages)))

    def place(self, key: Key, only_first: bool = False) -> list[Span]:
        """The dossier pages of a part as a link, below their volume where there are several."""
        if only_first:
            pages = Span(to=key, room="0000", shows=first_page, fresh=self.in_volumes)
        else:
            pages = Span(to=key, room=WIDEST_RANGE, shows=page_range, fresh=self.in_volumes)
        if not self.in_volumes:
            return [pages]
        return [Span(to=key, room=self.volume(WIDEST_VOLUME), shows=self.volume), pages]

    def volume(self, pages: Pages | None) -> str:
        """ "Tập 2", or nothing in a dossier of one volume."""
        return self.say("volume", "short", volume=pages.volume) if pages and pages.volume else ""

    @property
    def in_volumes(self) -> bool:
        """Whether there may be several."""
        return bool(self.options.max_pages or self.options.max_megabytes)


def page_range(pages: Pages | None) -> str:
    """ "57", "57–63", or a dash for what is not in the dossier."""
    if pages is None:
        return "–"
    return str(pages.first) if pages.first == pages.last else f"{pages.first}–{pages.last}"


def first_page(pages: Pages | None) -> str:
    return page_range(pages and pages.own(1, 1))


def spoken_date(day: date) -> str:
    return f"{day:%d/%m/}{day.year}"


def document_name(document: Document) -> str:
    """What the document is, in words: its type and subject, or the name of its file."""
    description = document.description
    kind, subject = description.type or "", description.subject or ""
    if not subject:
        return kind if kind and description.symbol else document.name
    if not kind or subject.casefold().startswith(kind.casefold()):
        return subject
    return f"{kind} {_going_on(subject)}"


def _going_on(subject: str) -> str:
    """A subject as it goes on after its type: small, unless it begins with a name or an abbreviation."""
    first, _, rest = subject.partition(" ")
    if first[1:].islower() and not rest[:1].isupper():
        return subject[0].lower() + subject[1:]
    return subject


def heading(criterion: Criterion) -> str:
    """Code and title in one line, as in the plan."""
    return f"{criterion.code}. {criterion.title}"
