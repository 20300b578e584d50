"""Changed files and archives in the inbox."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.models.arrivals import DETAILS, MARK
from gui.pages.inbox import InboxPage
from gui.tasks import TaskRunner
from tests.core.reading.letters import plan_page, signature_block, write_pdf
from tests.gui.conftest import make_pdf

Settle = Callable[[], None]
Open = Callable[[], InboxPage]


@pytest.fixture
def open_page(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> Open:
    """Looks into the watched folders and shows the inbox."""

    def open_page() -> InboxPage:
        workspace.scan.run(settle_seconds=0)
        page = InboxPage(workspace, tasks)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        settle()
        return page

    return open_page


def rows(page: InboxPage, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = page.findChild(QListView, "arrivals").model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def accept(page: InboxPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("as_new", [False, True])
def test_a_changed_file_becomes_a_revision_or_a_document_of_its_own(
    open_page: Open, workspace: Workspace, share: Path, qtbot: QtBot, settle: Settle, as_new: bool
) -> None:
    workspace.folders.add(share)
    make_pdf(share / "a.pdf", "mot")
    (arrival,) = workspace.scan.run(settle_seconds=0).arrived
    document = workspace.inbox.accept(arrival.id)[0].document
    make_pdf(share / "a.pdf", "mot", "hai")
    page = open_page()
    said: list[str] = []
    page.notified.connect(lambda words, *_: said.append(words))
    assert rows(page, MARK) == ["bản mới"]
    assert "nay đã sửa" in page.findChild(QLabel, "arrival_duplicate").text()
    box = page.findChild(QCheckBox, "as_new")
    if as_new:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    accept(page, qtbot)
    settle()
    assert workspace.documents.get(document.id).pages == (1 if as_new else 2)
    assert len(workspace.documents.all()) == (2 if as_new else 1)
    assert said == ["Đã nhận “a.pdf”." if as_new else "Đã nhận bản mới của “a.pdf”. Bản trước vẫn được giữ."]


def lettered(path: Path, *words: str) -> Path:
    return write_pdf(path, [[*plan_page(), *((0.5, 400.0, word) for word in words)], signature_block()])


@pytest.mark.parametrize(("row", "documents"), [(0, 2), (1, 1), (2, 2), (3, 2)])
def test_a_file_with_the_number_of_a_document_waits_for_what_the_clerk_says(
    open_page: Open, workspace: Workspace, share: Path, qtbot: QtBot, settle: Settle, row: int, documents: int
) -> None:
    first = workspace.documents.add(lettered(share.parent / "nháp.pdf")).document
    workspace.folders.add(share)
    lettered(share / "ký.pdf", "bản ký")
    page = open_page()
    assert rows(page, MARK) == ["có thể trùng"]
    assert "Có thể trùng với “nháp.pdf”" in page.findChild(QLabel, "arrival_duplicate").text()
    choices = page.findChild(QComboBox, "beside")
    assert choices.isVisible()
    choices.setFocus()
    for _ in range(row):
        qtbot.keyClick(choices, Qt.Key.Key_Down)
    accept(page, qtbot)
    settle()
    assert len(workspace.documents.all()) == documents
    twins = workspace.twins.of_document(first.id)
    assert [one.kind for one in twins] == [[None], [], ["signed_copy"], ["other"]][row]


def test_an_archive_is_accepted_with_everything_in_it(
    open_page: Open, workspace: Workspace, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    workspace.folders.add(share)
    with zipfile.ZipFile(share / "bo.zip", "w") as archive:
        archive.writestr("Kế hoạch.txt", "Kế hoạch tuyên truyền")
        archive.writestr("Báo cáo.txt", "Báo cáo quý")
    page = open_page()
    assert rows(page) == ["bo.zip", "Kế hoạch.txt", "Báo cáo.txt"]
    assert rows(page, DETAILS)[0].startswith("2 tệp bên trong")
    accept(page, qtbot)
    settle()
    assert rows(page) == []
    assert [document.name for document in workspace.documents.all()] == ["Kế hoạch.txt", "Báo cáo.txt"]
