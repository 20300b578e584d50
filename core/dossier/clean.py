"""Writes the pages of a PDF, and nothing else of it, in the form that `fragments` reads. Runs in the worker."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel, String

from core.dossier.fragments import FONTS, SLOT, SLOTS, Fragment

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top
INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
KEPT = {"/Type", "/UserUnit"}
DEEPEST = 50  # of a tree of pages
SAFE_LINKS = ("http://", "https://", "mailto:")
STAMP_FONT = "/MinhChung%d"
GROUP_KEYS = ("/S", "/CS", "/I", "/K")
# What acts, embeds, points to a file or is private to a program, wherever it stands (ISO 32000-1, 12.6, 7.11, 14.5).
FORBIDDEN = (
    "/AA", "/AF", "/Alternates", "/EF", "/JS", "/LastModified", "/Metadata", "/OpenAction", "/OPI", "/PieceInfo",
    "/Ref", "/StructParent", "/StructParents",
)  # fmt: skip
SUSPICIOUS = re.compile(
    rb"/(?:AA|AF|Alternates|EF|EmbeddedFile|F|FFilter|Filespec|ImportData|JavaScript|JS|Launch|Metadata|OpenAction"
    rb"|OPI|PieceInfo|PS|Ref|Rendition|RichMedia|SubmitForm)(?![A-Za-z0-9_#+-])"
)


def write_clean(sheets: "Sheets", target: Path, fonts: Sequence[pikepdf.Object] | None = None) -> dict[int, str]:
    """Write the pages with what is shown on them and links to the web, and nothing else; returns `Fragment.twins`.

    `fonts` are those of the stamps, where this PDF has them; otherwise places for them are kept. Changes the PDF.
    Raises what pikepdf raises, and ValueError for a page that cannot be brought into that form.
    """
    _only_pages(sheets, fonts)
    _save(sheets.pdf, target)
    with Fragment(target) as fragment:
        if not any(map(SUSPICIOUS.search, fragment.heads)):
            return fragment.twins()
    cleaned = target.with_suffix(".clean")
    with pikepdf.open(target) as written:
        for thing in written.objects:
            _disarm(thing)
        _save(written, cleaned)
    cleaned.replace(target)
    with Fragment(target) as fragment:
        return fragment.twins()


class Sheets:
    """The pages of a PDF, and what they inherit: asked often, looked up once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self._above: dict[tuple[int, int], Mapping[str, pikepdf.Object]] = {}
        self._looks: dict[tuple[int, int], tuple[Rectangle, int]] = {}

    def inherited(self, page: pikepdf.Object, key: str) -> pikepdf.Object | None:
        """What a page or a node above it says."""
        if (value := page.get(key)) is not None:
            return value
        parent = page.get("/Parent")
        return self._of_node(parent).get(key) if isinstance(parent, Dictionary) else None

    def _of_node(self, node: pikepdf.Object) -> Mapping[str, pikepdf.Object]:
        if node.objgen not in self._above:
            found: dict[str, pikepdf.Object] = {}
            one: object = node
            for _ in range(DEEPEST):
                if not isinstance(one, Dictionary):
                    break
                found = {key: value for key in INHERITED if (value := one.get(key)) is not None} | found
                one = one.get("/Parent")
            self._above[node.objgen] = found
        return self._above[node.objgen]

    def look(self, page: pikepdf.Object) -> tuple[Rectangle, int]:
        """What is visible of a page, A4 where it does not say, and how far it is turned clockwise when shown."""
        if page.objgen not in self._looks:
            turn = round(_number(self.inherited(page, "/Rotate")) / 90) * 90 % 360
            self._looks[page.objgen] = self._visible(page), turn
        return self._looks[page.objgen]

    def lay_on(self, page: pikepdf.Object, box: Rectangle) -> None:
        """Its content is another now: upright on a page of this size."""
        self._looks[page.objgen] = box, 0

    def _visible(self, page: pikepdf.Object) -> Rectangle:
        media = rectangle(self.inherited(page, "/MediaBox")) or (0, 0, 595.28, 841.89)
        crop = rectangle(self.inherited(page, "/CropBox")) or media
        left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
        right, top = min(media[2], crop[2]), min(media[3], crop[3])
        return (left, bottom, right, top) if right > left and top > bottom else media


def _number(value: object) -> float:
    """0 for what is none."""
    return float(value) if isinstance(value, (int, Decimal)) else 0


def rectangle(box: object) -> Rectangle | None:
    """None for what is no rectangle with an area."""
    try:
        x1, y1, x2, y2 = map(float, box)  # pyright: ignore
    except (TypeError, ValueError):
        return None
    found = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    return found if found[0] < found[2] and found[1] < found[3] else None


def streams(page: pikepdf.Object) -> list[Stream]:
    """The content of a page, part by part."""
    contents = page.get("/Contents")
    parts = contents if isinstance(contents, Array) else [contents]
    return [stream for stream in parts if isinstance(stream, Stream)]


