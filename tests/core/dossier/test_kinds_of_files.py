"""Files that are no PDF become pages, too."""

import io
import os
import shutil
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from core.dossier.office import LibreOffice, Paper
from core.dossier.options import Options
from core.dossier.printer import DossierPrinter
from core.progress import Cancelled, Progress
from core.reading.worker import Worker
from tests.core.dossier.conftest import Print
from tests.core.dossier.making import ON, Bench, Read, pdf, photo
from tests.core.reading.compound import compound

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = """\
From: Phong To chuc <tccb@sgd.vn>
To: vanphong@sgd.vn
Date: Mon, 09 Jan 2023 08:30:00 +0700
Subject: =?utf-8?b?QsOhbyBjw6FvIHF1w70gSQ==?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Kính gửi Văn phòng Sở, phòng xin gửi báo cáo.
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename=bao-cao.pdf

%PDF
--x--
"""


class StandIn:
    """An office program that fails for what is in `lost`."""

    name = "stand-in"

    def __init__(self) -> None:
        self.lost: set[bytes] = set()
        self.converted = 0

    def convert(self, papers: Sequence[Paper], progress: Progress) -> None:
        progress.check()
        for paper in papers:
            content = paper.source.read_bytes()
            if content not in self.lost:
                self.converted += 1
                paper.target.write_bytes(pdf(f"converted {content.decode()}", "second page"))


@pytest.fixture
def office() -> StandIn:
    return StandIn()


@pytest.fixture
def with_office(bench: Bench, worker: Worker, office: StandIn) -> DossierPrinter:
    return DossierPrinter(bench.load, bench.original, worker, bench.folder / "cache", office=office)


def test_an_office_file_is_converted_once_and_printed(
    bench: Bench, with_office: DossierPrinter, office: StandIn
) -> None:
    bench.add(b"report one", "Báo cáo.docx", ["1.2"], media_type=DOCX)
    for _ in range(2):
        printed = with_office.print_dossier(bench.folder / "a.pdf", Options(on=ON))
        read = Read(printed.files[0].path)
        assert printed.omitted == ()
        assert len(read.find("1.2-01 Trang hồ sơ")) == 2
        assert read.find("converted report one")
        assert not [name for name in read.pdf.attachments if "docx" in name]
        read.pdf.close()
    assert office.converted == 1
    assert with_office.foresee(Options(on=ON)).slips == ()


def test_what_the_office_program_cannot_take_gets_a_slip(
    bench: Bench, with_office: DossierPrinter, office: StandIn
) -> None:
    office.lost = {b"broken"}
    bench.add(b"broken", "hỏng.docx", ["1.2"], media_type=DOCX)
    bench.add(b"whole", "tốt.docx", ["1.2"], media_type=DOCX)
    printed = with_office.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    read = Read(printed.files[0].path)
    assert [(one.name, one.reason) for one in printed.omitted] == [("hỏng.docx", "not_converted")]
    assert read.find("converted whole")
    assert [name for name in read.pdf.attachments if "docx" in name] == ["1.2-01 hỏng.docx"]
    read.pdf.close()


OLD = "C¨n cø NghÞ quyÕt cña ñy ban Thêng vô Quèc héi vÒ viÖc ban hµnh Quy chÕ"


