"""The records of intake."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from core.library.twins import TwinKind
from core.reading.description import Description
from core.reading.sources import Source, Sources

ArrivalState = Literal["offered", "deferred", "accepted", "refused"]
Observe = Literal["automatic", "native", "polling"]


@dataclass(frozen=True)
class Folder:
    """A watched folder; `problem` is an error code of the last look ("folder_away", …), None when it went well.

    `looked_at` is the last look that went well. `observe` is how changes are noticed: "automatic" polls what lies on
    the network. `accepts_by_code`: files below a name that begins with a criterion's code need no decision.
    """

    id: str
    path: Path
    looked_at: datetime | None
    problem: str | None
    observe: Observe = "automatic"
    accepts_by_code: bool = False


@dataclass(frozen=True)
class Arrival:
    """A file that was taken in from a watched folder and waits for, or has had, a decision.

    `document_id` is the document it became. `duplicate_of` is the document, or the earlier undecided
    arrival, with the same bytes. `revision_of` is the document that the file was before it changed;
    `superseded_by` is the arrival of the file as it is now. An archive is a set: `entries` says how many arrivals have
    it as `set_id`; they are decided one by one, or together with the archive.
    `sources` tells where each field of the description was read. `is_read` is False until the reader has looked at it;
    `reason` says why it was refused.
    """

    id: str
    folder_id: str | None
    path: str
    name: str
    size: int
    sha256: str
    media_type: str | None
    pages: int | None
    description: Description
    problems: tuple[str, ...]
    is_read: bool
    document_id: str | None
    duplicate_of: str | None
    state: ArrivalState
    reason: str | None
    arrived_at: datetime
    revision_of: str | None = None
    superseded_by: str | None = None
    set_id: str | None = None
    entries: int = 0
    sources: Sources = field(default_factory=dict[str, Source])


@dataclass(frozen=True)
class Beside:
    """What an arrival is beside a document with the same number, notation and issuer: its revision, …"""

    document_id: str
    kind: TwinKind


@dataclass(frozen=True)
class Passed:
    """A file that a look did not take: it waits, or was refused, for `reason` (a code)."""

    path: str
    reason: str


@dataclass(frozen=True)
class ScanResult:
    """One look over the watched folders; `known`: how many files had been seen before."""

    arrived: tuple[Arrival, ...]
    waiting: tuple[Passed, ...]
    refused: tuple[Passed, ...]
    known: int

    @property
    def is_unfinished(self) -> bool:
        """Whether another look is worth while soon; what waits for other reasons waits longer."""
        return any(one.reason in ("file_changing", "file_in_use") for one in self.waiting)
