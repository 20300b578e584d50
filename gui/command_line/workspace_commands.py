"""Commands for a workspace as a whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gui.command_line import views
from gui.command_line.session import DONE, INCOMPLETE, of, table
from gui.command_line.year_commands import EITHER, Catalogue, Plan, Year, given_draft
from gui.messages import translate

if TYPE_CHECKING:
    from core.journal import Entry

Words = Annotated[str | None, typer.Option(metavar="T", show_default=False)]


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False)],
    plan: Plan = None,
    catalogue: Catalogue = None,
    title: Words = None,
    year: Year = None,
    organisation: Words = None,
    parent: Words = None,
    place: Words = None,
    code_pattern: Annotated[
        str | None,
        typer.Option(
            metavar="P",
            show_default=False,
            help=translate("cli", "Mẫu mã minh chứng, ví dụ MC.{criterion}.{number:02}."),
        ),
    ] = None,
) -> int:
    from core.catalogue.pattern import check_pattern
    from core.workspace import Workspace

    session = of(context)
    # All that can be wrong is looked at before anything is made.
    draft = given_draft(plan, catalogue)
    if draft is None:
        raise typer.BadParameter(EITHER)
    if code_pattern is not None:
        check_pattern(code_pattern)
    with Workspace.create(folder) as workspace:
        workspace.criteria.create(
            draft,
            title=title,
            year=year,
            organisation=organisation,
            parent=parent,
            place=place,
            code_pattern=code_pattern,
            catalogue=catalogue or "",
        )
    requirements = sum(len(criterion.requirements) for criterion in draft.criteria)
    value = {"workspace": str(folder.absolute()), "criteria": len(draft.criteria), "requirements": requirements}
    words = translate("cli", "Đã tạo {workspace}: {criteria} tiêu chí, {requirements} yêu cầu đánh số.")
    session.answer(value, lambda: [words.format(**value)])
    return DONE


def catalogues(context: typer.Context) -> int:
    from core.catalogue import builtin

    records = builtin.catalogues()
    heads = ("ID", translate("cli", "Tên"), translate("cli", "Tiêu chí"))
    of(context).answer(
        [{"id": one.id, "title": one.title, "criteria": one.criteria} for one in records],
        lambda: table(heads, [(one.id, one.title, one.criteria) for one in records]),
    )
    return DONE


def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False)],
    no_window: Annotated[bool, typer.Option("--no-window", help=translate("cli", "Không mở cửa sổ."))] = False,
) -> int | Path:
    """Returns the workspace that the window is to open, once the command is over."""
    from core.demo.workspace import make_demo

    session = of(context)
    with session.progress() as progress:
        made = make_demo(folder, progress)
    value = {
        "workspace": str(made.workspace),
        "dossier": str(made.dossier),
        "pages": made.pages,
        "documents": made.documents,
        "evidence": made.evidence,
    }
    words = translate("cli", "Dữ liệu mẫu: {workspace}\nHồ sơ: {dossier} ({pages} trang, {evidence} minh chứng)")
    session.answer(value, lambda: [words.format(**value)])
    if no_window:
        return DONE
    if not has_screen():
        # On stderr, so that --json stays one value.
        print(translate("cli", "Không có màn hình nên không mở cửa sổ."), file=sys.stderr)
        return DONE
    return made.workspace


def has_screen() -> bool:
    """Windows and macOS always have one; elsewhere a display server must be named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def verify(
    context: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help=translate("cli", "Dọn tệp thừa và sửa những gì sửa được."))
    ] = False,
) -> int:
    session = of(context)
    with session.open() as workspace, session.progress() as progress:
        check = workspace.verify(repair=repair, progress=progress)
        names = {one.sha256: one.name for one in workspace.documents.all()}
        is_whole = workspace.journal.is_whole()
    value = {
        "checked": check.checked,
        "damaged": [{"sha256": sha256, "name": names.get(sha256)} for sha256 in check.damaged],
        "missing": [{"sha256": sha256, "name": names.get(sha256)} for sha256 in check.missing],
        "orphans": [str(path) for path in check.orphans],
        "journal": "ok" if is_whole else "broken",
    }
    session.answer(value, lambda: _verify_words(value))
    is_clean = is_whole and not (check.damaged or check.missing or check.orphans)
    return DONE if is_clean else INCOMPLETE


def _verify_words(value: views.Json) -> list[str]:
    damaged = translate("cli", "Bị hỏng: {name} ({sha256})")
    missing = translate("cli", "Bị mất: {name} ({sha256})")
    orphan = translate("cli", "Tệp thừa: {path}")
    lines = [damaged.format(**one) for one in value["damaged"]]
    lines += [missing.format(**one) for one in value["missing"]]
    lines += [orphan.format(path=path) for path in value["orphans"]]
    if value["journal"] == "broken":
        lines.append(translate("cli", "Nhật ký đã bị sửa ngoài chương trình."))
    return [*lines, translate("cli", "Đã kiểm tra {checked} tệp.").format(checked=value["checked"])]


def journal(
    context: typer.Context,
    document: Annotated[str | None, typer.Option(metavar="D", show_default=False)] = None,
    criterion: Annotated[str | None, typer.Option(metavar="C", show_default=False)] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        ids: set[str] = set()
        if document is not None:
            ids.add(workspace.documents.get(document).id)
        if criterion is not None:
            ids.add(workspace.criteria.get(criterion).id)
        entries = [entry for entry in workspace.journal.entries() if not ids or _concerns(entry, ids)]
    heads = (translate("cli", "Lúc"), translate("cli", "Ai"), translate("cli", "Việc"), translate("cli", "Về"))
    session.answer(
        [views.entry(entry) for entry in entries],
        lambda: table(
            heads,
            [
                (entry.at.astimezone().strftime("%d/%m/%Y %H:%M:%S"), entry.actor, entry.action, entry.subject)
                for entry in entries
            ],
        ),
    )
    return DONE


def _concerns(entry: Entry, ids: Set[str]) -> bool:
    """Whether an entry is about one of the ids or names it, as a link names both its ends."""
    named = {
        value for facts in (entry.before, entry.after) if facts for value in facts.values() if isinstance(value, str)
    }
    return entry.subject.partition(":")[2] in ids or not ids.isdisjoint(named)
