import pytest

from core.catalogue.criteria import Criteria
from core.database.engine import Database
from core.errors import UserError
from core.evidence.judgements import Judgements
from core.evidence.obstacles import Obstacles
from core.journal import Journal


@pytest.fixture
def obstacles(made: Criteria, database: Database, journal: Journal) -> Obstacles:  # noqa: ARG001
    return Obstacles(database, journal)


def test_they_are_gathered_in_one_list(obstacles: Obstacles, made: Criteria) -> None:
    obstacles.add("proposal", "Cấp thêm kinh phí", made.get("1.1").id)
    obstacles.add("difficulty", "Thiếu người", unit="Phòng TCCB")
    obstacles.add("difficulty", "Phần mềm chậm", made.get("1.3").id)
    obstacles.add("difficulty", " Mạng yếu ", made.get("1.2").id, "Tổ CNTT")
    found = [(one.kind, one.text, one.unit) for one in obstacles.all()]
    assert found == [
        ("difficulty", "Mạng yếu", "Tổ CNTT"),
        ("difficulty", "Phần mềm chậm", "Thanh tra Sở"),
        ("difficulty", "Thiếu người", "Phòng TCCB"),
        ("proposal", "Cấp thêm kinh phí", "Văn phòng Sở"),
    ]


def test_editing_and_removing_leave_a_trace(obstacles: Obstacles, journal: Journal) -> None:
    one = obstacles.add("difficulty", "Thiếu người")
    edited = obstacles.edit(one.id, "Thiếu hai người")
    assert (edited.text, edited.changed_by) == ("Thiếu hai người", "Nguyễn Thị Hoa")
    assert obstacles.remove(one.id) == edited
    assert obstacles.all() == []
    assert [entry.action for entry in journal.entries(f"obstacle:{one.id}")] == [
        "obstacle.added",
        "obstacle.edited",
        "obstacle.removed",
    ]


def test_what_was_dealt_with_says_so_until_it_is_open_again(obstacles: Obstacles, journal: Journal) -> None:
    one = obstacles.add("difficulty", "Thiếu người")
    assert one.resolved_at is None
    done = obstacles.resolve(one.id)
    assert done.resolved_at is not None
    assert obstacles.resolve(one.id) == done  # nothing new
    assert obstacles.resolve(one.id, is_resolved=False).resolved_at is None
    actions = [entry.action for entry in journal.entries(f"obstacle:{one.id}")]
    assert actions == ["obstacle.added", "obstacle.resolved", "obstacle.reopened"]
    assert obstacles.get(one.id[:8]).id == one.id
    with pytest.raises(UserError, match="obstacle_unknown"):
        obstacles.get("")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"kind": "wish"}, "obstacle_kind_unknown"),
        ({"text": "  "}, "text_missing"),
        ({"criterion_id": "9.9"}, "criterion_unknown"),
    ],
)
def test_what_cannot_be(obstacles: Obstacles, wrong: dict[str, str], error: str) -> None:
    with pytest.raises(UserError, match=error):
        obstacles.add(**{"kind": "difficulty", "text": "x", **wrong})  # type: ignore[arg-type]
    with pytest.raises(UserError, match="obstacle_unknown"):
        obstacles.remove("nothing")
    assert obstacles.all() == []


def test_a_criterion_with_obstacles_stays(obstacles: Obstacles, made: Criteria) -> None:
    obstacles.add("difficulty", "Thiếu người", made.get("1.3").id)
    with pytest.raises(UserError, match="criterion_in_use"):
        made.remove(made.get("1.3").id)


def test_last_year(obstacles: Obstacles, made: Criteria, database: Database, journal: Journal) -> None:  # noqa: ARG001
    judgements = Judgements(database, journal)
    key = made.get("1.3").id
    assert not made.get("1.3").fell_short
    marked = judgements.last_year(key, result="partly", lost=0.5, remedy=" Kiểm tra sớm hơn ")
    assert (marked.last_result, marked.last_lost, marked.remedy) == ("partly", 0.5, "Kiểm tra sớm hơn")
    assert marked.fell_short
    assert judgements.last_year(key, lost=None).fell_short
    assert not judgements.last_year(key, result=None).fell_short
    with pytest.raises(UserError, match="points_wrong"):
        judgements.last_year(key, lost=-1)
    with pytest.raises(UserError, match="result_unknown"):
        judgements.last_year(key, result="good")  # type: ignore[arg-type]
