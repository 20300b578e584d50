"""What a criterion's words demand, as slots: numbered demands, a paper for each period, numbers, percentages."""

import re

from core.catalogue.periods import periods_asked
from core.catalogue.records import DraftSlot
from core.catalogue.requirements import numbered, short_title
from core.reading.description import LETTER, TYPES
from core.text import fold, squeeze

PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?) ?%")
UPPER_LIMIT = re.compile(r"\b(?:khong qua|khong vuot qua|duoi|toi da|nho hon|thap hon|it hon)(?: ty le| muc)? ?$")
LAWS = {"Nghị định", "Thông tư", "Thông tư liên tịch"}  # nobody shows three of these: they are cited
KINDS = sorted({*TYPES.values(), LETTER, "văn bản", "tin bài", "bài viết"} - LAWS)
# "quý 1 báo cáo", "Điều 5 Quyết định" and "số 12 Kế hoạch" are no numbers of papers
COUNTED = re.compile(rf"(?<![\d./%-])\b0?([1-9]\d?) ({'|'.join(re.escape(fold(kind)) for kind in KINDS)})\b(?! so \d)")
ORDINAL = re.compile(r"\b(?:so|dieu|khoan|diem|muc|quy|thang|nam|ngay|thu|lan|phu luc|mau|buoc|cap|muc do)$")
DEMAND_WORDS = re.compile(r"^[\s(:]*(?:Yêu cầu\b)?[\s:]*", re.IGNORECASE)


def draft_slots(text: str, deadline: str, year: int | None) -> tuple[DraftSlot, ...]:
    """The slots that follow from the words; none where any paper will do. A percentage is what has to be reached."""
    if demands := numbered(text):
        return tuple(
            DraftSlot(words, number=number, count=_papers(words), target=target(words)) for number, words in demands
        )
    if periods := periods_asked(text, deadline, year):
        return tuple(DraftSlot(period.words, period=period) for period in periods)
    if counted := _counted(text):
        return tuple(DraftSlot(words, count=count) for count, words in counted)
    if percent := target(text):
        return (DraftSlot(_demand(text), target=percent),)
    return ()


def target(words: str) -> float | None:
    """The percentage that has to be reached; None where none is named, or only one that must not be passed."""
    folded = fold(squeeze(words))
    for found in PERCENT.finditer(folded):
        percent = float(found[1].replace(",", "."))
        if 0 < percent <= 100 and not UPPER_LIMIT.search(folded[: found.start()].rstrip()):
            return percent
    return None


def _papers(words: str) -> int:
    counted = _counted(words)
    return counted[0][0] if len(counted) == 1 else 1


def _counted(text: str) -> list[tuple[int, str]]:
    """Numbers of papers, each with its kind in the words of the text: "3 biên bản" → (3, "biên bản")."""
    plain = squeeze(text)
    folded = fold(plain)
    return [
        (int(found[1]), plain[found.start(2) : found.end(2)])
        for found in COUNTED.finditer(folded)
        if not ORDINAL.search(folded[: found.start()].rstrip())
    ]


def _demand(text: str) -> str:
    """What stands behind the title, "Yêu cầu:" and its bracket left out; the title itself where nothing does."""
    title = short_title(text)
    rest = DEMAND_WORDS.sub("", text[len(title) :]).rstrip(" .;")
    if rest.endswith(")") and rest.count(")") > rest.count("("):
        rest = rest[:-1]
    return rest or title
