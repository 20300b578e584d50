"""The records of the library."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from core.reading.description import Description
from core.reading.sources import Source, Sources

TextState = Literal["ok", "ocr", "none", "failed", "pending"]
Outcome = Literal["added", "duplicate", "revised"]


@dataclass(frozen=True)
class Document:
    """A document with its current revision. `pages` None: not known; `problems`: codes of reading.

    `revision` counts from 1; `revised_at`: when the current one came.
    `sources`: where each field of the description was read, or who typed (or emptied) it.
    """

    id: str
    sha256: str
    name: str
    size: int
    media_type: str
    pages: int | None
    description: Description
    text: TextState
    problems: tuple[str, ...]
    added_at: datetime
    added_by: str
    sources: Sources = field(default_factory=dict[str, Source])
    revision: int = 1
    revised_at: datetime | None = None


@dataclass(frozen=True)
class Revision:
    """One of the files that a document was; `number` counts from 1, the last is the current one."""

    number: int
    sha256: str
    name: str
    source: str
    size: int
    pages: int | None
    added_at: datetime
    added_by: str


@dataclass(frozen=True)
class Added:
    """What became of a file that was handed in: a new document, one that the library already had, or a new revision."""

    outcome: Outcome
    document: Document


@dataclass(frozen=True)
class Hit:
    """A document that a search found; `snippet` is a passage of its own text with the words in it."""

    document: Document
    snippet: str
    score: float


@dataclass(frozen=True)
class Check:
    """The files against their hashes; `damaged` and `missing` are SHA-256, `orphans` files that nothing refers to."""

    checked: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...]
    orphans: tuple[Path, ...]
