"""Merges, stamps, links, bookmarks and checks. Runs in the worker, on files that were looked at before.

The way that measured fastest: pdfium merges, pikepdf does the rest; nothing is compressed again.
"""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from core.dossier.stamps import Rectangle, Stamp, place, point, reading_matrix
from core.dossier.ticks import Ticks
from core.dossier.typeset import Link
from core.errors import UserError

PAGE_KEYS = frozenset(
    ("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group")
)
SAFE_LINKS = ("http://", "https://", "mailto:")
STAMP_PREFIX = "/MinhChung"
Fonts = Mapping[str, pikepdf.Object]


@dataclass(frozen=True)
class Source:
    """The pages of a document; `first` is the dossier page of the first of them."""

    document_id: str
    path: Path
    pages: int
    first: int


@dataclass(frozen=True)
class Bookmark:
    title: str
    page: int
    children: "tuple[Bookmark, ...]" = ()


@dataclass(frozen=True)
class Attachment:
    """An original that is attached to the PDF, and to the rectangle `spot` on its slip on dossier page `page`."""

    document_id: str
    name: str
    path: Path
    media_type: str
    page: int
    spot: Rectangle


@dataclass(frozen=True)
class Sibling:
    """Another volume of the same dossier, beside this one, with its dossier pages."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Plan:
    """Everything that is to be bound into one file, with every dossier page known; the file begins with page `first`.

    `sheets` is a PDF with the pages `sheet_pages` (in dossier numbers); `stamps` by page; `back`: the page to which the
    stamp of a page leads. Links, stamps and bookmarks may lead to pages of `siblings`.
    """

    sheets: Path
    sheet_pages: tuple[int, ...]
    sources: tuple[Source, ...]
    stamps: Mapping[int, Stamp]
    back: Mapping[int, int]
    links: tuple[Link, ...]
    bookmarks: tuple[Bookmark, ...]
    attachments: tuple[Attachment, ...]
    title: str
    author: str
    language: str
    on: date
    total: int
    first: int = 1
    siblings: tuple[Sibling, ...] = ()
    duplex: bool = False

    def sibling(self, page: int) -> Sibling | None:
        """The other volume that holds a page."""
        return next((one for one in self.siblings if one.first <= page <= one.last), None)


def bind(plan: Plan, target: Path, ticks: Ticks) -> None:
    """Write the dossier to `target` and check it, with a tick for each document.

    Raises UserError("source_failed", document=id) for the document that cannot be bound, and
    UserError("dossier_check_failed", …) when the result is not what was planned.
    """
    merged = target.with_suffix(".merged")
    try:
        _merge(plan, merged, ticks)
        with pikepdf.open(merged) as pdf:
            pages = _in_order(pdf, plan)
            bound = _Bound(pdf, pages, plan)
            bound.stamp()
            ticks.check()
            bound.link()
            bound.attach()
            bound.describe()
            if "/ID" in pdf.trailer:  # pdfium's is made by chance
                del pdf.trailer["/ID"]
            pdf.save(
                target,
                deterministic_id=True,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )
    finally:
        with suppress(OSError):
            merged.unlink(missing_ok=True)
    check(plan, target)


def _merge(plan: Plan, target: Path, ticks: Ticks) -> None:
    """All sheets first, then all documents: taken in one go, the sheets keep sharing their fonts."""
    with closing(pypdfium2.PdfDocument.new()) as new:
        with closing(pypdfium2.PdfDocument(plan.sheets)) as sheets:
            new.import_pages(sheets)
        for source in plan.sources:
            ticks.tick()
            try:
                with closing(pypdfium2.PdfDocument(source.path)) as document:
                    if len(document) != source.pages:
                        raise UserError("source_failed", document=source.document_id)
                    new.import_pages(document)
            except (pypdfium2.PdfiumError, OSError) as error:
                raise UserError("source_failed", document=source.document_id) from error
        new.save(target)


def try_source(source: Source, beside: Path) -> None:
    """Bind one document alone, to learn whether it is the one that cannot be."""
    target = beside.with_suffix(".tried")
    try:
        with closing(pypdfium2.PdfDocument.new()) as new, closing(pypdfium2.PdfDocument(source.path)) as document:
            new.import_pages(document)
            new.save(target)
        with pikepdf.open(target) as pdf:
            for page in pdf.pages:
                _harmless_links(page.obj)
    finally:
        with suppress(OSError):
            target.unlink(missing_ok=True)


def _in_order(pdf: Pdf, plan: Plan) -> list[pikepdf.Dictionary]:
    """Put the merged pages into the order of the dossier; returns them."""
    merged = [page.obj for page in pdf.pages]
    numbers = list(plan.sheet_pages)
    for source in plan.sources:
        numbers.extend(range(source.first, source.first + source.pages))
    if sorted(numbers) != list(range(plan.first, plan.first + len(merged))):
        raise UserError("dossier_check_failed", what="page_count")
    pages = [page for _, page in sorted(zip(numbers, merged, strict=True), key=lambda pair: pair[0])]
    tree = pdf.Root.Pages
    for page in pages:
        page.Parent = tree
    tree.Kids = Array(pages)
    tree.Count = len(pages)
    return pages


class _Bound:
    """The merged pages while they are made into a dossier."""

    def __init__(self, pdf: Pdf, pages: Sequence[pikepdf.Dictionary], plan: Plan) -> None:
        self._pdf, self._pages, self._plan = pdf, pages, plan
        self._boxes: dict[int, tuple[Rectangle, int]] = {}
        self._notes: dict[int, list[pikepdf.Object]] = {}
        self._destinations: dict[int, Array] = {}

    def stamp(self) -> None:
        """Clean the documents' pages of all that acts, and stamp them."""
        plan = self._plan
        document_of = {
            number: source.document_id
            for source in plan.sources
            for number in range(source.first, source.first + source.pages)
        }
        fonts = self._fonts()
        before = self._pdf.make_stream(b"q\n")
        for number, page in enumerate(self._pages, self._plan.first):
            try:
                self._notes[number] = _harmless_links(page) if number in document_of else []
                _keep_only_content(page)
                if stamp := plan.stamps.get(number):
                    self._stamp(number, page, stamp, fonts, before)
            except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError) as error:
                raise UserError("source_failed", document=document_of.get(number, "")) from error

    def _stamp(
        self,
        number: int,
        page: pikepdf.Object,
        stamp: Stamp,
        fonts: Mapping[str, pikepdf.Object],
        before: pikepdf.Object,
    ) -> None:
        box, rotate = self._box(number)
        content, rectangle = place(stamp, box, rotate)
        contents = page.get("/Contents")
        parts = [] if contents is None else list(contents) if isinstance(contents, Array) else [contents]
        page.Contents = Array([before, *parts, self._pdf.make_stream(_named(content))])
        if "/Resources" not in page:
            page.Resources = Dictionary()
        if "/Font" not in page.Resources:
            page.Resources.Font = Dictionary()
        for name, font in fonts.items():
            if name.encode() in stamp.content:
                page.Resources.Font[STAMP_PREFIX + name[1:]] = font
        if back := self._plan.back.get(number):
            self._notes[number].append(self._link(rectangle, back))

    def _fonts(self) -> Fonts:
        """The fonts of the sheets, each one object however many pages use it."""
        fonts = self._pages[0].Resources.Font
        return {
            name: font if font.is_indirect else self._pdf.make_indirect(font)
            for name, font in fonts.items()  # pyright: ignore
        }

    def link(self) -> None:
        for link in self._plan.links:
            self._notes[link.page].append(self._link(link.rectangle, link.to))
        for number, notes in self._notes.items():
            if notes:
                self._page(number).Annots = Array(notes)
                self._page(number).Tabs = Name.R  # the keyboard goes from link to link as one reads

    def attach(self) -> None:
        pdf = self._pdf
        for attachment in self._plan.attachments:
            try:
                data = attachment.path.read_bytes()
            except OSError as error:
                raise UserError("source_failed", document=attachment.document_id) from error
            day = f"D:{self._plan.on:%Y%m%d}"
            file = pikepdf.AttachedFileSpec(
                pdf,
                data,
                filename=attachment.name,
                mime_type=attachment.media_type,
                creation_date=day,
                mod_date=day,
            )
            pdf.attachments[attachment.name] = file
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name.FileAttachment,
                Rect=Array(attachment.spot),
                FS=file.obj,
                AP=Dictionary(N=pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))),
                Name=Name.Paperclip,
                Contents=String(attachment.name),
                F=4,
            )
            page = self._page(attachment.page)
            page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(note)])

    def describe(self) -> None:
        """Bookmarks, page labels, language, title and author."""
        pdf, plan = self._pdf, self._plan
        with pdf.open_outline() as outline:
            outline.root.extend(self._items(plan.bookmarks, depth=0))
        root = pdf.Root
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=plan.first)]))
        root.Lang = String(plan.language)
        root.PageMode = Name.UseOutlines
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Direction=Name.L2R)
        if plan.duplex:
            root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge
        made = f"D:{plan.on:%Y%m%d}000000"
        pdf.docinfo = pdf.make_indirect(
            Dictionary(
                Title=String(plan.title),
                Author=String(plan.author),
                Creator=String("Minh Chứng"),
                CreationDate=String(made),
                ModDate=String(made),
            )
        )

    def _items(self, bookmarks: Sequence[Bookmark], depth: int) -> Iterator[OutlineItem]:
        for bookmark in bookmarks:
            if remote := self._remote(bookmark.page):
                item = OutlineItem(bookmark.title, action=remote)
            else:
                item = OutlineItem(bookmark.title, self._destination(bookmark.page))
            item.is_closed = depth > 0
            item.children.extend(self._items(bookmark.children, depth + 1))
            yield item

    def _box(self, number: int) -> tuple[Rectangle, int]:
        """What is visible of a page, and how it is turned."""
        if number not in self._boxes:
            page = pikepdf.Page(self._page(number))
            media, crop = _rectangle(page.mediabox), _rectangle(page.cropbox)
            left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
            right, top = min(media[2], crop[2]), min(media[3], crop[3])
            box = (left, bottom, right, top) if right > left and top > bottom else media
            self._boxes[number] = (box, int(page.obj.get("/Rotate", 0)))
        return self._boxes[number]

    def _destination(self, number: int) -> Array:
        """The top left of a page as it is read; the zoom stays as it is."""
        if number not in self._destinations:
            box, rotate = self._box(number)
            matrix, _, height = reading_matrix(box, rotate)
            left, top = point(matrix, 0, height)
            self._destinations[number] = Array([self._page(number), Name.XYZ, left, top, 0])
        return self._destinations[number]

    def _page(self, number: int) -> pikepdf.Dictionary:
        """By its dossier number."""
        return self._pages[number - self._plan.first]

    def _remote(self, number: int) -> pikepdf.Dictionary | None:
        """The action that opens another volume at a page of it; None for a page of this one."""
        sibling = self._plan.sibling(number)
        if sibling is None:
            return None
        file = Dictionary(Type=Name.Filespec, F=String(sibling.name), UF=String(sibling.name))
        return Dictionary(S=Name.GoToR, F=file, D=Array([number - sibling.first, Name.Fit]), NewWindow=True)

    def _link(self, rectangle: Rectangle, to: int) -> pikepdf.Object:
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(edge, 2) for edge in rectangle]),
            Border=Array([0, 0, 0]),
            F=4,
        )
        if remote := self._remote(to):
            note.A = remote
        else:
            note.Dest = self._destination(to)
        return self._pdf.make_indirect(note)


