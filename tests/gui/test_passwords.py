"""An encrypted file in the inbox and in the library: the clerk types its password and reads on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.password import PasswordDialog
from gui.page import Page
from gui.pages.inbox import InboxPage
from gui.pages.library import LibraryPage
from gui.tasks import TaskRunner
from gui.widgets.preview import PageView
from tests.gui.conftest import PATIENCE_MS, make_pdf, shown, type_words
from tests.locked import lock_pdf

PASSWORD = "Phòng giáo dục"


@pytest.fixture
def locked(share: Path, tmp_path: Path) -> Path:
    letter = make_pdf(tmp_path / "letter.pdf", "mot", "hai")
    lock_pdf(letter, share / "b.pdf", PASSWORD)
    return lock_pdf(letter, share / "a.pdf", PASSWORD)


def has_picture(page: Page) -> bool:
    view = page.findChild(PageView)
    return view.isVisible() and view.sceneRect().width() > 100


def type_password(page: Page, qtbot: QtBot, password: str) -> PasswordDialog:
    dialog = page.findChild(PasswordDialog)
    field = dialog.findChild(QLineEdit, "password")
    field.clear()
    type_words(field, password)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return dialog


def test_in_the_inbox(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, locked: Path, settle: Callable[[], None]
) -> None:
    workspace.folders.add(locked.parent)
    workspace.scan.run(settle_seconds=0)
    page = shown(InboxPage(workspace, tasks), qtbot, settle)
    button = page.findChild(QPushButton, "preview_password")
    assert "đặt mật khẩu" in page.findChild(QLabel, "arrival_facts").text()
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE_MS)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = type_password(page, qtbot, "sai")
    failure = dialog.findChild(QLabel, "password_problem")
    qtbot.waitUntil(failure.isVisible, timeout=PATIENCE_MS)
    assert "không đúng" in failure.text()

    type_password(page, qtbot, PASSWORD)
    qtbot.waitUntil(lambda: has_picture(page), timeout=PATIENCE_MS)
    settle()
    assert not button.isVisible()
    assert page.focusWidget() is page.findChild(QListView, "arrivals")
    assert "có mật khẩu, đã mở để đọc" in page.findChild(QLabel, "arrival_facts").text()
    assert [one.pages for one in workspace.inbox.all()] == [2, 2]  # the other one has the same password

    view = page.findChild(QListView, "arrivals")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    settle()
    qtbot.waitUntil(lambda: has_picture(page), timeout=PATIENCE_MS)


def test_in_the_library(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, locked: Path, settle: Callable[[], None]
) -> None:
    document = workspace.documents.add(locked).document
    page = shown(LibraryPage(workspace, tasks), qtbot, settle)
    page.reveal("document", document.id)
    settle()
    button = page.findChild(QPushButton, "preview_password")
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE_MS)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    type_password(page, qtbot, PASSWORD)
    qtbot.waitUntil(lambda: has_picture(page), timeout=PATIENCE_MS)
    settle()
    assert workspace.documents.get(document.id).problems == ("has_password",)
