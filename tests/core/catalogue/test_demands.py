"""What the words of a criterion demand, as slots."""

from datetime import date

import pytest

from core.catalogue.builtin import load_catalogue
from core.catalogue.demands import draft_slots, target
from core.catalogue.periods import Period, period_named, period_of_code, periods_asked


@pytest.mark.parametrize(
    ("text", "deadline", "periods"),
    [
        ("Báo cáo CCHC định kỳ quý I, 6 tháng, 9 tháng, năm (Yêu cầu: đủ)", "", ["Q1", "6M", "9M", "Y"]),
        ("Định kỳ hàng quý, 6 tháng, 9 tháng, cuối năm tổng hợp báo cáo", "", ["Q1", "6M", "9M", "Y"]),
        ("Báo cáo sơ kết 6 tháng và tổng kết năm", "", ["6M", "Y"]),
        ("Biên bản họp giao ban hàng tháng", "", [f"M{month:02}" for month in range(1, 13)]),
        ("Báo cáo định kỳ", "Trước ngày 15 của tháng cuối quý", ["Q1", "Q2", "Q3", "Q4"]),
        ("Báo cáo định kỳ", "Hàng quý", ["Q1", "Q2", "Q3", "Q4"]),
        ("Báo cáo năm 2023", "Năm 2023", []),
        ("Kiểm tra hàng quý", "Hàng quý", []),
        ("Thanh tra trong 9 tháng, năm", "", []),
    ],
)
def test_periods_that_papers_are_asked_for(text: str, deadline: str, periods: list[str]) -> None:
    assert [period.part for period in periods_asked(text, deadline, 2023)] == periods
    assert periods_asked(text, deadline, None) == ()


SPRING = date(2023, 3, 13)


@pytest.mark.parametrize(
    ("subject", "issued_on", "code"),
    [
        ("Kết quả công tác CCHC quý I năm 2023", None, "2023-Q1"),
        ("V/v báo cáo quý III/2023", None, "2023-Q3"),
        ("Sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023", None, "2023-6M"),
        ("9 tháng đầu năm", date(2023, 9, 12), "2023-9M"),
        ("Báo cáo tổng kết năm 2022, phương hướng quý I năm 2023", SPRING, "2022"),
        ("Công tác tháng 4", date(2023, 5, 2), "2023-M04"),
        ("Kết quả CCHC quý IV năm 2022", SPRING, "2022-Q4"),
        ("Kết quả CCHC năm 2022", SPRING, "2022"),
        ("Kết quả thực hiện Kế hoạch CCHC năm 2023", SPRING, None),
        ("Biên bản họp ngày 18 tháng 5", date(2023, 5, 18), None),
        ("Quý I", None, None),
        ("", SPRING, None),
    ],
)
def test_the_period_that_a_paper_names(subject: str, issued_on: date | None, code: str | None) -> None:
    assert period_named(subject, issued_on) == (period_of_code(code) if code else None)


@pytest.mark.parametrize("code", ["2023-Q1", "2023-6M", "2023-9M", "2023", "2023-M12"])
def test_a_period_has_one_code(code: str) -> None:
    assert str(period_of_code(code)) == code


@pytest.mark.parametrize("code", ["", "Q1", "2023-Q5", "2023-M13", "2023-3M"])
def test_what_is_no_period(code: str) -> None:
    assert period_of_code(code) is None


def test_a_report_on_the_second_quarter_is_that_on_six_months() -> None:
    half = Period(2023, "6M")
    assert half.covers(Period(2023, "Q2"))
    assert not half.covers(Period(2022, "Q2"))
    assert not half.covers(Period(2023, "M06"))


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("Hoàn thành 100 %", 100),
        ("Đạt từ 90,5% trở lên", 90.5),
        ("Nợ đọng không quá 5%", None),
        ("Giảm hồ sơ quá hạn xuống dưới 3%, giải quyết đạt 98%", 98),
        ("Đủ", None),
        ("250%", None),
    ],
)
def test_percentages_that_have_to_be_reached(words: str, percent: float | None) -> None:
    assert target(words) == percent


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Họp giao ban (Yêu cầu: 3 biên bản)", [(3, "biên bản")]),
        ("Có 02 báo cáo và ít nhất 4 biên bản", [(2, "báo cáo"), (4, "biên bản")]),
        ("Gồm: (1) họp, 3 biên bản; (2) khảo sát", [(3, "họp, 3 biên bản"), (1, "khảo sát")]),
        ("Theo Điều 5 Quyết định số 12/QĐ-UBND", []),
        ("Nghị định số 59/2012/NĐ-CP, quý 1 báo cáo", []),
        ("Ban hành kế hoạch", []),
    ],
)
def test_numbers_of_papers(text: str, slots: list[tuple[int, str]]) -> None:
    assert [(slot.count, slot.text) for slot in draft_slots(text, "", 2023)] == slots


def test_slots_of_the_real_plan() -> None:
    criteria = load_catalogue("par-index-2023-hoa-binh").criteria
    slots = {criterion.code: criterion.slots for criterion in criteria if criterion.slots}
    assert sum(slot.number is not None for of_one in slots.values() for slot in of_one) == 32
    periodic = {code: [str(slot.period) for slot in of_one] for code, of_one in slots.items() if of_one[0].period}
    assert periodic == {"1.2": ["2023-Q1", "2023-6M", "2023-9M", "2023"]}
    assert [slot.text for slot in slots["1.2"]][:2] == ["Quý I năm 2023", "6 tháng năm 2023"]
    percentages = [code for code, of_one in slots.items() if all(slot.target == 100 for slot in of_one)]
    assert percentages == [
        *("1.1", "1.3", "2.3", "3.5.1", "3.5.2", "6.1.1", "6.1.3", "6.2.1", "7.1", "7.3.3", "7.3.4", "7.3.5", "8.2")
    ]
    assert slots["3.5.1"][0].text == "100% kiến nghị được trả lời"
    assert {slot.count for of_one in slots.values() for slot in of_one} == {1}
