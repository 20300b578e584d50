"""Has every document of a dossier made into pages, remembers what came of it, and says what stands there instead."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path, PurePath

from core.dossier.fonts import printable
from core.dossier.kinds import attachable, page_kind
from core.dossier.pages import Job, Ready, make_ready
from core.dossier.sheets.matter import Fate, document_name, spoken_date
from core.files import safe_name
from core.library.records import Document
from core.progress import Progress
from core.reading.worker import Worker, WorkerError

VERSION = 2  # of the pages in the cache: count up when they are made differently
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


class Preparer:
    """`original(sha256)` is where a file lies; what is made lies in `cache`/pages and may be deleted at any time."""

    def __init__(self, worker: Worker, cache: Path) -> None:
        self._worker = worker
        self._folder = cache / "pages"

    def prepare(
        self, documents: Sequence[tuple[Document, str, Path]], progress: Progress, total: int
    ) -> dict[str, Prepared]:
        """By document id, for (document, evidence code, its original); raises Cancelled."""
        self._folder.mkdir(parents=True, exist_ok=True)
        jobs = {document.id: self._job(document, original) for document, _, original in documents}
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

    def fail(self, document: Document, code: str) -> Prepared:
        """What stands for a document that was ready and could not be bound; it is made anew the next time."""
        for file in self._folder.glob(f"{document.sha256}*"):
            with suppress(OSError):
                file.unlink()
        return Prepared(_slip(document, code, "failed"), None)

    def _job(self, document: Document, original: Path) -> Job | None:
        """None for what is never made into pages."""
        kind = page_kind(document.media_type)
        if kind == "pdf":
            return Job(original, self._folder / f"{document.sha256}-{VERSION}.pdf", "pdf", "")
        if kind == "photo":
            caption = _caption(document)
            mark = sha256(caption.encode()).hexdigest()[:16]
            return Job(original, self._folder / f"{document.sha256}-{VERSION}-{mark}.pdf", "photo", caption)
        return None

    def _remembered(self, job: Job) -> Ready | None:
        try:
            facts = json.loads(job.target.with_suffix(".json").read_bytes())
            twins = {int(number): digest for number, digest in facts.pop("twins").items()}
            ready = Ready(**facts, twins=twins)
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return None
        return ready if not ready.pages or job.target.is_file() else None

    def _make(self, jobs: dict[str, Job], progress: Progress) -> dict[str, Ready | None]:
        """Several in one go; when that ends badly, one by one, so that only the guilty one suffers."""
        made: dict[str, Ready | None] = {}
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
                _remember(jobs[one], ready)
        return made

    def _prepared(self, document: Document, code: str, job: Job | None, ready: Ready | None) -> Prepared:
        if job is None or ready is None:
            return Prepared(_slip(document, code, "not_paged"), None)
        if ready.pages == 0:
            return Prepared(_slip(document, code, ready.reason or "failed"), None)
        return Prepared(Fate(ready.pages, reason=ready.reason), job.target, ready.twins)


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
        file.write_text(json.dumps(asdict(ready)), "utf-8")


def _caption(document: Document) -> str:
    """What a photo shows and of which day it is."""
    day = document.description.issued_on
    name = document_name(document)
    return printable(f"{name}, {spoken_date(day)}" if day else name)


def _slip(document: Document, code: str, reason: str) -> Fate:
    """A page that stands for the document; its original is attached where it can do no harm."""
    suffix = attachable(document)
    harmless = suffix and document.size <= LARGEST_ATTACHMENT
    if not harmless or reason == "missing_original":
        if reason == "not_paged":
            reason = "too_large" if suffix else "unsafe"
        return Fate(1, is_slip=True, reason=reason)
    stem = PurePath(document.name).stem
    return Fate(1, is_slip=True, reason=reason, attachment=safe_name(f"{code} {stem}{suffix}"))
