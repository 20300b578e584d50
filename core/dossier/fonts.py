"""The dossier's typeface: a serif with the metrics of Times New Roman (Nghị định 30/2020/NĐ-CP, Appendix I)."""

# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

import os
import string
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from core.errors import UserError
from core.text import squeeze

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"
NAMES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
FAMILIES = (
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
    # Since 2.0 a build of Liberation may lack the Vietnamese letters (Debian 12's does): each is looked at.
    (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
    ),
)
MARKED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
# What stands in the first part of each face, in this order: so each letter has the same code in all documents.
ALPHABET = string.ascii_letters + string.digits + string.punctuation + " " + MARKED + MARKED.upper() + "–—‘’“”…•·×°§€"
UNKNOWN = "?"
SIZE = "\0"
_LETTERS = frozenset(ALPHABET)


def font_folders() -> Iterator[Path]:
    """Where Windows and Debian keep their fonts."""
    if windows := os.environ.get("WINDIR"):
        yield Path(windows) / "Fonts"
    for folder in ("msttcorefonts", "croscore", "liberation"):
        yield Path("/usr/share/fonts/truetype") / folder


@cache
def register() -> None:
    """Make the four faces known to ReportLab.

    Raises UserError("font_missing") where there is no whole family with every Vietnamese letter.
    """
    rl_config.useA85 = 0  # streams as they are, not as letters: a quarter smaller, and quicker to write
    for folder in font_folders():
        for family in FAMILIES:
            files = [folder / file for file in family]
            if all(file.is_file() for file in files) and (fonts := _load(files)):
                for font in fonts:
                    pdfmetrics.registerFont(font)
                return
    raise UserError("font_missing", families="Times New Roman, Tinos")


def _load(files: list[Path]) -> list[TTFont]:
    """The four faces; none where one is damaged or lacks a Vietnamese letter."""
    try:
        fonts = [TTFont(name, str(file)) for name, file in zip(NAMES, files, strict=True)]
    except TTFError:
        return []
    letters = {ord(letter) for letter in MARKED + MARKED.upper()}
    for font in fonts:  # most documents need the same part of a face
        font.face.makeSubset = _kept(font.face.makeSubset)  # pyright: ignore
    return fonts if all(letters <= font.face.charToGlyph.keys() for font in fonts) else []


def _kept(make: Callable[[Sequence[int]], bytes]) -> Callable[[Sequence[int]], bytes]:
    known = lru_cache(maxsize=8)(make)
    return lambda subset: known(tuple(subset))


def measured(text: str, font: str, size: float) -> float:
    """How wide `text` prints, in points."""
    return 0.001 * size * sum(map(_widths(font).__getitem__, text))


width = lru_cache(maxsize=65536)(measured)  # the same for words, of which there are few


class _Widths(dict[str, float]):
    """The width of each letter of a face, in thousandths of its size; looked up when it is first met."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> float:
        self[letter] = found = pdfmetrics.stringWidth(letter, self._font, 1000)
        return found


_widths = cache(_Widths)


class _Codes(dict[int, str]):
    """The code of each letter in the first part of a face, in hex; for one in another part the operators that show it
    from there, with SIZE where the size belongs. Looked up when it is first met, and str.translate asks by numbers.
    """

    def __init__(self, font: str, document: PDFDocument) -> None:
        super().__init__()
        self._document, self._font = document, font
        self._face = cast(TTFont, pdfmetrics.getFont(font))
        self._face.splitString(ALPHABET, document)
        # As getSubsetInternalName, but under a name that is the same in every document.
        self._face.state[document].internalName = font  # pyright: ignore
        document.fontMapping[font] = f"/{font}"
        document.delayedFonts.append(self._face)

    def __missing__(self, number: int) -> str:
        ((part, code),) = self._face.splitString(chr(number), self._document)
        show = code.hex()
        if part:
            show = f"> Tj /{self._font}+{part} {SIZE} Tf <{show}> Tj /{self._font}+0 {SIZE} Tf <"
        self[number] = show
        return show


class Glyphs:
    """Text as operators of a content stream, in the faces as `canvas` embeds them: those that are used."""

    def __init__(self, canvas: Canvas) -> None:
        self._document: PDFDocument = canvas._doc  # pyright: ignore
        self._codes: dict[str, _Codes] = {}

    def use(self, font: str) -> _Codes:
        """What is shown otherwise than by `shown` needs its face, too."""
        if font not in self._codes:
            self._codes[font] = _Codes(font, self._document)
        return self._codes[font]

    def shown(self, text: str, font: str, size: float) -> str:
        """Operators that set the font and show the text, for between BT and ET; in every document the same for what is
        `plain`.
        """
        codes = self.use(font)
        if plain(text):
            return plainly(text, font, size)
        return f"/{font}+0 {size:g} Tf <{text.translate(codes).replace(SIZE, f'{size:g}')}> Tj"


def plain(text: str) -> bool:
    """Whether every letter of a text has one place in all documents."""
    return _LETTERS.issuperset(text)


@lru_cache(maxsize=65536)
def plainly(text: str, font: str, size: float) -> str:
    """As Glyphs.shown, for plain text in a face that is used."""
    return f"/{font}+0 {size:g} Tf <{text.translate(_alphabet(font))}> Tj"


@cache
def _alphabet(font: str) -> dict[int, str]:
    """The codes of letters that have one place in all documents."""

    class Nowhere:
        """A document that is not written."""

    face, nowhere = cast(TTFont, pdfmetrics.getFont(font)), Nowhere()
    face.splitString(ALPHABET, nowhere)
    codes: dict[int, str] = {}
    for letter in ALPHABET:
        ((_, code),) = face.splitString(letter, nowhere)
        codes[ord(letter)] = code.hex()
    return codes


class _Printed(dict[int, str]):
    """Nothing for signs that only steer (controls, marks of direction), which would show as boxes; each character is
    worked out when it is first met, and str.translate asks for them by their numbers.
    """

    def __missing__(self, number: int) -> str:
        self[number] = printed = self._look(chr(number))
        return printed

    @staticmethod
    def _look(character: str) -> str:
        if unicodedata.category(character) in ("Cc", "Cf"):
            return ""
        register()
        known = ord(character) in cast(TTFont, pdfmetrics.getFont(REGULAR)).face.charToGlyph
        return character if known else UNKNOWN


_PRINTED = _Printed()


def printable(text: str) -> str:
    """One line of NFC text in which the typeface has every character; what it lacks becomes a question mark."""
    return squeeze(text).translate(_PRINTED)
