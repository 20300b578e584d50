"""The search over criteria and documents from anywhere (Ctrl+K)."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from core.catalogue.records import Criterion
from core.library.records import Hit
from core.text import fold
from core.workspace import Workspace
from gui.tasks import TaskRunner
from gui.theme import icon
from gui.widgets.parts import named, tip

KIND = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1
PAUSE_MS = 150
MOST_CRITERIA = 5
MOST_DOCUMENTS = 12
SHORTEST = 2
RESULTS_WIDTH = 520  # the field is narrow, what it finds is not

Found = tuple[list[Criterion], list[Hit]]


def find(workspace: Workspace, words: str) -> Found:
    """Criteria whose code begins with, or whose title has, the words; and the documents that search finds."""
    needle = fold(words).split()
    criteria = [
        criterion
        for criterion in workspace.criteria.tree()
        if criterion.code.startswith(words) or all(word in fold(criterion.title) for word in needle)
    ]
    return criteria[:MOST_CRITERIA], workspace.search.find(words, MOST_DOCUMENTS)


class SearchField(QLineEdit):
    """`found(kind, id)`: "criterion" or "document", when the person has chosen one."""

    found = Signal(str, str)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "search", self.tr("Tìm tiêu chí và tài liệu"))
        self._workspace = workspace
        self._tasks = tasks
        self._model = QStandardItemModel(self)
        self.setPlaceholderText(self.tr("Tìm…  Ctrl+K"))
        self.setToolTip(self.tr("Tìm tiêu chí và tài liệu (Ctrl+K)"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_CRITERIA + MOST_DOCUMENTS)
        results = QListView()
        results.setMinimumWidth(RESULTS_WIDTH)
        results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(named(results, "search_results", self.tr("Kết quả tìm")))
        completer.activated[QModelIndex].connect(self._on_activated)  # pyright: ignore[reportIndexIssue]
        self.setCompleter(completer)
        self._completer, self._results = completer, results
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._on_edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._results.hide()
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self._model.clear()
        self._pause.start()

    def _search(self) -> None:
        words = self.text().strip()
        if len(words) >= SHORTEST:
            self._tasks.read(find, self._workspace, words, done=self._on_found, key=self)

    def _on_found(self, found: Found) -> None:
        criteria, hits = found
        self._model.clear()
        for criterion in criteria:
            self._add("criterion", criterion.id, f"{criterion.code}  {criterion.title}", "evidence")
        for hit in hits:
            description = hit.document.description
            words = " · ".join(filter(None, (description.symbol, description.subject or hit.document.name)))
            self._add("document", hit.document.id, words, "library")
        if not criteria and not hits:
            item = QStandardItem(self.tr("Không tìm thấy. Hãy thử ít từ hơn."))
            item.setEnabled(False)
            self._model.appendRow(item)
        if self.hasFocus():
            self._completer.complete()

    def _add(self, kind: str, key: str, words: str, picture: str) -> None:
        item = QStandardItem(icon(picture), words)
        item.setData(kind, KIND)
        item.setData(key, KEY)
        item.setToolTip(tip(words))
        self._model.appendRow(item)

    def _on_activated(self, index: QModelIndex) -> None:
        if kind := index.data(KIND):
            self.found.emit(kind, index.data(KEY))
            # The completer writes what was chosen into the field after this signal.
            QTimer.singleShot(0, self, self.clear)
