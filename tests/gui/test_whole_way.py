"""The whole way as a clerk goes it: from the plan, through the watched folder and the inbox, to the printed dossier."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTreeView,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.app import Program
from gui.dialogs.start import StartDialog
from gui.main_window import MainWindow
from gui.models.arrivals import MARK
from gui.preferences import Preferences
from gui.widgets.number_tile import NumberTile
from gui.widgets.trees import DropTree, indexes
from tests.core.dossier.making import Read
from tests.gui.conftest import PATIENCE_MS, make_pdf, type_words
from tests.gui.dropping import drop_on_row, files

LEFT = Qt.MouseButton.LeftButton
PLAN = """KẾ HOẠCH
Cải thiện chỉ số cải cách hành chính năm 2024
TT\tTiêu chí\tPhòng chủ trì\tPhòng phối hợp\tThời gian hoàn thành
1\tCÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\t\t\t
1.1.\tThực hiện kế hoạch cải cách hành chính\tVăn phòng Sở\tPhòng TCCB\tNăm 2024
1.2\tCông tác tuyên truyền: (1) Tổ chức hội nghị. (2) Đăng tin trên website.\tVăn phòng Sở\t\tNăm 2024
2\tCẢI CÁCH THỂ CHẾ\t\t\t
2.1\tRà soát văn bản quy phạm pháp luật\tThanh tra Sở\t\tTrước ngày 15/11/2024
"""


class Clerk:
    """Sits before the program, with a mouse and a keyboard."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        assert self.program.window
        return self.program.window

    @property
    def workspace(self) -> Workspace:
        assert self.program.session
        return self.program.session.workspace

    def see(self, what: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(what()), timeout=PATIENCE_MS)

    def settle(self) -> None:
        self.see(lambda: self.program.session and self.program.session.tasks.is_idle())

    def go_to(self, page: str) -> None:
        navigation = self.window.findChild(QListWidget, "navigation")
        row = list(self.window.pages).index(page)
        place = navigation.visualItemRect(navigation.item(row)).center()
        self.qtbot.mouseClick(navigation.viewport(), LEFT, pos=place)
        self.see(self.window.pages[page].isVisible)
        self.settle()

    def click(self, name: str) -> None:
        button = self.window.findChild(QPushButton, name)
        self.see(button.isEnabled)
        self.qtbot.mouseClick(button, LEFT)

    def write(self, field: QLineEdit, words: str) -> None:
        field.selectAll()
        type_words(field, words)

    def number(self, tile: str) -> str:
        return self.window.findChild(NumberTile, f"tile_{tile}").number()

    def row(self, view: QTreeView, start: str) -> QModelIndex:
        return next(index for index in indexes(view) if index.data().startswith(start))

    def click_row(self, view: QTreeView, start: str) -> None:
        index = self.row(view, start)
        view.scrollTo(index)
        self.qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
        self.settle()

    # --- the steps of the way

    def start_from(self, plan: Path, folder: Path) -> None:
        self.program.start(None)
        dialog = self.program.start_dialog
        assert isinstance(dialog, StartDialog)
        self.see(lambda: dialog.findChild(QTreeWidget, "draft_tree").topLevelItemCount())
        choice = dialog.findChild(QRadioButton, "from_plan")
        self.qtbot.mouseClick(choice, LEFT, pos=QPoint(12, 8))
        path = dialog.findChild(QLineEdit, "plan_path")
        type_words(path, str(plan))
        self.qtbot.keyClick(path, Qt.Key.Key_Tab)
        self.see(lambda: "5 tiêu chí" in dialog.findChild(QLabel, "draft_counts").text())
        self.write(dialog.findChild(QLineEdit, "organisation"), "Sở Giáo dục và Đào tạo")
        self.write(dialog.findChild(QLineEdit, "workspace_folder"), str(folder))
        create = dialog.findChild(QPushButton, "create_workspace")
        self.see(create.isEnabled)
        self.qtbot.mouseClick(create, LEFT)
        self.see(lambda: self.program.window and self.program.window.isVisible())
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.settle()

    def watch(self, share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_to("settings")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
        self.click("add_folder")
        self.settle()

    def accept(self, name: str, code: str) -> None:
        """Choose a file in the inbox, tick a criterion, and press Enter."""
        view = self.window.findChild(QListView, "arrivals")
        model = view.model()
        row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == name)
        self.qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(row, 0)).center())
        self.settle()
        picker = self.window.pages["inbox"].findChild(QLineEdit, "criterion_filter")
        self.write(picker, code)
        self.qtbot.keyClick(picker, Qt.Key.Key_Return)
        self.qtbot.keyClick(picker, Qt.Key.Key_Return)
        self.settle()

    def drag_onto_requirement(self, file: Path, code: str, requirement: str) -> None:
        self.go_to("evidence")
        self.click_row(self.window.findChild(DropTree, "criteria_tree"), code)
        proofs = self.window.findChild(DropTree, "evidence_tree")
        drop_on_row(proofs, self.row(proofs, requirement), files(file))
        self.settle()

    def print_to(self, out: Path) -> str:
        self.go_to("dossier")
        self.write(self.window.findChild(QLineEdit, "dossier_path"), str(out))
        self.click("dossier_print")
        self.settle()
        return " ".join(self.window.findChild(QLabel, name).text() for name in ("dossier_result", "dossier_omitted"))


