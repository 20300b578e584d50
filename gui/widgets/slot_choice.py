"""Choose a slot of a criterion, or the whole criterion."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from core.catalogue.records import Slot
from gui.models.slot_words import slot_title
from gui.widgets.parts import named


class SlotChoice(QComboBox):
    """Hidden where there is nothing to choose from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "choose_slot", self.tr("Mục của tiêu chí"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._slots: dict[str, Slot] = {}
        self.hide()

    def offer(self, slots: Sequence[Slot]) -> None:
        """What was chosen stays so where it is offered again."""
        before = self.currentData()
        self._slots = {slot.id: slot for slot in slots}
        self.clear()
        self.addItem(self.tr("Cho cả tiêu chí"), None)
        for slot in slots:
            self.addItem(slot_title(slot), slot.id)
        self.setCurrentIndex(max(0, self.findData(before)))
        self.setVisible(bool(slots))

    def slot(self) -> Slot | None:
        """None: the whole criterion."""
        return self._slots.get(self.currentData())
