"""Commands for evidence, and for what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import UserError
from core.text import fold
from gui.command_line import views
from gui.command_line.library_commands import DocumentId, parse_day
from gui.command_line.session import DONE, Session, of, table
from gui.messages import state, translate

if TYPE_CHECKING:
    from core.evidence.records import Coverage, Evidence, Row
    from core.workspace import Workspace

Code = Annotated[str, typer.Argument(metavar="CODE", show_default=False)]
Requirement = Annotated[
    int | None, typer.Option(metavar="N", show_default=False, help=translate("cli", "Yêu cầu số mấy của tiêu chí."))
]
SlotKey = Annotated[
    str | None,
    typer.Option(metavar="SLOT", show_default=False, help=translate("cli", "Mục phải có: số, kỳ (2023-Q1) hoặc id.")),
]
Unit = Annotated[
    str | None,
    typer.Option(metavar="T", show_default=False, help=translate("cli", "Chỉ tiêu chí do đơn vị này chủ trì.")),
]


def link(
    context: typer.Context,
    document: DocumentId,
    codes: Annotated[list[str], typer.Argument(metavar="CODE...", show_default=False)],
    requirement: Requirement = None,
    slot: SlotKey = None,
    pages: Annotated[str, typer.Option(metavar="3-5", help=translate("cli", "Những trang là minh chứng."))] = "",
    note: Annotated[str, typer.Option(metavar="T", help=translate("cli", "Ghi chú."))] = "",
) -> int:
    session = of(context)
    with session.open() as workspace:
        document_id = workspace.documents.get(document).id
        criteria = [workspace.criteria.get(code) for code in codes]
        slots = [criterion.slot(slot).id if slot else None for criterion in criteria]
        made = [
            (workspace.links.link(document_id, criterion.id, requirement, pages, note, slot=slot_id), criterion.code)
            for criterion, slot_id in zip(criteria, slots, strict=True)
        ]
    words = translate("cli", "Đã gắn {evidence} vào tiêu chí {code}.")
    found = [views.evidence(evidence, code) for evidence, code in made]
    session.answer(
        found if len(found) > 1 else found[0],
        lambda: [words.format(evidence=evidence.code, code=code) for evidence, code in made],
    )
    return DONE


def unlink(
    context: typer.Context, document: DocumentId, code: Code, requirement: Requirement = None, slot: SlotKey = None
) -> int:
    session = of(context)
    with session.open() as workspace:
        criterion = workspace.criteria.get(code)
        one = workspace.documents.get(document)
        found = linked(workspace, code, document, requirement, slot)
        for evidence in found:
            workspace.links.unlink(evidence.id)
    value = {"evidence_code": found[0].code, "criterion": criterion.code, "document": one.id, "removed": len(found)}
    words = translate("cli", "Đã gỡ {name} khỏi tiêu chí {code}.")
    session.answer(value, lambda: [words.format(name=one.name, code=criterion.code)])
    return DONE


def check(
    context: typer.Context,
    document: DocumentId,
    code: Code,
    requirement: Requirement = None,
    slot: SlotKey = None,
    undo: Annotated[
        bool, typer.Option("--undo", help=translate("cli", "Bỏ kết luận đã ghi, kể cả khi minh chứng bị loại."))
    ] = False,
) -> int:
    session = of(context)
    with session.open() as workspace:
        found = linked(workspace, code, document, requirement, slot)
        judge = workspace.judgements.reopen if undo else workspace.judgements.check
        judged = [judge(one.id) for one in found]
    return _answer_judged(session, judged, code)


def reject(
    context: typer.Context,
    document: DocumentId,
    code: Code,
    reason: Annotated[str, typer.Option(metavar="T", show_default=False, help=translate("cli", "Lý do loại."))],
    requirement: Requirement = None,
    slot: SlotKey = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        found = linked(workspace, code, document, requirement, slot)
        judged = [workspace.judgements.reject(one.id, reason) for one in found]
    return _answer_judged(session, judged, code)


def _answer_judged(session: Session, judged: list[Evidence], code: str) -> int:
    words = translate("cli", "{evidence} của tiêu chí {code}: {state}.")
    value = [views.evidence(one, code.rstrip(".")) for one in judged]
    session.answer(
        value, lambda: [words.format(evidence=one.code, code=code, state=state(one.state)) for one in judged]
    )
    return DONE


def linked(workspace: Workspace, code: str, document: str, requirement: int | None, slot: str | None) -> list[Evidence]:
    """The evidence that is meant: all links of the document to the criterion, or that to the slot that is named.

    Raises UserError("evidence_unknown").
    """
    criterion, one = workspace.criteria.get(code), workspace.documents.get(document)
    slot_id = criterion.slot(slot).id if slot else None
    found = [
        evidence
        for evidence in workspace.links.of_criterion(criterion.id)
        if evidence.document_id == one.id
        and requirement in (None, evidence.requirement)
        and slot_id in (None, evidence.slot)
    ]
    if not found:
        raise UserError("evidence_unknown", name=one.name, code=criterion.code)
    return found


def suggest(
    context: typer.Context,
    document: DocumentId,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help=translate("cli", "Nhiều nhất bao nhiêu gợi ý."))] = 5,
) -> int:
    session = of(context)
    with session.open() as workspace:
        found = workspace.suggest.of_document(workspace.documents.get(document).id, limit)
    value = [views.suggestion(one) for one in found]
    heads = (
        translate("cli", "Mã"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Điểm"),
        translate("cli", "Vì sao"),
    )
    session.answer(
        value,
        lambda: (
            table(heads, [(one["code"], one["title"], f"{one['score']:.2f}", one["why"]) for one in value])
            if value
            else [translate("cli", "Không thấy tiêu chí nào phù hợp.")]
        ),
    )
    return DONE


def coverage(
    context: typer.Context,
    unit: Unit = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", show_default=False, help=translate("cli", "Tính đến ngày này."))
    ] = None,
) -> int:
    session = of(context)
    day = parse_day(on) if on else None
    with session.open() as workspace:
        result = workspace.coverage(day)
        codes = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
        points = workspace.points() if unit is None else None  # a unit's part of them says nothing
    if unit is not None:
        result = of_unit(result, unit)
    session.answer(views.coverage(result, codes, points), lambda: _coverage_words(result))
    return DONE


def of_unit(whole: Coverage, unit: str) -> Coverage:
    """The rows and totals of one lead unit; raises UserError("unit_unknown", unit)."""
    name = next((name for name in whole.units if name and fold(name) == fold(unit.strip())), None)
    if name is None:
        raise UserError("unit_unknown", unit=unit)
    rows = tuple(row for row in whole.rows if row.criterion.lead_unit == name)
    totals = whole.units[name]
    return replace(whole, rows=rows, totals=totals, units={name: totals}, fields={}, deadlines={})


def _coverage_words(result: Coverage) -> list[str]:
    heads = (
        translate("cli", "Mã"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Chủ trì"),
        translate("cli", "Tình trạng"),
        translate("cli", "Minh chứng"),
        translate("cli", "Hạn"),
    )
    totals = result.totals
    words = translate(
        "cli",
        "{criteria} tiêu chí: {complete} đủ, {partial} một phần, {missing} chưa có, {survey} điều tra xã hội học, "
        "{not_assigned} không được giao; {overdue} quá hạn.",
    )
    return [*table(heads, [_row_cells(row) for row in result.rows]), words.format(**vars(totals))]


def _row_cells(row: Row) -> tuple[object, ...]:
    due = row.due.strftime("%d/%m/%Y") if row.due else ""
    if row.overdue:
        due = translate("cli", "{date} (quá hạn)").format(date=due)
    return row.criterion.code, row.criterion.title, row.criterion.lead_unit, state(row.state), row.evidence, due
