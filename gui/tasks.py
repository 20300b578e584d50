"""Threads: reads one after the other, writes too, what is slow in pools; answers on the GUI thread."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from core.errors import UserError
from core.progress import Cancelled, Progress
from core.undo import Doing, Step, Undo

SLOW_READERS = 3
LONG_TASKS = 4
REPORT_PAUSE_SECONDS = 0.05

OF_TABLE = {
    "criterion": "criteria",
    "slot": "criteria",
    "score": "criteria",
    "evidence": "evidence",
    "evidence_code": "evidence",
    "obstacle": "obstacles",
}

Done = Callable[[Any], object]
Failed = Callable[[UserError], object]


@dataclass(frozen=True)
class Changes:
    """What a piece of work has touched; pages reload only what they show of it."""

    criteria: bool = False
    evidence: bool = False
    documents: bool = False
    arrivals: bool = False
    folders: bool = False
    appraisal: bool = False
    obstacles: bool = False

    @classmethod
    def everything(cls) -> "Changes":
        return cls(**{field.name: True for field in fields(cls)})

    @classmethod
    def of_step(cls, step: Step) -> "Changes":
        """What pages show of it; of what is done seldom, all of it."""
        names = [OF_TABLE.get(table) for table in step.tables]
        return cls.everything() if None in names else cls(**{name: True for name in names if name})

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            **{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        )

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


class Task(QObject):
    """A long task as the status bar shows it. `ended` comes once, however it ended.

    `resumes`: nothing is lost when the program is closed meanwhile, the next start goes on.
    """

    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, title: str, resumes: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.resumes = resumes
        self.progress = Progress(self._report)
        self._reported_at = 0.0

    def cancel(self) -> None:
        self.progress.cancel()

    def _report(self, done: int, total: int, what: str) -> None:
        # Called from the worker for every file: the screen needs no more than this.
        if done == total or time.monotonic() - self._reported_at > REPORT_PAUSE_SECONDS:
            self._reported_at = time.monotonic()
            self.progressed.emit(done, total, what)


Tells = Callable[[Any], Changes]


@dataclass(frozen=True)
class _Job:
    function: Callable[..., Any]
    args: tuple[Any, ...]
    done: Done | None
    failed: Failed | None
    changes: Changes | Tells
    key: object = None
    number: int = 0
    task: Task | None = None
    by_person: bool = False


@dataclass(frozen=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: BaseException | None = None
    step: Step | None = None

    @property
    def changes(self) -> Changes:
        told = self.job.changes
        if isinstance(told, Changes):
            return told
        return Changes.everything() if self.error else told(self.result)


class TaskRunner(QObject):
    """Runs work off the GUI thread. `done(result)` and `failed(error)` are called on it.

    A UserError without `failed` is emitted as `problem`; Cancelled ends a task silently; anything else is a
    bug and goes to sys.excepthook. A callback of a widget that was deleted meanwhile is left out.

    With `undo`, each piece of work by a person's hand is a step that can be taken back, also where it ended halfway;
    `stepped` says that there is one more.
    """

    changed = Signal(object)
    stepped = Signal()
    problem = Signal(object)
    started = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, undo: Undo | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._answered: Step | None = None
        # One: two that build records at once would only take turns, and the window would wait for both.
        self._reader = ThreadPoolExecutor(1, "reader")
        self._slow_readers = ThreadPoolExecutor(SLOW_READERS, "slow_reader")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._long = ThreadPoolExecutor(LONG_TASKS, "long")
        self._pending = 0
        self._count = 0
        self._newest: dict[object, int] = {}
        self._tasks: list[Task] = []
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        function: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        key: object = None,
        slow: bool = False,
    ) -> None:
        """Run something that changes nothing, after what was asked for before; `slow`: beside it.

        Of reads with the same `key` only the newest answers; one that has not begun when a newer comes never does.
        What waits for files or for another process, or reads the whole workspace, is slow.
        """
        self._count += 1
        if key is not None:
            self._newest[key] = self._count
        readers = self._slow_readers if slow else self._reader
        self._submit(readers, _Job(function, args, done, failed, Changes(), key, self._count))

    def write(
        self,
        function: Callable[..., Any],
        *args: Any,
        changes: Changes | Tells,
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run a change after those asked for before; emits `changed` with `changes`, or with what these say of the
        result, when anything was done.
        """
        self._submit(self._writer, _Job(function, args, done, failed, changes, by_person=True))

    def long(
        self,
        title: str,
        function: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        changes: Changes | None = None,
        failed: Failed | None = None,
        resumes: bool = False,
        by_person: bool = False,
    ) -> Task:
        """Run `function(progress, *args)`. `changed` is emitted however it ends: a stopped task may have done part.

        `by_person`: it does a clerk's work, which can be taken back.
        """
        task = Task(title, resumes, self)
        self._tasks.append(task)
        job = _Job(function, (task.progress, *args), done, failed, changes or Changes(), task=task, by_person=by_person)
        self._submit(self._long, job)
        self.started.emit(task)
        return task

    def take_back(self) -> Callable[[], None] | None:
        """For a `done` to offer: takes back what it is being told of; None where that can not be taken back."""
        step, undo = self._answered, self._undo
        if step is None or undo is None:
            return None
        return lambda: self.write(undo.undo, step, changes=Changes.of_step)

    def long_tasks(self) -> list[Task]:
        return list(self._tasks)

    def is_idle(self) -> bool:
        """True when all that was asked for has run and has been answered."""
        return self._pending == 0

    def close(self, interrupt: Callable[[], object] | None = None) -> None:
        """Finish the writes, cancel everything else, and wait; no callback comes after it.

        `interrupt` cuts short what does not look at its Progress.
        """
        self._closed = True
        for task in self._tasks:
            task.cancel()
        for readers in (self._reader, self._slow_readers):
            readers.shutdown(wait=False, cancel_futures=True)
        self._long.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown()
        if interrupt:
            interrupt()
        self._reader.shutdown()
        self._slow_readers.shutdown()
        self._long.shutdown()

    def _submit(self, executor: Executor, job: _Job) -> None:
        if self._closed:
            return
        self._pending += 1
        executor.submit(self._run, job)

    def _run(self, job: _Job) -> None:
        doing: Doing | None = None
        try:
            if self._is_outdated(job):
                outcome = _Outcome(job)
            elif job.by_person and self._undo:
                with self._undo.step() as doing:
                    result = job.function(*job.args)
                outcome = _Outcome(job, result, step=doing.step)
            else:
                outcome = _Outcome(job, job.function(*job.args))
        except BaseException as error:
            outcome = _Outcome(job, error=error, step=doing.step if doing else None)
        self._finished.emit(outcome)

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        self._pending -= 1
        if self._closed:
            return
        self._answered = outcome.step
        try:
            self._answer(outcome)
        finally:
            self._answered = None
            job = outcome.job
            if job.task:
                self._tasks.remove(job.task)
                job.task.ended.emit()
                job.task.deleteLater()
            if outcome.step:
                self.stepped.emit()
            if (changes := outcome.changes) and (outcome.error is None or outcome.step or job.task):
                self.changed.emit(changes)

    def _is_outdated(self, job: _Job) -> bool:
        return job.key is not None and self._newest.get(job.key) != job.number

    def _answer(self, outcome: _Outcome) -> None:
        job, error = outcome.job, outcome.error
        if self._is_outdated(job):
            return
        if error is None:
            if job.done and _is_alive(job.done):
                job.done(outcome.result)
        elif isinstance(error, Cancelled):
            pass
        elif isinstance(error, UserError):
            if job.failed is None:
                self.problem.emit(error)
            elif _is_alive(job.failed):
                job.failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def _is_alive(callback: Callable[..., object]) -> bool:
    """False where the widget that a method belongs to, or that a lambda speaks of, was deleted meanwhile."""
    if isinstance(callback, partial):
        return _is_alive(callback.func)
    owners = [getattr(callback, "__self__", None)]
    owners += [cell.cell_contents for cell in getattr(callback, "__closure__", None) or ()]
    return all(isValid(owner) for owner in owners if isinstance(owner, QObject))
