"""The command that watches folders until it is stopped."""

from __future__ import annotations

import logging
import signal
import sys
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.errors import UserError
from core.progress import Cancelled, Progress
from gui.command_line.intake_commands import Ocr, view
from gui.command_line.session import DONE, Session, of, print_json
from gui.messages import message, translate

if TYPE_CHECKING:
    from core.intake.records import Arrival, Folder, Observe
    from core.workspace import Workspace

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 60.0
AFTER_HINT_SECONDS = 1.0  # one look for a whole copy of files
AFTER_WAITING_SECONDS = 5.0  # files that were still being written


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
            print(translate("cli", "Đang theo dõi {folders}. Nhấn Ctrl+C để dừng.").format(folders=names), flush=True)
        _Watch(workspace, session, recognises=ocr).run(watched)
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


class _Watch:
    """Looks, then recognises what waits until it is time to look again; tells each arrival when it is described."""

    def __init__(self, workspace: Workspace, session: Session, *, recognises: bool) -> None:
        self._workspace = workspace
        self._session = session
        self._recognises = recognises
        self._hinted = threading.Event()
        self._untold: list[Arrival] = []

    def run(self, watched: Sequence[Folder]) -> None:
        from core.intake.watcher import Watcher

        watcher = Watcher(watched, self._hinted.set)
        watcher.start()
        try:
            with _stops() as stopped, suppress(KeyboardInterrupt):
                while not stopped.is_set():
                    self._look(stopped)
        finally:
            watcher.stop()
            self._tell(self._untold)

    def _look(self, stopped: threading.Event) -> None:
        self._hinted.clear()
        with self._session.progress() as progress:
            result = self._workspace.scan.run(progress=progress)
        self._untold += result.arrived
        pause = AFTER_WAITING_SECONDS if result.is_unfinished else LOOK_EVERY_SECONDS
        until = time.monotonic() + pause
        if self._recognises:
            self._recognise(until, stopped)
        self._tell(self._described())
        self._pause(until, stopped)

    def _recognise(self, until: float, stopped: threading.Event) -> None:
        """Recognise at least one page of those that wait; what is left is for another time."""

        def on_page(done: int, total: int, _what: str) -> None:
            self._tell(self._described())
            if stopped.is_set() or (done and (self._hinted.is_set() or time.monotonic() > until)):
                progress.cancel()
            shown.step(done, total, translate("cli", "Nhận dạng chữ"))

        with self._session.progress() as shown, suppress(Cancelled):
            progress = Progress(on_page)
            try:
                self._workspace.recognition.run(progress)
            except UserError as error:
                self._recognises = False  # what is missing now is missing for all pages
                log.warning("not recognised: %s", error)
                print(message(error.code, error.facts), file=sys.stderr)

    def _described(self) -> list[Arrival]:
        """Of those not told yet, the ones whose first page does not wait any more."""
        waiting = self._workspace.recognition.first_pages() if self._recognises and self._untold else set[str]()
        return [one for one in self._untold if one.sha256 not in waiting]

    def _tell(self, arrivals: Sequence[Arrival]) -> None:
        told = {one.id for one in arrivals}
        self._untold = [one for one in self._untold if one.id not in told]
        for one in arrivals:
            arrival = self._workspace.inbox.get(one.id)
            if self._session.json:
                print_json(view(self._workspace, arrival))
            else:
                print(f"{arrival.id[:8]}  {arrival.path}", flush=True)

    def _pause(self, until: float, stopped: threading.Event) -> None:
        # In short waits: on Windows a long one does not let Ctrl+C through.
        while time.monotonic() < until and not stopped.is_set():
            if self._hinted.wait(0.5):
                stopped.wait(AFTER_HINT_SECONDS)
                return


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
