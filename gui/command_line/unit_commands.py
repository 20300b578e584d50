"""Commands for the units of the office: whom one asks, and what they still owe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from core.errors import UserError
from core.text import fold
from gui.command_line import views
from gui.command_line.evidence_commands import Unit
from gui.command_line.library_commands import parse_day
from gui.command_line.session import DONE, INCOMPLETE, of, table
from gui.command_line.work_commands import On
from gui.messages import translate

if TYPE_CHECKING:
    from core.catalogue import units as records
    from core.workspace import Workspace

Words = Annotated[str | None, typer.Option(metavar="T", show_default=False)]


def units(context: typer.Context) -> int:
    session = of(context)
    with session.open() as workspace:
        found = workspace.units.all()
        codes = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
    heads = (
        translate("cli", "Đơn vị"),
        translate("cli", "Chủ trì"),
        translate("cli", "Phối hợp"),
        translate("cli", "Người liên hệ"),
        translate("cli", "Ghi chú"),
    )
    rows = [
        (one.name, len(one.leads) or "", len(one.coordinates) or "", "; ".join(map(_person, one.people)), one.note)
        for one in found
    ]
    session.answer([views.unit(one, codes) for one in found], lambda: table(heads, rows))
    return DONE


def _person(person: records.Person) -> str:
    return ", ".join(filter(None, (person.name, person.post, person.phone, person.email)))


def unit(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="UNIT", show_default=False)],
    person: Annotated[
        str | None,
        typer.Option(metavar="T", show_default=False, help=translate("cli", "Họ tên người được ghi thêm hoặc sửa.")),
    ] = None,
    post: Words = None,
    phone: Words = None,
    email: Words = None,
    remove_person: Annotated[
        str | None, typer.Option(metavar="T", show_default=False, help=translate("cli", "Bỏ người này."))
    ] = None,
    note: Words = None,
    remove: Annotated[bool, typer.Option("--remove", help=translate("cli", "Bỏ mọi điều đã ghi."))] = False,
) -> int:
    """Without options shows the unit; the first person answers for it."""
    fields = {key: value for key, value in (("post", post), ("phone", phone), ("email", email)) if value is not None}
    if fields and person is None:
        raise typer.BadParameter(translate("cli", "Hãy nêu --person của người này."))
    session = of(context)
    with session.open() as workspace:
        if remove:
            workspace.units.remove(name)
        elif person is not None or remove_person is not None or note is not None:
            people = _people(workspace, name, person, fields, remove_person)
            workspace.units.describe(name, people=people, note=note)
        shown = [one for one in workspace.units.all() if fold(one.name) == fold(name.strip())]
        codes = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
    if not shown and not remove:
        raise UserError("unit_unknown", unit=name)
    value = views.unit(shown[0], codes) if shown else None
    session.answer(
        value, lambda: [line for one in shown for line in (one.name, *map(_person, one.people), one.note) if line]
    )
    return DONE


def _people(
    workspace: Workspace, unit: str, person: str | None, fields: dict[str, str], gone: str | None
) -> list[records.Person] | None:
    """All people of the unit from now on; None where nobody is named."""
    from core.catalogue.units import Person

    known = next((one.people for one in workspace.units.all() if fold(one.name) == fold(unit.strip())), ())
    people = list(known)
    if gone is not None:
        people = [one for one in people if fold(one.name) != fold(gone.strip())]
        if len(people) == len(known):
            raise UserError("person_unknown", unit=unit, person=gone)
    if person is not None:
        place = next((place for place, one in enumerate(people) if fold(one.name) == fold(person.strip())), None)
        if place is None:
            people.append(Person(person, **fields))
        else:
            people[place] = replace(people[place], **fields)
    return people if person is not None or gone is not None else None


def reminders(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="OUT_FOLDER", show_default=False)],
    unit: Unit = None,
    kind: Annotated[Literal["docx", "pdf"], typer.Option("--format", metavar="docx|pdf")] = "docx",
    on: On = None,
) -> int:
    """A file for each unit that owes something; 3 where something is wanting that no unit leads."""
    session = of(context)
    with session.open() as workspace, session.progress() as progress:
        name = workspace.units.get(unit).name if unit is not None else None
        found = workspace.reminders(parse_day(on) if on else None)
        due = [one for one in found.due if name in (None, one.unit.name)]
        written = workspace.print_reminders(due, folder, kind, progress)
    nothing = [one.name for one in found.nothing if name in (None, one.name)]
    nobody = found.without_unit if name is None else ()
    value = {
        "files": [views.reminder(one.reminder, one.path) for one in written],
        "nothing": nothing,
        "without_unit": [views.wanted(one) for one in nobody],
    }
    file = translate("cli", "{path}: {count} nội dung, {overdue} quá hạn")
    none = translate("cli", "{unit}: không còn thiếu gì, không có phiếu.")
    left = translate("cli", "{code}: còn thiếu nhưng chưa có đơn vị chủ trì nên không có trong phiếu nào.")
    session.answer(
        value,
        lambda: [
            *(
                file.format(path=one.path, count=len(one.reminder.wanted), overdue=one.reminder.overdue)
                for one in written
            ),
            *(none.format(unit=one) for one in nothing),
            *(left.format(code=code) for code in dict.fromkeys(one.criterion.code for one in nobody)),
        ],
    )
    return INCOMPLETE if nobody else DONE


def report(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx|.docx|.pdf", show_default=False)],
    period: Annotated[
        str | None,
        typer.Option(metavar="2023-Q1", show_default=False, help=translate("cli", "Tính đến ngày cuối của kỳ này.")),
    ] = None,
    unit: Unit = None,
) -> int:
    from core.catalogue.periods import period_of_code

    known = period_of_code(period) if period is not None else None
    if period is not None and known is None:
        raise UserError("period_unreadable", period=period)
    session = of(context)
    with session.open() as workspace:
        rows = workspace.report(out, known.end if known else None, unit)
    words = translate("cli", "{path}: {rows} dòng")
    session.answer({"path": str(out), "rows": rows}, lambda: [words.format(path=out, rows=rows)])
    return DONE
