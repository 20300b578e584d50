from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Criterion, Draft, Score
from core.database.engine import Database
from core.errors import UserError
from core.evidence.points import carriers, scored
from core.evidence.scores import Scores
from core.journal import Journal

STATED = (
    Stated("1", "CHỈ ĐẠO", points="3,5 điểm"),
    Stated("1.1", "Kế hoạch", points="1,5"),
    Stated("1.2", "Báo cáo", points="2"),
    Stated("2", "CÔNG VỤ", points="4"),
    Stated("2.1", "Đào tạo"),
    Stated("2.1.1", "Kế hoạch đào tạo", points="1"),
    Stated("2.1.2", "Kết quả đào tạo", points="2.25"),
    Stated("2.2", "Tinh giản"),
)


@pytest.fixture
def pointed(criteria: Criteria) -> Criteria:
    criteria.create(Draft("Chỉ số", 2023, draft_criteria(STATED, 2023)))
    return criteria


@pytest.fixture
def scores(pointed: Criteria, database: Database, journal: Journal) -> Scores:  # noqa: ARG001
    return Scores(database, journal)


def test_points_are_summed_by_field(pointed: Criteria, scores: Scores) -> None:
    def key(code: str) -> str:
        return pointed.get(code).id

    scores.score(key("1.1"), self_score=1.5)
    scores.score(key("1.2"), self_score=2)
    scores.score(key("1.2"), appraised=1.25, reason="Thiếu báo cáo năm")
    found = scored(pointed.tree())
    assert found is not None
    total = found.total
    assert (total.maximum, total.self_score, total.appraised, total.points) == (6.75, 3.5, 1.25, 2.75)
    assert (total.criteria, total.scored, total.appraised_criteria, total.lost) == (4, 2, 1, 4)
    assert {pointed.get(field).code: one.maximum for field, one in found.fields.items()} == {"1": 3.5, "2": 3.25}
    assert found.differing == {key("2"): 4}  # the catalogue says 4, its parts make 3.25
    pointed.assign(key("2.1"), "not_assigned")
    found = scored(pointed.tree())
    assert found is not None
    assert found.total.maximum == 3.5


def test_a_maximum_is_not_lowered_below_what_was_given(pointed: Criteria, scores: Scores) -> None:
    key = pointed.get("1.2").id
    scores.score(key, self_score=2)
    scores.score(key, 2, appraised=1)
    for maximum, code in ((1.5, "points_given"), (0, "points_given"), (None, "points_given_already")):
        with pytest.raises(UserError, match=code) as refused:
            pointed.edit(key, max_points=maximum)
        assert refused.value.facts["points"] == "2"
        assert refused.value.facts["round"] == 1
    scores.score(key, 1, self_score=1)
    assert pointed.edit(key, max_points=1.5).max_points == 1.5
    assert pointed.edit(pointed.get("2").id, max_points=3.25).max_points == 3.25  # a sum: nothing was given to it
    found = scored(pointed.tree())
    assert found
    assert found.exceeding == {}


def test_what_if(pointed: Criteria, scores: Scores) -> None:
    scores.score(pointed.get("1.2").id, self_score=2, appraised=1)

    def points(*codes: str) -> float:
        found = scored(pointed.tree(), [pointed.get(code).id for code in codes])
        assert found is not None
        return found.total.points

    assert [points(), points("1.2"), points("1.1", "1.2"), points("2"), points("1", "1.1")] == [1, 2, 3.5, 4.25, 3.5]