def test_an_office_file_that_is_gone_costs_no_other(
    bench: Bench, with_office: DossierPrinter, office: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ended the whole printing; and what another program held was never tried again."""
    for name in ("gone", "there"):
        bench.add(name.encode(), f"{name}.docx", ["1.2"], media_type=DOCX)
    bench.original(bench.documents["document-001"].sha256).unlink()
    out = bench.folder / "hồ sơ.pdf"

    def locked(*_: object) -> None:
        raise PermissionError(13, "another program holds it")

    with monkeypatch.context() as patch:
        patch.setattr(office, "convert", locked)
        printed = with_office.print_dossier(out, Options(on=ON))
    assert [one.reason for one in printed.omitted] == ["missing_original", "failed"]
    printed = with_office.print_dossier(out, Options(on=ON))
    assert [one.reason for one in printed.omitted] == ["missing_original"]
    assert office.converted == 1


@pytest.mark.parametrize(("words", "reasons"), [(OLD, ["old_letters"]), ("Căn cứ Nghị quyết của Ủy ban", [])])
def test_a_text_whose_old_font_is_not_there_is_told(
    bench: Bench, with_office: DossierPrinter, words: str, reasons: list[str]
) -> None:
    bench.add(words.encode(), "cũ.doc", ["1.2"], media_type="application/msword")
    printed = with_office.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    assert [one.reason for one in printed.omitted] == reasons
    read = Read(printed.files[0].path)
    assert bool(read.find("phông chữ cũ")) == bool(reasons)
    assert len(read.find("1.2-01 Trang hồ sơ")) == 2
    read.pdf.close()


def fake_program(folder: Path, body: str) -> Path:
    """A program that is called as LibreOffice is; `files` and `out` are what it was given."""
    program = folder / "soffice"
    lines = "args = sys.argv[1:]\nplace = args.index('--outdir')\nout = pathlib.Path(args[place + 1])"
    lines += "\nfiles = args[place + 2:]"
    program.write_text(f"#!{sys.executable}\nimport pathlib, shutil, sys, time\n{lines}\nout.mkdir()\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
def test_libreoffice_is_driven_with_its_own_settings_on_copies(tmp_path: Path) -> None:
    content = "for file in files: shutil.copy(file, out / (pathlib.Path(file).stem + '.pdf'))"
    program = fake_program(tmp_path, content)
    (tmp_path / "original").write_bytes(b"content")
    papers = [Paper(tmp_path / "original", ".docx", "word", tmp_path / f"{index}.pdf") for index in range(2)]
    LibreOffice(program, tmp_path / "profile").convert(papers, Progress())
    assert [paper.target.read_bytes() for paper in papers] == [b"content", b"content"]
    settings = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in settings


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
def test_an_office_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.dossier.office.SECONDS_A_FILE", 0)
    program = fake_program(tmp_path, "time.sleep(600)")
    (tmp_path / "original").write_bytes(b"content")
    papers = [Paper(tmp_path / "original", ".docx", "word", tmp_path / "0.pdf")]
    LibreOffice(program, tmp_path / "profile", start_seconds=0.5).convert(papers, Progress())
    assert not papers[0].target.exists()
    cancelled = Progress()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        LibreOffice(program, tmp_path / "profile").convert(papers, cancelled)


def test_of_a_moving_picture_the_first_is_printed_and_said_so(bench: Bench, print_dossier: Print) -> None:
    first, *others = (Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue"))
    moving = io.BytesIO()
    first.save(moving, "GIF", save_all=True, append_images=others)
    bench.add(moving.getvalue(), "động.gif", ["1.1.1"], media_type="image/gif")
    printed, read = print_dossier()
    assert [(one.name, one.reason) for one in printed.omitted] == [("động.gif", "first_picture")]
    assert len(read.find("1.1.1-01 Trang hồ sơ")) == 1


def test_text_and_mail_are_printed_as_pages(bench: Bench, print_dossier: Print) -> None:
    text = "Thông báo lịch công tác\n\n" + "".join(f"Dòng thứ {index}: ằẳẵắặ ữựừứử đĐ\n" for index in range(80))
    bench.add(text.encode(), "lịch.txt", ["1.1.1"], media_type="text/plain")
    bench.add(MAIL.encode(), "thư.eml", ["1.2"], media_type="message/rfc822")
    bench.add(b"<html><p>Trang tin</p><script>bad()</script>", "tin.html", ["2.1"], media_type="text/html")
    printed, read = print_dossier()
    assert [(one.name, one.reason) for one in printed.omitted] == [("thư.eml", "holds_files")]
    pages = read.find("1.1.1-01 Trang hồ sơ")
    assert len(pages) == 2
    assert "Dòng thứ 79: ằẳẵắặ ữựừứử đĐ" in read.text(pages[1])
    mail = read.text(read.find("1.2-01 Trang hồ sơ")[0])
    for words in (
        "Người gửi Phong To chuc",
        "Tiêu đề Báo cáo quý I",
        "Ngày gửi 08:30, 09/01/2023",
        "Kính gửi Văn phòng Sở",
        "bao-cao.pdf",
    ):
        assert words in mail
    assert read.find("Trang tin")
    assert not read.find("bad()")


def test_mail_that_outlook_saved_is_printed_as_pages(bench: Bench, print_dossier: Print) -> None:
    parts = {"0037001F": "Báo cáo quý I", "0C1A001F": "Phòng TCCB", "1000001F": "Kính gửi Văn phòng Sở"}
    streams = {f"__substg1.0_{number}": text.encode("utf-16-le") for number, text in parts.items()}
    content = compound({"__properties_version1.0": bytes(32), **streams})
    bench.add(content, "thư.msg", ["1.2"], media_type="application/vnd.ms-outlook")
    printed, read = print_dossier()
    assert printed.omitted == ()
    mail = read.text(read.find("1.2-01 Trang hồ sơ")[0])
    assert "Người gửi Phòng TCCB Tiêu đề Báo cáo quý I Kính gửi Văn phòng Sở" in mail


def test_an_encrypted_file_is_printed_once_its_password_is_known(bench: Bench, worker: Worker) -> None:
    bench.add(b"locked bytes", "mật.pdf", ["1.2"], problems=["has_password"])
    opened = bench.folder / "cache" / "unlocked" / "copy"
    printer = DossierPrinter(bench.load, bench.original, worker, bench.folder / "cache")
    assert [one.reason for one in printer.print_dossier(bench.folder / "a.pdf", Options(on=ON)).omitted] == [
        "encrypted"
    ]
    opened.parent.mkdir(parents=True)
    opened.write_bytes(pdf("secret content"))
    printer = DossierPrinter(bench.load, bench.original, worker, bench.folder / "cache", opened=lambda _: opened)
    printed = printer.print_dossier(bench.folder / "a.pdf", Options(on=ON))
    read = Read(printed.files[0].path)
    assert printed.omitted == ()
    assert read.find("secret content")
    read.pdf.close()
    assert {path.name for path in (bench.folder / "cache").iterdir()} == {"pages", "unlocked", "printed"}
    assert list((bench.folder / "cache" / "pages").iterdir()) == []  # it is forgotten with the password
    shutil.rmtree(opened.parent)


def test_photos_are_no_finer_than_wished(bench: Bench, print_dossier: Print) -> None:
    bench.add(photo(size=(3000, 2000)), "a.jpg", ["1.2"], media_type="image/jpeg")
    widths: list[int] = []
    for preset in ("print", "screen", "email"):
        _, read = print_dossier(preset=preset)
        (image,) = read.pdf.pages[read.find("1.2-01 Trang hồ sơ")[0] - 1].get_images().values()
        widths.append(int(image.Width))
    assert widths[0] > widths[1] > widths[2] > 500


@pytest.mark.parametrize(("per_page", "pages"), [(1, 6), (2, 4), (4, 3)])
def test_photos_of_a_criterion_share_pages(bench: Bench, print_dossier: Print, per_page: int, pages: int) -> None:
    for index in range(5):
        content = photo(color=f"#0000{index}{index}", size=(800, 600 + index))
        bench.add(content, f"{index}.jpg", ["1.1.1"], media_type="image/jpeg", subject=f"Ảnh {index}", issued_on=ON)
    bench.add(photo(color="red"), "khác.jpg", ["1.2"], media_type="image/jpeg", subject="Ảnh khác")
    printed, read = print_dossier(photos_per_page=per_page)
    assert printed.omitted == ()
    photos = [number for number, text in enumerate(read.texts, 1) if "Ảnh" in text and f"Trang hồ sơ {number}" in text]
    photos = [number for number in photos if read.pdf.pages[number - 1].Contents]
    stamped = [number for number in photos if "Tên minh chứng" not in read.text(number)]
    assert len(stamped) == pages
    for index in range(5):
        number = stamped[index // per_page]
        assert f"Ảnh {index}, 05/01/2023" in read.text(number)
        row = [to for words, to in read.links(read.find("TIÊU CHÍ 1.1.1")[0]) if words == str(number)]
        assert set(row) == {number}
        assert f"1.1.1-0{index + 1}" in read.text(number)
    assert "Ảnh khác" in read.text(stamped[-1])
    assert all(size == pytest.approx((595.28, 841.89), abs=0.1) for size in read.sizes)
    assert read.pdf.check_pdf_syntax() == []


def test_a_photo_that_was_cut_short_is_printed_as_far_as_it_goes(bench: Bench, print_dossier: Print) -> None:
    stream = io.BytesIO()
    Image.effect_noise((800, 600), 60).save(stream, "JPEG")
    content = stream.getvalue()
    bench.add(content[: len(content) // 2], "cụt.jpg", ["1.2"], media_type="image/jpeg")
    printed, read = print_dossier()
    assert [one.reason for one in printed.omitted] == ["repaired"]
    assert read.pdf.pages[read.find("1.2-01 Trang hồ sơ")[0] - 1].get_images()
