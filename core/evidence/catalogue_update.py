"""A corrected plan over a catalogue that is in use: what it would change, then the change. No evidence is dropped.

A criterion that goes is removed only where nothing hangs on it. Else it is set aside, with its evidence, explanation
and all, below one place at the end of the tree that coverage does not count; from there a clerk moves it on.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from core.catalogue.demands import draft_slots
from core.catalogue.fields import changes, facts_of, slot_facts, slot_rows
from core.catalogue.matching import match, reordered
from core.catalogue.records import Appraisal, AssessedBy, Criterion, Draft, DraftCriterion, DraftSlot, Slot
from core.catalogue.requirements import is_survey
from core.catalogue.tree import find, load_appraisal, load_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.errors import UserError
from core.journal import Facts, Journal

Kind = Literal["new", "changed", "same", "set_aside", "removed"]
PLACE_CODE, PLACE_TITLE = "CX", "Chưa xếp"  # part of the catalogue, as its own words are
GONE = " (cũ)"  # behind the code of what was set aside: its code may come to mean another criterion


@dataclass(frozen=True)
class CriterionChange:
    """`old` None: it is new; `new` None: it goes. `fields`: which of its facts differ, "slots", "parent" and "order"
    (another place among its brothers and sisters) among them.

    `evidence`: how many links hang on it; `loosened`: how many of them lose their slot and prove the whole criterion.
    `given`: points that were given and are above its new maximum.
    """

    kind: Kind
    old: Criterion | None
    new: DraftCriterion | None
    fields: tuple[str, ...] = ()
    evidence: int = 0
    loosened: int = 0
    given: float | None = None


@dataclass(frozen=True)
class UpdatePlan:
    """What a plan would change: its criteria in its order, then what goes. `chosen` and `keep` as they were given."""

    appraisal: Appraisal
    draft: Draft
    changes: tuple[CriterionChange, ...]
    chosen: Mapping[str, str | None]
    keep: frozenset[str]

    def count(self, kind: Kind) -> int:
        return sum(change.kind == kind for change in self.changes)


@dataclass(frozen=True)
class _Slots:
    """What becomes of the slots of a criterion."""

    edited: list[tuple[Slot, Facts]] = field(default_factory=list[tuple[Slot, Facts]])
    new: list[DraftSlot] = field(default_factory=list[DraftSlot])
    gone: list[Slot] = field(default_factory=list[Slot])

    def __bool__(self) -> bool:
        return bool(self.edited or self.new or self.gone)


class CatalogueUpdate:
    """Works on the current appraisal."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def plan(
        self, draft: Draft, chosen: Mapping[str, str | None] | None = None, keep: Collection[str] = ()
    ) -> UpdatePlan:
        """What the draft would change. `chosen`: by the id of a criterion the code that it has in the draft, None: it
        goes; `keep`: ids of criteria that stay although the draft has none like them.

        Raises UserError: "plan_of_other_year" (year, wanted), "criterion_unknown" (code).
        """
        with self._database.read() as connection:
            return _plan(connection, draft, dict(chosen or {}), frozenset(keep))

    def apply(self, plan: UpdatePlan) -> UpdatePlan:
        """Change the catalogue; returns what was done, which differs from the plan where the catalogue has."""
        with self._database.write() as connection:
            plan = _plan(connection, plan.draft, plan.chosen, plan.keep)
            _Writer(connection, self._database, self._journal, plan).write()
            return plan


