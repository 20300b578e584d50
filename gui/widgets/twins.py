"""Says which documents have the same number, notation and issuer, and takes what the clerk makes of it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.library.twins import Twin
from gui.widgets.parts import linked


class TwinsView(QWidget):
    """`decided(other_id, kind)`: the document shown is that of the other one; kind "" takes a decision back."""

    decided = Signal(str, str)
    open_requested = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = linked(f"{name}_warning", self.tr("Có thể trùng"), "warning")
        self._known = linked(f"{name}_twins", self.tr("Bản khác của văn bản này"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._open, self._known):
            part.linkActivated.connect(self._on_link)
            column.addWidget(part)

    def show_twins(self, twins: Sequence[Twin]) -> None:
        """Those that nobody has decided on as a warning, the others in a quiet line."""
        self._open.setText("<br>".join(self._question(one) for one in twins if one.kind is None))
        self._known.setText("<br>".join(self._answer(one) for one in twins if one.kind not in (None, "other")))
        self._open.setVisible(bool(self._open.text()))
        self._known.setVisible(bool(self._known.text()))
        self.setVisible(bool(self._open.text() or self._known.text()))

    def _question(self, one: Twin) -> str:
        words = self.tr("Có thể trùng với {link}: cùng số, ký hiệu và cơ quan ban hành. Tài liệu này là: {choices}")
        choices = {
            "revision": self.tr("bản mới"),
            "signed_copy": self.tr("bản ký"),
            "other": self.tr("văn bản khác"),
        }
        links = [f'<a href="{kind}:{one.document.id}">{said}</a>' for kind, said in choices.items()]
        return words.format(link=_link(one), choices=" · ".join(links))

    def _answer(self, one: Twin) -> str:
        words = {
            ("revision", False): self.tr("Bản mới của {link}"),
            ("revision", True): self.tr("Đã có bản mới: {link}"),
            ("signed_copy", False): self.tr("Bản ký của {link}"),
            ("signed_copy", True): self.tr("Bản ký: {link}"),
        }[str(one.kind), one.is_later]
        back = self.tr("Bỏ")
        return f'{words.format(link=_link(one))} · <a href=":{one.document.id}">{back}</a>'

    def _on_link(self, address: str) -> None:
        kind, _, key = address.partition(":")
        if kind == "document":
            self.open_requested.emit(kind, key)
        else:
            self.decided.emit(key, kind)


def _link(one: Twin) -> str:
    return f'<a href="document:{one.document.id}">{escape(one.document.name)}</a>'
