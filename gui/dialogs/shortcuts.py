"""The keys: all work can be done without a mouse."""

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gui.widgets.parts import fit, named


class ShortcutsDialog(QDialog):
    """F1; closed with Escape or Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "shortcuts_dialog")
        self.setWindowTitle(self.tr("Phím tắt"))
        fit(self, 620, 620)
        text = named(QTextBrowser(), "shortcuts_text", self.tr("Phím tắt"))
        text.setHtml("".join(self._section(*section) for section in self._sections()))
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(text, 1)
        column.addWidget(buttons)

    def _section(self, title: str, keys: tuple[tuple[str, str], ...]) -> str:
        rows = "".join(
            f'<tr><td style="padding:3px 18px 3px 0"><b>{escape(key)}</b></td><td style="padding:3px 0">{escape(words)}'
            "</td></tr>"
            for key, words in keys
        )
        return f"<h4>{escape(title)}</h4><table>{rows}</table>"

    def _sections(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return (
            (
                self.tr("Ở mọi trang"),
                (
                    ("Ctrl+1 … Ctrl+9", self.tr("Chuyển trang")),
                    ("Ctrl+K", self.tr("Tìm tiêu chí, tài liệu")),
                    ("Ctrl+Z · Ctrl+Y", self.tr("Hoàn tác · làm lại")),
                    ("Tab · Shift+Tab", self.tr("Sang phần sau · phần trước của trang")),
                    ("F1", self.tr("Bảng phím tắt này")),
                ),
            ),
            (
                self.tr("Hộp đến"),
                (
                    ("1 … 5", self.tr("Chọn tiêu chí được gợi ý")),
                    ("Enter", self.tr("Nhận tệp")),
                    ("Delete", self.tr("Từ chối tệp")),
                ),
            ),
            (
                self.tr("Minh chứng: cây tiêu chí"),
                (
                    ("Enter", self.tr("Sang danh sách minh chứng của tiêu chí")),
                    ("F2", self.tr("Sửa tiêu chí")),
                    (
                        "Ctrl+L",
                        self.tr("Tìm tài liệu để gắn; Enter trên tài liệu là gắn, chọn nhiều bằng Shift hoặc Ctrl"),
                    ),
                    ("Ctrl+V", self.tr("Dán minh chứng, tài liệu hoặc tệp vào tiêu chí")),
                    (self.tr("Alt+C · Alt+G · Alt+V"), self.tr("Thẻ Minh chứng · Đánh giá · Vướng mắc")),
                ),
            ),
            (
                self.tr("Minh chứng: danh sách của tiêu chí"),
                (
                    ("Enter", self.tr("Mở tài liệu; trên một mục: tìm tài liệu cho mục đó")),
                    ("F2", self.tr("Sửa số trang, ghi chú; trên một mục: sửa mục, tỷ lệ đạt được")),
                    ("Ctrl+D", self.tr("Đã kiểm tra, hoặc bỏ kết luận đó")),
                    ("Ctrl+Shift+D", self.tr("Loại khỏi minh chứng, có lý do")),
                    ("Ctrl+C · Ctrl+X · Ctrl+V", self.tr("Sao chép · cắt · dán minh chứng sang mục, tiêu chí khác")),
                    ("Ctrl+A · Shift+↓", self.tr("Chọn tất cả · chọn nhiều")),
                    ("Delete", self.tr("Gỡ khỏi tiêu chí")),
                    ("Shift+F10", self.tr("Trình đơn của dòng đang chọn")),
                ),
            ),
            (
                self.tr("Kéo bằng chuột"),
                (
                    (self.tr("Kéo"), self.tr("Chuyển minh chứng sang mục hoặc tiêu chí khác")),
                    (self.tr("Ctrl + kéo"), self.tr("Dùng thêm ở đó, chỗ cũ vẫn giữ")),
                    (self.tr("Kéo tệp từ Explorer"), self.tr("Thêm tệp vào thư viện và gắn vào nơi thả")),
                ),
            ),
            (
                self.tr("Lịch hạn, Soi trước kiểm tra"),
                (
                    ("Enter", self.tr("Đến chỗ cần làm")),
                    ("F2", self.tr("Đặt ngày hạn")),
                    ("Ctrl+C", self.tr("Chép các dòng đang chọn")),
                ),
            ),
        )
