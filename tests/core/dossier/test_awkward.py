"""Documents as they really come: a dossier takes each in, or says why not."""

import errno
import io
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from core.dossier.binder import bind
from core.dossier.options import Options
from core.dossier.pages import make_ready
from core.dossier.printer import DossierPrinter
from core.errors import UserError
from core.progress import Cancelled, Progress
from core.reading.worker import Worker, WorkerError
from tests.core.dossier.conftest import Print
from tests.core.dossier.making import ON, Bench, Read, changed, pdf, photo

T = TypeVar("T")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DIGESTS = "ma-bam-sha256.txt"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"


def encrypted() -> bytes:
    return changed(pdf("secret"), lambda _: None, encryption=pikepdf.Encryption(owner="chủ", user="mật khẩu"))


def without_pages() -> bytes:
    def empty(document: pikepdf.Pdf) -> None:
        del document.pages[0]

    return changed(pdf("gone"), empty)


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (encrypted(), "application/pdf", "encrypted"),
        (b"%PDF-1.7\nnothing more", "application/pdf", "damaged"),
        (without_pages(), "application/pdf", "empty"),
        (photo()[:300], "image/jpeg", "damaged"),
    ],
)
def test_what_cannot_be_opened_is_listed_with_its_reason(
    bench: Bench, print_dossier: Print, content: bytes, media_type: str, reason: str
) -> None:
    bench.add(content, "hỏng.pdf", ["1.2"], media_type=media_type)
    bench.add(pdf("whole"), "tốt.pdf", ["1.2"])
    printed, read = print_dossier()
    assert [(one.document_id, one.name, one.reason) for one in printed.omitted] == [
        ("document-001", "hỏng.pdf", reason)
    ]
    listed = read.text(read.find("DANH MỤC TÀI LIỆU KHÔNG ĐƯA ĐẦY ĐỦ")[1])
    slip = read.find("TÀI LIỆU KHÔNG IN THÀNH TRANG")[0]
    assert "1.2-01" in listed
    assert str(slip) in listed.split()
    assert f"1.2-01 Trang hồ sơ {slip}" in read.text(slip)
    assert read.find("whole")


def test_an_original_that_is_gone_is_listed(bench: Bench, print_dossier: Print) -> None:
    bench.add(pdf("gone"), "mất.pdf", ["1.2"])
    bench.original(bench.documents["document-001"].sha256).unlink()
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["missing_original"]
    assert "Không tìm thấy bản gốc" in read.text(read.find("TÀI LIỆU KHÔNG IN THÀNH TRANG")[0])
    assert list(read.pdf.attachments) == [DIGESTS]


