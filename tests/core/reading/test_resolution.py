"""A scan with fewer dots per inch than a record asks for is told when it is read."""

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.reading.pdf import read_pdf

WIDTH, HEIGHT = A4


def scan(path: Path, dpi: int, *, strips: int = 1, turned: bool = False, words: str = "", share: float = 1) -> Path:
    """A page that is a picture (in `strips`) over this share of its height, with words on it."""
    canvas = Canvas(str(path), pagesize=(HEIGHT, WIDTH) if turned else A4)
    if turned:
        canvas.rotate(90)
        canvas.translate(0, -HEIGHT)
    tall = HEIGHT * share / strips
    size = round(WIDTH / 72 * dpi), round(tall / 72 * dpi)
    picture = path.with_suffix(".png")
    Image.effect_noise(size, 40).save(picture)
    for strip in range(strips):
        canvas.drawImage(str(picture), 0, strip * tall, WIDTH, tall)
    canvas.drawString(72, 500, words)
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({"dpi": 150}, True),
        ({"dpi": 200}, False),
        ({"dpi": 199}, False),
        ({"dpi": 150, "strips": 8}, True),
        ({"dpi": 200, "strips": 8}, False),
        ({"dpi": 150, "turned": True}, True),
        ({"dpi": 72, "share": 0.2}, False),  # a stamp is no scan of a page
        ({"dpi": 72, "words": "Quyet dinh ve viec kiem tra cai cach hanh chinh nam 2023"}, False),
    ],
)
def test_a_coarse_scan_is_told(tmp_path: Path, facts: dict[str, int], is_told: bool) -> None:
    contents = read_pdf(scan(tmp_path / "a.pdf", **facts))
    assert ("low_resolution" in contents.problems) == is_told
