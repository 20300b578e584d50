"""Files from anywhere on the computer into the library, and what to say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import UserError
from core.library.records import Document
from core.progress import Progress
from core.workspace import Workspace
from gui.messages import few, message
from gui.models.documents import name_words


@dataclass(frozen=True)
class Taken:
    """`known`: documents that the library had already; `refused`: why a file could not be taken in."""

    added: tuple[Document, ...] = ()
    known: tuple[Document, ...] = ()
    refused: tuple[UserError, ...] = ()

    @property
    def documents(self) -> list[Document]:
        return [*self.added, *self.known]

    @property
    def trouble_words(self) -> str:
        """What was not added and why; "" where all was."""
        troubles = few((message(error.code, error.facts) for error in self.refused), " ", 3)
        if not self.known:
            return troubles
        words = QCoreApplication.translate("Taken", "Thư viện đã có, không thêm bản thứ hai: {names}.")
        return f"{words.format(names=few(map(name_words, self.known), '; ', 3))} {troubles}".strip()


def take_files(progress: Progress, workspace: Workspace, paths: Sequence[Path]) -> Taken:
    """Add each file as a document; one that cannot be taken in does not stop the others."""
    outcomes: dict[str, list[Document]] = {"added": [], "duplicate": []}
    refused: list[UserError] = []
    for number, path in enumerate(paths):
        progress.step(number, len(paths), path.name)
        try:
            one = workspace.documents.add(path, progress=progress)
        except UserError as error:
            refused.append(error)
        else:
            outcomes[one.outcome].append(one.document)
    return Taken(tuple(outcomes["added"]), tuple(outcomes["duplicate"]), tuple(refused))
