from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.criteria import Criteria
from core.catalogue.records import Criterion
from core.database.engine import Database, now
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.numbering import GivenCode, renumber
from core.evidence.records import Evidence
from core.journal import Journal
from core.library.search import Search
from core.undo import Undo

Make = Callable[[], str]


@pytest.fixture
def undo(database: Database, journal: Journal) -> Undo:
    return Undo(database, journal, Search(database))


def test_gaps_close_in_the_order_of_the_list(links: Links, codes: Codes, made: Criteria, document: Make) -> None:
    gone, first, second = (links.link(document(), made.get("1.3").id) for _ in range(3))
    links.unlink(gone.id)
    preview = codes.preview()
    assert [(one.old.code, one.code) for one in preview.changes] == [
        ("1.3-02", "1.3-01"),
        ("1.3-03", "1.3-02"),
        ("1.3-01", "1.3-03"),  # it proves nothing now, but may again
    ]
    assert codes.all()[first.document_id] == "1.3-02"  # a preview is only that
    codes.renumber(preview)
    assert codes.all() == {first.document_id: "1.3-01", second.document_id: "1.3-02", gone.document_id: "1.3-03"}
    assert codes.preview().changes == ()


def test_printed_codes_are_frozen(
    links: Links, codes: Codes, made: Criteria, document: Make, undo: Undo, journal: Journal
) -> None:
    one, two, three = (links.link(document(), made.get("1.3").id) for _ in range(3))
    codes.mark_printed([two.document_id])
    links.unlink(one.id)
    preview = codes.preview("MC.{criterion}.{number:02}")
    assert ([code.code for code in preview.frozen], preview.same) == (["1.3-02"], 0)
    before = codes.given()
    with undo.step():
        codes.renumber(preview)
    assert codes.all() == {
        two.document_id: "1.3-02",
        three.document_id: "MC.1.3.01",
        one.document_id: "MC.1.3.02",
    }
    assert links.link(document(), made.get("1.3").id).code == "MC.1.3.03"
    entry = journal.entries()[-2]
    assert (entry.action, entry.after) == (
        "codes.renumbered",
        {"pattern": "MC.{criterion}.{number:02}", "codes": ["MC.1.3.01", "MC.1.3.02"]},
    )
    undo.undo()
    assert [code for code in codes.given() if code.document_id in {one.document_id for one in before}] == before
    assert made.appraisal().code_pattern == "{criterion}-{number:02}"


def test_a_document_that_moved_is_numbered_where_it_is(
    links: Links, codes: Codes, made: Criteria, document: Make
) -> None:
    moved, other = links.link(document(), made.get("1.3").id), links.link(document(), made.get("2.2").id)
    links.move(moved.id, made.get("2.2").id)
    codes.renumber(codes.preview())
    assert codes.all() == {other.document_id: "2.2-01", moved.document_id: "2.2-02"}
    assert codes.homes()[moved.document_id] == made.get("2.2").id


def test_a_document_is_numbered_under_what_it_proves_and_not_where_it_was_rejected(
    links: Links, codes: Codes, made: Criteria, document: Make, judgements: Judgements
) -> None:
    paper = document()
    rejected = links.link(paper, made.get("1.3").id)
    links.link(paper, made.get("2.2").id)
    judgements.reject(rejected.id, "không đúng nội dung")
    codes.renumber(codes.preview())
    assert codes.all() == {paper: "2.2-01"}


def test_an_old_preview_is_not_carried_out(links: Links, codes: Codes, made: Criteria, document: Make) -> None:
    links.unlink(links.link(document(), made.get("1.3").id).id)
    links.link(document(), made.get("1.3").id)
    preview = codes.preview()
    codes.mark_printed(codes.all())
    with pytest.raises(UserError, match="codes_changed"):
        codes.renumber(preview)
    with pytest.raises(UserError, match="code_pattern_wrong"):
        codes.preview("mã")


def _criterion(code: str) -> Criterion:
    return Criterion(
        id=f"c{code}", parent_id=None, position=0, level=1, is_leaf=True, code=code, title="", text="", lead_unit=None,
        coordinating_units=(), deadline_text="", deadlines=(), assessed_by="documents", counts_as="documents",
    )  # fmt: skip


TREE = tuple(_criterion(str(number)) for number in range(1, 4))
KEYS = st.integers(0, 7).map(str)


@given(
    st.dictionaries(KEYS, st.tuples(st.integers(0, 2), st.booleans()), min_size=1),
    st.lists(st.tuples(KEYS, st.integers(0, 2)), unique=True),
)
def test_each_has_one_code_and_what_was_printed_stays(
    documents: dict[str, tuple[int, bool]], links: list[tuple[str, int]]
) -> None:
    given_codes = [
        GivenCode(key, key, TREE[home].id, number, f"{home + 1}-{number:02}", now() if printed else None)
        for number, (key, (home, printed)) in enumerate(documents.items(), 1)
    ]
    evidence = [
        Evidence(str(place), TREE[home].id, key, None, "", "", place, "")
        for place, (key, home) in enumerate(links)
        if key in documents
    ]
    done = renumber(given_codes, TREE, evidence, "{criterion}-{number:02}")
    codes = {one.id: one.code for one in given_codes} | {one.old.id: one.code for one in done.changes}
    assert len(set(codes.values())) == len(codes) == len(given_codes)
    assert all(codes[one.id] == one.code for one in given_codes if one.printed_at)
    assert len(done.changes) + done.same + len(done.frozen) == len(given_codes)
    again = [
        GivenCode(one.id, one.document_id, moved.criterion_id, moved.number, moved.code) if moved else one
        for one in given_codes
        for moved in [next((change for change in done.changes if change.old.id == one.id), None)]
    ]
    assert renumber(again, TREE, evidence, "{criterion}-{number:02}").changes == ()  # once is enough
