"""Sets text in lines and lines on pages. Nothing is laid out twice: the height of a block does not depend on the
numbers that it will print, so pages can be counted first and drawn when every number is known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from core.dossier.fonts import BOLD, ITALIC, REGULAR, Glyphs, measured, plain, plainly, printable, width
from core.dossier.outline import Key, Numbers, Pages

Align = str  # "left" | "center" | "right" | "justify"
Mark = Callable[[Canvas, float, float], None]  # draws at (left, baseline)
ASCENT = 0.93  # from the top of a line to its baseline, in sizes
BREAK_AFTER = "/-_."


class Style(NamedTuple):
    """How text is set; sizes in points. `indent` is of the first line."""

    font: str = REGULAR
    size: float = 13
    align: Align = "left"
    indent: float = 0
    after: float = 6
    spacing: float = 1.2

    @property
    def leading(self) -> float:
        return self.size * self.spacing

    def but(self, **changes: object) -> "Style":
        return self._replace(**changes)


BODY = Style(align="justify", indent=28.35)
CELL = Style(size=11, after=0, spacing=1.15)
CELL_CENTER = CELL.but(align="center")
CELL_HEAD = CELL.but(font=BOLD, align="center")
NOTE = Style(font=ITALIC, size=12)
HEADING = Style(font=BOLD, size=13, after=5)
TITLE = Style(font=BOLD, size=14, align="center")


class Span(NamedTuple):
    """Words of a text; `to` makes them a link to a part, `offset` pages into it.

    With `shows` the words are made from that part's pages (None: it is not in the dossier) when they are drawn, and
    `room` holds the place until then: as wide as the widest of them. `fresh` begins a new line.
    """

    text: str = ""
    to: Key | None = None
    offset: int = 0
    shows: "Shows | None" = None
    room: str = ""
    fresh: bool = False

    @property
    def words(self) -> Iterator[str]:
        yield from [self.room] if self.shows else printable(self.text).split(" ")

    def drawn(self, word: str, numbers: Numbers) -> str:
        """What is printed for a word of this text."""
        return self.shows(numbers.pages.get(self.to) if self.to else None) if self.shows else word


class Token(NamedTuple):
    """A word on its line."""

    word: str
    width: float
    span: Span


class Composed(NamedTuple):
    """Lines as they are drawn, from their left top corner: operators for a text object, and the links over them, each
    to a part and `offset` pages into it.
    """

    font: str
    operators: str
    links: "Sequence[tuple[Box, Key, int]]"


class Fixed(tuple["Line", ...]):
    """Lines that print the same whatever the page numbers are; they remember how they are drawn."""

    def __init__(self, _lines: "Iterable[Line]" = (), /) -> None:
        self._composed: dict[tuple[Style, float, bool], Composed] = {}
        self._is_plain = all(plain(token.word) for line in self for token in line)

    def composed(self, style: Style, room: float, starts: bool) -> Composed | None:
        """None where a letter has another code in each document."""
        key = style, room, starts
        if self._is_plain and key not in self._composed:
            self._composed[key] = _composed(self, style, (room, starts), Numbers({}), plainly)
        return self._composed.get(key)


Box = tuple[float, float, float, float]  # left, bottom, right, top
Shows = Callable[[Pages | None], str]
Line = tuple[Token, ...]
Text = str | Sequence[Span]


class Link(NamedTuple):
    """A rectangle (left, bottom, right, top) on a dossier page that leads to another page."""

    page: int
    rectangle: Box
    to: int


@dataclass
class Pen:
    """Draws on one page after the other and remembers the links, and by page the spots for attached files."""

    canvas: Canvas
    numbers: Numbers
    page: int = 0
    links: list[Link] = field(default_factory=list[Link])
    spots: dict[int, Box] = field(default_factory=dict[int, Box])

    @cached_property
    def glyphs(self) -> Glyphs:
        return Glyphs(self.canvas)

    def link(self, rectangle: Box, to: Key, offset: int = 0) -> None:
        """Remember a link, unless what it leads to is not in the dossier."""
        if (first := self.numbers.first(to)) is not None:
            self.links.append(Link(self.page, rectangle, first + offset))

    def put(self, composed: Composed, left: float, top: float) -> None:
        """Draw lines at their place."""
        if composed.operators:
            self.glyphs.use(composed.font)
            self.canvas.addLiteral(f"BT {left:.2f} {top:.2f} Td {composed.operators} ET")
        for (x, bottom, right, above), to, offset in composed.links:
            self.link((left + x, top + bottom, left + right, top + above), to, offset)

    def text(self, x: float, y: float, text: str, font: str, size: float, word_space: float = 0) -> None:
        if text:
            shown = self.glyphs.shown(text, font, size)
            self.canvas.addLiteral(f"BT {x:.2f} {y:.2f} Td {word_space:.3f} Tw {shown} ET")


def lines(text: Text, style: Style, room: float) -> tuple[Line, ...]:
    """Break a text into lines of at most `room` points; a word that is too long is broken, too."""
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    # What makes words when they are drawn holds on to the whole dossier, and is another the next time.
    return _broken(spans, style, room) if any(span.shows for span in spans) else _known(spans, style, room)


def _broken(spans: tuple[Span, ...], style: Style, room: float) -> tuple[Line, ...]:
    blank = width(" ", style.font, style.size)
    done: list[Line] = []
    line: list[Token] = []
    used = style.indent
    for token in _tokens(spans, style, room - style.indent):
        if line and (used + blank + token.width > room or (token.span.fresh and token.span is not line[-1].span)):
            done.append(tuple(line))
            line, used = [], 0
        used += token.width + (blank if line else 0)
        line.append(token)
    if line:
        done.append(tuple(line))
    return tuple(done)


@lru_cache(maxsize=32768)  # a dossier that is printed again has nearly all the texts that it had
def _known(spans: tuple[Span, ...], style: Style, room: float) -> Fixed:
    return Fixed(_broken(spans, style, room))


def _tokens(spans: Iterable[Span], style: Style, room: float) -> Iterator[Token]:
    font, size = style.font, style.size
    for span in spans:
        for word in filter(None, span.words):
            if (wide := width(word, font, size)) <= room:
                yield Token(word, wide, span)
            else:
                for piece in _pieces(word, style, room):
                    yield Token(piece, width(piece, font, size), span)


def _pieces(word: str, style: Style, room: float) -> Iterator[str]:
    """A word that is too long in pieces that fit, broken after a sign where there is one."""
    while len(word) > 1 and width(word, style.font, style.size) > room:
        end = len(word) - 1
        while end > 1 and width(word[:end], style.font, style.size) > room:
            end -= 1
        good = max((word.rfind(sign, 0, end) for sign in BREAK_AFTER), default=-1) + 1
        end = good if good > end // 2 else end
        yield word[:end]
        word = word[end:]
    yield word


def draw_lines(
    pen: Pen, text: Sequence[Line], style: Style, box: tuple[float, float, float], starts: bool = True
) -> None:
    """Draw lines from (left, top) down within `room`; `starts`: the first of them is the first of its text."""
    left, top, room = box
    fixed = isinstance(text, Fixed) and text.composed(style, room, starts)
    pen.put(fixed or _composed(text, style, (room, starts), pen.numbers, pen.glyphs.shown), left, top)


def _composed(
    text: Sequence[Line], style: Style, where: tuple[float, bool], numbers: Numbers, show: Callable[..., str]
) -> Composed:
    """Lines as they are drawn; `where`: room, and whether they start their text."""
    room, starts = where
    operators, links = list[str](), list[tuple[Box, Key, int]]()
    x, y = 0.0, 0.0  # where the last line began
    for index, line in enumerate(text):
        indent = style.indent if starts and index == 0 else 0
        shown = [token.span.drawn(token.word, numbers) for token in line]
        words, is_last = " ".join(shown), index == len(text) - 1
        begin, extra = _begin(words, style, room - indent, 0 if is_last else len(line) - 1)
        begin, baseline = round(begin + indent, 2), round(-style.size * ASCENT - index * style.leading, 2)
        if words:
            move = f"{begin - x:.2f} {baseline - y:.2f} Td {extra:.3f} Tw"
            operators.append(f"{move} {show(words, style.font, style.size)}")
            x, y = begin, baseline
        if any(token.span.to for token in line):
            links += _links(line, shown, style, (begin, baseline, extra))
    return Composed(style.font, " ".join(operators), links)


def _begin(words: str, style: Style, room: float, blanks: int) -> tuple[float, float]:
    """Where a line begins, and by how much each of its blanks is wider, `blanks` being those that may be."""
    if style.align == "left":
        return 0, 0
    free = room - measured(words, style.font, style.size)
    if style.align == "justify":
        return 0, free / blanks if blanks > 0 else 0
    return free / (2 if style.align == "center" else 1), 0


def _links(
    line: Line, shown: Sequence[str], style: Style, start: tuple[float, float, float]
) -> Iterator[tuple[Box, Key, int]]:
    """Over the words of a line that lead to a part; `start`: left, baseline, and how much wider blanks are."""
    x, baseline, extra = start
    blank = width(" ", style.font, style.size) + extra
    for span, words in groupby(zip(line, shown, strict=True), key=lambda pair: pair[0].span):
        wide = sum(width(word, style.font, style.size) + blank for _, word in words)
        if span.to:
            box = (x, baseline - style.size * 0.25, x + wide - blank, baseline + style.size * 0.8)
            yield box, span.to, span.offset
        x += wide
