"""The command that prints the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gui.command_line.evidence_commands import Unit
from gui.command_line.library_commands import parse_day
from gui.command_line.session import DONE, INCOMPLETE, of
from gui.messages import problem, translate


def dossier(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf", show_default=False)],
    criterion: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", show_default=False, help=translate("cli", "Chỉ tiêu chí này; lặp lại được.")),
    ] = None,
    unit: Unit = None,
    list_only: Annotated[
        bool, typer.Option("--list-only", help=translate("cli", "Chỉ in danh mục, không kèm tài liệu."))
    ] = False,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="D", show_default=False, help=translate("cli", "Ngày ghi trên hồ sơ.")),
    ] = None,
) -> int:
    from core.dossier.options import Options, parts_without

    session = of(context)
    options = Options(
        parts=parts_without("documents") if list_only else parts_without(),
        criteria=tuple(criterion or ()),
        unit=unit,
        on=parse_day(day) if day else None,
    )
    with session.open() as workspace, session.progress() as progress:
        printed = workspace.dossier.print_dossier(out, options, progress=progress)
    value = {
        "files": [{"path": str(file.path), "pages": file.pages, "sha256": file.sha256} for file in printed.files],
        "documents": printed.documents,
        "evidence": printed.evidence,
        "omitted": [{"document": one.document_id, "name": one.name, "reason": one.reason} for one in printed.omitted],
    }
    words = translate("cli", "{path}: {pages} trang")
    left_out = translate("cli", "Không đưa được vào hồ sơ: {name} ({reason})")
    session.answer(
        value,
        lambda: [
            *(words.format(path=file.path, pages=file.pages) for file in printed.files),
            *(left_out.format(name=one.name, reason=problem(one.reason)) for one in printed.omitted),
        ],
    )
    return INCOMPLETE if printed.omitted else DONE
