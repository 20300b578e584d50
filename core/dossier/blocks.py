"""What stands on pages: paragraphs, rows of tables, drawings; each knows its height before it is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple, Protocol

from core.dossier.typeset import ASCENT, CELL, Line, Mark, Pen, Style, Text, draw_lines, lines


class Block(Protocol):
    """Something that stands on a page. `keeps`: it must not be the last on a page."""

    @property
    def height(self) -> float: ...
    @property
    def head(self) -> "Block | None": ...
    @property
    def keeps(self) -> bool: ...
    def split(self, room: float) -> "tuple[Block, Block] | None": ...
    def draw(self, pen: Pen, left: float, top: float) -> None: ...


@dataclass(frozen=True)
class Paragraph:
    """Lines of one text."""

    text: tuple[Line, ...]
    style: Style
    room: float
    keeps: bool = False
    starts: bool = True
    head: Block | None = None

    @classmethod
    def of(cls, text: Text, style: Style, room: float, keeps: bool = False) -> "Paragraph":
        return cls(lines(text, style, room), style, room, keeps)

    @property
    def height(self) -> float:
        return len(self.text) * self.style.leading + self.style.after

    def split(self, room: float) -> "tuple[Block, Block] | None":
        count = int(room // self.style.leading)
        if count < 2 or len(self.text) - count < 1:
            return None
        return replace(self, text=self.text[:count]), replace(self, text=self.text[count:], starts=False)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        draw_lines(pen, self.text, self.style, (left, top, self.room), self.starts)


@dataclass(frozen=True)
class Cell:
    """A field of a table row. With `mark`, a drawing (pen, left, baseline) stands before its text."""

    text: tuple[Line, ...]
    style: Style
    mark: "Mark | None" = None
    starts: bool = True


class Put(NamedTuple):
    """What is to stand in a field, before it is broken into lines."""

    text: Text
    style: Style = CELL
    mark: "Mark | None" = None


@dataclass(frozen=True)
class Row:
    """A row of a table with ruled borders; shaded, its words stand in the middle. `head` is repeated on each page."""

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    head: Block | None = None
    shade: float = 1
    keeps: bool = False
    pad: float = 3.5

    @classmethod
    def of(
        cls,
        puts: Sequence[Put],
        widths: Sequence[float],
        head: Block | None = None,
        shade: float = 1,
        keeps: bool = False,
    ) -> "Row":
        cells = [
            Cell(lines(put.text, put.style, room - 2 * cls.pad), put.style, put.mark)
            for put, room in zip(puts, widths, strict=True)
        ]
        return cls(tuple(cells), tuple(widths), head, shade, keeps)

    @property
    def height(self) -> float:
        return self._height

    @cached_property
    def _height(self) -> float:
        return max((len(cell.text) * cell.style.leading for cell in self.cells), default=0) + 2 * self.pad

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Break between lines: a row that is longer than a page has to go on on the next."""
        counts = [int((room - 2 * self.pad) // cell.style.leading) for cell in self.cells]
        if min(counts) < 2:
            return None
        above = tuple(replace(cell, text=cell.text[:count]) for cell, count in zip(self.cells, counts, strict=True))
        below = tuple(
            replace(cell, text=cell.text[count:], starts=cell.starts and not cell.text[:count])
            for cell, count in zip(self.cells, counts, strict=True)
        )
        return replace(self, cells=above), replace(self, cells=below)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        height = self.height
        pen.canvas.addLiteral(f"q 1 0 0 1 {left:.2f} {top:.2f} cm {_borders(self.widths, height, self.shade)} Q")
        for cell, room in zip(self.cells, self.widths, strict=True):
            free = height - 2 * self.pad - len(cell.text) * cell.style.leading
            box = (left + self.pad, top - self.pad - (free / 2 if self.shade < 1 else 0), room - 2 * self.pad)
            draw_lines(pen, cell.text, cell.style, box, cell.starts)
            if cell.mark and cell.starts:
                cell.mark(pen.canvas, box[0], top - self.pad - ASCENT * cell.style.size)
            left += room


@lru_cache(maxsize=4096)
def _borders(widths: tuple[float, ...], height: float, shade: float) -> str:
    """The frames of a row's fields, from its left top corner."""
    fill = f"{shade} g 0 {-height:.2f} {sum(widths):.2f} {height:.2f} re f 0 g " if shade < 1 else ""
    lefts = accumulate(widths, initial=0.0)
    frames = [f"{x:.2f} {-height:.2f} {room:.2f} {height:.2f} re" for x, room in zip(lefts, widths, strict=False)]
    return f"0.5 w {fill}{' '.join(frames)} S"


@dataclass(frozen=True)
class Drawing:
    """A block that draws itself: paint(pen, left, top). It cannot be broken."""

    height: float
    paint: Callable[[Pen, float, float], None]
    keeps: bool = False
    head: Block | None = None

    def split(self, room: float) -> None:
        """Never: it is whole or not there."""
        del room

    def draw(self, pen: Pen, left: float, top: float) -> None:
        self.paint(pen, left, top)


class Space(Drawing):
    """Between two blocks on a page; where that page is full it is left out."""


def space(height: float) -> Space:
    return Space(height, lambda _pen, _left, _top: None)


Page = tuple[Block, ...]
