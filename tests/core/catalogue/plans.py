"""Writes a catalogue as the plans of offices do: as text, in Word and in Excel, with their dirt."""

import unicodedata
from itertools import pairwise
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from core.catalogue.records import Draft, DraftCriterion

HEADS = (
    ("STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Phân công nhiệm vụ", "", "Thời gian hoàn thành"),
    ("", "", "Phòng chủ trì tham mưu", "Phòng phối hợp", ""),
)
Cells = tuple[str, ...]


def cells_of(criterion: DraftCriterion) -> Cells:
    return (
        f"{criterion.code}.",
        criterion.text,
        criterion.lead_unit or "",
        "; ".join(criterion.coordinating_units),
        criterion.deadline_text,
    )


def pages_of(draft: Draft) -> list[list[Cells]]:
    """Pages of fifteen rows; every second page breaks within its last row, which goes on without a number."""
    rows = [cells_of(criterion) for criterion in draft.criteria]
    pages = [rows[start : start + 15] for start in range(0, len(rows), 15)]
    for number, (page, following) in enumerate(pairwise(pages)):
        code, text, *rest = page[-1]
        words = text.split(" ")
        if number % 2 == 0 and len(words) > 1:
            page[-1] = (code, " ".join(words[: len(words) // 2]), *rest)
            following.insert(0, ("", " ".join(words[len(words) // 2 :]), "", "", ""))
    return pages


def marked(cells: Cells, seed: int) -> Cells:
    """One of the ways in which the words of a row come dirty."""
    code, text, *rest = cells
    spoilt = (
        (code.rstrip("."), f"<i>{text}</i>", *rest),
        (f" {code} ", f"**{text}**", *rest),
        (code, text.replace(" ", "\u00a0"), *(f"*{cell}*" if cell else "" for cell in rest)),
        tuple(unicodedata.normalize("NFD", cell) for cell in cells),
        (code, f"  {text.replace(' ', '  ')} ", *rest),
    )
    return spoilt[seed % len(spoilt)]


def write_txt(path: Path, draft: Draft, *, encoding: str = "utf-8", newline: str = "\n") -> None:
    lines = ["", "KẾ HOẠCH", "", draft.title, "", "1. Mục đích, yêu cầu", "", "PHỤ LỤC", "**Phân công**", ""]
    for page in pages_of(draft):
        lines += ["\t".join(row) for row in HEADS]
        lines += ["\t".join(marked(row, seed)) for seed, row in enumerate(page)]
        lines.append("")
    path.write_bytes(newline.join([*lines, "Nơi nhận:", "- Lưu: VT."]).encode(encoding))


def write_docx(path: Path, draft: Draft) -> None:
    """A table on each page; the head's cells are merged, and so are those of a unit that answers for several rows."""
    document = Document()
    for words in ("KẾ HOẠCH", draft.title, "PHỤ LỤC"):
        document.add_paragraph(words)
    for page in pages_of(draft):
        table = document.add_table(rows=0, cols=5)
        for cells in [*HEADS, *page]:
            row = table.add_row()
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        for column in (0, 1, 4):
            table.cell(0, column).merge(table.cell(1, column))
        table.cell(0, 2).merge(table.cell(0, 3))
        for top in range(2, len(page) + 1):
            upper, lower = table.cell(top, 2), table.cell(top + 1, 2)
            if upper.text and upper.text == lower.text:
                lower.text = ""
                upper.merge(lower).text = upper.text.strip()
        document.add_paragraph("")
    signatures = document.add_table(rows=1, cols=2)
    signatures.cell(0, 0).text, signatures.cell(0, 1).text = "Nơi nhận: như trên", "GIÁM ĐỐC"
    document.save(str(path))


def write_xlsx(path: Path, draft: Draft) -> None:
    """Rows of title above, one merged head, numbers as numbers, units merged over their rows, signatures below."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for words in ("KẾ HOẠCH", draft.title):
        sheet.append([words])
    sheet.merge_cells("A2:E2")
    for row in HEADS:
        sheet.append(row)
    for merged in ("A3:A4", "B3:B4", "C3:D3", "E3:E4"):
        sheet.merge_cells(merged)
    sheet.append([1, 2, 3, 4, 5])
    for criterion in draft.criteria:
        code, *rest = cells_of(criterion)
        sheet.append([int(code.rstrip(".")) if "." not in code.rstrip(".") else code, *rest])
    merge_equal(sheet, "C", 6)
    sheet.append([])
    sheet.append(["", "Người lập biểu", "", "", "GIÁM ĐỐC"])
    other = workbook.create_sheet("Đơn vị")
    other.append(["STT", "Tên đơn vị"])
    other.append([1, "Văn phòng Sở"])
    workbook.save(path)


def merge_equal(sheet: object, column: str, first: int) -> None:
    """Merge cells of a column that say the same one below the other."""
    last: int = sheet.max_row  # type: ignore[attr-defined]
    value = lambda row: sheet[f"{column}{row}"].value  # type: ignore[index]  # noqa: E731
    top = first
    for row in range(first + 1, last + 2):
        if row > last or not value(top) or value(row) != value(top):
            if row - 1 > top:
                sheet.merge_cells(f"{column}{top}:{column}{row - 1}")  # type: ignore[attr-defined]
            top = row
