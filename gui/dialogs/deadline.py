"""Asks for the day by which something has to be there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from core.errors import UserError
from core.evidence.agenda import Due
from gui.messages import message
from gui.models.documents import date_words
from gui.widgets.description_form import parse_date
from gui.widgets.parts import label, named


class DeadlineDialog(QDialog):
    """`ready(day)` comes with the button, None for what the plan says; it stays open until `saved` is called."""

    ready = Signal(object)

    def __init__(self, due: Due, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "deadline_dialog")
        self.setWindowTitle(self.tr("Đặt ngày hạn"))
        self.setMinimumWidth(440)
        criterion = due.row.criterion
        self.day = named(QLineEdit(date_words(due.day)), "deadline_day", self.tr("Ngày hạn"))
        self.day.setPlaceholderText(self.tr("dd/mm/yyyy; để trống thì theo lời văn của kế hoạch"))
        self.day.selectAll()
        self._wrong = named(label("", "warning"), "deadline_wrong")
        self._wrong.hide()
        buttons = QDialogButtonBox()
        named(buttons.addButton(self.tr("Lưu"), QDialogButtonBox.ButtonRole.AcceptRole), "deadline_save")
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        name = label(f"{criterion.code} {criterion.title}", "heading")
        name.setWordWrap(True)
        column.addWidget(name)
        for words in (due.what, criterion.deadline_text):
            if words:
                column.addWidget(label(words, "quiet"))
        column.addWidget(self.day)
        column.addWidget(self._wrong)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        day = parse_date(self.day.text())
        if self.day.text().strip() and day is None:
            self._say(self.tr("Không đọc được ngày này. Hãy gõ ngày/tháng/năm."))
        else:
            self.ready.emit(day)

    def saved(self) -> None:
        super().accept()

    def show_error(self, error: UserError) -> None:
        self._say(message(error.code, error.facts))

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.show()
