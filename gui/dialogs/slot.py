"""What a criterion wants to be shown: edit a slot, or write a new one."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.periods import END_MONTHS, Period
from core.catalogue.records import Slot
from core.catalogue.slots import MOST_PAPERS
from gui.dialogs.asking import AskingDialog
from gui.models.documents import date_words
from gui.models.slot_words import number_of, percent
from gui.widgets.description_form import parse_date
from gui.widgets.parts import fit, named

PARTS = ("Q1", "Q2", "6M", "Q3", "9M", "Q4", "Y", *(f"M{month:02}" for month in range(1, 13)))
TEXT_HEIGHT = 84
assert set(END_MONTHS) <= set(PARTS)


class SlotDialog(AskingDialog):
    """`ready(fields)` comes with the button; fields are those that Slots.add and Slots.edit take."""

    ready = Signal(dict)

    def __init__(self, slot: Slot | None, number: int, year: int, parent: QWidget | None = None) -> None:
        """`slot` None: a new one; `number` is the next that is free, `year` that of the appraisal."""
        super().__init__("slot", self.tr("Sửa mục của tiêu chí") if slot else self.tr("Thêm mục cho tiêu chí"), parent)
        fit(self, 520, 380)
        self._next = number
        self.text = named(QPlainTextEdit(), "slot_text")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.number = named(QLineEdit(), "slot_number")
        self.period = named(QComboBox(), "slot_period")
        self.period.addItem(self.tr("Không theo kỳ"), None)
        year = slot.period.year if slot and slot.period else year
        for part in PARTS:
            period = Period(year, part)
            self.period.addItem(period.words, str(period))
        self.count = named(QSpinBox(), "slot_count")
        self.count.setRange(1, MOST_PAPERS)
        self.target = named(QLineEdit(), "slot_target")
        self.reached = named(QLineEdit(), "slot_reached")
        self.due = named(QLineEdit(), "slot_due")
        self._build()
        if slot:
            self._fill(slot)
        wanted = self.reached if slot and slot.target else self.text
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        try:
            fields = self._fields()
        except ValueError as error:
            self.problem.say(str(error))
        else:
            self.ready.emit(fields)

    def _build(self) -> None:
        self.text.setPlaceholderText(self.tr("Ví dụ: Biên bản kiểm tra các trường"))
        self.number.setPlaceholderText(
            self.tr("Để trống nếu không đánh số; số tiếp theo là {next}").format(next=self._next)
        )
        self.due.setPlaceholderText(self.tr("dd/mm/yyyy; để trống thì theo hạn của tiêu chí"))
        self.target.setPlaceholderText(self.tr("Để trống nếu không yêu cầu"))
        self.reached.setPlaceholderText(self.tr("Ví dụ 97,5"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Phải có"), self.text)
        form.addRow(self.tr("&Số thứ tự"), self.number)
        form.addRow(self.tr("&Kỳ báo cáo"), self.period)
        form.addRow(self.tr("Số &bản cần có"), self.count)
        form.addRow(self.tr("Tỷ lệ &yêu cầu (%)"), self.target)
        form.addRow(self.tr("Tỷ lệ đạt được (&%)"), self.reached)
        form.addRow(self.tr("&Hạn riêng"), self.due)
        column = QVBoxLayout(self)
        column.addLayout(form, 1)
        self.add_buttons(column, self.tr("Lưu"), "slot_save")

    def _fill(self, slot: Slot) -> None:
        self.text.setPlainText(slot.text)
        self.number.setText(str(slot.number or ""))
        self.period.setCurrentIndex(max(self.period.findData(str(slot.period)), 0))
        self.count.setValue(slot.count)
        self.target.setText(percent(slot.target))
        self.reached.setText(percent(slot.reached))
        self.due.setText(date_words(slot.own_due))

    def _fields(self) -> dict[str, Any]:
        """Raises ValueError with what is wrong."""
        number = self.number.text().strip(" ()")
        due = parse_date(self.due.text())
        if number and not (number.isdecimal() and int(number)):
            raise ValueError(self.tr("Số thứ tự phải là một số từ 1 trở lên, hoặc để trống."))
        if self.due.text().strip() and due is None:
            raise ValueError(self.tr("Không đọc được ngày hạn. Hãy gõ ngày/tháng/năm."))
        text = self.text.toPlainText().strip() or (self.period.currentText() if self.period.currentData() else "")
        if not text:
            raise ValueError(self.tr("Hãy ghi phải có gì, ví dụ: Biên bản kiểm tra."))
        return {
            "text": text,
            "number": int(number) if number else None,
            "period": self.period.currentData(),
            "count": self.count.value(),
            "target": self._percent(self.target),
            "reached": self._percent(self.reached),
            "due": due,
        }

    def _percent(self, field: QLineEdit) -> float | None:
        try:
            return number_of(field.text())
        except ValueError as error:
            raise ValueError(self.tr("Tỷ lệ phải là một số phần trăm, ví dụ 97,5.")) from error
