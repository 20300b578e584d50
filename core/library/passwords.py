"""Passwords of encrypted files, for as long as a workspace is open."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from core.reading.reader import Reader
from core.reading.reading import Reading


class Passwords:
    """Holds what a person typed in this process's memory alone: not in the database, the journal, a log or a file.

    For whoever opens kept files: one whose problems name "has_password" was read with its password, and its media type
    is that of what is inside. `unlock(sha256)` is that password, if it was given since the workspace was opened, and
    `path(sha256)` a copy that opens without it. The copies lie in `folder` until `close`.
    """

    def __init__(self, reader: Reader, original: Callable[[str], Path], folder: Path) -> None:
        """`original(sha256)` is where a kept file lies."""
        self._reader = reader
        self._original = original
        self._folder = folder
        self._given: list[str] = []
        self._fitting: dict[str, str] = {}
        self._lock = Lock()
        self.close()  # what a crash left

    def unlock(self, sha256: str) -> str | None:
        """The password that opens a kept file; None where it was not given yet, or the file has none."""
        return self._fitting.get(sha256)

    def path(self, sha256: str) -> Path:
        """Where a kept file is opened: the copy without a password where there is one, else the original."""
        return self._copy(sha256) if sha256 in self._fitting else self._original(sha256)

    def opened(self) -> list[str]:
        """The kept files whose passwords are known."""
        return list(self._fitting)

    def give(self, sha256: str, name: str, password: str) -> Reading | None:
        """Try a password on a kept file, and remember it for all others if it fits; None where it does not.

        Raises as Reader.unlock does.
        """
        return self._read(sha256, name, [password])

    def read(self, sha256: str, name: str) -> Reading | None:
        """What a kept file holds, if one of the passwords given so far opens it. Raises as Reader.unlock does."""
        return self._read(sha256, name, self._given[::-1])

    def close(self) -> None:
        """Forget everything."""
        with self._lock:
            self._given.clear()
            self._fitting.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _read(self, sha256: str, name: str, passwords: list[str]) -> Reading | None:
        found = self._reader.read_locked(self._original(sha256), name, passwords, self._copy(sha256))
        if found is None:
            return None
        reading, fitting = found
        with self._lock:
            self._fitting[sha256] = fitting
            if fitting in passwords and fitting not in self._given:
                self._given.append(fitting)
        return reading

    def _copy(self, sha256: str) -> Path:
        return self._folder / sha256
