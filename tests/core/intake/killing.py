"""Run as a program: takes files in and accepts them, and is killed at its n-th write, for every n.

Usage: python -m tests.core.intake.killing FOLDER. FOLDER/template holds a workspace `ws` and a watched folder;
FOLDER/1, FOLDER/2 … are made, each as a kill left it, until a run ends before it comes to its n-th write.
Not part of the suite's own process: a fork wants a process without threads.
"""

import os
import shutil
import signal
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from core.library import store
from tests.core.intake.conftest import Office, wait_for_no_disk

MOST = 2000
WRITES = ("INSERT", "UPDATE", "DELETE")


class Fate:
    """Counts writes and kills this process before, or in the middle of, the n-th."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.lock = threading.Lock()

    def step(self, halfway=None) -> None:
        with self.lock:
            self.left -= 1
            if self.left == 0:
                if halfway:
                    halfway()
                os.kill(os.getpid(), signal.SIGKILL)


class DoomedStream:
    def __init__(self, stream, fate: Fate) -> None:
        self.stream = stream
        self.fate = fate

    def write(self, block: bytes) -> None:
        def half() -> None:
            self.stream.write(block[: len(block) // 2])
            self.stream.flush()

        self.fate.step(half)
        self.stream.write(block)


def doom(fate: Fate) -> None:
    def before(action):
        def doomed(*args, **kwargs):
            fate.step()
            return action(*args, **kwargs)

        return doomed

    wait_for_no_disk(pytest.MonkeyPatch())
    for place, name in ((os, "fsync"), (Path, "replace"), (Path, "mkdir"), (Path, "unlink"), (Path, "chmod")):
        setattr(place, name, before(getattr(place, name)))
    copy = store.copy_hashed
    store.copy_hashed = lambda source, target: copy(source, DoomedStream(target, fate))
    event.listen(Engine, "before_cursor_execute", lambda *about: about[2].startswith(WRITES) and fate.step())
    event.listen(Engine, "commit", lambda _: fate.step())


def work(folder: Path) -> None:
    office = Office(folder / "ws")
    office.folders.add(office.watched)
    office.look()
    for arrival in office.inbox.all():
        office.inbox.accept(arrival.id, [office.criteria.get("1.1").id])


def main(folder: Path) -> None:
    for number in range(1, MOST):
        place = folder / str(number)
        shutil.copytree(folder / "template", place)
        child = os.fork()
        if not child:
            doom(Fate(number))
            work(place)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(os.waitstatus_to_exitcode(status))
    sys.exit("the writes never ended")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
