"""What the watched folders bring, as the whole window shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListView, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.app import Program
from gui.main_window import MainWindow
from gui.pages.settings import SettingsPage
from gui.preferences import Preferences
from tests.gui.conftest import PATIENCE_MS, make_pdf

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot: QtBot, preferences: Preferences, workspace: Workspace, share: Path) -> Iterator[Program]:
    """The settings page of a window that watches a folder in which nothing lies yet."""
    workspace.folders.add(share)
    workspace.close()
    program = Program(preferences)
    program.start(workspace.folder)
    qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE_MS)
    with qtbot.waitActive(window(program)):
        window(program).activateWindow()
    window(program).open("page", "settings")
    quiet(program, qtbot)
    yield program
    program.close()


def window(program: Program) -> MainWindow:
    assert program.window
    return program.window


def quiet(program: Program, qtbot: QtBot) -> None:
    session = program.session
    assert session
    qtbot.waitUntil(session.tasks.is_idle, timeout=PATIENCE_MS)


def look_now(program: Program, qtbot: QtBot) -> None:
    qtbot.mouseClick(window(program).findChild(QPushButton, "look_now"), LEFT)


def test_what_its_folder_names_is_accepted_by_itself(program: Program, share: Path, qtbot: QtBot) -> None:
    accepts = window(program).findChild(QCheckBox, "folder_accepts")
    qtbot.mouseClick(accepts, LEFT, pos=QPoint(8, accepts.height() // 2))
    quiet(program, qtbot)
    (share / "1.2 Báo cáo").mkdir()
    make_pdf(share / "1.2 Báo cáo" / "a.pdf", "mot")
    make_pdf(share / "b.pdf", "hai")
    look_now(program, qtbot)

    said = window(program).findChild(QLabel, "message_words")
    qtbot.waitUntil(lambda: said.isVisible() and "tự nhận" in said.text(), timeout=PATIENCE_MS)
    qtbot.mouseClick(window(program).findChild(QPushButton, "message_action"), LEFT)
    assert window(program).pages["evidence"].isVisible()
    quiet(program, qtbot)
    session = program.session
    assert session
    criterion = session.workspace.criteria.get("1.2")
    assert [one.document_id for one in session.workspace.links.of_criterion(criterion.id)] == [
        one.id for one in session.workspace.documents.all()
    ]
    window(program).open("page", "inbox")
    quiet(program, qtbot)
    model = window(program).findChild(QListView, "arrivals").model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["b.pdf"]


def test_files_that_wait_are_listed_with_their_reasons(program: Program, share: Path, qtbot: QtBot) -> None:
    listed = window(program).findChild(SettingsPage).findChild(QLabel, "waiting_files")
    assert not listed.isVisible()
    (share / "đang chép.pdf").touch()
    look_now(program, qtbot)
    qtbot.waitUntil(listed.isVisible, timeout=PATIENCE_MS)
    assert listed.text().endswith(f"• {share / 'đang chép.pdf'}: tệp rỗng")
    status = window(program).findChild(QToolButton, "folder_status")
    assert "1 tệp đang chờ" in status.text()
    assert "đang chép.pdf: tệp rỗng" in status.toolTip()

    make_pdf(share / "đang chép.pdf", "xong")
    look_now(program, qtbot)
    qtbot.waitUntil(lambda: not listed.isVisible(), timeout=PATIENCE_MS)
    assert "đang chờ" not in status.text()
