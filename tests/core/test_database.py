"""What SQLite says that a person can mend becomes a UserError, and the transaction leaves nothing."""

import sqlite3

import pytest
from sqlalchemy import func, insert, select

from core.database import tables
from core.database.engine import Database
from core.database.upgrade import upgrade
from core.errors import UserError


@pytest.fixture
def database(tmp_path):
    upgrade(tmp_path / "x.db", tmp_path)
    database = Database(tmp_path / "x.db", "lan")
    yield database
    database.close()


def set_a(database, size):
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 80")
        for key in range(20):
            values = {"key": str(key), "value": "x" * size, **database.stamp()}
            connection.execute(insert(tables.setting).values(values))


def settings(database):
    with database.read() as connection:
        return connection.scalar(select(func.count()).select_from(tables.setting))


def test_a_full_disk_is_told_and_leaves_nothing(database):
    with pytest.raises(UserError) as caught:
        set_a(database, 100_000)
    assert caught.value.code == "disk_full"
    assert settings(database) == 0
    set_a(database, 10)
    assert settings(database) == 20


def test_a_lock_that_stays_is_told(database, monkeypatch):
    monkeypatch.setattr("core.database.engine.BUSY_SECONDS", 0)
    impatient = Database(database.path, "lan")
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError) as caught:
        set_a(impatient, 10)
    assert caught.value.code == "database_busy"
    other.close()
    impatient.close()


def test_a_damaged_file_is_told(database):
    database.close()
    content = bytearray(database.path.read_bytes())
    content[4096 : 20 * 4096] = b"\xff" * (19 * 4096)
    database.path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        settings(database)
    assert caught.value.code == "database_damaged"


def test_a_drive_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError) as caught:
        settings(Database(tmp_path / "gone" / "x.db", "lan"))
    assert caught.value.code == "disk_failed"


def test_a_mistake_of_the_program_stays_one(database):
    with pytest.raises(Exception, match="no such table"), database.read() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
