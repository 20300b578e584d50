"""A small helping of what `tests.benchmarks.hostile_intake` serves by the thousand."""

from random import Random

from core.workspace import Workspace
from tests.core.intake.conftest import PLAN
from tests.hostile.feeding import Feeding
from tests.hostile.mutations import damaged
from tests.hostile.seeds import seeds

FILES = 30


def test_damaged_files_come_in_or_are_refused_and_none_stops_the_program(tmp_path):
    random, made = Random(11), seeds()
    with Workspace.create(tmp_path / "ws") as workspace:
        workspace.criteria.create(PLAN)
        feeding = Feeding(workspace, tmp_path / "vào")
        for watched in (True, False):
            feeding.feed([damaged(random, made) for _ in range(FILES)], watched=watched)
        check = workspace.verify()
    assert (feeding.tally.bugs, feeding.tally.lost) == ([], [])
    assert check.checked
    assert (check.damaged, check.missing) == ((), ())


def test_what_the_damage_is_done_to_is_whole(tmp_path):
    with Workspace.create(tmp_path / "ws") as workspace:
        workspace.criteria.create(PLAN)
        feeding = Feeding(workspace, tmp_path / "vào")
        feeding.feed(seeds(), watched=False)
    assert not {"damaged", "repaired", "not_supported"} & feeding.tally.problems.keys()
    assert feeding.tally.outcomes["added"] == len(seeds())
