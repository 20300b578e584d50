"""Undo and redo from anywhere in the window, by keys and buttons; a field keeps its own."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.catalogue.units import Person
from core.workspace import Workspace
from gui.intake_runner import IntakeRunner
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from tests.gui.conftest import PATIENCE_MS, make_pdf

CTRL = Qt.KeyboardModifier.ControlModifier


class Clerk:
    def __init__(self, window: MainWindow, workspace: Workspace, tasks: TaskRunner, qtbot: QtBot) -> None:
        self.window = window
        self.workspace = workspace
        self.tasks = tasks
        self.qtbot = qtbot

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, CTRL)
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=PATIENCE_MS)

    def do(self, function, *args: object) -> None:
        self.tasks.write(function, *args, changes=Changes(evidence=True))
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=PATIENCE_MS)

    def linked(self) -> list[str]:
        return [one.code for one in self.workspace.links.all()]

    def said(self) -> str:
        return self.window.findChild(QLabel, "message_words").text()

    def button(self, name: str) -> QToolButton:
        return self.window.findChild(QToolButton, name)


@pytest.fixture
def clerk(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, preferences: Preferences) -> Clerk:
    window = MainWindow(workspace, tasks, IntakeRunner(workspace, tasks), preferences)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(tasks.is_idle, timeout=PATIENCE_MS)
    return Clerk(window, workspace, tasks, qtbot)


@pytest.fixture
def paper(workspace: Workspace, tmp_path: Path) -> str:
    added = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot")).document
    return workspace.documents.describe(added.id, number="67", notation="KH-SGD&ĐT").id


def test_keys_take_back_and_do_again_and_say_what(clerk: Clerk, workspace: Workspace, paper: str) -> None:
    assert not clerk.button("undo_button").isEnabled()
    clerk.do(workspace.links.link, paper, workspace.criteria.get("1.2").id)
    assert clerk.button("undo_button").toolTip() == "Hoàn tác: gắn 67/KH-SGD&ĐT vào 1.2 (Ctrl+Z)"
    clerk.press(Qt.Key.Key_Z)
    assert clerk.linked() == []
    assert clerk.said() == "Đã hoàn tác: gắn 67/KH-SGD&ĐT vào 1.2."
    assert not clerk.button("undo_button").isEnabled()
    clerk.press(Qt.Key.Key_Y)
    assert clerk.linked() == ["1.2-01"]
    clerk.qtbot.mouseClick(clerk.window.findChild(QPushButton, "message_action"), Qt.MouseButton.LeftButton)
    clerk.qtbot.waitUntil(clerk.tasks.is_idle, timeout=PATIENCE_MS)
    assert clerk.linked() == []
    clerk.qtbot.mouseClick(clerk.button("redo_button"), Qt.MouseButton.LeftButton)
    clerk.qtbot.waitUntil(clerk.tasks.is_idle, timeout=PATIENCE_MS)
    assert clerk.linked() == ["1.2-01"]


def test_what_no_page_shows_is_a_step_all_the_same(clerk: Clerk, workspace: Workspace) -> None:
    lead = Person("Trần Văn An")
    clerk.tasks.write(partial(workspace.units.describe, "Văn phòng Sở", people=[lead]), changes=Changes())
    clerk.qtbot.waitUntil(clerk.window.findChild(QAction, "undo").isEnabled, timeout=PATIENCE_MS)
    clerk.press(Qt.Key.Key_Z)
    assert workspace.units.get("Văn phòng Sở").people == ()


def test_work_that_ended_halfway_is_shown_and_taken_back(clerk: Clerk, workspace: Workspace, paper: str) -> None:
    key = workspace.criteria.get("1.1").id

    def halfway() -> None:
        workspace.links.link(paper, key)
        workspace.links.link("nobody", key)

    touched: list[Changes] = []
    clerk.tasks.changed.connect(touched.append)
    clerk.do(halfway)
    assert [one.evidence for one in touched] == [True]
    assert clerk.linked() == ["1.1-01"]
    clerk.press(Qt.Key.Key_Z)
    assert clerk.linked() == []


def test_a_field_keeps_ctrl_z_to_itself(clerk: Clerk, workspace: Workspace, paper: str) -> None:
    clerk.do(workspace.links.link, paper, workspace.criteria.get("1.2").id)
    field = clerk.window.findChild(QLineEdit, "search")
    field.setFocus()
    clerk.qtbot.keyClicks(field, "ke")
    clerk.press(Qt.Key.Key_Z)
    assert field.text() == ""
    assert clerk.linked() == ["1.2-01"]


def test_what_cannot_be_taken_back_any_more_is_said(clerk: Clerk, workspace: Workspace, paper: str) -> None:
    clerk.do(lambda: workspace.documents.describe(paper, number="68"))
    workspace.documents.describe(paper, number="69")
    clerk.press(Qt.Key.Key_Z)
    assert clerk.said().startswith("Không hoàn tác được việc này vì dữ liệu của nó đã thay đổi")
    assert not clerk.button("undo_button").isEnabled()
    assert workspace.documents.get(paper).description.number == "69"
