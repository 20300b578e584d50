"""Lines of a page with their places, which is what a letterhead is read from."""

from dataclasses import dataclass, field
from datetime import date

from core.reading.reading import TextSource
from core.reading.sources import Means


@dataclass(frozen=True)
class Line:
    """A run of text in one line and one column. Places are parts of the page's width and height, from top left.
    `means`: how the text was got.
    """

    text: str
    left: float = 0.0
    right: float = 1.0
    top: float = 0.0
    page: int = 0
    means: Means = "text"

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


MOST_CHARACTERS = 5_000_000  # of a file: some 2,000 pages; each costs the program that keeps them several times over
MOST_CHARACTERS_A_PAGE = 8000


def believable(pages: int | None, characters: int) -> int | None:
    """A page count that a file states of itself, unless so much text never fits: some programs always write 1."""
    return pages if pages and characters < pages * MOST_CHARACTERS_A_PAGE else None


@dataclass
class Contents:
    """What a format's reader found. `lines` are those of the pages where a letterhead or a signature may be,
    `scanned` the pages that are pictures, `taken_on` the day of a photo.
    """

    pages: int | None = None
    text: str = ""
    text_source: TextSource = "ok"
    lines: list[Line] = field(default_factory=list[Line])
    problems: list[str] = field(default_factory=list[str])
    signatures: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    scanned: list[int] = field(default_factory=list[int])
    taken_on: date | None = None


class Unreadable(Exception):  # noqa: N818 - it names a state of the file
    """A file, or what was asked of it, cannot be read; `problem` is a problem code."""

    def __init__(self, problem: str, pages: int | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.pages = pages
