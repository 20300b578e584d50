"""Choose a criterion, or tick several at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from gui.dialogs.asking import AskingDialog
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.parts import fit, label, named
from gui.widgets.slot_choice import SlotChoice


class ChooseCriteriaDialog(AskingDialog):
    """`chosen(criterion ids, Slot or None)` comes once, with the button or with Enter where nothing is left to tick.

    With `slots` one may be chosen where there is one criterion; None: the whole criterion, or several.
    """

    chosen = Signal(list, object)

    def __init__(
        self,
        words: str,
        button: str,
        tree: Sequence[Criterion],
        parent: QWidget,
        *,
        multiple: bool = True,
        slots: bool = True,
    ) -> None:
        """`words` say what for."""
        super().__init__("choose_criteria", words, parent)
        fit(self, 560, 520)
        self._criteria = {criterion.id: criterion for criterion in tree}
        self._with_slots = slots
        self.picker = CriterionPicker(multiple)
        self.picker.set_criteria(tree)
        self._ticked = named(label("", "quiet"), "ticked_codes")  # the list shows a few of them at a time
        self.slot = SlotChoice()
        column = QVBoxLayout(self)
        column.addWidget(label(words, "heading"))
        column.addWidget(self.picker, 1)
        if multiple:
            hint = self.tr("Đánh dấu một hoặc nhiều tiêu chí (phím cách); gõ mã để lọc rồi Enter để đánh dấu.")
            column.insertWidget(1, label(hint, "quiet"))
            column.addWidget(self._ticked)
        column.addWidget(self.slot)
        self._choose = self.add_buttons(column, button, "choose_button")
        self._choose.setEnabled(False)
        self.picker.chosen_changed.connect(self._on_chosen)
        self.picker.accepted.connect(self.accept)

    def accept(self) -> None:
        if keys := self.picker.chosen():
            super().accept()
            self.chosen.emit(keys, self.slot.slot())

    def _on_chosen(self) -> None:
        keys = self.picker.chosen()
        self._choose.setEnabled(bool(keys))
        codes = ", ".join(self._criteria[key].code for key in keys)
        self._ticked.setText(self.tr("Đã đánh dấu: {codes}").format(codes=codes) if keys else "")
        self.slot.offer(self._criteria[keys[0]].slots if self._with_slots and len(keys) == 1 else ())
