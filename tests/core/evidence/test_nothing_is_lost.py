"""Whatever clerks do to evidence, slots and judgements: coverage is what a plain count says, and nothing is lost.

Coverage keeps nothing from one time to the next: it is worked out from nothing each time, so there is no second truth
that could differ. What it is held against here is a count that knows no more than the rules in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import insert

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft, Slot
from core.catalogue.slots import Slots
from core.database import tables
from core.database.engine import Database, new_id, now
from core.database.upgrade import upgrade
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.coverage import coverage
from core.evidence.judgements import Judgements
from core.evidence.links import Links
from core.journal import Journal
from core.library.search import Search
from core.undo import Undo

STATED = (
    Stated("1", "CHỈ ĐẠO"),
    Stated("1.1", "Tuyên truyền: (1) hội nghị; (2) bài viết"),
    Stated("1.2", "Báo cáo 6 tháng và tổng kết năm"),
    Stated("1.3", "Kiểm tra (Yêu cầu: 2 biên bản)"),
    Stated("1.4", "Rà soát"),
)
DAYS = (date(2023, 2, 1), date(2023, 8, 1), None)
ANY = st.integers(0, 1000)


@dataclass
class Link:
    """What the clerks of this test remember of a link."""

    document: str
    criterion: str
    slot: str | None
    rejected: str | None = None


class NothingIsLost(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "minhchung.db"
        upgrade(path, path.parent / "backups")
        self.database = Database(path, "lan")
        self.journal = Journal(self.database)
        self.undo = Undo(self.database, self.journal, Search(self.database))
        self.criteria = Criteria(self.database, self.journal)
        self.slots = Slots(self.database, self.journal)
        self.links = Links(self.database, self.journal, Codes(self.database, self.journal))
        self.judgements = Judgements(self.database, self.journal)
        self.days: dict[str, date | None] = {}
        self.known: dict[str, Link] = {}
        self.explanations: dict[str, str] = {}

    @initialize()
    def make(self) -> None:
        self.criteria.create(Draft("x", 2023, draft_criteria(STATED, 2023)))
        for number in range(6):
            day = DAYS[number % 3]
            row = {"id": new_id(), "issued_on": day, "added_at": now(), "added_by": "", **self.database.stamp()}
            with self.database.write() as connection:
                connection.execute(insert(tables.document).values(**row))
            self.days[str(row["id"])] = day

    def one(self, index: int) -> str:
        return list(self.known)[index % len(self.known)]

    @rule(document=ANY, criterion=ANY, place=ANY)
    def link(self, document: int, criterion: int, place: int) -> None:
        tree = self.criteria.tree()
        wanted = tree[criterion % len(tree)]
        slot = [None, *(slot.id for slot in wanted.slots)][place % (len(wanted.slots) + 1)]
        paper = list(self.days)[document % len(self.days)]
        same = Link(paper, wanted.id, slot)
        places = [(one.document, one.criterion, one.slot) for one in self.known.values() if one.rejected]
        if (paper, wanted.id, slot) in places:
            with pytest.raises(UserError, match="evidence_rejected"):
                self.links.link(paper, wanted.id, slot=slot)
        else:
            self.known.setdefault(self.links.link(paper, wanted.id, slot=slot).id, same)

    @rule(index=ANY, back=st.booleans())
    def unlink(self, index: int, back: bool) -> None:
        if not self.known:
            return
        key = self.one(index)
        with self.undo.step():
            self.links.unlink(key)
        if back:
            self.undo.undo()
        else:
            del self.known[key]

    @rule(index=ANY, reason=st.sampled_from(["Chưa ký", "Sai năm"]))
    def reject(self, index: int, reason: str) -> None:
        if self.known:
            key = self.one(index)
            self.judgements.reject(key, reason)
            self.known[key].rejected = reason

    @rule(index=ANY, check=st.booleans())
    def check_or_reopen(self, index: int, check: bool) -> None:
        if self.known:
            key = self.one(index)
            (self.judgements.check if check else self.judgements.reopen)(key)
            self.known[key].rejected = None

    @rule(index=ANY, explanation=st.sampled_from(["", "Vì …", "Đang làm"]))
    def explain(self, index: int, explanation: str) -> None:
        tree = self.criteria.tree()
        key = tree[index % len(tree)].id
        self.judgements.assess(key, state="collected", result="partly", explanation=explanation)
        self.explanations[key] = explanation

    @rule(index=ANY, count=st.integers(1, 3))
    def add_slot(self, index: int, count: int) -> None:
        tree = self.criteria.tree()
        self.slots.add(tree[index % len(tree)].id, "mới", count=count)

    @rule(index=ANY, count=st.integers(1, 3), remove=st.booleans())
    def change_slot(self, index: int, count: int, remove: bool) -> None:
        slots = [slot for criterion in self.criteria.tree() for slot in criterion.slots]
        if not slots:
            return
        slot = slots[index % len(slots)]
        if not remove:
            self.slots.edit(slot.id, count=count)
        elif any(link.slot == slot.id for link in self.known.values()):
            with pytest.raises(UserError, match="slot_in_use"):
                self.slots.remove(slot.id)
        else:
            self.slots.remove(slot.id)

    @invariant()
    def everything_is_there(self) -> None:
        if not self.days:
            return
        found = {one.id: Link(one.document_id, one.criterion_id, one.slot, one.reason) for one in self.links.all()}
        assert found == self.known
        kept = {one.id: one.explanation for one in self.criteria.tree() if one.explanation}
        assert kept == {key: words for key, words in self.explanations.items() if words}

    @invariant()
    def coverage_is_what_a_plain_count_says(self) -> None:
        if not self.days:
            return
        tree = self.criteria.tree()
        found = coverage(tree, self.links.all(), date(2023, 7, 1))
        for row in found.rows:
            links = [one for one in self.known.values() if one.criterion == row.criterion.id and not one.rejected]
            slots = row.criterion.slots
            full = [self.filling(slot, slots, links) >= slot.count for slot in slots] or [bool(links)]
            state = "complete" if all(full) else "partial" if links else "missing"
            assert (row.state, row.evidence) == (state, len(links)), row.criterion.code
        assert found == coverage(tree, self.links.all(), date(2023, 7, 1))

    def filling(self, slot: Slot, slots: Sequence[Slot], links: list[Link]) -> int:
        """Links to the slot; of those to the whole criterion those for the only slot, or for its half of the year."""
        named = sum(link.slot == slot.id for link in links)
        whole = [self.days[link.document] for link in links if link.slot is None]
        if len(slots) == 1:
            return named + (0 if slot.number else len(whole))
        if slot.period is None:
            return named
        first = min(one.period.end for one in slots if one.period)
        if slot.period.end == first:
            return named + sum(day is not None and day <= first for day in whole)
        return named + sum(day is not None and first < day <= slot.period.end for day in whole)

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()


TestNothingIsLost = NothingIsLost.TestCase
TestNothingIsLost.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
