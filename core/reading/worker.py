"""Processes that do what may hang, crash or eat memory: whatever parses a file from outside."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, cast

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from core.errors import UserError
from core.progress import Cancelled
from core.reading.limits import give_way, limit_memory, silence

T = TypeVar("T")
Reason = Literal["timed_out", "crashed", "out_of_memory", "failed"]


class WorkerError(Exception):
    """A function did not come to its end in the worker; `reason` is also a problem code of reading."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail


@dataclass(frozen=True)
class _Outcome(Generic[T]):
    """What a function came to, in a form that always survives the way back to the parent."""

    value: T | None = None
    user_error: UserError | None = None
    reason: Reason | None = None
    detail: str = ""


class Worker:
    """Runs functions in `processes` child processes of at most `memory_mb` each. Safe to use from several threads.

    No process is started before the first run; one that hangs or dies is replaced. Close it in the end.
    """

    def __init__(self, processes: int = 1, memory_mb: int = 1500) -> None:
        self._processes = processes
        self._memory_mb = memory_mb
        self._pool: ProcessPool | None = None
        self._running: set[ProcessFuture[Any]] = set()
        self._lock = threading.Lock()

    def run(self, function: Callable[..., T], *args: object, seconds: float = 60) -> T:
        """What function(*args) returns; both must be importable and picklable, and `seconds` starts when it does.

        A UserError comes through as it is; anything else that goes wrong raises WorkerError.
        """
        try:
            outcome = self._outcome(function, args, seconds)
        except BrokenProcessPool:
            try:  # the pool may have died idle, before it ever saw this function
                outcome = self._outcome(function, args, seconds)
            except BrokenProcessPool as error:
                raise WorkerError("crashed", str(error)) from error
        if outcome.user_error:
            raise outcome.user_error
        if outcome.reason:
            raise WorkerError(outcome.reason, outcome.detail)
        return cast(T, outcome.value)

    def close(self) -> None:
        """Stop the processes, whatever they are doing: whoever waits gets Cancelled. A later run starts new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
            running = tuple(self._running)
        for future in running:
            future.cancel()  # Pebble leaves whoever waits for a stopped pool waiting
        if pool:
            pool.stop()
            pool.join()

    def _outcome(self, function: Callable[..., T], args: tuple[object, ...], seconds: float) -> _Outcome[T]:
        future = self._schedule(function, args, seconds)
        try:
            return future.result()
        except TimeoutError:
            return _Outcome(reason="timed_out", detail=f"{seconds} s")
        except ProcessExpired as error:
            return _Outcome(reason="crashed", detail=f"exit code {error.exitcode}")
        except CancelledError as error:  # the program ends: that says nothing about the file
            raise Cancelled from error
        finally:
            with self._lock:
                self._running.discard(future)

    def _schedule(
        self, function: Callable[..., T], args: tuple[object, ...], seconds: float
    ) -> "ProcessFuture[_Outcome[T]]":
        with self._lock:
            try:
                future = self._ready_pool().schedule(_guarded, args=(function, args), timeout=seconds)
            except RuntimeError as error:  # the pool broke since it was asked
                raise BrokenProcessPool(str(error)) from error
            self._running.add(future)
            return future

    def _ready_pool(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            self._pool = ProcessPool(
                max_workers=self._processes,
                initializer=_prepare,
                initargs=(self._memory_mb,),
                # Not fork: it copies the locks of threads that do not exist in the child.
                context=multiprocessing.get_context("spawn"),  # pyright: ignore[reportArgumentType]
            )
        return self._pool


def _prepare(memory_mb: int) -> None:
    silence()
    give_way()
    threading.Thread(target=_follow_parent, daemon=True).start()
    os.environ["OMP_THREAD_LIMIT"] = "1"  # tesseract's threads cost more than they bring
    limit_memory(memory_mb)


def _follow_parent() -> None:
    """A parent that was killed cannot cut what hangs in its children."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _guarded(function: Callable[..., T], args: tuple[object, ...]) -> _Outcome[T]:
    """Runs in the child: exceptions go back as plain values, since not each can be pickled."""
    try:
        return _Outcome(value=function(*args))
    except UserError as error:
        return _Outcome(user_error=error)
    except MemoryError:
        return _Outcome(reason="out_of_memory")
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return _Outcome(reason="failed", detail=f"{type(error).__name__}: {error}"[:500])
