"""What lies in a folder, and whether each file is finished."""

import errno
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.files import extended, is_passing, path_text
from core.intake.records import Passed

# FILE_ATTRIBUTE_HIDDEN and FILE_ATTRIBUTE_SYSTEM
HIDDEN = 0x2 | 0x4
# FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS and …_ON_OPEN: to open a placeholder of OneDrive would download it
IN_CLOUD = 0x00400000 | 0x00040000


@dataclass(frozen=True)
class Sight:
    """A file as one look saw it: text of its path, size in bytes, time of change in nanoseconds."""

    path: str
    size: int
    modified_ns: int


@dataclass
class Look:
    """What lies below a folder. `problem` is why the folder itself could not be looked at.

    `files` has everything, also what is `in_cloud` and must not be opened; `unreadable` are folders, and files of which
    not even size and time can be had.
    """

    files: dict[Path, Sight] = field(default_factory=dict[Path, Sight])
    in_cloud: set[Path] = field(default_factory=set[Path])
    unreadable: list[Passed] = field(default_factory=list[Passed])
    problem: str | None = None


def sight(path: Path) -> Sight | None:
    """The file as it is now; None where it is gone. Raises UserError("file_unreadable")."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UserError("file_unreadable", path=path_text(path), detail=error.strerror or "") from error
    return Sight(path_text(path), found.st_size, found.st_mtime_ns)


def look(root: Path, on_sign: Callable[[], object] = lambda: None) -> Look:
    """Look through a folder and its subfolders, without what never arrives. Nothing is opened.

    `on_sign` is called whenever the file system has answered. Links to folders are not followed; junctions and mounts
    that lead back are met only once.
    """
    root = extended(root)
    result, met, folders = Look(), set[tuple[int, int]](), [root]
    while folders:
        folder = folders.pop()
        try:
            found = folder.stat()
            if found.st_ino and (found.st_dev, found.st_ino) in met:
                continue
            met.add((found.st_dev, found.st_ino))
            with os.scandir(folder) as entries:
                for entry in entries:
                    on_sign()
                    _see(entry, folders, result)
        except OSError as error:
            if folder == root:
                result.problem = "folder_unreadable" if isinstance(error, PermissionError) else "folder_away"
            elif not isinstance(error, FileNotFoundError | NotADirectoryError):
                result.unreadable.append(Passed(path_text(folder), "folder_unreadable"))
    if not result.problem and not os.path.isdir(root):  # noqa: PTH112 - it went away meanwhile, and may not even answer
        result.problem = "folder_away"
    return result


def _see(entry: os.DirEntry[str], folders: list[Path], result: Look) -> None:
    if is_passing(entry.name):
        return
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
        if attributes & HIDDEN:
            return
        if entry.is_dir(follow_symlinks=False):
            folders.append(Path(entry.path))
        elif entry.is_file():
            found = entry.stat()
            path = Path(entry.path)
            result.files[path] = Sight(path_text(path), found.st_size, found.st_mtime_ns)
            if attributes & IN_CLOUD:
                result.in_cloud.add(path)
    except OSError as error:
        # Gone between the listing and now, or a link that leads nowhere.
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            result.unreadable.append(Passed(path_text(entry.path), "file_unreadable"))


class Settling:
    """Remembers since when each file looks as it does, so that a later look need not wait again."""

    def __init__(self) -> None:
        self._since: dict[Sight, float] = {}

    def note(self, sights: Iterable[Sight], seconds: float) -> float:
        """Remember these and forget all others; returns the monotonic time when all have stood still for `seconds`."""
        now, before = time.monotonic(), self._since
        since = {one: before.get(one, now) for one in sights}
        self._since = since
        return max((first + seconds for first in since.values()), default=now)
