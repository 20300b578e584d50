"""Plain text in whatever encoding, and web pages. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import unicodedata
from pathlib import Path

from lxml import html

from core.reading.legacy import looks_legacy
from core.reading.lines import Contents, Line, Unreadable

LARGEST = 50 << 20


def read_text(path: Path) -> Contents:
    """Raises Unreadable("too_large")."""
    text = decode(file_bytes(path))
    return Contents(text=text, lines=text_lines(text))


def read_html(path: Path) -> Contents:
    """Raises Unreadable: "too_large", "damaged"."""
    text = visible_text(decode(file_bytes(path)))
    return Contents(text=text, lines=text_lines(text))


def decode(data: bytes) -> str:
    """Text of unknown encoding: Unicode where it can be, else the Vietnamese ones that Windows and old fonts used."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        western = data.decode("cp1252", "replace")
        # TCVN3 and VNI are Western letters in a font that shows others; Windows-1258 has marks of its own.
        return western if looks_legacy(western) else unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def text_lines(text: str) -> list[Line]:
    """The first lines of a text, cut at tabs and long runs of blanks into what stands side by side."""
    lines: list[Line] = []
    for number, row in enumerate(text.splitlines()):
        pieces = [piece for piece in row.replace(" " * 6, "\t").split("\t") if piece.strip()]
        for place, piece in enumerate(pieces):
            left, right = place / len(pieces), (place + 1) / len(pieces)
            lines.append(Line(" ".join(piece.split()), left, right, float(number)))
    return lines


def file_bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Unreadable("too_large")
    return path.read_bytes()


def visible_text(source: str) -> str:
    try:
        tree = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except Exception as error:  # lxml raises several kinds for what holds no element at all
        raise Unreadable("damaged") from error
    for element in list(tree.iter("script", "style", "head")):
        element.drop_tree()
    for element in tree.iter("br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4"):
        element.tail = "\n" + (element.tail or "")
    for cell in tree.iter("td", "th"):
        words = " ".join(cell.text_content().split()) if cell.find(".//table") is None else None
        if words is not None:
            cell.clear()
            cell.text, cell.tail = words, "\t"
    rows = ("\t".join(" ".join(piece.split()) for piece in row.split("\t")) for row in tree.text_content().splitlines())
    return "\n".join(row.strip() for row in rows if row.strip())
