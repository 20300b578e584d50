"""What lies on another machine is told from what lies on this one."""

import threading
import time
from pathlib import Path

import pytest

from core.errors import UserError
from core.intake import scan, shares
from core.library import outside
from core.patience import Errands
from core.progress import Cancelled, Progress

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
    real = scan.look
    monkeypatch.setattr(scan, "look", lambda root, on_sign: (root != hard or released.wait()) and real(root, on_sign))
    monkeypatch.setattr(office.scan, "_errands", Errands(silent_seconds=0.5))
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


class Hanging:
    """A share that lists its files; reading from it calls `on_hold`, and comes back when it is `released`."""

    def __init__(self, share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.share = share
        self.released = threading.Event()
        self.on_hold = lambda: None
        read = outside.Source.read

        def hanging(source: outside.Source, size: int) -> bytes:
            if source._path.is_relative_to(share) and not self.released.is_set():
                self.on_hold()
                self.released.wait()
            return read(source, size)

        monkeypatch.setattr(outside.Source, "read", hanging)


@pytest.fixture
def hanging(office, tmp_path, monkeypatch):
    share = tmp_path / "ổ mạng"
    share.mkdir()
    (share / "b.txt").write_text("b")
    (share / "c.txt").write_text("c")
    office.folders.add(share)
    hanging = Hanging(share, monkeypatch)
    yield hanging
    hanging.released.set()


def be_patient(office, monkeypatch, seconds):
    monkeypatch.setattr(office.scan._errands, "_silent_seconds", seconds)


def test_a_share_that_hangs_while_a_file_is_copied_keeps_nobody_but_itself(office, hanging, monkeypatch):
    office.drop("a.txt")
    be_patient(office, monkeypatch, 1e9)  # however busy this machine is
    hanging.on_hold = lambda: be_patient(office, monkeypatch, -1)
    result = office.look()
    waiting = {Path(one.path).name: one.reason for one in result.waiting}
    assert waiting == {"b.txt": "file_hanging", "c.txt": "folder_hanging", "ổ mạng": "folder_hanging"}
    assert {folder.path: folder.problem for folder in office.folders.all()}[hanging.share] == "folder_hanging"
    assert office.documents.add(office.drop("d.pdf", b"d")).outcome == "added"  # nobody waits for the store, either
    be_patient(office, monkeypatch, 1e9)
    hanging.released.set()
    arrived = [one.name for one in result.arrived]
    for _ in range(500):  # the thread that hung comes to its end first
        if len(arrived) == 4:
            break
        arrived += [one.name for one in office.look().arrived]
        time.sleep(0.01)
    assert sorted(arrived) == ["a.txt", "b.txt", "c.txt", "d.pdf"]
    assert not list(office.store.folder.glob("*.part"))
    assert {folder.problem for folder in office.folders.all()} == {None}


def test_a_look_that_is_cancelled_leaves_a_hanging_share_at_once(office, hanging):
    progress = Progress()
    hanging.on_hold = progress.cancel
    with pytest.raises(Cancelled):
        office.scan.run(progress=progress, settle_seconds=0)


def test_a_file_given_by_hand_from_a_share_that_hangs_is_refused(office, hanging, monkeypatch):
    monkeypatch.setattr(office.originals, "_errands", Errands(silent_seconds=0.2))
    with pytest.raises(UserError) as caught:
        office.documents.add(hanging.share / "b.txt")
    assert caught.value.code == "file_hanging"
