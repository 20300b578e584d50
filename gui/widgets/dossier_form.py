"""What goes into a dossier and how: parts, order, photos, pictures, volumes, odd starts."""

from functools import partial
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.dossier.options import PARTS, Options, Part, PhotosPerPage, Preset
from gui.widgets.parts import WheelGuard, label, named

COLUMNS = 2
PAGES, MEGABYTES = 300, 20  # of a volume, until somebody says otherwise
LISTS = frozenset(PARTS) - {"documents"}


class DossierForm(QWidget):
    """`changed` comes with each choice by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: dict[Part, QCheckBox] = {
            part: named(QCheckBox(words), f"dossier_part_{part}") for part, words in self._part_words().items()
        }
        self._order = named(QComboBox(), "dossier_order")
        self._photos = named(QComboBox(), "dossier_photos")
        self._preset = named(QComboBox(), "dossier_preset")
        self._volumes = named(QComboBox(), "dossier_volumes", self.tr("Chia tập"))
        self._pages = named(QSpinBox(), "dossier_max_pages", self.tr("Số trang nhiều nhất của một tập"))
        self._megabytes = named(QDoubleSpinBox(), "dossier_max_megabytes", self.tr("Dung lượng nhiều nhất của một tập"))
        self._odd = named(QCheckBox(self.tr("Mỗi tài liệu bắt đầu ở trang lẻ (để in hai mặt)")), "dossier_odd_starts")
        self._fill()
        self._build()
        self.choose(Options())
        self._connect()

    def choose(self, options: Options) -> None:
        """As in these options."""
        for part, box in self._parts.items():
            box.setChecked(part in options.parts)
        for box, value in (
            (self._order, options.order),
            (self._photos, options.photos_per_page),
            (self._preset, options.preset),
        ):
            box.setCurrentIndex(box.findData(value))
        self._pages.setValue(options.max_pages or PAGES)
        self._megabytes.setValue(options.max_megabytes or MEGABYTES)
        self._volumes.setCurrentIndex(1 if options.max_pages else 2 if options.max_megabytes else 0)
        self._odd.setChecked(options.odd_starts)
        self._show_choice()

    def options(self) -> Options:
        by = self._volumes.currentIndex()
        return Options(
            parts=frozenset(part for part, box in self._parts.items() if box.isChecked()),
            order=self._order.currentData(),
            photos_per_page=self._photos.currentData(),
            preset=self._preset.currentData(),
            max_pages=self._pages.value() if by == 1 else None,
            max_megabytes=self._megabytes.value() if by == 2 else None,
            odd_starts=self._odd.isChecked(),
        )

    def _part_words(self) -> dict[Part, str]:
        return {
            "cover": self.tr("Bìa"),
            "contents": self.tr("Mục lục"),
            "summary": self.tr("Bảng tổng hợp"),
            "evidence_list": self.tr("Danh mục minh chứng"),
            "missing": self.tr("Danh mục còn thiếu, giải trình"),
            "omitted": self.tr("Danh mục không in được, bị loại"),
            "dividers": self.tr("Tờ phân cách lĩnh vực"),
            "sheets": self.tr("Phiếu từng tiêu chí"),
            "documents": self.tr("Các tài liệu minh chứng"),
            "integrity": self.tr("Trang xác nhận toàn vẹn"),
        }

    def _fill(self) -> None:
        self._order.addItem(self.tr("Theo tiêu chí"), "criterion")
        self._order.addItem(self.tr("Theo ngày ban hành"), "date")
        photos = {
            1: self.tr("Mỗi trang một ảnh"),
            2: self.tr("Mỗi trang hai ảnh"),
            4: self.tr("Mỗi trang bốn ảnh"),
        }
        presets = {
            "print": self.tr("Để in giấy: rõ nhất"),
            "screen": self.tr("Để xem trên máy: vừa"),
            "email": self.tr("Để gửi thư: nhẹ nhất"),
        }
        for count in get_args(PhotosPerPage):
            self._photos.addItem(photos[count], count)
        for preset in get_args(Preset):
            self._preset.addItem(presets[preset], preset)
        self._volumes.addItems(
            [self.tr("Một tập duy nhất"), self.tr("Chia tập theo số trang"), self.tr("Chia tập theo dung lượng")]
        )
        self._pages.setRange(10, 9999)
        self._pages.setSuffix(self.tr(" trang"))
        self._megabytes.setRange(1, 9999)
        self._megabytes.setDecimals(0)
        self._megabytes.setSuffix(self.tr(" MB"))

    def _build(self) -> None:
        every = named(QPushButton(self.tr("Đủ các phần")), "dossier_every_part")
        lists = named(QPushButton(self.tr("Chỉ bảng và danh mục")), "dossier_lists")
        every.clicked.connect(partial(self._tick, frozenset(PARTS)))
        lists.clicked.connect(partial(self._tick, LISTS))
        shortcuts = QHBoxLayout()
        for button in (every, lists):
            shortcuts.addWidget(button)
        shortcuts.addStretch(1)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        rows = -(-len(self._parts) // COLUMNS)
        for place, box in enumerate(self._parts.values()):
            grid.addWidget(box, place % rows, place // rows)
        volumes = QHBoxLayout()
        volumes.addWidget(self._volumes, 1)
        for box in (self._pages, self._megabytes):
            box.setMinimumHeight(self._volumes.sizeHint().height())
            volumes.addWidget(box)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("T&hứ tự"), self._order)
        form.addRow(self.tr("Ả&nh"), self._photos)
        form.addRow(self.tr("Độ &nét"), self._preset)
        form.addRow(label(self.tr("Tậ&p"), buddy=self._volumes), volumes)
        form.addRow("", self._odd)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Các phần"), "heading"))
        column.addLayout(grid)
        column.addLayout(shortcuts)
        column.addSpacing(10)
        column.addWidget(label(self.tr("Sắp xếp và trang"), "heading"))
        column.addLayout(form)

    def _connect(self) -> None:
        boxes = (self._order, self._photos, self._preset, self._volumes)
        WheelGuard(self).guard(*boxes, self._pages, self._megabytes)
        for box in boxes:
            box.currentIndexChanged.connect(self._on_change)
        for spin in (self._pages, self._megabytes):
            spin.valueChanged.connect(self._on_change)
        for tick in (*self._parts.values(), self._odd):
            tick.toggled.connect(self._on_change)

    def _tick(self, parts: frozenset[Part]) -> None:
        for part, box in self._parts.items():
            box.setChecked(part in parts)

    def _on_change(self) -> None:
        self._show_choice()
        self.changed.emit()

    def _show_choice(self) -> None:
        """What concerns the documents' pages is out of reach where none are printed."""
        has_documents = self._parts["documents"].isChecked()
        for widget in (self._order, self._photos, self._preset, self._odd):
            widget.setEnabled(has_documents)
        self._pages.setVisible(self._volumes.currentIndex() == 1)
        self._megabytes.setVisible(self._volumes.currentIndex() == 2)
