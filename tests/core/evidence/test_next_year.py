"""A new year from this one: the links come along as proposals, and nothing that was done counts as done again."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import insert

from core.catalogue.appraisals import Appraisals
from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.catalogue.slots import Slots
from core.database import tables
from core.database.engine import Database, new_id
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.coverage import coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.next_year import NextYear
from core.evidence.obstacles import Obstacles
from core.journal import Journal

ON = date(2024, 4, 1)
Make = Callable[..., str]


@pytest.fixture
def year(database: Database, journal: Journal, made: Criteria) -> NextYear:  # noqa: ARG001
    return NextYear(database, journal)


@pytest.fixture
def appraisals(database: Database, journal: Journal) -> Appraisals:
    return Appraisals(database, journal)


@pytest.fixture
def paper(database: Database, document: Make) -> Make:
    """A document with the bytes that each one has."""

    def make(**description: object) -> str:
        key, stamp = document(**description), database.stamp()
        sha256 = key.replace("-", "") * 2
        original = {"sha256": sha256, "size": 1, "problems": [], "signatures": [], "description": {}}
        revision = {"id": new_id(), "document_id": key, "number": 1, "sha256": sha256, "name": "a.pdf", "source": ""}
        with database.write() as connection:
            connection.execute(insert(tables.original).values(**original, **stamp))
            connection.execute(insert(tables.revision).values(**revision, **stamp))
        return key

    return make


def test_nothing_of_last_year_counts_as_done(
    year: NextYear, made: Criteria, links: Links, judgements: Judgements, paper: Make, journal: Journal
) -> None:
    links.link(paper(), made.get("1.3").id, pages="2")
    judgements.assess(made.get("1.3").id, state="checked", result="partly", explanation="Vì thiếu người")
    judgements.check(links.all()[0].id)
    carried = year.make(year.plan())
    assert (carried.appraisal.year, carried.criteria, carried.proposed) == (2024, 7, 1)
    assert made.appraisal() == carried.appraisal
    criterion = made.get("1.3")
    assert (criterion.state, criterion.result, criterion.explanation) == ("untouched", None, "")
    assert (criterion.judged_by, criterion.last_result) == (None, "partly")
    [link] = links.all()
    assert (link.state, link.code, link.pages, link.judged_by) == ("proposed", "", "2", None)
    found = coverage(made.tree(), links.all(), ON)
    assert (found.totals.complete, found.work[criterion.id]) == (0, "untouched")
    assert journal.is_whole()


def test_an_accepted_proposal_counts_and_takes_a_code(
    year: NextYear, made: Criteria, links: Links, judgements: Judgements, paper: Make, codes: Codes
) -> None:
    for code in ("1.1", "1.2", "1.3"):
        links.link(paper(), made.get(code).id)
    year.make(year.plan())
    first, second, third = sorted(links.all(), key=lambda one: made.get(one.criterion_id).code)
    assert links.accept(third.id).code == "1.3-01"
    assert judgements.check(first.id).code == "1.1-01"
    assert judgements.reject(second.id, "Sai năm").code == ""
    assert sorted(codes.all().values()) == ["1.1-01", "1.3-01"]
    assert [one.evidence.id for one in year.proposals()] == []


def test_linking_what_was_proposed_accepts_it(year: NextYear, made: Criteria, links: Links, paper: Make) -> None:
    key = paper()
    links.link(key, made.get("1.3").id)
    year.make(year.plan())
    linked = links.link(key, made.get("1.3").id)
    assert [(one.id, one.state, one.code) for one in links.all()] == [(linked.id, "accepted", "1.3-01")]


def test_deadlines_periods_and_days_move_by_the_year(
    year: NextYear, made: Criteria, database: Database, journal: Journal, links: Links, paper: Make
) -> None:
    slots = Slots(database, journal)
    slots.edit(made.get("1.2").slots[0].id, due=date(2023, 3, 20), reached=50)
    made.edit(made.get("1.3").id, deadlines=[date(2023, 10, 1)])
    links.link(paper(issued_on=date(2023, 3, 14)), made.get("1.2").id, slot=made.get("1.2").slots[1].id)
    year.make(year.plan())
    assert made.get("2.2").deadlines == (date(2024, 11, 15),)
    assert made.get("2.2").deadline_text == "Trước ngày 15/11/2024"
    assert made.get("1.1").deadline_text == "Năm 2024"
    assert made.get("1.3").deadlines == (date(2024, 10, 1),)
    slots_now = made.get("1.2").slots
    assert [str(slot.period) for slot in slots_now] == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert slots_now[0].text == "Quý I năm 2024"
    assert (slots_now[0].due, slots_now[0].reached) == (date(2024, 3, 20), None)
    assert links.all()[0].slot == slots_now[1].id


def test_papers_that_still_hold_are_known(year: NextYear, made: Criteria, links: Links, paper: Make) -> None:
    holding = [
        paper(valid_to=date(2025, 12, 31), issued_on=date(2023, 1, 5)),
        paper(subject="Kế hoạch CCHC giai đoạn 2021-2025", issued_on=date(2021, 2, 1)),
        paper(type="Quy chế", issued_on=date(2020, 2, 1)),
        paper(type="Quyết định", subject="Ban hành Quy chế quản lý tài sản công", issued_on=date(2023, 3, 21)),
    ]
    over = [
        paper(subject="Báo cáo năm 2023", issued_on=date(2023, 12, 1), type="Báo cáo"),
        paper(type="Quy chế", valid_to=date(2023, 6, 30), issued_on=date(2020, 2, 1)),
    ]
    for key in (*holding, *over):
        links.link(key, made.get("1.3").id)
    plan = year.plan()
    [carry] = [one for one in plan.carries if one.criterion.code == "1.3"]
    assert {one.document_id for one in carry.standing} == set(holding)
    carried = year.make(plan, standing_only=True)
    assert (carried.proposed, carried.standing, carried.left) == (4, 4, 2)
    assert {one.document.id for one in year.proposals() if one.standing} == set(holding)


NEW = Draft(
    "Chỉ số mới",
    2024,
    draft_criteria(
        (
            Stated("1", "CHỈ ĐẠO"),
            Stated("1.1", "Kiểm tra"),
            Stated("1.3", "Một việc hoàn toàn khác với mọi việc trước đây"),
            Stated("1.5", "Tuyên truyền: (1) hội nghị; (2) bài viết; (3) toạ đàm"),
            Stated("2.2", "Đào tạo, bồi dưỡng"),
        ),
        2024,
    ),
)


def test_another_catalogue_is_matched_by_code_and_by_words(
    year: NextYear, made: Criteria, links: Links, paper: Make
) -> None:
    links.link(paper(), made.get("1.1").id, 2)
    links.link(paper(), made.get("1.3").id)
    links.link(paper(), made.get("2.2").id)
    links.link(paper(), made.get("1.2").id)
    plan = year.plan(NEW)
    found = {one.criterion.code: (one.match.code, one.match.how) if one.match else None for one in plan.carries}
    assert found == {
        "1": ("1", "same"),
        "1.1": ("1.5", "words"),
        "1.2": None,
        "1.3": ("1.1", "words"),
        "2": None,
        "2.1": None,
        "2.2": ("2.2", "code"),
    }
    assert plan.new == ("1.3",)
    carried = year.make(plan, {made.get("1.2").id: "1.3", made.get("2.2").id: None})
    assert (carried.proposed, carried.left) == (3, 1)
    assert [(made.get(one.criterion_id).code, one.requirement) for one in links.all()] == [
        (code, number)
        for _, code, number in sorted(
            (made.get(code).id, code, number) for code, number in (("1.1", None), ("1.3", None), ("1.5", 2))
        )
    ]


def test_each_appraisal_has_its_own_links_and_codes(
    year: NextYear, made: Criteria, links: Links, paper: Make, appraisals: Appraisals, codes: Codes
) -> None:
    old = links.link(paper(), made.get("1.3").id)
    year.make(year.plan())
    links.link(paper(), made.get("1.3").id)
    links.accept(next(one.id for one in links.all() if one.state == "proposed"))
    assert sorted(one.code for one in links.all()) == ["1.3-01", "1.3-02"]
    assert [one.year for one in appraisals.all()] == [2024, 2023]
    appraisals.use("2023")
    assert links.all() == [old]
    assert list(codes.all().values()) == ["1.3-01"]
    with pytest.raises(UserError, match="appraisal_unknown"):
        appraisals.use("2030")
    with pytest.raises(UserError, match="evidence_unknown"):
        links.unlink(next(one.id for one in _of(appraisals, links, "2024")))


def _of(appraisals: Appraisals, links: Links, key: str):
    """The links of another appraisal, without leaving this one."""
    here = appraisals.all()[-1].id
    appraisals.use(key)
    found = links.all()
    appraisals.use(here)
    return found


def test_a_year_that_is_this_one_or_none_is_refused(year: NextYear, made: Criteria) -> None:
    with pytest.raises(UserError, match="year_wrong"):
        year.plan(year=2023)
    made.edit_appraisal(year=None)
    with pytest.raises(UserError, match="year_missing"):
        year.plan()


def test_what_nobody_has_dealt_with_goes_along(
    year: NextYear, made: Criteria, database: Database, journal: Journal
) -> None:
    obstacles = Obstacles(database, journal)
    obstacles.add("difficulty", "Thiếu người", made.get("1.3").id)
    obstacles.add("proposal", "Cấp kinh phí", made.get("1.1").id)
    obstacles.add("difficulty", "Mạng yếu", unit="Tổ CNTT")
    obstacles.resolve(obstacles.add("difficulty", "Đã có phần mềm", made.get("1.2").id).id)
    plan = year.plan()
    assert [one.text for one in plan.obstacles] == ["Thiếu người", "Cấp kinh phí", "Mạng yếu"]
    assert year.make(plan, {made.get("1.1").id: None}).obstacles == 3
    codes = {one.id: one.code for one in made.tree()}
    assert [(one.text, codes.get(one.criterion_id or ""), one.unit) for one in obstacles.all()] == [
        ("Thiếu người", "1.3", "Thanh tra Sở"),
        ("Mạng yếu", None, "Tổ CNTT"),
        ("Cấp kinh phí", None, "Văn phòng Sở"),
    ]
    assert year.make(year.plan(year=2025), with_obstacles=False).obstacles == 0
    assert obstacles.all() == []
