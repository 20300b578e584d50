"""Documents to search, choose from and drag: a field and a list that follows what is typed."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from core.workspace import Workspace
from gui.models.documents import SORTS, DocumentsModel, Listed, Wanted, load_listed
from gui.tasks import TaskRunner
from gui.widgets.parts import label, named
from gui.widgets.trees import ROW_HEIGHT

PAUSE_MS = 120  # while somebody types


class DocumentTable(QTableView):
    """Rows of one height, Enter activates, and rows can be dragged."""

    enter_pressed = Signal()

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)

    def chosen(self) -> list[str]:
        model = self.model()
        assert isinstance(model, DocumentsModel)
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [key for index in rows if (key := model.id_at(index))]


class DocumentSearch(QWidget):
    """`chosen(ids)` comes with Enter or a double click; `shown(id)` when another row becomes the current one."""

    chosen = Signal(list)
    shown = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        tasks: TaskRunner,
        name: str,
        columns: dict[int, int],
        stretch: int,
        lines: int = 1,
    ) -> None:
        """`columns`: those that are shown with their widths; `stretch` takes the rest; `lines` a row has."""
        super().__init__()
        self._workspace = workspace
        self._tasks = tasks
        self._wanted = Wanted()
        self._to_select = ""
        self._is_behind = False  # something has changed while it was out of sight
        self._is_hurried = False  # Enter was pressed before the list had followed what was typed
        self.field = named(QLineEdit(), f"{name}_search", self.tr("Tìm tài liệu"))
        self.field.setPlaceholderText(self.tr("Tìm theo số, trích yếu, nội dung…"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.model = DocumentsModel(workspace.listing.rows, self)
        self.table = named(DocumentTable(self.model), f"{name}_table", self.tr("Danh sách tài liệu"))
        self._none = named(label("", "quiet"), f"{name}_none")
        self._none.hide()
        self._set_columns(columns, stretch)
        if lines > 1:
            self.table.setWordWrap(True)
            line = self.table.fontMetrics().lineSpacing()
            self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT + (lines - 1) * line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.field)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(lambda: self._pause.start())
        self.table.enter_pressed.connect(self._choose)
        self.table.doubleClicked.connect(lambda _index: self._choose())
        self.table.selectionModel().currentRowChanged.connect(self._on_current)

    def allow_sorting(self) -> None:
        """Let a click on the head of a column sort; without it the best or the newest come first."""
        head = self.table.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._on_sort)

    def reload(self) -> None:
        """Read the list again, at the latest when it is in sight; what is selected stays selected."""
        self._is_behind = not self.isVisible()
        if not self._is_behind:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.reload()

    def _read(self) -> None:
        self._tasks.read(load_listed, self._workspace, self._wanted, done=self._on_listed, key=self)

    def reveal(self, document_id: str) -> None:
        """Select a document, with the search emptied where it would hide it."""
        self._to_select = document_id
        if self.field.text() and not self.model.index_of(document_id).isValid():
            self.field.clear()
        else:
            self.reload()

    def current(self) -> str | None:
        return self.model.id_at(self.table.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Down goes into the list and Enter takes the first row."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._select(self.model.index(max(self.table.currentIndex().row(), 0), 0))
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_enter()
                return True
        return super().eventFilter(watched, event)

    def _set_columns(self, columns: dict[int, int], stretch: int) -> None:
        head = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            self.table.setColumnHidden(column, column not in columns)
        for column, width in columns.items():
            self.table.setColumnWidth(column, width)
        head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(48)

    def _on_enter(self) -> None:
        self._is_hurried = self._pause.isActive()
        if self._is_hurried:
            self._pause.stop()
            self._search()
        else:
            self._choose()

    def _search(self) -> None:
        self._wanted = Wanted(self.field.text(), self._wanted.sort, self._wanted.descending)
        self.reload()

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        sort = SORTS[column] if column >= 0 else ""
        self._wanted = Wanted(self.field.text(), sort, order == Qt.SortOrder.DescendingOrder)
        self.reload()

    def _on_listed(self, listed: Listed) -> None:
        selected = [self._to_select] if self._to_select else self.table.chosen()
        self._to_select = ""
        self.model.load(listed.ids, listed.codes)
        indexes = [index for key in selected if (index := self.model.index_of(key)).isValid()]
        if indexes:
            self._select(indexes[0])
            for index in indexes[1:]:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().select(index, flags)
        elif listed.ids and self._wanted.words.strip():
            self._select(self.model.index(0, 0))
        self._say_none(listed)
        if self._is_hurried:
            self._is_hurried = False
            self._choose()

    def _say_none(self, listed: Listed) -> None:
        self._none.setVisible(not listed.ids)
        if self._wanted.words.strip():
            self._none.setText(self.tr("Không tìm thấy tài liệu nào. Thử ít từ hơn; gõ không dấu cũng được."))
        else:
            self._none.setText(
                self.tr("Chưa có tài liệu nào. Nhận tệp ở Hộp đến, hoặc thêm tệp (kéo thả cũng được) ở trang Tài liệu.")
            )

    def _select(self, index: QModelIndex) -> None:
        """This row alone, also while Ctrl is held as for Ctrl+Z: the table itself would take it out again."""
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)
            self.table.scrollTo(index)

    def _choose(self) -> None:
        if ids := self.table.chosen():
            self.chosen.emit(ids)

    def _on_current(self, current: QModelIndex) -> None:
        self.shown.emit(self.model.id_at(current) or "")
