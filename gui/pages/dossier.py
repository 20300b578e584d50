"""Print the dossier: choose what, see what it will hold, print, and hand it over."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Appraisal, Criterion
from core.dossier.foresee import Foreseen
from core.dossier.options import Options, parts_without
from core.dossier.records import Printed
from core.errors import UserError
from core.files import safe_name
from core.progress import Progress
from core.workspace import Workspace
from gui.messages import message
from gui.models.criteria import WANTING, Filter
from gui.models.documents import name_words
from gui.page import Page
from gui.tasks import Changes, Task, TaskRunner
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.parts import label, named
from gui.widgets.print_result import PrintResult

PAUSE_MS = 150  # while criteria are being ticked
SHOWN = 12


@dataclass(frozen=True)
class Scope:
    """What is printed: everything where nothing is chosen."""

    criteria: tuple[str, ...] = ()
    unit: str | None = None


def load_scopes(workspace: Workspace) -> tuple[Appraisal, tuple[Criterion, ...]]:
    return workspace.criteria.appraisal(), workspace.criteria.tree()


def foresee(workspace: Workspace, scope: Scope) -> Foreseen:
    return workspace.dossier.foresee(Options(criteria=scope.criteria, unit=scope.unit))


def print_dossier(progress: Progress, workspace: Workspace, out: Path, scope: Scope, list_only: bool) -> Printed:
    parts = parts_without("documents") if list_only else parts_without()
    options = Options(criteria=scope.criteria, unit=scope.unit, parts=parts)
    return workspace.dossier.print_dossier(out, options, progress=progress)


class DossierPage(Page):
    """Choices at the left, what will be printed and what was printed at the right."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._task: Task | None = None
        self._whole = named(QRadioButton(self.tr("Toàn bộ hồ sơ")), "dossier_whole")
        self._some = named(QRadioButton(self.tr("Một số lĩnh vực, tiêu chí")), "dossier_some")
        self._of_unit = named(QRadioButton(self.tr("Các tiêu chí của một phòng chủ trì")), "dossier_of_unit")
        self._picker = CriterionPicker()
        self._unit = named(QComboBox(), "dossier_unit", self.tr("Phòng chủ trì"))
        self._lists = named(QCheckBox(self.tr("Chỉ in bảng và danh mục, không kèm tài liệu")), "dossier_lists")
        self._path = named(QLineEdit(), "dossier_path", self.tr("Tệp hồ sơ"))
        self._replaces = label(self.tr("Đã có tệp này: bản in mới sẽ thay bản cũ."), "quiet")
        self._print = named(QPushButton(self.tr("In hồ sơ")), "dossier_print")
        self._print.setProperty("role", "primary")
        self._stop = named(QPushButton(self.tr("Dừng")), "dossier_stop")
        self._state = named(label("", "quiet"), "dossier_state")
        self._foreseen = named(label(""), "dossier_foreseen")
        self._result = PrintResult(tasks)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._connect()
        self.setFocusProxy(self._whole)

    @property
    def title(self) -> str:
        return self.tr("Hồ sơ in")

    def reload(self, changes: Changes) -> None:
        if changes.criteria or changes.appraisal:
            self.tasks.read(load_scopes, self.workspace, done=self._on_scopes, key=(self, "scopes"))
        if changes:
            self._pause.start()

    def scope(self) -> Scope | None:
        """None while nothing is chosen where something must be."""
        if self._some.isChecked():
            chosen = self._picker.chosen()
            return Scope(criteria=tuple(chosen)) if chosen else None
        if self._of_unit.isChecked():
            return Scope(unit=self._unit.currentText()) if self._unit.count() else None
        return Scope()

    def print_dossier(self) -> None:
        """Print what is chosen, in the background."""
        scope, out = self.scope(), Path(self._path.text().strip()).expanduser()
        if scope is None or self._task:
            return
        self._result.clear()
        self._say(self.tr("Đang in…"))
        self._task = self.tasks.long(
            self.tr("In hồ sơ"),
            print_dossier,
            self.workspace,
            out,
            scope,
            self._lists.isChecked(),
            done=self._on_printed,
            failed=self._on_failed,
            changes=Changes(evidence=True),
        )
        self._task.progressed.connect(self._on_progress)
        self._task.ended.connect(self._on_ended)
        self._enable()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 16, 0)
        column.addWidget(label(self.tr("In những gì"), "heading"))
        for widget in (self._whole, self._some, self._picker, self._of_unit, self._unit, self._lists):
            column.addWidget(widget, 1 if widget is self._picker else 0)
        column.addSpacing(12)
        column.addWidget(label(self.tr("&Tệp hồ sơ"), buddy=self._path))
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        choose = named(QPushButton(self.tr("Chọn…")), "dossier_choose", self.tr("Chọn tệp hồ sơ"))
        choose.clicked.connect(self._choose_path)
        row.addWidget(choose)
        column.addLayout(row)
        column.addWidget(self._replaces)
        column.addWidget(self._state)
        self._rest = QWidget()  # keeps the choices on top while the tree of criteria is hidden
        column.addWidget(self._rest, 1)
        inside = QWidget()
        beside = QVBoxLayout(inside)
        beside.setContentsMargins(16, 0, 8, 0)
        beside.addWidget(self._result)
        beside.addWidget(label(self.tr("Hồ sơ sẽ có"), "heading"))
        beside.addWidget(self._foreseen, 1)
        right = QScrollArea()
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setWidget(inside)
        splitter = named(QSplitter(), "dossier_splitter")
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([520, 520])
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.make_head(self._stop, self._print))
        outer.addWidget(splitter, 1)
        self._unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._whole.setChecked(True)
        self._enable()

    def _connect(self) -> None:
        for choice in (self._whole, self._some, self._of_unit, self._lists):
            choice.toggled.connect(self._on_scope)
        self._picker.chosen_changed.connect(self._on_scope)
        self._unit.currentIndexChanged.connect(self._on_scope)
        self._pause.timeout.connect(self._foresee)
        self._path.textChanged.connect(self._enable)
        self._print.clicked.connect(self.print_dossier)
        self._stop.clicked.connect(lambda: self._task and self._task.cancel())
        self._foreseen.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._foreseen.linkActivated.connect(self._on_link)
        self._foreseen.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._result.open_requested.connect(self.open_requested)
        self._result.notified.connect(self.notified)

    # --- choosing

    def _on_scopes(self, loaded: tuple[Appraisal, tuple[Criterion, ...]]) -> None:
        appraisal, tree = loaded
        self._picker.set_criteria(tree)
        unit = self._unit.currentText()
        self._unit.clear()
        self._unit.addItems(sorted({criterion.lead_unit for criterion in tree if criterion.lead_unit}))
        self._unit.setCurrentIndex(max(self._unit.findText(unit), 0))
        if not self._path.text():
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            name = safe_name(self.tr("Hồ sơ minh chứng {year}").format(year=appraisal.year or "").strip() + ".pdf")
            self._path.setText(str(Path(folder) / name))

    def _on_scope(self) -> None:
        self._enable()
        self._pause.start()

    def _enable(self) -> None:
        self._picker.setVisible(self._some.isChecked())
        self._rest.setVisible(not self._some.isChecked())
        self._unit.setVisible(self._of_unit.isChecked())
        self._stop.setVisible(self._task is not None)
        path = self._path.text().strip()
        self._print.setEnabled(self._task is None and self.scope() is not None and bool(path))
        self._replaces.setVisible(bool(path) and Path(path).is_file())

    def _choose_path(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Tệp hồ sơ"),
            self._path.text(),
            "PDF (*.pdf)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._path.setText(str(Path(chosen).with_suffix(".pdf")))

    # --- what it will hold

    def _foresee(self) -> None:
        scope = self.scope()
        if scope is None:
            self._foreseen.setText(self.tr("Hãy chọn ít nhất một tiêu chí."))
        else:
            done, failed = self._on_foreseen, self._on_not_foreseen
            self.tasks.read(foresee, self.workspace, scope, done=done, failed=failed, key=(self, "foresee"))

    def _on_foreseen(self, foreseen: Foreseen) -> None:
        lists_only = self._lists.isChecked()
        if lists_only:
            words = self.tr("Chỉ bìa, mục lục và các bảng; nêu tên {documents} tài liệu.")
        else:
            words = self.tr("{documents} tài liệu, khoảng {pages} trang tài liệu, cùng bìa, mục lục và các bảng.")
        parts = [f"<p>{words.format(documents=foreseen.documents, pages=foreseen.pages)}</p>"]
        if foreseen.slips and not lists_only:
            head = self.tr("Không in thành trang được, sẽ có tờ ghi chú thay cho:")
            parts.append(f"<p>{head}</p>{_listed([escape(name_words(one)) for one in foreseen.slips])}")
        if foreseen.wanting:
            words = self.tr("{count} tiêu chí còn thiếu minh chứng").format(count=len(foreseen.wanting))
            parts.append(f'<p><a href="criteria:{Filter(state=WANTING).to_key()}">{words}</a></p>')
            parts.append(_listed([_criterion_link(one) for one in foreseen.wanting]))
        self._foreseen.setText("".join(parts))

    def _on_not_foreseen(self, error: UserError) -> None:
        self._foreseen.setText(message(error.code, error.facts))

    def _on_link(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.open_requested.emit(kind, key)

    # --- printing

    def _on_progress(self, done: int, total: int, what: str) -> None:
        words = self.tr("Đang in: {done} / {total}") if total else self.tr("Đang in…")
        self._say(" ".join(filter(None, (words.format(done=done, total=total), what))))

    def _on_printed(self, printed: Printed) -> None:
        self._say("")
        self._result.show_printed(printed)

    def _on_failed(self, error: UserError) -> None:
        self._say("")
        self._result.show_words(message(error.code, error.facts))

    def _on_ended(self) -> None:
        if self._state.text():
            self._say(self.tr("Đã dừng. Chưa có tệp nào được tạo."))
        self._task = None
        self._enable()

    def _say(self, words: str) -> None:
        self._state.setText(words)


def _criterion_link(criterion: Criterion) -> str:
    return f'<a href="criterion:{criterion.id}">{escape(criterion.code)}</a> {escape(criterion.title)}'


def _listed(items: Sequence[str]) -> str:
    shown = "".join(f"<li>{item}</li>" for item in items[:SHOWN])
    return f"<ul>{shown}{'<li>…</li>' if len(items) > SHOWN else ''}</ul>"
