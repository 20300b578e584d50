"""Lines of a PDF page from the places of its characters.

The order of characters in a PDF is the order in which they were drawn: a number typed into a form comes after the whole
page. Only places tell that it stands between "Số:" and "/QĐ-SGDĐT".
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.reading.lines import Line

# In heights of a character:
SPACE = 0.13  # a gap between words
COLUMN = 1.6  # a gap between columns; justified words stand closer
SAME_LINE = 0.45  # two boxes that overlap by this part of the lower one stand in one line
MOST_CHARACTERS = 40_000  # a page with more is no letter


@dataclass
class Box:
    """A place on a page, from its top left, in whatever unit all of its boxes are."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)

    def shares_line(self, other: "Box") -> bool:
        overlap = min(self.bottom, other.bottom) - max(self.top, other.top)
        return overlap > SAME_LINE * min(self.height, other.height)


B = TypeVar("B", bound=Box)


@dataclass
class _Run(Box):
    """Characters side by side, in points."""

    text: list[str] = field(default_factory=list[str])

    def append(self, other: "_Run") -> None:
        gap = other.left - self.right
        if gap > SPACE * self.height and self.text[-1] != " ":
            self.text.append(" ")
        self.text += other.text
        self.right = max(self.right, other.right)
        self.top = min(self.top, other.top)
        self.bottom = max(self.bottom, other.bottom)


def page_lines(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> list[Line]:
    """The lines of a page from top to bottom, those side by side from left to right."""
    width, height = page.get_size()
    if not width or not height:
        return []
    runs = _runs(page, textpage)
    lines: list[Line] = []
    for row in rows_of(runs):
        for column in columns_of(row):
            run = column[0]
            for other in column[1:]:
                run.append(other)
            text = " ".join("".join(run.text).split())
            if text:
                place = (max(0.0, run.left / width), min(1.0, run.right / width), run.top / height)
                lines.append(Line(text, *place, page=number))
    return lines


def _runs(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> list[_Run]:
    """Characters as they were drawn, cut wherever the pen jumped."""
    to_top_left = _Turn(page)
    box = raw.FS_RECTF()
    runs: list[_Run] = []
    for index in range(min(textpage.count_chars(), MOST_CHARACTERS)):
        character = chr(raw.FPDFText_GetUnicode(textpage, index))
        if character in "\r\n\0\ufffe\ufeff" or "\ud800" <= character <= "\udfff":
            continue
        if not raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
            continue
        glyph = to_top_left.run(box, character)
        last = runs[-1] if runs else None
        if character == " ":
            # A blank's box may span a whole column: it only says that a word ends here.
            if last and last.text[-1] != " " and last.shares_line(glyph):
                last.text.append(" ")
            continue
        if last and last.shares_line(glyph) and -0.5 < (glyph.left - last.right) / last.height < COLUMN / 2:
            last.append(glyph)
        else:
            runs.append(glyph)
    return runs


class _Turn:
    """Turns places of PDF (from bottom left, before the page's rotation) into those of the page as it is seen."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._rotation = page.get_rotation()
        self._width, self._height = page.get_size()
        left, bottom, _, _ = page.get_bbox()
        self._left, self._bottom = left, bottom

    def run(self, box: raw.FS_RECTF, character: str) -> _Run:
        left, right = box.left - self._left, box.right - self._left
        low, high = sorted((box.bottom - self._bottom, box.top - self._bottom))
        if self._rotation == 90:
            return _Run(low, high, left, right, [character])
        if self._rotation == 180:
            return _Run(self._width - right, self._width - left, low, high, [character])
        if self._rotation == 270:
            return _Run(self._width - high, self._width - low, self._height - right, self._height - left, [character])
        return _Run(left, right, self._height - high, self._height - low, [character])


def rows_of(boxes: Iterable[B]) -> list[list[B]]:
    """Boxes that stand in one line, from top to bottom."""
    rows: list[list[B]] = []
    for box in sorted(boxes, key=lambda box: (box.top + box.bottom) / 2):
        row = next((row for row in rows[-3:] if row[0].shares_line(box)), None)
        if row:
            row.append(box)
        else:
            rows.append([box])
    return rows


def columns_of(row: list[B]) -> list[list[B]]:
    """The boxes of a line from left to right, parted where more than a few blanks are between them."""
    columns: list[list[B]] = []
    right = height = 0.0
    for box in sorted(row, key=lambda box: box.left):
        if columns and box.left - right < COLUMN * min(box.height, height):
            columns[-1].append(box)
            right, height = max(right, box.right), max(height, box.height)
        else:
            columns.append([box])
            right, height = box.right, box.height
    return columns
