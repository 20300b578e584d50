"""Which pages the dossier has, in which volumes, under which numbers: known before anything is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.dossier.blocks import Page
from core.dossier.outline import Key, Numbers, contents_key, cover_key, number
from core.dossier.sheets.contents import contents
from core.dossier.sheets.cover import cover
from core.dossier.sheets.drawing import Laid, lay_out
from core.dossier.sheets.matter import Matter
from core.dossier.volumes import VOLUME_BYTES, Size, Volume, cut, limit_of, volumes_of

SHEET_BYTES = 6_000  # of a page that this program draws


@dataclass(frozen=True)
class Layout:
    """`laid`: the pages that this program draws itself; all other parts are documents with pages of their own."""

    laid: Laid
    numbers: Numbers
    volumes: tuple[Volume, ...]


def arrange_pages(matter: Matter, sizes: Mapping[str, int], out: Path, scale: float = 1) -> Layout:
    """`sizes`: bytes by document; `scale` tightens the limit of a volume's bytes. Raises UserError("font_missing")."""
    laid: dict[Key, tuple[Page, ...]] = dict(lay_out(matter))

    def count(key: Key) -> int:
        return len(laid[key]) if key in laid else 1 if key[0] == "blank" else matter.fates[key[1]].pages

    def shares(key: Key) -> bool:
        return key[0] == "document" and matter.fates[key[1]].shares

    def size(key: Key) -> Size:
        pages = 0 if shares(key) else count(key)
        own = pages + (matter.options.odd_starts and key[0] == "document" and pages % 2)
        return Size(own, sizes.get(key[1], 0) + (len(laid[key]) * SHEET_BYTES if key in laid else 0))

    def front(volumes: Sequence[Sequence[Key]], volume: int) -> Size:
        pages = sum(len(made) for made in _front(matter, volumes, volume).values())
        return Size(pages + matter.options.odd_starts, pages * SHEET_BYTES + VOLUME_BYTES)

    chunks = matter.outline.chunks(matter.options, matter.leaves_out)
    volumes = cut(chunks, size, limit_of(matter.options, scale), front)
    for volume in range(len(volumes)):
        laid |= _front(matter, volumes, volume)
    keys = [[*_front_keys(matter, volume), *body] for volume, body in enumerate(volumes)]
    first = matter.earlier.last_page + 1 if matter.earlier else 1
    numbers = number(keys, count, first, matter.options.odd_starts, shares)
    laid |= {key: ((),) for key in numbers.pages if key[0] == "blank"}
    return Layout(laid, numbers, volumes_of(numbers, _paths(matter, out, len(volumes))))


def _front_keys(matter: Matter, volume: int) -> list[Key]:
    """The cover and the contents of a volume (from 0), as far as they are wanted."""
    wanted: list[tuple[str, Key]] = [("cover", cover_key(volume + 1)), ("contents", contents_key(volume + 1))]
    return [key for part, key in wanted if part in matter.options.parts]


def _front(matter: Matter, volumes: Sequence[Sequence[Key]], volume: int) -> dict[Key, tuple[Page, ...]]:
    keys = _front_keys(matter, volume)
    made = {cover_key(volume + 1): cover, contents_key(volume + 1): contents}
    return {key: made[key](matter, volumes, volume) for key in keys}


def _paths(matter: Matter, out: Path, count: int) -> list[Path]:
    """One volume is `out` itself. The number of all stands in each name, so that volumes of two printings never mix."""
    if count == 1:
        return [out]
    stems = (matter.say("volume", "file", stem=out.stem, volume=one, volumes=count) for one in range(1, count + 1))
    return [out.with_name(f"{stem}{out.suffix}") for stem in stems]
