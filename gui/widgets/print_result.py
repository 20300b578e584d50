"""What was printed, what could not be, and what to do with it now."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from core.dossier.records import Omitted, Printed
from core.dossier.stick.records import Stick
from gui.messages import problem
from gui.widgets.parts import label, linked, named


class PrintResult(QWidget):
    """Hidden until something was printed, or could not be.

    `stick_wanted(is_zip)`, `paper_wanted()` and `seal_wanted()` are about what `printed` says; `open_requested`
    as of a page.
    """

    open_requested = Signal(str, str)
    notified = Signal(str, str, object)
    stick_wanted = Signal(bool)
    paper_wanted = Signal()
    seal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printed: Printed | None = None
        self._heading = label(self.tr("Kết quả"), "heading")
        self._words = linked("dossier_result", self.tr("Kết quả in"))
        self._omitted = linked("dossier_omitted", self.tr("Không in được đầy đủ"))
        self._handed_over = linked("dossier_handed_over", self.tr("Kết quả chép ra"))
        self._buttons = QWidget()
        self._build()
        self.clear()

    def clear(self) -> None:
        self.printed = None
        self.hide()

    def show_words(self, words: str) -> None:
        """Why nothing was printed."""
        self._show(f"<p>{escape(words)}</p>")
        for widget in (self._omitted, self._buttons):
            widget.hide()

    def show_printed(self, printed: Printed, can_seal: bool = True) -> None:
        self.printed = printed
        self._seal.setVisible(can_seal)
        words = self.tr("Đã in {pages} trang, {documents} tài liệu, {evidence} minh chứng.")
        pages = sum(file.pages for file in printed.files)
        counts = {"pages": pages, "documents": printed.documents, "evidence": printed.evidence}
        counted = QLocale().toString
        parts = [f"<p>{words.format_map({name: counted(count) for name, count in counts.items()})}</p>"]
        in_file = self.tr("{pages} trang")
        lines = [
            f'<a href="file:{number}">{escape(str(file.path))}</a> ({in_file.format(pages=counted(file.pages))})'
            for number, file in enumerate(printed.files)
        ]
        parts.append("".join(f"<p>{line}</p>" for line in lines))
        if not printed.same:
            words = self.tr("Số trang khác bản đã niêm phong: có bản gốc nay in ra khác trước.")
            parts.append(f"<p>{words}</p>")
        self._show("".join(parts))
        words = self.tr("Không in được đầy đủ %n tài liệu:", "", len(printed.omitted))
        whole = self.tr("Không tài liệu nào bị bỏ sót.")
        self._omitted.setText(_listed(words, printed.omitted) if printed.omitted else f"<p>{whole}</p>")
        for widget in (self._omitted, self._buttons):
            widget.show()

    def show_handed_over(self, stick: Stick) -> None:
        words = self.tr("Đã chép bộ hồ sơ gồm {count} tệp, {size} vào:")
        said = words.format(
            count=len(stick.files),
            size=QLocale().formattedDataSize(stick.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat),
        )
        line = f'<a href="stick:{escape(str(stick.path))}">{escape(str(stick.path))}</a>'
        if stick.omitted:
            rest = _listed(self.tr("Không chép bản gốc:"), stick.omitted)
        else:
            words = self.tr("Có đủ mọi bản gốc. Trên máy khác, hãy mở tệp index.html.")
            rest = f"<p>{words}</p>"
        self._handed_over.setText(f"<p>{said}</p><p>{line}</p>{rest}")
        self._handed_over.show()

    def show_sealed(self) -> None:
        """What was printed last bears a name now."""
        self._seal.hide()

    def _build(self) -> None:
        rows = QVBoxLayout(self._buttons)
        rows.setContentsMargins(0, 0, 0, 0)
        row, further = QHBoxLayout(), QHBoxLayout()
        for name, words, slot in (
            ("dossier_open", self.tr("Mở"), lambda: self._open(0)),
            ("dossier_open_folder", self.tr("Mở thư mục"), self._open_folder),
            ("dossier_paper", self.tr("In ra giấy…"), self.paper_wanted.emit),
        ):
            button = named(QPushButton(words), name)
            button.clicked.connect(slot)
            row.addWidget(button)
        copy = named(QPushButton(self.tr("Chép ra USB")), "dossier_copy")
        menu = QMenu(copy)
        for name, words, is_zip in (
            ("dossier_copy_folder", self.tr("Vào USB hoặc thư mục…"), False),
            ("dossier_copy_zip", self.tr("Vào một tệp zip…"), True),
        ):
            action = menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, is_zip=is_zip: self.stick_wanted.emit(is_zip))
        copy.setMenu(menu)
        self._seal = named(QPushButton(self.tr("Niêm phong…")), "dossier_seal")
        self._seal.clicked.connect(self.seal_wanted)
        for button in (copy, self._seal):
            further.addWidget(button)
        for line in (row, further):
            line.addStretch(1)
            rows.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._heading, self._words, self._buttons, self._handed_over, self._omitted):
            column.addWidget(widget)
        for words in (self._words, self._handed_over, self._omitted):
            words.linkActivated.connect(self._on_link)
        column.addSpacing(16)

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self._handed_over.hide()
        self.show()

    def _on_link(self, address: str) -> None:
        kind, _, key = address.partition(":")
        if kind == "file":
            self._open(int(key))
        elif kind == "stick":
            place = Path(key)
            _show_in_system(place if place.is_dir() else place.parent)
        else:
            self.open_requested.emit(kind, key)

    def _open(self, number: int) -> None:
        if self.printed and not _show_in_system(self.printed.files[number].path):
            self.notified.emit(self.tr("Máy này không có chương trình mở được tệp PDF."), "", None)

    def _open_folder(self) -> None:
        if self.printed:
            _show_in_system(self.printed.files[0].path.parent)


def _show_in_system(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _listed(head: str, omitted: Sequence[Omitted]) -> str:
    lines = "".join(
        f'<li><a href="document:{one.document_id}">{escape(one.name)}</a>: {escape(problem(one.reason))}</li>'
        for one in omitted
    )
    return f"<p>{head}</p><ul>{lines}</ul>"
