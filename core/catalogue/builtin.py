"""The catalogues that come with the program, as data in resources/catalogues."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.errors import UserError

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "catalogues"


@dataclass(frozen=True)
class CatalogueInfo:
    """A built-in catalogue; `criteria` is how many it has on all levels."""

    id: str
    title: str
    criteria: int


def catalogues() -> list[CatalogueInfo]:
    return [
        CatalogueInfo(path.stem, facts["title"], len(facts["criteria"]))
        for path in sorted(FOLDER.glob("*.json"))
        for facts in [_facts(path)]
    ]


def load_catalogue(catalogue_id: str) -> Draft:
    """Raises UserError("catalogue_unknown", id)."""
    path = {path.stem: path for path in FOLDER.glob("*.json")}.get(catalogue_id)
    if path is None:
        raise UserError("catalogue_unknown", id=catalogue_id)
    facts = _facts(path)
    stated = [Stated(**criterion) for criterion in facts.pop("criteria")]
    return Draft(criteria=draft_criteria(stated, facts["year"]), **facts)


def _facts(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
