"""Reads files in a worker, whatever they hold."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.errors import UserError
from core.files import FULL, atomic_path, patiently
from core.progress import Progress
from core.reading import media
from core.reading.archives import Unpacked, unpack
from core.reading.reading import UNLOCKED, Reading, RecognisedPage
from core.reading.worker import Worker, WorkerError

READ_SECONDS = 120
DRAW_SECONDS = 30
UNPACK_SECONDS = 600
RECOGNISE_SECONDS = 180
MOST_PAGES_AT_ONCE = 20  # somebody is waiting


class Reader:
    """Knows what a file is, what it says and how it looks. Safe to use from several threads."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def read(self, path: Path, name: str) -> Reading:
        """What the file in `path`, which came under `name`, holds. Never raises for that: `problems` say what is wrong.

        Raises UserError: "file_missing", "file_unreadable", "file_in_use" where it cannot be opened at all.
        """
        _check_opens(path)
        reading = Reading(media.BINARY)
        try:
            kind = self._worker.run(media.sniff, path, name, seconds=READ_SECONDS)
            reading = Reading(kind)
            return self._worker.run(_read_file, path, name, kind, seconds=READ_SECONDS)
        except WorkerError as error:
            return replace(reading, problems=(_problem(error),))

    def unlock(self, path: Path, passwords: Sequence[str], target: Path) -> str | None:
        """Write an open copy of a file to `target`; returns the password that did it, None where none fits.

        Raises UserError("cannot_unlock", reason), and as read() does.
        """
        _check_opens(path)
        try:
            return self._worker.run(_unlock_file, path, list(passwords), target, seconds=READ_SECONDS)
        except WorkerError as error:
            raise UserError("cannot_unlock", reason=_problem(error), path=str(path)) from error

    def read_locked(self, path: Path, name: str, passwords: Sequence[str], target: Path) -> tuple[Reading, str] | None:
        """What an encrypted file holds and the password that opens it; None where none does. Raises as unlock().

        The media type is that of what is inside, and the problem "encrypted" gives way to "has_password".
        """
        fitting = self.unlock(path, passwords, target)
        if fitting is None:
            return None
        reading = self.read(target, name)
        return replace(reading, problems=(UNLOCKED, *reading.problems)), fitting

    def recognise(self, path: Path, media_type: str, page: int) -> RecognisedPage:
        """The text of a page (from 0) that is a picture. What the file holds raises nothing: `problem` says it.

        Raises UserError("ocr_missing") where this machine has no data for Vietnamese, and as read() does.
        """
        _check_opens(path)
        try:
            return self._worker.run(_recognise_page, path, media_type, page, seconds=RECOGNISE_SECONDS)
        except WorkerError as error:
            return RecognisedPage(problem=_problem(error))

    def recognised(self, path: Path, reading: Reading, progress: Progress) -> Reading:
        """What was read of a file, with the text of its first MOST_PAGES_AT_ONCE pages that are pictures.

        Problems: "cut_short" where there are more, "ocr_missing" where this machine cannot recognise any.
        """
        pages = reading.scanned[:MOST_PAGES_AT_ONCE]
        for count, page in enumerate(pages):
            progress.step(count, len(pages))
            try:
                reading = reading.with_page(page, self.recognise(path, reading.media_type, page))
            except UserError as error:
                return replace(reading, problems=(*reading.problems, error.code))
        return replace(reading, problems=(*reading.problems, "cut_short")) if reading.scanned else reading

    def unpack(self, path: Path, folder: Path) -> Unpacked:
        """The entries of an archive as files in `folder`, under temporary names.

        Raises UserError: "disk_full", "store_unwritable", and as read() does.
        """
        _check_opens(path)
        try:
            return self._worker.run(unpack, path, folder, seconds=UNPACK_SECONDS)
        except WorkerError as error:
            return Unpacked(problem=_problem(error))

    def picture(self, path: Path, media_type: str, page: int, width: int, target: Path) -> None:
        """Draw a page (from 0) of a PDF or a photo into `target`, `width` pixels wide: a PNG by that suffix, or a JPEG.

        Very high pages come out narrower. Raises UserError("no_preview", reason): what has no picture, and why; also
        where there is no room for it.
        """
        file_format = "PNG" if target.suffix.lower() == ".png" else "JPEG"
        try:
            with atomic_path(target) as temporary:
                arguments = (path, media_type, page, width, file_format)
                temporary.write_bytes(self._worker.run(_draw_page, *arguments, seconds=DRAW_SECONDS))
        except WorkerError as error:
            raise UserError("no_preview", reason=_problem(error), path=str(path)) from error
        except OSError as error:
            reason = "disk_full" if error.errno in FULL else "store_unwritable"
            raise UserError("no_preview", reason=reason, path=str(path)) from error


# In the worker alone: the parsers take their time to load, and memory for as long as a process lives.


def _read_file(path: Path, name: str, kind: str) -> Reading:
    from core.reading.contents import read_file

    return read_file(path, name, kind)


def _unlock_file(path: Path, passwords: list[str], target: Path) -> str | None:
    from core.reading.unlocking import unlock_file

    return unlock_file(path, passwords, target)


def _recognise_page(path: Path, media_type: str, page: int) -> RecognisedPage:
    from core.reading.recognition import recognise_page

    return recognise_page(path, media_type, page)


def _draw_page(path: Path, media_type: str, page: int, width: int, file_format: str) -> bytes:
    from core.reading.contents import draw_page

    return draw_page(path, media_type, page, width, file_format)


def _problem(error: WorkerError) -> str:
    """An exception that no format's reader foresaw means that the bytes are not what their format says."""
    return "damaged" if error.reason == "failed" else error.reason


def _check_opens(path: Path) -> None:
    try:
        patiently(lambda: path.open("rb").close(), path)
    except OSError as error:
        code = "file_missing" if isinstance(error, FileNotFoundError) else "file_unreadable"
        raise UserError(code, path=str(path)) from error
