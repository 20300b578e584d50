"""A dossier in volumes: where it is cut, how it counts on, and how one volume leads into another."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dossier.options import Options
from core.dossier.outline import Key
from core.dossier.printer import DossierPrinter
from core.dossier.records import Printed
from core.dossier.volumes import Size, cut
from core.errors import UserError
from tests.core.dossier.making import ON, Bench, Read, pdf

COUNT = 12
MOST = 24
Volumes = tuple[Printed, list[Read]]


@pytest.fixture
def thick(bench: Bench) -> Bench:
    """Documents of three pages each, four under each of three criteria; the first proves a second one, too."""
    for index in range(COUNT):
        pages = [f"d{index} page {page}" for page in range(3)]
        to = [("1.1.1", "1.2", "2.1")[index // 4], *(["1.2"] if index == 0 else [])]
        bench.add(pdf(*pages), f"d{index}.pdf", to, subject=f"Văn bản d{index}.")
    return bench


@pytest.fixture
def printed(thick: Bench, printer: DossierPrinter) -> Iterator[Volumes]:
    result = printer.print_dossier(thick.folder / "hồ sơ.pdf", Options(on=ON, max_pages=MOST))
    reads = [Read(file.path) for file in result.files]
    yield result, reads
    for read in reads:
        read.pdf.close()


def test_each_volume_is_a_file_of_its_own_and_says_which(printed: Volumes, thick: Bench) -> None:
    result, reads = printed
    count = len(reads)
    assert count >= 3
    names = [f"hồ sơ-tap-{number}-cua-{count}.pdf" for number in range(1, count + 1)]
    assert [file.path.name for file in result.files] == names
    assert sorted(path.name for path in thick.folder.glob("*.pdf")) == names
    for number, read in enumerate(reads, 1):
        assert f"TẬP {number}/{count}" in read.text(1)
        assert str(read.pdf.docinfo.Title).endswith(f"Tập {number}")


def test_no_volume_is_thicker_than_wanted_and_pages_count_on(printed: Volumes) -> None:
    result, reads = printed
    first = 1
    for file, read in zip(result.files, reads, strict=True):
        assert file.pages == len(read.texts) <= MOST
        assert file.first == read.first == first
        for index, text in enumerate(read.texts[1:], 1):
            assert text.startswith(f"{first + index} ") or f"Trang hồ sơ {first + index}" in text
        first += file.pages


def test_a_volume_begins_with_a_criterion(printed: Volumes) -> None:
    for read in printed[1][1:3]:
        assert "TIÊU CHÍ" in read.text(3) or "LĨNH VỰC" in read.text(3)


def test_links_and_bookmarks_name_the_volume_and_open_it(printed: Volumes) -> None:
    result, reads = printed
    by_name = {file.path.name: read for file, read in zip(result.files, reads, strict=True)}
    seen = 0
    for read in reads:
        for page in range(1, len(read.texts) + 1):
            for words, name, to in read.remote_links(page):
                landing = by_name[name]
                assert landing is not read
                assert 1 <= to <= len(landing.texts)
                if words.isdigit():
                    assert int(words) == landing.first + to - 1
                seen += 1
        groups = [item.title for item in read.pdf.open_outline().root if item.action is not None]
        assert len(groups) == len(reads) - 1
    assert seen > 10


def test_the_list_names_volume_and_page_of_each_document(printed: Volumes) -> None:
    _, reads = printed
    listed = " ".join(text for text in reads[0].texts if "Ghi chú (trang hồ sơ)" in text)
    for index in range(COUNT):
        volume, read = next((n, read) for n, read in enumerate(reads, 1) if read.find(f"d{index} page 0"))
        page = read.first + read.find(f"d{index} page 0")[0] - 1
        assert f"Tập {volume} {page}–{page + 2}" in listed


def test_the_first_contents_are_of_all_volumes_the_others_of_their_own(printed: Volumes) -> None:
    _, reads = printed
    assert all(f"Văn bản d{index}." in reads[0].text(2) for index in range(COUNT))
    own = reads[1].text(2)
    assert [f"Văn bản d{index}." in own for index in range(COUNT)].count(True) < COUNT
    assert f"TẬP 2/{len(reads)}" in own
    assert f"TẬP 3/{len(reads)}" not in own


def test_by_megabytes(thick: Bench, printer: DossierPrinter) -> None:
    whole = printer.print_dossier(thick.folder / "a.pdf", Options(on=ON)).files[0].path.stat().st_size
    result = printer.print_dossier(thick.folder / "b.pdf", Options(on=ON, max_megabytes=0.9 * whole / 1e6))
    assert len(result.files) > 1
    assert all(file.path.stat().st_size <= 0.9 * whole for file in result.files)


def test_what_fits_into_one_volume_stays_one(thick: Bench, printer: DossierPrinter) -> None:
    result = printer.print_dossier(thick.folder / "a.pdf", Options(on=ON, max_pages=900))
    assert [file.path.name for file in result.files] == ["a.pdf"]
    with Read(result.files[0].path).pdf as file:
        assert "GoToR" not in str(file.Root)


def test_a_volume_that_cannot_be_written_leaves_all_as_it_was(thick: Bench, printer: DossierPrinter) -> None:
    options = Options(on=ON, max_pages=MOST)
    first, second, *_ = printer.print_dossier(thick.folder / "hồ sơ.pdf", options).files
    second.path.unlink()
    second.path.mkdir()
    before = first.path.stat().st_ino
    with pytest.raises(UserError, match="cannot_write"):
        printer.print_dossier(thick.folder / "hồ sơ.pdf", options)
    assert first.path.stat().st_ino == before
    assert not list(thick.folder.glob(".*"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), min_size=1, max_size=12), st.integers(4, 60))
def test_cutting_loses_nothing_and_keeps_to_the_limit(counts: list[list[int]], most: int) -> None:
    chunks: list[list[Key]] = [[("part", f"{a}.{b}") for b in range(len(chunk))] for a, chunk in enumerate(counts)]
    pages = {("part", f"{a}.{b}"): count for a, chunk in enumerate(counts) for b, count in enumerate(chunk)}

    def front(volumes: Sequence[Sequence[Key]], volume: int) -> Size:
        return Size(1 + len(volumes[volume]) // 3, 0)

    limit = Size(most, 10)
    volumes = cut(chunks, lambda key: Size(pages[key], 0), limit, front)
    assert [key for volume in volumes for key in volume] == [key for chunk in chunks for key in chunk]
    for number, volume in enumerate(volumes):
        taken = front(volumes, number).pages + sum(pages[key] for key in volume)
        assert taken <= most or len(volume) == 1 or max(pages[key] for key in volume) >= most - 2


def test_documents_begin_on_odd_pages(bench: Bench, printer: DossierPrinter, tmp_path: Path) -> None:
    for index in range(4):
        bench.add(pdf(*[f"d{index} page {page}" for page in range(index + 1)]), f"{index}.pdf", ["1.2"])
    printed = printer.print_dossier(tmp_path / "a.pdf", Options(on=ON, odd_starts=True))
    read = Read(printed.files[0].path)
    assert all(read.find(f"d{index} page 0")[0] % 2 == 1 for index in range(4))
    blanks = read.find("Trang để trống")
    assert blanks
    assert all(read.text(page) == f"{page} Trang để trống" for page in blanks)
    assert str(read.pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
    read.pdf.close()
