"""What a document replaces, what replaced it, which report tells of it; and the files that it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.library.records import Document, Revision
from core.library.relations import Relation
from core.workspace import Workspace
from gui.models.documents import date_words, full_words
from gui.widgets.parts import linked


@dataclass(frozen=True)
class Related:
    """`proposed`: what the document's own text says; `revisions`: all files that it was."""

    known: tuple[Relation, ...]
    proposed: tuple[Relation, ...]
    revisions: tuple[Revision, ...]


def load_related(workspace: Workspace, document: Document) -> Related:
    relations = workspace.relations
    known, proposed = relations.of_document(document.id), relations.proposed(document.id)
    return Related(tuple(known), tuple(proposed), tuple(workspace.documents.revisions(document.id)))


class RelationsView(QWidget):
    """`related` and `unrelated(document id, kind, other id)`; `ask_wanted`: a relation to a document to be chosen."""

    related = Signal(str, str, str)
    unrelated = Signal(str, str, str)
    ask_wanted = Signal()
    open_requested = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document_id = ""
        self._words = linked(f"{name}_relations", self.tr("Quan hệ với văn bản khác"))
        self._words.linkActivated.connect(self._on_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)

    def show_related(self, document: Document, related: Related) -> None:
        self._document_id = document.id
        lines = [*self._known(related), *self._proposed(related), *self._revisions(related)]
        ask = self.tr("Ghi quan hệ với văn bản khác…")
        lines.append(f'<a href="ask:">{ask}</a>')
        self._words.setText("<br>".join(lines))

    def _known(self, related: Related) -> Iterator[str]:
        for one in related.known:
            is_first = one.document.id == self._document_id
            words = {
                ("replaces", True): self.tr("Thay thế {link}"),
                ("replaces", False): self.tr("Đã bị thay thế bởi {link}"),
                ("reports_on", True): self.tr("Báo cáo kết quả thực hiện {link}"),
                ("reports_on", False): self.tr("Báo cáo kết quả: {link}"),
            }[one.kind, is_first]
            said = words.format(link=_link(one.other if is_first else one.document))
            back = self.tr("Bỏ")
            yield f'{said} · <a href="drop:{_address(one)}">{back}</a>'

    def _proposed(self, related: Related) -> Iterator[str]:
        for one in related.proposed:
            words = {
                "replaces": self.tr("Văn bản ghi là thay thế {link}"),
                "reports_on": self.tr("Văn bản ghi là báo cáo kết quả {link}"),
            }[one.kind]
            note = self.tr("Ghi nhận")
            yield f'{words.format(link=_link(one.other))} · <a href="take:{_address(one)}">{note}</a>'

    def _revisions(self, related: Related) -> Iterator[str]:
        if len(related.revisions) > 1:
            *older, current = related.revisions
            words = self.tr("Đang dùng bản {number}, nhận ngày {day}. Còn giữ: {older}")
            day = date_words(current.added_at.astimezone().date())
            yield escape(words.format(number=current.number, day=day, older=", ".join(one.name for one in older)))

    def _on_link(self, address: str) -> None:
        kind, _, key = address.partition(":")
        if kind == "ask":
            self.ask_wanted.emit()
        elif kind == "document":
            self.open_requested.emit(kind, key)
        else:
            (self.related if kind == "take" else self.unrelated).emit(*key.split(":"))


def _address(one: Relation) -> str:
    return f"{one.document.id}:{one.kind}:{one.other.id}"


def _link(document: Document) -> str:
    return f'<a href="document:{document.id}">{escape(full_words(document))}</a>'
