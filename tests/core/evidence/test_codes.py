from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule
from sqlalchemy import insert

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.pattern import check_pattern, format_code
from core.catalogue.records import Draft
from core.database import tables
from core.database.engine import Database, new_id, now
from core.database.upgrade import upgrade
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.links import Links
from core.journal import Journal

Make = Callable[[], str]


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{criterion}-{number:02}", "1.1.2-07"),
        ("H1-{criterion}-{number:02}", "H1-1.1.2-07"),
        ("MC.{criterion}.{number:03}", "MC.1.1.2.007"),
        ("{number}/{criterion}", "7/1.1.2"),
        ("Hộp {{1}} {criterion} {number}", "Hộp {1} 1.1.2 7"),
    ],
)
def test_a_pattern_makes_codes(pattern: str, code: str) -> None:
    check_pattern(pattern)
    assert format_code(pattern, "1.1.2", 7) == code


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "mã",
        "{criterion}",
        "{number}",
        "{criterion}-{number}-{year}",
        "{criterion}{criterion}{number}",
        "{criterion.__class__}-{number}",
        "{criterion!r}-{number}",
        "{criterion:>9}-{number}",
        "{criterion}-{number:x}",
        "{criterion}-{number:0999999999}",
        "{criterion}-{number",
        "{}-{number}",
        "{criterion}\n{number}",
        "x" * 60 + "{criterion}{number}",
    ],
)
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(UserError, match="code_pattern_wrong"):
        check_pattern(pattern)


def test_a_number_is_given_once_even_if_its_document_goes(links: Links, made: Criteria, document: Make) -> None:
    criterion = made.get("1.3").id
    first = links.link(document(), criterion)
    links.unlink(first.id)
    assert links.link(document(), criterion).code == "1.3-02"
    assert links.link(first.document_id, criterion).code == "1.3-01"


def test_numbers_go_on_when_a_criterion_gets_another_code(links: Links, made: Criteria, document: Make) -> None:
    criterion = made.get("1.3").id
    links.link(document(), criterion)
    made.edit(criterion, code="1.9")
    assert links.link(document(), criterion).code == "1.9-02"


def test_a_code_that_another_criterion_gave_is_passed_over(links: Links, made: Criteria, document: Make) -> None:
    links.link(document(), made.get("1.3").id)
    made.edit(made.get("1.3").id, code="1.9")
    newcomer = made.add(None, "1.3", "Mới")
    assert links.link(document(), newcomer.id).code == "1.3-02"


def test_a_new_pattern_is_for_new_codes(links: Links, codes: Codes, made: Criteria, document: Make) -> None:
    old = links.link(document(), made.get("1.3").id)
    made.edit_appraisal(code_pattern="MC.{criterion}.{number:02}")
    assert links.link(document(), made.get("1.3").id).code == "MC.1.3.02"
    assert codes.of_document(old.document_id) == "1.3-01"


def test_the_first_printing_is_remembered(
    links: Links, codes: Codes, made: Criteria, document: Make, journal: Journal
) -> None:
    one, two = (links.link(document(), made.get("1.3").id) for _ in range(2))
    codes.mark_printed([one.document_id])
    codes.mark_printed([one.document_id, two.document_id])
    codes.mark_printed([one.document_id, two.document_id])
    printed = [entry.after for entry in journal.entries() if entry.action == "codes.printed"]
    assert printed == [{"codes": ["1.3-01"]}, {"codes": ["1.3-02"]}]


class CodesNeverMove(RuleBasedStateMachine):
    """Whatever a clerk does, a document keeps its one code and no two documents share one."""

    criteria_ids = Bundle("criteria_ids")
    documents = Bundle("documents")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "minhchung.db"
        upgrade(path, path.parent / "backups")
        self.database = Database(path, "lan")
        journal = Journal(self.database)
        self.criteria = Criteria(self.database, journal)
        self.codes = Codes(self.database, journal)
        self.links = Links(self.database, journal, self.codes)
        self.given: dict[str, str] = {}

    @initialize(target=criteria_ids)
    def make_criteria(self) -> object:
        stated = [Stated(code, "x") for code in ("1", "1.1", "11", "11.1")]
        self.criteria.create(Draft("x", 2023, draft_criteria(stated, 2023)))
        return multiple(*(criterion.id for criterion in self.criteria.tree()))

    @rule(target=documents)
    def add_document(self) -> str:
        row = {"id": new_id(), "added_at": now(), "added_by": "", **self.database.stamp()}
        with self.database.write() as connection:
            connection.execute(insert(tables.document).values(**row))
        return str(row["id"])

    @rule(document=documents, criterion=criteria_ids)
    def link(self, document: str, criterion: str) -> None:
        code = self.links.link(document, criterion).code
        assert self.given.setdefault(document, code) == code

    @rule(index=st.integers(0, 20))
    def unlink(self, index: int) -> None:
        if all_links := self.links.all():
            evidence = all_links[index % len(all_links)]
            self.links.unlink(evidence.id)

    @rule(criterion=criteria_ids, code=st.sampled_from(["1", "1.1", "11", "11.1", "2"]))
    def rename(self, criterion: str, code: str) -> None:
        if not any(other.code == code for other in self.criteria.tree()):
            self.criteria.edit(criterion, code=code)

    @rule(pattern=st.sampled_from(["{criterion}-{number:02}", "{criterion}{number}", "M{number}.{criterion}"]))
    def change_pattern(self, pattern: str) -> None:
        self.criteria.edit_appraisal(code_pattern=pattern)

    @invariant()
    def codes_stay(self) -> None:
        if self.given:
            assert self.codes.all() == self.given
            assert len(set(self.given.values())) == len(self.given)

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()


TestCodesNeverMove = CodesNeverMove.TestCase
TestCodesNeverMove.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
