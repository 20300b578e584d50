"""Commands that take files in and decide on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import UserError
from core.progress import Progress
from core.reading.reading import LOCKED
from gui.command_line import views
from gui.command_line.session import DONE, INCOMPLETE, Password, of, table, typed_password
from gui.command_line.twin_commands import Other, twin_decision
from gui.messages import message, problem, state, translate

if TYPE_CHECKING:
    from core.intake.records import Arrival, ScanResult
    from core.library.records import Added
    from core.workspace import Workspace

ArrivalId = Annotated[str, typer.Argument(metavar="ARRIVAL", show_default=False)]
Ocr = Annotated[
    bool, typer.Option("--ocr/--no-ocr", help=translate("cli", "Nhận dạng chữ trên trang đầu của bản quét và ảnh."))
]
To = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="CODE", help=translate("cli", "Gắn luôn vào tiêu chí này; lặp lại được.")),
]


def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)],
    to: To = None,
    password: Password = None,
    ocr: Ocr = True,
) -> int:
    session = of(context)
    password = typed_password(password)
    with session.open() as workspace, session.progress() as progress:
        criteria = [workspace.criteria.get(code).id for code in to or ()]
        results: list[views.Json] = []
        for number, path in enumerate(files):
            progress.step(number, len(files), path.name)
            results.append(_add(workspace, path, criteria, password, progress))
        hint = _recognise_first_pages(workspace, progress) if ocr else None
    session.answer(results, lambda: [*map(_words_of_added, results), *filter(None, [hint])])
    return INCOMPLETE if any("message" in result for result in results) else DONE


def _add(
    workspace: Workspace, path: Path, criteria: Sequence[str], password: str | None, progress: Progress
) -> views.Json:
    try:
        added = workspace.documents.add(path, progress=progress)
    except UserError as error:
        result = {"outcome": "refused", "document": None, "reason": error.code, "evidence_codes": []}
        return {"path": str(path), **result, "message": message(error.code, error.facts)}
    for criterion in criteria:
        workspace.links.link(added.document.id, criterion)
    still_locked = {}
    if password and LOCKED in added.document.problems:
        try:
            workspace.originals.unlock(added.document.sha256, password)
        except UserError as error:
            still_locked = {"reason": error.code, "message": message(error.code, error.facts)}
    result = {"outcome": added.outcome, "document": added.document.id, "reason": None, **still_locked}
    return {"path": str(path), **result, "evidence_codes": _codes(workspace, added.document.id)}


def _recognise_first_pages(workspace: Workspace, progress: Progress) -> str | None:
    """What the descriptions need; returns why it could not be done."""
    try:
        workspace.recognition.run(progress, first_pages=True)
    except UserError as error:
        return message(error.code, error.facts)
    return None


def _codes(workspace: Workspace, document_id: str) -> list[str]:
    code = workspace.codes.of_document(document_id)
    return [code] if code else []


def _words_of_added(result: views.Json) -> str:
    codes = " ".join(result["evidence_codes"])
    words = {
        "added": translate("cli", "Đã nhận: {path} {codes}"),
        "duplicate": translate("cli", "Đã có từ trước: {path} {codes}"),
        "revised": translate("cli", "Đã nhận làm bản mới: {path} {codes}"),
        "refused": translate("cli", "Không nhận: {path}. {message}"),
    }[result["outcome"]]
    told = words.format(path=result["path"], codes=codes, message=result.get("message")).rstrip()
    return told if result["outcome"] == "refused" or "message" not in result else f"{told}. {result['message']}"


def scan(
    context: typer.Context,
    folders: Annotated[list[Path] | None, typer.Argument(metavar="FOLDER...", show_default=False)] = None,
) -> int:
    session = of(context)
    with session.open() as workspace, session.progress() as progress:
        result = workspace.scan.run(folders or None, progress)
        arrived = [view(workspace, record) for record in result.arrived]
        to_recognise = workspace.recognition.waiting()
    value = {
        "arrived": arrived,
        "waiting": [views.passed(record) for record in result.waiting],
        "refused": [views.passed(record) for record in result.refused],
        "known": result.known,
        "to_recognise": to_recognise,
    }
    same = {record["id"]: record["same_symbol"] for record in arrived}
    session.answer(value, lambda: _words_of_scan(result, same, to_recognise))
    return INCOMPLETE if result.waiting or result.refused else DONE


def _words_of_scan(result: ScanResult, same: Mapping[str, Sequence[str]], to_recognise: int) -> list[str]:
    lines = _arrival_table(result.arrived, same) if result.arrived else []
    waiting = translate("cli", "Chưa lấy {path}: {reason}")
    refused = translate("cli", "Không nhận {path}: {reason}")
    lines += [waiting.format(path=one.path, reason=problem(one.reason)) for one in result.waiting]
    lines += [refused.format(path=one.path, reason=problem(one.reason)) for one in result.refused]
    words = translate("cli", "{arrived} tệp mới, {known} tệp đã biết.")
    lines.append(words.format(arrived=len(result.arrived), known=result.known))
    if to_recognise:
        words = translate("cli", "{pages} trang quét chờ nhận dạng chữ; lệnh recognise làm việc đó.")
        lines.append(words.format(pages=to_recognise))
    return lines


def inbox(context: typer.Context) -> int:
    session = of(context)
    with session.open() as workspace:
        arrivals = workspace.inbox.all()
        value = [view(workspace, record) for record in arrivals]
    same = {record["id"]: record["same_symbol"] for record in value}
    session.answer(
        value,
        lambda: _arrival_table(arrivals, same) if arrivals else [translate("cli", "Không có tệp nào chờ quyết định.")],
    )
    return DONE


def view(workspace: Workspace, record: Arrival) -> views.Json:
    value = views.arrival(record, workspace.suggest.of_original(record.sha256, record.path))
    return {**value, "same_symbol": _alike(workspace, [record]).get(record.id, [])}


def _alike(workspace: Workspace, records: Sequence[Arrival]) -> dict[str, list[str]]:
    """The documents that arrivals may be other copies of, by id."""
    asked = {one.id: one.description for one in records if not one.duplicate_of}
    found = workspace.twins.of_descriptions(asked)
    return {key: [document.id for document in documents] for key, documents in found.items()}


def _arrival_table(arrivals: Sequence[Arrival], same: Mapping[str, Sequence[str]]) -> list[str]:
    heads = (
        "ID",
        translate("cli", "Tệp"),
        translate("cli", "Trang"),
        translate("cli", "Số, ký hiệu"),
        translate("cli", "Ngày"),
        translate("cli", "Trích yếu"),
        translate("cli", "Ghi chú"),
    )
    return table(heads, [_arrival_cells(record, same[record.id]) for record in arrivals])


def _arrival_cells(record: Arrival, same: Sequence[str]) -> tuple[object, ...]:
    notes = [state(record.state)] if record.state != "offered" else []
    notes += map(problem, record.problems)
    if record.duplicate_of:
        notes.append(translate("cli", "trùng với {document}").format(document=record.duplicate_of[:8]))
    for document in same:
        notes.append(translate("cli", "có thể trùng với {document}").format(document=document[:8]))
    if record.revision_of:
        notes.append(translate("cli", "bản mới của {document}").format(document=record.revision_of[:8]))
    if record.superseded_by:
        notes.append(translate("cli", "đã có bản sau: {arrival}").format(arrival=record.superseded_by[:8]))
    if record.entries:
        notes.append(translate("cli", "bộ gồm {count} tệp").format(count=record.entries))
    if record.set_id:
        notes.append(translate("cli", "trong bộ {arrival}").format(arrival=record.set_id[:8]))
    about = record.description
    day = about.issued_on.strftime("%d/%m/%Y") if about.issued_on else ""
    return record.id[:8], record.name, record.pages, about.symbol, day, about.subject, ", ".join(notes)


def accept(
    context: typer.Context,
    arrival: ArrivalId,
    to: To = None,
    as_new: Annotated[
        bool, typer.Option("--as-new", help=translate("cli", "Tệp đã sửa thành tài liệu mới, không thành bản mới."))
    ] = False,
    revision_of: Other = None,
    signed_copy_of: Other = None,
    other_than: Other = None,
) -> int:
    session = of(context)
    with session.open() as workspace:
        one = workspace.inbox.get(arrival)
        decided = twin_decision(workspace, revision_of, signed_copy_of, other_than)
        criteria = [workspace.criteria.get(code) for code in to or ()]
        ids = [criterion.id for criterion in criteria]
        if one.entries:
            accepted = [added for added, _ in workspace.inbox.accept_set(one.id, ids)]
        else:
            accepted = [workspace.inbox.accept(one.id, ids, as_new=as_new, beside=decided)[0]]
        results = [_accepted(workspace, added, added.document.name if one.entries else one.path) for added in accepted]
        value = {
            **views.arrival(workspace.inbox.get(one.id)),
            "criteria": [criterion.code for criterion in criteria],
            **({"documents": results} if one.entries else results[0]),
        }
    session.answer(value, lambda: map(_words_of_added, results))
    return DONE


def _accepted(workspace: Workspace, added: Added, path: str) -> views.Json:
    codes = _codes(workspace, added.document.id)
    return {"path": path, "outcome": added.outcome, "document": added.document.id, "evidence_codes": codes}


def refuse(
    context: typer.Context,
    arrival: ArrivalId,
    reason: Annotated[str, typer.Option(show_default=False, help=translate("cli", "Vì sao."))],
) -> int:
    session = of(context)
    with session.open() as workspace:
        one = workspace.inbox.refuse(workspace.inbox.get(arrival).id, reason)
    session.answer(views.arrival(one), lambda: [_words_of_decision(one)])
    return DONE


def defer(context: typer.Context, arrival: ArrivalId) -> int:
    session = of(context)
    with session.open() as workspace:
        one = workspace.inbox.defer(workspace.inbox.get(arrival).id)
    session.answer(views.arrival(one), lambda: [_words_of_decision(one)])
    return DONE


def _words_of_decision(one: Arrival) -> str:
    return f"{state(one.state)}: {one.path}"
