"""An archive in a watched folder is offered as a set of what is in it."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from core.errors import UserError
from core.intake import sets as module
from core.progress import Cancelled
from core.reading.archives import Unpacked
from core.workspace import Workspace
from tests.core.intake.test_scan import names, reasons, snapshot
from tests.core.intake.zips import zipped

ENTRIES = [("Kế hoạch.txt", "number: 67"), ("1.2 Báo cáo/quý I.txt", "hai")]


@pytest.fixture
def bundle(office):
    """A set with two good entries, a program and a name that leads out."""
    office.drop("hồ sơ.zip", zipped([*ENTRIES, ("cài.exe", "x"), ("../evil.txt", "evil")]))
    result = office.look()
    return result, next(one for one in office.inbox.all() if one.entries)


def entries_of(office, one, state=None):
    return [each for each in office.inbox.all(state) if each.set_id == one.id]


def code_of(action, *args):
    with pytest.raises(UserError) as caught:
        action(*args)
    return caught.value.code


def test_a_set_arrives_with_its_entries_read_and_names_what_was_refused(office, bundle):
    result, one = bundle
    assert names(result) == ["Kế hoạch.txt", "hồ sơ.zip", "quý I.txt"]
    assert reasons(result.refused) == {"cài.exe": "harmful", "evil.txt": "unsafe_name"}
    assert (one.entries, one.set_id) == (4, None)
    plan, report = entries_of(office, one)
    assert (plan.name, plan.description.number, plan.is_read) == ("Kế hoạch.txt", "67", True)
    assert report.path == str(Path(one.path) / "1.2 Báo cáo" / "quý I.txt")
    assert {each.name: each.reason for each in entries_of(office, one, "refused")} == {
        "cài.exe": "harmful",
        "evil.txt": "unsafe_name",
    }
    assert office.look().arrived == office.look().refused == ()
    (line,) = [entry for entry in office.journal.entries(f"arrival:{one.id}") if entry.action == "arrival.unpacked"]
    assert line.after["refused"] == {"cài.exe": "harmful", "../evil.txt": "unsafe_name"}


def test_the_archive_and_its_folder_stay_as_they_were(office):
    office.drop("a.zip", zipped(ENTRIES))
    before = snapshot(office.watched)
    office.look()
    assert snapshot(office.watched) == before
    assert not list(office.store.folder.rglob("*.part"))
    assert office.originals.verify().orphans == ()


def test_a_whole_set_is_accepted_onto_criteria(office, bundle):
    _, one = bundle
    criterion = office.criteria.get("1.1").id
    accepted = office.inbox.accept_set(one.id, [criterion])
    assert [added.document.name for added, _ in accepted] == ["Kế hoạch.txt", "quý I.txt"]
    assert {evidence.criterion_id for _, links in accepted for evidence in links} == {criterion}
    assert office.inbox.all() == []
    assert (office.inbox.get(one.id).state, office.inbox.get(one.id).document_id) == ("accepted", None)
    assert len(office.documents.all()) == 2
    assert code_of(office.inbox.accept_set, one.id) == "arrival_decided"


def test_a_set_is_accepted_wholly_or_not_at_all(office, bundle):
    _, one = bundle
    assert code_of(office.inbox.accept_set, one.id, ["9.9"]) == "criterion_unknown"
    assert office.documents.all() == []
    assert len(entries_of(office, one)) == 2


def test_chosen_entries_are_accepted_and_the_last_decision_closes_the_set(office, bundle):
    _, one = bundle
    plan, report = entries_of(office, one)
    assert office.inbox.accept(plan.id)[0].document.name == "Kế hoạch.txt"
    assert office.inbox.get(one.id).state == "offered"
    office.inbox.refuse(report.id, "không liên quan")
    assert office.inbox.get(one.id).state == "accepted"
    assert office.inbox.all() == []


def test_a_set_is_refused_and_reopened_with_what_is_in_it(office, bundle):
    _, one = bundle
    office.inbox.refuse(one.id, "gửi nhầm")
    assert office.inbox.all() == []
    office.inbox.reopen(one.id)
    assert len(entries_of(office, one)) == 2
    office.inbox.defer(one.id)
    assert {each.state for each in office.inbox.all()} == {"deferred"}
    assert len(office.inbox.accept_set(one.id)) == 2


def test_a_set_whose_every_entry_is_refused_is_refused(office, bundle):
    _, one = bundle
    for entry in entries_of(office, one):
        office.inbox.refuse(entry.id, "không liên quan")
    decided = office.inbox.get(one.id)
    assert (decided.state, decided.reason) == ("refused", "không liên quan")


def test_a_set_is_no_document_and_what_was_not_unpacked_cannot_be_reopened(office, bundle):
    _, one = bundle
    assert code_of(office.inbox.accept, one.id) == "arrival_is_set"
    refused = {each.name: each for each in entries_of(office, one, "refused")}
    assert code_of(office.inbox.reopen, refused["cài.exe"].id) == "file_harmful"
    assert code_of(office.inbox.reopen, refused["evil.txt"].id) == "entry_not_unpacked"
    office.drop("chỉ có.zip", zipped([("cài.exe", "x")]))
    office.look()
    empty = next(each for each in office.inbox.all() if each.name == "chỉ có.zip")
    assert code_of(office.inbox.accept_set, empty.id) == "set_empty"


def test_a_file_that_lies_beside_its_archive_is_a_duplicate_and_has_not_moved(office, bundle):
    _, one = bundle
    plan = entries_of(office, one)[0]
    office.drop("Kế hoạch.txt", ENTRIES[0][1])
    (copy,) = office.look().arrived
    assert copy.duplicate_of == plan.id


def test_a_changed_archive_offers_what_is_new_in_it_and_revisions(office, bundle):
    _, one = bundle
    documents = {added.document.name: added.document.id for added, _ in office.inbox.accept_set(one.id)}
    changed = [(ENTRIES[0][0], "number: 68"), ENTRIES[1], ("thêm.txt", "thêm")]
    office.drop("hồ sơ.zip", zipped(changed))
    result = office.look()
    assert names(result) == ["Kế hoạch.txt", "hồ sơ.zip", "thêm.txt"]
    revised = {each.name: each.revision_of for each in result.arrived}
    assert revised == {"Kế hoạch.txt": documents["Kế hoạch.txt"], "hồ sơ.zip": None, "thêm.txt": None}


def test_an_archive_that_is_none_stays_one_file_with_its_reason(office):
    office.drop("hỏng.zip", b"PK\x03\x04 no archive")
    result = office.look()
    assert reasons(result.refused) == {"hỏng.zip": "damaged"}
    (arrival,) = office.inbox.all()
    assert (arrival.entries, arrival.problems) == (0, ("damaged",))
    assert office.inbox.accept(arrival.id)[0].document.name == "hỏng.zip"


def test_a_full_disk_leaves_the_archive_to_be_unpacked_later(office, monkeypatch):
    office.drop("hồ sơ.zip", zipped(ENTRIES))
    adopt = office.store.adopt

    def full(path):
        if len(list(office.store.folder.glob("*.part"))) == 1:
            raise UserError("disk_full", path="")
        return adopt(path)

    with monkeypatch.context() as patch:
        patch.setattr(office.store, "adopt", full)
        result = office.look()
    assert (names(result), reasons(result.waiting)) == (["hồ sơ.zip"], {"hồ sơ.zip": "disk_full"})
    assert not list(office.store.folder.rglob("*.part"))
    assert names(office.look()) == ["Kế hoạch.txt", "quý I.txt"]


def test_an_archive_that_was_left_undone_is_unpacked_by_the_next_scan(office, monkeypatch):
    office.drop("hồ sơ.zip", zipped(ENTRIES))

    def stopped(*_):
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(module.Sets, "unpack", stopped)
        with pytest.raises(Cancelled):
            office.look()
    assert names(office.look()) == ["Kế hoạch.txt", "quý I.txt"]


def test_a_worker_that_dies_over_an_archive_is_named(office, monkeypatch):
    office.drop("bom.zip", zipped(ENTRIES))
    monkeypatch.setattr(office.reader, "unpack", lambda *_: Unpacked(problem="out_of_memory"), raising=False)
    assert reasons(office.look().refused) == {"bom.zip": "out_of_memory"}
    assert office.inbox.all()[0].problems == ("out_of_memory",)
    assert office.look().refused == ()


def test_one_name_in_two_forms_gives_two_entries(office):
    forms = [unicodedata.normalize(form, "Tờ trình.txt") for form in ("NFC", "NFD")]
    office.drop("a.zip", zipped([(forms[0], "1"), (forms[1], "2")]))
    assert names(office.look()) == ["Tờ trình (2).txt", "Tờ trình.txt", "a.zip"]


@pytest.mark.usefixtures("bundle")
def test_an_archive_that_moves_is_not_unpacked_again(office):
    shutil.move(office.watched / "hồ sơ.zip", office.watched / "chuyển.zip")
    assert office.look().arrived == ()


def test_an_entry_that_a_guard_against_viruses_takes_away_costs_nothing_else(office, monkeypatch):
    office.drop("hồ sơ.zip", zipped([*ENTRIES, ("vi rút.doc", "X5O!P%")]))
    is_harmful = module.is_harmful

    def taken_away(path, name):
        if name == "vi rút.doc":
            path.unlink()
        return is_harmful(path, name)

    monkeypatch.setattr(module, "is_harmful", taken_away)
    result = office.look()
    assert (names(result), result.waiting) == (["Kế hoạch.txt", "hồ sơ.zip", "quý I.txt"], ())
    assert reasons(result.refused) == {"vi rút.doc": "file_unreadable"}
    assert office.look().refused == ()


def test_a_disk_that_fails_does_not_make_an_archive_damaged(tmp_path, monkeypatch):
    (tmp_path / "chung").mkdir()
    (tmp_path / "chung" / "hồ sơ.zip").write_bytes(zipped(ENTRIES))
    with Workspace.create(tmp_path / "ws", "Lan") as workspace:
        workspace.folders.add(tmp_path / "chung")
        unpack = workspace.reader.unpack
        with monkeypatch.context() as patch:
            patch.setattr(workspace.reader, "unpack", lambda path, _: unpack(path, tmp_path / "đi mất"))
            result = workspace.scan.run(settle_seconds=0)
        assert (names(result), reasons(result.waiting)) == (["hồ sơ.zip"], {"hồ sơ.zip": "store_unwritable"})
        assert names(workspace.scan.run(settle_seconds=0)) == ["Kế hoạch.txt", "quý I.txt"]


def test_reopening_a_set_leaves_refused_what_was_refused_for_a_reason_of_its_own(office, bundle):
    _, one = bundle
    plan, report = entries_of(office, one)
    office.inbox.refuse(plan.id, "đã có bản ký")
    office.inbox.refuse(one.id, "gửi nhầm")
    office.inbox.reopen(one.id)
    assert [each.id for each in entries_of(office, one)] == [report.id]
    assert office.inbox.get(plan.id).reason == "đã có bản ký"


def test_two_scans_that_unpack_the_same_archive_offer_its_entries_once(office, monkeypatch):
    office.drop("a.zip", zipped([*ENTRIES, ("cài.exe", "x")]))
    unpack = module.Sets.unpack

    def twice(self, one):
        found = unpack(self, one)
        assert unpack(self, one) == ([], [])  # the other had seen it waiting, too
        return found

    monkeypatch.setattr(module.Sets, "unpack", twice)
    assert names(office.look()) == ["Kế hoạch.txt", "a.zip", "quý I.txt"]
    assert (len(office.inbox.all()), len(office.inbox.all("refused"))) == (3, 1)
