"""Words from files are shown as they stand: what looks like HTML would fetch pictures from wherever it says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.password import PasswordDialog
from gui.models.documents import SUBJECT
from gui.pages.library import LibraryPage
from gui.tasks import Changes, TaskRunner
from gui.widgets.appraisal_switch import AppraisalSwitch
from gui.widgets.message_bar import MessageBar
from gui.widgets.parts import tip
from gui.widgets.problem import Problem
from tests.gui.conftest import make_pdf, shown

HOSTILE = '<img src="//host/x.png"> <b>5</b> & 6'


def as_shown(words: str) -> str:
    """What a tool tip shows of its text."""
    return QTextDocumentFragment.fromHtml(words).toPlainText() if Qt.mightBeRichText(words) else words


@pytest.mark.parametrize("words", [HOSTILE, "1 < 2", "Tờ trình", "&lt;", f"{HOSTILE}\n{HOSTILE}"])
def test_a_tool_tip_shows_words_as_they_stand(words: str) -> None:
    assert as_shown(tip(words)) == words


@pytest.mark.parametrize("make", [lambda: Problem("p"), MessageBar])
def test_what_is_said_is_shown_as_it_stands(qtbot: QtBot, make: Callable[[], Problem | MessageBar]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.say(HOSTILE)
    says = widget if isinstance(widget, Problem) else widget.findChild(QLabel, "message_words")
    assert says
    assert (says.text(), says.textFormat()) == (HOSTILE, Qt.TextFormat.PlainText)


def test_a_page_shows_a_document_as_it_is_called(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Callable[[], None], tmp_path: Path
) -> None:
    document = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "a")).document
    workspace.documents.describe(document.id, subject=HOSTILE)
    page = shown(LibraryPage(workspace, tasks), qtbot, settle)
    page.reload(Changes.everything())
    settle()
    page.reveal("document", document.id)
    settle()
    labels = [one for one in page.findChildren(QLabel) if "<img" in one.text()]
    assert {one.textFormat() for one in labels} <= {Qt.TextFormat.PlainText}
    table = page.findChild(QTableView)
    assert table
    index = table.model().index(0, SUBJECT)
    assert as_shown(index.data(Qt.ItemDataRole.ToolTipRole)) == index.data() == HOSTILE


def test_an_ampersand_is_no_key(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Callable[[], None]
) -> None:
    workspace.criteria.edit_appraisal(title="Kế hoạch của Sở GD&ĐT")
    switch = AppraisalSwitch(workspace, tasks)
    qtbot.addWidget(switch)
    settle()
    (current, *_) = switch.menu().actions()
    assert "GD&&ĐT" in current.text()
    dialog = PasswordDialog("Sở GD&ĐT.pdf")
    qtbot.addWidget(dialog)
    assert any("GD&&ĐT" in one.text() for one in dialog.findChildren(QLabel))
