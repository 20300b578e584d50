"""Files as an office PC needs them: whole or not at all, hashed while copied, named so that Windows takes them."""

import errno
import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar
from uuid import uuid4

from core.errors import UserError
from core.text import nfc

T = TypeVar("T")
BLOCK = 1 << 20
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Where a folder cannot be synced at all: shares, folders of a virtual machine, one that is closed to readers.
UNSYNCED = {errno.EINVAL, errno.EBADF, errno.ENOSYS, errno.ENOTSUP, errno.EACCES}
BUSY_WINERRORS = {5, 32, 33}  # access denied, sharing violation, lock violation: an antivirus or Word holds it
BUSY_TRIES = 20
BUSY_PAUSE_SECONDS = 0.15
RESERVED = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)", re.IGNORECASE)
# What Office, browsers, copying programs and the system leave while they work; it is never evidence.
PASSING = re.compile(
    r"\..*|~\$.*|.*\.(tmp|temp|part|partial|crdownload|download)|thumbs\.db|ehthumbs\.db|desktop\.ini", re.IGNORECASE
)
SYSTEM_FOLDERS = {"$recycle.bin", "system volume information", "@eadir", "__macosx"}
LONGEST_NAME_BYTES = 180
LONG = "\\\\?\\"
LONG_SHARE = "\\\\?\\UNC\\"


def patiently(action: Callable[[], T], path: Path) -> T:
    """Run a file operation, again for a few seconds while another program holds the file, as on Windows.

    Raises UserError("file_in_use", path) when it stays held; other OSErrors pass through.
    """
    for _ in range(BUSY_TRIES):
        try:
            return action()
        except OSError as error:
            if getattr(error, "winerror", None) not in BUSY_WINERRORS:
                raise
            time.sleep(BUSY_PAUSE_SECONDS)
    raise UserError("file_in_use", path=str(path))


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where that can be asked for; Windows has no call for it."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in UNSYNCED:
            raise


def is_passing(name: str) -> bool:
    """Whether a file or folder of this name is no document but something that a program or the system leaves."""
    return bool(PASSING.fullmatch(name)) or name.lower() in SYSTEM_FOLDERS


def temporary_name() -> str:
    """For a file that is not whole yet; no other has it."""
    return f".{uuid4().hex}.part"


@contextmanager
def atomic_path(target: Path) -> Generator[Path]:
    """A temporary path beside `target` that takes its name when the block ends well, and is removed otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(temporary_name())
    try:
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        patiently(lambda: temporary.replace(target), target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def copy_hashed(source: BinaryIO, target: BinaryIO) -> tuple[str, int]:
    """Copy in one pass; returns the SHA-256 in hex and the size in bytes."""
    digest, size = hashlib.sha256(), 0
    while block := source.read(BLOCK):
        digest.update(block)
        target.write(block)
        size += len(block)
    return digest.hexdigest(), size


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that `target` is whole or not there at all; a copy of a read-only original may be written to.

    Raises UserError (path): "file_missing" for the source; "no_room", "cannot_write", "file_in_use" for the target.
    """
    if not source.is_file():
        raise UserError("file_missing", path=path_text(source))
    try:
        with atomic_path(target) as temporary:
            shutil.copyfile(source, temporary)
    except OSError as error:
        raise UserError("no_room" if error.errno in FULL else "cannot_write", path=path_text(target)) from error


def hash_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def extended(path: Path) -> Path:
    """The same path, on Windows absolute and in the form that it takes at any length and under any name."""
    # Path.resolve would turn a mapped drive into the share behind it.
    return Path(windows_extended(os.path.abspath(path))) if os.name == "nt" else path  # noqa: PTH100


def windows_extended(path: str) -> str:
    """https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation"""
    if path.startswith((LONG, "\\\\.\\")):
        return path
    return LONG_SHARE + path[2:] if path.startswith("\\\\") else LONG + path


def windows_plain(path: str) -> str:
    """The path without the prefix of `windows_extended`, as people know it."""
    return "\\\\" + path.removeprefix(LONG_SHARE) if path.startswith(LONG_SHARE) else path.removeprefix(LONG)


def path_text(path: Path | str) -> str:
    """A path or a name as text that can be kept and printed; what is no character shows as its bytes, \xed."""
    text = windows_plain(str(path)) if os.name == "nt" else str(path)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "backslashreplace")


def with_ending(path: Path, ending: str) -> Path:
    """The path with an ending such as ".pdf", unless it has it; other dots belong to the name, as in "Nộp 20.11"."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where another has it, case aside; `taken` then knows it too."""
    stem, dot, suffix = name.rpartition(".")
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    taken.add(free.casefold())
    return free


def safe_name(name: str) -> str:
    """A file name that Windows, zip files and people can take: NFC, no control or reserved characters, not too long."""
    name = nfc(name.encode("utf-8", "replace").decode("utf-8"))
    name = re.sub(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "_", name).strip(" .")
    if not name or RESERVED.match(name):
        name = f"_{name}"
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 10:
        stem, suffix = name, ""
    room = LONGEST_NAME_BYTES - len(dot + suffix)
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .") + (f".{suffix}" if suffix else "")
