import io
import struct
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image

from core.reading import media
from core.reading.media import extension_lies, sniff


def docx_bytes() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def xlsx_bytes() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def zip_bytes(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def image_bytes(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, kind)
    return buffer.getvalue()


KINDS = [
    (b"%PDF-1.7\n", "a.pdf", media.PDF),
    (b"junk before " * 20 + b"%PDF-1.4\n", "a.pdf", media.PDF),
    (docx_bytes(), "a.docx", media.DOCX),
    (xlsx_bytes(), "a.xlsx", media.XLSX),
    (zip_bytes(mimetype=media.ODT), "a.odt", media.ODT),
    (zip_bytes(readme="x"), "a.zip", media.ZIP),
    (image_bytes("JPEG"), "a.jpg", media.JPEG),
    (image_bytes("PNG"), "a.png", media.PNG),
    (image_bytes("TIFF"), "a.tif", media.TIFF),
    (image_bytes("BMP"), "a.bmp", media.BMP),
    (image_bytes("WEBP"), "a.webp", media.WEBP),
    (struct.pack(">I", 24) + b"ftypheic", "a.heic", media.HEIC),
    (b"{\\rtf1\\ansi Xin ch\\'e0o}", "a.rtf", media.RTF),
    ("Kính gửi các phòng".encode(), "a.txt", media.TEXT),
    ("Kính gửi".encode("utf-16"), "a.txt", media.TEXT),
    ("số;ngày".encode(), "a.csv", media.CSV),
    (b"Received: from a by b\nSubject: x\n\n", "a.eml", media.EMAIL),
    (b"<!DOCTYPE html><html></html>", "a.htm", media.HTML),
    (b"", "a.docx", media.EMPTY),
]


@pytest.mark.parametrize(("data", "name", "kind"), KINDS, ids=[f"{name} {kind}" for _, name, kind in KINDS])
def test_the_bytes_tell_what_a_file_is(tmp_path: Path, data: bytes, name: str, kind: str) -> None:
    path = tmp_path / "stored"
    path.write_bytes(data)
    assert sniff(path, name) == kind
    assert not extension_lies(kind, name)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "report.docx", media.PDF),
        (b"MZ\x90\0", "report.pdf", media.PROGRAM),
        (docx_bytes(), "photo.jpg", media.DOCX),
        (b"\0\1\2\3" * 50, "report.doc", media.BINARY),
    ],
)
def test_an_extension_that_lies_is_seen(tmp_path: Path, data: bytes, name: str, kind: str) -> None:
    path = tmp_path / "stored"
    path.write_bytes(data)
    assert sniff(path, name) == kind
    assert extension_lies(kind, name)


def test_people_name_newer_word_files_doc_and_that_is_no_lie() -> None:
    assert not extension_lies(media.DOCX, "Báo cáo.DOC")
    assert not extension_lies(media.RTF, "Báo cáo.doc")


def test_a_damaged_office_file_is_what_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "stored"
    path.write_bytes(docx_bytes()[:2000])
    assert sniff(path, "a.docx") == media.DOCX
    assert sniff(path, "a.zip") == media.ZIP