def _plan(connection: Connection, draft: Draft, chosen: Mapping[str, str | None], keep: frozenset[str]) -> UpdatePlan:
    appraisal, tree = load_appraisal(connection), load_tree(connection)
    if draft.year and appraisal.year and draft.year != appraisal.year:
        raise UserError("plan_of_other_year", year=draft.year, wanted=appraisal.year)
    codes = {one.code for one in draft.criteria}
    if unknown := [code for code in chosen.values() if code and code not in codes]:
        raise UserError("criterion_unknown", code=unknown[0])
    old = [one for one in tree if one.assessed_by != "set_aside"]
    free = [one for one in old if one.id not in chosen]
    left = [one for one in draft.criteria if one.code not in chosen.values()]
    found = {key: one.code for key, one in match(free, left).items()} | {key: c for key, c in chosen.items() if c}
    by_code = {code: find(tree, key) for key, code in found.items()}
    uses = _uses(connection)
    above = {code: one.id for code, one in by_code.items()}
    parents = {one.code: above.get(one.parent, one.parent) if one.parent else None for one in draft.criteria}
    moved = reordered(draft.criteria, by_code, parents)
    made: list[CriterionChange] = []
    for one in draft.criteria:
        place = _Place(parents[one.code], one.code in moved)
        made.append(_change(by_code.get(one.code), one, place, uses, appraisal.year))
    for one in old:
        if one.id not in found and one.id not in keep and one.counts_as != "set_aside":
            kind: Kind = "set_aside" if _is_used(one, uses) else "removed"
            made.append(CriterionChange(kind, one, None, evidence=uses.evidence.get(one.id, 0)))
    return UpdatePlan(appraisal, draft, tuple(made), chosen, keep)


@dataclass(frozen=True)
class _Place:
    """Where a criterion of the plan belongs; `is_reordered`: brothers and sisters that it had change sides with it.

    `parent_id` of a parent that is yet to be made is its code.
    """

    parent_id: str | None
    is_reordered: bool


@dataclass(frozen=True)
class _Uses:
    """Links by criterion and by slot; criteria that something else hangs on."""

    evidence: Mapping[str, int]
    slots: Mapping[str, int]
    others: frozenset[str]


def _uses(connection: Connection) -> _Uses:
    evidence: dict[str, int] = {}
    slots: dict[str, int] = {}
    for row in connection.execute(select(tables.evidence.c.criterion_id, tables.evidence.c.slot_id)):
        evidence[row.criterion_id] = evidence.get(row.criterion_id, 0) + 1
        if row.slot_id:
            slots[row.slot_id] = slots.get(row.slot_id, 0) + 1
    others: set[str] = set()
    for table in (tables.evidence_code, tables.obstacle, tables.score):
        others.update(key for key in connection.scalars(select(table.c.criterion_id)) if key)
    return _Uses(evidence, slots, frozenset(others))


def _is_used(one: Criterion, uses: _Uses) -> bool:
    """Whether anything would be lost with it."""
    written = (one.result, one.explanation, one.last_result, one.last_lost, one.remedy)
    entered = any(slot.reached is not None for slot in one.slots)
    return one.id in uses.evidence or one.id in uses.others or one.state != "untouched" or any(written) or entered


def _change(
    old: Criterion | None, new: DraftCriterion, place: _Place, uses: _Uses, year: int | None
) -> CriterionChange:
    if old is None:
        return CriterionChange("new", None, new)
    _, after = changes(facts_of(old), _wanted(old, new))
    slots = _slots(old, new, uses, year)
    others = {"slots": bool(slots), "parent": place.parent_id != old.parent_id, "order": place.is_reordered}
    above = old.given_above(after["max_points"]) if "max_points" in after else None
    fields = (*after, *(name for name, differs in others.items() if differs))
    return CriterionChange(
        "changed" if fields else "same",
        old,
        new,
        fields,
        uses.evidence.get(old.id, 0),
        sum(uses.slots.get(slot.id, 0) for slot in slots.gone),
        above[1] if above else None,
    )


def _wanted(old: Criterion, new: DraftCriterion) -> Facts:
    """The row's values that the plan asks for. What a clerk has set stays where the plan says nothing new of it."""
    wanted = facts_of(new)
    for name in ("lead_unit", "coordinating_units", "max_points"):
        if not wanted[name]:
            wanted[name] = facts_of(old)[name]
    if old.deadline_text == new.deadline_text:
        wanted["deadlines"] = facts_of(old)["deadlines"]
    meant: AssessedBy = "survey" if is_survey(old.text) else "documents"
    if old.assessed_by != meant:
        wanted["assessed_by"] = old.assessed_by
    return wanted


