"""Finds the pages whose own text stands where the stamp comes: often it is their number. Runs in the worker."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

import pypdfium2

from core.dossier.stamps import FOOT, Rectangle, Stamp, put

PLATE = Stamp(b"", 130)
LOWEST, HIGHEST = 5, FOOT  # of the line that text stands on
START = 150  # bytes in which a page says that it is drawn to another scale


def may_reach(content: bytes, box: Rectangle, turn: int) -> bool:
    """Whether it is worth asking `covered`, by a look at the numbers before the operators that place text: fast."""
    if b"BT" not in content:
        return False
    if turn or any(box[:2]) or b" cm" in content[:START].replace(b"1 0 0 1 0 0 cm", b""):
        return True
    for operator in (b" Tm", b" Td"):
        for piece in content.split(operator)[:-1]:
            with suppress(ValueError):
                if LOWEST <= float(piece[piece.rfind(b" ") + 1 :]) < HIGHEST:
                    return True
    return False


def covered(path: Path, looks: Mapping[int, tuple[Rectangle, int]]) -> Iterator[int]:
    """Those of the pages, counted from 0, whose text the plate would cover; `looks`: what is visible, and its turn."""
    with suppress(pypdfium2.PdfiumError), closing(pypdfium2.PdfDocument(path)) as document:
        for index, (box, turn) in looks.items():
            with closing(document[index]) as page, closing(page.get_textpage()) as text:
                if text.get_text_bounded(*put(PLATE, box, turn)[1]).strip():
                    yield index
