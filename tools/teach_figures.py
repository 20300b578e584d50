"""Teaches the network of core/reading/figures.py and writes resources/figures.json. Takes some ten minutes.

Usage: PYTHONPATH=. python tools/teach_figures.py FONTS [NUMBERS]

Needs numpy and scikit-learn, which the program does not. What it learns from, all of it free:
- figures drawn as they are written in Vietnam (drawn_figures.py);
- the fonts below the folder FONTS. The weights in the project were made with those of the Debian packages fonts-breip,
  fonts-bwht, fonts-comic-neue, fonts-dancingscript, fonts-dkg-handwriting, fonts-humor-sans, fonts-kiloji,
  fonts-kristi, fonts-rufscript, fonts-sjfonts, fonts-smc-chilanka, fonts-tomsontalks and, for numbers that are stamped,
  fonts-croscore, and of the npm packages @fontsource/ annie-use-your-telescope, architects-daughter, bad-script,
  caveat, cedarville-cursive, covered-by-your-grace, gaegu, gloria-hallelujah, gochi-hand, handlee, homemade-apple,
  indie-flower, kalam, mansalva, marck-script, nanum-pen-script, neucha, patrick-hand, reenie-beanie, rock-salt,
  schoolbell, shadows-into-light, short-stack, sriracha, sue-ellen-francisco, swanky-and-moo-moo;
- the figures of 43 people in scikit-learn (Alpaydin, Kaynak: Optical Recognition of Handwritten Digits, UCI,
  CC BY 4.0).

Numbers are put together of them, spoilt as scanners and pens do, and cut by the same code that will cut the real ones.
"""

import base64
import json
import random
import sys
from pathlib import Path

import numpy as np
from drawn_figures import drawn
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps
from sklearn.datasets import load_digits

from core.reading import figures

NONE = 10  # the class of what is no figure
LETTERS = "abcdđeghkmnprtuvxyABCDĐEGHKMNPQRTUVXY&?#/()"
ELEVEN = 11
MOST = 4  # figures of a whole number
OUTLINED = ("femkeklaver", "ecolier", "OCR")
BATCH, RATE = 128, 0.002
NONE_KEPT = 0.05  # of the cuts that are no figures, which are many
FIRST, SECOND, THIRD = 12, 32, 64  # neurons
SURE = 0.9
KEPT_BACK = (
    *("gochi-hand", "kalam", "mansalva", "marck-script", "nanum-pen-script", "neucha", "patrick-hand", "reenie-beanie"),
    *("rock-salt", "schoolbell", "Kristi", "kiloji", "SteveHand"),
)


