"""A list as a spreadsheet (.xlsx), to be sorted, filtered and handed on."""

# openpyxl has no types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.writing import written

Cell = str | int | date | None
LONGEST_NAME = 31  # of a sheet, as Excel has it


def write_table(
    target: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """`name` of the sheet; `widths` of the columns in letters. Raises UserError("cannot_write", path)."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name[:LONGEST_NAME]
    fill_sheet(sheet, heads, rows, widths)
    sheet.page_setup.orientation = "landscape"
    with written(target) as temporary:
        book.save(temporary)


def fill_sheet(sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Iterable[float]) -> None:
    """A table that may be filtered, with the head always in view."""
    for number, row in enumerate((heads, *rows), 1):
        for column, value in enumerate(row, 1):
            plain = ILLEGAL_CHARACTERS_RE.sub(" ", value) if isinstance(value, str) else value
            cell = sheet.cell(number, column, plain)
            if isinstance(value, str):
                cell.data_type = "s"  # "=…" is words, no formula
            elif isinstance(value, date):
                cell.number_format = "DD/MM/YYYY"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
