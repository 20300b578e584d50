"""What can be chosen when a dossier is printed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Part = Literal[
    "cover",
    "contents",
    "summary",
    "evidence_list",
    "missing",
    "omitted",
    "dividers",
    "sheets",
    "documents",
    "integrity",
]
PARTS: tuple[Part, ...] = get_args(Part)
Order = Literal["criterion", "date"]
Preset = Literal["print", "screen", "email"]
PhotosPerPage = Literal[1, 2, 4]

# Dots per inch of pictures; print: what the record asks of a scan (Nghị định 30/2020/NĐ-CP, Appendix I).
DPI: dict[Preset, int] = {"print": 200, "screen": 150, "email": 100}


@dataclass(frozen=True, kw_only=True)
class Options:
    """The defaults print everything there is, in one volume.

    `criteria` are codes or ids, each meaning all that is below it; `unit` keeps the criteria that it leads; `since` is
    the name of a sealed dossier: only what changed after it, on pages that go on from its last. `order`: the
    documents follow the sheet of their criterion, or all of them the sheets, in the order of their dates. A volume
    holds at most `max_pages` pages and `max_megabytes` MB (10^6 bytes), and at least one document. With `odd_starts`
    every document begins on an odd page. `dpi` None is the preset's; `on` None is today.
    """

    parts: frozenset[Part] = frozenset(PARTS)
    order: Order = "criterion"
    criteria: tuple[str, ...] = ()
    unit: str | None = None
    since: str | None = None
    max_pages: int | None = None
    max_megabytes: float | None = None
    photos_per_page: PhotosPerPage = 1
    preset: Preset = "print"
    dpi: int | None = None
    odd_starts: bool = False
    on: date | None = None

    @property
    def list_only(self) -> bool:
        """Whether the documents are left out."""
        return "documents" not in self.parts

    @property
    def shrinks(self) -> bool:
        """Whether the pictures inside PDFs, too, are made no finer than `picture_dpi`."""
        return self.preset != "print" or self.dpi is not None

    @property
    def picture_dpi(self) -> int:
        return self.dpi or DPI[self.preset]
