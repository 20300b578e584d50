"""The words of a deadline as dates, or why they name none."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.text import fold, squeeze

Reason = Literal["blank", "by_reference", "school_year", "after_event", "vague", "ongoing", "no_such_day", "unclear"]

QUARTER_ENDS = (3, 6, 9, 12)
EVERY_MONTH = tuple(range(1, 13))
QUARTERS = {"i": 3, "1": 3, "ii": 6, "2": 6, "iii": 9, "3": 9, "iv": 12, "4": 12}
IN_QUARTER = {"dau": -2, "giua": -1, "cuoi": 0}  # months before its end
TEN_DAYS = {"thuong": 10, "trung": 20, "ha": None}  # the end of each third of a month

# All in folded words. A date of a citation says when the cited paper was issued, not when something is due.
CITATION = re.compile(
    r"\bso [^\s,;]*/[^\s,;]*(?:,? (?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?"
    r"|\b(?:ke hoach|quyet dinh|cong van|chi thi|nghi quyet|thong tu|nghi dinh) ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
)
# What comes before the end of a span, and what is counted from another day.
BEFORE_END = re.compile(
    r"\btu (?:nay|ngay|thang|quy|nam|dau|cuoi|\d)[^;]*?(?: den | ?[-–] ?(?=ngay |thang |quy |nam |\d))"
    r"|[^;,]* den "
    r"|\b(?:\d{1,2}/)?\d{1,2}(?:/\d{4})? ?[-–] ?(?=\d{1,2}/\d)"
    r"|\b(thang|quy) \S{1,3} ?[-–] ?(?=\1 )"
)
AFTER_EVENT = re.compile(
    r"\b(?:ke tu|tu (?:ngay|thang|quy|nam|dau|khi|\d)|sau (?:khi|ngay)|ngay sau|khi)\b[^;,]*"
    r"|\b(?:trong|vong|sau|han|qua) \d+ (?:ngay|tuan|thang)\b(?! (?:dau|cuoi) nam)|\bdot xuat\b"
)
SCHOOL_YEAR = re.compile(r"\bnam hoc\b(?: \d{4}(?: ?[-–/] ?\d{4})?)?|\bhoc ky\b(?: (?:i{1,2}|[12])\b)?")
VAGUE = re.compile(
    r"\btuan (?:thu )?(?:dau|giua|\d|mot|nhat|hai|ba|tu|nam)\b|(?<!thang )\b(?:dau|giua) (?:thang|quy|nam)\b"
)
ONGOING = re.compile(r"\b(?:thuong xuyen|lien tuc|hang ngay|hang tuan|moi tuan)\b")
REFERENCE = re.compile(r"\b(?:theo|tai|dung)\b")

YEAR = r"(?: ?/ ?(?P<year>\d{4})| nam (?P<in_year>\d{4}))?"
NEXT = r"(?P<next> (?:sau|tiep theo|ke tiep))?"
DAY_OF_QUARTER = re.compile(
    r"\bngay (?P<day>\d{1,2}) (?:cua )?thang (?P<which>dau|giua|cuoi) (?:tien |cung )?"
    r"(?:cua )?(?:moi |hang |cac )?quy\b" + NEXT
)
DAY_OF_MONTH = re.compile(r"\bngay (\d{1,2})\b(?! ?[/.-] ?\d| thang \d)")
EVERY_QUARTER = re.compile(r"\b(?:hang|moi|tung) quy\b|\bquy (?:mot|1) lan\b|\b(?:3|ba) thang (?:mot|1) lan\b")
EVERY_HALF_YEAR = re.compile(r"\b6 thang (?:mot|1) lan\b|\b(?:moi|hang|dinh ky) 6 thang\b(?! (?:dau|cuoi) nam)")
MONTHLY = re.compile(
    r"\b(?:hang|moi|tung) thang\b|(?<!\d )(?<!ba )\bthang (?:mot|1) lan\b|\bngay cuoi (?:cung )?cua thang\b(?! \d)"
)
DAY_OF_NEXT_MONTH = re.compile(r"\bngay \d{1,2} (?:cua )?thang (?:sau|tiep theo|ke tiep)\b")
FULL_DAY = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2}) ?([/.-]) ?(?P<month>\d{1,2}) ?\2 ?(?P<year>\d{4}|\d\d)(?!\d)")
SHORT_DAY = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2}) ?/ ?(?P<month>\d{1,2})(?! ?/|\d)(?P<year>)(?: nam (?P<in_year>\d{4}))?"
)
OTHERS = r"(?: ?(?:[,+&–-]|va) ?(?:thang |quy )?{0})*"
MONTH = r"0?(?:1[0-2]|[1-9])(?!\d)(?! ?/ ?\d\d?(?!\d)| ?(?:lan|ngay|thang|tuan|dot|buoi|cuoc|bai)\b)"
LONG_DAY = re.compile(
    rf"\bngay (?P<day>\d{{1,2}}) (?:cua )?(?:cac )?thang (?P<list>{MONTH}{OTHERS.replace('{0}', MONTH)})" + YEAR
)
MONTHS = re.compile(
    rf"(?P<before>\btruoc )?(?<!\d )\b(?:thang |t(?=\d))(?P<list>{MONTH}{OTHERS.replace('{0}', MONTH)})" + YEAR
)
BARE_MONTH = re.compile(r"(?<![\w/.-])(?P<list>\d{1,2}) ?/ ?(?P<year>\d{4})(?!\d)")
THIRD = re.compile(rf"\b(?P<which>thuong|trung|ha) tuan (?:cua )?thang (?P<month>{MONTH})" + YEAR)
ROMAN = r"(?:iv|i{1,3}|[1-4])\b"
IN_QUARTERS = re.compile(rf"(?P<before>\btruoc )?\b(?:quy |q)(?P<list>{ROMAN}{OTHERS.replace('{0}', ROMAN)})" + YEAR)
PART = re.compile(
    r"\b0?(?P<months>[69]) thang\b(?! cuoi)"
    r"|\b6 thang cuoi nam\b"
    r"|(?:[,;] ?|\b(?:va|ca|cuoi|het|trong|hang|moi|bao cao|tong ket) )nam\b(?! \d| hoc| sau)"
)
YEARS = re.compile(
    r"(?P<before>\btruoc )?\b(?:nam|giai doan) (?P<year>\d{4})(?: ?[-–] ?(?P<last>\d{4}))?"
    r"(?P<on> va (?:nhung |cac )?nam)?"
)
SAID_YEAR = re.compile(r"\bnam (?P<year>\d{4})\b|/ ?(?P<of_date>\d{4})\b|\bnam (?P<next>sau)\b")

REASONS: tuple[tuple[re.Pattern[str], Reason], ...] = (
    (SCHOOL_YEAR, "school_year"),
    (AFTER_EVENT, "after_event"),
    (CITATION, "by_reference"),
    (REFERENCE, "by_reference"),
    (VAGUE, "vague"),
    (EVERY_QUARTER, "vague"),
    (ONGOING, "ongoing"),
)


@dataclass(frozen=True)
class _Day:
    """`day` None: the last one of the month. `year` None: it stands elsewhere, or is the appraisal's. `before`: the day
    before the month begins. `at`: where the words stand.
    """

    month: int
    day: int | None = None
    year: int | None = None
    before: bool = False
    at: int = 0


def deadlines(words: str, year: int | None) -> tuple[date, ...]:
    """The dates that the words mean, ascending; `year` is the appraisal's, for what recurs or names no year.

    None where they name no date of their own: blank, "according to Decision …", or a day that does not exist; `undated`
    says why. A month, a quarter or a year means its last day; of a span "từ … đến …" its end counts.
    """
    plain = _of_its_own(words)
    days = (_date(one, _year_at(plain, one, year)) for one in _named(plain, year))
    return tuple(sorted({day for day in days if day}))


def undated(words: str, year: int | None) -> Reason | None:
    """Why the words mean no date; None where they mean one."""
    if deadlines(words, year):
        return None
    folded = fold(squeeze(words))
    if not folded.strip(" .-–…"):
        return "blank"
    if [*_days(CITATION.sub(" ", folded))]:
        return "after_event" if AFTER_EVENT.search(folded) else "no_such_day"
    for pattern, reason in REASONS:
        if pattern.search(folded):
            return reason
    return "unclear"


def _of_its_own(words: str) -> str:
    """Folded, without what is said of other days."""
    plain = fold(squeeze(words))
    for pattern in (CITATION, BEFORE_END, AFTER_EVENT, SCHOOL_YEAR):
        plain = pattern.sub(" ", plain)
    return plain


def _named(plain: str, year: int | None) -> list[_Day]:
    """What is said most exactly counts: a day before a month, a month before a year."""
    if found := DAY_OF_QUARTER.search(plain):
        months = [end + IN_QUARTER[found["which"]] for end in QUARTER_ENDS]
        return _recurring(months, int(found["day"]), year, by=3 if found["next"] else 0)
    days = [*_days(plain)]
    if len(days) < 2 and (again := _again(plain, year)) is not None:
        return again
    if days:
        return days
    if VAGUE.search(plain):
        return []
    return [*_months(plain)] or [*_years(plain, year)]


def _again(plain: str, year: int | None) -> list[_Day] | None:
    """What is due several times a year; None where nothing is."""
    day = DAY_OF_MONTH.search(plain)
    if DAY_OF_NEXT_MONTH.search(plain) and day:
        return _recurring(EVERY_MONTH, int(day[1]), year, by=1)
    if MONTHLY.search(plain):
        return _recurring(EVERY_MONTH, int(day[1]) if day else None, year)
    if EVERY_QUARTER.search(plain):
        return [] if day else _recurring(QUARTER_ENDS, None, year)  # a day, but of which month?
    if EVERY_HALF_YEAR.search(plain):
        return _recurring((6, 12), None, year)
    return None


def _recurring(months: Iterable[int], day: int | None, year: int | None, by: int = 0) -> list[_Day]:
    """`by`: so many months later, which may be in the next year. The 31st is the 30th where a month ends with it."""
    if not year or not 1 <= (day or 1) <= 31:
        return []
    later = [(year + (month + by - 1) // 12, (month + by - 1) % 12 + 1) for month in months]
    return [_Day(month, min(day or 31, monthrange(of, month)[1]), of) for of, month in later]


def _days(plain: str) -> Iterator[_Day]:
    for pattern in (FULL_DAY, SHORT_DAY):
        for found in pattern.finditer(plain):
            yield _Day(int(found["month"]), int(found["day"]), _stated(found), at=found.start())
    for found in LONG_DAY.finditer(plain):
        for month in _listed(found["list"]):
            yield _Day(int(month), int(found["day"]), _stated(found), at=found.start())


def _months(plain: str) -> Iterator[_Day]:
    for found in THIRD.finditer(plain):
        yield _Day(int(found["month"]), TEN_DAYS[found["which"]], _stated(found), at=found.start())
    rest = THIRD.sub(" ", plain)
    for found in [*MONTHS.finditer(rest)] or BARE_MONTH.finditer(rest):
        for month in _listed(found["list"]):
            yield _Day(int(month), None, _stated(found), _is_before(found), found.start())
    for found in IN_QUARTERS.finditer(rest):
        for name in _listed(found["list"]):
            month = QUARTERS[name] - 2 * _is_before(found)
            yield _Day(month, None, _stated(found), _is_before(found), found.start())
    for found in () if ONGOING.search(rest) else PART.finditer(rest):
        yield _Day(int(found["months"] or 12), at=found.start())


def _years(plain: str, year: int | None) -> Iterator[_Day]:
    for found in YEARS.finditer(plain):
        last = int(found["last"] or found["year"])
        if found["before"]:
            yield _Day(1, None, last, before=True)
        else:
            yield _Day(12, None, max(last, year) if found["on"] and year else last)


def _listed(words: str) -> list[str]:
    """ "5, 6 va 9" has three; of "5-6" the end counts."""
    groups = re.split(r" ?(?:,|\+|&|va) ?", re.sub(r"thang |quy ", "", words))
    return [re.split(r" ?[–-] ?", one)[-1] for one in groups]


def _is_before(found: re.Match[str]) -> bool:
    return bool(found.groupdict().get("before"))


def _stated(found: re.Match[str]) -> int | None:
    said = found["year"] or found.groupdict().get("in_year")
    return int(said) + (2000 if len(said) == 2 else 0) if said else None


def _year_at(plain: str, one: _Day, year: int | None) -> int | None:
    """Its own; else the next year that is said, else the one said before, else the appraisal's."""
    if one.year:
        return one.year
    said: list[tuple[int, int]] = []
    for found in SAID_YEAR.finditer(plain):
        if found["next"]:
            said += [(found.start(), year + 1)] if year else []
        else:
            said.append((found.start(), int(found["year"] or found["of_date"])))
    later = [value for at, value in said if at >= one.at]
    return next(iter(later), said[-1][1] if said else year)


def _date(one: _Day, year: int | None) -> date | None:
    try:
        if year is None:
            return None
        if one.before:
            return date(year, one.month, 1) - timedelta(days=1)
        return date(year, one.month, one.day or monthrange(year, one.month)[1])
    except ValueError:
        return None
