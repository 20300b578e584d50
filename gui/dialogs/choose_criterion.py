"""Choose a criterion, or none where that has a meaning of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.parts import label, named


class ChooseCriterionDialog(QDialog):
    """`chosen(criterion id, number of the requirement or None)` comes once, with Enter or the button."""

    chosen = Signal(str, object)

    def __init__(
        self, words: str, button: str, tree: Sequence[Criterion], *, requirements: bool, parent: QWidget | None = None
    ) -> None:
        """`words` say what for; with `requirements` one of the criterion's may be chosen too."""
        super().__init__(parent)
        named(self, "choose_criterion", words)
        self.setWindowTitle(words)
        self.resize(560, 520)
        self._criteria = {criterion.id: criterion for criterion in tree}
        self._with_requirements = requirements
        self.picker = CriterionPicker(multiple=False)
        self.picker.set_criteria(tree)
        self.requirement = named(QComboBox(), "choose_requirement", self.tr("Yêu cầu"))
        self.requirement.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.requirement.hide()
        buttons = QDialogButtonBox()
        self._choose = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._choose.setObjectName("choose_button")
        self._choose.setEnabled(False)
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(label(words, "heading"))
        column.addWidget(self.picker, 1)
        column.addWidget(self.requirement)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.picker.chosen_changed.connect(self._on_chosen)
        self.picker.accepted.connect(self.accept)

    def accept(self) -> None:
        if keys := self.picker.chosen():
            super().accept()
            self.chosen.emit(keys[0], self.requirement.currentData())

    def _on_chosen(self) -> None:
        keys = self.picker.chosen()
        self._choose.setEnabled(bool(keys))
        numbered = self._criteria[keys[0]].requirements if keys and self._with_requirements else ()
        self.requirement.clear()
        self.requirement.addItem(self.tr("Cho cả tiêu chí"), None)
        for one in numbered:
            self.requirement.addItem(f"({one.number}) {one.text}", one.number)
        self.requirement.setVisible(bool(numbered))