def _slots(old: Criterion, new: DraftCriterion, uses: _Uses, year: int | None) -> _Slots:
    result = _Slots()
    left = list(old.slots)
    for draft in new.slots:
        same = next((slot for slot in left if _is_same(slot, draft)), None)
        if same is None:
            result.new.append(draft)
            continue
        left.remove(same)
        _, after = changes(slot_facts(same), slot_facts(draft))
        if after:
            result.edited.append((same, after))
    meant = [slot_facts(slot) for slot in draft_slots(old.text, old.deadline_text, year)]
    for slot in left:
        by_hand = slot_facts(slot) not in meant or slot.reached is not None or slot.own_due is not None
        if not by_hand:
            result.gone.append(slot)
    if not new.slots and any(uses.slots.get(slot.id) for slot in result.gone):
        result.gone.clear()  # any paper will do now: the slots that are filled say more than none
    return result


def _is_same(slot: DraftSlot, draft: DraftSlot) -> bool:
    if slot.number is not None or draft.number is not None:
        return slot.number == draft.number
    if slot.period or draft.period:
        return slot.period == draft.period
    return slot.text == draft.text


class _Writer:
    """Carries a plan out in a transaction."""

    def __init__(self, connection: Connection, database: Database, journal: Journal, plan: UpdatePlan) -> None:
        self._connection = connection
        self._database = database
        self._journal = journal
        self._plan = plan
        self._tree = load_tree(connection)
        self._uses = _uses(connection)
        self._ids = {one.new.code: one.old.id if one.old else new_id() for one in plan.changes if one.new}

    def write(self) -> None:
        counts = {kind: self._plan.count(kind) for kind in ("new", "changed", "set_aside", "removed")}
        if not any(counts.values()):
            return
        subject = f"appraisal:{self._plan.appraisal.id}"
        self._journal.record(self._connection, "catalogue.updated", subject, after=counts)
        going = [one.old for one in self._plan.changes if one.new is None and one.old]
        moving = [one.old for one in self._plan.changes if one.new and one.old and one.old.code != one.new.code]
        for criterion in (*moving, *going):
            self._set(criterion.id, {"code": criterion.id})  # codes may change places
        self._set_aside([one.old for one in self._plan.changes if one.kind == "set_aside" and one.old])
        self._place_all()
        for one in reversed(self._plan.changes):
            if one.kind == "removed" and one.old:
                self._remove(one.old)
        self._number_top()

    def _set(self, criterion_id: str, values: Facts) -> None:
        this = tables.criterion.c.id == criterion_id
        self._connection.execute(update(tables.criterion).where(this).values(**values, **self._database.stamp()))

    def _set_aside(self, criteria: Sequence[Criterion]) -> None:
        if not criteria:
            return
        place = next((one.id for one in self._tree if one.assessed_by == "set_aside"), None) or self._make_place()
        first = sum(one.parent_id == place for one in self._tree)
        taken = {one.code for one in self._tree} | {one.code for one in self._plan.draft.criteria}
        for position, one in enumerate(criteria, first):
            code = next(name for name in _names(one.code) if name not in taken)
            taken.add(code)
            self._set(one.id, {"code": code, "parent_id": place, "position": position})
            before, after = {"code": one.code, "parent_id": one.parent_id}, {"code": code, "parent_id": place}
            self._journal.record(self._connection, "criterion.set_aside", f"criterion:{one.id}", before, after)

    def _make_place(self) -> str:
        taken = {one.code for one in self._tree} | {one.code for one in self._plan.draft.criteria}
        codes = (PLACE_CODE, *(f"{PLACE_CODE}{number}" for number in range(2, len(taken) + 3)))
        facts: Facts = {
            "code": next(code for code in codes if code not in taken),
            "title": PLACE_TITLE,
            "assessed_by": "set_aside",
            "coordinating_units": [],
            "deadlines": [],
        }
        place = {"id": new_id(), "appraisal_id": self._plan.appraisal.id, "parent_id": None, "position": 0}
        self._connection.execute(insert(tables.criterion).values(**place, **facts, **self._database.stamp()))
        self._journal.record(self._connection, "criterion.added", f"criterion:{place['id']}", after=facts)
        return str(place["id"])

    def _place_all(self) -> None:
        """Every criterion of the plan with its words, at its place; those that are kept come after them."""
        counts: dict[str | None, int] = {}
        for one in self._plan.changes:
            if one.new is None:
                continue
            parent = self._ids[one.new.parent] if one.new.parent else None
            place: Facts = {"parent_id": parent, "position": counts.get(parent, 0)}
            counts[parent] = place["position"] + 1
            if one.old is None:
                self._add(one.new, place)
            else:
                self._edit(one.old, one.new, place)
        gone = {one.old.id for one in self._plan.changes if one.new is None and one.old}
        for kept in self._tree:
            if kept.id in self._plan.keep and kept.id not in self._ids.values():
                parent = None if kept.parent_id in gone else kept.parent_id
                self._set(kept.id, {"parent_id": parent, "position": counts.get(parent, 0)})
                counts[parent] = counts.get(parent, 0) + 1

    def _add(self, new: DraftCriterion, place: Facts) -> None:
        row = {"id": self._ids[new.code], "appraisal_id": self._plan.appraisal.id, **place, **facts_of(new)}
        stamp = self._database.stamp()
        self._connection.execute(insert(tables.criterion).values(**row, **stamp))
        if slots := slot_rows(row["id"], new.slots, stamp):
            self._connection.execute(insert(tables.slot), slots)
        after = {**facts_of(new), "slots": [*map(slot_facts, new.slots)]}
        self._journal.record(self._connection, "criterion.added", f"criterion:{row['id']}", after=after)

    def _edit(self, old: Criterion, new: DraftCriterion, place: Facts) -> None:
        before, after = changes(facts_of(old), _wanted(old, new))
        _, moved = changes({"parent_id": old.parent_id, "position": old.position}, place)
        if after or moved:
            self._set(old.id, {**after, **moved})
        slots = _slots(old, new, self._uses, self._plan.appraisal.year)
        stamp = self._database.stamp()
        for slot, values in slots.edited:
            this = tables.slot.c.id == slot.id
            self._connection.execute(update(tables.slot).where(this).values(**values, **stamp))
        for slot in slots.gone:
            self._drop(old, slot)
        if rows := slot_rows(old.id, slots.new, stamp, len(old.slots)):
            self._connection.execute(insert(tables.slot), rows)
        if slots:
            before["slots"] = [slot_facts(slot) for slot in (*(one for one, _ in slots.edited), *slots.gone)]
            after["slots"] = [*({**slot_facts(one), **to} for one, to in slots.edited), *map(slot_facts, slots.new)]
        if after:
            self._journal.record(self._connection, "criterion.edited", f"criterion:{old.id}", before, after)

    def _drop(self, criterion: Criterion, slot: Slot) -> None:
        """A slot that goes: its evidence proves the whole criterion then; where it does so already, the slot stays."""
        table = tables.evidence.c
        links = self._connection.execute(select(tables.evidence).where(table.slot_id == slot.id)).all()
        whole = (table.criterion_id == criterion.id) & table.slot_id.is_(None)
        known = set(self._connection.scalars(select(table.document_id).where(whole)))
        if any(one.document_id in known for one in links):
            return
        for one in links:
            values: dict[str, Any] = {"slot_id": None, **self._database.stamp()}
            self._connection.execute(update(tables.evidence).where(table.id == one.id).values(values))
            facts = {"slot": slot.id, "requirement": slot.number}, {"slot": None, "requirement": None}
            self._journal.record(self._connection, "evidence.edited", f"evidence:{one.id}", *facts)
        self._connection.execute(delete(tables.slot).where(tables.slot.c.id == slot.id))

    def _remove(self, old: Criterion) -> None:
        self._connection.execute(delete(tables.slot).where(tables.slot.c.criterion_id == old.id))
        self._connection.execute(delete(tables.criterion).where(tables.criterion.c.id == old.id))
        before = {**facts_of(old), "parent_id": old.parent_id, "slots": [*map(slot_facts, old.slots)]}
        self._journal.record(self._connection, "criterion.removed", f"criterion:{old.id}", before=before)

    def _number_top(self) -> None:
        """What was set aside stands behind everything else."""
        tops = [one for one in load_tree(self._connection) if one.parent_id is None]
        for one in tops:
            if one.assessed_by == "set_aside":
                self._set(one.id, {"position": len(tops) - 1})


def _names(code: str) -> Sequence[str]:
    base = code.partition(GONE)[0] + GONE
    return (base, *(f"{base[:-1]} {number})" for number in range(2, 100)))
