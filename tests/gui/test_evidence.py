"""The evidence page: what a clerk does to prove a criterion, by mouse, by keys and by dragging."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from core.library.records import Document
from core.workspace import Workspace
from gui import mime
from gui.dialogs.choose_criteria import ChooseCriteriaDialog
from gui.dialogs.criterion import CriterionDialog
from gui.models.criteria import Filter
from gui.models.evidence import NOTE, PAGES
from gui.tasks import TaskRunner
from tests.gui.clerk import LEFT, Clerk, Settle, seat_clerk
from tests.gui.conftest import make_pdf, type_words
from tests.gui.dropping import drop_on_row, files


@pytest.fixture
def document(workspace: Workspace, tmp_path: Path) -> Document:
    added = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot", "hai")).document
    return workspace.documents.describe(added.id, number="67", notation="KH-SGD&ĐT", subject="Kế hoạch tuyên truyền")


@pytest.fixture
def clerk(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, document: Document) -> Clerk:  # noqa: ARG001
    return seat_clerk(qtbot, workspace, tasks, settle)


def test_a_criterion_says_what_it_wants_from_whom_and_by_when(clerk: Clerk) -> None:
    clerk.choose("1.4")
    about = clerk.page.view.about.toPlainText()
    assert "1.4 Công tác tuyên truyền CCHC" in about
    assert "Chủ trì: Văn phòng Sở" in about
    assert "31/12/2023" in about
    assert "Chưa có" in about
    empty = "Chưa có minh chứng. Thả tài liệu hoặc tệp vào đây."
    assert clerk.lines()[:4] == [
        "(1) Tổ chức các hội nghị, tập huấn chuyên đề CCHC",
        empty,
        "(2) Đăng tải thông tin CCHC trên website của ngành",
        empty,
    ]


def test_search_a_document_and_link_it_to_a_requirement_by_keys(clerk: Clerk) -> None:
    clerk.choose("1.4")
    clerk.click_row(clerk.list, clerk.line("(2)"))
    clerk.press(clerk.list, Qt.Key.Key_Return)
    field = clerk.part(QLineEdit, "evidence_search_search")
    assert field.hasFocus()
    type_words(field, "ke hoach tuyen")
    clerk.press(field, Qt.Key.Key_Return)
    assert clerk.codes_of("1.4") == [("1.4-01", 2)]
    assert clerk.line("1.4-01").data() == "1.4-01  67/KH-SGD&ĐT: Kế hoạch tuyên truyền"
    assert "Một phần" in clerk.page.view.about.toPlainText()
    assert clerk.criterion_row("1.4").data(Qt.ItemDataRole.ToolTipRole) == "Một phần"
    assert clerk.said[-1][0] == "Đã gắn 1.4-01 vào 1.4 (2)."


def test_delete_unlinks_and_undo_brings_everything_back(clerk: Clerk, document: Document) -> None:
    key = clerk.workspace.criteria.get("1.3").id
    linked = clerk.workspace.links.link(document.id, key, pages="2", note="bản ký")
    clerk.choose("1.3")
    clerk.page.view.show()
    clerk.page.reload(clerk.page._waiting.everything())
    clerk.settle()
    clerk.click_row(clerk.list, clerk.line("1.3-01"))
    clerk.press(clerk.list, Qt.Key.Key_Delete)
    assert clerk.codes_of("1.3") == []
    assert clerk.said[-1][0] == "Đã gỡ 1.3-01. Tài liệu vẫn còn trong thư viện."
    clerk.undo()
    assert clerk.workspace.links.of_criterion(key) == [linked]
    assert clerk.line("1.3-01").siblingAtColumn(PAGES).data() == "2"


def test_pages_and_note_are_edited_in_place(clerk: Clerk, document: Document) -> None:
    clerk.workspace.links.link(document.id, clerk.workspace.criteria.get("1.3").id)
    clerk.choose("1.3")
    clerk.click_row(clerk.list, clerk.line("1.3-01"))
    for column, words, shown in ((PAGES, "1 - 2", "1-2"), (NOTE, "có dấu đỏ", "có dấu đỏ")):
        clerk.list.setCurrentIndex(clerk.line("1.3-01").siblingAtColumn(column))
        clerk.press(clerk.list, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        type_words(editor, words)
        clerk.press(editor, Qt.Key.Key_Return)
        clerk.see(lambda: clerk.line("1.3-01").siblingAtColumn(column).data() == shown)  # noqa: B023 - at once
    clerk.settle()
    assert [said[0] for said in clerk.said] == ["Đã sửa số trang của 1.3-01.", "Đã sửa ghi chú của 1.3-01."]
    clerk.undo()
    clerk.see(lambda: clerk.line("1.3-01").siblingAtColumn(NOTE).data() == "")
    assert clerk.line("1.3-01").siblingAtColumn(PAGES).data() == "1-2", "the edit before it stays"


def test_a_file_from_explorer_is_taken_in_and_linked_where_it_is_dropped(clerk: Clerk, tmp_path: Path) -> None:
    one = make_pdf(tmp_path / "Báo cáo quý I.pdf", "mot trang")
    told = drop_on_row(clerk.tree, clerk.criterion_row("1.2"), files(one))
    clerk.settle()
    assert told is Qt.DropAction.CopyAction  # whoever is told "moved" deletes the clerk's file
    assert one.is_file()
    assert clerk.codes_of("1.2") == [("1.2-01", None)]
    assert [found.name for found in clerk.workspace.documents.all()] == ["a.pdf", "Báo cáo quý I.pdf"]
    clerk.choose("1.4")
    drop_on_row(clerk.list, clerk.line("(3)"), files(one))
    clerk.settle()
    assert clerk.codes_of("1.4") == [("1.2-01", 3)]
    assert "Thư viện đã có, không thêm bản thứ hai" in clerk.said[-1][0]
    assert len(clerk.workspace.documents.all()) == 2


def test_a_program_is_not_taken_in_and_the_clerk_is_told(clerk: Clerk, tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ" + bytes(200))
    drop_on_row(clerk.tree, clerk.criterion_row("1.2"), files(program))
    clerk.settle()
    assert clerk.codes_of("1.2") == []
    assert str(program) in clerk.said[-1][0]


def test_documents_and_evidence_are_dragged_between_criteria(clerk: Clerk) -> None:
    clerk.page.add_evidence()
    clerk.settle()
    found = clerk.page.search.table
    found.selectRow(0)
    dragged = found.model().mimeData(found.selectedIndexes())  # as the view begins a drag
    drop_on_row(clerk.tree, clerk.criterion_row("1.4"), dragged)
    clerk.settle()
    assert clerk.codes_of("1.4") == [("1.4-01", None)]
    clerk.choose("1.4")
    dragged = clerk.page.view.model.mimeData([clerk.line("1.4-01")])
    assert mime.evidence(dragged)
    drop_on_row(clerk.list, clerk.line("(1)"), dragged)
    clerk.settle()
    assert clerk.codes_of("1.4") == [("1.4-01", 1)]
    drop_on_row(clerk.tree, clerk.criterion_row("2.3"), clerk.page.view.model.mimeData([clerk.line("1.4-01")]))
    clerk.settle()
    assert clerk.codes_of("1.4") == []
    assert clerk.codes_of("2.3") == [("1.4-01", None)]  # its code stays
    clerk.undo()
    assert clerk.codes_of("1.4") == [("1.4-01", 1)]


def test_evidence_is_moved_by_the_menu(clerk: Clerk, document: Document) -> None:
    clerk.workspace.links.link(document.id, clerk.workspace.criteria.get("1.3").id)
    clerk.choose("1.3")
    clerk.click_row(clerk.list, clerk.line("1.3-01"))
    clerk.list.customContextMenuRequested.emit(clerk.list.visualRect(clerk.line("1.3-01")).center())
    clerk.from_menu(clerk.part(QMenu, "evidence_menu"), "Chuyển sang tiêu chí khác")
    dialog = clerk.part(ChooseCriteriaDialog, "choose_criteria_dialog")
    type_words(dialog.picker.filter_edit, "8.1.2")
    dialog.slot.setCurrentIndex(dialog.slot.findText("(5)", Qt.MatchFlag.MatchStartsWith))
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "choose_button"), LEFT)
    clerk.settle()
    assert clerk.codes_of("8.1.2") == [("1.3-01", 5)]


def test_the_filter_shows_leaves_by_state_unit_and_words(clerk: Clerk, document: Document) -> None:
    clerk.workspace.links.link(document.id, clerk.workspace.criteria.get("1.3").id)
    clerk.page.reload(clerk.page._waiting.everything())
    clerk.settle()
    combo = clerk.part(QComboBox, "criteria_state")
    combo.setCurrentIndex(combo.findData("complete"))
    assert clerk.shown_criteria() == ["1", "1.3"]
    combo.setCurrentIndex(combo.findData("survey"))
    assert [code for code in clerk.shown_criteria() if code.count(".") == 2] == ["6.1.4", "6.2.3", "6.2.4", "7.3.1"]
    combo.setCurrentIndex(0)
    type_words(clerk.part(QLineEdit, "criteria_words"), "BIEN CHE")
    assert "4.2" in clerk.shown_criteria()
    assert "1.2" not in clerk.shown_criteria()
    clerk.qtbot.mouseClick(clerk.part(QPushButton, "criteria_reset"), LEFT)
    assert len(clerk.shown_criteria()) == 66


def test_where_no_criterion_is_shown_nothing_else_is(clerk: Clerk) -> None:
    clerk.choose("2.1.1")
    type_words(clerk.part(QLineEdit, "criteria_words"), "không tiêu chí nào có chữ này")
    clerk.settle()
    assert clerk.shown_criteria() == []
    assert clerk.page.view.about.toPlainText() == ""
    assert clerk.lines() == []


def test_what_is_only_proposed_is_not_counted(clerk: Clerk, document: Document) -> None:
    clerk.workspace.links.link(document.id, clerk.workspace.criteria.get("1.3").id)
    clerk.workspace.next_year.make(clerk.workspace.next_year.plan())
    clerk.page.reload(clerk.page._waiting.everything())
    clerk.settle()
    clerk.choose("1.3")
    tabs = clerk.page.view.tabs
    assert "Đề xuất từ kỳ trước, chưa nhận" in " ".join(clerk.lines())
    assert tabs.tabText(0).replace("&", "") == "Minh chứng"
    clerk.workspace.links.accept(clerk.workspace.links.all()[0].id)
    clerk.page.reload(clerk.page._waiting.everything())
    clerk.settle()
    assert tabs.tabText(0).replace("&", "") == "Minh chứng (1)"


def test_another_page_asks_for_a_filter_or_a_criterion(clerk: Clerk) -> None:
    clerk.page.reveal("criteria", Filter(unit="Thanh tra Sở", state="wanting").to_key())
    clerk.settle()
    leaves = [code for code in clerk.shown_criteria() if code.count(".") == 2]
    assert leaves == ["2.1.1", "2.1.2"]
    clerk.page.reveal("criterion", clerk.workspace.criteria.get("7.4").id)
    clerk.settle()
    assert "7.4 Đưa nội dung" in clerk.page.view.about.toPlainText()
    assert len(clerk.shown_criteria()) == 66


def test_a_criterion_is_edited_and_the_change_taken_back(clerk: Clerk) -> None:
    clerk.choose("2.3")
    before = clerk.workspace.criteria.get("2.3")
    clerk.press(clerk.tree, Qt.Key.Key_F2)
    dialog = clerk.part(CriterionDialog, "criterion_dialog")
    dialog.code.clear()
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "criterion_save"), LEFT)
    assert dialog.findChild(QLabel, "criterion_problem").text().startswith("Hãy ghi mã")
    dialog.code.setText("1.1")  # which another one has
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "criterion_save"), LEFT)
    clerk.settle()
    assert "1.1" in dialog.findChild(QLabel, "criterion_problem").text()
    dialog.code.setText("2.9")
    dialog.points.setText("hai")
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "criterion_save"), LEFT)
    assert dialog.findChild(QLabel, "criterion_problem").text().startswith("Điểm tối đa phải là một số")
    dialog.points.setText("1,5")
    dialog.findChild(QPlainTextEdit, "criterion_text").setPlainText("Nội dung mới")
    dialog.findChild(QLineEdit, "criterion_deadline").setText("Trước ngày 15/11/2023")
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "criterion_requirement_add"), LEFT)
    table = dialog.findChild(QTableWidget, "criterion_requirements")
    type_words(table.findChild(QLineEdit), "Có quyết định")
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "criterion_save"), LEFT)
    clerk.settle()
    after = clerk.workspace.criteria.get("2.9")
    assert [f"{day}" for day in after.deadlines] == ["2023-11-15"]
    assert [(one.number, one.text) for one in after.requirements] == [(1, "Có quyết định")]
    assert after.max_points == 1.5
    assert "(1) Có quyết định" in clerk.lines()
    clerk.undo()
    assert clerk.workspace.criteria.get("2.3") == before


def test_criteria_are_added_moved_left_out_and_removed(clerk: Clerk) -> None:
    clerk.choose("1.2")
    menu = clerk.page.pane.menu
    clerk.from_menu(menu, "Thêm tiêu chí ngay dưới")
    dialog = clerk.part(CriterionDialog, "criterion_dialog")
    dialog.code.setText("1.2b")
    dialog.name.setText("Báo cáo đột xuất")
    clerk.press(dialog.name, Qt.Key.Key_Return)
    assert clerk.shown_criteria()[1:5] == ["1.1", "1.2", "1.2b", "1.3"]
    assert clerk.page.pane.current() == clerk.workspace.criteria.get("1.2b")
    clerk.from_menu(menu, "Đưa lên")
    clerk.settle()
    assert clerk.shown_criteria()[1:4] == ["1.1", "1.2b", "1.2"]
    clerk.from_menu(menu, "Không được giao")
    clerk.settle()
    assert clerk.criterion_row("1.2b").data(Qt.ItemDataRole.ToolTipRole) == "Không được giao"
    clerk.from_menu(menu, "Xoá tiêu chí")
    clerk.settle()
    assert "1.2b" not in clerk.shown_criteria()
    clerk.undo()
    assert clerk.shown_criteria()[1:4] == ["1.1", "1.2b", "1.2"]
    assert clerk.workspace.criteria.get("1.2b").assessed_by == "not_assigned"


def test_long_words_are_wrapped_and_not_cut(clerk: Clerk) -> None:
    row = clerk.criterion_row("7.4")  # eight lines in a narrow tree
    room = clerk.tree.visualRect(row)
    words = clerk.tree.fontMetrics().boundingRect(QRect(QPoint(), room.size()), Qt.TextFlag.TextWordWrap, row.data())
    assert room.height() >= words.height()
    assert words.width() <= room.width()
