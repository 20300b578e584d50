"""The clerk's decisions."""

import pytest

from core.errors import UserError
from core.intake.records import Beside
from core.library.twins import Twin


@pytest.fixture
def arrival(office):
    office.drop("kế hoạch.txt", "number: 67\nnotation: KH-SGD&ĐT")
    return office.look().arrived[0]


def code_of(action, *args, **kwargs):
    with pytest.raises(UserError) as caught:
        action(*args, **kwargs)
    return caught.value.code


def actions(office, subject):
    return [entry.action for entry in office.journal.entries(subject)]


def test_names_are_of_a_state_and_a_folder_in_the_order_of_arrival(office, arrival):
    office.drop("b.txt")
    office.drop("a.txt")
    a, b = office.look().arrived
    office.inbox.defer(a.id)
    assert office.inbox.names() == [(one.id, one.name) for one in (arrival, a, b)]
    assert office.inbox.names("deferred") == [(a.id, "a.txt")]
    assert office.inbox.names(folder_id=arrival.folder_id) == office.inbox.names()
    assert office.inbox.names(folder_id="another") == []
    assert {one.id for one in office.inbox.rows([b.id, arrival.id, "gone"])} == {b.id, arrival.id}


def test_accepting_makes_a_document_described_as_read(office, arrival):
    added, evidence = office.inbox.accept(arrival.id)
    assert (added.outcome, evidence) == ("added", [])
    assert added.document.description.symbol == "67/KH-SGD&ĐT"
    assert office.documents.all() == [added.document]
    assert office.inbox.all() == []
    after = office.inbox.get(arrival.id)
    assert (after.state, after.document_id, after.duplicate_of) == ("accepted", added.document.id, None)
    assert office.search.find("67/KH")[0].document == added.document


def test_accepting_onto_criteria_links_it(office, arrival):
    criteria = [office.criteria.get(code).id for code in ("1.1", "1.2")]
    added, evidence = office.inbox.accept(arrival.id, criteria)
    assert [one.criterion_id for one in evidence] == criteria
    assert {one.document_id for one in office.links.all()} == {added.document.id}
    assert len({one.code for one in evidence}) == 1


def test_a_duplicate_adds_its_links_to_the_document_that_is_there(office, arrival):
    first, _ = office.inbox.accept(arrival.id, [office.criteria.get("1.1").id])
    office.drop("bản sao.txt", "number: 67\nnotation: KH-SGD&ĐT")
    (copy,) = office.look().arrived
    again, evidence = office.inbox.accept(copy.id, [office.criteria.get("1.2").id])
    assert (again.outcome, again.document) == ("duplicate", first.document)
    assert len(evidence) == 1
    assert len(office.links.all()) == 2
    assert len(office.documents.all()) == 1


def test_accepting_onto_an_unknown_criterion_does_nothing_at_all(office, arrival):
    lines = len(office.journal.entries())
    assert code_of(office.inbox.accept, arrival.id, [office.criteria.get("1.1").id, "9.9"]) == "criterion_unknown"
    assert office.documents.all() == []
    assert office.links.all() == []
    assert office.inbox.get(arrival.id).state == "offered"
    assert len(office.journal.entries()) == lines


def test_refusing_needs_a_reason_and_can_be_undone(office, arrival):
    assert code_of(office.inbox.refuse, arrival.id, "  ") == "reason_missing"
    refused = office.inbox.refuse(arrival.id, "không  liên quan")
    assert (refused.state, refused.reason) == ("refused", "không liên quan")
    assert office.inbox.all() == []
    assert office.look().arrived == ()
    again = office.inbox.reopen(arrival.id)
    assert (again.state, again.reason) == ("offered", None)
    assert office.inbox.all() == [again]


def test_a_deferred_arrival_stays_in_the_inbox_and_can_be_accepted(office, arrival):
    assert office.inbox.defer(arrival.id).state == "deferred"
    assert [one.state for one in office.inbox.all()] == ["deferred"]
    assert office.inbox.all("offered") == []
    assert office.inbox.accept(arrival.id)[0].outcome == "added"


def test_nothing_is_decided_twice(office, arrival):
    office.inbox.accept(arrival.id)
    for action in (office.inbox.accept, office.inbox.defer, office.inbox.reopen):
        assert code_of(action, arrival.id) == "arrival_decided"
    assert code_of(office.inbox.refuse, arrival.id, "x") == "arrival_decided"


