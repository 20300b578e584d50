"""The appraisal and its tree of criteria: load, edit, assign. One method is one transaction."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from core.catalogue.demands import draft_slots
from core.catalogue.fields import (
    FIELDS,
    changes,
    check_names,
    facts_of,
    listed,
    prepare,
    requirements_of,
    rows_of,
    slot_facts,
    slot_rows,
)
from core.catalogue.moving import in_year, moved, moves
from core.catalogue.pattern import DEFAULT_PATTERN, check_pattern
from core.catalogue.records import CHOICES, Appraisal, AssessedBy, Criterion, Draft, DraftCriterion, DraftSlot
from core.catalogue.tree import CURRENT, TREE_TABLES, find, load_appraisal, load_criterion, load_tree, reread_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.database.kept import Kept
from core.errors import UserError
from core.journal import Facts, Journal

APPRAISAL_FIELDS = ("title", "year", "organisation", "parent", "place", "code_pattern")


class Criteria:
    """The criteria of the appraisal that is worked on."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._tree = Kept(database, TREE_TABLES, load_tree, reread_tree)

    # --- the appraisal

    def appraisal(self) -> Appraisal:
        """Raises UserError("appraisal_missing")."""
        with self._database.read() as connection:
            return load_appraisal(connection)

    def create(
        self,
        draft: Draft,
        *,
        title: str | None = None,
        year: int | None = None,
        organisation: str | None = None,
        parent: str | None = None,
        place: str | None = None,
        code_pattern: str | None = None,
        catalogue: str = "",
    ) -> Appraisal:
        """Make an appraisal with a draft's criteria, to be worked on from now on; what is given goes before what the
        draft says, and deadlines and periods follow `year`. Raises UserError("code_pattern_wrong").
        """
        check_pattern(code_pattern or DEFAULT_PATTERN)
        draft = moved(draft, year)
        appraisal = Appraisal(
            id=new_id(),
            title=draft.title if title is None else title,
            year=draft.year,
            organisation=draft.organisation if organisation is None else organisation,
            parent=draft.parent if parent is None else parent,
            place=draft.place if place is None else place,
            code_pattern=code_pattern or DEFAULT_PATTERN,
            catalogue=catalogue,
        )
        with self._database.write() as connection:
            stamp = self._database.stamp()
            criteria, slots = insert_appraisal(connection, appraisal, draft.criteria, stamp)
            make_current(connection, appraisal.id, stamp)
            counts = {"criteria": len(criteria), "slots": len(slots)}
            after = {**asdict(appraisal), **counts}
            self._journal.record(connection, "appraisal.created", f"appraisal:{appraisal.id}", after=after)
        return appraisal

    def of_year(self, year: int | None) -> list[tuple[Criterion, DraftCriterion]]:
        """What `edit_appraisal` would move with this year: criteria, and what they would become."""
        return moves(self.appraisal(), self.tree(), year)

    def edit_appraisal(self, *, moving: bool = False, **fields: Any) -> Appraisal:
        """Change title, year, organisation, parent, place or code_pattern; codes that were given stay as they are.
        `moving`: deadlines and periods go with the year.

        Raises UserError: "field_unknown", "code_pattern_wrong".
        """
        check_names(fields, APPRAISAL_FIELDS)
        if "code_pattern" in fields:
            check_pattern(fields["code_pattern"])
        with self._database.write() as connection:
            old = load_appraisal(connection)
            before, after = changes(asdict(old), fields)
            if moving and "year" in after:
                year = after["year"]
                for criterion, new in moves(old, load_tree(connection), year):
                    self._move(connection, criterion, new, year - (old.year or year))
            if after:
                values = {**after, **self._database.stamp()}
                connection.execute(update(tables.appraisal).where(tables.appraisal.c.id == old.id).values(values))
                self._journal.record(connection, "appraisal.edited", f"appraisal:{old.id}", before, after)
            return load_appraisal(connection)

    # --- the tree

    def tree(self) -> tuple[Criterion, ...]:
        """All criteria, depth first."""
        return self._tree.get()

    def get(self, key: str) -> Criterion:
        """By id or by code, with or without its last dot. Raises UserError("criterion_unknown", code)."""
        return find(self.tree(), key)

    def edit(self, criterion_id: str, **fields: Any) -> Criterion:
        """Change FIELDS of a criterion. `requirements` are all (number, text) from now on: those whose number stays
        keep their evidence. New `deadline_text` without `deadlines` gives the dates that it means.

        Raises UserError: "criterion_unknown", "field_unknown", "code_missing", "code_taken", "requirement_in_use",
        "requirement_number_wrong", "points_wrong", "points_given" or "points_given_already" (code, points, round,
        maximum) where more points were given than there would be.
        """
        check_names(fields, FIELDS)
        with self._database.write() as connection:
            tree = load_tree(connection)
            old = find(tree, criterion_id)
            if fields.get("deadline_text") == old.deadline_text:
                del fields["deadline_text"]  # the same words: dates that were set by hand stay
            fields = prepare(fields, load_appraisal(connection).year)
            requirements = fields.pop("requirements", None)
            before, after = changes(facts_of(old), fields)
            if "code" in after:
                _check_code(tree, after["code"])
            if "max_points" in after:
                _check_points(tree, old, after["max_points"])
            if after:
                self._write(connection, old.id, after)
            if requirements is not None and requirements != (known := requirements_of(old)):
                self._replace_requirements(connection, old, requirements)
                before["requirements"] = listed(known)
                after["requirements"] = listed(requirements)
            if after:
                self._journal.record(connection, "criterion.edited", f"criterion:{old.id}", before, after)
            return load_criterion(connection, old.id)

    def add(self, parent_id: str | None, code: str, title: str, **fields: Any) -> Criterion:
        """A new criterion as the last one below its parent. Demands and dates are read from `text` and `deadline_text`
        where they are not given.

        Raises UserError as `edit` does.
        """
        check_names(fields, FIELDS)
        with self._database.write() as connection:
            appraisal, tree = load_appraisal(connection), load_tree(connection)
            parent = find(tree, parent_id).id if parent_id else None
            fields = prepare({"code": code, "title": title, **fields}, appraisal.year)
            requirements: dict[int, str] | None = fields.pop("requirements", None)
            slots = draft_slots(fields.get("text", ""), fields.get("deadline_text", ""), appraisal.year)
            if requirements is not None:
                slots = tuple(DraftSlot(words, number=number) for number, words in requirements.items())
            _check_code(tree, fields["code"])
            row: Facts = {
                "coordinating_units": [],
                "deadlines": [],
                "assessed_by": "documents",
                **fields,
                "id": new_id(),
                "appraisal_id": appraisal.id,
                "parent_id": parent,
                "position": sum(criterion.parent_id == parent for criterion in tree),
            }
            connection.execute(insert(tables.criterion).values(**row, **self._database.stamp()))
            self._add_slots(connection, row["id"], slots)
            after = {**fields, "parent_id": parent} | ({"slots": [*map(slot_facts, slots)]} if slots else {})
            self._journal.record(connection, "criterion.added", f"criterion:{row['id']}", after=after)
            return load_criterion(connection, row["id"])

    def move(self, criterion_id: str, parent_id: str | None, position: int) -> None:
        """Put a criterion with all below it under another parent (None: on top), as number `position` (from 0) among
        its brothers and sisters there. Codes stay as they are.

        Raises UserError: "criterion_unknown", "criterion_below_itself".
        """
        with self._database.write() as connection:
            tree = load_tree(connection)
            moved = find(tree, criterion_id)
            parent = find(tree, parent_id) if parent_id else None
            parents = {criterion.id: criterion.parent_id for criterion in tree}
            above = parent.id if parent else None
            while above:
                if above == moved.id:
                    raise UserError("criterion_below_itself", code=moved.code)
                above = parents[above]
            new_parent = parent.id if parent else None
            siblings = [other.id for other in tree if other.parent_id == new_parent and other.id != moved.id]
            position = max(0, min(position, len(siblings)))
            if (new_parent, position) == (moved.parent_id, moved.position):
                return
            siblings.insert(position, moved.id)
            self._write(connection, moved.id, {"parent_id": new_parent, "position": position})
            self._number(connection, siblings)
            if moved.parent_id != new_parent:
                left = [other.id for other in tree if other.parent_id == moved.parent_id and other.id != moved.id]
                self._number(connection, left)
            before = {"parent_id": moved.parent_id, "position": moved.position}
            after = {"parent_id": new_parent, "position": position}
            self._journal.record(connection, "criterion.moved", f"criterion:{moved.id}", before, after)

    def assign(self, criterion_id: str, assessed_by: AssessedBy) -> None:
        """Say how a criterion, and with it all below, is assessed. Raises UserError: "criterion_unknown",
        "assessment_unknown".
        """
        if assessed_by not in CHOICES:
            raise UserError("assessment_unknown", value=assessed_by)
        with self._database.write() as connection:
            old = load_criterion(connection, criterion_id)
            before, after = changes({"assessed_by": old.assessed_by}, {"assessed_by": assessed_by})
            if after:
                self._write(connection, old.id, after)
                self._journal.record(connection, "criterion.assigned", f"criterion:{old.id}", before, after)

    def remove(self, criterion_id: str) -> None:
        """Raises UserError: "criterion_unknown"; "criterion_in_use" (code, children, evidence, codes, obstacles,
        scores) where criteria, evidence, difficulties, proposals or points hang on it, or an evidence code was once
        given from it.
        """
        with self._database.write() as connection:
            tree = load_tree(connection)
            old = find(tree, criterion_id)
            uses = {
                "children": sum(criterion.parent_id == old.id for criterion in tree),
                "evidence": _count(connection, tables.evidence, tables.evidence.c.criterion_id == old.id),
                "codes": _count(connection, tables.evidence_code, tables.evidence_code.c.criterion_id == old.id),
                "obstacles": _count(connection, tables.obstacle, tables.obstacle.c.criterion_id == old.id),
                "scores": _count(connection, tables.score, tables.score.c.criterion_id == old.id),
            }
            if any(uses.values()):
                raise UserError("criterion_in_use", code=old.code, **uses)
            connection.execute(delete(tables.slot).where(tables.slot.c.criterion_id == old.id))
            connection.execute(delete(tables.criterion).where(tables.criterion.c.id == old.id))
            siblings = [o.id for o in tree if o.parent_id == old.parent_id and o.id != old.id]
            self._number(connection, siblings)
            before = {**facts_of(old), "parent_id": old.parent_id, "slots": [*map(slot_facts, old.slots)]}
            self._journal.record(connection, "criterion.removed", f"criterion:{old.id}", before=before)

    # --- writing

    def _write(self, connection: Connection, criterion_id: str, values: Facts) -> None:
        statement = update(tables.criterion).where(tables.criterion.c.id == criterion_id)
        connection.execute(statement.values(**values, **self._database.stamp()))

    def _move(self, connection: Connection, old: Criterion, new: DraftCriterion, years: int) -> None:
        before, after = changes(facts_of(old), facts_of(new))
        if after:
            self._write(connection, old.id, after)
        for slot, wanted in zip(old.slots, new.slots, strict=False):  # its first year may give it periods
            values = slot_facts(wanted) | ({"due": in_year(slot.own_due, years)} if slot.own_due else {})
            this = update(tables.slot).where(tables.slot.c.id == slot.id)
            connection.execute(this.values(**values, **self._database.stamp()))
        self._add_slots(connection, old.id, new.slots[len(old.slots) :], len(old.slots))
        before["slots"], after["slots"] = ([*map(slot_facts, one.slots)] for one in (old, new))
        self._journal.record(connection, "criterion.edited", f"criterion:{old.id}", before, after)

    def _number(self, connection: Connection, siblings: Sequence[str]) -> None:
        for position, criterion_id in enumerate(siblings):
            statement = update(tables.criterion).where(
                tables.criterion.c.id == criterion_id, tables.criterion.c.position != position
            )
            connection.execute(statement.values(position=position, **self._database.stamp()))

    def _replace_requirements(self, connection: Connection, old: Criterion, wanted: dict[int, str]) -> None:
        for known in old.requirements:
            this = tables.slot.c.id == known.id
            if known.number not in wanted:
                if used := _count(connection, tables.evidence, tables.evidence.c.slot_id == known.id):
                    raise UserError("requirement_in_use", code=old.code, number=known.number, evidence=used)
                connection.execute(delete(tables.slot).where(this))
            elif wanted[known.number] != known.text:
                values = {"text": wanted[known.number], **self._database.stamp()}
                connection.execute(update(tables.slot).where(this).values(values))
        known_numbers = {requirement.number for requirement in old.requirements}
        new = [DraftSlot(words, number=number) for number, words in wanted.items() if number not in known_numbers]
        self._add_slots(connection, old.id, new, len(old.slots))

    def _add_slots(self, connection: Connection, criterion_id: str, slots: Sequence[DraftSlot], first: int = 0) -> None:
        if rows := slot_rows(criterion_id, slots, self._database.stamp(), first):
            connection.execute(insert(tables.slot), rows)


