"""Reads figures that were written by hand, as number and date are in letters that are printed before they are signed.

Ink is cut wherever two figures may touch, and each piece is looked at by a small neural network (two layers of
convolution, two of neurons) that knows the ten figures and "no figure". It was taught with 8,500 figures of MNIST
(LeCun, Cortes, Burges; CC BY-SA 3.0), fonts of handwriting, and figures drawn as they are written in Vietnam: 1 with a
long upstroke, 7 with a bar.
"""

# pyright: reportUnknownMemberType=false

import base64
import json
import math
from collections import Counter
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
SURE = 0.9  # of 1, of the least certain figure; two looks at the page have to agree besides
SLANTS = [step / 10 for step in range(-2, 8)]  # of written figures, as parts of the height
LOWEST = 0.5  # of the highest piece; what is lower is a dot, or a part of its neighbour
DOT = 0.1  # of the picture's height; what is higher may be a part of a figure
RULE = 2  # heights; what is longer is no figure
WIDEST = 1.25  # of the height
MOST_FIGURES = 5
MOST_CUTS = 24
INK_EACH = 0.45  # of the usual ink in a column: less may be where two figures touch


def read_figures(picture: Image.Image) -> str | None:
    """The figures in a picture with nothing else in it, dark on light; None where one of them is not certain."""
    ink = _ink(picture)
    pieces = _pieces(ink) if ink else []
    if not ink or not pieces or any(_is_cut_off(piece, ink) for piece in pieces):
        return None
    kept = _only(ink, pieces)
    readings = [_read(_slanted(kept, slant)) for slant in _slants(kept)]
    # Leaning a little more or less, the same figures must come out, and once at least for certain.
    figures, times = Counter(reading.figures for reading in readings).most_common(1)[0]
    least = max(reading.least for reading in readings if reading.figures == figures)
    certain = least >= SURE and times > len(readings) / 2
    # No number and no day is nothing but noughts.
    return figures if certain and len(figures) <= MOST_FIGURES and figures.strip("0") else None


class _Reading(NamedTuple):
    """Figures and how sure the least certain of them is."""

    figures: str
    least: float


def _ink(picture: Image.Image) -> Image.Image | None:
    """The ink white on black, whatever its colour and that of the paper."""
    values = sorted(picture.convert("L").tobytes())
    paper, dark = values[len(values) * 8 // 10], values[len(values) // 100]
    if paper - dark < LEAST_CONTRAST:
        return None
    scale = 255 / (paper - dark) / 0.8
    return picture.convert("L").point([max(0, min(255, round((paper * 0.93 - value) * scale))) for value in range(256)])


@dataclass
class _Piece(Box):
    """Pixels that hang together."""

    pixels: list[tuple[int, int]]


def _pieces(ink: Image.Image) -> list[_Piece]:
    """The pieces of ink that are figures or parts of them: no rules, no dots, nothing that the edge cuts."""
    found = [piece for piece in _connected(ink) if not _is_cut(piece, ink)]
    highest = max((piece.height for piece in found), default=0.0)
    high = [piece for piece in found if piece.height >= LOWEST * highest]
    return [
        piece
        for piece in found
        if piece in high or any(piece.left < one.right and one.left < piece.right for one in high)
    ]


def _is_cut(piece: _Piece, ink: Image.Image) -> bool:
    """Whether an edge cuts a piece that is no figure: a rule, a letter of another line."""
    beside = piece.left <= 1 or piece.right >= ink.width - 1
    return piece.top <= 0 or piece.bottom >= ink.height or (beside and not _is_cut_off(piece, ink))


def _is_cut_off(piece: _Piece, ink: Image.Image) -> bool:
    """Whether a figure goes on beyond the picture."""
    is_rule = piece.right - piece.left > RULE * piece.height
    return piece.height > DOT * ink.height and not is_rule and (piece.left <= 1 or piece.right >= ink.width - 1)


def _connected(ink: Image.Image) -> Iterator[_Piece]:
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
            yield _Piece(min(columns), max(columns) + 1, min(rows), max(rows) + 1, pixels)


def _only(ink: Image.Image, pieces: list[_Piece]) -> Image.Image:
    pixels = {place for piece in pieces for place in piece.pixels}
    mask = Image.new("1", ink.size)
    mask.putdata([(index % ink.width, index // ink.width) in pixels for index in range(ink.width * ink.height)])
    kept = Image.new("L", ink.size)
    kept.paste(ink, mask=mask)
    box = kept.getbbox()
    return kept.crop(box) if box else kept


def _slants(ink: Image.Image) -> list[float]:
    """By how much the figures lean, and a little less and more."""

    def order(slant: float) -> float:
        columns = _slanted(ink, slant).resize((ink.width + ink.height, 1), Image.Resampling.BOX)
        return ImageStat.Stat(columns).sum2[0]

    best = max(SLANTS, key=order)
    return [best + shift for shift in (-0.1, -0.05, 0.0, 0.05, 0.1)]


def _slanted(ink: Image.Image, slant: float) -> Image.Image:
    width, height = ink.width + ink.height, ink.height
    middle = (height - slant * height) / 2
    turn = (1.0, -slant, slant * height - middle if slant else -middle, 0.0, 1.0, 0.0)
    return ink.transform((width, height), Image.Transform.AFFINE, turn, Image.Resampling.BILINEAR)


def _read(ink: Image.Image) -> _Reading:
    """The most likely figures from left to right."""
    box = ink.getbbox()
    if not box:
        return _Reading("", 0.0)
    ink = ink.crop(box)
    cuts = _cuts(ink)
    # To each cut: the likelihood (as a logarithm), the figures and the least certain of them on the best way there.
    ways: dict[int, tuple[float, str, float]] = {0: (0.0, "", 1.0)}
    for end in cuts[1:]:
        for start in cuts:
            if start not in ways or start >= end or end - start > WIDEST * ink.height:
                continue
            figure, sure = _figure(ink.crop((start, 0, end, ink.height)))
            likelihood, figures, least = ways[start]
            way = likelihood + math.log(max(sure, 1e-6)), figures + figure, min(least, sure)
            if end not in ways or way > ways[end]:
                ways[end] = way
    _, figures, least = ways.get(cuts[-1], (0.0, "", 0.0))
    return _Reading(figures, least)


def _cuts(ink: Image.Image) -> list[int]:
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
    seen = _normal(piece)
    if seen is None or seen.height < LOWEST * FIGURE:
        return "", 0.0
    likely = _net().likelihoods([value / 255 for value in seen.tobytes()])
    best = max(range(10), key=lambda figure: likely[figure])
    return str(best), likely[best]


def _normal(piece: Image.Image) -> Image.Image | None:
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
