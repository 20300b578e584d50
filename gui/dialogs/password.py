"""Asks for the password of a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from core.errors import UserError
from gui.dialogs.asking import AskingDialog
from gui.widgets.parts import label, named, plain


class PasswordDialog(AskingDialog):
    """`typed(password)` comes for each try; whoever tries it calls `saved` or `show_error`."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("password", self.tr("Nhập mật khẩu"), parent)
        self.setMinimumWidth(420)
        self._password = named(QLineEdit(), "password", self.tr("Mật khẩu"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        shown = named(QCheckBox(self.tr("Hiện mật khẩu")), "password_shown")
        shown.toggled.connect(self._show_letters)
        self._password.textChanged.connect(self._on_edited)
        words = self.tr("Chỉ dùng để đọc tệp, giữ trong bộ nhớ đến khi đóng chương trình và không lưu lại ở đâu.")
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("Mật khẩu của “{name}”:").format(name=plain(name)), buddy=self._password))
        for widget in (self._password, shown, label(words, "quiet")):
            layout.addWidget(widget)
        self._open = self.add_buttons(layout, self.tr("Mở"), "password_open")
        self._open.setEnabled(False)

    def accept(self) -> None:
        self._open.setEnabled(False)
        self._password.setEnabled(False)
        self.typed.emit(self._password.text())

    def show_error(self, error: UserError) -> None:
        """Let the person try again."""
        super().show_error(error)
        self.adjustSize()
        self._password.setEnabled(True)
        self._password.selectAll()
        self._password.setFocus()

    def _show_letters(self, shown: bool) -> None:
        self._password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _on_edited(self, words: str) -> None:
        self.problem.hide()
        self._open.setEnabled(bool(words))
