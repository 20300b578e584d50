"""Damages files and names, the same for the same seed."""

import io
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from pathlib import PurePath
from random import Random

from tests.hostile.seeds import Seed

BLOCK = 512
# What parsers count with: signs that turn, sizes that overflow.
EVIL = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x80\x00\x00\x00")
MAGICS = (b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xd8\xff\xe1", b"{\\rtf1", b"MZ\x90")
MAGICS += (
    b"II*\x00\x08\x00\x00\x00",
    b"\x89PNG\r\n\x1a\n",
    b"\x00\x00\x00\x18ftypheic",
    b"\xef\xbb\xbf",
    b"RIFF\xff\xff",
)
SUFFIXES = [
    "pdf",
    "doc",
    "docx",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
    "odt",
    "ods",
    "odp",
    "rtf",
    "txt",
    "csv",
    "eml",
    "msg",
    "html",
    "zip",
    "jpg",
    "png",
    "tiff",
    "heic",
    "bmp",
    "bin",
]
LOCAL, CENTRAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
PDF_WORDS = ((b"/Kids", b"/Kidz"), (b"/Length", b"/Lengthx"), (b"endobj", b"endobx"), (b"xref", b"xxxx"))
PDF_WORDS += ((b"/Parent", b"/Kids  "), (b" 0 R", b" 1 R"), (b"/Count 3", b"/Count -9"), (b"/Page", b"/Pages"))

Mutation = Callable[[Random, bytes, Sequence[Seed]], bytes]


def damaged(random: Random, seeds: Sequence[Seed]) -> Seed:
    """One of them with one to four kinds of damage, under a name that is odd now and then."""
    seed = random.choice(seeds)
    content = seed.content
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        content = random.choice(MUTATIONS)(random, content, seeds)
    return Seed(odd_name(random, seed.name) if random.random() < 0.4 else seed.name, content)


def _flip(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 20))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _truncate(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _behead(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    return data[random.randrange(min(len(data), BLOCK) + 1) :]


def _zero(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    start = random.randrange(len(data) + 1)
    return data[:start] + bytes(len(data[start : start + BLOCK])) + data[start + BLOCK :]


def _repeat(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    start = random.randrange(len(data) + 1)
    chunk = data[start : start + random.randrange(1, 4 * BLOCK)]
    return data[:start] + chunk * random.choice((2, 2, 10)) + data[start:]


def _splice(random: Random, data: bytes, seeds: Sequence[Seed]) -> bytes:
    other = random.choice(seeds).content
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def _insert(random: Random, data: bytes, seeds: Sequence[Seed]) -> bytes:
    at, other = random.randrange(len(data) + 1), random.choice(seeds).content
    return data[:at] + other[: random.randrange(1, 8 * BLOCK)] + data[at:]


def _wrong_magic(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    magic = random.choice(MAGICS)
    return magic + data[random.choice((0, len(magic))) :]


def _swap_ends(random: Random, data: bytes, seeds: Sequence[Seed]) -> bytes:
    other = random.choice(seeds).content
    size = random.choice((8, 64, BLOCK))
    return random.choice((other[:size] + data[size:], data[:-size] + other[-size:], data[-size:] + data[size:-size]))


def _evil_number(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    at = random.randrange(min(len(data), random.choice((64, BLOCK, 1 << 20))) + 1)
    return data[:at] + random.choice(EVIL) + data[at + 4 :]


def _directory(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    """Damage in the parts of a zip archive that say where things are."""
    start = data.rfind(random.choice((LOCAL, CENTRAL, END)))
    if start < 0:
        return _flip(random, data, ())
    at = start + random.randrange(4, 46)
    return data[:at] + random.choice((*EVIL, b"\x00\x80", b"\x01\x00", b"../..")) + data[at + 4 :]


def _repacked(random: Random, data: bytes, seeds: Sequence[Seed]) -> bytes:
    """A part of a package damaged, with its checksum right, so that the damage gets as far as the parser."""
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
            infos = source.infolist()
            chosen = random.randrange(len(infos))
            for number, info in enumerate(infos):
                part = source.read(info)
                if number == chosen:
                    part = random.choice(WITHIN)(random, part, seeds)
                target.writestr(zipfile.ZipInfo(info.filename), part, zipfile.ZIP_DEFLATED)
    except Exception:  # no archive, or not any more
        return _flip(random, data, ())
    return packed.getvalue()


def _nested(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4))):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(random.randrange(1, 3)):
                name = random.choice((odd_name(random, "a.zip"), "../../ra ngoài.txt", f"thư mục {number}/tệp.zip"))
                info = zipfile.ZipInfo("x")
                info.filename = name.encode("utf-8", "replace").decode()
                archive.writestr(info, data, random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
        data = packed.getvalue()
    return data


def _words(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    before, after = random.choice(PDF_WORDS)
    return data.replace(before, after, random.choice((1, 2, -1)))


def _xml(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    """Elements in themselves, entities, marks that never end."""
    deep = b"<a>" * random.choice((10, 300, 5000))
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice((deep, entity, b"<![CDATA[", b"&b;&#x0;", b"\xed\xa0\x80")) + data[at:]


def _big_numbers(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    """Figures written as text, as PDF, RTF and XML have them, made huge or negative."""
    places = [at for at in range(min(len(data), 1 << 16)) if data[at : at + 1].isdigit()]
    if not places:
        return _flip(random, data, ())
    at = random.choice(places)
    return data[:at] + random.choice((b"99999999999", b"-1", b"0", b"1e99", b"4294967296")) + data[at + 1 :]


def _tiff_loop(random: Random, data: bytes, _: Sequence[Seed]) -> bytes:
    return data[:4] + struct.pack("<I", random.choice((0, 8, len(data)))) + data[8:]


WITHIN: tuple[Mutation, ...] = (_flip, _truncate, _zero, _repeat, _insert, _evil_number, _xml, _big_numbers)
MUTATIONS: tuple[Mutation, ...] = (
    *WITHIN,
    _behead,
    _splice,
    _wrong_magic,
    _swap_ends,
    _directory,
    _repacked,
    _repacked,
    _nested,
    _words,
    _tiff_loop,
)


def odd_name(random: Random, name: str) -> str:
    """A name as systems, people and attackers make them; it may be one that this system does not take."""
    path = PurePath(name)
    lying = f"{path.stem}.{random.choice(SUFFIXES)}"
    return random.choice(
        (
            lying,
            lying,
            lying,
            unicodedata.normalize("NFD", f"Quyết định số 12 về việc giao biên chế {name}"),
            path.stem * 60 + path.suffix,
            "ư" * 125 + path.suffix,
            f"{name}. . .",
            f" {name}",
            f"{random.choice(('CON', 'nul', 'COM1', 'aux', 'LPT9'))}{path.suffix}",
            f"bao\u202egpj.{path.stem}{path.suffix}",
            f"hai\ndòng\t{name}",
            f"{path.stem}\x07\x1b[31m{path.suffix}",
            f"{path.stem}'; DROP TABLE document;--{path.suffix}",
            f"%s{{0}}<b>&amp;{name}",
            f"1.2 {name}",
            f"{path.stem}\udced{path.suffix}",
            f"{path.stem}{path.suffix.upper()}",
            f"{name}:dòng khác",
            "a" * 246 + ".docx",
            path.suffix,
            f"~${name}",
            f"{name}.exe",
            "\u200b\u2066" + path.suffix + "\U0001f4c4",
        )
    )
