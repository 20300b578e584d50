import errno
import hashlib
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import files
from core.errors import UserError
from core.files import atomic_path, copy_hashed, copy_whole, patiently, safe_name, with_ending


def test_an_atomic_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "hồ sơ.pdf"
    with atomic_path(target) as temporary:
        temporary.write_bytes(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["hồ sơ.pdf"]


def test_a_failed_writing_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="full"), atomic_path(target) as temporary:
        temporary.write_bytes(b"half")
        raise OSError("disk full")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@given(st.binary(max_size=3 * files.BLOCK // 2))
def test_copying_hashes_what_it_copies(content: bytes) -> None:
    target = io.BytesIO()
    digest, size = copy_hashed(io.BytesIO(content), target)
    assert target.getvalue() == content
    assert (digest, size) == (hashlib.sha256(content).hexdigest(), len(content))


def held_error() -> OSError:
    error = OSError("held by another program")
    error.winerror = 32  # type: ignore[attr-defined]
    return error


def test_a_file_held_for_a_moment_is_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "BUSY_PAUSE_SECONDS", 0)
    tries = iter([held_error(), held_error(), None])

    def action() -> str:
        if error := next(tries):
            raise error
        return "done"

    assert patiently(action, tmp_path) == "done"


def test_a_file_held_for_good_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "BUSY_PAUSE_SECONDS", 0)

    def action() -> None:
        raise held_error()

    with pytest.raises(UserError) as caught:
        patiently(action, tmp_path / "a.docx")
    assert caught.value.code == "file_in_use"
    assert str(caught.value.facts["path"]).endswith("a.docx")


@pytest.mark.parametrize(
    "name", ["CON.pdf", "lpt1", "a:b?.pdf", " .. ", "x" * 300 + ".pdf", "ế" * 200, "a\u202efdp.exe", "\ud800.pdf"]
)
def test_a_safe_name_is_one_that_windows_takes(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe.encode()) <= files.LONGEST_NAME_BYTES
    assert not set(safe) & set('<>:"/\\|?*\u202e')
    assert safe == safe.strip(" .")
    assert not files.RESERVED.match(safe)


@given(st.text())
def test_any_name_becomes_safe_and_stays_so(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)


def test_a_good_name_stays() -> None:
    assert safe_name("Báo cáo CCHC quý I.docx") == "Báo cáo CCHC quý I.docx"


@pytest.mark.parametrize(
    ("path", "long"),
    [
        (r"C:\Văn bản\a.pdf", r"\\?\C:\Văn bản\a.pdf"),
        (r"\\nas\chung\a.pdf", r"\\?\UNC\nas\chung\a.pdf"),
    ],
)
def test_windows_paths_of_any_length_and_back(path: str, long: str) -> None:
    assert files.windows_extended(path) == long
    assert files.windows_extended(long) == long
    assert files.windows_plain(long) == files.windows_plain(path) == path


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_share_that_cannot_sync_folders_takes_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", refusing_folders(number))
    with atomic_path(tmp_path / "a.pdf") as temporary:
        temporary.write_bytes(b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
def test_a_disk_that_fails_to_sync_a_folder_is_not_trusted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "fsync", refusing_folders(errno.EIO))
    with pytest.raises(OSError, match="I/O"), atomic_path(tmp_path / "a.pdf") as temporary:
        temporary.write_bytes(b"new")


def test_a_copy_that_cannot_be_made_says_of_which_end(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    for source, target, code, told in (
        (tmp_path / "gone.pdf", tmp_path / "b.pdf", "file_missing", "gone.pdf"),
        (tmp_path / "a.pdf", tmp_path / "a.pdf" / "b.pdf", "cannot_write", "b.pdf"),
    ):
        with pytest.raises(UserError) as caught:
            copy_whole(source, target)
        assert (caught.value.code, Path(str(caught.value.facts["path"])).name) == (code, told)


@pytest.mark.parametrize(
    ("typed", "named"), [("Nộp 20.11", "Nộp 20.11.pdf"), ("Hồ sơ.PDF", "Hồ sơ.PDF"), ("Hồ sơ", "Hồ sơ.pdf")]
)
def test_a_dot_in_a_name_is_no_ending(typed: str, named: str) -> None:
    assert with_ending(Path("/ra") / typed, ".pdf") == Path("/ra") / named


def refusing_folders(number: int) -> Callable[[int], None]:
    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "I/O error")

    return sync
