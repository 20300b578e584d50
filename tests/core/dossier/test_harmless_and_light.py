"""What must not pass into a dossier, what is said of its pages, and what makes it light."""

import io
import random
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from core.dossier import preparing
from core.reading import media
from tests.core.dossier.conftest import Print
from tests.core.dossier.making import ON, Bench, Read, changed, pdf, photo


def layered(document: pikepdf.Pdf) -> None:
    """A page with a layer that is seen and one that is switched off; a form and a note in the latter."""
    on = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("seen")))
    off = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    document.Root.OCProperties = Dictionary(OCGs=Array([on, off]), D=Dictionary(OFF=Array([off])))
    page = document.pages[0]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form = document.make_stream(
        b"BT /F 12 Tf 80 500 Td (FormSecret) Tj ET",
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 900]), OC=off,
        Resources=Dictionary(Font=Dictionary(F=font)),
    )  # fmt: skip
    page.Resources = Dictionary(
        Font=Dictionary(F=font), XObject=Dictionary(X=form), Properties=Dictionary(On=on, Off=off)
    )
    page.Contents = document.make_stream(
        b"/OC /On BDC BT /F 12 Tf 80 700 Td (Seen) Tj ET EMC"
        b" /OC /Off BDC BT /F 12 Tf 80 600 Td (Secret) Tj ET EMC /X Do"
    )
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([80, 400, 200, 420]), F=4, OC=off,
        AP=Dictionary(N=document.make_stream(
            b"BT /F 12 Tf 0 5 Td (NoteSecret) Tj ET",
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 120, 20]),
            Resources=Dictionary(Font=Dictionary(F=font)),
        )),
    )  # fmt: skip
    page.Annots = Array([document.make_indirect(note)])


def test_a_layer_that_is_switched_off_stays_unseen(bench: Bench, print_dossier: Print) -> None:
    bench.add(changed(pdf("x"), layered), "lớp.pdf", ["1.2"])
    _, read = print_dossier()
    text = read.text(read.find("Seen")[0])
    assert "Secret" not in text
    assert b"Secret" not in Path(read.pdf.filename).read_bytes()


def hidden_actions(document: pikepdf.Pdf) -> None:
    """What acts or points to a file inside the resources, where only viewers look."""
    stream = document.make_stream(b"q Q", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    stream.Ref = Dictionary(F=String("other.pdf"), Page=0)
    stream.PieceInfo = Dictionary(Maker=Dictionary(Private=String("private words")))
    stream.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    document.pages[0].Resources.XObject = Dictionary(X=stream)


def test_nothing_acts_from_inside_the_resources(bench: Bench, print_dossier: Print) -> None:
    bench.add(changed(pdf("inside"), hidden_actions), "trong.pdf", ["1.2"])
    _, read = print_dossier()
    content = Path(read.pdf.filename).read_bytes()
    assert read.find("inside")
    for word in (b"/Ref", b"other.pdf", b"private words", b"app.alert", b"/JS"):
        assert word not in content


def signed(document: pikepdf.Pdf) -> None:
    value = Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String("Nguyễn Thị Hồng Vân"),
        M=String("D:20230105102000+07'00'"), Contents=String("0"),
    )  # fmt: skip
    field = document.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("s"), Rect=Array([0, 0, 0, 0]), V=value)
    )
    document.pages[0].Annots = Array([field])
    document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def test_a_signed_document_says_who_signed_and_brings_its_original(bench: Bench, print_dossier: Print) -> None:
    content = changed(pdf("signed one"), signed)
    bench.add(content, "ký.pdf", ["1.2"])
    _, read = print_dossier()
    number = read.find("signed one")[0]
    assert "Ký số: Nguyễn Thị Hồng Vân, 10:20 05/01/2023" in read.text(number)
    assert "kiểm tra trên bản gốc đính kèm" in read.text(number)
    assert read.pdf.attachments["1.2-01 ký.pdf"].get_file().read_bytes() == content
    (note,) = [one for one in read.pdf.pages[number - 1].Annots if one.Subtype == "/FileAttachment"]
    assert float(note.Rect[2]) < 400
    assert "/AcroForm" not in read.pdf.Root


def test_a_signed_document_with_a_script_is_not_attached(bench: Bench, print_dossier: Print) -> None:
    def with_script(document: pikepdf.Pdf) -> None:
        signed(document)
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    bench.add(changed(pdf("signed one"), with_script), "ký.pdf", ["1.2"])
    _, read = print_dossier()
    assert "kiểm tra trên bản gốc lưu tại đơn vị" in read.text(read.find("signed one")[0])
    assert "1.2-01 ký.pdf" not in read.pdf.attachments


def test_an_original_too_large_to_be_attached_is_not_called_unsafe(
    bench: Bench, print_dossier: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "LARGEST_ATTACHMENT", 10)
    bench.add(b"PK office bytes", "Báo cáo.docx", ["1.2"], media_type=media.DOCX)
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["too_large"]
    assert list(read.pdf.attachments) == ["ma-bam-sha256.txt"]


