"""Look at a printed dossier and bring it, or some of its pages, onto paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.dossier.records import Printed, PrintedFile
from core.errors import UserError
from core.evidence.pages import page_numbers
from core.reading.media import PDF
from core.workspace import Workspace
from gui.messages import message
from gui.tasks import TaskRunner
from gui.widgets.parts import fit, label, named
from gui.widgets.preview import Preview
from gui.widgets.problem import Problem

SIDE = 300


class PaperDialog(QDialog):
    """`wanted(file, pages, printer)`: these pages (from 0) of this file are to go to this printer."""

    wanted = Signal(object, object, object)

    def __init__(
        self, workspace: Workspace, tasks: TaskRunner, printed: Printed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paper_dialog")
        self.setWindowTitle(self.tr("In hồ sơ ra giấy"))
        fit(self, 940, 680)
        self._files = printed.files
        self._is_duplex = printed.matter.options.odd_starts
        self._preview = Preview(workspace, tasks)
        self._volume = named(QComboBox(), "paper_volume", self.tr("Tập"))
        self._volume.addItems([file.path.name for file in self._files])
        self._volume.setVisible(len(self._files) > 1)
        self._all = named(QRadioButton(self.tr("Tất cả các trang")), "paper_all")
        self._this = named(QRadioButton(self.tr("Trang đang xem")), "paper_this")
        self._some = named(QRadioButton(self.tr("Các trang:")), "paper_some")
        self._range = named(QLineEdit(), "paper_range", self.tr("Các trang"))
        self._range.setPlaceholderText(self.tr("ví dụ 1-5, 9"))
        self._problem = Problem("paper_problem")
        self._count = named(label(""), "paper_count")
        self._go = named(QPushButton(self.tr("Chọn máy in…")), "paper_go")
        self._go.setProperty("role", "primary")
        self._build()
        self._all.setChecked(True)
        self._show_file()

    def pages(self) -> Sequence[int]:
        """Those that are chosen, from 0. Raises UserError: "pages_unreadable", "pages_not_there"."""
        file = self._file()
        if self._all.isChecked():
            return range(file.pages)
        if self._this.isChecked():
            return [self._preview.page]
        wanted = page_numbers(self._range.text())
        last = file.first + file.pages - 1
        if any(not file.first <= page <= last for page in wanted):
            raise UserError("pages_not_there", first=file.first, last=last)
        return [page - file.first for page in wanted]

    def _file(self) -> PrintedFile:
        return self._files[max(self._volume.currentIndex(), 0)]

    def _build(self) -> None:
        close = QPushButton(self.tr("Đóng"))
        close.clicked.connect(self.reject)
        side = QWidget()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.addWidget(self._volume)
        column.addWidget(label(self.tr("In những trang nào"), "heading"))
        for widget in (self._all, self._this, self._some, self._range, self._problem, self._count):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(label(self._advice(), "quiet"))
        column.addStretch(1)
        column.addWidget(self._go)
        column.addWidget(close)
        row = QHBoxLayout(self)
        row.addWidget(self._preview, 1)
        row.addWidget(side)
        self._go.setDefault(True)  # it has to be in the dialog by then
        self._volume.currentIndexChanged.connect(self._show_file)
        for choice in (self._all, self._this, self._some):
            choice.toggled.connect(self._check)
        self._range.textEdited.connect(lambda: self._some.setChecked(True))
        self._range.textChanged.connect(self._check)
        self._preview.turned.connect(self._check)
        self._go.clicked.connect(self._choose_printer)

    def _advice(self) -> str:
        if self._is_duplex:
            return self.tr("Hồ sơ này có sẵn trang trắng để in hai mặt: mỗi tài liệu bắt đầu ở mặt trước của tờ giấy.")
        return self.tr(
            "Để in hai mặt mà mỗi tài liệu bắt đầu ở một tờ mới, hãy in lại hồ sơ với mục “Mỗi tài liệu bắt đầu ở "
            "trang lẻ”."
        )

    def _show_file(self) -> None:
        file = self._file()
        self._preview.show_file(file.path, PDF, file.pages)
        self._check()

    def _check(self) -> None:
        """Say what will be printed, or why that cannot be."""
        problem = ""
        try:
            pages = self.pages()
            sheets = -(-len(pages) // 2) if self._is_duplex else len(pages)
            self._count.setText(self.tr("{pages} trang, {sheets} tờ A4").format(pages=len(pages), sheets=sheets))
        except UserError as error:
            problem = message(error.code, error.facts) if self._range.text().strip() else ""
            self._count.clear()
        self._problem.say(problem)
        self._go.setEnabled(bool(self._count.text()))

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(self._file().path.name)
        if self._is_duplex:
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        pages = self.pages()
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)  # it was chosen here
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_printer(pages, printer))
        QDialog.open(dialog)  # that of a print dialog wants a slot

    def _on_printer(self, pages: Sequence[int], printer: QPrinter) -> None:
        self.wanted.emit(self._file(), pages, printer)
        self.accept()
