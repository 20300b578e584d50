"""The evidence codes: which there are, and new ones for what was never printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from gui.command_line.session import DONE, of, table
from gui.messages import translate

if TYPE_CHECKING:
    from core.evidence.numbering import GivenCode, NewCode
    from core.library.records import Document


def codes(
    context: typer.Context,
    renumber: Annotated[
        bool, typer.Option("--renumber", help=translate("cli", "Đánh lại những mã chưa in theo thứ tự minh chứng."))
    ] = False,
    pattern: Annotated[
        str | None,
        typer.Option(metavar="P", show_default=False, help=translate("cli", "Theo mẫu này; mẫu được lưu lại.")),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=translate("cli", "Chỉ xem trước, không ghi."))] = False,
) -> int:
    session = of(context)
    if (pattern is not None or dry_run) and not renumber:
        raise typer.BadParameter(translate("cli", "--pattern và --dry-run chỉ đi với --renumber."))
    with session.open() as workspace:
        preview = workspace.codes.preview(pattern) if renumber else None
        if preview and not dry_run:
            workspace.codes.renumber(preview)
        given = workspace.codes.given()
        criteria = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
        documents = {one.id: one for one in workspace.listing.rows([one.document_id for one in given])}
    if preview is None:
        heads = (
            translate("cli", "Mã"),
            translate("cli", "Tiêu chí"),
            translate("cli", "Đã in"),
            translate("cli", "Tệp"),
        )
        rows = [(one.code, criteria[one.criterion_id], _day(one), documents[one.document_id].name) for one in given]
        session.answer([_given(one, criteria) for one in given], lambda: table(heads, rows))
        return DONE
    value = {
        "pattern": preview.pattern,
        "changes": [_change(one, criteria) for one in preview.changes],
        "same": preview.same,
        "frozen": [one.code for one in preview.frozen],
        "done": not dry_run,
    }
    heads = (translate("cli", "Mã cũ"), translate("cli", "Mã mới"), translate("cli", "Tệp"))
    said = translate("cli", "{changed} mã đổi, {same} mã chưa in giữ nguyên, {frozen} mã đã in không đổi.")
    counts = {"changed": len(preview.changes), "same": preview.same, "frozen": len(preview.frozen)}
    session.answer(value, lambda: [*table(heads, _rows(preview.changes, documents)), said.format(**counts)])
    return DONE


def _rows(changes: tuple[NewCode, ...], documents: dict[str, Document]) -> list[tuple[str, str, str]]:
    return [(one.old.code, one.code, documents[one.old.document_id].name) for one in changes]


def _given(one: GivenCode, criteria: dict[str, str]) -> dict[str, Any]:
    return {
        "code": one.code,
        "criterion": criteria[one.criterion_id],
        "document": one.document_id,
        "printed_at": one.printed_at.isoformat() if one.printed_at else None,
    }


def _change(one: NewCode, criteria: dict[str, str]) -> dict[str, str]:
    return {
        "old": one.old.code,
        "new": one.code,
        "criterion": criteria[one.criterion_id],
        "document": one.old.document_id,
    }


def _day(one: GivenCode) -> str:
    return f"{one.printed_at.astimezone():%d/%m/%Y}" if one.printed_at else ""