class Writer:
    """Writes single figures in ever other hands."""

    def __init__(self, folder: Path, rng: random.Random, *, unknown: bool = False) -> None:
        """`unknown`: in the fonts that are kept back."""
        files = [*folder.rglob("*.ttf"), *folder.rglob("*.otf"), *folder.rglob("*-latin-400-normal.woff")]
        usable = [str(file) for file in sorted(files) if not file.stem.startswith(OUTLINED)]
        self.fonts = [file for file in usable if unknown == any(name in file for name in KEPT_BACK)]
        samples = load_digits()
        self._people: dict[str, list[np.ndarray]] = {str(figure): [] for figure in range(10)}
        for image, figure in zip(samples.images, samples.target, strict=True):
            self._people[str(figure)].append((image * 15.9).astype(np.uint8))
        self._rng = rng

    def hand(self) -> str:
        kind = self._rng.choices(["pen", "people", "font"], [5, 2, 4])[0]
        return self._rng.choice(self.fonts) if kind == "font" else kind

    def figures(self, text: str, height: int, closeness: float) -> list[Image.Image]:
        """In one hand, each alone in white on black where it stands, about `height` pixels high."""
        hand, rng = self._hand(), self._rng
        if hand == "pen":
            return drawn(text, height, closeness, rng)
        cut = [self._figure(figure, hand, max(12, round(height * rng.gauss(1, 0.07)))) for figure in text]
        size = height * (len(text) * 2 + 2), height * 2
        layers: list[Image.Image] = []
        x = height * 0.5
        for figure in cut:
            layer = Image.new("L", size)
            layer.paste(figure, (round(x), round(height * (0.4 + rng.gauss(0, 0.05)))))
            layers.append(layer)
            x += figure.width + closeness * height
        return [layer.crop((0, 0, round(x) + height // 2, layer.height)) for layer in layers]

    def _hand(self) -> str:
        kind = self._rng.choices(["pen", "people", "font"], [5, 2, 4])[0]
        return self._rng.choice(self.fonts) if kind == "font" else kind

    def _figure(self, figure: str, hand: str, height: int) -> Image.Image:
        if hand == "people":
            eighth = Image.fromarray(self._rng.choice(self._people[figure]))
            large = eighth.resize((height, height), Image.Resampling.BICUBIC)
            image = large.point(lambda value: min(255, max(0, (value - 70) * 3)))
        else:
            image = letter(figure, hand, height)
        box = image.getbbox()
        cut = image.crop(box) if box else image
        width = max(3, round(cut.width * height / cut.height * self._rng.uniform(0.75, 1.25)))
        return cut.resize((width, height), Image.Resampling.BICUBIC)


def letter(text: str, font: str, height: int) -> Image.Image:
    image = Image.new("L", (height * (len(text) + 3), height * 4))
    ImageDraw.Draw(image).text((height, height), text, font=ImageFont.truetype(font, round(height * 1.35)), fill=255)
    return image.crop(image.getbbox())


def number(writer: Writer, text: str, rng: random.Random) -> tuple[list[Image.Image], Image.Image]:
    """Figures, each alone in white on black, and the paper with all of them as a scanner sees it."""
    height = rng.randint(24, 64)
    near, usual, apart = rng.uniform(-0.13, 0.05), rng.uniform(0.0, 0.3), rng.uniform(0.3, 0.7)
    closeness = rng.choices([near, usual, apart], [9, 9, 3])[0]
    alone = writer.figures(text, height, closeness)
    slant = rng.uniform(-0.1, 0.55) if rng.random() < 0.6 else 0.0
    width, high = alone[0].size
    room = round(height * 0.6)
    size = width + round(slant * high) + 2 * room, high + 2 * room
    turn = (1.0, slant, -slant * (high + room) - room, rng.gauss(0, 0.04), 1.0, -room)
    alone = [layer.transform(size, Image.Transform.AFFINE, turn, Image.Resampling.BILINEAR) for layer in alone]
    if rng.random() < 0.3:
        alone = [layer.filter(ImageFilter.MaxFilter(3)) for layer in alone]
    return alone, scanned(alone, rng)


def scanned(alone: list[Image.Image], rng: random.Random) -> Image.Image:
    ink = alone[0]
    for layer in alone[1:]:
        ink = ImageChops.lighter(ink, layer)
    if rng.random() < 0.25:  # a dotted line to write on
        pencil, y = ImageDraw.Draw(ink), ink.height * 0.77
        for x in range(0, ink.width, rng.randint(7, 12)):
            pencil.ellipse((x, y, x + 2, y + 2), fill=255)
    ink = ink.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.8)))
    if rng.random() < 0.5:  # a scanner that knows black and white only
        limit = rng.randint(60, 170)
        speckled = np.asarray(ink, np.int16) + np.random.default_rng(rng.getrandbits(32)).normal(0, 25, ink.size[::-1])
        ink = Image.fromarray(((speckled > limit) * 255).astype(np.uint8))
    return ImageChops.invert(ink.point(lambda value: value * rng.choice([0.5, 0.75, 1.0])))


def lessons(writer: Writer, rng: random.Random) -> list[tuple[np.ndarray, int]]:
    """What the network of single figures will see of a number, and what it is to say: a figure, or that it is none."""
    texts = [rng.choice("0123456789") for _ in range(rng.choices([1, 2, 3, 4], [2, 5, 4, 1])[0])]
    alone, paper = number(writer, "".join(texts), rng)
    ink = figures.ink_of(paper)
    pieces = figures.pieces_of(list(figures.connected(ink)), ink) if ink else []
    if not ink or not pieces:
        return []
    kept = figures.only(ink, pieces)
    slant = rng.choice(figures.slants(kept))
    seen = figures.slanted(kept, slant)
    box = seen.getbbox()
    if not box:
        return []
    seen = seen.crop(box)
    masses = [np.asarray(figures.slanted(layer, slant).crop(box), np.float64).sum(0) for layer in alone]
    cuts = figures.cuts_of(seen)
    found: list[tuple[np.ndarray, int]] = []
    for number_of_cut, start in enumerate(cuts):
        for end in cuts[number_of_cut + 1 :]:
            if end - start > figures.WIDEST * seen.height:
                continue
            label = _label(texts, masses, start, end)
            picture = figures.normal(seen.crop((start, 0, end, seen.height)))
            if picture is not None and label is not None and (label != NONE or rng.random() < NONE_KEPT):
                found.append((np.asarray(picture), label))
    return found


