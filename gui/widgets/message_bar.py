"""Says what happened, beside the page and without stopping anybody; may offer one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from gui.theme import icon
from gui.widgets.parts import label, named, tip

LINES = 2  # that have room at once; more words make the bar grow
EDGES = 4  # margin and border above and below
NARROWEST = 200  # a path of any length is one word, and must not widen the window


class MessageBar(QFrame):
    """One message at a time; it stays until it is closed, acted upon or replaced. When it goes its height stays."""

    appeared = Signal(bool)  # False: it has gone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._on_action: Callable[[], object] | None = None
        self._words = named(label(""), "message_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setMinimumWidth(NARROWEST)
        self._action = named(QPushButton(), "message_action")
        self._action.clicked.connect(self._act)
        close = named(QToolButton(), "message_close", self.tr("Đóng thông báo"))
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Đóng thông báo"))
        close.setAutoRaise(True)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 4, 1)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self.hide()
        self._fit()

    def say(self, words: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        self._words.setText(words)
        self._words.setToolTip(tip(words))
        self._action.setText(action)
        self._action.setVisible(on_action is not None)
        self._on_action = on_action
        self.show()
        self._fit()

    def words(self) -> str:
        """What it says now; "" when it is closed."""
        return "" if self.isHidden() else self._words.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.appeared.emit(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the usual words need, so that nothing moves for them; higher only where words would be cut."""
        row = self.layout()
        assert row
        lines = LINES * self.fontMetrics().lineSpacing()
        usual = max(lines, self._action.sizeHint().height()) + EDGES
        self.setFixedHeight(usual if self.isHidden() else max(usual, row.totalHeightForWidth(self.width())))

    def _act(self) -> None:
        on_action, self._on_action = self._on_action, None
        self.hide()
        if on_action:
            on_action()
