"""The criteria at the left of the evidence page: what to show of them, and the tree."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.catalogue.records import Criterion
from core.evidence.records import Coverage
from gui.messages import state as state_words
from gui.models.criteria import CRITERION_ROLE, MARKS, WANTING, CriteriaFilter, CriteriaModel, Filter
from gui.models.documents import date_words
from gui.theme import SHAPES
from gui.widgets.parts import label, named
from gui.widgets.states import state_icon
from gui.widgets.trees import DropTree, indexes, keep_open


class CriteriaPane(QWidget):
    """`criterion_chosen(id)`: another one became current, "" for none; `menu_wanted(point)` on the screen.

    `menu` hangs on a button, and is filled by whoever knows what can be done to a criterion.
    """

    criterion_chosen = Signal(str)
    menu_wanted = Signal(QPoint)
    enter_pressed = Signal()
    edit_wanted = Signal()
    mine_chosen = Signal(str)  # one's own unit, "" for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CriteriaModel(self)
        self._filtered = CriteriaFilter(self.model, self)
        self._current = ""
        self._mine = ""
        self._known_units: tuple[str, ...] = ()
        self.words = named(QLineEdit(), "criteria_words", self.tr("Lọc tiêu chí"))
        self.words.setPlaceholderText(self.tr("Lọc: 4.2 hoặc bien che"))
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.states = self._make_states()
        self.units = named(QComboBox(), "criteria_unit", self.tr("Phòng chủ trì"))
        self.marks = self._make_marks()
        self.mine = named(QToolButton(), "criteria_mine", self.tr("Phòng của tôi"))
        self._more = named(QPushButton(self.tr("Tiêu chí")), "criterion_menu_button")
        self._more.setToolTip(self.tr("Sửa, thêm, chuyển hoặc xoá tiêu chí"))
        self.menu = QMenu(self._more)
        self._more.setMenu(self.menu)
        self._shown = label("", "quiet")
        self._reset = named(QPushButton(self.tr("Bỏ lọc")), "criteria_reset")
        self._reset.clicked.connect(lambda: self.set_filter(Filter()))
        self.tree = named(DropTree(), "criteria_tree", self.tr("Cây tiêu chí"))
        self.tree.setModel(self._filtered)
        self.tree.setHeaderHidden(True)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._build()
        self._connect()

    def load(self, tree: Sequence[Criterion], coverage: Coverage) -> None:
        """Take over what the database holds; what is open, selected and filtered stays so."""
        current = self._current
        if (units := tuple(sorted(coverage.units))) != self._known_units:
            self._fill_units(units)
        if self.model.has_shape_of(tree):
            self.model.load(tree, coverage)
        else:
            keep_open(self.tree, lambda: self.model.load(tree, coverage), lambda index: index.data(CRITERION_ROLE).id)
        self._say_shown()
        if not self._select(current) and (first := self._first_leaf()).isValid():
            self.tree.setCurrentIndex(first)

    def current(self) -> Criterion | None:
        return self.model.criterion(self._current)

    def reveal(self, criterion_id: str) -> None:
        """Select a criterion, without the filter where that hides it."""
        if not self._index(criterion_id).isValid():
            self.set_filter(Filter())
        self._select(criterion_id)

    def set_filter(self, wanted: Filter) -> None:
        """Show what another page asked for."""
        blocked = [QSignalBlocker(widget) for widget in (self.words, self.states, self.marks, self.units)]
        self.words.setText(wanted.words)
        self.states.setCurrentIndex(max(self.states.findData(wanted.state), 0))
        if wanted.unit is not None and self.units.findData(wanted.unit) < 0:
            self._add_unit(wanted.unit)
        self.units.setCurrentIndex(self.units.findData(wanted.unit))
        self.marks.setCurrentIndex(max(self.marks.findData(wanted.mark), 0))
        del blocked
        self._apply(wanted)
        if (first := self._first_leaf()).isValid():
            self.tree.setCurrentIndex(first)

    def filter(self) -> Filter:
        return self._filtered.filter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the field into the tree."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            into_tree = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if into_tree:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            return into_tree
        return super().eventFilter(watched, event)

    def _make_states(self) -> QComboBox:
        states = named(QComboBox(), "criteria_state", self.tr("Tình trạng"))
        states.addItem(self.tr("Mọi tình trạng"), "")
        states.addItem(self.tr("Còn thiếu"), WANTING)
        for state in SHAPES:
            states.addItem(state_icon(state), state_words(state), state)
        return states

    def _make_marks(self) -> QComboBox:
        marks = named(QComboBox(), "criteria_mark", self.tr("Cần chú ý"))
        marks.addItem(self.tr("Lọc thêm…"), "")
        for mark in MARKS:
            marks.addItem(state_words(mark), mark)
        return marks

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.states, 1)
        row.addWidget(self.marks, 1)
        units = QHBoxLayout()
        units.addWidget(self.units, 1)
        units.addWidget(self.mine)
        for combo in (self.states, self.marks, self.units):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        shown = QHBoxLayout()
        shown.addWidget(self._shown, 1)
        shown.addWidget(self._reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self._more)
        column.addLayout(top)
        column.addLayout(row)
        column.addLayout(units)
        column.addLayout(shown)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_filter)
        self.states.currentIndexChanged.connect(self._on_filter)
        self.units.currentIndexChanged.connect(self._on_filter)
        self.marks.currentIndexChanged.connect(self._on_filter)
        self.mine.clicked.connect(self._on_mine)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.customContextMenuRequested.connect(
            lambda point: self.menu_wanted.emit(self.tree.viewport().mapToGlobal(point))
        )
        self.tree.enter_pressed.connect(self.enter_pressed)
        self.tree.edit_pressed.connect(self.edit_wanted)

    def set_mine(self, unit: str) -> None:
        """The unit of whoever sits here, "" for none: it stands first in the list, with a star."""
        self._mine = unit
        self._fill_units(self._known_units)

    def _fill_units(self, units: Sequence[str]) -> None:
        wanted = self._filtered.filter.unit
        self._known_units = tuple(units)
        with QSignalBlocker(self.units):
            self.units.clear()
            self.units.addItem(self.tr("Mọi phòng chủ trì"), None)
            for unit in sorted(units, key=lambda unit: unit != self._mine):
                self._add_unit(unit)
            self.units.setCurrentIndex(max(self.units.findData(wanted), 0))
        self._show_mine()

    def _add_unit(self, unit: str) -> None:
        star = "★ " if unit and unit == self._mine else ""
        self.units.addItem(star + (unit or self.tr("Chưa phân công")), unit)

    def _show_mine(self) -> None:
        """The star is pressed where the unit in view is one's own."""
        unit = self.units.currentData()
        self.mine.setText("★" if unit and unit == self._mine else "☆")
        self.mine.setEnabled(bool(unit or self._mine))
        if not unit:
            words = self.tr("Chỉ xem phòng của tôi")
        elif unit == self._mine:
            words = self.tr("Đây là phòng của tôi; bấm để bỏ dấu")
        else:
            words = self.tr("Đặt phòng đang chọn là phòng của tôi")
        self.mine.setToolTip(words)

    def _on_mine(self) -> None:
        unit = self.units.currentData()
        if not unit:
            self.units.setCurrentIndex(self.units.findData(self._mine))
            return
        self.set_mine("" if unit == self._mine else unit)
        self.mine_chosen.emit(self._mine)

    def _on_filter(self) -> None:
        self._apply(
            replace(
                self._filtered.filter,
                words=self.words.text(),
                state=self.states.currentData(),
                unit=self.units.currentData(),
                mark=self.marks.currentData(),
            )
        )

    def _apply(self, wanted: Filter) -> None:
        current = self._current
        self._filtered.set_filter(wanted)
        self.tree.expandAll()
        self._say_shown()
        if not self._select(current):
            first = self._first_leaf()
            self.tree.setCurrentIndex(first)
            self._on_current(first)  # the view does not always tell when its last row goes

    def _say_shown(self) -> None:
        wanted = self._filtered.filter
        words = [self.tr("{count} tiêu chí").format(count=self._filtered.count())]
        if within := self.model.criterion(wanted.within):
            words.append(self.tr("trong {code}").format(code=within.code))
        if wanted.due == "none":
            words.append(self.tr("không ghi hạn"))
        elif wanted.due:
            words.append(self.tr("hạn {day}").format(day=date_words(date.fromisoformat(wanted.due))))
        self._shown.setText(", ".join(words))
        self._show_mine()
        self._reset.setVisible(wanted != Filter())

    def _index(self, criterion_id: str) -> QModelIndex:
        return self._filtered.mapFromSource(self.model.index_of(criterion_id))

    def _select(self, criterion_id: str) -> bool:
        index = self._index(criterion_id)
        if index.isValid() and index != self.tree.currentIndex():  # else it stays wherever it was scrolled to
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        return index.isValid()

    def _first_leaf(self) -> QModelIndex:
        shown = indexes(self.tree)
        return next((index for index in shown if index.data(CRITERION_ROLE).is_leaf), QModelIndex())

    def _on_current(self, current: QModelIndex) -> None:
        criterion: Criterion | None = current.data(CRITERION_ROLE) if current.isValid() else None
        self._current = criterion.id if criterion else ""
        self.criterion_chosen.emit(self._current)
