"""Which kinds of files are printed as pages, and which may travel inside the PDF."""

from typing import Literal

from core.library.records import Document
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


def page_kind(media_type: str) -> Literal["pdf", "photo"] | None:
    """How pages are made of a file; None where they are not."""
    return "pdf" if media_type == "application/pdf" else "photo" if media_type in IMAGES else None


def attachable(document: Document) -> str | None:
    """The ending under which a viewer opens it with the right program; None for what may hold a program itself."""
    return None if MACROS in document.problems else ATTACHABLE.get(document.media_type)
