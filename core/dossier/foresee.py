"""What a dossier will hold, told before it is printed from what is known without opening a file. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalogue.records import Criterion
from core.dossier.kinds import page_kind
from core.dossier.outline import arrange
from core.dossier.records import Material
from core.library.records import Document

# What reading found that leaves a document without pages of its own.
UNPRINTABLE = frozenset({"encrypted", "damaged", "empty"})


@dataclass(frozen=True)
class Foreseen:
    """`pages` of the documents alone, each slip counting as one; `slips`: documents that will have a slip in their
    place; `wanting`: the leaves that still want evidence.
    """

    documents: int
    pages: int
    slips: tuple[Document, ...]
    wanting: tuple[Criterion, ...]


def foresee(material: Material, criteria: Sequence[str] = (), unit: str | None = None) -> Foreseen:
    """Raises UserError: "criterion_unknown", "unit_unknown"."""
    outline = arrange(material, criteria, unit)
    documents = [material.documents[one] for one in outline.documents]
    slips = tuple(document for document in documents if not _has_pages(document))
    pages = sum(document.pages or 1 for document in documents if _has_pages(document)) + len(slips)
    shown = {section.criterion.id for section in outline.sections}
    rows = (row for row in material.coverage.rows if row.criterion.id in shown)
    wanting = tuple(row.criterion for row in rows if row.state in ("missing", "partial"))
    return Foreseen(len(documents), pages, slips, wanting)


def _has_pages(document: Document) -> bool:
    return page_kind(document.media_type) is not None and not UNPRINTABLE & set(document.problems)
