"""Lines of a PDF page from the places of its characters.

The order of characters in a PDF is the order in which they were drawn: a number typed into a form comes after the whole
page. Only places tell that it stands between "Số:" and "/QĐ-SGDĐT".
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import ctypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from core.reading.lines import Line

# In heights of a character:
SPACE = 0.13  # a gap between words
COLUMN = 1.6  # a gap between columns; justified words stand closer
SAME_LINE = 0.45  # two boxes that overlap by this part of the lower one stand in one line
_NO_LETTERS = frozenset("\r\n\0\ufffe\ufeff")
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
    """Characters as they were drawn, cut wherever the pen jumped. Goes through each character: nothing is called here
    that can be worked out in place.
    """
    turned = _turn(page)
    box = raw.FS_RECTF()
    characters, place = textpage.raw, ctypes.byref(box)
    runs: list[_Run] = []
    last: _Run | None = None
    for index in range(min(textpage.count_chars(), MOST_CHARACTERS)):
        character = chr(raw.FPDFText_GetUnicode(characters, index))
        if character in _NO_LETTERS or "\ud800" <= character <= "\udfff":
            continue
        if not raw.FPDFText_GetLooseCharBox(characters, index, place):
            continue
        left, right, top, bottom = turned(box.left, box.right, box.top, box.bottom)
        gap = 0.0
        shares_line = False
        if last:
            high = last.bottom - last.top
            high = high if high > 1.0 else 1.0
            lower = bottom - top
            lower = high if lower > high else lower if lower > 1.0 else 1.0
            overlap = (bottom if bottom < last.bottom else last.bottom) - (top if top > last.top else last.top)
            shares_line = overlap > SAME_LINE * lower
            gap = (left - last.right) / high
        if character == " ":
            # A blank's box may span a whole column: it only says that a word ends here.
            if last and shares_line and last.text[-1] != " ":
                last.text.append(" ")
        elif last and shares_line and -0.5 < gap < COLUMN / 2:
            if gap > SPACE and last.text[-1] != " ":
                last.text.append(" ")
            last.text.append(character)
            last.right = right if right > last.right else last.right
            last.top = top if top < last.top else last.top
            last.bottom = bottom if bottom > last.bottom else last.bottom
        else:
            last = _Run(left, right, top, bottom, [character])
            runs.append(last)
    return runs


def _turn(page: pdfium.PdfPage) -> Callable[[float, float, float, float], tuple[float, float, float, float]]:
    """Turns a place of PDF (left, right, top, bottom from the bottom left, before the page's rotation) into that of the
    page as it is seen, from its top left.
    """
    width, height = page.get_size()
    x, y, _, _ = page.get_bbox()

    def turned(left: float, right: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        low, high = (bottom, top) if bottom < top else (top, bottom)
        return left - x, right - x, height - high + y, height - low + y

    def turned_90(left: float, right: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        low, high = sorted((bottom - y, top - y))
        return low, high, left - x, right - x

    def turned_180(left: float, right: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        low, high = sorted((bottom - y, top - y))
        return width - right + x, width - left + x, low, high

    def turned_270(left: float, right: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        low, high = sorted((bottom - y, top - y))
        return width - high, width - low, height - right + x, height - left + x

    return {90: turned_90, 180: turned_180, 270: turned_270}.get(page.get_rotation(), turned)


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
