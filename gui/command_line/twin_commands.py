"""Documents with the same number, notation and issuer: which they are, and what they are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from gui.command_line import views
from gui.command_line.session import DONE, of, table
from gui.messages import state, translate

if TYPE_CHECKING:
    from core.intake.records import Beside
    from core.library.twins import Twin
    from core.workspace import Workspace

Other = Annotated[
    str | None,
    typer.Option(
        metavar="DOCUMENT",
        show_default=False,
        help=translate("cli", "Là bản mới, bản ký của tài liệu này, hoặc văn bản khác dù trùng số, ký hiệu."),
    ),
]


def twins(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", show_default=False)],
    revision_of: Other = None,
    signed_copy_of: Other = None,
    other_than: Other = None,
    undecided: Annotated[
        str | None,
        typer.Option(
            metavar="DOCUMENT", show_default=False, help=translate("cli", "Bỏ điều đã quyết với tài liệu này.")
        ),
    ] = None,
    hand_over: Annotated[
        bool,
        typer.Option("--hand-over", help=translate("cli", "Bản mới cũng thay bản kia ở mọi tiêu chí đã gắn.")),
    ] = False,
) -> int:
    session = of(context)
    if hand_over and not (revision_of or signed_copy_of):
        raise typer.BadParameter(translate("cli", "--hand-over chỉ đi với --revision-of hoặc --signed-copy-of."))
    with session.open() as workspace:
        one = workspace.documents.get(document)
        decision = twin_decision(workspace, revision_of, signed_copy_of, other_than)
        if decision:
            workspace.twins.decide(one.id, decision.document_id, decision.kind)
            if hand_over:
                workspace.links.hand_over(decision.document_id, one.id)
        if undecided:
            workspace.twins.decide(one.id, workspace.documents.get(undecided).id, None)
        found = workspace.twins.of_document(one.id)
    session.answer([views.twin(twin) for twin in found], lambda: _words(found))
    return DONE


def twin_decision(
    workspace: Workspace, revision_of: str | None, signed_copy_of: str | None, other_than: str | None
) -> Beside | None:
    """What one of the three options says; raises typer.BadParameter for more than one."""
    from core.intake.records import Beside
    from core.library.twins import KINDS

    options = zip(KINDS, (revision_of, signed_copy_of, other_than), strict=True)
    given = [Beside(workspace.documents.get(key).id, kind) for kind, key in options if key]
    if len(given) > 1:
        raise typer.BadParameter(translate("cli", "chỉ nêu một trong --revision-of, --signed-copy-of, --other-than."))
    return given[0] if given else None


def _words(found: list[Twin]) -> list[str]:
    if not found:
        return [translate("cli", "Không có tài liệu nào trùng số, ký hiệu và cơ quan ban hành.")]
    heads = ("ID", translate("cli", "Tệp"), translate("cli", "Số, ký hiệu"), translate("cli", "Ghi chú"))
    return table(heads, [(*_cells(one), twin_words(one)) for one in found])


def _cells(one: Twin) -> tuple[str, str, str]:
    return one.document.id[:8], one.document.name, one.document.description.symbol


def twin_words(one: Twin) -> str:
    """What the other document is to the one that was asked about."""
    if one.kind is None:
        return translate("cli", "có thể trùng")
    return state(f"{one.kind}_later" if one.is_later else one.kind)
