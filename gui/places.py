"""Where a workspace should not lie: a database on a share or in a synchronised folder gets corrupted."""

import ctypes
import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

NETWORK_FILE_SYSTEMS = {"cifs", "smb2", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "fuse.sshfs", "davfs", "9p"}
DRIVE_REMOTE = 4  # GetDriveTypeW
SYNCHRONISERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")


def is_on_network(folder: Path) -> bool:
    """Is it on a share or a mapped drive? The folder itself need not be there yet."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == DRIVE_REMOTE
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    return bytes(QStorageInfo(str(there)).fileSystemType().data()).decode() in NETWORK_FILE_SYSTEMS


def is_synchronised(folder: Path) -> bool:
    """Does its path lie in the folder of OneDrive or one of its kin?"""
    return any(part.lower().startswith(SYNCHRONISERS) for part in folder.parts)
