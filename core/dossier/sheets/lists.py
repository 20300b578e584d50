"""The lists over the whole dossier: the evidence ("Danh mục minh chứng"), what is missing, what is not printed."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm

from core.dossier.blocks import Block, Drawing, Page, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD, ITALIC
from core.dossier.outline import document_key, sheet_key
from core.dossier.pagination import paginate, together
from core.dossier.sheets.cover import place_and_date
from core.dossier.sheets.matter import ROOM_HEIGHT, ROOM_WIDTH, SHADE, Matter, document_name, spoken_date
from core.dossier.sheets.slots import wanted
from core.dossier.typeset import BODY, CELL, CELL_CENTER, CELL_HEAD, NOTE, TITLE, Pen, Span
from core.evidence.records import Row as CoverageRow
from core.library.records import Document

COLUMNS = ("criterion", "index", "code", "name", "symbol", "issuer", "note")
WIDTHS = (13 * mm, 10 * mm, 20 * mm, ROOM_WIDTH - 120 * mm, 32 * mm, 25 * mm, 20 * mm)
SIGNATURE_GAP, SIGNING_ROOM = 18, 70
SMALL = CELL.but(size=10.5)
SMALL_CENTER = CELL_CENTER.but(size=10.5)
SMALL_HEAD = CELL_HEAD.but(size=10.5)
MISSING_COLUMNS = ("criterion", "what", "unit", "deadline", "explanation")
MISSING_WIDTHS = (14 * mm, ROOM_WIDTH - 100 * mm, 25 * mm, 23 * mm, 38 * mm)
OMITTED_COLUMNS = ("index", "code", "name", "reason", "handling", "page")
OMITTED_WIDTHS = (10 * mm, 22 * mm, ROOM_WIDTH - 112 * mm, 38 * mm, 29 * mm, 13 * mm)
REJECTED_COLUMNS = ("index", "criterion", "code", "name", "why", "who")
REJECTED_WIDTHS = (10 * mm, 15 * mm, 22 * mm, ROOM_WIDTH - 117 * mm, 42 * mm, 28 * mm)


def evidence_list(matter: Matter) -> tuple[Page, ...]:
    """Every link of a document to a criterion, in the order of the criteria; the numbers run through."""
    title = Paragraph.of(matter.say("evidence_list", "title"), TITLE.but(after=14), ROOM_WIDTH, keeps=True)
    rows: list[Row | Paragraph] = list(_rows(matter))
    if not rows:
        rows = [Paragraph.of(matter.say("evidence_list", "empty"), NOTE.but(align="center"), ROOM_WIDTH)]
    if signed := list(signature(matter)):
        rows[-1] = replace(rows[-1], keeps=True)  # no signature stands on a page of its own
    return paginate([title, *rows, *signed], ROOM_HEIGHT)


def signature(matter: Matter) -> Iterator[Block]:
    """Place and date, authority, post and name, at the right; nothing while the appraisal's wording names nobody."""
    authority, post, name = (matter.say("signature", part) for part in ("authority", "post", "name"))
    if not (authority or post or name):
        return
    style = TITLE.but(size=13, after=0)
    half = ROOM_WIDTH / 2
    lines = [
        Paragraph.of(place_and_date(matter), style.but(font=ITALIC, after=4), half),
        *(Paragraph.of(words.upper(), style, half) for words in (authority, post) if words),
        space(SIGNING_ROOM),
        Paragraph.of(name, style, half),
    ]

    def paint(pen: Pen, left: float, top: float) -> None:
        y = top - SIGNATURE_GAP
        for line in lines:
            line.draw(pen, left + half, y)
            y -= line.height

    yield Drawing(SIGNATURE_GAP + sum(line.height for line in lines), paint)


def _rows(matter: Matter) -> Iterator[Row]:
    say, index = matter.say, 0
    head = Row.of([Put(say("evidence_list", name), CELL_HEAD.but(size=10.5)) for name in COLUMNS], WIDTHS, shade=SHADE)
    field: Row | None = None
    for section in matter.outline.sections:
        criterion = section.criterion
        if criterion.level == 1:
            words = [Span(f"{criterion.code}. {criterion.title.upper()}", sheet_key(criterion.id))]
            field = Row.of([Put(words, SMALL.but(font=BOLD))], (ROOM_WIDTH,), head, keeps=True)
        if section.proofs and field:
            yield field
            field = None
        for proof in section.proofs:
            index += 1
            document = matter.document(proof.document_id)
            puts = [
                Put([Span(criterion.code, sheet_key(criterion.id))], SMALL_CENTER),
                Put(str(index), SMALL_CENTER),
                Put([Span(proof.code, document_key(proof.document_id))], SMALL_CENTER),
                Put(document_name(document), SMALL),
                Put(matter.symbol(document), SMALL),
                Put(document.description.issuer or "", SMALL),
                Put(matter.where(proof), SMALL_CENTER),
            ]
            yield Row.of(puts, WIDTHS, head)


