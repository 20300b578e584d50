from datetime import date

import pytest
from sqlalchemy import insert

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.periods import Period
from core.catalogue.records import Draft
from core.catalogue.slots import Slots
from core.database import tables
from core.database.engine import Database, new_id, now
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.links import Links
from core.journal import Journal

STATED = (
    Stated("1", "CHỈ ĐẠO"),
    Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) bài viết", deadline="Năm 2023"),
    Stated("1.2", "Báo cáo định kỳ quý I, 6 tháng, 9 tháng, năm", deadline="Trước ngày 15 của tháng cuối quý"),
    Stated("1.3", "Kiểm tra"),
)


@pytest.fixture
def made(criteria: Criteria) -> Criteria:
    criteria.create(Draft("Nâng cao Chỉ số", 2023, draft_criteria(STATED, 2023)))
    return criteria


@pytest.fixture
def slots(made: Criteria, database: Database, journal: Journal) -> Slots:  # noqa: ARG001
    return Slots(database, journal)


def test_a_draft_brings_its_slots(made: Criteria) -> None:
    assert [(slot.number, str(slot.period or "")) for one in made.tree() for slot in one.slots] == [
        (1, ""),
        (2, ""),
        (None, "2023-Q1"),
        (None, "2023-6M"),
        (None, "2023-9M"),
        (None, "2023"),
    ]
    assert [str(slot.due) for slot in made.get("1.2").slots] == ["2023-03-15", "2023-06-15", "2023-09-15", "2023-12-15"]
    assert {slot.due for slot in made.get("1.1").slots} == {date(2023, 12, 31)}
    assert [one.number for one in made.get("1.2").requirements] == []


def test_adding_editing_and_removing(slots: Slots, made: Criteria, journal: Journal) -> None:
    criterion = slots.add(made.get("1.3").id, " 3 biên  bản ", count=3, due=date(2023, 5, 1))
    (slot,) = criterion.slots
    assert (slot.text, slot.count, slot.due, slot.target) == ("3 biên bản", 3, date(2023, 5, 1), None)
    edited = slots.edit(slot.id, target=100, reached=97.5, due=None, period="2023-q2").slots[0]
    assert (edited.target, edited.reached, edited.due, edited.period) == (100, 97.5, None, Period(2023, "Q2"))
    assert journal.entries(f"slot:{slot.id}")[-1].before == {
        "target": None,
        "reached": None,
        "due": "2023-05-01",
        "period": None,
    }
    count = len(journal.entries())
    slots.edit(slot.id, reached=97.5)
    assert len(journal.entries()) == count
    assert slots.remove(slot.id).slots == ()
    assert journal.entries()[-1].action == "slot.removed"


def test_a_day_of_its_own_goes_before_the_criterion_s(slots: Slots, made: Criteria) -> None:
    first = made.get("1.2").slots[0]
    dues = [slot.due for slot in slots.edit(first.id, due=date(2023, 4, 1)).slots]
    assert dues == [date(2023, 4, 1), date(2023, 6, 15), date(2023, 9, 15), date(2023, 12, 15)]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"number": 1}, "requirement_number_wrong"),
        ({"number": 0}, "requirement_number_wrong"),
        ({"count": 0}, "slot_count_wrong"),
        ({"target": 0}, "percent_wrong"),
        ({"reached": -1}, "percent_wrong"),
        ({"period": "quý năm"}, "period_unreadable"),
        ({"colour": "red"}, "field_unknown"),
    ],
)
def test_what_cannot_be_changes_nothing(slots: Slots, made: Criteria, fields: dict[str, object], error: str) -> None:
    before = made.tree()
    with pytest.raises(UserError, match=error):
        slots.add(made.get("1.1").id, "mới", **fields)
    with pytest.raises(UserError, match=error):
        slots.edit(made.get("1.1").slots[1].id, text="mới", **fields)
    assert made.tree() == before


def test_a_slot_with_evidence_stays(slots: Slots, made: Criteria, database: Database, journal: Journal) -> None:
    document = new_id()
    with database.write() as connection:
        connection.execute(insert(tables.document).values(id=document, added_at=now(), added_by="", **database.stamp()))
    slot = made.get("1.2").slots[1]
    Links(database, journal, Codes(database, journal)).link(document, made.get("1.2").id, slot=slot.id)
    with pytest.raises(UserError, match="slot_in_use") as caught:
        slots.remove(slot.id)
    assert (caught.value.facts["code"], caught.value.facts["evidence"]) == ("1.2", 1)
    assert slot in made.get("1.2").slots
    with pytest.raises(UserError, match="slot_unknown"):
        slots.remove("nothing")


def test_a_slot_is_named_by_number_period_or_id(made: Criteria) -> None:
    numbered, periodic = made.get("1.1"), made.get("1.2")
    assert numbered.slot("2").text == "bài viết"
    assert periodic.slot("q1") == periodic.slot("2023-Q1") == periodic.slots[0]
    assert periodic.slot("2023") == periodic.slots[3]
    assert periodic.slot(periodic.slots[2].id[:9]) == periodic.slots[2]
    for wrong in ("", "3", "Q4"):
        with pytest.raises(UserError, match="slot_unknown"):
            periodic.slot(wrong)
