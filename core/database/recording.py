"""What a transaction does to the rows of the clerks' work, written down as it happens.

Temporary triggers on a connection put both images of each changed row into a temporary table, which rolls back with the
transaction (after https://sqlite.org/undoredo.html; images instead of statements, so that a row can be compared with
what it was before it is put back).
"""

import json
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Float, Table

from core.database.tables import journal, metadata, original

Image = dict[str, Any]

# Every record but `original`, which the program reads out of the files by itself; and the journal, which says what was
# done in words.
RECORDED = [*(table for table in metadata.sorted_tables if "changed_at" in table.c and table is not original), journal]
_LOG = "CREATE TEMP TABLE row_log (line INTEGER PRIMARY KEY, name TEXT, before TEXT, after TEXT);"
_INSTALLED = "rows are recorded"


@dataclass(frozen=True)
class RowChange:
    """A row before and after, as SQLite holds it; `before` None: it was made, `after` None: it was deleted."""

    table: str
    before: Image | None
    after: Image | None

    @property
    def inverse(self) -> "RowChange":
        return RowChange(self.table, self.after, self.before)


def install(connection: Connection) -> None:
    """Record on this connection from now on; call it outside of a transaction."""
    if _INSTALLED in connection.info:
        return
    script = _LOG + "".join(trigger for table in RECORDED for trigger in _triggers(table))
    driver: Any = connection.connection.driver_connection
    driver.executescript(script)
    connection.info[_INSTALLED] = True


def drain(connection: Connection) -> list[RowChange]:
    """What the transaction has done so far, in order."""
    rows = connection.exec_driver_sql("SELECT name, before, after FROM row_log ORDER BY line").all()
    connection.exec_driver_sql("DELETE FROM row_log")
    return [RowChange(name, _image(name, before), _image(name, after)) for name, before, after in rows]


def _triggers(table: Table) -> Generator[str]:
    for event, before, after in (("INSERT", "", "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", "")):
        yield (
            f"CREATE TEMP TRIGGER row_log_{table.name}_{event} AFTER {event} ON main.{table.name} BEGIN "
            f"INSERT INTO row_log (name, before, after) "
            f"VALUES ('{table.name}', {_packed(table, before)}, {_packed(table, after)}); END;"
        )


def _packed(table: Table, row: str) -> str:
    """The SQL of a row's values in the order of its columns."""
    if not row:
        return "NULL"
    values = (f'{row}."{column.name}"' for column in table.columns)
    # JSON's own numbers lose digits.
    exact = (
        f"iif({value} IS NULL, NULL, printf('%!.17g', {value}))" if isinstance(column.type, Float) else value
        for column, value in zip(table.columns, values, strict=True)
    )
    return f"json_array({', '.join(exact)})"


def _image(name: str, packed: str | None) -> Image | None:
    if packed is None:
        return None
    columns = metadata.tables[name].columns
    return {
        column.name: float(value) if isinstance(column.type, Float) and value is not None else value
        for column, value in zip(columns, json.loads(packed), strict=True)
    }
