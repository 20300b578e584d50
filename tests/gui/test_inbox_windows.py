"""An inbox of hundreds of files: only those in view are read, and nothing moves below the clerk's hand."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from core.database.tables import arrival, original
from core.workspace import Workspace
from gui.dialogs.reason import ReasonDialog
from gui.models.arrivals import DETAILS
from gui.pages.inbox import InboxPage
from gui.tasks import Changes, TaskRunner
from tests.gui.conftest import PATIENCE_MS, shown, type_words

Settle = Callable[[], None]
FILES = 500
BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


def put(workspace: Workspace, folder_id: str, numbers: range) -> None:
    """Arrivals as a look leaves them: file 7 came 7 minutes after the first."""
    stamp = workspace.database.stamp()
    with workspace.database.write() as connection:
        for number in numbers:
            sha256, at = f"{number:064x}", BEGIN + timedelta(minutes=number)
            known = {"media_type": "text/plain", "problems": [], "signatures": [], "pages": 1, "read_at": at}
            about = {"number": str(number), "notation": "BC-SGD&ĐT", "issuer": "Sở"}
            connection.execute(insert(original).values(sha256=sha256, size=7, description=about, **known, **stamp))
            place = {"id": f"{number:036x}", "folder_id": folder_id, "path": f"/s/{number}.txt", "sha256": sha256}
            facts = {"name": f"{number}.txt", "size": 7, "modified_ns": 1, "state": "offered", "arrived_at": at}
            connection.execute(insert(arrival).values(**place, **facts, **stamp))


@pytest.fixture
def folder_id(workspace: Workspace, share: Path) -> str:
    return workspace.folders.add(share).id


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, folder_id: str, settle: Settle) -> InboxPage:
    put(workspace, folder_id, range(FILES))
    return shown(InboxPage(workspace, tasks), qtbot, settle)


def arrivals(page: InboxPage) -> QListView:
    return page.findChild(QListView, "arrivals")


def names(page: InboxPage) -> list[str]:
    model = arrivals(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def selected(page: InboxPage) -> list[str]:
    return sorted(index.data() for index in arrivals(page).selectionModel().selectedIndexes())


def in_view(page: InboxPage) -> list[str]:
    view = arrivals(page)
    first = view.indexAt(view.viewport().rect().topLeft()).row()
    last = view.indexAt(view.viewport().rect().bottomLeft()).row()
    return [view.model().index(row, 0).data() for row in range(first, last)]


def test_what_comes_into_view_is_read_and_can_be_decided_on(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    view = arrivals(page)
    view.setFocus()
    assert names(page) == [f"{number}.txt" for number in range(FILES)]
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "/BC-SGD&ĐT" in view.model().index(FILES - 1, 0).data(DETAILS), timeout=PATIENCE_MS)
    settle()
    assert selected(page) == ["499.txt"]
    assert page.findChild(QLineEdit, "number").text() == "499"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert selected(page) == ["498.txt"], "at once, before anything is written"
    settle()
    assert [one.name for one in workspace.documents.all()] == ["499.txt"]
    assert page.findChild(QLineEdit, "number").text() == "498"


def test_files_that_come_meanwhile_move_nothing(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, folder_id: str, settle: Settle
) -> None:
    view = arrivals(page)
    for row in (200, 202):
        index = view.model().index(row, 0)
        view.scrollTo(index)
        view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    view.selectionModel().select(view.model().index(0, 0), QItemSelectionModel.SelectionFlag.Deselect)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settle()
    shown = in_view(page)
    workspace.inbox.refuse(f"{3:036x}", "Sai năm")
    put(workspace, folder_id, range(FILES, FILES + 40))
    tasks.changed.emit(Changes(arrivals=True))
    settle()
    assert len(names(page)) == FILES + 39
    assert selected(page) == ["200.txt", "202.txt"]
    assert set(shown) & set(in_view(page)), "still the same place"
    assert view.verticalScrollBar().value() > 0


def test_many_are_refused_with_progress_in_the_status_bar(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, qtbot: QtBot, settle: Settle
) -> None:
    titles: list[str] = []
    tasks.started.connect(lambda task: titles.append(task.title))
    view = arrivals(page)
    view.setFocus()
    for _ in range(29):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "30 tệp" in page.findChild(QLabel, "arrival_facts").text()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    dialog = page.findChild(ReasonDialog)
    type_words(dialog.reason.lineEdit(), "Sai năm")
    qtbot.mouseClick(dialog.findChild(QPushButton, "reason_give"), Qt.MouseButton.LeftButton)
    assert names(page)[0] == "30.txt"
    settle()
    assert titles == ["Ghi quyết định"]
    assert workspace.inbox.count() == FILES - 30
    assert selected(page) == ["30.txt"]


def test_what_could_not_be_decided_comes_back_with_its_reason(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, qtbot: QtBot, settle: Settle
) -> None:
    problems = []
    tasks.problem.connect(problems.append)
    workspace.inbox.accept(f"{0:036x}")
    busy = threading.Event()
    tasks.write(busy.wait, changes=Changes())
    arrivals(page).setFocus()
    for _ in range(2):
        qtbot.keyClick(arrivals(page), Qt.Key.Key_Return)
    shown = names(page)[0]
    busy.set()
    assert shown == "2.txt", "who is quick need not wait for the disk"
    settle()
    assert [error.code for error in problems] == ["arrival_decided"]
    assert names(page)[0] == "2.txt"
    assert {one.name for one in workspace.documents.all()} == {"0.txt", "1.txt"}


def test_a_folder_alone(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, tmp_path: Path, settle: Settle
) -> None:
    other = tmp_path / "Phòng Tổ chức"
    other.mkdir()
    put(workspace, workspace.folders.add(other).id, range(FILES, FILES + 3))
    tasks.changed.emit(Changes(arrivals=True, folders=True))
    settle()
    folders = page.findChild(QComboBox, "inbox_folder")
    folders.setCurrentIndex(folders.findText("Phòng Tổ chức"))
    settle()
    assert names(page) == ["500.txt", "501.txt", "502.txt"]
    assert selected(page) == ["500.txt"]
    folders.setCurrentIndex(0)
    settle()
    assert len(names(page)) == FILES + 3
    assert selected(page) == ["500.txt"], "the clerk's file stays in hand"
