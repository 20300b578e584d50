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


def drawn(figure: str, height: int, rng: random.Random) -> Image.Image:
    """The figure in white on black, `height` pixels high without its pen's width."""
    pen = max(2.0, height * rng.uniform(0.04, 0.16))
    width = height * rng.uniform(0.35, 0.85)
    loose = rng.uniform(0.01, 0.06)
    turn = rng.gauss(0, 0.08)
    margin = round(pen * 2 + height * 0.6)
    image = Image.new("L", (round(width) + 2 * margin, height + 2 * margin))
    pencil = ImageDraw.Draw(image)
    shift = [rng.gauss(0, 0.03) for _ in range(2)]
    for stroke in rng.choice(WAYS[figure]):
        points = [(x + rng.gauss(0, loose) + shift[0], y + rng.gauss(0, loose) + shift[1]) for x, y in stroke]
        places: list[Point] = []
        for x, y in _curve(points):
            across, down = (x - 0.5) * width, (y - 0.5) * height
            places.append(
                (
                    image.width / 2 + across * math.cos(turn) - down * math.sin(turn),
                    image.height / 2 + across * math.sin(turn) + down * math.cos(turn),
                )
            )
        for number, (x, y) in enumerate(places):
            radius = pen / 2 * (0.8 + 0.3 * math.sin(number / 9 + shift[0] * 40))
            pencil.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    box = image.getbbox()
    return image.crop(box) if box else image


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
