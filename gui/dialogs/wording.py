"""The words and the logo of an appraisal's dossier."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.dossier.wording import vietnamese
from core.dossier.wordings import Phrase
from core.text import fold
from core.workspace import Workspace
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import fit, label, named
from gui.widgets.problem import Problem

KEY = Qt.ItemDataRole.UserRole
LOGO_HEIGHT = 56
_WORDED = Changes(appraisal=True)


def load(workspace: Workspace) -> tuple[tuple[Phrase, ...], bytes]:
    """All phrases, and the logo as PNG."""
    return workspace.wordings.all(), vietnamese().but(workspace.wordings.words()).logo


class WordingDialog(QDialog):
    """What the appraisal says otherwise than the program stands in bold. Each change is kept when it is saved."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "wording_dialog")
        self.setWindowTitle(self.tr("Lời văn và biểu trưng của hồ sơ"))
        fit(self, 820, 620)
        self._wordings = workspace.wordings
        self._workspace = workspace
        self._tasks = tasks
        self._phrases: dict[str, Phrase] = {}
        self._sections: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        self._filter = named(QLineEdit(), "wording_filter", self.tr("Lọc lời văn"))
        self._filter.setPlaceholderText(self.tr("Lọc: muc luc, bìa…"))
        self._filter.setClearButtonEnabled(True)
        self._tree = named(QTreeWidget(), "wording_tree", self.tr("Lời văn"))
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setExpandsOnDoubleClick(False)  # one click does
        self._text = named(QPlainTextEdit(), "wording_text", self.tr("Lời văn đang sửa"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(84)
        self._default = named(label("", "quiet"), "wording_default")
        self._problem = Problem("wording_problem")
        self._save = named(QPushButton(self.tr("Lưu lời văn")), "wording_save")
        self._reset = named(QPushButton(self.tr("Lấy lại lời mặc định")), "wording_reset")
        self._picture = named(label("", "quiet"), "wording_logo")
        self._picture.setWordWrap(False)
        self._no_logo = named(QPushButton(self.tr("Bỏ biểu trưng")), "wording_no_logo")
        self._build()
        self._connect()
        self._filter.setFocus()
        self._reload()

    def _build(self) -> None:
        choose = named(QPushButton(self.tr("Chọn biểu trưng…")), "wording_choose_logo")
        choose.clicked.connect(self._choose_logo)
        close = QPushButton(self.tr("Đóng"))
        close.clicked.connect(self.accept)
        logo = QHBoxLayout()
        logo.addWidget(self._picture)
        for button in (choose, self._no_logo):
            logo.addWidget(button)
        logo.addStretch(1)
        buttons = QHBoxLayout()
        for button in (self._save, self._reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addLayout(logo)
        column.addWidget(self._filter)
        column.addWidget(self._tree, 1)
        for widget in (self._text, self._default, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the filter is no answer

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter)
        self._tree.currentItemChanged.connect(self._show_phrase)
        self._tree.itemClicked.connect(self._on_clicked)
        self._text.textChanged.connect(self._enable)
        self._save.clicked.connect(lambda: self._write(self._wordings.set, self._key(), self._text.toPlainText()))
        self._reset.clicked.connect(lambda: self._write(self._wordings.reset, self._key()))
        self._no_logo.clicked.connect(lambda: self._write(self._wordings.set_logo, None))

    def _section_words(self) -> dict[str, str]:
        return {
            "head": self.tr("Quốc hiệu, tiêu ngữ"),
            "cover": self.tr("Bìa"),
            "supplement": self.tr("Hồ sơ bổ sung"),
            "changes": self.tr("Những thay đổi"),
            "contents": self.tr("Mục lục"),
            "volume": self.tr("Tập"),
            "bookmark": self.tr("Dấu trang"),
            "blank": self.tr("Trang trắng"),
            "states": self.tr("Tình trạng minh chứng"),
            "places": self.tr("Tình trạng từng mục"),
            "results": self.tr("Kết quả đánh giá"),
            "summary": self.tr("Bảng tổng hợp"),
            "missing": self.tr("Danh mục còn thiếu"),
            "integrity": self.tr("Trang xác nhận toàn vẹn"),
            "evidence_list": self.tr("Danh mục minh chứng"),
            "field": self.tr("Tờ phân cách lĩnh vực"),
            "sheet": self.tr("Phiếu từng tiêu chí"),
            "proof": self.tr("Dòng minh chứng"),
            "stamp": self.tr("Dòng đóng trên mỗi trang"),
            "slip": self.tr("Tờ ghi chú thay tài liệu"),
            "omitted": self.tr("Tài liệu không in được, bị loại"),
            "reasons": self.tr("Lý do không in được"),
            "mail": self.tr("Thư điện tử"),
            "note": self.tr("Lời ghi trên trang"),
            "stick": self.tr("Bộ chép cho đoàn kiểm tra"),
            "signature": self.tr("Chữ ký"),
        }

    # --- showing

    def _reload(self) -> None:
        self._tasks.read(load, self._workspace, done=self._show, key=self)

    def _show(self, loaded: tuple[tuple[Phrase, ...], bytes]) -> None:
        phrases, logo = loaded
        current = self._key()
        self._phrases = {phrase.key: phrase for phrase in phrases}
        self._tree.clear()
        names, self._sections = self._section_words(), {}
        for phrase in phrases:
            if phrase.section not in self._sections:
                section = QTreeWidgetItem(self._tree, [names.get(phrase.section, phrase.section)])
                section.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._sections[phrase.section] = (section, [])
            section, items = self._sections[phrase.section]
            item = QTreeWidgetItem(section, [" ".join(phrase.text.split())])
            items.append(item)
            item.setData(0, KEY, phrase.key)
            font = item.font(0)
            font.setBold(phrase.text != phrase.default)
            item.setFont(0, font)
            if phrase.key == current:
                self._tree.setCurrentItem(item)
        self._show_logo(logo)
        self._on_filter(self._filter.text())
        self._show_phrase()

    def _show_logo(self, logo: bytes) -> None:
        picture = QPixmap()
        if picture.loadFromData(logo):
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaledToHeight(LOGO_HEIGHT, smooth))
        else:
            self._picture.setText(self.tr("Bìa chưa có biểu trưng."))
        self._no_logo.setVisible(bool(logo))

    def _on_filter(self, words: str) -> None:
        wanted = fold(words).split()
        for section, items in self._sections.values():
            for item in items:
                hay = fold(f"{section.text(0)} {item.text(0)}")
                item.setHidden(not all(word in hay for word in wanted))
            section.setHidden(all(item.isHidden() for item in items))
            section.setExpanded(bool(wanted) or section.isExpanded())

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item.childCount():
            item.setExpanded(not item.isExpanded())

    def _show_phrase(self) -> None:
        phrase = self._phrases.get(self._key())
        self._problem.hide()
        self._text.setPlainText(phrase.text if phrase else "")
        self._text.setEnabled(phrase is not None)
        default = self.tr("Mặc định: {words}").format(words=phrase.default) if phrase else ""
        self._default.setText(default or self.tr("Chọn một câu để sửa. Những chỗ trong ngoặc nhọn được điền khi in."))
        self._enable()

    def _key(self) -> str:
        item = self._tree.currentItem()
        return (item.data(0, KEY) or "") if item else ""

    def _enable(self) -> None:
        phrase = self._phrases.get(self._key())
        self._save.setEnabled(phrase is not None and self._text.toPlainText().strip() != phrase.text)
        self._reset.setEnabled(phrase is not None and phrase.text != phrase.default)

    # --- changing

    def _write(self, change: Callable[..., object], *arguments: object) -> None:
        self._problem.hide()
        self._tasks.write(
            change, *arguments, changes=_WORDED, done=lambda _: self._reload(), failed=self._problem.say_error
        )

    def _choose_logo(self) -> None:
        kinds = self.tr("Ảnh (*.png *.jpg *.jpeg *.bmp *.webp)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn biểu trưng"), "", kinds)
        if chosen:
            self._write(self._wordings.set_logo, Path(chosen))
