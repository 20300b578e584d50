"""Makes the stick for the inspectors: the dossier, the originals, an index to look things up in, and checksums."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from core.catalogue.records import Criterion
from core.dossier.kinds import MACROS
from core.dossier.options import Options
from core.dossier.outline import Section
from core.dossier.printer import EVERYTHING, DossierPrinter
from core.dossier.records import Omitted, Printed, PrintedFile
from core.dossier.stick.contents import Contents
from core.dossier.stick.index import index_html, pointer_html
from core.dossier.stick.names import DOSSIER, INDEX, LIST, SUMS, dossier_names, homes_of, layout, pointer_name
from core.dossier.stick.records import Stick, StickFile
from core.dossier.stick.spreadsheet import spreadsheet
from core.dossier.stick.targets import Target, add_bytes, check_place, check_room, target_at
from core.errors import UserError
from core.files import hash_file
from core.library.harmful import is_harmful
from core.library.records import Document
from core.progress import Progress


@dataclass(frozen=True)
class _Original:
    document: Document
    path: Path
    name: str


class _Printing(Progress):
    """The first part of a longer work: `after` more steps follow."""

    def __init__(self, whole: Progress, after: int) -> None:
        super().__init__()
        self._whole, self._after = whole, after
        self.steps = 0

    def step(self, done: int, total: int, what: str = "") -> None:
        self.steps = total
        self._whole.step(done, total + self._after if total else 0, what)

    @property
    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled


class StickMaker:
    """`original(sha256)` is where a file lies; `cache` may be deleted at any time; `on_made` is told of each stick."""

    def __init__(
        self,
        printer: DossierPrinter,
        original: Callable[[str], Path],
        cache: Path,
        on_made: Callable[[Stick], None] | None = None,
    ) -> None:
        self._printer = printer
        self._original = original
        self._cache = cache
        self._on_made = on_made

    def make(
        self, out: Path, options: Options = EVERYTHING, *, force: bool = False, progress: Progress | None = None
    ) -> Stick:
        """Print the dossier and hand it over with its originals; `out` is a folder, or a zip if it ends so.

        Raises as `print_dossier` and `hand_over` do.
        """
        progress = progress or Progress()
        check_place(out, force)
        after = 2 * self._printer.foresee(options).documents + 2
        printing = _Printing(progress, after)
        self._cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self._cache, ignore_cleanup_errors=True) as folder:
            printed = self._printer.print_dossier(Path(folder) / DOSSIER, options, progress=printing)
            return self._hand_over(out, printed, force, progress, printing.steps)

    def hand_over(self, out: Path, printed: Printed, *, force: bool = False, progress: Progress | None = None) -> Stick:
        """Put a dossier that was printed, its originals and the index into `out`, as `make` does.

        Until all is there, what lay under that name stays; a stick of ours that lies there is replaced with `force`.
        Raises UserError: "stick_exists", "stick_place_taken", "stick_on_drive", "stick_no_room", "dossier_changed"
        (the printed file is not what it was), "cannot_write", "file_in_use"; and Cancelled.
        """
        return self._hand_over(out, printed, force, progress or Progress(), 0)

    def _hand_over(self, out: Path, printed: Printed, force: bool, progress: Progress, before: int) -> Stick:
        check_place(out, force)
        outline, documents = printed.matter.outline, printed.matter.material.documents
        names = layout(outline, documents)
        total = before + 2 * len(names) + 2
        left_out: dict[str, str] = {}
        originals: list[_Original] = []
        for number, (key, name) in enumerate(names.items()):
            document = documents[key]
            progress.step(before + number, total, document.name)
            path = self._original(document.sha256)
            if why := _why_not(document, path):
                left_out[key] = why
            else:
                originals.append(_Original(document, path, name))
        there = {one.document.id: one.name for one in originals}
        dossier = dossier_names(printed.files)
        contents = Contents(printed.matter, printed.places, there, left_out, dossier)
        needed = sum(one.document.size for one in originals) + sum(map(_size, printed.files))
        check_room(out, needed)
        with target_at(out, printed.matter.on, needed) as target:
            files = _fill(target, contents, printed, originals, progress, (before + len(names), total))
            target.finish(progress)
            progress.step(total, total)
        omitted = tuple(Omitted(key, documents[key].name, why) for key, why in left_out.items())
        stick = Stick(out, tuple(files), omitted, printed)
        if self._on_made:
            self._on_made(stick)
        return stick


def _fill(
    target: Target,
    contents: Contents,
    printed: Printed,
    originals: Sequence[_Original],
    progress: Progress,
    steps: tuple[int, int],
) -> list[StickFile]:
    """The index first: a folder that is listed in the order of writing begins with it."""
    done, total = steps
    files = [add_bytes(target, index_html(contents).encode(), INDEX)]
    for file, name in zip(printed.files, contents.dossier, strict=True):
        progress.step(done, total, name)
        with _open(file.path) as stream:
            files.append(target.add(stream, name))
        if files[-1].sha256 != file.sha256:
            raise UserError("dossier_changed", path=str(file.path))
    files.append(add_bytes(target, spreadsheet(contents), LIST))
    for number, one in enumerate(originals, 1):
        progress.step(done + number, total, one.document.name)
        with one.path.open("rb") as stream:
            files.append(target.add(stream, one.name))
    homes = homes_of(contents.matter.outline)
    for section in contents.matter.outline.sections:
        files += _pointers(target, contents, section, homes)
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    return [*files, add_bytes(target, sums.encode(), SUMS)]


def _pointers(target: Target, contents: Contents, section: Section, homes: Mapping[str, Criterion]) -> list[StickFile]:
    """For whoever looks through the folders: where the documents lie that are in another criterion's."""
    say, files = contents.matter.say, list[StickFile]()
    for entry in contents.entries(section):
        home = homes[entry.document.id]
        if home.id != section.criterion.id:
            name = pointer_name(section.criterion, entry.proof.code, say("stick", "pointer", criterion=home.code))
            files.append(add_bytes(target, pointer_html(contents, entry, home.code).encode(), name))
    return files


def _why_not(document: Document, path: Path) -> str | None:
    """Why an original is not handed over; None where it is."""
    if MACROS in document.problems:
        return "unsafe"
    try:
        if hash_file(path) != document.sha256:
            return "damaged"
    except OSError:
        return "missing_original"
    return "unsafe" if is_harmful(path, document.name) else None


def _size(file: PrintedFile) -> int:
    with suppress(OSError):
        return file.path.stat().st_size
    raise UserError("dossier_changed", path=str(file.path))


def _open(path: Path) -> BinaryIO:
    with suppress(OSError):
        return path.open("rb")
    raise UserError("dossier_changed", path=str(path))
