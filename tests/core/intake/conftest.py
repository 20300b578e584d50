"""An office: a library with a fake reader, a small catalogue, a watched folder, and the services of intake."""

import os
from pathlib import Path
from typing import Any

import pytest

from core.catalogue.criteria import Criteria
from core.catalogue.records import Draft, DraftCriterion
from core.database import engine
from core.evidence.codes import Codes
from core.evidence.links import Links
from core.intake.folders import Folders
from core.intake.inbox import Inbox
from core.intake.named import NamedFiles
from core.intake.scan import Scan
from core.intake.sets import Sets
from core.library.relations import Relations
from core.library.twins import Twins
from tests.core.library.conftest import Library

PLAN = Draft(
    "Kế hoạch",
    2023,
    (DraftCriterion("1", 1, None, "Chỉ đạo", ""), *(DraftCriterion(f"1.{n}", 2, "1", "", "") for n in (1, 2))),
)


class Office(Library):
    """What Workspace builds for intake. `watched` is a folder beside the workspace."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.watched = folder.parent / "chia sẻ"
        self.watched.mkdir(exist_ok=True)
        self.criteria = Criteria(self.database, self.journal)
        self.links = Links(self.database, self.journal, Codes(self.database, self.journal))
        self.folders = Folders(self.database, self.journal)
        reader: Any = self.reader
        sets = Sets(self.database, self.journal, self.store, self.originals, reader, self.passwords)
        self.twins = Twins(self.database, self.journal, Relations(self.database, self.journal))
        self.inbox = Inbox(self.database, self.journal, self.documents, self.twins, self.links)
        named = NamedFiles(self.database, self.folders, self.twins, self.inbox)
        self.scan = Scan(self.database, self.journal, self.store, self.originals, self.folders, sets, named)

    def look(self, *folders: Path):
        """A scan that does not wait."""
        return self.scan.run(folders or None, settle_seconds=0)

    def drop(self, name: str, content: str | bytes | None = None) -> Path:
        """Put a file into the watched folder; its content is its name where none is given."""
        path = self.watched / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = name if content is None else content
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape"))
        return path


def wait_for_no_disk(monkeypatch):
    """Nobody cuts the power here, and what a killed process has handed to the system stays."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    pragmas = [pragma.replace("=FULL", "=OFF") for pragma in engine.PRAGMAS]
    monkeypatch.setattr(engine, "PRAGMAS", pragmas)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    wait_for_no_disk(monkeypatch)


@pytest.fixture
def office(tmp_path):
    office = Office(tmp_path / "ws")
    office.criteria.create(PLAN)
    office.folders.add(office.watched)
    yield office
    office.close()
