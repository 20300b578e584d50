"""Makes letters as offices write them, for the tests of reading."""

from pathlib import Path

from docx import Document
from docx.shared import Cm
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.dossier import fonts

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CITED = "Căn cứ Kế hoạch số 67/KH-SGD&ĐT ngày 10 tháng 3 năm 2022 của Sở Giáo dục và Đào tạo Hòa Bình;"
BODY = [
    CITED,
    "Sở Giáo dục và Đào tạo Hòa Bình ban hành kế hoạch cải thiện chỉ số cải cách hành chính năm 2023 như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Nâng cao trách nhiệm của người đứng đầu các cơ quan, đơn vị trong việc cải cách hành chính.",
    "Kế hoạch này có hiệu lực kể từ ngày ký.",
]
WIDTH, HEIGHT = A4

Placed = tuple[float, float, str]  # middle as a part of the width, top in points, text


def write_pdf(path: Path, pages: list[list[Placed]], rotation: int = 0) -> Path:
    """Pages that show upright; stored turned, as many scanners do, where `rotation` says how they are to be shown."""
    fonts.register()
    canvas = Canvas(str(path), pagesize=A4)
    width, height = (HEIGHT, WIDTH) if rotation in (90, 270) else (WIDTH, HEIGHT)
    for page in pages:
        canvas.setPageRotation(rotation)
        canvas.translate(*{0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[rotation])
        canvas.rotate(rotation)
        canvas.setFont(fonts.REGULAR, 12)
        for middle, top, text in page:
            canvas.drawCentredString(middle * width, height - top, text)
        canvas.showPage()
    canvas.save()
    return path


def plan_page(number: str = "Số: 12/KH-SGD&ĐT", dated: str = "Hòa Bình, ngày 05 tháng 01 năm 2023") -> list[Placed]:
    head = [
        (0.28, 60, "UBND TỈNH HÒA BÌNH"),
        (0.7, 60, COUNTRY),
        (0.28, 76, "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        (0.7, 76, MOTTO),
        (0.28, 110, number),
        (0.7, 110, dated),
        (0.5, 150, "KẾ HOẠCH"),
        (0.5, 168, "Cải thiện chỉ số cải cách hành chính (PAR Index)"),
        (0.5, 184, "của Sở Giáo dục và Đào tạo năm 2023"),
    ]
    return head + [(0.5, 230 + 18 * row, text) for row, text in enumerate(BODY)]


def signature_block(top: float = 600) -> list[Placed]:
    return [
        (0.2, top, "Nơi nhận:"),
        (0.7, top - 4, "KT. GIÁM ĐỐC"),
        (0.2, top + 14, "- Như Điều 3;"),
        (0.7, top + 12, "PHÓ GIÁM ĐỐC"),
        (0.2, top + 28, "- Lưu: VT, VP."),
        (0.7, top + 90, "TS. Đinh Thị Hường"),
    ]


def write_docx(path: Path, left: list[str], right: list[str], paragraphs: list[str], end: list[list[str]]) -> Path:
    document = Document()
    _table(document, [left, right])
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if end:
        _table(document, end)
    document.save(str(path))
    return path


def _table(document: object, cells: list[list[str]]) -> None:
    table = document.add_table(rows=1, cols=len(cells))  # type: ignore[attr-defined]
    for cell, lines in zip(table.rows[0].cells, cells, strict=True):
        cell.width = Cm(8)
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
