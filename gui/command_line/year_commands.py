"""Commands for the appraisals of a workspace: which one is worked on, and the next year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.catalogue.records import YEARS
from gui.command_line import year_views as views
from gui.command_line.session import DONE, of, table
from gui.messages import field_words, state, translate

if TYPE_CHECKING:
    from core.catalogue.records import Draft
    from core.evidence.next_year import NextYearPlan
    from core.workspace import Workspace

Plan = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", show_default=False, help=translate("cli", "Kế hoạch: tệp docx, xlsx, xls, csv hoặc txt.")
    ),
]
Catalogue = Annotated[
    str | None,
    typer.Option(metavar="ID", show_default=False, help=translate("cli", "Bộ tiêu chí có sẵn; xem catalogues.")),
]
Year = Annotated[int | None, typer.Option(metavar="N", show_default=False, min=YEARS[0], max=YEARS[1])]
Matches = Annotated[
    list[str] | None,
    typer.Option(
        metavar="OLD=NEW",
        show_default=False,
        help=translate("cli", "Tiêu chí OLD là NEW trong bộ mới; OLD= : không chuyển sang tiêu chí nào."),
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=translate("cli", "Chỉ cho biết sẽ làm gì, không thay đổi dữ liệu."))
]
EITHER = translate("cli", "Cần một trong hai: --plan hoặc --catalogue.")


def given_draft(plan: Path | None, catalogue: str | None) -> Draft | None:
    """What one of the two options names; None where neither is given."""
    from core.catalogue.apart import read_plan_apart
    from core.catalogue.builtin import load_catalogue

    if plan and catalogue is not None:
        raise typer.BadParameter(EITHER)
    return read_plan_apart(plan) if plan else load_catalogue(catalogue) if catalogue is not None else None


def chosen_of(workspace: Workspace, match: list[str] | None) -> dict[str, str | None]:
    """By the id of a criterion the code that --match says it has in the other catalogue, None for none."""
    chosen: dict[str, str | None] = {}
    for pair in match or ():
        old, equals, new = pair.partition("=")
        if not equals:
            raise typer.BadParameter(translate("cli", "Hãy gõ OLD=NEW."), param_hint="--match")
        chosen[workspace.criteria.get(old).id] = new or None
    return chosen


def appraisals(
    context: typer.Context,
    use: Annotated[
        str | None,
        typer.Option(
            metavar="KEY", show_default=False, help=translate("cli", "Từ nay làm việc với kỳ này: mã, năm hoặc tên.")
        ),
    ] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        if use is not None:
            workspace.appraisals.use(use)
        found, current = workspace.appraisals.all(), workspace.criteria.appraisal()
    heads = ("", "ID", translate("cli", "Năm"), translate("cli", "Kỳ đánh giá"), translate("cli", "Đơn vị"))
    session.answer(
        [views.appraisal(one, current) for one in found],
        lambda: table(
            heads,
            [("●" if one == current else "", one.id[:8], one.year, one.title, one.organisation) for one in found],
        ),
    )
    return DONE


def next_year(
    context: typer.Context,
    catalogue: Catalogue = None,
    plan: Plan = None,
    year: Year = None,
    match: Matches = None,
    standing_only: Annotated[
        bool, typer.Option("--standing-only", help=translate("cli", "Chỉ đề xuất văn bản còn hiệu lực."))
    ] = False,
    without_obstacles: Annotated[
        bool,
        typer.Option("--without-obstacles", help=translate("cli", "Không chuyển khó khăn, kiến nghị chưa giải quyết.")),
    ] = False,
    dry_run: DryRun = False,
) -> int:
    session = of(context)
    draft = given_draft(plan, catalogue)
    with session.open() as workspace:
        planned = workspace.next_year.plan(draft, year, catalogue or "")
        chosen = chosen_of(workspace, match)
        options = {"standing_only": standing_only, "with_obstacles": not without_obstacles}
        made = None if dry_run else workspace.next_year.make(planned, chosen, **options)
    value = views.next_year(planned, chosen, made)
    session.answer(value, lambda: _words(planned, value))
    return DONE


def _words(planned: NextYearPlan, value: views.Json) -> list[str]:
    heads = (
        translate("cli", "Năm nay"),
        translate("cli", "Kỳ mới"),
        translate("cli", "Khớp theo"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Minh chứng"),
        translate("cli", "Còn hiệu lực"),
    )
    rows = [
        (
            one["code"],
            one["to"],
            state(one["how"]) if one["how"] else "",
            one["title"],
            one["evidence"],
            one["standing"],
        )
        for one in value["matches"]
    ]
    new = translate("cli", "Tiêu chí mới của kỳ sau: {codes}").format(codes=", ".join(planned.new) or "–")
    done = translate(
        "cli",
        "Đã tạo kỳ đánh giá {year}: {criteria} tiêu chí, {proposed} minh chứng đề xuất, {left} không chuyển, "
        "{obstacles} khó khăn, kiến nghị chuyển sang.",
    )
    would = translate("cli", "Sẽ tạo kỳ đánh giá {year} với {criteria} tiêu chí. Chưa thay đổi gì.")
    return [*table(heads, rows), new, (would if value["dry_run"] else done).format(**value)]


def proposals(
    context: typer.Context,
    accept: Annotated[
        bool, typer.Option("--accept", help=translate("cli", "Nhận các đề xuất này làm minh chứng."))
    ] = False,
    standing: Annotated[
        bool, typer.Option("--standing", help=translate("cli", "Chỉ những văn bản còn hiệu lực."))
    ] = False,
    criterion: Annotated[str | None, typer.Option(metavar="CODE", show_default=False)] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        wanted = workspace.criteria.get(criterion).id if criterion else None
        found = [
            one
            for one in workspace.next_year.proposals()
            if (one.standing or not standing) and wanted in (None, one.evidence.criterion_id)
        ]
        links = [workspace.links.accept(one.evidence.id) if accept else one.evidence for one in found]
        codes = {one.id: one.code for one in workspace.criteria.tree()}
    rows = [
        (
            codes[link.criterion_id],
            link.code,
            one.document.description.symbol or one.document.name,
            one.document.description.subject,
            translate("cli", "còn hiệu lực") if one.standing else "",
            state(link.state),
        )
        for one, link in zip(found, links, strict=True)
    ]
    heads = (
        translate("cli", "Mã"),
        translate("cli", "Mã minh chứng"),
        translate("cli", "Văn bản"),
        translate("cli", "Trích yếu"),
        "",
        translate("cli", "Tình trạng"),
    )
    value = [views.proposal(one, link, codes) for one, link in zip(found, links, strict=True)]
    session.answer(value, lambda: table(heads, rows) if rows else [translate("cli", "Không có đề xuất nào.")])
    return DONE


def update_catalogue(
    context: typer.Context,
    plan: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    match: Matches = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", show_default=False, help=translate("cli", "Giữ tiêu chí này dù kế hoạch không có.")
        ),
    ] = None,
    dry_run: DryRun = False,
) -> int:
    from core.catalogue.apart import read_plan_apart

    session = of(context)
    draft = read_plan_apart(plan)
    with session.open() as workspace:
        kept = [workspace.criteria.get(code).id for code in keep or ()]
        planned = workspace.catalogue_update.plan(draft, chosen_of(workspace, match), kept)
        done = planned if dry_run else workspace.catalogue_update.apply(planned)
    value = views.update(done, dry_run=dry_run)
    heads = (
        "",
        translate("cli", "Mã cũ"),
        translate("cli", "Mã mới"),
        translate("cli", "Tiêu chí"),
        translate("cli", "Thay đổi"),
        translate("cli", "Minh chứng"),
    )
    rows = [
        (
            state(one.kind),
            one.old.code if one.old else "",
            one.new.code if one.new else "",
            criterion.title,
            ", ".join(map(field_words, one.fields)),
            one.evidence,
        )
        for one in done.changes
        if one.kind != "same" and (criterion := one.new or one.old)
    ]
    words = translate("cli", "{new} mới, {changed} thay đổi, {set_aside} vào “Chưa xếp”, {removed} bỏ, {same} như cũ.")
    lines = [*(table(heads, rows) if rows else []), words.format(**value)]
    above = translate("cli", "Tiêu chí {code} đã chấm {points} điểm, cao hơn điểm tối đa mới: hãy chấm lại.")
    lines += [above.format(code=one.new.code, points=f"{one.given:g}") for one in done.changes if one.new and one.given]
    if dry_run:
        lines.append(translate("cli", "Chưa thay đổi gì."))
    session.answer(value, lambda: lines)
    return DONE
