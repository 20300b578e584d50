"""What a dossier is printed from, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalogue.records import Appraisal, Criterion
from core.dossier.options import Options
from core.dossier.wording import Words
from core.evidence.records import Coverage, Evidence
from core.library.records import Document

if TYPE_CHECKING:
    from core.dossier.sheets.matter import Matter


@dataclass(frozen=True)
class Material:
    """Everything that a dossier says, as it stands on one day.

    `tree` in order, depth first; `documents` by id; `homes`: the criterion (by id) under which a document got its
    evidence code, and under which it is printed; `words`: the appraisal's own wording; `evidence` counts, `rejected`
    is what somebody took out of it.
    """

    appraisal: Appraisal
    tree: tuple[Criterion, ...]
    evidence: tuple[Evidence, ...]
    documents: Mapping[str, Document]
    coverage: Coverage
    homes: Mapping[str, str]
    words: Words = field(default_factory=dict[str, Mapping[str, str]])
    rejected: tuple[Evidence, ...] = ()


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

    `matter` is what it says, `places` where it shows each document; none for the lists alone. `same`: a sealed dossier
    that was printed again has the pages that it had.
    """

    files: tuple[PrintedFile, ...]
    documents: int
    evidence: int
    omitted: tuple[Omitted, ...]
    matter: "Matter"
    places: Mapping[str, Placed]
    same: bool = True


@dataclass(frozen=True)
class Impression:
    """A dossier as it was printed: from which state, with which options (their day among them), onto which pages.

    `evidence` is the number of links that it shows.
    """

    material: Material
    options: Options
    places: Mapping[str, Placed]
    files: tuple[PrintedFile, ...]
    evidence: int

    @property
    def last_page(self) -> int:
        last = self.files[-1]
        return last.first + last.pages - 1