def _label(texts: list[str], masses: list[np.ndarray], start: int, end: int) -> int | None:
    """None: neither a whole figure nor clearly none."""
    inside = [mass[start:end].sum() for mass in masses]
    best = max(range(len(texts)), key=lambda index: inside[index] / max(1.0, masses[index].sum()))
    whole = inside[best] / max(1.0, masses[best].sum())
    others = (sum(inside) - inside[best]) / max(1.0, sum(inside))
    if whole > 0.93 and others < 0.1:
        return int(texts[best])
    return NONE if whole < 0.8 or others > 0.25 else None


def letters(writer: Writer, rng: random.Random) -> tuple[np.ndarray, int] | None:
    """A letter or a sign, which is no figure either."""
    picture = figures.normal(letter(rng.choice(LETTERS), rng.choice([writer.fonts[0], *writer.fonts]), 40))
    return None if picture is None else (np.asarray(picture), NONE)


def wholes(writer: Writer, rng: random.Random) -> list[tuple[np.ndarray, list[int]]]:
    """What the network of whole numbers will see of one, and its figures with NONE behind them."""
    if rng.random() < 0.1:
        text = "".join(rng.choice(LETTERS) for _ in range(rng.randint(1, 4)))
        paper = scanned([ImageOps.expand(letter(text, rng.choice(writer.fonts), 40), 20)], rng)
        text = ""
    else:
        two = f"{rng.randint(0, 31):02}", f"{rng.randint(1, 12):02}", str(rng.randint(10, 99))
        text = rng.choices(
            [str(rng.randint(1, 9)), *two, str(rng.randint(100, 999)), str(rng.randint(1000, 9999))],
            [10, 25, 10, 20, 25, 10],
        )[0]
        _, paper = number(writer, text, rng)
    ink = figures.ink_of(paper)
    pieces = figures.pieces_of(list(figures.connected(ink)), ink) if ink else []
    if not ink or not pieces:
        return []
    kept = figures.only(ink, pieces)
    label = [*map(int, text), *[NONE] * MOST][:MOST]
    seen = [figures.whole(figures.slanted(kept, slant)) for slant in rng.sample(figures.slants(kept), 3)]
    return [(np.asarray(picture), label) for picture in seen if picture]


