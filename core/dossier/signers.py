"""Who signed a PDF digitally, as the file says: nothing is verified. Runs in the worker."""

import re
from collections import Counter

import pikepdf

COMMON_NAME = b"\x06\x03\x55\x04\x03"  # X.520, in the encoding of certificates
TEXT_TAGS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x1E: "utf-16-be"}
MOST_FIELDS = 5000


def signers_of(pdf: pikepdf.Pdf) -> tuple[tuple[str, str], ...]:
    """Name and time ("10:20 05/01/2023") of each signature, "" for what the file does not tell."""
    form = pdf.Root.get("/AcroForm")
    fields = list(form.get("/Fields", [])) if isinstance(form, pikepdf.Dictionary) else []  # pyright: ignore
    found: list[tuple[str, str]] = []
    for _ in range(MOST_FIELDS):
        if not fields:
            break
        field = fields.pop(0)
        if not isinstance(field, pikepdf.Dictionary):
            continue
        value = field.get("/V")
        if field.get("/FT") == pikepdf.Name.Sig and isinstance(value, pikepdf.Dictionary):
            found.append((str(value.get("/Name", "")) or _certified(value), _spoken(str(value.get("/M", "")))))
        kids = field.get("/Kids")
        fields += list(kids) if isinstance(kids, pikepdf.Array) else []  # pyright: ignore
    return tuple(found)


def _spoken(moment: str) -> str:
    """The local time of the signer (ISO 32000-1, 7.9.4)."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?", moment)
    if not match:
        return ""
    year, month, day, hour, minute = match.groups()
    return f"{hour}:{minute} {day}/{month}/{year}" if hour and minute else f"{day}/{month}/{year}"


def _certified(value: pikepdf.Dictionary) -> str:
    """The name in the certificates that no other of them bears: who issues one is named twice. "" where unsure."""
    contents = value.get("/Contents")
    names = Counter(_common_names(bytes(contents))) if isinstance(contents, pikepdf.String) else Counter[str]()
    own = [name for name, count in names.items() if count == 1]
    return own[0] if len(own) == 1 else ""


def _common_names(certificates: bytes) -> list[str]:
    names: list[str] = []
    for match in re.finditer(re.escape(COMMON_NAME), certificates):
        head = certificates[match.end() : match.end() + 2]
        if len(head) == 2 and head[0] in TEXT_TAGS and head[1] < 0x80:
            text = certificates[match.end() + 2 : match.end() + 2 + head[1]]
            names.append(text.decode(TEXT_TAGS[head[0]], "replace"))
    return names
