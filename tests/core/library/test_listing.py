"""The library in the order of one field."""

import sqlite3
from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import insert

from core.database.engine import Database, new_id, now
from core.database.tables import document, original, revision
from core.library.listing import Listing
from core.library.rows import texts_of

PAPERS = [
    {"number": "129", "type": "Quyết định", "subject": "Đề án", "issued_on": date(2023, 6, 26)},
    {"number": "67", "type": "Báo cáo", "subject": "Dự toán", "issued_on": date(2023, 1, 9)},
    {"number": "1198", "type": "Biên bản", "subject": "đào tạo", "issued_on": None},
    {"number": None, "type": None, "subject": None, "issued_on": date(2021, 11, 17)},
]
PAGES = [3, 20, None, 1]


@pytest.fixture
def ids(database: Database) -> list[str]:
    """The papers, in the order of adding."""
    made: list[str] = []
    with database.write() as connection:
        for place, (paper, pages) in enumerate(zip(PAPERS, PAGES, strict=True)):
            stamp, sha256, key = database.stamp(), f"{place:064x}", new_id()
            lists = {"problems": [], "signatures": [], "description": {}}
            connection.execute(insert(original).values(sha256=sha256, size=1, pages=pages, **lists, **stamp))
            connection.execute(insert(document).values(id=key, added_at=now(), added_by="Hà", **paper, **stamp))
            row = {"id": new_id(), "document_id": key, "number": 1, "sha256": sha256, "name": "a.pdf", "source": ""}
            connection.execute(insert(revision).values(**row, **stamp))
            made.append(key)
    return made


@pytest.mark.parametrize(
    ("sort", "descending", "places"),
    [
        ("added_at", True, [3, 2, 1, 0]),
        ("symbol", False, [1, 0, 2, 3]),  # as numbers: 67, 129, 1198
        ("issued_on", True, [0, 1, 3, 2]),
        ("pages", False, [3, 0, 1, 2]),
        ("type", False, [1, 2, 0, 3]),
        ("subject", False, [2, 0, 1, 3]),  # đ among the d
        ("subject", True, [1, 0, 2, 3]),
    ],
)
def test_orders_and_puts_last_what_has_no_value(
    database: Database, ids: list[str], sort: str, descending: bool, places: Sequence[int]
) -> None:
    found = Listing(database).ids(sort, descending)
    assert [ids.index(key) for key in found] == list(places)


def test_some_of_them(database: Database, ids: list[str]) -> None:
    listing = Listing(database)
    assert listing.ids("symbol", False, among=[ids[2], ids[0], "gone"]) == [ids[0], ids[2]]
    assert listing.count() == 4
    assert {one.id: one.pages for one in listing.rows([ids[1], "gone", ids[3]])} == {ids[1]: 20, ids[3]: 1}


def test_a_library_may_be_larger_than_what_sqlite_takes_in_one_statement(database: Database, ids: list[str]) -> None:
    many = [*ids, *(f"{number}" for number in range(40_000))]
    with database.read() as connection:
        driver = connection.connection.driver_connection
        assert driver
        driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766)  # as on Windows; the pool gives it out again
    listing = Listing(database)
    assert [one.id for one in listing.rows(many)] == ids
    assert set(listing.ids(among=many)) == set(ids)
    with database.read() as connection:
        assert texts_of(connection, many).keys() == set(ids)
