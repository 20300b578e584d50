"""What is done to criteria: through the task runner, and with a way back."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from core.catalogue.records import AssessedBy, Criterion
from core.workspace import Workspace
from gui.actions import Actions
from gui.dialogs.criterion import CriterionDialog
from gui.messages import state as state_words


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


class CriteriaActions(Actions):
    """Edits, adds, moves, assigns and removes. `added(id)`: a new criterion, to be shown.

    The dialog that asks stays open, and says what is wrong, until it has gone well.
    """

    added = Signal(str)

    def edit(self, criterion: Criterion, asked: CriterionDialog, fields: dict[str, Any], kind: AssessedBy) -> None:
        words = self.tr("Đã sửa tiêu chí {code}.").format(code=criterion.code)
        edit = partial(edit_criterion, self._workspace, criterion, fields, kind)
        self._do(edit, words, done=asked.saved, failed=asked.show_error)

    def add(
        self,
        parent_id: str | None,
        position: int | None,
        asked: CriterionDialog,
        fields: dict[str, Any],
        kind: AssessedBy,
    ) -> None:
        function = partial(add_criterion, self._workspace, parent_id, position, fields, kind)
        self._write(function, partial(self._on_added, asked), asked.show_error)

    def move(self, criterion: Criterion, parent_id: str | None, position: int) -> None:
        words = self.tr("Đã chuyển tiêu chí {code}.").format(code=criterion.code)
        self._do(partial(self._workspace.criteria.move, criterion.id, parent_id, position), words)

    def assign(self, criterion: Criterion, kind: AssessedBy) -> None:
        words = self.tr("Tiêu chí {code}: {kind}.").format(code=criterion.code, kind=state_words(kind))
        self._do(partial(self._workspace.criteria.assign, criterion.id, kind), words)

    def remove(self, criterion: Criterion) -> None:
        words = self.tr("Đã xoá tiêu chí {code}.").format(code=criterion.code)
        self._do(partial(self._workspace.criteria.remove, criterion.id), words)

    def _on_added(self, asked: CriterionDialog, criterion: Criterion) -> None:
        words = self.tr("Đã thêm tiêu chí {code}.").format(code=criterion.code)
        asked.saved()
        self._offer(words)
        self.added.emit(criterion.id)
