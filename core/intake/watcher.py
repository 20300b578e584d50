"""Events of the file system, as hints to look soon. What they miss the next scan finds."""

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from core.intake.records import Folder
from core.intake.shares import is_on_network

RENEW_SECONDS = 15.0
POLL_SECONDS = 15.0
STOP_SECONDS = 5.0
CHANGES = {"created", "modified", "moved", "closed"}  # that a scan opened a file is no news

log = logging.getLogger(__name__)


class Watcher:
    """Calls `on_hint`, on threads of its own, when something may have come; it may call often.

    A folder that is away is watched when it returns, with a hint; nothing that befalls an observer reaches the caller,
    and a share that hangs keeps nobody but itself.
    """

    def __init__(
        self,
        folders: Sequence[Folder],
        on_hint: Callable[[], None],
        renew_seconds: float = RENEW_SECONDS,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._on_hint = on_hint
        self._stopping = Event()
        watched = [_Watched(folder, self._hint, poll_seconds) for folder in folders]
        self._threads = [
            Thread(target=one.keep, args=(self._stopping, renew_seconds), name="watcher", daemon=True)
            for one in watched
        ]
        self._is_started = False

    def start(self) -> None:
        """Watch from now on; a second call does nothing."""
        if not self._is_started:
            self._is_started = True
            for thread in self._threads:
                thread.start()

    def stop(self) -> None:
        """Watch no longer; no hint comes after it."""
        self._stopping.set()
        until = time.monotonic() + STOP_SECONDS
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(0.0, until - time.monotonic()))

    def _hint(self) -> None:
        if not self._stopping.is_set():
            self._on_hint()


class _Watched:
    """One folder and the observer that watches it, which is replaced when it dies or the folder is another one."""

    def __init__(self, folder: Folder, hint: Callable[[], None], poll_seconds: float) -> None:
        self._path = folder.path
        self._observe = folder.observe
        self._handler = _Handler(hint)
        self._hint = hint
        self._poll_seconds = poll_seconds
        self._observer: BaseObserver | None = None
        self._identity: tuple[int, int] | None = None

    def keep(self, stopping: Event, renew_seconds: float) -> None:
        self._renew()
        while not stopping.wait(renew_seconds):
            if self._renew():
                self._hint()
        self._drop()

    def _renew(self) -> bool:
        """Watch the folder where it is there and not watched; True where that was begun anew."""
        identity = _identity(self._path)
        if identity and identity == self._identity and self._is_alive():
            return False
        self._drop()
        if identity is None:
            return False
        try:
            observer = self._make_observer()
            observer.schedule(self._handler, str(self._path), recursive=True)
            observer.start()
        except Exception:  # watchdog raises what the platform gives it; a scan will find what comes
            log.warning("cannot watch %r", str(self._path), exc_info=True)
            return False
        self._observer, self._identity = observer, identity
        return True

    def _make_observer(self) -> BaseObserver:
        polls = is_on_network(self._path) if self._observe == "automatic" else self._observe == "polling"
        return PollingObserver(timeout=self._poll_seconds) if polls else Observer()

    def _is_alive(self) -> bool:
        observer = self._observer
        return observer is not None and observer.is_alive() and all(one.is_alive() for one in observer.emitters)

    def _drop(self) -> None:
        observer, self._observer, self._identity = self._observer, None, None
        if observer:
            try:
                observer.stop()
                observer.join(STOP_SECONDS)
            except Exception:
                log.warning("cannot stop watching %r", str(self._path), exc_info=True)


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another that took its path; None where it is away."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class _Handler(FileSystemEventHandler):
    def __init__(self, hint: Callable[[], None]) -> None:
        self._hint = hint

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGES:
            self._hint()
