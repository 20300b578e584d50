"""What reading a file, or recognising a page of it, comes to."""

from dataclasses import dataclass, field, replace
from typing import Literal

from core.reading.description import Description
from core.reading.sources import Source, Sources

LOCKED, UNLOCKED = "encrypted", "has_password"  # problems: never opened, and read with its password
LOW_RESOLUTION = "low_resolution"
LEAST_DPI = 200  # of a copy for the record (Nghị định 30/2020/NĐ-CP, Appendix I)
TextSource = Literal["ok", "ocr", "none", "failed"]


@dataclass(frozen=True)
class Reading:
    """A file as read. `pages` None: not known, or it has none (a sheet, a text).

    `text_source`: "ok" the file's own text; "ocr" recognised; "none" it has no text (a scan, a photo);
    "failed" it could not be read. `problems` are codes; `signatures` name the digital signatures that a file claims
    to bear (keys: name, at, reason): nothing is verified. `scanned` are the pages (from 0) that are pictures: their
    text, if there is any, has to be recognised. `sources` tells where each field of the description is from.
    """

    media_type: str
    pages: int | None = None
    text: str = ""
    text_source: TextSource = "failed"
    description: Description = field(default_factory=Description)
    problems: tuple[str, ...] = ()
    signatures: tuple[dict[str, str], ...] = ()
    scanned: tuple[int, ...] = ()
    sources: Sources = field(default_factory=dict[str, Source])

    def with_page(self, page: int, recognised: "RecognisedPage") -> "Reading":
        """After a page (from 0) was recognised. What a later page tells fills only what is a document's already."""
        text = recognised.into(self.text, page)
        description, sources = self.description, self.sources
        if page == 0 or description.type or description.number:
            description = description.filled(recognised.description)
            sources = {**recognised.sources, **sources}
        problems = (*self.problems, "pages_unreadable") if recognised.problem else self.problems
        return replace(
            self,
            text=text if text.strip() else "",
            text_source="ocr" if self.text_source == "none" and text.strip() else self.text_source,
            description=description,
            problems=tuple(dict.fromkeys(problems)),
            scanned=tuple(number for number in self.scanned if number != page),
            sources=sources,
        )


@dataclass(frozen=True)
class RecognisedPage:
    """A page as recognised; no text: there is none, or none that can be read."""

    text: str = ""
    description: Description = field(default_factory=Description)
    problem: str | None = None
    sources: Sources = field(default_factory=dict[str, Source])

    def into(self, text: str, page: int) -> str:
        """The text of a file, page by page parted by form feeds, with that of this page in its place."""
        pages = text.split("\f")
        pages += [""] * (page + 1 - len(pages))
        pages[page] = self.text.replace("\f", " ") or pages[page]
        return "\f".join(pages)
