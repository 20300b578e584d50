"""Parts a scanned page by the colours of its inks: black print, red stamps, a blue pen."""

# pyright: reportUnknownMemberType=false

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageStat

from core.reading.frames import without_frames

# By how much one colour outweighs the others in the ink of stamps and of pens.
STAMP = [0] * 50 + [255] * 206
PEN = [0] * 40 + [255] * 216
DARK = [255] * 140 + [0] * 116
LEAST_PEN = 0.00002  # of the page; less is no figure
MOST_PEN = 0.3  # of what is dark; more is print in blue, or a scanner that sees blue everywhere


@dataclass(frozen=True)
class Sheet:
    """A page in grey without its red stamps: all that is printed, and apart from it what a blue pen wrote."""

    print: Image.Image
    pen: Image.Image | None = None

    def turned(self, turn: Callable[[Image.Image], Image.Image]) -> "Sheet":
        return Sheet(turn(self.print), turn(self.pen) if self.pen else None)


def sheet_of(picture: Image.Image) -> Sheet:
    red, green, blue = picture.convert("RGB").split()
    stamped = _where(ImageChops.subtract(red, ImageChops.lighter(green, blue)), STAMP, 3)
    written = _where(ImageChops.subtract(blue, red), PEN, 5)
    red.paste(255, mask=stamped)
    red = without_frames(red)
    inked, dark = _share(written), _share(red.point(DARK))
    if not LEAST_PEN < inked < MOST_PEN * dark:
        return Sheet(red)
    pen = Image.new("L", red.size, 255)
    pen.paste(red, mask=written)
    red.paste(255, mask=written)
    return Sheet(red, pen)


def _where(difference: Image.Image, limit: list[int], around: int) -> Image.Image:
    return difference.point(limit).filter(ImageFilter.MaxFilter(around))


def _share(mask: Image.Image) -> float:
    return ImageStat.Stat(mask).mean[0] / 255