class Net:
    """Two layers of convolution with steps of two, two of neurons; taught by Adam. Its last neurons stand in groups of
    ELEVEN, of which each tells one figure.
    """

    def __init__(self, width: int, groups: int) -> None:
        dice = np.random.default_rng(1)
        rows, columns = (((cells - 5) // 2 + 1 - 3) // 2 + 1 for cells in (figures.SIDE, width))
        shapes = [(25, FIRST), (9 * FIRST, SECOND), (rows * columns * SECOND, THIRD), (THIRD, ELEVEN * groups)]
        self.weights = [
            dice.normal(0, (2 / rows) ** 0.5, (rows, columns)).astype(np.float32) for rows, columns in shapes
        ]
        self.weights += [np.zeros(columns, np.float32) for _, columns in shapes]
        self._moments = [(np.zeros_like(each), np.zeros_like(each)) for each in self.weights]
        self._steps = 0

    def forward(self, seen: np.ndarray) -> tuple[np.ndarray, list[np.ndarray]]:
        w, b = self.weights[:4], self.weights[4:]
        first = _patches(seen[..., None], 5)
        one = np.maximum(first @ w[0] + b[0], 0)
        second = _patches(one, 3)
        two = np.maximum(second @ w[1] + b[1], 0)
        flat = two.reshape(len(seen), -1)
        three = np.maximum(flat @ w[2] + b[2], 0)
        scores = (three @ w[3] + b[3]).reshape(len(seen), -1, ELEVEN)
        powers = np.exp(scores - scores.max(2, keepdims=True))
        return powers / powers.sum(2, keepdims=True), [first, one, second, two, flat, three]

    def learn(self, seen: np.ndarray, wanted: np.ndarray, rate: float) -> None:
        likely, (first, one, second, two, flat, three) = self.forward(seen)
        w, count = self.weights[:4], len(seen)
        smooth = 0.01 / ELEVEN + 0.99 * np.eye(ELEVEN, dtype=np.float32)[wanted]
        error = ((likely - smooth) / count).reshape(count, -1)
        back3 = (error @ w[3].T) * (three > 0)
        back2 = (back3 @ w[2].T).reshape(two.shape) * (two > 0)
        back1 = _unpatched(back2 @ w[1].T, one.shape, 3) * (one > 0)
        flat2, flat1 = back2.reshape(-1, SECOND), back1.reshape(-1, FIRST)
        slopes = [
            first.reshape(-1, 25).T @ flat1,
            second.reshape(-1, 9 * FIRST).T @ flat2,
            flat.T @ back3,
            three.T @ error,
            flat1.sum(0),
            flat2.sum(0),
            back3.sum(0),
            error.sum(0),
        ]
        self._steps += 1
        for weight, slope, (mean, square) in zip(self.weights, slopes, self._moments, strict=True):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope**2 - square)
            step = mean / (1 - 0.9**self._steps) / (np.sqrt(square / (1 - 0.999**self._steps)) + 1e-8)
            weight -= rate * (step + 1e-4 * weight)

    def layers(self) -> list[dict[str, object]]:
        """As the program reads them, in signed bytes."""
        layers: list[dict[str, object]] = []
        for weight, bias in zip(self.weights[:4], self.weights[4:], strict=True):
            scale = float(np.abs(weight).max() / 127)
            small = np.round(weight.T / scale).astype(np.int8)
            layers.append(
                {
                    "inputs": weight.shape[0],
                    "scale": scale,
                    "bias": [round(float(value), 5) for value in bias],
                    "weights": base64.b64encode(small.tobytes()).decode(),
                }
            )
        return layers


def _patches(cells: np.ndarray, side: int) -> np.ndarray:
    """Every second patch of side × side cells, its values in one row."""
    windows = np.lib.stride_tricks.sliding_window_view(cells, (side, side), axis=(1, 2))[:, ::2, ::2]
    ordered = windows.transpose(0, 1, 2, 4, 5, 3)
    return ordered.reshape(*ordered.shape[:3], -1)


def _unpatched(patches: np.ndarray, shape: tuple[int, ...], side: int) -> np.ndarray:
    """The reverse for slopes: what each cell gets from all of its patches."""
    cells = np.zeros(shape, np.float32)
    high, wide = patches.shape[1:3]
    parts = patches.reshape(*patches.shape[:3], side, side, shape[3])
    for y in range(side):
        for x in range(side):
            cells[:, y : y + 2 * high : 2, x : x + 2 * wide : 2] += parts[:, :, :, y, x]
    return cells


def pieces(writer: Writer, rng: random.Random, count: int) -> tuple[np.ndarray, np.ndarray]:
    found: list[tuple[np.ndarray, int]] = []
    for _ in range(count):
        found += lessons(writer, rng)
        if rng.random() < 0.1 and (sign := letters(writer, rng)):
            found.append(sign)
    return np.stack([picture for picture, _ in found]), np.array([[label] for _, label in found])


def whole_numbers(writer: Writer, rng: random.Random, count: int) -> tuple[np.ndarray, np.ndarray]:
    found = [lesson for _ in range(count) for lesson in wholes(writer, rng)]
    return np.stack([picture for picture, _ in found]), np.array([label for _, label in found])


def taught(
    net: Net, epochs: int, known: tuple[np.ndarray, np.ndarray], unknown: tuple[np.ndarray, np.ndarray]
) -> list[dict[str, object]]:
    """`unknown`: lessons in hands that the network does not learn, to see what it has learnt."""
    dice = np.random.default_rng(3)
    pictures, labels = known
    steps = epochs * len(labels) // BATCH
    for step in range(steps):
        chosen = dice.integers(0, len(labels), BATCH)
        seen = pictures[chosen].astype(np.float32) / 255
        sideways = dice.integers(-1, 2) if labels.shape[1] == 1 else dice.integers(-3, 4)
        net.learn(
            np.roll(seen, (dice.integers(-1, 2), sideways), (1, 2)), labels[chosen], RATE * (1 - step / steps) + 1e-5
        )
        if step % (steps // 10) == 0 or step == steps - 1:
            likely, _ = net.forward(unknown[0].astype(np.float32) / 255)
            right = (likely.argmax(2) == unknown[1]).all(1)
            sure = likely.max(2).prod(1) > SURE
            wrong = (sure & ~right).sum()
            print(f"{step}/{steps}: {right.mean():.4f} right, {wrong} of {sure.sum()} sure ones wrong", flush=True)
    return net.layers()


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 32000
    rng = random.Random(7)
    known, unknown = Writer(folder, rng), Writer(folder, rng, unknown=True)
    nets = {
        "piece": taught(Net(figures.SIDE, 1), 30, pieces(known, rng, count // 3), pieces(unknown, rng, 1000)),
        "whole": taught(
            Net(figures.WIDTH, MOST), 14, whole_numbers(known, rng, count), whole_numbers(unknown, rng, 1000)
        ),
    }
    figures.NET.write_text(json.dumps(nets, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
