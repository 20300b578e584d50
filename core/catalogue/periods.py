"""Periods of the year that papers report on: quarters, 6 months, 9 months, the year, months."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from core.text import fold, squeeze

WORDS = {"Q1": "Quý I", "Q2": "Quý II", "Q3": "Quý III", "Q4": "Quý IV", "6M": "6 tháng", "9M": "9 tháng"}
END_MONTHS = {"Q1": 3, "Q2": 6, "6M": 6, "Q3": 9, "9M": 9, "Q4": 12, "Y": 12}
QUARTERS = {"i": "Q1", "1": "Q1", "ii": "Q2", "2": "Q2", "iii": "Q3", "3": "Q3", "iv": "Q4", "4": "Q4"}
EVERY = {"quy": ("Q1", "Q2", "Q3", "Q4"), "thang": tuple(f"M{month:02}" for month in range(1, 13))}
CODE = re.compile(r"(\d{4})(?:-(Q[1-4]|[69]M|M(?:0[1-9]|1[0-2])))?")
# In folded words. "6 thang cuoi nam" is what a report plans, and "ngay 18 thang 5" a day.
PART = re.compile(
    r"\bquy (?P<quarter>iv|i{1,3}|[1-4])\b"
    r"|\b0?(?P<months>[69]) thang\b(?! cuoi)"
    r"|(?<!\d )\bthang 0?(?P<month>1[0-2]|[1-9])\b"
    r"|(?:[,;]|\bva|\bca|\bcuoi|\btong ket|\bbao cao|\bhang) (?P<year>nam)\b"
)
RECURRING = re.compile(r"\b(?:hang|moi|tung|thang cuoi|thang cuoi cua) (?P<what>quy|thang)\b")
YEAR = re.compile(r"(?:\bnam |/) ?((?:19|20)\d\d)\b")
PERIODIC_PAPER = re.compile(r"\b(?:bao cao|bien ban|so ket|tong ket)\b")


@dataclass(frozen=True)
class Period:
    """`part` is a key of END_MONTHS, or "M01" … "M12"."""

    year: int
    part: str

    @property
    def end(self) -> date:
        month = END_MONTHS.get(self.part) or int(self.part[1:])
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """As an office writes it: "Quý I năm 2023"."""
        if self.part == "Y":
            return f"Năm {self.year}"
        return f"{WORDS.get(self.part) or f'Tháng {int(self.part[1:])}'} năm {self.year}"

    def covers(self, other: "Period") -> bool:
        """Whether a report of one is that of the other: who reports on the second quarter reports on 6 months."""
        return self == other or (self.end == other.end and self.part in END_MONTHS and other.part in END_MONTHS)

    def __str__(self) -> str:
        """2023-Q1, 2023-6M, 2023-M04; 2023 for the year."""
        return str(self.year) if self.part == "Y" else f"{self.year}-{self.part}"


def period_of_code(code: str) -> Period | None:
    """The reverse of str(Period); None for what is none."""
    found = CODE.fullmatch(code.strip().upper())
    return Period(int(found[1]), found[2] or "Y") if found else None


def periods_asked(text: str, deadline: str, year: int | None) -> tuple[Period, ...]:
    """The periods of `year` that a criterion wants a paper for, in order; none where it asks for no periodic papers.

    They stand in its text ("định kỳ quý I, 6 tháng, 9 tháng, năm"); else the words of the deadline say how often.
    """
    folded = fold(squeeze(text))
    if year is None or not PERIODIC_PAPER.search(folded):
        return ()
    parts = _recurring(folded) + [_part(found) for found in PART.finditer(folded)]
    if len(asked := _by_end(parts, year)) < 2:
        asked = _by_end(_recurring(fold(squeeze(deadline))), year)
    return asked if len(asked) > 1 else ()


@lru_cache(maxsize=4096)
def period_named(subject: str, issued_on: date | None) -> Period | None:
    """The period that a paper's subject names first; its year stands there too, or is that of its date.

    "… năm 2023" alone does not say that the whole year is reported on, but for a paper that is issued after it.
    """
    folded = fold(squeeze(subject))
    years = YEAR.search(folded)
    year = int(years[1]) if years else issued_on.year if issued_on else None
    if year is None:
        return None
    if found := PART.search(folded):
        return Period(year, _part(found))
    return Period(year, "Y") if years and issued_on and issued_on.year > year else None


def _part(found: re.Match[str]) -> str:
    if quarter := found["quarter"]:
        return QUARTERS[quarter]
    if months := found["months"]:
        return f"{months}M"
    return f"M{int(found['month']):02}" if found["month"] else "Y"


def _recurring(folded: str) -> list[str]:
    return [part for found in RECURRING.finditer(folded) for part in EVERY[found["what"]]]


def _by_end(parts: Iterable[str], year: int) -> tuple[Period, ...]:
    """One for each end; what is named later goes before: "hàng quý, 6 tháng" wants the 6 months."""
    found = {Period(year, part).end: Period(year, part) for part in parts}
    return tuple(found[end] for end in sorted(found))
