"""A letter as PDF in the layout of an administrative document (Nghị định 30/2020/NĐ-CP, Appendix I)."""

# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from core.dossier.blocks import Block, Drawing, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, printable, register, width
from core.dossier.outline import Numbers
from core.dossier.pagination import draw_page, paginate
from core.dossier.sheets.matter import LEFT, PAGE_HEIGHT, PAGE_WIDTH, ROOM_HEIGHT, ROOM_WIDTH, TOP_EDGE
from core.dossier.typeset import Pen, Span, Style
from core.reports.letter import Letter

MIDDLE = Style(align="center", after=0)
BOLD_MIDDLE = MIDDLE.but(font=BOLD)
TEXT = Style(align="justify", indent=10 * mm)
CELL = Style(size=12, after=0, spacing=1.15)
NUMBER_SIZE = 13
GAP = 10  # points between the two columns of the head
SIGN_HEIGHT = 28 * mm  # room for the hand and the seal


def write_pdf(letter: Letter, target: Path) -> int:
    """Returns the count of pages. Raises UserError("font_missing")."""
    register()
    canvas = Canvas(str(target), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, initialFontName=REGULAR)  # pyright: ignore[reportArgumentType]
    canvas.setTitle(letter.file)
    canvas.setAuthor(letter.organisation)
    pen = Pen(canvas, Numbers({}))
    pages = paginate(_blocks(letter), ROOM_HEIGHT)
    for number, page in enumerate(pages, 1):
        if number > 1:
            x = (PAGE_WIDTH - width(str(number), REGULAR, NUMBER_SIZE)) / 2
            pen.text(x, PAGE_HEIGHT - 13 * mm, str(number), REGULAR, NUMBER_SIZE)
        draw_page(pen, page, LEFT, TOP_EDGE)
        canvas.showPage()
    canvas.save()
    return len(pages)


def _blocks(letter: Letter) -> Iterator[Block]:
    yield _head(letter)
    yield Paragraph.of(letter.title, BOLD_MIDDLE.but(size=14), ROOM_WIDTH)
    yield Paragraph.of(letter.subject, BOLD_MIDDLE, ROOM_WIDTH)
    yield Drawing(16, lambda pen, left, top: _rule(pen, left + ROOM_WIDTH / 2, top - 5, 60))
    if letter.to:
        yield Paragraph.of(letter.to, MIDDLE.but(size=14), ROOM_WIDTH)
    if letter.people:
        yield Paragraph.of(letter.people, MIDDLE.but(font=ITALIC), ROOM_WIDTH)
    yield space(10)
    yield Paragraph.of(letter.body, TEXT, ROOM_WIDTH)
    widths = [part * ROOM_WIDTH for part in letter.widths]
    head, *rows = letter.table
    top = Row.of([Put(words, CELL.but(font=BOLD, align="center")) for words in head], widths, shade=0.93)
    for row in rows:
        styles = (CELL.but(align="center") if column in letter.middle else CELL for column in range(len(row)))
        yield Row.of([Put(_lines(words), style) for words, style in zip(row, styles, strict=True)], widths, head=top)
    yield space(8)
    closing = [Paragraph.of(words, TEXT, ROOM_WIDTH) for words in letter.closing]
    yield from closing[:-1]
    yield _signature(letter, closing[-1])


def _lines(words: str) -> list[Span]:
    return [Span(line, fresh=True) for line in words.split("\n")]


def _head(letter: Letter) -> Drawing:
    """Left the bodies, with a rule of 2/5 of the name's width, and the number; right nation and motto, with a full
    rule, and the date.
    """
    right_room = width(letter.nation, BOLD, 12) + 1
    left_room = ROOM_WIDTH - right_room - GAP
    left = [Paragraph.of(letter.parent, MIDDLE.but(size=12), left_room)] if letter.parent else []
    left.append(Paragraph.of(letter.organisation, BOLD_MIDDLE.but(size=12, after=8), left_room))
    right = [
        Paragraph.of(letter.nation, BOLD_MIDDLE.but(size=12), right_room),
        Paragraph.of(letter.motto, BOLD_MIDDLE.but(after=8), right_room),
    ]
    heights = [sum(block.height for block in column) for column in (left, right)]
    number = Paragraph.of(letter.number, MIDDLE, left_room)
    dated = Paragraph.of(letter.dated, MIDDLE.but(font=ITALIC), right_room)
    bottom = max(heights) + 4

    def paint(pen: Pen, x: float, top: float) -> None:
        for blocks, edge, room in ((left, x, left_room), (right, x + left_room + GAP, right_room)):
            y = top
            for block in blocks:
                block.draw(pen, edge, y)
                y -= block.height
            words, size = (letter.organisation, 12) if blocks is left else (letter.motto, 13)
            length = min(width(printable(words), BOLD, size), room) * (0.4 if blocks is left else 1)
            if words:
                _rule(pen, edge + room / 2, y + 4, length)
        number.draw(pen, x, top - bottom)
        dated.draw(pen, x + left_room + GAP, top - bottom)

    return Drawing(bottom + max(number.height, dated.height) + 18, paint)


def _signature(letter: Letter, last: Paragraph) -> Drawing:
    """The last words and, never without them on a page, the recipients on the left; post and name on the right, with
    room for the hand and the seal between them.
    """
    half = ROOM_WIDTH / 2
    first, *others = letter.recipients
    left = [Paragraph.of(first, Style(font=BOLD_ITALIC, size=12, after=0), half)]
    left += [Paragraph.of(words, Style(size=11, after=0), half) for words in others]
    post = Paragraph.of(letter.post, BOLD_MIDDLE, half)
    name = Paragraph.of(letter.signer, BOLD_MIDDLE.but(size=14), half)
    above = last.height + 6

    def paint(pen: Pen, x: float, top: float) -> None:
        last.draw(pen, x, top)
        top -= above
        y = top
        for block in left:
            block.draw(pen, x, y)
            y -= block.height
        post.draw(pen, x + half, top)
        name.draw(pen, x + half, top - post.height - SIGN_HEIGHT)

    return Drawing(above + post.height + SIGN_HEIGHT + name.height, paint)


def _rule(pen: Pen, middle: float, y: float, length: float) -> None:
    pen.canvas.setLineWidth(0.8)
    pen.canvas.line(middle - length / 2, y, middle + length / 2, y)
