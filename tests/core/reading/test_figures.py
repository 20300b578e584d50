"""Figures written by hand: read where they are plain, left alone where they are not."""

import pytest
from PIL import Image, ImageDraw

from core.reading.doubts import MONTHS
from core.reading.figures import connected, ink_of, read_figures

# Strokes in a square of one, as a pen draws them.
ONE = [[(0.2, 0.45), (0.55, 0.0), (0.5, 1.0)]]
FOUR = [[(0.45, 0.0), (0.1, 0.6), (0.95, 0.6)], [(0.7, 0.35), (0.66, 1.0)]]
SEVEN = [[(0.1, 0.05), (0.8, 0.02), (0.4, 1.0)], [(0.25, 0.5), (0.75, 0.46)]]
NOUGHT = [[(0.5, 0.0), (0.15, 0.25), (0.1, 0.7), (0.45, 1.0), (0.85, 0.75), (0.85, 0.3), (0.5, 0.0), (0.95, 0.05)]]
TWO = [[(0.1, 0.2), (0.45, 0.0), (0.85, 0.2), (0.6, 0.6), (0.1, 1.0), (0.95, 0.95)]]
SCRIBBLE = [[(0.0, 0.2), (1.0, 0.8), (0.1, 0.9), (0.9, 0.1), (0.2, 0.6), (1.0, 0.4)]]
SIZE = 60  # pixels


def written(
    *figures: list[list[tuple[float, float]]], left: int = 30, ink: str = "black", apart: int = 75
) -> Image.Image:
    image = Image.new("RGB", (60 + 80 * len(figures), 120), "white")
    draw = ImageDraw.Draw(image)
    for place, strokes in enumerate(figures):
        for stroke in strokes:
            points = [(left + apart * place + x * SIZE * 0.7, 30 + y * SIZE) for x, y in stroke]
            draw.line(points, fill=ink, width=5, joint="curve")
    return image.convert("L")


@pytest.mark.parametrize("ink", ["black", "#3040b0"])
@pytest.mark.parametrize(
    ("figures", "number"), [((ONE, FOUR), "14"), ((ONE, SEVEN), "17"), ((FOUR, ONE), "41"), ((SEVEN, FOUR, ONE), "741")]
)
def test_plain_figures_are_read(figures: tuple[list[list[tuple[float, float]]], ...], number: str, ink: str) -> None:
    assert read_figures(written(*figures, ink=ink)) == number


def test_figures_that_touch_are_read_where_only_few_numbers_can_stand() -> None:
    image = written(NOUGHT, TWO, apart=31)
    assert len(list(connected(ink_of(image)))) == 1
    assert read_figures(image, among=MONTHS) == "02"
    assert read_figures(written(TWO), among=MONTHS) is None  # its nought is lost, or the 1 before it


def test_specks_and_a_rule_are_no_figures() -> None:
    image = written(ONE, FOUR)
    draw = ImageDraw.Draw(image)
    draw.line((0, 108, image.width, 110), fill=0, width=4)
    draw.point([(5, 5), (100, 12)], fill=0)
    assert read_figures(image) == "14"


def test_print_on_both_sides_is_none_of_the_figures() -> None:
    image = written(SEVEN, ONE, FOUR, SEVEN)
    assert read_figures(image, 100, 245) == "14"
    ImageDraw.Draw(image).line((70, 60, 130, 60), fill=0, width=4)  # the first 7 and the 1 hang together
    assert read_figures(image, 90, 245) is None


def test_a_figure_that_hangs_together_with_the_print_is_not_overlooked() -> None:
    image = written(ONE, FOUR, SEVEN)
    ImageDraw.Draw(image).rectangle((208, 30, 260, 90), outline=0, width=5)
    assert read_figures(image, 0, 206) is None


def test_a_figure_that_is_broken_into_specks_is_not_overlooked() -> None:
    image = written(ONE, SEVEN)
    ImageDraw.Draw(image).line((20, 30, 70, 30), fill=255)
    for top in range(28, 95, 7):
        ImageDraw.Draw(image).rectangle((20, top, 75, top + 2), fill=255)
    assert read_figures(image) is None


@pytest.mark.parametrize(
    "image",
    [
        Image.new("L", (120, 120), 255),
        written(SCRIBBLE),
        written(ONE, SCRIBBLE),
        written(FOUR, SEVEN, left=-25),  # begins outside of the picture
        written(*[ONE] * 7),
    ],
    ids=["blank", "scribble", "a scribble after it", "cut off", "too many"],
)
def test_what_is_not_certain_is_left_alone(image: Image.Image) -> None:
    assert read_figures(image) is None