def test_what_is_harmful_cannot_be_reopened(office):
    office.drop("a.exe")
    office.look()
    (refused,) = office.inbox.all("refused")
    assert code_of(office.inbox.reopen, refused.id) == "file_harmful"
    assert code_of(office.inbox.accept, refused.id) == "arrival_decided"


def test_every_decision_is_journaled(office, arrival):
    office.inbox.defer(arrival.id)
    office.inbox.refuse(arrival.id, "x")
    office.inbox.reopen(arrival.id)
    document = office.inbox.accept(arrival.id)[0].document
    assert actions(office, f"arrival:{arrival.id}") == [
        "arrival.offered",
        "arrival.deferred",
        "arrival.refused",
        "arrival.reopened",
        "arrival.accepted",
    ]
    assert actions(office, f"document:{document.id}") == ["document.added", "arrival.accepted"]
    assert {entry.actor for entry in office.journal.entries()} == {"lan"}


def test_an_arrival_is_found_by_the_start_of_its_id(office, arrival):
    assert office.inbox.get(arrival.id[:8]).id == arrival.id
    assert code_of(office.inbox.get, "zz") == "arrival_unknown"
    assert code_of(office.inbox.get, "") == "arrival_unknown"
    assert code_of(office.inbox.accept, "nobody") == "arrival_unknown"
    for number in range(17):
        office.drop(f"{number}.txt")
    office.look()
    ids = [one.id[0] for one in office.inbox.all()]
    assert code_of(office.inbox.get, next(first for first in ids if ids.count(first) > 1)) == "arrival_ambiguous"


@pytest.mark.parametrize("kind", ["revision", "signed_copy", "other"])
def test_a_file_with_the_number_of_a_document_is_what_the_person_says(office, kind):
    office.drop("nháp.txt", "number: 67\nnotation: KH-SGD\nsố liệu cũ")
    (draft,) = office.look().arrived
    first = office.inbox.accept(draft.id)[0].document
    office.drop("ký.txt", "number: 67\nnotation: KH-SGD\nsố liệu mới")
    (arrival,) = office.look().arrived
    assert [one.id for one in office.twins.of_descriptions({"": arrival.description})[""]] == [first.id]

    added, _ = office.inbox.accept(arrival.id, beside=Beside(first.id, kind))
    assert office.store.path(draft.sha256).is_file()  # kept whatever was decided
    if kind == "revision":
        assert (added.outcome, added.document.id, added.document.name) == ("revised", first.id, "ký.txt")
    else:
        assert added.outcome == "added"
        assert office.twins.of_document(added.document.id) == [Twin(first, kind)]


def test_a_file_with_a_number_that_is_taken_is_not_accepted_by_itself(office):
    for folder in office.folders.all():
        office.folders.change(folder.id, accepts_by_code=True)
    office.drop("1.1 a.txt", "number: 67\nnotation: KH-SGD\na")
    office.drop("1.1 b.txt", "number: 67\nnotation: KH-SGD\nb")
    assert sorted(one.state for one in office.look().arrived) == ["accepted", "offered"]


def test_the_same_bytes_as_a_file_put_off_are_a_duplicate_of_it(office):
    office.drop("a.txt", "một")
    (first,) = office.look().arrived
    office.inbox.defer(first.id)
    office.drop("b.txt", "một")
    assert office.look().arrived[0].duplicate_of == first.id


def test_a_duplicate_that_is_called_a_revision_of_another_document_stays_the_document_that_it_is(office):
    """Else the same bytes would be two documents."""
    symbol = "number: 5\nnotation: QĐ-SGD&ĐT\nissuer: Sở"
    for name in ("cũ.txt", "mới.txt"):
        office.drop(name, f"{symbol}\ntype: {name}")
    old, new = (office.inbox.accept(one.id, as_new=True)[0].document for one in office.look().arrived)
    office.drop("bản sao.txt", f"{symbol}\ntype: mới.txt")
    (copy,) = office.look().arrived
    assert copy.duplicate_of == new.id
    added, _ = office.inbox.accept(copy.id, beside=Beside(old.id, "revision"))
    assert (added.document.id, office.documents.get(old.id).sha256) == (new.id, old.sha256)
    assert [(one.document.id, one.kind) for one in office.twins.of_document(new.id)] == [(old.id, "revision")]
