"""A corrected plan over a catalogue in use: seen before, nothing lost, undone exactly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.catalogue.slots import Slots
from core.database.engine import Database
from core.errors import UserError
from core.evidence.catalogue_update import CatalogueUpdate
from core.evidence.coverage import coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.scores import Scores
from core.journal import Journal
from core.library.search import Search
from core.undo import Undo
from tests.core.evidence.conftest import STATED
from tests.core.test_undo import rows_of

Make = Callable[..., str]


def corrected(*stated: Stated, year: int = 2023) -> Draft:
    return Draft("Nâng cao Chỉ số", year, draft_criteria(stated, year))


@pytest.fixture
def care(database: Database, journal: Journal, links: Links) -> CatalogueUpdate:  # noqa: ARG001
    return CatalogueUpdate(database, journal)


def test_the_same_plan_changes_nothing(care: CatalogueUpdate, made: Criteria, journal: Journal) -> None:
    before = made.tree()
    plan = care.plan(corrected(*STATED))
    assert {one.kind for one in plan.changes} == {"same"}
    lines = len(journal.entries())
    care.apply(plan)
    assert made.tree() == before
    assert len(journal.entries()) == lines


def test_another_order_is_a_change_that_is_shown_and_made(care: CatalogueUpdate, made: Criteria) -> None:
    ids = {one.code: one.id for one in made.tree()}
    third, first, second = STATED[3], STATED[1], STATED[2]
    plan = care.plan(corrected(STATED[0], third, first, second, *STATED[4:]))
    assert {one.new.code: one.fields for one in plan.changes if one.new and one.fields} == {"1.3": ("order",)}
    care.apply(plan)
    assert [one.code for one in made.tree()] == ["1", "1.3", "1.1", "1.2", "2", "2.1", "2.2"]
    assert {one.code: one.id for one in made.tree()} == ids
    again = care.plan(corrected(*STATED))
    care.apply(again)
    assert [one.code for one in made.tree()] == ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2"]
    assert not any(one.fields for one in care.plan(corrected(*STATED)).changes)


def test_whole_fields_change_places(care: CatalogueUpdate, made: Criteria) -> None:
    care.apply(care.plan(corrected(*STATED[4:], *STATED[:4])))
    assert [one.code for one in made.tree()] == ["2", "2.1", "2.2", "1", "1.1", "1.2", "1.3"]


def test_a_maximum_below_points_already_given_is_said(
    care: CatalogueUpdate, made: Criteria, database: Database, journal: Journal
) -> None:
    first = made.get("1.1")
    made.edit(first.id, max_points=2)
    Scores(database, journal).score(first.id, self_score=1.5)
    stated = [replace(one, points="1") if one.code == "1.1" else one for one in STATED]
    plan = care.plan(corrected(*stated))
    assert {one.new.code: (one.fields, one.given) for one in plan.changes if one.new and one.fields} == {
        "1.1": (("max_points",), 1.5)
    }
    care.apply(plan)
    assert (made.get("1.1").max_points, made.get("1.1").self_score) == (1, 1.5)


@pytest.mark.usefixtures("made")
def test_what_goes_below_a_new_parent_is_said_to_move(care: CatalogueUpdate) -> None:
    care.apply(care.plan(corrected(*(one for one in STATED if one.code != "2"))))
    plan = care.plan(corrected(*STATED))
    assert {one.new.code: one.fields for one in plan.changes if one.new and one.kind == "changed"} == {
        "2.1": ("parent",),
        "2.2": ("parent",),
    }


NEW = (
    STATED[0],
    Stated("1.1", "Tuyên truyền: 3 bài viết", "Văn phòng Sở", "", "Năm 2023"),
    Stated("1.2", "Kiểm tra công vụ tại đơn vị", "Thanh tra Sở"),
    Stated("1.3", "Báo cáo định kỳ", "Văn phòng Sở", "", "Trước ngày 15 của tháng cuối quý"),
    STATED[4],
    STATED[5],
    Stated("2.3", "Một việc mới"),
)


def test_what_is_new_changed_and_gone_is_seen_before(
    care: CatalogueUpdate, made: Criteria, links: Links, judgements: Judgements, document: Make
) -> None:
    links.link(document(), made.get("1.1").id, 2)
    links.link(document(), made.get("2.2").id)
    judgements.assess(made.get("2.2").id, result="partly", explanation="Vì thiếu kinh phí")
    before = made.tree()
    plan = care.plan(corrected(*NEW))
    assert {one.new.code: one.kind for one in plan.changes if one.new} == {
        "1": "same",
        "1.1": "changed",
        "1.2": "new",
        "1.3": "changed",
        "2": "same",
        "2.1": "same",
        "2.3": "new",
    }
    assert made.tree() == before
    first = next(one for one in plan.changes if one.new and one.new.code == "1.1")
    assert ("slots" in first.fields, first.loosened) == (True, 1)
    gone = [one for one in plan.changes if one.new is None]
    assert [(one.old.title, one.kind, one.evidence) for one in gone if one.old] == [
        ("Kiểm tra", "removed", 0),
        ("Đào tạo", "set_aside", 1),
    ]


def test_no_evidence_is_dropped_and_the_place_counts_nowhere(
    care: CatalogueUpdate, made: Criteria, links: Links, judgements: Judgements, document: Make
) -> None:
    loose = links.link(document(), made.get("1.1").id, 2)
    kept = links.link(document(), made.get("2.2").id, pages="3")
    judgements.assess(made.get("2.2").id, result="partly", explanation="Vì thiếu kinh phí")
    report = made.get("1.2").id
    care.apply(care.plan(corrected(*NEW)))
    by_id = {one.id: one for one in links.all()}
    assert (by_id[loose.id].criterion_id, by_id[loose.id].slot) == (made.get("1.1").id, None)
    assert by_id[kept.id].code == kept.code
    aside = made.get("2.2 (cũ)")
    assert aside.id == kept.criterion_id
    assert (aside.result, aside.explanation) == ("partly", "Vì thiếu kinh phí")
    assert made.get("1.3").id == report  # its code moved, it stayed what it was
    assert [one.code for one in made.tree()] == ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.3", "CX", "2.2 (cũ)"]
    assert [(one.text, one.count) for one in made.get("1.1").slots] == [("bài viết", 3)]
    found = coverage(made.tree(), links.all(), date(2023, 7, 1))
    assert [row.criterion.code for row in found.rows] == ["1.1", "1.2", "1.3", "2.1", "2.3"]
    links.move(kept.id, made.get("2.3").id)  # the clerk empties the place
    made.assign(made.get("2.3").id, "documents")
    assert coverage(made.tree(), links.all(), date(2023, 7, 1)).states[made.get("2.3").id] == "complete"


def test_what_comes_back_comes_back_with_all(
    care: CatalogueUpdate, made: Criteria, links: Links, judgements: Judgements, document: Make
) -> None:
    kept = links.link(document(), made.get("2.2").id)
    judgements.assess(kept.criterion_id, result="partly", explanation="Vì thiếu kinh phí")
    before = {one.code: one for one in made.tree()}
    care.apply(care.plan(corrected(*NEW)))
    care.apply(care.plan(corrected(*STATED)))
    back = made.get("2.2")
    assert (back.id, back.explanation, back.parent_id) == (before["2.2"].id, "Vì thiếu kinh phí", before["2"].id)
    assert links.all() == [kept]


def test_what_the_clerk_has_set_stays(
    care: CatalogueUpdate, made: Criteria, database: Database, journal: Journal
) -> None:
    slots = Slots(database, journal)
    slots.add(made.get("1.3").id, "biên bản", count=2)
    slots.edit(made.get("1.2").slots[0].id, due=date(2023, 3, 20))
    made.assign(made.get("2.2").id, "not_assigned")
    made.edit(made.get("1.3").id, lead_unit="Phòng TCCB", deadlines=[date(2023, 10, 1)])
    plan = care.plan(corrected(*STATED[:3], Stated("1.3", "Kiểm tra nội bộ"), *STATED[4:]))
    care.apply(plan)
    third = made.get("1.3")
    assert (third.text, third.lead_unit, third.deadlines) == ("Kiểm tra nội bộ", "Phòng TCCB", (date(2023, 10, 1),))
    assert [(slot.text, slot.count) for slot in third.slots] == [("biên bản", 2)]
    assert made.get("1.2").slots[0].own_due == date(2023, 3, 20)
    assert made.get("2.2").assessed_by == "not_assigned"


def test_the_clerk_says_what_becomes_of_a_criterion(
    care: CatalogueUpdate, made: Criteria, links: Links, document: Make
) -> None:
    kept = links.link(document(), made.get("2.2").id)
    chosen = {made.get("2.2").id: "2.3"}
    keep = [made.get("1.3").id]
    draft = corrected(*(one for one in NEW if one.code != "1.3"))
    care.apply(care.plan(draft, chosen, keep))
    assert made.get("2.3").id == kept.criterion_id
    assert made.get("1.3").id == keep[0]
    with pytest.raises(UserError, match="criterion_unknown"):
        care.plan(draft, {made.get("2.3").id: "9.9"})
    with pytest.raises(UserError, match="plan_of_other_year"):
        care.plan(corrected(*NEW, year=2024))


def test_an_update_is_undone_exactly(
    care: CatalogueUpdate, made: Criteria, links: Links, document: Make, database: Database, journal: Journal
) -> None:
    undo = Undo(database, journal, Search(database))
    links.link(document(), made.get("1.1").id, 2)
    links.link(document(), made.get("2.2").id)
    before = rows_of(database)
    with undo.step():
        care.apply(care.plan(corrected(*NEW)))
    after = rows_of(database)
    undo.undo()
    assert rows_of(database) == before
    undo.redo()
    assert rows_of(database) == after
