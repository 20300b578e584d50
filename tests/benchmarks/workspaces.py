"""What the benchmarks work in."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from core.database.engine import Database
from core.database.upgrade import upgrade
from core.journal import Journal


@contextmanager
def temporary_database() -> Generator[tuple[Database, Journal]]:
    """An empty database of the current schema; it is gone afterwards."""
    with tempfile.TemporaryDirectory() as place:
        upgrade(Path(place) / "minhchung.db", Path(place) / "backups")
        database = Database(Path(place) / "minhchung.db", "benchmark")
        yield database, Journal(database)
        database.close()
