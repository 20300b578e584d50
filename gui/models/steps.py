"""The next things to do: ten at most, each leads to where it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QIcon

from core.catalogue.records import Criterion
from core.evidence.preflight import Finding
from core.evidence.records import Coverage, Row
from core.text import code_key
from gui.models.criteria import Filter
from gui.models.documents import date_words
from gui.models.findings import tell, where
from gui.models.indexes import TOP, Index
from gui.models.slot_words import short
from gui.models.totals import wanting_words
from gui.theme import icon, state_colour
from gui.widgets.states import judgement_icon, severity_icon, state_icon

TARGET_ROLE = Qt.ItemDataRole.UserRole + 12  # (kind, key) as Page.open_requested takes them
MOST = 10
MOST_WRONG = 3
LONGEST_TITLE = 90
ABOUT_WANTING = {"no_evidence", "slot_empty"}  # findings that the leaf itself is a step for


@dataclass(frozen=True)
class Step:
    """`when` is the deadline in words, red where it `is_late`."""

    picture: QIcon
    words: str
    unit: str
    when: str
    is_late: bool
    target: tuple[str, str]


def next_rows(coverage: Coverage) -> list[Row]:
    """Leaves that want something: the overdue ones first, then by date, then those without one."""
    wanting = [row for row in coverage.rows if row.state in ("missing", "partial")]
    return sorted(wanting, key=lambda row: (row.due is None, row.due or date.max, code_key(row.criterion.code)))


class StepsModel(QAbstractTableModel):
    """What came in, what is gravely wrong, what is missing by its day, what nobody has checked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()

    def load(self, coverage: Coverage, findings: Sequence[Finding], tree: Sequence[Criterion], arrivals: int) -> None:
        """`arrivals`: how many files wait in the inbox."""
        first = [self._arrived(arrivals)] if arrivals else []
        first += self._wrong(findings, tree)
        last = self._unchecked(coverage)
        wanting = [self._wanting(row) for row in next_rows(coverage)[: MOST - len(first) - len(last)]]
        self.beginResetModel()
        self._steps = (*first, *wanting, *last)
        self.endResetModel()

    def _arrived(self, count: int) -> Step:
        words = self.tr("Nhận {count} tệp mới trong hộp đến").format(count=count)
        return Step(icon("inbox"), words, "", "", False, ("page", "inbox"))

    def _wrong(self, findings: Sequence[Finding], tree: Sequence[Criterion]) -> list[Step]:
        grave = [one for one in findings if one.severity == "error" and one.code not in ABOUT_WANTING][:MOST_WRONG]
        told = tell(grave, {criterion.id: criterion for criterion in tree})
        words = self.tr("Sửa ngay")
        return [
            Step(
                severity_icon("error"),
                f"{short(one.place, LONGEST_TITLE)}\n{one.words}",
                one.unit,
                words,
                True,
                where(one.finding),
            )
            for one in told
        ]

    def _wanting(self, row: Row) -> Step:
        criterion = row.criterion
        words = f"{criterion.code} {short(criterion.title, LONGEST_TITLE)}\n{wanting_words(row)}"
        unit = criterion.lead_unit or self.tr("Chưa phân công")
        target = ("criterion", criterion.id)
        return Step(state_icon(row.state), words, unit, self._when(row), row.overdue, target)

    def _when(self, row: Row) -> str:
        if row.due is None:
            return row.criterion.deadline_text or self.tr("Không ghi hạn")
        return self.tr("Quá hạn {day}").format(day=date_words(row.due)) if row.overdue else date_words(row.due)

    def _unchecked(self, coverage: Coverage) -> list[Step]:
        count = len({one.id for row in coverage.rows for one in row.unchecked})
        words = self.tr("Kiểm tra {count} minh chứng chưa ai xem lại").format(count=count)
        target = ("criteria", Filter(mark="unchecked").to_key())
        return [Step(judgement_icon("accepted"), words, "", "", False, target)] if count else []

    # Qt's own names from here on

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Việc, phần còn thiếu"), self.tr("Phòng chủ trì"), self.tr("Hạn"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self._steps[index.row()]
        if role == TARGET_ROLE:
            return step.target
        if role == Qt.ItemDataRole.DisplayRole:
            return (step.words, step.unit, step.when)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return step.picture
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2 and step.is_late:
            return state_colour("missing")
        return None
