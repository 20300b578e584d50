"""Letterheads in English, and those that say everything twice."""

from datetime import date

import pytest

from tests.core.reading.letters import COUNTRY, MOTTO
from tests.core.reading.test_kinds_of_letters import described

RIGHT = ("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness", "Ha Noi, May 31st, 2019")
TEXT = "DECISION\nON TUITION FEES\nPursuant to the Law on Education;"


def in_english(*left: str, right: tuple[str, ...] = RIGHT) -> str:
    rows = max(len(left), len(right))
    padded = [(*column, *[" "] * (rows - len(column))) for column in (left, right)]
    return "\n".join("\t".join(row) for row in zip(*padded, strict=True)) + f"\n{TEXT}"


@pytest.mark.parametrize(
    ("left", "parent", "issuer"),
    [
        (("MINISTRY OF EDUCATION AND TRAINING",), None, "Bộ Giáo dục và Đào tạo"),
        (("THE GOVERNMENT",), None, "Chính phủ"),
        (
            ("THE MINISTRY OF EDUCATION", "AND TRAINING OF VIETNAM", "QUALITY CONTROL", "DEPARTMENT OF VIETNAM"),
            "Bộ Giáo dục và Đào tạo",
            "Quality Control Department of Vietnam",
        ),
        (
            ("PEOPLE'S COMMITTEE OF A PROVINCE", "UNIVERSITY OF LANGUAGES AND", "INTERNATIONAL STUDIES"),
            "People's Committee of A Province",
            "University of Languages and International Studies",
        ),
    ],
)
def test_english_bodies_are_told_apart(left: tuple[str, ...], parent: str | None, issuer: str) -> None:
    about = described(in_english(*left, "No.: 7/QD-SYT"))
    assert (about.parent_issuer, about.issuer, about.symbol) == (parent, issuer, "7/QD-SYT")
    assert (about.type, about.subject) == ("Quyết định", "On tuition fees")


@pytest.mark.parametrize("number", ["No: 7/QD-SYT", "Ref. No: 7/QD-SYT", "Number: 7/QD-SYT"])
@pytest.mark.parametrize("day", ["May 31st, 2019", "31 May 2019", "31st of May 2019"])
def test_english_numbers_and_dates(number: str, day: str) -> None:
    about = described(in_english("MINISTRY OF HEALTH", " ", number, right=(*RIGHT[:2], f"Hanoi, {day}")))
    assert (about.symbol, about.issued_on) == ("7/QD-SYT", date(2019, 5, 31))


def test_what_is_said_in_both_languages_is_read_once() -> None:
    head = f"BỘ GIÁO DỤC VÀ ĐÀO TẠO\t{COUNTRY}\nMINISTRY OF EDUCATION AND\t{MOTTO}\nTRAINING\tSOCIALIST REPUBLIC\n"
    head += "Số/No: 7/QĐ-BGDĐT\tHà Nội, ngày 6 tháng 7 năm 2023\n"
    about = described(f"{head}QUYẾT ĐỊNH\nDECISION\nVề việc công nhận văn bằng\nCăn cứ Luật Giáo dục;")
    assert (about.symbol, about.issuer) == ("7/QĐ-BGDĐT", "Bộ Giáo dục và Đào tạo")
    assert (about.type, about.subject) == ("Quyết định", "Về việc công nhận văn bằng")
