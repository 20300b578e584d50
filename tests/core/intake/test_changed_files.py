"""Files that change, grow or move after they were taken: nothing half stays unnoticed, nothing is asked twice."""

import errno
import os
import shutil
import unicodedata
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from core.database import tables
from core.errors import UserError
from core.evidence.suggest import Suggest
from core.intake.records import Beside
from core.intake.settle import look
from tests.core.intake.test_scan import names, reasons


def accept_only(office):
    (arrival,) = office.inbox.all()
    return office.inbox.accept(arrival.id)[0]


def revisions(office, document_id):
    query = select(tables.revision).where(tables.revision.c.document_id == document_id)
    with office.database.read() as connection:
        return connection.execute(query.order_by(tables.revision.c.number)).all()


def test_a_changed_file_becomes_the_next_revision_of_its_document(office):
    path = office.drop("kế hoạch.txt", "number: 67\nbản thảo")
    office.look()
    document = accept_only(office).document
    path.write_text("number: 67\nnotation: KH-SGD&ĐT\nbản ký")
    (changed,) = office.look().arrived
    assert (changed.revision_of, changed.duplicate_of) == (document.id, None)
    added, _ = office.inbox.accept(changed.id)
    assert (added.outcome, added.document.id, added.document.sha256) == ("revised", document.id, changed.sha256)
    assert added.document.description.symbol == "67/KH-SGD&ĐT"
    assert [one.sha256 for one in revisions(office, document.id)] == [document.sha256, changed.sha256]
    assert office.store.path(document.sha256).read_text() == "number: 67\nbản thảo"
    assert office.documents.text(document.id).endswith("bản ký")
    assert [hit.document.id for hit in office.search.find("ban ky")] == [document.id]
    assert office.search.find("ban thao") == []
    assert len(office.documents.all()) == 1
    actions = [entry.action for entry in office.journal.entries(f"document:{document.id}")]
    assert "document.revised" in actions
    decided = office.inbox.get(changed.id)
    assert (decided.state, decided.document_id, decided.revision_of) == ("accepted", document.id, None)


def test_a_changed_file_can_be_taken_as_a_document_of_its_own(office):
    path = office.drop("scan0001.txt", "một")
    office.look()
    first = accept_only(office).document
    path.write_text("văn bản khác hẳn")
    (changed,) = office.look().arrived
    added, _ = office.inbox.accept(changed.id, as_new=True)
    assert (added.outcome, added.document.id == first.id) == ("added", False)
    assert office.documents.get(first.id).sha256 == first.sha256


def test_what_a_person_wrote_stays_when_the_file_changes(office):
    path = office.drop("a.txt", "number: 1\nsubject: đọc nhầm\nissuer: Sở")
    office.look()
    document = accept_only(office).document
    office.documents.describe(document.id, subject="Trích yếu đúng")
    path.write_text("number: 2\nsubject: lại đọc nhầm\n")
    office.look()
    description = accept_only(office).document.description
    assert (description.number, description.subject, description.issuer) == ("2", "Trích yếu đúng", "Sở")


def test_a_revision_that_is_read_later_is_taken_over_then(office, monkeypatch):
    path = office.drop("a.txt", "number: 1")
    office.look()
    document = accept_only(office).document
    path.write_text("number: 22")
    with monkeypatch.context() as patch:
        patch.setattr(office.originals, "read_pending", lambda _progress: 0)
        office.look()
        accept_only(office)
    assert office.documents.get(document.id).description.number == "1"
    office.look()
    assert office.documents.get(document.id).description.number == "22"
    assert office.search.find("22")[0].document.id == document.id


def test_a_file_that_returns_to_earlier_bytes_is_a_revision_again(office):
    path = office.drop("a.txt", "một")
    office.look()
    document = accept_only(office).document
    for text in ("hai hai", "một"):
        path.write_text(text)
        office.look()
        added = accept_only(office)
        assert (added.outcome, added.document.id) == ("revised", document.id)
    assert office.documents.text(document.id) == "một"
    assert len(revisions(office, document.id)) == 3


