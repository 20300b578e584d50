"""The arrivals of the inbox as a list of two lines each."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.intake.records import Arrival
from core.reading.reading import LOCKED
from gui.messages import state

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
DETAILS = Qt.ItemDataRole.UserRole
MARK = Qt.ItemDataRole.UserRole + 1


class ArrivalsModel(QAbstractListModel):
    """Shows what it was given last, in that order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrivals: list[Arrival] = []
        self._rows: dict[str, int] = {}
        self._alike: Collection[str] = ()

    def show_arrivals(self, arrivals: Sequence[Arrival], alike: Collection[str] = ()) -> None:
        """`alike`: the ids of those that may be another copy of a document."""
        self.beginResetModel()
        self._arrivals = list(arrivals)
        self._rows = {arrival.id: row for row, arrival in enumerate(arrivals)}
        self._alike = alike
        self.endResetModel()

    def arrivals(self) -> list[Arrival]:
        return self._arrivals

    def at(self, index: Index) -> Arrival:
        return self._arrivals[index.row()]

    def row_of(self, key: str) -> int | None:
        return self._rows.get(key)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._arrivals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        arrival = self.at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return arrival.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return arrival.path
        if role == DETAILS:
            return self._details(arrival)
        if role == MARK:
            return self._mark(arrival)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (arrival.name, self._details(arrival), self._mark(arrival))))
        return None

    def _details(self, arrival: Arrival) -> str:
        pages = self.tr("%n trang", "", arrival.pages) if arrival.pages else ""
        size = QLocale().formattedDataSize(arrival.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        inside = self.tr("%n tệp bên trong", "", arrival.entries) if arrival.entries else ""
        return " · ".join(filter(None, (arrival.description.symbol, inside, pages, size)))

    def _mark(self, arrival: Arrival) -> str:
        """The one word at the right that says what is special."""
        if not arrival.is_read:
            return self.tr("đang đọc")
        if arrival.duplicate_of:
            return self.tr("trùng")
        if arrival.revision_of:
            return self.tr("bản mới")
        if arrival.id in self._alike:
            return self.tr("có thể trùng")
        if arrival.state != "offered":
            return state(arrival.state).lower()
        if LOCKED in arrival.problems:
            return self.tr("mật khẩu")
        return "!" if arrival.problems else ""
