"""Asks for the password of a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from core.errors import UserError
from gui.messages import message
from gui.widgets.parts import label, named


class PasswordDialog(QDialog):
    """`typed(password)` comes for each try; whoever tries it calls `accept` or `show_failure`."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("password_dialog")
        self.setWindowTitle(self.tr("Nhập mật khẩu"))
        self.setMinimumWidth(420)
        self._password = named(QLineEdit(), "password", self.tr("Mật khẩu"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        shown = named(QCheckBox(self.tr("Hiện mật khẩu")), "password_shown")
        shown.toggled.connect(self._show_letters)
        self._failure = named(label("", "warning"), "password_failure")
        self._failure.hide()
        buttons = QDialogButtonBox()
        self._open = named(buttons.addButton(self.tr("Mở"), QDialogButtonBox.ButtonRole.AcceptRole), "password_open")
        self._open.setEnabled(False)
        buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_typed)
        buttons.rejected.connect(self.reject)
        self._password.textChanged.connect(self._on_edited)
        words = self.tr("Chỉ dùng để đọc tệp, giữ trong bộ nhớ đến khi đóng chương trình và không lưu lại ở đâu.")
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("Mật khẩu của “{name}”:").format(name=name), buddy=self._password))
        for widget in (self._password, shown, self._failure, label(words, "quiet"), buttons):
            layout.addWidget(widget)

    def show_failure(self, error: UserError) -> None:
        """Say why it was not opened, and let the person try again."""
        self._failure.setText(message(error.code, error.facts))
        self._failure.show()
        self.adjustSize()
        self._password.setEnabled(True)
        self._password.selectAll()
        self._password.setFocus()

    def _show_letters(self, shown: bool) -> None:
        self._password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _on_edited(self, words: str) -> None:
        self._failure.hide()
        self._open.setEnabled(bool(words))

    def _on_typed(self) -> None:
        self._open.setEnabled(False)
        self._password.setEnabled(False)
        self.typed.emit(self._password.text())
