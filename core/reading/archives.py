"""Zip archives: each entry as a file, under limits and never under a name that the archive chose. Runs in a worker."""

import errno
import lzma
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from core.errors import UserError
from core.files import BLOCK, FULL, is_passing, safe_name, temporary_name
from core.reading import media
from core.reading.lines import Contents, Unreadable
from core.reading.reading import LOCKED
from core.text import nfc

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, NotImplementedError, EOFError, ValueError)
ENCRYPTED = 0x1
UTF8 = 0x800
# What a Vietnamese letter is made of, and the tones that CP1258 writes behind it.
MARKS = {*"\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"}
TYPOGRAPHIC = {*"đĐ–—‘’“”…₫"}


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes; `depth`: archives within each other; `ratio` counts from `small` bytes on."""

    entries: int = 2000
    total: int = 2 << 30
    single: int = 500 << 20
    ratio: int = 200
    small: int = 10 << 20
    depth: int = 2


@dataclass(frozen=True)
class Entry:
    """A file in an archive. `name`: its path there with "/", safe, and distinct among all.

    `file` names what was unpacked of it; None where nothing was, for the reason `problem`: "unsafe_name",
    "system_file", "encrypted", "damaged", "empty", "too_large", "compressed_too_much", "archive_too_deep",
    "too_many_entries", "file_unreadable" (a guard against viruses took it away).
    """

    name: str
    size: int
    file: str | None = None
    problem: str | None = None


@dataclass(frozen=True)
class Unpacked:
    """`problem`: why nothing could be unpacked at all; a code of reading."""

    entries: tuple[Entry, ...] = ()
    problem: str | None = None


@dataclass
class _Work:
    """What one archive with everything in it has come to."""

    folder: Path
    limits: Limits
    entries: list[Entry] = field(default_factory=list[Entry])
    names: set[str] = field(default_factory=set[str])
    met: int = 0
    written: int = 0


def unpack(path: Path, folder: Path, limits: Limits | None = None) -> Unpacked:
    """Write every entry into `folder` under a new name of our own. Archives within it are unpacked in their place.

    Raises UserError: "disk_full", "store_unwritable", and then nothing is left in `folder`.
    """
    work = _Work(folder, limits or Limits())
    try:
        problem = _unpack(path, "", 1, work)
    except OSError as error:
        for entry in work.entries:
            if entry.file:
                with suppress(OSError):
                    (folder / entry.file).unlink()
        raise UserError("disk_full" if error.errno in FULL else "store_unwritable", path=str(folder)) from error
    return Unpacked(tuple(work.entries), problem)


def read_archive(path: Path) -> Contents:
    """The names in an archive as its text; the problem "encrypted" where entries have a password.

    Raises Unreadable: "damaged".
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            names = [_shown(decoded(info)) for info in infos]
    except (*BROKEN, OSError) as error:
        raise Unreadable("damaged") from error
    is_locked = any(info.flag_bits & ENCRYPTED for info in infos)
    return Contents(text="\n".join(names), problems=[LOCKED] if is_locked else [])


def _unpack(path: Path, inside: str, depth: int, work: _Work) -> str | None:
    """Returns why the archive as a whole could not be unpacked. `inside` stands before the names of its entries."""
    try:
        with _misled():
            archive = zipfile.ZipFile(path)
    except BROKEN:
        return "damaged"
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() or info.file_size]
        if work.met + len(infos) > work.limits.entries:
            return "too_many_entries"
        work.met += len(infos)
        for info in infos:
            _take(archive, info, inside, depth, work)
    return None


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, inside: str, depth: int, work: _Work) -> None:
    stated = decoded(info)
    name = safe_path(stated)
    if name is None or stat.S_ISLNK(info.external_attr >> 16):
        work.entries.append(Entry(inside + _shown(stated), info.file_size, problem="unsafe_name"))
        return
    name = _distinct(inside + name, work.names)
    if problem := "system_file" if _is_passing(stated) else _refusal(info, work):
        work.entries.append(Entry(name, info.file_size, problem=problem))
        return
    target = work.folder / temporary_name()
    try:
        _write(archive, info, target)
        work.written += info.file_size
        try:
            kind = media.sniff(target, name)
        except OSError:
            work.entries.append(Entry(name, info.file_size, problem="file_unreadable"))
            with suppress(OSError):
                target.unlink()
            return
        if kind == media.ZIP:
            _enter(target, name, depth, work)
            target.unlink()
            return
        work.entries.append(Entry(name, info.file_size, target.name))
    except BROKEN:
        target.unlink(missing_ok=True)
        work.entries.append(Entry(name, info.file_size, problem="damaged"))
    except OSError:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise


