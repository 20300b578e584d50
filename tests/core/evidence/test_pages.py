import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.evidence.pages import tidy_pages


@pytest.mark.parametrize(
    ("words", "tidy"),
    [
        ("", ""),
        ("  ", ""),
        ("3-5", "3-5"),
        ("3–5", "3-5"),
        ("1,4 — 6", "1, 4-6"),
        ("7;9", "7, 9"),
        ("3-3", "3"),
        ("05", "5"),
    ],
)
def test_page_words_are_written_in_one_way(words: str, tidy: str) -> None:
    assert tidy_pages(words) == tidy


@pytest.mark.parametrize("words", ["5-3", "0", "0-2", "1,,2", "trang 3", "3-", "-3", "1-2-3", "²", "9" * 10])
def test_page_words_that_mean_nothing_are_refused(words: str) -> None:
    with pytest.raises(UserError, match="pages_unreadable"):
        tidy_pages(words)


@settings(deadline=None)
@given(st.text("0123456789-–, ;", max_size=12))
def test_tidy_words_stay_as_they_are(words: str) -> None:
    try:
        tidy = tidy_pages(words)
    except UserError:
        return
    assert tidy_pages(tidy) == tidy
