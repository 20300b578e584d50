from datetime import date

import pytest

from core.catalogue.deadlines import deadlines
from core.catalogue.drafting import units
from core.catalogue.requirements import is_survey, numbered, short_title


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("", []),
        ("Năm 2023", ["2023-12-31"]),
        ("Trong năm 2023", ["2023-12-31"]),
        ("Trước ngày 15 của tháng cuối quý", ["2024-03-15", "2024-06-15", "2024-09-15", "2024-12-15"]),
        ("Ngày 31 tháng cuối quý", ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        ("Hàng quý", ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        ("Trước ngày 15/11/2023", ["2023-11-15"]),
        ("trước 05-1-2023", ["2023-01-05"]),
        ("15.6.2023; 15.12.2023", ["2023-06-15", "2023-12-15"]),
        ("Ngày 01 tháng 6 năm 2023", ["2023-06-01"]),
        ("Tháng 02/2024", ["2024-02-29"]),
        ("Tháng 6 năm 2023", ["2023-06-30"]),
        ("Quý II/2023", ["2023-06-30"]),
        ("Quý IV năm 2023", ["2023-12-31"]),
        ("Từ tháng 01/2023 đến tháng 11/2023", ["2023-11-30"]),
        ("Từ ngày 01/3/2023 đến ngày 15/11/2023", ["2023-11-15"]),
        ("Ngày 31/02/2023", []),
        ("Tháng 13/2023", []),
        ("Thường xuyên", []),
        ("Đảm bảo tiến độ tại Quyết định số 3303/QĐ-UBND", []),
        ("Theo Quyết định số 3303/QĐ-UBND ngày 22/12/2022", []),
        ("Trước ngày 15/11/2023 theo Kế hoạch số 129/KH-UBND ngày 26/6/2023", ["2023-11-15"]),
    ],
)
def test_words_of_a_deadline_as_dates(words: str, dates: list[str]) -> None:
    assert [day.isoformat() for day in deadlines(words, 2024)] == dates


def test_what_recurs_has_no_dates_without_a_year() -> None:
    assert deadlines("Trước ngày 15 của tháng cuối quý", None) == ()
    assert deadlines("Trước ngày 15/11/2023", None) == (date(2023, 11, 15),)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Công tác (hình thức: (1) hội nghị; (2) tọa đàm...)", ["hội nghị", "tọa đàm..."]),
        ("(Yêu cầu: (1) thu (nếu có); (2) chi (cả năm)).", ["thu (nếu có)", "chi (cả năm)"]),
        ("Gồm: (1) một. (2) hai (100). (3) ba.", ["một", "hai (100)", "ba"]),
        ("Gồm (1) một", []),
        ("Nghị định (2) và (1)", []),
        ("Không có gì", []),
    ],
)
def test_numbered_demands(text: str, items: list[str]) -> None:
    assert numbered(text) == tuple(enumerate(items, start=1))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Xử lý văn bản (Yêu cầu: 100%)", "Xử lý văn bản"),
        ("Xử lý văn bản ( yêu cầu 100%", "Xử lý văn bản"),
        ("Chất lượng (Điều tra xã hội học)", "Chất lượng"),
        ("Rà soát (QPPL)", "Rà soát (QPPL)"),
        ("Tiếp nhận kiến nghị (PAKN) của cá nhân", "Tiếp nhận kiến nghị (PAKN) của cá nhân"),
        ("(Yêu cầu: 100%)", "(Yêu cầu: 100%)"),
        ("", ""),
    ],
)
def test_title_of_a_criterion(text: str, title: str) -> None:
    assert short_title(text) == title


def test_a_survey_is_known_by_its_bracket() -> None:
    assert is_survey("Chất lượng ( điều tra xã hội học )")
    assert not is_survey("Tổ chức điều tra xã hội học")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Các phòng CN,CM,NV", ("Các phòng CN,CM,NV",)),
        ("Các phòng CN, CM, NV", ("Các phòng CN, CM, NV",)),
        ("Phòng TCCB; Tổ CNTT", ("Phòng TCCB", "Tổ CNTT")),
        ("Phòng TCCB, Văn phòng Sở, các đơn vị", ("Phòng TCCB", "Văn phòng Sở", "các đơn vị")),
        ("", ()),
    ],
)
def test_coordinating_units_are_parted(words: str, parts: tuple[str, ...]) -> None:
    assert units(words) == parts
