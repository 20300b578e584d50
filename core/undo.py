"""Takes back what a person did and does it again: whole steps, the exact rows, for as long as the program runs.

A step is whatever was written under `Undo.step`, in one transaction or many. What the program writes by itself (looking
into folders, reading, recognising) is no step. The journal is never undone: it also says what was taken back.
"""

import json
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from core.database.engine import Database
from core.database.recording import Image, RowChange
from core.database.tables import metadata
from core.errors import UserError
from core.journal import Facts, Journal
from core.library.search import Search

MOST_STEPS = 200
STAMPS = {"changed_at", "changed_by"}
# Rows that the program goes on writing after a person has made them: a description is filled by reading and
# recognition, a look at a folder notes its time. They go with the step that made them all the same.
WRITTEN_BEHIND = {"document", "watched_folder"}
# What a step is called after where it did more than one thing; else after the first.
LEADING = ("arrival.accepted", "evidence.linked")


@dataclass(frozen=True, eq=False)
class Step:
    """What a person did in one go, for the front end to put into words.

    `action` is the journal's; `more`: to how many other things the same was done; `facts`: what is known of the first
    of them, such as "criterion" (its code), "document" (its symbol or name), "code" (of the evidence). `tables`: whose
    rows were changed.
    """

    action: str
    more: int
    facts: Facts
    tables: frozenset[str]


@dataclass
class Doing:
    """`step` is None until it is over, and where nothing was changed."""

    step: Step | None = None


@dataclass(frozen=True)
class _Recorded:
    step: Step
    changes: Sequence[RowChange]
    entries: Sequence[Image]


class Undo:
    """The steps of this session, the newest first. Safe to ask from any thread."""

    def __init__(self, database: Database, journal: Journal, search: Search) -> None:
        self._database = database
        self._journal = journal
        self._search = search
        self._lock = RLock()
        self._done: list[_Recorded] = []
        self._undone: list[_Recorded] = []

    @property
    def next_undo(self) -> Step | None:
        return next((one.step for one in reversed(self._done)), None)

    @property
    def next_redo(self) -> Step | None:
        return next((one.step for one in reversed(self._undone)), None)

    @contextmanager
    def step(self) -> Generator[Doing]:
        """What this thread writes meanwhile is one step, also where it ends with an error halfway."""
        doing = Doing()
        changes: list[RowChange] = []
        try:
            with self._database.recording() as changes:
                yield doing
        finally:
            doing.step = self._keep(changes)

    def undo(self, step: Step | None = None) -> Step:
        """Take back the last step; `step` says which one is meant.

        Raises UserError: "nothing_to_undo"; "undo_not_last" where `step` is not the last one any more; "undo_refused"
        where its rows were changed otherwise since. A step that was refused is forgotten.
        """
        with self._lock:
            if not self._done:
                raise UserError("nothing_to_undo")
            if step and self._done[-1].step is not step:
                raise UserError("undo_not_last")
            with self._next(self._done) as last:
                entries = [(one["subject"], _undone(one)) for one in reversed(last.entries)]
                backward = [change.inverse for change in reversed(last.changes)]
                made = self._replay(backward, "change.undone", entries)
                forward = [change.inverse for change in reversed(made)]
                self._undone.append(_Recorded(last.step, forward, last.entries))
            return last.step

    def redo(self) -> Step:
        """Do again what was undone last. Raises UserError: "nothing_to_redo", "undo_refused"."""
        with self._lock:
            if not self._undone:
                raise UserError("nothing_to_redo")
            with self._next(self._undone) as last:
                entries = [(one["subject"], _redone(one)) for one in last.entries]
                made = self._replay(last.changes, "change.redone", entries)
                self._done.append(_Recorded(last.step, made, last.entries))
            return last.step

    @contextmanager
    def _next(self, steps: list[_Recorded]) -> Generator[_Recorded]:
        """The newest one, which goes when it is dealt with, or never can be."""
        try:
            yield steps[-1]
        except UserError as error:
            if error.code == "undo_refused":
                steps.pop()
            raise
        steps.pop()

    def _keep(self, changes: Sequence[RowChange]) -> Step | None:
        rows = [change for change in changes if change.table != "journal"]
        entries = [change.after for change in changes if change.table == "journal" and change.after]
        if not rows or not entries:
            return None
        step = self._named(entries, frozenset(change.table for change in rows))
        with self._lock:
            self._done = [*self._done[1 - MOST_STEPS :], _Recorded(step, rows, entries)]
            self._undone.clear()
        return step

    def _replay(
        self, changes: Iterable[RowChange], action: str, entries: Iterable[tuple[str, tuple[Facts, Facts]]]
    ) -> list[RowChange]:
        """Make the changes in one transaction; returns what was made of them."""
        with self._database.write(recorded=False) as connection:
            try:
                made = [done for change in changes if (done := self._make(connection, change))]
            except IntegrityError as error:
                raise UserError("undo_refused") from error
            for document_id in dict.fromkeys(_documents(made)):
                if _row(connection, "document", {"id": document_id}):
                    self._search.refresh(connection, document_id)
            for subject, (before, after) in entries:
                self._journal.record(connection, action, subject, before, after)
            return made

    def _make(self, connection: Connection, change: RowChange) -> RowChange | None:
        """One change, if the row is as the change expects it. Returns what was really changed; None where nothing was,
        since a code that was printed meanwhile stays as it is.
        """
        known = change.after or change.before or {}
        found = _row(connection, change.table, _key(change.table, known))
        if change.table == "evidence_code" and found and found["printed_at"] and not known["printed_at"]:
            return None
        if change.before is None:
            if found:
                raise UserError("undo_refused")
            _insert(connection, change.table, known)
            return change
        if found is None:
            raise UserError("undo_refused")
        if change.after is None:
            if change.table not in WRITTEN_BEHIND and _differs(found, change.before, known.keys()):
                raise UserError("undo_refused")
            if change.table == "document":
                self._search.forget(connection, known["id"])
            _delete(connection, change.table, known)
            return RowChange(change.table, found, None)
        names = {name for name, value in change.after.items() if value != change.before[name]}
        if _differs(found, change.before, names):
            raise UserError("undo_refused")
        wanted = {name: change.after[name] for name in names if found[name] == change.before[name]}
        _update(connection, change.table, known, wanted)
        return RowChange(change.table, found, {**found, **wanted})

    def _named(self, entries: Sequence[Image], tables: frozenset[str]) -> Step:
        actions = [entry["action"] for entry in entries]
        action = next((one for one in LEADING if one in actions), actions[0])
        same = [entry for entry in entries if entry["action"] == action]
        kind = same[0]["subject"].partition(":")[0]
        subjects = {one["subject"] for one in same if one["subject"].startswith(f"{kind}:")}
        with self._database.read() as connection:
            return Step(action, len(subjects) - 1, _facts(connection, same[0]), tables)


