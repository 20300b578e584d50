"""Units, the people whom one asks there, and their reminders."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QTableWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from core.catalogue.units import Person
from core.workspace import Workspace
from gui.dialogs.units import OPEN, PEOPLE, UnitsDialog
from gui.pages.overview import OverviewPage
from gui.tasks import TaskRunner
from tests.gui.conftest import type_words

Settle = Callable[[], None]


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> UnitsDialog:
    dialog = UnitsDialog(workspace, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def line(dialog: UnitsDialog, name: str):
    (item,) = dialog.findChild(QTreeWidget, "units").findItems(name, Qt.MatchFlag.MatchExactly)
    return item


def press(qtbot: QtBot, dialog: UnitsDialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def said(dialog: UnitsDialog) -> str:
    return dialog.findChild(QLabel, "reminders_result").text()


def test_each_unit_with_what_it_owes(dialog: UnitsDialog) -> None:
    assert line(dialog, "Văn phòng Sở").text(OPEN) == "19"  # of 20, one is a survey
    assert line(dialog, "Văn phòng Sở").checkState(0) == Qt.CheckState.Checked


def test_people_are_kept_as_they_are_typed(
    qtbot: QtBot, dialog: UnitsDialog, workspace: Workspace, settle: Settle
) -> None:
    dialog.findChild(QTreeWidget, "units").setCurrentItem(line(dialog, "Phòng TCCB"))
    press(qtbot, dialog, "person_add")
    table = dialog.findChild(QTableWidget, "people")
    editor = table.findChild(QLineEdit)
    type_words(editor, "Nguyễn Văn Bình")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    table.item(0, 2).setText("0912 345 678")
    settle()
    assert workspace.units.get("Phòng TCCB").people == (Person("Nguyễn Văn Bình", "", "0912 345 678"),)
    assert line(dialog, "Phòng TCCB").text(PEOPLE) == "Nguyễn Văn Bình, 0912 345 678"
    assert dialog.isVisible()  # Enter ended the field, not the dialog
    table.item(0, 0).setText(" ")
    settle()
    assert "chưa có họ tên" in said(dialog)
    table.setCurrentCell(0, 0)
    press(qtbot, dialog, "person_remove")
    settle()
    assert workspace.units.get("Phòng TCCB").people == ()


def test_reminders_for_the_units_that_are_ticked(
    qtbot: QtBot, dialog: UnitsDialog, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for item in dialog.findChild(QTreeWidget, "units").findItems("", Qt.MatchFlag.MatchContains):
        if item.text(0) != "Phòng TCCB" and item.data(0, Qt.ItemDataRole.CheckStateRole) is not None:
            item.setCheckState(0, Qt.CheckState.Unchecked)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "phiếu"))
    kind = dialog.findChild(QComboBox, "reminder_format")
    kind.setCurrentIndex(kind.findData("pdf"))
    press(qtbot, dialog, "reminders_write")
    settle()
    assert [path.name for path in (tmp_path / "phiếu").iterdir()] == ["Phiếu đôn đốc - Phòng TCCB.pdf"]
    assert "Đã lập 1 phiếu" in said(dialog)
    assert dialog.findChild(QPushButton, "reminders_open").isVisible()
    line(dialog, "Phòng TCCB").setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.findChild(QPushButton, "reminders_write").isEnabled()


def test_a_report_on_progress(
    qtbot: QtBot, dialog: UnitsDialog, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tiến độ.xlsx", "tiến độ.docx"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        press(qtbot, dialog, "report_write")
        settle()
        assert (tmp_path / name).is_file()
        assert name in said(dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.txt"), ""))
    press(qtbot, dialog, "report_write")
    settle()
    assert "Không ghi được báo cáo" in said(dialog)


def test_the_overview_leads_to_them(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> None:
    page = OverviewPage(workspace, tasks)
    qtbot.addWidget(page)
    page.show()
    settle()
    qtbot.mouseClick(page.findChild(QPushButton, "overview_ask_units"), Qt.MouseButton.LeftButton)
    settle()
    assert page.findChild(UnitsDialog).isVisible()
