"""The main window: pages, keys, search, messages, status bar, language, closing."""

import shutil
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabBar,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.progress import Progress
from core.workspace import Workspace
from gui.app import Program
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from gui.translators import install_language
from gui.widgets.navigation import COUNT
from tests.gui.conftest import PATIENCE_MS, make_pdf


@pytest.fixture
def program(qtbot: QtBot, preferences: Preferences, workspace: Workspace) -> Iterator[Program]:
    """The window on a workspace, up and quiet."""
    folder = workspace.folder
    workspace.close()
    program = Program(preferences)
    program.start(folder)
    qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE_MS)
    assert program.window
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    quiet(program, qtbot)
    yield program
    program.close()
    install_language("vi")


def window(program: Program) -> MainWindow:
    assert program.window
    return program.window


def tasks(program: Program) -> TaskRunner:
    assert program.session
    return program.session.tasks


def quiet(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(tasks(program).is_idle, timeout=PATIENCE_MS)


def shown_page(program: Program) -> str:
    return next(name for name, page in window(program).pages.items() if page.isVisible())


def wait_for_words(widget: QLabel | QToolButton, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: widget.isVisible() and words in widget.text(), timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("number", "name"),
    list(
        enumerate(
            ["overview", "inbox", "evidence", "library", "deadlines", "obstacles", "preflight", "dossier", "settings"],
            1,
        )
    ),
)
def test_pages_by_keys_and_by_mouse(program: Program, qtbot: QtBot, number: int, name: str) -> None:
    key = Qt.Key(Qt.Key.Key_0.value + number)
    qtbot.keyClick(window(program), key, Qt.KeyboardModifier.ControlModifier)
    assert shown_page(program) == name
    navigation = window(program).findChild(QListWidget, "navigation")
    other = navigation.item(number % navigation.count())
    qtbot.mouseClick(navigation.viewport(), Qt.MouseButton.LeftButton, pos=navigation.visualItemRect(other).center())
    assert shown_page(program) == list(window(program).pages)[number % navigation.count()]
    quiet(program, qtbot)


def test_a_page_that_is_opened_by_keys_has_the_keyboard(program: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(window(program), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    quiet(program, qtbot)
    tree = window(program).findChild(QTreeView, "criteria_tree")
    assert tree.hasFocus()
    before = tree.currentIndex()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert tree.currentIndex() == tree.indexBelow(before)
    quiet(program, qtbot)


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("overview", "tile_missing"),
        ("inbox", "inbox_folder"),
        ("evidence", "criteria_words"),
        ("library", "library_add"),
        ("deadlines", "deadlines_export"),
        ("preflight", "preflight_again"),
        ("dossier", "dossier_print"),
    ],
)
def test_tab_reaches_also_what_stands_before_the_part_that_has_the_keyboard(
    program: Program, qtbot: QtBot, name: str, before: str
) -> None:
    window(program).open("page", name)
    quiet(program, qtbot)
    reached: list[str] = []
    for _ in range(60):
        holder = QApplication.focusWidget()
        assert holder
        reached.append(holder.objectName())
        if before in reached:
            return
        qtbot.keyClick(holder, Qt.Key.Key_Tab)
    pytest.fail(f"only {reached}")


def test_the_title_names_the_office_and_the_year_of_a_plan_with_a_long_name(program: Program, qtbot: QtBot) -> None:
    wanted = "Minh Chứng: Sở Giáo dục và Đào tạo · 2023"
    qtbot.waitUntil(lambda: window(program).windowTitle() == wanted, timeout=PATIENCE_MS)


def test_files_dropped_into_a_watched_folder_arrive_by_themselves(
    program: Program, share: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window(program).open("page", "settings")
    status = window(program).findChild(QToolButton, "folder_status")
    assert status.text() == "○ Chưa theo dõi thư mục nào"
    window(program).pages["settings"].add_folder(share)
    wait_for_words(status, "● Thư mục chung: đang theo dõi (xem lúc", qtbot)
    shutil.copy(make_pdf(tmp_path / "a.pdf", "mot"), share)
    inbox = window(program).findChild(QListWidget, "navigation").item(1)
    qtbot.waitUntil(lambda: inbox.data(COUNT) == 1, timeout=PATIENCE_MS)
    qtbot.keyClick(window(program), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    arrivals = window(program).findChild(QListView, "arrivals")
    qtbot.waitUntil(lambda: arrivals.model().rowCount() == 1, timeout=PATIENCE_MS)
    assert arrivals.model().index(0, 0).data() == "a.pdf"


def test_a_file_that_cannot_be_taken_yet_is_told(program: Program, share: Path, qtbot: QtBot) -> None:
    (share / "rỗng.pdf").touch()
    window(program).pages["settings"].add_folder(share)
    status = window(program).findChild(QToolButton, "folder_status")
    wait_for_words(status, "1 tệp đang chờ", qtbot)
    assert "rỗng.pdf: tệp rỗng" in status.toolTip()


def test_a_folder_that_goes_away_is_told(program: Program, share: Path, qtbot: QtBot) -> None:
    window(program).pages["settings"].add_folder(share)
    status = window(program).findChild(QToolButton, "folder_status")
    wait_for_words(status, "● Thư mục chung", qtbot)
    share.rmdir()
    assert program.session
    program.session.intake.look()
    wait_for_words(status, "▲ Thư mục chung: không kết nối được thư mục", qtbot)
    quiet(program, qtbot)
    assert "đang chờ" not in status.text()  # the folder is no file
    qtbot.mouseClick(status, Qt.MouseButton.LeftButton)
    assert shown_page(program) == "settings"


def test_search_finds_without_accents_and_leads_there(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.session
    documents = program.session.workspace.documents
    added = documents.add(make_pdf(tmp_path / "a.pdf", "mot"))
    documents.describe(added.document.id, number="12", notation="KH-SGD", subject="Kiểm tra biên chế")
    qtbot.keyClick(window(program), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = window(program).findChild(QLineEdit, "search")
    assert field.hasFocus()
    qtbot.keyClicks(field, "bien che")
    results = field.completer().popup()
    qtbot.waitUntil(results.isVisible, timeout=PATIENCE_MS)
    rows = [results.model().index(row, 0).data() for row in range(results.model().rowCount())]
    assert any(row.startswith("4.2 ") for row in rows)
    assert rows[-1] == "12/KH-SGD · Kiểm tra biên chế"
    revealed: list[tuple[str, str]] = []
    monkeypatch.setattr(window(program).pages["library"], "reveal", lambda *where: revealed.append(where))
    for _ in rows:
        qtbot.keyClick(results, Qt.Key.Key_Down)
    qtbot.keyClick(results, Qt.Key.Key_Return)
    assert shown_page(program) == "library"
    assert revealed == [("document", added.document.id)]
    qtbot.waitUntil(lambda: field.text() == "", timeout=PATIENCE_MS)
    quiet(program, qtbot)


def test_escape_leaves_the_search_empty(program: Program, qtbot: QtBot) -> None:
    field = window(program).findChild(QLineEdit, "search")
    field.setFocus()
    qtbot.keyClicks(field, "bien che")
    results = field.completer().popup()
    qtbot.waitUntil(results.isVisible, timeout=PATIENCE_MS)
    qtbot.keyClick(results, Qt.Key.Key_Escape)
    assert (field.text(), results.isVisible()) == ("", False)
    quiet(program, qtbot)


def test_every_field_and_button_says_what_it_is(program: Program, qtbot: QtBot) -> None:
    """To a screen reader: by its own words, an accessible name, or the label whose buddy it is."""
    nameless = []
    for name, page in window(program).pages.items():
        window(program).open("page", name)
        quiet(program, qtbot)
        kinds = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractButton, QPlainTextEdit, QAbstractItemView)
        for widget in [each for kind in kinds for each in page.findChildren(kind)]:
            is_part = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QHeaderView, QLineEdit, QTabBar))
            is_part = is_part or isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")
            said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not is_part and widget.isVisible() and not said.strip():
                nameless.append(f"{name}: {type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_a_problem_is_put_into_words_and_stops_nobody(program: Program, qtbot: QtBot) -> None:
    def fail() -> None:
        raise UserError("file_in_use", path="bao-cao.docx")

    tasks(program).read(fail)
    words = window(program).findChild(QLabel, "message_words")
    wait_for_words(words, "Chương trình khác đang giữ tệp bao-cao.docx.", qtbot)
    qtbot.mouseClick(window(program).findChild(QToolButton, "message_close"), Qt.MouseButton.LeftButton)
    assert not words.isVisible()


def test_a_message_offers_one_thing_to_do(program: Program, qtbot: QtBot) -> None:
    undone: list[int] = []
    window(program).say("Đã từ chối 1 tệp.", "Hoàn tác", lambda: undone.append(1))
    qtbot.mouseClick(window(program).findChild(QPushButton, "message_action"), Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not window(program).findChild(QLabel, "message_words").isVisible()


def test_nothing_on_the_page_moves_when_a_message_appears_or_goes(program: Program, qtbot: QtBot) -> None:
    shell = window(program)
    shell.resize(1280, 740)
    page, words = shell.pages["overview"], shell.findChild(QLabel, "message_words")
    folders = shell.findChild(QToolButton, "folder_status")
    long_title = (
        "Đã gắn “Quyết định về việc ban hành Kế hoạch cải cách hành chính năm 2023 của Sở Giáo dục” vào tiêu chí 1.1."
    )
    qtbot.waitUntil(lambda: shell.width() == 1280, timeout=PATIENCE_MS)
    QApplication.processEvents()
    before, watched = page.geometry(), folders.accessibleName()
    for said, action in (("Đã lưu.", ""), (long_title, "Hoàn tác")):
        shell.say(said, action, (lambda: None) if action else None)
        qtbot.waitUntil(lambda: words.isVisible() and words.height() >= words.heightForWidth(words.width()))
        assert page.geometry() == before
        assert folders.text() == watched[0]  # its sign stays, and a screen reader says it whole
        assert folders.accessibleName() == watched
        qtbot.mouseClick(shell.findChild(QToolButton, "message_close"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: folders.text() == watched, timeout=PATIENCE_MS)
        assert page.geometry() == before


def test_words_that_are_too_many_for_the_message_bar_are_not_cut(program: Program, qtbot: QtBot) -> None:
    words = window(program).findChild(QLabel, "message_words")
    window(program).say("Dữ liệu của việc này đã thay đổi từ lúc đó. " * 12)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 0, timeout=PATIENCE_MS)


def test_a_long_task_is_seen_and_stopped(program: Program, qtbot: QtBot) -> None:
    def count(progress: Progress) -> None:
        for number in range(100_000):
            progress.step(number, 100_000)
            time.sleep(0.002)

    tasks(program).long("Kiểm tra tệp", count)
    words = window(program).findChild(QLabel, "task_words")
    wait_for_words(words, "Kiểm tra tệp", qtbot)
    stop = window(program).findChild(QPushButton, "task_stop")
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    quiet(program, qtbot)
    assert not stop.isVisible()


@pytest.mark.parametrize("stays", [True, False])
def test_closing_asks_only_for_a_task_that_would_be_lost(
    program: Program, monkeypatch: pytest.MonkeyPatch, stays: bool
) -> None:
    def for_ever(progress: Progress) -> None:
        while True:
            progress.check()
            time.sleep(0.01)

    asked: list[str] = []
    monkeypatch.setattr(MainWindow, "_may_stop", lambda _window, title: asked.append(title) or not stays)
    tasks(program).long("Xem thư mục", for_ever, resumes=True)
    task = tasks(program).long("In hồ sơ", for_ever)
    window(program).close()
    assert asked == ["In hồ sơ"]
    assert window(program).isVisible() is stays
    task.cancel()


def test_english_and_back(program: Program, preferences: Preferences, share: Path, qtbot: QtBot) -> None:
    assert program.session
    tasks(program).write(program.session.workspace.folders.add, share, changes=Changes(folders=True))
    quiet(program, qtbot)
    for code, inbox in (("en", "Inbox"), ("vi", "Hộp đến")):
        window(program).open("page", "settings")
        before = window(program)
        combo = before.findChild(QComboBox, "language")
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down if code == "en" else Qt.Key.Key_Up)
        qtbot.waitUntil(lambda before=before: window(program) is not before, timeout=PATIENCE_MS)
        assert window(program).findChild(QListWidget, "navigation").item(1).text() == inbox
        assert share.name in window(program).findChild(QToolButton, "folder_status").text()
        assert preferences.language == code
        assert shown_page(program) == "settings"
        quiet(program, qtbot)


def test_after_midnight_the_pages_count_from_the_new_day(program: Program, qtbot: QtBot) -> None:
    quiet(program, qtbot)
    told: list[Changes] = []
    tasks(program).changed.connect(told.append)
    window(program)._clock.timeout.emit()
    assert told == []
    window(program)._day -= timedelta(days=1)
    window(program)._clock.timeout.emit()
    assert [one.evidence and one.criteria for one in told] == [True]


def test_the_window_can_be_as_small_as_its_screen(program: Program, qtbot: QtBot) -> None:
    room = window(program).screen().availableSize()  # that of the tests is narrower than what pages would like
    window(program).resize(room)
    assert window(program).width() <= room.width()
    assert window(program).height() <= room.height()
    window(program).resize(window(program).minimumSize())
    window(program).open("page", "evidence")
    quiet(program, qtbot)
    page = window(program).pages["evidence"]
    assert page.width() >= page.minimumSizeHint().width()  # its parts do not lie over each other


def test_size_and_splitters_are_remembered(program: Program, preferences: Preferences, qtbot: QtBot) -> None:
    window(program).open("page", "inbox")
    window(program).resize(790, 640)  # the screen of the tests has no more
    splitter = window(program).findChild(QSplitter, "inbox_parts")
    splitter.setSizes([300, 300, 400])
    sizes = splitter.sizes()
    assert program.session
    folder = program.session.workspace.folder
    window(program).close()
    program.close()
    again = Program(Preferences(Path(preferences._settings.fileName())))
    again.start(None)
    try:
        qtbot.waitUntil(lambda: again.window is not None, timeout=PATIENCE_MS)
        assert again.session
        assert again.session.workspace.folder == folder
        assert window(again).height() == 640
        window(again).open("page", "inbox")
        assert window(again).findChild(QSplitter, "inbox_parts").sizes() == sizes
        quiet(again, qtbot)
    finally:
        again.close()
