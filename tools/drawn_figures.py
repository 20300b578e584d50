"""Figures as a pen writes them, for teaching: strokes in a square of one (y downwards), never drawn twice the same."""

import math
import random

from PIL import Image, ImageDraw

Point = tuple[float, float]
Strokes = list[list[Point]]

# Ways to write each figure; among them the habits of Vietnamese schools: 1 with an upstroke, 7 with a bar, open 4.
WAYS: dict[str, list[Strokes]] = {
    "0": [
        [[(0.5, 0), (0.1, 0.25), (0.05, 0.7), (0.4, 1), (0.85, 0.75), (0.9, 0.3), (0.5, 0)]],
        [[(0.75, 0.1), (0.35, 0.05), (0.05, 0.5), (0.2, 0.95), (0.6, 0.95), (0.95, 0.5), (0.75, 0.1), (0.5, 0.15)]],
        [[(0.8, 0.08), (0.4, 0), (0.05, 0.55), (0.3, 1), (0.75, 0.8), (0.9, 0.3), (0.6, 0.05), (0.5, 0.25), (1, 0.1)]],
    ],
    "1": [
        [[(0.5, 0), (0.5, 1)]],
        [[(0.0, 0.45), (0.5, 0), (0.5, 1)]],
        [[(-0.1, 0.8), (0.2, 0.55), (0.5, 0), (0.45, 1)]],
        [[(-0.4, 1), (-0.1, 0.85), (0.25, 0.5), (0.5, 0), (0.45, 1)]],
        [[(0.1, 0.3), (0.5, 0), (0.5, 1)], [(0.1, 1), (0.9, 1)]],
        [[(0.25, 0.2), (0.5, 0), (0.5, 0.98)]],
    ],
    "2": [
        [[(0.05, 0.25), (0.4, 0), (0.85, 0.2), (0.6, 0.6), (0.05, 1)], [(0.05, 1), (0.95, 0.98)]],
        [[(0.1, 0.2), (0.5, 0), (0.8, 0.25), (0.5, 0.65), (0.05, 0.95), (0.3, 0.85), (0.6, 1), (1, 0.9)]],
        [[(0.1, 0.3), (0.3, 0.02), (0.8, 0.1), (0.7, 0.5), (0.1, 0.95), (0.05, 0.8), (0.35, 0.85), (0.7, 1), (1, 0.8)]],
        [[(0.1, 0.3), (0.35, 0), (0.65, 0.2), (0.25, 0.85), (0.05, 0.95), (0.2, 0.75), (0.5, 0.95), (1.1, 0.4)]],
    ],
    "3": [
        [[(0.1, 0.1), (0.5, 0), (0.8, 0.2), (0.4, 0.45), (0.9, 0.7), (0.5, 1), (0.05, 0.9)]],
        [[(0.1, 0.02), (0.85, 0.02), (0.4, 0.4)], [(0.4, 0.4), (0.85, 0.55), (0.8, 0.9), (0.4, 1), (0.05, 0.85)]],
    ],
    "4": [
        [[(0.4, 0), (0.2, 0.4), (0.02, 0.65)], [(0.02, 0.65), (1, 0.6)], [(0.7, 0.3), (0.65, 1)]],
        [[(0.65, 1), (0.7, 0)], [(0.7, 0), (0.02, 0.7)], [(0.02, 0.7), (1, 0.68)]],
        [[(0.15, 0.05), (0.1, 0.5)], [(0.1, 0.5), (0.9, 0.48)], [(0.75, 0.05), (0.7, 1)]],
        [[(0.3, 0.1), (0.05, 0.6), (0.5, 0.55), (0.95, 0.5)], [(0.85, 0.05), (0.55, 1)]],
    ],
    "5": [
        [
            [(0.85, 0.02), (0.2, 0.02)],
            [(0.2, 0.02), (0.12, 0.45)],
            [(0.12, 0.45), (0.6, 0.35), (0.9, 0.65), (0.5, 1), (0.05, 0.9)],
        ],
        [[(0.2, 0.1), (0.12, 0.45), (0.6, 0.4), (0.85, 0.7), (0.5, 1), (0.05, 0.88)], [(0.2, 0.06), (0.95, 0)]],
        [[(0.9, 0), (0.3, 0.1), (0.15, 0.4), (0.7, 0.45), (0.85, 0.75), (0.5, 1), (0.05, 0.95)]],
    ],
    "6": [
        [[(0.75, 0), (0.25, 0.35), (0.08, 0.75), (0.4, 1), (0.85, 0.8), (0.6, 0.5), (0.15, 0.7)]],
        [[(0.5, 0), (0.12, 0.5), (0.2, 0.95), (0.7, 0.95), (0.8, 0.6), (0.45, 0.5), (0.12, 0.75)]],
    ],
    "7": [
        [[(0.05, 0.05), (0.9, 0.02)], [(0.9, 0.02), (0.6, 0.4), (0.4, 1)]],
        [[(0.05, 0.05), (0.85, 0.02)], [(0.85, 0.02), (0.4, 1)], [(0.2, 0.5), (0.85, 0.48)]],
        [
            [(0.05, 0.2), (0.1, 0), (0.4, 0.1), (0.85, 0.05)],
            [(0.85, 0.05), (0.5, 0.5), (0.4, 1)],
            [(0.15, 0.55), (0.9, 0.45)],
        ],
        [[(0.05, 0.0), (0.4, 0.15), (0.75, 0.08)], [(0.75, 0.08), (0.65, 1)], [(0.1, 0.65), (0.95, 0.4)]],
        [[(0.1, 0.15), (0.5, 0.05), (0.6, 0.1), (0.55, 1)], [(0.15, 0.5), (1, 0.45)]],
    ],
    "8": [
        [
            [
                (0.8, 0.15),
                (0.4, 0),
                (0.15, 0.25),
                (0.5, 0.48),
                (0.85, 0.75),
                (0.5, 1),
                (0.12, 0.75),
                (0.5, 0.48),
                (0.85, 0.15),
            ]
        ],
        [
            [(0.5, 0), (0.2, 0.22), (0.5, 0.45), (0.8, 0.22), (0.5, 0)],
            [(0.5, 0.45), (0.1, 0.75), (0.5, 1), (0.9, 0.75), (0.5, 0.45)],
        ],
    ],
    "9": [
        [[(0.85, 0.2), (0.45, 0), (0.1, 0.3), (0.4, 0.55), (0.85, 0.2)], [(0.85, 0.2), (0.75, 1)]],
        [[(0.8, 0.15), (0.4, 0.02), (0.1, 0.3), (0.4, 0.5), (0.85, 0.2), (0.85, 0.7), (0.5, 1), (0.1, 0.9)]],
        [[(0.8, 0.25), (0.45, 0.02), (0.1, 0.3), (0.45, 0.5), (0.8, 0.2), (0.8, 0.6), (0.55, 0.95), (0.2, 1)]],
    ],
}


