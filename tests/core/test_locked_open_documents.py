"""OpenDocument files with a password, sealed in each of the ways that programs had and have."""

import hashlib
import io
import zipfile
import zlib
from base64 import b64encode
from pathlib import Path

import pytest
from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from core.errors import UserError
from core.reading import media
from core.reading.contents import read_file
from core.reading.unlocking import unlock_file

PASSWORD = "Mật khẩu trường học"
CONTENT = b'<o:document xmlns:o="urn:o" xmlns:text="urn:t"><text:p>S\xe1\xbb\x9f Y t\xe1\xba\xbf</text:p></o:document>'
SALT, IV = bytes(range(16)), bytes(range(16, 32))


def of(name: str, **values: object) -> str:
    told = "".join(f' m:{key.replace("_", "-")}="{value}"' for key, value in values.items())
    return f"<m:{name}{told}/>"


def text64(data: bytes) -> str:
    return b64encode(data).decode()


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def sealed(kind: str, plain: bytes) -> tuple[bytes, str]:
    """A part as it lies in the package, and what the manifest tells of it."""
    packed = deflated(plain)
    name = "sha1" if kind == "blowfish" else "sha256"
    start = hashlib.new(name, PASSWORD.encode()).digest()
    size = 16 if kind == "blowfish" else 32
    key = hashlib.pbkdf2_hmac("sha1", start, SALT, 1000, size)
    derivation = of("key-derivation", salt=text64(SALT), iteration_count=1000, key_size=size)
    if kind == "whole":
        key = Argon2id(salt=SALT, length=32, iterations=1, lanes=1, memory_cost=1024).derive(start)
        asked = {"argon2_iterations": 1, "argon2_memory": 1024, "argon2_lanes": 1, "key_size": 32}
        derivation = of("key-derivation", key_derivation_name="urn:x:argon2id", salt=text64(SALT), **asked)
        data, algorithm = IV[:12] + AESGCM(key).encrypt(IV[:12], packed, None), "xmlenc11#aes256-gcm"
    elif kind == "aes":
        padded = packed + bytes([*[0] * (15 - len(packed) % 16), 16 - len(packed) % 16])
        data, algorithm = Cipher(AES(key), CBC(IV)).encryptor().update(padded), "xmlenc#aes256-cbc"
    else:
        data, algorithm = Cipher(Blowfish(key), CFB(IV[:8])).encryptor().update(packed), "Blowfish CFB"
    checksum = "" if kind == "whole" else text64(hashlib.new(name, packed[:1024]).digest())
    iv = IV if kind == "aes" else IV[:8] if kind == "blowfish" else IV[:12]
    parts = of("algorithm", algorithm_name=algorithm, initialisation_vector=text64(iv)) + derivation
    parts += of("start-key-generation", start_key_generation_name=name)
    return data, f'<m:encryption-data m:checksum-type="{name}-1k" m:checksum="{checksum}">{parts}</m:encryption-data>'


def package(target: Path | io.BytesIO, part: str, content: bytes, about: str = "") -> None:
    manifest = f'<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="{part}">{about}</m:file-entry></m:manifest>'
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", media.ODT)
        archive.writestr(part, content)
        archive.writestr("META-INF/manifest.xml", manifest)


def locked(kind: str, path: Path) -> Path:
    if kind == "whole":
        inner = io.BytesIO()
        package(inner, "content.xml", CONTENT)
        package(path, "encrypted-package", *sealed(kind, inner.getvalue()))
    else:
        package(path, "content.xml", *sealed(kind, CONTENT))
    return path


@pytest.mark.parametrize("kind", ["aes", "blowfish", "whole"])
def test_an_open_document_opens_with_its_password(tmp_path: Path, kind: str) -> None:
    path, plain = locked(kind, tmp_path / "a.odt"), tmp_path / "b.odt"
    assert read_file(path, path.name, media.ODT).problems == ("encrypted",)
    assert unlock_file(path, ["sai"], plain) is None
    assert unlock_file(path, ["sai", PASSWORD], plain) == PASSWORD
    reading = read_file(plain, path.name, media.sniff(plain, path.name))
    assert (reading.text, reading.problems) == ("Sở Y tế", ())


def test_an_encrypted_table_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    path = locked("aes", tmp_path / "a.ods")
    assert read_file(path, path.name, media.ODS).problems == ("encrypted",)


@pytest.mark.parametrize(
    ("about", "reason"),
    [("", "damaged"), (of("algorithm") + of("key-derivation", salt="", iteration_count=1 << 40), "not_supported")],
)
def test_what_no_program_writes_is_refused(tmp_path: Path, about: str, reason: str) -> None:
    path = tmp_path / "a.odt"
    package(path, "content.xml", b"", f"<m:encryption-data>{about}</m:encryption-data>")
    with pytest.raises(UserError) as caught:
        unlock_file(path, [PASSWORD], tmp_path / "b.odt")
    assert caught.value.facts["reason"] == reason
