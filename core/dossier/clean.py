"""Writes the pages of a PDF, and nothing else of it, in the form that `fragments` reads. Runs in the worker."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel, String

from core.dossier.fragments import FONTS, SLOT, SLOTS, Fragment

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top
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


def write_clean(pdf: Pdf, target: Path, fonts: Sequence[pikepdf.Object] | None = None) -> dict[int, str]:
    """Write the pages with new page objects that hold what is shown and links to the web; returns `Fragment.twins`.

    `fonts` are those of the stamps, where this PDF has them; otherwise places for them are kept. Changes `pdf`. Raises
    what pikepdf raises, and ValueError for a page that cannot be brought into that form.
    """
    _only_pages(pdf, fonts)
    _save(pdf, target)
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


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """What a page or a node above it says."""
    node = page
    for _ in range(DEEPEST):
        if (value := node.get(key)) is not None:
            return value
        node = node.get("/Parent")
        if not isinstance(node, Dictionary):
            break
    return None


def visible_box(page: pikepdf.Object) -> Rectangle:
    """What is visible of a page; A4 where it says nothing that is a rectangle."""
    media = rectangle(inherited(page, "/MediaBox")) or (0, 0, 595.28, 841.89)
    crop = rectangle(inherited(page, "/CropBox")) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if right > left and top > bottom else media


def turned(page: pikepdf.Object) -> int:
    """How far a page is turned clockwise when shown: 0, 90, 180 or 270."""
    return round(_number(inherited(page, "/Rotate")) / 90) * 90 % 360


def _number(value: object) -> float:
    """0 for what is none."""
    return float(value) if isinstance(value, (int, Decimal)) else 0


def rectangle(box: object) -> Rectangle | None:
    """None for what is no rectangle with an area."""
    try:
        x1, y1, x2, y2 = (float(edge) for edge in box)  # pyright: ignore
    except (TypeError, ValueError):
        return None
    found = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    return found if found[0] < found[2] and found[1] < found[3] else None


def streams(page: pikepdf.Object) -> Iterator[Stream]:
    """The content of a page, part by part."""
    contents = page.get("/Contents")
    for stream in contents if isinstance(contents, Array) else [contents]:
        if isinstance(stream, Stream):
            yield stream


def _only_pages(pdf: Pdf, fonts: Sequence[pikepdf.Object] | None) -> None:
    """A new tree with new page objects; what nothing refers to any more is not written."""
    slots = fonts or [pdf.make_indirect(Dictionary({"/" + SLOT.decode(): number})) for number in range(SLOTS)]
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages))
    ready: dict[tuple[int, int], pikepdf.Object] = {}
    pages = [pdf.make_indirect(_page(pdf, page.obj, tree, slots, ready)) for page in pdf.pages]
    tree.Kids, tree.Count = Array(pages), len(pages)
    root = Dictionary(Type=Name.Catalog, Pages=tree)
    if fonts is not None:
        root["/" + FONTS.decode()] = Array(fonts)
    pdf.trailer.Root = pdf.make_indirect(root)
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]


def _page(
    pdf: Pdf,
    old: pikepdf.Object,
    tree: pikepdf.Object,
    slots: Sequence[pikepdf.Object],
    ready: dict[tuple[int, int], pikepdf.Object],
) -> Dictionary:
    page = Dictionary(
        Type=Name.Page,
        Parent=tree,
        MediaBox=Array([round(edge, 3) for edge in visible_box(old)]),
        Rotate=turned(old),
        Resources=_resources(pdf, inherited(old, "/Resources"), slots, ready),
        Contents=Array([_indirect(pdf, stream) for stream in streams(old)]),
        Annots=Array([pdf.make_indirect(note) for note in _safe_links(old)]),
    )
    group = old.get("/Group")
    if isinstance(group, Dictionary):
        page.Group = pdf.make_indirect(Dictionary({key: group[key] for key in GROUP_KEYS if key in group}))
    unit = _number(old.get("/UserUnit"))
    if unit > 0 and unit != 1:
        page.UserUnit = unit
    return page


def _resources(
    pdf: Pdf, old: object, slots: Sequence[pikepdf.Object], ready: dict[tuple[int, int], pikepdf.Object]
) -> pikepdf.Object:
    """With places for the fonts of the stamps; pages that share resources go on sharing them."""
    old = old if isinstance(old, Dictionary) else Dictionary()
    if old.is_indirect and old.objgen in ready:
        return ready[old.objgen]
    fonts = old.get("/Font")
    fonts = copy(fonts) if isinstance(fonts, Dictionary) else Dictionary()
    for number, slot in enumerate(slots):
        fonts[STAMP_FONT % number] = slot
    new = copy(old)
    new.Font = fonts
    if "/ProcSet" in new:
        del new["/ProcSet"]
    made = pdf.make_indirect(new)
    if old.is_indirect:
        ready[old.objgen] = made
    return made


def _indirect(pdf: Pdf, thing: pikepdf.Object) -> pikepdf.Object:
    return thing if thing.is_indirect else pdf.make_indirect(thing)


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
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, (Dictionary, Stream)):
            for key in FORBIDDEN:
                if key in one:
                    del one[key]
            waiting += [value for value in one.values() if _is_nested(value)]  # pyright: ignore
        elif isinstance(one, Array):
            waiting += [value for value in one if _is_nested(value)]  # pyright: ignore


def _is_nested(value: object) -> bool:
    return isinstance(value, (Dictionary, Array)) and not value.is_indirect
