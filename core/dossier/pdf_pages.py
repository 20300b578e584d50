"""The pages of any PDF, so that joining loses nothing that can be seen. Runs in the worker."""
# pypdfium2 has no types:
# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false, reportUnknownVariableType=false

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Name
from pypdfium2 import raw

from core.dossier.clean import Rectangle, Sheets, nested, streams, write_clean
from core.dossier.foot import covered, may_reach
from core.dossier.layers import hidden_layers, take_out
from core.dossier.shrinking import shrink
from core.dossier.signers import signers_of
from core.dossier.stamps import FOOT, Scaled, reading_matrix, scale_on
from core.errors import UserError

LONGEST_SIDE, SHORTEST_SIDE = 1250, 36  # points: A3 and a little more, and what a stamp can be read on
A4 = (595.28, 841.89)
MM = 72 / 25.4
HOLDING = {"/FileAttachment", "/Movie", "/RichMedia", "/Sound"}  # notes of which no page shows all
# Around q and Q as operators; what looks like one in a string only costs a wrapping that was not needed.
BEFORE, AFTER = frozenset(b" \t\r\n\f\0])>"), frozenset(b" \t\r\n\f\0[/<(")
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError)
PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@dataclass(frozen=True)
class PdfPages:
    """How many pages there are; `reason`: the code of what is not as it should be; `twins` as of `write_clean`.

    `scaled` by page, from 1; `signers`: names and times, "" where they are not told; `acts`: something in a signed
    file would run, so that it must not travel as it is.
    """

    pages: int
    twins: dict[int, str]
    reason: str | None = None
    scaled: dict[int, Scaled] = field(default_factory=dict[int, Scaled])
    signers: tuple[tuple[str, str], ...] = ()
    acts: bool = False


def cell_page(source: Path, target: Path) -> PdfPages:
    """Write the page of a PDF of this program's so that it can stand beside others on one page."""
    with pikepdf.open(source) as pdf:
        sheets = Sheets(pdf)
        for page in sheets.pages:
            _wrap(sheets, page)
        return PdfPages(len(sheets.pages), write_clean(sheets, target))


def pdf_pages(source: Path, target: Path, dpi: int | None = None) -> PdfPages:
    """Write the pages of a PDF to `target`, clean and ready to be joined with others; pictures no finer than `dpi`.

    Raises UserError "encrypted", "empty", "needs_reader"; and what the libraries raise for a file beyond repair.
    """
    try:
        return _look(source, target, dpi)
    except pikepdf.PasswordError as error:
        raise UserError("encrypted") from error
    except UserError as error:
        if error.code != "empty":
            raise
        failure: Exception = error
    except BROKEN as error:
        failure = error
    try:
        return _drawn_anew(source, target, dpi, flatten=None, reason="repaired")
    except pypdfium2.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise UserError("encrypted") from error
        raise failure from error


def _look(source: Path, target: Path, dpi: int | None) -> PdfPages:
    with pikepdf.open(source) as pdf:
        if pdf.Root.get("/NeedsRendering", False):
            raise UserError("needs_reader")
        pages = [page.obj for page in pdf.pages]
        if not pages:
            raise UserError("empty")
        # qpdf says so where the table of objects was lost: the end of the file may be lost with it.
        damaged = any("reconstruct" in str(warning) for warning in pdf.get_warnings())
        notes = [_notes(page) for page in pages]
        holds_files = _embeds(pdf.Root) or any(HOLDING & kinds for kinds in notes)
        holding = "portfolio" if "/Collection" in pdf.Root else "holds_files" if holds_files else None
        reason = "repaired" if damaged else holding
        signers = signers_of(pdf) if "/AcroForm" in pdf.Root else ()
        acts = bool(signers) and any(map(_acts, pdf.objects))
        if hidden := hidden_layers(pdf):
            take_out(pages, hidden, pdf)
        flatten = [index for index, kinds in enumerate(notes) if kinds - {"/Link"}]
        if not flatten:
            return _written(pdf, target, dpi, reason)
        if hidden or pdf.is_encrypted:
            source = target.with_suffix(".shown")
            pdf.save(source)
    try:
        return replace(_drawn_anew(source, target, dpi, flatten, reason), signers=signers, acts=acts)
    finally:
        target.with_suffix(".shown").unlink(missing_ok=True)


def _acts(thing: pikepdf.Object) -> bool:
    """Whether there is an action in it that runs something, or a file inside the file."""
    parts = (part for part in nested(thing) if isinstance(part, pikepdf.Dictionary))
    return any("/JS" in one or "/EF" in one or one.get("/S") in (Name.JavaScript, Name.Launch) for one in parts)


