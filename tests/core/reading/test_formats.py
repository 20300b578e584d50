"""Formats that no library here writes: their files are put together by hand."""

import struct
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from core.reading import contents, media, sheets
from core.reading.contents import read_file
from core.reading.letterhead import describe
from core.reading.ole import document_contents, pieces
from core.reading.reading import Reading
from tests.core.reading.letters import CITED, COUNTRY, MOTTO

ODF = 'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b" xmlns:meta="urn:m" xmlns:manifest="urn:f"'
PML = 'xmlns:p="urn:p" xmlns:a="urn:a"'


def package(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return path


def read(path: Path, kind: str) -> Reading:
    assert media.sniff(path, path.name) == kind
    return read_file(path, path.name, kind)


def test_an_open_document_is_read_with_its_tables(tmp_path: Path) -> None:
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("SỞ Y TẾ", COUNTRY))
    row = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    body = f"{row}<text:p>Số: 5/KH-SYT<text:tab/>Hà Nội, ngày <text:span>6</text:span> tháng 7 năm 2023</text:p>"
    path = package(
        tmp_path / "a.odt",
        mimetype=media.ODT,
        content_xml=f"<office:document {ODF}><office:body>{body}</office:body></office:document>",
        meta_xml=f'<office:document {ODF}><meta:document-statistic meta:page-count="3"/></office:document>',
    )
    reading = read(path, media.ODT)
    assert reading.text == f"SỞ Y TẾ\t{COUNTRY}\nSố: 5/KH-SYT\tHà Nội, ngày 6 tháng 7 năm 2023"
    assert reading.pages == 3
    assert (reading.description.symbol, reading.description.issued_on) == ("5/KH-SYT", date(2023, 7, 6))


@pytest.mark.parametrize("kind", [media.TEXT, media.XLSX])
def test_of_a_text_without_end_the_beginning_is_read(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (contents, sheets):
        monkeypatch.setattr(module, "MOST_CHARACTERS", 1000)
    path = tmp_path / "a"
    if kind == media.TEXT:
        path.write_text("Sở Y tế\n" * 1000, "utf-8")
    else:
        book = openpyxl.Workbook()
        for _ in range(1000):
            book.active.append(["Sở Y tế"])
        book.save(path)
    reading = read_file(path, path.name, kind)
    assert (len(reading.text), reading.problems) == (1000, ("cut_short",))


def test_an_encrypted_open_document_is_told(tmp_path: Path) -> None:
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    manifest = f"<manifest:manifest {ODF}>{entry}</manifest:manifest>"
    path = package(tmp_path / "a.odt", mimetype=media.ODT, **{"META-INF__manifest_xml": manifest}, content_xml="\1\2")
    assert read(path, media.ODT).problems == ("encrypted",)


def test_slides_are_read_in_their_order(tmp_path: Path) -> None:
    def slide(text: str) -> str:
        return f"<p:sld {PML}><a:p><a:r><a:t>{text}</a:t></a:r><a:r><a:t> năm 2023</a:t></a:r></a:p></p:sld>"

    main = f'<Types><Override ContentType="{media.PPTX}.main+xml"/></Types>'
    parts = {f"ppt__slides__slide{number}_xml": slide(f"Trang {number}") for number in (10, 2, 1)}
    path = package(tmp_path / "a.pptx", **{"[Content_Types]_xml": main}, ppt__presentation_xml="<p/>", **parts)
    reading = read(path, media.PPTX)
    assert (reading.pages, reading.text) == (3, "Trang 1 năm 2023\fTrang 2 năm 2023\fTrang 10 năm 2023")


def test_entities_of_xml_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật")
    content = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><o {ODF}><text:p>a&e;b</text:p></o>'
    assert "mật" not in read(package(tmp_path / "a.odt", mimetype=media.ODT, content_xml=content), media.ODT).text


def test_a_web_page_named_doc_is_read_with_its_table(tmp_path: Path) -> None:
    table = f"<table><tr><td>SỞ Y TẾ</td><td>{COUNTRY}</td></tr><tr><td>Số: 5/KH-SYT</td><td>{MOTTO}</td></tr></table>"
    path = tmp_path / "a.doc"
    path.write_text(f"<html><head><title>x</title></head><body>{table}<p>{CITED}</p><script>y</script></body></html>")
    reading = read(path, media.HTML)
    assert reading.text.splitlines()[:2] == [f"SỞ Y TẾ\t{COUNTRY}", f"Số: 5/KH-SYT\t{MOTTO}"]
    assert (reading.description.symbol, reading.problems) == ("5/KH-SYT", ("extension_lies",))


def word_97(parts: list[tuple[str, str]]) -> tuple[bytes, bytes]:
    """The streams of a Word 97 file whose text lies in pieces, each in the encoding that is named."""
    stream = bytearray(0x400)
    starts, places = [0], []
    for text, encoding in parts:
        where = len(stream) * 2 | 0x40000000 if encoding == "cp1252" else len(stream)
        stream += text.encode(encoding)
        starts.append(starts[-1] + len(text))
        places.append(struct.pack("<HIH", 0, where, 0))
    plc = struct.pack(f"<{len(starts)}I", *starts) + b"".join(places)
    clx = b"\x01\x02\x00xx" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<I", stream, 0x4C, starts[-1])
    struct.pack_into("<II", stream, 0x01A2, 7, len(clx))
    return bytes(stream), b"\0" * 7 + clx


def test_the_text_of_an_old_word_file_is_put_together_from_its_pieces() -> None:
    parts = [("Plain ", "cp1252"), ("Kế hoạch ", "utf-16-le"), ("r\xf4", "cp1252")]
    assert pieces(*word_97(parts)) == "Plain Kế hoạch rô"


def test_the_tables_of_an_old_word_file_stand_side_by_side() -> None:
    head = f"UBND TỈNH A\rSỞ Y TẾ\x07{COUNTRY}\r{MOTTO}\x07\x07Số: 5/KH-SYT\x07Hà Nội, ngày 6 tháng 7 năm 2023\x07\x07"
    body = f"KẾ HOẠCH\rPhòng dịch\r{CITED}\r\x13HYPERLINK x\x14Xem ở đây\x15\r"
    end = "Nơi nhận:\r- Lưu: VT.\x07GIÁM ĐỐC\r\r\rNguyễn Văn An\x07\x07"
    contents = document_contents(head + body + end, 2, macros=True)
    description = describe(contents.lines, contents.text).description
    assert (description.symbol, description.issuer, description.parent_issuer) == (
        "5/KH-SYT",
        "Sở Y tế tỉnh A",
        "UBND tỉnh A",
    )
    assert (description.subject, description.signer) == ("Phòng dịch", "Nguyễn Văn An")
    assert "Xem ở đây" in contents.text
    assert "HYPERLINK" not in contents.text
    assert (contents.pages, contents.problems) == (2, ["has_macros"])


@pytest.mark.parametrize("version", [b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0"])
def test_a_sheet_from_before_1995_is_called_too_old_and_not_damaged(tmp_path: Path, version: bytes) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(version + bytes(12) + b"\x0a\0\0\0")
    assert read(path, media.XLS).problems == ("format_too_old",)
