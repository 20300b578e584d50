"""What is said of a dossier before it is printed."""

from dataclasses import replace

import pytest

from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.errors import UserError
from tests.core.dossier.making import ON, Bench, parts_without, pdf, photo


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """Seven pages of a report that proves two criteria, a photo, a table and a file with a password."""
    bench.add(pdf("one"), "bc12.pdf", ["1.1.1", "1.2"])
    bench.add(photo(), "ảnh.jpg", [("2.1", 1)], media_type="image/jpeg")
    bench.add(b"table", "bảng.xlsx", ["1.2"], media_type="application/vnd.ms-excel")
    bench.add(b"secret", "mật.pdf", ["1.1.2"], problems=["encrypted"])
    bench.documents["document-001"] = replace(bench.documents["document-001"], pages=7)
    return bench


def test_what_is_told_is_what_is_printed(bench: Bench, printer: DossierPrinter) -> None:
    bench.links.pop()  # the file with a password
    bench.documents["document-001"] = replace(bench.documents["document-001"], pages=1)
    for options in (
        Options(on=ON),
        Options(on=ON, criteria=("1.2",), odd_starts=True),
        Options(on=ON, parts=parts_without("documents", "sheets")),
        Options(on=ON, max_pages=8),
    ):
        told = printer.foresee(options)
        printed = printer.print_dossier(bench.folder / "hồ sơ.pdf", options)
        assert told.pages == sum(file.pages for file in printed.files)
        assert told.volumes == len(printed.files)
        assert told.bytes == pytest.approx(sum(file.path.stat().st_size for file in printed.files), abs=300_000)


def test_a_slip_for_what_has_no_pages_and_the_criteria_that_still_want_evidence(printer: DossierPrinter) -> None:
    told = printer.foresee(Options(on=ON))
    assert told.documents == 4
    assert {document.name for document in told.slips} == {"bảng.xlsx", "mật.pdf"}
    assert [criterion.code for criterion in told.wanting] == ["2.1"]  # neither the survey nor what is not assigned
    longer = printer.foresee(Options(on=ON, odd_starts=True))
    assert longer.pages > told.pages
    lists = printer.foresee(Options(on=ON, parts=parts_without("documents")))
    assert (lists.documents, lists.slips) == (4, ())
    assert lists.pages < told.pages - 9
    assert lists.bytes < told.bytes


def test_photos_that_share_a_page_are_counted_so(bench: Bench, printer: DossierPrinter) -> None:
    for colour in ("red", "green", "blue", "black", "white"):
        bench.add(photo(colour), f"{colour}.jpg", ["2.1"], media_type="image/jpeg")
    options = Options(on=ON, photos_per_page=4, criteria=("2.1",))
    one_each = printer.foresee(replace(options, photos_per_page=1))
    told = printer.foresee(options)
    assert told.pages == one_each.pages - 4
    (file,) = printer.print_dossier(bench.folder / "hồ sơ.pdf", options).files
    assert file.pages == told.pages


def test_what_was_made_into_pages_before_is_known(bench: Bench, printer: DossierPrinter) -> None:
    """A document of which reading knew no count of pages, and one that turned out to be broken."""
    bench.add(pdf("one", "two", "three"), "ba trang.pdf", ["1.2"])
    bench.add(b"%PDF-1.7 nothing", "hỏng.pdf", ["1.2"])
    options = Options(on=ON)
    before = printer.foresee(options)
    (file,) = printer.print_dossier(bench.folder / "hồ sơ.pdf", options).files
    told = printer.foresee(options)
    assert before.pages != told.pages == file.pages
    assert "hỏng.pdf" in {document.name for document in told.slips}


def test_only_what_was_chosen(printer: DossierPrinter) -> None:
    told = printer.foresee(Options(on=ON, criteria=("2",)))
    assert (told.documents, told.slips) == (1, ())
    with pytest.raises(UserError, match="criterion_unknown"):
        printer.foresee(Options(on=ON, criteria=("9.9",)))
