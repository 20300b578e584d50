"""The page that lets anyone check that nothing was changed: the digest of each original and of their list."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from collections.abc import Iterator
from hashlib import sha256

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm

from core.dossier.blocks import Block, Drawing, Page, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD
from core.dossier.outline import document_key
from core.dossier.pagination import paginate
from core.dossier.sheets.matter import ROOM_HEIGHT, ROOM_WIDTH, SHADE, Matter, spoken_date
from core.dossier.sheets.slip import BUTTON_HEIGHT, button
from core.dossier.typeset import BODY, CELL, CELL_CENTER, CELL_HEAD, HEADING, TITLE, Pen, Span

QR_SIZE = 38 * mm
COLUMNS = ("index", "code", "file", "digest")
WIDTHS = (11 * mm, 24 * mm, ROOM_WIDTH - 91 * mm, 56 * mm)
DIGEST = CELL.but(size=9)
HALF = 32  # letters of a digest on a line


def integrity(matter: Matter) -> tuple[Page, ...]:
    say = matter.say
    count, digest = len(matter.outline.documents), list_digest(matter)
    lead = say("integrity", "lead", count=count, date=spoken_date(matter.on))
    blocks: list[Block] = [
        Paragraph.of(say("integrity", "title"), TITLE.but(after=10), ROOM_WIDTH, keeps=True),
        Paragraph.of(lead, BODY, ROOM_WIDTH),
        Paragraph.of(say("integrity", "method", file=say("integrity", "list_file")), BODY.but(after=10), ROOM_WIDTH),
        _digest_box(matter, digest),
        Drawing(BUTTON_HEIGHT, lambda pen, left, top: button(pen, left, top, say("integrity", "open"))),
        space(12),
        Paragraph.of(say("integrity", "list"), HEADING, ROOM_WIDTH, keeps=True),
        *_rows(matter),
    ]
    return paginate(blocks, ROOM_HEIGHT)


def digest_list(matter: Matter) -> str:
    """A line for each original in the order of the dossier: its SHA-256, two blanks, its evidence code."""
    codes = matter.outline.codes
    return "".join(f"{matter.document(one).sha256}  {codes[one]}\n" for one in matter.outline.documents)


def list_digest(matter: Matter) -> str:
    """SHA-256 of the list in UTF-8."""
    return sha256(digest_list(matter).encode()).hexdigest()


def _digest_box(matter: Matter, digest: str) -> Drawing:
    """The digest of the list in words, beside it the same as a code for a telephone."""
    say, words_room = matter.say, ROOM_WIDTH - QR_SIZE - 8 * mm
    facts = [
        Paragraph.of(say("integrity", "count"), CELL.but(after=2), words_room),
        Paragraph.of(str(len(matter.outline.documents)), CELL.but(font=BOLD, size=13, after=8), words_room),
        Paragraph.of(say("integrity", "list_digest"), CELL.but(after=2), words_room),
        Paragraph.of(f"{digest[:HALF]} {digest[HALF:]}", CELL.but(font=BOLD, size=13, after=8), words_room),
        Paragraph.of(say("integrity", "code_note"), CELL, words_room),
    ]

    def paint(pen: Pen, left: float, top: float) -> None:
        _qr_code(pen, f"sha256:{digest}", left, top)
        y = top - 2
        for fact in facts:
            fact.draw(pen, left + QR_SIZE + 8 * mm, y)
            y -= fact.height

    return Drawing(QR_SIZE + 4 * mm, paint)


def _qr_code(pen: Pen, words: str, left: float, top: float) -> None:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(words)
    code.make()
    count: int = code.getModuleCount()
    dot = QR_SIZE / count
    for row in range(count):
        for column in range(count):
            if code.isDark(row, column):
                pen.canvas.rect(left + column * dot, top - (row + 1) * dot, dot, dot, stroke=0, fill=1)


def _rows(matter: Matter) -> Iterator[Block]:
    say = matter.say
    head = Row.of([Put(say("integrity", name), CELL_HEAD) for name in COLUMNS], WIDTHS, shade=SHADE)
    for index, one in enumerate(matter.outline.documents, 1):
        document = matter.document(one)
        puts = [
            Put(str(index), CELL_CENTER),
            Put([Span(matter.outline.codes[one], document_key(one))], CELL_CENTER),
            Put(document.name),
            Put(f"{document.sha256[:HALF]} {document.sha256[HALF:]}", DIGEST),
        ]
        yield Row.of(puts, WIDTHS, head)
