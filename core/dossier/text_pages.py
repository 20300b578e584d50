"""Plain text, web pages and mail as A4 pages. Runs in the worker."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.dossier.blocks import Block, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD, REGULAR, register
from core.dossier.outline import Numbers
from core.dossier.pagination import draw_page, paginate
from core.dossier.sheets.matter import LEFT, ROOM_HEIGHT, ROOM_WIDTH, TOP_EDGE
from core.dossier.typeset import CELL, HEADING, Pen, Style
from core.dossier.wording import vietnamese
from core.reading.lines import Unreadable
from core.reading.mail import Mail, read_mail
from core.reading.plain import read_html, read_text

LINE = Style(size=12, after=0)
FACTS = (ROOM_WIDTH * 0.25, ROOM_WIDTH * 0.75)
HEADERS = {"From": "from", "To": "to", "Cc": "cc", "Date": "date", "Subject": "subject"}
MOST_LINES = 10_000


def text_pages(source: Path, target: Path, kind: str, title: str) -> bool:
    """Write a PDF with the text of a file of `kind` "text", "html" or "mail" under its title.

    Returns whether that is all, and nothing is attached to it. Raises Unreadable: "empty", "too_large", "damaged".
    """
    register()
    mail = read_mail(source) if kind == "mail" else None
    body = _letter(mail) if mail else _text((read_html(source) if kind == "html" else read_text(source)).text)
    blocks = [Paragraph.of(title, HEADING, ROOM_WIDTH, keeps=True), space(6), *body]
    canvas = Canvas(str(target), pagesize=A4, invariant=1, initialFontName=REGULAR)  # pyright: ignore[reportArgumentType]
    pen = Pen(canvas, Numbers({}))
    for page in paginate(blocks, ROOM_HEIGHT):
        draw_page(pen, page, LEFT, TOP_EDGE)
        canvas.showPage()
    canvas.save()
    return not (mail and mail.attached)


def _letter(mail: Mail) -> Iterator[Block]:
    yield from _head(mail)
    if mail.text.strip() or not mail.headers:
        yield from _text(mail.text)


def _text(text: str) -> Iterator[Block]:
    if not text.strip():
        raise Unreadable("empty")
    rows = text.expandtabs(4).splitlines()
    if len(rows) > MOST_LINES:
        raise Unreadable("too_large")
    for row in rows:
        yield Paragraph.of(row, LINE, ROOM_WIDTH) if row.strip() else space(LINE.leading / 2)


def _head(mail: Mail) -> Iterator[Block]:
    say = vietnamese()
    for name, value in mail.headers.items():
        yield _row(say("mail", HEADERS[name]), _moment(value) if name == "Date" else value)
    if mail.attached:
        yield _row(say("mail", "attached"), ", ".join(mail.attached))
    yield space(12)


def _moment(value: str) -> str:
    """As it is spoken, where it is a date as the standard wants it (RFC 5322)."""
    try:
        return f"{parsedate_to_datetime(value):%H:%M, %d/%m/%Y}"
    except ValueError:
        return value


def _row(name: str, value: str) -> Row:
    return Row.of([Put(name, CELL.but(font=BOLD, size=12)), Put(value, CELL.but(size=12))], FACTS)
