"""What is due when, month by month."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from core.evidence.agenda import OPEN, Due, DueState
from gui.messages import state as state_words
from gui.messages import undated_words
from gui.models.documents import date_words
from gui.models.slot_words import short
from gui.theme import severity_colour, state_colour
from gui.widgets.states import severity_icon, state_icon

DAY, WHAT, UNIT, STATE = range(4)
DUE = Qt.ItemDataRole.UserRole + 1
MONTH_ROLE = Qt.ItemDataRole.UserRole + 2
Month = tuple[int, int] | None  # year and month, None for what has no day
LONGEST_WHAT = 160

# What is shown of the agenda.
FILTERS: dict[str, Callable[[Due], bool]] = {
    "all": lambda _due: True,
    "open": lambda due: due.state in OPEN,
    "overdue": lambda due: due.state == "overdue",
    "due_in_7": lambda due: due.state == "due_in_7",
    "due_in_30": lambda due: due.state in ("due_in_7", "due_in_30"),
    "done": lambda due: due.state == "done",
    "undated": lambda due: due.state == "undated",
}


def month_of(day: date | None) -> Month:
    return (day.year, day.month) if day else None


def due_icon(state: DueState) -> QIcon:
    if state == "done":
        return state_icon("complete")
    if state in ("overdue", "due_in_7"):
        return severity_icon("error" if state == "overdue" else "warning")
    return state_icon("not_assigned" if state == "undated" else "survey")


class AgendaModel(QStandardItemModel):
    """Months, and in each what is due: day, what, who, how it stands."""

    def fill(self, dues: Sequence[Due]) -> None:
        self.clear()
        self.setColumnCount(STATE + 1)
        self.setHorizontalHeaderLabels(
            [self.tr("Hạn"), self.tr("Tiêu chí, phải có"), self.tr("Phòng chủ trì"), self.tr("Tình trạng")]
        )
        months: dict[Month, list[Due]] = {}
        for due in dues:
            months.setdefault(month_of(due.day), []).append(due)
        for month, inside in months.items():
            top = QStandardItem(self._name(month, inside))
            font = top.font()
            font.setBold(True)
            top.setFont(font)
            top.setData(month, MONTH_ROLE)
            top.setEditable(False)
            for due in inside:
                top.appendRow(self._row(due))
            self.appendRow(top)

    def _name(self, month: Month, dues: Sequence[Due]) -> str:
        name = (
            self.tr("Tháng {month}/{year}").format(month=month[1], year=month[0]) if month else self.tr("Chưa có ngày")
        )
        return f"{name}: {month_words(dues)}"

    def _row(self, due: Due) -> list[QStandardItem]:
        criterion = due.row.criterion
        what = short(due.what, LONGEST_WHAT)
        why = undated_words(due.undated) if due.undated else ""
        cells = (
            date_words(due.day) or criterion.deadline_text or "–",
            "\n".join(filter(None, (f"{criterion.code} {criterion.title}", what, why))),
            criterion.lead_unit or self.tr("Chưa phân công"),
            self._state(due),
        )
        items = [QStandardItem(words) for words in cells]
        for item in items:
            item.setData(due, DUE)
            item.setEditable(False)
        items[STATE].setIcon(due_icon(due.state))
        if due.state == "overdue":
            items[STATE].setForeground(severity_colour("error"))
        elif due.state == "done":
            items[STATE].setForeground(state_colour("complete"))
        words = ", ".join(cells)
        items[DAY].setData(words, Qt.ItemDataRole.AccessibleTextRole)
        return items

    def _state(self, due: Due) -> str:
        if due.late:
            return self.tr("Xong, muộn")
        if due.days is None or due.state == "done":
            return state_words(due.state)
        if due.days < 0:
            return self.tr("Quá hạn {days} ngày").format(days=-due.days)
        return self.tr("Hôm nay") if due.days == 0 else self.tr("Còn {days} ngày").format(days=due.days)


def month_words(dues: Sequence[Due]) -> str:
    """How many are overdue, open and done, as far as there are any."""
    counts = {
        "overdue": sum(due.state == "overdue" for due in dues),
        "open": sum(due.state in OPEN and due.state != "overdue" for due in dues),
        "done": sum(due.state == "done" for due in dues),
    }
    return ", ".join(f"{count} {state_words(name).lower()}" for name, count in counts.items() if count)
