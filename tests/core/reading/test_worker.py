import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.progress import Cancelled
from core.reading.worker import Worker, WorkerError


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker(memory_mb=600)
    yield worker
    worker.close()


def double(number: int) -> int:
    return 2 * number


def sleep_for(seconds: float) -> None:
    time.sleep(seconds)


def leave(code: int) -> None:
    os._exit(code)


def segfault() -> None:
    ctypes.string_at(0)


def eat(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def refuse() -> None:
    raise UserError("file_in_use", path="a.pdf")


class UnpicklableError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} {two}")


def break_down() -> None:
    raise UnpicklableError(1, 2)


def chatter() -> None:
    os.write(2, b"pdfium: some warning\n")
    os.write(1, b"on stdout")


def loaded_modules() -> list[str]:
    return list(sys.modules)


def reason_of(worker: Worker, *call: object, seconds: float = 60) -> str:
    with pytest.raises(WorkerError) as caught:
        worker.run(*call, seconds=seconds)  # type: ignore[arg-type]
    return caught.value.reason


def test_what_a_function_returns_comes_back(worker: Worker) -> None:
    assert worker.run(double, 21) == 42


def test_a_hang_is_cut_and_the_next_run_works(worker: Worker) -> None:
    assert reason_of(worker, sleep_for, 600, seconds=0.5) == "timed_out"
    assert worker.run(double, 1) == 2


@pytest.mark.parametrize("crash", [(leave, 3), (segfault,)])
def test_a_crash_is_reported_and_the_next_run_works(worker: Worker, crash: tuple[object, ...]) -> None:
    assert reason_of(worker, *crash) == "crashed"
    assert worker.run(double, 2) == 4


def test_a_child_that_ends_quietly_in_the_midst_does_not_hang_the_parent(worker: Worker) -> None:
    assert reason_of(worker, leave, 0, seconds=2) in ("crashed", "timed_out")
    assert worker.run(double, 2) == 4


def test_memory_is_limited_and_the_next_run_works(worker: Worker) -> None:
    assert reason_of(worker, eat, 2000) == "out_of_memory"
    assert worker.run(eat, 10) == 10 << 20


def test_a_user_error_passes_with_its_facts(worker: Worker) -> None:
    with pytest.raises(UserError) as caught:
        worker.run(refuse)
    assert (caught.value.code, caught.value.facts) == ("file_in_use", {"path": "a.pdf"})


def test_an_exception_that_cannot_be_pickled_is_told(worker: Worker) -> None:
    with pytest.raises(WorkerError) as caught:
        worker.run(break_down)
    assert caught.value.reason == "failed"
    assert "UnpicklableError: 1 2" in caught.value.detail


def test_the_noise_of_libraries_stays_in_the_child(worker: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    worker.run(chatter)
    assert capfd.readouterr() == ("", "")


def test_the_child_loads_no_window_and_no_database(worker: Worker) -> None:
    roots = {name.partition(".")[0] for name in worker.run(loaded_modules)}
    assert not roots & {"PySide6", "sqlalchemy", "reportlab"}


def test_several_threads_share_a_worker_and_a_hang_costs_only_its_own() -> None:
    worker = Worker(processes=2, memory_mb=600)
    answers: dict[int, object] = {}

    def ask(number: int) -> None:
        try:
            answers[number] = worker.run(double, number) if number else worker.run(sleep_for, 600, seconds=0.5)
        except WorkerError as error:
            answers[number] = error.reason

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worker.close()
    assert answers == {0: "timed_out"} | {number: 2 * number for number in range(1, 8)}


def test_closing_cuts_what_runs_and_a_later_run_starts_anew() -> None:
    worker = Worker(memory_mb=600)
    assert worker.run(double, 1) == 2
    ends: list[str] = []

    def sleep() -> None:
        try:
            worker.run(sleep_for, 600)
        except Cancelled:
            ends.append("cancelled")

    thread = threading.Thread(target=sleep)
    thread.start()
    time.sleep(0.3)
    worker.close()
    thread.join()
    assert ends == ["cancelled"], "closing says nothing about the file that was read"
    assert worker.run(double, 3) == 6
    worker.close()


PARENT = """
import os, threading, time
from core.reading.worker import Worker

if __name__ == "__main__":
    worker = Worker()
    child = worker.run(os.getpid)
    threading.Thread(target=lambda: worker.run(time.sleep, 600, seconds=900), daemon=True).start()
    print(child, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by signal 0")
def test_a_child_that_hangs_goes_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment)
    assert parent.stdout
    with parent.stdout:
        child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    for _ in range(200):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the child outlived its parent")


def test_no_process_is_started_before_the_first_run() -> None:
    worker = Worker()
    assert not worker._pool
    worker.close()
