"""Recognition in the background: what a clerk sees of it, and how it is stopped."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.progress import Progress
from core.workspace import Workspace
from gui.recognition_runner import RecognitionRunner
from gui.tasks import Changes, TaskRunner
from tests.gui.conftest import PATIENCE_MS

Settle = Callable[[], None]


class Pages:
    """Stands for the pages that wait; a run does them one by one."""

    def __init__(self, pages: int) -> None:
        self.left = pages
        self.runs = 0
        self.missing = False

    def waiting(self) -> int:
        return self.left

    def run(self, progress: Progress) -> int:
        self.runs += 1
        if self.missing:
            raise UserError("ocr_missing")
        done = 0
        while self.left:
            progress.step(done, done + self.left)
            self.left -= 1
            done += 1
        return done


@pytest.fixture
def pages(workspace: Workspace) -> Pages:
    workspace.recognition = Pages(3)  # type: ignore[assignment]
    return workspace.recognition  # type: ignore[return-value]


@pytest.fixture
def runner(workspace: Workspace, tasks: TaskRunner, pages: Pages) -> RecognitionRunner:  # noqa: ARG001
    return RecognitionRunner(workspace, tasks)


def test_what_waits_is_recognised_at_start_with_progress(
    qtbot: QtBot, runner: RecognitionRunner, tasks: TaskRunner, pages: Pages, settle: Settle
) -> None:
    told = []
    tasks.changed.connect(told.append)
    with qtbot.waitSignal(tasks.started, timeout=PATIENCE_MS) as started:
        runner.start()
    assert (started.args[0].title, started.args[0].resumes) == ("Nhận dạng chữ", True)
    settle()
    assert (pages.left, pages.runs) == (0, 1)
    assert Changes(documents=True, arrivals=True) in told


def test_what_comes_later_is_recognised_then(
    qtbot: QtBot, runner: RecognitionRunner, tasks: TaskRunner, pages: Pages
) -> None:
    runner.start()
    qtbot.waitUntil(lambda: not pages.left and tasks.is_idle(), timeout=PATIENCE_MS)
    pages.left = 2
    tasks.changed.emit(Changes(arrivals=True))
    qtbot.waitUntil(lambda: not pages.left and tasks.is_idle(), timeout=PATIENCE_MS)
    assert pages.runs == 2


def test_who_stops_it_has_peace(
    qtbot: QtBot, runner: RecognitionRunner, tasks: TaskRunner, pages: Pages, settle: Settle
) -> None:
    tasks.started.connect(lambda task: task.cancel())
    with qtbot.waitSignal(tasks.started, timeout=PATIENCE_MS):
        runner.start()
    settle()
    left = pages.left
    tasks.changed.emit(Changes(documents=True))
    settle()
    assert (pages.left, pages.runs) == (left, 1)


def test_a_machine_without_data_says_so_once(
    runner: RecognitionRunner, tasks: TaskRunner, pages: Pages, settle: Settle
) -> None:
    problems = []
    tasks.problem.connect(problems.append)
    pages.missing = True
    runner.start()
    settle()
    tasks.changed.emit(Changes(documents=True))
    settle()
    assert [problem.code for problem in problems] == ["ocr_missing"]
