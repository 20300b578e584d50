"""Reads the table of criteria out of an office's plan, with all the dirt that such tables carry."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.catalogue.rows import Row
from core.catalogue.tables import read_rows
from core.errors import UserError
from core.text import fold, squeeze

CODE = re.compile(r"(?:[A-ZĐ]{1,5}\d{0,3}|\d{1,3})(?:\.\d{1,3})*")
WORDS_OF_CODE = re.compile(r"(?:tiêu chí|tiêu chuẩn|lĩnh vực|mục)\s+", re.I)
SECTION = re.compile(r"[IVX]{1,5}|[A-ZĐ]")  # numbers below it may begin anew with each
TOTAL = re.compile(r"tong (?:cong|diem|so)\b|cong:?$")
DATE = re.compile(r"\d\d/\d\d/\d{4}")
COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-ZĐa-zđ])\)?")
MARKS = re.compile(
    r"</?(?:i|b|u|em|strong|sup|sub|span|font)\b[^>]*>|\*{1,3}(?!\))|[\u00ad\u200b-\u200f\u2060\ufeff]", re.I
)
BREAKS = re.compile(r"<(?:br|/?p)\b[^>]*>", re.I)
YEAR = re.compile(r"\b20\d\d\b")
PAGE_NUMBER = re.compile(r"\d{0,4}")
LONGEST_BULLET = 3
KINDS_OF_PLAN = {"ke hoach", "quyet dinh", "huong dan", "bo tieu chi"}  # a title stands in the line below
LONGEST_TITLE = 500

# What the head of a column says, folded; the first that fits counts.
CODE_HEADS = ("ma tieu chi", "ma so", "ma", "ky hieu", "stt", "tt", "so tt", "so thu tu")
TITLE_HEADS = re.compile(r"tieu chi|linh vuc|noi dung")
LEAD_HEADS = re.compile(r"chu tri|phu trach|don vi thuc hien")
COORDINATING_HEADS = re.compile(r"phoi hop")
DEADLINE_HEADS = re.compile(r"thoi gian|thoi han|han hoan thanh")
POINTS_HEADS = re.compile(r"(so )?diem|(so )?diem (toi da|chuan|quy dinh)|(thang|khung) diem( toi da| chuan)?")


def read_plan(path: Path) -> Draft:
    """The catalogue in a plan's table, from txt (columns parted by tabs), docx or xlsx.

    Raises UserError: "plan_unreadable" (path, reason), "plan_without_table" (path), "plan_duplicate_code" (path, code,
    line, first_line), "plan_code_is_date" and "plan_code_missing" (path, line).
    """
    table = _Table(path)
    for row in _whole(read_rows(path)):
        table.take(row)
    if not table.lines:
        raise UserError("plan_without_table", path=str(path))
    title = _title(table.before) or path.stem
    stated = table.stated()
    year = _year([title]) or _year([criterion.deadline for criterion in stated])
    return Draft(title, year, draft_criteria(stated, year))


@dataclass
class _Line:
    """A criterion while its row may still go on in the next one."""

    number: int
    code: str
    text: str
    lead_unit: str
    coordinating: str
    deadline: str
    points: str
    section: str = ""


@dataclass
class _Columns:
    """Which column is what; None where the table has no such column."""

    code: int
    text: int
    lead_unit: int | None = None
    coordinating: int | None = None
    deadline: int | None = None
    points: int | None = None

    def name(self, heads: list[str]) -> None:
        """Learn from folded words of the head which of the other columns is what."""
        for column, head in enumerate(heads):
            if column in (self.code, self.text):
                continue
            if DEADLINE_HEADS.search(head):
                self.deadline = column
            elif LEAD_HEADS.search(head):
                self.lead_unit = column
            elif COORDINATING_HEADS.search(head):
                self.coordinating = column
            elif POINTS_HEADS.fullmatch(head.strip(" .:")):
                self.points = column

    def takes(self, cells: list[str], merged: frozenset[int]) -> bool:
        """Whether a row right below the head belongs to it: its second line, or the numbers of the columns."""
        own = ["" if column in merged else cell for column, cell in enumerate(cells)]
        filled = [cell for cell in own if cell]
        # More than one, each its own: the rest of a text that the page broke may be as short as a number.
        if len(set(filled)) == len(filled) > 1 and all(map(COLUMN_NUMBER.fullmatch, filled)):
            return True
        heads = [fold(cell) for cell in own]
        if any(heads[column] for column in (self.code, self.text) if column < len(heads)):
            return False
        self.name(heads)
        return any(heads)


@dataclass
class _Table:
    """Takes the rows of a file one by one and keeps the criteria among them.

    `_open` is the criterion that a row without a code goes on with; there is none after words outside the table, until
    its head comes again.
    """

    path: Path
    lines: dict[tuple[str, str], _Line] = field(default_factory=dict[tuple[str, str], _Line])
    before: list[str] = field(default_factory=list[str])
    _columns: _Columns | None = None
    _below_head: bool = False
    _open: _Line | None = None
    _section: str = ""

    def stated(self) -> list[Stated]:
        """Where the numbers begin anew in each section, its code goes before theirs.

        Raises UserError("plan_duplicate_code").
        """
        firsts = Counter({line.section: line.code for line in reversed(self.lines.values())}.values())
        begins_anew = any(times > 1 for times in firsts.values())
        first: dict[str, _Line] = {}
        found: list[Stated] = []
        for line in self.lines.values():
            code = f"{line.section}.{line.code}" if begins_anew and line.section else line.code
            if code in first:
                raise self._duplicate(code, line, first[code])
            first[code] = line
            rest = (line.text, line.lead_unit, line.coordinating, line.deadline, line.points)
            found.append(Stated(code, *rest, above=line.section))
        return found

    def take(self, row: Row) -> None:
        cells = [_clean(cell) for cell in row.cells]
        if not cells:
            self._columns = self._open = None
        elif columns := _columns(cells):
            self._columns, self._below_head = columns, True
            self._open = next(reversed(self.lines.values()), None)
        elif self._columns is None:
            self.before += [] if self.lines else dict.fromkeys(filter(None, cells))
        elif not (self._below_head and self._columns.takes(cells, row.merged)):
            self._below_head = False
            self._take_below(self._columns, row, cells)

    def _take_below(self, columns: _Columns, row: Row, cells: list[str]) -> None:
        def cell(column: int | None, glued: bool = False) -> str:
            """A merged cell goes down to each criterion, but is no second half of the one above."""
            taken = column is not None and column < len(cells) and not (glued and column in row.merged)
            return cells[column] if taken and column is not None else ""

        code, text = _code(cell(columns.code, glued=True)), cell(columns.text, glued=True)
        if len(cells) == 1:
            self._open = self._open if PAGE_NUMBER.fullmatch(cells[0]) else None
        elif CODE.fullmatch(code):
            units, others, deadline = (
                cell(column) for column in (columns.lead_unit, columns.coordinating, columns.deadline)
            )
            points = cell(columns.points, glued=True)
            self._section = code if SECTION.fullmatch(code) else self._section
            section = self._section if code[:1].isdigit() else ""
            self._open = self._add(_Line(row.line, code, text, units, others, deadline, points, section))
        elif DATE.fullmatch(code):
            raise UserError("plan_code_is_date", path=str(self.path), line=row.line)
        elif TOTAL.match(fold(text)):
            self._open = None
        elif self._open and text and len(code) <= LONGEST_BULLET:
            both = self._open.points and self._open.lead_unit
            if both and not code and cell(columns.points, glued=True) and cell(columns.lead_unit, glued=True):
                raise UserError("plan_code_missing", path=str(self.path), line=row.line)
            self._open.text = squeeze(f"{self._open.text} {code} {text}")
            self._open.lead_unit = squeeze(f"{self._open.lead_unit} {cell(columns.lead_unit, glued=True)}")
            self._open.coordinating = squeeze(f"{self._open.coordinating} {cell(columns.coordinating, glued=True)}")
            self._open.deadline = squeeze(f"{self._open.deadline} {cell(columns.deadline, glued=True)}")
        else:
            self._open = None

    def _add(self, line: _Line) -> _Line:
        if first := self.lines.get((line.section, line.code)):
            raise self._duplicate(line.code, line, first)
        self.lines[line.section, line.code] = line
        return line

    def _duplicate(self, code: str, line: _Line, first: _Line) -> UserError:
        facts = {"code": code, "line": line.number, "first_line": first.number}
        return UserError("plan_duplicate_code", path=str(self.path), **facts)


def _whole(rows: Iterable[Row]) -> Iterator[Row]:
    """Join the lines of a text's row that is broken within a cell: it lacks columns, and the very next line, which
    begins with no code, has no more than those.
    """
    width, held, end = 0, Row(0, ()), 0
    for row in rows:
        cells = [_clean(cell) for cell in row.cells]
        is_head = _columns(cells) is not None
        width = len(cells) if is_head else width
        fits = 0 < len(held.cells) + len(cells) - 1 <= width and held.cells
        if fits and row.line == end + 1 and not is_head and cells[0] and not CODE.fullmatch(cells[0].rstrip(". ")):
            held = Row(held.line, (*held.cells[:-1], f"{held.cells[-1]} {row.cells[0]}", *row.cells[1:]))
        else:
            yield held
            held = row
        end = row.line
    yield held


def _clean(cell: str) -> str:
    return squeeze(MARKS.sub("", BREAKS.sub(" ", cell)))


def _code(cell: str) -> str:
    """Without its last dot and what is written around it: "Tiêu chí 1.2.", "1 .2", and "1,2" as Excel has it here."""
    code = WORDS_OF_CODE.sub("", cell).rstrip(". ")
    parted = re.sub(r"\s*[.,]\s*", ".", code)
    return parted if CODE.fullmatch(parted) else code


def _columns(cells: list[str]) -> _Columns | None:
    """The columns of a head row; None for any other row."""
    heads = [fold(cell).strip(" .:") for cell in cells]
    code = next((heads.index(head) for head in CODE_HEADS if head in heads), None)
    if code is None:
        return None
    text = next((column for column, head in enumerate(heads) if column != code and TITLE_HEADS.search(head)), None)
    if text is None:
        return None
    columns = _Columns(code, text)
    columns.name(heads)
    return columns


def _title(before: list[str]) -> str | None:
    """What the plan calls itself: the words below its kind, else the last ones above the table that are no remark."""
    for kind, words in pairwise(before):
        if fold(kind) in KINDS_OF_PLAN:
            return words if len(words) <= LONGEST_TITLE else None
    plain = [words for words in before if not words.startswith("(") and len(words) <= LONGEST_TITLE]
    return plain[-1] if plain else None


def _year(words: Iterable[str]) -> int | None:
    """The year that is named most often."""
    years = Counter(year for text in words for year in YEAR.findall(fold(text)))
    return int(years.most_common(1)[0][0]) if years else None
