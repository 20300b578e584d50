"""Commands for documents: what they are and where they are found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import UserError
from core.reading.description import DATES, Description
from core.reading.reading import LOCKED
from core.reading.sources import Sources
from gui.command_line import views
from gui.command_line.session import DONE, INCOMPLETE, Password, of, table, typed_password
from gui.messages import problem, translate
from gui.source_words import source_words

if TYPE_CHECKING:
    from core.intake.records import Arrival
    from core.library.records import Document
    from core.progress import Progress
    from core.reading.reading import Reading
    from core.workspace import Workspace

DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT", show_default=False)]
Field = Annotated[str | None, typer.Option(show_default=False)]
Day = Annotated[str | None, typer.Option(metavar="DATE", show_default=False)]

SHOWN = ("number", "notation", "issued_on", "type", "issuer", "parent_issuer", "subject", "signer", "signer_post")


def documents(context: typer.Context) -> int:
    session = of(context)
    with session.open() as workspace:
        records = workspace.documents.all()
        codes = workspace.codes.all()
    value = [views.document(record, [codes[record.id]] if record.id in codes else []) for record in records]
    session.answer(value, lambda: _document_table(records, codes))
    return DONE


def _document_table(records: list[Document], codes: Mapping[str, str]) -> list[str]:
    heads = (
        "ID",
        translate("cli", "Mã minh chứng"),
        translate("cli", "Tệp"),
        translate("cli", "Trang"),
        translate("cli", "Số, ký hiệu"),
        translate("cli", "Ngày"),
        translate("cli", "Trích yếu"),
    )
    rows = [
        (one.id[:8], codes.get(one.id), one.name, one.pages, about.symbol, _day(about.issued_on), about.subject)
        for one in records
        for about in [one.description]
    ]
    return table(heads, rows)


def describe(
    context: typer.Context,
    document: DocumentId,
    number: Field = None,
    notation: Field = None,
    issued_on: Day = None,
    kind: Annotated[str | None, typer.Option("--type", show_default=False)] = None,
    issuer: Field = None,
    parent_issuer: Field = None,
    subject: Field = None,
    signer: Field = None,
    signer_post: Field = None,
    arrived_on: Day = None,
    valid_from: Day = None,
    valid_to: Day = None,
    note: Field = None,
) -> int:
    session = of(context)
    given = {
        "number": number,
        "notation": notation,
        "issued_on": issued_on,
        "type": kind,
        "issuer": issuer,
        "parent_issuer": parent_issuer,
        "subject": subject,
        "signer": signer,
        "signer_post": signer_post,
        "arrived_on": arrived_on,
        "valid_from": valid_from,
        "valid_to": valid_to,
        "note": note,
    }
    fields = {name: _value(name, words) for name, words in given.items() if words is not None}
    with session.open() as workspace:
        one = workspace.documents.get(document)
        if fields:
            one = workspace.documents.describe(one.id, **fields)
    session.answer(one.description.to_json(), lambda: _description_words(one.description, one.sources))
    return DONE


def _value(field: str, words: str) -> str | date | None:
    """What was typed as it is kept; nothing typed empties the field."""
    if not words.strip():
        return None
    return parse_day(words) if field in DATES else words


def parse_day(words: str) -> date:
    """A date as scripts (2023-03-14) or people (14/3/2023) write it; raises UserError("date_unreadable", value)."""
    for layout in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(words.strip(), layout).date()
        except ValueError:
            continue
    raise UserError("date_unreadable", value=words)


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def _description_words(about: Description, sources: Sources) -> list[str]:
    """The fields that are not empty, each with a remark where it had better be compared with the original."""
    names = {
        "number": translate("cli", "Số"),
        "notation": translate("cli", "Ký hiệu"),
        "issued_on": translate("cli", "Ngày ban hành"),
        "type": translate("cli", "Loại"),
        "issuer": translate("cli", "Cơ quan ban hành"),
        "parent_issuer": translate("cli", "Cơ quan chủ quản"),
        "subject": translate("cli", "Trích yếu"),
        "signer": translate("cli", "Người ký"),
        "signer_post": translate("cli", "Chức vụ"),
        "language": translate("cli", "Ngôn ngữ"),
        "arrived_on": translate("cli", "Ngày đến"),
        "valid_from": translate("cli", "Hiệu lực từ"),
        "valid_to": translate("cli", "Hiệu lực đến"),
        "note": translate("cli", "Ghi chú"),
    }
    values = {name: _day(value) if isinstance(value, date) else value for name, value in vars(about).items()}
    doubtful = {name: f"   [{source_words(one)}]" for name, one in sources.items() if not one.is_sure}
    return [
        f"{words}: {values[name]}{doubtful.get(name, '')}" for name, words in names.items() if values[name] is not None
    ]


def read(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    ocr: Annotated[
        bool, typer.Option("--ocr/--no-ocr", help=translate("cli", "Nhận dạng chữ trên trang quét."))
    ] = True,
    password: Password = None,
) -> int:
    session = of(context)
    if not file.is_file():
        raise UserError("file_missing", path=str(file))
    password = typed_password(password)
    with session.progress() as progress:
        reading = _read(file, password, progress if ocr else None)
    session.answer(
        views.reading(reading),
        lambda: [
            *_description_words(reading.description, reading.sources),
            *(translate("cli", "Lưu ý: {problem}").format(problem=problem(code)) for code in reading.problems),
            "",
            reading.text,
        ],
    )
    return INCOMPLETE if reading.text_source == "failed" else DONE


def _read(file: Path, password: str | None, progress: Progress | None) -> Reading:
    """Without a `progress`, pages that are pictures stay unread."""
    from core.reading.reader import Reader
    from core.reading.worker import Worker

    worker = Worker()
    try:
        reader = Reader(worker)
        reading = reader.read(file, file.name)
        with TemporaryDirectory(prefix="minh-chung-") as folder:
            if password and LOCKED in reading.problems:
                copy = Path(folder) / "copy"
                opened = reader.read_locked(file, file.name, [password], copy)
                if opened is None:
                    raise UserError("password_wrong")
                reading, file = opened[0], copy
            return reader.recognised(file, reading, progress) if progress else reading
    finally:
        worker.close()


def unlock(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT|ARRIVAL", show_default=False)],
    password: Password = "-",
) -> int:
    session = of(context)
    typed = typed_password(password) or ""
    with session.open() as workspace, session.progress() as progress:
        workspace.originals.unlock(_find(workspace, document).sha256, typed)
        others = workspace.originals.unlock_others(progress)
        one = _find(workspace, document)
        value = _view(workspace, one)
    words = translate("cli", "Đã đọc {name} bằng mật khẩu, và {others} tệp khác có cùng mật khẩu.")
    session.answer(
        {**value, "others": others},
        lambda: [words.format(name=one.name, others=others), *_description_words(one.description, one.sources)],
    )
    return DONE


def _view(workspace: Workspace, one: Document | Arrival) -> views.Json:
    from core.library.records import Document

    if not isinstance(one, Document):
        return views.arrival(one)
    code = workspace.codes.of_document(one.id)
    return views.document(one, [code] if code else [])


def _find(workspace: Workspace, prefix: str) -> Document | Arrival:
    try:
        return workspace.documents.get(prefix)
    except UserError as error:
        if error.code != "document_unknown":
            raise
        return workspace.inbox.get(prefix)


def recognise(
    context: typer.Context,
    first_pages: Annotated[
        bool, typer.Option("--first-pages", help=translate("cli", "Chỉ trang đầu của mỗi tệp, đủ cho phần mô tả."))
    ] = False,
) -> int:
    session = of(context)
    with session.open() as workspace:
        with session.progress() as progress:
            done = workspace.recognition.run(progress, first_pages=first_pages)
        waiting = workspace.recognition.waiting()
    words = translate("cli", "Đã nhận dạng {done} trang, còn {waiting} trang.")
    session.answer({"pages": done, "waiting": waiting}, lambda: [words.format(done=done, waiting=waiting)])
    return DONE


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", show_default=False)],
    limit: Annotated[int, typer.Option(min=1, help=translate("cli", "Nhiều nhất bao nhiêu tài liệu."))] = 50,
) -> int:
    session = of(context)
    with session.open() as workspace:
        hits = workspace.search.find(" ".join(words), limit)
    heads = ("ID", translate("cli", "Tệp"), translate("cli", "Số, ký hiệu"), translate("cli", "Đoạn tìm thấy"))
    session.answer(
        [views.hit(hit) for hit in hits],
        lambda: table(
            heads,
            [(hit.document.id[:8], hit.document.name, hit.document.description.symbol, hit.snippet) for hit in hits],
        ),
    )
    return DONE
