"""A new appraisal from the one that is worked on: nothing that was done counts as done again.

The links are taken over as proposals, which prove nothing until somebody accepts them; states, results, explanations
and percentages begin anew; what the criteria came to becomes their "last year". Difficulties and proposals that nobody
has dealt with go along where the clerk wants it; what was done about last year's shortfalls stays with its year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, update

from core.catalogue.criteria import insert_appraisal, make_current
from core.catalogue.matching import Match, match
from core.catalogue.moving import draft_of, in_year, moved
from core.catalogue.periods import period_of_code
from core.catalogue.records import Appraisal, Criterion, Draft, Result, Slot
from core.catalogue.tree import load_appraisal, load_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.errors import UserError
from core.evidence.obstacles import Obstacle, load_obstacles
from core.evidence.records import Evidence
from core.evidence.rows import load_evidence
from core.evidence.standing import stands_in
from core.journal import Facts, Journal
from core.library.records import Document
from core.library.rows import documents_of, load_documents

WORST: tuple[Result, ...] = ("not_met", "partly", "met")


@dataclass(frozen=True)
class Carry:
    """What becomes of a criterion: `match` None, where nothing in the new catalogue is like it.

    `evidence`: links that would be proposed; `standing`: those of papers that still hold in the new year.
    """

    criterion: Criterion
    match: Match | None
    evidence: tuple[Evidence, ...]
    standing: tuple[Evidence, ...]


@dataclass(frozen=True)
class NextYearPlan:
    """What a new appraisal would be, before anything is made. `new`: codes that are like no criterion of today's.

    `obstacles`: difficulties and proposals that nobody has dealt with.
    """

    today: Appraisal
    draft: Draft
    catalogue: str
    carries: tuple[Carry, ...]
    new: tuple[str, ...]
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True)
class Carried:
    """`proposed`: links that were taken over as proposals; `standing`: how many of them still hold. `obstacles`:
    how many difficulties and proposals went along.
    """

    appraisal: Appraisal
    criteria: int
    proposed: int
    standing: int
    left: int
    obstacles: int = 0


@dataclass(frozen=True)
class Proposal:
    """A link that was taken over and waits for a decision; `standing`: its paper still holds."""

    evidence: Evidence
    document: Document
    standing: bool


class NextYear:
    """Plans and makes it."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def proposals(self) -> list[Proposal]:
        """What nobody has decided on yet, in the order of the criteria; what still holds comes first."""
        with self._database.read() as connection:
            today = load_appraisal(connection)
            order = {criterion.id: place for place, criterion in enumerate(load_tree(connection))}
            links = load_evidence(connection, tables.evidence.c.state == "proposed")
            documents = documents_of(connection, {one.document_id for one in links})
        found = [
            Proposal(one, documents[one.document_id], stands_in(documents[one.document_id], today.year))
            for one in links
        ]
        return sorted(found, key=lambda one: (order[one.evidence.criterion_id], not one.standing))

    def plan(self, draft: Draft | None = None, year: int | None = None, catalogue: str = "") -> NextYearPlan:
        """Without `draft` the same catalogue. Without `year` that of the draft if it is a later one, else the next.

        Raises UserError: "year_missing" where neither says one, "year_wrong" (year) where it is this one's.
        """
        with self._database.read() as connection:
            today, tree = load_appraisal(connection), load_tree(connection)
            links = load_evidence(connection)
            documents = {one.id: one for one in load_documents(connection)}
            waiting = tuple(one for one in load_obstacles(connection, today.id) if one.resolved_at is None)
        new = draft or draft_of(today, tree)
        wanted = year or _next_year(today, draft)
        if wanted is None:
            raise UserError("year_missing")
        if draft is None and wanted == today.year:
            raise UserError("year_wrong", year=wanted)
        new = moved(new, wanted)
        matches = match(tree, new.criteria)
        carried: dict[str, list[Evidence]] = {}
        for one in links:
            if one.counts:
                carried.setdefault(one.criterion_id, []).append(one)
        carries: list[Carry] = []
        for criterion in tree:
            evidence = tuple(carried.get(criterion.id, ()))
            standing = tuple(one for one in evidence if stands_in(documents[one.document_id], wanted))
            carries.append(Carry(criterion, matches.get(criterion.id), evidence, standing))
        taken = {one.code for one in matches.values()}
        codes = tuple(criterion.code for criterion in new.criteria if criterion.code not in taken)
        return NextYearPlan(today, new, catalogue if draft else today.catalogue, tuple(carries), codes, waiting)

    def make(
        self,
        plan: NextYearPlan,
        chosen: Mapping[str, str | None] | None = None,
        *,
        standing_only: bool = False,
        with_obstacles: bool = True,
    ) -> Carried:
        """Make it and work on it. `chosen`: by the id of today's criterion the code that the clerk says it is, None for
        none; where nothing is said, the plan holds. `standing_only`: propose only papers that still hold.
        `with_obstacles`: take over the plan's difficulties and proposals.

        Raises UserError("criterion_unknown", code).
        """
        draft = plan.draft
        names = {
            name: getattr(draft, name) or getattr(plan.today, name) for name in ("organisation", "parent", "place")
        }
        appraisal = Appraisal(
            new_id(), draft.title, draft.year, **names, code_pattern=plan.today.code_pattern, catalogue=plan.catalogue
        )
        targets = {one.criterion.id: one.match.code if one.match else None for one in plan.carries} | dict(chosen or {})
        with self._database.write() as connection:
            criteria, slots = insert_appraisal(connection, appraisal, draft.criteria, self._database.stamp())
            ids = {str(row["code"]): str(row["id"]) for row in criteria}
            if unknown := [code for code in targets.values() if code and code not in ids]:
                raise UserError("criterion_unknown", code=unknown[0])
            make_current(connection, appraisal.id, self._database.stamp())
            after = {**asdict(appraisal), "from": plan.today.id, "criteria": len(criteria)}
            self._journal.record(connection, "appraisal.carried", f"appraisal:{appraisal.id}", after=after)
            years = (draft.year or 0) - (plan.today.year or draft.year or 0)
            proposed = self._carry(connection, plan, targets, _Rows(ids, slots, years), standing_only)
            obstacles = plan.obstacles if with_obstacles else ()
            for one in obstacles:
                self._carry_obstacle(connection, one, appraisal.id, ids.get(targets.get(one.criterion_id or "") or ""))
        holding = {one.id for carry in plan.carries for one in carry.standing}
        left = sum(len(carry.evidence) for carry in plan.carries) - len(proposed)
        return Carried(
            appraisal, len(criteria), len(proposed), len(holding.intersection(proposed)), left, len(obstacles)
        )

    def _carry(
        self,
        connection: Connection,
        plan: NextYearPlan,
        targets: Mapping[str, str | None],
        rows: "_Rows",
        standing_only: bool,
    ) -> list[str]:
        """Last year's results, and the links as proposals; returns the ids of the links that were taken over."""
        proposed: list[str] = []
        known: set[tuple[str, str, str | None]] = set()
        positions: dict[str, int] = {}
        last: dict[str, list[Criterion]] = {}
        for carry in plan.carries:
            code = targets[carry.criterion.id]
            if code is None:
                continue
            target = rows.criteria[code]
            last.setdefault(target, []).append(carry.criterion)
            places = rows.places(carry.criterion, target)
            for slot in carry.criterion.slots:
                if slot.own_due and (place := places.get(slot.id)):
                    due = {"due": in_year(slot.own_due, rows.years)}
                    connection.execute(update(tables.slot).where(tables.slot.c.id == place).values(due))
            for one in carry.standing if standing_only else carry.evidence:
                key = (target, one.document_id, places.get(one.slot or ""))
                if key not in known:
                    known.add(key)
                    positions[target] = positions.get(target, -1) + 1
                    self._propose(connection, one, key, positions[target])
                    proposed.append(one.id)
        for target, olds in last.items():
            self._remember(connection, target, olds)
        return proposed

    def _propose(self, connection: Connection, one: Evidence, key: tuple[str, str, str | None], position: int) -> None:
        criterion_id, document_id, slot_id = key
        facts: Facts = {
            "criterion_id": criterion_id,
            "document_id": document_id,
            "slot_id": slot_id,
            "pages": one.pages,
            "note": one.note,
            "position": position,
            "state": "proposed",
        }
        evidence_id = new_id()
        connection.execute(insert(tables.evidence).values(id=evidence_id, **facts, **self._database.stamp()))
        self._journal.record(connection, "evidence.proposed", f"evidence:{evidence_id}", after=facts)

    def _carry_obstacle(
        self, connection: Connection, one: Obstacle, appraisal_id: str, criterion_id: str | None
    ) -> None:
        """Where its criterion has no like, it stays with its unit."""
        facts: Facts = {"kind": one.kind, "text": one.text, "criterion_id": criterion_id, "unit": one.unit}
        row = {"id": new_id(), "appraisal_id": appraisal_id, **facts, **self._database.stamp()}
        connection.execute(insert(tables.obstacle).values(row))
        self._journal.record(connection, "obstacle.carried", f"obstacle:{row['id']}", after={**facts, "from": one.id})

    def _remember(self, connection: Connection, criterion_id: str, olds: Sequence[Criterion]) -> None:
        results = [one.result for one in olds if one.result]
        lost = [one.max_points - one.points for one in olds if one.max_points is not None and one.points is not None]
        values: Facts = {
            "last_result": min(results, key=WORST.index, default=None),
            "last_lost": round(sum(lost), 2) if lost else None,
        }
        if results or lost:
            this = tables.criterion.c.id == criterion_id
            connection.execute(update(tables.criterion).where(this).values(**values, **self._database.stamp()))


@dataclass(frozen=True)
class _Rows:
    """The rows of the new appraisal: ids of its criteria by code, its slots, and how many years later it is."""

    criteria: Mapping[str, str]
    slots: Sequence[Facts]
    years: int

    def places(self, old: Criterion, criterion_id: str) -> dict[str, str]:
        """By the id of an old slot the new one that wants the same: by number, by part of the year, or by words."""
        here = [row for row in self.slots if row["criterion_id"] == criterion_id]
        found = {
            slot.id: next((str(row["id"]) for row in here if self._is_same(slot, row)), None) for slot in old.slots
        }
        return {key: place for key, place in found.items() if place}

    def _is_same(self, slot: Slot, row: Facts) -> bool:
        if slot.number is not None or row["number"] is not None:
            return slot.number == row["number"]
        period = period_of_code(row["period"] or "")
        if slot.period and period:
            return slot.period.part == period.part
        return slot.text == row["text"]


def _next_year(today: Appraisal, draft: Draft | None) -> int | None:
    if draft and draft.year and draft.year != today.year:
        return draft.year
    return today.year + 1 if today.year else None
