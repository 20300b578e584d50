"""What both sides of a long run tell each other."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from core.dossier.ticks import Ticks


def test_a_second_run_waits_for_what_is_made_for_it(tmp_path: Path) -> None:
    ticks, answered = Ticks(tmp_path), Event()

    def wait() -> object:
        things = ticks.wait(0), ticks.wait(1)
        answered.set()
        return things

    assert ticks.follow(wait, lambda: ["first", "last"], lambda: None, lambda _: None) == ("first", "last")
    answered.clear()

    def make() -> Iterator[str]:
        answered.wait(0.3)  # time enough for the run to take what is not for it
        yield "second"
        yield "end"

    assert ticks.follow(wait, make, lambda: None, lambda _: None) == ("second", "end")
