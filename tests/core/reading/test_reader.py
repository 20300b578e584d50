"""The reader as its callers know it: whatever the file, an answer with its reasons."""

import errno
import io
import struct
from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image

from core.errors import UserError
from core.reading import media
from core.reading.reader import Reader
from core.reading.reading import Reading
from core.reading.worker import Reason, Worker, WorkerError
from tests.core.reading.compound import compound
from tests.core.reading.letters import plan_page, signature_block, write_docx, write_pdf

PASSWORD = "mật khẩu"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture(scope="module")
def read(worker: Worker) -> "Read":
    return Read(worker)


class Read:
    def __init__(self, worker: Worker) -> None:
        self.reader = Reader(worker)

    def __call__(self, path: Path, data: bytes | None = None, name: str | None = None) -> Reading:
        if data is not None:
            path.write_bytes(data)
        return self.reader.read(path, name or path.name)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return write_pdf(tmp_path / "letter.pdf", [plan_page(), signature_block()])


def test_a_pdf_is_read_with_its_pages_and_description(read: Read, letter: Path) -> None:
    reading = read(letter)
    assert (reading.media_type, reading.pages, reading.text_source) == (media.PDF, 2, "ok")
    assert "Nâng cao trách nhiệm của người đứng đầu" in reading.text
    assert (reading.description.symbol, reading.problems) == ("12/KH-SGD&ĐT", ())


def with_widget(letter: Path, text: bytes, target: Path) -> Path:
    """A signature field whose appearance shows `text` over the place of the number, as signing services write it."""
    with pikepdf.open(letter) as pdf:
        appearance = pdf.make_stream(b"BT /F1 12 Tf 2 3 Td (" + text + b") Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        appearance.update(
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 40, 16],
                Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)),
            )
        )
        signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Name="Văn phòng Sở", M="D:20230105101010+07'00'")
        widget = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T="Number",
            F=4,
            Rect=[128, 729, 168, 745],
            V=pdf.make_indirect(signature),
            AP=pikepdf.Dictionary(N=appearance),
        )
        widget = pdf.make_indirect(widget)
        pdf.pages[0].Annots = pikepdf.Array([widget])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[widget], SigFlags=3)
        pdf.save(target)
    return target


def test_a_number_in_a_signature_field_is_read_and_the_signature_is_named(read: Read, tmp_path: Path) -> None:
    blank = write_pdf(tmp_path / "blank.pdf", [plan_page("Số:                 /KH-SGD&ĐT")])
    reading = read(with_widget(blank, b"984", tmp_path / "signed.pdf"))
    assert reading.description.symbol == "984/KH-SGD&ĐT"
    assert (reading.sources["number"].means, reading.sources["issuer"].means) == ("field", "text")
    assert [signature["name"] for signature in reading.signatures] == ["Văn phòng Sở"]


def test_what_a_signature_shows_on_a_scan_is_no_text_of_it(read: Read, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    Image.new("RGB", (595, 842), "white").save(scan)
    reading = read(with_widget(scan, b"05/01/2023", tmp_path / "signed.pdf"))
    assert (reading.text_source, reading.text, reading.description.issued_on) == ("none", "", None)
    assert len(reading.signatures) == 1


def test_an_encrypted_pdf_is_told(read: Read, letter: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(letter) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner=PASSWORD, user=PASSWORD))
    reading = read(locked)
    assert (reading.pages, reading.text_source, reading.problems) == (None, "failed", ("encrypted",))


