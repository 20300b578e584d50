"""What is wrong, and what to do now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.errors import UserError
from gui.messages import message
from gui.widgets.parts import named


class Problem(QLabel):
    """Takes no place while nothing is wrong."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self.setProperty("role", "warning")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))

    def say_error(self, error: UserError) -> None:
        self.say(message(error.code, error.facts))
