"""The slots of criteria: add, edit, remove. One method is one transaction."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from core.catalogue.fields import changes, check_names, slot_facts
from core.catalogue.periods import Period, period_of_code
from core.catalogue.records import Criterion, Slot
from core.catalogue.tree import load_criterion, load_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.errors import UserError
from core.journal import Facts, Journal
from core.text import squeeze

FIELDS = ("text", "number", "period", "count", "target", "due", "reached")
MOST_PAPERS = 999
MOST_PERCENT = 1000  # who planned 20 and did 30 has reached 150


class Slots:
    """What the criteria want to be shown, and the percentages that were reached."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def add(self, criterion_id: str, text: str, **fields: Any) -> Criterion:
        """A new slot as the last one of its criterion, with FIELDS as `edit` takes them; returns the criterion.

        Raises UserError: "criterion_unknown", and as `edit` does.
        """
        values = _prepare({"text": text, **fields})
        with self._database.write() as connection:
            criterion = load_criterion(connection, criterion_id)
            _check_number(criterion, values.get("number"))
            slot_id = new_id()
            last = select(func.max(tables.slot.c.position)).where(tables.slot.c.criterion_id == criterion.id)
            position = connection.scalar(last)
            place = {"criterion_id": criterion.id, "position": 0 if position is None else position + 1}
            connection.execute(insert(tables.slot).values(id=slot_id, **place, **values, **self._database.stamp()))
            after = {"criterion_id": criterion.id, **_plain(values)}
            self._journal.record(connection, "slot.added", f"slot:{slot_id}", after=after)
            return load_criterion(connection, criterion.id)

    def edit(self, slot_id: str, **fields: Any) -> Criterion:
        """Change FIELDS; returns the criterion. `period` is a Period or its code; `due` None means the criterion's
        date; `target` and `reached` are percentages, None for none.

        Raises UserError: "slot_unknown", "field_unknown", "requirement_number_wrong", "period_unreadable",
        "slot_count_wrong", "percent_wrong".
        """
        values = _prepare(fields)
        with self._database.write() as connection:
            criterion, slot = _get(load_tree(connection), slot_id)
            if values.get("number") != slot.number:
                _check_number(criterion, values.get("number"))
            before, after = changes({**slot_facts(slot), "due": slot.own_due, "reached": slot.reached}, values)
            if after:
                this = tables.slot.c.id == slot.id
                connection.execute(update(tables.slot).where(this).values(**after, **self._database.stamp()))
                self._journal.record(connection, "slot.edited", f"slot:{slot.id}", _plain(before), _plain(after))
            return load_criterion(connection, criterion.id)

    def remove(self, slot_id: str) -> Criterion:
        """Returns the criterion. Raises UserError: "slot_unknown"; "slot_in_use" (code, slot, evidence) where evidence
        was linked to it, rejected or not.
        """
        with self._database.write() as connection:
            criterion, slot = _get(load_tree(connection), slot_id)
            if used := _uses(connection, slot.id):
                raise UserError("slot_in_use", code=criterion.code, slot=slot.text, evidence=used)
            connection.execute(delete(tables.slot).where(tables.slot.c.id == slot.id))
            before = {**slot_facts(slot), "due": slot.own_due, "reached": slot.reached, "criterion_id": criterion.id}
            self._journal.record(connection, "slot.removed", f"slot:{slot.id}", before=_plain(before))
            return load_criterion(connection, criterion.id)


def _get(tree: Sequence[Criterion], slot_id: str) -> tuple[Criterion, Slot]:
    for criterion in tree:
        for slot in criterion.slots:
            if slot.id == slot_id:
                return criterion, slot
    raise UserError("slot_unknown", criterion="", slot=slot_id)


def _uses(connection: Connection, slot_id: str) -> int:
    query = select(func.count()).select_from(tables.evidence).where(tables.evidence.c.slot_id == slot_id)
    return connection.scalar(query) or 0


def _check_number(criterion: Criterion, number: int | None) -> None:
    if number is not None and any(slot.number == number for slot in criterion.slots):
        raise UserError("requirement_number_wrong", number=number)


def _prepare(fields: Facts) -> Facts:
    """As the row will hold them."""
    check_names(fields, FIELDS)
    values = dict(fields)
    if "text" in values:
        values["text"] = squeeze(values["text"])
    if (number := values.get("number")) is not None and number < 1:
        raise UserError("requirement_number_wrong", number=number)
    if period := values.get("period"):
        known = period if isinstance(period, Period) else period_of_code(period)
        if known is None:
            raise UserError("period_unreadable", period=period)
        values["period"] = str(known)
    if not 1 <= values.get("count", 1) <= MOST_PAPERS:
        raise UserError("slot_count_wrong", count=values["count"])
    for name, least in (("target", 0.01), ("reached", 0)):
        if (percent := values.get(name)) is not None and not least <= percent <= MOST_PERCENT:
            raise UserError("percent_wrong", percent=percent)
    return values


def _plain(values: Facts) -> Facts:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
