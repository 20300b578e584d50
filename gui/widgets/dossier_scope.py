"""What a dossier is about: all criteria, some, those of a unit, or what changed since a sealed one."""

from collections.abc import Sequence
from dataclasses import replace

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
        self._changed = named(
            QRadioButton(self.tr("Bổ sung: chỉ phần thay đổi từ hồ sơ đã niêm phong")), "dossier_changed"
        )
        self._picker = CriterionPicker()
        self._picker.setFixedHeight(PICKER_HEIGHT)
        self._unit = named(QComboBox(), "dossier_unit", self.tr("Phòng chủ trì"))
        self._unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._since = named(QComboBox(), "dossier_since", self.tr("Hồ sơ đã niêm phong"))
        WheelGuard(self).guard(self._unit, self._since)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._whole, self._some, self._picker, self._of_unit, self._unit, self._changed, self._since):
            column.addWidget(widget)
        self._whole.setChecked(True)
        for choice in (self._whole, self._some, self._of_unit, self._changed):
            choice.toggled.connect(self._on_choice)
        self._picker.chosen_changed.connect(self.changed)
        self._unit.currentIndexChanged.connect(self.changed)
        self._since.currentIndexChanged.connect(self.changed)
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

    def set_seals(self, names: Sequence[str]) -> None:
        """The sealed dossiers that a supplement may be printed to; the last one is chosen unless one was."""
        since = self._since.currentText()
        with QSignalBlocker(self._since):
            self._since.clear()
            self._since.addItems(list(names))
            place = self._since.findText(since)
            self._since.setCurrentIndex(place if place >= 0 else len(names) - 1)
        if not names and self._changed.isChecked():
            self._whole.setChecked(True)
        self._show_choice()

    def choose(self, options: Options) -> None:
        """As in these options, as far as that still exists."""
        self._picker.set_chosen(options.criteria)
        place, seal = self._unit.findText(options.unit or ""), self._since.findText(options.since or "")
        if options.unit and place >= 0:
            self._unit.setCurrentIndex(place)
            self._of_unit.setChecked(True)
        elif options.since and seal >= 0:
            self._since.setCurrentIndex(seal)
            self._changed.setChecked(True)
        elif self._picker.chosen():
            self._some.setChecked(True)
        else:
            self._whole.setChecked(True)

    def narrowed(self, options: Options) -> Options | None:
        """The options with what is chosen here; None while nothing is chosen where something must be."""
        if self._some.isChecked():
            criteria = tuple(self._picker.chosen())
            return replace(options, criteria=criteria) if criteria else None
        if self._of_unit.isChecked():
            return replace(options, unit=self._unit.currentText()) if self._unit.count() else None
        if self._changed.isChecked():
            return replace(options, since=self._since.currentText())
        return options

    def _on_choice(self, is_on: bool) -> None:
        if is_on:
            self._show_choice()
            self.changed.emit()

    def _show_choice(self) -> None:
        self._picker.setVisible(self._some.isChecked())
        self._unit.setVisible(self._of_unit.isChecked())
        self._changed.setVisible(self._since.count() > 0)
        self._since.setVisible(self._changed.isChecked())
