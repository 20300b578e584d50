"""What a supplement to a sealed dossier goes on from. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.dossier.difference import Change, compare
from core.dossier.records import Impression, Material

PRINTED_ANEW = frozenset({"evidence_added", "evidence_edited", "document_revised", "document_described"})


@dataclass(frozen=True)
class Place:
    """Where a document stands in a sealed dossier; `volume` is 0 in a dossier of one."""

    dossier: str
    volume: int
    first: int
    last: int
    sha256: str


@dataclass(frozen=True)
class Earlier:
    """A sealed dossier, with what those before it hold that it supplements itself, beside the state of today."""

    name: str
    on: date
    last_page: int
    places: Mapping[str, Place]
    material: Material
    today: Material

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return compare(self.material, self.today)

    @cached_property
    def criteria(self) -> frozenset[str]:
        """The criteria (ids) of which something is otherwise now."""
        return frozenset(change.criterion_id for change in self.changes)

    @cached_property
    def evidence(self) -> frozenset[str]:
        """The pieces of evidence (ids) that are new or otherwise now."""
        return frozenset(
            change.evidence_id for change in self.changes if change.kind in PRINTED_ANEW and change.evidence_id
        )

    def has(self, document_id: str) -> bool:
        """Whether a document stands there as it is today."""
        place = self.places.get(document_id)
        return place is not None and place.sha256 == self.today.documents[document_id].sha256


def earlier(name: str, sealed: Callable[[str], Impression], today: Material) -> Earlier:
    """The sealed dossier of this name; raises what `sealed` raises for a name."""
    impression = sealed(name)
    places: dict[str, Place] = {}
    following: str | None = name
    while following:
        one = sealed(following)
        for document_id, placed in one.places.items():
            volume = placed.file + 1 if len(one.files) > 1 else 0
            digest = one.material.documents[document_id].sha256
            places.setdefault(document_id, Place(following, volume, placed.first, placed.last, digest))
        following = one.options.since
    on = impression.options.on or date.min
    return Earlier(name, on, impression.last_page, places, impression.material, today)
