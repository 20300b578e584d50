"""Asks why: a reason that is written down with a name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gui.dialogs.asking import AskingDialog
from gui.widgets.parts import label, named


class ReasonDialog(AskingDialog):
    """`given(reason)` comes once, with Enter or the button, and is never empty."""

    given = Signal(str)

    def __init__(
        self, words: str, button: str, usual: Sequence[str], hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`words` ask for the reason; `usual` ones can be chosen."""
        super().__init__("reason", button, parent)
        self.setMinimumWidth(440)
        self.reason = named(QComboBox(), "reason", self.tr("Lý do"))
        self.reason.setEditable(True)
        self.reason.addItems(list(usual))
        self.reason.setCompleter(None)  # pyright: ignore[reportArgumentType] - it would keep Enter to itself
        self.reason.setCurrentIndex(-1)  # Enter alone must not give a reason that nobody meant
        field = self.reason.lineEdit()
        assert field
        field.setPlaceholderText(self.tr("Gõ lý do, hoặc bấm ↓ để chọn"))
        column = QVBoxLayout(self)
        column.addWidget(label(words, buddy=self.reason))
        column.addWidget(self.reason)
        if hint:
            column.addWidget(label(hint, "quiet"))
        give = self.add_buttons(column, button, "reason_give")
        give.setEnabled(False)
        self.reason.currentTextChanged.connect(lambda text: give.setEnabled(bool(text.strip())))

    def accept(self) -> None:
        if reason := self.reason.currentText().strip():
            super().accept()
            self.given.emit(reason)
