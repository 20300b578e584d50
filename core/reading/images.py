"""Photos and scans as pictures. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import re
import warnings
from contextlib import suppress
from datetime import date
from pathlib import Path

import pillow_heif
from PIL import Image, ImageFile, ImageOps

from core.reading.lines import Contents, Unreadable

EXIF_DETAILS, TAKEN, DIGITISED = 0x8769, 0x9003, 0x9004
EARLIEST_PHOTO = date(2000, 1, 2)  # the first of that year is what a camera says whose clock nobody set

pillow_heif.register_heif_opener()
# Pillow warns above 89 million pixels and refuses twice that; the warning would stop nothing.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)


def read_image(path: Path) -> Contents:
    """Decodes each byte, so that a photo that is not whole is known before it is printed.

    Raises Unreadable: "damaged", "too_large".
    """
    problems: list[str] = []
    with _open(path) as image:
        frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        _load(image, (image.width, image.height), problems)
        taken_on = _taken_on(image)
    pages = list(range(frames))
    return Contents(pages=frames, text_source="none", problems=problems, scanned=pages, taken_on=taken_on)


def _taken_on(image: Image.Image) -> date | None:
    """The day that the camera says, where its clock was set."""
    try:
        details = image.getexif().get_ifd(EXIF_DETAILS)
    except Exception:  # tags may be broken in any way; that costs the day, not the photo
        return None
    for tag in (TAKEN, DIGITISED):
        match = re.match(r"(\d{4}):(\d\d):(\d\d)\b", str(details.get(tag, "")))
        with suppress(ValueError):
            day = date(*map(int, match.groups())) if match else None
            if day and EARLIEST_PHOTO <= day <= date.today():
                return day
    return None


def picture_of_image(path: Path, page: int, width: int) -> Image.Image:
    """Upright as its EXIF says, `width` pixels wide. Raises Unreadable: "damaged", "too_large", "page_unknown"."""
    with _open(path) as image:
        _turn_to(image, page)
        turned = image.getexif().get(0x0112) in (5, 6, 7, 8)
        wanted = (width * 4, width) if turned else (width, width * 4)
        upright = ImageOps.exif_transpose(_load(image, wanted, []))
        size = (width, max(1, round(upright.height * width / upright.width)))
        return _flat(upright).resize(_bounded(size), Image.Resampling.LANCZOS)


def whole_image(path: Path, page: int, most: int) -> Image.Image:
    """Upright as its EXIF says and as fine as it is, but no longer than `most` pixels. Raises as picture_of_image."""
    with _open(path) as image:
        _turn_to(image, page)
        upright = _flat(ImageOps.exif_transpose(_load(image, (most, most), [])))
        size = _bounded(upright.size, most)
        return upright if size == upright.size else upright.resize(size, Image.Resampling.LANCZOS)


def _turn_to(image: Image.Image, page: int) -> None:
    if page:
        try:
            image.seek(page)
        except EOFError as error:
            raise Unreadable("page_unknown") from error


def _open(path: Path) -> Image.Image:
    try:
        return Image.open(path)
    except Image.DecompressionBombError as error:
        raise Unreadable("too_large") from error
    except MemoryError:
        raise
    except Exception as error:  # each format's parser has its own ways to fail on damaged bytes
        raise Unreadable("damaged") from error


def _load(image: Image.Image, wanted: tuple[int, int], problems: list[str]) -> Image.Image:
    """The picture decoded, a JPEG no finer than `wanted` asks; one cut short as far as it goes, with a problem."""
    image.draft("RGB", wanted)
    try:
        image.load()
    except MemoryError:
        raise
    except Exception as error:
        problems.append("damaged")
        if image.format != "JPEG":
            raise Unreadable("damaged") from error
        try:
            load_cut(image)
        except Exception as worse:
            raise Unreadable("damaged") from worse
    return image


def load_cut(image: Image.Image) -> None:
    """Decode one that was cut short as far as it goes."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        image.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def _flat(image: Image.Image) -> Image.Image:
    """On white paper, in RGB."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value / 256).convert("RGB")
    return image.convert("RGB")


def _bounded(size: tuple[int, int], most: int = 10_000) -> tuple[int, int]:
    scale = min(1.0, most / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
