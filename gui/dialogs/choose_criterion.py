"""Choose a criterion, or none where that has a meaning of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from gui.dialogs.asking import AskingDialog
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.parts import fit, label
from gui.widgets.slot_choice import SlotChoice


class ChooseCriterionDialog(AskingDialog):
    """`chosen(criterion id, Slot or None for the whole criterion)` comes once, with Enter or the button."""

    chosen = Signal(str, object)

    def __init__(
        self, words: str, button: str, tree: Sequence[Criterion], *, slots: bool, parent: QWidget | None = None
    ) -> None:
        """`words` say what for; with `slots` one of the criterion's may be chosen too."""
        super().__init__("choose_criterion", words, parent)
        fit(self, 560, 520)
        self._criteria = {criterion.id: criterion for criterion in tree}
        self._with_slots = slots
        self.picker = CriterionPicker(multiple=False)
        self.picker.set_criteria(tree)
        self.slot = SlotChoice()
        column = QVBoxLayout(self)
        column.addWidget(label(words, "heading"))
        column.addWidget(self.picker, 1)
        column.addWidget(self.slot)
        self._choose = self.add_buttons(column, button, "choose_button")
        self._choose.setEnabled(False)
        self.picker.chosen_changed.connect(self._on_chosen)
        self.picker.accepted.connect(self.accept)

    def accept(self) -> None:
        if keys := self.picker.chosen():
            super().accept()
            self.chosen.emit(keys[0], self.slot.slot())

    def _on_chosen(self) -> None:
        keys = self.picker.chosen()
        self._choose.setEnabled(bool(keys))
        self.slot.offer(self._criteria[keys[0]].slots if keys and self._with_slots else ())
