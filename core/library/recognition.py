"""Recognises the pages of the library that are pictures, one at a time; stopped at any moment, it goes on later."""

import logging
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from core.database.engine import Database
from core.database.tables import original, revision
from core.errors import UserError
from core.library.descriptions import Descriptions
from core.library.originals import IS_UNLOCKED, storable
from core.library.passwords import Passwords
from core.progress import Progress
from core.reading import sources
from core.reading.description import Description
from core.reading.reader import Reader
from core.reading.reading import Reading, RecognisedPage

_COUNT = func.json_array_length(original.c.scanned)
_WAITING = select(original.c.sha256, original.c.media_type, original.c.scanned).where(_COUNT > 0)

log = logging.getLogger(__name__)


class _Page(NamedTuple):
    sha256: str
    media_type: str
    number: int


class Recognition:
    """Each page is written as soon as it is done; a page is recognised once."""

    def __init__(self, database: Database, passwords: Passwords, reader: Reader, descriptions: Descriptions) -> None:
        self._database = database
        self._passwords = passwords
        self._reader = reader
        self._descriptions = descriptions

    def waiting(self, *, first_pages: bool = False) -> int:
        """How many pages are still to be recognised; `first_pages`: those with a letterhead alone."""
        if first_pages:
            return len(self.first_pages())
        with self._database.read() as connection:
            query = select(func.coalesce(func.sum(_COUNT), 0)).where(self._can_be_opened())
            return connection.scalar(query) or 0

    def first_pages(self) -> set[str]:
        """The files (SHA-256) whose first page, the one with a letterhead, is still to be recognised."""
        with self._database.read() as connection:
            rows = connection.execute(_WAITING.where(self._can_be_opened()))
            return {row.sha256 for row in rows if 0 in row.scanned}

    def run(self, progress: Progress | None = None, *, first_pages: bool = False) -> int:
        """Recognise what waits, the first pages of all files before any other; returns how many pages were done.

        What arrives meanwhile is done, too. Raises UserError("ocr_missing"); Cancelled, and then what is done stays.
        """
        progress = progress or Progress()
        done = 0
        closed: set[str] = set()  # files that cannot be opened just now
        while page := self._next(closed, first_pages=first_pages):
            progress.step(done, done + self.waiting(first_pages=first_pages))
            try:
                recognised = self._reader.recognise(self._passwords.path(page.sha256), page.media_type, page.number)
            except UserError as error:
                if error.code == "ocr_missing":
                    raise
                log.warning("not recognised now: %s", error)
                closed.add(page.sha256)
                continue
            self._write(page, recognised)
            done += 1
        return done

    def _next(self, closed: set[str], *, first_pages: bool) -> _Page | None:
        with self._database.read() as connection:
            rows = connection.execute(
                _WAITING.where(self._can_be_opened()).order_by(original.c.read_at, original.c.sha256)
            ).all()
        rows = [row for row in rows if row.sha256 not in closed]
        first = next((row for row in rows if 0 in row.scanned), None)
        if first:
            return _Page(first.sha256, first.media_type, 0)
        if first_pages or not rows:
            return None
        return _Page(rows[0].sha256, rows[0].media_type, min(rows[0].scanned))

    def _can_be_opened(self) -> ColumnElement[bool]:
        """Not those that wait for their password."""
        return or_(~IS_UNLOCKED, original.c.sha256.in_(self._passwords.opened()))

    def _write(self, page: _Page, recognised: RecognisedPage) -> None:
        with self._database.write() as connection:
            row = connection.execute(select(original).where(original.c.sha256 == page.sha256)).one()
            if page.number not in row.scanned:
                return  # another thread was quicker
            before = Reading(
                media_type=row.media_type,
                text=row.text,
                text_source=row.text_source,
                description=Description.from_json(row.description),
                problems=tuple(row.problems),
                scanned=tuple(row.scanned),
                sources=sources.from_json(row.sources),
            )
            after = before.with_page(page.number, recognised)
            values: dict[str, Any] = {
                "text": storable(after.text),
                "text_source": after.text_source,
                "description": after.description.to_json(),
                "sources": sources.to_json(after.sources),
                "problems": list(after.problems),
                "scanned": list(after.scanned),
            }
            query = update(original).where(original.c.sha256 == page.sha256)
            connection.execute(query.values(**values, **self._database.stamp()))
            self._tell_documents(connection, page.sha256)

    def _tell_documents(self, connection: Connection, sha256: str) -> None:
        ids = select(revision.c.document_id).where(revision.c.sha256 == sha256).distinct()
        for document_id in connection.scalars(ids).all():
            self._descriptions.follow(connection, document_id)
