"""The facts of the appraisal, with the pattern of its evidence codes and what codes then look like."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from core.catalogue.moving import with_year
from core.catalogue.pattern import DEFAULT_PATTERN, check_pattern, format_code
from core.catalogue.records import YEARS, Appraisal
from core.errors import UserError
from gui.messages import message, translate
from gui.widgets.parts import WheelGuard, label, named

NO_YEAR = YEARS[0] - 1  # shown as a dash
EXAMPLE = ("1.1.2", 1)  # of a criterion and its first document


class AppraisalForm(QWidget):
    """`saved(dict)` gives what Criteria.edit_appraisal takes; `codes_wanted`: a look at the codes; `year_chosen(year)`:
    how much it would move is to be told to show_moves.
    """

    saved = Signal(dict)
    year_chosen = Signal(object)
    codes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appraisal: Appraisal | None = None
        self._lines = {
            name: named(QLineEdit(), name) for name in ("title", "organisation", "parent", "place", "code_pattern")
        }
        self._year = named(QSpinBox(), "year")
        self._year.setRange(NO_YEAR, YEARS[1])
        self._year.setSpecialValueText("–")
        self._year_before = NO_YEAR
        self._moving = named(QCheckBox(), "move_deadlines")
        self._moving.hide()
        self._schemes = named(QComboBox(), "code_schemes", self.tr("Mẫu mã thường dùng"))
        self._preview = named(label(""), "code_preview")
        self._save = named(QPushButton(self.tr("&Lưu kỳ đánh giá")), "save_appraisal")
        self._save.setProperty("role", "primary")
        WheelGuard(self).guard(self._year, self._schemes)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Tên kỳ đánh giá"), self._lines["title"])
        form.addRow(self.tr("Năm"), self._year)
        form.addRow("", self._moving)
        form.addRow(self.tr("Đơn vị"), self._lines["organisation"])
        form.addRow(self.tr("Cơ quan chủ quản"), self._lines["parent"])
        form.addRow(self.tr("Địa danh"), self._lines["place"])
        form.addRow(self.tr("Kiểu mã minh chứng"), self._schemes)
        form.addRow(self.tr("Mẫu mã"), self._lines["code_pattern"])
        self._codes = named(QPushButton(self.tr("Xem và đánh lại mã…")), "renumber_codes")
        self._codes.clicked.connect(self.codes_wanted)
        form.addRow("", self._preview)
        form.addRow("", self._codes)
        form.addRow("", self._save)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, pattern in (*known_schemes(), (self.tr("Kiểu khác: sửa mẫu ở dưới"), "")):
            self._schemes.addItem(words, pattern)
        for line in self._lines.values():
            line.textChanged.connect(self._update)
        self._year.valueChanged.connect(self._on_year)
        self._schemes.activated.connect(lambda: self._lines["code_pattern"].setText(self._schemes.currentData()))
        self._save.clicked.connect(self._save_all)
        self._update()

    def show_appraisal(self, appraisal: Appraisal) -> None:
        """What was typed and not saved stays."""
        if self._appraisal is not None and self._is_edited():
            return
        self._appraisal = appraisal
        for name, line in self._lines.items():
            line.setText(getattr(appraisal, name))
            line.setCursorPosition(0)
        with QSignalBlocker(self._year):
            self._year.setValue(appraisal.year or NO_YEAR)
        self._year_before = self._year.value()
        self._moving.hide()
        self._update()

    def accept_saved(self, appraisal: Appraisal) -> None:
        """Show what was saved, in place of what was typed."""
        self._appraisal = None
        self.show_appraisal(appraisal)

    def show_moves(self, count: int) -> None:
        """How many criteria the year that was chosen would move."""
        words = self.tr("Chuyển thời hạn và kỳ báo cáo của %n tiêu chí sang năm {year}", "", count)
        self._moving.setText(words.format(year=self._year.value()))
        self._moving.setChecked(count > 0)
        self._moving.setVisible(count > 0)

    def _on_year(self, year: int) -> None:
        """The title follows."""
        title = self._lines["title"]
        if year != NO_YEAR != self._year_before:
            title.setText(with_year(title.text(), self._year_before, year))
        self._year_before = year
        self._moving.hide()
        self.year_chosen.emit(self._fields()["year"])
        self._update()

    def _save_all(self) -> None:
        self.saved.emit({**self._fields(), "moving": self._moving.isVisible() and self._moving.isChecked()})

    def _fields(self) -> dict[str, str | int | None]:
        year = self._year.value()
        fields: dict[str, str | int | None] = {name: line.text().strip() for name, line in self._lines.items()}
        return {**fields, "year": None if year == NO_YEAR else year}

    def _is_edited(self) -> bool:
        fields = self._fields()
        return self._appraisal is not None and any(getattr(self._appraisal, name) != fields[name] for name in fields)

    def _update(self) -> None:
        pattern = self._lines["code_pattern"].text().strip()
        role, words = "quiet", ""
        try:
            check_pattern(pattern)
            words = self.tr("Ví dụ: {code}").format(code=format_code(pattern, *EXAMPLE))
        except UserError as error:
            role, words = "warning", message(error.code, error.facts)
        self._preview.setText(words)
        self._preview.setProperty("role", role)
        self._preview.style().polish(self._preview)
        known = self._schemes.findData(pattern)
        self._schemes.setCurrentIndex(known if known >= 0 else self._schemes.count() - 1)
        self._save.setEnabled(role == "quiet" and self._is_edited())


def known_schemes() -> list[tuple[str, str]]:
    """What kinds of codes are in use, and their patterns."""
    return [
        (translate("AppraisalForm", "1.1.2-01 (cải cách hành chính)"), DEFAULT_PATTERN),
        (translate("AppraisalForm", "H1-1.1-01 (kiểm định trường học đến 2025)"), "H1-{criterion}-{number:02}"),
        (translate("AppraisalForm", "MC.1.3.01 (kiểm định trường học từ 2026)"), "MC.{criterion}.{number:02}"),
    ]
