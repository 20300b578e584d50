"""Recognises a page of a scan or a photo, and what its letterhead tells. Runs in a worker."""

# pyright: reportUnknownMemberType=false

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageChops, ImageFilter

from core.reading import media
from core.reading.description import Description
from core.reading.doubts import GAP, HEAD, legibility, lines_of, readable_text
from core.reading.images import whole_image
from core.reading.letterhead import describe
from core.reading.lines import Unreadable
from core.reading.ocr import Word, recognise
from core.reading.pdf import picture_of_pdf
from core.reading.reading import RecognisedPage
from core.reading.upright import level

T = TypeVar("T")

A4_WIDTH, A4_HEIGHT = 8.27, 11.69  # inches
FINE_DPI, DPI = 300, 200
LONGEST = round(A4_HEIGHT * FINE_DPI)  # pixels; a telephone's photos have more than letters need
FEWEST_PIXELS = 400  # of the shorter side; no letter is in less
RED = [0] * 50 + [255] * 206  # by how much red outweighs green and blue in the ink of stamps
UPRIGHT = 80.0  # of 100: how sure one is of a page that does not lie on its side or stand on its head
FEWEST_WORDS = 4


def recognise_page(path: Path, media_type: str, page: int) -> RecognisedPage:
    """The text of a page (from 0) that is a picture; of the first one its letterhead too, of the others who signed.

    Raises UserError("ocr_missing").
    """
    fine = FINE_DPI if page == 0 else DPI
    try:
        picture = _picture(path, media_type, page, fine)
    except Unreadable as error:
        return RecognisedPage(problem=error.problem)
    if min(picture.size) < FEWEST_PIXELS:
        return RecognisedPage()
    ink, words = _upright(level(_without_red(picture)), fine)
    if len(words) < FEWEST_WORDS:
        return RecognisedPage()
    text = readable_text(words)
    lines = lines_of(words, ink.width, ink.height, 0, None if page else ink)
    about = describe(lines, text)
    if page:
        return RecognisedPage(text, Description(signer=about.signer, signer_post=about.signer_post))
    return RecognisedPage(text, _agreed(about, ink))


def _picture(path: Path, media_type: str, page: int, dpi: int) -> Image.Image:
    if media_type == media.PDF:
        return picture_of_pdf(path, page, round(A4_WIDTH * dpi))
    if media_type in media.IMAGES:
        return whole_image(path, page, LONGEST)
    raise Unreadable("not_supported")


def _without_red(picture: Image.Image) -> Image.Image:
    """In grey, as if no red stamp had been put over the print."""
    red, green, blue = picture.convert("RGB").split()
    stamped = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point(RED)
    red.paste(255, mask=stamped.filter(ImageFilter.MaxFilter(3)))
    return red


def _upright(ink: Image.Image, dpi: int) -> tuple[Image.Image, list[Word]]:
    """The picture turned so that it can be read, with its words."""
    words = recognise(ink, dpi)
    best = legibility(words)
    if best >= UPRIGHT:
        return ink, words
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180):
        turned = level(ink.transpose(turn))
        found = recognise(turned, dpi)
        if legibility(found) > best:
            ink, words, best = turned, found, legibility(found)
    return ink, words


def _agreed(first: Description, ink: Image.Image) -> Description:
    """The description of a first page. Number and date must come out the same from another look at the head."""
    looks = [first, _head_look(ink, DPI / FINE_DPI)]
    if _symbol(looks[0]) != _symbol(looks[1]) or looks[0].issued_on != looks[1].issued_on:
        looks.append(_head_look(ink, 1.25))
    number, notation = _of_two(looks, _symbol) or (None, None)
    return replace(
        _whole(first),
        number=number,
        notation=notation,
        issued_on=_of_two(looks, lambda look: look.issued_on),
    )


def _head_look(ink: Image.Image, scale: float) -> Description:
    head = ink.crop((0, 0, ink.width, round(ink.height * HEAD)))
    head = head.resize((round(head.width * scale), round(head.height * scale)), Image.Resampling.LANCZOS)
    words = recognise(head, round(FINE_DPI * scale))
    return describe(lines_of(words, head.width, head.height / HEAD, 0, head), "")


def _symbol(look: Description) -> tuple[str, str] | None:
    return (look.number, look.notation) if look.number and look.notation else None


def _of_two(looks: list[Description], value: Callable[[Description], T | None]) -> T | None:
    """What two of the looks say; None where each says something else."""
    found = Counter(said for look in looks if (said := value(look)) is not None)
    said, times = found.most_common(1)[0] if found else (None, 0)
    return said if times > 1 else None


def _whole(description: Description) -> Description:
    """Without the texts that have a gap in them."""
    values = {name: None for name, value in vars(description).items() if isinstance(value, str) and GAP in value}
    return replace(description, **values)
