"""Encrypted files: taken in and marked, read with a password that is kept nowhere."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import docx
import openpyxl
import pytest

from core.errors import UserError
from core.reading import media
from core.workspace import Workspace
from tests.core.reading.letters import plan_page, signature_block, write_pdf
from tests.locked import Revision, lock_office, lock_pdf

PASSWORD = "Mật khẩu trường học"


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf(tmp_path_factory.mktemp("letter") / "letter.pdf", [plan_page(), signature_block()])


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "workspace", "Lan") as workspace:
        yield workspace


def test_a_letter_is_read_with_its_password_and_stays_marked(
    workspace: Workspace, letter: Path, tmp_path: Path
) -> None:
    locked = workspace.documents.add(lock_pdf(letter, tmp_path / "a.pdf", PASSWORD)).document
    assert (locked.problems, locked.pages, locked.description.symbol) == (("encrypted",), None, "")

    with pytest.raises(UserError) as caught:
        workspace.originals.unlock(locked.sha256, "sai")
    assert caught.value.code == "password_wrong"
    assert workspace.passwords.unlock(locked.sha256) is None

    workspace.originals.unlock(locked.sha256, normalize("NFD", PASSWORD))
    opened = workspace.documents.get(locked.id)
    assert (opened.problems, opened.pages, opened.description.symbol) == (("has_password",), 2, "12/KH-SGD&ĐT")
    assert workspace.search.find("trách nhiệm người đứng đầu")[0].document.id == locked.id
    assert workspace.passwords.unlock(locked.sha256) == normalize("NFD", PASSWORD)
    picture = tmp_path / "page.jpg"
    workspace.reader.picture(workspace.passwords.path(locked.sha256), opened.media_type, 0, 300, picture)
    assert picture.stat().st_size > 1000


@pytest.mark.parametrize("revision", [3, 4, 6])
def test_older_pdfs_and_letters_with_marks(
    workspace: Workspace, letter: Path, tmp_path: Path, revision: Revision
) -> None:
    password = PASSWORD if revision == 6 else "user"
    locked = workspace.documents.add(lock_pdf(letter, tmp_path / "a.pdf", password, revision)).document
    workspace.originals.unlock(locked.sha256, password)
    assert workspace.documents.get(locked.id).description.number == "12"


def test_word_and_excel(workspace: Workspace, tmp_path: Path) -> None:
    word, book = docx.Document(), openpyxl.Workbook()
    word.add_paragraph("Danh sách viên chức")
    book.worksheets[0]["A1"] = "Bảng lương"
    files = [
        lock_office(word.save, tmp_path / "a.docx", PASSWORD),
        lock_office(book.save, tmp_path / "b.xlsx", PASSWORD),
    ]
    locked = [workspace.documents.add(file).document for file in files]
    assert {one.problems for one in locked} == {("encrypted",)}

    workspace.originals.unlock(locked[0].sha256, PASSWORD)
    assert workspace.originals.unlock_others() == 1  # the same password
    kinds = [workspace.documents.get(one.id).media_type for one in locked]
    texts = [workspace.documents.text(one.id) for one in locked]
    assert kinds == [media.DOCX, media.XLSX]
    assert "Danh sách viên chức" in texts[0]
    assert "Bảng lương" in texts[1]


def test_what_comes_later_is_opened_by_itself(workspace: Workspace, letter: Path, tmp_path: Path) -> None:
    first = workspace.documents.add(lock_pdf(letter, tmp_path / "a.pdf", PASSWORD)).document
    workspace.originals.unlock(first.sha256, PASSWORD)
    second = workspace.documents.add(lock_pdf(letter, tmp_path / "b.pdf", PASSWORD)).document
    assert (second.problems, second.pages) == (("has_password",), 2)


def test_the_password_is_stored_nowhere_and_the_open_copy_goes_with_the_session(letter: Path, tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    with Workspace.create(folder, "Lan") as workspace:
        one = workspace.documents.add(lock_pdf(letter, tmp_path / "a.pdf", PASSWORD)).document
        workspace.originals.unlock(one.sha256, PASSWORD)
        assert {entry.action for entry in workspace.journal.entries()} >= {"original.unlocked", "document.read"}
    forms = [normalize(form, PASSWORD).encode(code) for form in ("NFC", "NFD") for code in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not [path for path in files for form in forms if form in path.read_bytes()]
    assert not (folder / "cache" / "unlocked").exists()

    with Workspace(folder, "Lan") as workspace:
        again = workspace.documents.get(one.id)
        assert (again.problems, again.pages) == (("has_password",), 2)
        assert workspace.passwords.unlock(one.sha256) is None
        workspace.originals.unlock(one.sha256, PASSWORD)
        assert workspace.passwords.unlock(one.sha256) == PASSWORD


def test_a_file_without_a_password_wants_none(workspace: Workspace, letter: Path) -> None:
    one = workspace.documents.add(letter).document
    with pytest.raises(UserError) as caught:
        workspace.originals.unlock(one.sha256, "gì cũng được")
    assert caught.value.code == "not_locked"
