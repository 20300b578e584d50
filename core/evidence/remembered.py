"""The terms of papers, kept from one start to the next: to find them in 2,000 texts takes seconds."""

import json
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeAlias

VERSION = 1  # of the terms and of how they are kept: count up when either is made differently
DAMAGED = (sqlite3.DatabaseError, ValueError, TypeError, AttributeError)

Terms: TypeAlias = Mapping[str, float]
Kept: TypeAlias = tuple[str, str, Terms]  # the paper's key, the stamp of what it was read from, its terms

log = logging.getLogger(__name__)


class RememberedTerms:
    """A file that may be deleted at any time; one that is damaged, or of another version or language, begins anew."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self, language: str) -> Iterator[Kept]:
        """What was kept of papers that were read in this `language` (any text that changes with it)."""
        try:
            with closing(self._opened(language)) as connection:
                for key, stamp, terms in connection.execute("SELECT key, stamp, terms FROM paper"):
                    yield key, stamp, {term: float(weight) for term, weight in json.loads(terms).items()}
        except DAMAGED as error:
            log.warning("suggestions are learnt anew: %s", error)
            self._remove()
        except OSError as error:
            log.warning("terms are not kept: %s", error)

    def save(self, language: str, papers: Iterable[Kept], gone: Iterable[str] = ()) -> None:
        """Keep these in place of what was kept under their keys. Where the disk does not take them, nothing is lost."""
        rows = [(key, stamp, json.dumps(dict(terms), ensure_ascii=False)) for key, stamp, terms in papers]
        with suppress(OSError, sqlite3.Error), closing(self._opened(language)) as connection, connection:
            connection.executemany("REPLACE INTO paper (key, stamp, terms) VALUES (?, ?, ?)", rows)
            connection.executemany("DELETE FROM paper WHERE key = ?", [(key,) for key in gone])

    def _opened(self, language: str) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut damages is learnt anew
            with connection:
                connection.execute("CREATE TABLE IF NOT EXISTS paper (key TEXT PRIMARY KEY, stamp TEXT, terms TEXT)")
                connection.execute("CREATE TABLE IF NOT EXISTS made_for (version INTEGER, language TEXT)")
                wanted = (VERSION, language)
                if connection.execute("SELECT version, language FROM made_for").fetchall() != [wanted]:
                    connection.execute("DELETE FROM paper")
                    connection.execute("DELETE FROM made_for")
                    connection.execute("INSERT INTO made_for VALUES (?, ?)", wanted)
        except BaseException:
            connection.close()
            raise
        return connection

    def _remove(self) -> None:
        with suppress(OSError):
            self._file.unlink()
