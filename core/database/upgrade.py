"""Brings a workspace's database to this program's schema: a backup first; a newer file is refused."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from core.database.engine import make_engine, mendable
from core.errors import UserError
from core.files import atomic_path

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, backups: Path) -> None:
    """Make or upgrade the database at `path`; before an upgrade a copy of it is put into `backups`.

    Raises UserError: "database_newer" for a file of a newer program, "cannot_write" (path) where there can be no copy,
    and the codes of MENDABLE.
    """
    try:
        current, known = _version(path), _versions()
        if current == known[-1]:
            return
        if current and current not in known:
            raise UserError("database_newer", path=str(path))
        if current:
            _back_up(path, backups)
        _migrate(path)
    except (sqlite3.DatabaseError, DatabaseError) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        raise UserError(mendable(cause) or "database_damaged", path=str(path)) from error


def _version(path: Path) -> str | None:
    """What Alembic has written into the database; None for a new one."""
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return row[0] if row else None


def _versions() -> list[str]:
    """The numbers of the migrations, which their files begin with, in order."""
    return sorted(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _migrate(path: Path) -> None:
    # Here and not above: Alembic takes as long to load as everything else, and most starts have nothing to upgrade.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = make_engine(path)
    try:
        with engine.connect().execution_options(immediate=True) as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _back_up(path: Path, backups: Path) -> None:
    target = backups / f"{datetime.now():%Y%m%d-%H%M%S-%f}-nang-cap.db"
    try:
        with (
            atomic_path(target) as temporary,
            closing(sqlite3.connect(path)) as source,
            closing(sqlite3.connect(temporary)) as copy,
        ):
            source.backup(copy)
    except OSError as error:
        raise UserError("cannot_write", path=str(target)) from error
