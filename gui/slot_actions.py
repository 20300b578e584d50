"""What is done to the slots of a criterion in the window."""

from functools import partial
from typing import Any

from core.catalogue.records import Criterion, Slot
from gui.actions import Actions
from gui.dialogs.slot import SlotDialog
from gui.models.slot_words import short, slot_name


class SlotActions(Actions):
    """Adds, edits and removes."""

    def add(self, criterion: Criterion, asked: SlotDialog, fields: dict[str, Any]) -> None:
        add = partial(self._workspace.slots.add, criterion.id, **fields)
        words = self.tr("Đã thêm mục vào tiêu chí {code}.").format(code=criterion.code)
        self._do(add, words, done=asked.saved, failed=asked.show_error)

    def edit(self, slot: Slot, asked: SlotDialog, fields: dict[str, Any]) -> None:
        edit = partial(self._workspace.slots.edit, slot.id, **fields)
        words = self.tr("Đã sửa mục {name}.").format(name=short(slot_name(slot)))
        self._do(edit, words, done=asked.saved, failed=asked.show_error)

    def remove(self, slot: Slot) -> None:
        words = self.tr("Đã bỏ mục {name}.").format(name=short(slot_name(slot)))
        self._do(partial(self._workspace.slots.remove, slot.id), words)
