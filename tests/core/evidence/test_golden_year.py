"""The real plan through its year: four reports on 1.2, of which one comes late and one never."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from core.catalogue.builtin import load_catalogue
from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.database.engine import Database
from core.evidence.agenda import agenda, calendar
from core.evidence.codes import Codes
from core.evidence.coverage import coverage
from core.evidence.links import Links
from core.evidence.records import Coverage, Row, Totals
from core.journal import Journal

Make = Callable[..., str]
OFFICE = "Văn phòng Sở"


@pytest.fixture
def year(criteria: Criteria) -> Criteria:
    criteria.create(load_catalogue("par-index-2023-hoa-binh"))
    return criteria


@pytest.fixture
def links(year: Criteria, database: Database, journal: Journal) -> Links:  # noqa: ARG001
    return Links(database, journal, Codes(database, journal))


@pytest.fixture
def look(year: Criteria, links: Links) -> Callable[[date], Coverage]:
    return lambda on: coverage(year.tree(), links.all(), on)


Look = Callable[[date], Coverage]


def totals(complete: int, partial: int, missing: int, overdue: int) -> Totals:
    return Totals(50, complete, partial, missing, survey=5, not_assigned=0, overdue=overdue)


def reports(found: Coverage) -> Row:
    return next(row for row in found.rows if row.criterion.code == "1.2")


def test_the_golden_year(look: Look, year: Criteria, links: Links, document: Make) -> None:
    def report(subject: str, day: date) -> None:
        links.link(document(type="Báo cáo", subject=subject, issued_on=day), year.get("1.2").id)

    start = look(date(2023, 1, 10))
    assert start.totals == totals(0, 0, 45, 0)
    by_date = {str(day): (part.criteria, part.missing, part.survey) for day, part in start.deadlines.items()}
    assert by_date == {"2023-03-15": (1, 1, 0), "2023-11-15": (1, 1, 0), "2023-12-31": (45, 40, 5), "None": (3, 3, 0)}
    fields = {year.get(key).code: (part.criteria, part.missing) for key, part in start.fields.items()}
    assert fields == {
        "1": (5, 5),
        "2": (5, 5),
        "3": (6, 6),
        "4": (4, 4),
        "5": (7, 6),
        "6": (9, 6),
        "7": (8, 7),
        "8": (6, 6),
    }
    assert start.units[OFFICE].missing == 19

    assert look(date(2023, 3, 16)).totals == totals(0, 0, 45, 1)
    report("Báo cáo kết quả công tác CCHC quý I năm 2023", date(2023, 3, 13))
    assert look(date(2023, 3, 16)).totals == totals(0, 1, 44, 0)
    assert look(date(2023, 6, 16)).totals == totals(0, 1, 44, 1)
    report("Báo cáo công tác CCHC 6 tháng đầu năm 2023", date(2023, 6, 20))
    summer = look(date(2023, 6, 21))
    assert summer.totals == totals(0, 1, 44, 0)
    assert [(place.state, place.late) for place in reports(summer).places] == [
        ("complete", False),
        ("complete", True),
        ("missing", False),
        ("missing", False),
    ]
    assert reports(summer).due == date(2023, 9, 15)
    assert (summer.units[OFFICE].partial, summer.units[OFFICE].missing) == (1, 18)

    assert look(date(2023, 9, 16)).totals == totals(0, 1, 44, 1)
    links.link(document(type="Quyết định", issued_on=date(2023, 11, 1)), year.get("4.3").id)
    report("Báo cáo công tác CCHC năm 2023", date(2023, 12, 8))
    winter = look(date(2023, 12, 31))
    assert winter.totals == totals(1, 1, 43, 1)
    assert [place.state for place in reports(winter).places] == ["complete", "complete", "missing", "complete"]
    assert (reports(winter).due, reports(winter).overdue) == (date(2023, 9, 15), True)
    assert look(date(2024, 1, 1)).totals == totals(1, 1, 43, 41)  # all but 1.1, 7.2 and 7.3.2, which have no date

    report("Báo cáo công tác CCHC 9 tháng đầu năm 2023", date(2023, 9, 14))
    assert look(date(2023, 12, 31)).totals == totals(2, 0, 43, 0)


def test_the_agenda_of_the_year(look: Look, year: Criteria, links: Links, document: Make) -> None:
    on = date(2023, 6, 10)
    links.link(document(subject="Báo cáo quý I", issued_on=date(2023, 3, 20)), year.get("1.2").id)
    dues = agenda(look(on), on)
    assert [(due.row.criterion.code, str(due.day), due.days, due.state, due.late) for due in dues[:4]] == [
        ("1.2", "2023-03-15", -87, "done", True),
        ("1.2", "2023-06-15", 5, "due_in_7", False),
        ("1.2", "2023-09-15", 97, "later", False),
        ("4.3", "2023-11-15", 158, "later", False),
    ]
    assert dues[1].what == "6 tháng năm 2023"
    assert [(due.row.criterion.code, due.state) for due in dues if due.day is None] == [
        ("1.1", "undated"),
        ("7.2", "undated"),
        ("7.3.2", "undated"),
    ]
    assert [due.state for due in agenda(look(date(2023, 8, 20)), date(2023, 8, 20))[1:3]] == ["overdue", "due_in_30"]
    year.edit(year.get("1.1").id, deadlines=[date(2023, 6, 12)])
    dated = agenda(look(on), on)[1]
    assert (dated.row.criterion.code, dated.days, dated.state) == ("1.1", 2, "due_in_7")
    year.assign(year.get("1").id, "not_assigned")
    assert "1.1" not in [due.row.criterion.code for due in agenda(look(on), on)]


def test_words_that_need_a_year_say_so_where_the_appraisal_has_none(criteria: Criteria) -> None:
    stated = [Stated("1", "Báo cáo", deadline="Hằng quý")]
    criteria.create(Draft("Tự đánh giá", None, draft_criteria(stated, None)))
    on = date(2023, 8, 20)
    (due,) = agenda(coverage(criteria.tree(), (), on), on, criteria.appraisal().year)
    assert (due.day, due.undated) == (None, "vague")


def test_the_calendar(look: Look, year: Criteria, links: Links, document: Make) -> None:
    on, at = date(2023, 6, 10), datetime(2023, 6, 10, 8, tzinfo=UTC)
    links.link(document(subject="Báo cáo quý I", issued_on=date(2023, 3, 10)), year.get("1.2").id)
    text = calendar(agenda(look(on), on), "Cải cách; hành chính, 2023", at)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert unfolded[:1] + unfolded[-2:] == ["BEGIN:VCALENDAR", "END:VCALENDAR", ""]
    assert "X-WR-CALNAME:Cải cách\\; hành chính\\, 2023" in unfolded
    events = "\n".join(unfolded).split("BEGIN:VEVENT")[1:]
    assert len(events) == 4 + 1 + 40  # 1.2, 4.3, and those of the year's end
    first, second = events[:2]
    assert "DTSTART;VALUE=DATE:20230315\nDTEND;VALUE=DATE:20230316" in first
    assert "SUMMARY:✓ 1.2 Thực hiện chế độ báo cáo CCHC định kỳ quý I\\, 6 tháng\\, 9 tháng\\, năm: Quý I" in first
    assert "VALARM" not in first
    assert "VALARM" in second
    uids = [line for line in unfolded if line.startswith("UID:")]
    assert len(set(uids)) == len(uids)
    year.edit(year.get("1.2").id, deadline_text="Trước ngày 20 của tháng cuối quý")
    again = calendar(agenda(look(on), on), "x", at).replace("\r\n ", "").split("\r\n")
    assert {line for line in again if line.startswith("UID:")} == set(uids)
