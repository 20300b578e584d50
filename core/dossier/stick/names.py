"""Names on the stick: readable, safe on Windows, and short enough to be copied anywhere."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from core.catalogue.records import Criterion
from core.dossier.kinds import ATTACHABLE
from core.dossier.outline import Outline
from core.dossier.records import PrintedFile
from core.dossier.sheets.matter import document_name
from core.files import free_name, safe_name
from core.library.records import Document
from core.text import squeeze

INDEX = "index.html"
DOSSIER = "ho-so.pdf"
LIST = "danh-muc-minh-chung.xlsx"
SUMS = "SHA256SUMS.txt"
ORIGINALS = "minh-chung"
# In UTF-16 units, as Windows counts: with ORIGINALS below 160, which leaves 100 of its 260 for where the stick lies.
FOLDER_ROOM, FILE_ROOM = 50, 95
MEANT_IN_LINKS = re.compile(r"#|%(?=[0-9A-Fa-f]{2})")  # and not every program escapes them
SAME = ({".jpg", ".jpeg"}, {".tif", ".tiff"}, {".heic", ".heif"}, {".txt", ".csv", ".md", ".log"})


def dossier_names(files: Sequence[PrintedFile]) -> tuple[str, ...]:
    """Volumes keep their names, for they lead to each other by them."""
    return (DOSSIER,) if len(files) == 1 else tuple(file.path.name for file in files)


def homes_of(outline: Outline) -> dict[str, Criterion]:
    """By document: the criterion in whose folder it lies, where it is printed, or else the first that cites it."""
    homes = dict(outline.homes)
    for section in outline.sections:
        for proof in section.proofs:
            homes.setdefault(proof.document_id, section.criterion)
    return homes


def layout(outline: Outline, documents: Mapping[str, Document]) -> dict[str, str]:
    """By document: the name of its original."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for document_id, home in homes_of(outline).items():
        document = documents[document_id]
        name = f"{folder_of(home)}/{_file_name(outline.codes[document_id], document)}"
        names[document_id] = free_name(name, taken)
    return names


def folder_of(criterion: Criterion) -> str:
    return f"{ORIGINALS}/{fitted(f'{criterion.code} {criterion.title}', FOLDER_ROOM)}"


def pointer_name(criterion: Criterion, code: str, words: str) -> str:
    """Of the page that stands in a criterion's folder for a document that lies in another's."""
    return f"{folder_of(criterion)}/{fitted(f'{code} {words}', FILE_ROOM, '.html')}"


def fitted(words: str, room: int, suffix: str = "") -> str:
    """A file name of at most `room` units, cut behind a word where that costs little."""
    words = MEANT_IN_LINKS.sub("_", squeeze(words).replace("/", "-"))
    if _units(words) > room - _units(suffix):
        words = _cut(words, room - _units(suffix) - 1).rstrip(" ,;.-") + "…"
    return safe_name(words) + suffix


def _file_name(code: str, document: Document) -> str:
    name = document_name(document)
    suffix = _suffix(document)
    stem = PurePath(name).stem if name == document.name else name
    symbol = document.description.symbol
    words = stem if not symbol or name == document.name else f"{symbol} {stem}"
    return fitted(f"{code} {words}", FILE_ROOM, suffix)


def _suffix(document: Document) -> str:
    """The ending that it came with, unless the content is known to be of another kind."""
    own = PurePath(document.name).suffix.lower()
    right = ATTACHABLE.get(document.media_type)
    if right is None or own == right or any({own, right} <= same for same in SAME):
        return own
    return right


def _cut(words: str, room: int) -> str:
    while _units(words) > room:
        words = words[:-1]
    whole, blank, _ = words.rpartition(" ")
    return whole if blank and len(whole) > room * 2 // 3 else words


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
