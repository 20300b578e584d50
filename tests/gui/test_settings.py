"""The settings page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QTreeWidget
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.pages.settings import SettingsPage
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from tests.gui.conftest import make_pdf, type_words

Settle = Callable[[], None]


@pytest.fixture
def page(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, preferences: Preferences, settle: Settle
) -> SettingsPage:
    page = SettingsPage(workspace, tasks, preferences)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    settle()
    return page


def click(page: SettingsPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def folders(page: SettingsPage) -> list[str]:
    tree = page.findChild(QTreeWidget, "folders")
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]


def test_a_folder_is_added_removed_and_brought_back(
    page: SettingsPage, share: Path, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
    offers: list[tuple[str, str, Callable[[], None]]] = []
    page.notified.connect(lambda *offer: offers.append(offer))
    page.reveal("folder", "new")  # as the empty inbox asks for
    settle()
    assert folders(page) == [str(share)]
    tree = page.findChild(QTreeWidget, "folders")
    where = tree.visualItemRect(tree.topLevelItem(0)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    click(page, qtbot, "remove_folder")
    settle()
    assert folders(page) == []
    assert offers[0][1] == "Hoàn tác"
    offers[0][2]()
    settle()
    assert folders(page) == [str(share)]


def test_a_folder_that_cannot_be_watched_is_a_problem_not_a_crash(
    page: SettingsPage, workspace: Workspace, tasks: TaskRunner, settle: Settle
) -> None:
    problems: list[str] = []
    tasks.problem.connect(lambda error: problems.append(error.code))
    page.add_folder(workspace.folder)
    settle()
    assert problems == ["folder_in_workspace"]
    assert folders(page) == []


def test_the_appraisal_is_saved(page: SettingsPage, workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    save = page.findChild(QPushButton, "save_appraisal")
    assert not save.isEnabled()
    field = page.findChild(QLineEdit, "organisation")
    field.selectAll()
    type_words(field, "Trường THPT Hoà Bình")
    assert save.isEnabled()
    click(page, qtbot, "save_appraisal")
    settle()
    assert workspace.criteria.appraisal().organisation == "Trường THPT Hoà Bình"
    assert not save.isEnabled()


def test_another_year_says_what_it_moves_and_can_be_taken_back(
    page: SettingsPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    offers: list[tuple[str, str, Callable[[], None]]] = []
    page.notified.connect(lambda *offer: offers.append(offer))
    year, moving = page.findChild(QSpinBox, "year"), page.findChild(QCheckBox, "move_deadlines")
    title = page.findChild(QLineEdit, "title")
    assert not moving.isVisible()
    before = [one.deadlines for one in workspace.criteria.tree()]
    dated = sum(map(bool, before))
    year.setFocus()
    year.selectAll()
    qtbot.keyClicks(year, "2026")
    settle()
    assert moving.text() == f"Chuyển thời hạn và kỳ báo cáo của {dated} tiêu chí sang năm 2026"
    assert moving.isVisible()
    assert moving.isChecked()
    assert "2026" in title.text()
    click(page, qtbot, "save_appraisal")
    settle()
    assert {day.year for one in workspace.criteria.tree() for day in one.deadlines} == {2026}
    assert not moving.isVisible()
    offers[-1][2]()
    settle()
    assert [one.deadlines for one in workspace.criteria.tree()] == before
    assert year.value() == 2023


@pytest.mark.parametrize(
    ("pattern", "example"), [("H1-{criterion}-{number:02}", "H1-1.1.2-01"), ("MC.{criterion}.{number}", "MC.1.1.2.1")]
)
def test_a_code_pattern_is_shown_as_it_will_print(page: SettingsPage, pattern: str, example: str) -> None:
    field = page.findChild(QLineEdit, "code_pattern")
    field.selectAll()
    type_words(field, pattern)
    assert page.findChild(QLabel, "code_preview").text() == f"Ví dụ: {example}"


def test_a_wrong_code_pattern_cannot_be_saved(page: SettingsPage) -> None:
    field = page.findChild(QLineEdit, "code_pattern")
    field.selectAll()
    type_words(field, "H1-{tiêu chí}")
    assert "{criterion}-{number:02}" in page.findChild(QLabel, "code_preview").text()
    assert not page.findChild(QPushButton, "save_appraisal").isEnabled()


def test_a_known_scheme_fills_the_pattern(page: SettingsPage, qtbot: QtBot) -> None:
    schemes = page.findChild(QComboBox, "code_schemes")
    schemes.setFocus()
    qtbot.keyClick(schemes, Qt.Key.Key_Down)
    assert page.findChild(QLineEdit, "code_pattern").text() == "H1-{criterion}-{number:02}"


def test_the_name_goes_into_the_journal(
    page: SettingsPage, workspace: Workspace, preferences: Preferences, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    field = page.findChild(QLineEdit, "person")
    assert field.text() == "Nguyễn Thị Hà"
    field.selectAll()
    type_words(field, "Trần Văn Bình")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.add_folder(share)
    settle()
    assert workspace.journal.entries()[-1].actor == "Trần Văn Bình"
    assert preferences.person == "Trần Văn Bình"


def test_files_are_verified(
    page: SettingsPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    added = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot"))
    click(page, qtbot, "verify")
    settle()
    assert page.findChild(QLabel, "verified").text() == "Cả 1 tệp đều nguyên vẹn."
    stored = workspace.store.path(added.document.sha256)
    stored.chmod(0o600)
    stored.write_bytes(b"x" + stored.read_bytes()[1:])
    click(page, qtbot, "verify")
    settle()
    assert "1 tệp hỏng" in page.findChild(QLabel, "verified").text()


def test_another_language_is_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    wanted: list[str] = []
    page.language_chosen.connect(wanted.append)
    combo = page.findChild(QComboBox, "language")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert wanted == ["en"]


def test_how_a_folder_is_watched_is_set(
    page: SettingsPage, workspace: Workspace, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    page.add_folder(share)
    settle()
    accepts = page.findChild(QCheckBox, "folder_accepts")
    qtbot.mouseClick(accepts, Qt.MouseButton.LeftButton, pos=QPoint(8, accepts.height() // 2))
    settle()
    observe = page.findChild(QComboBox, "folder_observe")
    observe.setFocus()
    qtbot.keyClick(observe, Qt.Key.Key_End)
    settle()
    (folder,) = workspace.folders.all()
    assert (folder.observe, folder.accepts_by_code) == ("polling", True)
    page.reload(Changes(folders=True))
    settle()
    assert (observe.currentData(), accepts.isChecked()) == ("polling", True)
