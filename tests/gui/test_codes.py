"""Renumbering evidence codes after a look at what comes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.codes import CodesDialog
from gui.pages.settings import SettingsPage
from gui.preferences import Preferences
from gui.tasks import TaskRunner
from tests.gui.conftest import PATIENCE_MS

Settle = Callable[[], None]


@pytest.fixture
def coded(workspace: Workspace, tmp_path: Path) -> Workspace:
    """1.3-01 was printed, 1.3-02 is gone, 1.3-03 and 1.3-04 are left."""
    keys: list[str] = []
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
        keys.append(workspace.documents.add(tmp_path / f"{name}.txt").document.id)
    links = [workspace.links.link(key, workspace.criteria.get("1.3").id) for key in keys]
    workspace.codes.mark_printed(keys[:1])
    workspace.links.unlink(links[1].id)
    return workspace


@pytest.fixture
def dialog(qtbot: QtBot, coded: Workspace, tasks: TaskRunner, settle: Settle) -> CodesDialog:
    dialog = CodesDialog(coded, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def rows(dialog: CodesDialog) -> list[tuple[str, str]]:
    tree = dialog.findChild(QTreeWidget, "codes_tree")
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


def words(owner: QWidget) -> str:
    return owner.findChild(QLabel, "codes_said").text()


def test_a_look_then_the_deed(qtbot: QtBot, dialog: CodesDialog, coded: Workspace, settle: Settle) -> None:
    assert rows(dialog) == [
        ("1.3-03", "1.3-02"),
        ("1.3-04", "1.3-03"),
        ("1.3-02", "1.3-04"),
        ("1.3-01", "đã in, giữ nguyên"),
    ]
    assert words(dialog) == "3 mã đổi, 0 mã chưa in giữ nguyên, 1 mã đã in không đổi."
    assert "1.3-04" in coded.codes.all().values()
    told: list[str] = []
    dialog.notified.connect(lambda said, *_: told.append(said))
    qtbot.mouseClick(dialog.findChild(QPushButton, "codes_renumber"), Qt.MouseButton.LeftButton)
    settle()
    assert [one.code for one in coded.links.all()] == ["1.3-01", "1.3-02", "1.3-03"]
    assert told == ["Đã đánh lại 3 mã."]
    assert not dialog.isVisible()


def test_another_pattern_is_seen_as_it_is_typed(qtbot: QtBot, dialog: CodesDialog) -> None:
    pattern = dialog.findChild(QLineEdit, "codes_pattern")
    button = dialog.findChild(QPushButton, "codes_renumber")
    pattern.selectAll()
    qtbot.keyClicks(pattern, "MC")
    qtbot.waitUntil(lambda: "chưa đúng" in words(dialog), timeout=PATIENCE_MS)
    assert not button.isEnabled()
    qtbot.keyClicks(pattern, ".{criterion}.{number:02}")
    qtbot.waitUntil(lambda: ("1.3-03", "MC.1.3.01") in rows(dialog), timeout=PATIENCE_MS)
    assert button.isEnabled()
    qtbot.keyClick(pattern, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_settings_lead_to_it(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, preferences: Preferences, settle: Settle
) -> None:
    page = SettingsPage(workspace, tasks, preferences)
    qtbot.addWidget(page)
    page.show()
    settle()
    qtbot.mouseClick(page.findChild(QPushButton, "renumber_codes"), Qt.MouseButton.LeftButton)
    settle()
    assert page.findChild(CodesDialog).isVisible()
    assert words(page).startswith("0 mã đổi")
