"""Reads figures that were written by hand, as number and date are in letters that are printed before they are signed.

Two small neural networks (two layers of convolution, two of neurons) look at them. Ink is cut wherever two figures may
touch, and the first says of each piece which of the ten figures it is, or none. The second looks at the whole number
uncut, for figures in one stroke have no place to cut. Only what both find likely is read. tools/teach_figures.py taught
them.
"""

# pyright: reportUnknownMemberType=false

import base64
import json
import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any, Literal

from PIL import Image, ImageChops, ImageStat

from core.reading.layout import Box

NET = Path(__file__).parents[2] / "resources" / "figures.json"
SIDE, FIGURE = 28, 20  # pixels, of what the network sees and of the figure in it
HIGH, WIDTH = 24, 64  # pixels, of a whole number as the network sees it
FAINT = 60  # of 255: what is darker is ink
SEEN = [255 * (value > FAINT) for value in range(256)]
LEAST_CONTRAST = 50
# As logarithms, over both networks: the least that a reading must reach, and how far it must be ahead of any other.
SURE, AHEAD = -3.5, 3.0
BEST_LOOKS = 3  # of the slants
UNLIKELY = -10.0  # the least that a network counts; it may be mistaken
SLANTS = [step / 10 for step in range(-2, 8)]  # of written figures, as parts of the height
LOWEST = 0.5  # of the highest piece; what is lower is a dot, or a part of its neighbour
SMALL = 0.35  # of the highest piece; what is left out and higher may have been a figure
NEAR, BROKEN = 0.2, 0.7  # of the highest piece: how close the parts of a broken figure are, and how high together
DOT = 0.1  # of the picture's height; what is higher may be a part of a figure
OVERHANG = 0.25  # of a piece's height: more than this is not by the slant of a figure
WIDEST = 1.25  # of the height
MOST_FIGURES = 4
MOST_WAYS = 30  # to a cut that are followed
MOST_LIKELY = 6  # figures of a piece that are followed
LEAST_LIKELY = -14.0
NONE = 10  # of what a network may say: no figure
MOST_CUTS = 24
INK_EACH = 0.45  # of the usual ink in a column: less may be where two figures touch


def read_figures(
    picture: Image.Image, left: float = 0, right: float | None = None, top: float = 0, among: Collection[str] = ()
) -> str | None:
    """The figures in a picture, dark on light, between the print that ends at `left` and begins again at `right`.

    What has its middle above `top` belongs to another line. `among`: all that they may be; empty: any number. None
    where one of them is not certain, or hangs together with the print.
    """
    ink = ink_of(picture)
    if ink is None:
        return None
    right = ink.width if right is None else right
    found = [piece for piece in connected(ink) if (piece.top + piece.bottom) / 2 >= top]
    between = [piece for piece in found if left <= piece.middle <= right]
    pieces = pieces_of(between, ink)
    if not pieces or _is_unclear(pieces, between, ink) or _is_in_print(found, ink, left, right):
        return None
    kept = only(ink, pieces)
    looks = [_Look(slanted(kept, slant)) for slant in slants(kept)]
    texts = set(among) or {text for look in looks for text in look.cut if text.strip("0")}  # no number is but noughts
    ranked = sorted(((_likelihood(looks, text), text) for text in texts), reverse=True)
    if not ranked or ranked[0][0] < SURE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD):
        return None
    return ranked[0][1]


def is_empty(picture: Image.Image, left: float, right: float, top: float, height: float) -> bool:
    """Whether nothing as high as that stands between `left` and `right`, below `top`."""
    ink = ink_of(picture)
    found = connected(ink) if ink else ()
    return not any(
        left <= piece.middle <= right and (piece.top + piece.bottom) / 2 >= top and piece.height >= height
        for piece in found
    )


def _likelihood(looks: "list[_Look]", text: str) -> float:
    """Leaning otherwise, figures may not be cut apart: the best looks count."""
    best = sorted((look.likelihood(text) for look in looks), reverse=True)[:BEST_LOOKS]
    return sum(best) / len(best)


class _Look:
    """What both networks say of figures that lean so. Likelihoods are logarithms."""

    def __init__(self, ink: Image.Image) -> None:
        seen = whole(ink)
        self._whole = _net("whole").likelihoods(seen) if seen else []
        self.cut = _cut_readings(ink)

    def likelihood(self, text: str) -> float:
        if not self._whole:
            return 2 * UNLIKELY
        figures = [*map(int, text), *[NONE] * (len(self._whole) - len(text))]
        uncut = sum(group[figure] for group, figure in zip(self._whole, figures, strict=True))
        return max(self.cut.get(text, UNLIKELY), UNLIKELY) + max(uncut, UNLIKELY)


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
    mask = bytearray(ink.width * ink.height)
    for piece in pieces:
        for x, y in piece.pixels:
            mask[y * ink.width + x] = 255
    return ImageChops.darker(ink, Image.frombytes("L", ink.size, bytes(mask)))


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