def test_suggestions_know_a_document_that_returned_to_earlier_bytes(office):
    words = "Báo cáo kết quả tuyên truyền cải cách hành chính trong trường học"
    path = office.drop("a.txt", words)
    (arrival,) = office.look().arrived
    office.inbox.accept(arrival.id, [office.criteria.get("1.1").id])
    for text in ("hai hai", words):
        path.write_text(text)
        office.look()
        accept_only(office)
    office.drop("b.txt", f"{words} quý II")
    (like,) = office.look().arrived
    (suggestion, *_) = Suggest(office.database).of_original(like.sha256, like.path)
    assert (suggestion.code, [one.code for one in suggestion.reasons]) == ("1.1", ["like_document"])


def test_bytes_of_another_document_are_a_duplicate_also_under_a_known_path(office):
    path = office.drop("a.txt", "một")
    office.drop("b.txt", "hai hai")
    office.look()
    first, second = [office.inbox.accept(one.id)[0].document for one in office.inbox.all()]
    path.write_text("hai hai")
    (changed,) = office.look().arrived
    assert (changed.revision_of, changed.duplicate_of) == (None, second.id)
    assert office.documents.get(first.id).sha256 == first.sha256


def test_an_undecided_file_that_changes_is_offered_beside_and_both_say_so(office):
    path = office.drop("scan.txt", "tờ thứ nhất")
    (first,) = office.look().arrived
    path.write_text("tờ thứ hai, khác")
    (second,) = office.look().arrived
    assert office.inbox.get(first.id).superseded_by == second.id
    assert (second.superseded_by, second.revision_of) == (None, None)
    office.inbox.accept(second.id)
    assert office.inbox.get(first.id).revision_of is None
    assert office.inbox.accept(first.id)[0].outcome == "added"


def test_words_save_by_rename_is_a_revision(office):
    path = office.drop("a.docx", "một")
    office.look()
    document = accept_only(office).document
    temporary = office.drop("~WRD0001.tmp", "hai hai")
    path.rename(office.watched / "~WRL0002.tmp")
    temporary.rename(path)
    (office.watched / "~WRL0002.tmp").unlink()
    (changed,) = office.look().arrived
    assert changed.revision_of == document.id
    assert office.look().arrived == ()


def test_a_writer_that_pauses_longer_than_a_look_leaves_one_whole_arrival(office):
    path = office.watched / "chậm.txt"
    with path.open("w") as stream:
        for part in range(5):
            stream.write(f"phần {part}\n")
            stream.flush()
            office.look()
    (arrival,) = office.inbox.all()
    whole = "".join(f"phần {part}\n" for part in range(5))
    assert office.store.path(arrival.sha256).read_text() == whole
    assert (arrival.size, arrival.is_read) == (path.stat().st_size, True)
    added = office.inbox.accept(arrival.id)[0]
    assert office.documents.text(added.document.id) == whole
    assert office.look().arrived == ()


def test_a_file_accepted_while_half_is_offered_as_a_revision_when_it_is_whole(office):
    path = office.drop("chậm.txt", "nửa đầu")
    office.look()
    document = accept_only(office).document
    with path.open("a") as stream:
        stream.write(", nửa sau")
    (whole,) = office.look().arrived
    assert whole.revision_of == document.id
    office.inbox.accept(whole.id)
    assert office.documents.text(document.id) == "nửa đầu, nửa sau"


def test_a_moved_file_is_not_offered_again_and_its_new_place_is_known(office):
    office.drop("a.txt")
    office.look()
    document = accept_only(office).document
    (office.watched / "1.2 Báo cáo").mkdir()
    moved = office.watched / "1.2 Báo cáo" / "b.txt"
    (office.watched / "a.txt").rename(moved)
    result = office.look()
    assert (result.arrived, result.known) == ((), 1)
    (arrival,) = office.inbox.all("accepted")
    assert (arrival.path, arrival.name) == (str(moved), "b.txt")
    assert office.look().known == 1
    moved.write_text("đã sửa")
    (changed,) = office.look().arrived
    assert changed.revision_of == document.id


