"""Slides (pptx) and OpenDocument texts and slides. Runs in a worker."""

import re
from collections.abc import Iterator
from pathlib import Path

from core.reading.lines import Contents, Unreadable, believable
from core.reading.locked_open_documents import is_locked
from core.reading.packages import Element, local, open_package
from core.reading.plain import text_lines

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml$")
_NOTES = re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml$")


def read_slides(path: Path) -> Contents:
    """A page for each slide. Raises Unreadable: "damaged", "too_large"."""
    with open_package(path) as package:
        slides = _numbered(package.names, _SLIDE)
        if not slides and "ppt/presentation.xml" not in package.names:
            raise Unreadable("damaged")
        texts: list[str] = []
        for name in slides + _numbered(package.names, _NOTES):
            root = package.xml(name)
            if root is not None:
                texts.append("\n".join(filter(None, map(_paragraph, _named(root, "p")))))
        problems = ["has_macros"] if package.has_macros() else []
        signatures = [{"name": ""} for _ in package.signature_names()]
    return Contents(pages=len(slides), text="\f".join(texts), problems=problems, signatures=signatures)


def read_open_document(path: Path) -> Contents:
    """Raises Unreadable: "damaged", "too_large", "encrypted"."""
    with open_package(path) as package:
        if is_locked(package):
            raise Unreadable("encrypted")
        root = package.xml("content.xml")
        if root is None:
            raise Unreadable("damaged")
        rows = [_open_text(element) for element in _outermost(root)]
        meta = package.xml("meta.xml")
    text = "\n".join(rows)
    return Contents(pages=believable(_page_count(meta), len(text)), text=text, lines=text_lines(text))


def _numbered(names: list[str], pattern: re.Pattern[str]) -> list[str]:
    found = [(int(match[1]), name) for name in names if (match := pattern.match(name))]
    return [name for _, name in sorted(found)]


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


def _paragraph(element: Element) -> str:
    return "".join(
        "\n" if local(part) == "br" else part.text or "" for part in element.iter() if local(part) in ("t", "br")
    )


def _outermost(element: Element) -> Iterator[Element]:
    """Paragraphs, headings and table rows, none of them within another."""
    for child in element:
        if local(child) in ("p", "h", "table-row"):
            yield child
        else:
            yield from _outermost(child)


def _open_text(element: Element) -> str:
    """A row's cells, or the tabs of a paragraph, are parted by tabs."""
    if local(element) == "table-row":
        cells = [child for child in element if local(child) == "table-cell"]
        return "\t".join("\n".join(map(_open_text, _outermost(cell))) for cell in cells)
    text = element.text or ""
    for child in element:
        name = local(child)
        if name == "tab":
            text += "\t"
        elif name == "line-break":
            text += "\n"
        elif name == "s":
            text += " "
        elif name not in ("note", "annotation", ""):
            text += _open_text(child)
        text += child.tail or ""
    return text


def _page_count(meta: Element | None) -> int | None:
    for element in _named(meta, "document-statistic") if meta is not None else ():
        for name, value in element.attrib.items():
            if str(name).endswith("}page-count") and str(value).isdecimal():
                return int(value)
    return None
