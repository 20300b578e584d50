"""The people of a unit, edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.units import PERSON_FIELDS, Person
from gui.widgets.parts import named

NAME = 0


class PeopleTable(QWidget):
    """`edited()` comes after each change by hand; a line without a name is not one of `people()` yet."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = named(QTableWidget(0, len(PERSON_FIELDS)), "people", self.tr("Người liên hệ"))
        heads = [self.tr("Họ và tên"), self.tr("Chức vụ"), self.tr("Điện thoại"), self.tr("Thư điện tử")]
        self._table.setHorizontalHeaderLabels(heads)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setTabKeyNavigation(False)
        self._table.itemChanged.connect(self.edited)
        self._add = named(QPushButton(self.tr("&Thêm người")), "person_add")
        self._add.clicked.connect(self._add_person)
        self._remove = named(QPushButton(self.tr("&Bỏ người này")), "person_remove")
        self._remove.clicked.connect(self._remove_person)
        buttons = QHBoxLayout()
        for button in (self._add, self._remove):
            button.setAutoDefault(False)  # Enter ends what is typed in the table
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table, 1)
        column.addLayout(buttons)
        self._table.currentCellChanged.connect(lambda row, *_: self._remove.setEnabled(row >= 0))
        self._remove.setEnabled(False)

    def load(self, people: Sequence[Person]) -> None:
        self._table.blockSignals(True)
        self._table.setRowCount(0)
        for person in people:
            self._insert(person)
        self._table.blockSignals(False)
        self._remove.setEnabled(self._table.currentRow() >= 0)

    def people(self) -> list[Person]:
        rows = (
            [self._cell(row, column) for column in range(len(PERSON_FIELDS))] for row in range(self._table.rowCount())
        )
        return [Person(*cells) for cells in rows if cells[NAME]]

    def has_nameless(self) -> bool:
        """Whether something is written in a line without a name, which cannot be kept."""
        return any(
            not self._cell(row, NAME) and any(self._cell(row, column) for column in range(len(PERSON_FIELDS)))
            for row in range(self._table.rowCount())
        )

    def _insert(self, person: Person) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        for column, field in enumerate(PERSON_FIELDS):
            self._table.setItem(row, column, QTableWidgetItem(getattr(person, field)))

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return " ".join(item.text().split()) if item else ""

    def _add_person(self) -> None:
        self._table.blockSignals(True)
        self._insert(Person(""))
        self._table.blockSignals(False)
        row = self._table.rowCount() - 1
        self._table.setCurrentCell(row, NAME)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._table.edit(self._table.model().index(row, NAME))

    def _remove_person(self) -> None:
        self._table.removeRow(self._table.currentRow())
        self.edited.emit()
