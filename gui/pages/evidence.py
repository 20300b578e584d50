"""The heart of the work: which document proves which criterion."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
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

from core.catalogue.records import Criterion
from core.evidence.records import Coverage
from core.workspace import Workspace
from gui.criteria_actions import CriteriaActions
from gui.dialogs.choose_criterion import ChooseCriterionDialog
from gui.evidence_actions import EvidenceActions, Target
from gui.models.criteria import Filter
from gui.models.documents import CODE, FULL
from gui.models.evidence import NOTE, PAGES, Proof
from gui.page import Page
from gui.pages.criteria_menu import CriteriaMenu
from gui.tasks import Changes, TaskRunner
from gui.widgets.criteria_pane import CriteriaPane
from gui.widgets.criterion_view import CriterionView, evidence_of
from gui.widgets.document_search import DocumentSearch
from gui.widgets.document_view import DocumentView
from gui.widgets.parts import label, named

NARROWEST_MIDDLE = 280


@dataclass(frozen=True)
class Loaded:
    """The tree with its states."""

    tree: tuple[Criterion, ...]
    coverage: Coverage


def load_tree(workspace: Workspace) -> Loaded:
    return Loaded(workspace.criteria.tree(), workspace.coverage())


def load_proofs(workspace: Workspace, criterion_id: str) -> list[Proof]:
    evidence = workspace.links.of_criterion(criterion_id)
    documents = {one.id: one for one in workspace.listing.rows([one.document_id for one in evidence])}
    return [Proof(one, documents[one.document_id]) for one in evidence]


class EvidencePage(Page):
    """Criteria at the left, the current one with its evidence in the middle, the document at the right."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._wanted_filter: Filter | None = None
        self._wanted_criterion = ""
        self._proofs: tuple[str, list[Proof]] = ("", [])
        self.evidence = EvidenceActions(workspace, tasks, self)
        self.criteria = CriteriaActions(workspace, tasks, self)
        self.pane = CriteriaPane()
        self.view = CriterionView()
        self.document = DocumentView(workspace, tasks, "evidence_document")
        self.search = DocumentSearch(workspace, tasks, "evidence_search", {FULL: 200, CODE: 84}, FULL, lines=2)
        self._menu = CriteriaMenu(self, self.pane.model, self.criteria)
        self._target = label("", "quiet")
        self._right = named(QTabWidget(), "evidence_tabs")
        self._build()
        self._connect()
        self.setFocusProxy(self.pane.tree)

    @property
    def title(self) -> str:
        return self.tr("Minh chứng")

    def reload(self, changes: Changes) -> None:
        if changes.criteria or changes.evidence or changes.appraisal:
            self.tasks.read(load_tree, self.workspace, done=self._on_tree, key=(self, "tree"))
        if changes.evidence or changes.documents:
            self._load_proofs()
        if changes.documents or changes.evidence:
            self.search.reload()
            self.document.reload()

    def reveal(self, kind: str, key: str) -> None:
        """A criterion by its id, or "criteria" by a Filter."""
        if kind == "criteria":
            self._wanted_filter = Filter.from_key(key)
        else:
            self._wanted_criterion = key
        if self.pane.model.tree:
            self._show_wanted()

    def add_evidence(self) -> None:
        """Go to the search of documents; what is chosen there is linked to the current criterion or requirement."""
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
        for actions in (self.evidence, self.criteria):
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
        self.pane.model.evidence_dropped.connect(lambda key, ids: self._move(ids, self._target_of(key)))
        model = self.view.model
        model.documents_dropped.connect(lambda ids, number: self.evidence.link(ids, self._here(number)))
        model.files_dropped.connect(lambda paths, number: self.evidence.link_files(paths, self._here(number)))
        model.evidence_dropped.connect(lambda ids, number: self._move(ids, self._here(number)))
        model.edited.connect(self.evidence.edit)
        self.view.evidence_chosen.connect(self._on_evidence)
        self.view.add_wanted.connect(self.add_evidence)
        self.view.open_wanted.connect(lambda key: self.open_requested.emit("document", key))
        self.view.unlink_wanted.connect(lambda: self.evidence.unlink(evidence_of(self.view.selected())))
        self.view.menu_wanted.connect(self._on_evidence_menu)
        self.view.target_changed.connect(self._say_target)
        self.search.chosen.connect(self._on_documents_chosen)
        keys = QShortcut(QKeySequence("Ctrl+L"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.add_evidence)

    # --- what is shown

    def _on_tree(self, loaded: Loaded) -> None:
        self.pane.load(loaded.tree, loaded.coverage)
        self._show_wanted()
        self._show_criterion()

    def _show_wanted(self) -> None:
        if self._wanted_filter is not None:
            self.pane.set_filter(self._wanted_filter)
        if self._wanted_criterion:
            self.pane.reveal(self._wanted_criterion)
        self._wanted_filter, self._wanted_criterion = None, ""

    def _on_criterion(self, _criterion_id: str) -> None:
        self._load_proofs()
        self._say_target()

    def _load_proofs(self) -> None:
        criterion = self.pane.current()
        if criterion is None:
            self.view.clear()
            self.document.clear()
            return
        done = self._on_proofs
        self.tasks.read(_with_key, criterion.id, partial(load_proofs, self.workspace), done=done, key=(self, "proofs"))

    def _on_proofs(self, proofs: tuple[str, list[Proof]]) -> None:
        self._proofs = proofs
        self._show_criterion()

    def _show_criterion(self) -> None:
        """When both the tree and the evidence of its current criterion are here."""
        criterion, (criterion_id, proofs) = self.pane.current(), self._proofs
        if criterion and criterion.id == criterion_id:
            model = self.pane.model
            self.view.show_criterion(criterion, model.state(criterion.id), model.row(criterion.id), proofs)

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
        return Target(criterion, self.view.requirement()) if criterion else None

    def _target_of(self, criterion_id: str) -> Target:
        criterion = self.pane.model.criterion(criterion_id)
        assert criterion
        return Target(criterion)

    def _here(self, requirement: int | None) -> Target:
        criterion = self.pane.current()
        assert criterion
        return Target(criterion, requirement)

    def _move(self, evidence_ids: Sequence[str], target: Target) -> None:
        """What is dragged comes from the criterion in the middle."""
        moved = [proof.evidence for proof in self.view.model.proofs() if proof.evidence.id in evidence_ids]
        self.evidence.move(moved, target)

    def _on_documents_chosen(self, document_ids: list[str]) -> None:
        if target := self._current_target():
            self.evidence.link(document_ids, target)

    def _on_added(self, criterion_id: str) -> None:
        self._wanted_criterion = criterion_id

    def _on_criterion_menu(self, place: QPoint) -> None:
        menu = named(QMenu(self), "criterion_menu")
        self._menu.fill(menu, self.pane.current())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _on_evidence_menu(self, place: QPoint) -> None:
        proofs = self.view.selected()
        menu = named(QMenu(self), "evidence_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if proofs:
            menu.addAction(
                self.tr("Mở trong trang Tài liệu"), lambda: self.view.open_wanted.emit(proofs[0].document.id)
            )
            menu.addAction(self.tr("Sửa số trang\tF2"), lambda: self.view.edit_current(PAGES))
            menu.addAction(self.tr("Sửa ghi chú"), lambda: self.view.edit_current(NOTE))
            self._add_requirements(menu.addMenu(self.tr("Chuyển sang yêu cầu")), proofs)
            menu.addAction(self.tr("Chuyển sang tiêu chí khác…"), lambda: self._ask_where(proofs))
            menu.addSeparator()
            menu.addAction(self.tr("Gỡ khỏi tiêu chí\tDelete"), self.view.unlink_wanted.emit)
        else:
            menu.addAction(self.tr("Thêm minh chứng…"), self.add_evidence)
            menu.addAction(self.tr("Thêm tệp…"), self.add_files)
        menu.popup(place)

    def _add_requirements(self, menu: QMenu, proofs: Sequence[Proof]) -> None:
        criterion = self.pane.current()
        numbered = criterion.requirements if criterion else ()
        menu.setEnabled(bool(numbered))
        move = partial(self.evidence.move, evidence_of(proofs))
        menu.addAction(self.tr("Cho cả tiêu chí"), lambda: move(self._here(None)))
        for one in numbered:
            menu.addAction(f"({one.number}) {one.text[:80]}", lambda number=one.number: move(self._here(number)))

    def _ask_where(self, proofs: Sequence[Proof]) -> None:
        words = self.tr("Chuyển minh chứng sang tiêu chí")
        tree = self.pane.model.tree
        dialog = ChooseCriterionDialog(words, self.tr("Chuyển"), tree, requirements=True, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(
            lambda key, number: self.evidence.move(evidence_of(proofs), Target(self._target_of(key).criterion, number))
        )
        dialog.open()


def _with_key(criterion_id: str, load: partial[list[Proof]]) -> tuple[str, list[Proof]]:
    return criterion_id, load(criterion_id)
