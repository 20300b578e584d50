"""Which slot a paper fills that is linked to the whole criterion."""

from collections.abc import Callable
from datetime import date

import pytest

from core.catalogue.criteria import Criteria
from core.catalogue.slots import Slots
from core.database import tables
from core.database.engine import Database
from core.evidence.coverage import coverage
from core.evidence.links import Links
from core.evidence.records import Row

Make = Callable[..., str]
Q1, HALF = "2023-Q1", "2023-Q2"


@pytest.fixture
def reports(made: Criteria, links: Links) -> Callable[[], Row]:
    """The row of 1.2, which wants a report for each quarter by the 15th of its last month."""

    def look() -> Row:
        rows = coverage(made.tree(), links.all(), date(2023, 7, 1)).rows
        return next(row for row in rows if row.criterion.code == "1.2")

    return look


def filled(row: Row) -> dict[str, list[str]]:
    return {str(place.slot.period): [one.code for one in place.evidence] for place in row.places if place.evidence}


@pytest.mark.parametrize(
    ("paper", "period"),
    [
        ({"subject": "Báo cáo CCHC quý II", "issued_on": date(2023, 4, 20)}, "2023-Q2"),
        ({"subject": "Báo cáo CCHC 6 tháng đầu năm 2023"}, "2023-Q2"),
        ({"type": "Báo cáo", "issued_on": date(2023, 2, 1)}, "2023-Q1"),
        ({"issued_on": date(2023, 10, 1)}, "2023-Q4"),
        ({"type": "Công văn", "subject": "V/v báo cáo CCHC quý III năm 2023"}, "2023-Q3"),
        ({"subject": "Báo cáo CCHC năm 2023", "issued_on": date(2024, 1, 5)}, "2023-Q4"),
    ],
)
def test_a_dated_paper_fills_the_slot_of_its_period(
    reports: Callable[[], Row], made: Criteria, links: Links, document: Make, paper: dict[str, object], period: str
) -> None:
    code = links.link(document(**paper), made.get("1.2").id).code
    assert filled(reports()) == {period: [code]}
    assert reports().unplaced == ()


@pytest.mark.parametrize(
    "paper",
    [
        {},
        {"subject": "Báo cáo CCHC quý I năm 2022", "issued_on": date(2022, 3, 10)},
        {"issued_on": date(2022, 12, 20)},
        {"type": "Kế hoạch", "subject": "Kế hoạch CCHC quý I năm 2023", "issued_on": date(2023, 1, 5)},
        {"type": "Công văn", "subject": "V/v mời họp", "issued_on": date(2023, 3, 5)},
    ],
)
def test_a_paper_that_is_not_plainly_of_a_period_fills_none(
    reports: Callable[[], Row], made: Criteria, links: Links, document: Make, paper: dict[str, object]
) -> None:
    links.link(document(**paper), made.get("1.2").id)
    row = reports()
    assert (filled(row), row.state, len(row.unplaced)) == ({}, "partial", 1)


def test_a_clerk_who_knows_better_names_the_slot(
    reports: Callable[[], Row], made: Criteria, links: Links, document: Make
) -> None:
    first = made.get("1.2").slots[0]
    evidence = links.link(document(subject="Báo cáo quý III năm 2023"), made.get("1.2").id, slot=first.id)
    assert filled(reports()) == {"2023-Q1": [evidence.code]}
    links.move(evidence.id, made.get("1.2").id)
    assert filled(reports()) == {"2023-Q3": [evidence.code]}


def test_a_date_that_is_mended_puts_the_evidence_right(
    reports: Callable[[], Row], made: Criteria, links: Links, document: Make, database: Database
) -> None:
    paper = document(issued_on=date(2032, 3, 10))
    code = links.link(paper, made.get("1.2").id).code
    assert filled(reports()) == {}
    with database.write() as connection:
        connection.execute(tables.document.update().values(issued_on=date(2023, 3, 10)))
    assert filled(reports()) == {"2023-Q1": [code]}


def test_each_slot_has_its_day_and_a_late_report_is_late(
    reports: Callable[[], Row], made: Criteria, links: Links, document: Make
) -> None:
    assert [str(place.due) for place in reports().places] == ["2023-03-15", "2023-06-15", "2023-09-15", "2023-12-15"]
    assert [place.overdue for place in reports().places] == [True, True, False, False]
    links.link(document(type="Báo cáo", issued_on=date(2023, 3, 15)), made.get("1.2").id)
    links.link(document(subject="Báo cáo 6 tháng", issued_on=date(2023, 6, 16)), made.get("1.2").id)
    assert [(place.overdue, place.late) for place in reports().places] == [
        (False, False),
        (False, True),
        (False, False),
        (False, False),
    ]
    links.link(document(subject="Báo cáo quý II", issued_on=date(2023, 6, 14)), made.get("1.2").id)
    assert not any(place.late for place in reports().places)


def test_new_dates_of_the_criterion_are_those_of_its_slots(reports: Callable[[], Row], made: Criteria) -> None:
    made.edit(made.get("1.2").id, deadline_text="Ngày 20 tháng cuối quý")
    assert [place.due and place.due.day for place in reports().places] == [20, 20, 20, 20]
    made.edit(made.get("1.2").id, deadlines=[date(2023, 12, 1)])
    assert {place.due for place in reports().places} == {date(2023, 12, 1)}


def test_a_criterion_without_slots_wants_a_paper_for_each_of_its_dates(
    made: Criteria, links: Links, document: Make
) -> None:
    criterion = made.get("1.3").id
    made.edit(criterion, deadline_text="15/6/2023; 15/12/2023")

    def states() -> list[str]:
        rows = coverage(made.tree(), links.all(), date(2023, 7, 1)).rows
        return [place.state for row in rows if row.criterion.code == "1.3" for place in row.places]

    assert states() == ["missing", "missing"]
    links.link(document(issued_on=date(2023, 7, 2)), criterion)
    links.link(document(issued_on=date(2023, 7, 3)), criterion)
    assert states() == ["missing", "complete"]
    links.link(document(issued_on=date(2023, 6, 15)), criterion)
    assert states() == ["complete", "complete"]


def test_a_numbered_requirement_wants_a_paper_of_its_own_though_it_is_the_only_one(
    made: Criteria, links: Links, document: Make, slots: Slots
) -> None:
    criterion = slots.add(made.get("1.3").id, "kết luận kiểm tra", number=1)
    code = links.link(document(), criterion.id).code
    row = row_of_1_3(made, links)
    assert ([one.code for one in row.unplaced], row.state) == ([code], "partial")


def test_a_paper_fills_the_one_slot_that_names_its_kind(
    made: Criteria, links: Links, document: Make, slots: Slots
) -> None:
    for text in ("Kế hoạch kiểm tra", "Kế hoạch khắc phục", "Báo cáo kiểm tra"):
        criterion = slots.add(made.get("1.3").id, text)
    plan, report = (links.link(document(type=kind), criterion.id).code for kind in ("Kế hoạch", "Báo cáo"))
    row = row_of_1_3(made, links)
    assert [[one.code for one in place.evidence] for place in row.places] == [[], [], [report]]
    assert [one.code for one in row.unplaced] == [plan]


def row_of_1_3(made: Criteria, links: Links) -> Row:
    rows = coverage(made.tree(), links.all(), date(2023, 7, 1)).rows
    return next(row for row in rows if row.criterion.code == "1.3")
