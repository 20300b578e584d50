"""From recognised words to lines of text in which nothing is guessed: what was not read for certain stands as "…".

A letterhead that says "Số: …/KH-SGD&ĐT" is read as one whose number is still blank.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise
from statistics import median

from core.reading.figures import is_empty, read_figures
from core.reading.inks import Sheet
from core.reading.layout import columns_of, rows_of
from core.reading.lines import Line
from core.reading.ocr import Symbol, Word
from core.reading.quality import is_torn
from core.text import fold

GAP = "…"
HEAD = 0.45  # of the page's height: number and date stand above
# How sure tesseract is, of 100: clean print gives 99 a letter; what is written by hand and taken for print, 90 to 98.
SURE_FIGURE = 98.0
SURE_PRINT = 95.0
# Letters of the print that figures are put between, in em (Times New Roman, upright or italic).
WIDTHS = {
    **dict.fromkeys("oanghud", 0.5),
    **dict.fromkeys("DGHKNQUVY", 0.72),
    **dict.fromkeys("BC", 0.67),
    **dict.fromkeys("LT", 0.61),
    **dict.fromkeys("PS", 0.56),
    **dict.fromkeys("/:ti", 0.28),
    **{"y": 0.45, "m": 0.75, "M": 0.89, "-": 0.33},
}
# In em: how much room figures need, how far they may lean over print, how far they reach above and below the base line,
# and above what height over it the line above has its letters.
LEAST_ROOM, MARGIN, ABOVE, BELOW, LINE_ABOVE = 0.25, 1.0, 2.2, 0.8, 1.6
LEAST_HEIGHT = 0.4  # of a figure, in em
SURE_LETTER = 80.0
SURE_WORD = 90.0
LEVEL = 0.3  # of the letters: those in words that are clearly wider than high
# Days below 10, January and February have a nought before them (Nghị định 30/2020/NĐ-CP), other months may have it: by
# hand, one figure alone has lost its neighbour.
DAYS = frozenset(f"{day:02}" for day in range(1, 32))
MONTHS = frozenset(f"{month:02}" for month in range(1, 13)) | frozenset("3456789")
READABLE = 75.0  # for the text that is searched, where a wrong letter does no harm

# In numbers of the Party the type stands before the slash: 415-TB/VPTU. What was written by hand may have been taken
# for slashes.
_NUMBER = re.compile(
    r"\W{0,3}(?P<mark>(?:luat |phap lenh )?so)(?P<figures>(?:[^/]|(?<!\d)/|/(?!\d)){0,16}?)\s?"
    r"(?=/\s?(?:\d{4}/|[a-z])|-\s?[a-z]{2,5}\s?/\s?[a-z])"
)
# Of the head alone: nothing but a place stands before it, and nothing after it.
_DATE = re.compile(
    r"(?P<place>[^\d:;()/]{0,40}?\bngay)(?P<day>.{0,8}?)\s*thang(?P<month>.{0,8}?)\s*nam\s*(?P<year>.{0,6}?)\W{0,3}$"
)
_BEFORE_FIGURES = re.compile(r"(?:so|ngay|thang)\W*$")
_AFTER_FIGURES = re.compile(r"/[\da-z]|-[a-z]{2,5}/|thang\b|nam\b")
_PLACE = re.compile(r"\s(?=[^\W\d][^\d:;()/]{1,40}?,\s*ngay\b)")
_FIGURES = re.compile(r"\d{1,6}[a-zA-Z]?$")
_SIGN = re.compile(r"[-–—.,:;()/%&+“”\"'*]+$")

_Letters = list[Symbol | None]  # None: a blank


def lines_of(words: list[Word], width: float, height: float, page: int, sheet: Sheet | None) -> list[Line]:
    """The lines of a page from top to bottom, those side by side from left to right, with gaps.

    The words were recognised in `sheet`; with it, figures that were written by hand are read, too.
    """
    lines: list[Line] = []
    for row in rows_of(_evened([word for word in words if word.text.strip()])):
        for column in _rejoined(columns_of(row)):
            top, left, right = column[0].top / height, column[0].left / width, column[-1].right / width
            text, by_hand = _certain(column, sheet if top < HEAD else None)
            if text:
                lines.append(Line(text, left, right, top, page, "handwritten" if by_hand else "recognised"))
    return lines


def _rejoined(columns: list[list[Word]]) -> list[list[Word]]:
    """The columns of a line, those put together between which only a number was to be written in."""
    joined: list[list[Word]] = []
    for column in columns:
        if joined and _is_open(joined[-1]) and _AFTER_FIGURES.match(fold(column[0].text)):
            joined[-1].extend(column)
        else:
            joined.append(column)
    return joined


def _is_open(column: list[Word]) -> bool:
    """Whether a column ends where figures are to follow; what was written there may have been taken for a word."""
    *before, last = (fold(word.text) for word in column[-2:])
    return any(map(_BEFORE_FIGURES.search, (last, *before)))


def _evened(words: list[Word]) -> list[Word]:
    """No word higher than is usual: a stamp, or a number written by hand, makes a line high and all that is in it."""
    usual = median(word.height for word in words) if words else 0
    evened: list[Word] = []
    for word in words:
        if word.height <= usual:
            evened.append(word)
        else:
            middle = median((symbol.top + symbol.bottom) / 2 for symbol in word.symbols)
            evened.append(replace(word, top=middle - usual / 2, bottom=middle + usual / 2))
    return evened


def readable_text(words: list[Word]) -> str:
    """What can be read, in the order of reading: a line a line."""
    lines: list[list[str]] = []
    last: Word | None = None
    for word in words:
        if last is None or word.top >= last.bottom or (word.top, word.bottom) != (last.top, last.bottom):
            lines.append([])
        last = word
        if _mean(word.symbols) >= READABLE:
            lines[-1].append(word.text)
    return "\n".join(" ".join(line) for line in lines if any(map(str.isalnum, "".join(line))))


def legibility(words: list[Word]) -> float:
    """How well a page can be read as it lies, of 100: single letters look like others upside down, words do not."""
    letters = sum(len(word.symbols) for word in words)
    level = [word for word in words if word.symbols[-1].left - word.symbols[0].left >= word.bottom - word.top]
    if sum(len(word.symbols) for word in level) < LEVEL * letters:
        return 0.0  # tesseract also reads lines that go up or down
    return sum(word.sure * len(word.symbols) for word in words) / letters if letters else 0.0


def _certain(column: list[Word], sheet: Sheet | None) -> tuple[str, bool]:
    """The text, and whether there are figures in it that were written by hand."""
    if sheet:
        letters: _Letters = []
        for word in column:
            letters += [*word.symbols, None]
        letters.pop()
        text = _joined(letters)
        # A letter may be made of several; then places in the folded text are not those of the letters.
        folded = fold(text)
        if len(text) == len(letters) == len(folded):
            line = _FilledLine(letters, sheet)
            if number := _NUMBER.match(folded):
                return line.with_number(number), line.by_hand
            if date := _DATE.match(folded):
                return line.with_date(date), line.by_hand
    return " ".join(filter(None, map(_word, column))), False


class _FilledLine:
    """A line into which figures were put, maybe by hand."""

    def __init__(self, letters: _Letters, sheet: Sheet) -> None:
        self._letters = letters
        self._sheet = sheet
        self._em = _em(letters)
        self.by_hand = False

    def with_number(self, match: re.Match[str]) -> str:
        start, end = match.span("figures")
        while start < end and self._text(start, start + 1) in ": ":
            start += 1
        number = f"{self._text(*match.span('mark'))}: {self._figures(start, end)}"
        # Place and date may have come into the same line.
        place = _PLACE.search(match.string, match.end())
        date = _DATE.match(match.string, place.end()) if place else None
        if place and date:
            return f"{number}{self._text(match.end(), place.start())} {self.with_date(date)}"
        return number + self._text(match.end(), len(self._letters)).strip()

    def with_date(self, match: re.Match[str]) -> str:
        day = self._figures(*match.span("day"), DAYS)
        month = self._figures(*match.span("month"), MONTHS)
        year = self._figures(*match.span("year"))
        return f"{self._text(*match.span('place'))} {day} tháng {month} năm {year}"

    def _figures(self, start: int, end: int, among: Collection[str] = ()) -> str:
        """A number that is certain in each figure, or a gap; by hand only one of those `among` which it must be."""
        found = [letter for letter in self._letters[start:end] if letter]
        text = "".join(letter.text for letter in found).strip(".… ")
        if _FIGURES.match(text) and all(letter.sure >= SURE_FIGURE for letter in found if letter.text in text):
            return text
        written = self._written(start, end, among)
        if written is None:
            return GAP
        self.by_hand = True
        return written

    def _written(self, start: int, end: int, among: Collection[str]) -> str | None:
        """What stands by hand between two letters of print."""
        before, after = self._end_before(start), self._begin_after(end)
        if not self._em or before is None or after is None or after[0] - before < LEAST_ROOM * self._em:
            return None
        right, base = after
        margin, above, below = (round(part * self._em) for part in (MARGIN, ABOVE, BELOW))
        left, top = round(before) - margin, round(base) - above
        place = (left, top, round(right) + margin, top + above + below)
        written = self._sheet.print.crop(place)
        where = before - left, right - left, (ABOVE - LINE_ABOVE) * self._em
        if self._sheet.pen and is_empty(written, *where, LEAST_HEIGHT * self._em):
            written = self._sheet.pen.crop(place)
        return read_figures(written, *where, among)

    def _end_before(self, start: int) -> float | None:
        """Where the print before a place ends; tesseract's boxes may hold something of what was written behind it."""
        while start > 0 and self._letters[start - 1] is None:
            start -= 1
        first = start
        while first > 0 and self._letters[first - 1] is not None:
            first -= 1
        word = [letter for letter in self._letters[first:start] if letter]
        widths = [_width(letter) for letter in word]
        if not word:
            return None
        return min(word[-1].right, word[0].left + sum(widths) * self._em) if all(widths) else word[-1].right

    def _begin_after(self, end: int) -> tuple[float, float] | None:
        """Where the print after a place begins, and its base line."""
        letters = [letter for letter in self._letters[end : end + 3] if letter]
        if not letters:
            return None
        first, base = letters[0], letters[0].bottom
        if len(letters) > 1 and (width := _width(first)):
            return max(first.left, letters[1].left - width * self._em), base
        return first.left, base

    def _text(self, start: int, end: int) -> str:
        return _joined(self._letters[start:end])


def _word(word: Word) -> str:
    """The word, a gap, or nothing for what is no word: specks, rules."""
    if not any(map(str.isalnum, word.text)):
        return word.text if _SIGN.match(word.text) and _mean(word.symbols) >= SURE_LETTER else ""
    certain = all(symbol.sure >= SURE_LETTER for symbol in word.symbols) and _mean(word.symbols) >= SURE_WORD
    return word.text if certain and not is_torn(word.text) else GAP


def _em(letters: _Letters) -> float:
    """The size of the print, by letters that stand side by side; 0.0 where none do that are known."""
    found = [
        (second.left - first.left) / width
        for first, second in pairwise(letters)
        if first and second and min(first.sure, second.sure) >= SURE_PRINT and (width := _width(first))
    ]
    return median(found) if found else 0.0


def _width(letter: Symbol) -> float:
    plain = fold(letter.text)
    return WIDTHS.get(plain.upper() if letter.text.isupper() else plain, 0.0)


def _joined(letters: _Letters) -> str:
    return "".join(letter.text if letter else " " for letter in letters)


def _mean(symbols: list[Symbol]) -> float:
    return sum(symbol.sure for symbol in symbols) / len(symbols)
