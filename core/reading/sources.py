"""Where a field of a description was read, by what means, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from core.reading.description import FIELDS

Place = Literal[
    "number_line",  # "Số: …/…"
    "date_line",  # place and date in the right head
    "left_head",  # the bodies over the number
    "title",  # the name of the type over the text
    "no_title",  # a letter: it has none
    "notation",  # the abbreviation in it
    "under_title",
    "subject_mark",  # "V/v …"
    "in_title",  # "Quyết định số … ngày … của …"
    "cover",  # capitals at the top of what has no letterhead
    "signature_block",
    "sentence",  # of the text: "có hiệu lực từ ngày …"
    "camera",  # what it wrote into the photo
    "person",
]
Means = Literal["text", "field", "recognised", "handwritten", "typed"]

LEAST = 0.6  # what is less certain stays empty
SURE = 0.9  # what is less certain is worth a look at the original
# How often what stands at a place is what it is taken for, and how often it is got from there as it is.
_PLACES: dict[Place, float] = {
    **dict.fromkeys(("left_head", "under_title", "signature_block", "no_title"), 0.95),
    "in_title": 0.9,
    "cover": 0.7,
    "person": 1.0,
}
_USUAL = 0.98
_MEANS: dict[Means, float] = {"text": 1.0, "field": 1.0, "recognised": 0.95, "handwritten": 0.85, "typed": 1.0}


@dataclass(frozen=True)
class Source:
    """`certainty` from 0 to 1; `by` who typed it, where a person did."""

    place: Place
    means: Means = "text"
    certainty: float = 1.0
    by: str = ""

    @property
    def is_sure(self) -> bool:
        return self.certainty >= SURE


Sources: TypeAlias = Mapping[str, Source]  # by the field's name


def source(place: Place, means: Means = "text", doubt: float = 0.0) -> Source:
    """`doubt` from 0 to 1: what else speaks against it."""
    return Source(place, means, round(_PLACES.get(place, _USUAL) * _MEANS[means] * (1 - doubt), 2))


def to_json(sources: Sources) -> dict[str, dict[str, Any]]:
    """By field: source (the place), means, certainty, by (only where a person typed it)."""
    return {
        name: {
            "source": one.place,
            "means": one.means,
            "certainty": one.certainty,
            **({"by": one.by} if one.by else {}),
        }
        for name, one in sources.items()
    }


def from_json(values: Mapping[str, Mapping[str, Any]]) -> dict[str, Source]:
    """The reverse of to_json."""
    return {
        name: Source(one["source"], one["means"], one["certainty"], one.get("by", ""))
        for name, one in values.items()
        if name in FIELDS
    }
