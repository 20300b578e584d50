"""Commands that print the dossier and hand it over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gui.command_line.evidence_commands import Unit
from gui.command_line.library_commands import parse_day
from gui.command_line.session import DONE, INCOMPLETE, of
from gui.messages import problem, translate

if TYPE_CHECKING:
    from core.dossier.options import Options
    from core.dossier.records import Omitted

Criteria = Annotated[
    list[str] | None,
    typer.Option(
        "--criterion", metavar="CODE", show_default=False, help=translate("cli", "Chỉ tiêu chí này; lặp lại được.")
    ),
]
Lists = Annotated[bool, typer.Option("--list-only", help=translate("cli", "Chỉ in danh mục, không kèm tài liệu."))]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="D", show_default=False, help=translate("cli", "Ngày ghi trên hồ sơ.")),
]


def dossier(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf", show_default=False)],
    criterion: Criteria = None,
    unit: Unit = None,
    list_only: Lists = False,
    day: Day = None,
) -> int:
    session = of(context)
    options = _options(criterion, unit, list_only, day)
    with session.open() as workspace, session.progress() as progress:
        printed = workspace.dossier.print_dossier(out, options, progress=progress)
    value = {
        "files": [{"path": str(file.path), "pages": file.pages, "sha256": file.sha256} for file in printed.files],
        "documents": printed.documents,
        "evidence": printed.evidence,
        "omitted": _omitted(printed.omitted),
    }
    words = translate("cli", "{path}: {pages} trang")
    session.answer(
        value,
        lambda: [
            *(words.format(path=file.path, pages=file.pages) for file in printed.files),
            *_omitted_words(printed.omitted),
        ],
    )
    return INCOMPLETE if printed.omitted else DONE


def stick(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT_FOLDER|OUT.zip", show_default=False)],
    criterion: Criteria = None,
    unit: Unit = None,
    list_only: Lists = False,
    day: Day = None,
    force: Annotated[
        bool, typer.Option("--force", help=translate("cli", "Thay bộ đã chép ra trước đây ở chỗ đó."))
    ] = False,
) -> int:
    session = of(context)
    options = _options(criterion, unit, list_only, day)
    with session.open() as workspace, session.progress() as progress:
        made = workspace.stick.make(out, options, force=force, progress=progress)
    printed, omitted = made.printed, (*made.omitted, *made.printed.omitted)
    value = {
        "path": str(made.path),
        "files": [{"path": file.name, "size": file.size, "sha256": file.sha256} for file in made.files],
        "size": made.size,
        "pages": sum(file.pages for file in printed.files),
        "documents": printed.documents,
        "evidence": printed.evidence,
        "omitted": _omitted(printed.omitted),
        "originals_omitted": _omitted(made.omitted),
    }
    words = translate("cli", "{path}: {count} tệp, {size} MB, hồ sơ {pages} trang")
    no_original = translate("cli", "Không chép bản gốc: {name} ({reason})")
    session.answer(
        value,
        lambda: [
            words.format(path=made.path, count=len(made.files), size=f"{made.size / 1e6:.1f}", pages=value["pages"]),
            *_omitted_words(printed.omitted),
            *(no_original.format(name=one.name, reason=problem(one.reason)) for one in made.omitted),
        ],
    )
    return INCOMPLETE if omitted else DONE


def _options(criterion: list[str] | None, unit: str | None, list_only: bool, day: str | None) -> Options:
    from core.dossier.options import Options, parts_without

    return Options(
        parts=parts_without("documents") if list_only else parts_without(),
        criteria=tuple(criterion or ()),
        unit=unit,
        on=parse_day(day) if day else None,
    )


def _omitted(omitted: Iterable[Omitted]) -> list[dict[str, str]]:
    return [{"document": one.document_id, "name": one.name, "reason": one.reason} for one in omitted]


def _omitted_words(omitted: Iterable[Omitted]) -> list[str]:
    words = translate("cli", "Không đưa được vào hồ sơ: {name} ({reason})")
    return [words.format(name=one.name, reason=problem(one.reason)) for one in omitted]
