"""A scan takes each finished file once and says why it leaves the others."""

import errno
import os
import shutil
import threading
import time
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.errors import UserError
from core.intake import scan as module
from core.intake import settle
from core.library import store as store_module
from core.progress import Cancelled, Progress


def names(result):
    return sorted(one.name for one in result.arrived)


def reasons(passed):
    return {Path(one.path).name: one.reason for one in passed}


def time_as(monkeypatch, **stands_in):
    """Another time for the scan only: the threads of other tests' workers sleep on."""
    clock = SimpleNamespace(**{"sleep": time.sleep, "monotonic": time.monotonic} | stands_in)
    monkeypatch.setattr(module, "time", clock)
    monkeypatch.setattr(settle, "time", clock)


def snapshot(folder: Path):
    return {
        path: (path.lstat().st_mtime_ns, path.lstat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in [folder, *folder.rglob("*")]
    }


def test_files_arrive_once_with_what_was_read(office):
    office.drop("kế hoạch.txt", "number: 67\nnotation: KH-SGD&ĐT")
    office.drop("1.2 Báo cáo/quý I.txt")
    first = office.look()
    assert names(first) == ["kế hoạch.txt", "quý I.txt"]
    plan = next(one for one in first.arrived if one.name == "kế hoạch.txt")
    assert (plan.state, plan.is_read, plan.description.symbol) == ("offered", True, "67/KH-SGD&ĐT")
    assert plan.path == str(office.watched / "kế hoạch.txt")
    again = office.look()
    assert (again.arrived, again.known) == ((), 2)


def test_files_arrive_in_the_order_in_which_people_count(office):
    wanted = ["Báo cáo 1.txt", "Báo cáo 2.txt", "báo cáo 9.txt", "Báo cáo 10.txt", "Đề án.txt", "Kế hoạch.txt"]
    for number, name in enumerate(reversed(wanted)):
        office.drop(unicodedata.normalize("NFD" if number % 2 else "NFC", name))
    office.look()
    assert [one.name for one in office.inbox.all()] == wanted


def test_the_watched_folder_is_left_as_it_was(office):
    office.drop("a.txt")
    office.drop("b/c.exe")
    office.drop("b/rỗng.pdf", "")
    before = snapshot(office.watched)
    office.look()
    assert snapshot(office.watched) == before


@pytest.mark.parametrize(
    "name",
    [
        "~$bao cao.docx",
        ".~lock.bao cao.odt#",
        "~WRL0001.tmp",
        "a.pdf.part",
        "a.pdf.crdownload",
        "A.PDF.PART",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        ".giấu.pdf",
        ".giấu/a.pdf",
        "$RECYCLE.BIN/a.pdf",
    ],
)
def test_what_programs_leave_while_they_work_never_arrives(office, name):
    office.drop(name, "x")
    office.drop("thật.txt")
    result = office.look()
    assert names(result) == ["thật.txt"]
    assert not result.waiting
    assert not result.refused


def test_a_placeholder_of_a_cloud_waits_and_is_not_opened(office, monkeypatch):
    path = office.drop("trên mây.pdf")
    office.drop("ở đây.pdf")
    real_see, real_open = settle._see, Path.open

    class Placeholder:
        """An entry as Windows lists a file of OneDrive that is not on this computer."""

        def __init__(self, entry, attribute):
            self.entry, self.attribute = entry, attribute

        def __getattr__(self, name):
            return getattr(self.entry, name)

        def stat(self, **options):
            found = self.entry.stat(**options)
            facts = {name: getattr(found, name) for name in ("st_size", "st_mtime_ns")}
            return SimpleNamespace(**facts, st_file_attributes=self.attribute)

    def see(entry, *rest):
        real_see(Placeholder(entry, 0x00400000 if entry.name == path.name else 0), *rest)

    def opening(self, *args, **kwargs):
        assert self.name != path.name, "this would download it"
        return real_open(self, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(settle, "_see", see)
        patch.setattr(Path, "open", opening)
        result = office.look()
        assert (names(result), reasons(result.waiting)) == (["ở đây.pdf"], {"trên mây.pdf": "in_cloud"})
        assert office.look().waiting == result.waiting
    assert names(office.look()) == ["trên mây.pdf"]
    monkeypatch.setattr(settle, "_see", see)
    assert office.look().waiting == ()


def test_a_file_that_changes_while_it_settles_waits(office, monkeypatch):
    office.drop("đang chép.pdf", "half")
    office.drop("xong.pdf")

    def keep_copying(_seconds):
        with (office.watched / "đang chép.pdf").open("ab") as stream:
            stream.write(b" more")

    time_as(monkeypatch, sleep=keep_copying)
    result = office.scan.run(settle_seconds=0.01)
    assert names(result) == ["xong.pdf"]
    assert reasons(result.waiting) == {"đang chép.pdf": "file_changing"}
    monkeypatch.undo()
    result = office.scan.run(settle_seconds=0.01)
    assert names(result) == ["đang chép.pdf"]
    assert office.store.path(result.arrived[0].sha256).read_bytes().startswith(b"half more")


def test_a_file_that_was_seen_before_is_not_waited_for_again(office, monkeypatch):
    office.drop("a.txt")
    cancelled = Progress()
    with monkeypatch.context() as patch, pytest.raises(Cancelled):
        time_as(patch, sleep=lambda _: cancelled.cancel())
        office.scan.run(progress=cancelled, settle_seconds=60)
    slept = []
    time_as(monkeypatch, monotonic=lambda: time.monotonic() + 61, sleep=slept.append)
    assert names(office.scan.run(settle_seconds=60)) == ["a.txt"]
    assert not slept


def test_cancelling_ends_the_wait_and_takes_nothing(office):
    office.drop("a.txt")
    progress = Progress()
    threading.Timer(0.2, progress.cancel).start()
    with pytest.raises(Cancelled):
        office.scan.run(progress=progress, settle_seconds=600)
    assert office.inbox.all() == []


def test_an_empty_file_waits_until_something_is_in_it(office):
    path = office.drop("a.pdf", "")
    assert reasons(office.look().waiting) == {"a.pdf": "empty"}
    path.write_text("x")
    assert names(office.look()) == ["a.pdf"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_waits(office):
    path = office.drop("a.pdf")
    path.chmod(0)
    assert reasons(office.look().waiting) == {"a.pdf": "file_unreadable"}
    path.chmod(0o600)
    assert names(office.look()) == ["a.pdf"]


def test_a_file_that_another_program_holds_waits(office, monkeypatch):
    office.drop("giữ.docx")
    office.drop("khác.docx")
    real_open = Path.open
    monkeypatch.setattr("core.files.BUSY_PAUSE_SECONDS", 0)

    def held(self, *args, **kwargs):
        if self.name == "giữ.docx":
            error = PermissionError(errno.EACCES, "sharing violation")
            error.winerror = 32
            raise error
        return real_open(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", held)
    result = office.look()
    assert (names(result), reasons(result.waiting)) == (["khác.docx"], {"giữ.docx": "file_in_use"})
    monkeypatch.undo()
    assert names(office.look()) == ["giữ.docx"]


@pytest.mark.parametrize("failing", [1, 2, 3, 4, 5])
def test_a_full_disk_leaves_every_file_in_or_still_offered(office, monkeypatch, failing):
    for number in range(5):
        office.drop(f"{number}.txt")
    copy, count = store_module.copy_hashed, 0

    def full(stream, target):
        nonlocal count
        count += 1
        if count >= failing:
            target.write(stream.read(1))
            raise OSError(errno.ENOSPC, "No space left on device")
        return copy(stream, target)

    monkeypatch.setattr(store_module, "copy_hashed", full)
    result = office.look()
    assert len(result.arrived) == failing - 1
    assert set(reasons(result.waiting).values()) == {"disk_full"}
    monkeypatch.undo()
    office.look()
    assert sorted(one.name for one in office.inbox.all()) == [f"{number}.txt" for number in range(5)]
    check = office.originals.verify()
    assert (check.checked, check.damaged, check.missing, check.orphans) == (5, (), (), ())


def test_a_row_that_cannot_be_written_leaves_the_file_still_offered(office, monkeypatch):
    office.drop("a.txt")
    office.drop("b.txt")
    register = office.originals.register

    def full(connection, sha256, size):
        register(connection, sha256, size)
        if len(office.inbox.all()) == 1:
            raise UserError("disk_full", path="")

    monkeypatch.setattr(office.originals, "register", full)
    result = office.look()
    assert (names(result), reasons(result.waiting)) == (["a.txt"], {"b.txt": "disk_full"})
    assert len(office.originals.verify().orphans) == 1
    monkeypatch.undo()
    assert names(office.look()) == ["b.txt"]
    assert office.originals.verify().orphans == ()


def test_a_database_that_cannot_be_written_ends_the_scan(office, monkeypatch):
    office.drop("a.txt")

    def damaged(*_):
        raise UserError("database_damaged", path="")

    with monkeypatch.context() as patch:
        patch.setattr(office.originals, "register", damaged)
        with pytest.raises(UserError) as caught:
            office.look()
    assert caught.value.code == "database_damaged"
    assert names(office.look()) == ["a.txt"]


def test_programs_and_shortcuts_are_refused_once(office):
    office.drop("cài đặt.exe")
    office.drop("báo cáo.pdf", b"\x7fELF\x02")
    result = office.look()
    assert reasons(result.refused) == {"cài đặt.exe": "harmful", "báo cáo.pdf": "harmful"}
    assert office.inbox.all() == []
    assert {one.reason for one in office.inbox.all("refused")} == {"harmful"}
    assert office.look().refused == ()


def test_the_same_bytes_arrive_as_a_duplicate_and_say_of_what(office):
    office.drop("a.txt", "như nhau")
    (first,) = office.look().arrived
    office.drop("b.txt", "như nhau")
    (second,) = office.look().arrived
    assert (first.duplicate_of, second.duplicate_of) == (None, first.id)
    document = office.inbox.accept(first.id)[0].document
    assert office.inbox.get(second.id).duplicate_of == document.id


def test_a_changed_file_arrives_again_and_a_touched_one_does_not(office):
    path = office.drop("a.txt", "một")
    office.look()
    os.utime(path, ns=(10**18, 10**18))
    assert (office.look().arrived, office.look().known) == ((), 1)
    path.write_text("hai, khác")
    (changed,) = office.look().arrived
    assert office.store.path(changed.sha256).read_text() == "hai, khác"
    assert len(office.inbox.all()) == 2


def test_words_save_by_rename_gives_one_new_arrival(office):
    path = office.drop("a.docx", "một")
    office.look()
    temporary = office.drop("~WRD0001.tmp", "hai")
    path.rename(office.watched / "~WRL0002.tmp")
    temporary.rename(path)
    (office.watched / "~WRL0002.tmp").unlink()
    assert names(office.look()) == ["a.docx"]
    assert office.look().arrived == ()


def test_a_folder_that_is_away_loses_nothing(office):
    office.drop("a.txt")
    office.look()
    away = office.watched.with_name("away")
    office.watched.rename(away)
    result = office.look()
    assert (result.arrived, reasons(result.waiting)) == ((), {office.watched.name: "folder_away"})
    (folder,) = office.folders.all()
    assert folder.problem == "folder_away"
    assert folder.looked_at is not None
    assert len(office.inbox.all()) == 1
    (away / "b.txt").write_text("b")
    away.rename(office.watched)
    assert names(office.look()) == ["b.txt"]
    assert office.folders.all()[0].problem is None
    assert office.folders.all()[0].looked_at > folder.looked_at


def test_links_to_folders_are_not_followed_and_loops_end(office, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.txt").write_text("x")
    office.drop("trong/a.txt")
    (office.watched / "trong" / "loop").symlink_to(office.watched, target_is_directory=True)
    (office.watched / "ngoài").symlink_to(elsewhere, target_is_directory=True)
    (office.watched / "gãy.txt").symlink_to(office.watched / "nowhere")
    assert names(office.look()) == ["a.txt"]


def test_a_file_below_two_watched_folders_arrives_once(office):
    office.drop("trong/a.txt")
    office.folders.add(office.watched / "trong")
    assert names(office.look()) == ["a.txt"]


def test_any_folder_can_be_scanned_but_not_the_workspace(office, tmp_path):
    other = tmp_path / "usb"
    other.mkdir()
    (other / "a.txt").write_text("a")
    (arrival,) = office.look(other).arrived
    assert arrival.folder_id is None
    assert office.look(other).known == 1
    for folder in (office.folder, office.store.folder, tmp_path):
        with pytest.raises(UserError) as caught:
            office.look(folder)
        assert caught.value.code == "folder_in_workspace"
    with pytest.raises(UserError) as caught:
        office.look(tmp_path / "nowhere")
    assert caught.value.code == "folder_missing"


def test_two_scans_at_once_take_each_file_once(office):
    expected = [office.drop(f"{number}.txt").name for number in range(30)]
    start, errors = threading.Barrier(4), []

    def look():
        try:
            start.wait()
            office.scan.run(settle_seconds=0.05)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert sorted(one.name for one in office.inbox.all()) == sorted(expected)


def test_a_file_that_goes_between_two_looks_is_no_matter(office, monkeypatch):
    office.drop("a.txt")
    time_as(monkeypatch, sleep=lambda _: shutil.rmtree(office.watched, ignore_errors=True))
    result = office.scan.run(settle_seconds=0.01)
    assert (result.arrived, result.waiting) == ((), ())


def test_a_reading_that_was_left_undone_is_done_by_the_next_scan(office, monkeypatch):
    office.drop("a.txt", "number: 5")
    with monkeypatch.context() as patch:
        patch.setattr(office.originals, "read_pending", lambda _progress: 0)
        (arrival,) = office.look().arrived
        assert not arrival.is_read
    office.look()
    assert office.inbox.get(arrival.id).description.number == "5"
