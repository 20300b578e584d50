"""OpenDocument files with a password: an open copy. Runs in a worker.

OpenDocument 1.3, part 2, 3.4 (PBKDF2 with AES or, before 1.2, Blowfish), and what LibreOffice has written since 24.2:
the whole package in one entry, with Argon2id and AES-GCM.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import hashlib
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from lxml import etree  # pyright: ignore

from core.reading.archives import BROKEN, Limits
from core.reading.lines import Unreadable
from core.reading.packages import Element, Package, local, open_package

MANIFEST = "META-INF/manifest.xml"
WHOLE = "encrypted-package"
CHECKED = 1024  # bytes at the beginning, compressed, that tell a wrong password
NONCE = 12
# What a hostile file may ask for: LibreOffice asks for 100,000 rounds, or for 3 rounds over 64 MB.
MOST_ROUNDS, MOST_PASSES, MOST_KB = 10_000_000, 20, 1 << 19


class _Wrong(Exception):  # noqa: N818 - it is no error
    """The password does not fit."""


def is_locked(package: Package) -> bool:
    return next(_locked(package.xml(MANIFEST)), None) is not None


def is_locked_open_document(path: Path) -> bool:
    try:
        with open_package(path) as package:
            return is_locked(package)
    except Unreadable:
        return False


def unlock_open_document(path: Path, password: bytes, target: Path) -> bool:
    """Write the file to `target` as it is without its password; False where that does not fit.

    Raises Unreadable: "damaged", "not_supported", "too_large".
    """
    try:
        with open_package(path) as package, zipfile.ZipFile(path) as source:
            manifest = package.xml(MANIFEST)
            if sum(info.file_size for info in source.infolist()) > Limits().single:
                raise Unreadable("too_large")
            locked = {_of(entry, "full-path"): entry for entry in _locked(manifest)}
            if WHOLE in locked:
                target.write_bytes(_opened(source.read(WHOLE), locked[WHOLE], password))
                return True
            _write_open(source, target, manifest, locked, password)
    except _Wrong:
        return False
    except (*BROKEN, LookupError, ValueError, OSError) as error:
        raise Unreadable("damaged") from error
    return True


def _write_open(
    source: zipfile.ZipFile, target: Path, manifest: Element, locked: dict[str, Element], password: bytes
) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as plain:
        for info in source.infolist():
            data = source.read(info)
            if info.filename in locked:
                data = _opened(data, locked[info.filename], password)
            if info.filename != MANIFEST:
                plain.writestr(info.filename, data, zipfile.ZIP_STORED if info.filename == "mimetype" else None)
        for entry in locked.values():
            entry.remove(next(part for part in entry if local(part) == "encryption-data"))
        plain.writestr(MANIFEST, etree.tostring(manifest, xml_declaration=True, encoding="UTF-8"))


def _locked(manifest: Element | None) -> Iterator[Element]:
    for entry in manifest if manifest is not None else ():
        if any(local(part) == "encryption-data" for part in entry):
            yield entry


def _of(element: Element, name: str, otherwise: str = "") -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), otherwise)


def _opened(data: bytes, entry: Element, password: bytes) -> bytes:
    """The content of an entry, decrypted and unpacked."""
    about = next(part for part in entry if local(part) == "encryption-data")
    parts = {local(part): part for part in about}
    algorithm, generation = parts["algorithm"], parts.get("start-key-generation", about)
    start = "sha256" if "sha256" in _of(generation, "start-key-generation-name") else "sha1"
    key = _key(hashlib.new(start, password).digest(), parts["key-derivation"])
    iv = b64decode(_of(algorithm, "initialisation-vector"))
    packed = _decrypted(data, key, _of(algorithm, "algorithm-name").lower(), iv)
    if checksum := _of(about, "checksum"):
        kind = "sha256" if "sha256" in _of(about, "checksum-type").lower() else "sha1"
        if hashlib.new(kind, packed[:CHECKED]).digest() != b64decode(checksum):
            raise _Wrong
    if packed.startswith(b"PK"):
        return packed
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    plain = unpacker.decompress(packed, Limits().single)
    if unpacker.unconsumed_tail:
        raise Unreadable("too_large")
    return plain


def _key(start: bytes, derivation: Element) -> bytes:
    salt, size = b64decode(_of(derivation, "salt")), int(_of(derivation, "key-size", "16"))
    if _of(derivation, "key-derivation-name").endswith("argon2id"):
        passes, memory, lanes = (int(_of(derivation, f"argon2-{name}")) for name in ("iterations", "memory", "lanes"))
        if passes > MOST_PASSES or memory > MOST_KB:
            raise Unreadable("not_supported")
        return Argon2id(salt=salt, length=size, iterations=passes, lanes=lanes, memory_cost=memory).derive(start)
    rounds = int(_of(derivation, "iteration-count"))
    if rounds > MOST_ROUNDS:
        raise Unreadable("not_supported")
    return hashlib.pbkdf2_hmac("sha1", start, salt, rounds, size)


def _decrypted(data: bytes, key: bytes, algorithm: str, iv: bytes) -> bytes:
    if algorithm.endswith("-gcm"):
        for nonce, sealed in ((data[:NONCE], data[NONCE:]), (iv, data)):
            with suppress(InvalidTag):
                return AESGCM(key).decrypt(nonce, sealed, None)
        raise _Wrong
    if algorithm.endswith("-cbc"):
        plain = Cipher(AES(key), CBC(iv)).decryptor().update(data)
        return plain[: -plain[-1]]  # W3C XML Encryption 5.2: the last byte tells how many were added
    if "blowfish" in algorithm:
        return Cipher(Blowfish(key), CFB(iv)).decryptor().update(data)
    raise Unreadable("not_supported")
