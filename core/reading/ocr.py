"""Recognises Vietnamese print in pictures, by tesseract. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import tesserocr
from PIL import Image

from core.errors import UserError
from core.reading.layout import Box

LANGUAGE = "vie"  # with English beside it, Vietnamese comes out worse
DATA = f"{LANGUAGE}.traineddata"
BESIDE_THE_PROGRAM = Path(__file__).parents[2] / "resources" / "tessdata"
# The default loses whole regions of unevenly lit pages without a word.
SAUVOLA = "2"


@dataclass
class Symbol(Box):
    """A letter, figure or sign; `sure` from 0 to 100."""

    text: str
    sure: float


@dataclass
class Word(Box):
    """Symbols side by side. `top` and `bottom` are those of its line; `sure` from 0 to 100."""

    sure: float
    symbols: list[Symbol] = field(default_factory=list[Symbol])

    @property
    def text(self) -> str:
        return "".join(symbol.text for symbol in self.symbols)


def data_folder() -> Path | None:
    """Where tesseract's data for Vietnamese lies on this machine; None where it does not."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(named), Path(named, "tessdata")] if named else []
    folders.append(BESIDE_THE_PROGRAM)
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"))
        places = ("Tesseract-OCR", "Programs/Tesseract-OCR")
        folders += [Path(root, place, "tessdata") for root in roots if root for place in places]
    else:
        folders += sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata"), reverse=True)
        folders += [
            Path("/usr/share/tessdata"),
            Path("/usr/local/share/tessdata"),
            Path("/opt/homebrew/share/tessdata"),
        ]
    return next((folder for folder in folders if (folder / DATA).is_file()), None)


def recognise(image: Image.Image, dpi: int, *, one_line: bool = False) -> list[Word]:
    """The words of a picture in the order of reading, at places in its pixels. Raises UserError("ocr_missing")."""
    engine = _engine()
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE if one_line else tesserocr.PSM.AUTO)
    engine.SetImage(image)
    engine.SetSourceResolution(dpi)
    try:
        engine.Recognize()
        return list(_words(engine.GetIterator()))
    finally:
        engine.Clear()


@cache
def _engine() -> tesserocr.PyTessBaseAPI:
    folder = data_folder()
    if folder is None:
        raise UserError("ocr_missing")
    # tesseract takes a path that ends with the separator, in the encoding of the system.
    return tesserocr.PyTessBaseAPI(
        path=f"{folder}{os.sep}", lang=LANGUAGE, variables={"thresholding_method": SAUVOLA, "debug_file": os.devnull}
    )


def _words(found: tesserocr.PyResultIterator | None) -> Iterator[Word]:
    if found is None:
        return
    level = tesserocr.RIL
    word: Word | None = None
    for symbol in tesserocr.iterate_level(found, level.SYMBOL):
        if symbol.Empty(level.SYMBOL):
            continue  # a picture, or nothing on the whole page: to ask for its text would raise
        box = symbol.BoundingBox(level.SYMBOL)
        line = symbol.BoundingBox(level.TEXTLINE)
        text = symbol.GetUTF8Text(level.SYMBOL).replace("\N{FRACTION SLASH}", "/")
        if box is None or line is None or not text.strip():
            continue
        left, top, right, bottom = box
        if word is None or symbol.IsAtBeginningOf(level.WORD):
            if word:
                yield word
            word = Word(left, right, line[1], line[3], symbol.Confidence(level.WORD))
        word.symbols.append(Symbol(left, right, top, bottom, text, symbol.Confidence(level.SYMBOL)))
        word.right = max(word.right, right)
    if word:
        yield word
