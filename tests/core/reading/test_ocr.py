"""Scans and photos: what is printed is read wherever the page lies, and what is not certain stays empty."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageDraw

from core.progress import Progress
from core.reading import ocr
from core.reading.description import Description
from core.reading.reader import Reader
from core.reading.reading import Reading
from core.reading.upright import skew
from core.reading.worker import Worker
from tests.core.reading.letters import plan_page, signature_block, write_pdf
from tests.core.reading.test_figures import FOUR, ONE

DPI = 200
NUMBER = (0.28, 110)  # where plan_page() has it: part of the width, points from the top


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


def picture(path: Path) -> Image.Image:
    """A page as a scanner sees it."""
    document = pdfium.PdfDocument(path)
    image = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    return image


@pytest.fixture
def letter(tmp_path: Path) -> Image.Image:
    return picture(write_pdf(tmp_path / "letter.pdf", [plan_page() + signature_block()]))


@pytest.fixture
def recognise(worker: Worker, tmp_path: Path) -> Callable[..., Reading]:
    def recognise(*pages: Image.Image) -> Reading:
        path = tmp_path / "scan.pdf"
        pages[0].save(path, resolution=DPI, save_all=True, append_images=pages[1:])
        reader = Reader(worker)
        return reader.recognised(path, reader.read(path, path.name), Progress())

    return recognise


def test_a_page_without_a_letter_is_no_trouble(recognise: Callable[..., Reading]) -> None:
    hills = Image.linear_gradient("L").resize((1600, 1200)).convert("RGB")
    ImageDraw.Draw(hills).ellipse((300, 200, 900, 800), fill="green")
    reading = recognise(Image.new("L", (1654, 2339), 255), hills)
    assert (reading.text, reading.text_source, reading.problems, reading.scanned) == ("", "none", (), ())
    assert reading.description == Description()


def head(reading: Reading) -> tuple[str | date | None, ...]:
    about = reading.description
    return about.symbol, about.issued_on, about.type, about.issuer, about.subject


PLAN = (
    "12/KH-SGD&ĐT",
    date(2023, 1, 5),
    "Kế hoạch",
    "Sở Giáo dục và Đào tạo tỉnh Hòa Bình",
    "Cải thiện chỉ số cải cách hành chính (PAR Index) của Sở Giáo dục và Đào tạo năm 2023",
)


def test_a_scanned_letter_is_read(recognise: Callable[..., Reading], letter: Image.Image) -> None:
    reading = recognise(letter)
    assert (reading.text_source, reading.problems, reading.scanned) == ("ocr", (), ())
    assert head(reading) == PLAN
    assert reading.description.signer == "Đinh Thị Hường"
    assert {name: one.means for name, one in reading.sources.items()} == dict.fromkeys(reading.sources, "recognised")
    assert reading.sources.keys() == {name for name, value in vars(reading.description).items() if value}
    assert "Nâng cao trách nhiệm của người đứng đầu các cơ quan" in reading.text


def test_a_scanned_number_of_the_party_is_read(recognise: Callable[..., Reading], tmp_path: Path) -> None:
    page = plan_page("Số 415-TB/TU") + signature_block()
    assert recognise(picture(write_pdf(tmp_path / "letter.pdf", [page]))).description.symbol == "415-TB/TU"


@pytest.mark.parametrize("degrees", [90, 180, -4])
def test_a_page_that_lies_askew_is_put_upright(
    recognise: Callable[..., Reading], letter: Image.Image, degrees: int
) -> None:
    reading = recognise(letter.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white"))
    assert head(reading)[:3] == PLAN[:3]


def test_a_red_stamp_over_the_number_does_not_hide_it(recognise: Callable[..., Reading], letter: Image.Image) -> None:
    x, y = NUMBER[0] * letter.width, NUMBER[1] * DPI / 72
    stamp = Image.new("RGB", letter.size, "white")
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((x - 200, y - 50, x + 200, y + 50), outline=(230, 40, 40), width=5)
    draw.line((x - 200, y - 50, x + 200, y + 50), fill=(230, 40, 40), width=5)
    assert head(recognise(ImageChops.multiply(letter, stamp)))[:2] == PLAN[:2]


@pytest.mark.parametrize("ink", ["#3040b0", "black"])
def test_a_number_written_by_hand_is_read_and_had_better_be_compared(
    recognise: Callable[..., Reading], tmp_path: Path, ink: str
) -> None:
    paper = picture(write_pdf(tmp_path / "blank.pdf", [plan_page("Số:             /KH-SGD&ĐT")]))
    pencil = ImageDraw.Draw(paper)
    for x, strokes in ((345, ONE), (379, FOUR)):
        for stroke in strokes:
            pencil.line([(x + 26 * across, 282 + 34 * down) for across, down in stroke], fill=ink, width=4)
    reading = recognise(paper)
    assert head(reading) == ("14/KH-SGD&ĐT", *PLAN[1:])
    assert (reading.sources["number"].means, reading.sources["number"].is_sure) == ("handwritten", False)
    assert reading.sources["issued_on"].is_sure


def test_a_stamp_of_arrival_beside_the_title_is_no_part_of_it(
    recognise: Callable[..., Reading], letter: Image.Image
) -> None:
    draw = ImageDraw.Draw(letter)
    draw.rectangle((130, 400, 380, 500), outline="black", width=4)
    draw.text((150, 415), "ĐẾN Số: 99", fill="black", font_size=34)
    draw.text((150, 455), "Ngày: 7/1", fill="black", font_size=34)
    assert head(recognise(letter)) == PLAN


@pytest.mark.parametrize("number", ["Số:      /KH-SGD&ĐT", "Số: …… /KH-SGD&ĐT"])
def test_a_number_that_is_still_to_be_written_in_stays_empty(
    recognise: Callable[..., Reading], tmp_path: Path, number: str
) -> None:
    about = recognise(picture(write_pdf(tmp_path / "blank.pdf", [plan_page(number)]))).description
    assert (about.number, about.notation, about.type, about.issued_on) == (None, None, "Kế hoạch", PLAN[1])


def test_a_number_that_is_scribbled_over_stays_empty(recognise: Callable[..., Reading], letter: Image.Image) -> None:
    middle, y = NUMBER[0] * letter.width, NUMBER[1] * DPI / 72
    draw = ImageDraw.Draw(letter)
    for shift in range(0, 40, 5):
        draw.line((middle - 120 + shift, y - 30, middle - 80 + shift / 2, y + 12), fill="black", width=3)
    about = recognise(letter).description
    assert (about.number, about.notation, about.type) == (None, None, PLAN[2])


def test_a_scan_within_a_pdf_with_text_is_recognised(worker: Worker, letter: Image.Image, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "text.pdf", [plan_page()])
    scan = io.BytesIO()
    letter.save(scan, "PDF", resolution=DPI)
    with pikepdf.open(path, allow_overwriting_input=True) as document, pikepdf.open(scan) as appendix:
        document.pages.extend(appendix.pages)
        document.save()
    reader = Reader(worker)
    reading = reader.read(path, path.name)
    assert (reading.text_source, reading.scanned) == ("ok", (1,))
    assert "Nơi nhận" not in reading.text
    reading = reader.recognised(path, reading, Progress())
    assert (reading.text_source, reading.scanned, head(reading)) == ("ok", (), PLAN)
    assert "Nơi nhận" in reading.text.split("\f")[1]


def test_the_day_of_a_photo_is_noted_and_is_no_day_of_issue(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "hop.jpg"
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2023:03:14 08:15:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 48.0, 0.0), 3: "E", 4: (105.0, 20.0, 0.0)})
    Image.new("RGB", (800, 600), "grey").save(path, exif=exif)
    reading = Reader(worker).read(path, path.name)
    assert reading.description == Description(note="Ảnh chụp ngày 14/03/2023")


def test_a_machine_without_data_says_so(letter: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Here(Worker):
        def run(self, function, *args, seconds=60.0):  # noqa: ARG002
            return function(*args)

    monkeypatch.setattr(ocr, "data_folder", lambda: None)
    ocr._engine.cache_clear()
    path = tmp_path / "letter.png"
    letter.save(path)
    reader = Reader(Here())
    reading = reader.recognised(path, reader.read(path, path.name), Progress())
    assert (reading.text_source, reading.problems, reading.scanned) == ("none", ("ocr_missing",), (0,))


@pytest.mark.parametrize("degrees", [-6.0, -1.4, 0.0, 0.6, 5.0])
def test_skew_is_measured(letter: Image.Image, degrees: float) -> None:
    turned = letter.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")
    assert skew(turned) == pytest.approx(-degrees, abs=0.3)
