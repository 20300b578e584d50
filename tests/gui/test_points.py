"""Points, where a catalogue has them: scoring, sums and what-if; nothing of it where there are none."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.workspace import Workspace
from gui.dialogs.points import COUNTED, PointsDialog
from gui.pages.evidence import EvidencePage
from gui.pages.overview import OverviewPage
from gui.tasks import TaskRunner
from gui.widgets.points_panel import APPRAISED, EXPLANATION, OWN

Settle = Callable[[], None]
STATED = (
    Stated("1", "CHỈ ĐẠO", points="3,5"),
    Stated("1.1", "Kế hoạch", points="1,5"),
    Stated("1.2", "Báo cáo", points="2"),
    Stated("2", "CÔNG VỤ", points="3"),
)


@pytest.fixture
def pointed(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "có điểm") as workspace:
        workspace.criteria.create(Draft("Chỉ số", 2023, draft_criteria(STATED, 2023)))
        yield workspace


def words(owner: QWidget, name: str) -> str:
    return owner.findChild(QLabel, name).text()


def test_scores_are_kept_and_summed(qtbot: QtBot, pointed: Workspace, tasks: TaskRunner, settle: Settle) -> None:
    dialog = PointsDialog(pointed, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    tree = dialog.findChild(QTreeWidget, "points_tree")
    rounds = dialog.findChild(QTableWidget, "points_rounds")
    assert not rounds.isVisible()  # the first one is a sum
    item = tree.topLevelItem(0).child(1)
    tree.setCurrentItem(item)
    rounds.item(0, OWN).setText("2,5")
    settle()
    assert "nhiều nhất 2 điểm" in words(dialog, "points_wrong")
    rounds.item(0, OWN).setText("2")
    settle()
    rounds.item(0, APPRAISED).setText("1,25")
    settle()
    assert (item.text(COUNTED), tree.topLevelItem(0).text(COUNTED)) == ("1,25", "1,25")
    assert words(dialog, "points_total").startswith("1,25 / 6,5 điểm")
    qtbot.mouseClick(dialog.findChild(QPushButton, "points_add"), Qt.MouseButton.LeftButton)
    rounds.item(1, EXPLANATION).setText("Đã gửi bổ sung")
    settle()
    assert [(one.round, one.appraised, one.explanation) for one in pointed.criteria.get("1.2").scores] == [
        (1, 1.25, ""),
        (2, None, "Đã gửi bổ sung"),
    ]
    tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    item.setCheckState(0, Qt.CheckState.Checked)
    assert words(dialog, "points_supposed") == "Nếu 1.2, 2 đạt: 5 điểm (thêm 3,75)."


def test_points_stand_with_the_criterion(qtbot: QtBot, pointed: Workspace, tasks: TaskRunner, settle: Settle) -> None:
    page = EvidencePage(pointed, tasks)
    qtbot.addWidget(page)
    page.show()
    settle()
    page.reveal("criterion", pointed.criteria.get("1.2").id)
    settle()
    assert page.view.tabs.isTabVisible(page.view.tabs.indexOf(page.view.points))
    page.view.tabs.setCurrentWidget(page.view.points)
    page.findChild(QTableWidget, "criterion_points_rounds").item(0, OWN).setText("1,5")
    settle()
    assert pointed.criteria.get("1.2").self_score == 1.5
    assert "đang tính 1,5 điểm" in words(page, "criterion_points_about")


def test_the_overview_leads_to_them(qtbot: QtBot, pointed: Workspace, tasks: TaskRunner, settle: Settle) -> None:
    page = OverviewPage(pointed, tasks)
    qtbot.addWidget(page)
    page.show()
    settle()
    button = page.findChild(QPushButton, "overview_points")
    assert button.text().replace("&", "") == "Điểm: 0 / 6,5…"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert page.findChild(PointsDialog).isVisible()


def test_nothing_is_shown_without_points(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> None:
    overview, evidence = OverviewPage(workspace, tasks), EvidencePage(workspace, tasks)
    for page in (overview, evidence):
        qtbot.addWidget(page)
        page.show()
    settle()
    evidence.reveal("criterion", workspace.criteria.get("1.1").id)
    settle()
    assert not overview.findChild(QPushButton, "overview_points").isVisible()
    assert not evidence.view.tabs.isTabVisible(evidence.view.tabs.indexOf(evidence.view.points))
