from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Criterion, Draft
from core.catalogue.slots import Slots
from core.database import tables
from core.database.engine import Database, new_id, now
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.links import Links
from core.journal import Entry, Journal

STATED = (
    Stated("1", "CHỈ ĐẠO"),
    Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) bài viết; (3) tọa đàm", "Văn phòng Sở", "Tổ CNTT", "Năm 2023"),
    Stated("1.2", "Báo cáo", "Văn phòng Sở"),
    Stated("2", "THỂ CHẾ"),
    Stated("2.1", "Theo dõi"),
    Stated("2.1.1", "Xử lý kết quả (Điều tra xã hội học)"),
    Stated("3", "THỦ TỤC"),
)
DRAFT = Draft("Nâng cao Chỉ số", 2023, draft_criteria(STATED, 2023), place="Hòa Bình")


@pytest.fixture
def made(criteria: Criteria) -> Criteria:
    criteria.create(DRAFT, catalogue="mẫu")
    return criteria


def codes(criteria: Criteria) -> list[str]:
    return [criterion.code for criterion in criteria.tree()]


def last(journal: Journal) -> Entry:
    return journal.entries()[-1]


def add_document(database: Database) -> str:
    document = new_id()
    with database.write() as connection:
        connection.execute(insert(tables.document).values(id=document, added_at=now(), added_by="", **database.stamp()))
    return document


def prove(database: Database, journal: Journal, criterion: Criterion, requirement: int | None = None) -> str:
    links = Links(database, journal, Codes(database, journal))
    return links.link(add_document(database), criterion.id, requirement).id


def test_a_draft_becomes_the_tree(made: Criteria) -> None:
    assert codes(made) == [stated.code for stated in STATED]
    parent, publicity, *_ = made.tree()
    assert (publicity.parent_id, publicity.level, publicity.position) == (parent.id, 2, 0)
    assert [criterion.is_leaf for criterion in made.tree()] == [False, True, True, False, False, True, True]
    assert [demand.text for demand in publicity.requirements] == ["hội nghị", "bài viết", "tọa đàm"]
    assert (publicity.lead_unit, publicity.coordinating_units) == ("Văn phòng Sở", ("Tổ CNTT",))
    assert publicity.deadlines == (date(2023, 12, 31),)


def test_what_is_given_goes_before_the_draft(criteria: Criteria) -> None:
    made = criteria.create(
        DRAFT, title="PAR 2024", year=2024, organisation="SỞ GD&ĐT", code_pattern="H1-{criterion}-{number}"
    )
    assert made == criteria.appraisal()
    assert (made.title, made.year, made.organisation, made.place) == ("PAR 2024", 2024, "SỞ GD&ĐT", "Hòa Bình")
    assert made.code_pattern == "H1-{criterion}-{number}"


def test_deadlines_follow_the_year_that_is_given(criteria: Criteria) -> None:
    criteria.create(DRAFT, year=2024)
    assert criteria.get("1.1").deadlines == (date(2024, 12, 31),)


def test_a_draft_without_a_year_gets_its_days_from_the_year_that_is_given(criteria: Criteria) -> None:
    quarterly = Stated("1", "Báo cáo quý I, 6 tháng, 9 tháng, năm", deadline="Trước ngày 15 của tháng cuối quý")
    criteria.create(Draft(title="Tự đánh giá", year=None, criteria=draft_criteria([quarterly], None)), year=2026)
    criterion = criteria.get("1")
    assert criterion.deadlines == tuple(date(2026, month, 15) for month in (3, 6, 9, 12))
    assert [slot.period and slot.period.year for slot in criterion.slots] == [2026] * 4


def test_the_appraisal_that_was_made_last_is_worked_on(criteria: Criteria) -> None:
    with pytest.raises(UserError, match="appraisal_missing"):
        criteria.tree()
    first = criteria.create(DRAFT)
    second = criteria.create(DRAFT, year=2024)
    assert criteria.appraisal() == second != first
    criteria.edit(criteria.get("1.1").id, code="1.9")  # the codes of the other do not stand in the way
    assert criteria.edit(criteria.get("1.9").id, code="1.1").code == "1.1"


def test_editing_the_appraisal_is_journaled_with_what_changed(made: Criteria, journal: Journal) -> None:
    edited = made.edit_appraisal(title="PAR Index 2023", place="Hòa Bình")
    assert edited == replace(made.appraisal(), title="PAR Index 2023")
    assert (last(journal).before, last(journal).after) == ({"title": "Nâng cao Chỉ số"}, {"title": "PAR Index 2023"})
    with pytest.raises(UserError, match="code_pattern_wrong"):
        made.edit_appraisal(code_pattern="mã")
    with pytest.raises(UserError, match="field_unknown"):
        made.edit_appraisal(id="1")


def test_a_criterion_is_found_by_code_and_by_id(made: Criteria) -> None:
    criterion = made.get("1.1")
    assert made.get("1.1.") == made.get(criterion.id) == criterion
    with pytest.raises(UserError) as caught:
        made.get("9.9")
    assert (caught.value.code, caught.value.facts) == ("criterion_unknown", {"code": "9.9"})


