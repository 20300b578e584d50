from collections.abc import Callable
from datetime import date

import pytest

from core.catalogue.criteria import Criteria
from core.errors import UserError
from core.evidence.coverage import coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.records import Coverage, Row
from core.journal import Journal

Make = Callable[..., str]


@pytest.fixture
def look(made: Criteria, links: Links) -> Callable[[], Coverage]:
    return lambda: coverage(made.tree(), links.all(), date(2023, 4, 1))


Look = Callable[[], Coverage]


def row_of(found: Coverage, code: str) -> Row:
    return next(row for row in found.rows if row.criterion.code == code)


def test_work_state_and_result_are_two_things(judgements: Judgements, made: Criteria, journal: Journal) -> None:
    key = made.get("1.3").id
    assert (made.get("1.3").state, made.get("1.3").result, made.get("1.3").judged_by) == ("untouched", None, None)
    done = judgements.assess(key, state="checked", result="partly", explanation=" Thiếu biên bản. ")
    assert (done.state, done.result, done.explanation) == ("checked", "partly", "Thiếu biên bản.")
    assert done == made.get("1.3")
    assert done.judged_by == "Nguyễn Thị Hoa"
    assert done.judged_at is not None
    again = judgements.assess(key, explanation="")
    assert (again.state, again.explanation, again.judged_at) == ("checked", "", done.judged_at)
    assert judgements.assess(key, result=None).result is None
    entry = journal.entries(f"criterion:{key}")[-1]
    assert (entry.action, entry.before, entry.after) == ("criterion.assessed", {"result": "partly"}, {"result": None})
    count = len(journal.entries())
    judgements.assess(key, state="checked")
    assert len(journal.entries()) == count


def test_papers_alone_do_not_say_that_somebody_looked(
    judgements: Judgements, look: Look, made: Criteria, links: Links, document: Make
) -> None:
    key = made.get("1.3").id
    assert look().work[key] == "untouched"
    links.link(document(), key)
    assert (look().work[key], row_of(look(), "1.3").state) == ("collecting", "complete")
    judgements.assess(key, state="collected")
    assert look().work[key] == "collected"
    judgements.assess(made.get("2.2").id, state="checked", result="not_met")
    assert row_of(look(), "2.2").state == "missing"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"state": "done"}, "work_state_unknown"),
        ({"result": "good"}, "result_unknown"),
        ({"criterion_id": "9.9"}, "criterion_unknown"),
    ],
)
def test_a_judgement_that_cannot_be(
    judgements: Judgements, made: Criteria, wrong: dict[str, object], error: str
) -> None:
    before = made.tree()
    with pytest.raises(UserError, match=error):
        judgements.assess(**{"criterion_id": made.get("1.3").id, "explanation": "x", **wrong})  # type: ignore[arg-type]
    assert made.tree() == before


def test_a_survey_has_a_result_but_what_is_not_assigned_has_none(judgements: Judgements, made: Criteria) -> None:
    assert judgements.assess(made.get("2.1").id, result="met").result == "met"
    made.assign(made.get("2").id, "not_assigned")
    with pytest.raises(UserError, match="criterion_not_assigned"):
        judgements.assess(made.get("2.1").id, result="not_met")


def test_rejected_evidence_fills_nothing_and_stays_listed(
    judgements: Judgements, look: Look, made: Criteria, links: Links, document: Make
) -> None:
    evidence = links.link(document(), made.get("1.3").id)
    rejected = judgements.reject(evidence.id, " Chưa ký ")
    assert (rejected.state, rejected.reason, rejected.judged_by) == ("rejected", "Chưa ký", "Nguyễn Thị Hoa")
    assert links.of_criterion(made.get("1.3").id) == [rejected]
    row = row_of(look(), "1.3")
    assert (row.state, row.evidence, row.unplaced) == ("missing", 0, ())
    with pytest.raises(UserError, match="evidence_rejected") as caught:
        links.link(evidence.document_id, made.get("1.3").id)
    assert caught.value.facts["reason"] == "Chưa ký"
    reopened = judgements.reopen(evidence.id)
    assert (reopened.state, reopened.reason, reopened.judged_at, reopened.judged_by) == ("accepted", None, None, None)
    assert row_of(look(), "1.3").state == "complete"


def test_checked_evidence_says_by_whom(judgements: Judgements, links: Links, made: Criteria, document: Make) -> None:
    evidence = judgements.check(links.link(document(), made.get("1.3").id).id)
    assert (evidence.state, evidence.judged_by) == ("checked", "Nguyễn Thị Hoa")
    with pytest.raises(UserError, match="reason_missing"):
        judgements.reject(evidence.id, "  ")
    with pytest.raises(UserError, match="evidence_unknown"):
        judgements.check("nothing")
