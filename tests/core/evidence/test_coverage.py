from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.criteria import Criteria
from core.catalogue.records import AssessedBy, Criterion, Slot
from core.catalogue.slots import Slots
from core.evidence.coverage import Standing, coverage
from core.evidence.links import Links
from core.evidence.records import Coverage, Evidence, EvidenceState, Paper, Row, Totals

Make = Callable[..., str]
SPRING = date(2023, 4, 1)


@pytest.fixture
def look(made: Criteria, links: Links) -> Callable[[date], Coverage]:
    return lambda on: coverage(made.tree(), links.all(), on)


Look = Callable[[date], Coverage]


def row_of(found: Coverage, code: str) -> Row:
    return next(row for row in found.rows if row.criterion.code == code)


def test_nothing_is_there_at_first(look: Look) -> None:
    found = look(SPRING)
    assert [(row.criterion.code, row.state) for row in found.rows] == [
        ("1.1", "missing"),
        ("1.2", "missing"),
        ("1.3", "missing"),
        ("2.1", "survey"),
        ("2.2", "missing"),
    ]
    assert found.totals == Totals(criteria=5, complete=0, partial=0, missing=4, survey=1, not_assigned=0, overdue=1)
    assert row_of(found, "1.1").wanting == (1, 2)


def test_numbered_requirements_each_want_evidence(look: Look, made: Criteria, links: Links, document: Make) -> None:
    criterion = made.get("1.1").id
    links.link(document(), criterion)
    assert (row_of(look(SPRING), "1.1").state, row_of(look(SPRING), "1.1").wanting) == ("partial", (1, 2))
    links.link(document(), criterion, 2)
    assert (row_of(look(SPRING), "1.1").state, row_of(look(SPRING), "1.1").wanting) == ("partial", (1,))
    links.link(document(), criterion, 1)
    row = row_of(look(SPRING), "1.1")
    assert (row.state, row.wanting, row.evidence, row.due) == ("complete", (), 3, None)


def test_four_dated_reports_are_four_papers(look: Look, made: Criteria, links: Links, document: Make) -> None:
    seen: list[tuple[str, date | None, bool]] = []
    days: list[date | None] = [date(2023, 3, 13), date(2023, 6, 12), date(2023, 9, 14), date(2023, 12, 8), None]
    for day in days:
        row = row_of(look(SPRING), "1.2")
        seen.append((row.state, row.due, row.overdue))
        links.link(document(type="Báo cáo", issued_on=day), made.get("1.2").id)
    assert seen == [
        ("missing", date(2023, 3, 15), True),
        ("partial", date(2023, 6, 15), False),
        ("partial", date(2023, 9, 15), False),
        ("partial", date(2023, 12, 15), False),
        ("complete", None, False),
    ]


def test_a_deadline_is_missed_the_day_after(look: Look) -> None:
    assert not row_of(look(date(2023, 11, 15)), "2.2").overdue
    assert row_of(look(date(2023, 11, 16)), "2.2").overdue
    assert not row_of(look(date(2030, 1, 1)), "1.3").overdue  # it has no date
    assert not row_of(look(date(2030, 1, 1)), "2.1").overdue  # nobody waits for papers of a survey


def test_midnight_makes_overdue_what_nobody_touched(made: Criteria, links: Links) -> None:
    standing = Standing()

    def is_overdue(day: int) -> bool:
        return row_of(standing.coverage(made.tree(), links.lists(), date(2023, 11, day)), "2.2").overdue

    assert [is_overdue(15), is_overdue(16), is_overdue(15)] == [False, True, False]


def test_a_slot_that_wants_two_papers_is_not_full_with_one(
    look: Look, made: Criteria, links: Links, document: Make, slots: Slots
) -> None:
    criterion = slots.add(made.get("1.3").id, "Biên bản kiểm tra", count=2)
    for state in ("missing", "partial", "complete"):
        row = row_of(look(SPRING), "1.3")
        assert (row.state, [place.state for place in row.places]) == (state, [state])
        links.link(document(), criterion.id)


def test_parents_are_summed_up_from_their_leaves(look: Look, made: Criteria, links: Links, document: Make) -> None:
    def states() -> tuple[str, str]:
        found = look(SPRING)
        return found.states[made.get("1").id], found.states[made.get("2").id]

    assert states() == ("missing", "missing")
    links.link(document(), made.get("2.2").id)
    links.link(document(), made.get("1.3").id)
    assert states() == ("partial", "complete")
    made.assign(made.get("2.2").id, "not_assigned")
    assert states() == ("partial", "survey")
    made.assign(made.get("2").id, "not_assigned")
    assert states() == ("partial", "not_assigned")


def test_evidence_of_an_inner_criterion_counts_for_no_leaf(
    look: Look, made: Criteria, links: Links, document: Make
) -> None:
    before = look(SPRING)
    links.link(document(), made.get("1").id)
    after = look(SPRING)
    assert (after.rows, after.totals, after.states) == (before.rows, before.totals, before.states)


