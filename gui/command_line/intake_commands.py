"""Commands that take files in and decide on them."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.errors import UserError
from core.progress import Cancelled, Progress
from core.reading.reading import LOCKED
from gui.command_line import views
from gui.command_line.session import DONE, INCOMPLETE, Password, of, print_json, table, typed_password
from gui.command_line.twin_commands import Other, twin_decision
from gui.messages import message, problem, state, translate

if TYPE_CHECKING:
    from core.intake.records import Arrival, Folder, Observe, ScanResult
    from core.library.records import Added
    from core.workspace import Workspace

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 60.0
AFTER_HINT_SECONDS = 1.0  # one look for a whole copy of files
AFTER_WAITING_SECONDS = 5.0  # files that were still being written

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
        arrived = [_view(workspace, record) for record in result.arrived]
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


def watch(
    context: typer.Context,
    folders: Annotated[list[Path] | None, typer.Argument(metavar="FOLDER...", show_default=False)] = None,
    add: Annotated[
        bool, typer.Option("--add", help=translate("cli", "Thêm các thư mục này vào những thư mục đang theo dõi."))
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help=translate("cli", "Thôi theo dõi các thư mục này."))] = False,
    observe: Annotated[
        Literal["automatic", "native", "polling"] | None,
        typer.Option(
            show_default=False,
            help=translate("cli", "Cách nhận biết thay đổi trong các thư mục này; automatic: hỏi định kỳ ổ mạng."),
        ),
    ] = None,
    accept_named: Annotated[
        bool | None,
        typer.Option(
            "--accept-named/--no-accept-named",
            show_default=False,
            help=translate("cli", "Tự nhận tệp, thư mục con có tên bắt đầu bằng mã tiêu chí vào tiêu chí đó."),
        ),
    ] = None,
    ocr: Ocr = True,
) -> int:
    session = of(context)
    with session.open() as workspace:
        _set_folders(workspace, folders or [], add=add, remove=remove)
        _change_folders(workspace, folders or [], observe, accept_named)
        watched = workspace.folders.all()
        if not watched:
            if remove:
                return DONE
            raise UserError("no_folder_watched")
        if not session.json:
            names = ", ".join(str(folder.path) for folder in watched)
            print(translate("cli", "Đang theo dõi {folders}. Nhấn Ctrl+C để dừng.").format(folders=names))
        with suppress(KeyboardInterrupt):
            for arrival in _arrivals(workspace, watched, ocr=ocr):
                if session.json:
                    print_json(_view(workspace, arrival))
                else:
                    print(f"{arrival.id[:8]}  {arrival.path}", flush=True)
    return DONE


def _set_folders(workspace: Workspace, folders: Sequence[Path], *, add: bool, remove: bool) -> None:
    """Without a flag the folders given take the place of those before; none given: all stays."""
    if not folders:
        return
    # absolute(), not resolve(): a mapped drive stays a drive.
    named = {folder.absolute() for folder in folders}
    if not remove:
        named = {workspace.folders.add(folder).path for folder in folders}
    for folder in workspace.folders.all():
        if (folder.path in named) == remove and not add:
            workspace.folders.remove(folder.id)


def _change_folders(
    workspace: Workspace, folders: Sequence[Path], observe: Observe | None, accept_named: bool | None
) -> None:
    """The settings of these folders, or of all that are watched."""
    named = {folder.absolute() for folder in folders}
    for folder in workspace.folders.all():
        if not named or folder.path in named:
            workspace.folders.change(folder.id, observe=observe, accepts_by_code=accept_named)


def _arrivals(workspace: Workspace, watched: Sequence[Folder], *, ocr: bool) -> Generator[Arrival]:
    """What arrives until the program is asked to stop; with `ocr`, described as far as it can be recognised."""
    from core.intake.watcher import Watcher

    hinted = threading.Event()
    watcher = Watcher(watched, hinted.set)
    watcher.start()
    try:
        with _stops() as stopped:
            while not stopped.is_set():
                hinted.clear()
                result = workspace.scan.run()
                if ocr:
                    _recognise_until(workspace, stopped, first_pages=True)
                yield from (workspace.inbox.get(one.id) for one in result.arrived)
                if ocr:
                    _recognise_until(workspace, stopped, hinted)
                pause = AFTER_WAITING_SECONDS if result.is_unfinished else LOOK_EVERY_SECONDS
                _pause(pause, hinted, stopped)
    finally:
        watcher.stop()


def _recognise_until(workspace: Workspace, *events: threading.Event, first_pages: bool = False) -> None:
    """Recognise what waits, until it is done or one of the events comes; then the rest waits for another time."""
    progress = Progress(lambda *_: progress.cancel() if any(event.is_set() for event in events) else None)
    with suppress(Cancelled):
        try:
            workspace.recognition.run(progress, first_pages=first_pages)
        except UserError as error:
            log.warning("not recognised: %s", error)


def _pause(seconds: float, hinted: threading.Event, stopped: threading.Event) -> None:
    # In short waits: on Windows a long one does not let Ctrl+C through.
    waited = 0.0
    while waited < seconds and not stopped.is_set():
        if hinted.wait(0.5):
            stopped.wait(AFTER_HINT_SECONDS)
            return
        waited += 0.5


@contextmanager
def _stops() -> Generator[threading.Event]:
    """An event that is set when the system asks the process to end."""
    stopped = threading.Event()

    def on_signal(*_: Any) -> None:
        stopped.set()

    before = signal.signal(signal.SIGTERM, on_signal)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGTERM, before)


def inbox(context: typer.Context) -> int:
    session = of(context)
    with session.open() as workspace:
        arrivals = workspace.inbox.all()
        value = [_view(workspace, record) for record in arrivals]
    same = {record["id"]: record["same_symbol"] for record in value}
    session.answer(
        value,
        lambda: _arrival_table(arrivals, same) if arrivals else [translate("cli", "Không có tệp nào chờ quyết định.")],
    )
    return DONE


def _view(workspace: Workspace, record: Arrival) -> views.Json:
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
