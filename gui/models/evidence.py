"""What proves one criterion: a branch for each slot, and one for what is in none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont

from core.catalogue.records import Criterion, Slot
from core.evidence.records import Evidence, Place, Row
from core.library.records import Document
from gui import mime, theme
from gui.messages import few
from gui.messages import state as state_words
from gui.models.documents import date_words, full_words
from gui.models.indexes import TOP, Index
from gui.models.slot_words import place_facts, short, slot_title
from gui.widgets.parts import tip
from gui.widgets.states import judgement_icon, state_icon

DOCUMENT, PAGES, NOTE = range(3)
LONGEST_NOTE = 30  # in the list; the whole of it is in the tool tip and when it is edited
EDITABLE = {PAGES: "pages", NOTE: "note"}
TITLE_ROLE, FACTS_ROLE, ALARM_ROLE = (Qt.ItemDataRole.UserRole + number for number in range(1, 4))  # of a slot
# Put together once: a view asks each row for them whenever it lays itself out.
GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
PROOF_FLAGS = GROUP_FLAGS | Qt.ItemFlag.ItemIsDragEnabled
CELL_FLAGS = PROOF_FLAGS | Qt.ItemFlag.ItemIsEditable
GROUP = 0  # internal id of a top row; that of a row below is 1 + the row it stands under


@dataclass(frozen=True)
class Proof:
    """A piece of evidence with the document that it is."""

    evidence: Evidence
    document: Document

    @cached_property
    def name(self) -> str:
        """Code, symbol, date and subject: asked for often, so that it is put together once."""
        return "  ".join(filter(None, (self.evidence.code, full_words(self.document))))

    @cached_property
    def judged(self) -> str:
        """Who checked or rejected it, when and why; "" where nobody did."""
        evidence = self.evidence
        if evidence.state == "accepted":
            return ""
        if evidence.state == "proposed":
            return QCoreApplication.translate("EvidenceModel", "Đề xuất từ kỳ trước, chưa nhận")
        day = date_words(evidence.judged_at.astimezone().date()) if evidence.judged_at else ""
        who = ", ".join(filter(None, (evidence.judged_by, day)))
        words = state_words(evidence.state)
        return f"{words}: {evidence.reason} ({who})" if evidence.reason else f"{words}: {who}"

    @cached_property
    def words(self) -> str:
        return "\n".join(filter(None, (self.name, self.judged)))


@dataclass(frozen=True)
class Group:
    """A slot as it stands, or None for what is linked to the criterion and fills no slot; with what is linked there."""

    place: Place | None
    proofs: tuple[Proof, ...] = ()

    @property
    def slot(self) -> Slot | None:
        """What can be linked to; None where that is the criterion as a whole."""
        return self.place.slot if self.place and self.place.slot.id else None

    @property
    def key(self) -> str:
        """Names it among the groups of its criterion."""
        return f"{self.place.slot.id} {self.place.due or ''}" if self.place else str(self.counts)

    @property
    def counts(self) -> bool:
        """Whether anything here does: what was rejected or is proposed needs no place."""
        return any(proof.evidence.counts for proof in self.proofs)


@dataclass(frozen=True)
class _Shown:
    criterion_id: str = ""
    groups: tuple[Group, ...] = ()
    wants_documents: bool = False
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def shape(self) -> tuple[object, ...]:
        keys = tuple(group.key for group in self.groups)
        return (self.criterion_id, keys, self.wants_documents, tuple(self.places.items()))


def grouped(row: Row | None, proofs: Sequence[Proof]) -> tuple[Group, ...]:
    """`row` None: an inner criterion. What is rejected stands with the slot that it was linked to, or at the end."""
    places = row.places if row else ()
    homes: dict[str, int] = {one.id: at for at, place in enumerate(places) for one in place.evidence}
    slots = {place.slot.id: at for at, place in enumerate(places) if place.slot.id}
    below: list[list[Proof]] = [[] for _ in places]
    left: list[Proof] = []
    for proof in proofs:
        one = proof.evidence
        at = homes.get(one.id)
        if at is None and not one.counts:
            at = slots.get(one.slot or "", 0 if len(places) == 1 else None)
        (left if at is None else below[at]).append(proof)
    groups = [
        Group(place, tuple(sorted(inside, key=lambda proof: not proof.evidence.counts)))
        for place, inside in zip(places, below, strict=True)
    ]
    if not places:
        return (Group(None, tuple(left)),)
    parts = ([proof for proof in left if proof.evidence.counts == counts] for counts in (True, False))
    return (*groups, *(Group(None, tuple(part)) for part in parts if part))


class EvidenceModel(QAbstractItemModel):
    """Two levels: groups, and below them evidence, or one row that says that there is none.

    Pages and note are edited in place: the model only says what was typed, and shows it when the database holds it.
    """

    documents_dropped = Signal(list, object)  # document ids, Slot or None for the whole criterion
    evidence_dropped = Signal(list, object, bool)  # evidence ids, Slot or None, whether it stays where it was, too
    files_dropped = Signal(list, object)  # paths, Slot or None
    edited = Signal(object, str, str)  # evidence as it is, field, value

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = _Shown()
        self._says_days = False

    def load(self, criterion: Criterion, row: Row | None, proofs: Sequence[Proof]) -> None:
        groups = grouped(row, proofs)
        self._says_days = len({group.place.due for group in groups if group.place}) > 1
        places = {
            proof.evidence.id: (place, row)
            for place, group in enumerate(groups)
            for row, proof in enumerate(group.proofs)
        }
        shown = _Shown(criterion.id, groups, criterion.counts_as == "documents", places)
        if shown.shape == self._shown.shape:  # what is being typed in a cell must not be lost
            before, self._shown = self._shown, shown
            self._say_changed(before)
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _say_changed(self, before: _Shown) -> None:
        """Only of the rows that changed: each is measured anew."""
        for place, (old, new) in enumerate(zip(before.groups, self._shown.groups, strict=True)):
            top = self.index(place, 0)
            if old.place != new.place:
                self.dataChanged.emit(top, self.index(place, NOTE))
            for row, (was, proof) in enumerate(zip(old.proofs, new.proofs, strict=True)):
                if was != proof or was.judged != proof.judged:
                    self.dataChanged.emit(self.index(row, 0, top), self.index(row, NOTE, top))

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

    def groups(self) -> tuple[Group, ...]:
        return self._shown.groups

    def index_of_group(self, key: str) -> QModelIndex:
        """The row of a group by its key."""
        keys = [group.key for group in self._shown.groups]
        return self.index(keys.index(key), 0) if key in keys else QModelIndex()

    def index_of_part(self, key: str) -> QModelIndex:
        """The row of a slot, or of the first evidence that is this document, by its id."""
        for place, group in enumerate(self._shown.groups):
            if group.slot and group.slot.id == key:
                return self.index(place, 0)
            for row, proof in enumerate(group.proofs):
                if proof.document.id == key:
                    return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    # Qt's own names from here on

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        if not (0 <= column <= NOTE and 0 <= row < self.rowCount(parent)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else GROUP)

    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:
        """A view asks for each cell by its neighbour: that need not go by the parent."""
        if row == index.row() and 0 <= column <= NOTE:
            return self.createIndex(row, column, index.internalId())
        return super().sibling(row, column, index)

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
        return len(group.proofs) or int(self._shown.wants_documents)

    def hasChildren(self, parent: Index = TOP) -> bool:
        return self.rowCount(parent) > 0

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
        if not index.isValid():
            return None
        identity, row, column = index.internalId(), index.row(), index.column()
        if identity == GROUP:
            return self._group_data(self._shown.groups[row], role) if column == 0 else None
        proofs = self._shown.groups[identity - 1].proofs
        if not proofs:
            return self._empty_data(role) if column == 0 else None
        return self._proof_data(proofs[row], column, role)

    def _group_data(self, group: Group, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(filter(None, self._group_words(group)))
        if role in (TITLE_ROLE, FACTS_ROLE):
            return self._group_words(group)[role - TITLE_ROLE]
        if role == ALARM_ROLE:
            return bool(group.place and (group.place.overdue or group.place.late))
        if role == Qt.ItemDataRole.DecorationRole and group.place:
            return state_icon(group.place.state)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = state_words(group.place.state) if group.place else ""
            return ". ".join(filter(None, (*self._group_words(group), state)))
        return None

    def _group_words(self, group: Group) -> tuple[str, str]:
        if group.place:
            return slot_title(group.place.slot), place_facts(group.place, with_due=self._says_days)
        if len(self._shown.groups) == 1:
            return self.tr("Minh chứng chung cho cả tiêu chí"), ""
        if not group.counts:
            return self.tr("Không được tính"), self.tr("Đã bị loại, hoặc còn là đề xuất")
        return self.tr("Chưa xếp chỗ"), self.tr("Chưa rõ thuộc mục nào ở trên: hãy kéo vào đúng mục")

    def _empty_data(self, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("Chưa có minh chứng. Thả tài liệu hoặc tệp vào đây.")
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.quiet_colour()
        return None

    def _proof_data(self, proof: Proof, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._proof_words(proof, column)
        if column in EDITABLE:
            if role == Qt.ItemDataRole.EditRole:
                return self._typed(proof, column)
            if role == Qt.ItemDataRole.ToolTipRole:
                return tip("\n".join(filter(None, (self._typed(proof, column), self.tr("Bấm F2 để sửa")))))
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return judgement_icon(proof.evidence.state)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._judged(proof)}: {proof.name}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._judged(proof))
        if role == Qt.ItemDataRole.ForegroundRole and not proof.evidence.counts:
            return theme.quiet_colour()
        return None

    def _judged(self, proof: Proof) -> str:
        return proof.judged or self.tr("Chưa kiểm tra")

    def _proof_words(self, proof: Proof, column: int) -> str:
        if column == DOCUMENT:
            return proof.words
        typed = self._typed(proof, column)
        return typed and short(typed, LONGEST_NOTE)

    def _typed(self, proof: Proof, column: int) -> str:
        return getattr(proof.evidence, EDITABLE[column])

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
        if not self.proof(index):
            return GROUP_FLAGS
        return CELL_FLAGS if index.column() in EDITABLE else PROOF_FLAGS

    def mimeTypes(self) -> list[str]:
        return [mime.EVIDENCE, mime.DOCUMENTS, mime.FILES]

    def supportedDropActions(self) -> Qt.DropAction:
        return mime.ACTIONS

    def supportedDragActions(self) -> Qt.DropAction:
        return mime.ACTIONS

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        proofs = (self.proof(index) for index in indexes if index.column() == 0)
        return mime.of_evidence([proof.evidence.id for proof in proofs if proof])

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        return bool(self._shown.groups) and mime.is_known(data)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        group = self.group(parent)
        slot = group.slot if group else None
        if evidence := mime.evidence(data):
            self.evidence_dropped.emit(evidence, slot, action == Qt.DropAction.CopyAction)
        elif documents := mime.documents(data):
            self.documents_dropped.emit(documents, slot)
        else:
            self.files_dropped.emit(mime.files(data), slot)
        return True


def codes_words(evidence: Iterable[Evidence]) -> str:
    """Such as "1.2-01, 1.2-03"; what nobody has accepted yet has no code."""
    none = QCoreApplication.translate("EvidenceModel", "đề xuất")
    return few(dict.fromkeys(one.code or none for one in evidence))