def missing_list(matter: Matter) -> tuple[Page, ...]:
    """The criteria that still want evidence, what of it, and how that is explained."""
    say = matter.say
    title = Paragraph.of(say("missing", "title"), TITLE.but(after=12), ROOM_WIDTH, keeps=True)
    rows: list[Row] = []
    head = Row.of([Put(say("missing", name), SMALL_HEAD) for name in MISSING_COLUMNS], MISSING_WIDTHS, shade=SHADE)
    for row in matter.rows.values():
        if row.state not in ("missing", "partial"):
            continue
        criterion, key = row.criterion, sheet_key(row.criterion.id)
        puts = [
            Put([Span(criterion.code, key)], SMALL_CENTER),
            Put([Span(criterion.title, key), *_wanting(matter, row)], SMALL),
            Put(criterion.lead_unit or "", SMALL),
            Put(spoken_date(row.due) if row.due else criterion.deadline_text, SMALL_CENTER),
            Put(criterion.explanation or say("sheet", "no_explanation"), SMALL.but(font=ITALIC)),
        ]
        rows.append(Row.of(puts, MISSING_WIDTHS, head))
    empty = Paragraph.of(say("missing", "empty"), NOTE.but(align="center"), ROOM_WIDTH)
    return paginate([title, *(together(rows) if rows else [empty])], ROOM_HEIGHT)


def _wanting(matter: Matter, row: CoverageRow) -> Iterator[Span]:
    """The slots that are not full, each on a line of its own."""
    for place in row.places:
        if place.state != "complete" and place.slot.id and (words := wanted(matter, place.slot)):
            yield Span(f"– {words}", fresh=True)


def omitted_list(matter: Matter) -> tuple[Page, ...]:
    """The documents that prove nothing or of which not every page is printed, each with the reason."""
    title = Paragraph.of(matter.say("omitted", "title"), TITLE.but(after=10), ROOM_WIDTH, keeps=True)
    blocks: list[Block] = [title]
    for lead, rows in (("lead", _not_printed(matter)), ("rejected_lead", _rejected(matter))):
        if table := list(together(list(rows))):
            lines = Paragraph.of(matter.say("omitted", lead), BODY.but(after=10), ROOM_WIDTH, keeps=True)
            blocks += [lines, *table, space(16)]
    return paginate(blocks, ROOM_HEIGHT)


def _not_printed(matter: Matter) -> Iterator[Row]:
    """With what is done instead."""
    say = matter.say
    head = Row.of([Put(say("omitted", name), CELL_HEAD) for name in OMITTED_COLUMNS], OMITTED_WIDTHS, shade=SHADE)
    for index, document_id in enumerate(matter.not_printed, 1):
        document, fate, key = matter.document(document_id), matter.fates[document_id], document_key(document_id)
        handling = "printed" if not fate.is_slip else "attached" if fate.attachment else "not_attached"
        puts = [
            Put(str(index), CELL_CENTER),
            Put([Span(matter.outline.codes[document_id], key)], CELL_CENTER),
            Put(_names(document)),
            Put(say("reasons", fate.reason or "failed")),
            Put(say("omitted", handling), CELL.but(font=ITALIC)),
            Put(matter.place(key, only_first=True), CELL_CENTER),
        ]
        yield Row.of(puts, OMITTED_WIDTHS, head)


def _rejected(matter: Matter) -> Iterator[Row]:
    """What was looked at and taken out: why, by whom and when."""
    say = matter.say
    head = Row.of([Put(say("omitted", name), CELL_HEAD) for name in REJECTED_COLUMNS], REJECTED_WIDTHS, shade=SHADE)
    for index, one in enumerate(matter.outline.rejected, 1):
        link, document = one.link, matter.document(one.link.document_id)
        criterion, names = matter.criteria[link.criterion_id], _names(document)
        if one.requirements:
            names.append(Span(f"[{matter.requirements(one.requirements)}]"))
        puts = [
            Put(str(index), CELL_CENTER),
            Put([Span(criterion.code, sheet_key(criterion.id))], CELL_CENTER),
            Put([Span(link.code or "–", document_key(document.id))], CELL_CENTER),
            Put(names),
            Put(link.reason or ""),
            Put(matter.rejected_by(link)),
        ]
        yield Row.of(puts, REJECTED_WIDTHS, head)


def _names(document: Document) -> list[Span]:
    name = document_name(document)
    return [Span(name)] if name == document.name else [Span(name), Span(f"({document.name})")]
