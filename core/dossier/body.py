"""What became of each document's pages in the file that was printed last, so that the next printing takes these bytes
over as they are: all that depends on page numbers stands behind them.
"""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, cast

VERSION = 1  # of the form in which the pages of documents are written: count up when that is another
GAPS = 10_000  # numbers of objects that are gone, which a file may have in any case


class Leaf(NamedTuple):
    """A page on which nothing is stamped yet; objects are named by their numbers, notes by references."""

    number: int
    box: tuple[float, float, float, float]
    rotate: int
    more: str
    contents: list[int]
    notes: list[str]


class Piece(NamedTuple):
    """The objects of a fragment, numbered from `first`; `places`: where each stands from `start`, -1 for a page.

    `brought` are those that other documents share, by their digests; `used` are digests of such in other pieces. With a
    `form` it is a part of a page, and has none of its own.
    """

    first: int
    start: int
    end: int
    places: list[int]
    leaves: list[Leaf]
    form: int
    brought: dict[str, int]
    used: list[str]


def written(pieces: Mapping[str, Piece]) -> str:
    """The pieces by name of their fragment, in the form in which `keep` wants them."""
    return json.dumps([VERSION, pieces])


def keep(pieces: str, result: Path, kept: Path) -> None:
    """Write down what `result` is made of, which may have another name later."""
    with suppress(OSError):  # costs the next printing time, nothing else
        kept.write_text(f"{_identity(result)}\n{pieces}", "utf-8")


def known(kept: Path, result: Path, wanted: Collection[str]) -> dict[str, Piece]:
    """The pieces of these fragments in `result`, all that they lead to among them; none when that is not the file as it
    was printed last, or when most of its numbers stand for nothing any more.
    """
    try:
        identity, _, text = kept.read_text("utf-8").partition("\n")
        version, facts = cast("tuple[int, dict[str, list[object]]]", json.loads(text))
        if (version, identity) != (VERSION, _identity(result)):
            return {}
        pieces = {one: _piece(fact) for one, fact in facts.items() if one in wanted}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    used = sum(len(one.places) for one in pieces.values())
    if max((one.first for one in pieces.values()), default=0) > 2 * used + GAPS:
        return {}
    while lacking := _lacking(pieces):
        for one in lacking:
            del pieces[one]
    return pieces


def _piece(fact: list[object]) -> Piece:
    piece = Piece(*fact)  # pyright: ignore
    leaves = [Leaf(*leaf) for leaf in piece.leaves]
    return piece._replace(leaves=[leaf._replace(box=tuple(leaf.box)) for leaf in leaves])


def _lacking(pieces: Mapping[str, Piece]) -> list[str]:
    """Those that lead to what is gone with another document."""
    brought = {digest for piece in pieces.values() for digest in piece.brought}
    return [one for one, piece in pieces.items() if not brought.issuperset(piece.used)]


def _identity(file: Path) -> str:
    """Of a file under any name, until somebody changes it."""
    facts = file.stat()
    return f"{facts.st_ino} {facts.st_size} {facts.st_mtime_ns}"
