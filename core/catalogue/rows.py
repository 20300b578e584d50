"""A row of a plan's table as it stands in its file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file.

    `line` counts from 1: lines of a text, rows of a sheet, rows of all tables of a Word file.
    `cells`: one for a line of text outside tables; none at all parts the sheets of a workbook.
    `merged`: the columns whose cell is one with the cell above; they hold its words again.
    """

    line: int
    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()