def _enter(path: Path, name: str, depth: int, work: _Work) -> None:
    """An archive in an archive: its entries, or why there are none."""
    problem = "archive_too_deep" if depth >= work.limits.depth else _unpack(path, name + "/", depth + 1, work)
    if problem:
        work.entries.append(Entry(name, path.stat().st_size, problem=problem))


def _is_passing(name: str) -> bool:
    return any(is_passing(part) for part in re.split(r"[\\/]", name) if part != ".")


def _refusal(info: zipfile.ZipInfo, work: _Work) -> str | None:
    """By what the archive states; reading stops where an entry goes on beyond that."""
    limits = work.limits
    if info.flag_bits & ENCRYPTED:
        return "encrypted"
    if not info.file_size:
        return "empty"
    if info.file_size > limits.single or work.written + info.file_size > limits.total:
        return "too_large"
    if info.file_size > max(limits.small, limits.ratio * info.compress_size):
        return "compressed_too_much"
    return None


@contextmanager
def _misled() -> Generator[None]:
    """An archive that sends its reader to a place before its beginning is broken, and so is one whose bzip2 is none;
    nothing is wrong with the disk.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EINVAL, None):
            raise zipfile.BadZipFile(str(error)) from error
        raise


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    with _misled(), archive.open(info) as source, target.open("xb") as stream:
        while block := source.read(BLOCK):
            stream.write(block)


def decoded(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: zipfile takes bytes without the mark of UTF-8 for CP437."""
    if info.flag_bits & UTF8:
        return info.orig_filename
    with suppress(UnicodeEncodeError):
        return next(_readings(info.orig_filename.encode("cp437")), info.orig_filename)
    return info.orig_filename


def _readings(raw: bytes) -> Generator[str]:
    """UTF-8 without its mark, as many programs write it; CP1258, the code page of Vietnamese Windows."""
    with suppress(UnicodeDecodeError):
        yield raw.decode("utf-8")
    with suppress(UnicodeDecodeError):
        text = nfc(raw.decode("cp1258"))
        if all(character.isascii() or _is_vietnamese(character) for character in text):
            yield text


def _is_vietnamese(character: str) -> bool:
    if character in TYPOGRAPHIC:
        return True
    base, *marks = unicodedata.normalize("NFD", character)
    return base in MARKS or (base.isascii() and bool(marks) and MARKS.issuperset(marks))


def safe_path(name: str) -> str | None:
    """The path of an entry with "/" and names that any system takes; None where it leads anywhere else than down."""
    if "\0" in name or name.startswith(("/", "\\")) or ":" in name:
        return None
    parts = [part for part in re.split(r"[\\/]", name) if part != "."]
    if not parts or not all(part.strip(". ") for part in parts):
        return None
    return "/".join(map(safe_name, parts))


def _shown(name: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in nfc(name))


def _distinct(name: str, used: set[str]) -> str:
    """`name`, or with a number where an entry has it already; in NFC and NFD, or in capitals, it is the same name."""
    path, number = PurePosixPath(name), 1
    while name.casefold() in used:
        number += 1
        name = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    used.add(name.casefold())
    return name
