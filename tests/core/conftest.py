from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue.criteria import Criteria
from core.database.engine import Database
from core.database.upgrade import upgrade
from core.journal import Journal


@pytest.fixture(autouse=True)
def application() -> None:
    """None: the core knows no window."""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    upgrade(tmp_path / "minhchung.db", tmp_path / "backups")
    database = Database(tmp_path / "minhchung.db", actor="Nguyễn Thị Hoa")
    yield database
    database.close()


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database)


@pytest.fixture
def criteria(database: Database, journal: Journal) -> Criteria:
    return Criteria(database, journal)
