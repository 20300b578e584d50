"""Sample documents as PDF, in the layout of Nghị định 30/2020/NĐ-CP, Appendix I."""

# ReportLab has few types
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

import math
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from core.demo.papers import Paper, is_heading
from core.dossier.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, register, width

BODY = ParagraphStyle(
    "body", fontName=REGULAR, fontSize=13, leading=17, alignment=TA_JUSTIFY, firstLineIndent=12.7 * mm, spaceAfter=6
)
HEADING = ParagraphStyle("heading", BODY, fontName=BOLD)
BASIS = ParagraphStyle("basis", BODY, fontName=ITALIC)
TITLE = ParagraphStyle(
    "title",
    BODY,
    fontName=BOLD,
    alignment=TA_CENTER,
    firstLineIndent=0,
    leftIndent=15 * mm,
    rightIndent=15 * mm,
    spaceAfter=0,
    keepWithNext=1,
)
CELL = ParagraphStyle("cell", BODY, fontSize=12, leading=14, firstLineIndent=0, spaceAfter=0, alignment=TA_CENTER)
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SAMPLE = "Văn bản mẫu do chương trình Minh Chứng tạo ra, không có giá trị pháp lý"
SEAL, INK = HexColor("#d0202e"), HexColor("#1d3f9c")


class Head(Flowable):
    """Issuer and country side by side with their rules, number and date below them."""

    LEFT, RIGHT = 0.21, 0.72  # the middles of the two columns, in widths of the page's text

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        self.width, self.height = aW, 92
        return self.width, self.height

    def draw(self) -> None:
        canvas, paper = self.canv, self._paper
        left, right = self.width * self.LEFT, self.width * self.RIGHT
        canvas.setFont(REGULAR, 12)
        canvas.drawCentredString(left, self.height - 12, paper.parent)
        canvas.setFont(BOLD, 12)
        issuer = self.height - (28 if paper.parent else 12)
        canvas.drawCentredString(left, issuer, paper.issuer)
        _rule(canvas, left, issuer - 5, width(paper.issuer, BOLD, 12) * 0.4)
        canvas.drawCentredString(right, self.height - 12, COUNTRY)
        canvas.setFont(BOLD, 13)
        canvas.drawCentredString(right, self.height - 28, MOTTO)
        _rule(canvas, right, self.height - 33, width(MOTTO, BOLD, 13))
        canvas.setFont(REGULAR, 13)
        canvas.drawCentredString(left, self.height - 58, paper.symbol)
        if not paper.type:
            canvas.setFont(REGULAR, 12)
            for number, line in enumerate(_letter_subject(paper)):
                canvas.drawCentredString(left, self.height - 74 - 14 * number, line)
        canvas.setFont(ITALIC, 13)
        canvas.drawCentredString(right, self.height - 58, paper.dated)


