"""The real plan through its year on the overview page: four reports on 1.2, of which one comes late and one not at all.

Every number that the page shows is told by hand from the plan: 50 leaves, five of them surveys; 1.2 is due four times,
4.3 on 15 November, 40 others at the end of the year; 1.1, 7.2 and 7.3.2 have no day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

import gui.pages.overview
from core.workspace import Workspace
from gui.models.totals import OVERDUE, STATES
from gui.pages.overview import OverviewPage
from gui.tasks import Changes, TaskRunner
from gui.widgets.number_tile import NumberTile
from tests.gui.conftest import make_pdf

TILES = (*STATES, "overdue", "preflight")


@dataclass
class Office:
    """The page as a person reads it, and the papers that come."""

    page: OverviewPage
    workspace: Workspace
    settle: Callable[[], None]
    folder: Path
    patch: pytest.MonkeyPatch

    def proves(self, code: str, type_: str, subject: str, day: date) -> None:
        """A paper of that day, linked to a criterion."""
        one = self.workspace.documents.add(make_pdf(self.folder / f"{day}.pdf", str(day))).document
        number = str(day.timetuple().tm_yday)
        fields = {"number": number, "notation": "BC-SGD&ĐT", "type": type_, "subject": subject, "issued_on": day}
        self.workspace.documents.describe(one.id, **fields, issuer="Sở GD&ĐT")
        self.workspace.links.link(one.id, self.workspace.criteria.get(code).id)

    def looks_on(self, day: date) -> None:
        """Open the page on that day."""

        class Day(date):
            @classmethod
            def today(cls) -> date:
                return day

        self.patch.setattr(gui.pages.overview, "date", Day)
        self.page.reload(Changes.everything())
        self.settle()

    def about(self) -> str:
        return next(
            words
            for label in self.page.findChildren(QLabel)
            if "cần chấm" in (words := label.text().partition(" · ")[2])
        )

    def first_step(self) -> tuple[str, str]:
        model = self.page.findChild(QTreeView, "overview_next").model()
        return model.index(0, 0).data().split()[0], model.index(0, 2).data()

    def fields(self) -> dict[str, list[int]]:
        """By code."""
        return {name.split()[0]: numbers for name, numbers in self.table("fields").items()}

    def tiles(self) -> list[int]:
        return [int(self.page.findChild(NumberTile, f"tile_{name}").number()) for name in TILES]

    def table(self, name: str) -> dict[str, list[int]]:
        model = self.page.findChild(QTreeView, f"overview_{name}").model()
        lines = [[model.index(row, column).data() for column in range(OVERDUE + 1)] for row in range(model.rowCount())]
        return {line[0]: [int(number or 0) for number in line[2:]] for line in lines}

    def soon(self) -> list[int]:
        """Due in 7 days, in 30 days, difficulties and proposals."""
        words = re.sub(r"<[^>]*>", "", self.page.findChild(QLabel, "overview_soon").text())
        return [int(number) for number in re.findall(r": (\d+)", words)]

    def left(self) -> int:
        return int(re.search(r"\d+", self.page.findChild(QPushButton, "overview_all_next").text())[0])


@pytest.fixture
def office(
    qtbot: QtBot,
    workspace: Workspace,
    tasks: TaskRunner,
    settle: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Office:
    page = OverviewPage(workspace, tasks)
    qtbot.addWidget(page)
    page.resize(1280, 900)
    page.show()
    settle()
    return Office(page, workspace, settle, tmp_path, monkeypatch)


# Complete, partial, missing, survey, not assigned, overdue.
FIELDS = {
    "1": [0, 0, 5, 0, 0, 0],
    "2": [0, 0, 5, 0, 0, 0],
    "3": [0, 0, 6, 0, 0, 0],
    "4": [0, 0, 4, 0, 0, 0],
    "5": [0, 0, 6, 1, 0, 0],
    "6": [0, 0, 6, 3, 0, 0],
    "7": [0, 0, 7, 1, 0, 0],
    "8": [0, 0, 6, 0, 0, 0],
}
UNITS = {
    "Văn phòng Sở": [0, 0, 19, 1, 0, 0],
    "Phòng TCCB": [0, 0, 9, 1, 0, 0],
    "Các phòng CN,CM,NV": [0, 0, 7, 0, 0, 0],
    "Phòng KHTC": [0, 0, 6, 3, 0, 0],
    "Thanh tra Sở": [0, 0, 2, 0, 0, 0],
    "GĐTrH": [0, 0, 1, 0, 0, 0],
    "Tổ CNTT": [0, 0, 1, 0, 0, 0],
}
LATER = {"31/12/2023": [0, 0, 40, 5, 0, 0], "Không ghi hạn": [0, 0, 3, 0, 0, 0]}
MISSING_4_3 = {"15/11/2023": [0, 0, 1, 0, 0, 0]}


def test_every_number_of_the_page_through_the_year(office: Office) -> None:
    """Errors of the preflight are what is missing without a day (three) or after its day."""
    office.looks_on(date(2023, 1, 10))
    assert office.about() == "50 tiêu chí cần chấm · tính đến ngày 10/01/2023"
    assert (office.tiles(), office.soon(), office.left()) == ([0, 0, 45, 5, 0, 0, 3], [0, 0, 0], 45)
    assert (office.fields(), office.table("units")) == (FIELDS, UNITS)
    assert office.table("deadlines") == {"15/03/2023": [0, 0, 1, 0, 0, 0], **MISSING_4_3, **LATER}
    assert office.first_step() == ("1.2", "15/03/2023")

    office.looks_on(date(2023, 3, 10))
    assert (office.tiles(), office.soon(), office.left()) == ([0, 0, 45, 5, 0, 0, 3], [1, 1, 0], 45)

    office.proves("1.2", "Báo cáo", "Báo cáo kết quả công tác CCHC quý I năm 2023", date(2023, 3, 13))
    office.looks_on(date(2023, 3, 16))
    one_begun = FIELDS | {"1": [0, 1, 4, 0, 0, 0]}, UNITS | {"Văn phòng Sở": [0, 1, 18, 1, 0, 0]}
    assert (office.tiles(), office.soon(), office.left()) == ([0, 1, 44, 5, 0, 0, 3], [0, 0, 0], 45)
    assert (office.fields(), office.table("units")) == one_begun
    assert office.table("deadlines") == {"15/06/2023": [0, 1, 0, 0, 0, 0], **MISSING_4_3, **LATER}
    assert office.first_step() == ("1.2", "15/06/2023")

    office.looks_on(date(2023, 6, 16))  # the half year's report is late
    one_overdue = FIELDS | {"1": [0, 1, 4, 0, 0, 1]}, UNITS | {"Văn phòng Sở": [0, 1, 18, 1, 0, 1]}
    assert (office.tiles(), office.soon(), office.left()) == ([0, 1, 44, 5, 0, 1, 4], [0, 0, 0], 45)
    assert (office.fields(), office.table("units")) == one_overdue
    assert office.table("deadlines") == {"15/06/2023": [0, 1, 0, 0, 0, 1], **MISSING_4_3, **LATER}
    assert office.first_step() == ("1.2", "Quá hạn 15/06/2023")

    office.proves("1.2", "Báo cáo", "Báo cáo công tác CCHC 6 tháng đầu năm 2023", date(2023, 6, 20))
    office.workspace.obstacles.add("difficulty", "Phòng họp chưa có máy chiếu")
    office.looks_on(date(2023, 6, 21))
    assert (office.tiles(), office.soon(), office.left()) == ([0, 1, 44, 5, 0, 0, 3], [0, 0, 1], 45)
    assert (office.fields(), office.table("units")) == one_begun
    assert office.table("deadlines") == {"15/09/2023": [0, 1, 0, 0, 0, 0], **MISSING_4_3, **LATER}

    office.looks_on(date(2023, 9, 16))  # the report on nine months never comes
    assert (office.tiles(), office.soon(), office.left()) == ([0, 1, 44, 5, 0, 1, 4], [0, 0, 1], 45)
    assert (office.fields(), office.table("units")) == one_overdue
    assert office.table("deadlines") == {"15/09/2023": [0, 1, 0, 0, 0, 1], **MISSING_4_3, **LATER}

    office.looks_on(date(2023, 11, 1))
    assert office.soon() == [0, 1, 1]
    office.proves("4.3", "Quyết định", "Quyết định về phân cấp quản lý", date(2023, 11, 1))
    office.proves("1.2", "Báo cáo", "Báo cáo công tác CCHC năm 2023", date(2023, 12, 8))
    office.looks_on(date(2023, 12, 31))
    done = {"4": [1, 0, 3, 0, 0, 0]}, {"Phòng TCCB": [1, 0, 8, 1, 0, 0]}
    assert (office.tiles(), office.soon(), office.left()) == ([1, 1, 43, 5, 0, 1, 4], [40, 40, 1], 44)
    assert (office.fields(), office.table("units")) == (one_overdue[0] | done[0], one_overdue[1] | done[1])
    dated = {"15/09/2023": [0, 1, 0, 0, 0, 1], "15/11/2023": [1, 0, 0, 0, 0, 0]}
    assert office.table("deadlines") == {**dated, **LATER}

    office.looks_on(date(2024, 1, 1))
    assert (office.tiles(), office.soon(), office.left()) == ([1, 1, 43, 5, 0, 41, 44], [0, 0, 1], 44)
    overdue = {key: numbers[-1] for key, numbers in office.fields().items()}
    assert overdue == {"1": 4, "2": 5, "3": 6, "4": 3, "5": 6, "6": 6, "7": 5, "8": 6}
    assert [numbers[-1] for numbers in office.table("units").values()] == [16, 8, 7, 6, 2, 1, 1]
    assert office.table("deadlines") == {**dated, **LATER, "31/12/2023": [0, 0, 40, 5, 0, 40]}
