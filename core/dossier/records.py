"""What a dossier is printed from, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalogue.records import Appraisal, Criterion
from core.evidence.records import Coverage, Evidence
from core.library.records import Document

if TYPE_CHECKING:
    from core.dossier.sheets.matter import Matter


@dataclass(frozen=True)
class Material:
    """Everything that a dossier says, as it stands on one day.

    `tree` in order, depth first; `documents` by id; `homes`: the criterion (by id) under which a document got its
    evidence code, and under which it is printed.
    """

    appraisal: Appraisal
    tree: tuple[Criterion, ...]
    evidence: tuple[Evidence, ...]
    documents: Mapping[str, Document]
    coverage: Coverage
    homes: Mapping[str, str]


@dataclass(frozen=True)
class PrintedFile:
    """A volume, or the whole; its first page bears the number `first`."""

    path: Path
    pages: int
    sha256: str
    first: int = 1


@dataclass(frozen=True)
class Omitted:
    """A document of which the dossier does not hold what it should; `reason` is a code."""

    document_id: str
    name: str
    reason: str


@dataclass(frozen=True)
class Placed:
    """Where a document stands: on the dossier pages `first` to `last`, from page `page` of the file of this number."""

    file: int
    page: int
    first: int
    last: int


@dataclass(frozen=True)
class Printed:
    """A dossier that lies under its name; `documents` counts each once, `evidence` the links to criteria.

    `matter` is what it says, `places` where it shows each document; none for the lists alone.
    """

    files: tuple[PrintedFile, ...]
    documents: int
    evidence: int
    omitted: tuple[Omitted, ...]
    matter: "Matter"
    places: Mapping[str, Placed]
