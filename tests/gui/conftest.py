"""Windows over real workspaces; no screen is needed, and nothing of this computer's own settings is touched."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from core.catalogue.builtin import catalogues, load_catalogue
from core.workspace import Workspace
from gui.collector import Collector
from gui.preferences import Preferences
from gui.tasks import TaskRunner
from gui.theme import apply_theme

P = TypeVar("P", bound=QWidget)
PATIENCE_MS = 30_000  # a bound for a test that hangs, not a wish


@pytest.fixture(scope="session")
def qapp(qapp):
    apply_theme(qapp)
    return qapp


@pytest.fixture(scope="module", autouse=True)
def collector(qapp) -> Iterator[None]:
    """As in the program: what a test leaves behind must not die in a thread of the next one."""
    collector = Collector(qapp)
    collector.start()
    yield
    collector.stop()
    gc.collect()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    preferences = Preferences(tmp_path / "preferences.ini")
    preferences.person = "Nguyễn Thị Hà"
    return preferences


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with the first built-in catalogue."""
    first = catalogues()[0].id
    with Workspace.create(tmp_path / "workspace", "Nguyễn Thị Hà") as workspace:
        workspace.criteria.create(load_catalogue(first), catalogue=first)
        yield workspace


@pytest.fixture
def tasks(qapp, request: pytest.FixtureRequest) -> Iterator[TaskRunner]:  # noqa: ARG001 - there must be one
    """What is done in a workspace, where the test has one, can be taken back."""
    has_workspace = "workspace" in request.fixturenames
    tasks = TaskRunner(undo=request.getfixturevalue("workspace").undo if has_workspace else None)
    yield tasks
    tasks.close()


@pytest.fixture
def settle(qtbot: QtBot, tasks: TaskRunner) -> Callable[[], None]:
    """Waits until everything that was asked for has run and has been answered."""
    return lambda: qtbot.waitUntil(tasks.is_idle, timeout=PATIENCE_MS)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "Thư mục chung"
    folder.mkdir()
    return folder


def shown(page: P, qtbot: QtBot, settle: Callable[[], None], width: int = 1100, height: int = 700) -> P:
    """The page in a window that has the keyboard, with all that it has asked for."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    settle()
    return page


def type_words(widget: QWidget, words: str) -> None:
    """Type as a Vietnamese keyboard does: the input method hands over finished letters (keyClicks takes ASCII only)."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def make_pdf(path: Path, *pages: str) -> Path:
    """A PDF with a line of ASCII text on each page."""
    canvas = Canvas(str(path))
    for words in pages:
        canvas.drawString(72, 760, words)
        canvas.showPage()
    canvas.save()
    return path
