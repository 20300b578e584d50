"""What is known of the bytes in the store: one row for each file, read once by the reader."""

import logging
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, cast, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from core.database.engine import Database, now
from core.database.tables import arrival, original, revision
from core.errors import UserError
from core.files import path_text
from core.journal import Journal
from core.library.descriptions import Descriptions
from core.library.passwords import Passwords
from core.library.records import Check
from core.library.store import Store
from core.patience import Errands
from core.progress import Progress
from core.reading import sources
from core.reading.reader import Reader
from core.reading.reading import LOCKED, UNLOCKED, Reading
from core.text import nfc

AT_ONCE = 2
_REGISTER = insert(original).on_conflict_do_nothing()
_PROBLEMS = select(original.c.problems)
_IS_LOCKED = cast(original.c.problems, String).contains(f'"{LOCKED}"')
IS_UNLOCKED = cast(original.c.problems, String).contains(f'"{UNLOCKED}"')

log = logging.getLogger(__name__)


class Originals:
    """The rows of `original` and the files that they stand for."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        store: Store,
        reader: Reader,
        passwords: Passwords,
        descriptions: Descriptions,
    ) -> None:
        self._database = database
        self._journal = journal
        self._store = store
        self._reader = reader
        self._passwords = passwords
        self._descriptions = descriptions
        self._errands = Errands()

    def keep(self, source: Path, progress: Progress | None = None) -> str:
        """Bring a file into the store; returns its SHA-256.

        Raises as Store.copy and Store.kept do; UserError("file_hanging") where its place does not answer; Cancelled.
        """
        job = partial(self._store.copy, source)
        copy = self._errands.run({source: job}, progress or Progress()).get(source)
        if copy is None:
            raise UserError("file_hanging", path=path_text(source))
        with self._store.kept(copy) as (sha256, size), self._database.write() as connection:
            self.register(connection, sha256, size)
        return sha256

    def register(self, connection: Connection, sha256: str, size: int) -> None:
        """Write the row of a file in the store, unless there is one."""
        values: dict[str, Any] = {"sha256": sha256, "size": size, "problems": [], "signatures": [], "description": {}}
        connection.execute(_REGISTER, {**values, **self._database.stamp()})

    def read_pending(self, progress: Progress | None = None) -> int:
        """Read what has not been read yet; returns how many. What is read when it is cancelled stays read."""
        progress = progress or Progress()
        with self._database.read() as connection:
            query = select(original.c.sha256).where(original.c.read_at.is_(None)).order_by(original.c.changed_at)
            pending = list(connection.scalars(query))
        done = 0
        with ThreadPoolExecutor(AT_ONCE, "reading") as pool:  # each thread waits for a worker process
            jobs: deque[Future[bool]] = deque()
            try:
                for count, sha256 in enumerate(pending):
                    progress.step(count, len(pending))
                    jobs.append(pool.submit(self._read_named, sha256, progress))
                    if len(jobs) > 2 * AT_ONCE:  # to ask for thousands at once would hold up everything else
                        done += jobs.popleft().result()
                return done + sum(job.result() for job in jobs)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _read_named(self, sha256: str, progress: Progress) -> bool:
        progress.check()  # none begins after a cancel, however many wait
        return self.read(sha256, self._name(sha256))

    def read(self, sha256: str, name: str) -> bool:
        """Read one file unless that was done; False where it was, or where the file cannot be opened just now."""
        with self._database.read() as connection:
            row = connection.execute(select(original.c.read_at).where(original.c.sha256 == sha256)).one()
        if row.read_at:
            return False
        try:
            reading = self._reader.read(self._store.path(sha256), name)
        except UserError as error:  # another program holds it, or it is gone, which a check will tell
            log.warning("not read now: %s", error)
            return False
        if LOCKED in reading.problems:
            with suppress(UserError):  # what it was read as tells enough
                reading = self._passwords.read(sha256, name) or reading
        return self._write(sha256, reading, original.c.read_at.is_(None))

    def unlock(self, sha256: str, password: str) -> None:
        """Read an encrypted file with its password, which is kept in memory only and tried on what comes later.

        Raises UserError: "not_locked", "password_wrong", and as Reader.unlock does.
        """
        with self._database.read() as connection:
            problems: list[str] = connection.execute(_PROBLEMS.where(original.c.sha256 == sha256)).scalar_one()
        if not {LOCKED, UNLOCKED} & set(problems):
            raise UserError("not_locked")
        reading = self._passwords.give(sha256, self._name(sha256), password)
        if reading is None:
            raise UserError("password_wrong")
        self._write_unlocked(sha256, reading)

    def unlock_others(self, progress: Progress | None = None) -> int:
        """Try the passwords given so far on everything that is still locked; returns how many files they open."""
        progress = progress or Progress()
        known = self._passwords.opened()
        with self._database.read() as connection:
            query = select(original.c.sha256).where(or_(_IS_LOCKED, IS_UNLOCKED), original.c.sha256.not_in(known))
            locked = list(connection.scalars(query))
        done = 0
        for count, sha256 in enumerate(locked):
            progress.step(count, len(locked))
            with suppress(UserError):  # nobody asked for this one
                reading = self._passwords.read(sha256, self._name(sha256))
                if reading:
                    self._write_unlocked(sha256, reading)
                    done += 1
        return done

    def _write_unlocked(self, sha256: str, reading: Reading) -> None:
        """Unless that was done in an earlier session, and pages were recognised since."""
        self._write(sha256, reading, _IS_LOCKED, "original.unlocked")

    def _write(self, sha256: str, reading: Reading, condition: ColumnElement[bool], action: str = "") -> bool:
        values: dict[str, Any] = {
            "media_type": reading.media_type,
            "pages": reading.pages,
            "text": storable(reading.text),
            "text_source": reading.text_source,
            "problems": list(reading.problems),
            "signatures": list(reading.signatures),
            "description": reading.description.to_json(),
            "sources": sources.to_json(reading.sources),
            "scanned": list(reading.scanned),
            "read_at": now(),
        }
        with self._database.write() as connection:
            query = update(original).where(original.c.sha256 == sha256, condition)
            if not connection.execute(query.values(**values, **self._database.stamp())).rowcount:
                return False  # another thread was quicker
            if action:
                self._journal.record(connection, action, f"original:{sha256}", None, {"pages": reading.pages})
            document_id = connection.scalar(select(revision.c.document_id).where(revision.c.sha256 == sha256))
            if document_id:
                self._descriptions.follow(connection, document_id)
        return True

    def _name(self, sha256: str) -> str:
        """The name that these bytes came under last."""
        in_library = select(revision.c.name).where(revision.c.sha256 == sha256).scalar_subquery()
        came_as = (
            select(arrival.c.name).where(arrival.c.sha256 == sha256).order_by(arrival.c.arrived_at.desc()).limit(1)
        )
        with self._database.read() as connection:
            return connection.scalar(select(func.coalesce(in_library, came_as.scalar_subquery(), ""))) or ""

    def known(self) -> dict[str, int]:
        """Size by SHA-256 of everything that is kept."""
        with self._database.read() as connection:
            return {row.sha256: row.size for row in connection.execute(select(original.c.sha256, original.c.size))}

    def sweep(self) -> list[Path]:
        """Remove the halves of files that a crash left in the store; returns what is gone.

        Whole ones stay, known or not: the database may be an older one that was put back, or a new one.
        """
        return self._store.sweep()

    def verify(self, *, repair: bool = False, progress: Progress | None = None) -> Check:
        """Hash every file again. `repair` removes orphans; what is damaged or missing can only be named."""
        progress = progress or Progress()
        with self._store.lock:
            known = self.known()
            orphans = self._store.unknown(known.keys())
            if repair:
                self._store.sweep(known.keys())
        conditions: dict[str, list[str]] = {"whole": [], "damaged": [], "missing": []}
        for count, sha256 in enumerate(sorted(known)):
            progress.step(count, len(known), sha256)
            conditions[self._store.condition(sha256)].append(sha256)
        return Check(len(known), tuple(conditions["damaged"]), tuple(conditions["missing"]), tuple(orphans))


def storable(text: str) -> str:
    """NFC without what SQLite cannot keep: half characters and zeros."""
    return nfc(text.encode("utf-8", "replace").decode("utf-8").replace("\0", " "))
