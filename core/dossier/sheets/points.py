"""The points of a catalogue that has them: a table by field, and lines for a criterion."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from core.catalogue.records import Criterion
from core.dossier.blocks import Block, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD
from core.dossier.outline import sheet_key
from core.dossier.pagination import together
from core.dossier.sheets.matter import ROOM_WIDTH, SHADE, Matter, heading
from core.dossier.typeset import CELL, CELL_CENTER, CELL_HEAD, HEADING, Span
from core.evidence.points import Points, scored

COLUMNS = ("group", "maximum", "self_score", "appraised", "lost", "points_share")
NUMBER_ROOM = 20 * mm
WIDTHS = (ROOM_WIDTH - 5 * NUMBER_ROOM, *(NUMBER_ROOM for _ in range(5)))
SMALL = CELL.but(size=10.5)
CENTER = CELL_CENTER.but(size=10.5)


def points_table(matter: Matter) -> Iterator[Block]:
    """Nothing where the catalogue has no points."""
    say = matter.say
    sums = scored(tuple(section.criterion for section in matter.outline.sections))
    if sums is None:
        return
    yield Paragraph.of(say("summary", "points"), HEADING, ROOM_WIDTH, keeps=True)
    puts = [Put(say("summary", name), CELL_HEAD.but(size=10.5)) for name in COLUMNS]
    head = Row.of(puts, WIDTHS, shade=SHADE)
    rows: list[Row] = []
    for key, points in sums.fields.items():
        name = [Span(heading(matter.criteria[key]), sheet_key(key))]
        rows.append(Row.of([Put(name, SMALL), *(Put(one, CENTER) for one in _numbers(points))], WIDTHS, head))
    total = [Put(one, CENTER.but(font=BOLD)) for one in _numbers(sums.total)]
    rows.append(Row.of([Put(say("summary", "total"), SMALL.but(font=BOLD)), *total], WIDTHS, head))
    yield from together(rows)
    yield space(12)


def _numbers(points: Points) -> tuple[str, ...]:
    """Points that nobody has given yet are a dash."""
    own = number(points.self_score) if points.scored else "–"
    appraised = number(points.appraised) if points.appraised_criteria else "–"
    share = f"{round(100 * points.points / points.maximum)}%" if points.maximum and points.scored else "–"
    return number(points.maximum), own, appraised, number(points.lost) if points.scored else "–", share


def score_lines(matter: Matter, criterion: Criterion) -> list[Span]:
    """The points of a criterion, a line for each round, with what was said of them; nothing where it has none."""
    say = matter.say
    if criterion.max_points is None:
        return []
    lines = [Span(say("sheet", "points_maximum", points=number(criterion.max_points)))]
    for score in criterion.scores:
        own = ("points_self", score.self_score, score.explanation)
        appraised = ("points_appraised", score.appraised, score.reason)
        given = [
            " ".join(
                [
                    *([] if points is None else [say("sheet", name, points=number(points))]),
                    *([f"({why.rstrip(' .;')})"] if why else []),
                ]
            )
            for name, points, why in (own, appraised)
        ]
        if said := "; ".join(filter(None, given)):
            lines.append(Span(say("sheet", "points_round", round=score.round, said=said), fresh=True))
    return lines


def number(points: float) -> str:
    """As an office writes it: 1,5."""
    return f"{points:g}".replace(".", ",")
