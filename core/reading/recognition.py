"""Recognises a page of a scan or a photo, and what its letterhead tells. Runs in a worker."""

# pyright: reportUnknownMemberType=false

from collections import Counter
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from core.reading import media
from core.reading.description import Description
from core.reading.doubts import GAP, HEAD, legibility, lines_of, readable_text
from core.reading.images import whole_image
from core.reading.letterhead import Described, describe
from core.reading.lines import Unreadable
from core.reading.ocr import Word, recognise
from core.reading.pdf import picture_of_pdf
from core.reading.reading import RecognisedPage
from core.reading.upright import level

A4_WIDTH, A4_HEIGHT = 8.27, 11.69  # inches
FINE_DPI, DPI = 300, 200
LONGEST = round(A4_HEIGHT * FINE_DPI)  # pixels; a telephone's photos have more than letters need
FEWEST_PIXELS = 400  # of the shorter side; no letter is in less
RED = [0] * 50 + [255] * 206  # by how much red outweighs green and blue in the ink of stamps
UPRIGHT = 80.0  # of 100: how sure one is of a page that does not lie on its side or stand on its head
FEWEST_WORDS = 4
SYMBOL, DATED, SIGNED = ("number", "notation"), ("issued_on",), ("signer", "signer_post")


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
    described = _from_looks(dict.fromkeys(SIGNED, about)) if page else _agreed(about, ink)
    return RecognisedPage(text, described.description, sources=described.sources)


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


def _agreed(first: Described, ink: Image.Image) -> Described:
    """The description of a first page. Number and date must come out the same from another look at the head."""
    looks = [first, _head_look(ink, DPI / FINE_DPI)]
    if any(_said(looks[0], names) != _said(looks[1], names) for names in (SYMBOL, DATED)):
        looks.append(_head_look(ink, 1.25))
    whole = [name for name in first.sources if GAP not in str(getattr(first.description, name))]
    told = {name: first for name in whole if name not in (*SYMBOL, *DATED)}
    for names in (SYMBOL, DATED):
        if look := _of_two(looks, names):
            told |= dict.fromkeys(names, look)
    if first.description.valid_from == first.description.issued_on and "issued_on" not in told:
        told.pop("valid_from", None)  # in force from a day on that nobody knows
    return _from_looks(told)


def _from_looks(told: dict[str, Described]) -> Described:
    """Each of these fields as a look has it."""
    values = {name: getattr(look.description, name) for name, look in told.items()}
    sources = {name: look.sources[name] for name, look in told.items() if name in look.sources}
    return Described(Description(**values), sources)


def _head_look(ink: Image.Image, scale: float) -> Described:
    head = ink.crop((0, 0, ink.width, round(ink.height * HEAD)))
    head = head.resize((round(head.width * scale), round(head.height * scale)), Image.Resampling.LANCZOS)
    words = recognise(head, round(FINE_DPI * scale))
    return describe(lines_of(words, head.width, head.height / HEAD, 0, head), "")


def _said(look: Described, names: tuple[str, ...]) -> tuple[object, ...] | None:
    """The values of these fields; None where one is missing."""
    values = tuple(getattr(look.description, name) for name in names)
    return values if all(values) else None


def _of_two(looks: list[Described], names: tuple[str, ...]) -> Described | None:
    """One of two looks that say the same of these fields; None where each says something else."""
    found = Counter(said for look in looks if (said := _said(look, names)))
    said, times = found.most_common(1)[0] if found else (None, 0)
    return next(look for look in looks if _said(look, names) == said) if times > 1 else None
