"""Slots on the evidence page: what is asked for, what fills it, and who says that it is good."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from core.library.records import Document
from core.workspace import Workspace
from gui.dialogs.choose_criteria import ChooseCriteriaDialog
from gui.dialogs.reason import ReasonDialog
from gui.dialogs.slot import SlotDialog
from gui.tasks import TaskRunner
from tests.gui.clerk import LEFT, Clerk, Settle, seat_clerk
from tests.gui.conftest import make_pdf, type_words
from tests.gui.dropping import drop_on_row

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reports(workspace: Workspace, tmp_path: Path) -> list[Document]:
    """Of the first quarter in time, of 6 months late, and one that says of nothing what it is."""
    papers = (
        ("Báo cáo CCHC quý I năm 2023", date(2023, 3, 10)),
        ("Báo cáo CCHC 6 tháng năm 2023", date(2023, 6, 20)),
        ("Công văn đôn đốc", date(2022, 1, 5)),
    )
    added = []
    for place, (subject, day) in enumerate(papers):
        document = workspace.documents.add(make_pdf(tmp_path / f"{place}.pdf", f"trang {place}")).document
        added.append(workspace.documents.describe(document.id, subject=subject, issued_on=day))
    return added


@pytest.fixture
def clerk(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, reports: Sequence[Document]) -> Clerk:
    """The three reports are linked to 1.2 as a whole."""
    key = workspace.criteria.get("1.2").id
    for document in reports:
        workspace.links.link(document.id, key)
    clerk = seat_clerk(qtbot, workspace, tasks, settle)
    clerk.choose("1.2")
    return clerk


def slot_id(clerk: Clerk, code: str, name: str) -> str:
    return clerk.workspace.criteria.get(code).slot(name).id


def right_click(clerk: Clerk, start: str, words: str) -> None:
    clerk.click_row(clerk.list, clerk.line(start))
    clerk.list.customContextMenuRequested.emit(clerk.list.visualRect(clerk.line(start)).center())
    menu = clerk.page.findChildren(QMenu, "evidence_menu")[-1]
    clerk.from_menu(menu, words)


def test_each_period_is_a_slot_that_says_whether_its_paper_came_in_time(clerk: Clerk) -> None:
    lines = clerk.lines()
    quarter, half, nine = lines.index("Quý I năm 2023\nHạn 15/03/2023"), 0, 0
    half = next(at for at, line in enumerate(lines) if line.startswith("6 tháng"))
    nine = next(at for at, line in enumerate(lines) if line.startswith("9 tháng"))
    assert "quý I" in lines[quarter + 1]
    assert lines[half].endswith("Muộn: ban hành 20/06/2023, hạn 15/06/2023")
    assert "6 tháng" in lines[half + 1]
    assert lines[nine].endswith("Quá hạn từ 15/09/2023")
    assert lines[nine + 1].startswith("Chưa có minh chứng")
    assert lines[-2].startswith("Chưa xếp chỗ\n")
    assert "Công văn đôn đốc" in lines[-1]
    assert clerk.line("Quý I").data(Qt.ItemDataRole.AccessibleTextRole).endswith("Đủ")


def test_what_has_no_place_is_dragged_into_a_slot_and_back_by_undo(clerk: Clerk) -> None:
    loose = clerk.page.view.model.mimeData([clerk.line("1.2-03")])
    drop_on_row(clerk.list, clerk.line("9 tháng"), loose)
    clerk.settle()
    found = clerk.workspace.links.of_criterion(clerk.workspace.criteria.get("1.2").id)
    assert found[2].slot == slot_id(clerk, "1.2", "9M")
    assert not any(line.startswith("Chưa xếp chỗ") for line in clerk.lines())
    assert clerk.said[-1][0] == "Đã chuyển 1.2-03 sang 1.2 “9 tháng năm 2023”."
    clerk.undo()
    assert any(line.startswith("Chưa xếp chỗ") for line in clerk.lines())


def test_with_ctrl_it_stays_where_it_was_too(clerk: Clerk) -> None:
    dragged = clerk.page.view.model.mimeData([clerk.line("1.2-01")])
    drop_on_row(clerk.tree, clerk.criterion_row("1.3"), dragged, CTRL)
    clerk.settle()
    assert clerk.codes_of("1.2")[0] == ("1.2-01", None)
    assert clerk.codes_of("1.3") == [("1.2-01", None)]
    clerk.undo()
    assert clerk.codes_of("1.3") == []


def test_copy_cut_and_paste_by_keys(clerk: Clerk) -> None:
    clerk.click_row(clerk.list, clerk.line("1.2-01"))
    clerk.press(clerk.list, Qt.Key.Key_C, CTRL)
    clerk.choose("1.3")
    clerk.press(clerk.tree, Qt.Key.Key_V, CTRL)
    assert clerk.codes_of("1.3") == [("1.2-01", None)]
    clerk.choose("1.2")
    clerk.click_row(clerk.list, clerk.line("1.2-02"))
    clerk.press(clerk.list, Qt.Key.Key_X, CTRL)
    clerk.choose("1.4")
    clerk.click_row(clerk.list, clerk.line("(2)"))
    clerk.press(clerk.list, Qt.Key.Key_V, CTRL)
    assert clerk.codes_of("1.4") == [("1.2-02", 2)]
    assert [code for code, _ in clerk.codes_of("1.2")] == ["1.2-01", "1.2-03"]
    clerk.press(clerk.list, Qt.Key.Key_V, CTRL)  # once more: it is there already
    assert clerk.codes_of("1.4") == [("1.2-02", 2)]


def test_evidence_is_checked_by_whom_and_when_and_the_check_taken_back(clerk: Clerk) -> None:
    clerk.click_row(clerk.list, clerk.line("1.2-01"))
    clerk.press(clerk.list, Qt.Key.Key_D, CTRL)
    today = f"{date.today():%d/%m/%Y}"
    assert clerk.line("1.2-01").data().endswith(f"\nĐã kiểm tra: Nguyễn Thị Hà, {today}")
    clerk.press(clerk.list, Qt.Key.Key_D, CTRL)
    assert "Đã kiểm tra" not in clerk.line("1.2-01").data()
    clerk.undo()
    assert "Đã kiểm tra" in clerk.line("1.2-01").data()


def test_what_is_rejected_stays_in_sight_with_its_reason_and_counts_no_longer(clerk: Clerk) -> None:
    clerk.click_row(clerk.list, clerk.line("1.2-01"))
    clerk.press(clerk.list, Qt.Key.Key_D, CTRL | SHIFT)
    dialog = clerk.part(ReasonDialog, "reason_dialog")
    give = dialog.findChild(QPushButton, "reason_give")
    dialog.reason.clearEditText()
    assert not give.isEnabled()
    type_words(dialog.reason.lineEdit(), "Bản chưa ký")
    clerk.qtbot.mouseClick(give, LEFT)
    clerk.settle()
    assert "Bị loại: Bản chưa ký (Nguyễn Thị Hà, " in clerk.line("1.2-01").data()
    assert "Quá hạn" in clerk.line("Quý I").data()
    assert clerk.lines()[-2].startswith("Không được tính\n")  # and not with what waits for a place
    assert clerk.lines()[-4].startswith("Chưa xếp chỗ\n")
    right_click(clerk, "1.2-01", "Bỏ kết luận loại")
    clerk.settle()
    assert "Quá hạn" not in clerk.line("Quý I").data()


def test_a_counted_slot_with_a_percentage_is_added_edited_and_removed(clerk: Clerk) -> None:
    clerk.choose("3.1")
    right_click(clerk, "Tài liệu chứng minh", "Thêm mục")
    dialog = clerk.part(SlotDialog, "slot_dialog")
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "slot_save"), LEFT)
    assert dialog.findChild(QLabel, "slot_problem").text().startswith("Hãy ghi phải có gì")
    type_words(dialog.text, "Biên bản kiểm tra")
    dialog.findChild(QSpinBox, "slot_count").setValue(3)
    type_words(dialog.target, "100")
    type_words(dialog.due, "30/11/2023")
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "slot_save"), LEFT)
    clerk.settle()
    assert clerk.lines()[0] == "Biên bản kiểm tra\nCó 0/3 bản · Chưa ghi tỷ lệ đạt được (yêu cầu 100 %)"
    clerk.click_row(clerk.list, clerk.line("Biên bản"))
    clerk.press(clerk.list, Qt.Key.Key_F2)
    dialog = clerk.page.findChildren(SlotDialog, "slot_dialog")[-1]
    type_words(dialog.reached, "97,5")
    clerk.press(dialog.reached, Qt.Key.Key_Return)
    assert "Đạt 97,5 % / yêu cầu 100 %" in clerk.lines()[0]
    right_click(clerk, "Biên bản", "Bỏ mục này")
    clerk.settle()
    assert clerk.lines()[0] == "Tài liệu chứng minh tiêu chí"
    clerk.undo()
    assert "Đạt 97,5 % / yêu cầu 100 %" in clerk.lines()[0]


def test_a_slot_that_evidence_was_linked_to_is_not_removed(clerk: Clerk, reports: Sequence[Document]) -> None:
    problems = []
    clerk.page.tasks.problem.connect(problems.append)
    clerk.workspace.links.link(reports[2].id, clerk.workspace.criteria.get("1.4").id, 1)
    clerk.choose("1.4")
    right_click(clerk, "(1)", "Bỏ mục này")
    clerk.settle()
    assert [problem.code for problem in problems] == ["slot_in_use"]


def test_a_slot_is_for_a_period(clerk: Clerk) -> None:
    clerk.choose("3.1")
    right_click(clerk, "Tài liệu chứng minh", "Thêm mục")
    dialog = clerk.part(SlotDialog, "slot_dialog")
    period = dialog.findChild(QComboBox, "slot_period")
    period.setCurrentIndex(period.findText("Quý III năm 2023"))
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "slot_save"), LEFT)
    clerk.settle()
    assert str(clerk.workspace.criteria.get("3.1").slots[0].period) == "2023-Q3"


def test_escape_while_it_is_saved_loses_nothing(clerk: Clerk) -> None:
    clerk.choose("3.1")
    right_click(clerk, "Tài liệu chứng minh", "Thêm mục")
    dialog = clerk.part(SlotDialog, "slot_dialog")
    type_words(dialog.text, "Biên bản kiểm tra")
    clerk.qtbot.mouseClick(dialog.findChild(QPushButton, "slot_save"), LEFT)
    clerk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    with clerk.qtbot.captureExceptions() as caught:
        clerk.settle()
    assert caught == []
    assert clerk.lines()[0].startswith("Biên bản kiểm tra")


def test_one_document_for_many_criteria_at_once(clerk: Clerk) -> None:
    right_click(clerk, "1.2-01", "Dùng thêm cho các tiêu chí khác")
    dialog = clerk.part(ChooseCriteriaDialog, "choose_criteria_dialog")
    for code in ("3.1", "4.3"):
        type_words(dialog.picker.filter_edit, code)
        clerk.qtbot.keyClick(dialog.picker.filter_edit, Qt.Key.Key_Return)
    clerk.press(dialog.picker.filter_edit, Qt.Key.Key_Return)
    assert clerk.codes_of("3.1") == clerk.codes_of("4.3") == [("1.2-01", None)]
    assert clerk.said[-1][0] == "Đã dùng thêm cho 3.1, 4.3."
    clerk.undo()
    assert clerk.codes_of("3.1") == clerk.codes_of("4.3") == []
