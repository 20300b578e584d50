"""Commands for what documents are to each other, and for the files that a document was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gui.command_line import views
from gui.command_line.library_commands import DocumentId
from gui.command_line.session import DONE, of, table
from gui.messages import state, translate

if TYPE_CHECKING:
    from core.library.records import Document
    from core.library.relations import Relation


def relations(
    context: typer.Context,
    document: Annotated[str | None, typer.Argument(metavar="DOCUMENT", show_default=False)] = None,
) -> int:
    """With DOCUMENT also what its own text says of others, as proposals."""
    session = of(context)
    with session.open() as workspace:
        one = workspace.documents.get(document) if document is not None else None
        found = workspace.relations.of_document(one.id) if one else workspace.relations.all()
        proposed = workspace.relations.proposed(one.id) if one else []
    value = {"relations": list(map(views.relation, found)), "proposed": list(map(views.relation, proposed))}
    heads = (translate("cli", "Văn bản"), translate("cli", "Quan hệ"), translate("cli", "Văn bản kia"), "")
    rows = [_cells(relation) for relation in found]
    rows += [(*_cells(relation)[:3], translate("cli", "đề xuất, theo lời văn")) for relation in proposed]
    session.answer(value, lambda: table(heads, rows))
    return DONE


def _cells(relation: Relation) -> tuple[str, str, str, str]:
    return _name(relation.document), state(relation.kind), _name(relation.other), ""


def _name(document: Document) -> str:
    return f"{document.id[:8]} {document.description.symbol or document.name}"


def relate(
    context: typer.Context,
    document: DocumentId,
    kind: Annotated[str, typer.Argument(metavar="replaces|reports_on", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="OTHER", show_default=False)],
    remove: Annotated[bool, typer.Option("--remove", help=translate("cli", "Bỏ quan hệ này."))] = False,
    hand_over: Annotated[
        bool,
        typer.Option("--hand-over", help=translate("cli", "Văn bản mới cũng thay văn bản cũ ở mọi tiêu chí đã gắn.")),
    ] = False,
) -> int:
    session = of(context)
    if hand_over and (remove or kind != "replaces"):
        raise typer.BadParameter(translate("cli", "--hand-over chỉ đi với replaces."))
    with session.open() as workspace:
        first, second = workspace.documents.get(document), workspace.documents.get(other)
        change = workspace.relations.unrelate if remove else workspace.relations.relate
        change(first.id, kind, second.id)  # type: ignore[arg-type] - it says what is unknown
        handed = workspace.links.hand_over(second.id, first.id) if hand_over else []
        codes = {criterion.id: criterion.code for criterion in workspace.criteria.tree()}
    value = {
        "document": first.id,
        "kind": kind,
        "other": second.id,
        "removed": remove,
        "handed_over": [views.evidence(one, codes[one.criterion_id]) for one in handed],
    }
    words = translate("cli", "{document}: {kind} {other}")
    said = words.format(document=_name(first), kind=state(kind), other=_name(second))
    moved = translate("cli", "{evidence} nay là minh chứng của tiêu chí {code}.")
    session.answer(
        value,
        lambda: [said, *(moved.format(evidence=one.code, code=codes[one.criterion_id]) for one in handed)],
    )
    return DONE


def revisions(context: typer.Context, document: DocumentId) -> int:
    session = of(context)
    with session.open() as workspace:
        found = workspace.documents.revisions(workspace.documents.get(document).id)
    heads = (
        translate("cli", "Bản"),
        translate("cli", "Tệp"),
        translate("cli", "Trang"),
        translate("cli", "Ngày"),
        translate("cli", "Người thêm"),
    )
    rows = [
        (one.number, one.name, one.pages, f"{one.added_at.astimezone():%d/%m/%Y %H:%M}", one.added_by) for one in found
    ]
    session.answer(list(map(views.revision, found)), lambda: table(heads, rows))
    return DONE


def revise(
    context: typer.Context,
    document: DocumentId,
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
) -> int:
    session = of(context)
    with session.open() as workspace:
        revised = workspace.documents.replace(workspace.documents.get(document).id, file)
        code = workspace.codes.of_document(revised.id)
    words = translate("cli", "{name} nay là bản {number} của tài liệu.")
    session.answer(
        views.document(revised, [code] if code else []),
        lambda: [words.format(name=revised.name, number=revised.revision)],
    )
    return DONE
