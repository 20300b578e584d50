"""The folders that are watched."""

import os

import pytest

from core.errors import UserError


def test_a_folder_is_watched_once_and_until_it_is_removed(office, tmp_path):
    usb = tmp_path / "usb" / "văn bản"
    usb.mkdir(parents=True)
    folder = office.folders.add(usb)
    assert office.folders.add(usb / ".." / "văn bản") == folder
    assert {one.path for one in office.folders.all()} == {office.watched, usb}
    office.folders.remove(folder.id)
    assert [one.path for one in office.folders.all()] == [office.watched]
    with pytest.raises(UserError) as caught:
        office.folders.remove(folder.id)
    assert caught.value.code == "folder_unknown"


def test_what_arrived_stays_when_its_folder_is_removed_and_is_not_offered_again(office):
    office.drop("a.txt")
    (arrival,) = office.look().arrived
    office.folders.remove(office.folders.all()[0].id)
    assert office.inbox.get(arrival.id).folder_id is None
    office.folders.add(office.watched)
    assert office.look().arrived == ()


def test_folders_that_cannot_be_watched_are_refused(office, tmp_path):
    inside = office.folder / "files" / "x"
    inside.mkdir(parents=True)
    reasons = {}
    for path in (tmp_path / "nowhere", office.folder, inside, tmp_path):
        with pytest.raises(UserError) as caught:
            office.folders.add(path)
        reasons[path] = caught.value.code
    assert list(reasons.values()) == ["folder_missing", *["folder_in_workspace"] * 3]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_into_the_workspace_is_seen_through(office, tmp_path):
    (tmp_path / "link").symlink_to(office.folder, target_is_directory=True)
    with pytest.raises(UserError) as caught:
        office.folders.add(tmp_path / "link")
    assert caught.value.code == "folder_in_workspace"


@pytest.mark.skipif(os.name == "nt", reason="Windows names are text")
def test_a_folder_whose_name_is_no_text_is_refused(office, tmp_path):
    folder = tmp_path / os.fsdecode(b"\xff\xfe")
    folder.mkdir()
    with pytest.raises(UserError) as caught:
        office.folders.add(folder)
    assert caught.value.code == "folder_name_unusable"


def test_how_a_folder_is_watched_is_kept_and_journaled(office):
    (folder,) = office.folders.all()
    assert (folder.observe, folder.accepts_by_code) == ("automatic", False)
    changed = office.folders.change(folder.id, observe="polling", accepts_by_code=True)
    assert office.folders.all() == [changed]
    assert (changed.observe, changed.accepts_by_code, changed.path) == ("polling", True, folder.path)
    assert office.folders.change(folder.id, accepts_by_code=False).observe == "polling"
    office.folders.change(folder.id, observe="polling")
    facts = [(entry.before, entry.after) for entry in office.journal.entries(f"folder:{folder.id}")[1:]]
    assert facts == [
        ({"observe": "automatic", "accepts_by_code": False}, {"observe": "polling", "accepts_by_code": True}),
        ({"accepts_by_code": True}, {"accepts_by_code": False}),
    ]
    with pytest.raises(UserError) as caught:
        office.folders.change("x", observe="native")
    assert caught.value.code == "folder_unknown"


def test_another_spelling_of_a_folder_is_the_same_one_where_the_system_says_so(office, tmp_path, monkeypatch):
    (tmp_path / "Chung").mkdir()
    (tmp_path / "CHUNG").mkdir(exist_ok=True)
    folder = office.folders.add(tmp_path / "Chung")
    monkeypatch.setattr(os.path, "normcase", str.lower)  # as Windows has it
    assert office.folders.add(tmp_path / "CHUNG") == folder


def test_a_file_whose_name_gets_capitals_is_not_offered_again(office, monkeypatch):
    office.drop("báo cáo.txt", "một")
    (arrival,) = office.look().arrived
    office.drop("BÁO CÁO.txt", "một")  # as a disk shows it that answers to the old name, too
    monkeypatch.setattr(os.path, "normcase", str.lower)
    assert office.look().arrived == ()
    assert office.inbox.get(arrival.id).name == "BÁO CÁO.txt"
