"""A library with a reader that takes no time: it reads UTF-8 text, and a description from lines such as "number: 1"."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.database.engine import Database
from core.database.upgrade import upgrade
from core.journal import Journal
from core.library.descriptions import Descriptions
from core.library.documents import Documents
from core.library.originals import Originals
from core.library.passwords import Passwords
from core.library.search import Search
from core.library.store import Store
from core.reading.archives import Unpacked, unpack
from core.reading.description import Description
from core.reading.sources import Source


@dataclass(frozen=True)
class FakeReading:
    text: str
    description: Description
    text_source: str = "ok"
    media_type: str = "text/plain"
    pages: int | None = 1
    problems: tuple[str, ...] = ()
    signatures: tuple[dict[str, str], ...] = ()
    scanned: tuple[int, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)


@dataclass
class FakeReader:
    names: list[str] = field(default_factory=list)

    def read(self, path: Path, name: str) -> FakeReading:
        self.names.append(name)
        if path.read_bytes().startswith(b"PK"):
            return FakeReading("", Description(), media_type="application/zip", pages=None)
        text = path.read_bytes().decode("utf-8", "replace")
        pairs = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
        return FakeReading(text, Description.from_json(pairs))

    def read_locked(self, *_: object) -> None:
        """No password opens anything here."""

    def unpack(self, path: Path, folder: Path) -> Unpacked:
        return unpack(path, folder)


def take(store: Store, source: Path) -> tuple[str, int]:
    """Bring a file into the store; there is no row to be written."""
    with store.kept(store.copy(source)) as kept:
        return kept


class Library:
    """What Workspace builds, over a fake reader."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "minhchung.db").exists():
            upgrade(folder / "minhchung.db", folder / "backups")
        self.folder = folder
        self.reader = FakeReader()
        self.database = Database(folder / "minhchung.db", "lan")
        self.journal = Journal(self.database)
        self.store = Store(folder / "files")
        self.search = Search(self.database)
        descriptions = Descriptions(self.database, self.journal, self.search)
        self.passwords = Passwords(self.reader, self.store.path, folder / "unlocked")  # type: ignore[arg-type]
        self.originals = Originals(
            self.database,
            self.journal,
            self.store,
            self.reader,  # type: ignore[arg-type]
            self.passwords,
            descriptions,
        )
        self.documents = Documents(self.database, self.journal, self.originals, descriptions, self.search)

    def close(self) -> None:
        self.database.close()


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "ws")
    yield library
    library.close()


@pytest.fixture
def make(tmp_path):
    """Writes a file outside of the workspace."""

    def make(text: str, name: str = "van-ban.txt") -> Path:
        path = tmp_path / "outside" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return make
