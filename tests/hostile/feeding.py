"""Sends files through the whole intake, and counts what became of them."""

import os
import shutil
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.files import path_text
from core.intake.settle import look
from core.library.records import Document
from core.reading.worker import WorkerError
from core.workspace import Workspace
from tests.hostile.seeds import PASSWORD, Seed

WIDTH = 300


@dataclass
class Tally:
    """`bugs` are tracebacks, `lost` the paths of files of which nobody said anything."""

    files: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    problems: Counter[str] = field(default_factory=Counter[str])
    workers: Counter[str] = field(default_factory=Counter[str])
    bugs: list[str] = field(default_factory=list[str])
    lost: list[str] = field(default_factory=list[str])
    slowest: tuple[float, str] = (0.0, "")


class Feeding:
    """Feeds a workspace, batch by batch: some through a watched folder, the others as `add` does."""

    def __init__(self, workspace: Workspace, place: Path, on_bad: Callable[[Path, str], object] = lambda *_: None):
        self.workspace = workspace
        self.tally = Tally()
        self._place = place
        self._on_bad = on_bad
        self._watch_worker()

    def feed(self, files: Sequence[Seed], *, watched: bool, recognise: int = 0) -> None:
        """`recognise`: how many of the pages that are pictures are recognised; the others wait."""
        folder = self._place / f"lô {self.tally.files}"
        folder.mkdir(parents=True)
        paths = [path for number, one in enumerate(files) if (path := _written(folder / f"1.{number % 3}", one))]
        self.tally.files += len(paths)
        documents = self._scan(folder) if watched else [one for path in paths if (one := self._add(path))]
        for one in documents:
            self._use(one)
        if recognise:
            self._guarded(folder, lambda: self._recognise(recognise))
        shutil.rmtree(folder)

    def _watch_worker(self) -> None:
        run = self.workspace.worker.run

        def counted(function, *args, seconds=60):
            start = time.monotonic()
            try:
                return run(function, *args, seconds=seconds)
            except WorkerError as error:
                self.tally.workers[error.reason] += 1
                if error.reason == "failed":
                    self.tally.problems[f"{function.__name__}: {error.detail.split(':')[0]}"] += 1
                if error.reason in ("failed", "crashed", "timed_out"):
                    self._on_bad(args[0], f"{function.__name__} {error.reason} {error.detail}")
                raise
            finally:
                took = time.monotonic() - start
                if took > self.tally.slowest[0]:
                    self.tally.slowest = took, f"{function.__name__} {args[1:3]}"
                    self._on_bad(args[0], f"{function.__name__} took {took:.1f} s")

        self.workspace.worker.run = counted  # type: ignore[method-assign]

    def _guarded(self, path: Path, action: Callable[[], object]) -> object:
        """A UserError is an answer; whatever else comes is a bug."""
        try:
            return action()
        except UserError as error:
            self.tally.outcomes[error.code] += 1
        except Exception:
            self.tally.bugs.append(f"{path_text(path)}\n{traceback.format_exc()}")
            self._on_bad(path, "bug " + traceback.format_exc())
        return None

    def _add(self, path: Path) -> Document | None:
        return self._guarded(path, lambda: self._added(path))  # type: ignore[return-value]

    def _added(self, path: Path) -> Document:
        added = self.workspace.documents.add(path)
        self.tally.outcomes[added.outcome] += 1
        return added.document

    def _scan(self, folder: Path) -> list[Document]:
        documents: list[Document] = []
        self._guarded(folder, lambda: documents.extend(self._scanned(folder)))
        return documents

    def _scanned(self, folder: Path) -> list[Document]:
        there = {one.path for one in look(folder).files.values()}
        result = self.workspace.scan.run([folder], settle_seconds=0)
        passed = (*result.waiting, *result.refused)
        named = {one.path for one in (*result.arrived, *passed)}
        self.tally.outcomes.update(one.reason for one in passed)
        self.tally.outcomes.update("of a set" if one.set_id else "arrived" for one in result.arrived)
        self.tally.lost += sorted(there - named)
        if result.known:
            self.tally.lost.append(f"{result.known} taken for known")
        documents: list[Document] = []
        for one in result.arrived:
            accept = self.workspace.inbox.accept_set if one.entries else self.workspace.inbox.accept
            with suppress(UserError):  # an empty set, or one that was decided with its last entry
                added = accept(one.id)
                documents += [each.document for each, _ in (added if isinstance(added, list) else [added])]
        return documents

    def _use(self, one: Document) -> None:
        """What a person does with a document: looks at it, gives a password, searches, is shown suggestions."""
        workspace, path = self.workspace, self.workspace.store.path(one.sha256)
        self.tally.problems.update(one.problems)
        picture = self._place / "ảnh.jpg"
        for page in {0, (one.pages or 1) - 1}:
            arguments = (path, one.media_type or "", page, WIDTH, picture)
            self._guarded(path, lambda arguments=arguments: workspace.reader.picture(*arguments))
        if "encrypted" in one.problems:
            self._guarded(path, lambda: workspace.originals.unlock(one.sha256, PASSWORD))
        self._guarded(path, lambda: workspace.search.find(one.name))
        self._guarded(path, lambda: workspace.suggest.of_document(one.id))

    def _recognise(self, pages: int) -> None:
        from core.progress import Cancelled, Progress

        progress = Progress(lambda done, *_: progress.cancel() if done >= pages else None)
        with suppress(Cancelled):
            workspace = self.workspace
            workspace.recognition.run(progress)


def _written(folder: Path, one: Seed) -> Path | None:
    """Where the file lies now; None where this system takes no such name."""
    folder.mkdir(exist_ok=True)
    name = one.name.replace("/", "_").replace("\0", "_")
    path = folder / name
    for number in range(100):
        try:
            with path.open("xb") as stream:
                stream.write(one.content)
        except FileExistsError:
            path = folder / f"{number} {name}"
        except (OSError, ValueError):
            return None
        else:
            return path if os.path.lexists(path) else None
    return None
