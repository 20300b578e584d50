"""PDF: text with form and signature appearances, lines, page count, signatures. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from core.reading.layout import page_lines
from core.reading.legacy import mend
from core.reading.lines import Contents, Unreadable
from core.reading.reading import LOW_RESOLUTION
from core.reading.resolution import is_coarse
from core.text import fold

HEAD_PAGES = 3
# A page that holds this may hold the signature block, or its beginning.
_SIGNATURE = re.compile(r"noi nhan|\b(?:tm|kt|tl|tuq)\. ?[a-z]")
FEWEST_LETTERS = 40  # fewer than these over a picture are a stamp or a page number on a scan
PICTURE = 0.6  # of a page: larger pictures are scans
MOST_FIELDS = 5000
MOST_PIXELS = 10_000  # of a picture's longer side

logging.getLogger("pikepdf").setLevel(logging.ERROR)


def read_pdf(path: Path) -> Contents:
    """Raises Unreadable: "encrypted", "damaged"."""
    contents = Contents()
    document = open_pdf(path, contents.problems)
    try:
        contents.pages = len(document)
        contents.signatures = _signatures(path)
        _read_pages(document, contents)
    finally:
        document.close()
    return contents


def open_pdf(path: Path, problems: list[str]) -> pdfium.PdfDocument:
    """The document ready for reading and drawing; what pdfium does not take is mended by qpdf in memory.

    Adds "repaired" to `problems` where the file is not whole. Raises Unreadable: "encrypted", "damaged".
    """
    whole = _is_whole(path)
    try:
        document = pdfium.PdfDocument(path)
        if len(document) == 0:
            document.close()
            raise Unreadable("damaged", 0)
        if not whole:
            problems.append("repaired")
    except pdfium.PdfiumError:
        document, mended = _mended(path)
        if mended:
            problems.append("repaired")
    document.init_forms()
    return document


def _is_whole(path: Path) -> bool:
    """Whether qpdf finds the file's table of contents and pages without having to search for them."""
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as document:
            return len(document.pages) > 0
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError) as error:
        return isinstance(error, pikepdf.PasswordError)


def _mended(path: Path) -> tuple[pdfium.PdfDocument, bool]:
    """What qpdf makes of a file that pdfium does not open, and whether it was damaged (and not only encrypted)."""
    buffer = io.BytesIO()
    try:
        with pikepdf.open(path, suppress_warnings=True) as source:
            if not source.pages:
                raise Unreadable("damaged", 0)
            encrypted = source.is_encrypted
            source.save(buffer)
        document = pdfium.PdfDocument(buffer.getvalue())
    except pikepdf.PasswordError as error:
        raise Unreadable("encrypted") from error
    except (pikepdf.PdfError, pdfium.PdfiumError, ValueError, RuntimeError) as error:
        raise Unreadable("damaged") from error
    return document, not encrypted


def flattened(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """A page with its forms, stamps and signature appearances drawn into it, in memory."""
    page = document[number]
    if raw.FPDFPage_GetAnnotCount(page) == 0:
        return page
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number]


def picture_of_pdf(path: Path, number: int, width: int) -> Image.Image:
    """A page as it prints. Raises Unreadable: "encrypted", "damaged", "page_unknown"."""
    document = open_pdf(path, [])
    try:
        if not 0 <= number < len(document):
            raise Unreadable("page_unknown")
        page = flattened(document, number)
        size = page.get_size()
        if not all(size):
            raise Unreadable("damaged")
        scale = min(width / size[0], MOST_PIXELS / max(size))
        return page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    except pdfium.PdfiumError as error:
        raise Unreadable("damaged") from error
    finally:
        document.close()


def _read_pages(document: pdfium.PdfDocument, contents: Contents) -> None:
    texts: list[str] = []
    unread = 0
    after_signature = coarse = hidden = False
    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
            hidden = hidden or (number == 0 and _is_hidden(page))
            if (hidden and number == 0) or _is_scanned(page, textpage):
                contents.scanned.append(number)
                coarse = coarse or is_coarse(page)
            printed: set[str] | None = None  # the lines without what stands in forms and signatures
            if raw.FPDFPage_GetAnnotCount(page) > 0:
                if number < HEAD_PAGES:
                    printed = {line.text for line in page_lines(page, textpage, number)}
                textpage.close()
                page.close()
                page = flattened(document, number)
                textpage = page.get_textpage()
        except pdfium.PdfiumError:
            unread += 1
            texts.append("")
            continue
        text = textpage.get_text_range().replace("\r\n", "\n").replace("\ufffe", "").replace("\f", "\n")
        signed = bool(_SIGNATURE.search(fold(mend(text))))
        if number < HEAD_PAGES or signed or after_signature or number == len(document) - 1:
            lines = page_lines(page, textpage, number)
            if printed is not None:
                lines = [line if line.text in printed else replace(line, means="field") for line in lines]
            if hidden:  # right or wrong: what counts on the first page is recognised again
                lines = [replace(line, means="recognised") for line in lines if number > 0]
            contents.lines += lines
        after_signature = signed
        texts.append(text)
        textpage.close()
        page.close()
    if unread:
        contents.problems.append("pages_unreadable")
    if coarse:
        contents.problems.append(LOW_RESOLUTION)
    if len(contents.scanned) + unread == len(document) and not hidden:
        contents.text_source, contents.lines = "none", []
    else:
        contents.text = "\f".join(texts)


def _is_scanned(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> bool:
    """Whether a page is a picture, or shows letters that are drawn as curves; forms and signatures do not count."""
    letters = textpage.count_chars()
    if letters >= FEWEST_LETTERS:
        return False
    shown = [raw.FPDF_PAGEOBJ_IMAGE] if letters else None
    return next(page.get_objects(filter=shown, max_depth=3), None) is not None


def _is_hidden(page: pdfium.PdfPage) -> bool:
    """Whether a page's text is not what one sees of it: a scanner's program recognised it and put it without ink over
    the picture, or below it.
    """
    whole = page.get_width() * page.get_height()
    seen = hidden = 0
    covered = 0.0
    for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        if isinstance(shown, pdfium.PdfImage):
            left, bottom, right, top = shown.get_bounds()
            covered += 0.0 if raw.FPDFPageObj_HasTransparency(shown) else (right - left) * (top - bottom)
            if covered > PICTURE * whole:
                hidden, seen = hidden + seen, 0
        elif raw.FPDFTextObj_GetTextRenderMode(shown) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            hidden += 1
        else:
            seen += 1
    return hidden > seen


def _signatures(path: Path) -> list[dict[str, str]]:
    """What the filled signature fields say of themselves."""
    try:
        with pikepdf.open(path, suppress_warnings=True) as document:
            keys = {"name": "/Name", "at": "/M", "reason": "/Reason", "location": "/Location"}
            values = signature_values(document)
            return [{name: str(value[key]) for name, key in keys.items() if key in value} for value in values]
    except Exception:  # a form may be broken in any way; that costs the list, not the text
        return []


def signature_values(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """What the filled signature fields hold."""
    form = pdf.Root.get("/AcroForm")
    fields: list[Any] = list(form.get("/Fields", [])) if isinstance(form, pikepdf.Dictionary) else []
    for _ in range(MOST_FIELDS):
        if not fields:
            break
        field = fields.pop(0)
        if not isinstance(field, pikepdf.Dictionary):
            continue
        value = field.get("/V")
        if field.get("/FT") == pikepdf.Name.Sig and isinstance(value, pikepdf.Dictionary):
            yield value
        kids = field.get("/Kids")
        fields += list(kids) if isinstance(kids, pikepdf.Array) else []
