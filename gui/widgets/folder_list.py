"""The watched folders with how each is, and buttons to add and remove."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.intake.records import Folder, Passed
from gui.messages import problem
from gui.widgets.parts import WheelGuard, label, named, tip

KEY = Qt.ItemDataRole.UserRole
SHOWN_ROWS = 4
MOST_WAITING = 20


class FolderList(QWidget):
    """`add_wanted(Path)`, `remove_wanted(id, path)`, `look_wanted()`: what the person asks for.

    `change_wanted(id, observe, accepts_by_code)`: how the selected folder is to be watched.
    """

    add_wanted = Signal(Path)
    remove_wanted = Signal(str, Path)
    look_wanted = Signal()
    change_wanted = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Folder] = []
        self._tree = named(QTreeWidget(), "folders", self.tr("Thư mục theo dõi"))
        self._tree.setHeaderLabels([self.tr("Thư mục"), self.tr("Trạng thái")])
        self._tree.setRootIsDecorated(False)
        self._tree.setFixedHeight(SHOWN_ROWS * 34 + 34)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._add = named(QPushButton(self.tr("&Thêm thư mục…")), "add_folder")
        self._remove = named(QPushButton(self.tr("&Bỏ theo dõi")), "remove_folder")
        self._look = named(QPushButton(self.tr("&Xem ngay")), "look_now")
        self._waiting = named(label(""), "waiting_files", self.tr("Tệp đang chờ"))
        self._waiting.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._waiting.hide()
        buttons = QHBoxLayout()
        for button in (self._add, self._remove, self._look):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        words = self.tr("Tệp mới trong các thư mục này tự vào hộp đến. Chương trình chỉ đọc, không sửa gì ở đó.")
        layout.addWidget(label(words, "quiet"))
        layout.addWidget(self._tree)
        layout.addLayout(buttons)
        layout.addLayout(self._make_settings())
        layout.addWidget(self._waiting)
        self._add.clicked.connect(self.choose)
        self._remove.clicked.connect(self._on_remove)
        self._look.clicked.connect(self.look_wanted)
        self._tree.itemSelectionChanged.connect(self._update)
        self._update()

    def _make_settings(self) -> QHBoxLayout:
        self._observe = named(QComboBox(), "folder_observe", self.tr("Cách nhận biết tệp mới"))
        self._observe.addItem(self.tr("Tự chọn cách nhận biết tệp mới"), "automatic")
        self._observe.addItem(self.tr("Theo báo hiệu của hệ thống"), "native")
        self._observe.addItem(self.tr("Hỏi định kỳ, hợp với ổ mạng"), "polling")
        self._accepts = named(QCheckBox(self.tr("Tự nhận theo mã tiêu chí ở đầu tên")), "folder_accepts")
        self._accepts.setToolTip(
            self.tr("Tệp hoặc thư mục con có tên bắt đầu bằng mã tiêu chí được nhận ngay vào tiêu chí đó")
        )
        WheelGuard(self).guard(self._observe)
        self._observe.activated.connect(self._on_changed)
        self._accepts.clicked.connect(self._on_changed)
        row = QHBoxLayout()
        row.addWidget(self._observe)
        row.addWidget(self._accepts)
        row.addStretch()
        return row

    def show_folders(self, folders: Sequence[Folder]) -> None:
        selected = {item.data(0, KEY) for item in self._tree.selectedItems()}
        self._folders = list(folders)
        self._tree.clear()
        for folder in folders:
            item = QTreeWidgetItem(self._tree, [str(folder.path), self._state(folder)])
            item.setData(0, KEY, folder.id)
            item.setToolTip(0, tip(str(folder.path)))
            item.setSelected(folder.id in selected)
        self._update()

    def show_waiting(self, waiting: Sequence[Passed]) -> None:
        """The files that were seen but could not be taken yet, each with its reason."""
        head = self.tr("Đang chờ, sẽ xem lại sau mỗi phút:")
        lines = [f"• {one.path}: {problem(one.reason)}" for one in waiting[:MOST_WAITING]]
        if len(waiting) > MOST_WAITING:
            lines.append(self.tr("và %n tệp nữa", "", len(waiting) - MOST_WAITING))
        self._waiting.setText("\n".join([head, *lines]))
        self._waiting.setVisible(bool(waiting))

    def _state(self, folder: Folder) -> str:
        if folder.problem:
            return f"▲ {problem(folder.problem)}"
        if folder.looked_at is None:
            return self.tr("◌ sắp xem lần đầu")
        return self.tr("● đang theo dõi, xem lúc {time}").format(time=f"{folder.looked_at.astimezone():%H:%M %d/%m}")

    def choose(self) -> None:
        """Ask for a folder to be watched."""
        if path := QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục theo dõi")):
            self.add_wanted.emit(Path(path))

    def _on_remove(self) -> None:
        chosen = {item.data(0, KEY) for item in self._tree.selectedItems()}
        for folder in self._folders:
            if folder.id in chosen:
                self.remove_wanted.emit(folder.id, folder.path)

    def _on_changed(self) -> None:
        for folder in self._chosen():
            self.change_wanted.emit(folder.id, self._observe.currentData(), self._accepts.isChecked())

    def _chosen(self) -> list[Folder]:
        """The one that is selected, or the only one there is."""
        selected = {item.data(0, KEY) for item in self._tree.selectedItems()}
        return [folder for folder in self._folders if folder.id in selected] or self._folders[: len(self._folders) == 1]

    def _update(self) -> None:
        chosen = self._chosen()
        self._observe.setEnabled(bool(chosen))
        self._accepts.setEnabled(bool(chosen))
        if chosen:
            self._observe.setCurrentIndex(self._observe.findData(chosen[0].observe))
            self._accepts.setChecked(chosen[0].accepts_by_code)
        self._remove.setEnabled(bool(self._tree.selectedItems()))
        self._look.setEnabled(bool(self._folders))
