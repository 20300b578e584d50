"""A list as a spreadsheet (.xlsx), to be sorted, filtered and handed on."""

# openpyxl has no types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from core.errors import UserError
from core.files import atomic_path

LONGEST_NAME = 31  # of a sheet, as Excel has it


def write_table(
    target: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """`name` of the sheet; `widths` of the columns in letters. Raises UserError("cannot_write", path)."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name[:LONGEST_NAME]
    for number, row in enumerate((heads, *rows), 1):
        for column, words in enumerate(row, 1):
            cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub(" ", words))
            cell.data_type = "s"  # "=…" is words, no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    stream = BytesIO()
    book.save(stream)
    try:
        with atomic_path(target) as temporary:
            temporary.write_bytes(stream.getvalue())
    except OSError as error:
        raise UserError("cannot_write", path=str(target)) from error
