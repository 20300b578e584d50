"""The task runner: where things run, in which order, and what a person gets to see of it."""

import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.progress import Progress
from gui.tasks import Changes, TaskRunner
from tests.gui.conftest import PATIENCE_MS


def is_gui_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_work_runs_elsewhere_and_answers_on_the_gui_thread(tasks: TaskRunner, settle) -> None:
    answers = []
    tasks.read(is_gui_thread, done=lambda ran_here: answers.append((ran_here, is_gui_thread())))
    assert not tasks.is_idle()
    settle()
    assert answers == [(False, True)]


def test_writes_keep_their_order_and_tell_what_changed(tasks: TaskRunner, settle) -> None:
    written, told = [], []
    tasks.changed.connect(told.append)

    def write(number: int) -> None:
        time.sleep(0.01 * (5 - number))
        written.append(number)

    for number in range(5):
        tasks.write(write, number, changes=Changes(documents=True))
    settle()
    assert written == [0, 1, 2, 3, 4]
    assert told == [Changes(documents=True)] * 5


def test_a_write_that_fails_changes_nothing(tasks: TaskRunner, settle) -> None:
    told, problems = [], []
    tasks.changed.connect(told.append)
    tasks.problem.connect(problems.append)

    def fail() -> None:
        raise UserError("file_in_use", path="a.pdf")

    tasks.write(fail, changes=Changes(documents=True))
    settle()
    assert told == []
    assert [problem.code for problem in problems] == ["file_in_use"]


def test_failed_is_asked_before_the_shell(tasks: TaskRunner, settle) -> None:
    problems, failures = [], []
    tasks.problem.connect(problems.append)

    def fail() -> None:
        raise UserError("no_preview", reason="encrypted")

    tasks.read(fail, failed=failures.append)
    settle()
    assert [error.code for error in failures] == ["no_preview"]
    assert problems == []


def test_only_the_newest_read_of_a_key_answers(tasks: TaskRunner, settle) -> None:
    answers = []
    release = threading.Event()

    def slow() -> str:
        release.wait(10)
        return "old"

    tasks.read(slow, done=answers.append, key="list")
    tasks.read(lambda: "new", done=answers.append, key="list")
    release.set()
    settle()
    assert answers == ["new"]


def test_a_list_that_is_asked_for_anew_is_read_once(tasks: TaskRunner, settle) -> None:
    """While one read goes on, others for the same list take each other's place; what is slow waits for none."""
    begun, answers = [], []
    release = threading.Event()
    tasks.read(release.wait)

    def read(number: int) -> int:
        begun.append(number)
        return number

    for number in range(5):
        tasks.read(read, number, done=answers.append, key="list")
    tasks.read(release.set, slow=True)
    settle()
    assert begun == [4]
    assert answers == [4]


def test_a_long_task_shows_progress_and_stops(tasks: TaskRunner, settle, qtbot: QtBot) -> None:
    steps, results = [], []

    def count(progress: Progress) -> str:
        for number in range(10_000):
            progress.step(number, 10_000, f"tệp {number}")
            time.sleep(0.001)
        return "done"

    task = tasks.long("Đếm", count, done=results.append, changes=Changes(arrivals=True))
    task.progressed.connect(lambda *step: steps.append(step))
    told = []
    tasks.changed.connect(told.append)
    qtbot.waitUntil(lambda: len(steps) > 2, timeout=PATIENCE_MS)
    assert tasks.long_tasks() == [task]
    task.cancel()
    settle()
    assert results == []
    assert tasks.long_tasks() == []
    assert told == [Changes(arrivals=True)], "what was done before the stop has to be shown"
    number, total, what = steps[-1]
    assert (total, what) == (10_000, f"tệp {number}")


def test_a_bug_reaches_the_hook(tasks: TaskRunner, settle, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.read(lambda: 1 // 0)
        settle()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_an_answer_for_a_widget_that_is_gone_is_left_out(tasks: TaskRunner, settle, qtbot: QtBot) -> None:
    class Receiver(QObject):
        def take(self, _result: object) -> None:
            pytest.fail("a deleted object was called")

    receiver = Receiver()
    tasks.read(time.sleep, 0.05, done=receiver.take)
    tasks.read(time.sleep, 0.05, done=lambda result: receiver.take(result))
    tasks.read(time.sleep, 0.05, done=partial(receiver.take))
    receiver.deleteLater()
    QApplication.sendPostedEvents(receiver, 0)
    with qtbot.captureExceptions() as caught:
        settle()
    assert caught == []


def test_close_finishes_writes_and_stops_long_tasks() -> None:
    tasks = TaskRunner()
    written, answered = [], []

    def write() -> None:
        time.sleep(0.05)
        written.append(1)

    def for_ever(progress: Progress) -> None:
        while True:
            progress.check()
            time.sleep(0.005)

    tasks.long("Mãi", for_ever)
    tasks.write(write, changes=Changes(), done=answered.append)
    tasks.close()
    assert written == [1]
    QApplication.processEvents()
    assert answered == []
    tasks.read(lambda: written.append(2))
    tasks.close()
    assert written == [1], "nothing is taken on after closing"


def test_close_interrupts_what_does_not_look_after_the_writes() -> None:
    tasks = TaskRunner()
    release, order = threading.Event(), []

    def write() -> None:
        time.sleep(0.05)
        order.append("written")

    def interrupt() -> None:
        order.append("interrupted")
        release.set()

    tasks.read(release.wait)
    tasks.write(write, changes=Changes())
    tasks.close(interrupt)
    assert order == ["written", "interrupted"]
