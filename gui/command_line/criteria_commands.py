"""Commands for the criteria: the tree, what each wants to be shown, and how the work on it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gui.command_line import views
from gui.command_line.evidence_commands import Code
from gui.command_line.library_commands import parse_day
from gui.command_line.session import DONE, of, table
from gui.messages import state as state_words
from gui.messages import translate

if TYPE_CHECKING:
    from core.catalogue.records import Criterion
    from core.evidence.records import Coverage
    from core.workspace import Workspace

Words = Annotated[str | None, typer.Option(metavar="T", show_default=False)]
Number = Annotated[int | None, typer.Option(metavar="N", show_default=False)]
Percent = Annotated[str | None, typer.Option(metavar="N", show_default=False)]
Points = Annotated[str | None, typer.Option(metavar="N", show_default=False)]
NONE = ""  # an option that empties a field


def criteria(context: typer.Context) -> int:
    session = of(context)
    with session.open() as workspace:
        tree = workspace.criteria.tree()
        links = workspace.links.all()
        standing = workspace.coverage()
    code_of = {criterion.id: criterion.code for criterion in tree}
    codes: dict[str, list[str]] = {criterion.id: [] for criterion in tree}
    for link in links:
        if link.state != "proposed":
            codes[link.criterion_id].append(link.code)
    value = [views.criterion(one, code_of.get(one.parent_id or ""), standing, codes[one.id]) for one in tree]
    session.answer(value, lambda: _tree_words(tree, standing, codes))
    return DONE


def _tree_words(tree: Iterable[Criterion], standing: Coverage, codes: dict[str, list[str]]) -> list[str]:
    heads = (
        translate("cli", "Mã"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Chủ trì"),
        translate("cli", "Thời gian"),
        translate("cli", "Tình trạng"),
        translate("cli", "Công việc"),
        translate("cli", "Kết quả"),
        translate("cli", "Minh chứng"),
    )
    rows = [
        (
            one.code,
            one.title,
            one.lead_unit,
            one.deadline_text,
            state_words(standing.states[one.id]),
            state_words(standing.work[one.id]) if one.is_leaf else "",
            state_words(one.result) if one.result else "",
            " ".join(codes[one.id]),
        )
        for one in tree
    ]
    return table(heads, rows)


def slots(
    context: typer.Context, code: Annotated[str | None, typer.Argument(metavar="CODE", show_default=False)] = None
) -> int:
    session = of(context)
    with session.open() as workspace:
        tree = (workspace.criteria.get(code),) if code else workspace.criteria.tree()
        standing = workspace.coverage()
    _answer_slots(context, tree, standing)
    return DONE


def slot(
    context: typer.Context,
    code: Code,
    slot: Annotated[str | None, typer.Argument(metavar="SLOT", show_default=False)] = None,
    text: Words = None,
    number: Number = None,
    period: Annotated[str | None, typer.Option(metavar="2023-Q1", show_default=False)] = None,
    count: Number = None,
    target: Percent = None,
    reached: Percent = None,
    due: Annotated[str | None, typer.Option(metavar="DATE", show_default=False)] = None,
    remove: Annotated[bool, typer.Option("--remove", help=translate("cli", "Bỏ mục này."))] = False,
) -> int:
    """With SLOT edits or removes it; without adds one."""
    fields: dict[str, Any] = {"text": text, "number": number, "count": count}
    fields |= {"target": _number("--target", target), "reached": _number("--reached", reached)}
    fields |= {"period": period, "due": parse_day(due) if due else due}
    given = {name: None if value == NONE else value for name, value in fields.items() if value is not None}
    session = of(context)
    with session.open() as workspace:
        criterion = _change_slot(workspace, workspace.criteria.get(code), slot, given, remove)
        standing = workspace.coverage()
    _answer_slots(context, [criterion], standing)
    return DONE


def _change_slot(
    workspace: Workspace, criterion: Criterion, key: str | None, given: dict[str, Any], remove: bool
) -> Criterion:
    if key is None:
        if remove or not given.get("text"):
            raise typer.BadParameter(translate("cli", "Hãy nêu SLOT, hoặc --text của mục mới."))
        return workspace.slots.add(criterion.id, given.pop("text"), **given)
    slot_id = criterion.slot(key).id
    return workspace.slots.remove(slot_id) if remove else workspace.slots.edit(slot_id, **given)


def _number(option: str, words: str | None) -> float | str | None:
    """A number as people write it, with a comma or a percent sign; "" empties the field."""
    plain = words.strip().rstrip("% ").replace(",", ".") if words is not None else None
    if not plain:
        return plain
    try:
        return float(plain)
    except ValueError:
        raise typer.BadParameter(translate("cli", "Hãy gõ một con số."), param_hint=option) from None


def _answer_slots(context: typer.Context, tree: Iterable[Criterion], standing: Coverage) -> None:
    places = {place.slot.id: place for row in standing.rows for place in row.places}
    found = [(one, item, places.get(item.id)) for one in tree for item in one.slots]
    heads = (
        translate("cli", "Mã"),
        translate("cli", "Mục"),
        translate("cli", "Phải có"),
        translate("cli", "Số lượng"),
        translate("cli", "Tỷ lệ"),
        translate("cli", "Hạn"),
        translate("cli", "Tình trạng"),
        translate("cli", "Minh chứng"),
    )
    rows = [
        (
            one.code,
            item.number or item.period or item.id[:8],
            item.text,
            item.count,
            f"{'' if item.reached is None else f'{item.reached:g}'}/{item.target:g} %" if item.target else "",
            item.due.strftime("%d/%m/%Y") if item.due else "",
            state_words(place.state) if place else "",
            " ".join(link.code for link in place.evidence) if place else "",
        )
        for one, item, place in found
    ]
    value = [{"criterion": one.code, **views.slot(item, place)} for one, item, place in found]
    of(context).answer(value, lambda: table(heads, rows))


def assess(
    context: typer.Context,
    code: Code,
    state: Annotated[str | None, typer.Option(metavar="untouched|collecting|collected|checked")] = None,
    result: Annotated[str | None, typer.Option(metavar="met|partly|not_met")] = None,
    explanation: Annotated[str | None, typer.Option(metavar="T", help=translate("cli", "Giải trình."))] = None,
    last_result: Annotated[str | None, typer.Option(metavar="met|partly|not_met")] = None,
    last_lost: Annotated[
        str | None, typer.Option(metavar="N", help=translate("cli", "Số điểm bị mất năm trước."))
    ] = None,
    remedy: Annotated[str | None, typer.Option(metavar="T", help=translate("cli", "Cách khắc phục."))] = None,
    assessed_by: Annotated[str | None, typer.Option(metavar="documents|survey|not_assigned")] = None,
    max_points: Points = None,
    self_score: Points = None,
    appraised_score: Points = None,
    score_explanation: Annotated[
        str | None, typer.Option(metavar="T", help=translate("cli", "Giải trình về điểm của vòng này."))
    ] = None,
    score_reason: Annotated[
        str | None, typer.Option(metavar="T", help=translate("cli", "Lý do của bên thẩm định."))
    ] = None,
    score_round: Annotated[
        int | None,
        typer.Option("--round", metavar="N", help=translate("cli", "Vòng chấm; không nêu: vòng cuối đã có.")),
    ] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        criterion = workspace.criteria.get(code)
        if assessed_by is not None:
            workspace.criteria.assign(criterion.id, assessed_by)  # type: ignore[arg-type] - it says what is unknown
        given: dict[str, Any] = {"state": state, "explanation": explanation}
        if result is not None:
            given["result"] = result or None
        if any(value is not None for value in given.values()) or result is not None:
            workspace.judgements.assess(criterion.id, **given)
        last: dict[str, Any] = {"result": last_result, "lost": _number("--last-lost", last_lost), "remedy": remedy}
        last = {name: value for name, value in last.items() if value is not None}
        if last:
            empty = {name: None for name in ("result", "lost") if last.get(name) == NONE}
            workspace.judgements.last_year(criterion.id, **{**last, **empty})
        if max_points is not None:
            workspace.criteria.edit(criterion.id, max_points=_number("--max-points", max_points) or None)
        scores: dict[str, Any] = {
            "self_score": _number("--self-score", self_score),
            "appraised": _number("--appraised-score", appraised_score),
        }
        scores = {name: None if value == NONE else value for name, value in scores.items() if value is not None}
        words = {"explanation": score_explanation, "reason": score_reason}
        scores |= {name: value for name, value in words.items() if value is not None}
        if scores:
            workspace.scores.score(criterion.id, score_round, **scores)
        tree = {one.id: one for one in workspace.criteria.tree()}
        codes = [link.code for link in workspace.links.of_criterion(criterion.id) if link.state != "proposed"]
        standing = workspace.coverage()
    judged = tree[criterion.id]
    parent = tree[judged.parent_id].code if judged.parent_id else None
    session.answer(
        views.criterion(judged, parent, standing, codes),
        lambda: _tree_words([judged], standing, {judged.id: codes}),
    )
    return DONE
