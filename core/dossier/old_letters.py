"""Texts in the encodings before Unicode (TCVN3, VNI): only fonts made for these show them with the right marks.

Runs in the worker.
"""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

import re
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2

from core.reading.legacy import looks_legacy

FIRST_PAGES = 3  # tell what the whole is written in
_MADE_FOR_THEM = re.compile(r"^/(?:[A-Z]{6}\+)?(?:\.Vn|VNI|\.VN)")


def are_lost(converted: Path) -> bool:
    """Whether an office program has set such a text in a font that is not made for it: each marked letter is wrong."""
    with closing(pypdfium2.PdfDocument(converted)) as document:
        pages = range(min(len(document), FIRST_PAGES))
        if not looks_legacy("\n".join(document[page].get_textpage().get_text_bounded() for page in pages)):
            return False
    with pikepdf.open(converted) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        return not any(_MADE_FOR_THEM.match(str(font.get("/BaseFont", ""))) for font in fonts)
