"""Reads figures that were written by hand, as number and date are in letters that are printed before they are signed.

Ink is cut wherever two figures may touch, and each piece is looked at by a small neural network (two layers of
convolution, two of neurons) that knows the ten figures and "no figure". tools/teach_figures.py taught it.
"""

# pyright: reportUnknownMemberType=false

import base64
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageStat

from core.reading.layout import Box

NET = Path(__file__).parents[2] / "resources" / "figures.json"
SIDE, FIGURE = 28, 20  # pixels, of what the network sees and of the figure in it
FAINT = 60  # of 255: what is darker is ink
LEAST_CONTRAST = 50
SURE = 0.5  # of 1, of the least certain figure; two looks at the page have to agree besides
UNSURE = 0.1  # of 1; below this it is no reading at all
LEAST_AHEAD = 0.25  # as a logarithm: a reading with more figures must be less likely; two that touch may pass for one
SLANTS = [step / 10 for step in range(-2, 8)]  # of written figures, as parts of the height
LOWEST = 0.5  # of the highest piece; what is lower is a dot, or a part of its neighbour
SMALL = 0.35  # of the highest piece; what is left out and higher may have been a figure
NEAR, BROKEN = 0.2, 0.7  # of the highest piece: how close the parts of a broken figure are, and how high together
DOT = 0.12  # of the picture's height; what is higher may be a part of a figure
OVERHANG = 0.25  # of a piece's height: more than this is not by the slant of a figure
WIDEST = 1.25  # of the height
MOST_FIGURES = 5
MOST_CUTS = 24
INK_EACH = 0.45  # of the usual ink in a column: less may be where two figures touch


def read_figures(picture: Image.Image, left: float = 0, right: float | None = None) -> str | None:
    """The figures in a picture, dark on light, between the print that ends at `left` and begins again at `right`.

    None where one of them is not certain, or hangs together with the print.
    """
    ink = ink_of(picture)
    if ink is None:
        return None
    right = ink.width if right is None else right
    found = list(connected(ink))
    between = [piece for piece in found if left <= piece.middle <= right]
    pieces = pieces_of(between, ink)
    if not pieces or _is_unclear(pieces, between, ink) or _is_in_print(found, ink, left, right):
        return None
    kept = only(ink, pieces)
    figures, sure = "", 0.0
    leaning = slants(kept)
    for slant in leaning:
        reading = _read(slanted(kept, slant))
        if reading.least < UNSURE:
            continue  # leaning so, the figures could not be cut apart
        if figures not in ("", reading.figures) or reading.ahead < LEAST_AHEAD:
            return None  # leaning a little more or less, the same figures must come out, and no two of them as one
        figures, sure = reading.figures, sure + reading.least / len(leaning)
    # No number and no day is nothing but noughts.
    return figures if sure >= SURE and len(figures) <= MOST_FIGURES and figures.strip("0") else None


def is_empty(picture: Image.Image, left: float, right: float, height: float) -> bool:
    """Whether nothing as high as that stands between `left` and `right`."""
    ink = ink_of(picture)
    found = connected(ink) if ink else ()
    return not any(left <= piece.middle <= right and piece.height >= height for piece in found)


class _Reading(NamedTuple):
    """Figures, how sure the least certain of them is, and by how much (as a logarithm) more figures are less likely."""

    figures: str
    least: float
    ahead: float


