"""The library as the clerk sees it: add, describe, find by id, warnings."""

from datetime import date, datetime
from itertools import pairwise

import pytest

from core.errors import UserError
from core.reading.sources import Source


def code_of(action, *args, **kwargs):
    with pytest.raises(UserError) as caught:
        action(*args, **kwargs)
    return caught.value.code


def test_a_file_becomes_a_document_described_as_read(library, make):
    added = library.documents.add(make("number: 2211\nnotation: QĐ-SGD&ĐT\nissued_on: 2022-11-24", "QĐ 2211.txt"))
    assert added.outcome == "added"
    assert library.documents.all() == [added.document]
    assert added.document.name == "QĐ 2211.txt"
    assert added.document.description.symbol == "2211/QĐ-SGD&ĐT"
    assert added.document.description.issued_on == date(2022, 11, 24)
    assert added.document.description.signer is None
    assert (added.document.added_by, added.document.text) == ("lan", "ok")


def test_the_same_bytes_under_another_name_are_the_same_document(library, make):
    first = library.documents.add(make("x", "a.txt"))
    second = library.documents.add(make("x", "b.txt"))
    assert second.outcome == "duplicate"
    assert second.document == first.document
    assert len(library.documents.all()) == 1


def test_names_are_kept_in_one_form(library, make):
    added = library.documents.add(make("x"), name="Báo cáo.pdf")
    assert added.document.name == "Báo cáo.pdf"


@pytest.mark.parametrize("name", ["a.exe", "QĐ.PDF.lnk", "a.bat", "x.js", "a.scr ", "b.url"])
def test_programs_and_shortcuts_are_refused_by_name(library, make, name):
    assert code_of(library.documents.add, make("x", name)) == "file_harmful"
    assert library.documents.all() == []
    assert library.store.unknown(set()) == []


@pytest.mark.parametrize(
    "head",
    [
        b"\x7fELF\x02\x01",
        b"#!/bin/sh\n",
        b"L\x00\x00\x00\x01\x14\x02\x00\x00",
        b"[InternetShortcut]\r\nURL=x",
        b"MZ" + bytes(58) + b"\x40\x00\x00\x00" + b"PE\x00\x00",
    ],
)
def test_programs_and_shortcuts_are_refused_by_content(library, tmp_path, head):
    path = tmp_path / "quyết định.pdf"
    path.write_bytes(head)
    assert code_of(library.documents.add, path) == "file_harmful"


@pytest.mark.parametrize("name", ["~$o cáo.docx", "Thumbs.db", "bản nháp.tmp", "desktop.ini"])
def test_what_programs_leave_behind_is_no_document(library, make, name):
    assert code_of(library.documents.add, make("x", name)) == "file_passing"
    assert library.documents.all() == []


def test_text_that_begins_like_a_program_is_no_program(library, make):
    assert library.documents.add(make("MZ là viết tắt của", "ghi chú.txt")).outcome == "added"


def test_describing_changes_what_is_named_and_is_journaled(library, make):
    one = library.documents.add(make("number: 12\nsubject: cũ")).document
    after = library.documents.describe(one.id, subject="  Về việc\n mới ", number=None, issued_on=date(2023, 1, 5))
    assert (after.description.subject, after.description.number) == ("Về việc mới", None)
    entry = library.journal.entries(f"document:{one.id}")[-1]
    assert entry.action == "document.described"
    assert entry.before == {"subject": "cũ", "number": "12", "issued_on": None}
    assert entry.after == {"subject": "Về việc mới", "number": None, "issued_on": "2023-01-05"}


def test_each_field_tells_who_typed_it(library, make):
    one = library.documents.add(make("number: 12\nsubject: cũ")).document
    after = library.documents.describe(one.id, subject="mới", number="12")
    assert after.sources == {"subject": Source("person", "typed", 1.0, "lan")}


def test_describing_the_same_again_is_no_change(library, make):
    one = library.documents.add(make("number: 12")).document
    before = library.journal.entries()
    library.documents.describe(one.id, number="12 ", note="")
    assert library.journal.entries() == before


def test_a_moment_is_kept_as_its_day(library, make):
    one = library.documents.add(make("x")).document
    after = library.documents.describe(one.id, arrived_on=datetime(2023, 3, 15, 8, 30))
    assert after.description.arrived_on == date(2023, 3, 15)


def test_what_is_described_is_found_and_what_was_is_not(library, make):
    one = library.documents.add(make("signer: Bùi Trọng Đắc")).document
    library.documents.describe(one.id, signer="Nguyễn Thị Hà")
    assert [hit.document.id for hit in library.search.find("nguyen thi ha")] == [one.id]
    library.documents.describe(one.id, note="bản sao y")
    assert library.search.find("ban sao y")


def test_mistakes_are_named(library, make):
    one = library.documents.add(make("x")).document
    assert code_of(library.documents.describe, one.id, colour="red") == "field_unknown"
    assert code_of(library.documents.describe, "nobody", number="1") == "document_unknown"
    assert code_of(library.documents.get, "zz") == "document_unknown"
    assert code_of(library.documents.get, "") == "document_unknown"
    assert code_of(library.documents.get, "%") == "document_unknown"
    assert code_of(library.documents.text, "zz") == "document_unknown"


def test_a_document_is_found_by_the_start_of_its_id(library, make):
    ids = sorted(library.documents.add(make(f"tệp {number}")).document.id for number in range(17))
    assert library.documents.get(ids[0].upper()).id == ids[0]
    ambiguous = next(first[0] for first, second in pairwise(ids) if first[0] == second[0])
    assert code_of(library.documents.get, ambiguous) == "document_ambiguous"
