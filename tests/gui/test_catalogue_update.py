"""A corrected plan in the window: the changes are seen, what goes may be kept, and all of it can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.dialogs.catalogue_update import AFTER, EVIDENCE, WHAT, CatalogueUpdateDialog
from gui.tasks import TaskRunner
from tests.gui.conftest import PATIENCE_MS, make_pdf

Settle = Callable[[], None]
PLAN = """Kế hoạch năm 2023

STT\tLĩnh vực/Tiêu chí\tPhòng chủ trì\tPhòng phối hợp\tThời gian hoàn thành
{rows}
"""


@pytest.fixture
def plan(workspace: Workspace, tmp_path: Path) -> Path:
    """The catalogue in use, but 1.3 is gone, 1.2 is another's and 8.3 is new; 1.3 has evidence, 4.3 has not."""
    paper = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot")).document
    workspace.links.link(paper.id, workspace.criteria.get("1.3").id)
    lines = []
    for one in workspace.criteria.tree():
        unit = "Thanh tra Sở" if one.code == "1.2" else one.lead_unit or ""
        if one.code not in ("1.3", "4.3"):
            units = "; ".join(one.coordinating_units)
            lines.append(f"{one.code}\t{one.text or one.title}\t{unit}\t{units}\t{one.deadline_text}")
    lines.append("8.3\tMột tiêu chí hoàn toàn mới\t\t\tNăm 2023")
    path = tmp_path / "ke-hoach-sua.txt"
    path.write_text(PLAN.format(rows="\n".join(lines)), encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, plan: Path) -> CatalogueUpdateDialog:
    dialog = CatalogueUpdateDialog(workspace, tasks, plan)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle()
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0, timeout=PATIENCE_MS)
    return dialog


def groups(dialog: CatalogueUpdateDialog) -> dict[str, list[QTreeWidgetItem]]:
    tops = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    return {top.text(WHAT): [top.child(at) for at in range(top.childCount())] for top in tops}


def test_changes_are_seen_kept_made_and_taken_back(
    dialog: CatalogueUpdateDialog, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    said: list[tuple[str, str, Callable[[], None]]] = []
    dialog.notified.connect(lambda *message: said.append(message))
    shown = groups(dialog)
    aside, removed, changed, new = shown.values()
    assert [(item.text(WHAT).split()[0], item.text(EVIDENCE)) for item in aside] == [("1.3", "1")]
    assert [item.text(WHAT).split()[0] for item in removed] == ["4.3"]
    assert [(item.text(WHAT).split()[0], item.text(AFTER)) for item in changed] == [("1.2", "Phòng chủ trì")]
    assert [item.text(WHAT).split()[0] for item in new] == ["8.3"]
    before = workspace.criteria.tree()
    removed[0].setCheckState(WHAT, Qt.CheckState.Checked)
    settle()
    assert [item.text(WHAT).split()[0] for item in groups(dialog)["Giữ lại (1)"]] == ["4.3"]
    assert workspace.criteria.tree() == before
    qtbot.mouseClick(dialog.findChild(QPushButton, "update_apply"), Qt.MouseButton.LeftButton)
    settle()
    codes = [one.code for one in workspace.criteria.tree()]
    assert codes[-2:] == ["CX", "1.3 (cũ)"]
    assert {"4.3", "8.3"} <= set(codes)
    assert workspace.criteria.get("1.2").lead_unit == "Thanh tra Sở"
    words, action, back = said[0]
    assert words == "Đã cập nhật bộ tiêu chí: 1 mới, 1 thay đổi, 1 vào “Chưa xếp”, 0 bỏ."
    assert action == "Hoàn tác"
    back()
    settle()
    assert workspace.criteria.tree() == before


def test_a_file_that_is_no_plan_is_said(
    qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "thu.txt").write_text("Không có bảng nào", encoding="utf-8")
    dialog = CatalogueUpdateDialog(workspace, tasks, tmp_path / "thu.txt")
    qtbot.addWidget(dialog)
    settle()
    assert "không có bảng tiêu chí" in dialog.findChild(QLabel, "update_problem").text()
    assert not dialog.findChild(QPushButton, "update_apply").isEnabled()
