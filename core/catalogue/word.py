"""The rows of a Word document: tables with their merged cells, lines, and the numbers that Word counts by itself."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from core.catalogue.rows import Row

DOCUMENT, NUMBERING = "word/document.xml", "word/numbering.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def _parts(element: Element, *tags: str) -> Iterator[Element]:
    """The nearest elements of these tags below an element, in order; not those inside one another."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag != FALLBACK:  # says the same again for older programs
            yield from _parts(child, *tags)


def word_rows(document: bytes, numbering: bytes | None) -> Iterator[Row]:
    """The lines and rows of a document, from its two parts. Raises ParseError."""
    # Expat opens no external entity and stops one that blows up.
    numbers = Numbers(ElementTree.fromstring(numbering) if numbering else None)
    line = 0
    for block in _parts(ElementTree.fromstring(document), f"{W}p", f"{W}tbl"):
        if block.tag == f"{W}p":
            yield Row(line, (numbers.words(block),))
            continue
        above: list[str] = []
        for row in _parts(block, f"{W}tr"):
            line += 1
            cells, merged = _cells(row, above, numbers)
            yield Row(line, tuple(cells), frozenset(merged))
            above = cells


def _cells(row: Element, above: list[str], numbers: "Numbers") -> tuple[list[str], set[int]]:
    """A cell over several columns has its words in the first of them."""
    cells = [""] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    merged: set[int] = set()
    for cell in _parts(row, f"{W}tc"):
        column = len(cells)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart":
            cells.append(above[column] if column < len(above) else "")
            merged.add(column)
        else:
            cells.append(" ".join(numbers.words(paragraph) for paragraph in _parts(cell, f"{W}p")))
        cells += [""] * (_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)
    return cells, merged


def _value(element: Element | None, default: str = "") -> str:
    return default if element is None else element.get(f"{W}val", default)


def _number(element: Element | None, default: int) -> int:
    """Word allows 63 columns; a file may claim more."""
    value = _value(element)
    return min(int(value), 63) if re.fullmatch(r"\d{1,9}", value) else default


def _words(paragraph: Element) -> str:
    parts = _parts(paragraph, f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen")
    return "".join({f"{W}t": part.text or "", f"{W}noBreakHyphen": "-"}.get(part.tag, " ") for part in parts)


class Numbers:
    """What Word's automatic numbering writes before a paragraph: it stands in no text of the file."""

    def __init__(self, numbering: Element | None) -> None:
        root = Element("none") if numbering is None else numbering
        self._lists = {
            part.get(f"{W}numId", ""): _value(part.find(f"{W}abstractNumId")) for part in root.iter(f"{W}num")
        }
        self._levels = {
            part.get(f"{W}abstractNumId", ""): {level.get(f"{W}ilvl", ""): level for level in part.iter(f"{W}lvl")}
            for part in root.iter(f"{W}abstractNum")
        }
        self._counts: dict[tuple[str, int], int] = {}

    def words(self, paragraph: Element) -> str:
        """The paragraph's number and text; each paragraph is to be asked for once, in order."""
        return f"{self._label(paragraph.find(f'{W}pPr/{W}numPr'))} {_words(paragraph)}".strip()

    def _label(self, number: Element | None) -> str:
        if number is None:
            return ""
        of_list = self._lists.get(_value(number.find(f"{W}numId")), "")
        levels = self._levels.get(of_list, {})
        depth = _number(number.find(f"{W}ilvl"), 0)
        if str(depth) not in levels:
            return ""
        self._counts[of_list, depth] = self._count(of_list, depth, before=True) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((of_list, deeper), None)
        level = levels[str(depth)]
        if _value(level.find(f"{W}numFmt")) == "bullet":
            return "-"
        pattern = _value(level.find(f"{W}lvlText"))
        return re.sub(r"%([1-9])", lambda found: self._written(of_list, int(found[1]) - 1), pattern)

    def _count(self, of_list: str, depth: int, *, before: bool = False) -> int:
        level = self._levels[of_list].get(str(depth))
        start = 1 if level is None else _number(level.find(f"{W}start"), 1)
        return self._counts.get((of_list, depth), start - 1 if before else start)

    def _written(self, of_list: str, depth: int) -> str:
        count = self._count(of_list, depth)
        level = self._levels[of_list].get(str(depth))
        match "" if level is None else _value(level.find(f"{W}numFmt")):
            case "upperRoman":
                return ROMAN[count] if count < len(ROMAN) else str(count)
            case "upperLetter" | "lowerLetter" as kind:
                letter = chr(ord("A") + (count - 1) % 26)
                return letter if kind == "upperLetter" else letter.lower()
            case _:
                return str(count)
