"""What is said of a dossier before it is printed."""

from dataclasses import replace

import pytest

from core.dossier.foresee import foresee
from core.errors import UserError
from tests.core.dossier.making import ON, Bench, pdf, photo


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """Seven pages of a report that proves two criteria, a photo, a table and a file with a password."""
    bench.add(pdf("one"), "bc12.pdf", ["1.1.1", "1.2"])
    bench.add(photo(), "ảnh.jpg", [("2.1", 1)], media_type="image/jpeg")
    bench.add(b"table", "bảng.xlsx", ["1.2"], media_type="application/vnd.ms-excel")
    bench.add(b"secret", "mật.pdf", ["1.1.2"], problems=["encrypted"])
    bench.documents["document-001"] = replace(bench.documents["document-001"], pages=7)
    return bench


def test_documents_once_with_their_pages_and_a_slip_for_the_rest(bench: Bench) -> None:
    told = foresee(bench.load(ON))
    assert (told.documents, told.pages) == (4, 7 + 1 + 1 + 1)
    assert {document.name for document in told.slips} == {"bảng.xlsx", "mật.pdf"}
    assert [criterion.code for criterion in told.wanting] == ["2.1"]  # neither the survey nor what is not assigned


def test_only_what_was_chosen(bench: Bench) -> None:
    told = foresee(bench.load(ON), ["2"])
    assert (told.documents, told.pages, told.slips) == (1, 1, ())
    with pytest.raises(UserError, match="criterion_unknown"):
        foresee(bench.load(ON), ["9.9"])
