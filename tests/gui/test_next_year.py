"""The next year in the window: the criteria side by side, what a clerk chooses, and the way back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.next_year import NextYearDialog
from gui.dialogs.proposals import ProposalsDialog
from gui.tasks import TaskRunner
from gui.widgets.appraisal_switch import AppraisalSwitch
from gui.widgets.match_table import EVIDENCE, HOW, NEW, OLD
from tests.gui.conftest import PATIENCE_MS, make_pdf

LEFT = Qt.MouseButton.LeftButton
Settle = Callable[[], None]


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path) -> NextYearDialog:
    paper = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot")).document
    workspace.links.link(paper.id, workspace.criteria.get("1.2").id)
    workspace.obstacles.add("difficulty", "Thiếu người", workspace.criteria.get("1.2").id)
    dialog = NextYearDialog(workspace, tasks)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle()
    return dialog


def row(dialog: NextYearDialog, code: str) -> int:
    table = dialog.table
    return next(
        at for at in range(table.topLevelItemCount()) if table.topLevelItem(at).text(OLD).startswith(f"{code} ")
    )


def test_the_clerk_chooses_and_the_new_year_begins_with_proposals(
    dialog: NextYearDialog, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    said: list[tuple[str, str, Callable[[], None]]] = []
    dialog.notified.connect(lambda *message: said.append(message))
    table = dialog.table
    item = table.topLevelItem(row(dialog, "1.2"))
    assert (item.text(NEW).split()[0], item.text(HOW), item.text(EVIDENCE)) == ("1.2", "Giống hệt", "1")
    table.setCurrentItem(item)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    box = table.findChild(QComboBox, "match_choice")
    box.setCurrentIndex(box.findData("1.3"))
    box.activated.emit(box.currentIndex())
    assert (item.text(NEW).split()[0], item.text(HOW)) == ("1.3", "Đã chọn")
    ask = dialog.findChild(QCheckBox, "next_obstacles")
    assert (ask.isVisible(), ask.isChecked(), "1 khó khăn" in ask.text()) == (True, True, True)
    qtbot.mouseClick(dialog.findChild(QPushButton, "next_make"), LEFT)
    settle()
    assert workspace.criteria.appraisal().year == 2024
    assert [one.criterion_id for one in workspace.obstacles.all()] == [workspace.criteria.get("1.3").id]
    [link] = workspace.links.all()
    assert (link.criterion_id, link.state) == (workspace.criteria.get("1.3").id, "proposed")
    words, action, back = said[0]
    assert words == "Đã lập kỳ đánh giá 2024: 66 tiêu chí, 1 minh chứng đang chờ nhận."
    assert action == "Hoàn tác"
    back()
    settle()
    assert workspace.criteria.appraisal().year == 2023
    assert len(workspace.appraisals.all()) == 1
    assert [one.state for one in workspace.links.all()] == ["accepted"]


def test_what_is_sure_need_not_be_looked_at(dialog: NextYearDialog) -> None:
    only = dialog.findChild(QCheckBox, "next_doubtful")
    assert not only.isChecked()  # the same catalogue: nothing is in doubt
    only.setChecked(True)
    table = dialog.table
    assert all(table.topLevelItem(at).isHidden() for at in range(table.topLevelItemCount()))


def test_what_still_holds_is_offered_first(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path
) -> None:
    for name, kind in (("a.pdf", "Quy chế"), ("b.pdf", "Báo cáo")):
        paper = workspace.documents.add(make_pdf(tmp_path / name, name)).document
        workspace.documents.describe(paper.id, type=kind, issued_on=date(2023, 3, 1), subject=kind)
        workspace.links.link(paper.id, workspace.criteria.get("1.2").id)
    workspace.next_year.make(workspace.next_year.plan())
    dialog = ProposalsDialog(workspace, tasks)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle()
    assert [dialog.tree.topLevelItem(at).text(1) for at in (0, 1)] == ["Quy chế", "Báo cáo"]
    qtbot.mouseClick(dialog.findChild(QPushButton, "proposals_accept"), LEFT)
    settle()
    assert sorted((one.state, one.code) for one in workspace.links.all()) == [("accepted", "1.2-01"), ("proposed", "")]
    assert dialog.tree.topLevelItemCount() == 1
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.findChild(QPushButton, "proposals_drop"), LEFT)
    settle()
    assert [one.state for one in workspace.links.all()] == ["accepted"]
    assert dialog.findChild(QLabel, "proposals_counts").text() == "Không còn đề xuất nào đang chờ."


def test_the_switch_goes_to_another_appraisal_and_back(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle
) -> None:
    workspace.next_year.make(workspace.next_year.plan())
    switch = AppraisalSwitch(workspace, tasks)
    qtbot.addWidget(switch)
    settle()
    assert switch.text() == "Kỳ 2024"
    old = next(action for action in switch.menu().actions() if "2023" in action.text())
    old.trigger()
    qtbot.waitUntil(lambda: switch.text() == "Kỳ 2023", timeout=PATIENCE_MS)
    assert workspace.criteria.appraisal().year == 2023
