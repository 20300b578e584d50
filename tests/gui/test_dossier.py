"""The dossier page: choose, see what is missing, print, stop, hand over."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from core.progress import Progress
from core.workspace import Workspace
from gui.pages.dossier import DossierPage
from gui.tasks import TaskRunner
from tests.gui.conftest import PATIENCE_MS, make_pdf, type_words

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """The page over a workspace where 1.1 and 2.1.1 are proven, the latter by a file that is broken."""

    def __init__(self, page: DossierPage, workspace: Workspace, qtbot: QtBot, settle: Settle, out: Path) -> None:
        self.page, self.workspace, self.qtbot, self.settle, self.out = page, workspace, qtbot, settle, out
        field = page.findChild(QLineEdit, "dossier_path")
        field.clear()
        type_words(field, str(out))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), LEFT)

    def button(self, name: str) -> QPushButton:
        return self.page.findChild(QPushButton, name)

    def choose(self, name: str) -> None:
        self.page.findChild(QRadioButton, name).click()

    def words(self, name: str) -> str:
        return self.page.findChild(QLabel, name).text()

    def see(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words("dossier_foreseen"), timeout=PATIENCE_MS)


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path) -> Desk:
    good = workspace.documents.add(make_pdf(tmp_path / "tốt.pdf", "mot", "hai")).document
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + bytes(300))
    bad = workspace.documents.add(broken).document
    workspace.links.link(good.id, workspace.criteria.get("1.1").id)
    workspace.links.link(bad.id, workspace.criteria.get("2.1.1").id)
    page = DossierPage(workspace, tasks)
    qtbot.addWidget(page)
    page.resize(1100, 750)
    page.show()
    settle()
    return Desk(page, workspace, qtbot, settle, tmp_path / "ra" / "Hồ sơ.pdf")


def test_it_says_beforehand_what_it_will_hold_and_what_is_missing(desk: Desk) -> None:
    desk.see("2 tài liệu, khoảng 3 trang")
    assert "hỏng.pdf" in desk.words("dossier_foreseen")
    assert "43 tiêu chí còn thiếu minh chứng" in desk.words("dossier_foreseen")


def test_the_count_follows_the_choice(desk: Desk) -> None:
    desk.choose("dossier_some")
    assert not desk.button("dossier_print").isEnabled()
    picker = desk.page.findChild(QLineEdit, "criterion_filter")
    type_words(picker, "1.1")
    desk.qtbot.keyClick(picker, Qt.Key.Key_Return)
    desk.see("1 tài liệu, khoảng 2 trang")
    assert "còn thiếu" not in desk.words("dossier_foreseen")
    assert desk.button("dossier_print").isEnabled()
    desk.choose("dossier_of_unit")
    units = desk.page.findChild(QComboBox, "dossier_unit")
    units.setCurrentText("Thanh tra Sở")
    desk.see("1 tài liệu, khoảng 1 trang")


def test_the_lists_alone_bring_no_pages_of_documents(desk: Desk) -> None:
    desk.page.findChild(QCheckBox, "dossier_lists").click()
    desk.see("Chỉ bìa, mục lục và các bảng; nêu tên 2 tài liệu.")
    assert "hỏng.pdf" not in desk.words("dossier_foreseen")


def test_printed_with_its_pages_and_what_was_left_out(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    desk.page.open_requested.connect(lambda kind, key: opened.append((kind, key)))
    desk.click("dossier_print")
    desk.settle()
    with pikepdf.open(desk.out) as pdf:
        assert f"Đã in {len(pdf.pages)} trang, 2 tài liệu, 2 minh chứng" in desk.words("dossier_result")
    assert "hỏng.pdf</a>: tệp bị hỏng" in desk.words("dossier_result")
    bad = next(one for one in desk.workspace.documents.all() if one.name == "hỏng.pdf")
    desk.page.findChild(QLabel, "dossier_result").linkActivated.emit(bad.id)
    assert opened == [("document", bad.id)]
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    desk.click("dossier_copy")
    desk.settle()
    assert (stick / "Hồ sơ.pdf").read_bytes() == desk.out.read_bytes()


def test_stopped_it_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    is_running, asked = Event(), Event()
    step = Progress.step

    def slow(progress: Progress, *facts: object) -> None:
        is_running.set()
        asked.wait(PATIENCE_MS / 1000)
        step(progress, *facts)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Progress, "step", slow)
    desk.click("dossier_print")
    assert is_running.wait(PATIENCE_MS / 1000)
    assert not desk.button("dossier_print").isEnabled()
    desk.click("dossier_stop")
    asked.set()
    desk.settle()
    assert desk.words("dossier_state") == "Đã dừng. Chưa có tệp nào được tạo."
    assert not desk.out.exists()
    assert desk.button("dossier_print").isEnabled()


def test_a_place_that_cannot_be_written_to_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("a file where a folder should be")
    desk.click("dossier_print")
    desk.settle()
    assert str(desk.out) in desk.words("dossier_result")
    assert not desk.button("dossier_open").isVisible()
