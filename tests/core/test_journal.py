from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from core.workspace import Workspace


def write_two(workspace: Workspace) -> None:
    for line in ("document:1", "document:2"):
        with workspace.database.write() as connection:
            workspace.journal.record(connection, "document.described", line, {"số": None}, {"số": "12"})


def test_entries_say_who_did_what_to_which(tmp_path: Path) -> None:
    with Workspace.create(tmp_path, actor="Nguyễn Thị Hoa") as workspace:
        write_two(workspace)
        entry = workspace.journal.entries("document:2")[0]
        assert (entry.actor, entry.action, entry.before, entry.after) == (
            "Nguyễn Thị Hoa",
            "document.described",
            {"số": None},
            {"số": "12"},
        )
        assert workspace.journal.is_whole()


@pytest.mark.parametrize("statement", ["UPDATE journal SET actor = 'x'", "DELETE FROM journal WHERE line = 1"])
def test_entries_cannot_be_changed(tmp_path: Path, statement: str) -> None:
    with Workspace.create(tmp_path) as workspace:
        write_two(workspace)
        with pytest.raises(IntegrityError, match="append-only"), workspace.database.write() as connection:
            connection.execute(text(statement))


@pytest.mark.parametrize("statement", ["UPDATE journal SET actor = 'x'", "DELETE FROM journal WHERE line = 1"])
def test_a_change_behind_the_programs_back_is_seen(tmp_path: Path, statement: str) -> None:
    with Workspace.create(tmp_path) as workspace:
        write_two(workspace)
        with workspace.database.write() as connection:
            connection.execute(text("DROP TRIGGER journal_no_update"))
            connection.execute(text("DROP TRIGGER journal_no_delete"))
            connection.execute(text(statement))
        assert not workspace.journal.is_whole()


def test_an_entry_goes_with_its_change(tmp_path: Path) -> None:
    with Workspace.create(tmp_path) as workspace:
        with pytest.raises(RuntimeError), workspace.database.write() as connection:
            workspace.journal.record(connection, "document.added", "document:1")
            raise RuntimeError
        assert workspace.journal.entries() == []
