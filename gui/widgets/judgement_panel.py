"""What a criterion comes to: how far the work is, the result with its explanation, and what there was last year."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from core.evidence.records import Row
from gui.messages import state as state_words
from gui.models.documents import date_words
from gui.models.slot_words import number_of, percent
from gui.widgets.parts import WheelGuard, label, named

STATES = ("untouched", "collecting", "collected", "checked")
RESULTS = (None, "met", "partly", "not_met")
TEXT_HEIGHT = 84


class JudgementPanel(QScrollArea):
    """`assessed(criterion, fields)` and `last_year_changed(criterion, fields)`: what was chosen comes at once, what was
    typed when the field is left or another criterion is shown; fields are attributes of Criterion.
    """

    assessed = Signal(object, dict)
    last_year_changed = Signal(object, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "judgement_panel")
        self._criterion: Criterion | None = None
        self.state = self._make_choice("judgement_state", STATES)
        self.result = self._make_choice("judgement_result", RESULTS)
        self.explanation = self._make_text("judgement_explanation")
        self.last_result = self._make_choice("judgement_last_result", RESULTS)
        self.last_lost = named(QLineEdit(), "judgement_last_lost")
        self.last_lost.setPlaceholderText(self.tr("Ví dụ 0,5"))
        self.remedy = self._make_text("judgement_remedy")
        self.remedy.setPlaceholderText(self.tr("Năm nay làm gì để không mất điểm lần nữa"))
        self._wanted = named(label("", "warning"), "judgement_wanted")
        self._by = named(label("", "quiet"), "judgement_by")
        self._wrong = named(label(self.tr("Số điểm phải là một số, ví dụ 0,5."), "warning"), "judgement_wrong")
        self._wrong.hide()
        self._inside = QWidget()
        self._build()
        self._connect()

    def show_criterion(self, criterion: Criterion, row: Row | None) -> None:
        """`row` None: an inner criterion. What is being typed for this criterion stays."""
        if self._criterion is None or self._criterion.id != criterion.id:
            self.save()
        old, self._criterion = self._criterion, criterion
        self._inside.setEnabled(criterion.counts_as != "not_assigned")
        for combo, value in self._choices(criterion):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(max(combo.findData(value), 0))
        for name, field in self._texts():
            before = _words(getattr(old, name)) if old and old.id == criterion.id else None
            if before in (None, _text_of(field)):  # not changed by hand meanwhile
                _set_text(field, _words(getattr(criterion, name)))
        self._say(criterion, row)

    def clear(self) -> None:
        self.save()
        self._criterion = None

    def field(self, name: str) -> QWidget | None:
        """By the attribute of Criterion that is written there."""
        return dict(self._texts()).get(name)

    def save(self) -> None:
        """Say what was typed, if anything was."""
        for name, field in self._texts():
            self._on_left(name, field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            for name, field in self._texts():
                if watched is field:
                    self._on_left(name, field)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def _choices(self, criterion: Criterion) -> Sequence[tuple[QComboBox, str | None]]:
        return (
            (self.state, criterion.state),
            (self.result, criterion.result),
            (self.last_result, criterion.last_result),
        )

    def _texts(self) -> Sequence[tuple[str, QLineEdit | QPlainTextEdit]]:
        return (("explanation", self.explanation), ("last_lost", self.last_lost), ("remedy", self.remedy))

    def _make_choice(self, name: str, codes: Sequence[str | None]) -> QComboBox:
        combo = named(QComboBox(), name)
        for code in codes:
            combo.addItem(state_words(code) if code else self.tr("Chưa kết luận"), code)
        return combo

    def _make_text(self, name: str) -> QPlainTextEdit:
        field = named(QPlainTextEdit(), name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(TEXT_HEIGHT)
        return field

    def _build(self) -> None:
        now, before = QFormLayout(), QFormLayout()
        for form in (now, before):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        now.addRow(self.tr("&Công việc"), self.state)
        now.addRow(self.tr("&Kết quả"), self.result)
        now.addRow(self.tr("Giải t&rình"), self.explanation)
        before.addRow(self.tr("Kết &quả"), self.last_result)
        before.addRow(self.tr("Điểm bị &trừ"), self.last_lost)
        before.addRow(self.tr("Khắc &phục"), self.remedy)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._wanted)
        column.addLayout(now)
        column.addWidget(self._by)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Năm trước"), "heading"))
        column.addLayout(before)
        column.addWidget(self._wrong)
        column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _connect(self) -> None:
        self.state.activated.connect(lambda: self._assess(state=self.state.currentData()))
        self.result.activated.connect(lambda: self._assess(result=self.result.currentData()))
        self.last_result.activated.connect(lambda: self._say_last(last_result=self.last_result.currentData()))
        self._guard = WheelGuard(self)
        self._guard.guard(self.state, self.result, self.last_result)
        for _name, field in self._texts():
            field.installEventFilter(self)

    def _assess(self, **fields: Any) -> None:
        if self._criterion:
            self.assessed.emit(self._criterion, fields)

    def _say_last(self, **fields: Any) -> None:
        if self._criterion:
            self.last_year_changed.emit(self._criterion, fields)

    def _on_left(self, name: str, field: QLineEdit | QPlainTextEdit) -> None:
        words = _text_of(field)
        if self._criterion is None or words == _words(getattr(self._criterion, name)):
            return
        if name == "explanation":
            self._assess(explanation=words)
        elif name == "remedy":
            self._say_last(remedy=words)
        else:
            self._on_lost(words)

    def _on_lost(self, words: str) -> None:
        try:
            lost = number_of(words)
        except ValueError:
            self._wrong.show()
        else:
            self._wrong.hide()
            self._say_last(last_lost=lost)

    def _say(self, criterion: Criterion, row: Row | None) -> None:
        wanted = ""
        if criterion.counts_as == "not_assigned":
            wanted = self.tr("Tiêu chí không được giao nên không đánh giá.")
        elif row and row.wants_explanation and row.state == "missing":
            wanted = self.tr("Chưa có minh chứng: hãy ghi giải trình, hoặc thêm minh chứng.")
        elif row and row.wants_explanation:
            wanted = self.tr("Kết quả chưa đạt: hãy ghi giải trình.")
        self._wanted.setText(wanted)
        self._wanted.setVisible(bool(wanted))
        by = judged_words(criterion)
        self._by.setText(by)
        self._by.setVisible(bool(by))


def judged_words(criterion: Criterion) -> str:
    """Who said so, and when; "" where nobody did."""
    day = date_words(criterion.judged_at.astimezone().date()) if criterion.judged_at else ""
    return ", ".join(filter(None, (criterion.judged_by, day)))


def _words(value: object) -> str:
    return percent(value) if isinstance(value, float) else str(value or "")


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()


def _set_text(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
    else:
        field.setPlainText(words)
