"""The pages of any PDF, so that joining loses nothing that can be seen. Runs in the worker."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false, reportUnknownVariableType=false

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Name
from pypdfium2 import raw

from core.dossier.clean import Sheets, streams, write_clean
from core.errors import UserError

LARGEST_PAGE, SMALLEST_PAGE = 14_400, 36  # points: what Acrobat takes, and what a stamp can be read on
A4 = (595.28, 841.89)
# Around q and Q as operators; what looks like one in a string only costs a wrapping that was not needed.
BEFORE, AFTER = frozenset(b" \t\r\n\f\0])>"), frozenset(b" \t\r\n\f\0[/<(")
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError)
PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@dataclass(frozen=True)
class PdfPages:
    """How many pages there are; `reason`: the code of what is not as it should be; `twins` as of `write_clean`."""

    pages: int
    twins: dict[int, str]
    reason: str | None = None


def pdf_pages(source: Path, target: Path, password: str = "") -> PdfPages:
    """Write the pages of a PDF to `target`, clean and ready to be joined with others.

    Raises UserError "encrypted", "empty", "needs_reader"; and what the libraries raise for a file beyond repair.
    """
    try:
        return _look(source, target, password)
    except pikepdf.PasswordError as error:
        raise UserError("encrypted") from error
    except BROKEN:
        pass
    try:
        return _drawn_anew(source, target, password, flatten=None, reason="repaired")
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UserError("encrypted") from error
        raise


def _look(source: Path, target: Path, password: str) -> PdfPages:
    with pikepdf.open(source, password=password) as pdf:
        if pdf.Root.get("/NeedsRendering", False):
            raise UserError("needs_reader")
        pages = list(pdf.pages)
        if not pages:
            raise UserError("empty")
        # qpdf says so where the table of objects was lost: the end of the file may be lost with it.
        damaged = any("reconstruct" in str(warning) for warning in pdf.get_warnings())
        reason = "repaired" if damaged else "portfolio" if "/Collection" in pdf.Root else None
        flatten = [index for index, page in enumerate(pages) if _has_notes(page.obj)]
        if not flatten:
            return PdfPages(len(pages), _written(pdf, target), reason)
    return _drawn_anew(source, target, password, flatten, reason)


def _written(pdf: pikepdf.Pdf, target: Path) -> dict[int, str]:
    sheets = Sheets(pdf)
    for page in sheets.pages:
        if _is_odd(sheets, page):
            _onto_a4(sheets, page)
        elif _must_wrap(sheets, page):
            _wrap(sheets, page)
    return write_clean(sheets, target)


def _drawn_anew(
    source: Path, target: Path, password: str, flatten: Sequence[int] | None, reason: str | None
) -> PdfPages:
    """By way of pdfium, with the fields and notes of the pages `flatten` (None: of all) drawn on them."""
    merged = target.with_suffix(".merged")
    try:
        with closing(pypdfium2.PdfDocument(source, password=password or None)) as document:
            document.init_forms()
            for index in range(len(document)) if flatten is None else flatten:
                with closing(document[index]) as page:
                    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            with closing(pypdfium2.PdfDocument.new()) as new:
                new.import_pages(document)
                new.save(merged)
        with pikepdf.open(merged) as pdf:
            if not len(pdf.pages):
                raise UserError("empty")
            return PdfPages(len(pdf.pages), _written(pdf, target), reason)
    finally:
        with suppress(OSError):
            merged.unlink(missing_ok=True)


def _has_notes(page: pikepdf.Object) -> bool:
    notes = page.get("/Annots")
    if not isinstance(notes, pikepdf.Array):
        return False
    return any(isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") != Name.Link for note in notes)


def _is_odd(sheets: Sheets, page: pikepdf.Object) -> bool:
    left, bottom, right, top = sheets.look(page)[0]
    sides = right - left, top - bottom
    return max(sides) > LARGEST_PAGE or min(sides) < SMALLEST_PAGE


def _must_wrap(sheets: Sheets, page: pikepdf.Object) -> bool:
    """Whether its content may swallow a stamp that follows it, or leave it misplaced."""
    try:
        content = b"\n".join([stream.read_bytes() for stream in streams(page)])
    except pikepdf.PdfError:
        return True
    depth = 0
    for _, step in sorted([*_operators(content, b"q", 1), *_operators(content, b"Q", -1)]):
        depth += step
        if depth < 0:
            return True
    return depth != 0 or not (_seems_closed(content) or _is_closed(sheets, page))


def _operators(content: bytes, letter: bytes, step: int) -> Iterator[tuple[int, int]]:
    """Where an operator of one letter stands, each time with `step`; to find the letter first is what makes it fast."""
    at, last = content.find(letter), len(content) - 1
    while at >= 0:
        if (at == 0 or content[at - 1] in BEFORE) and (at == last or content[at + 1] in AFTER):
            yield at, step
        at = content.find(letter, at + 1)


def _seems_closed(content: bytes) -> bool:
    """Counts what opens and closes: fast, and enough for nearly every page."""
    strings = content.count(b"(") - content.count(b"\\(") == content.count(b")") - content.count(b"\\)")
    return strings and content.count(b"[") == content.count(b"]") and content.count(b"<") == content.count(b">")


def _is_closed(sheets: Sheets, page: pikepdf.Object) -> bool:
    """Reads the content as a viewer does: thorough and slow."""
    sheets.pdf.get_warnings()  # takes them away, too
    try:
        operators = [str(instruction.operator) for instruction in pikepdf.parse_content_stream(page)]
    except pikepdf.PdfError:
        return False
    return not sheets.pdf.get_warnings() and operators.count("BT") == operators.count("ET")


def _wrap(sheets: Sheets, page: pikepdf.Object) -> None:
    """Put the content into a form of its own, which leaves the page's graphics state as it was."""
    form = pikepdf.Page(page).as_form_xobject(handle_transformations=False)
    _show(sheets, page, form, b"/Whole Do")


def _onto_a4(sheets: Sheets, page: pikepdf.Object) -> None:
    """Fit a page of a size that no reader takes onto A4, upright or lying as it is."""
    (left, bottom, right, top), turn = sheets.look(page)
    form = pikepdf.Page(page).as_form_xobject()
    is_lying = (right - left > top - bottom) != (turn % 180 == 90)
    paper = pikepdf.Rectangle(0, 0, A4[is_lying], A4[not is_lying])
    whole = pikepdf.Page(page)
    page.MediaBox = paper.as_array()
    for key in ("/CropBox", "/UserUnit", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page:
            del page[key]
    page.Rotate = 0
    sheets.lay_on(page, (0, 0, paper.urx, paper.ury))
    _show(sheets, page, form, whole.calc_form_xobject_placement(form, Name.Whole, paper, allow_expand=True))


def _show(sheets: Sheets, page: pikepdf.Object, form: pikepdf.Object, content: bytes) -> None:
    page.Contents = sheets.pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Whole=form))
