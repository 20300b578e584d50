"""Files that only a password opens."""

import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import pikepdf
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB
from msoffcrypto.format.ooxml import OOXMLFile

Revision = Literal[3, 4, 6]


def lock_pdf(source: Path, target: Path, password: str, revision: Revision = 6) -> Path:
    with pikepdf.open(source) as pdf:
        settings = pikepdf.Encryption(
            owner=password, user=password, R=revision, aes=revision > 3, metadata=revision > 3
        )
        pdf.save(target, encryption=settings)
    return target


def lock_office(save: Callable[[io.BytesIO], object], target: Path, password: str) -> Path:
    """A docx, xlsx or pptx as Office encrypts it; `save` writes it open."""
    plain = io.BytesIO()
    save(plain)
    with target.open("wb") as stream:
        OOXMLFile(plain).encrypt(password, stream)
    return target


def lock_zip(entries: Mapping[str, bytes], target: Path, password: bytes, *, aes: bool = False) -> Path:
    """A zip with a password, as ZipCrypto (PKWARE's APPNOTE 6.1) or as WinZip's AES of 256 bits does it."""
    seal = _aes_sealed if aes else _crypto_sealed
    with target.open("wb") as stream:
        directory: list[bytes] = []
        for name, content in entries.items():
            packer = zlib.compressobj(wbits=-15)
            crc = zlib.crc32(content)
            sealed = seal(packer.compress(content) + packer.flush(), password, crc)
            extra = struct.pack("<HHHHBH", 0x9901, 7, 1, 0x4541, 3, zipfile.ZIP_DEFLATED) if aes else b""
            method = 99 if aes else zipfile.ZIP_DEFLATED
            sizes = len(sealed), len(content), len(name.encode()), len(extra)
            about = struct.pack("<HHHHHIIIHH", 51, 0x801, method, 0, 0x21, crc, *sizes)
            place = stream.tell()
            stream.write(b"PK\x03\x04" + about + name.encode() + extra + sealed)
            about += struct.pack("<HHHII", 0, 0, 0, 0, place)
            directory.append(b"PK\x01\x02\x3f\x00" + about + name.encode() + extra)
        place, size = stream.tell(), sum(map(len, directory))
        end = struct.pack("<HHHHIIH", 0, 0, *[len(entries)] * 2, size, place, 0)
        stream.write(b"".join(directory) + b"PK\x05\x06" + end)
    return target


def _crypto_sealed(content: bytes, password: bytes, crc: int) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]

    def step(crc: int, byte: int) -> int:
        return zlib.crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def update(byte: int) -> None:
        keys[0] = step(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = step(keys[2], keys[1] >> 24)

    for byte in password:
        update(byte)
    sealed = bytearray()
    for byte in bytes(11) + bytes([crc >> 24]) + content:
        mix = (keys[2] & 0xFFFF) | 2
        sealed.append(byte ^ ((mix * (mix ^ 1)) >> 8 & 0xFF))
        update(byte)
    return bytes(sealed)


def _aes_sealed(content: bytes, password: bytes, _crc: int) -> bytes:
    salt = bytes(range(16))
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, 1000, 66)
    cipher = Cipher(AES(keys[:32]), ECB()).encryptor()
    sealed = bytearray()
    for number, start in enumerate(range(0, len(content), 16), 1):
        stream = cipher.update(number.to_bytes(16, "little"))
        sealed += bytes(one ^ two for one, two in zip(content[start : start + 16], stream, strict=False))
    return salt + keys[64:] + bytes(sealed) + hmac.new(keys[32:64], sealed, "sha1").digest()[:10]
