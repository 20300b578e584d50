"""Sealed dossiers: give the last printing a name for good, look at what changed since, print one again as it was."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.dossier.difference import Change
from core.dossier.seals import Seal, Seals
from core.errors import UserError
from core.files import safe_name, with_ending
from core.progress import Progress
from core.workspace import Workspace
from gui.dialogs.asking import AskingDialog
from gui.messages import change as change_words
from gui.messages import message
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import fit, label, named, tip
from gui.widgets.trees import set_columns

NAME, WHEN, WHO, PAGES, SINCE = range(5)
KEY = Qt.ItemDataRole.UserRole


def find_changes(workspace: Workspace, name: str) -> tuple[Change, ...]:
    return workspace.dossier.changes(name)


def seal(_progress: Progress, seals: Seals, name: str) -> Seal:
    return seals.seal(name)


class SealDialog(AskingDialog):
    """Asks for a name and seals; `sealed(seal)` when that is done. It stays open while the name will not do."""

    sealed = Signal(object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__("seal", self.tr("Niêm phong bản vừa in"), parent)
        self.setMinimumWidth(440)
        self._seals = workspace.seals
        self._tasks = tasks
        self._name = named(QLineEdit(), "seal_name", self.tr("Tên"))
        self._name.setPlaceholderText(self.tr("ví dụ: Nộp Sở lần 1"))
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Bản vừa in được giữ dưới tên:"), buddy=self._name))
        column.addWidget(self._name)
        words = self.tr(
            "Bản đã niêm phong không ai sửa được nữa. Sau này có thể xem những gì đã thay đổi, in lại y như cũ, hoặc "
            "in hồ sơ bổ sung có số trang nối tiếp."
        )
        column.addWidget(label(words, "quiet"))
        does = self.add_buttons(column, self.tr("Niêm phong"), "seal_confirm")
        does.setEnabled(False)
        self._name.textChanged.connect(lambda words: does.setEnabled(bool(words.strip())))

    def accept(self) -> None:
        self._tasks.long(  # a write could be taken back, and a seal is for good
            self.tr("Niêm phong"),
            seal,
            self._seals,
            self._name.text(),
            changes=Changes(appraisal=True),
            done=self._on_sealed,
            failed=self.show_error,
        )

    def _on_sealed(self, seal: Seal) -> None:
        self.sealed.emit(seal)
        self.saved()


class SealsDialog(QDialog):
    """`reprint_wanted(name, out)`: print that one again, as it was, into this file."""

    reprint_wanted = Signal(str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "seals_dialog")
        self.setWindowTitle(self.tr("Hồ sơ đã niêm phong"))
        fit(self, 860, 560)
        self._workspace = workspace
        self._tasks = tasks
        self._tree = named(QTreeWidget(), "seals", self.tr("Hồ sơ đã niêm phong"))
        self._tree.setRootIsDecorated(False)
        heads = (self.tr("Tên"), self.tr("Niêm phong lúc"), self.tr("Ai"), self.tr("Trang"), self.tr("Bổ sung cho"))
        self._tree.setHeaderLabels(list(heads))
        set_columns(self._tree.header(), {WHEN: 130, WHO: 150, PAGES: 70, SINCE: 160}, stretch=NAME)
        self._about = named(label(""), "seal_changes_about")
        self._changes = named(QTreeWidget(), "seal_changes", self.tr("Thay đổi từ đó"))
        self._changes.setRootIsDecorated(False)
        self._changes.setHeaderLabels([self.tr("Tiêu chí"), self.tr("Thay đổi")])
        set_columns(self._changes.header(), {0: 110}, stretch=1)
        self._reprint = named(QPushButton(self.tr("In lại y như cũ…")), "seal_reprint")
        self._reprint.clicked.connect(self._on_reprint)
        self._unseal = named(QPushButton(self.tr("Bỏ niêm phong…")), "seal_remove")
        self._unseal.clicked.connect(self._ask_unseal)
        self._build()
        self._tree.currentItemChanged.connect(self._on_current)
        self._on_current()
        self._load()

    def _build(self) -> None:
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.addWidget(self._about)
        inside.addWidget(self._changes, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._tree)
        splitter.addWidget(below)
        splitter.setSizes([180, 300])
        close = QPushButton(self.tr("Đóng"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._reprint)
        row.addWidget(self._unseal)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        column.addLayout(row)

    def _show(self, seals: tuple[Seal, ...]) -> None:
        self._tree.clear()
        for seal in seals:
            when = f"{seal.sealed_at.astimezone():%d/%m/%Y %H:%M}"
            pages = str(sum(file.pages for file in seal.files))
            item = QTreeWidgetItem(self._tree, [seal.name, when, seal.sealed_by, pages, seal.since or ""])
            item.setData(NAME, KEY, seal.name)
        last = self._tree.topLevelItem(len(seals) - 1)
        if last:
            self._tree.setCurrentItem(last)

    def _name(self) -> str:
        item = self._tree.currentItem()
        return item.data(NAME, KEY) if item else ""

    def _on_current(self) -> None:
        name = self._name()
        self._reprint.setEnabled(bool(name))
        self._unseal.setEnabled(bool(name))
        self._changes.clear()
        self._about.clear()
        if name:
            done, failed = partial(self._show_changes, name), self._on_failed
            key = (self, "changes")
            self._tasks.read(find_changes, self._workspace, name, done=done, failed=failed, key=key, slow=True)

    def _show_changes(self, name: str, found: tuple[Change, ...]) -> None:
        words = self.tr("Từ “{name}” đến nay có %n thay đổi:", "", len(found))
        self._about.setText(words.format(name=name) if found else self.tr("Từ đó đến nay không có gì thay đổi."))
        for change in found:
            item = QTreeWidgetItem(self._changes, [change.criterion, change_words(change)])
            item.setToolTip(0, tip(change.title))
            item.setToolTip(1, tip(item.text(1)))

    def _on_failed(self, error: UserError) -> None:
        self._about.setText(message(error.code, error.facts))

    def _ask_unseal(self) -> None:
        name = self._name()
        box = named(QMessageBox(self), "seal_remove_confirm")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Bỏ niêm phong “{name}”?").format(name=name))
        words = self.tr(
            "Nguyên trạng của lần in này sẽ không còn được giữ: không in lại y như cũ, không xem được những gì đã thay "
            "đổi từ đó. Tài liệu, minh chứng và mã đã in vẫn còn nguyên."
        )
        box.setInformativeText(words)
        does = box.addButton(self.tr("Bỏ niêm phong"), QMessageBox.ButtonRole.DestructiveRole)
        does.clicked.connect(lambda: self._do_unseal(name))
        box.setDefaultButton(box.addButton(self.tr("Giữ lại"), QMessageBox.ButtonRole.RejectRole))
        box.open()

    def _do_unseal(self, name: str) -> None:
        unseal = self._workspace.seals.unseal
        self._tasks.write(
            unseal, name, changes=Changes(appraisal=True), done=lambda _: self._load(), failed=self._on_failed
        )

    def _load(self) -> None:
        self._tasks.read(self._workspace.seals.all, done=self._show, key=self)

    def _on_reprint(self) -> None:
        name = self._name()
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("In lại hồ sơ đã niêm phong"), safe_name(f"{name}.pdf"), "PDF (*.pdf)"
        )
        if chosen:
            self.reprint_wanted.emit(name, with_ending(Path(chosen), ".pdf"))
            self.accept()
