"""Recognises a page of a scan or a photo, and what its letterhead tells. Runs in a worker."""

# pyright: reportUnknownMemberType=false

import re
from collections import Counter
from pathlib import Path

from PIL import Image

from core.reading import media
from core.reading.description import Description
from core.reading.doubts import GAP, HEAD, legibility, lines_of, readable_text
from core.reading.images import whole_image
from core.reading.inks import Sheet, sheet_of
from core.reading.letterhead import Described, describe
from core.reading.lines import Unreadable
from core.reading.ocr import Word, recognise
from core.reading.pdf import picture_of_pdf
from core.reading.reading import RecognisedPage
from core.reading.upright import LEAST_SKEW, skew, turned_by

A4_WIDTH, A4_HEIGHT = 8.27, 11.69  # inches
FINE_DPI, DPI = 300, 200
LONGEST = round(A4_HEIGHT * FINE_DPI)  # pixels; a telephone's photos have more than letters need
FEWEST_PIXELS = 400  # of the shorter side; no letter is in less
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
    sheet, words = _upright(sheet_of(picture), fine)
    if len(words) < FEWEST_WORDS:
        return RecognisedPage()
    text = readable_text(words)
    lines = lines_of(words, *sheet.print.size, 0, None if page else sheet)
    about = describe(lines, text)
    described = _from_looks(dict.fromkeys(SIGNED, about)) if page else _agreed(about, sheet)
    return RecognisedPage(text, described.description, sources=described.sources)


def _picture(path: Path, media_type: str, page: int, dpi: int) -> Image.Image:
    if media_type == media.PDF:
        return picture_of_pdf(path, page, round(A4_WIDTH * dpi))
    if media_type in media.IMAGES:
        return whole_image(path, page, LONGEST)
    raise Unreadable("not_supported")


def _upright(sheet: Sheet, dpi: int) -> tuple[Sheet, list[Word]]:
    """The sheet turned so that it can be read, with its words."""
    sheet = _level(sheet)
    words = recognise(sheet.print, dpi)
    best = legibility(words)
    if best >= UPRIGHT:
        return sheet, words
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180):
        turned = _level(sheet.turned(lambda picture, turn=turn: picture.transpose(turn)))
        found = recognise(turned.print, dpi)
        if legibility(found) > best:
            sheet, words, best = turned, found, legibility(found)
    return sheet, words


def _level(sheet: Sheet) -> Sheet:
    angle = skew(sheet.print)
    return sheet.turned(lambda picture: turned_by(picture, angle)) if abs(angle) >= LEAST_SKEW else sheet


def _agreed(first: Described, sheet: Sheet) -> Described:
    """The description of a first page. Number and date must come out the same from another look at the head."""
    looks = [first, _head_look(sheet, DPI / FINE_DPI)]
    if any(_said(looks[0], names) != _said(looks[1], names) for names in (SYMBOL, DATED)):
        looks.append(_head_look(sheet, 1.25))
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


def _head_look(sheet: Sheet, scale: float) -> Described:
    width, height = sheet.print.width, round(sheet.print.height * HEAD)
    size = round(width * scale), round(height * scale)
    head = sheet.turned(lambda picture: picture.crop((0, 0, width, height)).resize(size, Image.Resampling.LANCZOS))
    words = recognise(head.print, round(FINE_DPI * scale))
    return describe(lines_of(words, size[0], size[1] / HEAD, 0, head), "")


def _said(look: Described, names: tuple[str, ...]) -> tuple[str, ...] | None:
    """What a look says of these fields; None where one is missing."""
    values = tuple(getattr(look.description, name) for name in names)
    # Points and commas get lost easily: SVH,TT,DL.
    return tuple(re.sub(r"[.,]", "", str(value)) for value in values) if all(values) else None


def _of_two(looks: list[Described], names: tuple[str, ...]) -> Described | None:
    """One of two looks that say the same of these fields; None where each says something else."""
    found = Counter(said for look in looks if (said := _said(look, names)))
    said, times = found.most_common(1)[0] if found else (None, 0)
    agreed = [look for look in looks if _said(look, names) == said]
    return max(agreed, key=lambda look: len(look.description.symbol)) if times > 1 else None
