from collections.abc import Callable

import pytest

from core.catalogue.criteria import Criteria
from core.database.engine import Database
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.links import Links
from core.journal import Journal

Make = Callable[[], str]


def test_a_link_gives_the_document_a_code(links: Links, codes: Codes, made: Criteria, document: Make) -> None:
    paper = document()
    evidence = links.link(paper, made.get("1.1").id, 2, "3–5", " trang đầu ")
    assert (evidence.code, evidence.requirement, evidence.pages, evidence.note) == ("1.1-01", 2, "3-5", "trang đầu")
    assert links.of_document(paper) == links.of_criterion(made.get("1.1").id) == links.all() == [evidence]
    assert codes.of_document(paper) == "1.1-01"
    assert codes.all() == {paper: "1.1-01"}


def test_a_second_criterion_cites_the_first_code(links: Links, made: Criteria, document: Make) -> None:
    paper = document()
    assert links.link(paper, made.get("1.3").id).code == "1.3-01"
    assert links.link(paper, made.get("1.1").id).code == "1.3-01"
    assert links.link(document(), made.get("1.1").id).code == "1.1-01"


def test_the_same_link_again_changes_only_what_is_given(links: Links, made: Criteria, document: Make) -> None:
    paper, criterion = document(), made.get("1.3").id
    first = links.link(paper, criterion, pages="1-2", note="xem")
    again = links.link(paper, criterion, pages="4")
    assert (again.id, again.pages, again.note) == (first.id, "4", "xem")
    assert links.all() == [again]
    assert links.link(paper, made.get("1.1").id, 1) != links.link(paper, made.get("1.1").id, 2)


def test_evidence_follows_its_document_and_its_code(
    links: Links, codes: Codes, made: Criteria, document: Make, database: Database
) -> None:
    paper = document()
    links.link(paper, made.get("1.3").id)
    links.link(other := document(), made.get("1.1").id)
    assert {one.paper.subject for one in links.all()} == {""}
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE document SET subject = 'Kế hoạch' WHERE id = ?", (paper,))
    assert [one.paper.subject for one in links.of_document(paper)] == ["Kế hoạch"]
    codes.renumber(codes.preview("M{criterion}-{number}"))
    assert {links.of_document(one)[0].code for one in (paper, other)} == {"M1.3-1", "M1.1-1"}


def test_evidence_stands_in_the_order_of_linking(links: Links, made: Criteria, document: Make) -> None:
    criterion = made.get("1.3").id
    papers = [document() for _ in range(12)]
    for paper in papers:
        links.link(paper, criterion)
    assert [evidence.document_id for evidence in links.of_criterion(criterion)] == papers


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"document_id": "nothing"}, "document_unknown"),
        ({"criterion_id": "nothing"}, "criterion_unknown"),
        ({"requirement": 3}, "requirement_unknown"),
        ({"pages": "5-3"}, "pages_unreadable"),
    ],
)
def test_a_link_that_cannot_be_leaves_nothing(
    links: Links, codes: Codes, made: Criteria, document: Make, wrong: dict[str, object], error: str
) -> None:
    right = {"document_id": document(), "criterion_id": made.get("1.1").id}
    with pytest.raises(UserError, match=error):
        links.link(**{**right, **wrong})  # type: ignore[arg-type]
    assert (links.all(), codes.all()) == ([], {})


def test_unlinking_keeps_the_code(links: Links, codes: Codes, made: Criteria, document: Make, journal: Journal) -> None:
    paper, criterion = document(), made.get("1.1").id
    kept, gone = links.link(paper, criterion, 1, "2"), links.link(document(), criterion)
    links.unlink(kept.id)
    assert links.all() == [gone]
    assert codes.of_document(paper) == kept.code
    entry = journal.entries(f"evidence:{kept.id}")[-1]
    assert (entry.action, entry.after) == ("evidence.unlinked", None)
    assert entry.before is not None
    assert (entry.before["code"], entry.before["requirement"], entry.before["pages"]) == ("1.1-01", 1, "2")
    with pytest.raises(UserError, match="evidence_unknown"):
        links.unlink("nothing")


def test_editing_a_link(links: Links, made: Criteria, document: Make, journal: Journal) -> None:
    evidence = links.link(document(), made.get("1.1").id, 1, "1-2", "xem")
    assert links.edit(evidence.id, pages="") == links.of_document(evidence.document_id)[0]
    moved = links.edit(evidence.id, requirement=2)
    assert (moved.requirement, moved.pages, moved.note) == (2, "", "xem")
    assert links.edit(evidence.id, requirement=None).requirement is None
    entry = journal.entries(f"evidence:{evidence.id}")[-1]
    assert entry.before is not None
    assert entry.after is not None
    assert (entry.before["requirement"], entry.after["requirement"]) == (2, None)
    count = len(journal.entries())
    links.edit(evidence.id, note="xem")
    assert len(journal.entries()) == count


def test_a_link_moves_with_its_pages_note_and_code(
    links: Links, made: Criteria, document: Make, journal: Journal
) -> None:
    here, there = made.get("1.1").id, made.get("1.2").id
    stands = links.link(document(), there)
    evidence = links.link(document(), here, 1, "1-2", "xem")
    moved = links.move(evidence.id, there)
    assert moved == links.of_criterion(there)[1]
    assert (moved.id, moved.requirement, moved.pages, moved.note) == (evidence.id, None, "1-2", "xem")
    assert (moved.code, moved.position) == (evidence.code, stands.position + 1)
    assert links.of_criterion(here) == []
    assert links.move(evidence.id, here, 1) == evidence
    entry = journal.entries(f"evidence:{evidence.id}")[-1]
    assert (entry.before or {})["criterion_id"] == there


def test_a_link_does_not_move_onto_another_one(links: Links, made: Criteria, document: Make) -> None:
    paper = document()
    links.link(paper, made.get("1.2").id)
    evidence = links.link(paper, made.get("1.1").id)
    with pytest.raises(UserError, match="evidence_exists"):
        links.move(evidence.id, made.get("1.2").id)
    with pytest.raises(UserError, match="requirement_unknown"):
        links.move(evidence.id, made.get("1.2").id, 9)
    assert links.move(evidence.id, made.get("1.1").id) == evidence


def test_a_link_does_not_become_another_one(links: Links, made: Criteria, document: Make) -> None:
    paper, criterion = document(), made.get("1.1").id
    links.link(paper, criterion, 1)
    second = links.link(paper, criterion, 2)
    with pytest.raises(UserError, match="evidence_exists"):
        links.edit(second.id, requirement=1)
    with pytest.raises(UserError, match="requirement_unknown"):
        links.edit(second.id, requirement=7)


def test_a_link_in_a_transaction_that_fails_is_not_made(
    links: Links, codes: Codes, made: Criteria, document: Make, database: Database
) -> None:
    paper = document()
    with pytest.raises(RuntimeError), database.write() as connection:
        links.link_in(connection, paper, made.get("1.3").id)
        raise RuntimeError
    assert (links.all(), codes.all()) == ([], {})
