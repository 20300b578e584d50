"""What both sides of a long run tell each other."""

from pathlib import Path
from threading import Event

from core.dossier.ticks import Ticks


def test_a_second_run_waits_for_what_is_made_for_it(tmp_path: Path) -> None:
    ticks, answered = Ticks(tmp_path), Event()
    assert ticks.follow(ticks.wait, lambda: "first", lambda: None, lambda _: None) == "first"

    def wait() -> object:
        thing = ticks.wait()
        answered.set()
        return thing

    def make() -> str:
        answered.wait(0.3)  # time enough for the run to take what is not for it
        return "second"

    assert ticks.follow(wait, make, lambda: None, lambda _: None) == "second"
