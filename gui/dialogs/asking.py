"""What the dialogs that ask for something share."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.errors import UserError
from gui.widgets.parts import named
from gui.widgets.problem import Problem


class AskingDialog(QDialog):
    """One button does it; the other and Escape give up. What is wrong is said above them.

    Where the answer may be refused it stays open, with what was typed, until `saved` is called.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """`name` begins the names of its parts."""
        super().__init__(parent)
        named(self, f"{name}_dialog", title)
        self.setWindowTitle(title)
        self.problem = Problem(f"{name}_problem")

    def add_buttons(self, column: QVBoxLayout, words: str, name: str) -> QPushButton:
        """Put what is wrong and the buttons below what `column` holds; gives the one that does it."""
        buttons = QDialogButtonBox()
        does = named(buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole), name)
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        return does

    def saved(self) -> None:
        if isValid(self):  # nobody gave up meanwhile
            QDialog.accept(self)

    def show_error(self, error: UserError) -> None:
        self.problem.say_error(error)
