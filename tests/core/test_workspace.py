import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from core.database import tables, upgrade
from core.database.engine import make_engine
from core.errors import UserError
from core.library.originals import Originals
from core.workspace import DATABASE, LOCK, Workspace


def code_of(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def test_a_workspace_opens_again(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "Hồ sơ 2023").close()
    with Workspace(tmp_path / "Hồ sơ 2023") as workspace:
        assert workspace.journal.entries() == []


def test_a_second_process_is_turned_away(tmp_path: Path) -> None:
    with Workspace.create(tmp_path), pytest.raises(UserError) as caught:
        Workspace(tmp_path)
    assert code_of(caught) == "workspace_in_use"


def test_a_workspace_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """Such as one on a disc, or of somebody else."""
    Workspace.create(tmp_path / "w").close()
    (tmp_path / "w" / LOCK).unlink(missing_ok=True)
    (tmp_path / "w" / LOCK).mkdir()  # no file can be made there
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path / "w")
    assert code_of(caught) == "database_read_only"
    (tmp_path / "tệp").touch()
    with pytest.raises(UserError) as caught:
        Workspace.create(tmp_path / "tệp" / "w")
    assert code_of(caught) == "cannot_write"


def test_a_workspace_that_fails_to_open_holds_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows an open database can neither be moved nor replaced by its backup."""

    def refuse(self: Originals) -> None:
        self.known()  # the database has been read by then
        raise OSError("the store does not answer")

    Workspace.create(tmp_path).close()
    with monkeypatch.context() as patched:
        patched.setattr(Originals, "sweep", refuse)
        with pytest.raises(OSError, match="does not answer") as caught:
            Workspace(tmp_path)
    assert caught.value.__traceback__  # so that nothing was closed by being forgotten
    assert not list(tmp_path.glob(f"{DATABASE}-*"))  # SQLite leaves these while it has the database open
    Workspace(tmp_path).close()


def test_originals_outlive_an_older_database(tmp_path: Path) -> None:
    """Such as a backup that was copied into place, or an empty workspace in the folder of a lost one."""
    paper = tmp_path / "a.txt"
    paper.write_text("Báo cáo", encoding="utf-8")
    folder = tmp_path / "w"
    Workspace.create(folder).close()
    shutil.copy(folder / DATABASE, tmp_path / "backup.db")
    with Workspace(folder) as workspace:
        kept = workspace.originals.keep(paper)
    shutil.copy(tmp_path / "backup.db", folder / DATABASE)
    with Workspace(folder) as workspace:
        assert workspace.store.condition(kept) == "whole"
        assert workspace.verify().orphans == (workspace.store.path(kept),)
    (folder / DATABASE).unlink()
    with Workspace.create(folder) as workspace:
        assert workspace.store.condition(kept) == "whole"
        assert workspace.originals.keep(paper) == kept
        assert workspace.verify().orphans == ()


def test_an_empty_folder_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path)
    assert code_of(caught) == "workspace_missing"


def test_a_workspace_is_not_made_over_another(tmp_path: Path) -> None:
    Workspace.create(tmp_path).close()
    with pytest.raises(UserError) as caught:
        Workspace.create(tmp_path)
    assert code_of(caught) == "workspace_exists"


def set_version(folder: Path, version: str) -> str:
    """Returns the version that it was before."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        (before,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    return before


def test_a_file_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    Workspace.create(tmp_path).close()
    version = set_version(tmp_path, "9999")
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path)
    assert code_of(caught) == "database_newer"
    assert (tmp_path / DATABASE).read_bytes() == before
    set_version(tmp_path, version)
    Workspace(tmp_path).close()  # the refused opening let go of the lock


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"this is no database" * 100)
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path)
    assert code_of(caught) == "database_damaged"


def test_a_database_that_became_empty_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    with Workspace.create(tmp_path) as workspace:
        workspace.store.folder.mkdir()
    (tmp_path / DATABASE).write_bytes(b"")
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path)
    assert code_of(caught) == "database_damaged"
    assert (tmp_path / DATABASE).read_bytes() == b""