@pytest.fixture
def clerk(qtbot: QtBot, preferences: Preferences) -> Iterator[Clerk]:
    clerk = Clerk(Program(preferences), qtbot)
    yield clerk
    clerk.program.close()
    QApplication.closeAllWindows()


@pytest.fixture
def printed(
    clerk: Clerk, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Clerk, Read, str]]:
    """Everything that a clerk does in a year, in a minute."""
    plan, out = tmp_path / "kế hoạch.txt", tmp_path / "Hồ sơ minh chứng.pdf"
    plan.write_text(PLAN, encoding="utf-8")
    clerk.start_from(plan, tmp_path / "dữ liệu")
    assert (clerk.number("missing"), clerk.number("complete")) == ("3", "0")
    clerk.watch(share, monkeypatch)
    make_pdf(share / "Kế hoạch.pdf", "plan page one", "plan page two")
    make_pdf(share / "Báo cáo.pdf", "review page one")
    clerk.go_to("inbox")
    clerk.see(lambda: clerk.window.findChild(QListView, "arrivals").model().rowCount() == 2)
    clerk.settle()
    clerk.accept("Kế hoạch.pdf", "1.1")
    clerk.accept("Báo cáo.pdf", "2.1")
    photo = tmp_path / "Hội nghị.jpg"
    Image.new("RGB", (640, 480), "navy").save(photo)
    clerk.drag_onto_requirement(photo, "1.2", "(1)")
    words = clerk.print_to(out)
    read = Read(out)
    yield clerk, read, words
    read.pdf.close()


def test_the_whole_way(printed: tuple[Clerk, Read, str]) -> None:
    """One test for all of it: the way takes its time, and is gone only once."""
    clerk, read, words = printed
    the_window_shows_what_was_done(clerk)
    assert f"Đã in {len(read.pdf.pages)} trang, 3 tài liệu, 3 minh chứng" in words
    assert "Không tài liệu nào bị bỏ sót" in words
    the_cover_names_the_office(read)
    every_link_of_the_contents_lands(read)
    bookmarks_lead_to_field_criterion_and_document(read)
    each_page_of_a_document_is_stamped(read)
    what_was_learnt_and_printed_is_known_at_the_next_start(clerk)


def the_window_shows_what_was_done(clerk: Clerk) -> None:
    links = {(one.code, one.requirement) for one in clerk.workspace.links.all()}
    assert links == {("1.1-01", None), ("1.2-01", 1), ("2.1-01", None)}
    clerk.go_to("overview")
    assert [clerk.number(name) for name in ("complete", "partial", "missing")] == ["2", "1", "0"]
    clerk.go_to("inbox")
    arrivals = clerk.window.findChild(QListView, "arrivals").model()
    assert [arrivals.index(row, 0).data(MARK) for row in range(arrivals.rowCount())] == []
    clerk.go_to("library")
    assert clerk.window.pages["library"].search.model.rowCount() == 3


def the_cover_names_the_office(read: Read) -> None:
    cover = read.text(1)
    for words in ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Độc lập - Tự do - Hạnh phúc", "HỒ SƠ MINH CHỨNG", "hành chính năm 2024"):
        assert words in cover


def every_link_of_the_contents_lands(read: Read) -> None:
    contents = read.find("MỤC LỤC")[0]
    links = read.links(contents)
    assert all(words.endswith(f" {page}") for words, page in links)
    landings = {
        "1.1. Thực hiện kế hoạch": "TIÊU CHÍ 1.1",
        "1.1-01": "plan page one",
        "1.2. Công tác tuyên truyền": "TIÊU CHÍ 1.2",
        "1.2-01": "1.2-01 Trang hồ sơ",
        "2. CẢI CÁCH THỂ CHẾ": "LĨNH VỰC 2",
        "2.1-01": "review page one",
    }
    for start, landing in landings.items():
        page = next(page for words, page in links if words.lower().startswith(start.lower()))
        assert landing in read.text(page), start
    assert len(links) == 4 + 5 + 3  # summary and three lists, five criteria, three documents


def bookmarks_lead_to_field_criterion_and_document(read: Read) -> None:
    found = [(depth, title.split()[0], page) for depth, title, page in read.bookmarks()]
    plan, review, photo = (read.find(words)[0] for words in ("plan page one", "review page one", "1.2-01 Trang hồ sơ"))
    assert (2, "1.1-01", plan) in found
    assert (2, "1.2-01", photo) in found
    assert (2, "2.1-01", review) in found
    assert [title for depth, title, _ in found if depth == 1] == ["1.1.", "1.2.", "2.1."]


def each_page_of_a_document_is_stamped(read: Read) -> None:
    for words, code in (("plan page one", "1.1-01"), ("plan page two", "1.1-01"), ("review page one", "2.1-01")):
        page = read.find(words)[0]
        assert f"{code} Trang hồ sơ {page}" in read.text(page)


def what_was_learnt_and_printed_is_known_at_the_next_start(clerk: Clerk) -> None:
    folder = clerk.workspace.folder
    kept = {file: file.stat().st_ino for name in ("suggestions", "printed") for file in folder.glob(f"cache/{name}/*")}
    assert len(kept) == 2
    clerk.program.close()
    clerk.program = Program(clerk.program.preferences)
    clerk.program.start(folder)
    clerk.settle()
    assert kept == {file: file.stat().st_ino for file in kept}