def drawn(text: str, height: int, closeness: float, rng: random.Random) -> list[Image.Image]:
    """The figures in one hand, each alone in white on black where it stands, about `height` pixels high without the
    pen's width. `closeness`: the gap between two, in heights. Some hands do not lift the pen between them.
    """
    pen = max(2.0, height * rng.uniform(0.04, 0.16))
    width, loose, turn = rng.uniform(0.35, 0.85), rng.uniform(0.01, 0.06), rng.gauss(0, 0.08)
    joins = rng.random() < 0.35
    placed: list[Strokes] = []
    right = 0.0
    for figure in text:
        strokes = _placed(
            rng.choice(WAYS[figure]), width * rng.uniform(0.8, 1.2), loose, turn + rng.gauss(0, 0.05), rng
        )
        gap = closeness * rng.uniform(0.5, 1.5) if placed else 0.0
        shift = right + gap - min(x for stroke in strokes for x, _ in stroke)
        strokes = [[(x + shift, y) for x, y in stroke] for stroke in strokes]
        if placed and joins and rng.random() < 0.7:
            placed[-1].append(_join(placed[-1][-1][-1], strokes[0][0], rng))
        placed.append(strokes)
        right = max(x for stroke in strokes for x, _ in stroke)
    if rng.random() < 0.15:  # the pen goes on
        x, y = placed[-1][-1][-1]
        placed[-1][-1].append((x + rng.uniform(0.1, 0.5), y - rng.uniform(-0.1, 0.4)))
    places = [point for strokes in placed for stroke in strokes for point in stroke]
    left, top = min(x for x, _ in places), min(y for _, y in places)
    margin = 2 * pen
    size = (
        round((max(x for x, _ in places) - left) * height + 2 * margin),
        round((max(y for _, y in places) - top) * height + 2 * margin),
    )
    wave = rng.uniform(0, 6)
    layers: list[Image.Image] = []
    for strokes in placed:
        layer = Image.new("L", size)
        pencil = ImageDraw.Draw(layer)
        for stroke in strokes:
            for number, (x, y) in enumerate(_curve(stroke)):
                across, down = (x - left) * height + margin, (y - top) * height + margin
                radius = pen / 2 * (0.8 + 0.3 * math.sin(number / 9 + wave))
                pencil.ellipse((across - radius, down - radius, across + radius, down + radius), fill=255)
        layers.append(layer)
    return layers


def _placed(way: Strokes, width: float, loose: float, turn: float, rng: random.Random) -> Strokes:
    """As a hand writes it: turned, stretched, never twice the same; one high."""
    high, low = rng.gauss(1, 0.09), rng.gauss(0, 0.05)
    cos, sin = math.cos(turn), math.sin(turn)
    strokes: Strokes = []
    for stroke in way:
        points = [((x + rng.gauss(0, loose) - 0.5) * width, (y + rng.gauss(0, loose) - 0.5) * high) for x, y in stroke]
        strokes.append([(x * cos - y * sin, x * sin + y * cos + low) for x, y in points])
    return strokes


def _join(start: Point, end: Point, rng: random.Random) -> list[Point]:
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + rng.uniform(-0.1, 0.15)
    return [start, middle, end]


def _curve(points: list[Point]) -> list[Point]:
    """Close places on a smooth line through the points (Catmull-Rom)."""
    if len(points) == 2:
        (x0, y0), (x1, y1) = points
        return [(x0 + (x1 - x0) * t / 40, y0 + (y1 - y0) * t / 40) for t in range(41)]
    padded = [points[0], *points, points[-1]]
    places: list[Point] = []
    for number in range(1, len(padded) - 2):
        before, start, end, after = padded[number - 1 : number + 3]
        for step in range(24):
            t = step / 24
            places.append(
                (
                    _between(before[0], start[0], end[0], after[0], t),
                    _between(before[1], start[1], end[1], after[1], t),
                )
            )
    return [*places, points[-1]]


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )
