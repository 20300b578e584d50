"""Lays out all sheets of a dossier, and draws them when the numbers of all pages are known."""
# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from core.dossier.blocks import Page
from core.dossier.fonts import BOLD, ITALIC, REGULAR, printable, register, width
from core.dossier.outline import (
    CHANGES,
    DOCUMENT,
    EVIDENCE_LIST,
    INTEGRITY,
    MISSING,
    OMITTED,
    SUMMARY,
    Key,
    Numbers,
    document_key,
    sheet_key,
)
from core.dossier.pagination import draw_page
from core.dossier.sheets.changes import changes
from core.dossier.sheets.criterion import sheet
from core.dossier.sheets.integrity import integrity
from core.dossier.sheets.lists import evidence_list, missing_list, omitted_list
from core.dossier.sheets.matter import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP_EDGE, Matter
from core.dossier.sheets.notes import STYLE as NOTE
from core.dossier.sheets.notes import page_notes
from core.dossier.sheets.slip import slip
from core.dossier.sheets.summary import summary
from core.dossier.stamps import PLATE_HEIGHT, Stamp
from core.dossier.typeset import Link, Pen

NUMBER_SIZE = 13
STAMP_SIZE = 9.5
STAMP_PAD = 5
Laid = Mapping[Key, tuple[Page, ...]]


def lay_out(matter: Matter) -> Laid:
    """The pages of every part that this program writes itself, but for the covers and the contents.

    Raises UserError("font_missing").
    """
    register()
    lists = {SUMMARY: summary, EVIDENCE_LIST: evidence_list, MISSING: missing_list, INTEGRITY: integrity}
    laid = {key: make(matter) for key, make in lists.items() if key[0] in matter.options.parts}
    if matter.earlier:
        laid[CHANGES] = changes(matter)
    if matter.leaves_out and "omitted" in matter.options.parts:
        laid[OMITTED] = omitted_list(matter)
    for section in matter.outline.sections:
        if matter.outline.has_sheet(section, matter.options):
            laid[sheet_key(section.criterion.id)] = sheet(matter, section)
    if not matter.list_only:
        for document in matter.outline.documents:
            if matter.fates[document].is_slip:
                laid[document_key(document)] = slip(matter, document)
    return laid


class Drawn:
    """The stamps of a volume, and its sheets as one PDF with these fonts, in its order: once `draw` was called, with
    the links on them.
    """

    def __init__(self, path: Path, matter: Matter, laid: Laid, numbers: Numbers, keys: Sequence[Key]) -> None:
        self._matter = matter
        self._laid = [(key, laid[key]) for key in keys if key in laid]
        self._canvas = Canvas(
            str(path),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,  # pyright: ignore[reportArgumentType]
        )
        self._pen = Pen(self._canvas, numbers)
        self.notes = self._notes(numbers, keys)
        self.stamps = self._stamps(numbers, keys)  # first, so that they need but one part of each font

    def draw(self) -> None:
        for key, pages in self._laid:
            self._part(key, pages)
        self._canvas.save()

    @property
    def sheet_pages(self) -> tuple[int, ...]:
        pages = self._pen.numbers.pages
        return tuple(page for key, _ in self._laid for page in range(pages[key].first, pages[key].last + 1))

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._pen.links)

    @property
    def spots(self) -> dict[int, tuple[float, float, float, float]]:
        """By dossier page: where an attached original can be opened."""
        return self._pen.spots

    def _part(self, key: Key, pages: tuple[Page, ...]) -> None:
        first = self._pen.numbers.pages[key].first
        for number, page in enumerate(pages, first):
            self._pen.page = number
            if key[0] not in ("cover", "document"):  # a slip carries a stamp, the cover nothing
                words = str(number)
                x = _centred(words, REGULAR, NUMBER_SIZE)
                self._pen.text(x, PAGE_HEIGHT - 13 * mm, words, REGULAR, NUMBER_SIZE)
            draw_page(self._pen, page, LEFT, TOP_EDGE)
            if not page:
                words = self._matter.say("blank", "words")
                self._pen.text(_centred(words, ITALIC, 11), PAGE_HEIGHT / 2, words, ITALIC, 11)
            self._canvas.showPage()

    def _stamps(self, numbers: Numbers, keys: Sequence[Key]) -> dict[int, Stamp]:
        """By dossier page, for every page of a document."""
        codes: dict[int, list[str]] = {}
        for key in keys:
            if key[0] == DOCUMENT:
                for page in range(numbers.pages[key].first, numbers.pages[key].last + 1):
                    codes.setdefault(page, []).append(printable(self._matter.outline.codes[key[1]]))
        words = {page: ", ".join(own) for page, own in codes.items()}
        shown = {code: self._show(code, BOLD, STAMP_PAD) for code in dict.fromkeys(words.values())}
        say = self._matter.say
        return {
            page: self._stamp(width(code, BOLD, STAMP_SIZE), shown[code], say("stamp", "page", page=page))
            for page, code in words.items()
        }

    def _notes(self, numbers: Numbers, keys: Sequence[Key]) -> dict[int, Stamp]:
        """By dossier page: what has to be said of a document's page."""
        return {
            numbers.pages[key].first + own - 1: self._note(lines)
            for key in keys
            if key[0] == DOCUMENT and key in numbers.pages
            for own, lines in page_notes(self._matter, key[1]).items()
        }

    def _note(self, lines: Sequence[str]) -> Stamp:
        plate = max(width(line, REGULAR, NOTE.size) for line in lines) + 2 * STAMP_PAD
        height = NOTE.leading * len(lines) + STAMP_PAD
        content = b"1 g 0 G 0.5 w 0 0 %.2f %.2f re B 0 g" % (plate, height)
        for above, line in enumerate(reversed(lines)):
            content += self._show(line, REGULAR, STAMP_PAD, STAMP_PAD + above * NOTE.leading, NOTE.size)
        return Stamp(content, plate, height, is_left=True)

    def _stamp(self, code_width: float, code: bytes, page: str) -> Stamp:
        """A white plate with a thin frame: legible on a dark scan, too. `code`: the operators that print the code."""
        plate = code_width + width(page, REGULAR, STAMP_SIZE) + 4 * STAMP_PAD
        content = b"1 g 0 G 0.5 w 0 0 %.2f %d re B 0 g" % (plate, PLATE_HEIGHT)
        line = code_width + 2 * STAMP_PAD
        content += b" %.2f 3 m %.2f %d l S" % (line, line, PLATE_HEIGHT - 3)
        content += code + self._show(page, REGULAR, line + STAMP_PAD)
        return Stamp(content, plate)

    def _show(self, text: str, font: str, x: float, y: float = 4.3, size: float = STAMP_SIZE) -> bytes:
        """The operators that print a line of a stamp in the fonts of the sheets."""
        return f" BT {x:.2f} {y:.2f} Td {self._pen.glyphs.shown(text, font, size)} ET".encode()


def _centred(words: str, font: str, size: float) -> float:
    """Where words begin that stand in the middle between the margins."""
    return LEFT + (PAGE_WIDTH - LEFT - RIGHT - width(words, font, size)) / 2
