"""The inbox: decide on each file that arrived."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion
from core.evidence.suggest import Suggestion
from core.intake.records import Arrival, ArrivalState, Folder
from core.workspace import Workspace
from gui.dialogs.reason import ReasonDialog
from gui.inbox_actions import InboxActions
from gui.messages import state
from gui.models.arrivals import DETAILS, MARK, WINDOW, ArrivalsModel, Seen, load_seen, runs
from gui.page import Page
from gui.tasks import Changes, TaskRunner
from gui.widgets.arrival_panel import ArrivalPanel
from gui.widgets.parts import label, named
from gui.widgets.preview import Preview
from gui.widgets.suggestions import SHOWN
from gui.widgets.two_lines import TwoLineDelegate

STATES: tuple[ArrivalState, ...] = ("offered", "deferred", "refused")


@dataclass(frozen=True)
class Wanted:
    """What the page is about to show: the arrivals of a state and a folder (None: all that wait, from anywhere).

    `row`: the first one in view; `ids`: those that are to be known wherever they are.
    """

    state: ArrivalState | None
    folder_id: str | None
    row: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Loaded:
    """Id and name of what is wanted, and of those in view the rest."""

    names: list[tuple[str, str]]
    seen: dict[str, Seen]
    folders: list[Folder]


def load(workspace: Workspace, wanted: Wanted) -> Loaded:
    names = workspace.inbox.names(wanted.state, wanted.folder_id)
    start = max(min(wanted.row, len(names)) - WINDOW // 4, 0)
    ids = [key for key, _ in names[start : start + WINDOW]]
    seen = load_seen(workspace, list({*ids, *wanted.ids}))
    return Loaded(names, seen, workspace.folders.all())


def suggest(workspace: Workspace, arrival: Arrival) -> tuple[str, list[Suggestion]]:
    """With the id of the arrival that they are for."""
    return arrival.id, workspace.suggest.of_original(arrival.sha256, arrival.path)


class InboxPage(Page):
    """List left, preview in the middle, fields and criteria right.

    1 to 5 choose what is suggested, Enter accepts, Del refuses.
    """

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._actions = InboxActions(workspace, tasks, self)
        self._folders: list[Folder] = []
        self._wanted_id = ""
        self._shown: Seen | None = None
        self._model = ArrivalsModel(self)
        self._folder = named(QComboBox(), "inbox_folder", self.tr("Lọc theo thư mục"))
        self._state = named(QComboBox(), "inbox_state", self.tr("Lọc theo trạng thái"))
        self._list = self._make_list()
        self._preview = Preview(workspace, tasks)
        self._panel = ArrivalPanel()
        self._empty_words = named(label(""), "inbox_empty")
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_action = named(QPushButton(self.tr("Thêm thư mục theo dõi")), "inbox_add_folder")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_parts())
        self._stack.addWidget(self._make_empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._make_head())
        layout.addWidget(self._stack, 1)
        self._connect()
        self.home = self._list

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("InboxPage", "Hộp đến")

    def reload(self, changes: Changes) -> None:
        if changes.criteria:
            self.tasks.read(self.workspace.criteria.tree, done=self._on_tree, key=(self, "tree"))
        if changes.arrivals or changes.folders or changes.documents:
            self._load()
        if changes.criteria or changes.evidence or changes.documents:
            self._ask_suggestions()

    def reveal(self, kind: str, key: str) -> None:  # noqa: ARG002 - only arrivals are at home here
        self._wanted_id = key
        for box in (self._folder, self._state):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        self._show(self._model.names())
        self._load()

    def _make_head(self) -> QHBoxLayout:
        self._folder.addItem(self.tr("Mọi thư mục"))
        self._state.addItem(self.tr("Chờ xử lý"), None)
        for each in STATES:
            self._state.addItem(state(each), each)
        return self.make_head(self._folder, self._state, self._panel.buttons)

    def _make_list(self) -> QListView:
        view = named(QListView(), "arrivals", self.tr("Tệp đến"))
        view.setModel(self._model)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setItemDelegate(TwoLineDelegate(DETAILS, MARK, view))
        view.setUniformItemSizes(True)
        view.setMinimumWidth(180)
        return view

    def _make_parts(self) -> QSplitter:
        parts = named(QSplitter(Qt.Orientation.Horizontal), "inbox_parts")
        parts.addWidget(self._list)
        parts.addWidget(self._preview)
        parts.addWidget(self._panel)
        parts.setSizes([280, 400, 350])
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(12)
        return parts

    def _make_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self._empty_words)
        column.addWidget(self._empty_action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        for box in (self._folder, self._state):
            box.currentIndexChanged.connect(self._load)
        self._model.wanted.connect(self._load_seen)
        self._list.selectionModel().selectionChanged.connect(self._on_selected)
        self._empty_action.clicked.connect(lambda: self.open_requested.emit("folder", "new"))
        self._actions.notified.connect(self.notified)
        self._actions.open_requested.connect(self.open_requested)
        self._actions.taken_back.connect(self._on_taken_back)
        self._preview.unlocked.connect(self._list.setFocus)  # the button that had it is gone
        self._panel.accepted.connect(self._accept)
        self._panel.deferred.connect(self._defer)
        self._panel.refused.connect(self._ask_reason)
        self._panel.reopened.connect(self._reopen)
        self._panel.duplicate_wanted.connect(self._on_duplicate_wanted)
        keys = {"Return": self._accept, "Enter": self._accept, "Del": self._ask_reason}
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        for number in range(1, SHOWN + 1):
            shortcut = QShortcut(QKeySequence(str(number)), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._panel.suggestions.toggle, number))

    # What is shown

    def _on_tree(self, tree: Sequence[Criterion]) -> None:
        self._panel.set_criteria(tree)

    def _load(self) -> None:
        wanted = Wanted(
            state=self._state.currentData(),
            folder_id=self._folder.currentData(),
            row=self._list.indexAt(QPoint(1, 1)).row(),
            ids=tuple(filter(None, (self._wanted_id, *self._selected()[:1]))),
        )
        self.tasks.read(load, self.workspace, wanted, done=self._on_loaded, key=(self, "arrivals"))

    def _load_seen(self, ids: list[str]) -> None:
        self.tasks.read(load_seen, self.workspace, ids, done=self._on_seen, key=(self, "seen"))

    def _on_seen(self, seen: dict[str, Seen]) -> None:
        self._model.know(seen)
        self._on_selected()

    def _on_loaded(self, loaded: Loaded) -> None:
        if [folder.id for folder in loaded.folders] != [
            self._folder.itemData(row) for row in range(1, self._folder.count())
        ]:
            self._fill_folders(loaded.folders)
        self._folders = loaded.folders
        self._show([pair for pair in loaded.names if pair[0] not in self._actions.leaving], loaded.seen)

    def _fill_folders(self, folders: Sequence[Folder]) -> None:
        chosen = self._folder.currentData()
        with QSignalBlocker(self._folder):
            while self._folder.count() > 1:
                self._folder.removeItem(1)
            for folder in folders:
                self._folder.addItem(folder.path.name or str(folder.path), folder.id)
            self._folder.setCurrentIndex(max(self._folder.findData(chosen), 0))

    def _show(self, names: Sequence[tuple[str, str]], seen: dict[str, Seen] | None = None) -> None:
        """Show these; keep the selection, or go on to the next where it is gone."""
        before = self._selected()
        place = min((row for key in before if (row := self._model.row_of(key)) is not None), default=0)
        with QSignalBlocker(self._list.selectionModel()):
            self._model.show_names(names, seen)
            self._select_again(before, place)
        self._list.viewport().update()
        self._show_empty(not names)
        self._on_selected()

    def _select_again(self, before: Sequence[str], place: int) -> None:
        wanted = self._model.row_of(self._wanted_id)
        if wanted is None:
            rows = [row for key in before if (row := self._model.row_of(key)) is not None]
        else:
            self._wanted_id, rows = "", [wanted]
        if not rows and self._model.rowCount():
            rows = [min(place, self._model.rowCount() - 1)]
        if rows == [self._model.row_of(key) for key in self._selected()]:
            return
        selection = QItemSelection()
        for first, last in runs(rows):
            selection.append(QItemSelectionRange(self._model.index(first), self._model.index(last)))
        flags = QItemSelectionModel.SelectionFlag
        self._list.selectionModel().select(selection, flags.ClearAndSelect)
        if rows:
            self._list.selectionModel().setCurrentIndex(self._model.index(rows[-1]), flags.Current)
            self._list.scrollTo(self._model.index(rows[-1]))

    def _show_empty(self, is_empty: bool) -> None:
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self._empty_action.setVisible(not self._folders)
        if not self._folders:
            words = self.tr(
                "Chưa có thư mục theo dõi. Thêm thư mục mà các phòng gửi tài liệu vào; tệp mới sẽ hiện ở đây."
            )
        elif self._folder.currentData() or self._state.currentData():
            words = self.tr("Không có tệp nào như đang lọc.")
        else:
            places = "\n".join(str(folder.path) for folder in self._folders)
            words = self.tr("Đã xử lý hết. Chép tài liệu vào thư mục sau, tệp mới sẽ hiện ở đây:") + f"\n\n{places}"
        self._empty_words.setText(words)

    def _selected(self) -> list[str]:
        """The ids, from the top down."""
        rows = sorted(index.row() for index in self._list.selectionModel().selectedIndexes())
        return [self._model.id_at(row) for row in rows]

    def _on_selected(self) -> None:
        selected = self._selected()
        seen = self._model.seen(selected[0]) if len(selected) == 1 else None
        if seen is not None and seen == self._shown:
            return
        self._shown = seen
        if seen is not None:
            self._panel.show_arrival(seen.arrival, seen.alike)
            self._show_preview(seen.arrival)
            self._ask_suggestions()
            return
        if len(selected) > 1:
            self._panel.show_many(len(selected), self._is_of_refused())
        else:
            self._panel.show_nothing()
        is_read = len(selected) == 1  # just now: it is about to be shown
        self._preview.clear("" if is_read else self.tr("Chọn một tệp để xem trước."))

    def _ask_suggestions(self) -> None:
        if self._shown:
            what = (self.workspace, self._shown.arrival)
            self.tasks.read(suggest, *what, done=self._on_suggested, key=(self, "suggestions"))

    def _on_suggested(self, found: tuple[str, list[Suggestion]]) -> None:
        self._panel.show_suggestions(*found)

    def _show_preview(self, arrival: Arrival) -> None:
        if not arrival.sha256:
            self._preview.clear(self.tr("Tệp này không được đưa vào vì có thể gây hại."))
        elif not arrival.media_type:
            self._preview.clear(self.tr("Đang đọc nội dung…"))
        else:
            path = self.workspace.store.path(arrival.sha256)
            self._preview.show_file(path, arrival.media_type, arrival.pages, arrival.name, arrival.problems)

    def _on_duplicate_wanted(self, key: str) -> None:
        kind = "document" if self._model.row_of(key) is None else "arrival"
        self.open_requested.emit(kind, key)

    # What is decided

    def _is_of_refused(self) -> bool:
        return self._state.currentData() == "refused"

    def _undecided(self) -> list[str]:
        """What of the selection there is to decide on; one that is not shown yet is none: nobody has seen it."""
        selected = [] if self._is_of_refused() else self._selected()
        return selected if len(selected) > 1 or self._shown else []

    def _accept(self) -> None:
        if not self._panel.form.is_readable():
            self.notified.emit(self.tr("Có ngày chưa đọc được. Hãy sửa ngày đó rồi nhận lại."), "", None)
            return
        if ids := self._undecided():
            typed = self._panel.edited_description() if len(ids) == 1 else None
            how = (self._panel.picker.chosen(), typed, self._panel.is_as_new(), self._panel.beside())
            self._actions.accept(ids, *how)
            self._let_go(ids)

    def _defer(self) -> None:
        if ids := self._undecided():
            # A deferred file stays in the list of what waits, so the list goes on by itself.
            self._wanted_id = self._id_after(ids)
            self._actions.defer(ids)
            self._list.setFocus()

    def _ask_reason(self) -> None:
        if ids := self._undecided():
            usual = (
                self.tr("Không liên quan đến kỳ đánh giá"),
                self.tr("Bản nháp, chưa ban hành"),
                self.tr("Trùng với tài liệu khác"),
                self.tr("Sai năm"),
                self.tr("Không đọc được, cần quét lại"),
            )
            words = self.tr("Vì sao không nhận %n tệp này?", "", len(ids))
            hint = self.tr("Tệp gốc trong thư mục theo dõi vẫn nguyên vẹn.")
            dialog = ReasonDialog(words, self.tr("Từ chối"), usual, hint, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.given.connect(partial(self._refuse, ids))
            dialog.open()

    def _refuse(self, ids: list[str], reason: str) -> None:
        self._actions.refuse(ids, reason)
        self._let_go(ids)

    def _reopen(self) -> None:
        ids = self._selected()
        self._actions.reopen(ids)
        self._let_go(ids)

    def _let_go(self, ids: Sequence[str]) -> None:
        """Go on at once: what was decided on leaves the list before it is written."""
        gone = set(ids)
        self._list.setFocus()
        self._show([pair for pair in self._model.names() if pair[0] not in gone])

    def _on_taken_back(self, key: str) -> None:
        self._wanted_id = key

    def _id_after(self, ids: list[str]) -> str:
        names = [key for key, _ in self._model.names()]
        last = max(row for key in ids if (row := self._model.row_of(key)) is not None)
        rest = [key for key in names[last + 1 :] + names[:last] if key not in ids]
        return rest[0] if rest else ids[-1]
