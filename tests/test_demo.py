"""The demo is what a new user sees first: whole, with something left to decide, and the same when asked for again."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from core.demo import workspace as demo_workspace
from core.demo.workspace import Demo, make_demo, shared_folder
from core.errors import UserError
from core.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return make_demo(tmp_path_factory.mktemp("demo") / "demo")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first papers only, for what does not depend on all of them."""
    papers = [sample for sample, _ in zip(demo_workspace.samples(), range(5), strict=False)]
    monkeypatch.setattr(demo_workspace, "samples", lambda: papers)


@pytest.fixture
def workspace(demo: Demo) -> Iterator[Workspace]:
    with Workspace(demo.workspace) as opened:
        yield opened


def test_documents_of_every_kind_come_in(demo: Demo, workspace: Workspace) -> None:
    files = [path for path in shared_folder(demo.workspace).rglob("*") if path.is_file()]
    assert 20 <= len(files) <= 30
    assert {path.suffix for path in files} == {".pdf", ".docx", ".xlsx", ".jpg"}
    assert any(not unicodedata.is_normalized("NFC", path.name) for path in files)
    kinds = {document.name: document for document in workspace.documents.all()}
    assert kinds["Biên bản kiểm tra CCHC 25.5.pdf"].text == "none"  # a scan
    assert kinds["Báo cáo xử lý sau kiểm toán (tải lỗi).pdf"].text == "failed"
    assert kinds["2754-BC-SGDĐT đào tạo bồi dưỡng.docx"].text == "ok"
    photo = next(path for path in files if path.name.startswith("Hội nghị"))
    with Image.open(photo) as picture:
        assert str(picture.getexif().get_ifd(0x8769)[0x9003]).startswith("2023:05:18")


def test_papers_are_read_as_they_were_written(workspace: Workspace) -> None:
    plan = workspace.search.find("67/KH-SGD&ĐT")[0].document.description
    assert (plan.number, plan.notation, plan.issued_on and plan.issued_on.isoformat()) == (
        "67",
        "KH-SGD&ĐT",
        "2023-01-05",
    )
    assert plan.type == "Kế hoạch"
    assert plan.subject == "Cải cách hành chính năm 2023 của Sở Giáo dục và Đào tạo"
    for document in workspace.documents.all():
        if document.text != "failed":
            assert document.description.subject, document.name


def test_something_is_left_to_decide(workspace: Workspace) -> None:
    arrivals = workspace.inbox.all()
    assert any(arrival.duplicate_of for arrival in arrivals)
    assert any(arrival.name.startswith("3105-BC") for arrival in arrivals)
    coverage = workspace.coverage()
    rows = {row.criterion.code: row for row in coverage.rows}
    assert (rows["1.1"].state, rows["1.2"].state, rows["1.4"].wanting) == ("complete", "partial", (3, 4))
    assert coverage.totals.missing > 0


def test_the_dossier_holds_what_was_linked(demo: Demo) -> None:
    pdf = pypdfium2.PdfDocument(demo.dossier)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert len(pdf) == demo.pages
    finally:
        pdf.close()
    assert "Cải cách hành chính năm 2023 của Sở Giáo dục và Đào tạo" in text
    assert "tải lỗi" in text  # left out, and named


def test_the_command_goes_on_to_the_window(demo: Demo, tmp_path: Path) -> None:
    """In a process of its own, as only there one application object follows the other."""
    program = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from gui.app import Program
from gui.command_line.run import run
show = Program.open
def show_and_quit(program, workspace):
    show(program, workspace)
    print("open:", program.window.isVisible(), program.preferences.workspace)
    QTimer.singleShot(0, QCoreApplication.quit)
Program.open = show_and_quit
sys.exit(run(sys.argv[1:]))
"""
    places = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")}
    done = subprocess.run(
        [sys.executable, "-c", program, "demo", demo.workspace, "--language", "en"],
        cwd=ROOT,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"},
        capture_output=True,
        check=False,
        timeout=300,  # a bug is shown, and nobody is there to read it
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode().splitlines()
    assert lines[0] == f"Sample data: {demo.workspace}"
    assert lines[-1] == f"open: True {demo.workspace}"


@pytest.mark.usefixtures("few")
def test_a_demo_that_is_there_is_taken_as_it_is(tmp_path: Path) -> None:
    first = make_demo(tmp_path / "demo")
    with Workspace(first.workspace) as workspace:
        arrival = workspace.inbox.all()[0]
        workspace.inbox.defer(arrival.id)
    again = make_demo(tmp_path / "demo")
    assert (again.documents, again.evidence) == (first.documents, first.evidence)
    with Workspace(first.workspace) as workspace:
        assert [one.id for one in workspace.inbox.all("deferred")] == [arrival.id]


@pytest.mark.usefixtures("few")
def test_a_demo_that_was_cut_off_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
        cut.setattr("core.intake.inbox.Inbox.accept", _interrupt)
        make_demo(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()
    assert make_demo(tmp_path / "demo").evidence > 0


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UserError) as refused:
        make_demo(tmp_path)
    assert refused.value.code == "folder_not_empty"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
