"""Which kinds of files are printed as pages, and which may travel inside the PDF."""

from typing import Literal

from core.dossier.office import Program
from core.library.records import Document
from core.reading import media
from core.reading.media import IMAGES

# What is attached: kinds that hold no program, under names that the viewer opens with the right one.
ATTACHABLE = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-powerpoint": ".ppt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/heic": ".heic",
    "image/heif": ".heif",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
MACROS = "has_macros"  # a problem code of reading


Kind = Literal["pdf", "photo", "text", "html", "mail", "office"]
TEXTS: dict[str, Kind] = {
    media.TEXT: "text",
    media.CSV: "text",
    media.HTML: "html",
    media.EMAIL: "mail",
    media.OUTLOOK: "mail",
}
# The ending under which an office program takes a file, and which of them it is for.
OFFICE: dict[str, tuple[str, Program]] = {
    media.DOC: (".doc", "word"),
    media.DOCX: (".docx", "word"),
    media.DOTX: (".dotx", "word"),
    media.DOCM: (".docm", "word"),
    media.DOTM: (".dotm", "word"),
    media.RTF: (".rtf", "word"),
    media.ODT: (".odt", "word"),
    media.XLS: (".xls", "excel"),
    media.XLSX: (".xlsx", "excel"),
    media.XLTX: (".xltx", "excel"),
    media.XLSM: (".xlsm", "excel"),
    media.XLSB: (".xlsb", "excel"),
    media.ODS: (".ods", "excel"),
    media.PPT: (".ppt", "powerpoint"),
    media.PPTX: (".pptx", "powerpoint"),
    media.PPSX: (".ppsx", "powerpoint"),
    media.POTX: (".potx", "powerpoint"),
    media.PPTM: (".pptm", "powerpoint"),
    media.PPSM: (".ppsm", "powerpoint"),
    media.ODP: (".odp", "powerpoint"),
}


def page_kind(media_type: str, has_office: bool) -> Kind | None:
    """How pages are made of a file; None where they are not."""
    if media_type in IMAGES:
        return "photo"
    if media_type in OFFICE:
        return "office" if has_office else None
    return "pdf" if media_type == media.PDF else TEXTS.get(media_type)


def attachable(document: Document) -> str | None:
    """The ending under which a viewer opens it with the right program; None for what may hold a program itself."""
    return None if MACROS in document.problems else ATTACHABLE.get(document.media_type)
