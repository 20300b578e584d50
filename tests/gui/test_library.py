"""The library page: find, describe, add and save copies of documents."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from core.library.records import Document
from core.workspace import Workspace
from gui.dialogs.choose_criteria import ChooseCriteriaDialog
from gui.models.documents import CODE, DATE, SUBJECT, SYMBOL, WINDOW, WINDOWS_KEPT, DocumentsModel
from gui.pages.library import LibraryPage
from gui.tasks import TaskRunner
from tests.gui.conftest import PATIENCE_MS, make_pdf, shown, type_words
from tests.gui.dropping import drop, files

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton
PAPERS = {
    "a.pdf": {"number": "67", "notation": "KH-SGD&ĐT", "subject": "Kế hoạch cải cách", "issued_on": date(2023, 1, 9)},
    "b.pdf": {"number": "1198", "notation": "UBND-NC", "subject": "Đôn đốc báo cáo", "issued_on": date(2023, 7, 3)},
    "c.pdf": {"number": "129", "notation": "KH-UBND", "subject": "Định hướng chuyển đổi số"},
}


class Shelf:
    """The page with three described documents."""

    def __init__(self, page: LibraryPage, workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
        self.page, self.workspace, self.qtbot, self.settle = page, workspace, qtbot, settle
        self.table = page.findChild(QTableView, "library_table")
        self.field = page.findChild(QLineEdit, "library_search")
        self.said: list[tuple[str, str, Callable[[], None] | None]] = []
        page.notified.connect(lambda *message: self.said.append(message))

    def column(self, column: int) -> list[str]:
        model = self.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def see(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=PATIENCE_MS)
        self.settle()

    def choose(self, symbol: str) -> None:
        index = self.table.model().index(self.column(SYMBOL).index(symbol), SYMBOL)
        self.qtbot.mouseClick(self.table.viewport(), LEFT, pos=self.table.visualRect(index).center())
        self.settle()

    def click_head(self, column: int) -> None:
        head = self.table.horizontalHeader()
        place = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
        self.qtbot.mouseClick(head.viewport(), LEFT, pos=place)
        self.settle()

    def label(self, name: str) -> QLabel:
        return self.page.findChild(QLabel, f"library_document_{name}")

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.page.findChild(QPushButton, name), LEFT)
        self.settle()


@pytest.fixture
def shelf(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path) -> Shelf:
    for name, fields in PAPERS.items():
        added = workspace.documents.add(make_pdf(tmp_path / name, name, "hai"))
        workspace.documents.describe(added.document.id, **fields)
    page = shown(LibraryPage(workspace, tasks), qtbot, settle, 1300, 800)
    return Shelf(page, workspace, qtbot, settle)


def test_the_search_follows_what_is_typed_without_accents(shelf: Shelf) -> None:
    assert len(shelf.column(SYMBOL)) == 3
    type_words(shelf.field, "dinh huo")
    shelf.see(lambda: shelf.column(SYMBOL) == ["129/KH-UBND"])
    shelf.field.clear()
    type_words(shelf.field, "1198/UBND")
    shelf.see(lambda: shelf.column(SUBJECT) == ["Đôn đốc báo cáo"])
    shelf.field.clear()
    type_words(shelf.field, "không có chữ này")
    shelf.see(lambda: shelf.column(SYMBOL) == [])
    assert "Không tìm thấy" in shelf.page.findChild(QLabel, "library_none").text()


def test_a_head_sorts_and_empty_ones_stay_last(shelf: Shelf) -> None:
    shelf.click_head(SYMBOL)
    assert shelf.column(SYMBOL) == ["67/KH-SGD&ĐT", "129/KH-UBND", "1198/UBND-NC"]  # as numbers
    shelf.click_head(SYMBOL)
    assert shelf.column(SYMBOL) == ["1198/UBND-NC", "129/KH-UBND", "67/KH-SGD&ĐT"]
    shelf.click_head(DATE)
    assert shelf.column(DATE) == ["09/01/2023", "03/07/2023", ""]
    shelf.click_head(SUBJECT)
    assert shelf.column(SUBJECT) == ["Định hướng chuyển đổi số", "Đôn đốc báo cáo", "Kế hoạch cải cách"]


def test_what_is_typed_into_the_form_is_saved_and_can_be_taken_back(shelf: Shelf) -> None:
    shelf.choose("129/KH-UBND")
    subject = shelf.page.findChild(QPlainTextEdit, "subject")
    subject.selectAll()
    type_words(subject, "Nâng cao chỉ số")
    shelf.press("library_document_save")
    assert "Nâng cao chỉ số" in shelf.column(SUBJECT)
    words, _, undo = shelf.said[-1]
    assert words == "Đã lưu mô tả."
    assert undo
    undo()
    shelf.settle()
    assert "Định hướng chuyển đổi số" in shelf.column(SUBJECT)


def test_going_to_another_document_loses_nothing(shelf: Shelf) -> None:
    shelf.choose("129/KH-UBND")
    signer = shelf.page.findChild(QLineEdit, "signer")
    type_words(signer, "Bùi Thị Kim Tuyến")
    shelf.choose("67/KH-SGD&ĐT")
    assert signer.text() == ""
    shelf.choose("129/KH-UBND")
    assert signer.text() == "Bùi Thị Kim Tuyến"


def test_two_with_the_same_number_notation_and_issuer_are_told(shelf: Shelf) -> None:
    for document in shelf.workspace.documents.all()[:2]:
        shelf.workspace.documents.describe(document.id, number="67", notation="KH-SGD&ĐT", issuer="Sở GD&ĐT")
    shelf.page.search.reload()
    shelf.settle()
    index = shelf.table.model().index(2, SYMBOL)
    shelf.qtbot.mouseClick(shelf.table.viewport(), LEFT, pos=shelf.table.visualRect(index).center())
    shelf.settle()
    warning = shelf.label("warning")
    assert warning.isVisible()
    assert "cùng số, ký hiệu và cơ quan ban hành" in warning.text()
    one, other = shelf.workspace.documents.all()[:2]
    warning.linkActivated.emit(f"signed_copy:{other.id}")
    shelf.settle()
    known = shelf.label("twins")
    assert not warning.isVisible()
    assert known.text().startswith("Bản ký của")
    words, action, undo = shelf.said[-1]
    assert (words, action) == ("Đã ghi: cả hai tài liệu đều được giữ.", "Hoàn tác")
    undo()
    shelf.settle()
    assert warning.isVisible()
    assert shelf.workspace.twins.of_document(one.id)[0].kind is None
    warning.linkActivated.emit(f"document:{other.id}")
    shelf.settle()
    assert shelf.page.document.document() == other


def test_it_is_linked_from_here_and_says_where_it_is_used(shelf: Shelf) -> None:
    opened: list[tuple[str, str]] = []
    shelf.page.open_requested.connect(lambda kind, key: opened.append((kind, key)))
    shelf.choose("67/KH-SGD&ĐT")
    assert shelf.label("uses").text() == "Chưa gắn vào tiêu chí nào."
    shelf.press("library_link")
    dialog = shelf.page.findChild(ChooseCriteriaDialog)
    for code in ("1.1", "4.3"):
        type_words(dialog.picker.filter_edit, code)
        shelf.qtbot.keyClick(dialog.picker.filter_edit, Qt.Key.Key_Return)
    assert dialog.findChild(QLabel, "ticked_codes").text() == "Đã đánh dấu: 1.1, 4.3"
    shelf.qtbot.keyClick(dialog.picker.filter_edit, Qt.Key.Key_Return)
    shelf.settle()
    assert shelf.said[-1][0] == "Đã gắn 1.1-01 vào 1.1. Đã gắn 1.1-01 vào 4.3."
    key = shelf.workspace.criteria.get("1.1").id
    assert f'<a href="criterion:{key}">1.1</a>' in shelf.label("uses").text()
    assert "1.1-01" in shelf.column(CODE)
    type_words(shelf.field, "1.1-0")
    shelf.see(lambda: shelf.column(CODE) == ["1.1-01"])
    shelf.label("uses").linkActivated.emit(f"criterion:{key}")
    assert opened == [("criterion", key)]


def test_files_are_dropped_and_a_known_one_is_told(shelf: Shelf, tmp_path: Path) -> None:
    new = make_pdf(tmp_path / "Quyết định mới.pdf", "moi")
    told = drop(shelf.page, QPoint(100, 300), files(new, tmp_path / "a.pdf"))
    shelf.settle()
    assert told is Qt.DropAction.CopyAction
    assert "Quyết định mới.pdf" in shelf.column(SUBJECT)
    assert len(shelf.column(SUBJECT)) == 4
    words = shelf.said[-1][0]
    assert words.startswith("Đã thêm 1 tài liệu.")
    assert "Thư viện đã có, không thêm bản thứ hai: Kế hoạch cải cách." in words


def test_a_copy_of_the_original_is_saved(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "bản sao.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shelf.choose("67/KH-SGD&ĐT")
    shelf.press("library_export")
    assert target.read_bytes() == (tmp_path / "a.pdf").read_bytes()
    target.write_bytes(b"may be written to")
    assert str(target) in shelf.said[-1][0]


def test_a_hundred_thousand_rows_are_fetched_only_where_they_are_looked_at(qtbot: QtBot, shelf: Shelf) -> None:
    known = shelf.workspace.documents.all()[0]
    asked: list[int] = []

    def fetch(ids: list[str]) -> list[Document]:
        asked.append(len(ids))
        return [known]

    model = DocumentsModel(fetch)
    model.load([known.id, *(str(number) for number in range(100_000))], {})
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(800, 600)
    table.show()
    qtbot.wait(10)
    table.scrollToBottom()
    qtbot.wait(10)
    assert model.index(0, SYMBOL).data() == known.description.symbol
    assert model.index(100_000, SYMBOL).data() == ""  # gone meanwhile
    assert sum(asked) <= WINDOW * WINDOWS_KEPT


def test_an_empty_library_says_what_to_do(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle
) -> None:
    page = shown(LibraryPage(workspace, tasks), qtbot, settle)
    assert "Hộp đến" in page.findChild(QLabel, "library_none").text()


def test_the_row_stays_selected_while_ctrl_is_held(shelf: Shelf) -> None:
    """Ctrl+Z is: the list is read again before the key is let go."""
    shelf.choose("129/KH-UBND")
    QTest.keyPress(shelf.page.windowHandle(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    shelf.page.search.reload()
    shelf.settle()
    QTest.keyRelease(shelf.page.windowHandle(), Qt.Key.Key_Control)
    assert len(shelf.table.selectionModel().selectedRows()) == 1


def test_a_document_whose_adding_was_taken_back_is_shown_no_longer(
    shelf: Shelf, tasks: TaskRunner, tmp_path: Path
) -> None:
    problems: list[str] = []
    tasks.problem.connect(lambda error: problems.append(error.code))
    shelf.page.take([make_pdf(tmp_path / "d.pdf", "bon")])
    shelf.settle()
    assert shelf.page.document.document()
    _, _, undo = shelf.said[-1]
    assert undo
    undo()
    shelf.settle()
    assert shelf.page.document.document() is None
    assert problems == []
