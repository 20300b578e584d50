"""The pages of any PDF, so that merging loses nothing that can be seen. Runs in the worker."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false, reportUnknownVariableType=false

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Name
from pypdfium2 import raw

from core.errors import UserError

LARGEST_PAGE, SMALLEST_PAGE = 14_400, 36  # points: what Acrobat takes, and what a stamp can be read on
A4 = (595.28, 841.89)
# q and Q as operators; what looks like one in a string only costs a wrapping that was not needed.
STATE_OPERATORS = re.compile(rb"[qQ](?<![^\s\]>)][qQ])(?![^\s\[/<(])")
Repair = Callable[[Path, Path], None]
PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@dataclass(frozen=True)
class PdfPages:
    """How many pages there are, in the file itself or `rewritten`; `reason`: the code of what is not as it should."""

    pages: int
    rewritten: bool = False
    reason: str | None = None


def pdf_pages(source: Path, working: Path) -> PdfPages:
    """Look at a PDF, and write it anew to `working` where it cannot be merged as it is.

    Raises UserError "encrypted", "empty", "needs_reader"; and what the libraries raise for a file beyond repair.
    """
    failure: Exception = UserError("damaged")
    for repair in (None, _save_anew, _collect_pages):
        try:
            with _repaired(source, working, repair) as file:
                return _look(file, working, is_repaired=repair is not None)
        except pikepdf.PasswordError as error:
            raise UserError("encrypted") from error
        except (pypdfium2.PdfiumError, pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError) as error:
            failure = error
    raise failure


@contextmanager
def _repaired(source: Path, working: Path, repair: Repair | None) -> Generator[Path]:
    if repair is None:
        yield source
        return
    file = working.with_suffix(".repaired")
    try:
        repair(source, file)
        yield file
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _save_anew(source: Path, target: Path) -> None:
    with pikepdf.open(source) as pdf:
        if not len(pdf.pages):
            raise UserError("empty")
        pdf.save(target)


def _collect_pages(source: Path, target: Path) -> None:
    """Only the pages, under a page tree of their own."""
    with pikepdf.open(source) as pdf, pikepdf.new() as new:
        new.pages.extend(pdf.pages)
        new.save(target)


def _look(file: Path, working: Path, is_repaired: bool) -> PdfPages:
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UserError("encrypted") from error
        raise
    with closing(document):
        pages = len(document)
        if pages == 0:
            raise UserError("empty")
        needs = _needs(file, pages)
        if needs.reader:
            raise UserError("needs_reader")
        reason = "portfolio" if needs.portfolio else "repaired" if needs.damaged else None
        if is_repaired or needs.flatten or needs.rewrite:
            _rewrite(document, needs, working)
            _try_to_merge(working, pages)
            return PdfPages(pages, rewritten=True, reason=reason)
    _try_to_merge(file, pages)
    return PdfPages(pages, reason=reason)


def _try_to_merge(file: Path, pages: int) -> None:
    """Learn now, and not among a thousand others, that pdfium cannot take these pages."""
    with closing(pypdfium2.PdfDocument(file)) as document, closing(pypdfium2.PdfDocument.new()) as new:
        new.import_pages(document)
        if len(new) != pages:
            raise ValueError("pages were lost")


@dataclass(frozen=True)
class Needs:
    """What has to be done to a PDF before it is merged, and what has to be said of it.

    `flatten`: the pages with fields or notes, which would not be seen otherwise.
    """

    flatten: frozenset[int] = frozenset()
    rewrite: bool = False
    reader: bool = False
    portfolio: bool = False
    damaged: bool = False


def _needs(file: Path, pages: int) -> Needs:
    try:
        with pikepdf.open(file) as pdf:
            if pdf.Root.get("/NeedsRendering", False):
                return Needs(reader=True)
            # qpdf says so where the table of objects was lost: the end of the file may be lost with it.
            damaged = len(pdf.pages) != pages or any("reconstruct" in str(warning) for warning in pdf.get_warnings())
            flatten = frozenset(index for index, page in enumerate(pdf.pages) if index < pages and _has_notes(page))
            rewrite = damaged or any(_must_wrap(pdf, page) or _is_odd(page) for page in pdf.pages)
            return Needs(flatten, rewrite, portfolio="/Collection" in pdf.Root, damaged=damaged)
    except pikepdf.PasswordError:
        raise
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError):
        return Needs(frozenset(range(pages)), rewrite=True, damaged=True)


def _has_notes(page: pikepdf.Page) -> bool:
    notes = page.get("/Annots")
    if not isinstance(notes, pikepdf.Array):
        return False
    return any(isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") != Name.Link for note in notes)


def _is_odd(page: pikepdf.Page) -> bool:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)  # pyright: ignore
    sides = abs(right - left), abs(top - bottom)
    return max(sides) > LARGEST_PAGE or min(sides) < SMALLEST_PAGE


def _must_wrap(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Whether its content may swallow a stamp that follows it, or leave it misplaced."""
    try:
        content = b"\n".join(stream.read_bytes() for stream in _streams(page))
    except pikepdf.PdfError:
        return True
    depth = 0
    for operator in STATE_OPERATORS.findall(content):
        depth += 1 if operator == b"q" else -1
        if depth < 0:
            return True
    return depth != 0 or not (_seems_closed(content) or _is_closed(pdf, page))


