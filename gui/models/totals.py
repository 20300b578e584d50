"""Numbers of criteria by field, by unit or by deadline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt

from core.catalogue.records import Criterion
from core.evidence.records import Coverage, Place, Row, State, Totals
from gui.messages import state as state_words
from gui.models.criteria import Filter, due_key
from gui.models.documents import date_words
from gui.models.indexes import TOP, Index
from gui.models.slot_words import short, slot_name
from gui.theme import SHAPES, state_colour
from gui.widgets.states import BAR_ROLE

FILTER_ROLE = Qt.ItemDataRole.UserRole + 11  # the Filter that a cell leads to, None where it leads nowhere
NAME, BAR = 0, 1
STATES: tuple[State, ...] = tuple(SHAPES)
OVERDUE = BAR + len(STATES) + 1


@dataclass(frozen=True)
class Line:
    """A row of numbers, and what to filter by to see its criteria."""

    name: str
    totals: Totals
    filter: Filter


class TotalsModel(QAbstractTableModel):
    """A line for each field, unit or deadline: name, bar, a number for each state, overdue."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._lines: tuple[Line, ...] = ()

    def load(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else OVERDUE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if section == OVERDUE:
            return {
                Qt.ItemDataRole.DisplayRole: self.tr("Quá hạn"),
                Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignCenter,
            }.get(Qt.ItemDataRole(role))
        if section in (NAME, BAR):
            words = {NAME: self._name, BAR: self.tr("Tỷ lệ")}[section]
            return {
                Qt.ItemDataRole.DisplayRole: words,
                Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            }.get(Qt.ItemDataRole(role))
        state = STATES[section - BAR - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return SHAPES[state]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return state_words(state)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return state_colour(state) if role == Qt.ItemDataRole.ForegroundRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, column)
        if role == BAR_ROLE and column == BAR:
            return line.totals
        if role == FILTER_ROLE:
            return self._filter(line, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and column != NAME:
            return self._in_words(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column > BAR:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and column > BAR:
            return state_colour("missing" if column == OVERDUE else STATES[column - BAR - 1])
        return None

    def _number(self, line: Line, column: int) -> int:
        return line.totals.overdue if column == OVERDUE else getattr(line.totals, STATES[column - BAR - 1])

    def _words(self, line: Line, column: int) -> str:
        if column == NAME:
            return line.name
        # A nought is no news: an empty cell lets the numbers stand out.
        return "" if column == BAR else str(self._number(line, column) or "")

    def _in_words(self, line: Line, column: int) -> str:
        if column == BAR:
            return ", ".join(f"{state_words(state)}: {getattr(line.totals, state)}" for state in STATES)
        what = self.tr("Quá hạn") if column == OVERDUE else state_words(STATES[column - BAR - 1])
        return f"{line.name}: {what} {self._number(line, column)}"

    def _filter(self, line: Line, column: int) -> Filter | None:
        if column in (NAME, BAR):
            return line.filter
        if not self._number(line, column):
            return None
        if column == OVERDUE:
            return replace(line.filter, mark="overdue")
        return replace(line.filter, state=STATES[column - BAR - 1])


def wanting_words(row: Row) -> str:
    """What a leaf still wants, in words; "" where it wants nothing."""
    if row.state == "missing":
        return QCoreApplication.translate("totals", "Chưa có minh chứng nào")
    if row.state != "partial":
        return ""
    wanting = [place for place in row.places if place.state != "complete"]
    if all(place.slot.number for place in wanting):
        numbers = ", ".join(f"({place.slot.number})" for place in wanting)
        return QCoreApplication.translate("totals", "Yêu cầu {numbers}").format(numbers=numbers)
    if all(place.slot.text for place in wanting):
        return "; ".join(map(_wanting, wanting))
    there = sum(min(len(place.evidence), place.slot.count) for place in row.places)
    wanted = sum(place.slot.count for place in row.places)
    words = QCoreApplication.translate("totals", "Có {there} trong {wanted} minh chứng")
    return words.format(there=there, wanted=wanted)


def _wanting(place: Place) -> str:
    name = short(slot_name(place.slot), 80)
    return f"{name} ({len(place.evidence)}/{place.slot.count})" if place.slot.count > 1 else name


def field_lines(coverage: Coverage, tree: Sequence[Criterion]) -> list[Line]:
    return [
        Line(f"{one.code} {one.title}", coverage.fields[one.id], Filter(within=one.id))
        for one in tree
        if one.id in coverage.fields
    ]


def unit_lines(coverage: Coverage, without: str) -> list[Line]:
    """By lead unit, the one with the most that is open first; `without`: the words for no unit."""
    units = sorted(coverage.units.items(), key=lambda item: (-item[1].missing - item[1].partial, item[0]))
    return [Line(unit or without, totals, Filter(unit=unit)) for unit, totals in units]


def deadline_lines(coverage: Coverage, without: str) -> list[Line]:
    """By date, those without one (`without`) last."""
    days = sorted(coverage.deadlines.items(), key=lambda item: item[0] or date.max)
    return [Line(date_words(day) or without, totals, Filter(due=due_key(day))) for day, totals in days]
