"""The shell: navigation, one page in view, search, messages, and the status bar."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Appraisal
from core.errors import UserError
from core.workspace import Workspace
from gui.dialogs.catalogue_update import CatalogueUpdateDialog
from gui.dialogs.next_year import NextYearDialog
from gui.dialogs.proposals import ProposalsDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.intake_runner import IntakeRunner
from gui.messages import message
from gui.models.criteria import office_name
from gui.page import Page, Pages
from gui.pages.deadlines import DeadlinesPage
from gui.pages.dossier import DossierPage
from gui.pages.evidence import EvidencePage
from gui.pages.inbox import InboxPage
from gui.pages.library import LibraryPage
from gui.pages.obstacles import ObstaclesPage
from gui.pages.overview import OverviewPage
from gui.pages.preflight import PreflightPage
from gui.pages.settings import SettingsPage
from gui.preferences import Preferences
from gui.tasks import Changes, TaskRunner
from gui.theme import icon
from gui.undo_actions import UndoActions
from gui.widgets.appraisal_switch import AppraisalSwitch
from gui.widgets.message_bar import MessageBar
from gui.widgets.navigation import Navigation
from gui.widgets.parts import fit, named, room
from gui.widgets.search_field import SearchField
from gui.widgets.status import FolderStatus, TaskStatus

HOMES = {
    "criterion": "evidence",
    "criteria": "evidence",
    "deadlines": "deadlines",
    "document": "library",
    "arrival": "inbox",
    "folder": "settings",
}  # which page shows what
PAGES: dict[str, type[Page]] = {
    "overview": OverviewPage,
    "inbox": InboxPage,
    "evidence": EvidencePage,
    "library": LibraryPage,
    "deadlines": DeadlinesPage,
    "obstacles": ObstaclesPage,
    "preflight": PreflightPage,
    "dossier": DossierPage,
    "settings": SettingsPage,
}
SMALLEST = (960, 600)
MINUTE_MS = 60_000
USUAL = (1280, 800)
LONGEST_TITLE = 60
ICON = (20, 20)


def count(workspace: Workspace) -> dict[str, int]:
    """What the navigation counts, by page."""
    return {"inbox": workspace.inbox.count(), "library": workspace.listing.count()}


class MainWindow(QMainWindow):
    """`language_chosen(code)` and `workspace_wanted()` are for whoever made the window."""

    language_chosen = Signal(str)
    workspace_wanted = Signal()

    def __init__(self, workspace: Workspace, tasks: TaskRunner, intake: IntakeRunner, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Minh Chứng")
        self.setWindowIcon(icon("app"))
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room(self)))
        self._workspace = workspace
        self._tasks = tasks
        self._intake = intake
        self._preferences = preferences
        self._messages = MessageBar()
        self._navigation = Navigation()
        self._stack = QStackedWidget()
        self._rooms: dict[str, QScrollArea] = {}
        self._search = SearchField(workspace, tasks)
        self._search.found.connect(self.open)
        self._undo = UndoActions(workspace.undo, tasks, self)
        self._undo.notified.connect(self.say)
        self._appraisal = AppraisalSwitch(workspace, tasks)
        self._appraisal.notified.connect(self.say)
        self._appraisal.next_year_wanted.connect(lambda: self._ask(NextYearDialog(workspace, tasks, self)))
        self._appraisal.proposals_wanted.connect(lambda: self._ask(ProposalsDialog(workspace, tasks, self)))
        self._appraisal.update_wanted.connect(self._ask_update)
        self.pages = self._make_pages()
        self._navigation.page_chosen.connect(self._show_page)
        self.setCentralWidget(self._make_centre())
        self._make_status()
        find = QShortcut(QKeySequence("Ctrl+K"), self)
        keys_help = QShortcut(QKeySequence.StandardKey.HelpContents, self)
        keys_help.activated.connect(self.show_shortcuts)
        find.activated.connect(lambda: self._search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._day = date.today()
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()
        tasks.changed.connect(self._on_changed)
        tasks.problem.connect(self._on_problem)
        self._on_changed(Changes.everything())
        self._restore_layout()
        self.open("page", "overview")
        tasks.read(bool, done=self._make_next)

    def open(self, kind: str, key: str) -> None:
        """Show a page by its name (kind "page"), or the page where a criterion, document or arrival is at home."""
        name = key if kind == "page" else HOMES[kind]
        self._navigation.choose(name)
        if kind != "page":
            self.pages[name].reveal(kind, key)
        self.pages[name].home.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_shortcuts(self) -> None:
        dialog = ShortcutsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def say(self, words: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        self._messages.say(words, action, on_action)

    def _ask_update(self) -> None:
        kinds = self.tr("Kế hoạch (*.docx *.xlsx *.xls *.csv *.txt)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn kế hoạch đã sửa"), "", kinds)
        if path:
            self._ask(CatalogueUpdateDialog(self._workspace, self._tasks, Path(path), self))

    def _ask(self, dialog: NextYearDialog | CatalogueUpdateDialog | ProposalsDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.notified.connect(self.say)
        dialog.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        lost = [task.title for task in self._tasks.long_tasks() if not task.resumes]
        if lost and not self._may_stop(lost[0]):
            event.ignore()
            return
        self.keep_layout()
        event.accept()

    def _make_pages(self) -> Pages:
        for number, (name, kind) in enumerate(PAGES.items(), 1):
            keys = f"Ctrl+{number}"
            self._navigation.add_page(name, kind.title(), keys)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda name=name: self.open("page", name))
        return Pages({name: partial(self._make_page, name) for name in PAGES})

    def _make_next(self, _answer: object = None) -> None:
        """One page, and the others after whatever was asked for before: in between the window answers."""
        left = [name for name in self.pages if name not in self.pages.made]
        if left:
            self.pages[left[0]]
            self._tasks.read(bool, done=self._make_next)

    def _make_page(self, name: str) -> Page:
        kind, shared = PAGES[name], (self._workspace, self._tasks)
        page = kind(*shared, self._preferences) if kind in (DossierPage, SettingsPage) else kind(*shared)
        page.setObjectName(f"{name}_page")
        page.open_requested.connect(self.open)
        page.notified.connect(self.say)
        if isinstance(page, SettingsPage):
            page.language_chosen.connect(self.language_chosen)
            page.workspace_wanted.connect(self.workspace_wanted)
            page.look_wanted.connect(self._intake.look)
            page.show_waiting(self._intake.waiting)
            self._intake.waiting_found.connect(page.show_waiting)
        if isinstance(page, EvidencePage):
            page.pane.set_mine(self._preferences.unit)
            page.pane.mine_chosen.connect(self._on_mine)
        for key, splitter in _splitters(name, page).items():
            splitter.restoreState(self._preferences.layout(key))
        area = QScrollArea()  # on a screen that is too small the parts of a page would lie over each other
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(page)
        self._rooms[name] = area
        self._stack.addWidget(area)
        return page

    def _make_centre(self) -> QWidget:
        right = QVBoxLayout()
        right.setContentsMargins(16, 0, 16, 4)
        right.addWidget(self._stack, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(self._make_top())
        self._search.setFixedWidth(self._navigation.minimumWidth())  # it would grow for its clear button
        left.addWidget(self._search)
        left.addWidget(self._navigation, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(8, 10, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addLayout(right, 1)
        return centre

    def _make_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._appraisal, 1)
        for action in (self._undo.undo, self._undo.redo):
            button = named(QToolButton(), f"{action.objectName()}_button")
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setIconSize(QSize(*ICON))
            row.addWidget(button)
        keys = named(QToolButton(), "shortcuts_button", self.tr("Phím tắt (F1)"))
        keys.setText("?")
        keys.setToolTip(self.tr("Phím tắt (F1)"))
        keys.setAutoRaise(True)
        keys.clicked.connect(self.show_shortcuts)
        row.addWidget(keys)
        return row

    def _make_status(self) -> None:
        folders = FolderStatus()
        folders.clicked.connect(lambda: self.open("page", "settings"))
        folders.show_folders(self._intake.folders)  # a window of another language comes when they are known
        folders.show_waiting(self._intake.waiting)
        self._intake.folders_looked.connect(folders.show_folders)
        self._intake.waiting_found.connect(folders.show_waiting)
        self._intake.accepted.connect(self._on_accepted)
        self._messages.appeared.connect(folders.set_short)
        self.statusBar().addWidget(folders)
        self.statusBar().addWidget(self._messages, 1)  # whose place is kept: nothing on the page moves when it speaks
        self.statusBar().addPermanentWidget(TaskStatus(self._tasks))
        named(self.statusBar(), "status_bar")

    def _on_accepted(self, count: int) -> None:
        words = self.tr("%n tệp đã tự nhận vào tiêu chí theo mã ở đầu tên.", "", count)
        self.say(words, self.tr("Xem minh chứng"), lambda: self.open("page", "evidence"))

    def _show_page(self, name: str) -> None:
        self._messages.hide()
        self.pages[name]  # is made here where nobody has seen it yet
        self._stack.setCurrentWidget(self._rooms[name])

    def _on_minute(self) -> None:
        """What is due or overdue is another day's after midnight, where the program was left open."""
        before, self._day = self._day, date.today()
        if before != self._day:
            self._tasks.changed.emit(Changes(criteria=True, evidence=True))

    def _on_mine(self, unit: str) -> None:
        self._preferences.unit = unit

    def _on_changed(self, changes: Changes) -> None:
        if changes.appraisal:
            self._tasks.read(self._workspace.criteria.appraisal, done=self._on_appraisal, key=(self, "title"))
        if changes.arrivals or changes.documents:
            self._tasks.read(count, self._workspace, done=self._on_counted, key=(self, "counts"))

    def _on_appraisal(self, appraisal: Appraisal) -> None:
        # A plan's own title may be four lines long.
        what = appraisal.title if len(appraisal.title) <= LONGEST_TITLE else str(appraisal.year or "")
        whose = " · ".join(filter(None, (office_name(appraisal), what)))
        self.setWindowTitle(f"Minh Chứng: {whose}" if whose else "Minh Chứng")

    def _on_counted(self, counts: dict[str, int]) -> None:
        for name, number in counts.items():
            self._navigation.set_count(name, number)

    def _on_problem(self, error: UserError) -> None:
        self.say(message(error.code, error.facts))

    def _may_stop(self, title: str) -> bool:
        box = QMessageBox(self)
        box.setObjectName("stop_box")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("“{task}” chưa xong. Dừng việc này và thoát?").format(task=title))
        stop = box.addButton(self.tr("Dừng và thoát"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("Ở lại"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is stop

    def _restore_layout(self) -> None:
        if not self.restoreGeometry(self._preferences.layout("window")):
            fit(self, *USUAL)

    def keep_layout(self) -> None:
        """Remember size and splitters for the next window."""
        self._preferences.keep_layout("window", self.saveGeometry())
        for name, page in self.pages.made.items():
            for key, splitter in _splitters(name, page).items():
                self._preferences.keep_layout(key, splitter.saveState())
        self._preferences.save()


def _splitters(name: str, page: Page) -> dict[str, QSplitter]:
    """By what their layout is remembered under."""
    return {f"{name}.{splitter.objectName()}": splitter for splitter in page.findChildren(QSplitter)}
