"""Which criteria a dossier is about: all, some, or those of a unit."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QRadioButton, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from core.dossier.options import Options
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.parts import WheelGuard, named

PICKER_HEIGHT = 220


class DossierScope(QWidget):
    """`changed` comes with each choice by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = named(QRadioButton(self.tr("Toàn bộ hồ sơ")), "dossier_whole")
        self._some = named(QRadioButton(self.tr("Một số lĩnh vực, tiêu chí")), "dossier_some")
        self._of_unit = named(QRadioButton(self.tr("Các tiêu chí của một phòng chủ trì")), "dossier_of_unit")
        self._picker = CriterionPicker()
        self._picker.setFixedHeight(PICKER_HEIGHT)
        self._unit = named(QComboBox(), "dossier_unit", self.tr("Phòng chủ trì"))
        self._unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        WheelGuard(self).guard(self._unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._whole, self._some, self._picker, self._of_unit, self._unit):
            column.addWidget(widget)
        self._whole.setChecked(True)
        for choice in (self._whole, self._some, self._of_unit):
            choice.toggled.connect(self._on_choice)
        self._picker.chosen_changed.connect(self.changed)
        self._unit.currentIndexChanged.connect(self.changed)
        self._show_choice()
        self.setFocusProxy(self._whole)

    def set_criteria(self, tree: Sequence[Criterion]) -> None:
        """What is chosen stays chosen where it still exists."""
        self._picker.set_criteria(tree)
        unit = self._unit.currentText()
        with QSignalBlocker(self._unit):
            self._unit.clear()
            self._unit.addItems(sorted({criterion.lead_unit for criterion in tree if criterion.lead_unit}))
            self._unit.setCurrentIndex(max(self._unit.findText(unit), 0))

    def choose(self, options: Options) -> None:
        """As in these options, as far as that still exists."""
        self._picker.set_chosen(options.criteria)
        place = self._unit.findText(options.unit or "")
        if options.unit and place >= 0:
            self._unit.setCurrentIndex(place)
            self._of_unit.setChecked(True)
        elif self._picker.chosen():
            self._some.setChecked(True)
        else:
            self._whole.setChecked(True)

    def chosen(self) -> tuple[tuple[str, ...], str | None] | None:
        """The ids of criteria (none: all) and the unit; None while nothing is chosen where something must be."""
        if self._some.isChecked():
            criteria = tuple(self._picker.chosen())
            return (criteria, None) if criteria else None
        if self._of_unit.isChecked():
            return ((), self._unit.currentText()) if self._unit.count() else None
        return (), None

    def _on_choice(self, is_on: bool) -> None:
        if is_on:
            self._show_choice()
            self.changed.emit()

    def _show_choice(self) -> None:
        self._picker.setVisible(self._some.isChecked())
        self._unit.setVisible(self._of_unit.isChecked())
