"""What is handed to the inspectors, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from core.dossier.records import Omitted, Printed


@dataclass(frozen=True)
class StickFile:
    """A file by its name inside the folder or the zip, with "/" between folders."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Stick:
    """A folder or a zip that lies under its name. `omitted`: the originals that are not in it, with the code of why;
    what the dossier itself leaves out stands in `printed`.
    """

    path: Path
    files: tuple[StickFile, ...]
    omitted: tuple[Omitted, ...]
    printed: Printed

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(file.size for file in self.files)
