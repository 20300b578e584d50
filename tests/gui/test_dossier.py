"""The dossier page: choose, see what is missing, print, stop, hand over."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from core.dossier.options import Options
from core.dossier.wording import vietnamese
from core.progress import Progress
from core.workspace import Workspace
from gui.dialogs.paper import PaperDialog
from gui.dialogs.seals import SealDialog, SealsDialog
from gui.dialogs.wording import WordingDialog
from gui.dossier_choices import from_text, to_text
from gui.pages.dossier import DossierPage
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from gui.widgets.task_progress import FIRST_SECONDS, Pace
from tests.core.dossier.making import parts_without
from tests.gui.conftest import PATIENCE_MS, make_pdf, type_words

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """The page over a workspace where 1.1 and 2.1.1 are proven, the latter by a file that is broken."""

    def __init__(self, page: DossierPage, workspace: Workspace, qtbot: QtBot, settle: Settle, out: Path) -> None:
        self.page, self.workspace, self.qtbot, self.settle, self.out = page, workspace, qtbot, settle, out
        field = page.findChild(QLineEdit, "dossier_path")
        field.clear()
        type_words(field, str(out))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), LEFT)

    def button(self, name: str) -> QPushButton:
        return self.page.findChild(QPushButton, name)

    def choose(self, name: str) -> None:
        self.page.findChild(QRadioButton, name).click()

    def tick(self, part: str) -> None:
        self.page.findChild(QCheckBox, f"dossier_{part}").click()

    def pick(self, name: str, value: object) -> None:
        box = self.page.findChild(QComboBox, name)
        box.setCurrentIndex(box.findData(value) if isinstance(value, str) else value)

    def print(self) -> None:
        self.click("dossier_print")
        self.settle()

    def trigger(self, name: str) -> None:
        self.page.findChild(QAction, name).trigger()
        self.settle()

    def told_pages(self) -> int:
        self.see("Khoảng ")
        return int(self.words("dossier_foreseen").partition("Khoảng ")[2].split()[0])

    def words(self, name: str) -> str:
        return self.page.findChild(QLabel, name).text()

    def see(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words("dossier_foreseen"), timeout=PATIENCE_MS)


@pytest.fixture
def desk(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path, preferences: Preferences
) -> Desk:
    good = workspace.documents.add(make_pdf(tmp_path / "tốt.pdf", "mot", "hai")).document
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + bytes(300))
    bad = workspace.documents.add(broken).document
    workspace.links.link(good.id, workspace.criteria.get("1.1").id)
    workspace.links.link(bad.id, workspace.criteria.get("2.1.1").id)
    page = DossierPage(workspace, tasks, preferences)
    qtbot.addWidget(page)
    page.resize(1100, 750)
    page.show()
    settle()
    return Desk(page, workspace, qtbot, settle, tmp_path / "ra" / "Hồ sơ.pdf")


def test_it_says_beforehand_what_it_will_hold_and_what_is_missing(desk: Desk) -> None:
    desk.see("2 tài liệu.")
    assert "hỏng.pdf" in desk.words("dossier_foreseen")
    assert "43 tiêu chí còn thiếu minh chứng" in desk.words("dossier_foreseen")


def test_it_says_how_much_is_listed_as_rejected(desk: Desk) -> None:
    desk.see("2 tài liệu.")
    (link,) = desk.workspace.links.of_criterion(desk.workspace.criteria.get("2.1.1").id)
    desk.workspace.judgements.reject(link.id, "Chưa ký")
    desk.page.reload(Changes(evidence=True))
    desk.see("Liệt kê 1 minh chứng bị loại, kèm lý do.")
    assert "1 tài liệu." in desk.words("dossier_foreseen")


def test_the_count_follows_the_choice(desk: Desk) -> None:
    desk.choose("dossier_some")
    assert not desk.button("dossier_print").isEnabled()
    picker = desk.page.findChild(QLineEdit, "criterion_filter")
    type_words(picker, "1.1")
    desk.qtbot.keyClick(picker, Qt.Key.Key_Return)
    desk.see("1 tài liệu.")
    assert "còn thiếu" not in desk.words("dossier_foreseen")
    assert desk.button("dossier_print").isEnabled()
    desk.choose("dossier_of_unit")
    units = desk.page.findChild(QComboBox, "dossier_unit")
    units.setCurrentText("Thanh tra Sở")
    desk.see("hỏng.pdf")
    assert "1 tài liệu." in desk.words("dossier_foreseen")


def test_a_part_of_the_dossier_is_not_printed_over_the_whole(desk: Desk) -> None:
    path = desk.page.findChild(QLineEdit, "dossier_path")
    path.setText(str(desk.out.with_name("Hồ sơ minh chứng 2023.pdf")))
    desk.choose("dossier_of_unit")
    unit = desk.page.findChild(QComboBox, "dossier_unit")
    unit.setCurrentText("Thanh tra Sở")
    assert path.text() == str(desk.out.with_name("Hồ sơ minh chứng 2023 - Thanh tra Sở.pdf"))
    desk.choose("dossier_whole")
    assert path.text() == str(desk.out.with_name("Hồ sơ minh chứng 2023.pdf"))
    path.setText(str(desk.out))  # its own name stays
    desk.choose("dossier_of_unit")
    assert path.text() == str(desk.out)


def test_the_lists_alone_bring_no_pages_of_documents(desk: Desk) -> None:
    desk.see("hỏng.pdf")
    with_documents = desk.told_pages()
    desk.click("dossier_lists")
    desk.qtbot.waitUntil(lambda: desk.told_pages() <= with_documents - 3, timeout=PATIENCE_MS)
    assert "hỏng.pdf" not in desk.words("dossier_foreseen")
    assert not desk.page.findChild(QComboBox, "dossier_photos").isEnabled()
    for part in ("cover", "contents", "summary", "evidence_list", "missing", "omitted", "dividers", "sheets"):
        desk.tick(f"part_{part}")
    desk.tick("part_integrity")
    desk.see("Hãy chọn ít nhất một phần của hồ sơ.")
    assert not desk.button("dossier_print").isEnabled()
    desk.click("dossier_every_part")
    desk.see("hỏng.pdf")


def test_printed_with_its_pages_and_what_was_left_out(desk: Desk) -> None:
    opened: list[tuple[str, str]] = []
    desk.page.open_requested.connect(lambda kind, key: opened.append((kind, key)))
    desk.see("hỏng.pdf")
    told = desk.told_pages()
    desk.print()
    with pikepdf.open(desk.out) as pdf:
        assert f"Đã in {len(pdf.pages)} trang, 2 tài liệu, 2 minh chứng" in desk.words("dossier_result")
        assert len(pdf.pages) == told
    assert "hỏng.pdf</a>: tệp bị hỏng" in desk.words("dossier_omitted")
    bad = next(one for one in desk.workspace.documents.all() if one.name == "hỏng.pdf")
    desk.page.findChild(QLabel, "dossier_omitted").linkActivated.emit(f"document:{bad.id}")
    assert opened == [("document", bad.id)]


def test_volumes_are_foretold_and_all_named(desk: Desk) -> None:
    desk.pick("dossier_volumes", 1)
    desk.page.findChild(QSpinBox, "dossier_max_pages").setValue(30)
    desk.see("Chia thành")
    desk.print()
    files = sorted(desk.out.parent.glob("*.pdf"))
    assert f"Chia thành {len(files)} tập." in desk.words("dossier_foreseen")
    assert all(str(file) in desk.words("dossier_result") for file in files)


def test_what_was_chosen_is_chosen_the_next_time(
    desk: Desk, qtbot: QtBot, tasks: TaskRunner, preferences: Preferences
) -> None:
    desk.tick("part_cover")
    desk.tick("odd_starts")
    desk.pick("dossier_order", "date")
    desk.pick("dossier_preset", "email")
    desk.choose("dossier_of_unit")
    desk.page.findChild(QComboBox, "dossier_unit").setCurrentText("Thanh tra Sở")
    chosen = desk.page.options()
    assert chosen == Options(
        parts=parts_without("cover"), odd_starts=True, order="date", preset="email", unit="Thanh tra Sở"
    )
    again = DossierPage(desk.workspace, tasks, preferences)
    qtbot.addWidget(again)
    again.show()
    desk.settle()
    assert again.options() == chosen
    assert again.findChild(QLineEdit, "dossier_path").text() == str(desk.out)


def test_choices_of_another_program_are_taken_as_far_as_they_are_known() -> None:
    options = Options(parts=parts_without("documents"), criteria=("a",), max_pages=50, photos_per_page=4)
    assert from_text(to_text(options, "x.pdf")) == (options, "x.pdf")
    odd = '{"parts": ["cover", "new"], "order": "size", "photos_per_page": 3, "max_pages": "many", "path": 4}'
    assert from_text(odd) == (Options(parts=frozenset({"cover"})), "")
    assert from_text("]") == (Options(), "")


def test_the_stick_holds_what_was_printed_and_is_replaced_when_that_is_wanted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb, archive = tmp_path / "usb", tmp_path / "gửi.zip"
    usb.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(archive), ""))
    desk.print()
    desk.trigger("dossier_copy_folder")
    (folder,) = usb.iterdir()
    assert (folder / "ho-so.pdf").read_bytes() == desk.out.read_bytes()
    assert (folder / "index.html").is_file()
    assert str(folder) in desk.words("dossier_handed_over")
    assert "Có đủ mọi bản gốc." in desk.words("dossier_handed_over")
    desk.trigger("dossier_copy_folder")
    desk.qtbot.waitUntil(lambda: bool(desk.page.findChildren(QMessageBox)), timeout=PATIENCE_MS)
    (folder / "index.html").unlink()
    box = desk.page.findChild(QMessageBox, "dossier_replace")
    desk.qtbot.mouseClick(next(one for one in box.buttons() if one.text() == "Thay bộ cũ"), LEFT)
    desk.qtbot.waitUntil((folder / "index.html").is_file, timeout=PATIENCE_MS)
    desk.settle()
    desk.trigger("dossier_copy_zip")
    with zipfile.ZipFile(archive) as file:
        assert "ho-so.pdf" in file.namelist()
    desk.choose("dossier_of_unit")
    desk.page.findChild(QComboBox, "dossier_unit").setCurrentText("Thanh tra Sở")
    desk.print()
    desk.trigger("dossier_copy_folder")  # a part lies beside the whole
    assert {one.name for one in usb.iterdir()} == {"Hồ sơ minh chứng 2023", "Hồ sơ minh chứng 2023 - Thanh tra Sở"}


def test_some_pages_go_to_the_printer(desk: Desk, tmp_path: Path) -> None:
    told: list[str] = []
    desk.page.notified.connect(lambda words, *_: told.append(words))
    desk.tick("odd_starts")
    desk.print()
    desk.click("dossier_paper")
    dialog = desk.page.findChild(PaperDialog)
    go, field = dialog.findChild(QPushButton, "paper_go"), dialog.findChild(QLineEdit, "paper_range")
    type_words(field, "2-4, 900")
    assert not go.isEnabled()
    assert "các trang từ 1 đến" in dialog.findChild(QLabel, "paper_problem").text()
    field.clear()
    type_words(field, "2-4, 6")
    assert dialog.findChild(QLabel, "paper_count").text() == "4 trang, 2 tờ A4"
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    system = dialog.findChild(QPrintDialog)
    system.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    system.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    system.done(QPrintDialog.DialogCode.Accepted)
    desk.settle()
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert len(pdf.pages) == 4
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox[2:]] == [595, 842]
    assert told == ["Đã gửi 4 trang tới máy in."]


def test_sealed_it_tells_what_changed_is_supplemented_and_printed_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.print()
    pages = desk.told_pages()
    desk.click("dossier_seal")
    dialog = desk.page.findChild(SealDialog)
    type_words(dialog.findChild(QLineEdit, "seal_name"), "Nộp lần 1")
    desk.qtbot.mouseClick(dialog.findChild(QPushButton, "seal_confirm"), LEFT)
    desk.qtbot.waitUntil(desk.button("dossier_seals").isVisible, timeout=PATIENCE_MS)
    assert not desk.button("dossier_seal").isVisible()
    late = desk.workspace.documents.add(make_pdf(tmp_path / "bổ sung.pdf", "ba")).document
    desk.workspace.links.link(late.id, desk.workspace.criteria.get("1.3").id)
    desk.choose("dossier_changed")
    desk.qtbot.waitUntil(lambda: desk.told_pages() < pages, timeout=PATIENCE_MS)
    desk.click("dossier_seals")
    seals = desk.page.findChild(SealsDialog)
    changes = seals.findChild(QTreeWidget, "seal_changes")
    desk.qtbot.waitUntil(lambda: changes.topLevelItemCount() > 0, timeout=PATIENCE_MS)
    said = [changes.topLevelItem(row).text(1) for row in range(changes.topLevelItemCount())]
    assert any("Thêm minh chứng 1.3-01" in words for words in said)
    again = tmp_path / "in lại.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(again), ""))
    desk.qtbot.mouseClick(seals.findChild(QPushButton, "seal_reprint"), LEFT)
    desk.settle()
    with pikepdf.open(desk.out) as sealed, pikepdf.open(again) as pdf:
        assert len(pdf.pages) == len(sealed.pages)
    assert not desk.button("dossier_seal").isVisible()  # it has its name
    desk.click("dossier_seals")
    seals = desk.page.findChildren(SealsDialog)[-1]
    desk.settle()
    desk.qtbot.mouseClick(seals.findChild(QPushButton, "seal_remove"), LEFT)
    asked = seals.findChild(QMessageBox, "seal_remove_confirm")
    assert asked.defaultButton().text() == "Giữ lại"
    (does,) = [one for one in asked.buttons() if one is not asked.defaultButton()]
    desk.qtbot.mouseClick(does, LEFT)
    desk.settle()
    assert seals.findChild(QTreeWidget, "seals").topLevelItemCount() == 0
    assert desk.workspace.seals.all() == ()


def test_words_and_logo_of_the_appraisal(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.click("dossier_wording")
    dialog = desk.page.findChild(WordingDialog)
    tree, text = dialog.findChild(QTreeWidget, "wording_tree"), dialog.findChild(QPlainTextEdit, "wording_text")
    desk.settle()
    sections = {tree.topLevelItem(place).text(0) for place in range(tree.topLevelItemCount())}
    assert not sections & set(vietnamese().defaults)  # each has a name that a person knows
    type_words(dialog.findChild(QLineEdit, "wording_filter"), "ngay thang nam")
    (item,) = tree.findItems("{place}, ngày {day}", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert not item.isHidden()
    tree.setCurrentItem(item)
    save = dialog.findChild(QPushButton, "wording_save")
    assert not save.isEnabled()
    text.setPlainText("{nowhere}, ngày {day}")
    desk.qtbot.mouseClick(save, LEFT)
    desk.qtbot.waitUntil(dialog.findChild(QLabel, "wording_problem").isVisible, timeout=PATIENCE_MS)
    text.setPlainText("{place}, {day}.{month}.{year}")
    desk.qtbot.mouseClick(save, LEFT)
    reset = dialog.findChild(QPushButton, "wording_reset")
    desk.qtbot.waitUntil(reset.isEnabled, timeout=PATIENCE_MS)
    assert desk.workspace.wordings.words() == {"cover": {"date": "{place}, {day}.{month}.{year}"}}
    desk.qtbot.mouseClick(reset, LEFT)
    desk.qtbot.waitUntil(lambda: not reset.isEnabled(), timeout=PATIENCE_MS)
    assert desk.workspace.wordings.words() == {}
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 40), "red").save(logo)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(logo), ""))
    desk.qtbot.mouseClick(dialog.findChild(QPushButton, "wording_choose_logo"), LEFT)
    away = dialog.findChild(QPushButton, "wording_no_logo")
    desk.qtbot.waitUntil(away.isVisible, timeout=PATIENCE_MS)
    desk.qtbot.mouseClick(away, LEFT)
    desk.qtbot.waitUntil(lambda: not away.isVisible(), timeout=PATIENCE_MS)


def test_the_time_that_is_left_is_told_once_it_can_be_known() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    assert pace.left(5, 10) is None
    now[0] += FIRST_SECONDS
    assert pace.left(0, 10) is None
    assert pace.left(1, 4) == 3 * FIRST_SECONDS
    assert pace.left(4, 4) == 0


def test_stopped_it_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    is_running, asked = Event(), Event()
    step = Progress.step

    def slow(progress: Progress, *facts: object) -> None:
        is_running.set()
        asked.wait(PATIENCE_MS / 1000)
        step(progress, *facts)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Progress, "step", slow)
    desk.click("dossier_print")
    assert is_running.wait(PATIENCE_MS / 1000)
    assert not desk.button("dossier_print").isEnabled()
    desk.click("progress_stop")
    asked.set()
    desk.settle()
    assert desk.words("dossier_state") == "Đã dừng. Chưa có tệp nào được tạo."
    assert not desk.out.exists()
    assert desk.button("dossier_print").isEnabled()


def test_a_place_that_cannot_be_written_to_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("a file where a folder should be")
    desk.click("dossier_print")
    desk.settle()
    assert str(desk.out) in desk.words("dossier_result")
    assert not desk.button("dossier_open").isVisible()


def test_a_name_that_the_system_refuses_can_be_typed(desk: Desk) -> None:
    desk.page.findChild(QLineEdit, "dossier_path").setText("/" + "a" * 300 + ".pdf")
    desk.print()
    assert "aaa.pdf" in desk.words("dossier_result")
