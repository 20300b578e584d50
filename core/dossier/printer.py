"""Prints the dossier: from the records of an appraisal to a checked PDF under its name."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from errno import EISDIR
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from core.dossier.binder import KEPT, bind, try_source
from core.dossier.bookmarks import back, bookmarks
from core.dossier.collecting import uncollected
from core.dossier.difference import Change, compare
from core.dossier.foresee import Foreseen, foresee
from core.dossier.layout import Layout, arrange_pages
from core.dossier.office import Office
from core.dossier.options import Options
from core.dossier.outline import DOCUMENT, INTEGRITY, Numbers, arrange, document_key
from core.dossier.plan import Attachment, Marks, Plan, Sibling, Source
from core.dossier.preparing import Prepared, Preparer
from core.dossier.records import Impression, Material, Omitted, Placed, Printed, PrintedFile
from core.dossier.sharing import with_shared_pages
from core.dossier.sheets.drawing import Drawn
from core.dossier.sheets.integrity import digest_list
from core.dossier.sheets.matter import Matter
from core.dossier.supplement import Earlier, earlier
from core.dossier.ticks import Ticks
from core.dossier.volumes import Volume, limit_of
from core.errors import UserError
from core.files import FULL, atomic_path, patiently
from core.library.records import Document
from core.progress import Progress
from core.reading.worker import Worker, WorkerError

EVERYTHING = Options()
BIND_SECONDS = 120
BIND_SECONDS_A_PAGE = 0.05
LEAST_SCALE = 0.2  # of the bytes foreseen for a volume, when volumes turn out too heavy


class _SourcesFailed(Exception):  # noqa: N818 - caught where it is raised
    """These documents cannot be bound."""

    def __init__(self, documents: Sequence[str]) -> None:
        super().__init__(documents)
        self.documents = documents


def _nothing_sealed(name: str) -> Impression:
    raise UserError("seal_unknown", name=name)


class _TooHeavy(Exception):  # noqa: N818 - caught where it is raised
    """A volume has more bytes than foreseen; `scale` is by how much less has to go into one."""

    def __init__(self, scale: float) -> None:
        super().__init__(scale)
        self.scale = scale


class DossierPrinter:
    """Prints what `load(on)` hands out. `original(sha256)` is where a file lies, `opened(sha256)` the same or a copy
    that opens without its password; `cache` may be deleted at any time; `office` makes pages of office files.

    `sealed(name)` is what was sealed under a name; `on_printed(impression, document_ids)` is told of a finished dossier
    and which documents are cited in it; `on_printing(material, options)` is called while there is time.
    """

    def __init__(
        self,
        load: Callable[[date], Material],
        original: Callable[[str], Path],
        worker: Worker,
        cache: Path,
        on_printed: Callable[[Impression, Collection[str]], None] | None = None,
        on_printing: Callable[[Material, Options], object] = lambda _material, _options: None,
        opened: Callable[[str], Path] | None = None,
        office: Office | None = None,
        sealed: Callable[[str], Impression] = _nothing_sealed,
    ) -> None:
        self._load = load
        self._original = original
        self._worker = worker
        self._cache = cache
        self._sealed = sealed
        self._on_printed = on_printed
        self._on_printing = on_printing
        self._opened = opened or original
        self._office = office

    def foresee(self, options: Options = EVERYTHING) -> Foreseen:
        """What `print_dossier` with the same options will hold; raises UserError as that does."""
        material = self._load(options.on or date.today())
        preparer = Preparer(self._worker, self._cache, options, self._office)
        since, has_office = self._earlier(options, material), self._office is not None
        return foresee(material, options, has_office, since, lambda coded: preparer.known(self._originals(coded)))

    def changes(self, since: str) -> tuple[Change, ...]:
        """What is otherwise than in this sealed dossier. Raises UserError: "seal_unknown", "seal_broken"."""
        return compare(self._sealed(since).material, self._load(date.today()))

    def print_dossier(self, out: Path, options: Options = EVERYTHING, *, progress: Progress | None = None) -> Printed:
        """Print what is chosen.

        Until the new file is whole and checked, what lay under its name stays. Raises UserError: "criterion_unknown",
        "unit_unknown", "seal_unknown", "seal_broken", "nothing_changed", "font_missing", "file_in_use", "cannot_write",
        "no_room", "disk_full", "dossier_failed", "dossier_not_pdf" (path: nothing but a .pdf is ever replaced, not the
        database, not an original, not a Word file); and Cancelled.
        """
        options = replace(options, on=options.on or date.today())
        with uncollected():
            printed = self._print(out, self._load(options.on or date.today()), options, progress or Progress())
            if self._on_printed:
                matter = printed.matter
                impression = Impression(matter.material, options, printed.places, printed.files, printed.evidence)
                self._on_printed(impression, matter.outline.codes)
        return printed

    def reprint(self, out: Path, name: str, *, progress: Progress | None = None) -> Printed:
        """Print a sealed dossier again, from the state that was sealed. Raises UserError as `print_dossier` does."""
        kept = self._sealed(name)
        printed = self._print(out, kept.material, kept.options, progress or Progress())
        numbers = [[(file.first, file.pages) for file in one.files] for one in (kept, printed)]
        return replace(printed, same=numbers[0] == numbers[1] and dict(kept.places) == dict(printed.places))

    def _originals(self, coded: Sequence[tuple[Document, str]]) -> list[tuple[Document, str, Path]]:
        """With the file that each is made from."""
        return [(document, code, self._opened(document.sha256)) for document, code in coded]

    def _earlier(self, options: Options, material: Material) -> Earlier | None:
        return earlier(options.since, self._sealed, material) if options.since else None

    def _print(self, out: Path, material: Material, options: Options, progress: Progress) -> Printed:
        if out.suffix.lower() != ".pdf":
            raise UserError("dossier_not_pdf", path=str(out))
        since = self._earlier(options, material)
        outline = arrange(material, options.criteria, options.unit, since)
        documents = () if options.list_only else outline.documents
        known = [(material.documents[one], outline.codes[one]) for one in documents]
        preparer = Preparer(self._worker, self._cache, options, self._office)
        prepared = preparer.prepare(self._originals(known), progress, _total(documents))
        while True:
            fates = {document: one.fate for document, one in prepared.items()}
            matter = Matter(material, outline, with_shared_pages(fates, outline, options), options, since)
            progress.step(len(prepared), _total(prepared))
            try:
                files, places = self._bind(out, matter, prepared, progress)
                break
            except _SourcesFailed as failure:
                for document, code in known:
                    one = prepared[document.id]
                    # What has no pages failed for its original, which was to be attached.
                    is_gone = one.path is None or not self._original(document.sha256).is_file()
                    if document.id in failure.documents or (is_gone and one.fate.attachment):
                        prepared[document.id] = preparer.fail(document, code, is_gone)
        return Printed(files, len(documents), outline.evidence, _omitted(matter), matter, places)

    def _bind(
        self, out: Path, matter: Matter, prepared: Mapping[str, Prepared], progress: Progress
    ) -> tuple[tuple[PrintedFile, ...], Mapping[str, Placed]]:
        """Every volume, bound and checked before any of them gets its name.

        Where all goes into one file, its pages are arranged while the documents are being bound.
        """
        sizes = {document: self._bytes(matter, document, one) for document, one in prepared.items()}
        scale = 1.0
        while True:
            layout = cache(partial(arrange_pages, matter, sizes, out, scale))
            paths = [volume.path for volume in layout().volumes] if limit_of(matter.options) else [out]
            try:
                with TemporaryDirectory(dir=self._cache, ignore_cleanup_errors=True) as place:
                    with ExitStack() as stack:
                        files = [stack.enter_context(atomic_path(path)) for path in paths]
                        digests = self._bind_volumes(Path(place), matter, layout, prepared, paths, files, progress)
                        volumes = layout().volumes
                        if scale > LEAST_SCALE and _can_be_cut(volumes):
                            _weigh(files, matter.options.max_megabytes)
                        progress.step(_total(prepared), _total(prepared))
                        _claim(paths)
                        progress.check()
                    self._keep(Path(place), paths)
                printed = tuple(
                    PrintedFile(volume.path, volume.count, digest, volume.pages.first)
                    for volume, digest in zip(volumes, digests, strict=True)
                )
                return printed, _places(layout())
            except _TooHeavy as heavy:
                scale *= heavy.scale
            except OSError as error:
                if error.errno in FULL:
                    raise UserError("no_room", path=str(out)) from error
                raise UserError("cannot_write", path=str(out), why=error.strerror or str(error)) from error

    def _keep(self, folder: Path, paths: Sequence[Path]) -> None:
        """What the next printing can take over from these, now that they have their names."""
        for number, path in enumerate(paths):
            with suppress(OSError):  # costs that printing time, nothing else
                self._kept(path).parent.mkdir(exist_ok=True)
                (folder / str(number) / KEPT).replace(self._kept(path))

    def _kept(self, path: Path) -> Path:
        name = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()
        return self._cache / "printed" / f"{name}.json"

    def _bind_volumes(
        self,
        folder: Path,
        matter: Matter,
        layout: Callable[[], Layout],
        prepared: Mapping[str, Prepared],
        paths: Sequence[Path],
        files: Sequence[Path],
        progress: Progress,
    ) -> list[str]:
        """What shall have the names `paths` in the end, as `files`; returns the SHA-256 of each in hex."""
        done, digests = len(prepared), list[str]()
        for number, (path, file) in enumerate(zip(paths, files, strict=True)):
            own = folder / str(number)
            own.mkdir()
            documents = _documents(layout().volumes[number]) if len(paths) > 1 else matter.outline.documents
            sources = [source for one in documents if one in prepared and (source := _source(one, prepared[one]))]
            plans = partial(self._plans, own / "sheets.pdf", matter, layout, number)
            then = partial(self._on_printing, matter.material, matter.options)
            digests.append(
                self._run(sources, (plans, then), path, file, Ticks(own), progress, (done, _total(prepared)))
            )
            done += len(sources)
        return digests

    def _bytes(self, matter: Matter, document_id: str, prepared: Prepared) -> int:
        """About as many as the document adds to the dossier."""
        if prepared.path:
            return prepared.size
        return matter.document(document_id).size if prepared.fate.attachment else 0

    def _run(
        self,
        sources: Sequence[Source],
        own: tuple[Callable[[], Iterable[object]], Callable[[], object]],
        path: Path,
        target: Path,
        ticks: Ticks,
        progress: Progress,
        steps: tuple[int, int],
    ) -> str:
        """Bind in the worker what is to replace `path`; `own` is done meanwhile: what `bind` waits for, then what there
        is time for. When that ends badly, do it again with nothing taken over from the last printing, then find the
        documents that cannot be bound. `steps`: done before, and in all.
        """
        seconds = BIND_SECONDS + BIND_SECONDS_A_PAGE * sum(source.pages for source in sources)
        kept = self._kept(path)
        try:
            return ticks.follow(
                lambda: self._worker.run(bind, sources, target, ticks, path, kept, seconds=seconds),
                *own,
                lambda done: progress.step(steps[0] + min(done, len(sources)), steps[1]),
            )
        except UserError as error:
            if error.code not in ("source_failed", "dossier_check_failed"):
                raise
            failure = error
        except WorkerError as error:
            failure = error
        if kept.exists():
            kept.unlink()
            return self._run(sources, own, path, target, ticks, progress, steps)
        if isinstance(failure, UserError):
            if failure.code != "source_failed":
                raise failure
            if not failure.facts["document"]:
                raise UserError("dossier_failed", reason="failed", detail="sheets") from failure
            raise _SourcesFailed([str(failure.facts["document"])]) from failure
        guilty: list[str] = []
        for source in sources:
            progress.check()
            try:
                self._worker.run(try_source, source, target)
            except (WorkerError, UserError):
                guilty.append(source.document_id)
        if not guilty:
            raise UserError("dossier_failed", reason=failure.reason, detail=failure.detail) from failure
        raise _SourcesFailed(guilty) from failure

    def _plans(
        self, sheets: Path, matter: Matter, arranged: Callable[[], Layout], index: int
    ) -> Iterator[Marks | Plan]:
        """What `bind` waits for, of the volume `index`."""
        layout = arranged()
        numbers, volume = layout.numbers, layout.volumes[index]
        drawn = Drawn(sheets, matter, layout.laid, numbers, volume.keys)
        places = {one: numbers.pages[document_key(one)].first for one in _documents(volume)}
        yield Marks(places, drawn.stamps, drawn.notes)
        drawn.draw()
        appraisal, say = matter.material.appraisal, matter.say
        title = say("cover", "file_title", title=appraisal.title)
        if volume.pages.volume:
            title += ", " + say("volume", "short", volume=volume.number)
        yield Plan(
            sheets=sheets,
            sheet_pages=drawn.sheet_pages,
            back=back(matter, numbers, volume),
            links=drawn.links,
            bookmarks=bookmarks(matter, numbers, layout.volumes, volume),
            attachments=(
                *self._attachments(matter, numbers, drawn, _documents(volume)),
                *_digests(matter, numbers, drawn, volume, sheets.with_name("digests.txt")),
            ),
            title=title,
            author=appraisal.organisation,
            language=say.language,
            on=matter.on,
            total=volume.count,
            first=volume.pages.first,
            siblings=tuple(
                Sibling(other.path.name, other.pages.first, other.pages.last)
                for other in layout.volumes
                if other is not volume
            ),
            duplex=matter.options.odd_starts,
        )

    def _attachments(
        self, matter: Matter, numbers: Numbers, drawn: Drawn, documents: Sequence[str]
    ) -> Iterator[Attachment]:
        for document_id in documents:
            if name := matter.fates[document_id].attachment:
                document, page = matter.document(document_id), numbers.pages[document_key(document_id)].first
                original = self._original(document.sha256)
                yield Attachment(document_id, name, original, document.media_type, page, drawn.spots.get(page))


def _documents(volume: Volume) -> list[str]:
    return [key[1] for key in volume.keys if key[0] == DOCUMENT]


def _source(document: str, one: Prepared) -> Source | None:
    return Source(document, one.path, one.fate.pages, one.twins, one.fate.cell) if one.path else None


def _claim(paths: Sequence[Path]) -> None:
    """Learn that a file cannot be replaced before the first one is: volumes of two printings must not mix."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "is a directory", str(path))
        if path.exists():
            patiently(partial(path.replace, path), path)


