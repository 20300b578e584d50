"""Archives are unpacked under limits, inside the target only, and whatever is refused is named with its reason."""

import errno
import shutil
import stat
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.reading import archives
from core.reading.archives import Limits, safe_path, unpack
from tests.core.intake.zips import exact, zipped


@pytest.fixture
def open_up(tmp_path):
    """Unpacks bytes into a folder of their own; nothing else under tmp_path may change."""

    def open_up(content: bytes, **limits):
        path, folder = tmp_path / "a.zip", tmp_path / "trong" / "sâu" / "đích"
        path.write_bytes(content)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        unpacked = unpack(path, folder, Limits(**limits))
        files = {entry.file for entry in unpacked.entries if entry.file}
        assert {found.name for found in tmp_path.rglob("*") if found.is_file()} == files | {"a.zip"}
        texts = {entry.name: (folder / entry.file).read_bytes() for entry in unpacked.entries if entry.file}
        refused = {entry.name: entry.problem for entry in unpacked.entries if not entry.file}
        return texts, refused, unpacked.problem

    return open_up


def test_entries_come_out_with_their_folders(open_up):
    texts, refused, problem = open_up(zipped([("a.pdf", "một"), ("Quý I/Báo cáo.docx", "hai"), ("Quý I/", "")]))
    assert texts == {"a.pdf": "một".encode(), "Quý I/Báo cáo.docx": b"hai"}
    assert (refused, problem) == ({}, None)


EVIL = [
    "../evil.txt",
    "..\\..\\evil.txt",
    "/etc/evil.txt",
    "C:\\Windows\\evil.txt",
    "C:evil.txt",
    "\\\\server\\share\\evil.txt",
    "//server/share/evil.txt",
    "a/../../evil.txt",
    "....//....//evil.txt",
    "good.txt:evil.ads",
    "\\\\?\\C:\\evil.txt",
    "..",
    ".",
]


@pytest.mark.parametrize("name", EVIL)
def test_a_name_that_leads_out_is_refused_and_the_rest_comes(open_up, name):
    texts, refused, _ = open_up(zipped([("tốt.txt", "tốt"), (name, "evil")]))
    assert texts == {"tốt.txt": "tốt".encode()}
    assert refused == {name: "unsafe_name"}


def test_a_name_with_a_zero_in_it_is_refused_and_shown(open_up):
    texts, refused, _ = open_up(zipped([("a\0/../evil.txt", "evil")]))
    assert (texts, refused) == ({}, {"a\ufffd/../evil.txt": "unsafe_name"})


@given(st.text(min_size=1, max_size=30))
def test_a_safe_path_never_leads_out(name):
    path = safe_path(name)
    if path is not None:
        assert not Path(path).is_absolute()
        assert not {"", ".", ".."} & set(path.split("/"))
        assert not set(path) & set('\0\\:*?"<>|')


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Kế hoạch.pdf".encode(), "Kế hoạch.pdf"),
        (b"K\xea\xec hoa\xf2ch n\xe3m ho\xf2c.pdf", "Kế hoạch năm học.pdf"),
        (b"\xd0\xf4\xeci chi\xea\xecu \xf4\xd2n \xf0i\xf2nh.pdf", "Đối chiếu ổn định.pdf"),
        ("Müller, réponse.pdf".encode("cp437"), "Müller, réponse.pdf"),
    ],
)
def test_names_without_a_mark_of_their_encoding_come_out_readable(open_up, raw, name):
    texts, _, _ = open_up(zipped([(raw, "x")]))
    assert list(texts) == [name]


def test_names_that_are_one_on_windows_are_kept_apart(open_up):
    forms = [unicodedata.normalize(form, "Quyết định.pdf") for form in ("NFC", "NFD")]
    texts, _, _ = open_up(zipped([(forms[0], "1"), (forms[1], "2"), ("a/B.txt", "3"), ("A/b.txt", "4")]))
    assert texts == {
        "Quyết định.pdf": b"1",
        "Quyết định (2).pdf": b"2",
        "a/B.txt": b"3",
        "A/b (2).txt": b"4",
    }


def test_a_flipped_byte_costs_its_entry_only(open_up):
    content = bytearray(zipped([("a.txt", "một" * 50), ("b.txt", "hai")], compress_type=zipfile.ZIP_STORED))
    content[content.index("một".encode()) + 1] ^= 1
    texts, refused, _ = open_up(bytes(content))
    assert (texts, refused) == ({"b.txt": b"hai"}, {"a.txt": "damaged"})


def test_an_entry_that_would_begin_before_the_archive_costs_itself_only(open_up):
    beheaded = zipped([("a.txt", "một"), ("b.txt", "hai")])[2:]
    assert open_up(beheaded)[:2] == ({"b.txt": b"hai"}, {"a.txt": "damaged"})


