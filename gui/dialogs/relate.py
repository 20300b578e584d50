"""Say what a document is to another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from core.library.records import Document
from core.workspace import Workspace
from gui.dialogs.asking import AskingDialog
from gui.models.documents import DATE, SUBJECT, SYMBOL, full_words
from gui.tasks import TaskRunner
from gui.widgets.document_search import DocumentSearch
from gui.widgets.parts import fit, label, named

COLUMNS = {SYMBOL: 130, DATE: 90, SUBJECT: 200}


class RelateDialog(AskingDialog):
    """`chosen(document id, kind, other id)` comes once, with Enter or the button."""

    chosen = Signal(str, str, str)

    def __init__(
        self, workspace: Workspace, tasks: TaskRunner, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__("relate", self.tr("Quan hệ với văn bản khác"), parent)
        fit(self, 640, 520)
        self._document = document
        self._kind = named(QComboBox(), "relate_kind", self.tr("Văn bản này"))
        # The data: the kind, and whether this document is the first of the two.
        self._kind.addItem(self.tr("thay thế văn bản chọn dưới đây"), ("replaces", True))
        self._kind.addItem(self.tr("bị thay thế bởi văn bản chọn dưới đây"), ("replaces", False))
        self._kind.addItem(self.tr("báo cáo kết quả thực hiện văn bản chọn dưới đây"), ("reports_on", True))
        self._kind.addItem(self.tr("có báo cáo kết quả là văn bản chọn dưới đây"), ("reports_on", False))
        self._search = DocumentSearch(workspace, tasks, "relate", COLUMNS, SUBJECT)
        column = QVBoxLayout(self)
        column.addWidget(label(full_words(document)))
        column.addWidget(self._kind)
        column.addWidget(self._search, 1)
        does = self.add_buttons(column, self.tr("Ghi"), "relate_button")
        does.setEnabled(False)
        self._search.chosen.connect(lambda _ids: self.accept())
        self._search.table.selectionModel().selectionChanged.connect(lambda *_: does.setEnabled(bool(self._other())))
        self._search.reload()

    def accept(self) -> None:
        if other := self._other():
            kind, is_first = self._kind.currentData()
            pair = (self._document.id, other) if is_first else (other, self._document.id)
            super().accept()
            self.chosen.emit(pair[0], kind, pair[1])

    def _other(self) -> str:
        """The document that is chosen, "" for none or this one itself."""
        chosen = [key for key in self._search.table.chosen() if key != self._document.id]
        return chosen[0] if len(chosen) == 1 else ""
