"""A cache stays within its size, and nothing in use is taken from it."""

import os
from pathlib import Path

from core.cache import prune


def make(path: Path, size: int, changed_at: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    for place in (path, path.parent):
        os.utime(place, (changed_at, changed_at))
    return path


def test_the_oldest_pictures_go_first(tmp_path: Path) -> None:
    pictures = [make(tmp_path / "pictures" / f"{age}.jpg", 100, 1000 - age) for age in range(5)]
    prune(tmp_path, {"pictures": 250}, before=2000)
    assert [picture.exists() for picture in pictures] == [True, True, False, False, False]


def test_copies_and_what_a_killed_print_left_go_read_only_or_not(tmp_path: Path) -> None:
    copy = make(tmp_path / "open" / "a1b2" / "Kế hoạch.pdf", 10, 1000)
    copy.chmod(0o400)
    make(tmp_path / "tmpx1" / "part.pdf", 10, 1000)
    os.utime(tmp_path / "open", (1000, 1000))
    prune(tmp_path, {"pictures": 250}, before=2000)
    assert list(tmp_path.iterdir()) == []


def test_what_is_being_made_stays(tmp_path: Path) -> None:
    part = make(tmp_path / "tmpx1" / "part.pdf", 10, 3000)
    picture = make(tmp_path / "pictures" / "1.jpg", 1000, 3000)
    prune(tmp_path, {"pictures": 250}, before=2000)
    assert part.exists()
    assert picture.exists()


def test_there_need_be_no_cache(tmp_path: Path) -> None:
    prune(tmp_path / "cache", {"pictures": 250}, before=2000)
    assert not (tmp_path / "cache").exists()