def _undone(entry: Image) -> tuple[Facts, Facts]:
    before, after = _told(entry)
    return {"action": entry["action"], **after}, before


def _redone(entry: Image) -> tuple[Facts, Facts]:
    before, after = _told(entry)
    return before, {"action": entry["action"], **after}


def _told(entry: Image) -> tuple[Facts, Facts]:
    return json.loads(entry["before"] or "{}") or {}, json.loads(entry["after"] or "{}") or {}


def _facts(connection: Connection, entry: Image) -> Facts:
    """What a journal entry is about, by the names that people know it by."""
    before, after = _told(entry)
    facts: Facts = {**before, **after}
    kind, _, key = entry["subject"].partition(":")
    if kind in metadata.tables and "id" in metadata.tables[kind].c and (row := _row(connection, kind, {"id": key})):
        facts = {**row, **facts}
    facts[f"{kind}_id"] = key
    if criterion := _row(connection, "criterion", {"id": facts.get("criterion_id")}):
        facts["criterion"] = criterion["code"]
    if document := _row(connection, "document", {"id": facts.get("document_id")}):
        revision = _row(connection, "revision", {"document_id": document["id"]})
        symbol = "/".join(filter(None, (document["number"], document["notation"])))
        facts["document"] = symbol or (revision["name"] if revision else "")
    return facts


def _documents(changes: Iterable[RowChange]) -> Generator[str]:
    for change in changes:
        image = change.after or change.before or {}
        if change.table in ("document", "revision"):
            yield image["id" if change.table == "document" else "document_id"]


def _differs(found: Image, expected: Image, names: Iterable[str]) -> bool:
    return any(found[name] != expected[name] for name in names if name not in STAMPS)


def _key(table: str, image: Image) -> Image:
    return {column.name: image[column.name] for column in metadata.tables[table].primary_key}


def _row(connection: Connection, table: str, key: Image) -> Image | None:
    where, values = _where(key)
    row = connection.exec_driver_sql(f'SELECT * FROM "{table}" WHERE {where}', values).mappings().first()
    return dict(row) if row else None


def _insert(connection: Connection, table: str, image: Image) -> None:
    names = ", ".join(f'"{name}"' for name in image)
    marks = ", ".join("?" for _ in image)
    connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(image.values()))


def _delete(connection: Connection, table: str, image: Image) -> None:
    where, values = _where(_key(table, image))
    connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE {where}', values)


def _update(connection: Connection, table: str, image: Image, wanted: Image) -> None:
    if wanted:
        where, values = _where(_key(table, image))
        names = ", ".join(f'"{name}" = ?' for name in wanted)
        connection.exec_driver_sql(f'UPDATE "{table}" SET {names} WHERE {where}', (*wanted.values(), *values))


def _where(key: Image) -> tuple[str, tuple[Any, ...]]:
    return " AND ".join(f'"{name}" = ?' for name in key), tuple(key.values())