def test_an_office_file_stands_on_a_slip_with_its_original_attached(bench: Bench, print_dossier: Print) -> None:
    bench.add(b"PK office bytes", "Báo cáo quý I.docx", ["1.2"], media_type=DOCX)
    printed, read = print_dossier()
    assert printed.omitted == ()
    slip = read.find("TÀI LIỆU KHÔNG IN THÀNH TRANG")[0]
    assert "1.2-01 Báo cáo quý I.docx" in read.text(slip)
    assert read.pdf.attachments["1.2-01 Báo cáo quý I.docx"].get_file().read_bytes() == b"PK office bytes"
    notes = [note for note in read.pdf.pages[slip - 1].Annots if note.Subtype == "/FileAttachment"]
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("name", "media_type", "problems"),
    [
        ("quyết định.pdf.exe", "application/vnd.microsoft.portable-executable", ()),
        ("macro.docm", DOCM, ()),
        ("macro.doc", "application/msword", ("has_macros",)),
        ("nén.zip", "application/zip", ()),
    ],
)
def test_what_may_hold_a_program_is_never_attached(
    bench: Bench, print_dossier: Print, name: str, media_type: str, problems: tuple[str, ...]
) -> None:
    bench.add(b"MZ program", name, ["1.2"], media_type=media_type, problems=problems)
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["unsafe"]
    assert list(read.pdf.attachments) == [DIGESTS]
    assert b"MZ program" not in Path(printed.files[0].path).read_bytes()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_stamp_stands_upright_at_the_foot_of_a_turned_page(bench: Bench, print_dossier: Print, rotate: int) -> None:
    bench.add(pdf("turned", rotate=rotate), "xoay.pdf", ["1.2"])
    _, read = print_dossier()
    number = read.find("turned")[0]
    page = pypdfium2.PdfDocument(read.pdf.filename)[number - 1]
    width, height = page.get_size()
    assert (width > height) == (rotate in (90, 270))
    picture = page.render(scale=1).to_pil().convert("L")
    corner = picture.crop((int(width) - 160, int(height) - 35, int(width) - 15, int(height) - 15))
    assert sum(value < 128 for value in corner.tobytes()) > 100  # ink, right at the foot as it is read
    assert sum(value < 128 for value in picture.crop((0, 0, int(width), 60)).tobytes()) == 0
    text = page.get_textpage()
    start = text.get_text_range().index("Trang hồ sơ")
    left, right = text.get_charbox(start), text.get_charbox(start + 10)
    if rotate == 0:
        assert left[0] < right[0]
    if rotate == 90:  # as stored, it runs upwards
        assert left[1] < right[1]
    if rotate == 180:
        assert left[0] > right[0]
    if rotate == 270:
        assert left[1] > right[1]


@pytest.mark.parametrize("size", [(120, 90), (595, 842), (842, 1191)])
def test_the_stamp_fits_pages_of_every_size(bench: Bench, print_dossier: Print, size: tuple[int, int]) -> None:
    bench.add(pdf("x", size=size), "cỡ.pdf", ["1.2"])
    _, read = print_dossier()
    number = read.find("1.2-01 Trang hồ sơ")[0]
    assert read.sizes[number - 1] == pytest.approx(size, abs=1)
    assert f"Trang hồ sơ {number}" in read.text(number)
    (note,) = read.pdf.pages[number - 1].Annots
    left, bottom, right, top = (float(edge) for edge in note.Rect)
    assert 0 <= left < right <= size[0]
    assert 0 <= bottom < top <= size[1]


def test_a_page_beyond_all_sizes_is_fitted_onto_a4(bench: Bench, print_dossier: Print) -> None:
    def grow(document: pikepdf.Pdf) -> None:
        document.pages[0].MediaBox = Array([0, 0, 200_000, 100_000])

    bench.add(changed(pdf("giant"), grow), "khổng lồ.pdf", ["1.2"])
    _, read = print_dossier()
    assert read.sizes[read.find("1.2-01 Trang hồ sơ")[0] - 1] == pytest.approx((841.89, 595.28), abs=0.1)


