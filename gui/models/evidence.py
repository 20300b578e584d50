"""What proves one criterion: a branch for each numbered requirement and one for the criterion as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal

from core.catalogue.records import Criterion, Requirement
from core.evidence.records import Evidence
from core.library.records import Document
from gui import mime, theme
from gui.models.documents import full_words
from gui.models.indexes import TOP, Index
from gui.widgets.states import state_icon

DOCUMENT, PAGES, NOTE = range(3)
EDITABLE = {PAGES: "pages", NOTE: "note"}
GROUP = 0  # internal id of a top row; that of a row below is 1 + the row it stands under


@dataclass(frozen=True)
class Proof:
    """A piece of evidence with the document that it is."""

    evidence: Evidence
    document: Document


@dataclass(frozen=True)
class Group:
    """A requirement, or None for the criterion as a whole, with what proves it."""

    requirement: Requirement | None
    proofs: tuple[Proof, ...] = ()

    @property
    def number(self) -> int | None:
        return self.requirement.number if self.requirement else None


@dataclass(frozen=True)
class _Shown:
    criterion_id: str = ""
    groups: tuple[Group, ...] = ()
    wants_documents: bool = False
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def shape(self) -> tuple[object, ...]:
        numbers = tuple(group.number for group in self.groups)
        return (self.criterion_id, numbers, self.wants_documents, tuple(self.places.items()))


class EvidenceModel(QAbstractItemModel):
    """Two levels: groups, and below them evidence, or one row that says that there is none.

    Pages and note are edited in place: the model only says what was typed, and shows it when the database holds it.
    """

    documents_dropped = Signal(list, object)  # document ids, number of the requirement or None
    evidence_dropped = Signal(list, object)
    files_dropped = Signal(list, object)  # paths
    edited = Signal(object, str, str)  # evidence as it is, field, value

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = _Shown()

    def load(self, criterion: Criterion, proofs: Sequence[Proof]) -> None:
        numbered = [
            Group(requirement, tuple(p for p in proofs if p.evidence.requirement == requirement.number))
            for requirement in criterion.requirements
        ]
        whole = Group(None, tuple(p for p in proofs if p.evidence.requirement is None))
        groups = (*numbered, whole)
        places = {
            proof.evidence.id: (place, row)
            for place, group in enumerate(groups)
            for row, proof in enumerate(group.proofs)
        }
        shown = _Shown(criterion.id, groups, criterion.counts_as == "documents", places)
        if shown.shape == self._shown.shape:  # what is being typed in a cell must not be lost
            self._shown = shown
            self._say_all_changed()
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _say_all_changed(self) -> None:
        for place, group in enumerate(self._shown.groups):
            top = self.index(place, 0)
            self.dataChanged.emit(top, self.index(place, NOTE))
            if group.proofs:
                self.dataChanged.emit(self.index(0, 0, top), self.index(len(group.proofs) - 1, NOTE, top))

    def clear(self) -> None:
        self.beginResetModel()
        self._shown = _Shown()
        self.endResetModel()

    def group(self, index: Index) -> Group | None:
        """The group that a row is or stands in."""
        if not index.isValid():
            return None
        identity = index.internalId()
        return self._shown.groups[index.row() if identity == GROUP else identity - 1]

    def proof(self, index: Index) -> Proof | None:
        """The evidence of a row; None for a group and for the row that says that there is none."""
        group = self.group(index)
        if group is None or index.internalId() == GROUP or not group.proofs:
            return None
        return group.proofs[index.row()]

    def proofs(self) -> list[Proof]:
        return [proof for group in self._shown.groups for proof in group.proofs]

    def index_of(self, evidence_id: str) -> QModelIndex:
        place = self._shown.places.get(evidence_id)
        return self.index(place[1], 0, self.index(place[0], 0)) if place else QModelIndex()

    def index_of_group(self, number: int | None) -> QModelIndex:
        """The row of a requirement, or of the criterion as a whole."""
        numbers = [group.number for group in self._shown.groups]
        return self.index(numbers.index(number), 0) if number in numbers else QModelIndex()

    def is_group(self, index: Index) -> bool:
        return index.isValid() and index.internalId() == GROUP

    def spans(self, index: Index) -> bool:
        """True where the first column is all there is: a group, or the row that says that there is none."""
        return index.isValid() and self.proof(index) is None

    # Qt's own names from here on

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else GROUP)

    def parent(self, index: Index = TOP) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not index.isValid() or index.internalId() == GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, GROUP)

    def rowCount(self, parent: Index = TOP) -> int:
        if not parent.isValid():
            return len(self._shown.groups)
        if parent.internalId() != GROUP or parent.column() != 0:
            return 0
        group = self._shown.groups[parent.row()]
        return len(group.proofs) or int(self._says_empty(group))

    def _says_empty(self, group: Group) -> bool:
        has_numbered = len(self._shown.groups) > 1
        return self._shown.wants_documents and (group.requirement is not None or not has_numbered)

    def columnCount(self, parent: Index = TOP) -> int:  # noqa: ARG002
        return NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            DOCUMENT: self.tr("Minh chứng"),
            PAGES: self.tr("Trang"),
            NOTE: self.tr("Ghi chú"),
        }[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self.group(index)
        if group is None:
            return None
        if self.is_group(index):
            return self._group_data(group, role) if index.column() == 0 else None
        proof = self.proof(index)
        if proof is None:
            return self._empty_data(role) if index.column() == 0 else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._proof_words(proof, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in EDITABLE:
            return self.tr("Bấm F2 để sửa")
        return None

    def _group_data(self, group: Group, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if group.requirement is None:
                return self.tr("Minh chứng chung cho cả tiêu chí")
            return f"({group.requirement.number}) {group.requirement.text}"
        if role == Qt.ItemDataRole.DecorationRole and group.requirement and self._shown.wants_documents:
            return state_icon("complete" if group.proofs else "missing")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            there = self.tr("có minh chứng") if group.proofs else self.tr("chưa có minh chứng")
            return f"{self._group_data(group, Qt.ItemDataRole.DisplayRole)}: {there}"
        return None

    def _empty_data(self, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("Chưa có minh chứng. Thả tài liệu hoặc tệp vào đây.")
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.quiet_colour()
        return None

    def _proof_words(self, proof: Proof, column: int) -> str:
        return {
            DOCUMENT: f"{proof.evidence.code}  {full_words(proof.document)}",
            PAGES: proof.evidence.pages,
            NOTE: proof.evidence.note,
        }[column]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        proof, name = self.proof(index), EDITABLE.get(index.column())
        if proof is None or name is None or role != Qt.ItemDataRole.EditRole:
            return False
        words = str(value).strip()
        if words != getattr(proof.evidence, name):
            self.edited.emit(proof.evidence, name, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if self.proof(index):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if index.column() in EDITABLE:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        return [mime.EVIDENCE, mime.DOCUMENTS, mime.FILES]

    def supportedDropActions(self) -> Qt.DropAction:
        # Never "move": an Explorer that is told so deletes the clerk's own file.
        return Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        proofs = (self.proof(index) for index in indexes if index.column() == 0)
        return mime.of_evidence([proof.evidence.id for proof in proofs if proof])

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        return bool(self._shown.groups) and mime.is_known(data)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        group = self.group(parent)
        number = group.number if group else None
        if evidence := mime.evidence(data):
            self.evidence_dropped.emit(evidence, number)
        elif documents := mime.documents(data):
            self.documents_dropped.emit(documents, number)
        else:
            self.files_dropped.emit(mime.files(data), number)
        return True
