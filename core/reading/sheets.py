"""Spreadsheets of every kind. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from core.reading import media
from core.reading.lines import MOST_CHARACTERS, Contents, Line, Unreadable
from core.reading.locked_open_documents import is_locked_open_document
from core.reading.unlocking import is_locked_office

HEAD_ROWS = 40


def read_sheets(path: Path) -> Contents:
    """Cells row by row, parted by tabs. Raises Unreadable: "encrypted", "format_too_old", "damaged"."""
    try:
        return _read(path)
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Unreadable(_trouble(path)) from error


def _trouble(path: Path) -> str:
    with path.open("rb") as stream:
        if stream.read(4) in media.EXCEL_BEFORE_OLE:
            return "format_too_old"
    return "encrypted" if is_locked_office(path) or is_locked_open_document(path) else "damaged"


def _read(path: Path) -> Contents:
    contents = Contents()
    parts: list[str] = []
    size = 0
    workbook: Any = CalamineWorkbook.from_path(str(path))
    for number, name in enumerate(workbook.sheet_names):
        sheet = workbook.get_sheet_by_name(name)
        parts.append(name)
        for row_number, row in enumerate(sheet.to_python()):
            cells = [_words(cell) for cell in row]
            if number == 0 and row_number < HEAD_ROWS:
                contents.lines += _lines(cells, row_number)
            text = "\t".join(cells).strip()
            size += len(text)
            if text:
                parts.append(text)
            if size > MOST_CHARACTERS:  # the rest is told by whoever cuts the text
                contents.text = "\n".join(parts)
                return contents
    contents.text = "\n".join(parts)
    return contents


def _words(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.date):
        return cell.strftime("%d/%m/%Y")
    return " ".join(str(cell).split())


def _lines(cells: list[str], row: int) -> list[Line]:
    width = max(1, len(cells))
    return [Line(cell, column / width, (column + 1) / width, float(row)) for column, cell in enumerate(cells) if cell]
