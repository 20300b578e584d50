import pytest

from core.catalogue.criteria import Criteria
from core.catalogue.drafting import Stated, draft_criteria
from core.catalogue.records import Draft
from core.catalogue.units import Person, Units
from core.database.engine import Database
from core.errors import UserError
from core.journal import Journal

STATED = (
    Stated("1", "CHỈ ĐẠO"),
    Stated("1.1", "Kế hoạch", "Văn phòng Sở", "Phòng TCCB; Phòng KHTC"),
    Stated("1.2", "Báo cáo", "Phòng TCCB", "Phòng KHTC"),
    Stated("1.3", "Kiểm tra", "văn phòng Sở"),
)
BINH = Person("Nguyễn Văn Bình", "Trưởng phòng", "0912 345 678")


@pytest.fixture
def units(criteria: Criteria, database: Database, journal: Journal) -> Units:
    criteria.create(Draft("Nâng cao Chỉ số", 2023, draft_criteria(STATED, 2023)), organisation="Sở GD&ĐT")
    return Units(database, journal)


def test_the_criteria_say_which_units_there_are(units: Units, criteria: Criteria) -> None:
    codes = {one.id: one.code for one in criteria.tree()}
    found = [
        (one.name, [codes[key] for key in one.leads], [codes[key] for key in one.coordinates]) for one in units.all()
    ]
    assert found == [
        ("Sở GD&ĐT", [], []),
        ("Văn phòng Sở", ["1.1", "1.3"], []),
        ("Phòng TCCB", ["1.2"], ["1.1"]),
        ("Phòng KHTC", [], ["1.1", "1.2"]),
    ]
    assert [one.is_office for one in units.all()] == [True, False, False, False]


def test_people_are_written_down_under_the_name_of_the_criteria(units: Units, journal: Journal) -> None:
    units.describe("phong tccb", people=[BINH, Person(" Trần  Thị Lan ", email="lan@so.vn")], note="Tầng 2")
    unit = units.get("Phòng TCCB")
    assert (unit.name, unit.people[0], unit.people[1].name, unit.note) == ("Phòng TCCB", BINH, "Trần Thị Lan", "Tầng 2")
    units.describe("Phòng TCCB", people=[BINH])
    assert units.get("Phòng TCCB").people == (BINH,)
    assert units.get("Phòng TCCB").note == "Tầng 2"
    units.describe("Phòng TCCB", people=[BINH])  # nothing new: nothing to record
    assert [entry.action for entry in journal.entries(f"unit:{unit.id}")] == ["unit.described"] * 2


def test_a_unit_that_no_criterion_names(units: Units) -> None:
    units.describe("Trường THPT Mai Hồng", people=[BINH])
    assert [one.name for one in units.all()][-1] == "Trường THPT Mai Hồng"
    units.remove("Trường THPT Mai Hồng")
    with pytest.raises(UserError, match="unit_unknown"):
        units.get("Trường THPT Mai Hồng")
    units.describe("Phòng KHTC", note="x")
    units.remove("Phòng KHTC")
    assert (units.get("Phòng KHTC").note, len(units.get("Phòng KHTC").coordinates)) == ("", 2)


def test_names_are_wanted(units: Units) -> None:
    with pytest.raises(UserError, match="unit_name_missing"):
        units.describe("  ")
    with pytest.raises(UserError, match="person_name_missing"):
        units.describe("Phòng TCCB", people=[Person(" ", "Trưởng phòng")])
    assert units.get("Phòng TCCB").people == ()
