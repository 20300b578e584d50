"""The table of contents: criteria by level, under each its documents, with leaders to page numbers that are links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.dossier.blocks import Block, Page, Paragraph
from core.dossier.fonts import BOLD, ITALIC, REGULAR, width
from core.dossier.outline import Key, contents_key, cover_key
from core.dossier.pagination import paginate
from core.dossier.sheets.matter import ROOM_HEIGHT, ROOM_WIDTH, Matter, document_name, heading
from core.dossier.typeset import ASCENT, TITLE, Line, Pen, Style, draw_lines, lines

NUMBER_ROOM = 34
STEP = 14
MOST_LINES = 3
PART = Style(font=BOLD, size=13, after=5)
LEVELS = (
    Style(font=BOLD, size=12, after=4),
    Style(font=REGULAR, size=12, after=3),
    Style(font=REGULAR, size=12, after=3),
)
DOCUMENT = Style(font=ITALIC, size=11, after=2)
ELLIPSIS = "…"


@dataclass(frozen=True)
class Entry:
    """A title, a row of dots, a page number; the whole is a link."""

    text: tuple[Line, ...]
    style: Style
    indent: float
    to: Key
    keeps: bool = False
    head: Block | None = None

    @property
    def height(self) -> float:
        return len(self.text) * self.style.leading + self.style.after

    def split(self, room: float) -> None:
        """Never: an entry has a few lines."""
        del room

    def draw(self, pen: Pen, left: float, top: float) -> None:
        style = self.style
        right = left + ROOM_WIDTH
        draw_lines(pen, self.text, style, (left + self.indent, top, ROOM_WIDTH))
        page = pen.numbers.first(self.to)
        if page is None:
            return
        baseline = top - (len(self.text) - 1) * style.leading - ASCENT * style.size
        number_width = width(str(page), style.font, style.size)
        pen.text(right - number_width, baseline, str(page), style.font, style.size)
        last = " ".join(token.word for token in self.text[-1]) if self.text else ""
        begin = left + self.indent + width(last, style.font, style.size) + 4
        pitch = 2 * width(".", REGULAR, style.size)
        count = int((right - NUMBER_ROOM + 10 - begin) / pitch)
        if count > 1:  # all rows of dots end on one line
            dots = ". " * (count - 1) + "."
            pen.text(right - NUMBER_ROOM + 10 - width(dots, REGULAR, style.size), baseline, dots, REGULAR, style.size)
        pen.link((left + self.indent, top - self.height + style.after, right, top), self.to)


def contents(matter: Matter, volumes: Sequence[Sequence[Key]], volume: int) -> tuple[Page, ...]:
    """The contents of `volume` (from 0); the first one has those of all volumes."""
    title = Paragraph.of(matter.say("contents", "title"), TITLE.but(after=14), ROOM_WIDTH, keeps=True)
    if len(volumes) == 1:
        return paginate([title, *_entries(matter, volumes[0])], ROOM_HEIGHT)
    blocks: list[Block] = [title]
    for one, keys in enumerate(volumes):
        if volume in (0, one):
            words = matter.say("volume", "title", volume=one + 1, volumes=len(volumes))
            first = cover_key(one + 1) if "cover" in matter.options.parts else contents_key(one + 1)
            blocks += [replace(_entry(words, PART, 0, first), keeps=True), *_entries(matter, keys)]
    return paginate(blocks, ROOM_HEIGHT)


def _entries(matter: Matter, keys: Iterable[Key]) -> Iterator[Entry]:
    by_date, is_headed, depth = matter.options.order == "date", False, 0
    for key in keys:
        kind, one = key
        if kind == "sheet":
            criterion = matter.criteria[one]
            depth = min(criterion.level, len(LEVELS)) - 1
            title = heading(criterion).upper() if criterion.level == 1 else heading(criterion)
            yield replace(_entry(title, LEVELS[depth], depth * STEP, key), keeps=criterion.level == 1)
        elif kind == "document":
            words = f"{matter.outline.codes[one]}  {document_name(matter.document(one))}"
            if by_date and not is_headed:
                yield replace(_entry(matter.say("contents", "by_date"), PART, 0, key), keeps=True)
                is_headed = True
            yield _entry(words, DOCUMENT, STEP if by_date else (depth + 1) * STEP, key)
        else:
            yield _entry(matter.say(kind, "title"), PART, 0, key)


def _entry(title: str, style: Style, indent: float, to: Key) -> Entry:
    room = ROOM_WIDTH - indent - NUMBER_ROOM
    text = lines(title, style, room)
    if len(text) > MOST_LINES:
        words = [token.word for line in text[:MOST_LINES] for token in line]
        while len(lines(" ".join(words) + ELLIPSIS, style, room)) > MOST_LINES:
            words.pop()
        text = lines(" ".join(words) + ELLIPSIS, style, room)
    return Entry(text, style, indent, to)
