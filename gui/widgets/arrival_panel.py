"""The right side of the inbox: what was read from a file, the criteria it is for, and the decision."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.catalogue.records import Criterion
from core.evidence.suggest import Suggestion
from core.intake.records import Arrival, Beside
from core.library.records import Document
from core.library.twins import TwinKind
from core.reading.description import Description
from gui.messages import problem
from gui.widgets.criterion_picker import CriterionPicker
from gui.widgets.description_form import DescriptionForm
from gui.widgets.parts import WheelGuard, label, linked, named
from gui.widgets.suggestions import SuggestionList


class ArrivalPanel(QWidget):
    """Shows one arrival, or says how many are selected. `duplicate_wanted(id)`: show what has the same bytes.

    `buttons` decide on it; the page puts them where its actions are.
    """

    accepted = Signal()
    deferred = Signal()
    refused = Signal()
    reopened = Signal()
    duplicate_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrival: Arrival | None = None
        self._is_edited = False
        self._facts = named(label("", "quiet"), "arrival_facts")
        self._duplicate = linked("arrival_duplicate")
        self._duplicate.linkActivated.connect(self.duplicate_wanted)
        self._as_new = named(QCheckBox(self.tr("Nhận thành tài liệu mới")), "as_new")
        self._as_new.setToolTip(self.tr("Bỏ trống: thành bản mới của tài liệu đã có; bản trước vẫn được giữ"))
        self._beside = named(QComboBox(), "beside", self.tr("Tài liệu trùng số, ký hiệu"))
        WheelGuard(self).guard(self._beside)
        self._beside.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form = DescriptionForm()
        self.form.edited.connect(self._on_edited)
        scroll = named(QScrollArea(), "description_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        self.picker = CriterionPicker()
        self.suggestions = SuggestionList()
        self.suggestions.ticked.connect(self._on_ticked)
        self.picker.chosen_changed.connect(lambda: self.suggestions.set_chosen(self.picker.chosen()))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Minh chứng cho ti&êu chí"), "heading", self.picker))
        column.addWidget(self.suggestions)
        column.addWidget(self.picker, 1)
        parts = named(QSplitter(Qt.Orientation.Vertical), "arrival_parts")
        parts.addWidget(scroll)
        parts.addWidget(below)
        parts.setSizes([340, 240])
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._facts)
        layout.addWidget(self._duplicate)
        layout.addWidget(self._as_new)
        layout.addWidget(self._beside)
        layout.addWidget(parts, 1)
        self.buttons = self._make_buttons()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accepted)
        self.picker.accepted.connect(self.accepted)
        self.show_nothing()

    def show_arrival(self, arrival: Arrival, alike: Sequence[Document] = ()) -> None:
        """Show an arrival; what the person has typed about the same one stays.

        `alike`: the documents that it may be another copy of.
        """
        if self._arrival is None or arrival.id != self._arrival.id:
            self._is_edited = False
            self.picker.set_chosen(())
            self.picker.filter_edit.clear()
            self.suggestions.show_suggestions((), ())
            self._as_new.setChecked(False)
        if not self._is_edited:
            self.form.set_description(arrival.description, arrival.sources)
        self._arrival = arrival
        self.form.setEnabled(True)
        self._show_facts(arrival, alike)
        self._show_choices(alike)
        self._enable(1, arrival.state == "refused")

    def show_many(self, count: int, is_refused: bool) -> None:
        self._forget()
        self._facts.setText(self.tr("Đang chọn %n tệp: quyết định chung cho tất cả.", "", count))
        self._enable(count, is_refused)

    def show_suggestions(self, arrival_id: str, suggestions: Sequence[Suggestion]) -> None:
        """Offer criteria for an arrival, unless another one is shown by now."""
        if self._arrival is not None and arrival_id == self._arrival.id:
            self.suggestions.show_suggestions(suggestions, self.picker.chosen())

    def show_nothing(self) -> None:
        self._forget()
        self._facts.setText("")
        self._enable(0, is_refused=False)

    def edited_description(self) -> Description | None:
        """What the person has put into the form; None where nothing was changed by hand."""
        return self.form.description() if self._is_edited else None

    def is_as_new(self) -> bool:
        """Whether a changed file is to be a document of its own."""
        return self._as_new.isVisibleTo(self) and self._as_new.isChecked()

    def beside(self) -> Beside | None:
        """What the person made of the file and a document with the same number; None: nothing yet."""
        return self._beside.currentData() if self._beside.isVisibleTo(self) else None

    def set_criteria(self, tree: Sequence[Criterion]) -> None:
        self.picker.set_criteria(tree)

    def _make_buttons(self) -> QWidget:
        self._accept = named(QPushButton(self.tr("&Nhận")), "accept")
        self._accept.setProperty("role", "primary")
        self._accept.setToolTip(self.tr("Nhận vào thư viện và gắn vào các tiêu chí đã chọn (Enter)"))
        self._defer = named(QPushButton(self.tr("Để &sau")), "defer")
        self._refuse = named(QPushButton(self.tr("&Từ chối…")), "refuse")
        self._refuse.setToolTip(self.tr("Không nhận tệp này (Del). Tệp gốc trong thư mục vẫn nguyên."))
        self._reopen = named(QPushButton(self.tr("Đưa &lại hộp đến")), "reopen")
        self._accept.clicked.connect(self.accepted)
        self._defer.clicked.connect(self.deferred)
        self._refuse.clicked.connect(self.refused)
        self._reopen.clicked.connect(self.reopened)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._refuse, self._defer, self._reopen, self._accept):
            row.addWidget(button)
        return buttons

    def _forget(self) -> None:
        self._arrival = None
        self._is_edited = False
        self.form.set_description(Description())
        self.form.setEnabled(False)
        self.picker.set_chosen(())
        self.suggestions.show_suggestions((), ())
        self._duplicate.hide()
        self._as_new.hide()
        self._show_choices(())

    def _enable(self, count: int, is_refused: bool) -> None:
        for button in (self._accept, self._defer, self._refuse):
            button.setEnabled(count > 0)
            button.setVisible(not is_refused)
        self._reopen.setVisible(is_refused)
        self.picker.setEnabled(count > 0)
        self.suggestions.setEnabled(not is_refused)

    def _show_choices(self, alike: Sequence[Document]) -> None:
        """What the file may be; a choice that was made stays while the same documents are offered."""
        kinds: dict[TwinKind, str] = {
            "revision": self.tr("Nhận làm bản mới của {name}"),
            "signed_copy": self.tr("Nhận làm bản ký của {name}"),
            "other": self.tr("Là văn bản khác {name}"),
        }
        offered = [
            (words.format(name=document.name), Beside(document.id, kind))
            for document in alike
            for kind, words in kinds.items()
        ]
        before = [self._beside.itemData(row) for row in range(1, self._beside.count())]
        self._beside.setVisible(bool(alike))
        if before == [choice for _, choice in offered]:
            return
        self._beside.clear()
        self._beside.addItem(self.tr("Nhận riêng, quyết định sau"), None)
        for words, choice in offered:
            self._beside.addItem(words, choice)

    def _show_facts(self, arrival: Arrival, alike: Sequence[Document]) -> None:
        lines = [arrival.path]
        if not arrival.is_read:
            lines.append(self.tr("Đang đọc nội dung…"))
        lines += [self.tr("Lưu ý: {problem}.").format(problem=problem(code)) for code in arrival.problems]
        if arrival.state == "refused" and arrival.reason:
            lines.append(self.tr("Đã từ chối: {reason}").format(reason=problem(arrival.reason)))
        if arrival.entries:
            lines.append(self.tr("Tệp nén: nhận cả bộ ở đây, hoặc chọn từng tệp của bộ trong danh sách."))
        if arrival.superseded_by:
            lines.append(self.tr("Sau đó tệp đã được sửa; bản sau cũng có trong hộp đến."))
        # Without a place to break it, a long path would make the panel wider than its share of the window.
        self._facts.setText("\n".join(lines).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        words = self.tr("Trùng từng byte với một tệp đã có. Nhận cũng không tạo thêm tài liệu.")
        if arrival.revision_of:
            words = self.tr("Tệp này đã được nhận trước đây và nay đã sửa. Nhận thì thành bản mới của tài liệu đó.")
        known = arrival.duplicate_of or arrival.revision_of
        if alike:
            known = alike[0].id
            words = self.tr(
                "Có thể trùng với “{name}”: cùng số, ký hiệu, cơ quan ban hành nhưng là tệp khác. Cả hai đều được giữ."
            ).format(name=escape(alike[0].name))
        link = self.tr("Xem tệp đã có")
        self._duplicate.setText(f'{words} <a href="{known}">{link}</a>')
        self._duplicate.setVisible(bool(known))
        self._as_new.setVisible(bool(arrival.revision_of))

    def _on_ticked(self, criterion_id: str, on: bool) -> None:
        others = [key for key in self.picker.chosen() if key != criterion_id]
        self.picker.set_chosen([*others, criterion_id] if on else others)

    def _on_edited(self) -> None:
        self._is_edited = True
