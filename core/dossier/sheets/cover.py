"""The cover, with the head of an administrative document (Nghị định 30/2020/NĐ-CP, Appendix I)."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from core.dossier.blocks import Drawing, Page, Paragraph
from core.dossier.fonts import BOLD, ITALIC, REGULAR, printable, width
from core.dossier.outline import Key
from core.dossier.sheets.matter import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, ROOM_HEIGHT, ROOM_WIDTH, Matter
from core.dossier.typeset import Pen, Span, Style, lines

FRAME = 6 * mm  # from the margins inwards to the words
NATION = Style(font=BOLD, size=12, align="center", after=0)
MOTTO = NATION.but(size=13)
PARENT = Style(font=REGULAR, size=12, align="center", after=0)
ORGANISATION = NATION
HEAD_GAP = 8
PLACES = ("TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "THỊ XÃ", "PHƯỜNG", "XÃ", "CHUYÊN")
LOGO, LOGO_GAP = 32 * mm, 14
TITLE = Style(font=BOLD, size=30, align="center", after=20)
APPRAISAL = Style(font=BOLD, size=17, align="center", after=12, spacing=1.3)
YEAR = Style(font=BOLD, size=16, align="center", after=12)
VOLUME = Style(font=BOLD, size=20, align="center", after=12)
SCOPE = Style(font=ITALIC, size=13, align="center", after=4)
DATE = Style(font=ITALIC, size=14, align="center", after=0)


def cover(matter: Matter, volumes: Sequence[Sequence[Key]], volume: int) -> tuple[Page, ...]:
    """One page; `volume` (from 0) of the volumes with these parts."""
    words = matter.say("volume", "title", volume=volume + 1, volumes=len(volumes)) if len(volumes) > 1 else ""
    return ((Drawing(ROOM_HEIGHT, lambda pen, _left, _top: _paint(pen, matter, words)),),)


def place_and_date(matter: Matter) -> str:
    """Days below 10 and the months 1 and 2 take a leading 0, as the decree wants it."""
    on, place = matter.on, matter.material.appraisal.place
    facts = {"day": f"{on.day:02}", "month": f"{on.month:02}" if on.month < 3 else str(on.month), "year": on.year}
    if place:
        return matter.say("cover", "date", place=place, **facts)
    return matter.say("cover", "date_without_place", **facts)


def _paint(pen: Pen, matter: Matter, volume: str) -> None:
    _frame(pen)
    _head(pen, matter)
    say, appraisal = matter.say, matter.material.appraisal
    left, room = LEFT + FRAME, ROOM_WIDTH - 2 * FRAME
    middle = [
        Paragraph.of(say("cover", "list_title" if matter.list_only else "title"), TITLE, room),
        *([Paragraph.of(say("supplement", "title"), TITLE.but(size=22), room)] if matter.earlier else []),
        _balanced(appraisal.title, APPRAISAL, room - 20 * mm),
    ]
    if appraisal.year and str(appraisal.year) not in appraisal.title:
        middle.append(Paragraph.of(say("cover", "year", year=appraisal.year), YEAR, room))
    if volume:
        middle.append(Paragraph.of(volume, VOLUME, room))
    middle += [_balanced(words, SCOPE, room - 10 * mm) for words in matter.scope]
    top = PAGE_HEIGHT * 0.56 + sum(block.height for block in middle) / 2
    if matter.say.logo:
        top += LOGO / 2
        _logo(pen, matter.say.logo, top)
        top -= LOGO + LOGO_GAP
    for block in middle:
        block.draw(pen, left + (room - block.room) / 2, top)
        top -= block.height
    Paragraph.of(place_and_date(matter), DATE, room).draw(pen, left, 20 * mm + FRAME + 2 * DATE.leading)


def _body(name: str, style: Style, room: float) -> Paragraph:
    """The name of a body in one line, or its place on the second, or else balanced."""
    if width(printable(name), style.font, style.size) > room:
        for place in PLACES:
            head, found, tail = name.rpartition(f" {place} ")
            parts = [head, f"{place} {tail}"]
            if found and all(width(printable(part), style.font, style.size) <= room for part in parts):
                return Paragraph.of([Span(part, fresh=True) for part in parts], style, room)
    return _balanced(name, style, room)


def _balanced(words: str, style: Style, room: float) -> Paragraph:
    """On as few lines as there is need for, all about as long: no word alone on the last one."""
    fewest, narrow, wide = len(lines(words, style, room)), room / 2, room
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(lines(words, style, middle)) <= fewest else (middle, wide)
    return Paragraph(lines(words, style, wide), style, room)


def _frame(pen: Pen) -> None:
    """A double line along the margins."""
    for inset, line in ((0.0, 1.6), (1.2 * mm, 0.5)):
        pen.canvas.setLineWidth(line)
        bottom = 20 * mm + inset
        pen.canvas.rect(LEFT + inset, bottom, PAGE_WIDTH - LEFT - RIGHT - 2 * inset, PAGE_HEIGHT - 2 * bottom)


def _logo(pen: Pen, picture: bytes, top: float) -> None:
    """In the middle above the title, no larger than LOGO."""
    left = LEFT + (ROOM_WIDTH - LOGO) / 2
    pen.canvas.drawImage(
        ImageReader(BytesIO(picture)), left, top - LOGO, LOGO, LOGO, mask="auto", preserveAspectRatio=True
    )


def _head(pen: Pen, matter: Matter) -> None:
    """Left the bodies, with a rule of 1/3 to 1/2 of the name's width; right nation and motto, with a full rule."""
    say, appraisal = matter.say, matter.material.appraisal
    top = PAGE_HEIGHT - 20 * mm - FRAME
    room = ROOM_WIDTH - 2 * FRAME
    nation, motto = say("head", "nation"), say("head", "motto")
    right_room = width(nation, NATION.font, NATION.size)
    right = LEFT + FRAME + room - right_room
    Paragraph.of(nation, NATION, right_room + 1).draw(pen, right, top)
    Paragraph.of(motto, MOTTO, right_room).draw(pen, right, top - NATION.leading)
    rule = width(motto, MOTTO.font, MOTTO.size)
    y = top - NATION.leading - MOTTO.leading - 2
    pen.canvas.setLineWidth(0.8)
    pen.canvas.line(right + (right_room - rule) / 2, y, right + (right_room + rule) / 2, y)

    left, left_room = LEFT + FRAME, room - right_room - HEAD_GAP
    for name, style in ((appraisal.parent, PARENT), (appraisal.organisation, ORGANISATION)):
        block = _body(name.upper(), style, left_room)
        block.draw(pen, left, top)
        top -= block.height
    if appraisal.organisation:
        rule = 0.42 * min(width(printable(appraisal.organisation.upper()), BOLD, ORGANISATION.size), left_room)
        pen.canvas.line(left + (left_room - rule) / 2, top - 2, left + (left_room + rule) / 2, top - 2)
