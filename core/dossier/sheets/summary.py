"""The summary: how much is proven, by field and by unit, in numbers and in a chart."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import get_args

from reportlab.lib.units import mm

from core.catalogue.records import Result
from core.dossier.blocks import Block, Drawing, Page, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD, REGULAR
from core.dossier.outline import sheet_key
from core.dossier.pagination import paginate, together
from core.dossier.sheets.matter import ROOM_HEIGHT, ROOM_WIDTH, SHADE, Matter, heading, spoken_date
from core.dossier.sheets.points import points_table
from core.dossier.typeset import BODY, CELL, CELL_CENTER, CELL_HEAD, HEADING, NOTE, TITLE, Pen, Span, Style, Text, lines
from core.evidence.coverage import totals_of
from core.evidence.records import Row as CoverageRow
from core.evidence.records import Totals

COUNTS = ("criteria", "complete", "partial", "missing", "survey", "overdue")
COUNT_ROOM = 15.5 * mm
SHARE_ROOM = 17 * mm
WIDTHS = (ROOM_WIDTH - len(COUNTS) * COUNT_ROOM - SHARE_ROOM, *(COUNT_ROOM for _ in COUNTS), SHARE_ROOM)
RESULTS: tuple[Result, ...] = get_args(Result)
RESULT_ROOM = 21 * mm
RESULT_WIDTHS = (ROOM_WIDTH - 5 * RESULT_ROOM, *(RESULT_ROOM for _ in range(5)))
BAR_HEIGHT, BAR_ROW = 11, 17
NAME_ROOM, SHARE_TEXT = 68 * mm, 24 * mm
GREYS = (("complete", 0.25), ("partial", 0.62), ("survey", 0.86), ("missing", 1.0))
SMALL = CELL.but(size=10.5)
SMALL_CENTER = CELL_CENTER.but(size=10.5)
SMALL_HEAD = CELL_HEAD.but(size=10.5)


def summary(matter: Matter) -> tuple[Page, ...]:
    say, rows = matter.say, tuple(matter.rows.values())
    total = totals_of(rows)
    facts = {name: getattr(total, name) for name in (*COUNTS, "not_assigned")}
    counted = {"documents": len(matter.outline.documents), "evidence": matter.outline.evidence}
    blocks: list[Block] = [
        Paragraph.of(say("summary", "title"), TITLE.but(after=10), ROOM_WIDTH, keeps=True),
        Paragraph.of(say("summary", "lead", date=spoken_date(matter.on), **facts), BODY, ROOM_WIDTH),
        Paragraph.of(say("summary", "counted", **counted), BODY.but(after=10), ROOM_WIDTH),
    ]
    fields = _by_field(matter)
    if fields:
        blocks += _chart(matter, fields)
    blocks += _coverage(matter, "by_field", fields, total)
    blocks += points_table(matter)
    if any(row.criterion.result for row in rows):
        blocks += _results(matter, fields)
    units: dict[str, list[CoverageRow]] = {}
    for row in rows:
        units.setdefault(row.criterion.lead_unit or "", []).append(row)
    named = [(unit or say("summary", "no_unit"), units[unit]) for unit in sorted(units, key=_last)]
    blocks += _coverage(matter, "by_unit", named, total)
    return paginate(blocks, ROOM_HEIGHT)


def _last(unit: str) -> tuple[bool, str]:
    return not unit, unit


Group = tuple[Text, Sequence[CoverageRow]]


def _by_field(matter: Matter) -> list[Group]:
    """The leaves below each criterion of level 1."""
    fields: dict[str, list[CoverageRow]] = {}
    for row in matter.rows.values():
        fields.setdefault(matter.field_of(row.criterion.id), []).append(row)
    return [([Span(heading(matter.criteria[one]), sheet_key(one))], rows) for one, rows in fields.items()]


def _coverage(matter: Matter, title: str, groups: Iterable[Group], total: Totals) -> Iterator[Block]:
    say = matter.say
    yield Paragraph.of(say("summary", title), HEADING, ROOM_WIDTH, keeps=True)
    names = [say("summary", name) for name in ("group", *COUNTS, "share")]
    head = Row.of([Put(name, SMALL_HEAD) for name in names], WIDTHS, shade=SHADE)
    bold = SMALL_CENTER.but(font=BOLD)
    yield from together(
        [
            *(
                Row.of([Put(name, SMALL), *_numbers(totals_of(rows), SMALL_CENTER)], WIDTHS, head)
                for name, rows in groups
            ),
            Row.of([Put(say("summary", "total"), SMALL.but(font=BOLD)), *_numbers(total, bold)], WIDTHS, head),
        ]
    )
    yield space(12)


def _numbers(totals: Totals, style: Style) -> list[Put]:
    counts = [str(getattr(totals, name)) for name in COUNTS]
    return [Put(words, style) for words in (*counts, _share(totals))]


def _share(totals: Totals) -> str:
    """Of the criteria that are proven by documents, how many are: "86%"."""
    of = totals.criteria - totals.survey
    return f"{round(100 * totals.complete / of)}%" if of else "–"


def _results(matter: Matter, groups: Sequence[Group]) -> Iterator[Block]:
    say = matter.say
    yield Paragraph.of(say("summary", "results"), HEADING, ROOM_WIDTH, keeps=True)
    names = [say("summary", "group"), say("summary", "criteria"), *(say("results", one) for one in RESULTS)]
    puts = [Put(name, SMALL_HEAD) for name in (*names, say("results", "none"))]
    head = Row.of(puts, RESULT_WIDTHS, shade=SHADE)
    every = [row for _, rows in groups for row in rows]
    bold = SMALL.but(font=BOLD), SMALL_CENTER.but(font=BOLD)
    styled = [(name, rows, (SMALL, SMALL_CENTER)) for name, rows in groups] + [(say("summary", "total"), every, bold)]
    yield from together(
        [
            Row.of([Put(name, left), *(Put(str(count), center) for count in _judged(rows))], RESULT_WIDTHS, head)
            for name, rows, (left, center) in styled
        ]
    )
    yield space(12)


def _judged(rows: Iterable[CoverageRow]) -> tuple[int, ...]:
    """How many are assigned, and of them how many have each result and none."""
    assigned = [row for row in rows if row.state != "not_assigned"]
    counts: Mapping[Result | None, int] = Counter(row.criterion.result for row in assigned)
    return len(assigned), *(counts.get(one, 0) for one in (*RESULTS, None))


def _chart(matter: Matter, groups: Sequence[Group]) -> Iterator[Block]:
    """A bar for each field, from proven to missing; shades that a black and white copy keeps apart."""
    yield Paragraph.of(matter.say("summary", "chart"), HEADING, ROOM_WIDTH, keeps=True)
    for name, rows in groups:
        totals = totals_of(rows)
        if totals.criteria:
            yield Drawing(BAR_ROW, _bar(name, totals), keeps=True)
    yield Drawing(BAR_ROW, _legend(matter))
    yield space(10)


def _bar(name: Text, totals: Totals) -> Callable[[Pen, float, float], None]:
    words = " ".join(token.word for token in lines(name, SMALL, NAME_ROOM - 8)[0])
    whole = " ".join(token.word for line in lines(name, SMALL, NAME_ROOM - 8) for token in line)
    words = words if words == whole else f"{words}…"

    def paint(pen: Pen, left: float, top: float) -> None:
        canvas, bottom = pen.canvas, top - BAR_HEIGHT
        pen.text(left, bottom + 2.5, words, REGULAR, SMALL.size)
        x, room = left + NAME_ROOM, ROOM_WIDTH - NAME_ROOM - SHARE_TEXT
        canvas.setLineWidth(0.5)
        for part, grey in GREYS:
            wide = room * getattr(totals, part) / totals.criteria
            if wide:
                canvas.setFillGray(grey)
                canvas.rect(x, bottom, wide, BAR_HEIGHT, stroke=1, fill=1)
                x += wide
        canvas.setFillGray(0)
        pen.text(left + ROOM_WIDTH - SHARE_TEXT + 6, bottom + 2.5, _of(totals), REGULAR, SMALL.size)

    return paint


def _of(totals: Totals) -> str:
    return f"{totals.complete}/{totals.criteria - totals.survey} ({_share(totals)})"


def _legend(matter: Matter) -> Callable[[Pen, float, float], None]:
    def paint(pen: Pen, left: float, top: float) -> None:
        x, bottom = left + NAME_ROOM, top - BAR_HEIGHT
        for part, grey in GREYS:
            pen.canvas.setFillGray(grey)
            pen.canvas.rect(x, bottom + 1, 8, 8, stroke=1, fill=1)
            pen.canvas.setFillGray(0)
            words = matter.say("summary", part)
            pen.text(x + 11, bottom + 2, words, NOTE.font, 9.5)
            x += 11 + 4.6 * len(words) + 14

    return paint
