"""What documents are to each other, as the window changes it."""

from functools import partial

from core.evidence.records import Evidence
from core.library.relations import RelationKind
from core.library.twins import NEWER, TwinKind
from core.workspace import Workspace
from gui.actions import Actions
from gui.tasks import Changes


def relate(workspace: Workspace, document_id: str, kind: RelationKind, other_id: str) -> list[Evidence]:
    """Returns what the replaced document still proves."""
    workspace.relations.relate(document_id, kind, other_id)
    return _proven(workspace, other_id) if kind == "replaces" else []


def decide(workspace: Workspace, document_id: str, other_id: str, kind: TwinKind | None) -> list[Evidence]:
    """Returns what the document still proves whose newer or signed copy the first one is."""
    workspace.twins.decide(document_id, other_id, kind)
    return _proven(workspace, other_id) if kind in NEWER else []


def _proven(workspace: Workspace, document_id: str) -> list[Evidence]:
    return [one for one in workspace.links.of_document(document_id) if one.counts]


class RelationActions(Actions):
    """Relates, and lets a document take over what the one that it replaced proves."""

    CHANGES = Changes(documents=True, evidence=True)

    def relate(self, document_id: str, kind: RelationKind, other_id: str) -> None:
        done = partial(self._on_related, document_id, other_id, self.tr("Đã ghi quan hệ giữa hai văn bản."))
        self._write(partial(relate, self._workspace, document_id, kind, other_id), done)

    def decide(self, document_id: str, other_id: str, kind: TwinKind | None) -> None:
        """The first is that of the other one; None takes a decision back."""
        said = self.tr("Đã ghi: cả hai tài liệu đều được giữ.") if kind else self.tr("Đã bỏ quyết định.")
        done = partial(self._on_related, document_id, other_id, said)
        self._write(partial(decide, self._workspace, document_id, other_id, kind), done)

    def unrelate(self, document_id: str, kind: RelationKind, other_id: str) -> None:
        forget = partial(self._workspace.relations.unrelate, document_id, kind, other_id)
        self._do(forget, self.tr("Đã bỏ quan hệ giữa hai văn bản."))

    def hand_over(self, old_id: str, new_id: str) -> None:
        words = self.tr("Văn bản mới đã thay văn bản cũ ở mọi tiêu chí. Hãy kiểm tra lại số trang được dẫn.")
        self._do(partial(self._workspace.links.hand_over, old_id, new_id), words)

    def _on_related(self, document_id: str, other_id: str, said: str, links: list[Evidence]) -> None:
        if links:
            words = self.tr("Đã ghi. Văn bản cũ đang là minh chứng ở %n nơi.", "", len(links))
            hand_over = partial(self.hand_over, other_id, document_id)
            self.notified.emit(words, self.tr("Thay bằng văn bản mới"), hand_over)
        else:
            self._offer(said)
