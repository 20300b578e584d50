"""Reads and draws files of every kind. These functions run in a worker: what they open comes from outside."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from core.errors import UserError
from core.reading import media
from core.reading.archives import read_archive
from core.reading.description import Description
from core.reading.images import picture_of_image, read_image
from core.reading.legacy import mend, mend_lines
from core.reading.letterhead import Described, describe
from core.reading.lines import MOST_CHARACTERS, Contents, Unreadable
from core.reading.mail import read_email
from core.reading.ole import read_doc, read_ppt
from core.reading.pdf import picture_of_pdf, read_pdf
from core.reading.plain import read_html, read_text
from core.reading.quality import is_noise
from core.reading.reading import Reading
from core.reading.rtf import read_rtf
from core.reading.sheets import read_sheets
from core.reading.slides import read_open_document, read_slides
from core.reading.sources import Sources, source
from core.reading.word import read_word

_READERS: dict[str, Callable[[Path], Contents]] = {
    media.PDF: read_pdf,
    media.DOC: read_doc,
    media.PPT: read_ppt,
    media.RTF: read_rtf,
    media.ODT: read_open_document,
    media.ODP: read_open_document,
    media.TEXT: read_text,
    media.CSV: read_text,
    media.HTML: read_html,
    media.EMAIL: read_email,
    media.OUTLOOK: read_email,
    media.ZIP: read_archive,
    **dict.fromkeys(media.WORD, read_word),
    **dict.fromkeys(media.SHEETS, read_sheets),
    **dict.fromkeys(media.SLIDES, read_slides),
    **dict.fromkeys(media.IMAGES, read_image),
}
_NO_READER = {media.EMPTY: "empty", media.ENCRYPTED_OFFICE: "encrypted", media.OLE: "damaged"}


def read_file(path: Path, name: str, media_type: str) -> Reading:
    """What a file holds; one that cannot be read gives a Reading that says why."""
    lies = ("extension_lies",) if media.extension_lies(media_type, name) else ()
    read = _READERS.get(media_type)
    if not read:
        return Reading(media_type, problems=(_NO_READER.get(media_type, "not_supported"), *lies))
    try:
        contents = read(path)
    except Unreadable as error:
        return Reading(media_type, pages=error.pages, problems=(error.problem, *lies))
    return _reading(media_type, contents, lies)


def _reading(media_type: str, contents: Contents, lies: tuple[str, ...]) -> Reading:
    if len(contents.text) > MOST_CHARACTERS:
        contents.text = contents.text[:MOST_CHARACTERS]
        contents.problems.append("cut_short")
    text = mend(contents.text)
    mended = mend_lines([line.text for line in contents.lines])
    lines = [replace(line, text=text) for line, text in zip(contents.lines, mended, strict=True)]
    if media_type == media.PDF and is_noise(text):
        contents.problems.append("text_layer_broken")
        text, lines = "", []
        contents.scanned = list(range(contents.pages or 0))
    description, sources = describe(lines, text)
    if 0 in contents.scanned:  # its letterhead has to be recognised; other documents may follow
        description, sources = _signed(description, sources)
    if contents.taken_on:
        # Not the day of issue: a photo of a letter has that one, too.
        description = replace(description, note=f"Ảnh chụp ngày {contents.taken_on:%d/%m/%Y}")
        sources = {**sources, "note": source("camera")}
    return Reading(
        media_type,
        pages=contents.pages,
        text=text,
        text_source=contents.text_source if text.strip() else "none",
        description=description,
        problems=(*dict.fromkeys(contents.problems), *lies),
        signatures=tuple(contents.signatures),
        scanned=tuple(contents.scanned),
        sources=sources,
    )


def _signed(description: Description, sources: Sources) -> Described:
    kept = {name: one for name, one in sources.items() if name in ("signer", "signer_post")}
    return Described(Description(signer=description.signer, signer_post=description.signer_post), kept)


def draw_page(path: Path, media_type: str, page: int, width: int, file_format: str) -> bytes:
    """A picture of a page (from 0), `width` pixels wide unless that makes it endlessly high.

    Raises UserError("no_preview", reason) with a problem code or "page_unknown".
    """
    try:
        if media_type == media.PDF:
            image = picture_of_pdf(path, page, width)
        elif media_type in media.IMAGES:
            image = picture_of_image(path, page, width)
        else:
            raise Unreadable("not_supported")
    except Unreadable as error:
        raise UserError("no_preview", reason=error.problem, path=str(path)) from error
    picture = BytesIO()
    image.save(picture, file_format, quality=85)
    return picture.getvalue()
