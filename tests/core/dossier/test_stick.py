"""The stick for the inspectors: whole, safe to open anywhere, and nothing left out in silence."""

import errno
import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path, PureWindowsPath
from unicodedata import is_normalized
from urllib.parse import unquote

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.dossier.records import Impression
from core.dossier.stick.maker import StickMaker
from core.dossier.stick.names import FILE_ROOM, SUMS, fitted
from core.dossier.stick.records import Stick
from core.dossier.stick.targets import check_room
from core.errors import UserError
from core.progress import Cancelled, Progress
from core.reading.worker import Worker
from tests.core.dossier.making import ON, Bench, pdf, photo

Make = Callable[..., Stick]


@pytest.fixture
def maker(bench: Bench, printer: DossierPrinter) -> StickMaker:
    return StickMaker(printer, bench.original, bench.folder / "cache")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "USB" / "Hồ sơ 2023"


@pytest.fixture
def make(maker: StickMaker, out: Path) -> Make:
    def run(target: Path = out, **more: object) -> Stick:
        return maker.make(target, Options(on=ON), **more)

    return run


class Links(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self.words = ""
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        assert not ({"src", "onclick", "onload"} & facts.keys())
        if tag == "a":
            self.found.setdefault(facts.get("class") or "", []).append(unquote(facts["href"] or ""))

    def handle_data(self, data: str) -> None:
        self.words += data


def files_in(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_it_holds_dossier_originals_index_list_and_sums(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("a", "b"), "qd.pdf", ["1.1.1", "1.2"], subject="Quyết định thành lập Tổ Đề án 06", number="22")
    bench.add(photo(), "IMG_01.JPG", ["2.1"], "image/jpeg")
    made = make()
    there = files_in(out)
    assert set(there) == {file.name for file in made.files}
    assert sorted(there) == [
        "SHA256SUMS.txt",
        "danh-muc-minh-chung.xlsx",
        "ho-so.pdf",
        "index.html",
        "minh-chung/1.1.1 Ban hành kế hoạch/1.1.1-01 22 Quyết định thành lập Tổ Đề án 06.pdf",
        "minh-chung/1.2 Tuyên truyền cải cách hành chính/1.1.1-01 xem tiêu chí 1.1.1.html",
        "minh-chung/2.1 Chỉ số hài lòng/2.1-01 IMG_01.jpg",
    ]
    sums = dict(reversed(line.split("  ", 1)) for line in there[SUMS].decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in there.items() if name != SUMS}
    assert made.size == sum(map(len, there.values()))
    assert made.omitted == ()


def test_every_link_of_the_index_leads_to_a_file_and_to_the_right_page(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("alpha one", "alpha two"), "a.pdf", ["1.1.1", "1.2"])
    bench.add(pdf("beta one", "beta two", "beta three"), "50% # &b.pdf", ["2.1"], pages="2-3")
    make()
    links = Links(out / "index.html")
    assert all((out / link.partition("#")[0]).is_file() for kind in links.found.values() for link in kind)
    assert len(links.found["original"]) == 3
    with pypdfium2.PdfDocument(out / "ho-so.pdf") as document:
        texts = [
            document[int(link.partition("#page=")[2]) - 1].get_textpage().get_text_range()
            for link in links.found["page"]
        ]
    assert ["alpha one" in texts[0], "alpha one" in texts[1], "beta two" in texts[2]] == [True, True, True]
    pointer = Links(next(out.glob("minh-chung/1.2*/*.html")))
    (there,) = pointer.found[""]
    assert (out / "minh-chung" / "1.2" / there).resolve().is_file()


def test_volumes_keep_their_names_and_each_document_opens_in_its_own(
    bench: Bench, maker: StickMaker, out: Path
) -> None:
    for number in range(4):
        bench.add(pdf(*[f"paper {number}"] * 6), f"{number}.pdf", ["1.1.1"])
    maker.make(out, Options(on=ON, max_pages=20))
    volumes = sorted(path.name for path in out.glob("*.pdf"))
    assert len(volumes) > 1
    links = Links(out / "index.html")
    assert sorted(links.found["file"]) == sorted([*volumes, "danh-muc-minh-chung.xlsx"])
    for number, link in enumerate(links.found["page"]):
        name, _, page = link.partition("#page=")
        with pypdfium2.PdfDocument(out / name) as document:
            assert f"paper {number}" in document[int(page) - 1].get_textpage().get_text_range()


def test_a_supplement_cites_the_dossier_before_and_brings_the_original_all_the_same(
    bench: Bench, worker: Worker, out: Path
) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"])
    sealed: list[Impression] = []
    printer = DossierPrinter(
        bench.load,
        bench.original,
        worker,
        bench.folder / "cache",
        sealed=lambda _: sealed[0],
        on_printed=lambda impression, _: sealed.append(impression),
    )
    printer.print_dossier(bench.folder / "1.pdf", Options(on=ON))
    bench.links.append(replace(bench.links[0], id="later", criterion_id="1.2"))
    StickMaker(printer, bench.original, bench.folder / "cache").make(out, Options(on=ON, since="Nộp lần 1"))
    assert [path.name for path in out.glob("minh-chung/1.2*/*")] == ["1.1.1-01 a.pdf"]
    assert "Nộp lần 1, tr. " in Links(out / "index.html").words


def test_the_index_says_what_is_missing_and_runs_no_words_of_a_document(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("a"), "<script>alert(1)</script>.pdf", ["1.2"], subject="</section><script>alert(2)</script> & “x”")
    make()
    page = (out / "index.html").read_text("utf-8")
    assert page.count("<script>") == 1
    assert "</section><script>alert(2)</script> & “x”" in Links(out / "index.html").words
    assert "Chưa có minh chứng." in page
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script
    assert "http://" not in page
    assert "https://" not in page


def test_the_list_is_a_table_with_dates_links_and_no_formulas(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"], subject="=1+1", issued_on=date(2023, 5, 18), issuer="Sở\x0b GD")
    make()
    book = load_workbook(out / "danh-muc-minh-chung.xlsx")
    evidence, criteria = book.worksheets
    heads = [cell.value for cell in evidence[1]]
    row = dict(zip(heads, evidence[2], strict=True))
    assert (row["Tên minh chứng"].value, row["Tên minh chứng"].data_type) == ("=1+1", "s")
    assert row["Ngày ban hành"].value.date() == date(2023, 5, 18)
    assert (out / unquote(row["Bản gốc"].hyperlink.target)).is_file()
    assert row["Trang hồ sơ"].hyperlink.target.startswith("ho-so.pdf#page=")
    assert (evidence.freeze_panes, evidence.auto_filter.ref) == ("A2", "A1:M2")
    assert criteria.max_row == 1 + len(bench.criteria)


def test_originals_that_may_do_harm_or_are_not_whole_are_listed(bench: Bench, make: Make, out: Path) -> None:
    bench.add(
        pdf("macro"), "m.docm", ["1.1.1"], "application/vnd.ms-word.document.macroEnabled.12", problems=["has_macros"]
    )
    bench.add(b"MZ" + bytes(58) + b"\x40\0\0\0" + b"PE\0\0", "p.pdf", ["1.1.1"], "application/octet-stream")
    damaged = bench.add(pdf("damaged"), "d.pdf", ["1.2"])
    gone = bench.add(pdf("gone"), "g.pdf", ["1.2"])
    by_code = {link.code: bench.documents[link.document_id] for link in bench.links}
    bench.original(by_code[damaged].sha256).write_bytes(pdf("changed"))
    bench.original(by_code[gone].sha256).unlink()
    made = make()
    assert [(one.name, one.reason) for one in made.omitted] == [
        ("m.docm", "unsafe"),
        ("p.pdf", "unsafe"),
        ("d.pdf", "damaged"),
        ("g.pdf", "missing_original"),
    ]
    assert not list(out.glob("minh-chung/*/*"))
    words = Links(out / "index.html").words
    assert all(name in words for name in ("m.docm", "p.pdf", "d.pdf", "g.pdf", "Bản gốc không chép vào bộ này"))
    left_out = load_workbook(out / "danh-muc-minh-chung.xlsx").worksheets[2]
    assert left_out.max_row == 5


def test_what_was_rejected_is_listed_and_not_handed_over(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"])
    bench.add(pdf("old"), "cũ.pdf", ["1.2"], subject="Kế hoạch năm trước")
    bench.reject("Không đúng năm")
    made = make()
    assert made.omitted == ()
    assert "1.2-01Kế hoạch năm trướccũ.pdfKhông đúng nămLê Thị Hoa, 03/01/2023" in Links(out / "index.html").words
    assert [one.name for one in out.glob("minh-chung/*/*")] == ["1.1.1-01 a.pdf"]
    rejected = load_workbook(out / "danh-muc-minh-chung.xlsx")["Tài liệu bị loại"]
    assert [cell.value for cell in rejected[2]][:3] == ["1.2", "1.2-01", "Kế hoạch năm trước"]


def test_a_zip_holds_the_same_as_a_folder(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("a"), "Đề án.pdf", ["1.1.1"])
    make()
    packed = make(out.with_suffix(".zip"))
    with zipfile.ZipFile(packed.path) as file:
        assert file.testzip() is None
        assert set(file.namelist()) == set(files_in(out))
        assert file.read("index.html") == (out / "index.html").read_bytes()


@pytest.mark.parametrize("name", ["USB", "USB.zip"])
def test_a_stick_is_replaced_only_when_that_is_wanted(bench: Bench, make: Make, tmp_path: Path, name: str) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"])
    out = tmp_path / name
    make(out)
    bench.add(pdf("b"), "b.pdf", ["1.2"])
    with pytest.raises(UserError, match="stick_exists"):
        make(out)
    made = make(out, force=True)
    assert sum(file.name.startswith("minh-chung/") for file in made.files) == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_others_put_there_is_never_replaced(bench: Bench, make: Make, out: Path) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"])
    make()
    (out / "minh-chung" / "ghi chú của đoàn.txt").write_text("x")
    with pytest.raises(UserError, match="stick_place_taken") as failure:
        make(force=True)
    assert failure.value.facts["name"] == "minh-chung/ghi chú của đoàn.txt"
    (foreign := out.with_suffix(".zip")).write_bytes(b"PK")
    with pytest.raises(UserError, match="stick_place_taken"):
        make(foreign, force=True)
    with pytest.raises(UserError, match="stick_on_drive"):
        make(Path(out.anchor))


class _StopAt(Progress):
    """Cancelled when the work comes to a file of this name for the second time: it is being copied."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._times = name, 0
        self.steps: list[tuple[int, int]] = []

    def step(self, done: int, total: int, what: str = "") -> None:
        self.steps.append((done, total))
        self._times += what == self._name
        if self._times == 2:  # looked at, copied
            self.cancel()
        super().step(done, total, what)


def test_stopped_or_out_of_room_it_leaves_what_was_there(
    bench: Bench, make: Make, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"])
    make()
    before = files_in(out.parent)
    bench.add(pdf("b"), "b.pdf", ["1.2"])
    progress = _StopAt("b.pdf")
    with pytest.raises(Cancelled):
        make(force=True, progress=progress)
    assert progress.steps == sorted(progress.steps)
    assert len({total for _, total in progress.steps}) == 1
    assert files_in(out.parent) == before
    room = shutil.disk_usage(out.parent)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
    with pytest.raises(UserError, match="stick_no_room") as failure:
        make(force=True)
    assert (failure.value.facts["needed"], failure.value.facts["free"]) == (3, 1)
    assert files_in(out.parent) == before


def test_a_dossier_that_was_printed_is_handed_over_as_it_is(
    bench: Bench, printer: DossierPrinter, maker: StickMaker, out: Path
) -> None:
    bench.add(pdf("a"), "a.pdf", ["1.1.1"])
    printed = printer.print_dossier(bench.folder / "Hồ sơ.pdf", Options(on=ON))
    maker.hand_over(out, printed)
    assert (out / "ho-so.pdf").read_bytes() == (bench.folder / "Hồ sơ.pdf").read_bytes()
    (bench.folder / "Hồ sơ.pdf").write_bytes(b"changed")
    with pytest.raises(UserError, match="dossier_changed"):
        maker.hand_over(out, printed, force=True)
    (bench.folder / "Hồ sơ.pdf").unlink()
    with pytest.raises(UserError, match="dossier_changed"):
        maker.hand_over(out, printed, force=True)


def test_a_stick_that_was_pulled_out_is_named(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows nothing of a drive that is gone exists, not even its root."""

    def gone(_: Path) -> None:
        raise OSError(errno.ENOTCONN, "The device is not ready")

    monkeypatch.setattr(shutil, "disk_usage", gone)
    with pytest.raises(UserError, match="cannot_write"):
        make()


def test_where_not_even_the_root_of_a_drive_exists_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "exists", lambda _: False)
    with pytest.raises(UserError, match="cannot_write"):
        check_room(Path("/Z/Hồ sơ"), 1)


def test_a_folder_that_is_closed_to_us_takes_no_stick(make: Make, monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    exists = Path.exists

    def closed(self: Path) -> bool:
        if self == out:
            raise PermissionError(errno.EACCES, "Permission denied")
        return exists(self)

    monkeypatch.setattr(Path, "exists", closed)
    with pytest.raises(UserError, match="cannot_write"):
        make()


@settings(max_examples=200)
@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".docx"]))
def test_any_name_is_safe_on_windows_and_short(words: str, suffix: str) -> None:
    name = fitted(words, FILE_ROOM, suffix)
    assert name
    assert len(name.encode("utf-16-le")) <= 2 * (FILE_ROOM + 1)
    assert not re.search(r'[<>:"/\\|?*#\x00-\x1f]', name)
    assert name == name.strip(" ")
    assert not name.endswith(".")
    assert not PureWindowsPath(name).is_reserved()
    assert is_normalized("NFC", name)
    assert name.endswith(suffix)
