"""The stamps on a page of a document, upright at its foot as it is read: evidence code and dossier page on the right,
on the left what has to be said of the page.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = tuple[float, float, float, float, float, float]

A4_SHORT = 595.28
EDGE = 17  # from the edges of an A4 page, in points
PLATE_HEIGHT = 15
FOOT = EDGE + PLATE_HEIGHT + 4  # what stamps take of an A4 page
SMALLEST = 0.3


class Stamp(NamedTuple):
    """Content stream operators that draw a plate of these points, its left bottom corner at 0, 0."""

    content: bytes
    width: float
    height: float = PLATE_HEIGHT
    is_left: bool = False


@dataclass(frozen=True)
class Scaled:
    """How a page was fitted to A4: its size in mm, and the percentage that it is printed at."""

    width: int
    height: int
    percent: int


def reading_matrix(box: Rectangle, rotate: int) -> tuple[Matrix, float, float]:
    """From the page as it is read (left bottom corner 0, 0) to the page as it is stored; and its width and height.

    `rotate` is the page's /Rotate: it is turned that far clockwise when shown.
    """
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    turned = {
        0: ((1, 0, 0, 1, left, bottom), width, height),
        90: ((0, 1, -1, 0, right, bottom), height, width),
        180: ((-1, 0, 0, -1, right, top), width, height),
        270: ((0, -1, 1, 0, left, top), height, width),
    }
    return turned[rotate % 360 // 90 * 90]


def scale_on(width: float, height: float) -> float:
    """How much larger than on A4 the stamps of a page are."""
    return max(min(width, height) / A4_SHORT, SMALLEST)


def put(stamp: Stamp, box: Rectangle, rotate: int) -> tuple[bytes, Rectangle]:
    """The stamp's content for a page, and the rectangle that it covers there, both in the page's own space.

    As large on a page of any size as it looks on A4 when both are printed on A4.
    """
    numbers, rectangle = _place(stamp.width, stamp.height, stamp.is_left, box, rotate)
    return b"q %s cm %s Q\n" % (numbers, stamp.content), rectangle


@lru_cache(maxsize=4096)  # most pages are of one size, and most plates
def _place(wide: float, high: float, is_left: bool, box: Rectangle, rotate: int) -> tuple[bytes, Rectangle]:
    """The matrix of a plate for a page, and the rectangle that it covers."""
    matrix, width, height = reading_matrix(box, rotate)
    scale = min(scale_on(width, height), 0.9 * width / wide, 0.5 * height / high)
    edge = min(EDGE * scale, width - wide * scale)
    x = edge if is_left else width - edge - wide * scale
    y = min(EDGE * scale, height - high * scale)
    a, b, c, d, _, _ = matrix
    e, f = point(matrix, x, y)
    numbers = " ".join(f"{number:.4f}" for number in (a * scale, b * scale, c * scale, d * scale, e, f))
    opposite = point(matrix, x + wide * scale, y + high * scale)
    rectangle = (min(e, opposite[0]), min(f, opposite[1]), max(e, opposite[0]), max(f, opposite[1]))
    return numbers.encode(), rectangle


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
