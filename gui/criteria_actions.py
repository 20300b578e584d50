"""What is done to criteria: through the task runner, and with a way back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.catalogue.records import AssessedBy, Criterion
from core.workspace import Workspace
from gui.dialogs.criterion import CriterionDialog
from gui.messages import state as state_words
from gui.tasks import Changes, TaskRunner

CHANGES = Changes(criteria=True, evidence=True)


def edit_criterion(workspace: Workspace, criterion: Criterion, fields: dict[str, Any], kind: AssessedBy) -> None:
    workspace.criteria.edit(criterion.id, **fields)
    workspace.criteria.assign(criterion.id, kind)


def add_criterion(
    workspace: Workspace, parent_id: str | None, position: int | None, fields: dict[str, Any], kind: AssessedBy
) -> Criterion:
    """At `position` among the children of its parent, None: last."""
    if not fields.get("requirements"):
        fields = {name: value for name, value in fields.items() if name != "requirements"}  # read from the text
    added = workspace.criteria.add(parent_id, **fields)
    if position is not None:
        workspace.criteria.move(added.id, parent_id, position)
    if kind != "documents":
        workspace.criteria.assign(added.id, kind)
    return added


def fields_of(criterion: Criterion) -> dict[str, Any]:
    return {
        "code": criterion.code,
        "title": criterion.title,
        "text": criterion.text,
        "lead_unit": criterion.lead_unit,
        "coordinating_units": criterion.coordinating_units,
        "deadline_text": criterion.deadline_text,
        "deadlines": criterion.deadlines,
        "requirements": [(one.number, one.text) for one in criterion.requirements],
    }


class CriteriaActions(QObject):
    """Edits, adds, moves, assigns and removes; says what was done, and offers to take it back.

    `added(id)`: a new criterion, to be shown.
    """

    notified = Signal(str, str, object)
    added = Signal(str)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks

    def edit(self, criterion: Criterion, asked: CriterionDialog, fields: dict[str, Any], kind: AssessedBy) -> None:
        back = partial(edit_criterion, self._workspace, criterion, fields_of(criterion), criterion.assessed_by)
        words = self.tr("Đã sửa tiêu chí {code}.").format(code=criterion.code)
        self._do(partial(edit_criterion, self._workspace, criterion, fields, kind), words, back, asked)

    def add(
        self,
        parent_id: str | None,
        position: int | None,
        asked: CriterionDialog,
        fields: dict[str, Any],
        kind: AssessedBy,
    ) -> None:
        function = partial(add_criterion, self._workspace, parent_id, position, fields, kind)
        self._tasks.write(function, changes=CHANGES, done=partial(self._on_added, asked), failed=asked.show_error)

    def move(self, criterion: Criterion, parent_id: str | None, position: int) -> None:
        move = self._workspace.criteria.move
        words = self.tr("Đã chuyển tiêu chí {code}.").format(code=criterion.code)
        back = partial(move, criterion.id, criterion.parent_id, criterion.position)
        self._do(partial(move, criterion.id, parent_id, position), words, back)

    def assign(self, criterion: Criterion, kind: AssessedBy) -> None:
        assign = self._workspace.criteria.assign
        words = self.tr("Tiêu chí {code}: {kind}.").format(code=criterion.code, kind=state_words(kind))
        self._do(partial(assign, criterion.id, kind), words, partial(assign, criterion.id, criterion.assessed_by))

    def remove(self, criterion: Criterion) -> None:
        words = self.tr("Đã xoá tiêu chí {code}.").format(code=criterion.code)
        back = partial(
            add_criterion,
            self._workspace,
            criterion.parent_id,
            criterion.position,
            fields_of(criterion),
            criterion.assessed_by,
        )
        self._do(partial(self._workspace.criteria.remove, criterion.id), words, back)

    def _do(
        self,
        function: Callable[[], object],
        words: str,
        back: Callable[[], object],
        asked: CriterionDialog | None = None,
    ) -> None:
        """`asked`: who asked for it stays open, and says what is wrong, until it has gone well."""
        done = partial(self._on_done, words, back, asked)
        self._tasks.write(function, changes=CHANGES, done=done, failed=asked.show_error if asked else None)

    def _on_done(self, words: str, back: Callable[[], object], asked: CriterionDialog | None, _result: object) -> None:
        if asked:
            asked.saved()
        self.notified.emit(words, self.tr("Hoàn tác"), partial(self._tasks.write, back, changes=CHANGES))

    def _on_added(self, asked: CriterionDialog, criterion: Criterion) -> None:
        words = self.tr("Đã thêm tiêu chí {code}.").format(code=criterion.code)
        self._on_done(words, partial(self._workspace.criteria.remove, criterion.id), asked, None)
        self.added.emit(criterion.id)