def _weigh(files: Sequence[Path], megabytes: float | None) -> None:
    heaviest = max(file.stat().st_size for file in files) / 1_000_000
    if megabytes and heaviest > megabytes:
        raise _TooHeavy(0.95 * megabytes / heaviest)


def _digests(matter: Matter, numbers: Numbers, drawn: Drawn, volume: Volume, path: Path) -> Iterator[Attachment]:
    """The list whose digest is printed, as a file, so that anyone can check it."""
    if INTEGRITY in volume.keys:
        path.write_bytes(digest_list(matter).encode())
        page = numbers.pages[INTEGRITY].first
        yield Attachment("", matter.say("integrity", "list_file"), path, "text/plain", page, drawn.spots[page])


def _can_be_cut(volumes: Sequence[Volume]) -> bool:
    """Whether one of them holds more than one document: a single one is never cut."""
    return any(len(_documents(volume)) > 1 for volume in volumes)


def _places(layout: Layout) -> dict[str, Placed]:
    """Where each document stands; files count from 0, their pages from 1."""
    places: dict[str, Placed] = {}
    for file, volume in enumerate(layout.volumes):
        for document in _documents(volume):
            first, last, _ = layout.numbers.pages[document_key(document)]
            places[document] = Placed(file, first - volume.pages.first + 1, first, last)
    return places


def _total(documents: Sized) -> int:
    """The steps of a printing: each document is made ready and bound, and the whole is checked."""
    return 2 * len(documents) + 1


def _omitted(matter: Matter) -> tuple[Omitted, ...]:
    """What is neither printed nor, being of a kind that has no pages, attached as it is."""
    return tuple(
        Omitted(document, matter.document(document).name, matter.fates[document].reason or "")
        for document in matter.not_printed
        if not (matter.fates[document].reason == "not_paged" and matter.fates[document].attachment)
    )