def _seems_closed(content: bytes) -> bool:
    """Counts what opens and closes: fast, and enough for nearly every page."""
    strings = content.count(b"(") - content.count(b"\\(") == content.count(b")") - content.count(b"\\)")
    return strings and content.count(b"[") == content.count(b"]") and content.count(b"<") == content.count(b">")


def _is_closed(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Reads the content as a viewer does: thorough and slow."""
    pdf.get_warnings()  # takes them away, too
    try:
        operators = [str(instruction.operator) for instruction in pikepdf.parse_content_stream(page)]
    except pikepdf.PdfError:
        return False
    return not pdf.get_warnings() and operators.count("BT") == operators.count("ET")


def _streams(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    contents = page.obj.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(stream, pikepdf.Stream):
            yield stream


def _rewrite(document: pypdfium2.PdfDocument, needs: Needs, working: Path) -> None:
    merged = working.with_suffix(".merged")
    try:
        if needs.flatten:
            document.init_forms()
            for index in needs.flatten:
                with closing(document[index]) as page:
                    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
        with closing(pypdfium2.PdfDocument.new()) as new:
            new.import_pages(document)
            new.save(merged)
        with pikepdf.open(merged) as pdf:
            for page in pdf.pages:
                if _is_odd(page):
                    _onto_a4(pdf, page)
                elif _must_wrap(pdf, page):
                    _wrap(pdf, page)
            pdf.save(working)
    finally:
        with suppress(OSError):
            merged.unlink(missing_ok=True)


def _wrap(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Put the content into a form of its own, which leaves the page's graphics state as it was."""
    form = page.as_form_xobject(handle_transformations=False)
    page.obj.Contents = pdf.make_stream(b"/Whole Do")
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Whole=form))


def _onto_a4(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Fit a page of a size that no reader takes onto A4, upright or lying as it is."""
    form = page.as_form_xobject()
    left, bottom, right, top = (float(edge) for edge in form.BBox)  # pyright: ignore
    is_lying = (right - left > top - bottom) != (int(page.obj.get("/Rotate", 0)) % 180 == 90)
    paper = pikepdf.Rectangle(0, 0, A4[is_lying], A4[not is_lying])
    page.obj.Contents = pdf.make_stream(page.calc_form_xobject_placement(form, Name.Whole, paper, allow_expand=True))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Whole=form))
    page.obj.MediaBox = paper.as_array()
    for key in ("/CropBox", "/Rotate", "/UserUnit", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
