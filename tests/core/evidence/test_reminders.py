from collections.abc import Callable
from datetime import date

import pytest

from core.catalogue.criteria import Criteria
from core.catalogue.units import Units
from core.database.engine import Database
from core.evidence.coverage import coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.reminders import Reminders, reminders
from core.journal import Journal

Make = Callable[..., str]
Remind = Callable[[date], Reminders]
AUTUMN = date(2023, 10, 1)


@pytest.fixture
def remind(made: Criteria, links: Links, database: Database, journal: Journal) -> Remind:
    units = Units(database, journal)
    return lambda on: reminders(coverage(made.tree(), links.all(), on), links.all(), units.all(), on)


def lines(found: Reminders, unit: str) -> list[tuple[str, str, str]]:
    """Criterion, its day and the slots that are wanting."""
    wanted = next(one.wanted for one in found.due if one.unit.name == unit)
    return [
        (one.criterion.code, str(one.day), " ".join(str(p.slot.number or p.slot.period or "") for p in one.places))
        for one in wanted
    ]


def test_each_lead_unit_is_told_what_is_missing_and_by_when(
    remind: Remind, made: Criteria, links: Links, document: Make
) -> None:
    links.link(document(), made.get("1.1").id, 2)
    links.link(document(type="Báo cáo", issued_on=date(2023, 3, 10)), made.get("1.2").id)
    found = remind(AUTUMN)
    assert lines(found, "Văn phòng Sở") == [
        ("1.2", "2023-06-15", "2023-Q2"),
        ("1.2", "2023-09-15", "2023-Q3"),
        ("1.2", "2023-12-15", "2023-Q4"),
        ("1.1", "2023-12-31", "1"),
    ]
    office = found.due[0]
    assert (office.leads, office.open, office.overdue) == (2, 2, 2)
    assert [one.unit.name for one in found.due] == ["Văn phòng Sở", "Thanh tra Sở", "Phòng TCCB"]
    assert lines(found, "Phòng TCCB") == [("2.2", "2023-11-15", "")]  # a survey wants no papers


@pytest.mark.parametrize(
    ("today", "days", "state"),
    [
        (date(2023, 11, 16), -1, "overdue"),
        (date(2023, 11, 15), 0, "due_in_7"),
        (date(2023, 11, 8), 7, "due_in_7"),
        (date(2023, 11, 7), 8, "due_in_30"),
        (date(2023, 10, 16), 30, "due_in_30"),
        (date(2023, 10, 15), 31, "later"),
    ],
)
def test_a_day_counts_until_it_is_over(remind: Remind, today: date, days: int, state: str) -> None:
    due = next(one for one in remind(today).due if one.unit.name == "Phòng TCCB")
    assert [(one.days, one.state) for one in due.wanted] == [(days, state)]
    assert due.overdue == (state == "overdue")


def test_who_has_all_gets_no_reminder(remind: Remind, made: Criteria, links: Links, document: Make) -> None:
    links.link(document(), made.get("1.3").id)
    found = remind(AUTUMN)
    assert [one.name for one in found.nothing] == ["Thanh tra Sở"]
    made.edit(made.get("2.2").id, lead_unit="")
    assert [one.criterion.code for one in remind(AUTUMN).without_unit] == ["2.2"]
    made.assign(made.get("2.2").id, "not_assigned")
    assert remind(AUTUMN).without_unit == ()
    made.assign(made.get("1.1").id, "not_assigned")
    assert remind(AUTUMN).due[0].leads == 1  # of the office's two one is asked for


def test_rejected_evidence_and_a_missing_explanation_are_told(
    remind: Remind, made: Criteria, links: Links, document: Make, database: Database, journal: Journal
) -> None:
    judgements = Judgements(database, journal)
    judgements.reject(links.link(document(), made.get("1.3").id).id, "Chưa ký")
    judgements.assess(made.get("2.1").id, result="partly")
    judgements.reject(links.link(document(), made.get("1.2").id).id, "Sai kỳ")
    found = remind(AUTUMN)
    quarters = [one.rejected for one in found.due[0].wanted if one.criterion.code == "1.2"]
    assert [len(rejected) for rejected in quarters] == [1, 0, 0, 0]  # told once, not with each quarter
    inspection = next(one for one in found.due if one.unit.name == "Thanh tra Sở").wanted
    assert [[(one.code, one.reason) for one in each.rejected] for each in inspection] == [[("1.3-01", "Chưa ký")]]
    survey = next(one for one in found.due if one.unit.name == "Phòng TCCB").wanted[-1]
    assert (survey.criterion.code, survey.places, survey.wants_explanation) == ("2.1", (), True)
