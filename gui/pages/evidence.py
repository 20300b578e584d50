"""The heart of the work: which document proves which criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion, Slot
from core.evidence.coverage import row_of
from core.evidence.obstacles import Kind, Obstacle
from core.evidence.records import Coverage, Evidence, Row
from core.library.records import Document
from core.workspace import Workspace
from gui import mime
from gui.criteria_actions import CriteriaActions
from gui.evidence_actions import EvidenceActions, Target
from gui.judgement_actions import JudgementActions
from gui.models.criteria import Filter
from gui.models.documents import CODE, FULL
from gui.models.evidence import Proof, codes_words
from gui.obstacle_actions import ObstacleActions
from gui.page import Page
from gui.pages.criteria_menu import CriteriaMenu
from gui.pages.evidence_menu import Doers, EvidenceMenu
from gui.slot_actions import SlotActions
from gui.tasks import Changes, TaskRunner
from gui.widgets.criteria_pane import CriteriaPane
from gui.widgets.criterion_view import CriterionView, evidence_of
from gui.widgets.document_search import DocumentSearch
from gui.widgets.document_view import DocumentView
from gui.widgets.parts import label, named

NARROWEST_MIDDLE = 280


@dataclass(frozen=True)
class Standing:
    """The tree with its states."""

    tree: tuple[Criterion, ...]
    coverage: Coverage
    year: int


@dataclass(frozen=True)
class Shown:
    """A criterion with what proves it; `row` is None for an inner one."""

    criterion: Criterion
    row: Row | None
    proofs: tuple[Proof, ...]
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True)
class Loaded:
    """`standing` None: it is as it was; `shown` None: there is no such criterion."""

    standing: Standing | None
    shown: Shown | None


def load(workspace: Workspace, criterion_id: str, known: Mapping[str, Document], *, standing: bool) -> Loaded:
    """`known`: documents by id that nobody has changed since they were read."""
    stands = load_standing(workspace) if standing else None
    tree = stands.tree if stands else workspace.criteria.tree()
    criterion = next((one for one in tree if one.id == criterion_id), None)
    return Loaded(stands, load_shown(workspace, criterion, known) if criterion else None)


def load_standing(workspace: Workspace) -> Standing:
    today = date.today()
    year = workspace.criteria.appraisal().year or today.year
    return Standing(workspace.criteria.tree(), workspace.coverage(today), year)


def load_shown(workspace: Workspace, criterion: Criterion, known: Mapping[str, Document]) -> Shown:
    evidence = workspace.links.of_criterion(criterion.id)
    wanted = [one.document_id for one in evidence if one.document_id not in known]
    documents = dict(known) | {one.id: one for one in (workspace.listing.rows(wanted) if wanted else ())}
    counts = criterion.is_leaf and criterion.counts_as != "set_aside"
    row = row_of(criterion, evidence, date.today()) if counts else None
    proofs = tuple(Proof(one, documents[one.document_id]) for one in evidence)
    for proof in proofs:
        assert proof.words  # put together here, and not while the window waits
    return Shown(criterion, row, proofs, tuple(workspace.obstacles.of_criterion(criterion.id)))


class EvidencePage(Page):
    """Criteria at the left, the current one with its evidence in the middle, the document at the right."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._wanted_filter: Filter | None = None
        self._wanted_criterion = ""
        self._wanted_part = ""
        self._shown: Shown | None = None
        self._known: dict[str, Document] = {}  # of what is shown, as long as no document changes
        self._left = Changes()  # that is not in view yet
        self._clip: tuple[bool, list[Evidence]] = (False, [])  # cut or copied, and what
        self.evidence = EvidenceActions(workspace, tasks, self)
        self.criteria = CriteriaActions(workspace, tasks, self)
        self.judgements = JudgementActions(workspace, tasks, self)
        self.slots = SlotActions(workspace, tasks, self)
        self.obstacles = ObstacleActions(workspace, tasks, self)
        self.pane = CriteriaPane()
        self.view = CriterionView()
        self.document = DocumentView(workspace, tasks, "evidence_document")
        self.search = DocumentSearch(workspace, tasks, "evidence_search", {FULL: 200, CODE: 84}, FULL, lines=2)
        self._menu = CriteriaMenu(self, self.pane.model, self.criteria)
        doers = Doers(self.evidence, self.judgements, self.slots, self.add_evidence, self.add_files, self.paste)
        self._evidence_menu = EvidenceMenu(self, self.view, self.pane.model, doers)
        self._target = label("", "quiet")
        self._right = named(QTabWidget(), "evidence_tabs")
        self._build()
        self._connect()
        self.home = self.pane.tree

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("EvidencePage", "Minh chứng")

    def reload(self, changes: Changes) -> None:
        self._left |= changes
        if changes.documents:
            self._known = {}
        self._load()

    def _load(self) -> None:
        """The criterion in the middle, and whatever else has changed."""
        left, current = self._left, self.pane.current()
        standing = left.criteria or left.evidence or left.appraisal
        read = partial(load, self.workspace, current.id if current else "", self._known, standing=standing)
        self.tasks.read(read, done=self._on_loaded, key=(self, "criteria"))

    def reveal(self, kind: str, key: str) -> None:
        """A criterion by its id, or "criteria" by a Filter. After the id and "#" may stand what of it: the name of a
        field of its judgement, "points", the id of a slot, or that of a document.
        """
        if kind == "criteria":
            self._wanted_filter = Filter.from_key(key)
        else:
            self._wanted_criterion, _, self._wanted_part = key.partition("#")
        if self.pane.model.tree:
            self._show_wanted()

    def add_evidence(self) -> None:
        """Go to the search of documents; what is chosen there is linked to the current criterion or slot."""
        self._right.setCurrentIndex(1)
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def add_files(self) -> None:
        if target := self._current_target():
            paths, _ = QFileDialog.getOpenFileNames(
                self, self.tr("Thêm tệp làm minh chứng cho {place}").format(place=target.words)
            )
            if paths:
                self.evidence.link_files([Path(path) for path in paths], target)

    def copy(self, *, cut: bool = False) -> None:
        """Onto the clipboard; what was cut is moved where it is pasted."""
        evidence = evidence_of(self.view.selected())
        if evidence:
            self._clip = (cut, evidence)
            QGuiApplication.clipboard().setMimeData(mime.of_evidence([one.id for one in evidence]))
            codes = codes_words(evidence)
            words = (
                self.tr("Đã cắt {codes}. Chọn tiêu chí hoặc mục rồi bấm Ctrl+V để chuyển sang đó.")
                if cut
                else self.tr("Đã sao chép {codes}. Chọn tiêu chí hoặc mục rồi bấm Ctrl+V để dùng thêm ở đó.")
            )
            self.notified.emit(words.format(codes=codes), "", None)

    def paste(self) -> None:
        """Evidence, documents or files from the clipboard, onto the current criterion or slot."""
        data, target = QGuiApplication.clipboard().mimeData(), self._current_target()
        if target is None:
            return
        cut, evidence = self._clip
        if evidence and mime.evidence(data) == [one.id for one in evidence]:
            (self.evidence.move if cut else self.evidence.copy)(evidence, target)
            self._clip = (False, evidence)
        elif documents := mime.documents(data):
            self.evidence.link(documents, target)
        elif files := mime.files(data):
            self.evidence.link_files(files, target)

    def _build(self) -> None:
        middle = QWidget()
        middle.setMinimumWidth(NARROWEST_MIDDLE)
        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.view, 1)
        searching = QWidget()
        inside = QVBoxLayout(searching)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self._target)
        inside.addWidget(self.search, 1)
        self._link = named(QPushButton(self.tr("Gắn vào tiêu chí")), "evidence_link")
        self._link.clicked.connect(lambda: self._on_documents_chosen(self.search.table.chosen()))
        inside.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._right.addTab(self.document, self.tr("Xem và mô tả"))
        self._right.addTab(searching, self.tr("Tìm tài liệu"))
        splitter = named(QSplitter(), "evidence_splitter")
        for widget in (self.pane, middle, self._right):
            splitter.addWidget(widget)
        splitter.setSizes([280, 470, 330])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._make_head())
        outer.addWidget(splitter, 1)

    def _make_head(self) -> QHBoxLayout:
        add = named(QPushButton(self.tr("Thêm minh chứng")), "evidence_add")
        add.setProperty("role", "primary")
        add.setToolTip(self.tr("Tìm tài liệu để gắn vào tiêu chí (Ctrl+L)"))
        add.clicked.connect(self.add_evidence)
        files = named(QPushButton(self.tr("Thêm tệp…")), "evidence_files")
        files.setToolTip(self.tr("Chọn tệp trên máy làm minh chứng; cũng có thể kéo thả tệp vào tiêu chí"))
        files.clicked.connect(self.add_files)
        return self.make_head(files, add)

    def _connect(self) -> None:
        for actions in (self.evidence, self.criteria, self.judgements, self.slots, self.obstacles):
            actions.notified.connect(self.notified)
        self.criteria.added.connect(self._on_added)
        self.document.notified.connect(self.notified)
        self.document.open_requested.connect(self.open_requested)
        self.pane.criterion_chosen.connect(self._on_criterion)
        self.pane.menu.aboutToShow.connect(lambda: self._menu.fill(self.pane.menu, self.pane.current()))
        self.pane.menu_wanted.connect(self._on_criterion_menu)
        self.pane.enter_pressed.connect(lambda: self.view.tree.setFocus(Qt.FocusReason.TabFocusReason))
        self.pane.edit_wanted.connect(lambda: self._menu.edit(self.pane.current()))
        self.pane.model.documents_dropped.connect(lambda key, ids: self.evidence.link(ids, self._target_of(key)))
        self.pane.model.files_dropped.connect(lambda key, paths: self.evidence.link_files(paths, self._target_of(key)))
        self.pane.model.evidence_dropped.connect(
            lambda key, ids, stays: self._take(ids, self._target_of(key), stays=stays)
        )
        self.pane.tree.paste_pressed.connect(self.paste)
        model = self.view.model
        model.documents_dropped.connect(lambda ids, slot: self.evidence.link(ids, self._here(slot)))
        model.files_dropped.connect(lambda paths, slot: self.evidence.link_files(paths, self._here(slot)))
        model.evidence_dropped.connect(lambda ids, slot, stays: self._take(ids, self._here(slot), stays=stays))
        model.edited.connect(self.evidence.edit)
        self.view.judgement.assessed.connect(lambda one, fields: self.judgements.assess(one, **fields))
        self.view.points.scored.connect(self.judgements.score)
        self.view.judgement.last_year_changed.connect(lambda one, fields: self.judgements.last_year(one, **fields))
        self.view.obstacles.added.connect(self._on_obstacle)
        self.view.obstacles.edited.connect(self.obstacles.edit)
        self.view.obstacles.removed.connect(self.obstacles.remove)
        self.view.obstacles.resolved.connect(self.obstacles.resolve)
        self.view.evidence_chosen.connect(self._on_evidence)
        self.view.add_wanted.connect(self.add_evidence)
        self.view.open_wanted.connect(lambda key: self.open_requested.emit("document", key))
        self.view.unlink_wanted.connect(lambda: self.evidence.unlink(evidence_of(self.view.selected())))
        self.view.menu_wanted.connect(self._evidence_menu.show)
        self.view.slot_wanted.connect(self._evidence_menu.edit_slot)
        self.view.tree.copy_pressed.connect(self.copy)
        self.view.tree.cut_pressed.connect(lambda: self.copy(cut=True))
        self.view.tree.paste_pressed.connect(self.paste)
        self.view.target_changed.connect(self._say_target)
        self.search.chosen.connect(self._on_documents_chosen)
        keys = QShortcut(QKeySequence("Ctrl+L"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.add_evidence)

    # --- what is shown

    def _on_loaded(self, loaded: Loaded) -> None:
        left, self._left = self._left, Changes()
        if loaded.shown:
            self._shown = loaded.shown
            self._known = {proof.document.id: proof.document for proof in loaded.shown.proofs}
        if loaded.standing:
            self._evidence_menu.year = loaded.standing.year
            self.pane.load(loaded.standing.tree, loaded.standing.coverage)
            self._show_wanted()
        else:
            self._show_criterion()
        if left.documents or left.evidence:
            self.search.reload()
            self.document.reload()

    def _show_wanted(self) -> None:
        if self._wanted_filter is not None:
            self.pane.set_filter(self._wanted_filter)
        if self._wanted_criterion:
            self.pane.reveal(self._wanted_criterion)
        self._wanted_filter, self._wanted_criterion = None, ""
        self._show_criterion()

    def _on_criterion(self, criterion_id: str) -> None:
        if criterion_id:
            self._load()
        else:
            self.view.clear()
            self.document.clear()
        self._say_target()

    def _show_criterion(self) -> None:
        """What an inner criterion stands at is known when the tree is here, too."""
        current, shown = self.pane.current(), self._shown
        if current and shown and current.id == shown.criterion.id:
            state = shown.row.state if shown.row else self.pane.model.state(current.id)
            self.view.show_criterion(shown.criterion, state, shown.row, shown.proofs, shown.obstacles)
            if self._wanted_part and not self._wanted_criterion:
                part, self._wanted_part = self._wanted_part, ""
                self.view.reveal(part)

    def _on_evidence(self, document_id: str) -> None:
        if self.view.tree.hasFocus():  # by hand, and not because another criterion is shown
            self._right.setCurrentIndex(0)
        if document_id:
            self.document.show_document(document_id)
        else:
            self.document.clear()

    def _say_target(self) -> None:
        target = self._current_target()
        self._link.setEnabled(target is not None)
        self._target.setText(
            self.tr("Enter hoặc kéo thả để gắn vào {place}.").format(place=target.words) if target else ""
        )

    # --- what is done

    def _current_target(self) -> Target | None:
        criterion = self.pane.current()
        return Target(criterion, self.view.slot()) if criterion else None

    def _target_of(self, criterion_id: str) -> Target:
        criterion = self.pane.model.criterion(criterion_id)
        assert criterion
        return Target(criterion)

    def _here(self, slot: Slot | None) -> Target:
        criterion = self.pane.current()
        assert criterion
        return Target(criterion, slot)

    def _take(self, evidence_ids: Sequence[str], target: Target, *, stays: bool) -> None:
        """What is dragged comes from the criterion in the middle."""
        dragged = [proof.evidence for proof in self.view.model.proofs() if proof.evidence.id in evidence_ids]
        (self.evidence.copy if stays else self.evidence.move)(dragged, target)

    def _on_documents_chosen(self, document_ids: list[str]) -> None:
        if target := self._current_target():
            self.evidence.link(document_ids, target)

    def _on_obstacle(self, kind: Kind, text: str) -> None:
        if criterion := self.pane.current():
            self.obstacles.add(kind, text, criterion.id, None)

    def _on_added(self, criterion_id: str) -> None:
        self._wanted_criterion = criterion_id

    def _on_criterion_menu(self, place: QPoint) -> None:
        menu = named(QMenu(self), "criterion_menu")
        self._menu.fill(menu, self.pane.current())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
