"""Commands for the points of a catalogue that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import UserError
from gui.command_line import views
from gui.command_line.session import DONE, of, table
from gui.messages import translate

if TYPE_CHECKING:
    from core.catalogue.records import Criterion
    from core.evidence.points import Points, Scored


def points(
    context: typer.Context,
    met: Annotated[
        list[str] | None,
        typer.Option("--if", metavar="CODE", show_default=False, help=translate("cli", "Coi như đạt hết điểm.")),
    ] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        tree = workspace.criteria.tree()
        supposed = [workspace.criteria.get(code) for code in met or ()]
        now, then = workspace.points(), workspace.points([one.id for one in supposed])
    if now is None or then is None:
        raise UserError("catalogue_without_points")
    value = {
        **views.points(now.total),
        "fields": [{"code": one.code, **views.points(now.fields[one.id])} for one in tree if one.id in now.fields],
        "rows": [{"code": one.code, **views.score(one)} for one in tree if one.max_points is not None],
    }
    if supposed:
        codes = [one.code for one in supposed]
        value["if"] = {"met": codes, **views.points(then.total)}
    session.answer(value, lambda: _words(tree, now, [one.code for one in supposed], then))
    return DONE


def _words(tree: tuple[Criterion, ...], now: Scored, met: list[str], then: Scored) -> list[str]:
    heads = (
        translate("cli", "Mã"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Tối đa"),
        translate("cli", "Tự chấm"),
        translate("cli", "Thẩm định"),
    )
    rows = [(one.code, one.title, *_cells(now.below[one.id])) for one in tree if one.id in now.below]
    rows.append(("", translate("cli", "Cộng"), *_cells(now.total)))
    supposed = translate("cli", "Nếu {codes} đạt: {points} điểm.")
    said = [supposed.format(codes=", ".join(met), points=said_points(then.total.points))] if met else []
    return [*table(heads, rows), *said]


def _cells(record: Points) -> tuple[str, str, str]:
    own = said_points(record.self_score) if record.scored else ""
    appraised = said_points(record.appraised) if record.appraised_criteria else ""
    return said_points(record.maximum), own, appraised


def said_points(points: float) -> str:
    """As people write them: 91,5."""
    return f"{points:g}".replace(".", ",")
