"""Files that run instead of being read: programs, scripts, shortcuts. They are no evidence and are never taken in."""

from pathlib import Path, PurePath

from core.library.outside import Source, opened

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


def is_harmful(path: Path, name: str) -> bool:
    """By the name, as Windows would act on it, or by the first bytes whatever the name.

    Raises UserError where the file cannot be read, as Store.copy does.
    """
    if has_harmful_name(name):
        return True
    with opened(path) as stream:
        return begins_harmfully(Source(stream, path, lambda: None).read(HEAD))


def has_harmful_name(name: str) -> bool:
    return PurePath(name.rstrip(" .")).suffix.lower() in SUFFIXES


def begins_harmfully(head: bytes) -> bool:
    """`head`: the first HEAD bytes of a file."""
    return head.startswith(STARTS) or _is_windows_program(head)


def _is_windows_program(head: bytes) -> bool:
    if not head.startswith(b"MZ"):
        return False
    offset = int.from_bytes(head[0x3C:0x40], "little")
    return head[offset : offset + 4] == b"PE\x00\x00"
