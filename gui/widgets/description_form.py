"""The form of a document's description (Nghị định 30/2020/NĐ-CP, Appendix VI)."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.reading.description import LETTER, TYPES, Description
from core.reading.sources import Sources
from core.text import squeeze
from gui.source_words import source_words
from gui.theme import state_colour
from gui.widgets.parts import WheelGuard, named, tip
from gui.widgets.parts import label as make_label

DATE_FORMATS = ("d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "ddMMyyyy")
OLDEST_YEAR = 1900


def parse_date(words: str) -> date | None:
    """A day as people type it (05/01/2023, 5-1-2023, 05012023); None for anything else."""
    for pattern in DATE_FORMATS:
        day = QDate.fromString(words.strip(), pattern)
        if day.isValid() and day.year() >= OLDEST_YEAR:
            return date(day.year(), day.month(), day.day())
    return None


class DateField(QWidget):
    """A day typed as dd/mm/yyyy; what cannot be read is marked with a sentence and counts as empty."""

    edited = Signal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = named(QLineEdit(), name, label)
        self._edit.setMaxLength(10)
        self._edit.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self._edit.setMaximumWidth(self._edit.fontMetrics().horizontalAdvance("0") * 14)
        self._hint = make_label(self.tr("Không đọc được ngày này. Gõ ngày/tháng/năm."), "warning")
        self._hint.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)
        row.addWidget(self._hint, 1)
        row.addStretch()
        self.setFocusProxy(self._edit)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.editingFinished.connect(self._mark)

    def day(self) -> date | None:
        return parse_date(self._edit.text())

    def set_day(self, day: date | None) -> None:
        self._edit.setText(f"{day:%d/%m/%Y}" if day else "")
        self._mark()

    def is_readable(self) -> bool:
        """True where it is empty or a day."""
        return not self._edit.text().strip() or self.day() is not None

    def _on_edited(self) -> None:
        self._hint.hide()
        self.edited.emit()

    def _mark(self) -> None:
        self._hint.setVisible(not self.is_readable())


class DescriptionForm(QWidget):
    """All fields of a description. `edited` comes with each change by hand, never from set_description.

    Where a field was read stands in its tool tip; one that is not sure has a question mark until somebody writes in it.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = Description()
        self._advice = make_label(self.tr("Mục có dấu ? nên đối chiếu với bản gốc."), "quiet")
        self._advice.hide()
        self._form = QFormLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._advice)
        column.addLayout(self._form)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._lines: dict[str, QLineEdit] = {}
        self._dates: dict[str, DateField] = {}
        self._fields: dict[str, QWidget] = {}
        self._labels: dict[str, tuple[QLabel, str]] = {}
        self._unsure: set[str] = set()
        self._add_symbol()
        self._add_date("issued_on", self.tr("Ngày ban hành"))
        self._type = self._make_type()
        self._add_line("issuer", self.tr("Cơ quan ban hành"))
        self._add_line("parent_issuer", self.tr("Cơ quan chủ quản"))
        self._subject = self._add_text("subject", self.tr("Trích yếu"), lines=4)
        self._add_line("signer", self.tr("Người ký"))
        self._add_line("signer_post", self.tr("Chức vụ"))
        self._add_date("arrived_on", self.tr("Ngày đến"))
        self._add_date("valid_from", self.tr("Có hiệu lực từ"))
        self._add_date("valid_to", self.tr("Có hiệu lực đến"))
        self._note = self._add_text("note", self.tr("Ghi chú"), lines=2)

    def set_description(self, description: Description, sources: Sources | None = None) -> None:
        """Show a description; `sources`: where its fields come from."""
        self._kept = description
        with QSignalBlocker(self):
            for name, line in self._lines.items():
                line.setText(getattr(description, name) or "")
                line.setCursorPosition(0)
            for name, field in self._dates.items():
                field.set_day(getattr(description, name))
            self._type.setCurrentText(description.type or "")
            self._subject.setPlainText(description.subject or "")
            self._note.setPlainText(description.note or "")
        self._show_sources(sources or {})

    def description(self) -> Description:
        """As it stands in the form; empty fields and days that cannot be read are None."""
        values: dict[str, str | date | None] = {
            name: squeeze(line.text()) or None for name, line in self._lines.items()
        }
        values |= {name: field.day() for name, field in self._dates.items()}
        values["type"] = squeeze(self._type.currentText()) or None
        values["subject"] = squeeze(self._subject.toPlainText()) or None
        values["note"] = self._note.toPlainText().strip() or None
        return replace(self._kept, **values)

    def _show_sources(self, sources: Sources) -> None:
        self._unsure = {name for name, one in sources.items() if not one.is_sure}
        for name, field in self._fields.items():
            words = source_words(sources[name]) if name in sources else ""
            field.setToolTip(tip(words))
            field.setAccessibleDescription(words)
        self._mark()

    def _mark(self) -> None:
        colour = state_colour("partial").name()
        doubtful = {self._labels[name][0] for name in self._unsure if name in self._labels}
        for label, words in self._labels.values():
            label.setText(f'{words} <b style="color: {colour}">?</b>' if label in doubtful else words)
        self._advice.setVisible(bool(doubtful))

    def _on_edited(self, name: str) -> None:
        if name in self._unsure:
            self._unsure.remove(name)
            self._mark()
        self.edited.emit()

    def _remember(self, name: str, field: QWidget, label: QLabel) -> None:
        self._fields[name] = field
        self._labels[name] = (label, label.text())

    def is_readable(self) -> bool:
        """False while a day in the form cannot be read."""
        return all(field.is_readable() for field in self._dates.values())

    def _add_symbol(self) -> None:
        number = named(QLineEdit(), "number", self.tr("Số"))
        number.setMaxLength(11)
        number.setMaximumWidth(number.fontMetrics().horizontalAdvance("0") * 8)
        notation = named(QLineEdit(), "notation", self.tr("Ký hiệu"))
        notation.setMaxLength(30)
        row = QHBoxLayout()
        row.addWidget(number)
        row.addWidget(QLabel("/"))
        row.addWidget(notation, 1)
        label = QLabel(self.tr("Số, ký hiệu"))
        label.setBuddy(number)
        self._form.addRow(label, row)
        self._lines |= {"number": number, "notation": notation}
        for name, line in (("number", number), ("notation", notation)):
            line.textEdited.connect(lambda _, name=name: self._on_edited(name))
            self._remember(name, line, label)

    def _make_type(self) -> QComboBox:
        combo = named(QComboBox(), "type", self.tr("Loại văn bản"))
        combo.setEditable(True)
        WheelGuard(self).guard(combo)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(["", *sorted({*TYPES.values(), LETTER})])
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.currentTextChanged.connect(lambda: self._on_edited("type"))
        self._add_row("type", self.tr("Loại văn bản"), combo)
        return combo

    def _add_line(self, name: str, label: str) -> None:
        line = named(QLineEdit(), name, label)
        line.textEdited.connect(lambda: self._on_edited(name))
        self._add_row(name, label, line)
        self._lines[name] = line

    def _add_date(self, name: str, label: str) -> None:
        field = DateField(name, label)
        field.edited.connect(lambda: self._on_edited(name))
        self._add_row(name, label, field)
        self._dates[name] = field

    def _add_text(self, name: str, label: str, lines: int) -> QPlainTextEdit:
        text = named(QPlainTextEdit(), name, label)
        text.setTabChangesFocus(True)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + 12)
        text.textChanged.connect(lambda: self._on_edited(name))
        self._add_row(name, label, text)
        return text

    def _add_row(self, name: str, words: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        self._form.addRow(label, field)
        self._remember(name, field.focusProxy() or field, label)
