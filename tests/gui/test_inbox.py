"""The inbox: what a clerk sees of a file that arrived, and what becomes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.reason import ReasonDialog
from gui.models.arrivals import MARK
from gui.pages.inbox import InboxPage
from gui.tasks import Changes, TaskRunner
from tests.gui.conftest import PATIENCE_MS, make_pdf, shown, type_words

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, share: Path, settle: Settle) -> InboxPage:
    """Three files have arrived: a.pdf, b.pdf and, with the same bytes, c.pdf."""
    make_pdf(share / "a.pdf", "mot")
    make_pdf(share / "b.pdf", "mot", "hai")
    (share / "c.pdf").write_bytes((share / "b.pdf").read_bytes())
    workspace.folders.add(share)
    workspace.scan.run(settle_seconds=0)
    return shown(InboxPage(workspace, tasks), qtbot, settle)


def names(page: InboxPage) -> list[str]:
    model = page.findChild(QListView, "arrivals").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def selected(page: InboxPage) -> list[str]:
    return [index.data() for index in page.findChild(QListView, "arrivals").selectionModel().selectedIndexes()]


def select(
    page: InboxPage, qtbot: QtBot, name: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = page.findChild(QListView, "arrivals")
    index = view.model().index(names(page).index(name), 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, view.visualRect(index).center())


def click(page: InboxPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def refuse(page: InboxPage, qtbot: QtBot, reason: str) -> None:
    """Del in the list, then a reason."""
    qtbot.keyClick(page.findChild(QListView, "arrivals"), Qt.Key.Key_Delete)
    dialog = page.findChild(ReasonDialog)
    field = dialog.findChild(QComboBox, "reason").lineEdit()
    field.selectAll()
    type_words(field, reason)
    qtbot.mouseClick(dialog.findChild(QPushButton, "reason_give"), Qt.MouseButton.LeftButton)


def test_enter_accepts_onto_the_criterion_and_goes_on(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    said: list[str] = []
    page.notified.connect(lambda words, *_: said.append(words))
    select(page, qtbot, "a.pdf")
    for field, words in (("number", "2211"), ("notation", "QĐ-SGD&ĐT"), ("issued_on", "17/11/2021")):
        page.findChild(QLineEdit, field).selectAll()
        type_words(page.findChild(QLineEdit, field), words)
    page.findChild(QPlainTextEdit, "subject").selectAll()
    type_words(page.findChild(QPlainTextEdit, "subject"), "Giao biên chế")
    picker = page.findChild(QLineEdit, "criterion_filter")
    qtbot.keyClicks(picker, "4.2.1")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    settle()
    document = workspace.documents.all()[0]
    assert document.name == "a.pdf"
    assert document.description.symbol == "2211/QĐ-SGD&ĐT"
    assert document.description.subject == "Giao biên chế"
    assert [link.code for link in workspace.links.of_criterion(workspace.criteria.get("4.2.1").id)] == ["4.2.1-01"]
    assert said == ["Đã nhận “2211/QĐ-SGD&ĐT”. Mã minh chứng: 4.2.1-01."]
    assert names(page) == ["b.pdf", "c.pdf"]
    assert selected(page) == ["b.pdf"]
    assert page.findChild(QLineEdit, "number").text() == "", "the next file has its own fields"


def test_several_are_accepted_at_once_and_a_duplicate_is_told(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    said: list[str] = []
    page.notified.connect(lambda words, *_: said.append(words))
    select(page, qtbot, "b.pdf")
    select(page, qtbot, "c.pdf", Qt.KeyboardModifier.ShiftModifier)
    assert selected(page) == ["b.pdf", "c.pdf"]
    click(page, qtbot, "accept")
    settle()
    assert [document.name for document in workspace.documents.all()] == ["b.pdf"]
    assert said == ["Đã nhận 2 tệp. 1 tệp đã có từ trước."]
    assert names(page) == ["a.pdf"]


def test_the_same_bytes_are_shown_as_such_and_lead_to_the_other(page: InboxPage, qtbot: QtBot) -> None:
    view = page.findChild(QListView, "arrivals")
    assert [view.model().index(row, 0).data(MARK) for row in range(3)] == ["", "", "trùng"]
    wanted: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, key: wanted.append((kind, key)))
    select(page, qtbot, "c.pdf")
    told = page.findChild(QLabel, "arrival_duplicate")
    assert told.isVisible()
    assert "Trùng từng byte" in told.text()
    told.linkActivated.emit(told.text().split('href="')[1].split('"')[0])
    assert wanted[0][0] == "arrival"
    page.reveal(*wanted[0])
    assert selected(page) == ["b.pdf"]


def test_refused_with_a_reason_and_taken_back(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    offers: list[tuple[str, str, Callable[[], None]]] = []
    page.notified.connect(lambda *offer: offers.append(offer))
    select(page, qtbot, "a.pdf")
    refuse(page, qtbot, "Bản nháp")
    settle()
    assert names(page) == ["b.pdf", "c.pdf"]
    assert [(each.name, each.reason) for each in workspace.inbox.all("refused")] == [("a.pdf", "Bản nháp")]
    words, action, undo = offers[0]
    assert (words, action) == ("Đã từ chối 1 tệp.", "Hoàn tác")
    undo()
    settle()
    assert names(page) == ["a.pdf", "b.pdf", "c.pdf"]
    assert selected(page) == ["a.pdf"]


def test_the_keyboard_alone_refuses_and_goes_on_to_the_file_after(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    select(page, qtbot, "a.pdf")
    view = page.findChild(QListView, "arrivals")
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selected(page) == ["a.pdf", "b.pdf"]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    dialog = page.findChild(ReasonDialog)
    qtbot.waitUntil(lambda: dialog.isActiveWindow(), timeout=PATIENCE_MS)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert [each.name for each in workspace.inbox.all("refused")] == ["a.pdf", "b.pdf"]
    assert selected(page) == ["c.pdf"]


def test_of_several_that_are_accepted_the_first_that_is_left_comes_next(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    for name in ("d.pdf", "e.pdf", "f.pdf"):
        make_pdf(share / name, name)
    workspace.scan.run(settle_seconds=0)
    tasks.changed.emit(Changes(arrivals=True))
    settle()
    select(page, qtbot, "a.pdf")
    select(page, qtbot, "c.pdf", Qt.KeyboardModifier.ShiftModifier)
    click(page, qtbot, "accept")
    settle()
    assert names(page) == ["d.pdf", "e.pdf", "f.pdf"]
    assert selected(page) == ["d.pdf"], "none is passed over"


def test_a_reason_is_needed(page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    select(page, qtbot, "a.pdf")
    refuse(page, qtbot, "   ")
    assert not page.findChild(ReasonDialog).findChild(QPushButton, "reason_give").isEnabled()
    page.findChild(ReasonDialog).reject()
    settle()
    assert workspace.inbox.all("refused") == []


def test_deferred_stays_and_the_next_is_shown(page: InboxPage, qtbot: QtBot, settle: Settle) -> None:
    select(page, qtbot, "a.pdf")
    click(page, qtbot, "defer")
    settle()
    assert names(page) == ["a.pdf", "b.pdf", "c.pdf"]
    assert selected(page) == ["b.pdf"]
    states = page.findChild(QComboBox, "inbox_state")
    states.setFocus()
    qtbot.keyClicks(states, "M")  # Mới đến
    settle()
    assert states.currentText() == "Mới đến"
    assert names(page) == ["b.pdf", "c.pdf"]


def test_the_refused_are_kept_and_can_come_back(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    workspace.inbox.refuse(workspace.inbox.all()[0].id, "Sai năm")
    states = page.findChild(QComboBox, "inbox_state")
    states.setCurrentIndex(states.findText("Đã từ chối"))
    settle()
    assert names(page) == ["a.pdf"]
    assert not page.findChild(QPushButton, "accept").isVisible()
    click(page, qtbot, "reopen")
    settle()
    assert [each.name for each in workspace.inbox.all()] == ["a.pdf", "b.pdf", "c.pdf"]


def test_a_click_beside_the_files_says_how_to_go_on(page: InboxPage, qtbot: QtBot, settle: Settle) -> None:
    view = page.findChild(QListView, "arrivals")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().bottomRight())
    settle()
    assert selected(page) == []
    shown_words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Chọn một tệp để xem trước." in shown_words


def test_a_file_that_arrives_does_not_disturb_what_is_typed(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    select(page, qtbot, "b.pdf")
    type_words(page.findChild(QLineEdit, "signer"), "Nguyễn Văn A")
    make_pdf(share / "d.pdf", "bon")
    workspace.scan.run(settle_seconds=0)
    tasks.changed.emit(Changes(arrivals=True))
    settle()
    assert names(page)[-1] == "d.pdf"
    assert selected(page) == ["b.pdf"]
    assert page.findChild(QLineEdit, "signer").text() == "Nguyễn Văn A"


def test_a_day_that_cannot_be_read_holds_the_file_back(
    page: InboxPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    select(page, qtbot, "a.pdf")
    type_words(page.findChild(QLineEdit, "issued_on"), "32/13/2023")
    click(page, qtbot, "accept")
    settle()
    assert workspace.documents.all() == []


def test_an_empty_inbox_says_what_to_do(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, share: Path, settle: Settle
) -> None:
    page = InboxPage(workspace, tasks)
    qtbot.addWidget(page)
    page.show()
    settle()
    wanted: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, key: wanted.append((kind, key)))
    click(page, qtbot, "inbox_add_folder")
    assert wanted == [("folder", "new")]
    workspace.folders.add(share)
    tasks.changed.emit(Changes(folders=True))
    settle()
    assert str(share) in page.findChild(QLabel, "inbox_empty").text()
    assert not page.findChild(QPushButton, "inbox_add_folder").isVisible()


def test_a_key_chooses_what_is_suggested_and_enter_accepts_it(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    (share / "6.1.1 Giai ngan").mkdir()
    make_pdf(share / "6.1.1 Giai ngan" / "d.pdf", "Ket qua xu ly phan anh, kien nghi (PAKN) cua ca nhan, to chuc")
    workspace.scan.run(settle_seconds=0)
    tasks.changed.emit(Changes(arrivals=True))
    settle()
    first, second = (page.findChild(QCheckBox, f"suggestion_{number}") for number in (1, 2))
    select(page, qtbot, "a.pdf")
    settle()
    assert not first.isVisible(), "nothing is suggested for a file that says nothing"
    select(page, qtbot, "d.pdf")
    settle()
    assert first.accessibleName().startswith("6.1.1 ")
    assert "“6.1.1 Giai ngan”" in page.findChild(QLabel, "suggestion_1_why").text()
    assert second.accessibleName().startswith("3.5.")
    view = page.findChild(QListView, "arrivals")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2):
        qtbot.keyClick(view, key)
    assert (first.isChecked(), second.isChecked()) == (True, False)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle()
    linked = workspace.links.of_document(workspace.documents.all()[0].id)
    assert [link.criterion_id for link in linked] == [workspace.criteria.get("6.1.1").id]


def test_suggestions_and_the_tree_show_the_same_choice(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, share: Path, qtbot: QtBot, settle: Settle
) -> None:
    make_pdf(share / "1.2 d.pdf", "mot")
    workspace.scan.run(settle_seconds=0)
    tasks.changed.emit(Changes(arrivals=True))
    settle()
    select(page, qtbot, "1.2 d.pdf")
    settle()
    picker = page.findChild(QLineEdit, "criterion_filter")
    picker.setFocus()
    qtbot.keyClicks(picker, "1.2")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    box = page.findChild(QCheckBox, "suggestion_1")
    assert box.isChecked()
    box.click()
    click(page, qtbot, "accept")
    settle()
    assert [each.name for each in workspace.documents.all()] == ["1.2 d.pdf"]
    assert workspace.links.all() == []


def test_a_long_name_ends_in_dots_and_nothing_scrolls_sideways(
    page: InboxPage, workspace: Workspace, tasks: TaskRunner, share: Path, settle: Settle
) -> None:
    make_pdf(share / f"{'Báo cáo kết quả thực hiện công tác cải cách hành chính ' * 3}.pdf", "ba")
    workspace.scan.run(settle_seconds=0)
    tasks.changed.emit(Changes(arrivals=True))
    settle()
    assert len(names(page)) == 4
    assert page.findChild(QListView, "arrivals").horizontalScrollBar().maximum() == 0
