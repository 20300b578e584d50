"""The tree of criteria with its states, and what of it is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from core.catalogue.records import Appraisal, Criterion
from core.evidence.agenda import MONTH, WEEK
from core.evidence.records import Coverage, Row, State
from core.reading.names import Running
from core.text import fold
from gui import mime
from gui.messages import state as state_words
from gui.models.indexes import TOP, Index
from gui.widgets.states import state_icon

CRITERION_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
OVERDUE_ROLE = Qt.ItemDataRole.UserRole + 2
WANTING = "wanting"
# What a leaf may be looked for by, on a day.
MARKS: dict[str, Callable[[Row, date], bool]] = {
    "overdue": lambda row, _on: row.overdue,
    "due_in_7": lambda row, on: _is_due(row, on, WEEK),
    "due_in_30": lambda row, on: _is_due(row, on, MONTH),
    "unexplained": lambda row, _on: row.wants_explanation,
    "unchecked": lambda row, _on: bool(row.unchecked),
    "fell_short": lambda row, _on: row.criterion.fell_short,
}


@dataclass(frozen=True)
class Filter:
    """Which criteria are shown. `unit` "" means: no lead unit, None: any.

    `state` is a State, "" for any, or "wanting": missing or partial; `mark` is one of MARKS, or "". `within` is the id
    of a criterion; `due` an ISO date, or "none" for leaves without a date.
    """

    words: str = ""
    state: str = ""
    unit: str | None = None
    mark: str = ""
    within: str = ""
    due: str = ""

    @property
    def asks_for_leaves(self) -> bool:
        return bool(self.state or self.mark or self.due) or self.unit is not None

    def to_key(self) -> str:
        """As one word for `open_requested`."""
        return urlencode(
            {name: value for name, value in vars(self).items() if value not in ("", None)} | self._no_unit()
        )

    def _no_unit(self) -> dict[str, str]:
        return {"unit": ""} if self.unit == "" else {}

    @classmethod
    def from_key(cls, key: str) -> "Filter":
        """The reverse of to_key; raises TypeError for a name it does not know."""
        values: dict[str, Any] = dict(parse_qsl(key, keep_blank_values=True))
        return cls(**values)


def office_name(appraisal: Appraisal) -> str:
    """Whose appraisal it is, as in running text: plans print it in capitals."""
    return Running("").name(appraisal.organisation) if appraisal.organisation else ""


def _is_due(row: Row, on: date, days: int) -> bool:
    dues = (place.due for place in row.places if place.state != "complete" and place.due)
    return any(0 <= (due - on).days <= days for due in dues)


def due_key(due: date | None) -> str:
    return due.isoformat() if due else "none"


class CriteriaModel(QAbstractItemModel):
    """One column: code and title. Says what was dropped onto a criterion; the page does the rest."""

    documents_dropped = Signal(str, list)  # criterion id, document ids
    evidence_dropped = Signal(str, list, bool)  # criterion id, evidence ids, whether it stays where it was, too
    files_dropped = Signal(str, list)  # criterion id, paths

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree: tuple[Criterion, ...] = ()
        self._children: dict[str | None, list[int]] = {}
        self._places: dict[str, int] = {}
        self._rows: dict[str, Row] = {}
        self._states: dict[str, State] = {}
        self.on = date.today()

    def has_shape_of(self, tree: Sequence[Criterion]) -> bool:
        """Whether it would not be reset by these."""
        return [(c.id, c.parent_id) for c in tree] == [(c.id, c.parent_id) for c in self._tree]

    def load(self, tree: Sequence[Criterion], coverage: Coverage) -> None:
        """Take over what the database holds now; of a tree of the same shape only what changed is told."""
        before = [(one, self._rows.get(one.id), self._states.get(one.id)) for one in self._tree]
        same_shape = self.has_shape_of(tree)
        if not same_shape:
            self.beginResetModel()
        self._tree = tuple(tree)
        self._places = {criterion.id: place for place, criterion in enumerate(tree)}
        self._children = {}
        for place, criterion in enumerate(tree):
            self._children.setdefault(criterion.parent_id, []).append(place)
        self._rows = {row.criterion.id: row for row in coverage.rows}
        self._states = dict(coverage.states)
        self.on = date.today()
        if not same_shape:
            self.endResetModel()
            return
        for one, was in zip(self._tree, before, strict=True):  # only what changed: each row is measured anew
            if was != (one, self._rows.get(one.id), self._states.get(one.id)):
                index = self.index_of(one.id)
                self.dataChanged.emit(index, index)

    @property
    def tree(self) -> tuple[Criterion, ...]:
        return self._tree

    def criterion(self, criterion_id: str) -> Criterion | None:
        place = self._places.get(criterion_id)
        return None if place is None else self._tree[place]

    def row(self, criterion_id: str) -> Row | None:
        """How a leaf stands; None for an inner criterion."""
        return self._rows.get(criterion_id)

    def state(self, criterion_id: str) -> State | None:
        return self._states.get(criterion_id)

    def below(self, criterion_id: str | None) -> list[Criterion]:
        return [self._tree[place] for place in self._children.get(criterion_id, [])]

    def index_of(self, criterion_id: str) -> QModelIndex:
        place = self._places.get(criterion_id)
        if place is None:
            return QModelIndex()
        return self.createIndex(self._children[self._tree[place].parent_id].index(place), 0, place)

    def at(self, index: Index) -> Criterion:
        return self._tree[index.internalId()]

    # Qt's own names from here on

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        places = self._children.get(self.at(parent).id if parent.isValid() else None, [])
        if column != 0 or not 0 <= row < len(places):
            return QModelIndex()
        return self.createIndex(row, column, places[row])

    def parent(self, index: Index = TOP) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        parent_id = self.at(index).parent_id if index.isValid() else None
        return self.index_of(parent_id) if parent_id else QModelIndex()

    def rowCount(self, parent: Index = TOP) -> int:
        return len(self._children.get(self.at(parent).id if parent.isValid() else None, []))

    def columnCount(self, parent: Index = TOP) -> int:  # noqa: ARG002
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        criterion = self.at(index)
        answer = _ANSWERS.get(role)
        return answer(self, criterion) if answer else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [mime.DOCUMENTS, mime.EVIDENCE, mime.FILES]

    def supportedDropActions(self) -> Qt.DropAction:
        return mime.ACTIONS

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        return parent.isValid() and mime.is_known(data)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        criterion_id = self.at(parent).id
        if evidence := mime.evidence(data):
            self.evidence_dropped.emit(criterion_id, evidence, action == Qt.DropAction.CopyAction)
        elif documents := mime.documents(data):
            self.documents_dropped.emit(criterion_id, documents)
        else:
            self.files_dropped.emit(criterion_id, mime.files(data))
        return True


def _label(_model: CriteriaModel, criterion: Criterion) -> str:
    return f"{criterion.code} {criterion.title}"


def _tool_tip(model: CriteriaModel, criterion: Criterion) -> str:
    state = model.state(criterion.id)
    return state_words(state) if state else ""


def _icon(model: CriteriaModel, criterion: Criterion) -> Any:
    state = model.state(criterion.id)
    return state_icon(state) if state else None


def _is_overdue(model: CriteriaModel, criterion: Criterion) -> bool:
    row = model.row(criterion.id)
    return row is not None and row.overdue


_ANSWERS: dict[int, Callable[[CriteriaModel, Criterion], Any]] = {
    Qt.ItemDataRole.DisplayRole: _label,
    Qt.ItemDataRole.ToolTipRole: _tool_tip,
    Qt.ItemDataRole.DecorationRole: _icon,
    Qt.ItemDataRole.AccessibleTextRole: lambda model, criterion: (
        f"{_label(model, criterion)}: {_tool_tip(model, criterion)}"
    ),
    CRITERION_ROLE: lambda _model, criterion: criterion,
    STATE_ROLE: lambda model, criterion: model.state(criterion.id),
    OVERDUE_ROLE: _is_overdue,
}


class CriteriaFilter(QSortFilterProxyModel):
    """Shows the criteria that a Filter asks for, with the branches that lead to them."""

    def __init__(self, source: CriteriaModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = source
        self._filter = Filter()
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(source)

    @property
    def filter(self) -> Filter:
        return self._filter

    def set_filter(self, wanted: Filter) -> None:
        self.beginFilterChange()
        self._filter = wanted
        self.endFilterChange()

    def count(self) -> int:
        """Leaves that are shown."""
        return sum(criterion.is_leaf and self._accepts(criterion) for criterion in self._model.tree)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return self._accepts(self._model.at(self._model.index(row, 0, parent)))

    def _accepts(self, criterion: Criterion) -> bool:
        wanted = self._filter
        if wanted.asks_for_leaves and not self._leaf_fits(criterion):
            return False
        branch = self._branch(criterion)
        if wanted.within and all(one.id != wanted.within for one in branch):
            return False
        sought = fold(wanted.words).split()
        return not sought or any(_has_words(one, sought) for one in branch)

    def _leaf_fits(self, criterion: Criterion) -> bool:
        row, wanted = self._model.row(criterion.id), self._filter
        return (
            row is not None
            and (wanted.state in ("", row.state) or (wanted.state == WANTING and row.state in ("missing", "partial")))
            and wanted.unit in (None, criterion.lead_unit or "")
            and (not wanted.mark or MARKS[wanted.mark](row, self._model.on))
            and wanted.due in ("", due_key(row.due))
        )

    def _branch(self, criterion: Criterion) -> list[Criterion]:
        """The criterion and what it stands under: a search for the name of a field shows what is in it."""
        branch = [criterion]
        while (parent_id := branch[-1].parent_id) and (parent := self._model.criterion(parent_id)):
            branch.append(parent)
        return branch


def _has_words(criterion: Criterion, sought: list[str]) -> bool:
    text = fold(f"{criterion.code} {criterion.title} {criterion.text} {criterion.lead_unit or ''}")
    return all(word in text for word in sought)
