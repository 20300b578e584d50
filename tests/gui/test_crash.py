"""Bugs: logged, shown with the log, survived."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.evidence.remembered import RememberedTerms
from gui.crash import CrashDialog, CrashReporter
from tests.gui.conftest import PATIENCE_MS


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashReporter]:  # noqa: ARG001 - there must be an application
    """Installed in place of pytest-qt's own hook, which is put back."""
    hooks = sys.excepthook, threading.excepthook
    reporter = CrashReporter(tmp_path / "logs")
    reporter.install()
    yield reporter
    reporter.remove()
    sys.excepthook, threading.excepthook = hooks


def dialogs() -> list[CrashDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog) and each.isVisible()]


def test_a_bug_in_a_thread_is_logged_and_shown(reporter: CrashReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: {}["không có"])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=PATIENCE_MS)
    dialog = dialogs()[0]
    assert "KeyError: 'không có'" in dialog.findChild(QPlainTextEdit, "crash_details").toPlainText()
    assert "KeyError: 'không có'" in (reporter.folder / "minhchung.log").read_text(encoding="utf-8")
    qtbot.mouseClick(dialog.findChild(QPushButton, "crash_copy"), Qt.MouseButton.LeftButton)
    assert "KeyError" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(dialog.findChild(QPushButton, "crash_go_on"), Qt.MouseButton.LeftButton)
    assert dialogs() == []


def test_what_goes_wrong_without_a_word_is_logged_too(reporter: CrashReporter, tmp_path: Path) -> None:
    (tmp_path / "terms").write_bytes(b"no database" * 100)
    assert not list(RememberedTerms(tmp_path / "terms").load("vi"))
    assert "suggestions are learnt anew" in (reporter.folder / "minhchung.log").read_text(encoding="utf-8")


def test_bugs_while_it_stands_are_added(reporter: CrashReporter, qtbot: QtBot) -> None:
    for words in ("thứ nhất", "thứ hai"):
        reporter.report(ValueError, ValueError(words), None)
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=PATIENCE_MS)
    assert len(dialogs()) == 1
    details = dialogs()[0].findChild(QPlainTextEdit, "crash_details")
    qtbot.waitUntil(lambda: "thứ hai" in details.toPlainText(), timeout=PATIENCE_MS)
    assert "thứ nhất" in details.toPlainText()
    qtbot.mouseClick(dialogs()[0].findChild(QPushButton, "crash_go_on"), Qt.MouseButton.LeftButton)
