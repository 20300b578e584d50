"""What is done to evidence, from wherever in the window: through the task runner, and with a way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.catalogue.records import Criterion
from core.evidence.records import Evidence
from core.progress import Progress
from core.workspace import Workspace
from gui.taking import Taken, take_files
from gui.tasks import Changes, TaskRunner


@dataclass(frozen=True)
class Target:
    """Where evidence goes: a criterion, or one of its numbered requirements."""

    criterion: Criterion
    requirement: int | None = None

    @property
    def words(self) -> str:
        return self.criterion.code + (f" ({self.requirement})" if self.requirement else "")


@dataclass(frozen=True)
class Linked:
    """Links that were made just now; `known`: documents that were linked there before."""

    target: Target
    made: tuple[Evidence, ...]
    known: int = 0
    taken: Taken = field(default=Taken())


@dataclass(frozen=True)
class Moved:
    """Links as they stood before they were moved."""

    target: Target
    before: tuple[Evidence, ...]


def link_documents(workspace: Workspace, document_ids: Sequence[str], target: Target) -> Linked:
    """Link each document to the target; what is linked there already stays as it is."""
    known = {(one.document_id, one.requirement) for one in workspace.links.of_criterion(target.criterion.id)}
    new = [document_id for document_id in document_ids if (document_id, target.requirement) not in known]
    made = tuple(workspace.links.link(one, target.criterion.id, target.requirement) for one in new)
    return Linked(target, made, len(document_ids) - len(new))


def link_files(progress: Progress, workspace: Workspace, paths: Sequence[Path], target: Target) -> Linked:
    """Take files in as documents and link them."""
    taken = take_files(progress, workspace, paths)
    linked = link_documents(workspace, [document.id for document in taken.documents], target)
    return replace(linked, taken=taken)


def move_evidence(workspace: Workspace, evidence: Sequence[Evidence], target: Target) -> Moved:
    moved = [
        one for one in evidence if (one.criterion_id, one.requirement) != (target.criterion.id, target.requirement)
    ]
    for one in moved:
        workspace.links.move(one.id, target.criterion.id, target.requirement)
    return Moved(target, tuple(moved))


def unlink_evidence(workspace: Workspace, evidence: Sequence[Evidence]) -> list[Evidence]:
    for one in evidence:
        workspace.links.unlink(one.id)
    return list(evidence)


class EvidenceActions(QObject):
    """Links, moves, edits and unlinks; says what was done, and offers to take it back."""

    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks

    def link(self, document_ids: Sequence[str], target: Target) -> None:
        if document_ids:
            self._write(partial(link_documents, self._workspace, document_ids, target), self._on_linked)

    def link_files(self, paths: Sequence[Path], target: Target) -> None:
        """Take files from anywhere in, in the background, and link them."""
        if not paths:
            self._say(self.tr("Chỉ thả được tệp. Hãy mở thư mục và thả các tệp ở trong."))
            return
        self._tasks.long(
            self.tr("Thêm tệp vào {place}").format(place=target.words),
            link_files,
            self._workspace,
            paths,
            target,
            done=self._on_linked,
            changes=Changes(documents=True, evidence=True),
        )

    def unlink(self, evidence: Sequence[Evidence]) -> None:
        if evidence:
            self._write(partial(unlink_evidence, self._workspace, evidence), self._on_unlinked)

    def move(self, evidence: Sequence[Evidence], target: Target) -> None:
        if evidence:
            self._write(partial(move_evidence, self._workspace, evidence, target), self._on_moved)

    def edit(self, evidence: Evidence, field: str, value: str) -> None:
        """Change "pages" or "note"."""
        edit = partial(self._workspace.links.edit, evidence.id)
        back = partial(self._write, partial(edit, **{field: getattr(evidence, field)}))
        words = self.tr("Đã sửa số trang của {code}.") if field == "pages" else self.tr("Đã sửa ghi chú của {code}.")
        said = partial(self.notified.emit, words.format(code=evidence.code), self.tr("Hoàn tác"), back)
        self._write(partial(edit, **{field: value}), lambda _edited: said())

    def _write(self, function: Callable[[], object], done: Callable[[Any], object] | None = None) -> None:
        self._tasks.write(function, changes=Changes(evidence=True), done=done)

    def _on_linked(self, linked: Linked) -> None:
        words = " ".join(filter(None, (self._made_words(linked), linked.taken.trouble_words)))
        if linked.made:
            undo = partial(self._write, partial(unlink_evidence, self._workspace, linked.made))
            self.notified.emit(words, self.tr("Hoàn tác"), undo)
        else:
            self._say(words)

    def _made_words(self, linked: Linked) -> str:
        place = linked.target.words
        if not linked.made:
            return (
                self.tr("Tài liệu đã là minh chứng của {place} từ trước.").format(place=place) if linked.known else ""
            )
        codes = ", ".join(one.code for one in linked.made)
        return self.tr("Đã gắn {codes} vào {place}.").format(codes=codes, place=place)

    def _on_unlinked(self, evidence: list[Evidence]) -> None:
        codes = ", ".join(one.code for one in evidence)
        words = self.tr("Đã gỡ {codes}. Tài liệu vẫn còn trong thư viện.").format(codes=codes)
        self.notified.emit(words, self.tr("Hoàn tác"), partial(self._restore, evidence))

    def _restore(self, evidence: Sequence[Evidence]) -> None:
        self._write(partial(_each, self._workspace.links.restore, evidence))

    def _on_moved(self, moved: Moved) -> None:
        if moved.before:
            codes = ", ".join(one.code for one in moved.before)
            words = self.tr("Đã chuyển {codes} sang {place}.").format(codes=codes, place=moved.target.words)
            self.notified.emit(words, self.tr("Hoàn tác"), partial(self._move_back, moved.before))

    def _move_back(self, before: Sequence[Evidence]) -> None:
        self._write(partial(_each, partial(_put_back, self._workspace), before))

    def _say(self, words: str) -> None:
        self.notified.emit(words, "", None)


def _put_back(workspace: Workspace, before: Evidence) -> Evidence:
    return workspace.links.move(before.id, before.criterion_id, before.requirement)


def _each(function: Callable[[Evidence], object], evidence: Sequence[Evidence]) -> None:
    for one in evidence:
        function(one)
