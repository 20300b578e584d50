"""Asks why a file is not taken."""

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.widgets.parts import label, named


class RefuseDialog(QDialog):
    """`reason()` after it was accepted; the button is free only where there is one."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("refuse_dialog")
        self.setWindowTitle(self.tr("Từ chối"))
        self.setMinimumWidth(420)
        self._reason = named(QComboBox(), "refuse_reason", self.tr("Lý do"))
        self._reason.setEditable(True)
        self._reason.addItems(
            [
                self.tr("Không liên quan đến kỳ đánh giá"),
                self.tr("Bản nháp, chưa ban hành"),
                self.tr("Trùng với tài liệu khác"),
                self.tr("Sai năm"),
                self.tr("Không đọc được, cần quét lại"),
            ]
        )
        self._reason.setCompleter(None)  # pyright: ignore[reportArgumentType] - it would keep Enter to itself
        self._reason.lineEdit().selectAll()  # pyright: ignore[reportOptionalMemberAccess] - it is editable
        buttons = QDialogButtonBox()
        self._refuse = named(
            buttons.addButton(self.tr("Từ chối"), QDialogButtonBox.ButtonRole.AcceptRole), "refuse_confirm"
        )
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._reason.currentTextChanged.connect(lambda words: self._refuse.setEnabled(bool(words.strip())))
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("Vì sao không nhận %n tệp này?", "", count), buddy=self._reason))
        layout.addWidget(self._reason)
        layout.addWidget(label(self.tr("Tệp gốc trong thư mục theo dõi vẫn nguyên vẹn."), "quiet"))
        layout.addWidget(buttons)

    def reason(self) -> str:
        return self._reason.currentText().strip()
