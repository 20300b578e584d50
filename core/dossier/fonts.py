"""The dossier's typeface: a serif with the metrics of Times New Roman (Nghị định 30/2020/NĐ-CP, Appendix I)."""

# ReportLab has few types:
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

import os
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

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
UNKNOWN = "?"


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
    return fonts if all(letters <= font.face.charToGlyph.keys() for font in fonts) else []


@lru_cache(maxsize=65536)
def width(text: str, font: str, size: float) -> float:
    """How wide `text` prints, in points."""
    return pdfmetrics.stringWidth(text, font, size)


@lru_cache(maxsize=4096)
def _printed(character: str) -> str:
    """Nothing for signs that only steer (controls, marks of direction), which would show as boxes."""
    if unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    register()
    return character if ord(character) in cast(TTFont, pdfmetrics.getFont(REGULAR)).face.charToGlyph else UNKNOWN


def printable(text: str) -> str:
    """One line of NFC text in which the typeface has every character; what it lacks becomes a question mark."""
    return "".join(map(_printed, squeeze(text)))
