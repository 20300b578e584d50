"""Writes the container of old Office files ([MS-CFB] version 3), as simply as readers take it."""

import struct
from collections.abc import Mapping

SECTOR, SMALL = 512, 64
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5


def compound(streams: Mapping[str, bytes]) -> bytes:
    """`streams` by name, "folder/name" for those in a storage, each shorter than 4,096 bytes: all of them lie in the
    stream of small sectors.
    """
    folders = sorted({name.partition("/")[0] for name in streams if "/" in name})
    names = [*folders, *streams]
    starts: dict[str, int] = {}
    small_chain: list[int] = []
    for name, content in streams.items():
        count = -(-len(content) // SMALL)
        starts[name] = len(small_chain) if count else END
        small_chain += _run(len(small_chain), count)
    together = b"".join(one.ljust(-(-len(one) // SMALL) * SMALL, b"\0") for one in streams.values())

    def after(place: int, folder: str) -> int:
        """The next one in the same folder; entries count from 1, for the root is the first."""
        found = (index for index, one in enumerate(names, 1) if index > place and one.rpartition("/")[0] == folder)
        return next(found, FREE)

    parts = [_numbers(small_chain), together]
    directory_sectors = -(-128 * (len(names) + 1) // SECTOR)
    counts = [directory_sectors, *(-(-len(part) // SECTOR) for part in parts)]
    chain = [FAT]
    firsts: list[int] = []
    for count in counts:
        firsts.append(len(chain))
        chain += _run(len(chain), count)
    entries = [_entry("Root Entry", ROOT, FREE, after(0, ""), firsts[2], len(together))]
    for place, name in enumerate(names, 1):
        folder, _, own = name.rpartition("/")
        child = after(0, name) if name in folders else FREE
        kind, size = (STORAGE, 0) if name in folders else (STREAM, len(streams[name]))
        entries.append(_entry(own, kind, after(place, folder), child, starts.get(name, END), size))
    facts = 0x3E, 3, 0xFFFE, 9, 6, 0, 1, firsts[0], 0, 4096, firsts[1], counts[1], END, 0, 0, *([FREE] * 108)
    header = struct.pack("<8s16x5H6x118I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *facts)
    chain += [FREE] * (SECTOR // 4 - len(chain))
    sectors = (part.ljust(-(-len(part) // SECTOR) * SECTOR, b"\0") for part in (b"".join(entries), *parts))
    return header + _numbers(chain) + b"".join(sectors)


def _run(first: int, count: int) -> list[int]:
    """Sectors that follow each other, in the table of sectors."""
    return [*range(first + 1, first + count), END] if count else []


def _numbers(values: list[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIQ", wide, len(wide), kind, 1, FREE, right, child, start, size)
