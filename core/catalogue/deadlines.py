"""The words of a deadline as dates."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from core.text import fold, squeeze

QUARTER_ENDS = (3, 6, 9, 12)
QUARTERS = {"i": 3, "1": 3, "ii": 6, "2": 6, "iii": 9, "3": 9, "iv": 12, "4": 12}
# A date that is part of a citation says when the cited paper was issued, not when something is due.
CITATION = re.compile(r"\bso [^\s,;]*/[^\s,;]*(?:,? (?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?")
DAY_OF_QUARTER = re.compile(r"\bngay (\d{1,2}) (?:cua )?thang cuoi (?:cua )?(?:moi |hang |cac )?quy\b")
FULL_DATE = re.compile(r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\b")
LONG_DATE = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})\b")
MONTH = re.compile(r"\bthang (\d{1,2})(?: ?/ ?| nam )(\d{4})\b")
QUARTER = re.compile(r"\bquy (iv|i{1,3}|[1-4])(?: ?/ ?| nam )(\d{4})\b")
YEAR = re.compile(r"\bnam (\d{4})\b")
EVERY_QUARTER = re.compile(r"\b(?:hang|moi) quy\b")


def deadlines(words: str, year: int | None) -> tuple[date, ...]:
    """The dates that the words mean, ascending; `year` is the appraisal's, for what recurs.

    None where they name no date of their own: blank, "according to Decision …", or a day that does not exist.
    A month, a quarter or a year means its last day; of a span "từ … đến …" its end counts.
    """
    plain = CITATION.sub(" ", fold(squeeze(words))).rpartition(" den ")[2]
    if found := DAY_OF_QUARTER.search(plain):
        return _ascending(_day(year, month, int(found[1])) for month in QUARTER_ENDS)
    if EVERY_QUARTER.search(plain):
        return _ascending(_last_day(year, month) for month in QUARTER_ENDS)
    for pattern in (FULL_DATE, LONG_DATE):
        if hits := pattern.findall(plain):
            return _ascending(_day(int(y), int(m), int(d)) for d, m, y in hits)
    if hits := MONTH.findall(plain):
        return _ascending(_last_day(int(y), int(m)) for m, y in hits)
    if hits := QUARTER.findall(plain):
        return _ascending(_last_day(int(y), QUARTERS[q]) for q, y in hits)
    return _ascending(_last_day(int(y), 12) for y in YEAR.findall(plain))


def _ascending(days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted({day for day in days if day}))


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _last_day(year: int | None, month: int) -> date | None:
    if not year or not 1 <= month <= 12:
        return None
    return _day(year, month, monthrange(year, month)[1])
