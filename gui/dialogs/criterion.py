"""Edit a criterion, or write a new one."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion
from gui.dialogs.asking import AskingDialog
from gui.messages import state as state_words
from gui.models.documents import date_words
from gui.models.slot_words import number_of, percent
from gui.widgets.description_form import parse_date
from gui.widgets.parts import fit, named

KINDS = ("documents", "survey", "not_assigned")


class CriterionDialog(AskingDialog):
    """`ready(fields, assessed_by)` comes with the button; fields are those that Criteria.edit and Criteria.add take."""

    ready = Signal(dict, str)

    def __init__(self, criterion: Criterion | None, units: Sequence[str], parent: QWidget | None = None) -> None:
        """`criterion` None: a new one. `units` are offered as lead units."""
        super().__init__("criterion", self.tr("Sửa tiêu chí") if criterion else self.tr("Thêm tiêu chí"), parent)
        fit(self, 640, 620)
        self._old_deadline = ("", "")
        self.code = named(QLineEdit(), "criterion_code")
        self.name = named(QLineEdit(), "criterion_title")
        self.text = named(QPlainTextEdit(), "criterion_text")
        self.text.setTabChangesFocus(True)
        self.lead = named(QComboBox(), "criterion_lead")
        self.lead.setEditable(True)
        self.lead.addItems(["", *units])
        self.coordinating = named(QLineEdit(), "criterion_coordinating")
        self.deadline = named(QLineEdit(), "criterion_deadline")
        self.days = named(QLineEdit(), "criterion_days")
        self.points = named(QLineEdit(), "criterion_max_points")
        self.kind = named(QComboBox(), "criterion_kind")
        for kind in KINDS:
            self.kind.addItem(state_words(kind), kind)
        self.requirements = named(QTableWidget(0, 2), "criterion_requirements", self.tr("Yêu cầu"))
        self._build()
        if criterion:
            self._fill(criterion)

    def accept(self) -> None:
        wrong = self._what_is_wrong()
        self.problem.say(wrong)
        if not wrong:
            self.ready.emit(self._fields(), self.kind.currentData())

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.coordinating.setPlaceholderText(self.tr("Cách nhau bằng dấu chấm phẩy"))
        self.deadline.setPlaceholderText(self.tr("Như trong kế hoạch: Năm 2023, Trước ngày 15/11/2023…"))
        self.days.setPlaceholderText(self.tr("dd/mm/yyyy; để trống thì lấy theo lời văn ở trên"))
        self.points.setPlaceholderText(self.tr("Để trống nếu tiêu chí không chấm điểm"))
        form.addRow(self.tr("&Mã"), self.code)
        form.addRow(self.tr("&Tên"), self.name)
        form.addRow(self.tr("&Nội dung"), self.text)
        form.addRow(self.tr("Yêu cầ&u"), self._make_requirements())
        form.addRow(self.tr("Phòng &chủ trì"), self.lead)
        form.addRow(self.tr("Phòng &phối hợp"), self.coordinating)
        form.addRow(self.tr("Thời gian &hoàn thành"), self.deadline)
        form.addRow(self.tr("Các n&gày hạn"), self.days)
        form.addRow(self.tr("Đánh giá &bằng"), self.kind)
        form.addRow(self.tr("Điểm tối đ&a"), self.points)
        column = QVBoxLayout(self)
        column.addLayout(form, 1)
        self.add_buttons(column, self.tr("Lưu"), "criterion_save")

    def _make_requirements(self) -> QWidget:
        table = self.requirements
        table.setHorizontalHeaderLabels([self.tr("Số"), self.tr("Yêu cầu")])
        table.verticalHeader().hide()
        table.setColumnWidth(0, 48)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setTabKeyNavigation(False)
        add = named(QPushButton(self.tr("Thêm yêu cầu")), "criterion_requirement_add")
        add.clicked.connect(lambda: self._add_requirement(self._next_number(), ""))
        remove = named(QPushButton(self.tr("Bỏ yêu cầu")), "criterion_requirement_remove")
        remove.clicked.connect(lambda: table.removeRow(table.currentRow()))
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table)
        column.addLayout(row)
        return whole

    def _fill(self, criterion: Criterion) -> None:
        self.code.setText(criterion.code)
        self.name.setText(criterion.title)
        self.name.setCursorPosition(0)
        self.text.setPlainText(criterion.text)
        self.lead.setCurrentText(criterion.lead_unit or "")
        self.coordinating.setText("; ".join(criterion.coordinating_units))
        self.deadline.setText(criterion.deadline_text)
        self.days.setText("; ".join(date_words(day) for day in criterion.deadlines))
        self._old_deadline = (self.deadline.text(), self.days.text())
        self.points.setText(percent(criterion.max_points))
        self.kind.setCurrentIndex(self.kind.findData(criterion.assessed_by))
        for one in criterion.requirements:
            self._add_requirement(one.number, one.text)

    def _add_requirement(self, number: int, text: str) -> None:
        row = self.requirements.rowCount()
        self.requirements.insertRow(row)
        self.requirements.setItem(row, 0, QTableWidgetItem(str(number)))
        self.requirements.setItem(row, 1, QTableWidgetItem(text))
        if not text:
            self.requirements.setCurrentCell(row, 1)
            self.requirements.setFocus(Qt.FocusReason.OtherFocusReason)
            self.requirements.edit(self.requirements.model().index(row, 1))

    def _next_number(self) -> int:
        return max((number or 0 for number, _ in self._requirements()), default=0) + 1

    def _requirements(self) -> list[tuple[int | None, str]]:
        rows = []
        for row in range(self.requirements.rowCount()):
            number, text = (self._cell(row, column) for column in (0, 1))
            if number or text:
                rows.append((int(number) if number.isdecimal() else None, text))
        return rows

    def _cell(self, row: int, column: int) -> str:
        item = self.requirements.item(row, column)
        return item.text().strip(" ()") if column == 0 and item else (item.text().strip() if item else "")

    def _days(self) -> list[date | None]:
        return [parse_date(words) for words in re.split(r"[;,]", self.days.text()) if words.strip()]

    def _what_is_wrong(self) -> str:
        numbers = [number for number, _ in self._requirements()]
        if not self.code.text().strip():
            return self.tr("Hãy ghi mã của tiêu chí, ví dụ 4.2.")
        if not self.name.text().strip():
            return self.tr("Hãy ghi tên của tiêu chí.")
        if None in self._days():
            return self.tr("Có ngày hạn không đọc được. Gõ ngày/tháng/năm, cách nhau bằng dấu chấm phẩy.")
        if None in numbers or len(set(numbers)) < len(numbers):
            return self.tr("Mỗi yêu cầu cần một số riêng, từ 1 trở lên.")
        try:
            self._points()
        except ValueError:
            return self.tr("Điểm tối đa phải là một số, ví dụ 1,5; để trống nếu tiêu chí không chấm điểm.")
        return ""

    def _points(self) -> float | None:
        """Raises ValueError."""
        return number_of(self.points.text()) or None

    def _fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "code": self.code.text(),
            "title": self.name.text(),
            "text": self.text.toPlainText(),
            "lead_unit": self.lead.currentText(),
            "coordinating_units": self.coordinating.text().split(";"),
            "deadline_text": self.deadline.text(),
            "deadlines": self._days(),
            "requirements": self._requirements(),
            "max_points": self._points(),
        }
        words_changed = self.deadline.text() != self._old_deadline[0]
        if not self.days.text().strip() or (words_changed and self.days.text() == self._old_deadline[1]):
            del fields["deadlines"]  # then the words say the dates
        return fields
