"""Files that only a password opens: PDF, zip, OpenDocument, and Office of every age. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msoffcrypto
import pikepdf
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from core.errors import UserError
from core.files import FULL
from core.reading import media
from core.reading.lines import Unreadable
from core.reading.locked_archives import unlock_archive
from core.reading.locked_open_documents import unlock_open_document

# Excel encrypts what is only protected against changes with this one, and opens it without asking ([MS-OFFCRYPTO]
# 2.3.7.3 and 2.3.7.4).
EXCEL_OWN = "VelvetSweatshop"


def unlock_file(path: Path, passwords: Sequence[str], target: Path) -> str | None:
    """Write to `target` what the first fitting password opens, and return that password; None where none fits.

    Each is tried as it was typed, and with its Vietnamese letters put together in the other ways that keyboards do.
    Raises UserError("cannot_unlock", reason): "not_supported" for what is none of these, "damaged", "too_large",
    "disk_full", "store_unwritable" (there is no place for `target`).
    """
    kind = media.sniff(path, "")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if kind == media.PDF:
            return next((word for word in passwords if _unlock_pdf(path, word, target)), None)
        if kind == media.ZIP:
            return next((word for word in passwords if _unlock_zip(path, word, target)), None)
        if kind in (media.ODT, media.ODS, media.ODP):
            return next((word for word in passwords if _unlock_open_document(path, word, target)), None)
        if kind in (media.ENCRYPTED_OFFICE, media.DOC, media.XLS, media.PPT):
            return next((word for word in (*passwords, EXCEL_OWN) if _unlock_office(path, word, target)), None)
        raise Unreadable("not_supported")
    except (Unreadable, OSError) as error:
        raise UserError("cannot_unlock", reason=_why(error), path=str(path)) from error


def _why(error: Unreadable | OSError) -> str:
    """A disk that takes no copy is no damage to the file; what a parser raises names no file."""
    cause = error.__cause__ if isinstance(error, Unreadable) else error
    if isinstance(cause, OSError) and cause.errno in FULL:
        return "disk_full"
    if isinstance(cause, OSError) and cause.filename:
        return "store_unwritable"
    return error.problem if isinstance(error, Unreadable) else "damaged"


def is_locked_office(path: Path) -> bool:
    """Whether an Office file asks for a password."""
    try:
        with path.open("rb") as stream:
            office: Any = msoffcrypto.OfficeFile(stream)
            return bool(office.is_encrypted())
    except Exception:  # whatever a damaged file leads its parser to
        return False


def _unlock_pdf(path: Path, password: str, target: Path) -> bool:
    for key in _bytes_of(password):
        try:
            with pikepdf.open(path, password=key, suppress_warnings=True) as document:
                document.save(target)
        except pikepdf.PasswordError:
            continue
        except (pikepdf.PdfError, ValueError, RuntimeError) as error:
            raise Unreadable("damaged") from error
        return True
    return False


def _unlock_zip(path: Path, password: str, target: Path) -> bool:
    return any(unlock_archive(path, key, target) for key in _bytes_of(password))


def _unlock_open_document(path: Path, password: str, target: Path) -> bool:
    return any(unlock_open_document(path, key, target) for key in _bytes_of(password))


def _bytes_of(password: str) -> Iterable[bytes]:
    """Newer PDFs take UTF-8, older ones whatever the program made of it (ISO 32000-2, 7.6.4.3)."""
    keys: list[bytes] = []
    for encoding in ("utf-8", "cp1258", "latin-1"):
        for word in _spellings(password):
            with suppress(UnicodeEncodeError):
                keys.append(word.encode(encoding))
    return dict.fromkeys(keys)


def _spellings(password: str) -> Iterable[str]:
    return dict.fromkeys([password, unicodedata.normalize("NFC", password), unicodedata.normalize("NFD", password)])


def _unlock_office(path: Path, password: str, target: Path) -> bool:
    for word in _spellings(password):
        try:
            with path.open("rb") as stream, target.open("wb") as plain:
                office: Any = msoffcrypto.OfficeFile(stream)
                office.load_key(password=word)
                office.decrypt(plain)
        except InvalidKeyError:
            continue
        except DecryptionError as error:
            raise Unreadable("not_supported") from error
        except (FileFormatError, ParseError) as error:
            raise Unreadable("damaged") from error
        return True
    return False
