"""A folder that is set so accepts files by themselves whose name or subfolder begins with a criterion's code."""

import pytest

from tests.core.intake.zips import zipped


@pytest.fixture
def office(office):
    office.folders.change(office.folders.all()[0].id, accepts_by_code=True)
    return office


def linked(office):
    codes = {one.id: one.code for one in office.criteria.tree()}
    documents = {one.id: one.name for one in office.documents.all()}
    return {documents[one.document_id]: codes[one.criterion_id] for one in office.links.all()}


def waiting(office):
    return sorted(one.name for one in office.inbox.all())


def test_named_files_are_accepted_onto_their_criterion_and_the_journal_says_by_what(office):
    office.drop("1.2 Báo cáo/quý I.txt")
    office.drop("1.1_ke-hoach.txt")
    office.drop("báo cáo.txt")
    office.drop("2.1 không có tiêu chí này/x.txt")
    result = office.look()
    assert {one.name: one.state for one in result.arrived} == {
        "quý I.txt": "accepted",
        "1.1_ke-hoach.txt": "accepted",
        "báo cáo.txt": "offered",
        "x.txt": "offered",
    }
    assert linked(office) == {"quý I.txt": "1.2", "1.1_ke-hoach.txt": "1.1"}
    told = {entry.after["named_by"] for entry in office.journal.entries() if "named_by" in (entry.after or {})}
    assert told == {"1.2 Báo cáo", "1.1_ke-hoach.txt"}


def test_without_the_setting_everything_waits_for_a_person(office):
    office.folders.change(office.folders.all()[0].id, accepts_by_code=False)
    office.drop("1.2 Báo cáo/quý I.txt")
    office.look()
    assert (waiting(office), linked(office)) == (["quý I.txt"], {})


def test_names_above_the_watched_folder_do_not_count(office, tmp_path):
    above = tmp_path / "1.2 chia sẻ" / "đến"
    above.mkdir(parents=True)
    office.folders.change(office.folders.add(above).id, accepts_by_code=True)
    (above / "a.txt").write_text("a")
    office.look()
    assert waiting(office) == ["a.txt"]


def test_duplicates_and_revisions_stay_for_a_person(office):
    path = office.drop("1.2 Báo cáo/quý I.txt")
    office.look()
    path.write_text("đã sửa")
    office.drop("1.1 Kế hoạch/chép.txt", "1.2 Báo cáo/quý I.txt")
    office.look()
    assert waiting(office) == ["chép.txt", "quý I.txt"]


def test_what_could_not_be_read_stays_for_a_person(office, monkeypatch):
    read = office.reader.read

    def encrypted(path, name):
        object.__setattr__(reading := read(path, name), "problems", ("encrypted",))
        return reading

    monkeypatch.setattr(office.reader, "read", encrypted, raising=False)
    office.drop("1.2 Báo cáo/quý I.txt")
    office.look()
    assert waiting(office) == ["quý I.txt"]


def test_the_entries_of_a_named_archive_are_accepted(office):
    office.drop("1.2 hồ sơ.zip", zipped([("a.txt", "a"), ("1.1/b.txt", "b")]))
    office.look()
    assert linked(office) == {"a.txt": "1.2", "b.txt": "1.1"}
    assert waiting(office) == []