def _written(pdf: pikepdf.Pdf, target: Path, dpi: int | None, reason: str | None) -> PdfPages:
    sheets = Sheets(pdf)
    if dpi:
        shrink(sheets, dpi)
    scaled: dict[int, Scaled] = {}
    low: dict[int, tuple[Rectangle, int]] = {}
    pdf.get_warnings()  # takes them away
    for number, page in enumerate(sheets.pages, 1):
        box, turn = sheets.look(page)
        if _is_odd(box):
            is_lying = (box[2] - box[0] > box[3] - box[1]) != (turn % 180 == 90)
            scaled[number] = _fit(sheets, page, A4[is_lying], A4[not is_lying])
            continue
        content = _content(page)
        is_cut_short = any("still be valid" in str(warning) for warning in pdf.get_warnings())
        if is_cut_short:
            reason = "repaired"
        if content is None or is_cut_short or _must_wrap(sheets, page, content):
            _wrap(sheets, page)
        if content and may_reach(content, box, turn):
            low[number - 1] = box, turn
    for index in covered(Path(pdf.filename), low) if low else ():
        _, width, height = reading_matrix(*low[index])
        scaled[index + 1] = _fit(sheets, sheets.pages[index], width, height)
    return PdfPages(len(sheets.pages), write_clean(sheets, target), reason, scaled)


def _drawn_anew(
    source: Path, target: Path, dpi: int | None, flatten: Sequence[int] | None, reason: str | None
) -> PdfPages:
    """By way of pdfium, with the fields and notes of the pages `flatten` (None: of all) drawn on them."""
    merged = target.with_suffix(".merged")
    try:
        with closing(pypdfium2.PdfDocument(source)) as document:
            if not len(document):
                raise UserError("empty")
            document.init_forms()
            for index in range(len(document)) if flatten is None else flatten:
                with closing(document[index]) as page:
                    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            with closing(pypdfium2.PdfDocument.new()) as new:
                new.import_pages(document)
                new.save(merged)
        with pikepdf.open(merged) as pdf:
            return _written(pdf, target, dpi, reason)
    finally:
        with suppress(OSError):
            merged.unlink(missing_ok=True)


def _notes(page: pikepdf.Object) -> set[str]:
    """The kinds of notes on a page."""
    notes = page.get("/Annots")
    if not isinstance(notes, pikepdf.Array):
        return set()
    return {str(note.get("/Subtype")) for note in notes if isinstance(note, pikepdf.Dictionary)}


def _embeds(root: pikepdf.Object) -> bool:
    """Whether files are attached to a document as a whole."""
    names = root.get("/Names")
    files = names.get("/EmbeddedFiles") if isinstance(names, pikepdf.Dictionary) else None
    return isinstance(files, pikepdf.Dictionary) and any(files.get(key) for key in ("/Names", "/Kids"))


def _is_odd(box: Rectangle) -> bool:
    left, bottom, right, top = box
    sides = right - left, top - bottom
    return max(sides) > LONGEST_SIDE or min(sides) < SHORTEST_SIDE


def _content(page: pikepdf.Object) -> bytes | None:
    """None for what cannot be read."""
    try:
        return b"\n".join([stream.read_bytes() for stream in streams(page)])
    except pikepdf.PdfError:
        return None


def _must_wrap(sheets: Sheets, page: pikepdf.Object, content: bytes) -> bool:
    """Whether its content may swallow a stamp that follows it, or leave it misplaced."""
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
    except (pikepdf.PdfError, UnicodeDecodeError):  # an operator that is none
        return False
    return not sheets.pdf.get_warnings() and operators.count("BT") == operators.count("ET")


def _wrap(sheets: Sheets, page: pikepdf.Object) -> None:
    """Put the content into a form of its own, which leaves the page's graphics state as it was."""
    form = pikepdf.Page(page).as_form_xobject(handle_transformations=False)
    _show(sheets, page, form, b"/Whole Do")


def _fit(sheets: Sheets, page: pikepdf.Object, paper_width: float, paper_height: float) -> Scaled:
    """Fit a page onto paper of another size, or of its own, as it is read, above the place of the stamps."""
    (left, bottom, right, top), turn = sheets.look(page)
    unit = float(page.get("/UserUnit", 1))
    form = pikepdf.Page(page).as_form_xobject()
    paper = pikepdf.Rectangle(0, 0, paper_width, paper_height)
    room = pikepdf.Rectangle(0, FOOT * scale_on(paper_width, paper_height), paper.urx, paper.ury)
    whole = pikepdf.Page(page)
    page.MediaBox = paper.as_array()
    for key in ("/CropBox", "/UserUnit", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page:
            del page[key]
    page.Rotate = 0
    sheets.lay_on(page, (0, 0, paper.urx, paper.ury))
    _show(sheets, page, form, whole.calc_form_xobject_placement(form, Name.Whole, room, allow_expand=True))
    size = (right - left) * unit, (top - bottom) * unit
    width, height = size[::-1] if turn % 180 else size
    percent = 100 * min(room.width / width, room.height / height)
    return Scaled(round(width / MM), round(height / MM), max(1, round(percent)))


def _show(sheets: Sheets, page: pikepdf.Object, form: pikepdf.Object, content: bytes) -> None:
    form.write(form.read_bytes())  # now: it takes its content from the page when it is written
    page.Contents = sheets.pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Whole=form))
