"""The files of a workspace: each under the SHA-256 of its bytes, read-only, never rewritten."""

import hashlib
import os
import re
import stat
from collections.abc import Generator, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import BinaryIO, Literal, cast

from core.errors import UserError
from core.files import BLOCK, FULL, copy_hashed, hash_file, path_text, patiently, sync_folder, temporary_name

Condition = Literal["whole", "damaged", "missing"]

HASH = re.compile(r"[0-9a-f]{64}")
TEMPORARY = re.compile(r"\.[0-9a-f]{32}\.part")


class _Source:
    """Reads from a file and names it when that fails, since a copy may fail on its other side too."""

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self._stream = stream
        self._path = path

    def read(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except OSError as error:
            raise unreadable(self._path, error) from error


def unreadable(path: Path, error: OSError) -> UserError:
    """What a person is told when a file outside cannot be opened or read."""
    code = "file_missing" if isinstance(error, FileNotFoundError) else "file_unreadable"
    return UserError(code, path=path_text(path), detail=error.strerror or "")


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows deletes no read-only file
    path.unlink()


class Store:
    """The folder `files/` of a workspace.

    Whoever takes a file holds `lock` until its row is written, so that a sweep never meets a file that is about to be
    referred to.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = RLock()

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def take(self, source: Path) -> tuple[str, int]:
        """Keep a copy of `source`; returns its SHA-256 and size. Bytes that are here already are not kept twice.

        Raises UserError: "file_missing", "file_unreadable", "file_in_use", "file_changing" (it was written to
        meanwhile), "file_empty", "disk_full", "store_unwritable".
        """
        with self.lock, self._telling():
            return self._take(source)

    def adopt(self, temporary: Path) -> tuple[str, int]:
        """Keep a whole file that was written into this folder under a temporary name; it is not there any more then.

        Returns its SHA-256 and size. Raises UserError: "disk_full", "store_unwritable".
        """
        with self.lock, self._telling():
            try:
                with temporary.open("rb+") as stream:
                    os.fsync(stream.fileno())
                sha256, size = hash_file(temporary), temporary.stat().st_size
                self._place(temporary, sha256)
            finally:
                with suppress(OSError):
                    _remove(temporary)
        return sha256, size

    @contextmanager
    def _telling(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            code = "disk_full" if error.errno in FULL else "store_unwritable"
            raise UserError(code, path=str(self.folder), detail=error.strerror or "") from error

    def _take(self, source: Path) -> tuple[str, int]:
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._temporary() as temporary:
            with opened(source) as stream, temporary.open("xb") as target:
                before = os.fstat(stream.fileno())
                sha256, size = copy_hashed(cast(BinaryIO, _Source(stream, source)), target)
                target.flush()
                os.fsync(target.fileno())
            if not _is_unchanged(source, before, size):
                raise UserError("file_changing", path=path_text(source))
            if not size:
                raise UserError("file_empty", path=path_text(source))
            self._place(temporary, sha256)
        return sha256, size

    @contextmanager
    def _temporary(self) -> Generator[Path]:
        path = self.folder / temporary_name()
        try:
            yield path
        finally:
            with suppress(OSError):
                _remove(path)

    def _place(self, temporary: Path, sha256: str) -> None:
        """Give a whole copy its name; a damaged file of that name gives way."""
        target = self.path(sha256)
        condition = self.condition(sha256)
        if condition == "whole":
            return
        if condition == "damaged":
            patiently(lambda: _remove(target), target)
        if not target.parent.exists():
            target.parent.mkdir()
            sync_folder(self.folder)
        with suppress(OSError):  # some sticks and shares know no permissions
            temporary.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
        patiently(lambda: temporary.replace(target), target)
        sync_folder(target.parent)

    def starts_with(self, sha256: str, beginning: str, size: int) -> bool:
        """Whether the first `size` bytes of a file are those of another."""
        digest, left = hashlib.sha256(), size
        with self.path(sha256).open("rb") as stream:
            while left and (block := stream.read(min(left, BLOCK))):
                digest.update(block)
                left -= len(block)
        return not left and digest.hexdigest() == beginning

    def condition(self, sha256: str) -> Condition:
        """Whether the file is there and has the bytes that its name promises."""
        path = self.path(sha256)
        try:
            return "whole" if hash_file(path) == sha256 else "damaged"
        except FileNotFoundError:
            return "missing"
        except OSError:
            return "damaged"

    def unknown(self, known: Set[str]) -> list[Path]:
        """Files of ours that nothing refers to: originals that are not in `known`, and left temporaries."""
        inside = (Path(folder, name) for folder, _, names in os.walk(self.folder) for name in names)
        return sorted(
            path
            for path in inside
            if TEMPORARY.fullmatch(path.name) or (HASH.fullmatch(path.name) and path.name not in known)
        )

    def sweep(self, known: Set[str]) -> list[Path]:
        """Remove what `unknown` names; returns what is gone. A file that is held open stays for the next time."""
        gone: list[Path] = []
        with self.lock:
            for path in self.unknown(known):
                with suppress(OSError):
                    _remove(path)
                    gone.append(path)
        return gone


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


def _is_unchanged(source: Path, before: os.stat_result, copied: int) -> bool:
    try:
        after = source.stat()
    except OSError:
        return False
    return copied == before.st_size and (before.st_size, before.st_mtime_ns, before.st_ino) == (
        after.st_size,
        after.st_mtime_ns,
        after.st_ino,
    )
