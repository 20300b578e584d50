"""Thousands of damaged files through the whole intake: watched folder, add, read, picture, password, search.

Usage: python -m tests.benchmarks.hostile_intake [FILES] [--seed N] [--from FOLDER] [--minutes M] [--keep FOLDER]

The files are made from small ones of every kind and, if named, from those in a folder; the same seed makes the same
damage. `--keep` takes a copy of each file that crashed, hung or met an exception that no reader foresaw. The exit
status is 1 after a bug: a traceback, or a file of which nobody said anything.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from random import Random

from core.catalogue.builtin import load_catalogue
from core.demo.workspace import CATALOGUE
from core.workspace import Workspace
from tests.hostile.feeding import Feeding, Tally
from tests.hostile.mutations import damaged
from tests.hostile.seeds import Seed, seeds

BATCH = 40
LARGEST = 4 << 20  # of a seed from the folder
PAGES = 2  # recognised after each batch


def main() -> int:
    asked = _arguments()
    random, made = Random(asked.seed), seeds()
    if asked.folder:
        paths = sorted(path for path in asked.folder.rglob("*") if path.is_file())
        made += [Seed(path.name, path.read_bytes()) for path in paths if path.stat().st_size <= LARGEST]
    numbers = count()

    def keep(path: Path, why: str) -> None:
        if asked.keep and path.is_file():
            asked.keep.mkdir(parents=True, exist_ok=True)
            name = f"{next(numbers):04}"
            shutil.copyfile(path, asked.keep / name)
            (asked.keep / f"{name}.txt").write_text(why, "utf-8", "backslashreplace")

    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place, Workspace.create(Path(place) / "ws") as workspace:
        workspace.criteria.create(load_catalogue(CATALOGUE), catalogue=CATALOGUE)
        feeding = Feeding(workspace, Path(place) / "vào", keep)
        while feeding.tally.files < asked.files and time.monotonic() - begun < 60 * asked.minutes:
            batch = [damaged(random, made) for _ in range(min(BATCH, asked.files - feeding.tally.files))]
            feeding.feed(batch, watched=random.random() < 0.6, recognise=PAGES)
            if feeding.tally.files % (25 * BATCH) < BATCH:
                _show(feeding.tally, begun)
        check = workspace.verify()
    _show(feeding.tally, begun)
    print(f"store after it: {check.checked} files, {len(check.damaged)} damaged, {len(check.missing)} missing")
    tally = feeding.tally
    return int(bool(tally.bugs or tally.lost or check.damaged or check.missing))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=2023)
    parser.add_argument("--from", type=Path, dest="folder")
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


def _show(tally: Tally, begun: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    spent = sum(os.times()[:4])
    print(f"{tally.files} files in {time.monotonic() - begun:.0f} s ({spent:.0f} s on processors)")
    for title, found in (("outcomes", tally.outcomes), ("problems", tally.problems), ("workers", tally.workers)):
        print(f"  {title}: " + ", ".join(f"{name} {number}" for name, number in found.most_common()))
    print(f"  slowest {tally.slowest[0]:.1f} s {tally.slowest[1]}; memory {peak} MB, largest worker {workers} MB")
    print(f"  bugs {len(tally.bugs)}, lost {len(tally.lost)}", *tally.bugs, *tally.lost[:20], sep="\n  ", flush=True)


if __name__ == "__main__":
    sys.exit(main())
