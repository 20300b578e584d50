"""What is done to evidence, from wherever in the window: through the task runner, and with a way back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from core.catalogue.records import Criterion, Slot
from core.errors import UserError
from core.evidence.records import Evidence
from core.progress import Progress
from core.workspace import Workspace
from gui.actions import Actions
from gui.messages import few, message
from gui.models.evidence import codes_words
from gui.models.slot_words import short, slot_name
from gui.taking import Taken, take_files
from gui.tasks import Changes


@dataclass(frozen=True)
class Target:
    """Where evidence goes: a criterion, or one of its slots."""

    criterion: Criterion
    slot: Slot | None = None

    @property
    def slot_id(self) -> str | None:
        return self.slot.id if self.slot else None

    @property
    def words(self) -> str:
        if self.slot is None:
            return self.criterion.code
        name = slot_name(self.slot)
        return f"{self.criterion.code} {name if self.slot.number else f'“{short(name)}”'}"


@dataclass(frozen=True)
class Linked:
    """Links that were made just now; `known`: documents that were linked there before; `refused`: why some were not."""

    target: Target
    made: tuple[Evidence, ...]
    known: int = 0
    refused: tuple[UserError, ...] = ()
    taken: Taken = field(default=Taken())


@dataclass(frozen=True)
class Moved:
    """Links as they stood before they were moved."""

    target: Target
    before: tuple[Evidence, ...]
    refused: tuple[UserError, ...] = ()


def link_documents(workspace: Workspace, document_ids: Sequence[str], target: Target) -> Linked:
    """Link each document to the target; what is linked there already stays as it is."""
    return _link(workspace, [(one, "", "") for one in document_ids], target)


def link_to_all(workspace: Workspace, document_ids: Sequence[str], targets: Sequence[Target]) -> list[Linked]:
    """Link each document to each target."""
    return [link_documents(workspace, document_ids, target) for target in targets]


def copy_evidence(workspace: Workspace, evidence: Sequence[Evidence], target: Target) -> Linked:
    """Let the same documents prove the target, too, with their pages and notes."""
    return _link(workspace, [(one.document_id, one.pages, one.note) for one in evidence], target)


def spread_evidence(workspace: Workspace, evidence: Sequence[Evidence], targets: Sequence[Target]) -> list[Linked]:
    """Let the same documents prove each of the targets, too."""
    return [copy_evidence(workspace, evidence, target) for target in targets]


def _link(workspace: Workspace, wanted: Sequence[tuple[str, str, str]], target: Target) -> Linked:
    links, key = workspace.links, target.criterion.id
    known = {one.document_id for one in links.of_criterion(key) if one.slot == target.slot_id and one.counts}
    made: list[Evidence] = []
    refused: list[UserError] = []
    for document_id, pages, note in wanted:
        if document_id not in known:
            try:
                made.append(links.link(document_id, key, pages=pages, note=note, slot=target.slot_id))
            except UserError as error:  # the others are linked all the same
                refused.append(error)
    return Linked(target, tuple(made), len(wanted) - len(made) - len(refused), tuple(refused))


def link_files(progress: Progress, workspace: Workspace, paths: Sequence[Path], target: Target) -> Linked:
    """Take files in as documents and link them."""
    taken = take_files(progress, workspace, paths)
    linked = link_documents(workspace, [document.id for document in taken.documents], target)
    return replace(linked, taken=taken)


def move_evidence(workspace: Workspace, evidence: Sequence[Evidence], target: Target) -> Moved:
    """What proves the target already stays where it is."""
    moved: list[Evidence] = []
    refused: list[UserError] = []
    for one in evidence:
        if (one.criterion_id, one.slot) != (target.criterion.id, target.slot_id):
            try:
                workspace.links.move(one.id, target.criterion.id, slot=target.slot_id)
                moved.append(one)
            except UserError as error:
                refused.append(error)
    return Moved(target, tuple(moved), tuple(refused))


def unlink_evidence(workspace: Workspace, evidence: Sequence[Evidence]) -> list[Evidence]:
    for one in evidence:
        workspace.links.unlink(one.id)
    return list(evidence)


def accept_evidence(workspace: Workspace, evidence: Sequence[Evidence]) -> None:
    for one in evidence:
        workspace.links.accept(one.id)


class EvidenceActions(Actions):
    """Links, copies, moves, edits and unlinks."""

    CHANGES = Changes(evidence=True)

    def link(self, document_ids: Sequence[str], *targets: Target) -> None:
        """Each document to each target."""
        if document_ids and targets:
            self._write(partial(link_to_all, self._workspace, document_ids, targets), self._on_all_linked)

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
            by_person=True,
        )

    def accept(self, evidence: Sequence[Evidence]) -> None:
        """Let what was proposed count."""
        if proposed := [one for one in evidence if one.state == "proposed"]:
            words = self.tr("Đã nhận %n đề xuất làm minh chứng.", "", len(proposed))
            self._do(partial(accept_evidence, self._workspace, proposed), words)

    def unlink(self, evidence: Sequence[Evidence]) -> None:
        if evidence:
            self._write(partial(unlink_evidence, self._workspace, evidence), self._on_unlinked)

    def copy(self, evidence: Sequence[Evidence], target: Target) -> None:
        if evidence:
            self._write(partial(copy_evidence, self._workspace, evidence, target), self._on_linked)

    def spread(self, evidence: Sequence[Evidence], targets: Sequence[Target]) -> None:
        if evidence and targets:
            self._write(partial(spread_evidence, self._workspace, evidence, targets), self._on_spread)

    def move(self, evidence: Sequence[Evidence], target: Target) -> None:
        if evidence:
            self._write(partial(move_evidence, self._workspace, evidence, target), self._on_moved)

    def edit(self, evidence: Evidence, field: str, value: str) -> None:
        """Change "pages" or "note"."""
        words = self.tr("Đã sửa số trang của {code}.") if field == "pages" else self.tr("Đã sửa ghi chú của {code}.")
        edit = partial(self._workspace.links.edit, evidence.id, **{field: value})
        self._write(edit, lambda _edited: self._offer(words.format(code=codes_words([evidence]))))

    def _on_linked(self, linked: Linked) -> None:
        self._on_all_linked([linked])

    def _on_all_linked(self, linked: Sequence[Linked]) -> None:
        said = ((self._made_words(one), one.taken.trouble_words, _said(one.refused)) for one in linked)
        self._offer(" ".join(words for each in said for words in each if words))

    def _on_spread(self, linked: Sequence[Linked]) -> None:
        made = [one.target.words for one in linked if one.made]
        words = self.tr("Đã dùng thêm cho {places}.").format(places=", ".join(made)) if made else ""
        known = [one.target.words for one in linked if one.known and not one.made]
        before = self.tr("Đã có từ trước ở {places}.").format(places=", ".join(known)) if known else ""
        said = " ".join(filter(None, (words, before, *(_said(one.refused) for one in linked))))
        (self._offer if made else self._say)(said)

    def _made_words(self, linked: Linked) -> str:
        place = linked.target.words
        if not linked.made:
            return (
                self.tr("Tài liệu đã là minh chứng của {place} từ trước.").format(place=place) if linked.known else ""
            )
        codes = few(one.code for one in linked.made)
        return self.tr("Đã gắn {codes} vào {place}.").format(codes=codes, place=place)

    def _on_unlinked(self, evidence: list[Evidence]) -> None:
        codes = codes_words(evidence)
        words = self.tr("Đã gỡ {codes}. Tài liệu vẫn còn trong thư viện.").format(codes=codes)
        self._offer(words)

    def _on_moved(self, moved: Moved) -> None:
        codes = codes_words(moved.before)
        words = self.tr("Đã chuyển {codes} sang {place}.").format(codes=codes, place=moved.target.words)
        if moved.before:
            words = " ".join(filter(None, (words, _said(moved.refused))))
            self._offer(words)
        elif moved.refused:
            self._say(_said(moved.refused))

    def _say(self, words: str) -> None:
        self.notified.emit(words, "", None)


def _said(refused: Sequence[UserError]) -> str:
    return few((message(error.code, error.facts) for error in refused), " ", 3)
