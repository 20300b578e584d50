"""A second printing takes over from the first what did not change, and holds the same as one from nothing."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from core.dossier import binder
from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.progress import Cancelled, Progress
from tests.core.dossier.making import ON, Bench, Read, changed, pdf, photo

Again = Callable[..., list[str]]


class Here:
    """Runs in this process what a worker would."""

    def run(self, function: Callable[..., object], *args: object, **_limits: object) -> object:
        return function(*args)


def printer(bench: Bench, cache: str) -> DossierPrinter:
    return DossierPrinter(bench.load, bench.original, Here(), bench.folder / cache)  # pyright: ignore


def facts(path: Path) -> object:
    """What is read on each page, where each link and each bookmark leads."""
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    read = Read(path)
    found = read.texts, [read.links(number) for number in range(1, len(read.texts) + 1)], read.bookmarks()
    read.pdf.close()
    return found


@pytest.fixture
def again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Again:
    """Prints, compares with a printing from nothing, and returns which documents were not taken over."""
    brought: list[str] = []
    bring = binder._Bound._bring

    def noted(bound: binder._Bound, source: binder.Source) -> object:
        brought.append(bench.documents[source.document_id].name)
        return bring(bound, source)

    monkeypatch.setattr(binder._Bound, "_bring", noted)

    def run(**choice: object) -> list[str]:
        options, new = Options(**({"on": ON} | choice)), bench.folder / "new"
        files = printer(bench, "new/cache").print_dossier(new / "hồ sơ.pdf", options).files
        brought.clear()
        assert [one.path.name for one in files] == [
            one.path.name for one in printer(bench, "cache").print_dossier(bench.folder / "hồ sơ.pdf", options).files
        ]
        for one in files:
            assert facts(bench.folder / one.path.name) == facts(one.path)
        shutil.rmtree(new)
        return brought

    return run


@pytest.fixture
def papers(bench: Bench) -> Bench:
    """Two that share a large picture, one of its own kind, and a page of photos."""
    picture = os.urandom(3000)

    def show(file: pikepdf.Pdf) -> None:
        look = pikepdf.Stream(
            file, picture, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=50, Height=20,
            ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8,
        )  # fmt: skip
        file.pages[0].Resources.XObject = pikepdf.Dictionary(Picture=file.make_indirect(look))
        file.pages[0].contents_add(b"q 50 0 0 20 9 9 cm /Picture Do Q")

    bench.add(changed(pdf("plan one", "plan two"), show), "plan", ["1.1.1", "1.2"])
    bench.add(changed(pdf("report one"), show), "report", ["1.1.1"])
    bench.add(pdf("letter one", "letter two", rotate=90), "letter", ["1.1.2"])
    for color in ("navy", "red", "green"):
        bench.add(photo(color), color, ["2.1"], media_type="image/jpeg")
    return bench


def without(bench: Bench, name: str) -> None:
    bench.links[:] = [one for one in bench.links if bench.documents[one.document_id].name != name]


EVERY = ["plan", "report", "letter", "navy", "red", "green"]


def test_what_did_not_change_is_taken_over(papers: Bench, again: Again) -> None:
    assert again() == EVERY
    assert again() == []
    papers.add(pdf("added one"), "added", ["1.1.1"])
    assert again() == ["added"]
    without(papers, "letter")
    assert again() == []
    papers.change(title="Tiêu đề khác")
    revised = papers.documents["document-003"].sha256
    papers.documents["document-002"] = replace(papers.documents["document-002"], sha256=revised)
    assert again(order="date") == ["report"]
    papers.add(papers.original(revised).read_bytes(), "twice", ["1.2"])
    assert again() == ["twice"]
    assert again() == ["twice"]  # of two that are the same one is kept
    without(papers, "twice")
    assert again(photos_per_page=4) == ["navy", "red", "green"]
    assert again(photos_per_page=4) == []


def test_what_documents_share_stays_when_the_one_goes_that_brought_it(papers: Bench, again: Again) -> None:
    again()
    without(papers, "plan")
    assert again() == ["report"]
    with pikepdf.open(papers.folder / "hồ sơ.pdf") as file:
        assert not [one for one in file.objects if isinstance(one, pikepdf.Stream) and b"plan" in one.read_raw_bytes()]


def test_volumes_are_taken_over_each_from_its_own(papers: Bench, again: Again) -> None:
    again(max_pages=12)
    assert again(max_pages=12) == []
    without(papers, "report")
    again(max_pages=12)


@pytest.mark.parametrize("damage", ["changed", "gone", "no list", "false list"])
def test_nothing_is_taken_over_from_what_is_not_the_file_that_was_printed(
    papers: Bench, again: Again, damage: str
) -> None:
    again()
    out, (kept,) = papers.folder / "hồ sơ.pdf", (papers.folder / "cache" / "printed").iterdir()
    if damage == "changed":
        out.write_bytes(bytes(out.stat().st_size))
    elif damage == "gone":
        out.unlink()
    elif damage == "no list":
        kept.write_bytes(b"\xff")
    else:
        identity, _, text = kept.read_text().partition("\n")
        version, pieces = json.loads(text)
        kept.write_text(
            f"{identity}\n{json.dumps([version, {name: [*one[:4], [], *one[5:]] for name, one in pieces.items()}])}"
        )
    assert again() == EVERY


def test_the_old_file_stays_and_is_taken_over_from_after_a_printing_that_was_stopped(
    papers: Bench, again: Again
) -> None:
    again()
    out, progress = papers.folder / "hồ sơ.pdf", Progress(lambda *_: progress.cancel())
    before = out.read_bytes()
    with pytest.raises(Cancelled):
        printer(papers, "cache").print_dossier(out, Options(on=ON), progress=progress)
    assert out.read_bytes() == before
    assert again() == []
