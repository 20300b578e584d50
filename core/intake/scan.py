"""The reconciling scan: a folder is compared with what was seen there; it is the truth, events are hints."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from core.database.engine import Database, now
from core.errors import UserError
from core.files import path_text
from core.intake.folders import Folders
from core.intake.inbox import HARMFUL, load_rows
from core.intake.named import NamedFiles
from core.intake.records import Folder, Passed, ScanResult
from core.intake.sets import Packed, Sets
from core.intake.settle import Look, Settling, Sight, look, sight
from core.intake.taking import Elsewhere, Taking
from core.journal import Journal
from core.library.originals import Originals
from core.library.store import Copy, Store
from core.patience import Errands, Sign
from core.progress import Progress
from core.text import natural_key

SETTLE_SECONDS = 2.0
CANCEL_SECONDS = 0.1
# Why a file could not be taken → why it waits. Whatever else goes wrong ends the scan.
WAITING = {
    "file_changing": "file_changing",
    "file_empty": "empty",
    "file_in_use": "file_in_use",
    "file_missing": "file_missing",
    "file_unreadable": "file_unreadable",
    "disk_full": "disk_full",
    "store_unwritable": "store_unwritable",
}


@dataclass
class _Found:
    """What a run, begun at `since`, has come to so far; `hanging`: folders that stopped answering.

    `hashes`: of what has arrived, in this run or before.
    """

    since: datetime
    arrived: list[str] = field(default_factory=list[str])
    waiting: list[Passed] = field(default_factory=list[Passed])
    refused: list[Passed] = field(default_factory=list[Passed])
    known: int = 0
    hanging: set[Path] = field(default_factory=set[Path])
    hashes: set[str] = field(default_factory=set[str])


@dataclass(frozen=True)
class _New:
    """A file that was never seen as it is now, below `root`."""

    path: Path
    sight: Sight
    root: Path
    folder: Folder | None


class Scan:
    """Takes finished new files into the inbox. Keep one object: it remembers what it saw between the runs."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        store: Store,
        originals: Originals,
        folders: Folders,
        sets: Sets,
        named: NamedFiles,
    ) -> None:
        self._database = database
        self._originals = originals
        self._folders = folders
        self._sets = sets
        self._named = named
        self._taking = Taking(database, journal, store, originals)
        self._settling = Settling()
        self._errands = Errands()

    def run(
        self,
        folders: Sequence[Path] | None = None,
        progress: Progress | None = None,
        settle_seconds: float = SETTLE_SECONDS,
    ) -> ScanResult:
        """One look over the watched folders, or over `folders`; then everything that was taken is read.

        What a folder accepts by its name is accepted in `arrived` already.

        Whatever cannot be taken now is in `waiting`: files as "file_changing", "empty", "file_in_use", "in_cloud",
        "file_unreadable", "file_hanging", "disk_full", "store_unwritable", folders as "folder_away",
        "folder_unreadable", "folder_hanging"; programs and shortcuts are in `refused` as "harmful", entries of
        archives with the codes of core.reading.archives. Raises UserError: "folder_missing", "folder_in_workspace"
        for one of `folders`; Cancelled, and then what was taken stays.
        """
        progress = progress or Progress()
        found = _Found(now())
        new = self._look_into(folders, found, progress)
        self._settle([one.sight for one in new], settle_seconds, progress)
        found.hashes = self._taking.hashes() if new else set()
        for count, one in enumerate(new):
            progress.step(count, len(new), path_text(one.path.name))
            self._take(one, found, progress)
        self._originals.read_pending(progress)
        if packed := self._sets.pending():
            self._unpack(packed, progress, found)
            self._originals.read_pending(progress)
        self._named.accept(found.arrived)
        with self._database.read() as connection:
            arrived = tuple(load_rows(connection, found.arrived))
        return ScanResult(arrived, tuple(found.waiting), tuple(found.refused), found.known)

    def _look_into(self, folders: Sequence[Path] | None, found: _Found, progress: Progress) -> list[_New]:
        """The files that were never seen as they are now, by name."""
        new: dict[Path, _New] = {}
        roots = self._roots(folders)
        looks = self._errands.run({root: partial(look, root) for root, _ in roots}, progress)
        for root, folder in roots:
            seen = looks.get(root) or Look(problem="folder_hanging")
            self._looked(root, folder, seen.problem, found)
            found.waiting += seen.unreadable
            known = self._taking.compare(root, seen)
            fresh = [path for path, one in seen.files.items() if one not in known]
            found.known += len(seen.files) - len(fresh)
            found.waiting += [Passed(path_text(path), "in_cloud") for path in fresh if path in seen.in_cloud]
            asked = {path: seen.files[path] for path in fresh if path not in seen.in_cloud}
            # Windows lists sizes and times that may be old; asking for the file itself is sure.
            sights = self._errands.run({root: partial(_sights, asked)}, progress).get(root) if asked else {}
            if sights is None:
                self._looked(root, folder, "folder_hanging", found)
            for path, one in (sights or {}).items():
                if one not in known:
                    new.setdefault(path, _New(path, one, root, folder))
        return sorted(new.values(), key=lambda one: natural_key(one.sight.path))

    def _looked(self, root: Path, folder: Folder | None, problem: str | None, found: _Found) -> None:
        if folder:
            self._folders.looked(folder.id, problem)
        if problem:
            found.waiting.append(Passed(path_text(root), problem))

    def _roots(self, folders: Sequence[Path] | None) -> list[tuple[Path, Folder | None]]:
        watched = {folder.path: folder for folder in self._folders.all()}
        if folders is None:
            return list(watched.items())
        return [(path, watched.get(path)) for path in map(self._folders.usable, folders)]

    def _settle(self, sights: list[Sight], seconds: float, progress: Progress) -> None:
        # An empty file is not taken anyway: somebody is about to write it.
        until = self._settling.note([one for one in sights if one.size], seconds)
        while (wait := until - time.monotonic()) > 0:
            progress.check()
            time.sleep(min(wait, CANCEL_SECONDS))

    def _take(self, new: _New, found: _Found, progress: Progress) -> None:
        """Take a file that stood still, or say why not; one that is gone meanwhile is no matter."""
        path, one, folder = new.path, new.sight, new.folder
        if new.root in found.hanging:
            found.waiting.append(Passed(one.path, "folder_hanging"))
            return
        try:
            copy = self._errands.run({path: partial(self._taking.fetch, path, one)}, progress).get(path)
            if copy is None:
                found.hanging.add(new.root)
                found.waiting.append(Passed(one.path, "file_hanging"))
                self._looked(new.root, folder, "folder_hanging", found)
            elif taken := self._taking.take(path, one, folder, copy, self._moved(path, copy, found, progress)):
                found.arrived.append(taken)
            else:
                found.known += 1
        except UserError as error:
            if error.code == "file_harmful":
                if self._taking.refuse(path, one, folder):
                    found.refused.append(Passed(one.path, HARMFUL))
            elif error.code not in WAITING:
                raise
            elif error.code != "file_missing":
                found.waiting.append(Passed(one.path, WAITING[error.code]))

    def _moved(self, path: Path, copy: Copy, found: _Found, progress: Progress) -> Elsewhere | None:
        """The place from which a file has moved."""
        if copy.sha256 not in found.hashes:
            found.hashes.add(copy.sha256)
            return None
        for one in self._taking.elsewhere(copy.sha256, found.since):
            place = one.root or one.path.parent
            if self._errands.run({place: lambda _, one=one: one.is_gone(path)}, progress).get(place):
                return one
        return None

    def _unpack(self, packed: Sequence[Packed], progress: Progress, found: _Found) -> None:
        for count, one in enumerate(packed):
            progress.step(count, len(packed), one.path)
            try:
                arrived, refused = self._sets.unpack(one)
            except UserError as error:
                if error.code not in WAITING:
                    raise
                found.waiting.append(Passed(one.path, WAITING[error.code]))
            else:
                found.arrived += arrived
                found.refused += refused


def _sights(listed: Mapping[Path, Sight], on_sign: Sign) -> dict[Path, Sight]:
    """Each file as it is now, or as it was listed where nothing is said of it; without what is gone."""
    found: dict[Path, Sight] = {}
    for path, before in listed.items():
        try:
            one = sight(path)
        except UserError:  # it will be told when it is to be taken
            one = before
        if one:
            found[path] = one
        on_sign()
    return found
