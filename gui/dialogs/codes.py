"""The evidence codes: a look at what renumbering would make of those that were never printed, then the deed."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.evidence.numbering import Renumbering
from core.library.records import Document
from core.workspace import Workspace
from gui.messages import message
from gui.models.documents import full_words
from gui.tasks import Changes, TaskRunner
from gui.widgets.appraisal_form import known_schemes
from gui.widgets.parts import fit, label, named, tip
from gui.widgets.trees import set_columns

OLD, NEW, WHAT = range(3)
PAUSE_MS = 200  # while somebody types


@dataclass(frozen=True)
class Preview:
    plan: Renumbering
    documents: dict[str, Document]


def load(workspace: Workspace, pattern: str | None) -> Preview:
    plan = workspace.codes.preview(pattern)
    keys = [one.old.document_id for one in plan.changes] + [one.document_id for one in plan.frozen]
    return Preview(plan, {one.id: one for one in workspace.listing.rows(keys)})


class CodesDialog(QDialog):
    """Nothing is written before the button; after it Ctrl+Z takes it back."""

    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "codes_dialog")
        self.setWindowTitle(self.tr("Mã minh chứng"))
        fit(self, 820, 560)
        self._workspace = workspace
        self._tasks = tasks
        self._plan: Renumbering | None = None
        self._pattern = named(QLineEdit(), "codes_pattern", self.tr("Mẫu mã"))
        self._schemes = named(QComboBox(), "codes_schemes", self.tr("Mẫu mã thường dùng"))
        for words, pattern in known_schemes():
            self._schemes.addItem(words, pattern)
        self._schemes.setPlaceholderText(self.tr("Mẫu thường dùng"))
        self._schemes.setCurrentIndex(-1)
        self._tree = named(QTreeWidget(), "codes_tree", self.tr("Mã cũ và mã mới"))
        self._tree.setHeaderLabels([self.tr("Mã cũ"), self.tr("Mã mới"), self.tr("Tài liệu")])
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        set_columns(self._tree.header(), {OLD: 120, NEW: 120}, stretch=WHAT)
        self._said = named(label(""), "codes_said")
        self._renumber = named(QPushButton(self.tr("Đánh lại mã")), "codes_renumber")
        self._renumber.setProperty("role", "primary")
        self._renumber.setEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._tasks.read(load, workspace, None, done=self._begin, key=self)

    def _build(self) -> None:
        close = named(QPushButton(self.tr("Đóng")), "codes_close")
        for button in (close, self._renumber):
            button.setAutoDefault(False)  # Enter ends what is typed in the pattern
        close.clicked.connect(self.reject)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(label(self.tr("&Mẫu mã"), buddy=self._pattern))
        above.addWidget(self._pattern, 1)
        above.addWidget(self._schemes)
        below.addWidget(close)
        below.addStretch(1)
        below.addWidget(self._renumber)
        column = QVBoxLayout(self)
        words = self.tr("Mã đã in trong hồ sơ không bao giờ đổi. Mã chưa in được đánh lại theo thứ tự minh chứng.")
        column.addWidget(label(words, "quiet"))
        column.addLayout(above)
        column.addWidget(self._tree, 1)
        column.addWidget(self._said)
        column.addLayout(below)
        self._pattern.textEdited.connect(lambda _words: self._change())
        self._schemes.activated.connect(self._on_scheme)
        self._pause.timeout.connect(self._look)
        self._renumber.clicked.connect(self._on_renumber)

    def _begin(self, preview: Preview) -> None:
        self._pattern.setText(preview.plan.pattern)
        self._show(preview)

    def _on_scheme(self) -> None:
        self._pattern.setText(self._schemes.currentData())
        self._change()

    def _change(self) -> None:
        self._plan = None
        self._renumber.setEnabled(False)
        self._pause.start()

    def _look(self) -> None:
        self._tasks.read(
            load, self._workspace, self._pattern.text().strip(), done=self._show, failed=self._on_failed, key=self
        )

    def _show(self, preview: Preview) -> None:
        self._plan = preview.plan
        self._tree.clear()
        for one in preview.plan.changes:
            self._add(one.old.code, one.code, preview.documents[one.old.document_id])
        for one in preview.plan.frozen:
            item = self._add(one.code, self.tr("đã in, giữ nguyên"), preview.documents[one.document_id])
            item.setDisabled(True)
        words = self.tr("{changed} mã đổi, {same} mã chưa in giữ nguyên, {frozen} mã đã in không đổi.")
        counts = {"changed": len(preview.plan.changes), "same": preview.plan.same, "frozen": len(preview.plan.frozen)}
        self._said.setText(words.format(**counts))
        self._renumber.setEnabled(bool(preview.plan.changes))

    def _add(self, old: str, new: str, document: Document) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self._tree, [old, new, full_words(document)])
        item.setToolTip(WHAT, tip(document.name))
        return item

    def _on_renumber(self) -> None:
        if self._plan is None:
            return
        self._renumber.setEnabled(False)
        self._tasks.write(
            partial(self._workspace.codes.renumber, self._plan),
            changes=Changes(evidence=True, documents=True, appraisal=True),
            done=partial(self._on_done, len(self._plan.changes)),
            failed=self._on_failed,
        )

    def _on_done(self, count: int, _result: object) -> None:
        words = self.tr("Đã đánh lại %n mã.", "", count)
        self.notified.emit(words, self.tr("Hoàn tác"), self._tasks.take_back())
        self.accept()

    def _on_failed(self, error: UserError) -> None:
        self._tree.clear()
        self._said.setText(message(error.code, error.facts))
