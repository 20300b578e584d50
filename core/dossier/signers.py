"""Who signed a PDF digitally, as the file says: nothing is verified. Runs in the worker."""

import re

import pikepdf

from core.reading.pdf import signature_values

COMMON_NAME = b"\x55\x04\x03"  # 2.5.4.3 (X.520)
TEXT_TAGS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x1E: "utf-16-be"}


def signers_of(pdf: pikepdf.Pdf) -> tuple[tuple[str, str], ...]:
    """Names and times ("10:20 05/01/2023") of the signatures, each once, "" for what the file does not tell."""
    found = (
        (str(value.get("/Name", "")) or _certified(value), _spoken(str(value.get("/M", ""))))
        for value in signature_values(pdf)
    )
    return tuple(dict.fromkeys(found))


def _spoken(moment: str) -> str:
    """The local time of the signer (ISO 32000-1, 7.9.4)."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?", moment)
    if not match:
        return ""
    year, month, day, hour, minute = match.groups()
    return f"{hour}:{minute} {day}/{month}/{year}" if hour and minute else f"{day}/{month}/{year}"


def _certified(value: pikepdf.Dictionary) -> str:
    """The common name in the signer's certificate (RFC 5652, 5.1 and 5.3; RFC 5280, 4.1); "" where it is not found."""
    contents = value.get("/Contents")
    try:
        signed = _parts(_parts(_parts(bytes(contents))[0][1])[1][1])[0][1]  # pyright: ignore
        fields = _parts(signed)
        certificates = next(content for tag, content in fields if tag == 0xA0)
        signer = _parts(_parts(fields[-1][1])[0][1])[1][1]  # the issuer's name and the certificate's number
        issuer, number = _parts(signer)[:2]
        for _, certificate in _parts(certificates):
            facts = [part for part in _parts(_parts(certificate)[0][1]) if part[0] != 0xA0]
            if (facts[2], facts[0]) == (issuer, number):
                return _common_name(facts[4][1])
    except (IndexError, StopIteration, ValueError, TypeError):
        pass
    return ""


def _parts(content: bytes) -> list[tuple[int, bytes]]:
    """The elements in a piece of DER: tag and content of each. Raises ValueError for what is not DER."""
    parts: list[tuple[int, bytes]] = []
    at = 0
    while at + 2 <= len(content):
        tag, length = content[at], content[at + 1]
        at += 2
        if length > 0x84 or length == 0x80:
            raise ValueError("no definite length")
        if length > 0x80:
            size = length - 0x80
            length, at = int.from_bytes(content[at : at + size]), at + size
        parts.append((tag, content[at : at + length]))
        at += length
        if tag == 0:  # a signature's room is filled up with zeros
            break
    return parts


def _common_name(subject: bytes) -> str:
    for _, names in _parts(subject):
        for _, pair in _parts(names):
            kind, text = _parts(pair)[:2]
            if kind[1] == COMMON_NAME:
                return text[1].decode(TEXT_TAGS.get(text[0], "utf-8"), "replace")
    return ""
