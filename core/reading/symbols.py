"""Numbers, notations and dates as official documents write them."""

import re
from datetime import date

from core.reading.description import TYPES
from core.text import fold

# "Số: 12/KH-SGDĐT", "Luật số 08/2012/QH13", "Số 06-KL/TU", "Số 298 KH/TĐTN", "No: 2085/QLCL-KĐCLGD"; the number may
# have a letter: 12a.
_SYMBOL = (
    r"(?P<number>\d{1,6}[a-zA-Z]?(?:(?:\s*-\s*|\s)[A-ZĐ][A-Za-zĐđ]{0,4})?)\s*/\s*"
    r"(?P<notation>[^\W_](?:[\w&,.]|\s?[-–/]\s?(?=\w))*)"
)
# Before the slash was ruled: "Số: 217-HĐBT"; alone in its line, for house numbers look alike.
_OLD_SYMBOL = re.compile(r"\s*(?P<number>\d{1,6}\s*-\s*[A-ZĐ]{2,6}(?:\s*-\s*[A-ZĐ]{1,6})?)\s*")
_NUMBER_LINE = re.compile(
    r"(?:(?:luat\s+|phap lenh\s+|law\s+|ref\.?\s*)?(?:so\b(?:\s*[/(]\s*no\b\.?\)?)?|no\b|number\b)|nghi quyet\s+so\s*:)"
    r"\s*[:.]*\s*"
)
_SYMBOL_AT = re.compile(_SYMBOL)
# What stands where a number is still to be written in by hand.
_BLANK_NUMBER = re.compile(
    r"[\s.…_\-]*(?:(?<=[.…_\-\s])[A-ZĐ][A-Za-zĐđ]{1,4}\s*)?/\s*(?P<notation>(?:\d{4}/)?[^\W\d_][\w&,.\-–/]*)"
)
_SPACE_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")

# Figures that were written into a form may stand apart: ngày 0 5 tháng 1 năm 20 23.
_DATE = re.compile(
    r"ngay\s*(?P<day>\d\s?\d?)\s*(?:thang|[/.-])\s*(?P<month>\d\s?\d?)\s*(?:nam|[/.-])\s*(?P<year>\d\s?\d\s?\d\s?\d)(?!\d)"
)
# Not the calendar module's: those are in the language of the machine.
_MONTHS = re.findall(r"\w+", "january february march april may june july august september october november december")
_ENGLISH_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{'|'.join(_MONTHS)})\s+"
    r"(?:(?P<day_after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})\b"
)
EARLIEST_YEAR = 1945
COPIES = ("SY", "TrS", "SL")  # "sao y", "trích sao", "sao lục"


def is_number_line(text: str) -> bool:
    """Whether a line has number and notation, or has room for a number before a notation."""
    return read_symbol(text)[0] is not None or blank_notation(text) is not None


def read_symbol(text: str) -> tuple[str | None, str | None]:
    """Number and notation of a number line; both are None where the number is still blank.

    They are parted at the first slash, so that they print together as they stand: 30 and 2020/NĐ-CP, 06-KL and TU.
    Numbers from before the slash was ruled have no notation: 217-HĐBT.
    """
    start = _NUMBER_LINE.match(fold(text))
    if start is None:
        return None, None
    old = _OLD_SYMBOL.fullmatch(text, start.end())
    return (re.sub(r"\s+", "", old["number"]), None) if old else symbol_at(text[start.end() :])


def symbol_at(text: str) -> tuple[str | None, str | None]:
    """Number and notation that `text` begins with."""
    match = _SYMBOL_AT.match(_SPACE_IN_NUMBER.sub("", text.lstrip(" :.")))
    if not match:
        return None, None
    notation = re.sub(r"\s+", "", match["notation"]).replace("–", "-").rstrip(".,-/&")
    if not re.search(r"[^\W\d_]", notation):
        return None, None
    return re.sub(r"\s*-\s*", "-", match["number"]), notation


def blank_notation(text: str) -> str | None:
    """The notation of a number line whose number is still blank."""
    start = _NUMBER_LINE.match(fold(text))
    match = _BLANK_NUMBER.match(text, start.end()) if start else None
    return match["notation"] if match else None


def is_copy(notation: str | None) -> bool:
    """Whether a notation is that of a copy: its number is not the document's own."""
    return bool(notation) and notation.partition("-")[0] in COPIES


def type_of_notation(number: str | None, notation: str | None) -> str | None:
    """The type that an abbreviation in the notation stands for; None for letters, which have none."""
    for part in re.split(r"[/-]", f"{number or ''}/{notation or ''}"):
        for abbreviation, name in TYPES.items():
            if part == abbreviation or (len(part) > 2 and part.upper() == abbreviation.upper()):
                return name
        if part and not part[0].isdigit():
            return None  # only the first part in letters can be the type: 12/UBND-TC is a letter on finance
    return None


def read_date(text: str) -> date | None:
    """The first whole date in words: ngày 5 tháng 1 năm 2023, ngày 05/01/2023, December 31, 2020."""
    folded = fold(text)
    match = _DATE.search(folded)
    if match:
        return _date(match["year"], match["month"], match["day"])
    english = _ENGLISH_DATE.search(folded)
    if english and (english["day"] or english["day_after"]):
        month = _MONTHS.index(english["month"]) + 1
        return _date(english["year"], str(month), english["day"] or english["day_after"])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        found = date(*(int("".join(figures.split())) for figures in (year, month, day)))
    except ValueError:
        return None
    return found if found.year >= EARLIEST_YEAR else None