def _named(content: bytes) -> bytes:
    """The stamp's fonts under names that no document has given away."""
    return content.replace(b" /F", b" %sF" % STAMP_PREFIX.encode())


def _rectangle(box: pikepdf.Object) -> Rectangle:
    x1, y1, x2, y2 = (float(edge) for edge in box)  # pyright: ignore
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _harmless_links(page: pikepdf.Object) -> list[pikepdf.Object]:
    """Links to the web and to an address, made anew so that nothing else comes with them."""
    kept: list[pikepdf.Object] = []
    for note in page.get("/Annots", Array()):  # pyright: ignore
        action = note.get("/A") if isinstance(note, Dictionary) and note.get("/Subtype") == Name.Link else None
        if not isinstance(action, Dictionary) or action.get("/S") != Name.URI:
            continue
        address = str(action.get("/URI", ""))
        if address.lower().startswith(SAFE_LINKS) and "/Rect" in note:
            safe = Dictionary(S=Name.URI, URI=String(address))
            kept.append(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=note.Rect, Border=Array([0, 0, 0]), A=safe))
    return kept


def _keep_only_content(page: pikepdf.Object) -> None:
    """Actions, notes, thumbnails, threads and private data stay behind."""
    for key in [key for key in page.keys() if key not in PAGE_KEYS]:  # noqa: SIM118 - not a dict
        del page[key]


def check(plan: Plan, path: Path) -> None:
    """Open the result anew with both engines: every page there, every link and bookmark on the page it names."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        if len(document) != plan.total:
            raise UserError("dossier_check_failed", what="page_count")
    with pikepdf.open(path) as pdf:
        place_of = {page.obj.objgen: number for number, page in enumerate(pdf.pages, plan.first)}
        landed: dict[int, list[int]] = {}
        for number, page in enumerate(pdf.pages, plan.first):
            for note in page.obj.get("/Annots", Array()):  # pyright: ignore
                if "/Dest" in note:
                    landed.setdefault(number, []).append(place_of.get(note.Dest[0].objgen, 0))
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
