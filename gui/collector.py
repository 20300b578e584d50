"""Frees what hangs together in circles, on the GUI thread alone.

Python collects in whichever thread happens to make the next object; a widget that dies outside the GUI thread takes the
program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collector(QObject):
    """Collects in Python's place, by Python's own thresholds, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """What is there by now counts as there for good: to look through all the modules takes a tenth of a second."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        for generation, (count, threshold) in reversed(
            [*enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))]
        ):
            if count > threshold:
                gc.collect(generation)
                return