def test_a_refused_file_that_moves_stays_refused(office, tmp_path):
    other = tmp_path / "khác"
    other.mkdir()
    office.folders.add(other)
    office.drop("a.txt")
    (arrival,) = office.look().arrived
    office.inbox.refuse(arrival.id, "không liên quan")
    (office.watched / "a.txt").rename(other / "a.txt")
    assert office.look().arrived == ()
    (refused,) = office.inbox.all("refused")
    assert Path(refused.path).parent == other
    assert refused.folder_id == next(one.id for one in office.folders.all() if one.path == other)


def test_a_copy_is_offered_as_a_duplicate_and_so_is_one_that_comes_after_the_file_was_deleted(office):
    path = office.drop("a.txt")
    (first,) = office.look().arrived
    shutil.copy(path, office.watched / "b.txt")
    (copy,) = office.look().arrived
    assert copy.duplicate_of == first.id
    path.unlink()
    (office.watched / "b.txt").unlink()
    office.look()
    office.drop("gửi lại.txt", "a.txt")
    (again,) = office.look().arrived
    assert again.duplicate_of == first.id


def test_what_lies_on_a_share_that_is_away_has_not_moved(office, tmp_path):
    here = tmp_path / "ổ cứng"
    here.mkdir()
    office.folders.add(here)
    office.drop("a.txt")
    (first,) = office.look().arrived
    away = office.watched.with_name("away")
    office.watched.rename(away)
    shutil.copy(away / "a.txt", here / "a.txt")
    (copy,) = office.look().arrived
    assert copy.duplicate_of == first.id
    (away / "mới.txt").write_text("mới")
    away.rename(office.watched)
    result = office.look()
    assert (names(result), reasons(result.waiting)) == (["mới.txt"], {})
    assert office.inbox.get(first.id).path == str(office.watched / "a.txt")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_folder_that_is_renamed_brings_nothing_new(office, form):
    for number in range(20):
        office.drop(f"Quý I/{number}.txt")
    office.look()
    (office.watched / "Quý I").rename(office.watched / unicodedata.normalize(form, "Quý một"))
    result = office.look()
    assert (result.arrived, result.known) == ((), 20)
    assert office.look().known == 20


def test_a_file_that_is_renamed_while_its_share_is_away_brings_nothing_new(office, tmp_path):
    office.drop("a.txt")
    (arrival,) = office.look().arrived
    office.watched.rename(tmp_path / "xa")
    assert reasons(office.look().waiting) == {office.watched.name: "folder_away"}
    (tmp_path / "xa" / "a.txt").rename(tmp_path / "xa" / "b.txt")
    (tmp_path / "xa").rename(office.watched)
    assert office.look().arrived == ()
    assert office.inbox.get(arrival.id).name == "b.txt"


def test_a_share_that_fails_in_the_middle_of_a_look_loses_nothing(office, monkeypatch):
    office.drop("trong/a.txt")
    office.drop("b.txt")
    office.look()
    real = os.scandir

    def failing(folder):
        if Path(folder).name == "trong":
            raise OSError(5, "Input/output error")
        return real(folder)

    with monkeypatch.context() as patch:
        patch.setattr("core.intake.settle.os.scandir", failing)
        assert reasons(office.look().waiting) == {"trong": "folder_unreadable"}
    with office.database.read() as connection:
        assert set(connection.scalars(select(tables.arrival.c.gone_at))) == {None}
    assert office.look().arrived == ()


def test_revising_what_is_not_there_says_so(office):
    office.drop("a.txt")
    (arrival,) = office.look().arrived
    with pytest.raises(UserError) as caught, office.database.write() as connection:
        office.documents.revise(connection, "nobody", arrival.sha256, "a", "")
    assert caught.value.code == "document_unknown"