def test_editing_changes_what_is_given_and_journals_it(made: Criteria, journal: Journal) -> None:
    old = made.get("1.2")
    edited = made.edit(old.id, code="1.9.", title=" Báo  cáo quý ", lead_unit="", coordinating_units=["Tổ CNTT", ""])
    assert (edited.code, edited.title, edited.lead_unit) == ("1.9", "Báo cáo quý", None)
    assert edited.coordinating_units == ("Tổ CNTT",)
    entry = last(journal)
    assert (entry.action, entry.subject) == ("criterion.edited", f"criterion:{old.id}")
    assert entry.before == {"code": "1.2", "title": "Báo cáo", "lead_unit": "Văn phòng Sở", "coordinating_units": []}


def test_editing_nothing_leaves_no_trace(made: Criteria, journal: Journal) -> None:
    old = made.get("1.1")
    numbered = [(demand.number, demand.text) for demand in old.requirements]
    assert made.edit(old.id, code="1.1", title=old.title, requirements=numbered, deadlines=old.deadlines) == old
    assert len(journal.entries()) == 1


def test_new_words_of_a_deadline_give_its_dates_unless_dates_are_given(made: Criteria) -> None:
    criterion = made.get("1.2")
    edited = made.edit(criterion.id, deadline_text="Trước ngày 15 của tháng cuối quý")
    assert [day.month for day in edited.deadlines] == [3, 6, 9, 12]
    by_hand = made.edit(criterion.id, deadline_text="Theo kế hoạch", deadlines=[date(2023, 5, 1), date(2023, 4, 1)])
    assert by_hand.deadlines == (date(2023, 4, 1), date(2023, 5, 1))
    assert made.edit(criterion.id, deadline_text="Theo kế hoạch", title="Khác").deadlines == by_hand.deadlines


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"code": "1.1"}, "code_taken"),
        ({"code": " . "}, "code_missing"),
        ({"colour": "red"}, "field_unknown"),
        ({"requirements": [(1, "a"), (1, "b")]}, "requirement_number_wrong"),
        ({"requirements": [(0, "a")]}, "requirement_number_wrong"),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(made: Criteria, fields: dict[str, object], error: str) -> None:
    before = made.tree()
    with pytest.raises(UserError, match=error):
        made.edit(made.get("1.2").id, **{"title": "Mới", **fields})
    assert made.tree() == before


def test_requirements_keep_their_identity_while_their_number_stays(made: Criteria, journal: Journal) -> None:
    old = made.get("1.1")
    edited = made.edit(old.id, requirements=[(1, "hội nghị lớn"), (3, "tọa đàm"), (4, "cuộc thi")])
    known = {demand.number: demand.id for demand in old.requirements}
    assert [(demand.number, demand.text) for demand in edited.requirements] == [
        (1, "hội nghị lớn"),
        (3, "tọa đàm"),
        (4, "cuộc thi"),
    ]
    assert [demand.id for demand in edited.requirements][:2] == [known[1], known[3]]
    assert last(journal).after == {"requirements": [[1, "hội nghị lớn"], [3, "tọa đàm"], [4, "cuộc thi"]]}


def test_a_requirement_with_evidence_cannot_be_taken_away(made: Criteria, database: Database, journal: Journal) -> None:
    criterion = made.get("1.1")
    prove(database, journal, criterion, requirement=2)
    with pytest.raises(UserError, match="requirement_in_use") as caught:
        made.edit(criterion.id, requirements=[(1, "hội nghị")])
    assert caught.value.facts["number"] == 2
    assert made.get("1.1") == criterion


def test_adding_puts_it_last_below_its_parent(made: Criteria, journal: Journal) -> None:
    added = made.add(made.get("2").id, "2.2.", "Rà soát", text="Rà soát: (1) a; (2) b", deadline_text="Năm 2023")
    assert codes(made) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.2", "3"]
    assert (added.code, len(added.requirements), added.deadlines) == ("2.2", 2, (date(2023, 12, 31),))
    assert last(journal).action == "criterion.added"
    assert made.add(None, "4", "Mới").level == 1
    with pytest.raises(UserError, match="code_taken"):
        made.add(None, "4.", "Lại")
    with pytest.raises(UserError, match="criterion_unknown"):
        made.add("nobody", "5", "Mồ côi")


def test_moving_takes_what_is_below_along_and_keeps_codes(made: Criteria, journal: Journal) -> None:
    made.move(made.get("2.1").id, made.get("1").id, 1)
    assert codes(made) == ["1", "1.1", "2.1", "2.1.1", "1.2", "2", "3"]
    assert [criterion.position for criterion in made.tree() if criterion.level == 2] == [0, 1, 2]
    assert made.get("2").is_leaf
    made.move(made.get("2.1").id, None, 99)
    assert codes(made) == ["1", "1.1", "1.2", "2", "3", "2.1", "2.1.1"]
    made.move(made.get("3").id, None, 0)
    assert codes(made) == ["3", "1", "1.1", "1.2", "2", "2.1", "2.1.1"]
    assert [entry.action for entry in journal.entries()[1:]] == ["criterion.moved"] * 3