def test_a_database_that_cannot_be_reached_is_not_called_damaged(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        upgrade.upgrade(tmp_path / "gone" / DATABASE, tmp_path / "backups")
    assert code_of(caught) == "disk_failed"


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    with Workspace.create(tmp_path) as workspace, workspace.database.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": known_table})
        assert compare_metadata(context, tables.metadata) == []


def known_table(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("document_search")


NEXT = """
from alembic import op
import sqlalchemy as sa

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None


def upgrade():
    op.add_column("document", sa.Column("shelf", sa.String()))
    {then}
"""


def test_the_files_of_the_migrations_are_numbered_as_alembic_chains_them() -> None:
    chained = [script.revision for script in ScriptDirectory(str(upgrade.MIGRATIONS)).walk_revisions()]
    numbered = sorted(path.name.partition("_")[0] for path in (upgrade.MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert numbered == chained[::-1]


def next_program(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str) -> None:
    """Pretend to be the next version of the program, with one more migration."""
    shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = max(path.name for path in (folder / "versions").glob("*.py")).partition("_")[0]
    (folder / "versions" / "9999_next.py").write_text(NEXT.format(head=head, then=then), encoding="utf-8")
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)


def columns_of_document(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(document)")}


def test_an_upgrade_makes_a_backup_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workspace.create(tmp_path / "w").close()
    next_program(monkeypatch, tmp_path / "migrations", "pass")
    Workspace(tmp_path / "w").close()
    assert "shelf" in columns_of_document(tmp_path / "w" / DATABASE)
    (backup,) = (tmp_path / "w" / "backups").iterdir()
    assert "shelf" not in columns_of_document(backup)


def test_a_backup_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workspace.create(tmp_path / "w").close()
    next_program(monkeypatch, tmp_path / "migrations", "pass")
    (tmp_path / "w" / "backups").write_text("no folder can be made here", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path / "w")
    assert code_of(caught) == "cannot_write"
    assert "shelf" not in columns_of_document(tmp_path / "w" / DATABASE)


def test_a_failed_upgrade_leaves_the_workspace_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workspace.create(tmp_path / "w").close()
    with monkeypatch.context() as patch:
        next_program(patch, tmp_path / "migrations", "raise RuntimeError('half way')")
        with pytest.raises(RuntimeError):
            Workspace(tmp_path / "w")
    assert "shelf" not in columns_of_document(tmp_path / "w" / DATABASE)
    Workspace(tmp_path / "w").close()


def test_a_full_disk_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workspace.create(tmp_path / "w").close()
    fill = "CREATE TABLE big AS SELECT randomblob(9000000) AS x"
    next_program(monkeypatch, tmp_path / "migrations", f"op.execute('PRAGMA max_page_count = 1'); op.execute('{fill}')")
    with pytest.raises(UserError) as caught:
        Workspace(tmp_path / "w")
    assert code_of(caught) == "disk_full"


def test_a_workspace_of_the_first_schema_keeps_its_rows(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "w").close()
    path = tmp_path / "old" / DATABASE
    path.parent.mkdir()
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    engine = make_engine(path)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in FIRST_ROWS:
            connection.exec_driver_sql(statement)
    engine.dispose()
    with Workspace(tmp_path / "old") as workspace:
        assert [(one.name, one.sha256) for one in workspace.documents.all()] == [("a.pdf", "a" * 64)]
        assert [(one.name, one.state) for one in workspace.inbox.all("accepted")] == [("a.pdf", "accepted")]
        assert [str(folder.path) for folder in workspace.folders.all()] == ["/x"]
        assert [(one.number, one.text) for one in workspace.criteria.get("1").slots] == [(2, "hội nghị")]
        assert [(one.code, one.requirement, one.pages) for one in workspace.links.all()] == [("1-01", 2, "3")]


STAMP = "'2026-01-01T00:00:00+00:00', 'lan'"
FIRST_ROWS = (
    "INSERT INTO original (sha256, size, problems, signatures, description, changed_at, changed_by)"
    f" VALUES ('{'a' * 64}', 1, '[]', '[]', '{{}}', {STAMP})",
    f"INSERT INTO document (id, added_at, added_by, changed_at, changed_by) VALUES ('d', {STAMP}, {STAMP})",
    "INSERT INTO revision (id, document_id, number, sha256, name, source, changed_at, changed_by)"
    f" VALUES ('r', 'd', 1, '{'a' * 64}', 'a.pdf', '/x/a.pdf', {STAMP})",
    f"INSERT INTO watched_folder (id, path, changed_at, changed_by) VALUES ('f', '/x', {STAMP})",
    "INSERT INTO arrival (id, folder_id, path, name, size, modified_ns, sha256, document_id, state, arrived_at,"
    f" changed_at, changed_by) VALUES ('v', 'f', '/x/a.pdf', 'a.pdf', 1, 2, '{'a' * 64}', 'd', 'accepted',"
    f" '2026-01-01T00:00:00+00:00', {STAMP})",
    f"INSERT INTO appraisal (id, code_pattern, changed_at, changed_by) VALUES ('p', '', {STAMP})",
    "INSERT INTO criterion (id, appraisal_id, position, code, coordinating_units, deadlines, assessed_by, changed_at,"
    f" changed_by) VALUES ('c', 'p', 0, '1', '[]', '[]', 'documents', {STAMP})",
    "INSERT INTO requirement (id, criterion_id, number, text, changed_at, changed_by)"
    f" VALUES ('q', 'c', 2, 'hội nghị', {STAMP})",
    "INSERT INTO evidence (id, criterion_id, document_id, requirement_id, pages, position, changed_at, changed_by)"
    f" VALUES ('e', 'c', 'd', 'q', '3', 0, {STAMP})",
    "INSERT INTO evidence_code (id, appraisal_id, document_id, criterion_id, number, code, changed_at, changed_by)"
    f" VALUES ('k', 'p', 'd', 'c', 1, '1-01', {STAMP})",
)


def test_a_folder_that_the_system_refuses_to_look_at_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="workspace_missing"):
        Workspace(tmp_path / ("a" * 300))
    with pytest.raises(UserError, match="cannot_write"):
        Workspace.create(tmp_path / ("a" * 300))
