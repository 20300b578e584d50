"""Says what happened, above the page and without stopping anybody; may offer one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from gui.theme import icon
from gui.widgets.parts import label, named


class MessageBar(QFrame):
    """One message at a time; it stays until it is closed, acted upon or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._on_action: Callable[[], object] | None = None
        self._words = named(label(""), "message_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = named(QPushButton(), "message_action")
        self._action.clicked.connect(self._act)
        close = named(QToolButton(), "message_close", self.tr("Đóng thông báo"))
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Đóng thông báo"))
        close.setAutoRaise(True)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self.hide()

    def say(self, words: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        self._words.setText(words)
        self._action.setText(action)
        self._action.setVisible(on_action is not None)
        self._on_action = on_action
        self.show()

    def words(self) -> str:
        """What it says now; "" when it is closed."""
        return "" if self.isHidden() else self._words.text()

    def _act(self) -> None:
        on_action, self._on_action = self._on_action, None
        self.hide()
        if on_action:
            on_action()