@pytest.mark.parametrize("under", ["2", "2.1", "2.1.1"])
def test_nothing_moves_below_itself(made: Criteria, under: str) -> None:
    before = made.tree()
    with pytest.raises(UserError, match="criterion_below_itself"):
        made.move(made.get("2").id, made.get(under).id, 0)
    assert made.tree() == before


def test_what_is_not_assigned_takes_all_below_with_it(made: Criteria, journal: Journal) -> None:
    made.assign(made.get("2").id, "not_assigned")
    assert [(made.get(code).assessed_by, made.get(code).counts_as) for code in ("2.1", "2.1.1", "1.1")] == [
        ("documents", "not_assigned"),
        ("survey", "not_assigned"),
        ("documents", "documents"),
    ]
    assert (last(journal).before, last(journal).after) == (
        {"assessed_by": "documents"},
        {"assessed_by": "not_assigned"},
    )
    made.assign(made.get("2").id, "documents")
    assert made.get("2.1.1").counts_as == "survey"
    with pytest.raises(UserError, match="assessment_unknown"):
        made.assign(made.get("2").id, "maybe")  # type: ignore[arg-type]


def test_removing_closes_the_gap(made: Criteria, journal: Journal) -> None:
    criterion = made.get("1.1")
    made.remove(criterion.id)
    assert codes(made) == ["1", "1.2", "2", "2.1", "2.1.1", "3"]
    assert made.get("1.2").position == 0
    before = last(journal).before
    assert before is not None
    assert [(slot["number"], slot["text"]) for slot in before["slots"]] == [
        (1, "hội nghị"),
        (2, "bài viết"),
        (3, "tọa đàm"),
    ]


def test_what_is_in_use_cannot_be_removed(made: Criteria, database: Database, journal: Journal) -> None:
    with pytest.raises(UserError, match="criterion_in_use") as caught:
        made.remove(made.get("1").id)
    assert caught.value.facts["children"] == 2
    leaf = made.get("1.2")
    evidence = prove(database, journal, leaf)
    with pytest.raises(UserError, match="criterion_in_use"):
        made.remove(leaf.id)
    Links(database, journal, Codes(database, journal)).unlink(evidence)
    with pytest.raises(UserError, match="criterion_in_use") as caught:  # a document still carries its code
        made.remove(leaf.id)
    assert (caught.value.facts["evidence"], caught.value.facts["codes"]) == (0, 1)


def test_every_change_says_when_and_by_whom(made: Criteria, journal: Journal) -> None:
    made.edit(made.get("1.2").id, title="Khác")
    assert last(journal).actor == "Nguyễn Thị Hoa"
    assert journal.is_whole()


def test_another_year_moves_days_and_periods_where_it_is_asked_to(
    made: Criteria, database: Database, journal: Journal
) -> None:
    slots = Slots(database, journal)
    made.edit(made.get("1.2").id, deadlines=[date(2024, 2, 29)])  # by hand
    quarter = slots.add(made.get("1.2").id, "Báo cáo quý I năm 2023", period="2023-Q1", due=date(2023, 4, 5)).slots[0]
    paper = prove(database, journal, made.get("1.2"))
    assert [one.code for one, _ in made.of_year(2025)] == ["1.1", "1.2"]
    assert made.of_year(2023) == made.of_year(None) == []
    assert made.edit_appraisal(year=2024).year == 2024  # the year alone was wrong
    assert made.get("1.1").deadline_text == "Năm 2023"
    made.edit_appraisal(year=2023)
    made.edit_appraisal(year=2025, moving=True)
    assert (made.get("1.1").deadline_text, made.get("1.1").deadlines) == ("Năm 2025", (date(2025, 12, 31),))
    moved = made.get("1.2")
    assert moved.deadlines == (date(2026, 2, 28),)
    assert [(one.id, str(one.period), one.text, one.due) for one in moved.slots] == [
        (quarter.id, "2025-Q1", "Báo cáo quý I năm 2025", date(2025, 4, 5))
    ]
    assert paper in [one.id for one in Links(database, journal, Codes(database, journal)).of_criterion(moved.id)]


def test_a_first_year_gives_the_words_their_days(criteria: Criteria) -> None:
    stated = (Stated("1", "Báo cáo định kỳ quý I, 6 tháng, 9 tháng, năm", "", "", "Trước ngày 15 của tháng cuối quý"),)
    criteria.create(replace(DRAFT, year=None, criteria=draft_criteria(stated, None)))
    assert (criteria.get("1").deadlines, criteria.get("1").slots) == ((), ())
    assert [one.code for one, _ in criteria.of_year(2023)] == ["1"]
    criteria.edit_appraisal(year=2023, moving=True)
    assert [day.month for day in criteria.get("1").deadlines] == [3, 6, 9, 12]
    assert [str(slot.period) for slot in criteria.get("1").slots] == ["2023-Q1", "2023-6M", "2023-9M", "2023"]
