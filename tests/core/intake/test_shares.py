"""What lies on another machine is told from what lies on this one."""

import threading
import time
from pathlib import Path

import pytest

from core.intake import looking, shares

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//nas/chung /mnt/chung cifs rw,vers=3.0 0 0
nas:/van\\040ban /mnt/văn\\040bản nfs4 rw 0 0
tmpfs /mnt/chung/local tmpfs rw 0 0
lan@nas:/ /home/lan/nas fuse.sshfs rw 0 0
overlay /srv overlay rw 0 0
//nas/a /srv cifs rw 0 0
short line
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/lan", False),
        ("/mnt/chung", True),
        ("/mnt/chung/2023/quý I", True),
        ("/mnt/chung khác", False),
        ("/mnt/chung/local/x", False),
        ("/mnt/văn bản/x", True),
        ("/home/lan/nas/x", True),
        ("/srv/x", True),
    ],
)
def test_the_mount_that_a_folder_lies_on_decides(path, expected, tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(shares, "MOUNTS", mounts)
    monkeypatch.setattr(shares.sys, "platform", "linux")
    assert shares.is_on_network(Path(path)) == expected


def test_without_a_list_of_mounts_a_folder_is_local(tmp_path, monkeypatch):
    monkeypatch.setattr(shares, "MOUNTS", tmp_path / "none")
    monkeypatch.setattr(shares.sys, "platform", "linux")
    assert not shares.is_on_network(tmp_path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\nas\chung\2023", True),
        ("//nas/chung", True),
        (r"\\?\UNC\nas\chung", True),
        (r"C:\Users\Lan", False),
        (r"\\?\C:\Users\Lan", False),
        ("C:", False),
    ],
)
def test_a_server_in_a_windows_path_is_seen(path, expected):
    assert shares.is_unc(path) == expected


@pytest.mark.parametrize(("kind", "expected"), [(4, True), (3, False), (2, False)])
def test_a_mapped_drive_is_on_the_network(kind, expected, monkeypatch):
    asked = []
    monkeypatch.setattr(shares.sys, "platform", "win32")
    monkeypatch.setattr(shares, "_drive_type", lambda root: asked.append(root) or kind)

    class Mapped:
        drive = "Z:"

        def __str__(self):
            return r"Z:\Chung"

    assert shares.is_on_network(Mapped()) == expected
    assert asked == ["Z:\\"]


def test_a_folder_that_does_not_answer_keeps_nobody_but_itself(office, tmp_path, monkeypatch):
    hard, released = tmp_path / "ổ mạng", threading.Event()
    hard.mkdir()
    (hard / "b.txt").write_text("b")
    office.folders.add(hard)
    office.drop("a.txt")
    real = looking.look
    monkeypatch.setattr(
        looking, "look", lambda root, on_sign: (root != hard or released.wait()) and real(root, on_sign)
    )
    monkeypatch.setattr(office.scan, "_looks", looking.Looks(silent_seconds=0.5))
    try:
        arrived = []
        for _ in range(200):  # a busy machine may take this one for hanging, too
            if arrived:
                break
            result = office.look()
            assert (str(hard), "folder_hanging") in [(one.path, one.reason) for one in result.waiting]
            arrived = [one.name for one in result.arrived]
        assert arrived == ["a.txt"]
        assert {folder.problem for folder in office.folders.all()} == {None, "folder_hanging"}
    finally:
        released.set()
    for _ in range(200):  # the thread that hung comes to its end first
        if "b.txt" not in arrived:
            arrived += [one.name for one in office.look().arrived]
            time.sleep(0.01)
    assert arrived == ["a.txt", "b.txt"]
    assert {folder.problem for folder in office.folders.all()} == {None}
