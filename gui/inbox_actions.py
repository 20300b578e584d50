"""What a clerk decides on the files of the inbox, in words and with a way back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.evidence.records import Evidence
from core.intake.records import Arrival, Beside
from core.library.records import Added
from core.progress import Progress
from core.reading.description import Description
from core.workspace import Workspace
from gui.actions import Actions
from gui.messages import few
from gui.tasks import Changes, TaskRunner

Accepted = list[tuple[Added, list[Evidence]]]
MANY = 20  # from so many on, the status bar shows how far it is


def accept(
    progress: Progress,
    workspace: Workspace,
    arrival_ids: Sequence[str],
    criterion_ids: Sequence[str],
    typed: Description | None = None,
    as_new: bool = False,
    beside: Beside | None = None,
) -> Accepted:
    """Accept all onto the criteria; what was `typed` in place of what was read becomes the description.

    A set goes with everything in it; a changed file becomes a revision, or a document of its own `as_new`; `beside`
    as Inbox.accept takes it.
    """
    known = {one.id: one for one in workspace.inbox.rows(arrival_ids)}
    arrivals = [known[key] for key in arrival_ids if key in known]
    sets = {arrival.id for arrival in arrivals if arrival.entries}
    accepted: Accepted = []
    for count, arrival in enumerate(arrivals):
        progress.step(count, len(arrivals), arrival.name)
        if arrival.id in sets:
            accepted += workspace.inbox.accept_set(arrival.id, criterion_ids)
        elif arrival.set_id not in sets:
            added, evidence = workspace.inbox.accept(arrival.id, criterion_ids, as_new=as_new, beside=beside)
            accepted.append((_described(workspace, arrival, added, typed), evidence))
    return accepted


def _described(workspace: Workspace, arrival: Arrival, added: Added, typed: Description | None) -> Added:
    if typed is None:
        return added
    read = vars(arrival.description)
    changed = {name: value for name, value in vars(typed).items() if value != read[name]}
    return replace(added, document=workspace.documents.describe(added.document.id, **changed))


class InboxActions(Actions):
    """`leaving`: the ids of arrivals that are being decided on, and shall not be seen in the list meanwhile.

    `taken_back(id)` comes when a decision is about to be taken back; `open_requested` is that of a page.
    """

    open_requested = Signal(str, str)
    taken_back = Signal(str)
    CHANGES = Changes(arrivals=True)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self.leaving: set[str] = set()

    def accept(
        self,
        ids: Sequence[str],
        criterion_ids: Sequence[str],
        typed: Description | None,
        as_new: bool,
        beside: Beside | None,
    ) -> None:
        changes = Changes(arrivals=True, documents=True, evidence=bool(criterion_ids))
        what = (self._workspace, ids, criterion_ids, typed, as_new, beside)
        self._decide(ids, lambda progress: accept(progress, *what), changes, self._on_accepted)

    def refuse(self, ids: Sequence[str], reason: str) -> None:
        words = self.tr("Đã từ chối %n tệp.", "", len(ids))
        refuse = self._workspace.inbox.refuse
        self._decide_each(ids, lambda key: refuse(key, reason), lambda _: self._offer_back(ids, words))

    def defer(self, ids: Sequence[str]) -> None:
        words = self.tr("Đã để lại %n tệp để xử lý sau.", "", len(ids))
        self._decide_each(ids, self._workspace.inbox.defer, lambda _: self._offer_back(ids, words), leaves=False)

    def reopen(self, ids: Sequence[str]) -> None:
        self._decide_each(ids, self._workspace.inbox.reopen)

    def _decide_each(
        self,
        ids: Sequence[str],
        decision: Callable[[str], object],
        done: Callable[[object], object] | None = None,
        leaves: bool = True,
    ) -> None:
        def decide(progress: Progress) -> None:
            for count, key in enumerate(ids):
                progress.step(count, len(ids))
                decision(key)

        self._decide(ids, decide, self.CHANGES, done, leaves)

    def _decide(
        self,
        ids: Sequence[str],
        decide: Callable[[Progress], object],
        changes: Changes,
        done: Callable[..., object] | None,
        leaves: bool = True,
    ) -> None:
        def run(progress: Progress) -> object:
            try:
                return decide(progress)
            finally:
                self.leaving.difference_update(ids)

        def say(error: UserError) -> None:
            self._tasks.problem.emit(error)
            self._tasks.changed.emit(changes)  # those before it have been decided on

        if leaves:
            self.leaving.update(ids)
        if len(ids) < MANY:
            self._tasks.write(run, Progress(), changes=changes, done=done, failed=say)
        else:
            title = self.tr("Ghi quyết định")
            self._tasks.long(title, run, changes=changes, done=done, failed=say, by_person=True)

    def _offer_back(self, ids: Sequence[str], words: str) -> None:
        back = self._tasks.take_back()

        def take_back() -> None:
            self.taken_back.emit(ids[0])
            if back:
                back()

        self.notified.emit(words, self.tr("Hoàn tác"), take_back)

    def _on_accepted(self, accepted: Accepted) -> None:
        if not accepted:
            return  # another way was quicker
        added, evidence = accepted[0]
        name = added.document.description.symbol or added.document.name
        codes = few(dict.fromkeys(each.code for _, links in accepted for each in links))
        duplicates = [each for each, _ in accepted if each.outcome == "duplicate"]
        if len(accepted) > 1:
            words = self.tr("Đã nhận %n tệp.", "", len(accepted))
        elif duplicates:
            words = self.tr("“{name}” đã có trong thư viện từ trước nên không thêm lần nữa.").format(name=name)
        elif added.outcome == "revised":
            words = self.tr("Đã nhận bản mới của “{name}”. Bản trước vẫn được giữ.").format(name=name)
        else:
            words = self.tr("Đã nhận “{name}”.").format(name=name)
        if codes:
            words += " " + self.tr("Mã minh chứng: {codes}.").format(codes=codes)
        if len(accepted) > 1 and duplicates:
            words += " " + self.tr("%n tệp đã có từ trước.", "", len(duplicates))
        kind, key = ("criterion", evidence[0].criterion_id) if evidence else ("document", added.document.id)
        action = self.tr("Xem minh chứng") if evidence else self.tr("Xem tài liệu")
        self.notified.emit(words, action, lambda: self.open_requested.emit(kind, key))
