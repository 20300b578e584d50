"""One criterion in the middle of the evidence page: what it demands, and what proves it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSplitter, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from core.catalogue.records import Criterion, Slot
from core.evidence.obstacles import Obstacle
from core.evidence.records import Evidence, Row, State
from gui.models.evidence import DOCUMENT, EDITABLE, NOTE, PAGES, EvidenceModel, Proof
from gui.widgets.criterion_about import about_html
from gui.widgets.judgement_panel import JudgementPanel
from gui.widgets.obstacle_panel import ObstaclePanel
from gui.widgets.parts import named
from gui.widgets.points_panel import PointsPanel
from gui.widgets.slot_delegate import SlotDelegate
from gui.widgets.trees import DropTree, set_columns

MOST_BY_PIXELS = 60  # rows


class CriterionView(QWidget):
    """`evidence_chosen(document id)`, "" for none; `menu_wanted(point)` on the screen; `add_wanted` by Enter on a
    slot; `open_wanted(document id)` by Enter or a double click on evidence.
    """

    evidence_chosen = Signal(str)
    menu_wanted = Signal(QPoint)
    add_wanted = Signal()
    open_wanted = Signal(str)
    unlink_wanted = Signal()
    slot_wanted = Signal(object)  # a Slot that is to be edited
    target_changed = Signal()  # another slot, or none, is selected

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EvidenceModel(self)
        self._criterion: Criterion | None = None
        self._html = ""
        self.about = named(QTextBrowser(), "criterion_about", self.tr("Nội dung tiêu chí"))
        self.about.setFrameShape(QFrame.Shape.NoFrame)
        self.about.setOpenLinks(False)
        self.about.setTabChangesFocus(True)
        self.about.viewport().setAutoFillBackground(False)
        self.about.document().setDocumentMargin(0)
        self.tree = named(DropTree(), "evidence_tree", self.tr("Minh chứng của tiêu chí"))
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(SlotDelegate(self.tree))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setDragEnabled(True)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setItemsExpandable(False)
        self.tree.setRootIsDecorated(False)
        set_columns(self.tree.header(), {PAGES: 50, NOTE: 76}, DOCUMENT)
        self.tree.setIndentation(12)
        self.splitter = named(QSplitter(Qt.Orientation.Vertical), "criterion_splitter")
        self.splitter.addWidget(self.about)
        self.judgement = JudgementPanel()
        self.obstacles = ObstaclePanel("criterion_obstacles")
        self.tabs = named(QTabWidget(), "criterion_tabs")
        self.tabs.setDocumentMode(True)
        self.points = PointsPanel("criterion_points")
        for part in (self.tree, self.judgement, self.obstacles, self.points):
            self.tabs.addTab(part, "")
        self.splitter.addWidget(self.tabs)
        self.splitter.setSizes([200, 400])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._name_tabs(None, ())
        self._connect()

    def show_criterion(
        self,
        criterion: Criterion,
        state: State | None,
        row: Row | None,
        proofs: Sequence[Proof],
        obstacles: Sequence[Obstacle] = (),
    ) -> None:
        """What is selected stays so when the same criterion is shown again."""
        same = self._criterion is not None and criterion.id == self._criterion.id
        current = self._current_key() if same else None
        self._criterion = criterion
        self._show_about(about_html(criterion, state, row), same=same)
        self.judgement.show_criterion(criterion, row)
        self.obstacles.load(obstacles)
        self.points.show_criterion(criterion, is_sum=not criterion.is_leaf)
        self.tabs.setTabVisible(self.tabs.indexOf(self.points), criterion.max_points is not None)
        self._name_tabs(row, proofs)
        self.model.load(criterion, row, proofs)
        self._go_to(current)

    def _show_about(self, html: str, *, same: bool) -> None:
        if html != self._html:
            place = self.about.verticalScrollBar().value() if same else 0
            self._html = html
            self.about.setHtml(html)
            self.about.verticalScrollBar().setValue(place)

    def _open_groups(self) -> None:
        """Before anything is measured: what spans all columns has more room. To scroll by pixels, every row has to be
        measured; of a long list only those in view are.
        """
        is_long = len(self.model.proofs()) > MOST_BY_PIXELS
        modes = QAbstractItemView.ScrollMode
        self.tree.setVerticalScrollMode(modes.ScrollPerItem if is_long else modes.ScrollPerPixel)
        for place, group in enumerate(self.model.groups()):
            top = self.model.index(place, 0)
            self.tree.setFirstColumnSpanned(place, QModelIndex(), True)
            if not group.proofs:
                self.tree.setFirstColumnSpanned(0, top, True)
        self.tree.expandAll()

    def reveal(self, part: str) -> None:
        """The field of the judgement with this name, "points", or the slot or document with this id."""
        if part == "points":
            self.tabs.setCurrentWidget(self.points)
            return
        if field := self.judgement.field(part):
            self.tabs.setCurrentWidget(self.judgement)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        index = self.model.index_of_part(part)
        if index.isValid():
            self.tabs.setCurrentWidget(self.tree)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def clear(self) -> None:
        self._criterion = None
        self._html = ""
        self.about.clear()
        self.judgement.clear()
        self.obstacles.load(())
        self._name_tabs(None, ())
        self.model.clear()

    def selected(self) -> list[Proof]:
        rows = self.tree.selectionModel().selectedRows()
        return [proof for index in rows if (proof := self.model.proof(index))]

    def criterion(self) -> Criterion | None:
        return self._criterion

    def slot(self) -> Slot | None:
        """The slot whose row, or whose evidence, is selected."""
        group = self.model.group(self.tree.currentIndex()) if self._is_selected() else None
        return group.slot if group else None

    def _is_selected(self) -> bool:
        """A row may be current without having been chosen: it becomes so when the list gets the focus."""
        return self.tree.selectionModel().isSelected(self.tree.currentIndex())

    def edit_current(self, wanted: int | None = None) -> None:
        """Edit pages or note in place: the column that is wanted, else the cell that is current, else the pages. On the
        row of a slot, edit that.
        """
        index = self.tree.currentIndex()
        if self.model.proof(index):
            column = wanted or (index.column() if index.column() in EDITABLE else PAGES)
            self.tree.setCurrentIndex(index.siblingAtColumn(column))
            self.tree.edit(index.siblingAtColumn(column))
        elif slot := self.slot():
            self.slot_wanted.emit(slot)

    def _name_tabs(self, row: Row | None, proofs: Sequence[Proof]) -> None:
        names = (
            _counted(self.tr("Minh &chứng"), sum(one.evidence.counts for one in proofs)),
            self.tr("Đánh &giá") + (" !" if row and row.wants_explanation else ""),
            _counted(self.tr("&Vướng mắc"), self.obstacles.count()),
            self.tr("Đ&iểm"),
        )
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)

    def _connect(self) -> None:
        self.about.anchorClicked.connect(lambda _address: self.tabs.setCurrentWidget(self.judgement))
        self.model.modelReset.connect(self._open_groups)
        self.tree.selectionModel().selectionChanged.connect(self._on_selected)
        self.tree.customContextMenuRequested.connect(
            lambda point: self.menu_wanted.emit(self.tree.viewport().mapToGlobal(point))
        )
        self.tree.delete_pressed.connect(self.unlink_wanted)
        self.tree.edit_pressed.connect(lambda: self.edit_current())
        self.tree.enter_pressed.connect(lambda: self._on_activated(self.tree.currentIndex()))
        self.tree.doubleClicked.connect(self._on_double_click)

    def _current_key(self) -> tuple[str, str] | None:
        """What the current row is: evidence by its id, and the key of its group."""
        index = self.tree.currentIndex()
        proof, group = self.model.proof(index), self.model.group(index)
        return (proof.evidence.id if proof else "", group.key) if group and self._is_selected() else None

    def _go_to(self, key: tuple[str, str] | None) -> None:
        """Back to the row that was current before the rows were read again."""
        if self._is_selected():
            return
        index = self.model.index_of(key[0]) if key else QModelIndex()
        if key and not index.isValid():
            index = self.model.index_of_group(key[1])
        if index.isValid():
            self.tree.setCurrentIndex(index)
        else:  # nothing is chosen yet: show the first document all the same
            proofs = self.model.proofs()
            self.evidence_chosen.emit(proofs[0].document.id if proofs else "")

    def _on_selected(self) -> None:
        if self._is_selected():
            proof = self.model.proof(self.tree.currentIndex())
            self.evidence_chosen.emit(proof.document.id if proof else "")
        self.target_changed.emit()

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() in EDITABLE and self.model.proof(index):
            self.tree.edit(index)
        else:
            self._on_activated(index)

    def _on_activated(self, index: QModelIndex) -> None:
        proof = self.model.proof(index)
        if proof:
            self.open_wanted.emit(proof.document.id)
        elif index.isValid():
            self.add_wanted.emit()


def evidence_of(proofs: Sequence[Proof]) -> list[Evidence]:
    return [proof.evidence for proof in proofs]


def _counted(name: str, number: int) -> str:
    return f"{name} ({number})" if number else name
