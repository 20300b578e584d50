"""The facts of the 2023 plan's appendix, counted by hand on the paper."""

from collections import Counter

import pytest

from core.catalogue.builtin import catalogues, load_catalogue
from core.catalogue.records import Draft, DraftCriterion
from core.errors import UserError

PLAN = "par-index-2023-hoa-binh"


@pytest.fixture(scope="module")
def plan() -> Draft:
    return load_catalogue(PLAN)


def of(plan: Draft, code: str) -> DraftCriterion:
    return next(criterion for criterion in plan.criteria if criterion.code == code)


def test_levels_and_leaves(plan: Draft) -> None:
    assert Counter(criterion.level for criterion in plan.criteria) == {1: 8, 2: 31, 3: 27}
    parents = {criterion.parent for criterion in plan.criteria}
    assert sum(criterion.code not in parents for criterion in plan.criteria) == 50


def test_surveys(plan: Draft) -> None:
    surveys = [criterion.code for criterion in plan.criteria if criterion.assessed_by == "survey"]
    assert surveys == ["5.7", "6.1.4", "6.2.3", "6.2.4", "7.3.1"]


def test_numbered_requirements(plan: Draft) -> None:
    counts = {criterion.code: len(criterion.requirements) for criterion in plan.criteria if criterion.requirements}
    assert counts == {"1.4": 4, "7.3.5": 3, "8.1.1": 4, "8.1.2": 5, "8.1.3": 7, "8.1.4": 4, "8.1.5": 5}


def test_lead_units(plan: Draft) -> None:
    assert Counter(criterion.lead_unit for criterion in plan.criteria if criterion.lead_unit) == {
        "Văn phòng Sở": 20,
        "Phòng TCCB": 11,
        "Phòng KHTC": 11,
        "Các phòng CN,CM,NV": 8,
        "Thanh tra Sở": 2,
        "Tổ CNTT": 1,
        "GĐTrH": 1,
    }
    assert of(plan, "1.3").coordinating_units == ("Các phòng CN,CM,NV",)


def test_deadlines(plan: Draft) -> None:
    assert Counter(criterion.deadline_text for criterion in plan.criteria) == {
        "Năm 2023": 49,
        "": 14,
        "Trước ngày 15 của tháng cuối quý": 1,
        "Trước ngày 15/11/2023": 1,
        "Đảm bảo tiến độ tại Quyết định số 3303/QĐ-UBND": 1,
    }
    assert list(map(str, of(plan, "1.2").deadlines)) == ["2023-03-15", "2023-06-15", "2023-09-15", "2023-12-15"]
    assert list(map(str, of(plan, "4.3").deadlines)) == ["2023-11-15"]
    assert of(plan, "1.1").deadlines == ()


def test_rows_cut_by_page_breaks(plan: Draft) -> None:
    assert of(plan, "3.5.1").text.endswith("giải quyết của ngành (Yêu cầu: 100% kiến nghị được trả lời)")
    assert "kinh phí quản lý hành chính" in of(plan, "6.1.4").text
    assert of(plan, "8.1.5").requirements[2] == (
        3,
        "Cơ quan tiếp nhận và xử lý tích cực các góp ý, phản ánh, kiến nghị",
    )


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("1.1", "Thực hiện kế hoạch CCHC"),
        ("1.3", "Công tác kiểm tra CCHC"),
        ("1.4", "Công tác tuyên truyền CCHC"),
        ("2.1", "Theo dõi thi hành pháp luật (TĐTHPL)"),
        ("5.7", "Chất lượng đội ngũ công chức, viên chức"),
        ("7.3.4", "Tỷ lệ hồ sơ trực tuyến toàn trình"),
        ("8.1.1", "Chỉ số hài lòng về tiếp cận dịch vụ"),
    ],
)
def test_titles_stop_before_what_is_demanded(plan: Draft, code: str, title: str) -> None:
    assert of(plan, code).title == title


def test_no_marks_are_left_in_the_words(plan: Draft) -> None:
    for criterion in plan.criteria:
        assert not set("<>*\t\u00a0") & set(criterion.text + criterion.deadline_text + (criterion.lead_unit or ""))


def test_whose_appraisal_it_is(plan: Draft) -> None:
    assert (plan.year, plan.place) == (2023, "Hòa Bình")
    assert (plan.organisation, plan.parent) == ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "UBND TỈNH HÒA BÌNH")


def test_the_list_of_catalogues_names_it() -> None:
    assert [(info.id, info.criteria) for info in catalogues()] == [(PLAN, 66)]


@pytest.mark.parametrize("wrong", ["par-index-1999", "../par-index-2023-hoa-binh", ""])
def test_an_unknown_catalogue_is_refused(wrong: str) -> None:
    with pytest.raises(UserError, match="catalogue_unknown"):
        load_catalogue(wrong)
