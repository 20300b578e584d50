"""A letter for Word in the layout of an administrative document (Nghị định 30/2020/NĐ-CP, Appendix I)."""

# python-docx hands out its XML without types:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportPrivateUsage=false

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from core.dossier.fonts import BOLD, printable, register, width
from core.reports.letter import Letter

FONT = "Times New Roman"
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
ROOM = 165  # mm between the margins
LEFT_COLUMN = 69
CELL_MARGIN = 3.8  # both sides, as Word sets it


def write_docx(letter: Letter, target: Path) -> None:
    """Raises UserError("font_missing"): the lengths of the rules are measured."""
    register()
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    word.core_properties.title, word.core_properties.author = letter.file, letter.organisation
    _head(word, letter)
    _add(word.add_paragraph(), letter.title, 14, bold=True).paragraph_format.space_before = Pt(14)
    _ruled(_add(word.add_paragraph(), letter.subject, 13, bold=True), 60, ROOM)
    if letter.to:
        _add(word.add_paragraph(), letter.to, 14).paragraph_format.space_before = Pt(10)
    if letter.people:
        _add(word.add_paragraph(), letter.people, 13, italic=True)
    _body(word, letter.body).paragraph_format.space_before = Pt(10)
    _table(word, letter)
    for place, words in enumerate(letter.closing):
        paragraph = _body(word, words)
        paragraph.paragraph_format.keep_with_next = True
        if place == 0:
            paragraph.paragraph_format.space_before = Pt(8)
    _signature(word, letter)
    word.save(str(target))


def _head(word: WordDocument, letter: Letter) -> None:
    left, right = _columns(word, LEFT_COLUMN)
    issuer = left.paragraphs[0]
    if letter.parent:
        _add(issuer, letter.parent, 12)
        issuer = left.add_paragraph()
    _ruled(_add(issuer, letter.organisation, 12, bold=True), _wide(letter.organisation, 12) * 0.4, LEFT_COLUMN)
    _add(left.add_paragraph(), letter.number, 13).paragraph_format.space_before = Pt(4)
    _add(right.paragraphs[0], letter.nation, 12, bold=True)
    _ruled(_add(right.add_paragraph(), letter.motto, 13, bold=True), _wide(letter.motto, 13), ROOM - LEFT_COLUMN)
    _add(right.add_paragraph(), letter.dated, 13, italic=True).paragraph_format.space_before = Pt(4)


def _columns(word: WordDocument, left: float) -> tuple[_Cell, _Cell]:
    """Two cells without borders, `left` mm and the rest wide."""
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    cells = table.rows[0].cells
    for column, room in zip(table.columns, (left, ROOM - left), strict=True):
        column.width = Mm(room)
    cells[0].width, cells[1].width = Mm(left), Mm(ROOM - left)
    _unbroken(table.rows[0])
    return cells[0], cells[1]


def _table(word: WordDocument, letter: Letter) -> None:
    table = word.add_table(rows=len(letter.table), cols=len(letter.widths), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _widen(table, [Mm(part * ROOM) for part in letter.widths])
    for number, (row, texts) in enumerate(zip(table.rows, letter.table, strict=True)):
        _unbroken(row)
        for column, (cell, words) in enumerate(zip(row.cells, texts, strict=True)):
            align = CENTER if number == 0 or column in letter.middle else WD_ALIGN_PARAGRAPH.LEFT
            _add(cell.paragraphs[0], words, 12, bold=number == 0).alignment = align
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _widen(table: Table, widths: list[Length]) -> None:
    for column, room in zip(table.columns, widths, strict=True):
        column.width = room
        for cell in column.cells:
            cell.width = room


def _unbroken(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _signature(word: WordDocument, letter: Letter) -> None:
    left, right = _columns(word, ROOM / 2)
    first, *others = letter.recipients
    _add(left.paragraphs[0], first, 12, bold=True, italic=True).alignment = WD_ALIGN_PARAGRAPH.LEFT
    for words in others:
        _add(left.add_paragraph(), words, 11).alignment = WD_ALIGN_PARAGRAPH.LEFT
    _add(right.paragraphs[0], letter.post, 13, bold=True)
    _add(right.add_paragraph(), letter.signer, 14, bold=True).paragraph_format.space_before = Mm(28)


def _body(word: WordDocument, words: str) -> Paragraph:
    paragraph = _add(word.add_paragraph(), words, 13)
    paragraph.alignment = JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.line_spacing = 1.15
    return paragraph


def _add(paragraph: Paragraph, text: str, size: float, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Centred, without space around it."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold, run.font.italic = FONT, Pt(size), bold, italic
    paragraph.alignment = CENTER
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _wide(words: str, size: float) -> float:
    return width(printable(words), BOLD, size)


def _ruled(paragraph: Paragraph, length: float, room: float) -> None:
    """A rule of `length` points in the middle of `room` mm below a paragraph: the border of an empty one, indented."""
    element = OxmlElement("w:p")
    paragraph._p.addnext(element)
    rule = _add(Paragraph(element, paragraph._parent), "", 4)
    free = max(0.0, Mm(room - CELL_MARGIN).pt - length) / 2
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = Pt(free)
    rule.paragraph_format.line_spacing = Pt(4)
    border = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(border)
    rule._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTER
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.name, run.font.size = FONT, Pt(13)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)