def _only_pages(sheets: Sheets, fonts: Sequence[pikepdf.Object] | None) -> None:
    """A new tree over pages of a form that is always the same; what nothing refers to any more is not written."""
    pdf, cleaner = sheets.pdf, _Cleaner(sheets, fonts)
    for page in sheets.pages:
        cleaner.clean(page)
    cleaner.tree.Kids, cleaner.tree.Count = Array(sheets.pages), len(sheets.pages)
    root = Dictionary(Type=Name.Catalog, Pages=cleaner.tree)
    if fonts is not None:
        root["/" + FONTS.decode()] = Array(fonts)
    pdf.trailer.Root = pdf.make_indirect(root)
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]


class _Cleaner:
    """Changes page objects in place, for to make them anew takes twice as long."""

    def __init__(self, sheets: Sheets, fonts: Sequence[pikepdf.Object] | None) -> None:
        self._sheets, self._pdf = sheets, sheets.pdf
        self.tree = self._pdf.make_indirect(Dictionary(Type=Name.Pages))
        kept = [Dictionary({"/" + SLOT.decode(): number}) for number in range(SLOTS)]
        self._slots = fonts or list(map(self._pdf.make_indirect, kept))
        self._alone = self._pdf.make_indirect(self._with_slots(Dictionary()))
        self._nothing = Array()
        self._boxes: dict[Rectangle, Array] = {}
        self._ready: set[tuple[int, int]] = set()

    def clean(self, page: pikepdf.Object) -> None:
        box, turn = self._sheets.look(page)
        resources = self._resources(page)
        parts, links, group = streams(page), list(_safe_links(page)), page.get("/Group")
        for key in page.keys() - KEPT:
            del page[key]
        page.Parent = self.tree
        page.MediaBox = self._box(box)
        page.Rotate = turn
        page.Resources = resources
        page.Contents = Array(parts)
        page.Annots = Array(map(self._pdf.make_indirect, links)) if links else self._nothing
        if isinstance(group, Dictionary):
            group = Dictionary({key: group[key] for key in GROUP_KEYS if key in group})
            page.Group = self._pdf.make_indirect(group)
        if "/UserUnit" in page and not 0 < _number(page.UserUnit) < 1e6:
            del page.UserUnit

    def _box(self, box: Rectangle) -> Array:
        if box not in self._boxes:
            self._boxes[box] = Array([round(edge, 3) for edge in box])
        return self._boxes[box]

    def _resources(self, page: pikepdf.Object) -> pikepdf.Object:
        """With places for the fonts of the stamps; what pages share they go on sharing."""
        resources = self._sheets.inherited(page, "/Resources")
        if not isinstance(resources, Dictionary):
            resources = Dictionary()
        if not resources.is_indirect:
            resources = self._pdf.make_indirect(resources)
        elif resources.objgen in self._ready:
            return resources
        self._ready.add(resources.objgen)
        if "/ProcSet" in resources:
            del resources["/ProcSet"]
        fonts = resources.get("/Font")
        if not isinstance(fonts, Dictionary):
            resources.Font = self._alone
        elif not fonts.is_indirect or fonts.objgen not in self._ready:
            self._with_slots(fonts)
            self._ready.add(fonts.objgen)
        return resources

    def _with_slots(self, fonts: Dictionary) -> Dictionary:
        for number, slot in enumerate(self._slots):
            fonts[STAMP_FONT % number] = slot
        return fonts


def _safe_links(page: pikepdf.Object) -> Iterator[Dictionary]:
    """Links to the web and to an address, made anew so that nothing else comes with them."""
    notes = page.get("/Annots")
    for note in notes if isinstance(notes, Array) else ():
        action = note.get("/A") if isinstance(note, Dictionary) and note.get("/Subtype") == Name.Link else None
        if not isinstance(action, Dictionary) or action.get("/S") != Name.URI:
            continue
        address, box = str(action.get("/URI", "")), rectangle(note.get("/Rect"))
        if address.lower().startswith(SAFE_LINKS) and box:
            safe = Dictionary(S=Name.URI, URI=String(address))
            yield Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(box), Border=Array([0, 0, 0]), A=safe)


def _save(pdf: Pdf, target: Path) -> None:
    pdf.save(
        target,
        fix_metadata_version=False,
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
    )


def _disarm(thing: pikepdf.Object) -> None:
    """Take away what acts; a stream that stands in another file, or is a program for a printer, becomes empty."""
    if isinstance(thing, Stream) and ("/F" in thing or thing.get("/Subtype") == Name.PS):
        thing.write(b"")
        for key in ("/F", "/FFilter", "/FDecodeParms", "/Subtype"):
            if key in thing:
                del thing[key]
    for part in nested(thing):
        if not isinstance(part, Array):
            for key in FORBIDDEN:
                if key in part:
                    del part[key]


def nested(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An object's own dictionaries and arrays, itself among them; not what it refers to."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, (Dictionary, Stream)):
            yield one
            waiting += [value for value in one.values() if _is_nested(value)]  # pyright: ignore
        elif isinstance(one, Array):
            yield one
            waiting += [value for value in one if _is_nested(value)]  # pyright: ignore


def _is_nested(value: object) -> bool:
    return isinstance(value, (Dictionary, Array)) and not value.is_indirect
