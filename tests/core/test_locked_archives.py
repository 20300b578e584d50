"""Zip archives with a password: what it closed is refused with that reason, and comes when the password is given."""

import os
import struct
from pathlib import Path

import pytest

from core.errors import UserError
from core.reading.unlocking import unlock_file
from core.workspace import Workspace
from tests.locked import lock_zip

PASSWORD = "Mật khẩu trường học"
LETTERS = {"Báo cáo quý I.txt": b"S\xe1\xbb\x91: 12/BC-SGD " * 100, "Phòng 1/b.txt": b"hai"}


@pytest.mark.parametrize("aes", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_an_archive_is_unpacked_again_once_its_password_is_known(tmp_path: Path, aes: bool, encoding: str) -> None:
    password = PASSWORD if encoding == "utf-8" else "mat khau \u0111"
    share = tmp_path / "chung"
    share.mkdir()
    lock_zip(LETTERS, share / "bộ.zip", password.encode(encoding), aes=aes)
    with Workspace.create(tmp_path / "ws") as workspace:
        workspace.folders.add(share)
        result = workspace.scan.run(settle_seconds=0)
        (archive,) = result.arrived
        assert archive.problems == ("encrypted",)
        assert [one.reason for one in result.refused] == ["encrypted", "encrypted"]
        with pytest.raises(UserError) as caught:
            workspace.originals.unlock(archive.sha256, "sai")
        assert caught.value.code == "password_wrong"

        workspace.originals.unlock(archive.sha256, password)
        arrived = workspace.scan.run(settle_seconds=0).arrived
        assert sorted(one.name for one in arrived) == ["Báo cáo quý I.txt", "b.txt"]
        assert workspace.inbox.all("refused") == []
        assert workspace.scan.run(settle_seconds=0).arrived == ()
        assert workspace.inbox.get(archive.id).entries == 2
        accepted = workspace.inbox.accept_set(archive.id)
        assert {added.document.problems for added, _ in accepted} == {()}


def test_an_archive_that_holds_more_than_it_states_is_damaged(tmp_path: Path) -> None:
    stated = struct.pack("<I", len(LETTERS["Phòng 1/b.txt"]))
    path = lock_zip({"a.txt": bytes(3_000_000)}, tmp_path / "a.zip", b"x", aes=True)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 3_000_000), stated))
    with pytest.raises(UserError) as caught:
        unlock_file(path, ["x"], tmp_path / "b.zip")
    assert (caught.value.code, caught.value.facts["reason"]) == ("cannot_unlock", "damaged")


def test_an_archive_that_was_changed_behind_its_password_is_damaged(tmp_path: Path) -> None:
    path = lock_zip(LETTERS, tmp_path / "a.zip", b"x", aes=True)
    content = bytearray(path.read_bytes())
    content[content.index("Báo cáo quý I.txt".encode()) + 60] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        unlock_file(path, ["x"], tmp_path / "b.zip")
    assert (caught.value.code, caught.value.facts["reason"]) == ("cannot_unlock", "damaged")


@pytest.mark.skipif(os.name == "nt", reason="needs a device that is always full")
def test_a_place_that_takes_no_copy_is_named_and_not_the_file(tmp_path: Path) -> None:
    path = lock_zip(LETTERS, tmp_path / "a.zip", b"x", aes=True)
    (tmp_path / "full").symlink_to("/dev/full")
    for target, reason in ((tmp_path / "full", "disk_full"), (path / "b.zip", "store_unwritable")):
        with pytest.raises(UserError) as caught:
            unlock_file(path, ["x"], target)
        assert (caught.value.code, caught.value.facts["reason"]) == ("cannot_unlock", reason)
