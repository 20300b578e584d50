"""What was taken over from the appraisal before and waits for a decision; what still holds is ticked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from core.evidence.next_year import Proposal
from core.workspace import Workspace
from gui.models.documents import date_words
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import fit, label, named, tip
from gui.widgets.trees import set_columns

CRITERION, PAPER, DAY, HOLDS = range(4)
KEY = Qt.ItemDataRole.UserRole  # the id of the evidence
CHANGES = Changes(evidence=True)

Loaded = tuple[list[Proposal], dict[str, Criterion]]


def load(workspace: Workspace) -> Loaded:
    return workspace.next_year.proposals(), {one.id: one for one in workspace.criteria.tree()}


def each(function: Callable[[str], object], keys: Sequence[str]) -> None:
    for key in keys:
        function(key)


class ProposalsDialog(QDialog):
    """Accepts or drops what is ticked. `notified` as a Page's."""

    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "proposals")
        self.setWindowTitle(self.tr("Minh chứng đề xuất từ kỳ trước"))
        fit(self, 900, 560)
        self._workspace = workspace
        self._tasks = tasks
        self.tree = self._make_tree()
        self._counts = named(label("", "quiet"), "proposals_counts")
        self._drop = named(QPushButton(self.tr("&Bỏ mục đã đánh dấu")), "proposals_drop")
        self._drop.clicked.connect(self.drop)
        self._accept = named(QPushButton(self.tr("&Nhận mục đã đánh dấu")), "proposals_accept")
        self._accept.setProperty("role", "primary")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.take)
        close = named(QPushButton(self.tr("Đóng")), "proposals_close")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self._counts, 1)
        for button in (close, self._drop, self._accept):
            buttons.addWidget(button)
        words = self.tr("Đề xuất chưa được tính cho đến khi được nhận. Văn bản còn hiệu lực đã được đánh dấu sẵn.")
        column = QVBoxLayout(self)
        column.addWidget(label(words, "quiet"))
        column.addWidget(self.tree, 1)
        column.addLayout(buttons)
        self._reload()

    def take(self) -> None:
        """Let what is ticked count."""
        keys = self._ticked()
        words = self.tr("Đã nhận %n đề xuất làm minh chứng.", "", len(keys))
        self._do(partial(each, self._workspace.links.accept, keys), words)

    def drop(self) -> None:
        """Take away what is ticked; the documents stay in the library."""
        keys = self._ticked()
        words = self.tr("Đã bỏ %n đề xuất. Tài liệu vẫn còn trong thư viện.", "", len(keys))
        self._do(partial(each, self._workspace.links.unlink, keys), words)

    def _make_tree(self) -> QTreeWidget:
        tree = named(QTreeWidget(), "proposals_tree", self.tr("Minh chứng đề xuất"))
        tree.setHeaderLabels([self.tr("Tiêu chí"), self.tr("Văn bản"), self.tr("Ngày"), self.tr("Hiệu lực")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        set_columns(tree.header(), {CRITERION: 240, DAY: 92, HOLDS: 100}, stretch=PAPER)
        tree.itemChanged.connect(lambda *_: self._say_counts())
        return tree

    def _reload(self) -> None:
        self._tasks.read(load, self._workspace, done=self._show, key=self)

    def _show(self, loaded: Loaded) -> None:
        proposals, criteria = loaded
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(one, criteria[one.evidence.criterion_id]) for one in proposals])
        self.tree.blockSignals(False)
        self._say_counts()

    def _item(self, one: Proposal, criterion: Criterion) -> QTreeWidgetItem:
        about = one.document.description
        paper = " · ".join(filter(None, (about.symbol, about.subject or one.document.name)))
        day = date_words(about.issued_on) if about.issued_on else ""
        holds = self.tr("Còn hiệu lực") if one.standing else ""
        item = QTreeWidgetItem([f"{criterion.code}  {criterion.title}", paper, day, holds])
        item.setData(CRITERION, KEY, one.evidence.id)
        item.setCheckState(CRITERION, Qt.CheckState.Checked if one.standing else Qt.CheckState.Unchecked)
        for column in (CRITERION, PAPER):
            item.setToolTip(column, tip(item.text(column)))
        return item

    def _ticked(self) -> list[str]:
        items = [item for row in range(self.tree.topLevelItemCount()) if (item := self.tree.topLevelItem(row))]
        return [item.data(CRITERION, KEY) for item in items if item.checkState(CRITERION) == Qt.CheckState.Checked]

    def _say_counts(self) -> None:
        count, ticked = self.tree.topLevelItemCount(), len(self._ticked())
        words = self.tr("Đánh dấu {ticked} / {count} đề xuất.").format(ticked=ticked, count=count)
        self._counts.setText(words if count else self.tr("Không còn đề xuất nào đang chờ."))
        for button in (self._drop, self._accept):
            button.setEnabled(ticked > 0)

    def _do(self, function: Callable[[], object], words: str) -> None:
        self._tasks.write(function, changes=CHANGES, done=lambda _: self._on_done(words))

    def _on_done(self, words: str) -> None:
        self.notified.emit(words, self.tr("Hoàn tác"), self._tasks.take_back())
        self._reload()
