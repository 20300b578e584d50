"""Print the dossier: choose what, see what it will hold, print, and hand it over."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Appraisal, Criterion
from core.dossier.foresee import Foreseen
from core.dossier.options import Options
from core.dossier.records import Printed
from core.errors import UserError
from core.files import safe_name, with_ending
from core.library.records import Document
from core.progress import Progress
from core.workspace import Workspace
from gui.dossier_actions import DossierActions, documents_folder
from gui.dossier_choices import from_text, to_text
from gui.messages import message
from gui.models.criteria import WANTING, Filter
from gui.models.documents import name_words
from gui.page import Page
from gui.preferences import Preferences
from gui.tasks import Changes, Task, TaskRunner
from gui.widgets.document_view import FormArea
from gui.widgets.dossier_form import DossierForm
from gui.widgets.dossier_scope import DossierScope
from gui.widgets.parts import label, linked, named
from gui.widgets.print_result import PrintResult
from gui.widgets.task_progress import TaskProgress

PAUSE_MS = 250  # while choices are being made
SHOWN = 12


@dataclass(frozen=True)
class Loaded:
    """What there is to choose from; `seals` are the names of the sealed dossiers."""

    appraisal: Appraisal
    tree: tuple[Criterion, ...]
    seals: tuple[str, ...]


def load_scopes(workspace: Workspace) -> Loaded:
    seals = tuple(seal.name for seal in workspace.seals.all())
    return Loaded(workspace.criteria.appraisal(), workspace.criteria.tree(), seals)


def foresee(workspace: Workspace, options: Options) -> Foreseen:
    return workspace.dossier.foresee(options)


def print_dossier(progress: Progress, workspace: Workspace, out: Path, options: Options) -> Printed:
    return workspace.dossier.print_dossier(out, options, progress=progress)


class DossierPage(Page):
    """Choices at the left, what will be printed and what was printed at the right."""

    def __init__(
        self, workspace: Workspace, tasks: TaskRunner, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, tasks, parent)
        self._preferences = preferences
        self._appraisal: Appraisal | None = None
        self._task: Task | None = None
        self._is_done = False
        self._suggested = ""  # the name of the file
        self._scope = DossierScope()
        self._form = DossierForm()
        self._path = named(QLineEdit(), "dossier_path", self.tr("Tệp hồ sơ"))
        self._replaces = label(self.tr("Đã có tệp này: bản in mới sẽ thay bản cũ."), "quiet")
        self._print = named(QPushButton(self.tr("In hồ sơ")), "dossier_print")
        self._print.setProperty("role", "primary")
        self._wording = named(QPushButton(self.tr("Lời văn, biểu trưng…")), "dossier_wording")
        self._sealed = named(QPushButton(self.tr("Đã niêm phong…")), "dossier_seals")
        self._progress = TaskProgress()
        self._state = named(label("", "quiet"), "dossier_state")
        self._foreseen = linked("dossier_foreseen")
        self._result = PrintResult()
        self._actions = DossierActions(workspace, tasks, self._result, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._connect()
        self.home = self._scope

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("DossierPage", "Hồ sơ in")

    def reload(self, changes: Changes) -> None:
        if changes.criteria or changes.appraisal:
            self.tasks.read(load_scopes, self.workspace, done=self._on_scopes, key=(self, "scopes"))
        if changes:
            self._pause.start()

    def options(self) -> Options | None:
        """None while nothing is chosen where something must be."""
        options = self._form.options()
        return self._scope.narrowed(options) if options.parts else None

    def print_dossier(self) -> None:
        """Print what is chosen, in the background."""
        options = self.options()
        if options is None or self._task:
            return
        self._result.clear()
        self._actions.name = Path(self._suggested).stem
        out = Path(self._path.text().strip()).expanduser()
        self._run(
            self.tasks.long(
                self.tr("In hồ sơ"),
                print_dossier,
                self.workspace,
                out,
                options,
                done=self._on_printed,
                failed=self._on_failed,
                changes=Changes(evidence=True),
            )
        )

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(label(self.tr("In những gì"), "heading"))
        column.addWidget(self._scope)
        column.addSpacing(10)
        column.addWidget(self._form)
        column.addStretch(1)
        left = QWidget()
        beneath = QVBoxLayout(left)
        beneath.setContentsMargins(0, 0, 16, 0)
        beneath.addWidget(FormArea(inside), 1)
        beneath.addWidget(label(self.tr("&Tệp hồ sơ"), buddy=self._path))
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        choose = named(QPushButton(self.tr("Chọn…")), "dossier_choose", self.tr("Chọn tệp hồ sơ"))
        choose.clicked.connect(self._choose_path)
        row.addWidget(choose)
        beneath.addLayout(row)
        beneath.addWidget(self._replaces)
        shown = QWidget()
        beside = QVBoxLayout(shown)
        beside.setContentsMargins(16, 0, 8, 0)
        for widget in (self._progress, self._state, self._result):
            beside.addWidget(widget)
        beside.addWidget(label(self.tr("Hồ sơ sẽ có"), "heading"))
        beside.addWidget(self._foreseen, 1)
        splitter = named(QSplitter(), "dossier_splitter")
        splitter.addWidget(left)
        splitter.addWidget(FormArea(shown))
        splitter.setSizes([520, 520])
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.make_head(self._sealed, self._wording, self._print))
        outer.addWidget(splitter, 1)
        self._state.hide()
        self._sealed.hide()
        self._enable()

    def _connect(self) -> None:
        for choices in (self._scope, self._form):
            choices.changed.connect(self._on_choice)
        self._pause.timeout.connect(self._foresee)
        self._path.textChanged.connect(self._enable)
        self._path.editingFinished.connect(self._remember)
        self._print.clicked.connect(self.print_dossier)
        self._foreseen.linkActivated.connect(self._on_link)
        self._foreseen.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._result.open_requested.connect(self.open_requested)
        self._result.notified.connect(self.notified)
        self._wording.clicked.connect(self._actions.show_wording)
        self._sealed.clicked.connect(self._actions.show_seals)
        self._actions.started.connect(self._run)
        self._actions.settled.connect(self._on_settled)
        self._actions.notified.connect(self.notified)

    # --- choosing

    def _on_scopes(self, loaded: Loaded) -> None:
        appraisal = loaded.appraisal
        self._scope.set_criteria(loaded.tree)
        self._scope.set_seals(loaded.seals)
        self._sealed.setVisible(bool(loaded.seals))
        if self._appraisal is None or self._appraisal.id != appraisal.id:
            self._appraisal = appraisal
            options, path = from_text(self._preferences.choices(f"dossier/{appraisal.id}"))
            self._scope.choose(options)
            self._form.choose(options)
            self._suggested = self._file_name()
            self._path.setText(path or str(documents_folder() / self._suggested))
        self._appraisal = appraisal
        self._suggest()

    def _file_name(self) -> str:
        """What is chosen stands in it: a supplement must not take the place of the whole."""
        options = self._scope.narrowed(self._form.options())
        what = ""
        if options and options.since:
            what = self.tr("bổ sung {seal}").format(seal=options.since)
        elif options and options.criteria:
            what = self.tr("một số tiêu chí")
        elif options and options.unit:
            what = options.unit
        assert self._appraisal
        name = self.tr("Hồ sơ minh chứng {year}").format(year=self._appraisal.year or "").strip()
        return safe_name(" - ".join(filter(None, (name, what))) + ".pdf")

    def _suggest(self) -> None:
        """The file is called as its contents, unless somebody has named it."""
        before, self._suggested = self._suggested, self._file_name()
        path = Path(self._path.text().strip())
        if before and path.name == before:
            self._path.setText(str(path.with_name(self._suggested)))

    def _on_choice(self) -> None:
        if self._appraisal:
            self._suggest()
        self._enable()
        self._remember()
        self._pause.start()

    def _remember(self) -> None:
        options = self.options()
        if self._appraisal and options:
            path = self._path.text().strip()
            self._preferences.keep_choices(f"dossier/{self._appraisal.id}", to_text(options, path))

    def _enable(self) -> None:
        path = self._path.text().strip()
        self._print.setEnabled(self._task is None and self.options() is not None and bool(path))
        self._replaces.setVisible(bool(path) and os.path.isfile(path))  # noqa: PTH113 - Path.is_file raises for names too long
        self._result.setEnabled(self._task is None)

    def _choose_path(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Tệp hồ sơ"),
            self._path.text(),
            "PDF (*.pdf)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._path.setText(str(with_ending(Path(chosen), ".pdf")))
            self._remember()

    # --- what it will hold

    def _foresee(self) -> None:
        options = self.options()
        if options:
            done, failed = self._on_foreseen, self._on_not_foreseen
            key = (self, "foresee")
            self.tasks.read(foresee, self.workspace, options, done=done, failed=failed, key=key, slow=True)
        elif self._form.options().parts:
            self._foreseen.setText(self.tr("Hãy chọn ít nhất một tiêu chí."))
        else:
            self._foreseen.setText(self.tr("Hãy chọn ít nhất một phần của hồ sơ."))

    def _on_foreseen(self, foreseen: Foreseen) -> None:
        number = QLocale().toString
        words = self.tr("Khoảng {pages} trang, {size}; {documents} tài liệu.")
        size = QLocale().formattedDataSize(foreseen.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        said = words.format(pages=number(foreseen.pages), size=size, documents=number(foreseen.documents))
        parts = [f"<p><b>{said}</b></p>"]
        if foreseen.volumes > 1:
            words = self.tr("Chia thành {volumes} tập.").format(volumes=foreseen.volumes)
            parts.append(f"<p>{words}</p>")
        if foreseen.slips:
            head = self.tr("Không in thành trang được, sẽ có tờ ghi chú thay cho:")
            parts.append(f"<p>{head}</p>{_listed([_document_link(one) for one in foreseen.slips])}")
        if foreseen.rejected:
            words = self.tr("Liệt kê %n minh chứng bị loại, kèm lý do.", "", foreseen.rejected)
            parts.append(f"<p>{words}</p>")
        if foreseen.wanting:
            words = self.tr("{count} tiêu chí còn thiếu minh chứng").format(count=len(foreseen.wanting))
            parts.append(f'<p><a href="criteria:{Filter(state=WANTING).to_key()}">{words}</a></p>')
            parts.append(_listed([_criterion_link(one) for one in foreseen.wanting]))
        self._foreseen.setText("".join(parts))

    def _on_not_foreseen(self, error: UserError) -> None:
        self._foreseen.setText(escape(message(error.code, error.facts)))

    def _on_link(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.open_requested.emit(kind, key)

    # --- printing and handing over

    def _run(self, task: Task) -> None:
        self._task, self._is_done = task, False
        self._state.hide()
        self._progress.follow(task)
        task.ended.connect(self._on_ended)
        self._enable()

    def _on_printed(self, printed: Printed) -> None:
        self._on_settled()
        self._result.show_printed(printed)

    def _on_failed(self, error: UserError) -> None:
        self._on_settled()
        self._result.show_words(message(error.code, error.facts))

    def _on_settled(self) -> None:
        """The task that ends now was not stopped."""
        self._is_done = True

    def _on_ended(self) -> None:
        self._task = None
        if not self._is_done:
            self._state.setText(self.tr("Đã dừng. Chưa có tệp nào được tạo."))
            self._state.show()
        self._enable()


def _criterion_link(criterion: Criterion) -> str:
    return f'<a href="criterion:{criterion.id}">{escape(criterion.code)}</a> {escape(criterion.title)}'


def _document_link(document: Document) -> str:
    return f'<a href="document:{document.id}">{escape(name_words(document))}</a>'


def _listed(items: Sequence[str]) -> str:
    shown = "".join(f"<li>{item}</li>" for item in items[:SHOWN])
    return f"<ul>{shown}{'<li>…</li>' if len(items) > SHOWN else ''}</ul>"
