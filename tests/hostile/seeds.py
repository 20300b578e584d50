"""Small honest files of every kind that the reader knows; damage is done to them elsewhere."""

import io
import tempfile
import zipfile
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl
import pikepdf
from PIL import Image, ImageDraw
from pillow_heif import register_heif_opener
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.locked import lock_office, lock_pdf

TEXT = "UBND TỈNH HÒA BÌNH\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 67/KH-SGD&ĐT\nKẾ HOẠCH\nCải cách hành chính năm 2023\n"
PASSWORD = "mật khẩu"
RTF = rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Times New Roman;}}\f0 S\u7889? 67/KH {\b K\u7870?}\par}"
HTML = f"<html><head><title>Báo cáo</title></head><body><table><tr><td>{escape(TEXT)}</td></tr></table></body></html>"
PML = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
PML += ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
ODF += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
DATE_TAKEN, GPS = 36867, 34853  # of EXIF


class Seed(NamedTuple):
    name: str
    content: bytes


def seeds() -> list[Seed]:
    """The same each time, as far as the libraries that write them are."""
    plain = [
        Seed("văn bản.txt", TEXT.encode()),
        Seed("utf16.txt", TEXT.encode("utf-16")),
        Seed("cp1258.txt", "Kê hoạch nam 2023".encode("cp1258", "replace")),
        Seed("bảng.csv", "Tiêu chí,Minh chứng\n1.1,Quyết định\n".encode("utf-8-sig")),
        Seed("trang.html", HTML.encode()),
        Seed("giấy.rtf", RTF),
    ]
    made = [*_pdfs(), *_offices(), *_pictures(), Seed("thư.eml", _mail())]
    inner = _zipped([("Báo cáo quý I.txt", TEXT.encode()), ("1.2/quyết định.pdf", made[0].content)])
    archives = [Seed("bộ.zip", inner), Seed("lồng.zip", _zipped([("a/b.zip", inner), ("c.docx", made[4].content)]))]
    return [*plain, *made, *archives]


def _pdfs() -> list[Seed]:
    pages = io.BytesIO()
    canvas = Canvas(pages, invariant=True)
    for number in range(3):
        canvas.drawString(72, 720, f"So: {number + 1}/QD-SGD  Quyet dinh")
        canvas.showPage()
    canvas.save()
    scan = io.BytesIO()
    canvas = Canvas(scan, invariant=True)
    canvas.drawImage(ImageReader(_picture()), 40, 400, 400, 300)
    canvas.showPage()
    canvas.save()
    packed = io.BytesIO()
    with pikepdf.open(pages) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    with tempfile.TemporaryDirectory() as place:
        plain = Path(place) / "a.pdf"
        plain.write_bytes(pages.getvalue())
        locked = lock_pdf(plain, Path(place) / "b.pdf", PASSWORD).read_bytes()
    contents = (pages.getvalue(), scan.getvalue(), packed.getvalue(), locked)
    return [Seed(f"{name}.pdf", one) for name, one in zip(("chữ", "quét", "nén", "khóa"), contents, strict=True)]


def _offices() -> list[Seed]:
    word = docx.Document()
    for line in TEXT.splitlines():
        word.add_paragraph(line)
    word.add_table(2, 2).cell(0, 0).text = "Tiêu chí"
    sheet = openpyxl.Workbook()
    sheet.active.append(["Tiêu chí", "Số", 12.5])  # type: ignore[union-attr]
    word_file, sheet_file = io.BytesIO(), io.BytesIO()
    word.save(word_file)
    sheet.save(sheet_file)
    with tempfile.TemporaryDirectory() as place:
        locked = lock_office(word.save, Path(place) / "khóa.docx", PASSWORD).read_bytes()
    slides = _zipped(
        [
            (
                "[Content_Types].xml",
                b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.presentationml.'
                b'presentation.main+xml"/></Types>',
            ),
            ("ppt/presentation.xml", b"<p/>"),
            ("ppt/slides/slide1.xml", f"<p:sld {PML}><a:p><a:r><a:t>{escape(TEXT)}</a:t></a:r></a:p></p:sld>".encode()),
        ]
    )
    content = f"<office:document-content {ODF}><text:p>{escape(TEXT)}</text:p></office:document-content>".encode()
    open_text = _zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content)])
    return [
        Seed("tờ trình.docx", word_file.getvalue()),
        Seed("bảng.xlsx", sheet_file.getvalue()),
        Seed("trình chiếu.pptx", slides),
        Seed("mở.odt", open_text),
        Seed("khóa.docx", locked),
    ]


def _pictures() -> list[Seed]:
    register_heif_opener()
    picture = _picture()
    exif = Image.Exif()
    exif[274] = 6
    exif.get_ifd(34665)[DATE_TAKEN] = "2023:11:17 08:30:00"
    exif.get_ifd(GPS)[2] = (20.0, 49.0, 0.0)
    found: list[Seed] = []
    for suffix, options in (
        ("jpg", {"exif": exif}),
        ("png", {}),
        ("gif", {}),
        ("bmp", {}),
        ("webp", {}),
        ("tiff", {"save_all": True, "append_images": [picture.rotate(90, expand=True)], "compression": "tiff_lzw"}),
        ("heic", {"quality": 40}),
    ):
        buffer = io.BytesIO()
        picture.save(buffer, "HEIF" if suffix == "heic" else {"jpg": "JPEG"}.get(suffix, suffix.upper()), **options)
        found.append(Seed(f"ảnh.{suffix}", buffer.getvalue()))
    return found


def _picture() -> Image.Image:
    picture = Image.new("RGB", (420, 300), "white")
    draw = ImageDraw.Draw(picture)
    for line in range(6):
        draw.text((30, 30 + 40 * line), "QUYET DINH so 12/QD-SGD ngay 03 thang 02", fill="black")
    return picture


def _mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Báo cáo quý I", "a@hoabinh.edu.vn", "b@hoabinh.edu.vn"
    mail.set_content(TEXT)
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="đính kèm.pdf")
    return mail.as_bytes()


def _zipped(entries: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
