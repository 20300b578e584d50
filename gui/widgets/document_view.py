"""One document: its preview, its description to be edited, what it proves, and a copy of the original."""

from dataclasses import asdict, dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion
from core.errors import UserError
from core.evidence.records import Evidence
from core.files import copy_whole, safe_name
from core.library.records import Document
from core.library.twins import Twin, TwinKind
from core.workspace import Workspace
from gui.dialogs.relate import RelateDialog
from gui.messages import problem
from gui.messages import state as state_words
from gui.relation_actions import RelationActions
from gui.tasks import Changes, TaskRunner
from gui.widgets.description_form import DescriptionForm
from gui.widgets.parts import label, linked, named
from gui.widgets.preview import Preview
from gui.widgets.relations import Related, RelationsView, load_related
from gui.widgets.twins import TwinsView


@dataclass(frozen=True)
class Details:
    """A document with what else is to be said of it."""

    document: Document
    path: Path
    uses: tuple[tuple[Evidence, Criterion], ...]
    twins: tuple[Twin, ...]
    relations: Related


def load_details(workspace: Workspace, document_id: str) -> Details:
    document = workspace.documents.get(document_id)
    criteria = {criterion.id: criterion for criterion in workspace.criteria.tree()}
    uses = tuple((link, criteria[link.criterion_id]) for link in workspace.links.of_document(document.id))
    twins = tuple(workspace.twins.of_document(document.id))
    related = load_related(workspace, document)
    return Details(document, workspace.store.path(document.sha256), uses, twins, related)


