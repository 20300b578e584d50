import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from core.text import code_key, fold, natural_key, nfc, squeeze, words


def test_folding_forgets_marks_case_and_the_bar_of_d() -> None:
    assert fold("Quyết định Số 05/QĐ-SGD&ĐT") == "quyet dinh so 05/qd-sgd&dt"


def test_folding_sees_the_same_in_composed_and_decomposed_text() -> None:
    assert fold(unicodedata.normalize("NFD", "Kế hoạch ưu đãi")) == fold("Kế hoạch ưu đãi")


@given(st.text())
def test_folding_keeps_positions(text: str) -> None:
    assert len(fold(text)) == len(nfc(text))


def test_words_are_folded_and_in_order() -> None:
    assert words("Báo cáo 6 tháng, năm 2023.") == ["bao", "cao", "6", "thang", "nam", "2023"]


def test_squeeze_takes_hard_blanks_and_line_ends() -> None:
    assert squeeze(" Sở\u00a0Giáo dục \n và\tĐào tạo ") == "Sở Giáo dục và Đào tạo"


def test_codes_sort_as_people_count() -> None:
    assert sorted(["1.10", "1.2", "1", "2.1", "1.2.1"], key=code_key) == ["1", "1.2", "1.2.1", "1.10", "2.1"]


def test_names_sort_as_people_count() -> None:
    assert sorted(["Tờ 10", "tờ 2", "Đơn", "10²", "Ảnh"], key=natural_key) == ["10²", "Ảnh", "Đơn", "tờ 2", "Tờ 10"]


@given(st.lists(st.text(st.sampled_from("²①٣5a. "))))
def test_anything_can_be_sorted(names: list[str]) -> None:
    for key in (natural_key, code_key):
        assert len(sorted(names, key=key)) == len(names)