def test_what_careless_content_shows_is_printed(bench: Bench, print_dossier: Print) -> None:
    def spoil(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page.Contents = document.make_stream(b"q 0.5 0 0 0.5 0 0 cm " + page.Contents.read_bytes())

    bench.add(changed(pdf("careless"), spoil), "cẩu thả.pdf", ["1.2"])
    _, read = print_dossier()
    assert read.find("careless") == read.find("1.2-01 Trang hồ sơ")[-1:]


def test_the_stamp_can_be_read_on_a_black_scan(bench: Bench, print_dossier: Print) -> None:
    stream = io.BytesIO()
    Image.new("L", (827, 1169), 0).save(stream, "PDF", resolution=100)
    bench.add(stream.getvalue(), "quét.pdf", ["1.2"])
    _, read = print_dossier()
    page = pypdfium2.PdfDocument(read.pdf.filename)[read.find("1.2-01 Trang hồ sơ")[0] - 1]
    picture = page.render(scale=2).to_pil().convert("L")
    plate = picture.crop((picture.width - 200, picture.height - 60, picture.width - 40, picture.height - 40))
    assert sum(value > 200 for value in plate.tobytes()) > plate.width * plate.height / 2


@pytest.mark.parametrize(
    "content", [b"q 0.1 0 0 0.1 0 0 cm", b"Q Q q", b"BT (never closed", b"q [ << /A", b"1 0 0 rg BT", b"@ \x80\xff ) >"]
)
def test_careless_content_does_not_swallow_the_stamp(bench: Bench, print_dossier: Print, content: bytes) -> None:
    def spoil(document: pikepdf.Pdf) -> None:
        document.pages[0].Contents = document.make_stream(content)

    bench.add(changed(pdf("x"), spoil), "cẩu thả.pdf", ["1.2"])
    printed, read = print_dossier()
    assert not printed.omitted
    number = read.find("1.2-01 Trang hồ sơ")[0]
    page = pypdfium2.PdfDocument(read.pdf.filename)[number - 1]
    text = page.get_textpage()
    left, bottom, right, top = text.get_charbox(text.get_text_range().index("Trang"))
    assert 400 < left < right < 595
    assert 10 < bottom < top < 40
    assert read.pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("size", [(595, 842), (842, 1191), (420, 595)])
@pytest.mark.parametrize(
    ("rotate", "place", "flip"),
    [
        (0, "0.9 0.03", ""),
        (0, "0.9 0.97", "1 0 0 -1 0 {height} cm"),
        (90, "0.97 0.9", ""),
        (180, "0.1 0.97", ""),
        (270, "0.03 0.1", ""),
    ],
)
def test_a_page_whose_own_number_stands_where_the_stamp_comes_is_moved_up(
    bench: Bench, print_dossier: Print, size: tuple[int, int], rotate: int, place: str, flip: str
) -> None:
    def number(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        x, y = (float(one) * side for one, side in zip(place.split(), size, strict=True))
        own = f"{flip.format(height=size[1])} BT /F1 9 Tf 1 0 0 1 {x} {y} Tm (Own7) Tj ET"
        page.Contents = document.make_stream(own.encode())
        page.Rotate = rotate

    bench.add(changed(pdf("x", size=size), number), "số trang.pdf", ["1.2"])
    printed, read = print_dossier()
    (place_of, *_) = read.find("Own7")
    words = read.text(place_of)
    assert f"Trang hồ sơ {place_of}" in words
    assert "in ở tỷ lệ 96%" in words or "in ở tỷ lệ 94%" in words
    upright = size[::-1] if rotate % 180 else size
    assert read.sizes[place_of - 1] == pytest.approx(upright, abs=1)
    text = pypdfium2.PdfDocument(read.pdf.filename)[place_of - 1].get_textpage()
    own, stamp = (text.get_charbox(text.get_text_range().index(word)) for word in ("Own7", "Trang"))
    assert stamp[3] < own[1]
    assert own[0] > upright[0] / 2
    assert not printed.omitted


def test_a_footer_beside_the_stamp_leaves_the_page_as_it_is(bench: Bench, print_dossier: Print) -> None:
    def number(document: pikepdf.Pdf) -> None:
        document.pages[0].Contents = document.make_stream(b"BT /F1 9 Tf 1 0 0 1 60 25 Tm (Own7) Tj ET")

    bench.add(changed(pdf("x"), number), "chân trang.pdf", ["1.2"])
    _, read = print_dossier()
    assert "in ở tỷ lệ" not in read.text(read.find("Own7")[0])


def test_content_that_was_cut_short_is_printed_as_far_as_it_goes_and_named(bench: Bench, print_dossier: Print) -> None:
    def cut(document: pikepdf.Pdf) -> None:
        whole = zlib.compress(b"BT /F1 12 Tf 60 700 Td (Begun) Tj ET\n" + bytes(range(256)) * 20)
        document.pages[0].Contents = document.make_stream(whole[:200], Filter=Name.FlateDecode)

    bench.add(changed(pdf("x"), cut, recompress_flate=False), "cụt.pdf", ["1.2"])
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["repaired"]
    assert read.find("Begun")
    assert read.pdf.check_pdf_syntax() == []


def active(document: pikepdf.Pdf) -> None:
    """Scripts, programs and files wherever a PDF can hold them."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    launch = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    document.Root.OpenAction = script
    document.Root.AA = Dictionary(WC=script)
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    document.attachments["virus.exe"] = b"MZ virus"
    page = document.pages[0]
    page.AA = Dictionary(O=script)

    def note(subtype: Name, **more: object) -> pikepdf.Object:
        return document.make_indirect(Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([0, 0, 9, 9]), **more))

    page.Annots = Array(
        [
            note(Name.Link, A=script),
            note(Name.Link, A=launch),
            note(Name.Link, A=Dictionary(S=Name.URI, URI=String("file:///c:/windows/cmd.exe"))),
            note(Name.Link, A=Dictionary(S=Name.URI, URI=String("https://hoabinh.gov.vn"), Next=script)),
            field := note(Name.Widget, FT=Name.Tx, T=String("t"), AA=Dictionary(E=script)),
            note(Name.Screen, A=launch),
        ]
    )
    document.Root.AcroForm = Dictionary(Fields=Array([field]))


def test_nothing_that_acts_passes(bench: Bench, print_dossier: Print) -> None:
    bench.add(changed(pdf("active"), active), "mã.pdf", ["1.2"])
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["holds_files"]
    assert read.find("active")
    plain = b"".join(
        obj.unparse() + (obj.read_bytes() if isinstance(obj, pikepdf.Stream) and obj.get("/Filter") is None else b"")
        for obj in read.pdf.objects
        if isinstance(obj, (pikepdf.Dictionary, pikepdf.Stream))
    )
    for word in (b"JavaScript", b"/JS", b"Launch", b"/AA", b"OpenAction", b"cmd.exe", b"virus"):
        assert word not in plain
    assert list(read.pdf.attachments) == [DIGESTS]


def test_a_link_to_the_web_stays(bench: Bench, print_dossier: Print) -> None:
    def add(document: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.URI, URI=String("https://hoabinh.gov.vn"))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        document.pages[0].Annots = Array([document.make_indirect(note)])

    bench.add(changed(pdf("linked"), add), "liên kết.pdf", ["1.2"])
    _, read = print_dossier()
    notes = read.pdf.pages[read.find("linked")[0] - 1].Annots
    assert [str(note.A.URI) for note in notes if "/A" in note] == ["https://hoabinh.gov.vn"]


def test_what_stands_in_a_field_is_printed(bench: Bench, print_dossier: Print) -> None:
    """Number and date of signed letters stand in the appearance of a signature field."""

    def add(document: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = document.make_stream(
            b"BT /F 12 Tf 2 5 Td (Field 2211) Tj ET",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 100, 20]),
            Resources=Dictionary(Font=Dictionary(F=font)),
        )
        field = document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String("s"),
                Rect=Array([100, 700, 200, 720]),
                AP=Dictionary(N=look),
                F=4,
            )
        )
        document.pages[0].Annots = Array([field])
        document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    bench.add(changed(pdf("signed"), add), "ký số.pdf", ["1.2"])
    _, read = print_dossier()
    assert "Field 2211" in read.text(read.find("signed")[0])
    assert "/AcroForm" not in read.pdf.Root


def test_a_photo_is_upright_with_a_caption(bench: Bench, print_dossier: Print) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera turned
    bench.add(photo(exif=exif), "a.jpg", ["1.2"], media_type="image/jpeg", subject="Bộ phận một cửa", issued_on=ON)
    _, read = print_dossier()
    number = read.find("Bộ phận một cửa, 05/01/2023")[0]
    (image,) = read.pdf.pages[number - 1].get_images().values()
    assert image.Height > image.Width
    assert f"1.2-01 Trang hồ sơ {number}" in read.text(number)


def test_a_new_description_gives_a_new_caption(bench: Bench, print_dossier: Print) -> None:
    bench.add(photo(), "a.jpg", ["1.2"], media_type="image/jpeg", subject="Tên cũ")
    assert print_dossier()[1].find("Tên cũ")
    document = bench.documents["document-001"]
    bench.documents["document-001"] = replace(document, description=replace(document.description, subject="Tên mới"))
    _, read = print_dossier()
    assert read.find("Tên mới")
    assert not read.find("Tên cũ")


def test_each_page_of_a_scanned_tiff_is_printed(bench: Bench, print_dossier: Print) -> None:
    stream = io.BytesIO()
    frames = [Image.new("1", (827, 1169), index % 2) for index in range(3)]
    frames[0].save(stream, "TIFF", save_all=True, append_images=frames[1:])
    bench.add(stream.getvalue(), "fax.tif", ["1.2"], media_type="image/tiff")
    _, read = print_dossier()
    assert len(read.find("1.2-01 Trang hồ sơ")) == 3
    assert read.find("fax.tif (3/3)")


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("RGBA", "PNG"), ("P", "GIF"), ("I;16", "PNG"), ("LA", "PNG")]
)
def test_pictures_of_every_mode_are_printed(bench: Bench, print_dossier: Print, mode: str, kind: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (60, 40)).save(stream, kind)
    bench.add(stream.getvalue(), "ảnh", ["1.2"], media_type=f"image/{kind.lower()}")
    printed, _ = print_dossier()
    assert printed.omitted == ()


def test_a_repaired_document_is_printed_and_named(bench: Bench, print_dossier: Print) -> None:
    whole = pdf(*(f"page {index} " for index in range(8)))
    bench.add(whole[: whole.rindex(b"xref")], "cụt.pdf", ["1.2"])
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["repaired"]
    assert len(read.find("1.2-01 Trang hồ sơ")) == 8
    assert "cần đối chiếu với bản gốc" in read.text(read.find("DANH MỤC TÀI LIỆU KHÔNG ĐƯA ĐẦY ĐỦ")[1])


@pytest.mark.parametrize("last", range(8))
def test_cancelling_at_any_step_leaves_the_old_file(bench: Bench, printer: DossierPrinter, last: int) -> None:
    for index in range(3):
        bench.add(pdf(f"page {index}"), f"{index}.pdf", ["1.2"])
    out = bench.folder / "hồ sơ.pdf"
    out.write_bytes(b"old")
    progress = Progress(lambda done, _total, _what: progress.cancel() if done >= last else None)
    with pytest.raises(Cancelled):
        printer.print_dossier(out, Options(on=ON), progress=progress)
    assert out.read_bytes() == b"old"
    assert {path.name for path in bench.folder.iterdir()} == {"hồ sơ.pdf", "files", "cache"}
    assert {path.name for path in (bench.folder / "cache").iterdir()} == {"pages"}


def test_progress_counts_up_to_its_total(bench: Bench, printer: DossierPrinter) -> None:
    for index in range(20):
        bench.add(pdf(f"page {index}"), f"{index}.pdf", ["1.2"])
    steps: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _what: steps.append((done, total)))
    printer.print_dossier(bench.folder / "a.pdf", Options(on=ON), progress=progress)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1] == (41, 41)


def test_a_dynamic_form_and_a_portfolio_are_named(bench: Bench, print_dossier: Print) -> None:
    def make_dynamic(document: pikepdf.Pdf) -> None:
        document.Root.NeedsRendering = True

    def make_portfolio(document: pikepdf.Pdf) -> None:
        document.Root.Collection = Dictionary(Type=Name.Collection)

    bench.add(changed(pdf("Please wait"), make_dynamic), "xfa.pdf", ["1.2"])
    bench.add(changed(pdf("cover sheet"), make_portfolio), "tập.pdf", ["1.2"])
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["needs_reader", "portfolio"]
    assert not read.find("Please wait")
    assert read.find("cover sheet")


class Here(Worker):
    """Works in this process."""

    def run(self, function: Callable[..., T], *args: object, seconds: float = 60) -> T:  # noqa: ARG002
        return function(*args)


class Faulty(Worker):
    """A worker that dies whenever it reads a certain file, or binds a certain document."""

    def __init__(self, worker: Worker, deadly: str) -> None:
        super().__init__()
        self._worker, self._deadly = worker, deadly

    def run(self, function: Callable[..., T], *args: object, seconds: float = 60) -> T:
        if function is make_ready and any(job.source.name == self._deadly for job in args[0]):
            raise WorkerError("crashed")
        sources = args[0] if function is bind else [args[0]] if hasattr(args[0], "document_id") else []
        if any(source.document_id == self._deadly for source in sources):
            raise WorkerError("crashed")
        return self._worker.run(function, *args, seconds=seconds)


def test_a_document_that_kills_the_binding_is_found_and_the_rest_printed(bench: Bench, worker: Worker) -> None:
    for index in range(5):
        bench.add(pdf(f"page {index}"), f"{index}.pdf", ["1.2"])
    printer = DossierPrinter(bench.load, bench.original, Faulty(worker, "document-003"), bench.folder / "cache")
    printed = printer.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    assert [(one.document_id, one.reason) for one in printed.omitted] == [("document-003", "failed")]
    read = Read(printed.files[0].path)
    assert [bool(read.find(f"page {index}")) for index in range(5)] == [True, True, False, True, True]
    assert len(read.pdf.attachments) == 2
    read.pdf.close()


def test_a_document_that_kills_its_reader_costs_itself_only(bench: Bench, worker: Worker) -> None:
    for index in range(5):
        bench.add(pdf(f"page {index}"), f"{index}.pdf", ["1.2"])
    deadly = bench.documents["document-002"].sha256
    printer = DossierPrinter(bench.load, bench.original, Faulty(worker, deadly), bench.folder / "cache")
    printed = printer.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    assert [(one.document_id, one.reason) for one in printed.omitted] == [("document-002", "crashed")]
    healthy = DossierPrinter(bench.load, bench.original, worker, bench.folder / "cache")
    assert healthy.print_dossier(bench.folder / "a.pdf", Options(on=ON)).omitted == ()  # it is tried anew


def test_a_place_that_cannot_be_written_is_named(bench: Bench, printer: DossierPrinter) -> None:
    (bench.folder / "file").write_bytes(b"")
    with pytest.raises(UserError) as error:
        printer.print_dossier(bench.folder / "file" / "hồ sơ.pdf", Options(on=ON))
    assert error.value.code == "cannot_write"


@pytest.mark.parametrize(
    ("place", "code"), [("pages.pdf_pages", "disk_full"), ("printer.TemporaryDirectory", "no_room")]
)
def test_a_full_disk_stops_the_printing_and_costs_no_document(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str, code: str
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "")

    bench.add(pdf("page"), "a.pdf", ["1.2"])
    monkeypatch.setattr(f"core.dossier.{place}", refuse)
    printer = DossierPrinter(bench.load, bench.original, Here(), bench.folder / "cache")
    with pytest.raises(UserError, match=code):
        printer.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    assert not (bench.folder / "a.pdf").exists()


def test_the_result_is_sound_for_two_engines(bench: Bench, print_dossier: Print) -> None:
    bench.add(encrypted(), "a.pdf", ["1.1.1"])
    bench.add(changed(pdf("active"), active), "b.pdf", ["1.1.2", "1.2"])
    bench.add(photo(), "c.jpg", ["2.1"], media_type="image/jpeg")
    bench.add(b"office", "d.docx", ["2.1"], media_type=DOCX)
    printed, read = print_dossier()
    assert read.pdf.check_pdf_syntax() == []
    assert len(read.texts) == printed.files[0].pages
