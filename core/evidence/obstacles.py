"""Difficulties and proposals ("khó khăn, vướng mắc; kiến nghị, đề xuất"), gathered for the head of the office."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection, delete, insert, select, update

from core.catalogue.tree import load_appraisal, load_criterion, load_tree
from core.database import tables
from core.database.engine import Database, new_id, now
from core.errors import UserError
from core.journal import Journal
from core.text import fold, squeeze

Kind = Literal["difficulty", "proposal"]


@dataclass(frozen=True)
class Obstacle:
    """What somebody wrote down about a criterion, or about the work of a unit, or about neither. `resolved_at`: when it
    was dealt with; until then it is offered to the next year.
    """

    id: str
    kind: Kind
    text: str
    criterion_id: str | None
    unit: str | None
    changed_at: datetime
    changed_by: str
    resolved_at: datetime | None = None


class Obstacles:
    """One method is one transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def add(self, kind: Kind, text: str, criterion_id: str | None = None, unit: str | None = None) -> Obstacle:
        """Without `unit`, the criterion's lead unit is the one that it comes from.

        Raises UserError: "obstacle_kind_unknown", "text_missing", "criterion_unknown".
        """
        if kind not in get_args(Kind):
            raise UserError("obstacle_kind_unknown", value=kind)
        with self._database.write() as connection:
            criterion = load_criterion(connection, criterion_id) if criterion_id else None
            facts = {
                "kind": kind,
                "text": _text(text),
                "criterion_id": criterion.id if criterion else None,
                "unit": squeeze(unit or "") or (criterion.lead_unit if criterion else None),
            }
            row = {"id": new_id(), "appraisal_id": load_appraisal(connection).id, **facts, **self._database.stamp()}
            connection.execute(insert(tables.obstacle).values(row))
            self._journal.record(connection, "obstacle.added", f"obstacle:{row['id']}", after=facts)
            return _get(connection, str(row["id"]))

    def edit(self, obstacle_id: str, text: str) -> Obstacle:
        """Raises UserError: "obstacle_unknown", "text_missing"."""
        with self._database.write() as connection:
            old = _get(connection, obstacle_id)
            values = {"text": _text(text)}
            if old.text != values["text"]:
                this = tables.obstacle.c.id == old.id
                connection.execute(update(tables.obstacle).where(this).values({**values, **self._database.stamp()}))
                self._journal.record(connection, "obstacle.edited", f"obstacle:{old.id}", {"text": old.text}, values)
            return _get(connection, old.id)

    def resolve(self, obstacle_id: str, *, is_resolved: bool = True) -> Obstacle:
        """Say that it was dealt with, or that it was not. Raises UserError("obstacle_unknown", obstacle)."""
        with self._database.write() as connection:
            old = _get(connection, obstacle_id)
            if bool(old.resolved_at) != is_resolved:
                values = {"resolved_at": now() if is_resolved else None, **self._database.stamp()}
                this = tables.obstacle.c.id == old.id
                connection.execute(update(tables.obstacle).where(this).values(values))
                action = "obstacle.resolved" if is_resolved else "obstacle.reopened"
                self._journal.record(connection, action, f"obstacle:{old.id}", after={"text": old.text})
            return _get(connection, old.id)

    def remove(self, obstacle_id: str) -> Obstacle:
        """Returns what it was. Raises UserError("obstacle_unknown", obstacle)."""
        with self._database.write() as connection:
            old = _get(connection, obstacle_id)
            connection.execute(delete(tables.obstacle).where(tables.obstacle.c.id == old.id))
            before = {"kind": old.kind, "text": old.text, "criterion_id": old.criterion_id, "unit": old.unit}
            self._journal.record(connection, "obstacle.removed", f"obstacle:{old.id}", before=before)
            return old

    def get(self, prefix: str) -> Obstacle:
        """By id or an unambiguous start of one, in this appraisal.

        Raises UserError: "obstacle_unknown" (obstacle), "obstacle_ambiguous" (prefix).
        """
        found = [one for one in self.all() if prefix and one.id.startswith(prefix.lower())]
        if not found:
            raise UserError("obstacle_unknown", obstacle=prefix)
        if len(found) > 1:
            raise UserError("obstacle_ambiguous", prefix=prefix)
        return found[0]

    def all(self) -> list[Obstacle]:
        """Difficulties before proposals, each in the order of the criteria; then those of units alone, by name."""
        with self._database.read() as connection:
            order = {criterion.id: place for place, criterion in enumerate(load_tree(connection))}
            found = load_obstacles(connection, load_appraisal(connection).id)
        last = len(order)
        return sorted(found, key=lambda one: (one.kind, order.get(one.criterion_id or "", last), fold(one.unit or "")))

    def of_criterion(self, criterion_id: str) -> list[Obstacle]:
        """Difficulties before proposals, the oldest first."""
        table = tables.obstacle.c
        query = select(tables.obstacle).where(table.criterion_id == criterion_id).order_by(table.kind, table.changed_at)
        with self._database.read() as connection:
            return [_obstacle(row) for row in connection.execute(query)]


def load_obstacles(connection: Connection, appraisal_id: str) -> list[Obstacle]:
    """In the order of time."""
    of_appraisal = tables.obstacle.c.appraisal_id == appraisal_id
    query = select(tables.obstacle).where(of_appraisal).order_by(tables.obstacle.c.changed_at)
    return [_obstacle(row) for row in connection.execute(query)]


def _get(connection: Connection, obstacle_id: str) -> Obstacle:
    row = connection.execute(select(tables.obstacle).where(tables.obstacle.c.id == obstacle_id)).first()
    if row is None:
        raise UserError("obstacle_unknown", obstacle=obstacle_id)
    return _obstacle(row)


def _obstacle(row: object) -> Obstacle:
    names = ("id", "kind", "text", "criterion_id", "unit", "changed_at", "changed_by", "resolved_at")
    return Obstacle(*(getattr(row, name) for name in names))


def _text(text: str) -> str:
    if not text.strip():
        raise UserError("text_missing")
    return text.strip()
