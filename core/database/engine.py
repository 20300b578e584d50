"""The database as SQLite must be driven: one writer at a time, readers on a snapshot, foreign keys on."""

import json
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, ColumnElement, Connection, Engine, create_engine, event, func, select
from sqlalchemy.exc import DBAPIError

from core.database import recording
from core.database.recording import RowChange
from core.errors import UserError

BUSY_SECONDS = 10
LENGTH_OF_ID = 36  # characters of a UUID
PRAGMAS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY")
# What SQLite says that a person can mend.
MENDABLE = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_CANTOPEN: "disk_failed",
    sqlite3.SQLITE_READONLY: "database_read_only",
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}

Listener = Callable[[Sequence[RowChange]], None]


def new_id() -> str:
    """A UUID made on the spot, so that workspaces of different offices can be merged."""
    return str(uuid4())


def now() -> datetime:
    return datetime.now(UTC)


def mendable(error: BaseException | None) -> str | None:
    """The code of MENDABLE for what sqlite3 raised; None for a bug. The low byte is the error, above it its kind."""
    return MENDABLE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def one_of(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column has one of these values, as one variable: SQLite takes 32,766 in a statement, on Windows too."""
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether an id is this one, or begins so; a whole one is looked up, where LIKE goes through the table."""
    prefix = prefix.lower()
    return column == prefix if len(prefix) == LENGTH_OF_ID else column.startswith(prefix, autoescape=True)


def make_engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin decides, below
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        # A deferred transaction that turns to writing fails at once whatever the busy time-out.
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


class Database:
    """The open database of a workspace. A connection lives for one operation and never crosses a thread."""

    def __init__(self, path: Path, actor: str) -> None:
        self.path = path
        self.actor = actor
        self.appraisal: str | None = None  # the id of the one to work on here, whichever was chosen in the workspace
        self._engine = make_engine(path)
        self._thread = threading.local()
        self._listeners: list[Listener] = []

    @contextmanager
    def read(self) -> Generator[Connection]:
        """A snapshot for reading. Raises UserError with one of MENDABLE, as `write` does."""
        options = {"appraisal": self.appraisal}
        with (
            self._telling(),
            self._engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def write(self, *, recorded: bool = True) -> Generator[Connection]:
        """One transaction for writing; rolled back where the block raises. `recorded`: whether `recording` sees it."""
        options = {"appraisal": self.appraisal, "immediate": True}
        with self._telling(), self._engine.connect().execution_options(**options) as connection:
            recording.install(connection)
            with connection.begin():
                yield connection
                changes = recording.drain(connection)
        if changes:
            for listener in self._listeners:
                listener(changes)
            kept: list[RowChange] | None = getattr(self._thread, "changes", None) if recorded else None
            if kept is not None:
                kept += changes

    def listen(self, listener: Listener) -> None:
        """Call it with what a transaction has done to the rows of RECORDED, in its thread, before `write` is over."""
        self._listeners.append(listener)

    @contextmanager
    def recording(self) -> Generator[list[RowChange]]:
        """What this thread writes meanwhile, transaction by transaction; nothing of what is rolled back."""
        self._thread.changes = changes = []
        try:
            yield changes
        finally:
            self._thread.changes = None

    @contextmanager
    def _telling(self) -> Generator[None]:
        try:
            yield
        except DBAPIError as error:
            code = mendable(error.orig)
            if code is None:
                raise
            raise UserError(code, path=str(self.path)) from error

    def stamp(self) -> dict[str, object]:
        """The columns that every record carries: when and by whom it was changed."""
        return {"changed_at": now(), "changed_by": self.actor}

    def close(self) -> None:
        self._engine.dispose()
