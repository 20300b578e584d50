"""Word 97 to 2003 (doc) and PowerPoint (ppt) as far as their text goes. Runs in a worker.

[MS-DOC] 2.4.1 tells how the text is found: the header (Fib) names the table of pieces (Clx), each piece a stretch of
the stream in one-byte Western letters or in UTF-16.
"""

import re
import struct
from pathlib import Path
from typing import Any

import olefile

from core.reading.lines import Contents, Line, Unreadable, believable

_FIB_VERSION, _FIB_FLAGS, _FIB_TEXT, _FIB_TEXT_LENGTH, _FIB_CLX = 0x02, 0x0A, 0x18, 0x4C, 0x01A2
_WORD_97 = 0xC1  # before it, the text stands in one piece, and the header says where
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COMPRESSED = 0x40000000
_CELL, _PARAGRAPH, _BREAK, _PAGE = "\x07", "\r", "\x0b", "\x0c"
_FIELD_CODE = re.compile(r"\x13[^\x13\x14\x15]*\x14?([^\x13\x14\x15]*)\x15")
LONGEST_HEAD_CELL = 150  # characters
_PPT_TOKEN, _PPT_ENCRYPTED = 12, 0xF3D1C4DF  # [MS-PPT] 2.3.2
_PPT_CONTAINER, _PPT_UTF16, _PPT_BYTES = 0xF, 4000, 4008


def read_doc(path: Path) -> Contents:
    """Raises Unreadable: "encrypted", "damaged"."""
    try:
        with olefile.OleFileIO(str(path)) as storage:
            stream: bytes = storage.openstream("WordDocument").read()
            flags = struct.unpack_from("<H", stream, _FIB_FLAGS)[0]
            if flags & _ENCRYPTED:
                raise Unreadable("encrypted")
            if struct.unpack_from("<H", stream, _FIB_VERSION)[0] < _WORD_97:
                begin, end = struct.unpack_from("<II", stream, _FIB_TEXT)
                return document_contents(stream[begin:end].decode("cp1252", "replace"), None, macros=False)
            table: bytes = storage.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
            pages: Any = getattr(storage.get_metadata(), "num_pages", None)
            macros: bool = storage.exists("Macros")
            text = pieces(stream, table)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # struct.error, IndexError and what olefile raises on damaged directories
        raise Unreadable("damaged") from error
    return document_contents(text, pages, macros=macros)


def document_contents(text: str, pages: int | None, *, macros: bool) -> Contents:
    """What the raw text of a document holds, its cells and paragraphs still parted by control characters."""
    rows = _rows(text)
    text = "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in rows)
    problems = ["has_macros"] if macros else []
    return Contents(pages=believable(pages, len(text)), text=text, lines=_lines(rows), problems=problems)


def pieces(stream: bytes, table: bytes) -> str:
    """The text of the stream "WordDocument", put together as the table of pieces in the table stream says."""
    offset, length = struct.unpack_from("<II", stream, _FIB_CLX)
    total: int = struct.unpack_from("<I", stream, _FIB_TEXT_LENGTH)[0]
    clx = table[offset : offset + length]
    place = 0
    while clx[place] == 1:  # formatting that pieces refer to stands before the table of pieces
        place += 3 + struct.unpack_from("<H", clx, place + 1)[0]
    size: int = struct.unpack_from("<I", clx, place + 1)[0]
    plc = clx[place + 5 : place + 5 + size]
    count = (size - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", plc)
    parts: list[str] = []
    for number in range(count):
        where: int = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)[0]
        characters = min(starts[number + 1], total) - starts[number]
        if characters <= 0:
            break
        if where & _COMPRESSED:
            begin = (where & ~_COMPRESSED) // 2
            parts.append(stream[begin : begin + characters].decode("cp1252", "replace"))
        else:
            parts.append(stream[where : where + 2 * characters].decode("utf-16-le", "replace"))
    return "".join(parts)


def _rows(text: str) -> list[list[str]]:
    """Paragraphs, each a row of one cell, and rows of tables; a cell's own paragraphs are parted by line feeds."""
    text = _FIELD_CODE.sub(r"\1", _FIELD_CODE.sub(r"\1", text))
    text = text.replace("\x1e", "-").replace("\x1f", "\xad").replace(_BREAK, "\n")
    rows: list[list[str]] = []
    for number, row in enumerate(re.split(f"{_CELL}{_CELL}", text)):
        cells = row.split(_CELL)
        before, first = _before_table(cells[0], number) if len(cells) > 1 else (cells[0], "")
        rows += [[line] for line in re.split(f"[{_PARAGRAPH}{_PAGE}\n]", before)]
        if len(cells) > 1:
            rows.append([cell.replace(_PARAGRAPH, "\n").replace(_PAGE, "\n") for cell in (first, *cells[1:])])
    return [[_visible(cell) for cell in row] for row in rows]


def _before_table(cell: str, number: int) -> tuple[str, str]:
    """Running text, and the first cell of the table that follows it.

    Only formatting tells where a table begins. Letters begin with one, and have another from "Nơi nhận" on; elsewhere
    the last paragraph is taken for the cell.
    """
    recipients = re.search(r"N[^\W\d_]{1,4}i nh[^\W\d_]{1,4}n\s*:", cell)
    if recipients:
        return cell[: recipients.start()], cell[recipients.start() :]
    if number == 0 and len(cell) < LONGEST_HEAD_CELL:
        return "", cell
    before, _, last = cell.rpartition(_PARAGRAPH)
    return before, last


def _visible(cell: str) -> str:
    return re.sub(r"[\x00-\x08\x0e-\x1f]", "", cell).strip()


def _lines(rows: list[list[str]]) -> list[Line]:
    lines: list[Line] = []
    top = 0.0
    for row in rows:
        pieces = [piece for piece in re.split(r"\t+| {6,}", row[0]) if piece.strip()] if len(row) == 1 else row
        width = max(1, len(pieces))
        deepest = 0
        for column, cell in enumerate(pieces):
            parts = cell.split("\n")
            deepest = max(deepest, len(parts))
            for depth, part in enumerate(parts):
                if part.strip():
                    lines.append(Line(" ".join(part.split()), column / width, (column + 1) / width, top + depth))
        top += max(1, deepest)
    return sorted(lines, key=lambda line: (line.top, line.left))


def read_ppt(path: Path) -> Contents:
    """Raises Unreadable: "encrypted", "damaged"."""
    try:
        with olefile.OleFileIO(str(path)) as storage:
            user: bytes = storage.openstream("Current User").read()
            if struct.unpack_from("<I", user, _PPT_TOKEN)[0] == _PPT_ENCRYPTED:
                raise Unreadable("encrypted")
            stream: bytes = storage.openstream("PowerPoint Document").read()
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        raise Unreadable("damaged") from error
    texts = _atoms(stream)
    return Contents(text="\n".join(texts), text_source="ok" if texts else "none")


def _atoms(stream: bytes) -> list[str]:
    """The records of text, whatever container they stand in ([MS-PPT] 2.9.41 and 2.9.42)."""
    texts: list[str] = []
    place = 0
    while place + 8 <= len(stream):
        version, kind, length = struct.unpack_from("<HHI", stream, place)
        place += 8
        if version & 0xF == _PPT_CONTAINER:
            continue
        if kind in (_PPT_UTF16, _PPT_BYTES):
            data = stream[place : place + length]
            text = data.decode("utf-16-le" if kind == _PPT_UTF16 else "cp1252", "replace")
            texts.append(text.replace(_PARAGRAPH, "\n").replace(_BREAK, "\n"))
        place += length
    return texts
