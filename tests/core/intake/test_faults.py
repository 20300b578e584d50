"""Whatever fails while files are taken in: each is wholly in or still offered, and none is there twice."""

import errno
import os
import threading
from pathlib import Path

import pytest

from core.errors import UserError
from core.intake.records import Folder
from core.intake.watcher import Watcher
from core.library import store
from tests.core.intake.conftest import Office

MANY = 5000
FILES = {"a.txt": "number: 1", "Kế hoạch/b.txt": "hai", "bản sao.txt": "hai"}


def test_thousands_of_files_arrive_once_each_though_every_event_is_lost(office, monkeypatch):
    """An overflow: the observer says nothing of what came, but that it is still there."""
    monkeypatch.setattr("core.intake.watcher._Handler.on_any_event", lambda *_: None)
    monkeypatch.setattr(office.originals, "read_pending", lambda _progress: 0)
    hinted = threading.Event()
    (folder,) = office.folders.all()
    watcher = Watcher([folder], hinted.set, renew_seconds=0.05)
    watcher.start()
    try:
        for number in range(MANY):
            office.drop(f"{number}.txt", str(number))
        result = office.look()
    finally:
        watcher.stop()
    assert not hinted.is_set()
    assert len(result.arrived) == len({one.path for one in result.arrived}) == MANY
    again = office.look()
    assert (again.arrived, again.known) == ((), MANY)


def test_files_that_come_while_a_look_goes_on_are_in_the_next(office):
    stopped = threading.Event()

    def write():
        for number in range(300):
            office.drop(f"{number}.txt", str(number))
        stopped.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not stopped.is_set():
        office.look()
    writer.join()
    office.look()
    assert sorted(one.name for one in office.inbox.all()) == sorted(f"{number}.txt" for number in range(300))
    assert all(Path(one.path).read_bytes() == office.store.path(one.sha256).read_bytes() for one in office.inbox.all())


def test_a_share_that_vanishes_and_returns_while_files_come(office):
    away = office.watched.with_name("away")
    (folder,) = office.folders.all()
    for turn in range(3):
        office.drop(f"{turn} trước.txt")
        office.look()
        office.watched.rename(away)
        assert [one.reason for one in office.look().waiting] == ["folder_away"]
        (away / f"{turn} trong lúc vắng.txt").write_text(str(turn))
        away.rename(office.watched)
        office.look()
    names = sorted(one.name for one in office.inbox.all())
    assert names == sorted(f"{turn} {when}.txt" for turn in range(3) for when in ("trước", "trong lúc vắng"))
    assert office.folders.all() == [Folder(folder.id, folder.path, office.folders.all()[0].looked_at, None)]


class Failing:
    """Lets every write to the disk through but the n-th, which fails half way as a disk does."""

    def __init__(self, at: int) -> None:
        self.left = at

    def check(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(errno.EIO, "Input/output error")

    def before(self, action):
        def failing(*args, **kwargs):
            self.check()
            return action(*args, **kwargs)

        return failing


class FailingStream:
    def __init__(self, stream, failing: Failing) -> None:
        self.stream, self.failing = stream, failing

    def write(self, block: bytes) -> None:
        try:
            self.failing.check()
        except OSError:
            self.stream.write(block[: len(block) // 2])
            raise
        self.stream.write(block)


def break_at(patch, failing: Failing) -> None:
    for place, name in ((os, "fsync"), (Path, "replace"), (Path, "mkdir"), (Path, "chmod")):
        patch.setattr(place, name, failing.before(getattr(place, name)))
    copy = store.copy_hashed
    patch.setattr(store, "copy_hashed", lambda source, target: copy(source, FailingStream(target, failing)))


def work(office: Office) -> None:
    office.look()
    for one in office.inbox.all():
        office.inbox.accept(one.id)


@pytest.mark.skipif(os.name == "nt", reason="counts the writes of POSIX")
def test_an_input_output_error_at_every_write(office, monkeypatch):
    """The n-th write fails, for every n; what stayed out comes with the next look."""
    seen = set()
    for number in range(1, 100):
        for name, content in FILES.items():
            office.drop(f"{number}/{name}", f"{content} {number}")
        failing = Failing(number)
        with monkeypatch.context() as patch:
            break_at(patch, failing)
            try:
                result = office.look()
            except UserError as error:
                seen.add(error.code)
            else:
                seen |= {one.reason for one in result.waiting}
        check = office.originals.verify()
        assert (check.damaged, check.missing) == ((), ())
        work(office)
        taken = [one for one in office.inbox.all("accepted") if f"/{number}/" in Path(one.path).as_posix()]
        assert sorted(one.name for one in taken) == ["a.txt", "b.txt", "bản sao.txt"]
        assert len(office.documents.all()) == 2 * number
        assert not list(office.store.folder.rglob("*.part"))
        if failing.left > 0:
            break
    assert number > 10, "nothing was written"
    assert "store_unwritable" in seen
    assert office.originals.verify().orphans == ()
