"""Asks for the day by which something has to be there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.evidence.agenda import Due
from gui.dialogs.asking import AskingDialog
from gui.messages import undated_words
from gui.models.documents import date_words
from gui.widgets.description_form import parse_date
from gui.widgets.parts import label, named


class DeadlineDialog(AskingDialog):
    """`ready(day)` comes with the button, None for what the plan says."""

    ready = Signal(object)

    def __init__(self, due: Due, parent: QWidget | None = None) -> None:
        super().__init__("deadline", self.tr("Đặt ngày hạn"), parent)
        self.setMinimumWidth(440)
        criterion = due.row.criterion
        self.day = named(QLineEdit(date_words(due.day)), "deadline_day", self.tr("Ngày hạn"))
        self.day.setPlaceholderText(self.tr("dd/mm/yyyy; để trống thì theo lời văn của kế hoạch"))
        self.day.selectAll()
        column = QVBoxLayout(self)
        name = label(f"{criterion.code} {criterion.title}", "heading")
        name.setWordWrap(True)
        column.addWidget(name)
        why = undated_words(due.undated) if due.undated else ""
        for words in (due.what, criterion.deadline_text, why):
            if words:
                column.addWidget(label(words, "quiet"))
        column.addWidget(self.day)
        self.add_buttons(column, self.tr("Lưu"), "deadline_save")

    def accept(self) -> None:
        day = parse_date(self.day.text())
        if self.day.text().strip() and day is None:
            self.problem.say(self.tr("Không đọc được ngày này. Hãy gõ ngày/tháng/năm."))
        else:
            self.ready.emit(day)
