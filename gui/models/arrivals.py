"""The arrivals of the inbox as a list of two lines each: names of all, and the rest of those that come into view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QLocale, QObject, Qt, Signal

from core.intake.records import Arrival
from core.library.records import Document
from core.reading.reading import LOCKED
from core.workspace import Workspace
from gui.messages import state
from gui.models.indexes import TOP, Index
from gui.widgets.parts import tip

DETAILS = Qt.ItemDataRole.UserRole
MARK = Qt.ItemDataRole.UserRole + 1
WINDOW = 100  # rows that are read together
MOST_RUNS = 50  # of rows that come or go one beside the other; above that all are shown anew


@dataclass(frozen=True)
class Seen:
    """An arrival, and the documents that it may be another copy of."""

    arrival: Arrival
    alike: tuple[Document, ...]


def load_seen(workspace: Workspace, ids: Sequence[str]) -> dict[str, Seen]:
    """Those of these ids that exist, by id."""
    arrivals = workspace.inbox.rows(ids)
    asked = {one.id: one.description for one in arrivals if not (one.duplicate_of or one.revision_of)}
    alike = workspace.twins.of_descriptions(asked)
    return {one.id: Seen(one, tuple(alike.get(one.id, ()))) for one in arrivals}


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of those that are neighbours."""
    found: list[tuple[int, int]] = []
    for _, group in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
        some = [row for _, row in group]
        found.append((some[0], some[-1]))
    return found


class ArrivalsModel(QAbstractListModel):
    """Rows that stay keep their selection and their place on the screen, whatever comes or goes.

    `wanted(ids)`: these came into view, and only their names are known; `know` is the answer.
    """

    wanted = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: list[tuple[str, str]] = []
        self._rows: dict[str, int] = {}
        self._seen: dict[str, Seen] = {}
        self._asked: frozenset[str] = frozenset()

    def show_names(self, names: Sequence[tuple[str, str]], seen: Mapping[str, Seen] | None = None) -> None:
        """Show these (id and name) in this order; what is known of others than those in `seen` is forgotten.

        Without `seen` everything that is known stays.
        """
        wanted = {key for key, _ in names}
        gone = runs(row for row, (key, _) in enumerate(self._names) if key not in wanted)
        new = runs(row for row, (key, _) in enumerate(names) if key not in self._rows)
        stay = [pair for pair in self._names if pair[0] in wanted]
        is_same_order = stay == [pair for pair in names if pair[0] in self._rows]
        if is_same_order and len(gone) + len(new) <= MOST_RUNS:
            self._remove(gone)
            self._insert(new, names)
        else:
            self.beginResetModel()
            self._names = list(names)
            self.endResetModel()
        self._rows = {key: row for row, (key, _) in enumerate(self._names)}
        if seen is not None:
            self._seen = {key: one for key, one in self._seen.items() if key in seen}
            self.know(seen)

    def know(self, seen: Mapping[str, Seen]) -> None:
        """What was asked for with `wanted`."""
        changed = [self._rows[key] for key, one in seen.items() if key in self._rows and self._seen.get(key) != one]
        self._seen |= seen
        self._asked = frozenset()
        if changed:
            self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)))

    def seen(self, key: str) -> Seen | None:
        """None where it is not known yet; it is asked for."""
        if key not in self._seen and key in self._rows:
            self._ask(self._rows[key])
        return self._seen.get(key)

    def names(self) -> list[tuple[str, str]]:
        return self._names

    def id_at(self, row: int) -> str:
        return self._names[row][0]

    def row_of(self, key: str) -> int | None:
        return self._rows.get(key)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key, name = self._names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, DETAILS, MARK):
            return None
        seen = self.seen(key)
        if seen is None:
            return name if role == Qt.ItemDataRole.AccessibleTextRole else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(seen.arrival.path)
        if role == DETAILS:
            return self._details(seen.arrival)
        if role == MARK:
            return self._mark(seen)
        return ", ".join(filter(None, (name, self._details(seen.arrival), self._mark(seen))))

    def _ask(self, row: int) -> None:
        """Once for a window around the row; the next one to be asked for takes its place."""
        if self._names[row][0] in self._asked:
            return
        start = max(row - WINDOW // 2, 0)
        ids = [key for key, _ in self._names[start : start + WINDOW] if key not in self._seen]
        self._asked = frozenset(ids)
        self.wanted.emit(ids)

    def _remove(self, gone: Sequence[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(TOP, first, last)
            del self._names[first : last + 1]
            self.endRemoveRows()

    def _insert(self, new: Sequence[tuple[int, int]], names: Sequence[tuple[str, str]]) -> None:
        for first, last in new:
            self.beginInsertRows(TOP, first, last)
            self._names[first:first] = names[first : last + 1]
            self.endInsertRows()

    def _details(self, arrival: Arrival) -> str:
        pages = self.tr("%n trang", "", arrival.pages) if arrival.pages else ""
        size = QLocale().formattedDataSize(arrival.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        inside = self.tr("%n tệp bên trong", "", arrival.entries) if arrival.entries else ""
        return " · ".join(filter(None, (arrival.description.symbol, inside, pages, size)))

    def _mark(self, seen: Seen) -> str:
        """The one word at the right that says what is special."""
        arrival = seen.arrival
        if not arrival.is_read:
            return self.tr("đang đọc")
        if arrival.duplicate_of:
            return self.tr("trùng")
        if arrival.revision_of:
            return self.tr("bản mới")
        if seen.alike:
            return self.tr("có thể trùng")
        if arrival.state != "offered":
            return state(arrival.state).lower()
        if LOCKED in arrival.problems:
            return self.tr("mật khẩu")
        return "!" if arrival.problems else ""
