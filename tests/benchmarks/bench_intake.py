"""Intake against a plain copy with hashing of the same files in the same run; then a look at files that are all known.

Usage: python -m tests.benchmarks.bench_intake [FILES]. Reading is left out: the reader is a fake that takes no time.
"""

import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.core.intake.conftest import Office

SIZE = 61 * 1024


def plain_copy(source: Path, target: Path) -> None:
    """The floor: copy, hash and fsync each file, nothing else."""
    target.mkdir()
    for path in source.iterdir():
        content = path.read_bytes()
        with (target / hashlib.sha256(content).hexdigest()).open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())


def timed(action, *args) -> float:
    start = time.perf_counter()
    action(*args)
    return time.perf_counter() - start


def main(files: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place) / "ws")
        office.folders.add(office.watched)
        for number in range(files):
            office.drop(f"{number}.bin", b"T" + os.urandom(SIZE - 1))
        floor = timed(plain_copy, office.watched, Path(place) / "copy")
        office.originals.read_pending = lambda _progress: 0
        taken = timed(office.look)
        known = timed(office.look)
        assert len(office.inbox.all()) == files
        print(f"{files} files of {SIZE // 1024} KB")
        print(f"copy + hash + fsync  {floor:6.2f} s  {files / floor:7.0f} files/s")
        print(f"intake               {taken:6.2f} s  {files / taken:7.0f} files/s  {taken / floor:.1f} times the floor")
        print(f"look, all known      {known:6.2f} s  {files / known:7.0f} files/s")
        office.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
