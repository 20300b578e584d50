"""Does a folder lie on another machine? Events of the file system do not come from there reliably, and a database there
gets corrupted, as it does where a program synchronises it.
"""

import ctypes
import os
import re
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

MOUNTS = Path("/proc/mounts")
# File systems whose changes are made on another machine, or on the host of this one.
NETWORK_SYSTEMS = {
    "9p",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "drvfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.sshfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
}
UNC = ("\\\\?\\unc\\", "\\\\.\\unc\\")
SYNCHRONISERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")
DRIVE_REMOTE = 4  # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew


def is_on_network(folder: Path) -> bool:
    """True for shares and mapped drives; False where it cannot be told."""
    if sys.platform == "win32":
        return is_unc(str(folder)) or _drive_type(folder.drive + "\\") == DRIVE_REMOTE
    try:
        mounts = MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return file_system(mounts, os.path.abspath(folder)) in NETWORK_SYSTEMS  # noqa: PTH100 - resolving asks the share


def is_synchronised(folder: Path) -> bool:
    """Does its path lie in the folder of OneDrive or one of its kin?"""
    return any(part.lower().startswith(SYNCHRONISERS) for part in folder.parts)


def is_unc(path: str) -> bool:
    """Whether a Windows path names a server: \\\\server\\share\\…"""
    if path.lower().startswith(UNC):
        return True
    drive = PureWindowsPath(path).drive
    return drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))


def file_system(mounts: str, path: str) -> str:
    """The type of the file system that `path` lies on, after the lines of /proc/mounts; "" where none fits."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePosixPath(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1]))
        # The last of equals lies on top.
        if PurePosixPath(path).is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def _drive_type(root: str) -> int:
    return ctypes.WinDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(root))  # pyright: ignore[reportAttributeAccessIssue]
