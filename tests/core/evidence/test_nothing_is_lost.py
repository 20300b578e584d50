"""Whatever clerks do to evidence, judgements and the catalogue: nothing is lost, and all of it can be taken back.

Clerks link, unlink, move, judge, explain, edit slots, revise documents, mend their dates, import corrected plans and
begin the next year; each of it may be undone and done again, which gives exactly the rows that there were. The tree,
the evidence and the coverage that are kept from one time to the next are what reading and counting from nothing gives;
and the coverage is held against a count that knows no more than the rules in words.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import insert, select

from core.catalogue.appraisals import Appraisals
from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft, Slot
from core.catalogue.slots import Slots
from core.catalogue.tree import load_criterion, load_tree
from core.database import engine, tables
from core.database.engine import Database, new_id, now
from core.database.upgrade import upgrade
from core.errors import UserError
from core.evidence.catalogue_update import CatalogueUpdate
from core.evidence.codes import Codes
from core.evidence.coverage import Standing, coverage, row_of
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.evidence.next_year import NextYear
from core.evidence.rows import load_evidence
from core.journal import Journal
from core.library.descriptions import Descriptions
from core.library.documents import Documents
from core.library.search import Search
from core.undo import Undo
from tests.core.test_undo import Rows, rows_of

STATED = (
    Stated("1", "CHỈ ĐẠO"),
    Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) bài viết"),
    Stated("1.2", "Báo cáo 6 tháng và tổng kết năm"),
    Stated("1.3", "Kiểm tra (Yêu cầu: 2 biên bản)"),
    Stated("1.4", "Rà soát"),
)
PLANS = (
    STATED,
    (*STATED[:3], Stated("1.3", "Kiểm tra"), Stated("1.5", "Rà soát văn bản"), Stated("1.6", "Việc mới")),
    (STATED[0], Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) toạ đàm; (3) bài viết"), STATED[2]),
)
DAYS = (date(2023, 2, 1), date(2023, 8, 1), None)
ON = date(2023, 7, 1)
YEARS = (2023, 2024)
ANY = st.integers(0, 1000)


@dataclass
class Link:
    """What the clerks of this test remember of a link."""

    document: str
    criterion: str
    slot: str | None
    state: str = "accepted"
    reason: str | None = None

    @property
    def counts(self) -> bool:
        return self.state in ("accepted", "checked")


@dataclass
class Memory:
    """All that the clerks remember; by appraisal (its year), for each has its own links."""

    year: int = 2023
    links: dict[int, dict[str, Link]] = field(default_factory=lambda: {2023: {}})
    explanations: dict[int, dict[str, str]] = field(default_factory=lambda: {2023: {}})
    codes: dict[tuple[int, str], str] = field(default_factory=dict)
    revisions: dict[str, int] = field(default_factory=dict)
    days: dict[str, date | None] = field(default_factory=dict)


class NothingIsLost(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "minhchung.db"
        upgrade(path, path.parent / "backups")
        self.database = Database(path, "lan")
        self.journal = Journal(self.database)
        self.search = Search(self.database)
        self.undo = Undo(self.database, self.journal, self.search)
        self.criteria = Criteria(self.database, self.journal)
        self.appraisals = Appraisals(self.database, self.journal)
        self.slots = Slots(self.database, self.journal)
        self.links = Links(self.database, self.journal, Codes(self.database, self.journal))
        self.judgements = Judgements(self.database, self.journal)
        self.care = CatalogueUpdate(self.database, self.journal)
        self.next_year = NextYear(self.database, self.journal)
        descriptions = Descriptions(self.database, self.journal, self.search)
        self.documents = Documents(self.database, self.journal, None, descriptions, self.search)  # type: ignore[arg-type]
        self.seldom = Links(self.database, self.journal, Codes(self.database, self.journal))  # asked now and then
        self.criteria_seldom = Criteria(self.database, self.journal)
        self.standing = Standing()
        self.memory = Memory()
        self.done: list[tuple[Rows, Memory]] = []
        self.undone: list[tuple[Rows, Memory]] = []

    @initialize()
    def make(self) -> None:
        self.criteria.create(Draft("x", 2023, draft_criteria(STATED, 2023)))
        for number in range(6):
            day = DAYS[number % 3]
            row = {"id": new_id(), "issued_on": day, "added_at": now(), "added_by": "", **self.database.stamp()}
            with self.database.write() as connection:
                connection.execute(insert(tables.document).values(**row))
                self.revise_in(connection, str(row["id"]), 1)
            self.days[str(row["id"])] = day
            self.memory.revisions[str(row["id"])] = 1

    # --- how things are done

    @property
    def days(self) -> dict[str, date | None]:
        """When the documents were issued."""
        return self.memory.days

    @property
    def known(self) -> dict[str, Link]:
        """The links of the appraisal that is worked on."""
        return self.memory.links[self.memory.year]

    @contextmanager
    def step(self) -> Generator[None]:
        """One thing that a clerk does, and remembers."""
        before = rows_of(self.database), deepcopy(self.memory)
        with self.undo.step() as doing:
            yield
        if doing.step:
            self.done.append(before)
            self.undone.clear()

    def one(self, index: int) -> str:
        return list(self.known)[index % len(self.known)]

    def revise_in(self, connection, document_id: str, number: int) -> None:
        sha256 = f"{document_id.replace('-', '')}{number:032}"
        row = {"sha256": sha256, "size": 1, "problems": [], "signatures": [], "description": {}}
        connection.execute(insert(tables.original).values(**row, **self.database.stamp()).prefix_with("OR IGNORE"))
        if number > 1:
            self.documents.revise(connection, document_id, sha256, f"{number}.pdf", "")
            return
        first = {"id": new_id(), "document_id": document_id, "number": 1, "name": "1.pdf", "source": ""}
        connection.execute(insert(tables.revision).values(**first, sha256=sha256, **self.database.stamp()))
        self.search.refresh(connection, document_id)

    def remember_codes(self) -> None:
        """A code is given once."""
        for one in self.links.all():
            if one.code:
                key = (self.memory.year, one.document_id)
                assert self.memory.codes.setdefault(key, one.code) == one.code

    # --- what clerks do

    @rule(document=ANY, criterion=ANY, place=ANY)
    def link(self, document: int, criterion: int, place: int) -> None:
        tree = self.criteria.tree()
        wanted = tree[criterion % len(tree)]
        slot = [None, *(slot.id for slot in wanted.slots)][place % (len(wanted.slots) + 1)]
        paper = list(self.days)[document % len(self.days)]
        same = [
            one for one in self.known.values() if (one.document, one.criterion, one.slot) == (paper, wanted.id, slot)
        ]
        if same and same[0].state == "rejected":
            with pytest.raises(UserError, match="evidence_rejected"):
                self.links.link(paper, wanted.id, slot=slot)
            return
        with self.step():
            made = self.links.link(paper, wanted.id, slot=slot)
            if self.known.setdefault(made.id, Link(paper, wanted.id, slot)).state == "proposed":
                self.known[made.id].state = "accepted"
            self.remember_codes()

    @rule(index=ANY)
    def unlink(self, index: int) -> None:
        if self.known:
            with self.step():
                self.links.unlink(key := self.one(index))
                del self.known[key]

    @rule(index=ANY, criterion=ANY)
    def move(self, index: int, criterion: int) -> None:
        if not self.known:
            return
        key, tree = self.one(index), self.criteria.tree()
        target, link = tree[criterion % len(tree)].id, self.known[key]
        others = [one for other, one in self.known.items() if other != key]
        if any((one.document, one.criterion, one.slot) == (link.document, target, None) for one in others):
            with pytest.raises(UserError, match="evidence_exists"):
                self.links.move(key, target)
            return
        with self.step():
            self.links.move(key, target)
            link.criterion, link.slot = target, None

    @rule(index=ANY, what=st.sampled_from(["accept", "check", "reopen", "reject"]))
    def judge(self, index: int, what: str) -> None:
        if not self.known:
            return
        key = self.one(index)
        link = self.known[key]
        with self.step():
            if what == "reject":
                self.judgements.reject(key, "Sai năm")
                link.state, link.reason = "rejected", "Sai năm"
            elif what == "accept":
                self.links.accept(key)
                link.state = "accepted" if link.state == "proposed" else link.state
            else:
                (self.judgements.check if what == "check" else self.judgements.reopen)(key)
                link.state, link.reason = ("checked" if what == "check" else "accepted"), None
            self.remember_codes()

    @rule(index=ANY, explanation=st.sampled_from(["", "Vì …", "Đang làm"]))
    def explain(self, index: int, explanation: str) -> None:
        tree = self.criteria.tree()
        key = tree[index % len(tree)].id
        with self.step():
            self.judgements.assess(key, state="collected", result="partly", explanation=explanation)
            self.memory.explanations[self.memory.year][key] = explanation

    @rule(index=ANY, count=st.integers(1, 3), what=st.sampled_from(["add", "edit", "remove"]))
    def change_slot(self, index: int, count: int, what: str) -> None:
        tree = self.criteria.tree()
        slots = [slot for criterion in tree for slot in criterion.slots]
        if what == "add":
            with self.step():
                self.slots.add(tree[index % len(tree)].id, "mới", count=count)
        elif slots and what == "edit":
            with self.step():
                self.slots.edit(slots[index % len(slots)].id, count=count)
        elif slots:
            slot = slots[index % len(slots)]
            if any(link.slot == slot.id for link in self.known.values()):
                with pytest.raises(UserError, match="slot_in_use"):
                    self.slots.remove(slot.id)
            else:
                with self.step():
                    self.slots.remove(slot.id)

    @rule(index=ANY)
    def revise(self, index: int) -> None:
        paper = list(self.days)[index % len(self.days)]
        with self.step(), self.database.write() as connection:
            self.memory.revisions[paper] += 1
            self.revise_in(connection, paper, self.memory.revisions[paper])

    @rule(index=ANY, day=st.sampled_from(DAYS))
    def mend_the_date(self, index: int, day: date | None) -> None:
        paper = list(self.days)[index % len(self.days)]
        with self.step():
            self.documents.describe(paper, issued_on=day)
            self.days[paper] = day

    @rule(plan=st.sampled_from(PLANS))
    def import_plan(self, plan: tuple[Stated, ...]) -> None:
        year = self.memory.year
        with self.step():
            self.care.apply(self.care.plan(Draft("x", year, draft_criteria(plan, year))))
            there = {slot.id for criterion in self.criteria.tree() for slot in criterion.slots}
            for link in self.known.values():
                link.slot = link.slot if link.slot in there else None

    @rule()
    def begin_the_next_year_or_change_over(self) -> None:
        there = 2024 in self.memory.links
        with self.step():
            if there:
                self.memory.year = next(year for year in YEARS if year != self.memory.year)
                self.appraisals.use(str(self.memory.year))
                return
            counting = sum(one.counts for one in self.known.values())
            carried = self.next_year.make(self.next_year.plan())
            assert carried.proposed + carried.left == counting
            self.memory.year = 2024
            self.memory.explanations[2024] = {}
            self.memory.links[2024] = {
                one.id: Link(one.document_id, one.criterion_id, one.slot, one.state) for one in self.links.all()
            }
            assert {one.state for one in self.known.values()} <= {"proposed"}

    @rule()
    def take_back(self) -> None:
        if self.done:
            now_is = rows_of(self.database), deepcopy(self.memory)
            rows, memory = self.done.pop()
            self.undo.undo()
            assert rows_of(self.database) == rows
            self.undone.append(now_is)
            self.memory = memory

    @rule()
    def do_again(self) -> None:
        if self.undone:
            now_is = rows_of(self.database), deepcopy(self.memory)
            rows, memory = self.undone.pop()
            self.undo.redo()
            assert rows_of(self.database) == rows
            self.done.append(now_is)
            self.memory = memory

    # --- what always holds

    @rule()
    def ask_after_a_while(self) -> None:
        with self.database.read() as connection:
            assert self.seldom.all() == load_evidence(connection)
            assert self.criteria_seldom.tree() == (tree := load_tree(connection))
            assert tuple(load_criterion(connection, one.id) for one in tree) == tree

    @invariant()
    def what_is_kept_is_what_the_database_says(self) -> None:
        if not self.days:
            return
        with self.database.read() as connection:
            tree, evidence = load_tree(connection), load_evidence(connection)
        assert (self.criteria.tree(), self.links.all()) == (tree, evidence)
        assert [(one.id, one.changed_at) for one in self.links.all()] == [(one.id, one.changed_at) for one in evidence]
        standing = self.standing.coverage(self.criteria.tree(), self.links.lists(), ON)
        assert standing == coverage(tree, evidence, ON)

    @invariant()
    def everything_is_there(self) -> None:
        if not self.days:
            return
        found = {
            one.id: Link(one.document_id, one.criterion_id, one.slot, one.state, one.reason) for one in self.links.all()
        }
        assert found == self.known
        told = self.memory.explanations[self.memory.year]
        kept = {one.id: one.explanation for one in self.criteria.tree() if one.explanation}
        assert kept == {key: words for key, words in told.items() if words}
        with self.database.read() as connection:
            codes, years = tables.evidence_code, tables.appraisal
            query = select(years.c.year, codes.c.document_id, codes.c.code).join_from(codes, years)
            assert {(year, paper): code for year, paper, code in connection.execute(query)} == self.memory.codes
            revisions = connection.execute(select(tables.revision.c.document_id, tables.revision.c.number)).all()
        assert sorted(revisions) == sorted(
            (paper, number) for paper, last in self.memory.revisions.items() for number in range(1, last + 1)
        )

    @invariant()
    def coverage_is_what_a_plain_count_says(self) -> None:
        if not self.days:
            return
        tree, evidence = self.criteria.tree(), self.links.all()
        found = coverage(tree, evidence, ON)
        assert {row.criterion.id for row in found.rows} == {
            one.id for one in tree if one.is_leaf and one.counts_as != "set_aside"
        }
        for row in found.rows:
            links = [one for one in self.known.values() if one.criterion == row.criterion.id and one.counts]
            slots = row.criterion.slots
            full = [self.filling(slot, slots, links) >= slot.count for slot in slots] or [bool(links)]
            state = "complete" if all(full) else "partial" if links else "missing"
            assert (row.state, row.evidence) == (state, len(links)), row.criterion.code
            alone = [one for one in evidence if one.criterion_id == row.criterion.id]
            assert row_of(row.criterion, alone, ON) == row

    def filling(self, slot: Slot, slots: Sequence[Slot], links: list[Link]) -> int:
        """Links to the slot; of those to the whole criterion those for the only slot, or for its half of the year."""
        named = sum(link.slot == slot.id for link in links)
        whole = [self.days[link.document] for link in links if link.slot is None]
        if len(slots) == 1:
            return named + (0 if slot.number else len(whole))
        if slot.period is None:
            return named
        first = min(one.period.end for one in slots if one.period)
        days = [day for day in whole if day is not None and day.year == slot.period.year]
        if slot.period.end == first:
            return named + sum(day <= first for day in days)
        return named + sum(first < day <= slot.period.end for day in days)

    def teardown(self) -> None:
        assert self.journal.is_whole()
        self.database.close()
        self.folder.cleanup()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody cuts the power here."""
    monkeypatch.setattr(engine, "PRAGMAS", [pragma.replace("=FULL", "=OFF") for pragma in engine.PRAGMAS])


TestNothingIsLost = NothingIsLost.TestCase
TestNothingIsLost.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
