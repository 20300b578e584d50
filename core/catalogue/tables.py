"""The rows of a plan's file, whatever it is: text with tabs, Word or Excel. Runs in a worker: the file is not ours."""

import codecs
import csv
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from core.catalogue.rows import Row
from core.catalogue.word import DOCUMENT, NUMBERING, word_rows
from core.errors import UserError

LARGEST_TEXT = 20_000_000
LARGEST_UNPACKED = 200_000_000
LARGEST_SHEET_CELLS = 2_000_000
OLE = b"\xd0\xcf\x11\xe0"  # what Excel and Word wrote until 2003
NOT_TEXT = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_rows(path: Path) -> list[Row]:
    """All rows in order. Raises UserError("plan_unreadable", path, reason): "missing", "not_supported", "too_large",
    "encoding", "damaged", "encrypted".
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
        if start.startswith(b"PK\x03\x04"):
            return _packed_rows(path)
        if start.startswith(OLE):
            return _old_workbook_rows(path)
        if start.startswith(NOT_TEXT):
            raise _unreadable(path, "not_supported")
        return _text_rows(path)
    except FileNotFoundError as error:
        raise _unreadable(path, "missing") from error
    except OSError as error:
        raise _unreadable(path, "damaged", detail=str(error)) from error


def _unreadable(path: Path, reason: str, **facts: object) -> UserError:
    return UserError("plan_unreadable", path=str(path), reason=reason, **facts)


# --- text -------------------------------------------------------------------------------------------------------------


def _text_rows(path: Path) -> list[Row]:
    if path.stat().st_size > LARGEST_TEXT:
        raise _unreadable(path, "too_large")
    text = _decode(path, path.read_bytes())
    if path.suffix.lower() == ".csv" and "\t" not in text:
        return _parted_rows(path, text)
    rows = [Row(line, tuple(map(_unquote, words.split("\t")))) for line, words in enumerate(text.splitlines(), start=1)]
    return [row for row in rows if any(cell.strip() for cell in row.cells)]


def _parted_rows(path: Path, text: str) -> list[Row]:
    """Excel's CSV: semicolons where a comma is the decimal sign, as in Vietnam, else commas."""
    separator = max(";,", key=text.count)
    try:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
        rows = [Row(reader.line_num, tuple(cells)) for cells in reader]
    except csv.Error as error:
        raise _unreadable(path, "damaged", detail=str(error)) from error
    return [row for row in rows if any(cell.strip() for cell in row.cells)]


def _decode(path: Path, data: bytes) -> str:
    """UTF-8 or UTF-16 with or without a mark, else the Windows code page of Vietnamese."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decoded(path, data, encoding)
    if b"\0" in data[:1000]:
        zero_first = data[:1000:2].count(0) > data[1:1000:2].count(0)
        return _decoded(path, data, "utf-16-be" if zero_first else "utf-16-le")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _decoded(path, data, "cp1258")


def _decoded(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(path, "encoding") from error


def _unquote(cell: str) -> str:
    """Excel's "Unicode text" puts a cell with a comma or a quotation mark between quotation marks."""
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"')
    return cell


# --- Word and Excel ---------------------------------------------------------------------------------------------------


def _packed_rows(path: Path) -> list[Row]:
    try:
        with ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
                raise _unreadable(path, "too_large")
            names = set(package.namelist())
            if DOCUMENT in names:
                return list(word_rows(package.read(DOCUMENT), package.read(NUMBERING) if NUMBERING in names else None))
        if "xl/workbook.xml" in names:
            return _workbook_rows(path)
    except (BadZipFile, zlib.error, ParseError, RecursionError, CalamineError, EOFError) as error:
        raise _unreadable(path, "damaged", detail=str(error)) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise _unreadable(path, "encrypted") from error
    raise _unreadable(path, "not_supported")


def _old_workbook_rows(path: Path) -> list[Row]:
    try:
        return _workbook_rows(path)
    except PasswordError as error:
        raise _unreadable(path, "encrypted") from error
    except CalamineError as error:
        raise _unreadable(path, "not_supported", detail=str(error)) from error


def _workbook_rows(path: Path) -> list[Row]:
    with path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as workbook:
        names = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]
        rows: list[Row] = []
        for name in names:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > LARGEST_SHEET_CELLS:
                raise _unreadable(path, "too_large", sheet=name)
            rows += [Row(0, ()), *_sheet_rows(sheet)]
        return rows


def _sheet_rows(sheet: CalamineSheet) -> Iterator[Row]:
    grid = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    merged: dict[int, set[int]] = {}
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or []:
        for row in range(top + 1, min(bottom + 1, len(grid))):
            if left < len(grid[row]):
                grid[row][left] = grid[top][left]
                merged.setdefault(row, set()).add(left)
    for index, cells in enumerate(grid):
        yield Row(index + 1, tuple(cells), frozenset(merged.get(index, ())))


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value)
