"""Opens a finished dossier anew and compares it with what was planned. Runs in the worker."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Name, OutlineItem

from core.dossier.plan import Bookmark, Plan
from core.errors import UserError


def check(plan: Plan, path: Path) -> None:
    """Open the result anew with both engines: every page there, every link and bookmark on the page it names."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        if len(document) != plan.total:
            raise UserError("dossier_check_failed", what="page_count")
    with pikepdf.open(path) as pdf:
        pages = [page.obj for page in pdf.pages]
        place_of = {page.objgen: number for number, page in enumerate(pages, plan.first)}
        landed: dict[int, list[int]] = {}
        for number, page in enumerate(pages, plan.first):
            for note in page.get("/Annots", ()):  # pyright: ignore
                if (to := note.get("/Dest")) is not None:  # pyright: ignore
                    landed.setdefault(number, []).append(place_of.get(to[0].objgen, 0))  # pyright: ignore
                elif "/A" in note and Name.GoToR == note.A.S:
                    landed.setdefault(number, []).append(_remote_page(plan, note.A))
        planned: dict[int, list[int]] = {}
        for number, to in plan.back.items():
            planned.setdefault(number, []).append(to)
        for link in plan.links:
            planned.setdefault(link.page, []).append(link.to)
        if landed != planned:
            raise UserError("dossier_check_failed", what="links")
        with pdf.open_outline() as outline:
            found = [(item.title, _landing(plan, item, place_of)) for item in _walk(outline.root)]
        if found != [(item.title, item.page) for item in _walk(plan.bookmarks) if isinstance(item, Bookmark)]:
            raise UserError("dossier_check_failed", what="bookmarks")


def _walk(items: "Iterable[OutlineItem | Bookmark]") -> "Iterator[OutlineItem | Bookmark]":
    """Bookmarks of either kind, depth first."""
    for item in items:
        yield item
        yield from _walk(item.children)


def _landing(plan: Plan, item: OutlineItem | Bookmark, place_of: Mapping[tuple[int, int], int]) -> int:
    """The dossier page that a bookmark of the finished file leads to; 0 where it leads nowhere."""
    if not isinstance(item, OutlineItem):
        return item.page
    if item.action is not None:
        return _remote_page(plan, item.action)
    return place_of.get(item.destination[0].objgen, 0) if isinstance(item.destination, Array) else 0


def _remote_page(plan: Plan, action: pikepdf.Object) -> int:
    """The dossier page that an action opens in another volume; 0 where there is none."""
    first = {one.name: one.first for one in plan.siblings}.get(str(action.F.UF))
    page = first + int(action.D[0]) if first else 0
    return page if plan.sibling(page) else 0
