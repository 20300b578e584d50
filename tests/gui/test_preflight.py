"""The preflight page: what would go wrong tomorrow, and the way to where it is mended."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from core.library.records import Document
from core.workspace import Workspace
from gui.intake_runner import IntakeRunner
from gui.main_window import MainWindow
from gui.models.findings import FINDING, GO
from gui.pages.preflight import PreflightPage
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from gui.widgets.number_tile import NumberTile
from gui.widgets.trees import indexes
from tests.gui.conftest import make_pdf

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def paper(workspace: Workspace, tmp_path: Path) -> Document:
    """Of a wrong year and without a number, linked to 3.1; the result of 3.2 is not met."""
    document = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot")).document
    document = workspace.documents.describe(document.id, subject="Báo cáo", issued_on=date(2021, 5, 5))
    workspace.links.link(document.id, workspace.criteria.get("3.1").id)
    workspace.judgements.assess(workspace.criteria.get("3.2").id, result="not_met")
    return document


@pytest.fixture
def window(
    qtbot: QtBot,
    workspace: Workspace,
    tasks: TaskRunner,
    preferences: Preferences,
    settle: Settle,
    paper: Document,  # noqa: ARG001
) -> MainWindow:
    window = MainWindow(workspace, tasks, IntakeRunner(workspace, tasks), preferences)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open("page", "preflight")
    settle()
    return window


@pytest.fixture
def page(window: MainWindow) -> PreflightPage:
    found = window.pages["preflight"]
    assert isinstance(found, PreflightPage)
    return found


def row(page: PreflightPage, words: str) -> QModelIndex:
    return next(one for one in indexes(page.tree) if one.data(FINDING) and words in one.data())


def tops(page: PreflightPage) -> list[str]:
    return [page.model.index(at, 0).data() for at in range(page.model.rowCount())]


def test_the_gravest_stands_first_and_the_numbers_agree(page: PreflightPage, workspace: Workspace) -> None:
    found = workspace.preflight()
    numbers = {name: sum(one.severity == name for one in found) for name in ("error", "warning", "notice")}
    assert {name: int(page.findChild(NumberTile, f"tile_{name}").number()) for name in numbers} == numbers
    assert tops(page)[0] == f"Nặng ({numbers['error']})"
    said = page.findChild(QLabel, "preflight_summary").text()
    assert said.startswith(f"Nếu đoàn kiểm tra đến ngày mai: {numbers['error']} lỗi nặng ở ")


def test_enter_leads_to_the_field_that_is_to_be_filled_in(
    window: MainWindow, page: PreflightPage, qtbot: QtBot, settle: Settle
) -> None:
    page.tree.setCurrentIndex(row(page, "Kết quả chưa đạt mà chưa có giải trình"))
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    settle()
    assert window.pages["evidence"].isVisible()
    field = window.findChild(QPlainTextEdit, "judgement_explanation")
    qtbot.waitUntil(field.hasFocus)
    assert window.pages["evidence"].pane.current().code == "3.2"


def test_the_link_leads_to_the_document(
    window: MainWindow, page: PreflightPage, paper: Document, qtbot: QtBot, settle: Settle
) -> None:
    link = row(page, "là văn bản năm 2021").siblingAtColumn(GO)
    page.tree.expandAll()
    page.tree.scrollTo(link)
    qtbot.mouseClick(page.tree.viewport(), LEFT, pos=page.tree.visualRect(link).center())
    settle()
    assert window.pages["library"].isVisible()
    assert window.pages["library"].document.document() == paper


def test_a_tile_shows_its_severity_alone_and_groups_are_by_unit_if_wanted(page: PreflightPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.findChild(NumberTile, "tile_notice"), LEFT)
    assert [words.split(" (")[0] for words in tops(page)] == ["Lưu ý"]
    qtbot.mouseClick(page.findChild(NumberTile, "tile_notice"), LEFT)
    assert len(tops(page)) == 3
    by = page.findChild(QComboBox, "preflight_by")
    by.setCurrentIndex(by.findData("unit"))
    first = page.model.index(0, 0)
    groups = [page.model.index(at, 0, first).data().split(" (")[0] for at in range(page.model.rowCount(first))]
    assert "Văn phòng Sở" in groups


def test_what_was_mended_is_gone_without_asking(
    page: PreflightPage, workspace: Workspace, tasks: TaskRunner, settle: Settle
) -> None:
    key = workspace.criteria.get("3.2").id
    tasks.write(lambda: workspace.judgements.assess(key, explanation="Lý do"), changes=Changes(criteria=True))
    settle()
    assert not any("Kết quả chưa đạt" in (one.data() or "") for one in indexes(page.tree))


def test_the_list_is_copied_and_exported(
    page: PreflightPage,
    workspace: Workspace,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    count = len(workspace.preflight())
    qtbot.mouseClick(page.findChild(QPushButton, "preflight_copy"), LEFT)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == count
    assert lines[0].startswith("Nặng\t")
    target = tmp_path / "soi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(page.findChild(QPushButton, "preflight_export"), LEFT)
    settle()
    rows = list(load_workbook(target).worksheets[0].values)
    assert rows[0] == ("Mức độ", "Mã", "Tiêu chí", "Phòng chủ trì", "Vấn đề")
    assert len(rows) == count + 1


def test_f1_says_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    text = window.findChild(QTextBrowser, "shortcuts_text")
    assert "Ctrl+Shift+D" in text.toPlainText()
