"""A dossier as large as an inspection's: 300 documents of 10 pages, every number in it looked at."""

import re
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.dossier.records import Placed
from tests.core.dossier.making import ON, Bench, Read

DOCUMENTS, PAGES = 300, 10
LEAVES = ("1.1.1", "1.1.2", "1.2", "2.1")


@pytest.fixture
def large(bench: Bench) -> Bench:
    """Each document under one criterion; every tenth proves another one besides."""
    stream = BytesIO()
    canvas = Canvas(stream, pageCompression=0, invariant=1)
    for page in range(1, PAGES + 1):
        canvas.drawString(72, 700, f"paper ### page {page}.")
        canvas.showPage()
    canvas.save()
    for index in range(DOCUMENTS):
        own = index * len(LEAVES) // DOCUMENTS
        others = [LEAVES[own - 1]] if index % 10 == 0 else []
        content = stream.getvalue().replace(b"###", b"%03d" % index)
        bench.add(content, f"{index:03}.pdf", [LEAVES[own], *others], subject=f"Văn bản {index:03}")
    return bench


def test_three_hundred_documents_of_ten_pages(large: Bench, printer: DossierPrinter) -> None:
    printed = printer.print_dossier(large.folder / "lớn.pdf", Options(on=ON))
    read = Read(printed.files[0].path)
    assert (printed.documents, printed.evidence, printed.omitted) == (DOCUMENTS, DOCUMENTS + DOCUMENTS // 10, ())
    assert printed.files[0].pages == len(read.texts) == len(read.pdf.pages)
    assert read.pdf.check_pdf_syntax() == []
    codes = printed.matter.outline.codes
    places = {
        codes[document]: (int(large.documents[document].name[:3]), place) for document, place in printed.places.items()
    }
    check_stamps(read, places)
    check_bookmarks(read, places)
    check_lists(read, places)
    read.pdf.close()


Places = dict[str, tuple[int, Placed]]  # by evidence code: which paper it is, and where it stands


def check_stamps(read: Read, places: Places) -> None:
    """Every page of every document stands once, bears code and number, and leads back to its criterion."""
    numbers = {page.obj.objgen: number for number, page in enumerate(read.pdf.pages, 1)}
    sheets = {leaf: read.find(f"TIÊU CHÍ {leaf} ")[0] for leaf in LEAVES}
    stamped: set[int] = set()
    for code, (paper, place) in places.items():
        assert place.last - place.first + 1 == PAGES
        for own, number in enumerate(range(place.first, place.last + 1), 1):
            assert read.text(number) == f"paper {paper:03} page {own}. {code} Trang hồ sơ {number}"
            (back,) = read.pdf.pages[number - 1].Annots
            assert numbers[back.Dest[0].objgen] == sheets[code.rpartition("-")[0]]
            stamped.add(number)
    assert len(stamped) == DOCUMENTS * PAGES
    assert not [number for number in numbers.values() if number not in stamped and "paper " in read.text(number)]


def check_bookmarks(read: Read, places: Places) -> None:
    found = {title.split(" ")[0]: (title, page) for _, title, page in read.bookmarks() if "-" in title.split(" ")[0]}
    assert found.keys() == places.keys()
    for code, (paper, place) in places.items():
        assert found[code] == (f"{code} Văn bản {paper:03} (tr. {place.first}–{place.last})", place.first)


def check_lists(read: Read, places: Places) -> None:
    """The list of evidence names each link once, the contents each document; both with the pages of the stamps."""
    first = min(place.first for _, place in places.values())
    fronts = " ".join(read.texts[: first - 1])
    rows = re.findall(r"(\S+-\d+) Văn bản (\d{3}) (\d+)–(\d+)", fronts)
    listed = {(code, int(paper), int(start), int(end)) for code, paper, start, end in rows}
    assert listed == {(code, paper, place.first, place.last) for code, (paper, place) in places.items()}
    assert len(re.findall(r"\d [\d.]+-\d+ Văn bản \d{3} \d+–\d+", fronts)) >= DOCUMENTS + DOCUMENTS // 10
    entries = re.findall(r"(\S+-\d+) Văn bản (\d{3}) (?:\. )*\.? ?(\d+)(?!–|\d)", fronts)
    assert {(code, int(start)) for code, _, start in entries} >= {
        (code, one.first) for code, (_, one) in places.items()
    }
    for number in range(1, first):
        for words, to in read.links(number):
            if match := re.fullmatch(r"(\d+)–(\d+)", words):
                assert int(match[1]) == to
            elif words in places:
                assert to == places[words][1].first
