"""A clerk who sits before the evidence page."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.workspace import Workspace
from gui.pages.evidence import EvidencePage
from gui.tasks import TaskRunner
from gui.widgets.trees import DropTree, indexes
from tests.gui.conftest import PATIENCE_MS, shown

Settle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton


class Clerk:
    """Sits before the page."""

    def __init__(self, page: EvidencePage, workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
        self.page = page
        self.workspace = workspace
        self.qtbot = qtbot
        self.settle = settle
        self.said: list[tuple[str, str, Callable[[], None] | None]] = []
        page.notified.connect(lambda *message: self.said.append(message))
        self.tree = self.part(DropTree, "criteria_tree")
        self.list = self.part(DropTree, "evidence_tree")

    def part(self, kind: type, name: str):
        return self.page.findChild(kind, name)

    def shown_criteria(self) -> list[str]:
        return [index.data().split()[0] for index in indexes(self.tree)]

    def criterion_row(self, code: str) -> QModelIndex:
        return next(index for index in indexes(self.tree) if index.data().split()[0] == code)

    def choose(self, code: str) -> None:
        index = self.criterion_row(code)
        self.tree.scrollTo(index)
        self.click_row(self.tree, index)
        self.settle()

    def click_row(self, view: DropTree, index: QModelIndex) -> None:
        view.scrollTo(index)
        self.qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def lines(self) -> list[str]:
        """What stands in the middle, from top to bottom."""
        return [index.data() for index in indexes(self.list)]

    def line(self, start: str) -> QModelIndex:
        return next(index for index in indexes(self.list) if index.data().startswith(start))

    def codes_of(self, code: str) -> list[tuple[str, int | None]]:
        found = self.workspace.links.of_criterion(self.workspace.criteria.get(code).id)
        return [(one.code, one.requirement) for one in found]

    def see(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=PATIENCE_MS)

    def undo(self) -> None:
        words, action, undo = self.said[-1]
        assert action == "Hoàn tác", words
        assert undo
        undo()
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(widget, key, keys)
        self.settle()

    def from_menu(self, menu: QMenu, words: str) -> None:
        menu.aboutToShow.emit()
        action = next(action for action in menu.actions() if action.text().startswith(words))
        action.trigger()


def seat_clerk(qtbot: QtBot, workspace: Workspace, tasks: TaskRunner, settle: Settle) -> Clerk:
    page = shown(EvidencePage(workspace, tasks), qtbot, settle, 1200, 800)
    return Clerk(page, workspace, qtbot, settle)
