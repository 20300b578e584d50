"""All documents: find, describe, see where they are used, save a copy."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QSplitter, QVBoxLayout, QWidget

from core.catalogue.records import Criterion, Slot
from core.workspace import Workspace
from gui import mime
from gui.dialogs.choose_criteria import ChooseCriteriaDialog
from gui.evidence_actions import EvidenceActions, Target
from gui.models.documents import ADDED, CODE, DATE, ISSUER, PAGES, SUBJECT, SYMBOL, TYPE
from gui.page import Page
from gui.taking import Taken, take_files
from gui.tasks import Changes, TaskRunner
from gui.widgets.document_search import DocumentSearch
from gui.widgets.document_view import DocumentView
from gui.widgets.parts import named

COLUMNS = {SYMBOL: 120, DATE: 84, TYPE: 96, ISSUER: 160, SUBJECT: 200, PAGES: 64, CODE: 104, ADDED: 84}
# From which width of the table on a column has room beside those that come first.
ROOM = {CODE: 420, PAGES: 520, TYPE: 640, ADDED: 740, ISSUER: 920}


class LibraryPage(Page):
    """A table that follows what is typed, and the document that is current at its right."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self.evidence = EvidenceActions(workspace, tasks, self)
        self.search = DocumentSearch(workspace, tasks, "library", COLUMNS, SUBJECT, lines=2)
        self.search.allow_sorting()
        self.document = DocumentView(workspace, tasks, "library_document")
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.home = self.search.field

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("LibraryPage", "Tài liệu")

    def reload(self, changes: Changes) -> None:
        if changes.documents or changes.evidence or changes.criteria:
            self.search.reload()
            self.document.reload()

    def reveal(self, kind: str, key: str) -> None:  # noqa: ARG002 - documents are all that it shows
        self.search.reveal(key)

    def add_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Thêm tệp vào thư viện"))
        if paths:
            self.take([Path(path) for path in paths])

    def take(self, paths: Sequence[Path]) -> None:
        """Take files in, in the background."""
        self.tasks.long(
            self.tr("Thêm tệp vào thư viện"),
            take_files,
            self.workspace,
            paths,
            done=self._on_taken,
            changes=Changes(documents=True),
            by_person=True,
        )

    def link(self) -> None:
        """Ask for one criterion or several, and link what is selected to each."""
        if self.search.table.chosen():
            self.tasks.read(self.workspace.criteria.tree, done=self._ask_where, key=(self, "tree"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if mime.files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # a move would delete the clerk's file
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(mime.files(event.mimeData()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search.table and event.type() == QEvent.Type.Resize:
            width = self.search.table.width()
            for column, room in ROOM.items():
                self.search.table.setColumnHidden(column, width < room)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._add = named(QPushButton(self.tr("Thêm tệp…")), "library_add")
        self._add.setProperty("role", "primary")
        self._add.setToolTip(self.tr("Chọn tệp trên máy, hoặc kéo thả tệp vào trang này"))
        self._link = named(QPushButton(self.tr("Gắn vào tiêu chí…")), "library_link")
        self._link.setToolTip(self.tr("Gắn các tài liệu đang chọn vào một hoặc nhiều tiêu chí (Ctrl+L)"))
        self._link.setEnabled(False)
        self._export = named(QPushButton(self.tr("Xuất bản gốc…")), "library_export")
        self._export.setEnabled(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.search, 1)
        splitter = named(QSplitter(), "library_splitter")
        splitter.addWidget(left)
        splitter.addWidget(self.document)
        splitter.setSizes([720, 330])
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.make_head(self._export, self._link, self._add))
        outer.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.search.table.installEventFilter(self)
        self._add.clicked.connect(self.add_files)
        self._link.clicked.connect(self.link)
        self._export.clicked.connect(self.document.export)
        self.search.shown.connect(self._on_shown)
        self.search.chosen.connect(lambda _ids: self.document.form.setFocus(Qt.FocusReason.OtherFocusReason))
        self.document.open_requested.connect(self._on_open)
        for part in (self.document, self.evidence):
            part.notified.connect(self.notified)
        keys = QShortcut(QKeySequence("Ctrl+L"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.link)

    def _on_shown(self, document_id: str) -> None:
        for button in (self._link, self._export):
            button.setEnabled(bool(document_id))
        if document_id:
            self.document.show_document(document_id)
        else:
            self.document.clear()

    def _on_open(self, kind: str, key: str) -> None:
        if kind == "document":
            self.search.reveal(key)
        else:
            self.open_requested.emit(kind, key)

    def _on_taken(self, taken: Taken) -> None:
        words = self.tr("Đã thêm {count} tài liệu.").format(count=len(taken.added)) if taken.added else ""
        words = " ".join(filter(None, (words, taken.trouble_words)))
        self.notified.emit(words, self.tr("Hoàn tác"), self.tasks.take_back())
        if taken.documents:
            self.search.reveal(taken.documents[0].id)

    def _ask_where(self, tree: tuple[Criterion, ...]) -> None:
        documents, criteria = self.search.table.chosen(), {criterion.id: criterion for criterion in tree}
        dialog = ChooseCriteriaDialog(self.tr("Gắn vào tiêu chí"), self.tr("Gắn"), tree, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def chosen(keys: list[str], slot: Slot | None) -> None:
            self.evidence.link(documents, *(Target(criteria[key], slot) for key in keys))

        dialog.chosen.connect(chosen)
        dialog.open()
