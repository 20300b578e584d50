"""Difficulties and proposals: what was written down, and a field to write more."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion
from core.evidence.obstacles import Obstacle
from gui.messages import state as state_words
from gui.models.documents import date_words
from gui.theme import quiet_colour
from gui.widgets.parts import label, named
from gui.widgets.trees import WrapTree

KINDS = ("difficulty", "proposal")
OBSTACLE = Qt.ItemDataRole.UserRole
TEXT_HEIGHT = 64


def author_words(obstacle: Obstacle) -> str:
    """From where, by whom and when, and whether it was dealt with."""
    day = date_words(obstacle.changed_at.astimezone().date())
    words = QCoreApplication.translate("ObstaclePanel", "✓ đã giải quyết") if obstacle.resolved_at else ""
    return " · ".join(filter(None, (obstacle.unit, f"{obstacle.changed_by}, {day}", words)))


class ObstaclePanel(QWidget):
    """`added(kind, text)`, `edited(Obstacle, text)`, `resolved(Obstacle, whether)`, `removed(Obstacle)`; Enter, F2 or a
    double click edits. `chosen(Obstacle or None)`: another one became current.
    """

    chosen = Signal(object)
    added = Signal(str, str)
    edited = Signal(object, str)
    resolved = Signal(object, bool)
    removed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edited: Obstacle | None = None
        self._model = QStandardItemModel(self)
        self.list = named(WrapTree(), f"{name}_list", self.tr("Khó khăn, kiến nghị đã ghi"))
        self.list.setModel(self._model)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._empty = label(self.tr("Chưa ghi khó khăn, vướng mắc hay kiến nghị nào. Hãy ghi ở dưới."), "quiet")
        self.kind = named(QComboBox(), f"{name}_kind", self.tr("Loại"))
        for kind in KINDS:
            self.kind.addItem(state_words(kind), kind)
        self.text = named(QPlainTextEdit(), f"{name}_text", self.tr("Nội dung"))
        self.text.setPlaceholderText(self.tr("Vướng ở đâu, đề nghị ai làm gì"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self._save = named(QPushButton(self.tr("Ghi")), f"{name}_save")
        self._cancel = named(QPushButton(self.tr("Thôi")), f"{name}_cancel")
        row = QHBoxLayout()
        self._resolve = named(QPushButton(self.tr("Đã giải quyết")), f"{name}_resolve")
        row.addWidget(self.kind, 1)
        row.addWidget(self._resolve)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self.above = QVBoxLayout()  # room for what a page asks for besides the text
        column.addLayout(self.above)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch()  # where there is no list yet, all of it stands at the top
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._stop_editing)
        self._resolve.clicked.connect(self._on_resolve)
        self.text.textChanged.connect(self._show_buttons)
        self.list.enter_pressed.connect(self._on_edit)
        self.list.edit_pressed.connect(self._on_edit)
        self.list.doubleClicked.connect(self._on_edit)
        self.list.delete_pressed.connect(self._on_remove)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.load(())

    def load(self, obstacles: Sequence[Obstacle], criteria: Mapping[str, Criterion] | None = None) -> None:
        """What is being written stays, so does the current one. `criteria` by id, where each says what it is about."""
        current = self.current()
        self._model.clear()
        for one in obstacles:
            criterion = criteria.get(one.criterion_id or "") if criteria else None
            about = f"{criterion.code} {criterion.title}" if criterion else ""
            lines = (about, f"{state_words(one.kind)}: {one.text}", author_words(one))
            item = QStandardItem("\n".join(filter(None, lines)))
            item.setData(one, OBSTACLE)
            if one.resolved_at:
                item.setForeground(quiet_colour())
            self._model.appendRow(item)
            if current and current.id == one.id:
                self.list.setCurrentIndex(item.index())
        self._empty.setVisible(not obstacles)
        self.list.setVisible(bool(obstacles))
        if self._edited and all(one.id != self._edited.id for one in obstacles):
            self._stop_editing()
        self._show_buttons()
        self._on_current()

    def count(self) -> int:
        return self._model.rowCount()

    def current(self) -> Obstacle | None:
        index = self.list.currentIndex()
        return index.data(OBSTACLE) if index.isValid() else None

    def _on_edit(self) -> None:
        if one := self.current():
            self._edited = one
            self.kind.setCurrentIndex(self.kind.findData(one.kind))
            self.text.setPlainText(one.text)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_buttons()

    def _on_remove(self) -> None:
        if one := self.current():
            self.removed.emit(one)

    def _on_resolve(self) -> None:
        if one := self.current():
            self.resolved.emit(one, one.resolved_at is None)

    def _on_current(self) -> None:
        one = self.current()
        self._resolve.setEnabled(one is not None)
        is_open = one is None or one.resolved_at is None
        self._resolve.setText(self.tr("Đã giải quyết") if is_open else self.tr("Chưa giải quyết"))
        self.chosen.emit(one)

    def _on_save(self) -> None:
        words = self.text.toPlainText().strip()
        if self._edited:
            self.edited.emit(self._edited, words)
        else:
            self.added.emit(self.kind.currentData(), words)
        self._stop_editing()

    def _stop_editing(self) -> None:
        self._edited = None
        self.text.clear()
        self._show_buttons()

    def _show_buttons(self) -> None:
        self._save.setEnabled(bool(self.text.toPlainText().strip()))
        self._save.setText(self.tr("Lưu") if self._edited else self.tr("Ghi"))
        self._cancel.setVisible(bool(self._edited))
        self.kind.setEnabled(self._edited is None)
