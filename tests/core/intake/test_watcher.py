"""Hints come when something comes, and nothing that befalls a folder reaches the caller."""

import shutil
import threading

import pytest
from watchdog.observers.polling import PollingObserver

from core.intake import watcher as module
from core.intake.records import Folder
from core.intake.watcher import Watcher

PATIENCE = 20


@pytest.fixture
def watch():
    started = []

    def watch(*folders, observe="automatic"):
        hinted = threading.Event()
        watched = [Folder(str(folder), folder, None, None, observe) for folder in folders]
        watcher = Watcher(watched, hinted.set, renew_seconds=0.1, poll_seconds=0.1)
        started.append(watcher)
        watcher.start()
        return watcher, hinted

    yield watch
    for watcher in started:
        watcher.stop()


def hint_after(action, hinted):
    """Repeats what should give a hint, since watching begins a moment after the start."""
    for number in range(PATIENCE * 10):
        action(number)
        if hinted.wait(0.1):
            return True
    return False


def test_a_new_file_gives_a_hint_also_in_a_subfolder(watch, tmp_path):
    (tmp_path / "trong").mkdir()
    _, hinted = watch(tmp_path)
    assert hint_after(lambda number: (tmp_path / "trong" / f"{number}.txt").write_text("x"), hinted)


def test_a_folder_that_is_away_is_watched_when_it_returns(watch, tmp_path):
    folder = tmp_path / "share"
    _, hinted = watch(folder)
    assert not hinted.wait(0.3)
    folder.mkdir()
    assert hinted.wait(PATIENCE)
    hinted.clear()
    assert hint_after(lambda number: (folder / f"{number}.txt").write_text("x"), hinted)


def test_a_folder_that_vanishes_and_returns_is_watched_again(watch, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    _, hinted = watch(folder)
    assert hint_after(lambda number: (folder / f"{number}.txt").write_text("x"), hinted)
    shutil.rmtree(folder)
    while hinted.wait(0.5):
        hinted.clear()
    folder.mkdir()
    assert hint_after(lambda number: (folder / f"{number}.txt").write_text("x"), hinted)


def test_looking_at_the_files_gives_no_hint(watch, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    _, hinted = watch(tmp_path)
    assert hint_after(lambda number: (tmp_path / f"{number}.txt").write_text("x"), hinted)
    while hinted.wait(0.5):
        hinted.clear()
    path.read_bytes()
    list(tmp_path.iterdir())
    assert not hinted.wait(0.5)


def test_an_observer_that_cannot_start_harms_nobody(watch, tmp_path, monkeypatch):
    def fail(*_, **__):
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr("core.intake.watcher.Observer", fail)
    watcher, hinted = watch(tmp_path)
    assert not hinted.wait(0.3)
    watcher.stop()


def test_no_hint_comes_after_the_stop(watch, tmp_path):
    watcher, hinted = watch(tmp_path)
    assert hint_after(lambda number: (tmp_path / f"{number}.txt").write_text("x"), hinted)
    watcher.stop()
    hinted.clear()
    (tmp_path / "late.txt").write_text("x")
    assert not hinted.wait(0.3)
    watcher.stop()


def test_stopping_what_was_never_started_is_allowed(tmp_path):
    Watcher([Folder("", tmp_path, None, None)], lambda: None).stop()


@pytest.fixture
def pollers(monkeypatch):
    """The folders that were given to a polling observer."""
    polled = []
    schedule = PollingObserver.schedule

    def noting(self, handler, path, **options):
        polled.append(path)
        return schedule(self, handler, path, **options)

    monkeypatch.setattr(PollingObserver, "schedule", noting)
    return polled


@pytest.mark.parametrize(
    ("observe", "is_share", "polls"),
    [
        ("automatic", False, False),
        ("automatic", True, True),
        ("native", True, False),
        ("polling", False, True),
    ],
)
def test_shares_are_polled_unless_the_folder_says_otherwise(
    watch, tmp_path, pollers, monkeypatch, observe, is_share, polls
):
    monkeypatch.setattr(module, "is_on_network", lambda _: is_share)
    _, hinted = watch(tmp_path, observe=observe)
    assert hint_after(lambda number: (tmp_path / f"{number}.txt").write_text("x"), hinted)
    assert pollers == ([str(tmp_path)] if polls else [])


def test_a_polled_share_that_vanishes_and_returns_is_polled_again(watch, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    _, hinted = watch(folder, observe="polling")
    assert hint_after(lambda number: (folder / f"{number}.txt").write_text("x"), hinted)
    folder.rename(tmp_path / "away")
    while hinted.wait(0.5):
        hinted.clear()
    (tmp_path / "away").rename(folder)
    assert hinted.wait(PATIENCE)
    hinted.clear()
    assert hint_after(lambda number: (folder / f"new {number}.txt").write_text("x"), hinted)


def test_a_folder_that_took_the_place_of_another_is_watched(watch, tmp_path):
    folder, other = tmp_path / "share", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    _, hinted = watch(folder)
    assert hint_after(lambda number: (folder / f"{number}.txt").write_text("x"), hinted)
    folder.rename(tmp_path / "before")
    other.rename(folder)
    while hinted.wait(0.5):
        hinted.clear()
    assert hint_after(lambda number: (folder / f"{number}.txt").write_text("x"), hinted)


def test_a_reader_that_died_is_replaced(watch, tmp_path, monkeypatch):
    made = []
    make = module.Observer

    def noting():
        made.append(make())
        return made[-1]

    monkeypatch.setattr(module, "Observer", noting)
    monkeypatch.setattr(module, "is_on_network", lambda _: False)
    _, hinted = watch(tmp_path)
    assert hint_after(lambda number: (tmp_path / f"{number}.txt").write_text("x"), hinted)
    for emitter in list(made[0].emitters):
        emitter.stop()
    while hinted.wait(0.5):
        hinted.clear()
    assert hint_after(lambda number: (tmp_path / f"late {number}.txt").write_text("x"), hinted)
    assert len(made) > 1


def test_a_share_that_hangs_keeps_no_other_folder_from_being_watched(watch, tmp_path, monkeypatch):
    hanging, other = tmp_path / "hanging", tmp_path / "other"
    hanging.mkdir()
    other.mkdir()
    release = threading.Event()
    ask = module._identity

    def identity(folder):
        if folder == hanging:
            release.wait(PATIENCE)
        return ask(folder)

    monkeypatch.setattr(module, "_identity", identity)
    _, hinted = watch(hanging, other)
    assert hint_after(lambda number: (other / f"{number}.txt").write_text("x"), hinted)
    release.set()