def silent(patch, name):
    """A share that lists a file and says nothing more of it."""
    real_stat, real_scandir = Path.stat, os.scandir
    error = PermissionError(errno.EACCES, "Permission denied")

    def stat(self, **options):
        if self.name == name:
            raise error
        return real_stat(self, **options)

    class Entry:
        def __init__(self, entry):
            self.entry, self.name, self.path = entry, entry.name, entry.path

        def __getattr__(self, wanted):
            if self.name == name:
                raise error
            return getattr(self.entry, wanted)

    @contextmanager
    def scandir(folder):
        with real_scandir(folder) as entries:
            yield map(Entry, entries)

    patch.setattr("core.intake.settle.os.scandir", scandir)
    patch.setattr(Path, "stat", stat)


def test_a_file_that_is_listed_and_cannot_be_looked_at_is_told_and_not_taken_for_deleted(office, monkeypatch):
    office.drop("cũ.txt")
    office.look()
    for name in ("cũ.txt", "mới.txt"):
        office.drop(name)
        with monkeypatch.context() as patch:
            silent(patch, name)
            assert reasons(office.look().waiting) == {name: "file_unreadable"}
    with office.database.read() as connection:
        assert set(connection.scalars(select(tables.arrival.c.gone_at))) == {None}
    assert names(office.look()) == ["mới.txt"]


def test_a_share_that_breaks_off_behind_its_listing_is_told(office, monkeypatch):
    office.drop("a.txt")

    def broken(*_, **_options):
        raise OSError(errno.ESTALE, "Stale file handle")

    def listed(root, _on_sign):
        found = look(root)
        monkeypatch.setattr(Path, "stat", broken)
        return found

    monkeypatch.setattr("core.intake.scan.look", listed)
    assert reasons(office.look().waiting) == {"a.txt": "file_unreadable"}
    monkeypatch.undo()
    assert names(office.look()) == ["a.txt"]


def test_the_clock_may_be_set_back(office, monkeypatch):
    """A file that changes is the newer one, whatever the clock said when it came before."""
    path = office.drop("a.txt", "một")
    with monkeypatch.context() as patch:
        for place in ("inbox", "taking"):
            patch.setattr(f"core.intake.{place}.now", lambda: datetime(2040, 1, 1, tzinfo=UTC))
        (first,) = office.look().arrived
    assert first.arrived_at.year == 2040
    path.write_text("hai hai")
    (second,) = office.look().arrived
    assert [office.inbox.get(one.id).superseded_by for one in (first, second)] == [second.id, None]
    document = office.inbox.accept(second.id)[0].document
    path.write_text("ba ba ba")
    (third,) = office.look().arrived
    assert third.revision_of == document.id
    os.utime(path, ns=(1, 1))
    assert office.look().arrived == ()


def test_a_file_is_the_revision_of_what_it_became_last(office):
    path = office.drop("scan.txt", "một")
    documents = []
    for words in ("hai hai", "ba ba ba"):
        (arrival,) = office.look().arrived
        documents.append(office.inbox.accept(arrival.id, as_new=True)[0].document.id)
        path.write_text(words)
    (last,) = office.look().arrived
    assert len(set(documents)) == 2
    assert last.revision_of == documents[-1]
    assert [office.inbox.get(one.id).superseded_by for one in office.inbox.all("accepted")] == [None, None]


def test_a_version_that_was_refused_does_not_cut_a_file_off_from_its_document(office):
    path = office.drop("a.txt", "một")
    office.look()
    document = accept_only(office).document
    path.write_text("bản nháp")
    (draft,) = office.look().arrived
    office.inbox.refuse(draft.id, "bản nháp")
    path.write_text("bản ký chính thức")
    assert office.look().arrived[0].revision_of == document.id


def test_a_file_that_gets_the_bytes_which_its_document_has_already_is_a_duplicate(office):
    path = office.drop("a.txt", "một")
    office.look()
    document = accept_only(office).document
    office.drop("b.txt", "bản ký")
    (other,) = office.look().arrived
    office.inbox.accept(other.id, beside=Beside(document.id, "revision"))
    path.write_text("bản ký")
    (same,) = office.look().arrived
    assert (same.duplicate_of, same.revision_of) == (document.id, None)
