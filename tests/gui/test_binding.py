"""That Qt's binding fits this Python: PySide6 6.12.0 did not, and killed the program after some minutes of work."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
# As many spare references as could be lost, so that what goes wrong is a failed test and no dead process.
SPARE = [True] * 10 * CALLS + [None] * 10 * CALLS


class Bell(QObject):
    rung = Signal()


def test_calls_and_signals_give_back_what_they_borrow(qtbot: QtBot) -> None:
    label, bell = QLabel(), Bell()
    qtbot.addWidget(label)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        label.setText("Minh Chứng")
        bell.rung.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < CALLS / 2
    assert abs(after[1] - before[1]) < CALLS / 2