def ink_of(picture: Image.Image) -> Image.Image | None:
    """The ink white on black, whatever its colour and that of the paper."""
    values = sorted(picture.convert("L").tobytes())
    paper, dark = values[len(values) * 8 // 10], values[len(values) // 100]
    if paper - dark < LEAST_CONTRAST:
        return None
    scale = 255 / (paper - dark) / 0.8
    return picture.convert("L").point([max(0, min(255, round((paper * 0.93 - value) * scale))) for value in range(256)])


@dataclass
class Piece(Box):
    """Pixels that hang together."""

    pixels: list[tuple[int, int]]

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def pieces_of(found: list[Piece], ink: Image.Image) -> list[Piece]:
    """The pieces of ink that are figures or parts of them: no rules, no dots, no letters of other lines."""
    whole = [piece for piece in found if piece.top > 0 and piece.bottom < ink.height and not _is_low(piece, ink)]
    highest = max((piece.height for piece in whole), default=0.0)
    high = [piece for piece in whole if piece.height >= LOWEST * highest]
    return [
        piece
        for piece in whole
        if piece in high or any(piece.left < one.right and one.left < piece.right for one in high)
    ]


def _is_low(piece: Piece, ink: Image.Image) -> bool:
    return piece.height <= DOT * ink.height


def _is_unclear(pieces: list[Piece], between: list[Piece], ink: Image.Image) -> bool:
    """Whether a figure goes on beyond the picture, or something else stands there that could be one."""
    highest = max(piece.height for piece in pieces)
    if any(piece.left <= 1 or piece.right >= ink.width - 1 for piece in pieces):
        return True
    left_out = [piece for piece in between if piece not in pieces]
    if any(piece.height > SMALL * highest and not _is_low(piece, ink) for piece in left_out):
        return True
    # A thin stroke may be broken into many.
    for piece in left_out:
        near = [one for one in left_out if abs(one.middle - piece.middle) < NEAR * highest]
        if max(one.bottom for one in near) - min(one.top for one in near) > BROKEN * highest:
            return True
    return False


def _is_in_print(found: list[Piece], ink: Image.Image, left: float, right: float) -> bool:
    """Whether something reaches far into the print and far out of it."""
    for piece in found:
        inside = min(piece.right, right) - max(piece.left, left)
        if min(inside, piece.width - inside) > OVERHANG * piece.height and not _is_low(piece, ink):
            return True
    return False


def connected(ink: Image.Image) -> Iterator[Piece]:
    """All pieces but specks."""
    width, height = ink.size
    left = {(index % width, index // width) for index, value in enumerate(ink.tobytes()) if value > FAINT}
    while left:
        start = left.pop()
        pixels, edge = [start], [start]
        while edge:
            x, y = edge.pop()
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            edge += near
            pixels += near
        columns, rows = [x for x, _ in pixels], [y for _, y in pixels]
        if len(pixels) > height // 8:
            yield Piece(min(columns), max(columns) + 1, min(rows), max(rows) + 1, pixels)


def only(ink: Image.Image, pieces: list[Piece]) -> Image.Image:
    """The picture with nothing but these pieces in it."""
    pixels = {place for piece in pieces for place in piece.pixels}
    mask = Image.new("1", ink.size)
    mask.putdata([(index % ink.width, index // ink.width) in pixels for index in range(ink.width * ink.height)])
    kept = Image.new("L", ink.size)
    kept.paste(ink, mask=mask)
    return kept


def slants(ink: Image.Image) -> list[float]:
    """By how much the figures lean, and a little less and more."""

    def order(slant: float) -> float:
        columns = slanted(ink, slant).resize((ink.width + ink.height, 1), Image.Resampling.BOX)
        return ImageStat.Stat(columns).sum2[0]

    best = max(SLANTS, key=order)
    return [best + shift for shift in (-0.1, -0.05, 0.0, 0.05, 0.1)]


def slanted(ink: Image.Image, slant: float) -> Image.Image:
    width, height = ink.width + ink.height, ink.height
    middle = (height - slant * height) / 2
    turn = (1.0, -slant, slant * height - middle if slant else -middle, 0.0, 1.0, 0.0)
    return ink.transform((width, height), Image.Transform.AFFINE, turn, Image.Resampling.BILINEAR)


def _read(ink: Image.Image) -> _Reading:
    """The most likely figures from left to right."""
    box = ink.getbbox()
    if not box:
        return _Reading("", 0.0, 0.0)
    ink = ink.crop(box)
    cuts = cuts_of(ink)
    # To each cut and each count of figures: the likelihood (as a logarithm), the figures and the least certain of them
    # on the best way there.
    ways: dict[int, dict[int, tuple[float, str, float]]] = {0: {0: (0.0, "", 1.0)}}
    for end in cuts[1:]:
        there: dict[int, tuple[float, str, float]] = {}
        for start in cuts:
            if start not in ways or start >= end or end - start > WIDEST * ink.height:
                continue
            figure, sure = _figure(ink.crop((start, 0, end, ink.height)))
            for likelihood, figures, least in ways[start].values():
                way = likelihood + math.log(max(sure, 1e-6)), figures + figure, min(least, sure)
                there[len(way[1])] = max(there.get(len(way[1]), way), way)
        if there:
            ways[end] = there
    found = ways.get(cuts[-1], {}).values()
    likelihood, figures, least = max(found, default=(0.0, "", 0.0))
    longer = max((way[0] for way in found if len(way[1]) > len(figures)), default=-math.inf)
    return _Reading(figures, least, likelihood - longer)


def cuts_of(ink: Image.Image) -> list[int]:
    """Columns where a figure may end and the next begin: the thinnest places."""
    columns = [sum(column) / 255 for column in _columns(ink)]
    inked = [value for value in columns if value > 1]
    usual = sum(inked) / len(inked) if inked else 0.0
    cuts = [0]
    for x in range(1, ink.width - 1):
        lowest = columns[x] <= columns[x - 1] and columns[x] < columns[x + 1]
        if lowest and columns[x] < max(INK_EACH * 2 * usual, 1.0) and x - cuts[-1] > 2:
            cuts.append(x)
    return [*cuts[:MOST_CUTS], ink.width]


def _columns(ink: Image.Image) -> list[bytes]:
    values = ink.tobytes()
    return [values[x :: ink.width] for x in range(ink.width)]


def _figure(piece: Image.Image) -> tuple[str, float]:
    """The likeliest figure and how sure it is."""
    seen = normal(piece)
    if seen is None or seen.height < LOWEST * FIGURE:
        return "", 0.0
    likely = _net().likelihoods([value / 255 for value in seen.tobytes()])
    best = max(range(10), key=lambda figure: likely[figure])
    return str(best), likely[best]


def normal(piece: Image.Image) -> Image.Image | None:
    """As the network was taught: of one size, in the middle."""
    box = piece.point([255 * (value > FAINT) for value in range(256)]).getbbox()
    if box is None or box[3] - box[1] < LOWEST * piece.height:
        return None
    cut = piece.crop(box)
    scale = FIGURE / max(cut.size)
    size = max(2, round(cut.width * scale)), max(2, round(cut.height * scale))
    cut = cut.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR)
    seen = Image.new("L", (SIDE, SIDE))
    seen.paste(cut, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    return seen


class _Net:
    """Weights and what they make of a picture of SIDE × SIDE values from 0 to 1."""

    def __init__(self, layers: list[dict[str, Any]]) -> None:
        # One row of weights for each neuron.
        self._layers = [(_rows(layer), [float(value) for value in layer["bias"]]) for layer in layers]

    def likelihoods(self, seen: list[float]) -> list[float]:
        """Of the ten figures, and of none."""
        rows = [[[value] for value in seen[start : start + SIDE]] for start in range(0, SIDE * SIDE, SIDE)]
        for layer, side in ((0, 5), (1, 3)):
            rows = self._convolved(layer, rows, side)
        values = [value for row in rows for cell in row for value in cell]
        values = [max(0.0, value) for value in self._neurons(2, values)]
        powers = [math.exp(min(value, 50.0)) for value in self._neurons(3, values)]
        return [power / sum(powers) for power in powers]

    def _convolved(self, layer: int, rows: list[list[list[float]]], side: int) -> list[list[list[float]]]:
        """Every second patch of side × side cells through the layer's neurons."""
        places = range(0, len(rows) - side + 1, 2)
        return [
            [
                [
                    max(0.0, value)
                    for value in self._neurons(
                        layer, [value for row in rows[y : y + side] for cell in row[x : x + side] for value in cell]
                    )
                ]
                for x in places
            ]
            for y in places
        ]

    def _neurons(self, layer: int, values: list[float]) -> list[float]:
        weights, bias = self._layers[layer]
        return [sum(map(mul, row, values), start) for row, start in zip(weights, bias, strict=True)]


def _rows(layer: dict[str, Any]) -> list[list[float]]:
    """Weights are kept as signed bytes, times one scale."""
    length, scale = int(layer["inputs"]), float(layer["scale"])
    values = [(byte - 256 if byte > 127 else byte) * scale for byte in base64.b64decode(layer["weights"])]
    return [values[start : start + length] for start in range(0, len(values), length)]


@cache
def _net() -> _Net:
    return _Net(json.loads(NET.read_text(encoding="utf-8"))["layers"])
