"""Prints the dossier: from the records of an appraisal to a checked PDF under its name."""

from collections.abc import Callable, Mapping, Sequence, Sized
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from core.dossier.binder import Attachment, Bookmark, Plan, Source, bind, try_source
from core.dossier.foresee import Foreseen, foresee
from core.dossier.options import Options
from core.dossier.outline import (
    CONTENTS,
    DOCUMENT,
    EVIDENCE_LIST,
    OMITTED,
    Key,
    Numbers,
    arrange,
    document_key,
    number,
    sheet_key,
)
from core.dossier.preparing import Prepared, Preparer
from core.dossier.records import Material, Omitted, Placed, Printed, PrintedFile
from core.dossier.sheets.drawing import Drawn, Laid, lay_out
from core.dossier.sheets.matter import Matter, document_name, heading
from core.dossier.ticks import Ticks
from core.dossier.wording import vietnamese
from core.errors import UserError
from core.files import atomic_path, hash_file
from core.progress import Progress
from core.reading.worker import Worker, WorkerError

EVERYTHING = Options()
BIND_SECONDS = 120
BIND_SECONDS_A_PAGE = 0.05


class _SourcesFailed(Exception):  # noqa: N818 - caught where it is raised
    """These documents cannot be bound."""

    def __init__(self, documents: Sequence[str]) -> None:
        super().__init__(documents)
        self.documents = documents


