"""What is kept of the database is what the last transaction left in it."""

from core.catalogue.appraisals import Appraisals
from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.database.engine import Database
from core.errors import UserError
from core.journal import Journal


def draft(year: int, *codes: str) -> Draft:
    return Draft(str(year), year, draft_criteria([Stated(code, f"Việc {code}") for code in codes], year))


def codes(criteria: Criteria) -> list[str]:
    return [one.code for one in criteria.tree()]


def test_the_tree_follows_what_is_written(criteria: Criteria) -> None:
    criteria.create(draft(2023, "1", "2"))
    before = criteria.tree()
    assert criteria.tree() is before
    criteria.edit(before[0].id, title="Việc khác")
    after = criteria.tree()
    assert [one.title for one in after] == ["Việc khác", before[1].title]
    assert after[1] is before[1]


def test_what_is_rolled_back_was_never_there(criteria: Criteria, database: Database) -> None:
    criteria.create(draft(2023, "1"))
    try:
        with database.write() as connection:
            connection.exec_driver_sql("UPDATE criterion SET code = '9'")
            raise UserError("disk_full")
    except UserError:
        pass
    assert codes(criteria) == ["1"]


def test_another_appraisal_has_another_tree(criteria: Criteria, database: Database, journal: Journal) -> None:
    appraisals = Appraisals(database, journal)
    criteria.create(draft(2023, "1"))
    criteria.create(draft(2024, "2"))
    assert codes(criteria) == ["2"]
    appraisals.use("2023")
    assert codes(criteria) == ["1"]
    appraisals.work_on("2024")
    assert codes(criteria) == ["2"]


def test_more_changes_than_it_is_worth_to_look_at_one_by_one(criteria: Criteria, database: Database) -> None:
    criteria.create(draft(2023, *(str(number) for number in range(1, 60))))
    assert len(codes(criteria)) == 59
    with database.write() as connection:
        for number in range(30):
            connection.exec_driver_sql(f"UPDATE criterion SET title = 'lần {number}'")
    assert {one.title for one in criteria.tree()} == {"lần 29"}
