"""The inbox: decide on each file that arrived."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt
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
from core.evidence.records import Evidence
from core.evidence.suggest import Suggestion
from core.intake.records import Arrival, ArrivalState, Beside, Folder
from core.library.records import Added, Document
from core.reading.description import Description
from core.workspace import Workspace
from gui.dialogs.reason import ReasonDialog
from gui.messages import state
from gui.models.arrivals import DETAILS, MARK, ArrivalsModel
from gui.page import Page
from gui.tasks import Changes, TaskRunner
from gui.widgets.arrival_panel import ArrivalPanel
from gui.widgets.parts import label, named
from gui.widgets.preview import Preview
from gui.widgets.suggestions import SHOWN
from gui.widgets.two_lines import TwoLineDelegate

STATES: tuple[ArrivalState, ...] = ("offered", "deferred", "refused")
Accepted = list[tuple[Added, list[Evidence]]]


@dataclass(frozen=True)
class Loaded:
    """What the page shows, before the filter by folder.

    `alike`: the documents that an arrival, by its id, may be another copy of.
    """

    arrivals: list[Arrival]
    folders: list[Folder]
    alike: dict[str, list[Document]] = field(default_factory=dict[str, list[Document]])


def load(workspace: Workspace, wanted: ArrivalState | None) -> Loaded:
    arrivals = workspace.inbox.all(wanted)
    asked = {one.id: one.description for one in arrivals if not (one.duplicate_of or one.revision_of)}
    return Loaded(arrivals, workspace.folders.all(), workspace.twins.of_descriptions(asked))


def suggest(workspace: Workspace, arrival: Arrival) -> tuple[str, list[Suggestion]]:
    """With the id of the arrival that they are for."""
    return arrival.id, workspace.suggest.of_original(arrival.sha256, arrival.path)


def accept(
    workspace: Workspace,
    arrivals: Sequence[Arrival],
    criterion_ids: Sequence[str],
    typed: Description | None,
    as_new: bool = False,
    beside: Beside | None = None,
) -> Accepted:
    """Accept all onto the criteria; what was `typed` in place of what was read becomes the description.

    A set goes with everything in it; a changed file becomes a revision, or a document of its own `as_new`; `beside`
    as Inbox.accept takes it.
    """
    accepted: Accepted = []
    sets = {arrival.id for arrival in arrivals if arrival.entries}
    for arrival in arrivals:
        if arrival.id in sets:
            accepted += workspace.inbox.accept_set(arrival.id, criterion_ids)
            continue
        if arrival.set_id in sets:
            continue
        added, evidence = workspace.inbox.accept(arrival.id, criterion_ids, as_new=as_new, beside=beside)
        if typed:
            read = vars(arrival.description)
            changed = {name: value for name, value in vars(typed).items() if value != read[name]}
            added = replace(added, document=workspace.documents.describe(added.document.id, **changed))
        accepted.append((added, evidence))
    return accepted


class InboxPage(Page):
    """List left, preview in the middle, fields and criteria right.

    1 to 5 choose what is suggested, Enter accepts, Del refuses.
    """

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._loaded = Loaded([], [])
        self._wanted_id = ""
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
        self.setFocusProxy(self._list)

    @property
    def title(self) -> str:
        return self.tr("Hộp đến")

    def reload(self, changes: Changes) -> None:
        if changes.criteria:
            self.tasks.read(self.workspace.criteria.tree, done=self._on_tree, key=(self, "tree"))
        if changes.arrivals or changes.folders or changes.documents:
            wanted = self._state.currentData()
            self.tasks.read(load, self.workspace, wanted, done=self._on_loaded, key=(self, "arrivals"))

    def reveal(self, kind: str, key: str) -> None:  # noqa: ARG002 - only arrivals are at home here
        self._wanted_id = key
        self._folder.setCurrentIndex(0)
        self._state.setCurrentIndex(0)
        self._show()

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
        self._folder.currentIndexChanged.connect(self._show)
        self._state.currentIndexChanged.connect(lambda: self.reload(Changes(arrivals=True)))
        self._list.selectionModel().selectionChanged.connect(self._on_selected)
        self._empty_action.clicked.connect(lambda: self.open_requested.emit("page", "settings"))
        self._panel.accepted.connect(self._accept)
        self._panel.deferred.connect(self._defer)
        self._panel.refused.connect(self._ask_reason)
        self._panel.reopened.connect(lambda: self._reopen([arrival.id for arrival in self._selected()]))
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

    def _on_loaded(self, loaded: Loaded) -> None:
        folders = {folder.id: folder for folder in loaded.folders}
        if list(folders) != [self._folder.itemData(row) for row in range(1, self._folder.count())]:
            self._folder.blockSignals(True)
            chosen = self._folder.currentData()
            while self._folder.count() > 1:
                self._folder.removeItem(1)
            for key, folder in folders.items():
                self._folder.addItem(folder.path.name or str(folder.path), key)
            self._folder.setCurrentIndex(max(self._folder.findData(chosen), 0))
            self._folder.blockSignals(False)
        self._loaded = loaded
        self._show()

    def _show(self) -> None:
        """Show what passes the filters; keep the selection, or go on to the next where it is gone."""
        folder = self._folder.currentData()
        shown = [arrival for arrival in self._loaded.arrivals if folder in (None, arrival.folder_id)]
        kept = [self._wanted_id] if self._wanted_id else [arrival.id for arrival in self._selected()]
        # Where all that was selected is decided on, the file after it comes next.
        place = min((index.row() for index in self._list.selectionModel().selectedIndexes()), default=0)
        self._list.selectionModel().blockSignals(True)
        self._model.show_arrivals(shown, self._loaded.alike.keys())
        rows = [row for key in kept if (row := self._model.row_of(key)) is not None]
        if rows and self._wanted_id:
            self._wanted_id = ""
        if not rows and shown:
            rows = [min(place, len(shown) - 1)]
        if rows:
            flag = QItemSelectionModel.SelectionFlag.Select
            self._list.selectionModel().select(self._selection(rows), flag)
            current = QItemSelectionModel.SelectionFlag.Current
            self._list.selectionModel().setCurrentIndex(self._model.index(rows[-1]), current)
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        if rows:
            self._list.scrollTo(self._model.index(rows[-1]))
        self._show_empty(not shown)
        self._on_selected()

    def _selection(self, rows: Sequence[int]) -> QItemSelection:
        """Neighbours as one range: Qt compares each range with all others."""
        selection = QItemSelection()
        for _, group in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
            some = [row for _, row in group]
            selection.append(QItemSelectionRange(self._model.index(some[0]), self._model.index(some[-1])))
        return selection

    def _show_empty(self, is_empty: bool) -> None:
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self._empty_action.setVisible(not self._loaded.folders)
        if not self._loaded.folders:
            words = self.tr(
                "Chưa có thư mục theo dõi. Thêm thư mục mà các phòng gửi tài liệu vào; tệp mới sẽ hiện ở đây."
            )
        elif self._loaded.arrivals or self._state.currentData():
            words = self.tr("Không có tệp nào như đang lọc.")
        else:
            places = "\n".join(str(folder.path) for folder in self._loaded.folders)
            words = self.tr("Đã xử lý hết. Chép tài liệu vào thư mục sau, tệp mới sẽ hiện ở đây:") + f"\n\n{places}"
        self._empty_words.setText(words)

    def _selected(self) -> list[Arrival]:
        rows = sorted(index.row() for index in self._list.selectionModel().selectedIndexes())
        return [self._model.arrivals()[row] for row in rows]

    def _on_selected(self) -> None:
        selected = self._selected()
        if len(selected) == 1:
            self._panel.show_arrival(selected[0], self._loaded.alike.get(selected[0].id, ()))
            key = (self, "suggestions")
            self.tasks.read(suggest, self.workspace, selected[0], done=self._on_suggested, key=key)
            self._show_preview(selected[0])
        elif selected:
            self._panel.show_many(selected)
            self._preview.clear(self.tr("Chọn một tệp để xem trước."))
        else:
            self._panel.show_nothing()
            self._preview.clear("")

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

    def _undecided(self) -> list[Arrival]:
        """What of the selection there is to decide on."""
        return [arrival for arrival in self._selected() if arrival.state != "refused"]

    def _accept(self) -> None:
        if not self._panel.form.is_readable():
            self.notified.emit(self.tr("Có ngày chưa đọc được. Hãy sửa ngày đó rồi nhận lại."), "", None)
            return
        if selected := self._undecided():
            typed = self._panel.edited_description() if len(selected) == 1 else None
            chosen = self._panel.picker.chosen()
            changes = Changes(arrivals=True, documents=True, evidence=bool(chosen))
            self._list.setFocus()
            decided = (self._panel.is_as_new(), self._panel.beside())
            what = (self.workspace, selected, chosen, typed, *decided)
            self.tasks.write(accept, *what, changes=changes, done=self._on_accepted)

    def _on_accepted(self, accepted: Accepted) -> None:
        added, evidence = accepted[0]
        name = added.document.description.symbol or added.document.name
        codes = ", ".join(sorted({each.code for _, links in accepted for each in links}))
        duplicates = [each for each, _ in accepted if each.outcome == "duplicate"]
        if len(accepted) > 1:
            words = self.tr("Đã nhận %n tệp.", "", len(accepted))
        elif duplicates:
            words = self.tr("“{name}” đã có trong thư viện từ trước nên không thêm lần nữa.").format(name=name)
        elif added.outcome == "revised":
            words = self.tr("Đã nhận bản mới của “{name}”. Bản trước vẫn được giữ.").format(name=name)
        else:
            words = self.tr("Đã nhận “{name}”.").format(name=name)
        if codes:
            words += " " + self.tr("Mã minh chứng: {codes}.").format(codes=codes)
        if len(accepted) > 1 and duplicates:
            words += " " + self.tr("%n tệp đã có từ trước.", "", len(duplicates))
        kind, key = ("criterion", evidence[0].criterion_id) if evidence else ("document", added.document.id)
        action = self.tr("Xem minh chứng") if evidence else self.tr("Xem tài liệu")
        self.notified.emit(words, action, lambda: self.open_requested.emit(kind, key))

    def _defer(self) -> None:
        if ids := [arrival.id for arrival in self._undecided()]:
            # A deferred file stays in the list of what waits, so the list goes on by itself.
            self._wanted_id = self._id_after(ids)
            words = self.tr("Đã để lại %n tệp để xử lý sau.", "", len(ids))
            self._decide(self.workspace.inbox.defer, ids, words)

    def _ask_reason(self) -> None:
        if ids := [arrival.id for arrival in self._undecided()]:
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
        refuse = self.workspace.inbox.refuse
        self._decide(lambda key: refuse(key, reason), ids, self.tr("Đã từ chối %n tệp.", "", len(ids)))

    def _decide(self, decision: Callable[[str], object], ids: list[str], words: str) -> None:
        self._list.setFocus()
        self.tasks.write(
            _each,
            decision,
            ids,
            changes=Changes(arrivals=True),
            done=lambda _: self._offer_back(ids, words),
        )

    def _offer_back(self, ids: list[str], words: str) -> None:
        back = self.tasks.take_back()

        def take_back() -> None:
            self._wanted_id = ids[0]
            if back:
                back()

        self.notified.emit(words, self.tr("Hoàn tác"), take_back)

    def _reopen(self, ids: list[str]) -> None:
        self._wanted_id = ids[0] if ids else ""
        self.tasks.write(_each, self.workspace.inbox.reopen, ids, changes=Changes(arrivals=True))

    def _id_after(self, ids: list[str]) -> str:
        arrivals = self._model.arrivals()
        last = max(row for key in ids if (row := self._model.row_of(key)) is not None)
        rest = [arrival for arrival in arrivals[last + 1 :] + arrivals[:last] if arrival.id not in ids]
        return rest[0].id if rest else ids[-1]


def _each(decision: Callable[[str], object], ids: list[str]) -> None:
    for key in ids:
        decision(key)