class Signature(Flowable):
    """Recipients on the left; post, seal and name on the right."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        self.width, self.height = aW, 150
        return self.width, self.height

    def draw(self) -> None:
        canvas, paper = self.canv, self._paper
        middle = self.width * 0.75
        posts = [line for line in (paper.authority, paper.post) if line]
        canvas.setFont(BOLD, 13)
        for number, line in enumerate(posts):
            canvas.drawCentredString(middle, self.height - 14 - 16 * number, line)
        canvas.setFont(BOLD, 14)
        canvas.drawCentredString(middle, 10, paper.signer)
        _sign(canvas, middle, 62)
        canvas.setFillColor(black)
        canvas.setFont(BOLD_ITALIC, 12)
        canvas.drawString(0, self.height - 14, "Nơi nhận:")
        canvas.setFont(REGULAR, 11)
        for number, line in enumerate(paper.recipients):
            canvas.drawString(0, self.height - 29 - 13 * number, f"- {line}")


def write_pdf(paper: Paper, target: Path) -> None:
    register()
    document = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=18 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        title=paper.subject,
        author=paper.issuer,
        invariant=1,
    )
    story: list[Flowable] = [Head(paper), Spacer(0, 8 * mm), *_titles(paper)]
    story += [Paragraph(escape(line), BASIS) for line in paper.bases]
    *body, last = (_line(line) for line in paper.body)
    table = [_table(paper)] if paper.table else []
    # A signature never stands on a page by itself.
    story += [*body, KeepTogether([last, *table, Spacer(0, 6 * mm), Signature(paper)])]
    if paper.annex:
        story += [
            PageBreak(),
            Paragraph(escape(paper.annex_title), TITLE),
            Paragraph(escape(paper.annex_subject), TITLE),
        ]
        story += [Paragraph(f"(Kèm theo Quyết định {escape(paper.symbol)})", BASIS), Spacer(0, 4 * mm)]
        story += [_line(line) for line in paper.annex]
    document.build(story, onFirstPage=_foot, onLaterPages=_number)


def _titles(paper: Paper) -> list[Flowable]:
    if not paper.type:
        address = Paragraph(f"Kính gửi: {escape(paper.addressee)}.", TITLE.clone("address", fontName=REGULAR))
        return [Spacer(0, 6 * mm), address, Spacer(0, 5 * mm)]
    titles: list[Flowable] = [Paragraph(escape(line), TITLE) for line in (paper.type, paper.subject)]
    titles += [Rule(), Spacer(0, 4 * mm)]
    if paper.head:
        titles += [Paragraph(escape(paper.head), TITLE), Spacer(0, 4 * mm)]
    return titles


class Rule(Flowable):
    """The short line under a title."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        self.width = aW
        return aW, 6

    def draw(self) -> None:
        _rule(self.canv, self.width / 2, 2, 60)


def _line(line: str) -> Flowable:
    if line.isupper() and line.endswith(":"):
        return Paragraph(escape(line), TITLE.clone("order", spaceAfter=6))
    return Paragraph(escape(line), HEADING if is_heading(line) else BODY)


def _table(paper: Paper) -> Table:
    cells = [[Paragraph(escape(cell), CELL) for cell in row] for row in paper.table]
    return Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])


def _letter_subject(paper: Paper) -> list[str]:
    """ "V/v …" in lines that fit under the number."""
    lines = [""]
    for word in f"V/v {paper.subject}".split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, REGULAR, 12) > 170:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _rule(canvas: Canvas, middle: float, y: float, length: float) -> None:
    canvas.setLineWidth(0.7)
    canvas.line(middle - length / 2, y, middle + length / 2, y)


def _sign(canvas: Canvas, x: float, y: float) -> None:
    """A red seal without words, and a stroke of the pen across it."""
    canvas.saveState()
    canvas.setStrokeColor(SEAL)
    canvas.setFillColor(SEAL)
    canvas.setLineWidth(1.6)
    canvas.circle(x - 34, y, 36)
    canvas.setLineWidth(0.6)
    canvas.circle(x - 34, y, 31)
    star = canvas.beginPath()
    for point in range(10):
        radius, angle = (14 if point % 2 == 0 else 5.4), math.pi / 2 + point * math.pi / 5
        corner = (x - 34 + radius * math.cos(angle), y + radius * math.sin(angle))
        (star.lineTo if point else star.moveTo)(*corner)
    star.close()
    canvas.drawPath(star, stroke=0, fill=1)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.3)
    pen = canvas.beginPath()
    pen.moveTo(x - 30, y - 14)
    pen.curveTo(x - 12, y + 34, x - 6, y + 20, x - 10, y - 8)
    pen.curveTo(x - 12, y - 22, x + 6, y + 26, x + 12, y + 2)
    pen.curveTo(x + 16, y - 12, x + 26, y + 16, x + 58, y + 6)
    canvas.drawPath(pen)
    canvas.restoreState()


def _foot(canvas: Canvas, _document: Any) -> None:
    canvas.setFont(ITALIC, 8)
    canvas.setFillGray(0.45)
    canvas.drawCentredString(A4[0] / 2, 9 * mm, SAMPLE)
    canvas.setFillGray(0)


def _number(canvas: Canvas, document: Any) -> None:
    _foot(canvas, document)
    canvas.setFont(REGULAR, 13)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(canvas.getPageNumber()))
