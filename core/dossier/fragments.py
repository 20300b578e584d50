"""A document's pages in the form in which they are joined: a PDF that `clean` has written, read as text.

What is relied upon here is how qpdf writes: one object after the other by number, dictionaries on one line with sorted
keys, strings escaped, no object streams, a plain table at the end. Anything else raises ValueError.
"""

import mmap
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from types import TracebackType

SLOT = b"MinhChungSlot"  # marks what the fonts of the stamps take the place of
SLOTS = 2  # fonts that the stamps of a dossier may need: one upright, one bold
FONTS = b"MinhChungFonts"  # names the fonts of the stamps, which are those of the dossier's own sheets
SMALLEST_TWIN = 256  # bytes from which it pays to look for the same object in other documents
DEEPEST = 8

_ENTRY = 20  # bytes of an entry of the table
_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|\b(\d+) 0 R\b", re.DOTALL)
_STREAM = b"\nstream\n"
_PAGE = re.compile(
    rb"<< /Annots \[ (?P<notes>(?:\d+ 0 R )*)\] /Contents \[ (?P<contents>(?:\d+ 0 R )*)\]"
    rb" (?:/Group (?P<group>\d+) 0 R )?/MediaBox \[ (?P<box>[-\d. ]+) \] /Parent \d+ 0 R"
    rb" /Resources (?P<resources>\d+) 0 R /Rotate (?P<rotate>\d+) /Type /Page (?:/UserUnit (?P<unit>[\d.]+) )?>>"
)
_KIDS = re.compile(rb"<< /Count \d+ /Kids \[ ((?:\d+ 0 R )*)\] /Type /Pages >>")


class Page:
    """What is known of a page; `notes`, `contents` and the others are numbers of objects in its fragment."""

    def __init__(self, head: bytes) -> None:
        match = _PAGE.fullmatch(head)
        if not match:
            raise ValueError(f"no page: {head[:200]!r}")
        left, bottom, right, top = map(float, match["box"].split())
        self.box = (left, bottom, right, top)
        self.rotate = int(match["rotate"])
        self.notes = _numbers(match["notes"])
        self.contents = _numbers(match["contents"])
        self.resources = int(match["resources"])
        self.group = int(match["group"]) if match["group"] else None
        self.unit = match["unit"]


class Fragment:
    """The objects of a fragment by number, each as its dictionary (`heads`) and where its stream lies in `data`."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._read_all()
        except BaseException:
            self.data.close()
            raise

    def __enter__(self) -> "Fragment":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.data.close()

    def _read_all(self) -> None:
        table = self.data.rfind(b"xref\n0 ", 0, self.data.rfind(b"startxref"))
        start = self.data.find(b"\n", table + 5) + 1
        count = int(self.data[table + 7 : start])
        offsets = [int(self.data[at : at + 10]) for at in range(start + _ENTRY, start + _ENTRY * count, _ENTRY)]
        offsets.append(table)
        self.heads: list[bytes] = [b""]
        self.streams: list[tuple[int, int] | None] = [None]  # from "stream" to "endobj", both whole
        for number, (begin, end) in enumerate(pairwise(offsets), 1):
            self._read(number, begin, end)
        self.root = int(_found(rb"/Root (\d+) 0 R", self.data[start + _ENTRY * count :]))
        self.tree = int(_found(rb"/Pages (\d+) 0 R", self.heads[self.root]))
        kids = _KIDS.fullmatch(self.heads[self.tree])
        if not kids:
            raise ValueError("no tree of pages")
        self.pages = {number: Page(self.heads[number]) for number in _numbers(kids[1])}

    def _read(self, number: int, begin: int, end: int) -> None:
        start = begin + len(b"%d 0 obj\n" % number)
        if self.data[begin:start] != b"%d 0 obj\n" % number or self.data[end - 7 : end] != b"endobj\n":
            raise ValueError(f"no object {number}")
        stream = self.data.find(_STREAM, start, end)
        self.heads.append(self.data[start : stream if stream >= 0 else end - 8])
        self.streams.append((stream + 1, end) if stream >= 0 else None)

    def slots(self) -> dict[int, int]:
        """By number of an object that stands for a font of the stamps: which of them."""
        start = b"<< /" + SLOT
        return {number: int(head.split()[2]) for number, head in enumerate(self.heads) if head.startswith(start)}

    def shown_form(self, page: Page) -> int:
        """The one thing that a page shows."""
        return int(_found(rb"/XObject << /\S+ (\d+) 0 R >>", self.heads[page.resources]))

    def fonts(self) -> list[int]:
        """The fonts that were named when it was written; none in the pages of a document."""
        named = re.search(rb"/" + FONTS + rb" \[ (.*?)\]", self.heads[self.root])
        return _numbers(named[1]) if named else []

    def renumbered(self, wanted: Sequence[int], numbers: Mapping[int, int]) -> list[bytes]:
        """The heads of these with other numbers; what has none leads nowhere."""

        def replaced(match: "re.Match[bytes]") -> bytes:
            if not match[1]:
                return match[0]
            number = numbers.get(int(match[1]))
            return b"%d 0 R" % number if number else b"null"

        heads = [self.heads[number] for number in wanted]
        return _REFERENCE.sub(replaced, b"\0".join(heads)).split(b"\0") if heads else []

    def twins(self) -> dict[int, str]:
        """By number: a digest of each picture, font file or profile, the same for the same thing in any document."""
        known: dict[int, str | None] = {}
        return {
            number: digest
            for number, stream in enumerate(self.streams)
            if stream and stream[1] - stream[0] >= SMALLEST_TWIN and (digest := self._digest(number, known, 0))
        }

    def _digest(self, number: int, known: dict[int, str | None], depth: int) -> str | None:
        """None for what has no bottom, such as a form whose resources lead back to it."""
        if number in known:
            return known[number]
        known[number] = None
        own = depth < DEEPEST

        def replaced(match: "re.Match[bytes]") -> bytes:
            nonlocal own
            if not match[1]:
                return match[0]
            digest = self._digest(int(match[1]), known, depth + 1) if own else None
            own = own and digest is not None
            return b"<%s>" % (digest or "").encode()

        content = sha256(_REFERENCE.sub(replaced, self.heads[number]))
        if own and (stream := self.streams[number]):
            content.update(memoryview(self.data)[stream[0] : stream[1]])
        known[number] = content.hexdigest() if own else None
        return known[number]


def _numbers(references: bytes) -> list[int]:
    return [int(number) for number in references.split()[::3]]


def _found(pattern: bytes, text: bytes) -> bytes:
    match = re.search(pattern, text)
    if not match:
        raise ValueError(f"nothing like {pattern!r}")
    return match[1]