class FormArea(QScrollArea):
    """Scrolls up and down only: never narrower than what is in it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        width = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())


class DocumentView(QWidget):
    """Shows a document. What was typed is saved with the button, with Ctrl+S, and when another document is shown."""

    open_requested = Signal(str, str)
    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._details: Details | None = None
        self._wanted = ""
        self.preview = Preview(workspace, tasks)
        self.form = DescriptionForm()
        self._about = named(label("", "quiet"), f"{name}_about")
        self._twins = TwinsView(name)
        self._twins.open_requested.connect(self.open_requested)
        self._twins.decided.connect(self._decide)
        self._relations = RelationsView(name)
        self._relations.open_requested.connect(self.open_requested)
        self._relations.ask_wanted.connect(self._ask_relation)
        actions = RelationActions(workspace, tasks, self)
        actions.notified.connect(self.notified)
        self._relations.related.connect(actions.relate)
        self._relations.unrelated.connect(actions.unrelate)
        self._relation_actions = actions
        self._uses = linked(f"{name}_uses", self.tr("Minh chứng cho"))
        self._uses.linkActivated.connect(self._on_link)
        self._save = named(QPushButton(self.tr("Lưu mô tả")), f"{name}_save")
        self._save.setToolTip(self.tr("Lưu mô tả (Ctrl+S)"))
        self._save.clicked.connect(self.save)
        self._revert = named(QPushButton(self.tr("Bỏ thay đổi")), f"{name}_revert")
        self._revert.clicked.connect(self.revert)
        self.form.edited.connect(lambda: self._set_dirty(True))
        keys = QShortcut(QKeySequence.StandardKey.Save, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)
        self._build(name)
        self.clear()

    def show_document(self, document_id: str) -> None:
        """Load a document and show it; the one shown now is saved first."""
        if document_id != self._wanted:
            self.save()
        self._wanted = document_id
        self.reload()

    def reload(self) -> None:
        """Read again what is shown, or about to be; what is being typed stays."""
        if self._wanted:
            read, workspace = self._tasks.read, self._workspace
            read(load_details, workspace, self._wanted, done=self._on_details, failed=self._on_failed, key=self)

    def clear(self) -> None:
        self.save()
        self._wanted = ""
        self._details = None
        self.preview.clear(self.tr("Chọn một tài liệu để xem."))
        self._below.hide()

    def document(self) -> Document | None:
        return self._details.document if self._details else None

    def save(self) -> None:
        """Write what was typed, if anything was."""
        details = self._details
        if details is None or not self._save.isEnabled():
            return
        before, after = details.document.description, self.form.description()
        self._set_dirty(False)
        if after != before:
            describe = partial(self._workspace.documents.describe, details.document.id, **asdict(after))
            self._tasks.write(describe, changes=Changes(documents=True), done=self._on_saved)

    def revert(self) -> None:
        if self._details:
            self._fill(self._details.document)

    def export(self) -> None:
        """Ask where to, and save a copy of the original."""
        details = self._details
        if details is None:
            return
        suggestion = str(Path.home() / safe_name(details.document.name))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất bản gốc"), suggestion)
        if chosen:
            self._tasks.read(_copy, details.path, Path(chosen), done=self._on_exported, slow=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def _build(self, name: str) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._revert)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 4, 8, 4)
        for widget in (self._about, self._twins, self._uses, self._relations, self.form):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        self._below = FormArea(inside)
        splitter = named(QSplitter(Qt.Orientation.Vertical), f"{name}_splitter")
        splitter.addWidget(self.preview)
        splitter.addWidget(self._below)
        splitter.setSizes([300, 300])
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _on_details(self, details: Details) -> None:
        document = details.document
        if document.id != self._wanted:
            return
        is_other = self._details is None or self._details.document.id != document.id
        self._details = details
        self._below.show()
        self.preview.show_file(details.path, document.media_type, document.pages, document.name, document.problems)
        self._about.setText(self._about_words(document))
        self._twins.show_twins(details.twins)
        self._relations.show_related(document, details.relations)
        self._uses.setText(self._uses_words(details))
        if is_other or not self._save.isEnabled():
            self._fill(document)

    def _on_failed(self, error: UserError) -> None:
        """That it was taken back meanwhile is no news."""
        if error.code != "document_unknown":
            self._tasks.problem.emit(error)
            return
        self._details = None
        self.clear()

    def _fill(self, document: Document) -> None:
        with QSignalBlocker(self.form):
            self.form.set_description(document.description, document.sources)
        self._set_dirty(False)

    def _set_dirty(self, dirty: bool) -> None:
        self._save.setEnabled(dirty)
        self._revert.setEnabled(dirty)

    def _on_saved(self, _document: Document) -> None:
        self.notified.emit(self.tr("Đã lưu mô tả."), self.tr("Hoàn tác"), self._tasks.take_back())

    def _on_exported(self, path: Path) -> None:
        self.notified.emit(self.tr("Đã lưu bản gốc vào {path}").format(path=path), "", None)

    def _about_words(self, document: Document) -> str:
        facts = [document.name, self.tr("{size} KB").format(size=max(1, document.size // 1024))]
        if document.pages:
            facts.append(self.tr("%n trang", "", document.pages))
        return " · ".join([*facts, *(problem(code) for code in document.problems)])

    def _decide(self, other_id: str, kind: str) -> None:
        if self._details is None:
            return
        self._relation_actions.decide(self._details.document.id, other_id, cast(TwinKind, kind) if kind else None)

    def _ask_relation(self) -> None:
        if self._details is None:
            return
        dialog = RelateDialog(self._workspace, self._tasks, self._details.document, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._relation_actions.relate)
        dialog.open()

    def _uses_words(self, details: Details) -> str:
        if not details.uses:
            return self.tr("Chưa gắn vào tiêu chí nào.")
        lines: dict[str, list[str]] = {}
        for link, criterion in sorted(details.uses, key=lambda use: not use[0].counts):
            says = self.tr("Minh chứng cho") if link.counts else state_words(link.state)
            place = f'<a href="criterion:{criterion.id}">{escape(_place(link, criterion))}</a>'
            lines.setdefault(says, []).append(place)
        return "<br>".join(f"{says}: {', '.join(places)}" for says, places in lines.items())

    def _on_link(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.open_requested.emit(kind, key)


def _copy(source: Path, target: Path) -> Path:
    copy_whole(source, target)
    return target


def _place(link: Evidence, criterion: Criterion) -> str:
    return criterion.code if link.requirement is None else f"{criterion.code} ({link.requirement})"