def test_what_is_no_archive_says_so(open_up):
    assert open_up(b"PK\x03\x04 no archive") == ({}, {}, "damaged")
    whole = zipped([("a.txt", "một")])
    assert open_up(whole[: len(whole) // 2]) == ({}, {}, "damaged")


def test_an_encrypted_entry_is_named(open_up):
    content = bytearray(zipped([("a.txt", "một"), ("b.txt", "hai")]))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    texts, refused, _ = open_up(bytes(content))
    assert (texts, refused) == ({"b.txt": b"hai"}, {"a.txt": "encrypted"})


def test_links_and_empty_entries_are_named(open_up):
    link = exact("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    texts, refused, _ = open_up(zipped([("rỗng.txt", ""), ("a.txt", "a")]))
    assert (list(texts), refused) == (["a.txt"], {"rỗng.txt": "empty"})
    texts, refused, _ = open_up(zipped([(link, "/etc/passwd")]))
    assert (texts, refused) == ({}, {"link.txt": "unsafe_name"})


@pytest.mark.parametrize(
    "name", ["__MACOSX/._a.pdf", "Thumbs.db", "Quý I/~$bao cao.docx", "~/.bashrc", "./.git/config"]
)
def test_what_systems_leave_in_archives_is_no_document(open_up, name):
    texts, refused, _ = open_up(zipped([("./a.txt", "a"), (name, "x")]))
    assert (list(texts), list(refused.values())) == (["a.txt"], ["system_file"])


def test_limits_of_size_ratio_and_number(open_up):
    entries = [("a.txt", "a" * 100), ("b.txt", "b" * 100), ("c.txt", "c" * 30)]
    _, refused, _ = open_up(zipped(entries), single=99)
    assert refused == {"a.txt": "too_large", "b.txt": "too_large"}
    texts, refused, _ = open_up(zipped(entries), total=150)
    assert (sorted(texts), refused) == (["a.txt", "c.txt"], {"b.txt": "too_large"})
    assert open_up(zipped(entries), entries=2) == ({}, {}, "too_many_entries")
    bomb = [("bomb.txt", "0" * 100_000), ("a.txt", "a")]
    texts, refused, _ = open_up(zipped(bomb), ratio=100, small=50_000)
    assert (sorted(texts), refused) == (["a.txt"], {"bomb.txt": "compressed_too_much"})


def test_archives_in_archives_come_out_to_a_depth(open_up):
    content = zipped([("c.txt", "c")])
    for name in ("b", "a"):
        content = zipped([(f"{name}.zip", content), (f"{name}.txt", name)])
    texts, refused, _ = open_up(content, depth=2)
    assert sorted(texts) == ["a.txt", "a.zip/b.txt"]
    assert refused == {"a.zip/b.zip": "archive_too_deep"}
    assert sorted(open_up(content, depth=3)[0]) == ["a.txt", "a.zip/b.txt", "a.zip/b.zip/c.txt"]
    assert open_up(zipped([("hỏng.zip", b"PK\x03\x04 no archive")]))[1] == {"hỏng.zip": "damaged"}
    assert open_up(content, entries=4, depth=3)[1] == {"a.zip/b.zip": "too_many_entries"}


def test_a_full_disk_leaves_nothing_behind(open_up, tmp_path, monkeypatch):
    write, count = archives._write, 0

    def full(archive, info, target):
        nonlocal count
        count += 1
        write(archive, info, target)
        if count == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(archives, "_write", full)
    with pytest.raises(UserError) as caught:
        open_up(zipped([("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c")]))
    assert caught.value.code == "disk_full"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]


@pytest.mark.parametrize(("method", "start"), [(zipfile.ZIP_BZIP2, 4), (zipfile.ZIP_LZMA, 9)])
def test_an_entry_damaged_in_any_way_of_packing_costs_nothing_else(open_up, method, start):
    hurt = exact("hỏng.txt")
    hurt.compress_type = method
    content = bytearray(zipped([("a.txt", "a"), (hurt, "Kế hoạch " * 1000)]))
    place = content.index("hỏng.txt".encode()) + len("hỏng.txt".encode()) + start
    content[place : place + 20] = b"\xff" * 20
    assert open_up(bytes(content)) == ({"a.txt": b"a"}, {"hỏng.txt": "damaged"}, None)


def test_an_entry_that_is_taken_away_as_soon_as_it_is_there_is_named(open_up, monkeypatch):
    write = archives._write

    def guarded(archive, info, target):
        write(archive, info, target)
        if info.filename == "vi rút.doc":
            target.unlink()

    monkeypatch.setattr(archives, "_write", guarded)
    found = open_up(zipped([("vi rút.doc", "X5O!P%"), ("a.txt", "a")]))
    assert found == ({"a.txt": b"a"}, {"vi rút.doc": "file_unreadable"}, None)
