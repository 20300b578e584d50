"""Opens a finished dossier anew and compares it with what was planned. Runs in the worker."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

import mmap
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2

from core.dossier.plan import Bookmark, Plan
from core.errors import UserError

_ENTRY = 20  # bytes of an entry of the table of objects
_NUMBER = re.compile(rb"\d+")
_KIDS = re.compile(rb"/Kids \[ ([^\]]*)\]")
_WAY = re.compile(rb"/Dest \[ (\d+) 0 R|/UF <(\w+)> >> /D \[ (\d+) ")


def check(plan: Plan, path: Path) -> None:
    """Open the result anew with both engines, and read from its bytes, as its table of objects leads: every page is
    there, every link and bookmark on the page it names.
    """
    with ThreadPoolExecutor(1, "checking") as pool:
        opened = pool.submit(_pages_opened, path)
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            _Written(data, plan).check()
        if opened.result() != {plan.total}:
            raise UserError("dossier_check_failed", what="page_count")


def _pages_opened(path: Path) -> set[int]:
    """How many pages the engines find."""
    with closing(pypdfium2.PdfDocument(path)) as document, pikepdf.open(path, inherit_page_attributes=False) as pdf:
        return {len(document), int(pdf.Root.Pages.Count)}


class _Written:
    """The objects of a file as `assembling` writes them, found through its table."""

    def __init__(self, data: mmap.mmap, plan: Plan) -> None:
        self._data, self._plan = data, plan
        table = int(data[data.rfind(b"startxref") + 9 : data.rfind(b"%%EOF")])
        self._first_entry = data.find(b"\n", table + len(b"xref\n")) + 1
        (root,) = self._led(data[data.rfind(b"trailer") :], b"Root")
        self._root = self._object(root)
        (tree,) = self._led(self._root, b"Pages")
        self._pages = list(self._leaves(tree))
        self._place_of = {number: place for place, (number, _) in enumerate(self._pages, plan.first)}

    def check(self) -> None:
        """Raises UserError("dossier_check_failed", what)."""
        plan = self._plan
        if len(self._place_of) != plan.total:
            raise UserError("dossier_check_failed", what="page_count")
        landed = {
            place: found
            for place, (_, page) in enumerate(self._pages, plan.first)
            if (found := [self._landing(*way) for way in _WAY.findall(page)])
        }
        planned: dict[int, list[int]] = {}
        for place, to in plan.back.items():
            planned.setdefault(place, []).append(to)
        for link in plan.links:
            planned.setdefault(link.page, []).append(link.to)
        if landed != planned:
            raise UserError("dossier_check_failed", what="links")
        (outline,) = self._led(self._root, b"Outlines")
        if list(self._bookmarks(self._object(outline))) != [(one.title, one.page) for one in _walk(plan.bookmarks)]:
            raise UserError("dossier_check_failed", what="bookmarks")

    def _object(self, number: int) -> bytes:
        entry = self._first_entry + _ENTRY * number
        start, head = int(self._data[entry : entry + 10]), b"%d 0 obj\n" % number
        if self._data[start : start + len(head)] != head:
            raise UserError("dossier_check_failed", what="page_count")
        return self._data[start : self._data.find(b"\nendobj\n", start)]

    def _led(self, thing: bytes, key: bytes) -> list[int]:
        """The object that an entry leads to; none where there is no such entry."""
        return [int(number) for number in re.findall(rb"/%s (\d+) 0 R" % key, thing)[:1]]

    def _leaves(self, node: int) -> Iterator[tuple[int, bytes]]:
        """The pages below a node, in order."""
        thing = self._object(node)
        if kids := _KIDS.search(thing):
            for kid in _NUMBER.findall(kids[1])[::2]:
                yield from self._leaves(int(kid))
        elif b"/Type /Page " in thing:
            yield node, thing

    def _bookmarks(self, above: bytes) -> Iterator[tuple[str, int]]:
        """What stands below a bookmark, depth first: title and page."""
        following = self._led(above, b"First")
        while following:
            item = self._object(following[0])
            title = re.findall(rb"/Title <(\w+)>", item)[0]
            yield _text(title), self._landing(*_WAY.findall(item)[0])
            yield from self._bookmarks(item)
            following = self._led(item, b"Next")

    def _landing(self, page: bytes, name: bytes, index: bytes) -> int:
        """The dossier page that a way leads to, in this volume or in another; 0 where there is none."""
        if page:
            return self._place_of.get(int(page), 0)
        sibling = next((one for one in self._plan.siblings if one.name == _text(name)), None)
        place = sibling.first + int(index) if sibling else 0
        return place if self._plan.sibling(place) else 0


def _walk(bookmarks: Sequence[Bookmark]) -> Iterator[Bookmark]:
    """Depth first."""
    for one in bookmarks:
        yield one
        yield from _walk(one.children)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16")  # which begins with its mark of order
