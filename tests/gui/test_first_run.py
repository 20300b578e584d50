"""The first run: from nothing to a window on a workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QSpinBox, QTreeWidget
from pytestqt.qtbot import QtBot

from core.catalogue.builtin import catalogues
from core.workspace import Workspace
from gui.app import Program
from gui.dialogs.start import StartDialog
from gui.preferences import Preferences
from tests.gui.conftest import PATIENCE_MS, type_words

PLAN = """KẾ HOẠCH
Cải thiện chỉ số cải cách hành chính năm 2024
TT\tTiêu chí\tPhòng chủ trì\tPhòng phối hợp\tThời gian hoàn thành
1\tCÔNG TÁC CHỈ ĐẠO\t\t\t
1.1\tThực hiện kế hoạch (1) Ban hành kế hoạch. (2) Báo cáo kết quả.\tVăn phòng Sở\t\tNăm 2024
1.2\tCông tác kiểm tra\tThanh tra Sở\t\tNăm 2024
"""


@pytest.fixture
def program(qtbot: QtBot, preferences: Preferences) -> Iterator[Program]:  # noqa: ARG001 - needs an application
    program = Program(preferences)
    yield program
    if program.start_dialog:
        program.start_dialog.close()
    program.close()


@pytest.fixture
def dialog(program: Program, qtbot: QtBot) -> StartDialog:
    program.start(None)
    assert program.start_dialog
    tree = program.start_dialog.findChild(QTreeWidget, "draft_tree")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0, timeout=PATIENCE_MS)
    return program.start_dialog


def button(dialog: StartDialog, name: str) -> QPushButton:
    return dialog.findChild(QPushButton, name)


def replace_words(dialog: StartDialog, name: str, words: str) -> None:
    field = dialog.findChild(QLineEdit, name)
    field.selectAll()
    type_words(field, words)


def wait_for_window(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.window is not None and program.window.isVisible(), timeout=PATIENCE_MS)


def test_from_a_built_in_catalogue(
    program: Program, dialog: StartDialog, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    info = catalogues()[0]
    assert dialog.findChild(QLabel, "draft_counts").text().startswith(f"{info.criteria} tiêu chí")
    replace_words(dialog, "organisation", "Sở GD&ĐT Hoà Bình")
    replace_words(dialog, "appraisal_title", "PAR Index 2023")
    replace_words(dialog, "workspace_folder", str(tmp_path / "Dữ liệu"))
    qtbot.mouseClick(button(dialog, "create_workspace"), Qt.MouseButton.LeftButton)
    wait_for_window(program, qtbot)
    assert program.window
    assert program.session
    title = "Minh Chứng: Sở GD&ĐT Hoà Bình · PAR Index 2023"
    qtbot.waitUntil(lambda: program.window.windowTitle() == title, timeout=PATIENCE_MS)
    assert len(program.session.workspace.criteria.tree()) == info.criteria
    assert preferences.workspace == tmp_path / "Dữ liệu"


def test_another_year_moves_title_and_deadlines(
    program: Program, dialog: StartDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    year = dialog.findChild(QSpinBox, "appraisal_year")
    year.selectAll()
    type_words(year, "2026")
    replace_words(dialog, "workspace_folder", str(tmp_path / "Dữ liệu"))
    assert "2026" in dialog.findChild(QLineEdit, "appraisal_title").text()
    first = dialog.findChild(QTreeWidget, "draft_tree").topLevelItem(0)
    assert "Năm 2026" in [first.child(row).text(2) for row in range(first.childCount())]
    qtbot.mouseClick(button(dialog, "create_workspace"), Qt.MouseButton.LeftButton)
    wait_for_window(program, qtbot)
    assert program.session
    days = {day.year for one in program.session.workspace.criteria.tree() for day in one.deadlines}
    assert days == {2026}


def test_from_a_plan_file(program: Program, dialog: StartDialog, tmp_path: Path, qtbot: QtBot) -> None:
    plan = tmp_path / "kế hoạch.txt"
    plan.write_text(PLAN, encoding="utf-8")
    qtbot.mouseClick(dialog.findChild(QRadioButton, "from_plan"), Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert not button(dialog, "create_workspace").isEnabled()
    type_words(dialog.findChild(QLineEdit, "plan_path"), str(plan))
    qtbot.keyClick(dialog.findChild(QLineEdit, "plan_path"), Qt.Key.Key_Tab)
    counts = dialog.findChild(QLabel, "draft_counts")
    qtbot.waitUntil(lambda: counts.text() == "3 tiêu chí, 2 yêu cầu đánh số", timeout=PATIENCE_MS)
    tree = dialog.findChild(QTreeWidget, "draft_tree")
    assert tree.topLevelItem(0).child(1).text(0) == "1.2  Công tác kiểm tra"
    assert tree.topLevelItem(0).child(1).text(1) == "Thanh tra Sở"
    assert dialog.findChild(QSpinBox, "appraisal_year").value() == 2024
    replace_words(dialog, "workspace_folder", str(tmp_path / "ws"))
    qtbot.mouseClick(button(dialog, "create_workspace"), Qt.MouseButton.LeftButton)
    wait_for_window(program, qtbot)
    assert program.session
    assert [each.code for each in program.session.workspace.criteria.tree()] == ["1", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("words", "told"), [("Không có bảng nào ở đây.", "không có bảng tiêu chí"), (None, "Không thấy tệp")]
)
def test_a_plan_that_cannot_be_read_is_told(
    dialog: StartDialog, tmp_path: Path, qtbot: QtBot, words: str | None, told: str
) -> None:
    plan = tmp_path / "plan.txt"
    if words:
        plan.write_text(words, encoding="utf-8")
    type_words(dialog.findChild(QLineEdit, "plan_path"), str(plan))
    qtbot.keyClick(dialog.findChild(QLineEdit, "plan_path"), Qt.Key.Key_Tab)
    message = dialog.findChild(QLabel, "message_words")
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE_MS)
    assert told in message.text()
    assert str(plan) in message.text()
    assert not button(dialog, "create_workspace").isEnabled()


def test_a_share_is_warned_of(dialog: StartDialog, tmp_path: Path) -> None:
    warning = dialog.findChild(QLabel, "folder_warning")
    replace_words(dialog, "workspace_folder", str(tmp_path / "ws"))
    assert not warning.isVisible()
    replace_words(dialog, "workspace_folder", r"\\may-chu\chung\dữ liệu")
    assert "trên mạng" in warning.text()
    replace_words(dialog, "workspace_folder", str(tmp_path / "OneDrive - Sở" / "ws"))
    assert "đồng bộ" in warning.text()
    assert warning.isVisible()


def test_a_workspace_is_not_made_over_another(
    program: Program, dialog: StartDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    replace_words(dialog, "workspace_folder", str(workspace.folder))
    qtbot.mouseClick(button(dialog, "create_workspace"), Qt.MouseButton.LeftButton)
    message = dialog.findChild(QLabel, "message_words")
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE_MS)
    assert "đã có dữ liệu Minh Chứng" in message.text()
    assert button(dialog, "create_workspace").isEnabled()
    assert program.window is None


def test_one_that_is_there_is_opened(
    program: Program, dialog: StartDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ws"
    Workspace.create(folder).close()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    qtbot.mouseClick(button(dialog, "open_existing"), Qt.MouseButton.LeftButton)
    wait_for_window(program, qtbot)
    assert program.session
    assert program.session.workspace.folder == folder


def test_one_that_is_open_elsewhere_is_told(program: Program, workspace: Workspace, qtbot: QtBot) -> None:
    program.start(workspace.folder)
    qtbot.waitUntil(lambda: program.start_dialog is not None, timeout=PATIENCE_MS)
    assert program.start_dialog
    message = program.start_dialog.findChild(QLabel, "message_words")
    qtbot.waitUntil(message.isVisible, timeout=PATIENCE_MS)
    assert "đang được mở" in message.text()
    workspace.close()
    qtbot.mouseClick(button(program.start_dialog, "message_action"), Qt.MouseButton.LeftButton)  # "Thử lại"
    wait_for_window(program, qtbot)


def test_what_was_typed_stays_when_another_source_is_chosen(dialog: StartDialog, tmp_path: Path, qtbot: QtBot) -> None:
    plan = tmp_path / "kế hoạch.txt"
    plan.write_text(PLAN, encoding="utf-8")
    replace_words(dialog, "organisation", "Trường THPT Kim Bôi")
    replace_words(dialog, "place", "Kim Bôi")
    type_words(dialog.findChild(QLineEdit, "plan_path"), str(plan))
    qtbot.keyClick(dialog.findChild(QLineEdit, "plan_path"), Qt.Key.Key_Tab)
    counts = dialog.findChild(QLabel, "draft_counts")
    qtbot.waitUntil(lambda: counts.text() == "3 tiêu chí, 2 yêu cầu đánh số", timeout=PATIENCE_MS)
    fields = ("organisation", "parent_organisation", "place")
    shown = [dialog.findChild(QLineEdit, name).text() for name in fields]
    assert shown == ["Trường THPT Kim Bôi", "", "Kim Bôi"]  # the plan names no parent


def test_its_buttons_are_in_sight_on_a_small_screen(dialog: StartDialog) -> None:
    screen = dialog.screen().availableSize()  # that of the tests is narrower than the dialog would like to be
    create = button(dialog, "create_workspace")
    corner = create.mapTo(dialog, create.rect().bottomRight())
    assert corner.x() <= screen.width()
    assert corner.y() <= screen.height()
