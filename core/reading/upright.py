"""Turns pictures of pages so that their lines lie level."""

# pyright: reportUnknownMemberType=false

from PIL import Image, ImageChops, ImageStat

MOST_SKEW = 8.0  # degrees; who lays a page on the glass is not further off
COARSE, FINE = 1.0, 0.2
LEAST_SKEW = 0.3  # less does not hurt
WIDTH = 500  # pixels, of the picture in which the lines are looked for
DARKER = [value * 3 // 4 for value in range(256)]  # ink is darker than this part of the paper's brightness
ANY = [0] + [255] * 255


def turned_by(image: Image.Image, angle: float) -> Image.Image:
    """The picture in grey turned by so many degrees counterclockwise, on white paper."""
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def skew(image: Image.Image) -> float:
    """By how many degrees to turn a picture counterclockwise so that its lines lie level."""
    small = image.convert("L")
    small = small.resize((WIDTH, max(1, round(WIDTH * image.height / image.width))), Image.Resampling.BOX)
    paper = small.resize((8, 8), Image.Resampling.BOX).resize(small.size, Image.Resampling.BILINEAR)
    # What is darker than its surroundings, however the light falls.
    ink = ImageChops.subtract(paper.point(DARKER), small).point(ANY)
    coarse = _best(ink, 0.0, MOST_SKEW, COARSE)
    return round(_best(ink, coarse, COARSE, FINE), 2)


def _best(ink: Image.Image, middle: float, reach: float, step: float) -> float:
    count = round(reach / step)
    angles = [middle + step * number for number in range(-count, count + 1)]
    # Of equals the one that turns least.
    return max(angles, key=lambda angle: (_order(ink, angle), -abs(angle)))


def _order(ink: Image.Image, angle: float) -> float:
    """How much neighbouring rows differ: most where lines and the gaps between them lie level."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX)
    below = ImageChops.offset(rows, 0, 1)
    return ImageStat.Stat(ImageChops.difference(rows, below)).sum2[0]
