"""The files of a workspace: each under the SHA-256 of its bytes, read-only, never rewritten."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Generator, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import BinaryIO, Literal, cast

from core.errors import UserError
from core.files import BLOCK, FULL, copy_hashed, extended, hash_file, path_text, patiently, sync_folder, temporary_name
from core.library.harmful import HEAD, begins_harmfully, has_harmful_name
from core.library.outside import Source, is_unchanged, opened

Condition = Literal["whole", "damaged", "missing"]

HASH = re.compile(r"[0-9a-f]{64}")
TEMPORARY = re.compile(r"\.[0-9a-f]{32}\.part")


@dataclass(frozen=True)
class Copy:
    """A whole copy of a file from outside, in the store under a temporary name; `size` in bytes."""

    temporary: Path
    sha256: str
    size: int


def _discard(path: Path) -> None:
    with suppress(OSError):
        _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows deletes no read-only file
    path.unlink()


class Store:
    """The folder `files/` of a workspace.

    Whoever brings a file in holds `lock` until its row is written, so that a sweep never meets a file that is about to
    be referred to; nobody holds it while a file is read outside, or unpacked.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = RLock()
        self._writers = 0

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def copy(self, source: Path, on_sign: Callable[[], object] = lambda: None) -> Copy:
        """Copy a file that stands still into the store; to be handed to `kept`. Calls `on_sign` as it goes on.

        Raises UserError: "file_missing", "file_unreadable", "file_in_use", "file_changing" (it was written to
        meanwhile), "file_empty", "file_harmful", "disk_full", "store_unwritable".
        """
        if has_harmful_name(source.name):
            raise UserError("file_harmful", path=path_text(source))
        temporary = self.folder / temporary_name()
        with self.writing(), self._telling():
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                return self._copy(extended(source), temporary, on_sign)
            except BaseException:
                _discard(temporary)
                raise

    @contextmanager
    def kept(self, copy: Copy) -> Generator[tuple[str, int]]:
        """Give a copy its name for good, and hold the lock for the block, in which its row is written.

        Yields its SHA-256 and size; bytes that are here already are not kept twice. Raises UserError: "disk_full",
        "store_unwritable"; a copy that is not kept is gone then.
        """
        try:
            with self._telling(), copy.temporary.open("rb+") as stream:
                os.fsync(stream.fileno())
            with self.lock:
                with self._telling():
                    self._place(copy.temporary, copy.sha256)
                yield copy.sha256, copy.size
        finally:
            _discard(copy.temporary)

    def adopt(self, temporary: Path) -> tuple[str, int]:
        """Keep a whole file that was written into this folder under a temporary name; it is not there any more then.

        Returns its SHA-256 and size. Raises UserError: "disk_full", "store_unwritable".
        """
        with self._telling():
            copy = Copy(temporary, hash_file(temporary), temporary.stat().st_size)
        with self.kept(copy) as kept:
            return kept

    @contextmanager
    def writing(self) -> Generator[None]:
        """Keep sweeps off the temporary files while somebody writes one."""
        with self.lock:
            self._writers += 1
        try:
            yield
        finally:
            with self.lock:
                self._writers -= 1

    @contextmanager
    def _telling(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            code = "disk_full" if error.errno in FULL else "store_unwritable"
            raise UserError(code, path=str(self.folder), detail=error.strerror or "") from error

    def _copy(self, source: Path, temporary: Path, on_sign: Callable[[], object]) -> Copy:
        with opened(source) as stream, temporary.open("xb") as target:
            before = os.fstat(stream.fileno())
            outside = Source(stream, source, on_sign)
            if begins_harmfully(outside.start(HEAD)):
                raise UserError("file_harmful", path=path_text(source))
            sha256, size = copy_hashed(cast(BinaryIO, outside), target)
        if not is_unchanged(source, before, size):
            raise UserError("file_changing", path=path_text(source))
        on_sign()
        if not size:
            raise UserError("file_empty", path=path_text(source))
        return Copy(temporary, sha256, size)

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
        """Whether the first `size` bytes of a file are those of another. Raises UserError: "file_in_use"."""
        digest, left = hashlib.sha256(), size
        with patiently(lambda: self.path(sha256).open("rb"), self.path(sha256)) as stream:
            while left and (block := stream.read(min(left, BLOCK))):
                digest.update(block)
                left -= len(block)
        return not left and digest.hexdigest() == beginning

    def condition(self, sha256: str) -> Condition:
        """Whether the file is there and has the bytes that its name promises."""
        path = self.path(sha256)
        try:
            return "whole" if patiently(lambda: hash_file(path), path) == sha256 else "damaged"
        except FileNotFoundError:
            return "missing"
        except (OSError, UserError):
            return "damaged"

    def unknown(self, known: Set[str] | None = None) -> list[Path]:
        """Files of ours that nothing refers to: left temporaries and, where `known` is given, originals not in it."""
        inside = (Path(folder, name) for folder, _, names in os.walk(self.folder) for name in names)
        return sorted(
            path
            for path in inside
            if (TEMPORARY.fullmatch(path.name) and not self._writers)
            or (known is not None and HASH.fullmatch(path.name) and path.name not in known)
        )

    def sweep(self, known: Set[str] | None = None) -> list[Path]:
        """Remove what `unknown` names; returns what is gone. A file that is held open stays for the next time."""
        gone: list[Path] = []
        with self.lock:
            for path in self.unknown(known):
                with suppress(OSError):
                    _remove(path)
                    gone.append(path)
        return gone
