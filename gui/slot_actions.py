"""What is done to the slots of a criterion in the window."""

from functools import partial
from typing import Any

from core.catalogue.records import Criterion, Slot
from core.catalogue.slots import FIELDS
from gui.actions import Actions
from gui.dialogs.slot import SlotDialog
from gui.models.slot_words import short, slot_name


class SlotActions(Actions):
    """Adds, edits and removes."""

    def add(self, criterion: Criterion, asked: SlotDialog, fields: dict[str, Any]) -> None:
        add = self._workspace.slots.add
        known = {slot.id for slot in criterion.slots}

        def back() -> None:
            new = self._workspace.criteria.get(criterion.id)
            for slot in new.slots:
                if slot.id not in known and slot.text == fields["text"]:
                    self._workspace.slots.remove(slot.id)

        words = self.tr("Đã thêm mục vào tiêu chí {code}.").format(code=criterion.code)
        self._do(partial(add, criterion.id, **fields), words, back, done=asked.saved, failed=asked.show_error)

    def edit(self, slot: Slot, asked: SlotDialog, fields: dict[str, Any]) -> None:
        edit = partial(self._workspace.slots.edit, slot.id)
        before = {name: value for name, value in fields_of(slot).items() if name in fields}
        words = self.tr("Đã sửa mục {name}.").format(name=short(slot_name(slot)))
        self._do(partial(edit, **fields), words, partial(edit, **before), done=asked.saved, failed=asked.show_error)

    def remove(self, criterion: Criterion, slot: Slot) -> None:
        fields = {name: value for name, value in fields_of(slot).items() if value is not None}
        words = self.tr("Đã bỏ mục {name}.").format(name=short(slot_name(slot)))
        back = partial(self._workspace.slots.add, criterion.id, **fields)
        self._do(partial(self._workspace.slots.remove, slot.id), words, back)


def fields_of(slot: Slot) -> dict[str, Any]:
    """As Slots.edit takes them."""
    return {name: slot.own_due if name == "due" else getattr(slot, name) for name in FIELDS}