def test_a_pdf_that_only_forbids_printing_is_read(read: Read, letter: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(letter) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert read(locked).description.number == "12"


def test_a_pdf_that_was_cut_is_repaired_or_damaged_and_never_whole(read: Read, letter: Path, tmp_path: Path) -> None:
    data = letter.read_bytes()
    for part in (0.01, 0.3, 0.6, 0.9, 0.99):
        reading = read(tmp_path / "cut.pdf", data[: int(len(data) * part)])
        assert set(reading.problems) & {"repaired", "damaged"}, part


def test_a_text_layer_of_noise_counts_as_none(read: Read, tmp_path: Path) -> None:
    noise = [(0.5, 60 + 18 * row, "CQNG HoAxA H()I CHiJ NGHiA DQc Iq,p- TV do H~nh phuc") for row in range(20)]
    reading = read(write_pdf(tmp_path / "a.pdf", [noise]))
    assert (reading.text_source, reading.text, reading.problems) == ("none", "", ("text_layer_broken",))


def test_a_word_file_is_read_in_the_order_of_its_lines(read: Read, tmp_path: Path) -> None:
    left, right = ["SỞ A", "Số: 1/KH-A"], ["CỘNG HÒA", "Độc lập"]
    reading = read(write_docx(tmp_path / "a.docx", left, right, ["Đoạn một", "Đoạn hai"], []))
    assert reading.text.strip() == "SỞ A\tCỘNG HÒA\nSố: 1/KH-A\tĐộc lập\nĐoạn một\nĐoạn hai"
    assert (reading.media_type, reading.text_source) == (media.DOCX, "ok")


def test_deleted_text_of_a_word_file_is_not_read(read: Read, tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Số: 12/KH-A")
    deleted = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}del", {})
    run = document.add_paragraph("cũ").runs[0]._r
    deleted.append(run)
    paragraph._p.append(deleted)
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text.strip() == "Số: 12/KH-A"


def test_a_spreadsheet_is_read_cell_by_cell(read: Read, tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["Tiêu chí", "Số", 12])  # type: ignore[union-attr]
    workbook.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert "Tiêu chí\tSố\t12" in reading.text
    assert reading.pages is None


def test_mail_is_read_with_the_names_of_what_is_attached(read: Read, tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Báo cáo quý I", "a@example.org"
    message.set_content("Kính gửi phòng")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Báo cáo.pdf")
    text = read(tmp_path / "a.eml", message.as_bytes()).text
    assert all(words in text for words in ("Báo cáo quý I", "Kính gửi phòng", "Báo cáo.pdf"))


def outlook(**streams: bytes) -> bytes:
    """A message as Outlook saves it, sent on 9 January 2023 at 1:30 UTC."""
    ticks = int((datetime(2023, 1, 9, 1, 30) - datetime(1601, 1, 1)).total_seconds()) * 10_000_000
    properties = bytes(32) + struct.pack("<IIQIIQ", 0x00390040, 6, ticks, 0x0E060040, 6, 0)
    texts = {"0037": "Báo cáo quý I", "0C1A": "Phòng TCCB", "5D01": "tccb@example.org", "0E04": "Văn phòng Sở"}
    parts = {f"__substg1.0_{number}001F": text.encode("utf-16-le") for number, text in texts.items()}
    attached = {"__attach_version1.0_#00000000/__substg1.0_3707001F": "Báo cáo.pdf".encode("utf-16-le")}
    return compound({"__properties_version1.0": properties, **parts, **attached, **streams})


def test_mail_of_outlook_is_read_as_other_mail(read: Read, tmp_path: Path) -> None:
    body = {"__substg1.0_1000001F": "Kính gửi Văn phòng,\r\nđề nghị tổng hợp.".encode("utf-16-le")}
    reading = read(tmp_path / "thư.msg", outlook(**body))
    assert reading.media_type == "application/vnd.ms-outlook"
    assert reading.problems == ()
    assert reading.text.splitlines() == [
        "From: Phòng TCCB <tccb@example.org>",
        "To: Văn phòng Sở",
        "Date: Mon, 09 Jan 2023 08:30:00 +0700",
        "Subject: Báo cáo quý I",
        "Kính gửi Văn phòng,",
        "đề nghị tổng hợp.",
        "Báo cáo.pdf",
    ]


def test_mail_of_outlook_in_html_or_damaged(read: Read, tmp_path: Path) -> None:
    page = "<html><body><p>Kính gửi</p><script>bad()</script></body></html>".encode()
    text = read(tmp_path / "a.msg", outlook(**{"__substg1.0_10130102": page})).text
    assert "Kính gửi" in text
    assert "bad()" not in text
    assert read(tmp_path / "b.msg", outlook()[:1500]).problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_plain_text_is_read_in_any_encoding(read: Read, tmp_path: Path, encoding: str) -> None:
    text = "Sô; Ngày; Trích yêu\n12; 05/01; Kê hoach"  # what all of these encodings can write in one way
    assert read(tmp_path / "a.csv", text.encode(encoding)).text == text


def test_rtf_is_read_with_its_escapes(read: Read, tmp_path: Path) -> None:
    data = rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}S\u7889?: 12\par Ng\'e0y {\b 5}\cell x\row}"
    assert read(tmp_path / "a.rtf", data).text.split() == ["Số:", "12", "Ngày", "5", "x"]


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.pdf", "empty"),
        (b"%PDF-1.7\nnothing more", "a.pdf", "damaged"),
        (b"PK\x03\x04 no archive", "a.docx", "damaged"),
        (b"\xff\xd8\xff\xe0 no picture", "a.jpg", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no storage", "a.doc", "damaged"),
        (b"MZ\x90\0", "a.exe", "not_supported"),
        (b"\0\1\2" * 99, "a.bin", "not_supported"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(read: Read, tmp_path: Path, data: bytes, name: str, problem: str) -> None:
    reading = read(tmp_path / name, data)
    assert (reading.text_source, reading.text) == ("failed", "")
    assert problem in reading.problems


def test_a_lying_extension_is_told_and_the_content_read(read: Read, letter: Path) -> None:
    reading = read(letter, name="letter.docx")
    assert (reading.media_type, reading.problems) == (media.PDF, ("extension_lies",))
    assert reading.description.number == "12"


def test_a_missing_file_is_no_matter_of_its_content(read: Read, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read(tmp_path / "none.pdf")
    assert caught.value.code == "file_missing"


@pytest.mark.parametrize("reason", ["timed_out", "crashed", "out_of_memory"])
def test_a_file_that_the_worker_does_not_survive_says_why(letter: Path, reason: Reason) -> None:
    class Failing(Worker):
        def run(self, function: Callable[..., object], *args: object, seconds: float = 60) -> object:  # type: ignore[override]
            if function is media.sniff:
                return function(*args)
            raise WorkerError(reason, f"{seconds}")

    reading = Reader(Failing()).read(letter, letter.name)
    assert (reading.media_type, reading.text_source, reading.problems) == (media.PDF, "failed", (reason,))


def test_a_page_that_eats_all_memory_costs_only_itself(letter: Path, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"0 0 m 9 9 l S\n" * 2_000_000)
        pdf.save(tmp_path / "bomb.pdf")
    worker = Worker(memory_mb=500)
    try:
        small = Reader(worker)
        assert set(small.read(tmp_path / "bomb.pdf", "bomb.pdf").problems) & {"out_of_memory", "crashed"}
        assert small.read(letter, letter.name).description.number == "12"
    finally:
        worker.close()


def picture(read: Read, path: Path, kind: str, page: int, width: int) -> Image.Image:
    target = path.with_name("picture.jpg")
    read.reader.picture(path, kind, page, width, target)
    return Image.open(io.BytesIO(target.read_bytes()))


def test_a_page_is_drawn_as_wide_as_asked(read: Read, letter: Path) -> None:
    drawn = picture(read, letter, media.PDF, 1, 400)
    assert drawn.width == 400
    assert abs(drawn.height - 400 * 842 / 595) < 2


def test_a_signature_is_drawn_with_its_page(read: Read, letter: Path, tmp_path: Path) -> None:
    plain = picture(read, letter, media.PDF, 0, 400).tobytes()
    assert picture(read, with_widget(letter, b"984", tmp_path / "signed.pdf"), media.PDF, 0, 400).tobytes() != plain


def test_an_endless_page_is_drawn_within_bounds(read: Read, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].MediaBox = [0, 0, 600, 200_000]
        pdf.save(tmp_path / "long.pdf")
    assert max(picture(read, tmp_path / "long.pdf", media.PDF, 0, 800).size) <= 10_000


@pytest.mark.parametrize(("orientation", "size"), [(1, (100, 50)), (6, (100, 200)), (8, (100, 200)), (99, (100, 50))])
def test_photos_are_drawn_upright(read: Read, tmp_path: Path, orientation: int, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", (800, 400), "red").save(tmp_path / "a.jpg", exif=exif)
    assert picture(read, tmp_path / "a.jpg", media.JPEG, 0, 100).size == size


def test_a_photo_cut_short_is_drawn_as_far_as_it_goes_and_told(read: Read, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((600, 600), 90).save(buffer, "JPEG")
    path = tmp_path / "a.jpg"
    reading = read(path, buffer.getvalue()[: buffer.tell() * 7 // 10])
    assert (reading.pages, reading.text_source, reading.problems) == (1, "none", ("damaged",))
    assert picture(read, path, media.JPEG, 0, 100).size == (100, 100)


@pytest.mark.parametrize(
    ("name", "kind", "page", "reason"),
    [
        ("letter.pdf", media.PDF, 9, "page_unknown"),
        ("letter.pdf", media.JPEG, 0, "damaged"),
        ("letter.pdf", media.DOCX, 0, "not_supported"),
    ],
)
def test_what_has_no_picture_says_why(read: Read, letter: Path, name: str, kind: str, page: int, reason: str) -> None:
    target = letter.with_name("picture.jpg")
    with pytest.raises(UserError) as caught:
        read.reader.picture(letter.with_name(name), kind, page, 100, target)
    assert (caught.value.code, caught.value.facts["reason"]) == ("no_preview", reason)
    assert not target.exists()


@pytest.mark.parametrize(("error", "reason"), [(errno.ENOSPC, "disk_full"), (errno.EROFS, "store_unwritable")])
def test_a_picture_that_cannot_be_kept_is_no_damaged_file(
    read: Read, letter: Path, monkeypatch: pytest.MonkeyPatch, error: int, reason: str
) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(error, "")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(UserError) as caught:
        read.reader.picture(letter, media.PDF, 0, 100, letter.with_name("picture.jpg"))
    assert (caught.value.code, caught.value.facts["reason"]) == ("no_preview", reason)
    assert [one.name for one in letter.parent.iterdir()] == [letter.name]
