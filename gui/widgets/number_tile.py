"""A big number that leads to what it counts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.widgets.parts import label, named

STYLE = """
NumberTile {{ text-align: left; border: 1px solid palette(midlight); border-radius: 6px; background: palette(base); }}
NumberTile:hover, NumberTile:focus {{ border: 1px solid {colour}; }}
QLabel#number {{ font-size: 22pt; font-weight: 600; color: {colour}; }}
"""


class NumberTile(QPushButton):
    """The number, its shape, and words below; pressed by mouse or keyboard like any button."""

    def __init__(self, name: str, words: str, picture: QIcon, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        named(self, name, words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet(STYLE.format(colour=colour.name()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._number = named(QLabel("–"), "number")
        shape = QLabel()
        shape.setPixmap(picture.pixmap(QSize(16, 16)))
        below = label(words, "quiet")
        below.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._number, 0, 0)
        grid.addWidget(shape, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(below, 1, 0, 1, 2)
        grid.setRowStretch(1, 1)
        for widget in (self._number, shape, below):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        # A button does not ask its layout.
        return self._grid.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._grid.minimumSize()

    def set_number(self, number: int) -> None:
        self._number.setText(str(number))
        self.setAccessibleName(f"{self._words}: {number}")

    def number(self) -> str:
        return self._number.text()
