"""Joins, stamps, links, bookmarks and checks. Runs in the worker, on files that `clean` has written."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pikepdf

from core.dossier.assembling import KIDS, Assembly, reals, references, text
from core.dossier.body import Leaf, Piece, keep, known, written
from core.dossier.checking import check
from core.dossier.clean import STAMP_FONT, Sheets, write_clean
from core.dossier.collecting import uncollected
from core.dossier.fragments import SLOTS, Fragment
from core.dossier.plan import Attachment, Bookmark, Marks, Plan, Source
from core.dossier.stamps import Rectangle, Stamp, point, put, reading_matrix
from core.dossier.ticks import Ticks
from core.errors import UserError

PAPER = (0, 0, 595.28, 841.89)
KEPT = "pieces"  # lies beside the ticks in the end: what the next printing finds in `kept`
DUPLEX = b" /Duplex /DuplexFlipLongEdge"
STAMP_FONTS = re.compile(rb" /(\S+) [\d.]+ Tf")


def bind(sources: Sequence[Source], target: Path, ticks: Ticks, before: Path, kept: Path) -> str:
    """Write the dossier to `target` and check it, with a tick for each document; returns its SHA-256 in hex.

    The pages of documents come first: meanwhile the parent numbers them, and hands over their `Marks`; while these are
    put on, it draws its sheets, and hands over the `Plan`.
    Those that stand in the file `before`, as it was written down in `kept`, are taken over from there.
    Raises UserError("source_failed", document=id) for the document that cannot be bound, and
    UserError("dossier_check_failed", …) when the result is not what was planned.
    """
    with uncollected():
        with Assembly(target) as assembly:
            bound = _Bound(assembly)
            bound.take_over(before, known(kept, before, {source.path.name for source in sources}), ticks)
            for source in sources:
                ticks.tick()
                bound.take(source)
            pieces = written(bound.pieces)
            bound.mark(cast(Marks, ticks.wait(0)))
            plan = cast(Plan, ticks.wait(1))
            bound.finish(plan, target.with_suffix(".sheets"))
            check(plan, target)
            digest = assembly.settled()
        keep(pieces, target, ticks.folder / KEPT)
        return digest


def try_source(source: Source, beside: Path) -> None:
    """Bind one document alone, to learn whether it is the one that cannot be."""
    target = beside.with_suffix(".tried")
    try:
        with Assembly(target) as assembly, Fragment(source.path) as fragment:
            assembly.take(fragment, source.twins, [0] * SLOTS)
    finally:
        with suppress(OSError):
            target.unlink(missing_ok=True)


@dataclass
class _Page:
    """A page of the dossier; objects are named by their numbers."""

    number: int
    box: Rectangle
    rotate: int
    more: bytes
    contents: list[int]
    notes: list[bytes]  # each a reference, or a link itself: what need not be an object of its own is opened faster


class _Bound:
    """The dossier while it is written: first everything that pages show, then the pages, then the ways to them."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._pages: dict[int, _Page] = {}
        self._before = assembly.add_stream(b"q")
        self._fonts = [assembly.reserve() for _ in range(SLOTS)]
        self._cells: dict[int, list[tuple[int, float, float]]] = {}
        self._plates: dict[int, Rectangle] = {}
        self._spots: dict[int, Rectangle] = {}
        self.pieces: dict[str, Piece] = {}  # by name of the fragment
        self._waiting: list[tuple[Source, Piece]] = []
        self._taken_over: dict[str, Piece] = {}
        self._ways: dict[int, bytes] = {}

    def take_over(self, before: Path, pieces: Mapping[str, Piece], ticks: Ticks) -> None:
        """Documents whose pages stand in an earlier file."""
        names = {piece.first: name for name, piece in pieces.items()}
        for piece in self._assembly.take_over(before, pieces.values()) if pieces else ():
            ticks.check()
            self._taken_over[names[piece.first]] = piece

    def take(self, source: Source) -> None:
        """The pages of a document."""
        name = source.path.name
        try:
            piece = self.pieces[name] = self._taken_over.pop(name, None) or self._bring(source)
            if len(piece.leaves) != source.pages:
                raise ValueError("not the pages that were counted")
            self._waiting.append((source, piece))
        except (OSError, ValueError, LookupError) as error:
            raise UserError("source_failed", document=source.document_id) from error

    def _bring(self, source: Source) -> Piece:
        first, start = self._assembly.mark()
        with Fragment(source.path) as fragment:
            numbers = self._assembly.take(fragment, source.twins, self._fonts)
            form = numbers[fragment.shown_form(next(iter(fragment.pages.values())))] if source.cell else 0
            leaves = self._leaves(fragment, numbers)
        shared = {digest: numbers[own] for own, digest in source.twins.items()}
        brought = {digest: number for digest, number in shared.items() if number >= first}
        end = self._assembly.mark()[1]
        used = [digest for digest in shared if digest not in brought]
        return Piece(first, start, end, self._assembly.places(first, start), leaves, form, brought, used)

    def _leaves(self, fragment: Fragment, numbers: Mapping[int, int]) -> list[Leaf]:
        leaves: list[Leaf] = []
        for page in fragment.pages.values():
            more = f"/Resources {numbers[page.resources]} 0 R"
            if page.group is not None:
                more += f" /Group {numbers[page.group]} 0 R"
            if page.unit:
                more += f" /UserUnit {page.unit.decode()}"
            contents = [numbers[one] for one in page.contents]
            notes = [f"{numbers[one]} 0 R" for one in page.notes]
            leaves.append(Leaf(self._assembly.reserve(), page.box, page.rotate, more, contents, notes))
        return leaves

    def mark(self, marks: Marks) -> None:
        """The pages of documents on the dossier's, stamped."""
        for source, piece in self._waiting:
            self._lay(piece, marks.places[source.document_id], source.cell)
        for place, cells in self._cells.items():
            self._lay_cells(place, cells)
        stamps = (*marks.stamps.values(), *marks.notes.values())
        names = sorted({name for stamp in stamps for name in STAMP_FONTS.findall(stamp.content)})
        if len(names) > SLOTS:
            raise ValueError(f"stamps in too many fonts: {names}")
        self._slots = {name: slot for slot, name in enumerate(names)}
        self._marks = marks
        self._stamp_pages()

    def _stamp_pages(self) -> None:
        """Those that are there by now: the slips come with the sheets."""
        for place, stamp in self._marks.stamps.items():
            if place in self._pages and place not in self._plates:
                self._stamp(place, stamp, self._marks.notes.get(place))

    def _lay(self, piece: Piece, first: int, is_cell: bool) -> None:
        """The pages of a document on the dossier's, or what is a part of a page on this."""
        if is_cell:
            _, _, width, height = piece.leaves[0].box
            self._cells.setdefault(first, []).append((piece.form, width, height))
        else:
            self._put(piece.leaves, range(first, first + len(piece.leaves)))

    def _put(self, leaves: Sequence[Leaf], places: Iterable[int]) -> None:
        for place, leaf in zip(places, leaves, strict=True):
            more, contents, notes = leaf.more.encode(), [*leaf.contents], [one.encode() for one in leaf.notes]
            self._pages[place] = _Page(leaf.number, leaf.box, leaf.rotate, more, contents, notes)

    def _lay_cells(self, place: int, cells: Sequence[tuple[int, float, float]]) -> None:
        """A page of several photos: from left to right, from top to bottom."""
        content, things = b"", b""
        columns = round(PAPER[2] / cells[0][1])
        for index, (form, width, height) in enumerate(cells):
            row, column = divmod(index, columns)
            where = reals((column * width, PAPER[3] - (row + 1) * height))
            content += b"q 1 0 0 1 %s cm /P%d Do Q\n" % (where, index)
            things += b"/P%d %d 0 R " % (index, form)
        fonts = b"".join(
            b"/%s %d 0 R " % (STAMP_FONT[1:].encode() % slot, font) for slot, font in enumerate(self._fonts)
        )
        resources = b"/Resources << /XObject << %s>> /Font << %s>> >>" % (things, fonts)
        contents = [self._assembly.add_stream(content)]
        self._pages[place] = _Page(self._assembly.reserve(), PAPER, 0, resources, contents, [])

    def finish(self, plan: Plan, working: Path) -> None:
        """All that the pages of documents wait for."""
        self._plan = plan
        self._take_sheets(working)
        if self._pages.keys() != set(range(plan.first, plan.first + plan.total)):
            raise UserError("dossier_check_failed", what="page_count")
        self._stamp_pages()
        for place, to in plan.back.items():
            self._pages[place].notes.append(self._link(self._plates[place], to))
        for link in plan.links:
            self._pages[link.page].notes.append(self._link(link.rectangle, link.to))
        files = [self._attach(attachment) for attachment in plan.attachments]
        tree = self._write_pages()
        self._write_root(tree, files)

    def _take_sheets(self, working: Path) -> None:
        """The dossier's own sheets, and from them the fonts of the stamps."""
        try:
            with pikepdf.open(self._plan.sheets) as pdf:
                known = pdf.pages[0].Resources.Font
                fonts = [known["/" + name.decode()] for name in self._slots] or [*known.values()][:1]  # pyright: ignore
                write_clean(Sheets(pdf), working, [*fonts, *fonts][:SLOTS])
            with Fragment(working) as fragment:
                numbers = self._assembly.take(fragment, {}, self._fonts)
                if self._plan.sheet_pages:  # where there is none, an empty page brings the fonts
                    self._put(self._leaves(fragment, numbers), self._plan.sheet_pages)
        finally:
            with suppress(OSError):
                working.unlink(missing_ok=True)

    def _stamp(self, place: int, stamp: Stamp, note: Stamp | None) -> None:
        page = self._pages[place]
        content, self._plates[place] = put(stamp, page.box, page.rotate)
        if note:
            more, self._spots[place] = put(note, page.box, page.rotate)
            content += more
        for name, slot in self._slots.items():
            content = content.replace(b" /%s " % name, b" %s " % (STAMP_FONT % slot).encode())
        page.contents = [self._before, *page.contents, self._assembly.add_stream(b"\nQ " + content)]

    def _link(self, rectangle: Rectangle, to: int) -> bytes:
        return b"<< /Type /Annot /Subtype /Link /Rect [ %s ] /Border [ 0 0 0 ] /F 4 %s >>" % (
            reals(rectangle), self._way(to),
        )  # fmt: skip

    def _way(self, place: int) -> bytes:
        if place not in self._ways:
            self._ways[place] = self._find_way(place)
        return self._ways[place]

    def _find_way(self, place: int) -> bytes:
        """To the top left of a page as it is read, the zoom as it is; or to a page of another volume."""
        if sibling := self._plan.sibling(place):
            name = text(sibling.name)
            return b"/A << /S /GoToR /F << /Type /Filespec /F %s /UF %s >> /D [ %d /Fit ] /NewWindow true >>" % (
                *(name, name),
                place - sibling.first,
            )
        page = self._pages[place]
        matrix, _, height = reading_matrix(page.box, page.rotate)
        return b"/Dest [ %d 0 R /XYZ %s 0 ]" % (page.number, reals(point(matrix, 0, height)))

    def _attach(self, attachment: Attachment) -> tuple[str, int]:
        """Embed an original and lay it on its spot; returns its name and its specification."""
        try:
            data = attachment.path.read_bytes()
        except OSError as error:
            raise UserError("source_failed", document=attachment.document_id) from error
        add, day = self._assembly.add, f"(D:{self._plan.on:%Y%m%d})".encode()
        media_type = attachment.media_type.encode().replace(b"/", b"#2f")
        facts = b"/Type /EmbeddedFile /Subtype /%s /Params << /Size %d /CreationDate %s /ModDate %s >> " % (
            media_type, len(data), day, day,
        )  # fmt: skip
        stream = self._assembly.add_stream(data, facts)
        name = text(attachment.name)
        file = add(b"<< /Type /Filespec /F %s /UF %s /EF << /F %d 0 R /UF %d 0 R >> >>" % (name, name, stream, stream))
        look = self._assembly.add_stream(b"", b"/Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ] ")
        note = add(
            b"<< /Type /Annot /Subtype /FileAttachment /Rect [ %s ] /FS %d 0 R /AP << /N %d 0 R >> /Name /Paperclip"
            b" /Contents %s /F 4 >>" % (reals(attachment.spot or self._spots[attachment.page]), file, look, name)
        )
        self._pages[attachment.page].notes.append(b"%d 0 R" % note)
        return attachment.name, file

    def _write_pages(self) -> int:
        """The pages under a tree of two levels; returns its root."""
        assembly, count = self._assembly, self._plan.total
        end = self._plan.first + count
        tree, nodes = assembly.reserve(), list[int]()
        for start in range(self._plan.first, end, KIDS):
            node, kids = assembly.reserve(), list[int]()
            for place in range(start, min(start + KIDS, end)):
                page = self._pages[place]
                notes = b" /Annots [ %s ] /Tabs /R" % b" ".join(page.notes) if page.notes else b""
                body = b"<< /Type /Page /Parent %d 0 R /MediaBox [ %s ] /Rotate %d %s /Contents [ %s ]%s >>" % (
                    node, reals(page.box), page.rotate, page.more, references(page.contents), notes,
                )  # fmt: skip
                kids.append(assembly.put(page.number, body))
            facts = (tree, len(kids), references(kids))
            nodes.append(assembly.put(node, b"<< /Type /Pages /Parent %d 0 R /Count %d /Kids [ %s ] >>" % facts))
        return assembly.put(tree, b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (count, references(nodes)))

    def _write_root(self, tree: int, files: Sequence[tuple[str, int]]) -> None:
        """Bookmarks, attached files, page labels, language, title and author."""
        assembly, plan = self._assembly, self._plan
        root = (
            b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines /Lang %s"
            b" /PageLabels << /Nums [ 0 << /S /D /St %d >> ] >>"
            b" /ViewerPreferences << /DisplayDocTitle true /Direction /L2R%s >>"
            % (tree, self._write_outline(), text(plan.language), plan.first, DUPLEX if plan.duplex else b"")
        )
        if files:
            named = b" ".join(b"%s %d 0 R" % (text(name), file) for name, file in sorted(files))
            root += b" /Names << /EmbeddedFiles << /Names [ %s ] >> >>" % named
        made = f"(D:{plan.on:%Y%m%d}000000)".encode()
        info = b"<< /Title %s /Author %s /Creator %s /CreationDate %s /ModDate %s >>" % (
            text(plan.title), text(plan.author), text("Minh Chứng"), made, made,
        )  # fmt: skip
        assembly.finish(assembly.add(root + b" >>"), assembly.add(info))

    def _write_outline(self) -> int:
        root, bookmarks = self._assembly.reserve(), self._plan.bookmarks
        if not bookmarks:
            return self._assembly.put(root, b"<< /Type /Outlines /Count 0 >>")
        seen = len(bookmarks) + sum(len(one.children) for one in bookmarks)
        ends = self._write_items(bookmarks, root, depth=0)
        return self._assembly.put(root, b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (*ends, seen))

    def _write_items(self, bookmarks: Sequence[Bookmark], parent: int, depth: int) -> tuple[int, int]:
        """Bookmarks of one level, closed below the first; returns the first and the last."""
        items = [self._assembly.reserve() for _ in bookmarks]
        for index, (item, bookmark) in enumerate(zip(items, bookmarks, strict=True)):
            body = b"<< /Title %s /Parent %d 0 R %s" % (
                text(bookmark.title), parent, self._way(bookmark.page),
            )  # fmt: skip
            if index:
                body += b" /Prev %d 0 R" % items[index - 1]
            if index + 1 < len(items):
                body += b" /Next %d 0 R" % items[index + 1]
            if bookmark.children:
                ends = self._write_items(bookmark.children, item, depth + 1)
                count = len(bookmark.children) * (-1 if depth else 1)
                body += b" /First %d 0 R /Last %d 0 R /Count %d" % (*ends, count)
            self._assembly.put(item, body + b" >>")
        return items[0], items[-1]
