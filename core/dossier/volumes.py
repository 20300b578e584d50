"""Cuts a dossier into volumes. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.dossier.options import Options
from core.dossier.outline import Key, Numbers, Pages

TRIES = 6
VOLUME_BYTES = 200_000  # the fonts, and what does not belong to a page


@dataclass(frozen=True)
class Size:
    pages: int
    bytes: int

    def __add__(self, other: "Size") -> "Size":
        return Size(self.pages + other.pages, self.bytes + other.bytes)

    def fits(self, limit: "Size") -> bool:
        return self.pages <= limit.pages and self.bytes <= limit.bytes


NOTHING = Size(0, 0)


@dataclass(frozen=True)
class Volume:
    """A file of the dossier: its parts in order, and its pages."""

    number: int
    path: Path
    keys: tuple[Key, ...]
    pages: Pages

    @property
    def count(self) -> int:
        return self.pages.last - self.pages.first + 1


def limit_of(options: Options, scale: float = 1) -> Size | None:
    """What a volume may hold; None where everything goes into one. `scale` tightens the bytes."""
    if not options.max_pages and not options.max_megabytes:
        return None
    most = int((options.max_megabytes or 10**6) * 1_000_000 * scale)
    return Size(options.max_pages or 10**9, most)


def cut(
    chunks: Sequence[Sequence[Key]],
    size: Callable[[Key], Size],
    limit: Size | None,
    front: Callable[[Sequence[Sequence[Key]], int], Size],
) -> list[list[Key]]:
    """The parts of each volume, between chunks where possible, without the cover and the contents.

    `front(volumes, n)` is the size of the cover and the contents of volume n (from 0), once it is known what the
    volumes hold; as what they hold depends on it in turn, the cut is repeated until it is right.
    """
    if limit is None:
        return [[key for chunk in chunks for key in chunk]]
    fronts: dict[int, Size] = {}
    volumes: list[list[Key]] = []
    for _ in range(TRIES):
        volumes = _cut(chunks, size, limit, fronts)
        taken = {volume: front(volumes, volume) for volume in range(len(volumes))}
        if all(taken[volume].fits(fronts.get(volume, NOTHING)) for volume in taken):
            break
        fronts = {n: _larger(taken.get(n, NOTHING), fronts.get(n, NOTHING)) for n in taken.keys() | fronts.keys()}
    return volumes


def _larger(one: Size, other: Size) -> Size:
    return Size(max(one.pages, other.pages), max(one.bytes, other.bytes))


def _cut(
    chunks: Sequence[Sequence[Key]], size: Callable[[Key], Size], limit: Size, fronts: Mapping[int, Size]
) -> list[list[Key]]:
    volumes: list[list[Key]] = [[]]
    used = fronts.get(0, NOTHING)
    for chunk in chunks:
        whole = sum(map(size, chunk), NOTHING)
        pieces = [list(chunk)] if (used + whole).fits(limit) else [[key] for key in chunk]
        for position, piece in enumerate(pieces):
            taken = whole if len(piece) == len(chunk) else size(piece[0])
            if volumes[-1] and (not (used + taken).fits(limit) or (position == 0 and len(pieces) > 1)):
                volumes.append([])
                used = fronts.get(len(volumes) - 1, NOTHING)
            volumes[-1] += piece
            used += taken
    return volumes


def volumes_of(numbers: Numbers, paths: Sequence[Path]) -> tuple[Volume, ...]:
    """The volumes with all their parts, as they are numbered."""
    by_volume: dict[int, dict[Key, Pages]] = {}
    for key, pages in numbers.pages.items():
        by_volume.setdefault(pages.volume, {})[key] = pages
    found: list[Volume] = []
    for (volume, parts), path in zip(by_volume.items(), paths, strict=True):
        first = min(pages.first for pages in parts.values())
        last = max(pages.last for pages in parts.values())
        found.append(Volume(volume or 1, path, tuple(parts), Pages(first, last, volume)))
    return tuple(found)
