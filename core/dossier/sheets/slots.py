"""What a criterion wants to be shown, slot by slot, with what fills each."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm

from core.catalogue.records import Slot
from core.dossier.blocks import Block, Paragraph, Put, Row, space
from core.dossier.fonts import ITALIC
from core.dossier.outline import Pages, Section, document_key
from core.dossier.sheets.matter import ROOM_WIDTH, SHADE, WIDEST_VOLUME, Matter, first_page, spoken_date
from core.dossier.sheets.states import put_state
from core.dossier.typeset import CELL, CELL_CENTER, CELL_HEAD, HEADING, Shows, Span
from core.evidence.records import Evidence, Place
from core.text import code_key

SLOTS = (18 * mm, ROOM_WIDTH - 95 * mm, 46 * mm, 31 * mm)
COLUMNS = ("requirement_number", "requirement", "requirement_proof", "requirement_state")


def slot_table(matter: Matter, section: Section) -> Iterator[Block]:
    """Nothing where the criterion as a whole is all that is wanted."""
    criterion, say = section.criterion, matter.say
    row = matter.rows.get(criterion.id)
    places = row.places if row else ()
    if not criterion.slots and len(places) < 2:
        return
    yield Paragraph.of(say("sheet", "requirements"), HEADING, ROOM_WIDTH, keeps=True)
    head = Row.of([Put(say("sheet", name), CELL_HEAD) for name in COLUMNS], SLOTS, shade=SHADE)
    for place in places:
        fill = citations(matter, place.evidence) or say("sheet", "requirement_missing")
        style = CELL if place.evidence else CELL.but(font=ITALIC)
        puts = [Put(_number(place.slot), CELL_CENTER), Put(_text(matter, place.slot)), Put(fill, style)]
        yield Row.of([*puts, _state(matter, place)], SLOTS, head)
    if not places:
        for slot in criterion.slots:
            puts = [Put(_number(slot), CELL_CENTER), Put(_text(matter, slot)), Put("–"), Put("–")]
            yield Row.of(puts, SLOTS, head)
    if row and row.unplaced and places:
        puts = [Put("–", CELL_CENTER), Put(say("sheet", "whole_criterion"), CELL.but(font=ITALIC))]
        yield Row.of([*puts, Put(citations(matter, row.unplaced)), Put("–")], SLOTS, head)
    yield space(12)


def wanted(matter: Matter, slot: Slot) -> str:
    """A slot in a line: its number or period, and its words."""
    number, text = _number(slot), _text(matter, slot)
    return " ".join(filter(None, (number if number != "–" else "", text)))


def citations(matter: Matter, evidence: Sequence[Evidence]) -> list[Span]:
    """Codes in the order in which people count, with their dossier pages, each a link on a line of its own."""
    spans: list[Span] = []
    last = len(evidence) - 1
    for index, one in enumerate(sorted(evidence, key=lambda one: code_key(one.code))):
        key = document_key(one.document_id)
        ends = ";" if index < last else ""
        if words := matter.earlier_place(one.document_id):
            spans.append(Span(f"{one.code} ({words}){ends}", fresh=True))
        elif matter.list_only:
            spans.append(Span(one.code + ends, fresh=True))
        else:
            shows = _page(matter, ends)
            widest = WIDEST_VOLUME if matter.in_volumes else WIDEST_VOLUME._replace(volume=0)
            spans += [Span(one.code, key, fresh=True), Span(to=key, room=shows(widest), shows=shows)]
    return spans


def _page(matter: Matter, ends: str) -> Shows:
    def shows(pages: Pages | None) -> str:
        words = ", ".join(filter(None, (matter.volume(pages), matter.say("proof", "page", page=first_page(pages)))))
        return f"({words}){ends}"

    return shows


def _number(slot: Slot) -> str:
    if slot.period:
        return slot.period.words
    return f"({slot.number})" if slot.number is not None else "–"


def _text(matter: Matter, slot: Slot) -> str:
    say, words = matter.say, [slot.text]
    if not slot.text or (slot.period and slot.text == slot.period.words):
        words = [say("sheet", "slot_paper")]
        if slot.due:
            words = [say("sheet", "slot_due", date=spoken_date(slot.due))]
    if slot.count > 1:
        words.append(say("sheet", "slot_count", count=slot.count))
    if slot.target is not None:
        reached = say("sheet", "percent_unknown") if slot.reached is None else percent(slot.reached)
        words.append(say("sheet", "slot_percent", target=percent(slot.target), reached=reached))
    return " ".join(filter(None, words))


def percent(value: float) -> str:
    """As an office writes it: 97,5%."""
    return f"{value:g}%".replace(".", ",")


def _state(matter: Matter, place: Place) -> Put:
    say, count = matter.say, place.slot.count
    more = [say("places", place.state) + (f" ({len(place.evidence)}/{count})" if count > 1 else "")]
    if place.late:
        more.append(say("places", "late"))
    if place.overdue and place.due:
        more.append(say("places", "overdue", date=spoken_date(place.due)))
    return put_state(place.state, ", ".join(more))