class DossierPrinter:
    """Prints what `load(on)` hands out. `original(sha256)` is where a file lies; `cache` may be deleted at any time.

    `on_printed(document_ids)` is told which documents stand under their codes in a finished dossier.
    """

    def __init__(
        self,
        load: Callable[[date], Material],
        original: Callable[[str], Path],
        worker: Worker,
        cache: Path,
        on_printed: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        self._load = load
        self._original = original
        self._worker = worker
        self._cache = cache
        self._on_printed = on_printed

    def foresee(self, options: Options = EVERYTHING) -> Foreseen:
        """What `print_dossier` with the same options will hold; raises UserError as that does."""
        return foresee(self._load(options.on or date.today()), options.criteria, options.unit)

    def print_dossier(self, out: Path, options: Options = EVERYTHING, *, progress: Progress | None = None) -> Printed:
        """Print what is chosen.

        Until the new file is whole and checked, what lay under its name stays. Raises UserError: "criterion_unknown",
        "unit_unknown", "font_missing", "file_in_use", "cannot_write", "dossier_failed"; and Cancelled.
        """
        progress, on = progress or Progress(), options.on or date.today()
        material = self._load(on)
        outline = arrange(material, options.criteria, options.unit)
        documents = () if options.list_only else outline.documents
        known = [(material.documents[one], outline.codes[one]) for one in documents]
        preparer = Preparer(self._worker, self._cache)
        originals = [(document, code, self._original(document.sha256)) for document, code in known]
        prepared = preparer.prepare(originals, progress, _total(documents))
        scope = _scope(material, options)
        while True:
            fates = {document: one.fate for document, one in prepared.items()}
            matter = Matter(material, outline, fates, vietnamese(), on, options, scope)
            progress.step(len(prepared), _total(prepared))
            try:
                file, places = self._bind(out, matter, prepared, progress)
                break
            except _SourcesFailed as failure:
                for document, code in known:
                    if document.id in failure.documents:
                        prepared[document.id] = preparer.fail(document, code)
        if self._on_printed:
            self._on_printed(list(outline.codes))
        return Printed((file,), len(documents), outline.evidence, _omitted(matter), matter, places)

    def _bind(
        self, out: Path, matter: Matter, prepared: Mapping[str, Prepared], progress: Progress
    ) -> tuple[PrintedFile, Mapping[str, Placed]]:
        laid = lay_out(matter)
        keys = matter.outline.keys(matter.list_only, bool(matter.not_printed))
        numbers = number(keys, lambda key: len(laid[key]) if key in laid else matter.fates[key[1]].pages)
        with TemporaryDirectory(dir=self._cache, ignore_cleanup_errors=True) as folder:
            plan = self._plan(Path(folder) / "sheets.pdf", matter, laid, numbers, prepared)
            try:
                with atomic_path(out) as temporary:
                    self._run(plan, temporary, Ticks(Path(folder)), progress, _total(prepared))
                    digest = hash_file(temporary)
                    progress.step(_total(prepared), _total(prepared))
                    progress.check()
            except OSError as error:
                raise UserError("cannot_write", path=str(out), why=error.strerror or str(error)) from error
        return PrintedFile(out, numbers.total, digest), _places(numbers)

    def _run(self, plan: Plan, target: Path, ticks: Ticks, progress: Progress, total: int) -> None:
        """Bind in the worker; when that ends badly, find the documents that cannot be bound."""
        seconds = BIND_SECONDS + BIND_SECONDS_A_PAGE * plan.total
        count = len(plan.sources)
        try:
            ticks.follow(
                lambda: self._worker.run(bind, plan, target, ticks, seconds=seconds),
                lambda done: progress.step(total - 1 - count + done, total),
            )
            return
        except UserError as error:
            if error.code != "source_failed":
                raise
            if not error.facts["document"]:
                raise UserError("dossier_failed", reason="failed", detail="sheets") from error
            raise _SourcesFailed([str(error.facts["document"])]) from error
        except WorkerError as error:
            failure = error
        guilty: list[str] = []
        for source in plan.sources:
            progress.check()
            try:
                self._worker.run(try_source, source, target)
            except (WorkerError, UserError):
                guilty.append(source.document_id)
        if not guilty:
            raise UserError("dossier_failed", reason=failure.reason, detail=failure.detail) from failure
        raise _SourcesFailed(guilty) from failure

    def _plan(
        self, sheets: Path, matter: Matter, laid: Laid, numbers: Numbers, prepared: Mapping[str, Prepared]
    ) -> Plan:
        drawn = Drawn(sheets, matter, laid, numbers)
        appraisal, say = matter.material.appraisal, matter.say
        return Plan(
            sheets=sheets,
            sheet_pages=drawn.sheet_pages,
            sources=tuple(
                Source(document, one.path, one.fate.pages, numbers.pages[document_key(document)][0])
                for document, one in prepared.items()
                if one.path
            ),
            stamps=drawn.stamps,
            back=_back(matter, numbers),
            links=drawn.links,
            bookmarks=_bookmarks(matter, numbers),
            attachments=tuple(self._attachments(matter, numbers, drawn)),
            title=say("cover", "file_title", title=appraisal.title),
            author=appraisal.organisation,
            language=say.language,
            on=matter.on,
            total=numbers.total,
        )

    def _attachments(self, matter: Matter, numbers: Numbers, drawn: Drawn) -> list[Attachment]:
        attachments: list[Attachment] = []
        for document_id, fate in matter.fates.items():
            if fate.attachment:
                document, page = matter.document(document_id), numbers.pages[document_key(document_id)][0]
                original = self._original(document.sha256)
                spot = drawn.spots[page]
                attachments.append(Attachment(document_id, fate.attachment, original, document.media_type, page, spot))
        return attachments


def _places(numbers: Numbers) -> dict[str, Placed]:
    return {key[1]: Placed(0, first, first, last) for key, (first, last) in numbers.pages.items() if key[0] == DOCUMENT}


def _total(documents: Sized) -> int:
    """The steps of a printing: each document is made ready and bound, and the whole is checked."""
    return 2 * len(documents) + 1


def _back(matter: Matter, numbers: Numbers) -> dict[int, int]:
    """From each stamped page to the sheet of the criterion under which it stands."""
    back: dict[int, int] = {}
    if not matter.list_only:
        for section in matter.outline.sections:
            sheet = numbers.pages[sheet_key(section.criterion.id)][0]
            for document in section.documents:
                first, last = numbers.pages[document_key(document)]
                back.update(dict.fromkeys(range(first, last + 1), sheet))
    return back


def _bookmarks(matter: Matter, numbers: Numbers) -> tuple[Bookmark, ...]:
    """The lists, then a tree: field, criterion, document."""
    say = matter.say
    sections = {section.criterion.id: section for section in matter.outline.sections}

    def of_document(document: str) -> Bookmark:
        name = document_name(matter.document(document))
        return Bookmark(f"{matter.outline.codes[document]} {name}", numbers.pages[document_key(document)][0])

    def of_criterion(criterion_id: str) -> Bookmark:
        section = sections[criterion_id]
        documents = () if matter.list_only else section.documents
        children = (*map(of_document, documents), *map(of_criterion, section.children))
        return Bookmark(heading(section.criterion), numbers.pages[sheet_key(criterion_id)][0], children)

    lists: list[tuple[str, Key]] = [("contents", CONTENTS), ("evidence_list", EVIDENCE_LIST), ("omitted", OMITTED)]
    fronts = [Bookmark(say(name, "title"), numbers.pages[key][0]) for name, key in lists if key in numbers.pages]
    roots = [one for one, section in sections.items() if section.criterion.parent_id not in sections]
    return (*fronts, *map(of_criterion, roots))


def _scope(material: Material, options: Options) -> str:
    """What was chosen, in words for the cover."""
    say, words = vietnamese(), list[str]()
    if options.criteria:
        codes = {criterion.id: criterion.code for criterion in material.tree}
        words.append(say("cover", "scope_criteria", codes=", ".join(codes.get(one, one) for one in options.criteria)))
    if options.unit is not None:
        words.append(say("cover", "scope_unit", unit=options.unit))
    return ". ".join(words)


def _omitted(matter: Matter) -> tuple[Omitted, ...]:
    """What is neither printed nor, being of a kind that has no pages, attached as it is."""
    return tuple(
        Omitted(document, matter.document(document).name, matter.fates[document].reason or "")
        for document in matter.not_printed
        if not (matter.fates[document].reason == "not_paged" and matter.fates[document].attachment)
    )
