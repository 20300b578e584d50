"""Files are kept whole or not at all, once, and never rewritten."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from core.errors import UserError
from core.library import store as module
from core.library.store import Store
from tests.core.library.conftest import take


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "files")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_a_taken_file_lies_under_its_hash_and_is_read_only(store, make):
    source = make("Kế hoạch số 67")
    sha256, size = take(store, source)
    assert sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert size == source.stat().st_size
    assert store.path(sha256).read_bytes() == source.read_bytes()
    assert not store.path(sha256).stat().st_mode & 0o222


def test_the_source_is_left_as_it_was(store, make):
    source = make("Kế hoạch")
    os.utime(source, ns=(1_000_000_000, 2_000_000_000))
    source.chmod(0o640)
    take(store, source)
    after = source.stat()
    assert (after.st_mtime_ns, after.st_mode & 0o777) == (2_000_000_000, 0o640)
    assert source.read_bytes() == "Kế hoạch".encode()


def test_the_same_bytes_are_kept_once(store, make):
    assert take(store, make("x", "a.txt")) == take(store, make("x", "b.txt"))
    assert len(names(store.folder)) == 1


def test_taking_it_again_mends_a_damaged_file(store, make):
    sha256, _ = take(store, make("Báo cáo"))
    store.path(sha256).chmod(0o600)
    store.path(sha256).write_bytes(b"other")
    assert store.condition(sha256) == "damaged"
    take(store, make("Báo cáo"))
    assert store.condition(sha256) == "whole"


def test_a_file_that_grows_while_it_is_copied_is_not_kept(store, make, monkeypatch):
    source = make("first half")
    copy = module.copy_hashed

    def growing(stream, target):
        result = copy(stream, target)
        with source.open("ab") as again:
            again.write(b" second half")
        return result

    monkeypatch.setattr(module, "copy_hashed", growing)
    with pytest.raises(UserError) as caught:
        take(store, source)
    assert caught.value.code == "file_changing"
    assert not names(store.folder)


def test_a_file_that_is_saved_by_rename_while_it_is_copied_is_not_kept(store, make, monkeypatch):
    source, other = make("one", "a.docx"), make("two", "b.docx")
    times = source.stat()
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    copy = module.copy_hashed

    def renaming(stream, target):
        result = copy(stream, target)
        other.replace(source)
        return result

    monkeypatch.setattr(module, "copy_hashed", renaming)
    with pytest.raises(UserError) as caught:
        take(store, source)
    assert caught.value.code == "file_changing"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EIO, "store_unwritable")])
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_failing_write_is_told_and_leaves_nothing(store, make, monkeypatch, number, code, failing):
    monkeypatch.setattr("core.files.BLOCK", 4)
    copy = module.copy_hashed
    count = 0

    def failing_copy(stream, target):
        class Target:
            def write(self, block):
                nonlocal count
                count += 1
                if count == failing:
                    raise OSError(number, os.strerror(number))
                return target.write(block)

        return copy(stream, Target())

    monkeypatch.setattr(module, "copy_hashed", failing_copy)
    source = make("twelve bytes")
    with pytest.raises(UserError) as caught:
        take(store, source)
    assert caught.value.code == code
    assert not names(store.folder)
    monkeypatch.undo()
    assert store.condition(take(store, source)[0]) == "whole"


@pytest.mark.parametrize("failing", ["fsync", "replace", "sync_folder"])
def test_an_error_when_a_file_is_put_in_place_leaves_no_half_file(store, make, monkeypatch, failing):
    def fail(*_):
        raise OSError(errno.EIO, "I/O error")

    place = {"fsync": (os, "fsync"), "replace": (Path, "replace"), "sync_folder": (module, "sync_folder")}[failing]
    monkeypatch.setattr(*place, fail)
    with pytest.raises(UserError) as caught:
        take(store, make("x"))
    assert caught.value.code == "store_unwritable"
    monkeypatch.undo()
    assert all(store.condition(name) == "whole" for name in names(store.folder))


def test_a_failing_read_names_the_file(store, make, monkeypatch):
    source = make("x")
    real_open = Path.open

    class Broken:
        def __init__(self, stream):
            self.stream = stream

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.stream.close()

        def fileno(self):
            return self.stream.fileno()

        def read(self, _size):
            raise OSError(errno.EIO, "I/O error")

    def broken_open(self, *args):
        stream = real_open(self, *args)
        return Broken(stream) if self == source else stream

    monkeypatch.setattr(Path, "open", broken_open)
    with pytest.raises(UserError) as caught:
        take(store, source)
    assert (caught.value.code, caught.value.facts["path"]) == ("file_unreadable", str(source))
    assert not names(store.folder)


def test_only_files_with_content_are_taken(store, make, tmp_path):
    codes = []
    for path in (tmp_path / "nowhere.pdf", tmp_path, make("")):
        with pytest.raises(UserError) as caught:
            take(store, path)
        codes.append(caught.value.code)
    assert codes == ["file_missing", "file_unreadable", "file_empty"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among its files")
def test_a_pipe_does_not_hold_it_up(store, tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(UserError) as caught:
        take(store, tmp_path / "pipe.pdf")
    assert caught.value.code == "file_unreadable"


def test_a_file_that_another_program_holds_for_a_moment_is_not_called_damaged(store, make, monkeypatch):
    sha256, _ = take(store, make("x"))
    monkeypatch.setattr("core.files.BUSY_PAUSE_SECONDS", 0)
    held = PermissionError(errno.EACCES, "sharing violation")
    held.winerror = 32
    answers = iter([held, held, sha256])

    def hashed(_path):
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    monkeypatch.setattr(module, "hash_file", hashed)
    assert store.condition(sha256) == "whole"


def test_sweeping_takes_what_a_crash_left_and_nothing_else(store, make):
    kept, _ = take(store, make("kept"))
    left, _ = take(store, make("left"))
    half = store.folder / f".{'0' * 32}.part"
    half.write_bytes(b"half")
    foreign = store.folder / "đọc tôi.txt"
    foreign.write_bytes(b"?")
    gone = store.sweep({kept})
    assert set(gone) == {store.path(left), half}
    assert names(store.folder) == {kept, foreign.name}


def test_sweeping_a_store_that_has_no_folder_yet_finds_nothing(store):
    assert store.sweep(set()) == []
