"""The start of the window: how it comes up, fails, or takes its time, and what it lets go of."""

import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.app import Program, run
from gui.crash import CrashDialog
from gui.main_window import MainWindow
from gui.preferences import Preferences
from tests.gui.conftest import PATIENCE_MS


@pytest.mark.usefixtures("qapp")
def test_run_shows_the_window_and_lets_go_of_everything(
    workspace: Workspace, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    workspace.close()
    hooks = sys.excepthook, threading.excepthook
    seen: list[str] = []

    def close() -> None:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
        if found:
            seen.append(found[0].objectName())
            found[0].close()
        else:
            QTimer.singleShot(50, close)

    QTimer.singleShot(0, close)
    try:
        assert run(workspace.folder, preferences) == 0
    finally:
        sys.excepthook, threading.excepthook = hooks
    assert seen == ["main_window"]
    Workspace(workspace.folder).close()  # nothing holds it any more


@pytest.mark.usefixtures("qapp")
def test_a_start_that_fails_says_so(
    workspace: Workspace,
    preferences: Preferences,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("gui.app.MainWindow", lambda *_: {}["không có"])
    workspace.close()
    hooks = sys.excepthook, threading.excepthook
    seen: list[str] = []

    def dismiss() -> None:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog) and each.isVisible()]
        if found:
            seen.append(found[0].details.toPlainText())
            found[0].findChild(QPushButton, "crash_go_on").click()
        else:
            QTimer.singleShot(50, dismiss)

    QTimer.singleShot(0, dismiss)
    try:
        assert run(workspace.folder, preferences) == 1, "there is no window to go on with"
    finally:
        sys.excepthook, threading.excepthook = hooks
    assert "KeyError: 'không có'" in seen[0]
    assert "minhchung.log" in capsys.readouterr().err
    Workspace(workspace.folder).close()  # nothing holds it any more


def test_a_workspace_that_takes_its_time_says_so(
    workspace: Workspace, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workspace.close()
    go_on = threading.Event()

    def slowly(*arguments: Any) -> Workspace:
        go_on.wait(PATIENCE_MS / 1000)
        return Workspace(*arguments)

    monkeypatch.setattr("gui.app.Workspace", slowly)
    program = Program(preferences)
    program.start(workspace.folder)

    def notices() -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.objectName() == "opening_notice"]

    try:
        qtbot.waitUntil(lambda: any(each.isVisible() for each in notices()), timeout=PATIENCE_MS)
        go_on.set()
        qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE_MS)
        assert not any(each.isVisible() for each in notices())
    finally:
        go_on.set()
        program.close()
