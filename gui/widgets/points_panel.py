"""The points of a criterion, round by round: own score, appraisal, explanation, appraisal again."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion, Score
from gui.models.slot_words import number_of, percent
from gui.widgets.parts import label, named

ROUND, OWN, APPRAISED, EXPLANATION, REASON = range(5)
FIELDS = {OWN: "self_score", APPRAISED: "appraised", EXPLANATION: "explanation", REASON: "reason"}
POINTS = (OWN, APPRAISED)


class PointsPanel(QWidget):
    """`scored(criterion, round, fields)`: what was typed in a cell; fields as Scores.score takes them."""

    scored = Signal(object, int, dict)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion: Criterion | None = None
        self._scores: tuple[Score, ...] = ()
        self._about = named(label(""), f"{name}_about")
        self._table = named(QTableWidget(0, 5), f"{name}_rounds", self.tr("Các vòng chấm điểm"))
        heads = [
            self.tr("Vòng"),
            self.tr("Tự chấm"),
            self.tr("Thẩm định"),
            self.tr("Giải trình"),
            self.tr("Lý do"),
        ]
        self._table.setHorizontalHeaderLabels(heads)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in ((ROUND, 48), (OWN, 76), (APPRAISED, 88)):
            self._table.setColumnWidth(column, width)
        for column in (EXPLANATION, REASON):
            self._table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._table.setTabKeyNavigation(False)
        self._table.cellChanged.connect(self._on_changed)
        self._add = named(QPushButton(self.tr("Thêm &vòng")), f"{name}_add")
        self._add.setToolTip(self.tr("Giải trình và thẩm định lại"))
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._add_round)
        self._wrong = named(label("", "warning"), f"{name}_wrong")
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._wrong, 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(8, 8, 8, 8)
        column_layout.addWidget(self._about)
        column_layout.addWidget(self._table, 1)
        column_layout.addLayout(row)

    def show_criterion(self, criterion: Criterion, *, is_sum: bool = False) -> None:
        """`is_sum`: its points are those of the criteria below it."""
        self._criterion = criterion
        self._scores = criterion.scores or (Score(1),)
        self._about.setText(self._words(criterion, is_sum))
        self._table.setVisible(not is_sum)
        self._add.setVisible(not is_sum)
        self._add.setEnabled(self._scores[-1].appraised is not None)
        self._fill(self._scores)
        self.say("")

    def say(self, words: str) -> None:
        self._wrong.setText(words)

    def _words(self, criterion: Criterion, is_sum: bool) -> str:
        if is_sum:
            return self.tr("Điểm của tiêu chí này là tổng điểm các tiêu chí thành phần.")
        if criterion.points is None:
            return self.tr("Tối đa {maximum} điểm, chưa chấm.").format(maximum=percent(criterion.max_points))
        words = self.tr("Tối đa {maximum} điểm, đang tính {points} điểm.")
        return words.format(maximum=percent(criterion.max_points), points=percent(criterion.points))

    def _fill(self, scores: Sequence[Score]) -> None:
        with QSignalBlocker(self._table):
            self._table.setRowCount(len(scores))
            for row, score in enumerate(scores):
                first = QTableWidgetItem(str(score.round))
                first.setFlags(first.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self._table.setItem(row, ROUND, first)
                for column, field in FIELDS.items():
                    value = getattr(score, field)
                    item = QTableWidgetItem(percent(value) if column in POINTS else value)
                    if column in POINTS:
                        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                    self._table.setItem(row, column, item)

    def _add_round(self) -> None:
        self._scores = (*self._scores, Score(self._scores[-1].round + 1))
        self._add.setEnabled(False)
        self._fill(self._scores)
        self._table.setCurrentCell(len(self._scores) - 1, EXPLANATION)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._table.edit(self._table.currentIndex())

    def _on_changed(self, row: int, column: int) -> None:
        item, score = self._table.item(row, column), self._scores[row]
        if item is None or self._criterion is None or column not in FIELDS:
            return
        value: Any = item.text().strip()
        if column in POINTS:
            try:
                value = number_of(value)
            except ValueError:
                self.say(self.tr("Điểm phải là một số, ví dụ 1,5."))
                return
        if value != getattr(score, FIELDS[column]):
            self.say("")
            self.scored.emit(self._criterion, score.round, {FIELDS[column]: value})
