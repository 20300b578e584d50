"""Python's collector, tamed."""

import gc
import threading

from pytestqt.qtbot import QtBot


class Circle:
    """Hangs together with itself, and notes the thread in which it goes."""

    def __init__(self, gone: list[int]) -> None:
        self.itself = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def make_many(gone: list[int], kept: list[list[int]]) -> None:
    """A circle, and so many other objects that Python would look for circles at once."""
    Circle(gone)
    kept.extend([] for _ in range(10_000))


def test_circles_made_in_a_thread_go_on_the_gui_thread(qtbot: QtBot) -> None:
    gone: list[int] = []
    kept: list[list[int]] = []
    thread = threading.Thread(target=make_many, args=(gone, kept))
    thread.start()
    thread.join()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone), timeout=30_000)
    assert set(gone) == {threading.get_ident()}


def test_what_was_there_at_the_start_is_not_looked_through_again() -> None:
    assert gc.get_freeze_count() > 0
