"""Zip archives with a password: an open copy. Runs in a worker.

ZipCrypto is PKWARE's own (APPNOTE 6.1), AES as WinZip, 7-Zip and WinRAR write it:
https://www.winzip.com/en/support/aes-encryption/
"""

import hashlib
import hmac
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from core.files import BLOCK
from core.reading.archives import BROKEN, ENCRYPTED, Limits, decoded
from core.reading.lines import Unreadable

_AES_METHOD, _AES_EXTRA = 99, 0x9901
_KEY_BYTES = {1: 16, 2: 24, 3: 32}
_ROUNDS, _CHECK, _CODE = 1000, 2, 10  # of PBKDF2; bytes that tell a wrong password, and of the code at the end
_AES_BLOCK = 16


class _Wrong(Exception):  # noqa: N818 - it is no error
    """The password does not fit."""


def unlock_archive(path: Path, password: bytes, target: Path) -> bool:
    """Write the archive to `target` as it is without its password; False where that does not fit.

    Raises Unreadable: "damaged", "not_supported", "too_large".
    """
    try:
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as plain:
            infos = source.infolist()
            if sum(info.file_size for info in infos) > Limits().total:
                raise Unreadable("too_large")
            # The smallest tells first whether it is worth while to go on.
            for info in sorted(infos, key=lambda one: (not one.flag_bits & ENCRYPTED, one.file_size)):
                copy = zipfile.ZipInfo(decoded(info), info.date_time)
                copy.compress_type, copy.external_attr = zipfile.ZIP_DEFLATED, info.external_attr
                with plain.open(copy, "w") as stream:
                    for block in _blocks(source, info, password):
                        stream.write(block)
    except _Wrong:
        return False
    except NotImplementedError as error:
        raise Unreadable("not_supported") from error
    except (*BROKEN, struct.error, KeyError, OSError) as error:
        raise Unreadable("damaged") from error
    return True


def _blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, password: bytes) -> Iterator[bytes]:
    if info.flag_bits & ENCRYPTED and info.compress_type == _AES_METHOD:
        yield from _aes_blocks(archive, info, password)
        return
    try:
        with archive.open(info, pwd=password) as stream:
            while block := stream.read(BLOCK):
                yield block
    except (RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        # One wrong password in 256 passes the test of its one byte; then the sum or the unpacking fails.
        if info.flag_bits & ENCRYPTED and not isinstance(error, NotImplementedError):
            raise _Wrong from error
        raise


def _aes_blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, password: bytes) -> Iterator[bytes]:
    strength, method = _aes_extra(info.extra)
    size = _KEY_BYTES[strength]
    raw = archive.fp
    assert raw
    raw.seek(info.header_offset)
    name, extra = struct.unpack_from("<26xHH", raw.read(30))
    raw.seek(name + extra, 1)
    salt, check = raw.read(size // 2), raw.read(_CHECK)
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + _CHECK)
    if keys[2 * size :] != check:
        raise _Wrong
    code = hmac.new(keys[size : 2 * size], digestmod="sha1")
    packed = _decrypted(raw, info.compress_size - size // 2 - _CHECK - _CODE, keys[:size], code)
    left = info.file_size
    for block in _inflated(packed, method):
        left -= len(block)
        if left < 0:
            raise zipfile.BadZipFile("it goes on beyond what it states")
        yield block
    if code.digest()[:_CODE] != raw.read(_CODE):
        raise zipfile.BadZipFile("the code at the end does not fit")


def _aes_extra(extra: bytes) -> tuple[int, int]:
    """Strength of the key, and how the entry was compressed before it was encrypted."""
    while extra:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == _AES_EXTRA:
            strength, method = struct.unpack_from("<4xBH", extra, 4)
            return strength, method
        extra = extra[4 + length :]
    raise zipfile.BadZipFile("nothing tells the key")


def _decrypted(raw: IO[bytes], left: int, key: bytes, code: hmac.HMAC) -> Iterator[bytes]:
    """AES in counter mode; the counter is little-endian and begins with 1, which no library offers."""
    cipher = Cipher(AES(key), ECB()).encryptor()
    counter = 1
    while left > 0 and (block := raw.read(min(left, BLOCK))):
        left -= len(block)
        code.update(block)
        numbers = range(counter, counter - (-len(block) // _AES_BLOCK))
        stream = cipher.update(b"".join(number.to_bytes(_AES_BLOCK, "little") for number in numbers))
        counter = numbers.stop
        mixed = int.from_bytes(block, "little") ^ int.from_bytes(stream[: len(block)], "little")
        yield mixed.to_bytes(len(block), "little")


def _inflated(packed: Iterator[bytes], method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from packed
        return
    if method != zipfile.ZIP_DEFLATED:
        raise Unreadable("not_supported")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for block in packed:
        while block:
            yield unpacker.decompress(block, BLOCK)
            block = unpacker.unconsumed_tail
    yield unpacker.flush()
