"""Word documents (docx): text in reading order, with tables and text boxes. Runs in a worker.

WordprocessingML is ECMA-376, part 1, chapter 17.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.reading.head import names_country
from core.reading.lines import Contents, Line, Unreadable, believable
from core.reading.packages import Element, Package, local, open_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# What an older program would show instead of what is there already, what was deleted, and what is no text.
_SKIPPED = {"Fallback", "moveFrom", "del", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "tcPr", "trPr"}
_EXTRA_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes|comments)\d*\.xml$")
DEEPEST_TABLE = 20


@dataclass
class _Paragraph:
    lines: list[str]
    boxes: list[Element] = field(default_factory=list[Element])
    aligned: str = ""


def read_word(path: Path) -> Contents:
    """Raises Unreadable: "damaged", "too_large"."""
    with open_package(path) as package:
        root = package.xml(_main_part(package))
        if root is None:
            raise Unreadable("damaged")
        contents = Contents()
        body = next((child for child in root if local(child) == "body"), None)
        parts = [package.xml(name) for name in sorted(filter(_EXTRA_PARTS.match, package.names))]
        parts = [part for part in parts if part is not None]
        extras = [list(_Flow().blocks(part, 0.0, 1.0)) for part in parts]
        flow = _Flow()
        # Some keep the letterhead in the page's header.
        head = next((part for part, lines in zip(parts, extras, strict=True) if _has_country(lines)), None)
        above = [] if head is None else list(flow.blocks(head, 0.0, 1.0))
        lines = [] if body is None else list(flow.blocks(body, 0.0, 1.0))
        contents.lines = lines if _has_country(lines) else above + lines
        texts = map(_text_of, (lines, *extras))
        contents.text = "\n\n".join(filter(None, texts))
        contents.pages = believable(_pages(package), len(contents.text))
        if package.has_macros():
            contents.problems.append("has_macros")
        contents.signatures = [{"name": ""} for _ in package.signature_names()]
    return contents


def _has_country(lines: list[Line]) -> bool:
    return any(names_country(line.text) for line in lines)


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _pages(package: Package) -> int | None:
    """What the program that saved it last counted."""
    properties = package.xml("docProps/app.xml")
    for element in properties if properties is not None else ():
        if local(element) == "Pages" and (element.text or "").strip().isdecimal():
            return int(element.text.strip())
    return None


def _text_of(lines: list[Line]) -> str:
    """Lines as text; what stands side by side in a table is parted by a tab."""
    rows: list[str] = []
    last: Line | None = None
    for line in lines:
        if last and line.top == last.top and line.left >= last.right - 0.01:
            rows[-1] += "\t" + line.text
        else:
            rows.append(line.text)
        last = line
    return "\n".join(rows)


class _Flow:
    """Counts the lines while it walks; `top` of a line is its number, so that cells side by side agree."""

    def __init__(self) -> None:
        self._row = 0.0
        self._depth = 0

    def blocks(self, parent: Element, left: float, right: float) -> Iterator[Line]:
        """The lines of paragraphs and tables below `parent`, which spans `left` to `right` of the page."""
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, left, right)
            elif name == "tbl":
                yield from self._table(child, left, right)
            elif name not in _SKIPPED:
                yield from self.blocks(child, left, right)

    def _paragraph(self, element: Element, left: float, right: float) -> Iterator[Line]:
        paragraph = _Paragraph([""], aligned=_alignment(element))
        _collect(element, paragraph)
        for text in paragraph.lines:
            yield from self._line(text, left, right, paragraph.aligned)
        for box in paragraph.boxes:
            yield from self.blocks(box, left, right)

    def _line(self, text: str, left: float, right: float, aligned: str) -> Iterator[Line]:
        """A line cut at its tabs and long runs of blanks, which people use to stand things side by side."""
        text = text.strip()
        pieces = [text] if text else []
        if "\t" in text or " " * 6 in text:
            pieces = [piece for piece in re.split(r"\t+| {6,}", text) if piece.strip()]
        self._row += 1
        step = (right - left) / max(1, len(pieces))
        for number, piece in enumerate(pieces):
            start, end = left + number * step, left + (number + 1) * step
            if len(pieces) == 1 and aligned in ("right", "end"):
                start = left + (right - left) / 2
            yield Line(" ".join(piece.split()), start, end, self._row)

    def _table(self, table: Element, left: float, right: float) -> Iterator[Line]:
        self._depth += 1
        if self._depth <= DEEPEST_TABLE:
            for row in table.iter(f"{_W}tr", f"{_STRICT}tr"):
                if next(row.iterancestors(table.tag)) is table:
                    yield from self._cells(row, left, right)
        self._depth -= 1

    def _cells(self, row: Element, left: float, right: float) -> Iterator[Line]:
        cells = [cell for cell in row.iter(f"{_W}tc", f"{_STRICT}tc") if next(cell.iterancestors(row.tag)) is row]
        widths = [_width(cell) for cell in cells]
        if not all(widths):
            widths = [1.0] * len(cells)
        scale = (right - left) / (sum(widths) or 1)
        first = last = self._row
        start = left
        found: list[Line] = []
        for cell, width in zip(cells, widths, strict=True):
            self._row = first
            end = start + width * scale
            found += self.blocks(cell, start, end)
            last = max(last, self._row)
            start = end
        self._row = last
        yield from sorted(found, key=lambda line: (line.top, line.left))


def _alignment(paragraph: Element) -> str:
    if len(paragraph) == 0 or local(paragraph[0]) != "pPr":  # it stands first
        return ""
    namespace = str(paragraph.tag)[:-1]
    found = paragraph[0].find(f"{namespace}jc")
    return "" if found is None else found.get(f"{namespace}val", "")


def _width(cell: Element) -> float:
    namespace = str(cell.tag)[:-2]
    found = cell.find(f"{namespace}tcPr/{namespace}tcW")
    value = "" if found is None else found.get(f"{namespace}w", "")
    return float(value) if value.isdecimal() else 0.0


def _collect(element: Element, paragraph: _Paragraph) -> None:
    """Gather the text below `element`, and its text boxes for later."""
    for child in element:
        name = local(child)
        if name == "t":
            paragraph.lines[-1] += child.text or ""
        elif name == "tab":
            paragraph.lines[-1] += "\t"
        elif name in ("br", "cr"):
            paragraph.lines.append("")
        elif name == "noBreakHyphen":
            paragraph.lines[-1] += "-"
        elif name == "softHyphen":
            paragraph.lines[-1] += "\xad"  # the letter ư where the text is in TCVN3
        elif name == "txbxContent":
            paragraph.boxes.append(child)
        elif name not in _SKIPPED:
            _collect(child, paragraph)
