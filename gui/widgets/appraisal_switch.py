"""Which appraisal is worked on, with a menu of the others and of what can be done with it as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from core.catalogue.records import Appraisal
from core.workspace import Workspace
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import named, plain, tip

LONGEST = 60

Loaded = tuple[Appraisal, list[Appraisal]]


def load(workspace: Workspace) -> Loaded:
    return workspace.criteria.appraisal(), workspace.appraisals.all()


def appraisal_words(appraisal: Appraisal) -> str:
    title = appraisal.title if len(appraisal.title) <= LONGEST else appraisal.title[: LONGEST - 1].rstrip() + "…"
    year = str(appraisal.year or "")
    return title if not year or year in title else f"{year} · {title}"


class AppraisalSwitch(QToolButton):
    """`next_year_wanted`: somebody wants to make the next appraisal from this one; `update_wanted`: to bring its
    catalogue in line with a corrected plan; `proposals_wanted`: to decide on what was taken over from the one before.
    `notified` as a Page's.
    """

    next_year_wanted = Signal()
    update_wanted = Signal()
    proposals_wanted = Signal()
    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        named(self, "appraisal_switch", self.tr("Kỳ đánh giá"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoRaise(True)
        self._menu = named(QMenu(self), "appraisal_menu")
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        tasks.changed.connect(self._on_changed)
        self._on_changed(Changes.everything())

    def _on_changed(self, changes: Changes) -> None:
        if changes.appraisal:
            self._tasks.read(load, self._workspace, done=self._show, key=self)

    def _show(self, loaded: Loaded) -> None:
        current, known = loaded
        words = self.tr("Kỳ {year}").format(year=current.year) if current.year else self.tr("Kỳ đánh giá")
        self.setText(words)
        self.setToolTip(tip(current.title))
        self._menu.clear()
        group = QActionGroup(self._menu)
        for one in known:
            action = QAction(plain(appraisal_words(one)), group)
            action.setCheckable(True)
            action.setChecked(one.id == current.id)
            action.setToolTip(tip(one.title))
            action.triggered.connect(lambda _checked, one=one: self._use(one))
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Minh chứng đề xuất từ kỳ trước…"), self.proposals_wanted.emit)
        self._menu.addAction(self.tr("Lập kỳ đánh giá sau…"), self.next_year_wanted.emit)
        self._menu.addAction(self.tr("Cập nhật bộ tiêu chí từ kế hoạch đã sửa…"), self.update_wanted.emit)

    def _use(self, appraisal: Appraisal) -> None:
        self._tasks.write(
            self._workspace.appraisals.use, appraisal.id, changes=Changes.everything(), done=self._on_used
        )

    def _on_used(self, appraisal: Appraisal) -> None:
        words = self.tr("Đang làm việc với {appraisal}.").format(appraisal=appraisal_words(appraisal))
        self.notified.emit(words, self.tr("Hoàn tác"), self._tasks.take_back())
