"""Whatever a file is called, it comes in, keeps its name and can be found."""

import os
import unicodedata
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.text import nfc, words
from tests.core.library.test_search import LETTERS

FOLDERS = count()

part = st.text(st.sampled_from(LETTERS + LETTERS.upper() + "0123456789"), min_size=1, max_size=7)
name = st.builds(
    lambda parts, glue, suffix, form: unicodedata.normalize(form, glue.join(parts) + suffix),
    st.lists(part, min_size=1, max_size=5),
    st.sampled_from([" ", "_", "-", ".", " - "]),
    st.sampled_from([".pdf", ".DOCX", ".jpg", ""]),
    st.sampled_from(["NFC", "NFD"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(name, min_size=1, max_size=8, unique=True))
def test_any_vietnamese_names_survive_intake_and_search(office, names):
    folder = f"lần {next(FOLDERS)}"
    for number, one in enumerate(names):
        office.drop(f"{folder}/{one}", f"{folder} {number}")
    on_disk = [path.name for path in (office.watched / folder).iterdir()]
    result = office.look()
    assert sorted(one.path for one in result.arrived) == sorted(str(office.watched / folder / one) for one in on_disk)
    assert sorted(one.name for one in result.arrived) == sorted(map(nfc, on_disk))
    assert not result.waiting
    assert not result.refused
    for arrival in result.arrived:
        document = office.inbox.accept(arrival.id)[0].document
        assert document.name == arrival.name
        for query in (arrival.name, " ".join(words(arrival.name)), unicodedata.normalize("NFD", arrival.name)):
            assert document.id in [hit.document.id for hit in office.search.find(query, limit=1000)]
    assert office.look().arrived == ()


@pytest.mark.parametrize(
    "name", ["CON.pdf", "nul", "a" * 251 + ".pdf", "tên  hai  dấu cách .pdf", "tab\tvà\nxuống dòng.pdf", "100%_*?.pdf"]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot have such names")
def test_names_that_windows_could_not_have_come_in(office, name):
    office.drop(name, "x")
    (arrival,) = office.look().arrived
    assert arrival.name == name
    assert office.inbox.accept(arrival.id)[0].document.name == name
    assert office.look().known == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows names are text")
def test_a_name_that_is_no_text_comes_in_and_can_be_printed(office):
    (office.watched / os.fsdecode(b"b\xe1o c\xe1o \xff.pdf")).write_text("x")
    (arrival,) = office.look().arrived
    assert arrival.name.encode()
    assert arrival.path.encode()
    assert office.inbox.accept(arrival.id)[0].outcome == "added"
    assert office.look().known == 1


def test_the_same_name_in_both_forms_is_two_files(office):
    forms = [unicodedata.normalize(form, "tờ trình.pdf") for form in ("NFC", "NFD")]
    for form in forms:
        office.drop(form)
    assert len(office.look().arrived) == len(list(office.watched.iterdir()))
