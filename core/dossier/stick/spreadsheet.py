"""danh-muc-minh-chung.xlsx: the evidence list as a table to sort, filter and count in."""
# openpyxl has few types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from core.dossier.sheets.matter import document_name
from core.dossier.stick.contents import Contents, Listing, address

Cell = str | int | date | None
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
LONGEST_CELL = 32_767
HEAD = PatternFill("solid", fgColor="E4ECF5")
BOLD = Font(name="Calibri", bold=True)
LINK = Font(name="Calibri", color="0B57A4", underline="single")
DATE = "dd/mm/yyyy"
LINE = 15.5  # height of a line in points; not every program finds the height of a wrapped row by itself
WIDTHS = {
    "column_field": 10,
    "column_criterion": 10,
    "column_criterion_title": 32,
    "column_index": 6,
    "column_code": 14,
    "column_name": 48,
    "column_symbol": 22,
    "column_issued_on": 13,
    "column_issuer": 26,
    "column_pages": 16,
    "column_original": 36,
    "column_count": 12,
    "column_digest": 66,
    "lead_unit": 24,
    "deadline": 24,
    "explanation": 50,
    "state": 22,
    "note": 30,
    "reason": 40,
    "file": 40,
    "why": 40,
    "who": 28,
}


def spreadsheet(contents: Contents) -> bytes:
    say = contents.matter.say
    book = Workbook()
    book.properties.title = say("cover", "file_title", title=contents.matter.material.appraisal.title)
    book.properties.creator = contents.matter.material.appraisal.organisation
    book.properties.created = book.properties.modified = datetime.combine(contents.matter.on, datetime.min.time())
    book.remove(book.worksheets[0])
    _evidence(book, contents)
    _criteria(book, contents)
    for listing in contents.listings:
        _listing(book, contents, listing)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _evidence(book: Workbook, contents: Contents) -> None:
    heads = (
        "column_field",
        "column_criterion",
        "column_criterion_title",
        "column_index",
        "column_code",
        "column_name",
        "column_symbol",
        "column_issued_on",
        "column_issuer",
        "column_pages",
        "column_original",
        "note",
        "column_digest",
    )
    sheet = _sheet(book, contents, "sheet_evidence", heads)
    criteria = contents.matter.criteria
    for section in contents.matter.outline.sections:
        field = criteria[contents.matter.field_of(section.criterion.id)].code
        for index, entry in enumerate(contents.entries(section), 1):
            description = entry.document.description
            _append(
                sheet,
                (
                    field,
                    section.criterion.code,
                    section.criterion.title,
                    index,
                    entry.proof.code,
                    document_name(entry.document),
                    description.symbol,
                    description.issued_on,
                    description.issuer,
                    entry.pages,
                    entry.original.rpartition("/")[2] if entry.original else contents.no_original(entry),
                    entry.proof.note,
                    entry.document.sha256,
                ),
                {9: entry.page_link, 10: entry.original or ""},
            )
    _finish(sheet)


def _criteria(book: Workbook, contents: Contents) -> None:
    heads = (
        "column_field",
        "column_criterion",
        "column_criterion_title",
        "lead_unit",
        "deadline",
        "state",
        "column_count",
        "explanation",
    )
    sheet = _sheet(book, contents, "sheet_criteria", heads)
    for section in contents.matter.outline.sections:
        one = section.criterion
        field = contents.matter.criteria[contents.matter.field_of(section.criterion.id)].code
        state = contents.matter.say("states", section.state)
        _append(
            sheet,
            (field, one.code, one.title, one.lead_unit, one.deadline_text, state, len(section.proofs), one.explanation),
        )
    _finish(sheet)


def _listing(book: Workbook, contents: Contents, listing: Listing) -> None:
    sheet = _sheet(book, contents, listing.sheet, listing.heads)
    for row in listing.rows:
        _append(sheet, row)
    _finish(sheet)


def _sheet(book: Workbook, contents: Contents, title: str, heads: Sequence[str]) -> Any:
    sheet = book.create_sheet(contents.matter.say("stick", title))
    sheet.append([contents.matter.say("stick", head) for head in heads])
    for number, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS[head]
        cell = sheet.cell(1, number)
        cell.font, cell.fill = BOLD, HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[1].height = 2 * LINE + 4
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def _append(sheet: Any, values: Sequence[Cell], links: Mapping[int, str] | None = None) -> None:
    """A row; `links` by column, counted from 0, lead from the workbook's own folder."""
    row = sheet.max_row + 1
    widths = [sheet.column_dimensions[get_column_letter(place + 1)].width for place in range(len(values))]
    for column, value in enumerate(values):
        cell = sheet.cell(row, column + 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if isinstance(value, str):
            cell.value = UNWRITABLE.sub(" ", value)[:LONGEST_CELL]
            cell.data_type = "s"  # "=…" in a subject is words, no formula
        elif value is not None:
            cell.value = value
            if isinstance(value, date):
                cell.number_format = DATE
        if links and (link := links.get(column)):
            cell.hyperlink, cell.font = address(link), LINK
    lines = (-(-len(str(value)) * 1.1 // widths[place]) for place, value in enumerate(values))
    sheet.row_dimensions[row].height = LINE * max(1, *lines)


def _finish(sheet: Any) -> None:
    sheet.auto_filter.ref = sheet.dimensions
