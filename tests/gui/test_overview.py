"""The overview: numbers that agree with the evidence, and where they lead."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QTreeView
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.models.criteria import Filter
from gui.models.totals import OVERDUE, STATES
from gui.pages.overview import OverviewPage
from gui.tasks import Changes, TaskRunner
from gui.widgets.number_tile import NumberTile
from tests.gui.conftest import make_pdf

Settle = Callable[[], None]
COMPLETE, MISSING = STATES.index("complete") + 2, STATES.index("missing") + 2  # columns


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle, tmp_path: Path) -> OverviewPage:
    """Of the built-in plan 1.1 is proven, and of 1.4 one of four requirements."""
    document = workspace.documents.add(make_pdf(tmp_path / "a.pdf", "mot")).document
    workspace.links.link(document.id, workspace.criteria.get("1.1").id)
    workspace.links.link(document.id, workspace.criteria.get("1.4").id, 2)
    page = OverviewPage(workspace, tasks)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    settle()
    return page


def tile(page: OverviewPage, name: str) -> NumberTile:
    return page.findChild(NumberTile, f"tile_{name}")


def numbers(page: OverviewPage) -> dict[str, int]:
    return {name: int(tile(page, name).number()) for name in (*STATES, "overdue")}


def lines(page: OverviewPage, name: str) -> dict[str, QModelIndex]:
    model = page.findChild(QTreeView, name).model()
    return {index.data(): index for row in range(model.rowCount()) if (index := model.index(row, 0)).isValid()}


def number(index: QModelIndex, column: int) -> int:
    return int(index.siblingAtColumn(column).data() or 0)


def click(qtbot: QtBot, view: QTreeView, index: QModelIndex) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def asked(page: OverviewPage) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, key: found.append((kind, key)))
    return found


def test_the_big_numbers_are_those_of_the_plan(page: OverviewPage, workspace: Workspace) -> None:
    shown = numbers(page)
    dated = [
        one.code for one in workspace.criteria.tree() if one.is_leaf and one.counts_as == "documents" and one.deadlines
    ]
    assert "1.1" not in dated
    assert shown.pop("overdue") == len(dated)  # all its dates are of 2023
    assert shown == {"complete": 1, "partial": 1, "missing": 43, "survey": 5, "not_assigned": 0}


def test_fields_units_and_deadlines_add_up_to_them(page: OverviewPage) -> None:
    for name in ("overview_fields", "overview_units", "overview_deadlines"):
        rows = lines(page, name).values()
        assert sum(number(index, MISSING) for index in rows) == numbers(page)["missing"], name
        assert sum(number(index, OVERDUE) for index in rows) == numbers(page)["overdue"], name


def test_a_bar_says_its_numbers_to_a_screen_reader(page: OverviewPage) -> None:
    first = next(iter(lines(page, "overview_fields").values()))
    words = first.siblingAtColumn(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Đủ: 1, Một phần: 1, Chưa có: 3, Điều tra xã hội học: 0, Không được giao: 0"


def test_a_tile_leads_to_its_criteria(page: OverviewPage, qtbot: QtBot) -> None:
    found = asked(page)
    qtbot.mouseClick(tile(page, "missing"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(tile(page, "overdue"), Qt.Key.Key_Space)
    assert [(kind, Filter.from_key(key)) for kind, key in found] == [
        ("criteria", Filter(state="missing")),
        ("criteria", Filter(mark="overdue")),
    ]


def test_each_number_of_a_unit_is_a_link_but_a_nought_is_none(page: OverviewPage, qtbot: QtBot) -> None:
    found = asked(page)
    view = page.findChild(QTreeView, "overview_units")
    unit = lines(page, "overview_units")["Thanh tra Sở"]
    click(qtbot, view, unit.siblingAtColumn(COMPLETE))
    assert found == []
    click(qtbot, view, unit.siblingAtColumn(MISSING))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    wanted = Filter(unit="Thanh tra Sở", state="missing")
    assert [Filter.from_key(key) for _, key in found] == [wanted, wanted]


def test_what_comes_next_is_the_oldest_date_first_with_who_and_what(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    found = asked(page)
    view = page.findChild(QTreeView, "overview_next")
    first = view.model().index(0, 0)
    assert first.data().startswith("1.2 Thực hiện chế độ báo cáo CCHC định kỳ")
    assert first.data().endswith("\nChưa có minh chứng nào")
    assert first.siblingAtColumn(1).data() == "Văn phòng Sở"
    assert first.siblingAtColumn(2).data() == "Quá hạn 15/03/2023"
    click(qtbot, view, first)
    assert found == [("criterion", workspace.criteria.get("1.2").id)]


def test_a_new_link_shows_at_once(page: OverviewPage, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> None:
    document = workspace.documents.all()[0]
    key = workspace.criteria.get("1.3").id
    tasks.write(workspace.links.link, document.id, key, changes=Changes(evidence=True))
    settle()
    assert numbers(page)["complete"] == 2
    assert numbers(page)["missing"] == 42


def test_nothing_missing_is_said_in_words(
    page: OverviewPage, workspace: Workspace, tasks: TaskRunner, settle: Settle
) -> None:
    for criterion in workspace.criteria.tree():
        if criterion.parent_id is None:
            workspace.criteria.assign(criterion.id, "not_assigned")
    tasks.changed.emit(Changes(criteria=True))
    settle()
    assert numbers(page) == dict.fromkeys((*STATES, "overdue"), 0) | {"not_assigned": 50}
    assert page.findChild(QTreeView, "overview_next").isHidden()


def test_ten_next_things_begin_with_what_is_wrong_and_end_with_what_nobody_checked(
    page: OverviewPage, workspace: Workspace, tasks: TaskRunner, settle: Settle, qtbot: QtBot
) -> None:
    found = asked(page)
    key = workspace.criteria.get("3.2").id
    tasks.write(lambda: workspace.judgements.assess(key, result="not_met"), changes=Changes(criteria=True))
    settle()
    view = page.findChild(QTreeView, "overview_next")
    model = view.model()
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(words) == 10
    assert words[0].endswith("\nKết quả chưa đạt mà chưa có giải trình.")
    assert words[-1] == "Kiểm tra 2 minh chứng chưa ai xem lại"
    click(qtbot, view, model.index(0, 0))
    click(qtbot, view, model.index(9, 0))
    assert found == [("criterion", f"{key}#explanation"), ("criteria", Filter(mark="unchecked").to_key())]


def test_the_overview_leads_to_the_preflight_the_deadlines_and_the_difficulties(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    found = asked(page)
    errors = sum(one.severity == "error" for one in workspace.preflight())
    assert int(tile(page, "preflight").number()) == errors
    qtbot.mouseClick(tile(page, "preflight"), Qt.MouseButton.LeftButton)
    links = page.findChild(QLabel, "overview_soon")
    assert "khó khăn, kiến nghị: 0" in links.text()
    links.setFocus()
    for _ in range(2):
        qtbot.keyClick(links, Qt.Key.Key_Tab)
    qtbot.keyClick(links, Qt.Key.Key_Return)
    assert found == [("page", "preflight"), ("deadlines", "due_in_30")]
