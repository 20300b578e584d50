"""What documents are to each other, as the library shows it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.relate import RelateDialog
from gui.tasks import TaskRunner
from gui.widgets.document_view import DocumentView

Settle = Callable[[], None]
Papers = tuple[str, str, str]


@pytest.fixture
def papers(workspace: Workspace, tmp_path: Path) -> Papers:
    """An old decision that is evidence twice, the one that says to replace it, and another paper."""
    keys: list[str] = []
    for number, text in (("12", "cũ"), ("20", "Quyết định này thay thế Quyết định số 12/QĐ-UBND."), ("31", "khác")):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        key = workspace.documents.add(path).document.id
        facts = {"number": number, "notation": "QĐ-UBND", "type": "Quyết định", "subject": f"Văn bản {number}"}
        workspace.documents.describe(key, issued_on=date(2023, 5, int(number)), **facts)
        keys.append(key)
    for code in ("1.1", "1.5"):
        workspace.links.link(keys[0], workspace.criteria.get(code).id)
    return keys[0], keys[1], keys[2]


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner) -> DocumentView:
    view = DocumentView(workspace, tasks, "view")
    tasks.changed.connect(lambda _changes: view.reload())
    qtbot.addWidget(view)
    view.show()
    return view


def line(view: QWidget) -> QLabel:
    return view.findChild(QLabel, "view_relations")


def plain(view: QWidget) -> list[str]:
    return [re.sub("<[^>]*>", "", part) for part in line(view).text().split("<br>")]


def follow(view: QWidget, words: str) -> None:
    (address,) = re.findall(rf'href="([^"]*)">{words}', line(view).text())
    line(view).linkActivated.emit(address)


def test_what_the_text_says_is_one_click_away(
    view: DocumentView, workspace: Workspace, papers: Papers, settle: Settle
) -> None:
    old, new, _ = papers
    told: list[tuple[str, str, Callable[[], None]]] = []
    view.notified.connect(lambda *said: told.append(said))
    view.show_document(new)
    settle()
    assert plain(view)[0] == "Văn bản ghi là thay thế 12/QĐ-UBND, 12/05/2023: Văn bản 12 · Ghi nhận"
    follow(view, "Ghi nhận")
    settle()
    assert plain(view)[0] == "Thay thế 12/QĐ-UBND, 12/05/2023: Văn bản 12 · Bỏ"
    assert told[-1][0] == "Đã ghi. Văn bản cũ đang là minh chứng ở 2 nơi."
    told[-1][2]()
    settle()
    assert {one.document_id for one in workspace.links.all()} == {new}
    view.show_document(old)
    settle()
    assert plain(view)[0] == "Đã bị thay thế bởi 20/QĐ-UBND, 20/05/2023: Văn bản 20 · Bỏ"
    follow(view, "Bỏ")
    settle()
    assert workspace.relations.all() == []


def test_a_relation_to_a_document_that_is_chosen(
    qtbot: QtBot, view: DocumentView, workspace: Workspace, papers: Papers, settle: Settle
) -> None:
    old, _, other = papers
    view.show_document(old)
    settle()
    follow(view, "Ghi quan hệ")
    settle()
    dialog = view.findChild(RelateDialog)
    button = dialog.findChild(QPushButton, "relate_button")
    dialog.findChild(QComboBox, "relate_kind").setCurrentIndex(1)
    table = dialog.findChild(QWidget, "relate_table")
    rows = {table.model().id_at(table.model().index(row, 0)): row for row in range(table.model().rowCount())}
    table.selectRow(rows[old])
    assert not button.isEnabled()  # not to itself
    table.selectRow(rows[other])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert [(one.document.id, one.kind, one.other.id) for one in workspace.relations.all()] == [
        (other, "replaces", old)
    ]


def test_a_newer_copy_of_the_same_number_may_take_the_place_of_the_old_one(
    view: DocumentView, workspace: Workspace, papers: Papers, settle: Settle
) -> None:
    old, new, _ = papers
    for key in (old, new):
        workspace.documents.describe(key, number="12", issued_on=date(2023, 5, 12))
    said: list[tuple[str, Callable[[], None]]] = []
    view.notified.connect(lambda words, _button, action: said.append((words, action)))
    view.show_document(new)
    settle()
    view.findChild(QLabel, "view_warning").linkActivated.emit(f"revision:{old}")
    settle()
    words, hand_over = said[-1]
    assert words == "Đã ghi. Văn bản cũ đang là minh chứng ở 2 nơi."
    assert {one.document_id for one in workspace.links.all()} == {old}
    hand_over()
    settle()
    assert {one.document_id for one in workspace.links.all()} == {new}


def test_what_is_only_proposed_is_called_so(
    view: DocumentView, workspace: Workspace, papers: Papers, settle: Settle
) -> None:
    workspace.next_year.make(workspace.next_year.plan())
    first, second = workspace.links.of_document(papers[0])
    workspace.links.accept(first.id)
    view.show_document(papers[0])
    settle()
    uses = [re.sub("<[^>]*>", "", part) for part in view.findChild(QLabel, "view_uses").text().split("<br>")]
    codes = [workspace.criteria.get(one.criterion_id).code for one in (first, second)]
    assert uses == [f"Minh chứng cho: {codes[0]}", f"Đề xuất: {codes[1]}"]


def test_older_revisions_are_named(
    view: DocumentView, workspace: Workspace, papers: Papers, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "31 bản sửa.txt").write_text("đã sửa", encoding="utf-8")
    workspace.documents.replace(papers[2], tmp_path / "31 bản sửa.txt")
    view.show_document(papers[2])
    settle()
    assert re.match(r"Đang dùng bản 2, nhận ngày .*\. Còn giữ: 31\.txt", plain(view)[0])
