"""What every command shares: the workspace, and the way to answer in words or in JSON."""

from __future__ import annotations

import getpass
import json
import os
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.errors import UserError
from core.progress import Progress
from gui.messages import translate

if TYPE_CHECKING:
    from core.workspace import Workspace

DONE, MENDABLE, WRONG_USAGE, INCOMPLETE = 0, 1, 2, 3
QUIET_SECONDS = 1.0  # work that is shorter shows no progress bar
PLAIN_WIDTH = 160  # columns of a table that goes to a file or a pipe

Password = Annotated[
    str | None,
    typer.Option(
        show_default=False,
        help=translate("cli", "Mật khẩu để đọc tệp, không lưu lại; dấu - để hỏi hoặc đọc từ đầu vào chuẩn."),
    ),
]


@dataclass(frozen=True)
class Session:
    """The options before COMMAND."""

    workspace: Path | None
    json: bool
    appraisal: str | None = None

    def folder(self) -> Path:
        """The workspace folder: as given, from MINHCHUNG_WORKSPACE, or the current folder.

        Raises UserError("workspace_not_given") where the current folder is none.
        """
        from core.workspace import DATABASE

        if self.workspace:
            return self.workspace
        if named := os.environ.get("MINHCHUNG_WORKSPACE"):
            return Path(named)
        if Path(DATABASE).is_file():
            return Path.cwd()
        raise UserError("workspace_not_given")

    def open(self) -> Workspace:
        from core.workspace import Workspace  # the database and all above it: --help does without

        workspace = Workspace(self.folder())
        try:
            if self.appraisal is not None:
                workspace.appraisals.work_on(self.appraisal)
        except BaseException:
            workspace.close()
            raise
        return workspace

    def answer(self, value: object, words: Callable[[], Iterable[str]]) -> None:
        """Print the JSON value, or the lines of words."""
        if self.json:
            print_json(value, indent=2)
        else:
            for line in words():
                print(line, flush=True)

    @contextmanager
    def progress(self) -> Generator[Progress]:
        """A Progress that shows a bar on stderr once the work has taken a second, where a person looks on."""
        if self.json or not sys.stderr.isatty():
            yield Progress()
            return
        with _Bar() as bar:
            yield Progress(bar.report)


class _Bar:
    """Rich's bar, loaded and shown only when the work turns out to be long."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._since = time.monotonic()
        self._bar = RichProgress(
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),  # else lines that go to a file would go to the screen
        )
        self._task = self._bar.add_task("", total=None)
        self._shown = False

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._shown:
            self._bar.stop()

    def report(self, done: int, total: int, what: str) -> None:
        if not self._shown:
            if time.monotonic() - self._since < QUIET_SECONDS:
                return
            self._bar.start()
            self._shown = True
        self._bar.update(self._task, completed=done, total=total or None, description=what)


def typed_password(password: str | None) -> str | None:
    """The password of an option; "-" asks for it, or reads a line of stdin, so that no list of processes shows it."""
    if password != "-":
        return password
    if sys.stdin.isatty():
        return getpass.getpass(translate("cli", "Mật khẩu: "), sys.stderr)
    return sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n")


def of(context: typer.Context) -> Session:
    """The session that the options before COMMAND made."""
    session = context.obj
    assert isinstance(session, Session)
    return session


def print_json(value: object, indent: int | None = None) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A table as lines; "" for None."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        grid.add_column(Text(head), overflow="fold")
    for row in rows:
        grid.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH, no_color=True)
    with console.capture() as capture:
        console.print(grid)
    return [line.rstrip() for line in capture.get().splitlines() if line.strip()]
