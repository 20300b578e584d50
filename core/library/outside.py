"""Files outside of the workspace: read only, and every failure named."""

import os
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from core.errors import UserError
from core.files import path_text, patiently

SLICE = 256 << 10  # bytes between two signs that a slow share is still there


def unreadable(path: Path, error: OSError) -> UserError:
    """What a person is told when a file outside cannot be opened or read."""
    code = "file_missing" if isinstance(error, FileNotFoundError) else "file_unreadable"
    return UserError(code, path=path_text(path), detail=error.strerror or "")


@contextmanager
def opened(source: Path) -> Generator[BinaryIO]:
    """`source` for reading only; raises UserError: "file_missing", "file_unreadable", "file_in_use".

    A pipe or a device would block for ever, so nothing but files is opened.
    """
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            raise UserError("file_unreadable", path=path_text(source), detail="")
        stream = patiently(lambda: source.open("rb"), source)
    except OSError as error:
        raise unreadable(source, error) from error
    with stream:
        yield stream


class Source:
    """Reads from a file and names it when that fails, since a copy may fail on its other side too."""

    def __init__(self, stream: BinaryIO, path: Path, on_sign: Callable[[], object]) -> None:
        self._stream = stream
        self._path = path
        self._on_sign = on_sign

    def read(self, size: int) -> bytes:
        try:
            block = self._stream.read(min(size, SLICE))
        except OSError as error:
            raise unreadable(self._path, error) from error
        self._on_sign()
        return block

    def start(self, size: int) -> bytes:
        """The first bytes, which will be read again."""
        found = self.read(size)
        self._stream.seek(0)
        return found


def is_unchanged(source: Path, before: os.stat_result, copied: int) -> bool:
    try:
        after = source.stat()
    except OSError:
        return False
    return copied == before.st_size and (before.st_size, before.st_mtime_ns, before.st_ino) == (
        after.st_size,
        after.st_mtime_ns,
        after.st_ino,
    )
