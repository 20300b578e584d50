"""What a criterion comes to, last year's losses, and difficulties: on the evidence page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.models.criteria import Filter
from gui.preferences import Preferences
from gui.tasks import TaskRunner
from tests.gui.clerk import LEFT, Clerk, Settle, seat_clerk
from tests.gui.conftest import type_words


@pytest.fixture
def clerk(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> Clerk:
    clerk = seat_clerk(qtbot, workspace, tasks, settle)
    clerk.choose("3.1")
    return clerk


def about(clerk: Clerk) -> str:
    return clerk.page.view.about.toPlainText()


def choose(clerk: Clerk, name: str, code: str) -> None:
    """As by hand: with the keys."""
    combo = clerk.part(QComboBox, name)
    combo.setFocus()
    wanted = combo.findData(code)
    while combo.currentIndex() != wanted:
        clerk.qtbot.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)
    clerk.settle()


def test_an_explanation_is_asked_for_where_evidence_is_absent(clerk: Clerk) -> None:
    assert "Cần giải trình" in about(clerk)
    clerk.page.view.tabs.setCurrentWidget(clerk.page.view.judgement)
    assert "hãy ghi giải trình" in clerk.part(QLabel, "judgement_wanted").text()
    field = clerk.part(QPlainTextEdit, "judgement_explanation")
    type_words(field, "Năm 2023 không phát sinh")
    clerk.tree.setFocus()  # leaving the field saves
    clerk.settle()
    assert clerk.workspace.criteria.get("3.1").explanation == "Năm 2023 không phát sinh"
    assert "Cần giải trình" not in about(clerk)
    clerk.undo()
    assert clerk.workspace.criteria.get("3.1").explanation == ""
    assert field.toPlainText() == ""


def test_what_was_typed_is_saved_when_another_criterion_is_shown(clerk: Clerk) -> None:
    clerk.page.view.tabs.setCurrentWidget(clerk.page.view.judgement)
    type_words(clerk.part(QPlainTextEdit, "judgement_explanation"), "Lý do")
    clerk.page.reveal("criterion", clerk.workspace.criteria.get("3.2").id)
    clerk.settle()
    assert clerk.workspace.criteria.get("3.1").explanation == "Lý do"
    assert clerk.workspace.criteria.get("3.2").explanation == ""
    assert clerk.part(QPlainTextEdit, "judgement_explanation").toPlainText() == ""


def test_state_and_result_are_two_things_with_who_said_so(clerk: Clerk) -> None:
    clerk.page.view.tabs.setCurrentWidget(clerk.page.view.judgement)
    choose(clerk, "judgement_state", "checked")
    choose(clerk, "judgement_result", "partly")
    found = clerk.workspace.criteria.get("3.1")
    assert (found.state, found.result) == ("checked", "partly")
    assert "Kết luận: Đã kiểm tra · Đạt một phần (Nguyễn Thị Hà, " in about(clerk)
    clerk.undo()
    assert clerk.workspace.criteria.get("3.1").result != "partly"


def test_last_years_loss_is_marked_and_filtered_with_its_remedy(clerk: Clerk) -> None:
    clerk.page.view.tabs.setCurrentWidget(clerk.page.view.judgement)
    choose(clerk, "judgement_last_result", "not_met")
    lost = clerk.page.view.judgement.last_lost
    type_words(lost, "nửa điểm")
    clerk.tree.setFocus()
    assert clerk.part(QLabel, "judgement_wrong").isVisible()
    lost.clear()
    type_words(lost, "0,5")
    clerk.tree.setFocus()
    clerk.settle()
    assert "Năm trước: Không đạt, mất 0,5 điểm, chưa ghi cách khắc phục" in about(clerk)
    clerk.page.reveal("criteria", Filter(mark="fell_short").to_key())
    clerk.settle()
    assert clerk.shown_criteria() == ["3", "3.1"]


@pytest.mark.parametrize(("mark", "shown"), [("unexplained", True), ("unchecked", False), ("due_in_30", False)])
def test_the_tree_is_filtered_by_what_wants_attention(clerk: Clerk, mark: str, shown: bool) -> None:
    combo = clerk.part(QComboBox, "criteria_mark")
    combo.setCurrentIndex(combo.findData(mark))
    assert ("3.1" in clerk.shown_criteria()) is shown


def test_difficulties_and_proposals_are_written_edited_and_removed(clerk: Clerk) -> None:
    view = clerk.page.view
    view.tabs.setCurrentWidget(view.obstacles)
    type_words(clerk.part(QPlainTextEdit, "criterion_obstacles_text"), "Thiếu kinh phí")
    clerk.qtbot.mouseClick(clerk.part(QPushButton, "criterion_obstacles_save"), LEFT)
    clerk.settle()
    first = view.obstacles.list.model().index(0, 0)
    assert first.data().startswith("Khó khăn, vướng mắc: Thiếu kinh phí\nVăn phòng Sở · Nguyễn Thị Hà, ")
    assert view.tabs.tabText(2) == "&Vướng mắc (1)"
    view.obstacles.list.setCurrentIndex(first)
    clerk.press(view.obstacles.list, Qt.Key.Key_F2)
    type_words(view.obstacles.text, "Năm 2023: ")
    clerk.qtbot.mouseClick(clerk.part(QPushButton, "criterion_obstacles_save"), LEFT)
    clerk.settle()
    assert [one.text for one in clerk.workspace.obstacles.all()] == ["Năm 2023: Thiếu kinh phí"]
    view.obstacles.list.setCurrentIndex(view.obstacles.list.model().index(0, 0))
    clerk.press(view.obstacles.list, Qt.Key.Key_Delete)
    assert clerk.workspace.obstacles.all() == []
    clerk.undo()
    assert [one.text for one in clerk.workspace.obstacles.all()] == ["Năm 2023: Thiếu kinh phí"]


def test_ones_own_unit_stands_first_and_is_remembered(qtbot: QtBot, clerk: Clerk, preferences: Preferences) -> None:
    units, star = clerk.part(QComboBox, "criteria_unit"), clerk.part(QToolButton, "criteria_mine")
    clerk.page.pane.mine_chosen.connect(lambda unit: setattr(preferences, "unit", unit))
    units.setCurrentIndex(units.findData("Thanh tra Sở"))
    qtbot.mouseClick(star, LEFT)
    assert units.itemText(1) == "★ Thanh tra Sở"
    assert preferences.unit == "Thanh tra Sở"
    units.setCurrentIndex(0)
    assert len(clerk.shown_criteria()) == 66
    qtbot.mouseClick(star, LEFT)
    assert [code for code in clerk.shown_criteria() if code.count(".") == 2] == ["2.1.1", "2.1.2"]