def insert_appraisal(
    connection: Connection, appraisal: Appraisal, drafts: Sequence[DraftCriterion], stamp: Facts
) -> tuple[list[Facts], list[Facts]]:
    """Write an appraisal with all it wants to be shown; returns the rows of its criteria and of their slots."""
    connection.execute(insert(tables.appraisal).values(**asdict(appraisal), **stamp))
    criteria, slots = rows_of(appraisal.id, drafts, stamp)
    for table, rows in ((tables.criterion, criteria), (tables.slot, slots)):
        if rows:
            connection.execute(insert(table), rows)
    return criteria, slots


def make_current(connection: Connection, appraisal_id: str, stamp: Facts) -> None:
    """Work on this appraisal from now on."""
    values = {"value": appraisal_id, **stamp}
    made = sqlite_insert(tables.setting).values(key=CURRENT, **values)
    connection.execute(made.on_conflict_do_update(index_elements=["key"], set_=values))


def _check_points(tree: Sequence[Criterion], criterion: Criterion, maximum: float | None) -> None:
    """Points of criteria whose parts have points do not count, whatever was given before they had."""
    below = {criterion.id}
    for one in tree:
        if one.parent_id in below:
            below.add(one.id)
            if one.max_points is not None:
                return
    if given := criterion.given_above(maximum):
        facts = {"code": criterion.code, "round": given[0], "points": f"{given[1]:g}"}
        if maximum is None:
            raise UserError("points_given_already", **facts)
        raise UserError("points_given", **facts, maximum=f"{maximum:g}")


def _check_code(tree: Sequence[Criterion], code: str) -> None:
    if any(criterion.code == code for criterion in tree):
        raise UserError("code_taken", code=code)


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(where)) or 0
