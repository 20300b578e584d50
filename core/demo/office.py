"""Sample documents as Word and Excel files."""

# openpyxl has few types
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from core.demo.papers import Paper, is_heading
from core.demo.sheet import COUNTRY, MOTTO, SAMPLE

FONT = "Times New Roman"
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
MADE = datetime(2023, 12, 1)
BUDGET = (
    ("Mua sắm thiết bị dạy học tối thiểu lớp 3, 7, 10", 18_500, 18_500),
    ("Cải tạo, sửa chữa trụ sở cơ quan Sở", 2_350, 2_310),
    ("Xây dựng cơ sở dữ liệu ngành Giáo dục", 1_200, 1_200),
    ("Bồi dưỡng giáo viên thực hiện chương trình mới", 4_800, 4_765),
)


def write_docx(paper: Paper, target: Path) -> None:
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.footer.paragraphs[0].alignment = CENTER
    _run(section.footer.paragraphs[0], SAMPLE, 8, italic=True)
    word.core_properties.title, word.core_properties.author = paper.subject, paper.issuer
    word.core_properties.created = word.core_properties.modified = MADE
    _head(word, paper)
    for line in ("", paper.type, paper.subject, "───────"):
        _run(_paragraph(word, CENTER), line, 14, bold=True)
    for line in (*paper.bases, *paper.body):
        paragraph = _paragraph(word, JUSTIFY)
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph.paragraph_format.space_after = Pt(6)
        _run(paragraph, line, 14, bold=is_heading(line), italic=line in paper.bases)
    if paper.table:
        _table(word, paper)
    _paragraph(word, CENTER)
    _signature(word, paper)
    word.save(str(target))


def _head(word: WordDocument, paper: Paper) -> None:
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = Mm(68), Mm(94)
    lines = ((paper.parent, 12, False), (paper.issuer, 12, True), ("───────", 8, True), (paper.symbol, 13, False))
    for number, (text, size, bold) in enumerate(lines):
        paragraph = left.paragraphs[0] if number == 0 else left.add_paragraph()
        paragraph.alignment = CENTER
        _run(paragraph, text, size, bold=bold)
    lines = ((COUNTRY, 12, True), (MOTTO, 13, True), ("────────────────", 8, True), (paper.dated, 13, False))
    for number, (text, size, bold) in enumerate(lines):
        paragraph = right.paragraphs[0] if number == 0 else right.add_paragraph()
        paragraph.alignment = CENTER
        _run(paragraph, text, size, bold=bold, italic=not bold)


def _table(word: WordDocument, paper: Paper) -> None:
    table = word.add_table(rows=0, cols=len(paper.table[0]), style="Table Grid")
    for number, row in enumerate(paper.table):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _run(cell.paragraphs[0], text, 12, bold=number == 0)


def _signature(word: WordDocument, paper: Paper) -> None:
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    _run(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True)
    for line in paper.recipients:
        _run(left.add_paragraph(), f"- {line}", 11)
    right.paragraphs[0].alignment = CENTER
    _run(right.paragraphs[0], paper.post, 13, bold=True)
    for line in ("", "", "", paper.signer):
        paragraph = right.add_paragraph()
        paragraph.alignment = CENTER
        _run(paragraph, line, 14, bold=True)


def _paragraph(word: WordDocument, alignment: WD_ALIGN_PARAGRAPH) -> Paragraph:
    paragraph = word.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _run(paragraph: Paragraph, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold, run.font.italic = FONT, Pt(size), bold, italic


def write_xlsx(target: Path) -> None:
    """The table of how much of the year's money was paid out."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Giải ngân 2023"
    sheet.append(["SỞ GIÁO DỤC VÀ ĐÀO TẠO"])
    sheet.append(["BẢNG TỔNG HỢP GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2023"])
    sheet.append(["Đơn vị tính: triệu đồng"])
    sheet.append(["STT", "Nội dung", "Kế hoạch", "Giải ngân", "Tỷ lệ"])
    for number, (name, planned, paid) in enumerate(BUDGET, 1):
        sheet.append([number, name, planned, paid, paid / planned])
    planned, paid = sum(row[1] for row in BUDGET), sum(row[2] for row in BUDGET)
    sheet.append([None, "Cộng", planned, paid, paid / planned])
    thin = Side(style="thin")
    for number, row in enumerate(sheet.iter_rows(), 1):
        for cell in row:
            is_bold = number in (1, 2, 4, sheet.max_row)
            cell.font = Font(name=FONT, size=13, bold=is_bold, italic=number == 3)
            if number >= 4:
                cell.border = Border(top=thin, bottom=thin, left=thin, right=thin)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                cell.number_format = "0.0%" if cell.column == 5 else "#,##0"
    for column, width in zip("ABCDE", (7, 56, 14, 14, 10), strict=True):
        sheet.column_dimensions[column].width = width
    book.properties.created = MADE
    book.save(target)