def _cut_readings(ink: Image.Image) -> dict[str, float]:
    """The likeliest figures from left to right, and how likely each is on the best way to cut."""
    box = ink.getbbox()
    if not box:
        return {}
    ink = ink.crop(box)
    cuts = cuts_of(ink)
    ways: dict[int, dict[str, float]] = {0: {"": 0.0}}
    for end in cuts[1:]:
        there: dict[str, float] = {}
        for start in cuts:
            if start not in ways or start >= end or end - start > WIDEST * ink.height:
                continue
            likely = _figure(ink.crop((start, 0, end, ink.height)))
            for text, so_far in ways[start].items():
                if len(text) < MOST_FIGURES:
                    for figure, likelihood in likely:
                        way = text + figure
                        there[way] = max(there.get(way, -math.inf), so_far + likelihood)
        if there:
            ways[end] = dict(sorted(there.items(), key=lambda way: -way[1])[:MOST_WAYS])
    return ways.get(cuts[-1], {})


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


def _figure(piece: Image.Image) -> list[tuple[str, float]]:
    """The likeliest figures, and how likely each is."""
    seen = normal(piece)
    if seen is None or seen.height < LOWEST * FIGURE:
        return []
    likely = _net("piece").likelihoods(seen)[0]
    best = sorted(range(10), key=lambda figure: -likely[figure])[:MOST_LIKELY]
    return [(str(figure), likely[figure]) for figure in best]


def normal(piece: Image.Image) -> Image.Image | None:
    """As the network was taught: of one size, in the middle."""
    box = piece.point(SEEN).getbbox()
    if box is None or box[3] - box[1] < LOWEST * piece.height:
        return None
    cut = piece.crop(box)
    scale = FIGURE / max(cut.size)
    size = max(2, round(cut.width * scale)), max(2, round(cut.height * scale))
    cut = cut.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR)
    seen = Image.new("L", (SIDE, SIDE))
    seen.paste(cut, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    return seen


def whole(ink: Image.Image) -> Image.Image | None:
    """All the figures as the network of whole numbers was taught: of one height, in the middle."""
    box = ink.point(SEEN).getbbox()
    if box is None:
        return None
    cut = ink.crop(box)
    scale = HIGH / cut.height
    size = max(2, min(round(cut.width * scale), WIDTH - 4)), HIGH
    cut = cut.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR)
    seen = Image.new("L", (WIDTH, SIDE))
    seen.paste(cut, ((WIDTH - cut.width) // 2, (SIDE - HIGH) // 2))
    return seen


class _Net:
    """Weights and what they make of a picture."""

    def __init__(self, layers: list[dict[str, Any]]) -> None:
        # One row of weights for each neuron.
        self._layers = [(_rows(layer), [float(value) for value in layer["bias"]]) for layer in layers]

    def likelihoods(self, seen: Image.Image) -> list[list[float]]:
        """Of the ten figures and of none, as logarithms, for each figure that the network tells."""
        values = [[value / 255] for value in seen.tobytes()]
        rows = [values[start : start + seen.width] for start in range(0, len(values), seen.width)]
        for layer, side in ((0, 5), (1, 3)):
            rows = self._convolved(layer, rows, side)
        inner = [
            max(0.0, value) for value in self._neurons(2, [value for row in rows for cell in row for value in cell])
        ]
        said = self._neurons(3, inner)
        return [_as_likelihoods(said[start : start + NONE + 1]) for start in range(0, len(said), NONE + 1)]

    def _convolved(self, layer: int, rows: list[list[list[float]]], side: int) -> list[list[list[float]]]:
        """Every second patch of side × side cells through the layer's neurons."""
        return [
            [
                [
                    max(0.0, value)
                    for value in self._neurons(
                        layer, [value for row in rows[y : y + side] for cell in row[x : x + side] for value in cell]
                    )
                ]
                for x in range(0, len(rows[0]) - side + 1, 2)
            ]
            for y in range(0, len(rows) - side + 1, 2)
        ]

    def _neurons(self, layer: int, values: list[float]) -> list[float]:
        weights, bias = self._layers[layer]
        return [sum(map(mul, row, values), start) for row, start in zip(weights, bias, strict=True)]


def _as_likelihoods(values: list[float]) -> list[float]:
    whole_sum = math.log(sum(math.exp(min(value, 50.0)) for value in values))
    return [max(value - whole_sum, LEAST_LIKELY) for value in values]


def _rows(layer: dict[str, Any]) -> list[list[float]]:
    """Weights are kept as signed bytes, times one scale."""
    length, scale = int(layer["inputs"]), float(layer["scale"])
    values = [(byte - 256 if byte > 127 else byte) * scale for byte in base64.b64decode(layer["weights"])]
    return [values[start : start + length] for start in range(0, len(values), length)]


@cache
def _net(name: Literal["piece", "whole"]) -> _Net:
    return _Net(json.loads(NET.read_text(encoding="utf-8"))[name])
