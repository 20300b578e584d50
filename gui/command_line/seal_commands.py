"""Commands for sealed dossiers, for what changed since, and for the wording of the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gui.command_line import views
from gui.command_line.session import DONE, of, table
from gui.messages import change as change_words
from gui.messages import translate

if TYPE_CHECKING:
    from core.dossier.difference import Change
    from core.dossier.seals import Seal


def seal(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", show_default=False, help=translate("cli", "Tên, ví dụ: Nộp lần 1."))
    ],
) -> int:
    session = of(context)
    with session.open() as workspace:
        sealed = workspace.seals.seal(name)
    words = translate("cli", "Đã niêm phong bản in gần nhất với tên “{name}”: {documents} tài liệu, {pages} trang.")
    value = _seal(sealed)
    pages = sum(file.pages for file in sealed.files)
    session.answer(value, lambda: [words.format(name=sealed.name, documents=sealed.documents, pages=pages)])
    return DONE


def seals(
    context: typer.Context,
    unseal: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", show_default=False, help=translate("cli", "Bỏ niêm phong hồ sơ này; không lấy lại được.")
        ),
    ] = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        if unseal is not None:
            workspace.seals.unseal(unseal)
        found = workspace.seals.all()
    heads = (
        translate("cli", "Tên"),
        translate("cli", "Niêm phong lúc"),
        translate("cli", "Ai"),
        translate("cli", "Ngày trên hồ sơ"),
        translate("cli", "Bổ sung cho"),
        translate("cli", "Tài liệu"),
        translate("cli", "Trang"),
    )
    rows = [
        (
            one.name,
            one.sealed_at.astimezone().strftime("%d/%m/%Y %H:%M"),
            one.sealed_by,
            one.on.strftime("%d/%m/%Y"),
            one.since,
            one.documents,
            sum(file.pages for file in one.files),
        )
        for one in found
    ]
    nothing = translate("cli", "Chưa niêm phong hồ sơ nào.")
    session.answer([_seal(one) for one in found], lambda: table(heads, rows) if rows else [nothing])
    return DONE


def _seal(record: Seal) -> views.Json:
    return {
        "id": record.id,
        "name": record.name,
        "printed_at": record.printed_at.isoformat(),
        "sealed_at": record.sealed_at.isoformat(),
        "sealed_by": record.sealed_by,
        "date": record.on.isoformat(),
        "since": record.since,
        "documents": record.documents,
        "evidence": record.evidence,
        "files": [
            {"name": one.path.name, "pages": one.pages, "first": one.first, "sha256": one.sha256}
            for one in record.files
        ],
    }


def changes(
    context: typer.Context,
    since: Annotated[
        str,
        typer.Option(metavar="NAME", show_default=False, help=translate("cli", "Tên của hồ sơ đã niêm phong.")),
    ],
) -> int:
    session = of(context)
    with session.open() as workspace:
        found = workspace.dossier.changes(since)
    heads = (translate("cli", "Mã"), translate("cli", "Thay đổi"))
    rows = [(one.criterion, change_words(one)) for one in found]
    nothing = translate("cli", "Không có gì thay đổi.")
    session.answer([_change(one) for one in found], lambda: table(heads, rows) if rows else [nothing])
    return DONE


def _change(record: Change) -> views.Json:
    return {
        "kind": record.kind,
        "criterion": record.criterion,
        "title": record.title,
        "evidence_code": record.code or None,
        "document": record.document_id,
        "before": record.before or None,
        "after": record.after or None,
    }


def wording(
    context: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="[SECTION.NAME]", show_default=False)] = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", show_default=False)] = None,
    reset: Annotated[
        bool, typer.Option("--reset", help=translate("cli", "Lấy lại lời văn mặc định; không nêu mục nào: tất cả."))
    ] = False,
    logo: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help=translate("cli", "Ảnh biểu trưng in trên bìa.")),
    ] = None,
    no_logo: Annotated[bool, typer.Option("--no-logo", help=translate("cli", "Bỏ ảnh biểu trưng."))] = False,
) -> int:
    session = of(context)
    with session.open() as workspace:
        if logo or no_logo:
            workspace.wordings.set_logo(logo)
        if reset:
            workspace.wordings.reset(key)
        elif key and text is not None:
            workspace.wordings.set(key, text)
        found = [one for one in workspace.wordings.all() if key is None or one.key == key or one.section == key]
    heads = (translate("cli", "Mục"), translate("cli", "Lời văn"), translate("cli", "Mặc định"))
    rows = [(one.key, one.text, one.default if one.text != one.default else "") for one in found]
    session.answer(
        [{"key": one.key, "text": one.text, "default": one.default} for one in found], lambda: table(heads, rows)
    )
    return DONE
