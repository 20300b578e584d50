"""What is to be bound into a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.dossier.stamps import Rectangle, Stamp
from core.dossier.typeset import Link


@dataclass(frozen=True)
class Source:
    """The pages of a document; `twins` are those of its fragment. A `cell` is a part of a page."""

    document_id: str
    path: Path
    pages: int
    twins: Mapping[int, str] = field(default_factory=dict[int, str])
    cell: bool = False


@dataclass(frozen=True)
class Bookmark:
    title: str
    page: int
    children: "tuple[Bookmark, ...]" = ()


@dataclass(frozen=True)
class Attachment:
    """An original that is attached to the PDF, and to the rectangle `spot` on its slip on dossier page `page`; None:
    to the note on that page.
    """

    document_id: str
    name: str
    path: Path
    media_type: str
    page: int
    spot: Rectangle | None


@dataclass(frozen=True)
class Sibling:
    """Another volume of the same dossier, beside this one, with its dossier pages."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Marks:
    """What the pages of documents are marked with. `places`: the dossier page on which each document begins, which for
    a cell is the page that has it next; `stamps` and `notes` by page, no note without a stamp.
    """

    places: Mapping[str, int]
    stamps: Mapping[int, Stamp]
    notes: Mapping[int, Stamp]


@dataclass(frozen=True)
class Plan:
    """All else that is to be bound into one file, with every dossier page known; the file begins with page `first`.

    `sheets` is a PDF with the pages `sheet_pages` (in dossier numbers); `back`: the page to which the stamp of a page
    leads. Links, stamps and bookmarks may lead to pages of `siblings`.
    """

    sheets: Path
    sheet_pages: tuple[int, ...]
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
