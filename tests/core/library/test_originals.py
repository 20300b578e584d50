"""Every kept file has a row, is read once, and can be checked."""

import threading

import pytest

from core.errors import UserError
from core.progress import Cancelled, Progress
from tests.core.library.conftest import Library, take


def test_keeping_twice_makes_one_row(library, make):
    assert library.originals.keep(make("x", "a.txt")) == library.originals.keep(make("x", "b.txt"))
    assert len(library.originals.known()) == 1


def test_everything_is_read_once(library, make):
    for number in range(3):
        library.originals.keep(make(f"tệp {number}"))
    assert library.originals.read_pending() == 3
    assert library.originals.read_pending() == 0
    assert len(library.reader.names) == 3


def test_what_was_read_before_a_cancel_stays_read(library, make, monkeypatch):
    first, *_ = [library.originals.keep(make(f"tệp {number}")) for number in range(20)]
    cancelled, read = threading.Event(), library.reader.read

    def reading(path, name):
        if path.name != first:
            assert cancelled.wait(timeout=60)
        return read(path, name)

    def report(done, _total, _what):
        if done == 1:
            progress.cancel()
            cancelled.set()

    progress = Progress(report)
    with monkeypatch.context() as patch:
        patch.setattr(library.reader, "read", reading, raising=False)
        with pytest.raises(Cancelled):
            library.originals.read_pending(progress)
    before = len(library.reader.names)
    assert 1 <= before < 20
    assert library.originals.read_pending() == 20 - before
    assert len(library.reader.names) == 20


def test_a_document_made_before_it_was_read_is_described_and_found_afterwards(library, make):
    sha256 = library.originals.keep(make("number: 12\nsigner: Bùi Văn Bình\nnội dung kiện toàn"))
    with library.database.write() as connection:
        document_id, _ = library.documents.add_original(connection, sha256, "kh.txt", "")
    library.documents.describe(document_id, signer="Trần Thị Hà")
    assert library.documents.get(document_id).text == "pending"
    library.originals.read_pending()
    assert library.reader.names == ["kh.txt"]
    after = library.documents.get(document_id)
    assert (after.text, after.description.number, after.description.signer) == ("ok", "12", "Trần Thị Hà")
    assert [hit.document.id for hit in library.search.find("kien toan")] == [document_id]


def test_a_file_that_cannot_be_opened_now_is_read_later(library, make, monkeypatch):
    library.originals.keep(make("number: 1"))
    library.originals.keep(make("number: 2"))
    read = library.reader.read

    def held(path, name):
        if b"1" in path.read_bytes():
            raise UserError("file_in_use", path=str(path))
        return read(path, name)

    with monkeypatch.context() as patch:
        patch.setattr(library.reader, "read", held)
        assert library.originals.read_pending() == 1
    assert library.originals.read_pending() == 1


def test_text_that_no_database_could_keep_is_kept_readable(library, make, monkeypatch):
    read = library.reader.read

    def odd(path, name):
        reading = read(path, name)
        return type(reading)("Đơn\0vị \ud800 tie\u0302\u0301p", reading.description)

    monkeypatch.setattr(library.reader, "read", odd)
    added = library.documents.add(make("x"))
    assert library.documents.text(added.document.id) == "Đơn vị ? tiếp"
    assert library.search.find("tiếp")


def test_verify_names_what_is_wrong(library, make):
    damaged = library.originals.keep(make("a"))
    missing = library.originals.keep(make("b"))
    library.originals.keep(make("c"))
    orphan, _ = take(library.store, make("d"))
    library.store.path(damaged).chmod(0o600)
    library.store.path(damaged).write_bytes(b"A")
    library.store.path(missing).unlink()
    check = library.originals.verify()
    assert (check.checked, check.damaged, check.missing) == (3, (damaged,), (missing,))
    assert check.orphans == (library.store.path(orphan),)
    assert library.store.path(orphan).exists()


def test_repair_removes_orphans(library, make):
    orphan, _ = take(library.store, make("d"))
    library.originals.verify(repair=True)
    assert not library.store.path(orphan).exists()
    assert library.originals.verify().orphans == ()


def test_the_sweep_at_the_start_keeps_each_whole_file(library, make):
    kept = library.originals.keep(make("a"))
    orphan, _ = take(library.store, make("b"))
    half = library.store.folder / f".{'0' * 32}.part"
    half.write_bytes(b"half")
    again = Library(library.folder)
    assert again.originals.sweep() == [half]
    assert [again.store.condition(one) for one in (kept, orphan)] == ["whole", "whole"]
    again.close()


def test_two_files_are_read_at_once(library, make, monkeypatch):
    for text in ("một", "hai"):
        library.originals.keep(make(text))
    both, read = threading.Barrier(2), library.reader.read

    def meeting(path, name):
        both.wait(timeout=20)  # breaks where the first must end before the second begins
        return read(path, name)

    monkeypatch.setattr(library.reader, "read", meeting, raising=False)
    assert library.originals.read_pending() == 2