def test_rounds_of_scoring(pointed: Criteria, scores: Scores, journal: Journal) -> None:
    key = pointed.get("1.2").id
    scores.score(key, self_score=2)
    scores.score(key, appraised=1, reason="Thiếu báo cáo năm")
    again = scores.score(key, 2, explanation="Báo cáo năm đã gửi ngày 12/12")
    assert (again.self_score, again.appraised, again.points) == (2, 1, 1)
    done = scores.score(key, appraised=1.75)  # in the last round
    assert done.scores == (
        Score(1, 2, 1, "", "Thiếu báo cáo năm"),
        Score(2, None, 1.75, "Báo cáo năm đã gửi ngày 12/12"),
    )
    assert done.points == 1.75
    with pytest.raises(UserError, match="round_wrong"):
        scores.score(key, 4, self_score=1)
    scores.score(key, 2, appraised=None, explanation="")
    assert pointed.get("1.2").scores == (Score(1, 2, 1, "", "Thiếu báo cáo năm"),)
    entry = journal.entries(f"criterion:{key}")[1]
    assert (entry.action, entry.before) == ("criterion.scored", {"round": 1, "appraised": None, "reason": ""})


@pytest.mark.parametrize(
    ("code", "points", "error"),
    [
        ("1.1", 1.75, "points_above"),
        ("1.1", -1, "points_wrong"),
        ("2.2", 1, "points_not_used"),
        ("2", 1, "points_summed"),
        ("1", 1, "points_summed"),
    ],
)
def test_points_that_cannot_be(pointed: Criteria, scores: Scores, code: str, points: float, error: str) -> None:
    with pytest.raises(UserError, match=error):
        scores.score(pointed.get(code).id, self_score=points)
    assert all(not one.scores for one in pointed.tree())


def test_without_points_there_are_none(made: Criteria) -> None:
    assert scored(made.tree()) is None


def test_what_was_scored_is_not_removed(pointed: Criteria, scores: Scores) -> None:
    scores.score(pointed.get("1.2").id, self_score=2)
    with pytest.raises(UserError, match="criterion_in_use"):
        pointed.remove(pointed.get("1.2").id)


NUMBERS = st.integers(0, 400).map(lambda number: number / 4)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Criterion, ...]:
    """Depth first; each criterion hangs on the line of the one before it, or on top."""
    tree: list[Criterion] = []
    line: list[Criterion] = []
    for number in range(draw(st.integers(1, 12))):
        line = line[: draw(st.integers(0, len(line)))]
        parent = line[-1] if line else None
        most = draw(st.none() | NUMBERS)
        given_points = [
            draw(st.none() | st.floats(0, most).map(lambda x: round(x, 2))) if most is not None else None
            for _ in range(2)
        ]
        left_out = parent is not None and parent.counts_as == "not_assigned"
        counts = "not_assigned" if left_out or draw(st.integers(0, 9)) == 0 else "documents"
        one = Criterion(
            id=str(number), parent_id=parent.id if parent else None, position=number, level=len(line) + 1,
            is_leaf=False, code=str(number), title="", text="", lead_unit=None, coordinating_units=(),
            deadline_text="", deadlines=(), assessed_by="documents", counts_as=counts,
            max_points=most, scores=(Score(1, *given_points),),
        )  # fmt: skip
        tree.append(one)
        line = [*line, one]
    return tuple(tree)


@given(trees(), st.sets(st.integers(0, 11).map(str)))
def test_sums_hold_for_any_tree(tree: tuple[Criterion, ...], met: set[str]) -> None:
    found, then = scored(tree), scored(tree, met)
    counted = carriers(tree)
    assert (found is None) == (then is None) == (not counted)
    if found is None or then is None:
        return
    assert found.total.maximum == pytest.approx(fsum(one.max_points or 0 for one in counted))
    for name in ("maximum", "self_score", "appraised", "points", "criteria", "scored"):
        assert getattr(found.total, name) == pytest.approx(fsum(getattr(one, name) for one in found.fields.values()))
        for parent in tree:  # what is above others is the sum of what is right below it
            parts = [found.below[one.id] for one in tree if one.parent_id == parent.id and one.id in found.below]
            if parts and parent.id in found.below:
                assert getattr(found.below[parent.id], name) == pytest.approx(fsum(getattr(one, name) for one in parts))
    assert 0 <= found.total.points <= then.total.points + 1e-9
    assert then.total.points <= then.total.maximum + 1e-9
    everything = scored(tree, [one.id for one in tree])
    assert everything is not None
    assert everything.total.points == everything.total.maximum == found.total.maximum
