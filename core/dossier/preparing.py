"""Has every document of a dossier made into pages, remembers what came of it, and says what stands there instead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePath

from core.dossier.fonts import printable
from core.dossier.kinds import OFFICE, attachable, page_kind
from core.dossier.office import Office, Paper
from core.dossier.options import Options
from core.dossier.pages import Job, Ready, make_ready
from core.dossier.sheets.matter import Fate, document_name, spoken_date
from core.errors import UserError
from core.files import FULL, safe_name
from core.library.records import Document
from core.progress import Progress
from core.reading.reading import LOCKED, UNLOCKED
from core.reading.worker import Worker, WorkerError

VERSION = 7  # of the pages in the cache: count up when they are made differently
AT_ONCE = 2
LOOK_EVERY_SECONDS = 0.1
BATCH = 16
BATCH_BYTES = 32 << 20
JOB_SECONDS = 60
LARGEST_ATTACHMENT = 64 << 20
PASSING = frozenset(
    {"timed_out", "crashed", "out_of_memory", "failed", "missing_original"}
)  # may be otherwise next time


@dataclass(frozen=True)
class Prepared:
    """A document's fate, and the fragment that holds its pages with its `twins`; None where a slip stands for them."""

    fate: Fate
    path: Path | None
    twins: Mapping[int, str] = field(default_factory=dict[int, str])

    @property
    def size(self) -> int:
        """Bytes of the fragment; 0 where there is none, or no more."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0


class Preparer:
    """What is made lies in `cache`/pages and may be deleted at any time; `office` is this machine's, if it has one."""

    def __init__(self, worker: Worker, cache: Path, options: Options, office: Office | None = None) -> None:
        self._worker = worker
        self._cache = cache
        self._folder = cache / "pages"
        self._options = options
        self._office = office

    def prepare(
        self, documents: Sequence[tuple[Document, str, Path]], progress: Progress, total: int
    ) -> dict[str, Prepared]:
        """By document id, for (document, evidence code, the file to open); raises Cancelled.

        A file that lies in the cache is the open copy of one with a password; its pages are kept beside it.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        jobs = {document.id: self._job(document, code, file) for document, code, file in documents}
        ready = {one: self._remembered(job) for one, job in jobs.items() if job}
        missing = [one[0] for one in documents if jobs[one[0].id] and not ready[one[0].id]]
        done = len(documents) - len(missing)
        pool = ThreadPoolExecutor(AT_ONCE, "preparing")  # each thread waits for a worker process
        try:
            batches = [
                (batch, pool.submit(self._make, {one.id: job for one in batch if (job := jobs[one.id])}, progress))
                for batch in _batches(missing)
            ]
            for batch, making in batches:
                progress.step(done, total, batch[0].name)
                ready |= _patiently(making, progress)
                done += len(batch)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        return {
            document.id: self._prepared(document, code, jobs[document.id], ready.get(document.id))
            for document, code, _ in documents
        }

    def known(self, documents: Iterable[tuple[Document, str, Path]]) -> dict[str, Prepared]:
        """What `prepare` would say of those that it need not make first, by document id."""
        jobs = [(document, code, self._job(document, code, file)) for document, code, file in documents]
        told = [(document, code, job, self._remembered(job) if job else None) for document, code, job in jobs]
        return {one[0].id: self._prepared(*one) for one in told if one[2] is None or one[3]}

    def fail(self, document: Document, code: str, is_gone: bool) -> Prepared:
        """What stands for a document that could not be bound, or whose original `is_gone`; made anew next time."""
        for file in self._folder.glob(f"{document.sha256}*"):
            with suppress(OSError):
                file.unlink()
        return Prepared(_slip(document, code, "missing_original" if is_gone else "failed"), None)

    def _job(self, document: Document, code: str, file: Path) -> Job | None:
        """None for what is never made into pages."""
        kind = page_kind(document.media_type, self._office is not None)
        is_open = file.is_relative_to(self._cache)
        locked = UNLOCKED in document.problems or (LOCKED in document.problems and kind == "office")
        if kind is None or (locked and not is_open):
            return None
        folder = file.parent if is_open else self._folder
        caption, dpi = "", self._options.picture_dpi if self._options.shrinks else None
        if kind == "photo":
            caption, dpi = _caption(document), self._options.picture_dpi
            if self._options.photos_per_page > 1:
                caption = f"{code}. {caption}"
        elif kind in ("text", "html", "mail"):
            caption = printable(document_name(document))
        per_page = self._options.photos_per_page if kind == "photo" else 1
        made_by = self._office.name if self._office and kind == "office" else ""
        mark = sha256("|".join([kind, made_by, str(dpi or ""), str(per_page), caption]).encode()).hexdigest()[:12]
        return Job(
            file, folder / f"{document.sha256}-{VERSION}-{mark}.pdf", kind, document.media_type, caption, dpi, per_page
        )

    def _remembered(self, job: Job) -> Ready | None:
        try:
            ready = Ready.from_json(job.target.with_suffix(".json").read_bytes())
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return None
        return ready if not ready.pages or job.target.is_file() else None

    def _make(self, jobs: dict[str, Job], progress: Progress) -> dict[str, Ready | None]:
        """Several in one go; when that ends badly, one by one, so that only the guilty one suffers."""
        made: dict[str, Ready | None] = {}
        wanted = jobs
        jobs = self._converted(jobs, made, progress)
        try:
            outcomes = self._worker.run(make_ready, list(jobs.values()), seconds=JOB_SECONDS)
            made.update(zip(jobs, outcomes, strict=True))
        except WorkerError:
            for one, job in jobs.items():
                progress.check()
                try:
                    made[one] = self._worker.run(make_ready, [job], seconds=JOB_SECONDS)[0]
                except WorkerError as error:
                    made[one] = Ready(0, reason=error.reason)
        for one, ready in made.items():
            if ready and ready.reason not in PASSING:
                _remember(wanted[one], ready)
            if one in jobs and jobs[one] is not wanted[one]:
                jobs[one].source.unlink(missing_ok=True)
        return made

    def _converted(self, jobs: Mapping[str, Job], made: dict[str, Ready | None], progress: Progress) -> dict[str, Job]:
        """The same with PDFs in the place of office files; what cannot be converted is in `made` and not here."""
        office = {one: job for one, job in jobs.items() if job.kind == "office"}
        gone = {one for one, job in office.items() if not job.source.is_file()}
        papers = {
            one: Paper(job.source, *OFFICE[job.media_type], job.target.with_suffix(".office"))
            for one, job in office.items()
            if one not in gone
        }
        why = "not_converted"
        if papers and self._office:
            try:
                self._office.convert(list(papers.values()), progress)
            except OSError as error:  # somebody holds a file, or the office program cannot be started just now
                if error.errno in FULL:
                    raise UserError("disk_full") from error
                why = "failed"
        lost = {one for one, paper in papers.items() if not paper.target.is_file()}
        made.update(dict.fromkeys(gone, Ready(0, reason="missing_original")))
        made.update(dict.fromkeys(lost, Ready(0, reason=why)))
        return {
            one: replace(job, source=papers[one].target) if one in papers else job
            for one, job in jobs.items()
            if one not in lost | gone
        }

    def _prepared(self, document: Document, code: str, job: Job | None, ready: Ready | None) -> Prepared:
        if job is None or ready is None:
            reason = "encrypted" if {LOCKED, UNLOCKED} & {*document.problems} else "not_paged"
            return Prepared(_slip(document, code, reason), None)
        if ready.pages == 0:
            return Prepared(_slip(document, code, ready.reason or "failed"), None)
        attachment = None
        if ready.signers and not ready.acts and document.size <= LARGEST_ATTACHMENT:
            attachment = _attached_name(document, code, ".pdf")
        fate = Fate(ready.pages, False, ready.reason, attachment, ready.scaled, ready.signers, ready.cell)
        return Prepared(fate, job.target, ready.twins)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for one in documents:
        if batch and (len(batch) == BATCH or size + one.size > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += one.size
    if batch:
        yield batch


def _patiently(making: "Future[dict[str, Ready | None]]", progress: Progress) -> dict[str, Ready | None]:
    """What comes of it, unless it is cancelled before; what is being made then ends by itself."""
    while True:
        with suppress(TimeoutError):
            return making.result(LOOK_EVERY_SECONDS)
        progress.check()


def _remember(job: Job, ready: Ready) -> None:
    file = job.target.with_suffix(".json")
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        file.write_text(ready.to_json(), "utf-8")


def _caption(document: Document) -> str:
    """What a photo shows and of which day it is."""
    day = document.description.issued_on
    name = document_name(document)
    return printable(f"{name}, {spoken_date(day)}" if day else name)


def _slip(document: Document, code: str, reason: str) -> Fate:
    """A page that stands for the document; its original is attached where it can do no harm."""
    suffix = attachable(document)
    harmless = suffix and document.size <= LARGEST_ATTACHMENT
    if not suffix or not harmless or reason == "missing_original":
        if reason == "not_paged":
            reason = "too_large" if suffix else "unsafe"
        return Fate(1, is_slip=True, reason=reason)
    return Fate(1, is_slip=True, reason=reason, attachment=_attached_name(document, code, suffix))


def _attached_name(document: Document, code: str, suffix: str) -> str:
    return safe_name(f"{code} {PurePath(document.name).stem}{suffix}")