def test_by_field_by_unit_and_by_deadline(look: Look, made: Criteria, links: Links, document: Make) -> None:
    links.link(document(), made.get("2.2").id)
    found = look(SPRING)
    assert {key: totals.criteria for key, totals in found.fields.items()} == {made.get("1").id: 3, made.get("2").id: 2}
    assert {key: totals.missing for key, totals in found.units.items()} == {
        "Văn phòng Sở": 2,
        "Thanh tra Sở": 1,
        "Phòng TCCB": 0,
    }
    assert [(day, totals.criteria, totals.complete) for day, totals in found.deadlines.items()] == [
        (date(2023, 3, 15), 1, 0),
        (date(2023, 11, 15), 1, 1),
        (date(2023, 12, 31), 2, 0),
        (None, 1, 0),
    ]


@st.composite
def criteria_of_trees(draw: st.DrawFn) -> tuple[Criterion, ...]:
    """A tree of up to three levels, depth first, with everything that coverage asks for drawn at random."""
    path: list[Criterion] = []
    tree: list[Criterion] = []
    for index, level in enumerate(draw(st.lists(st.integers(0, 2), min_size=1, max_size=25))):
        path = path[:level]
        kinds = {draw(st.sampled_from(get_args(AssessedBy))), path[-1].counts_as if path else "documents"}
        days = [None, date(2023, 3, 15), date(2023, 12, 15)]
        numbers = [*range(1, draw(st.integers(0, 3)) + 1), *([None] * draw(st.integers(0, 2)))]
        slots = tuple(
            Slot("", number, id=f"{index}.{place}", count=draw(st.integers(1, 2)), due=draw(st.sampled_from(days)))
            for place, number in enumerate(numbers)
        )
        criterion = Criterion(
            id=str(index),
            parent_id=path[-1].id if path else None,
            position=index,
            level=len(path) + 1,
            is_leaf=False,
            code=str(index),
            title="",
            text="",
            lead_unit=draw(st.sampled_from([None, "Văn phòng Sở", "Phòng TCCB"])),
            coordinating_units=(),
            deadline_text="",
            deadlines=tuple(sorted(draw(st.sets(st.dates(date(2023, 1, 1), date(2023, 12, 31)), max_size=4)))),
            assessed_by="documents",
            counts_as=next(kind for kind in ("not_assigned", "survey", "documents") if kind in kinds),
            slots=slots,
        )
        tree.append(criterion)
        path.append(criterion)
    parents = {criterion.parent_id for criterion in tree}
    return tuple(replace(criterion, is_leaf=criterion.id not in parents) for criterion in tree)


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[Criterion, ...], list[Evidence], date]:
    tree = draw(criteria_of_trees())
    evidence: list[Evidence] = []
    for index, criterion in enumerate(draw(st.lists(st.sampled_from(tree), max_size=40))):
        slot = draw(st.sampled_from([None, *(slot.id for slot in criterion.slots)]))
        paper = Paper(draw(st.none() | st.dates(date(2022, 12, 1), date(2023, 12, 31))))
        state = draw(st.sampled_from(get_args(EvidenceState)))
        evidence.append(
            Evidence(str(index), criterion.id, str(index), None, "", "", index, "", slot, state, paper=paper)
        )
    return tree, evidence, draw(st.dates(date(2023, 1, 1), date(2024, 1, 31)))


@settings(deadline=None)
@given(cases())
def test_what_is_surveyed_or_not_assigned_is_never_missing_and_sums_add_up(
    case: tuple[tuple[Criterion, ...], list[Evidence], date],
) -> None:
    tree, evidence, on = case
    found = coverage(tree, evidence, on)
    for row in found.rows:
        if row.criterion.counts_as != "documents":
            assert (row.state, row.wanting, row.due, row.overdue) == (row.criterion.counts_as, (), None, False)
        else:
            assert row.state in ("missing", "partial", "complete")
            assert (row.state == "missing") == (row.evidence == 0)
    assert len(found.rows) == sum(criterion.is_leaf for criterion in tree)
    states = ("complete", "partial", "missing", "survey", "not_assigned")
    assert found.totals.leaves == sum(getattr(found.totals, state) for state in states) == len(found.rows)
    assert found.totals.criteria == found.totals.leaves - found.totals.not_assigned
    for parts in (found.fields, found.units, found.deadlines):
        assert {name: sum(asdict(part)[name] for part in parts.values()) for name in asdict(found.totals)} == asdict(
            found.totals
        )


@settings(deadline=None)
@given(cases(), st.data())
def test_more_evidence_never_makes_it_worse(
    case: tuple[tuple[Criterion, ...], list[Evidence], date], data: st.DataObject
) -> None:
    tree, evidence, on = case
    order = ("missing", "partial", "complete")
    some = data.draw(st.lists(st.sampled_from(evidence), unique=True)) if evidence else []
    for less, more in zip(coverage(tree, some, on).rows, coverage(tree, evidence, on).rows, strict=True):
        if less.criterion.counts_as == "documents":
            assert order.index(less.state) <= order.index(more.state)
            assert more.overdue <= less.overdue