def test_originals_that_are_gone_are_told_where_they_were_to_be_attached(bench: Bench, print_dossier: Print) -> None:
    """Printing came to no end: each slip wanted to bring along the original for want of which it had been made."""
    for number in (1, 2):
        bench.add(b"PK office bytes %d" % number, f"Báo cáo {number}.docx", ["1.2"], media_type=media.DOCX)
    bench.add(changed(pdf("signed one"), signed), "ký.pdf", ["1.2"])
    print_dossier()
    for document in bench.documents.values():
        bench.original(document.sha256).unlink()
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["missing_original"] * 3
    assert "Không tìm thấy bản gốc" in read.text(read.find("TÀI LIỆU KHÔNG IN THÀNH TRANG")[0])
    assert list(read.pdf.attachments) == ["ma-bam-sha256.txt"]


@pytest.mark.parametrize(
    ("size", "rotate", "words"),
    [
        ((1684, 2384), 0, "Khổ gốc 594 × 841 mm, in ở tỷ lệ 34%"),
        ((1684, 2384), 90, "Khổ gốc 841 × 594 mm, in ở tỷ lệ 33%"),
        ((842, 1191), 0, None),
    ],
)
def test_a_page_larger_than_a3_is_fitted_to_a4_with_its_scale(
    bench: Bench, print_dossier: Print, size: tuple[int, int], rotate: int, words: str | None
) -> None:
    bench.add(pdf("poster", size=size, rotate=rotate), "lớn.pdf", ["1.2"])
    _, read = print_dossier()
    number = read.find("poster")[0]
    if words is None:
        assert "Khổ gốc" not in read.text(number)
        assert read.sizes[number - 1] == pytest.approx(size, abs=1)
    else:
        assert words in read.text(number)
        assert sorted(read.sizes[number - 1]) == pytest.approx([595.28, 841.89], abs=1)


def scan(seed: int = 0, pixels: tuple[int, int] = (1654, 2339)) -> bytes:
    """A page of a copier at 200 dots per inch."""
    noise = random.Random(seed).randbytes(pixels[0] // 4 * (pixels[1] // 4))
    picture = Image.frombytes("L", (pixels[0] // 4, pixels[1] // 4), noise).resize(pixels)
    stream = io.BytesIO()
    picture.save(stream, "PDF", resolution=200)
    return stream.getvalue()


def test_a_smaller_preset_makes_scans_coarser_and_the_print_preset_leaves_them(
    bench: Bench, print_dossier: Print
) -> None:
    bench.add(scan(), "quét.pdf", ["1.2"])
    found: list[tuple[int, int]] = []
    for preset in ("print", "screen", "email"):
        printed, read = print_dossier(preset=preset)
        (image,) = read.pdf.pages[read.find("1.2-01 Trang hồ sơ")[0] - 1].get_images().values()
        found.append((int(image.Height), printed.files[0].path.stat().st_size))
    heights, sizes = zip(*found, strict=True)
    assert heights == (2339, pytest.approx(1754, abs=2), pytest.approx(1169, abs=2))
    assert sizes[0] > 1.3 * sizes[1] > 1.5 * sizes[2]


def test_a_picture_that_many_documents_show_is_stored_once(bench: Bench, print_dossier: Print) -> None:
    content = scan()
    for index in range(5):
        other = changed(content, lambda document: document.docinfo.update({"/Title": str(index)}))  # noqa: B023
        bench.add(other, f"{index}.pdf", ["1.2"])
    printed, read = print_dossier()
    pictures = {page.get_images()["/image"].objgen for page in read.pdf.pages if "/image" in page.get_images()}
    assert len(pictures) == 1
    assert printed.files[0].path.stat().st_size < 2 * len(content) + 300_000


def test_two_engines_take_a_dossier_of_everything(bench: Bench, print_dossier: Print) -> None:
    bench.add(changed(pdf("layers"), layered), "a.pdf", ["1.1.1"])
    bench.add(changed(pdf("signed"), signed), "b.pdf", ["1.1.1"])
    bench.add(pdf(*(f"page {index}" for index in range(300))), "dài.pdf", ["1.1.2"])
    bench.add(pdf("poster", size=(5000, 9000)), "lớn.pdf", ["1.2"])
    bench.add(heic(), "a.heic", ["1.2"], media_type="image/heic")
    bench.add(b"%PDF-1.7 nothing", "hỏng.pdf", ["1.2"])
    bench.add("Chữ ằẳẵắặ".encode(), "a.txt", ["2.1"], media_type="text/plain", issued_on=ON)
    printed, read = print_dossier()
    assert [one.name for one in printed.omitted] == ["hỏng.pdf"]
    assert read.pdf.check_pdf_syntax() == []
    file = printed.files[0].path
    for number in range(len(read.texts)):
        page = pypdfium2.PdfDocument(file)[number]
        assert page.get_size()[0] > 100
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    _whole(read)


def heic() -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    return photo(kind="HEIF")


def _whole(read: Read) -> None:
    """Every stamped page says its own number, and every link and bookmark lands."""
    for number, text in enumerate(read.texts, 1):
        if "Trang hồ sơ " in text and "-0" in text and text.rstrip().endswith(f"Trang hồ sơ {number}"):
            assert read.links(number)
    assert all(1 <= page <= len(read.texts) for _, _, page in read.bookmarks())
