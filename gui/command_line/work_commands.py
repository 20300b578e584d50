"""Commands for what has to be done: the dates, and what an inspector would find wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gui.command_line import views
from gui.command_line.evidence_commands import Code, Unit, of_unit
from gui.command_line.library_commands import parse_day
from gui.command_line.session import DONE, INCOMPLETE, of, table
from gui.messages import finding as finding_words
from gui.messages import state, translate, undated_words

if TYPE_CHECKING:
    from core.evidence.agenda import Due
    from core.evidence.obstacles import Obstacle

On = Annotated[
    str | None, typer.Option(metavar="DATE", show_default=False, help=translate("cli", "Tính đến ngày này."))
]


def deadlines(
    context: typer.Context,
    unit: Unit = None,
    on: On = None,
    ics: Annotated[
        Path | None,
        typer.Option(metavar="OUT.ics", show_default=False, help=translate("cli", "Ghi lịch ra tệp này.")),
    ] = None,
) -> int:
    from core.evidence.agenda import agenda

    session = of(context)
    day = parse_day(on) if on else date.today()
    with session.open() as workspace:
        standing = workspace.coverage(day)
        appraisal = workspace.criteria.appraisal()
    dues = agenda(of_unit(standing, unit) if unit is not None else standing, day, appraisal.year)
    if ics:
        from core.reports.calendar_file import write_calendar

        write_calendar(ics, dues, appraisal.title)
    session.answer([views.due(one) for one in dues], lambda: _due_table(dues))
    return DONE


def _due_table(dues: tuple[Due, ...]) -> list[str]:
    heads = (
        translate("cli", "Hạn"),
        translate("cli", "Tình trạng"),
        translate("cli", "Mã"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Phải có"),
        translate("cli", "Chủ trì"),
    )
    rows = [
        (
            one.day.strftime("%d/%m/%Y") if one.day else one.row.criterion.deadline_text,
            translate("cli", "Xong, muộn") if one.late else state(one.state),
            one.row.criterion.code,
            one.row.criterion.title,
            " ".join(filter(None, (one.what, undated_words(one.undated) if one.undated else ""))),
            one.row.criterion.lead_unit,
        )
        for one in dues
    ]
    return table(heads, rows)


def deadline(
    context: typer.Context,
    code: Code,
    days: Annotated[list[str] | None, typer.Argument(metavar="[DATE]...", show_default=False)] = None,
) -> int:
    from core.catalogue.deadlines import deadlines as dates_of

    session = of(context)
    with session.open() as workspace:
        criterion = workspace.criteria.get(code)
        year = workspace.criteria.appraisal().year
        wanted = tuple(map(parse_day, days)) if days else dates_of(criterion.deadline_text, year)
        edited = workspace.criteria.edit(criterion.id, deadlines=wanted)
    words = translate("cli", "Hạn của tiêu chí {code}: {days}")
    shown = ", ".join(day.strftime("%d/%m/%Y") for day in edited.deadlines) or translate("cli", "không có ngày")
    value = {"code": edited.code, "deadlines": [day.isoformat() for day in edited.deadlines]}
    session.answer(value, lambda: [words.format(code=edited.code, days=shown)])
    return DONE


def preflight(context: typer.Context, on: On = None) -> int:
    session = of(context)
    with session.open() as workspace:
        found = workspace.preflight(parse_day(on) if on else None)
        codes = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
    said = [finding_words(one.code, one.facts) for one in found]
    heads = (translate("cli", "Mức độ"), translate("cli", "Mã"), translate("cli", "Vấn đề"))
    rows = [
        (state(one.severity), codes.get(one.criterion_id or ""), words) for one, words in zip(found, said, strict=True)
    ]
    nothing = translate("cli", "Không thấy vấn đề nào.")
    session.answer(
        [views.finding(one, codes, words) for one, words in zip(found, said, strict=True)],
        lambda: table(heads, rows) if rows else [nothing],
    )
    return INCOMPLETE if any(one.severity == "error" for one in found) else DONE


def obstacles(
    context: typer.Context,
    docx: Annotated[
        Path | None,
        typer.Option(metavar="OUT.docx", show_default=False, help=translate("cli", "Ghi báo cáo ra tệp này.")),
    ] = None,
    resolve: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", show_default=False, help=translate("cli", "Ghi là đã giải quyết.")),
    ] = None,
    reopen: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", show_default=False, help=translate("cli", "Ghi là chưa giải quyết.")),
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option(metavar="ID", show_default=False, help=translate("cli", "Xoá nội dung đã ghi."))
    ] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        record = workspace.obstacles
        for key in [record.get(prefix).id for prefix in resolve or ()]:
            record.resolve(key)
        for key in [record.get(prefix).id for prefix in reopen or ()]:
            record.resolve(key, is_resolved=False)
        for key in [record.get(prefix).id for prefix in remove or ()]:
            record.remove(key)
        if docx:
            workspace.report_obstacles(docx)
        found = record.all()
        codes = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
    session.answer([views.obstacle(one, codes) for one in found], lambda: _obstacle_table(found, codes))
    return DONE


def _obstacle_table(found: Sequence[Obstacle], codes: Mapping[str, str]) -> list[str]:
    if not found:
        return [translate("cli", "Chưa ghi khó khăn, kiến nghị nào.")]
    kind, code, unit = translate("cli", "Loại"), translate("cli", "Mã"), translate("cli", "Đơn vị")
    heads = ("ID", kind, code, unit, translate("cli", "Nội dung"), "")
    done = translate("cli", "đã giải quyết")
    rows = [
        (
            one.id[:8],
            state(one.kind),
            codes.get(one.criterion_id or ""),
            one.unit,
            one.text,
            done if one.resolved_at else "",
        )
        for one in found
    ]
    return table(heads, rows)


def obstacle(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="difficulty|proposal", show_default=False)],
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)],
    criterion: Annotated[str | None, typer.Option(metavar="CODE", show_default=False)] = None,
    unit: Annotated[str | None, typer.Option(metavar="T", show_default=False)] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        key = workspace.criteria.get(criterion).id if criterion else None
        added = workspace.obstacles.add(kind, text, key, unit)  # type: ignore[arg-type] - it says what is unknown
        codes = {one.id: one.code for one in workspace.criteria.tree()}
    words = translate("cli", "Đã ghi {kind}: {text}")
    session.answer(views.obstacle(added, codes), lambda: [words.format(kind=state(added.kind), text=added.text)])
    return DONE
