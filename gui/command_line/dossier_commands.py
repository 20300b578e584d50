"""Commands that print the dossier and hand it over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.dossier.options import Options
from gui.command_line.dossier_options import with_choices
from gui.command_line.session import DONE, INCOMPLETE, Session, of
from gui.messages import problem, translate

if TYPE_CHECKING:
    from core.dossier.records import Omitted, Printed


@with_choices
def dossier(
    context: typer.Context,
    options: Options,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf", show_default=False)],
    sealed: Annotated[
        str | None,
        typer.Option(metavar="NAME", show_default=False, help=translate("cli", "In lại hồ sơ đã niêm phong này.")),
    ] = None,
    estimate: Annotated[
        bool, typer.Option("--estimate", help=translate("cli", "Chỉ ước tính số trang và dung lượng, không in."))
    ] = False,
) -> int:
    session = of(context)
    if estimate:
        return _estimate(session, options)
    with session.open() as workspace, session.progress() as progress:
        if sealed is None:
            printed = workspace.dossier.print_dossier(out, options, progress=progress)
        else:
            printed = workspace.dossier.reprint(out, sealed, progress=progress)
    value = {
        "files": [
            {"path": str(file.path), "pages": file.pages, "first": file.first, "sha256": file.sha256}
            for file in printed.files
        ],
        "documents": printed.documents,
        "evidence": printed.evidence,
        "omitted": _omitted(printed.omitted),
        "rejected": _rejected(printed),
        "same": printed.same,
    }
    words = translate("cli", "{path}: {pages} trang")
    otherwise = translate("cli", "Số trang khác bản đã niêm phong: có tài liệu nay được chuyển thành trang khác trước.")
    session.answer(
        value,
        lambda: [
            *(words.format(path=file.path, pages=file.pages) for file in printed.files),
            *_omitted_words(printed.omitted),
            *([] if printed.same else [otherwise]),
        ],
    )
    return INCOMPLETE if printed.omitted or not printed.same else DONE


def _estimate(session: Session, options: Options) -> int:
    with session.open() as workspace:
        told = workspace.dossier.foresee(options)
    value = {
        "pages": told.pages,
        "bytes": told.bytes,
        "volumes": told.volumes,
        "documents": told.documents,
        "slips": [{"document": one.id, "name": one.name} for one in told.slips],
        "rejected": told.rejected,
        "wanting": [one.code for one in told.wanting],
    }
    words = translate("cli", "Khoảng {pages} trang, {size} MB, {volumes} tập; {documents} tài liệu.")
    slip = translate("cli", "Không in thành trang được: {name}")
    session.answer(
        value,
        lambda: [
            words.format(**{**value, "size": f"{told.bytes / 1e6:.1f}"}),
            *(slip.format(name=one.name) for one in told.slips),
        ],
    )
    return DONE


@with_choices
def stick(
    context: typer.Context,
    options: Options,
    out: Annotated[Path, typer.Argument(metavar="OUT_FOLDER|OUT.zip", show_default=False)],
    force: Annotated[
        bool, typer.Option("--force", help=translate("cli", "Thay bộ đã chép ra trước đây ở chỗ đó."))
    ] = False,
) -> int:
    session = of(context)
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


def _omitted(omitted: Iterable[Omitted]) -> list[dict[str, str]]:
    return [{"document": one.document_id, "name": one.name, "reason": one.reason} for one in omitted]


def _rejected(printed: Printed) -> list[dict[str, object]]:
    return [
        {
            "document": link.document_id,
            "evidence_code": link.code or None,
            "criterion": printed.matter.criteria[link.criterion_id].code,
            "requirements": list(one.requirements),
            "reason": link.reason,
            "by": link.judged_by,
            "at": link.judged_at.isoformat() if link.judged_at else None,
        }
        for one in printed.matter.outline.rejected
        for link in (one.link,)
    ]


def _omitted_words(omitted: Iterable[Omitted]) -> list[str]:
    words = translate("cli", "Không in được đầy đủ: {name} ({reason})")
    return [words.format(name=one.name, reason=problem(one.reason)) for one in omitted]
