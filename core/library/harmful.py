"""Files that run instead of being read: programs, scripts, shortcuts. They are no evidence and are never taken in."""

from pathlib import Path, PurePath

from core.library.store import opened, unreadable

SUFFIXES = frozenset(
    {
        ".apk",
        ".app",
        ".appimage",
        ".bat",
        ".cmd",
        ".com",
        ".cpl",
        ".desktop",
        ".dll",
        ".exe",
        ".gadget",
        ".hta",
        ".inf",
        ".jar",
        ".js",
        ".jse",
        ".lnk",
        ".msc",
        ".msi",
        ".msp",
        ".pif",
        ".pl",
        ".ps1",
        ".psm1",
        ".py",
        ".pyw",
        ".rb",
        ".reg",
        ".scf",
        ".scr",
        ".sh",
        ".sys",
        ".url",
        ".vb",
        ".vbe",
        ".vbs",
        ".ws",
        ".wsf",
        ".wsh",
    }
)
STARTS = (
    b"\x7fELF",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # Windows shortcut
    b"[InternetShortcut]",
    b"[Desktop Entry]",
    b"\xca\xfe\xba\xbe",  # Java class, macOS for several processors
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
)
HEAD = 4096


def is_harmful(path: Path, name: str = "") -> bool:
    """By the name, as Windows would act on it, or by the first bytes whatever the name; `name` if not that of `path`.

    Raises UserError where the file cannot be read, as Store.take does.
    """
    if PurePath((name or path.name).rstrip(" .")).suffix.lower() in SUFFIXES:
        return True
    with opened(path) as stream:
        try:
            head = stream.read(HEAD)
        except OSError as error:
            raise unreadable(path, error) from error
    return head.startswith(STARTS) or _is_windows_program(head)


def _is_windows_program(head: bytes) -> bool:
    if not head.startswith(b"MZ"):
        return False
    offset = int.from_bytes(head[0x3C:0x40], "little")
    return head[offset : offset + 4] == b"PE\x00\x00"
