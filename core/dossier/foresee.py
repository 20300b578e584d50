"""What a dossier will hold, told before it is printed from what is known without opening a document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalogue.records import Criterion
from core.dossier.kinds import attachable, page_kind
from core.dossier.layout import SHEET_BYTES, arrange_pages
from core.dossier.options import Options
from core.dossier.outline import arrange
from core.dossier.preparing import Prepared
from core.dossier.records import Material
from core.dossier.sharing import with_shared_pages
from core.dossier.sheets.matter import Fate, Matter
from core.dossier.supplement import Earlier
from core.library.records import Document

Coded = Sequence[tuple[Document, str]]
# What reading found that leaves a document without pages of its own.
UNPRINTABLE = frozenset({"encrypted", "damaged", "empty"})
FONT_BYTES = 60_000  # of a volume
SCAN_BYTES = 8  # the same for a page of a scan; a page of text takes TEXT_BYTES
TEXT_BYTES = 25_000
PHOTO_BYTES = 12  # a photo takes so many times the square of its dots per inch, measured at 150: 270 kB


@dataclass(frozen=True)
class Foreseen:
    """`documents` are those whose pages are printed, or the ones that the lists alone name; `pages` and `bytes` are of
    the whole dossier, as far as they are known; `slips`: documents that will have a slip in their place; `rejected`:
    how many are listed as such; `wanting`: the leaves that still want evidence.
    """

    documents: int
    pages: int
    bytes: int
    volumes: int
    slips: tuple[Document, ...]
    rejected: int
    wanting: tuple[Criterion, ...]


def foresee(
    material: Material,
    options: Options,
    has_office: bool = False,
    earlier: Earlier | None = None,
    known: Callable[[Coded], Mapping[str, Prepared]] = lambda _: {},
) -> Foreseen:
    """`known`: what is in the cache already of documents with their codes; of all others it is reckoned.

    Raises UserError: "criterion_unknown", "unit_unknown", "nothing_changed", "font_missing".
    """
    outline = arrange(material, options.criteria, options.unit, earlier)
    documents = [material.documents[one] for one in outline.documents]
    printed = [] if options.list_only else documents
    made = known([(document, outline.codes[document.id]) for document in printed])
    fates = {one.id: made[one.id].fate if one.id in made else _fate(one, has_office, options) for one in printed}
    sizes = {one.id: (one.id in made and made[one.id].size) or _bytes(one, fates[one.id], options) for one in printed}
    matter = Matter(material, outline, with_shared_pages(fates, outline, options), options, earlier)
    layout = arrange_pages(matter, sizes, Path("-.pdf"))
    drawn = sum(map(len, layout.laid.values()))
    shown = {section.criterion.id for section in outline.sections}
    rows = (row for row in material.coverage.rows if row.criterion.id in shown)
    return Foreseen(
        documents=len(documents),
        pages=sum(volume.count for volume in layout.volumes),
        bytes=sum(sizes.values()) + drawn * SHEET_BYTES + len(layout.volumes) * FONT_BYTES,
        volumes=len(layout.volumes),
        slips=tuple(one for one in printed if fates[one.id].is_slip),
        rejected=len(outline.rejected),
        wanting=tuple(row.criterion for row in rows if row.state in ("missing", "partial")),
    )


def _fate(document: Document, has_office: bool, options: Options) -> Fate:
    kind, pages = page_kind(document.media_type, has_office), document.pages or 1
    if kind is None:
        return Fate(1, is_slip=True, reason="not_paged", attachment=document.name if attachable(document) else None)
    if UNPRINTABLE & set(document.problems):
        return Fate(1, is_slip=True, reason="failed", attachment=document.name)
    return Fate(pages, cell=kind == "photo" and pages == 1 and options.photos_per_page > 1)


def _bytes(document: Document, fate: Fate, options: Options) -> int:
    if fate.is_slip:
        return document.size if fate.attachment else 0
    kind, pages = page_kind(document.media_type, has_office=True), document.pages or 1
    if kind == "photo":
        return min(document.size, PHOTO_BYTES * options.picture_dpi**2 // options.photos_per_page)
    if kind != "pdf":
        return pages * TEXT_BYTES
    return min(document.size, pages * SCAN_BYTES * options.picture_dpi**2) if options.shrinks else document.size
