"""The calendar of the year, and the list of difficulties: what is shown, changed and handed on."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.deadline import DeadlineDialog
from gui.models.agenda import DUE, STATE
from gui.pages.deadlines import DeadlinesPage
from gui.pages.obstacles import ObstaclesPage
from gui.tasks import TaskRunner
from gui.widgets.trees import indexes
from tests.gui.conftest import make_pdf, shown, type_words

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path) -> DeadlinesPage:
    """The report of the first quarter came in time, that of 9 months late; 3.1 is due in five days."""
    key = workspace.criteria.get("1.2").id
    for name, day in (("quý I", date(2023, 3, 1)), ("9 tháng", date(2023, 9, 30))):
        document = workspace.documents.add(make_pdf(tmp_path / f"{name}.pdf", name)).document
        workspace.documents.describe(document.id, subject=f"Báo cáo {name} năm 2023", issued_on=day)
        workspace.links.link(document.id, key)
    soon = date.today() + timedelta(days=5)
    workspace.criteria.edit(workspace.criteria.get("3.1").id, deadlines=[soon])
    return shown(DeadlinesPage(workspace, tasks), qtbot, settle, 1000, 700)


def rows(page: DeadlinesPage, code: str) -> list[QModelIndex]:
    found = [index for index in indexes(page.tree) if index.data(DUE)]
    return [index for index in found if index.data(DUE).row.criterion.code == code]


def states(page: DeadlinesPage, code: str) -> list[str]:
    return [index.siblingAtColumn(STATE).data() for index in rows(page, code)]


def test_each_slot_stands_in_its_month_with_how_it_stands(page: DeadlinesPage) -> None:
    first, half, nine, year = states(page, "1.2")
    assert (first, nine) == ("Xong", "Xong, muộn")
    assert half.startswith("Quá hạn ")
    assert year.startswith("Quá hạn ")
    assert rows(page, "1.2")[0].parent().data() == "Tháng 3/2023: 1 xong"
    assert page.findChild(QPushButton, "month_3").text() == "Tháng 3\n1 xong"
    assert states(page, "3.1") == ["Còn 5 ngày"]
    assert states(page, "7.2") == ["Chưa có ngày"]


@pytest.mark.parametrize(("only", "codes"), [("due_in_7", ["3.1"]), ("done", ["1.2", "1.2"])])
def test_only_what_is_due_soon_or_done_is_shown(page: DeadlinesPage, only: str, codes: list[str]) -> None:
    page.reveal("deadlines", only)
    assert [index.data(DUE).row.criterion.code for index in indexes(page.tree) if index.data(DUE)] == codes


def test_a_month_is_gone_to_and_a_line_leads_to_its_slot(
    page: DeadlinesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, key: asked.append((kind, key)))
    page.reveal("deadlines", "due_in_7")
    qtbot.mouseClick(page.findChild(QPushButton, "month_9"), LEFT)
    assert page.tree.currentIndex().data().startswith("Tháng 9/2023")
    qtbot.keyClick(page.tree, Qt.Key.Key_Down)
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    criterion = workspace.criteria.get("1.2")
    assert asked == [("criterion", f"{criterion.id}#{criterion.slot('9M').id}")]


def test_a_day_is_set_by_hand_and_given_back_to_the_plan(
    page: DeadlinesPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    for code, at in (("7.2", 0), ("1.2", 1)):
        page.tree.setCurrentIndex(rows(page, code)[at])
        qtbot.keyClick(page.tree, Qt.Key.Key_F2)
        dialog = page.findChildren(DeadlineDialog)[-1]
        dialog.day.clear()
        type_words(dialog.day, "31/31/2023")
        qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
        assert dialog.findChild(QLabel, "deadline_problem").isVisible()
        dialog.day.clear()
        type_words(dialog.day, "20/06/2023")
        qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
        settle()
    assert workspace.criteria.get("7.2").deadlines == (date(2023, 6, 20),)
    assert workspace.criteria.get("1.2").slot("6M").due == date(2023, 6, 20)
    assert len(workspace.criteria.get("1.2").deadlines) == 4
    page.tree.setCurrentIndex(rows(page, "1.2")[1])
    qtbot.mouseClick(page.findChild(QPushButton, "deadlines_set"), LEFT)
    dialog = page.findChildren(DeadlineDialog)[-1]
    dialog.day.clear()
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    settle()
    assert workspace.criteria.get("1.2").slot("6M").due == date(2023, 6, 15)


def test_the_calendar_is_handed_on(
    page: DeadlinesPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    target = tmp_path / "lich.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.reveal("deadlines", "done")
    qtbot.mouseClick(page.findChild(QPushButton, "deadlines_export"), LEFT)
    settle()
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == 2


def test_difficulties_of_criteria_and_units_in_one_list_and_one_report(
    workspace: Workspace,
    tasks: TaskRunner,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    key = workspace.criteria.get("3.1").id
    workspace.obstacles.add("difficulty", "Thiếu máy quét\nở bốn trường", key)
    page = ObstaclesPage(workspace, tasks)
    qtbot.addWidget(page)
    page.show()
    settle()
    asked: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, key: asked.append((kind, key)))
    page.units.setCurrentText("Phòng KHTC")
    page.panel.kind.setCurrentIndex(1)
    type_words(page.panel.text, "Bố trí kinh phí")
    qtbot.mouseClick(page.findChild(QPushButton, "obstacles_save"), LEFT)
    settle()
    assert [(one.kind, one.unit) for one in workspace.obstacles.all()][1] == ("proposal", "Phòng KHTC")
    page.panel.list.setCurrentIndex(page.panel.list.model().index(0, 0))
    qtbot.mouseClick(page.findChild(QPushButton, "obstacles_open"), LEFT)
    assert asked == [("criterion", key)]
    page.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert (len(lines), "Thiếu máy quét ở bốn trường" in lines[0]) == (2, True)
    target = tmp_path / "bao-cao.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(page.findChild(QPushButton, "obstacles_export"), LEFT)
    settle()
    table = docx.Document(str(target)).tables[1]
    assert [row.cells[2].text for row in table.rows] == ["Nội dung", "Thiếu máy quét\nở bốn trường", "Bố trí kinh phí"]
