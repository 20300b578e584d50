"""What may be deleted at any time, and in the end is."""

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def prune(cache: Path, kept: Mapping[str, int], before: float) -> None:
    """Keep of each folder named in `kept` the newest files up to so many bytes, and of all else nothing.

    What changed at `before` (seconds since the epoch) or later is in use, and stays; so does what is held open.
    """
    for entry in _there(cache):
        if entry.name in kept:
            _shrink(entry, kept[entry.name], before)
        elif _changed_at(entry) < before:
            _remove(entry)


def _shrink(folder: Path, most_bytes: int, before: float) -> None:
    room = most_bytes
    for file in sorted(_there(folder), key=_changed_at, reverse=True):
        with suppress(OSError):
            room -= file.stat().st_size
        if room < 0 and _changed_at(file) < before:
            _remove(file)


def _remove(entry: Path) -> None:
    for file in [*entry.rglob("*"), entry]:
        with suppress(OSError):
            file.chmod(0o700)  # Windows deletes nothing that is read-only
    if entry.is_dir():
        shutil.rmtree(entry, ignore_errors=True)
    else:
        with suppress(OSError):
            entry.unlink()


def _there(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _changed_at(entry: Path) -> float:
    try:
        return entry.stat().st_mtime
    except OSError:
        return 0.0
