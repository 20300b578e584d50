"""Where a stick is written: a folder or a zip, under a temporary name until it is whole."""

import os
import shutil
import zipfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from core.dossier.stick.names import SUMS
from core.dossier.stick.records import StickFile
from core.errors import UserError
from core.files import FULL, atomic_path, copy_hashed, extended, is_passing, patiently, sync_folder, temporary_name
from core.progress import Progress

ZIP = ".zip"
PACKED = (".html", ".txt", ".csv", ".rtf", ".doc", ".xls", ".ppt", ".bmp", ".tif")  # the others are packed already
MEGABYTE = 1_000_000
MARGIN = 2 * MEGABYTE  # for the index, the list and what the file system itself takes


class Target(Protocol):
    """Takes files one after the other; all have names inside, with "/" between folders."""

    def add(self, source: BinaryIO, name: str) -> StickFile: ...

    def finish(self, progress: Progress) -> None:
        """Everything is there; bring it to the disk."""
        ...


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, source: BinaryIO, name: str) -> StickFile:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as target:
            sha256, size = copy_hashed(source, target)
        return StickFile(name, size, sha256)

    def finish(self, progress: Progress) -> None:
        """A stick is pulled out as soon as the program says that it is ready."""
        for path in self._folder.rglob("*"):
            progress.check()
            if path.is_file():
                with path.open("rb+") as stream:
                    os.fsync(stream.fileno())


class _Zip:
    def __init__(self, file: zipfile.ZipFile, on: date) -> None:
        self._file = file
        self._on = on

    def add(self, source: BinaryIO, name: str) -> StickFile:
        entry = zipfile.ZipInfo(name, (self._on.year, self._on.month, self._on.day, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED if name.lower().endswith(PACKED) else zipfile.ZIP_STORED
        entry.external_attr = 0o644 << 16
        with self._file.open(entry, "w", force_zip64=True) as target:
            sha256, size = copy_hashed(source, target)  # pyright: ignore[reportArgumentType] - it is written to
        return StickFile(name, size, sha256)

    def finish(self, progress: Progress) -> None:
        progress.check()


def add_bytes(target: Target, content: bytes, name: str) -> StickFile:
    return target.add(BytesIO(content), name)


def check_place(out: Path, force: bool) -> None:
    """Whether a stick may be written there. Raises UserError: "stick_on_drive", "stick_exists" (it may be replaced
    with `force`), "stick_place_taken" (path, name: something of others that lies there), "cannot_write".
    """
    try:
        there = _lies_there(out)
    except OSError as error:
        raise UserError("cannot_write", path=str(out), why=error.strerror or str(error)) from error
    if there and not force:
        raise UserError("stick_exists", path=str(out))


def _lies_there(out: Path) -> bool:
    if out.suffix.lower() == ZIP:
        if out.exists() and not _is_our_zip(out):
            raise UserError("stick_place_taken", path=str(out), name=out.name)
        return out.exists()
    if out.parent == out or os.path.ismount(out):  # Path.is_mount knows no Windows before Python 3.12
        raise UserError("stick_on_drive", path=str(out))
    if out.exists() and (foreign := _foreign(extended(out.absolute()))):
        raise UserError("stick_place_taken", path=str(out), name=foreign)
    return out.exists() and any(out.iterdir())


def check_room(out: Path, needed: int) -> None:
    """Raises UserError: "stick_no_room" (path; needed, free: in MB) where `needed` bytes do not fit, "cannot_write"."""
    if _free(out) < needed + MARGIN:
        raise no_room(out, needed + MARGIN)


def no_room(out: Path, needed: int) -> UserError:
    return UserError("stick_no_room", path=str(out), needed=-(-needed // MEGABYTE), free=_free(out) // MEGABYTE)


def _free(out: Path) -> int:
    """In bytes, where `out` is to lie. Raises UserError("cannot_write") where the whole drive has been pulled out."""
    try:
        there = next(folder for folder in out.parents if folder.exists())
        return shutil.disk_usage(there).free
    except (StopIteration, OSError) as error:
        raise UserError("cannot_write", path=str(out)) from error


@contextmanager
def target_at(out: Path, on: date, needed: int) -> Generator[Target]:
    """A target that takes its name, in place of a stick that lay there, when the block ends well.

    Raises UserError: "stick_no_room", "cannot_write", "file_in_use".
    """
    try:
        if out.suffix.lower() == ZIP:
            with atomic_path(out) as temporary, zipfile.ZipFile(temporary, "x") as file:
                yield _Zip(file, on)
        else:
            with _folder_at(extended(out.absolute())) as folder:
                yield _Folder(folder)
    except OSError as error:
        if error.errno in FULL:
            raise no_room(out, needed) from error
        raise UserError("cannot_write", path=str(out), why=error.strerror or str(error)) from error


@contextmanager
def _folder_at(out: Path) -> Generator[Path]:
    out.parent.mkdir(parents=True, exist_ok=True)
    temporary = out.with_name(temporary_name())
    temporary.mkdir()
    try:
        yield temporary
        _take_place(temporary, out)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _take_place(temporary: Path, out: Path) -> None:
    """Rename; what lay there goes only when the new one is in its place."""
    if not out.exists():
        patiently(lambda: temporary.rename(out), out)
    else:
        old = out.with_name(temporary_name())
        patiently(lambda: out.rename(old), out)
        try:
            patiently(lambda: temporary.rename(out), out)
        except BaseException:
            old.rename(out)
            raise
        shutil.rmtree(old, ignore_errors=True)
    sync_folder(out.parent)


def _foreign(folder: Path) -> str | None:
    """The name of something in the folder that no stick of ours put there."""
    if not folder.is_dir():
        return folder.name
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    ours = {SUMS, *(line[66:] for line in lines)}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in ours and not is_passing(path.name):
            return name
    return None


def _is_our_zip(path: Path) -> bool:
    with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as file:
        return SUMS in file.namelist()
    return False
