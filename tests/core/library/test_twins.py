"""The warning that Appendix VI demands, and what a person makes of it."""

from datetime import date

import pytest

from core.errors import UserError
from core.library.relations import Relations
from core.library.twins import Twin, Twins
from core.reading.description import Description
from core.undo import Undo

SYMBOL = {"number": "67", "notation": "KH-SGD&ĐT"}


@pytest.fixture
def twins(library):
    return Twins(library.database, library.journal, Relations(library.database, library.journal))


@pytest.fixture
def add(library, make):
    def add(text: str, **fields: object) -> str:
        one = library.documents.add(make(text)).document
        return library.documents.describe(one.id, **fields).id

    return add


def found(twins: Twins, document_id: str) -> dict[str, tuple[object, bool]]:
    return {one.document.id: (one.kind, one.is_later) for one in twins.of_document(document_id)}


def test_the_same_symbol_twice_is_told_of_both(twins, add):
    first = add("a", **SYMBOL, issuer="Sở Giáo dục và Đào tạo")
    second = add("b", **SYMBOL, issuer="SỞ GIÁO DỤC VÀ ĐÀO TẠO")
    other = add("c", **SYMBOL, issuer="Sở Nội vụ")
    bare, bare_too = add("d"), add("e")
    assert found(twins, first) == {second: (None, False)}
    assert found(twins, second) == {first: (None, False)}
    assert found(twins, other) == found(twins, bare) == found(twins, bare_too) == {}


@pytest.mark.parametrize(
    ("fields", "alike"),
    [
        ({"number": "067"}, True),
        ({"notation": "kh-sgd&đt"}, True),
        ({"issuer": None}, True),
        ({"issued_on": date(2022, 3, 1)}, False),  # numbers begin anew each year
        ({"issued_on": date(2023, 3, 1)}, True),
        ({"number": "68"}, False),
        ({"notation": None}, False),
    ],
)
def test_what_counts_as_the_same(twins, add, fields, alike):
    first = add("a", **SYMBOL, issuer="Sở Giáo dục và Đào tạo", issued_on=date(2023, 1, 9))
    about = Description(**{**SYMBOL, "issuer": "Sở Giáo dục và Đào tạo", **fields})
    assert [one.id for one in twins.of_descriptions({"x": about}).get("x", [])] == ([first] if alike else [])


def test_a_decision_is_kept_told_from_both_sides_and_taken_back(library, twins, add):
    draft, signed = add("a", **SYMBOL), add("b", **SYMBOL)
    twins.decide(signed, draft, "signed_copy")
    assert found(twins, draft) == {signed: ("signed_copy", True)}
    assert found(twins, signed) == {draft: ("signed_copy", False)}
    assert twins.decided() == {frozenset((draft, signed))}

    twins.decide(draft, signed, "other")  # the other way round it is still one pair
    assert found(twins, signed) == {draft: ("other", True)}
    twins.decide(signed, draft, None)
    assert found(twins, draft) == {signed: (None, False)}
    actions = [entry.action for entry in library.journal.entries() if entry.action == "document.compared"]
    assert len(actions) == 3


def test_the_newer_copy_replaces_the_other_one_until_something_else_is_decided(library, twins, add):
    relations, undo = (
        Relations(library.database, library.journal),
        Undo(library.database, library.journal, library.search),
    )
    old, new = add("a", **SYMBOL), add("b", **SYMBOL)

    def known() -> list[tuple[str, str, str]]:
        return [(one.document.id, one.kind, one.other.id) for one in relations.all()]

    with undo.step():
        twins.decide(new, old, "revision")
    assert known() == [(new, "replaces", old)]
    undo.undo()
    assert (known(), found(twins, old)) == ([], {new: (None, False)})
    undo.redo()
    assert known() == [(new, "replaces", old)]
    twins.decide(old, new, "signed_copy")  # it was the other way round
    assert known() == [(old, "replaces", new)]
    twins.decide(old, new, "other")
    assert known() == []
    relations.relate(new, "replaces", old)
    with pytest.raises(UserError, match="relation_circle"):
        twins.decide(old, new, "revision")
    assert found(twins, old) == {new: ("other", False)}


def test_a_decision_outlives_a_change_of_the_number(library, twins, add):
    first, second = add("a", **SYMBOL), add("b", **SYMBOL)
    twins.decide(second, first, "revision")
    library.documents.describe(first, number="7")
    assert twins.of_document(second) == [Twin(library.documents.get(first), "revision", False)]


def test_mistakes_are_named(twins, add):
    one = add("a")
    for other, code in ((one, "same_document"), ("nobody", "document_unknown")):
        with pytest.raises(UserError) as caught:
            twins.decide(one, other, "other")
        assert caught.value.code == code
