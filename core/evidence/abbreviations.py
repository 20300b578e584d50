"""What the abbreviations of administrative papers stand for: learnt from "words (ABBR)", else what all offices use."""

import re
from collections.abc import Iterable, Mapping

from core.text import fold, nfc

# Abbreviations that papers use everywhere without saying what they mean; folded.
COMMON = {
    "cchc": "cai cach hanh chinh",
    "tthc": "thu tuc hanh chinh",
    "kstthc": "kiem soat thu tuc hanh chinh",
    "pakn": "phan anh kien nghi",
    "qppl": "quy pham phap luat",
    "vbqppl": "van ban quy pham phap luat",
    "tdthpl": "theo doi thi hanh phap luat",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "cds": "chuyen doi so",
    "cntt": "cong nghe thong tin",
    "nsnn": "ngan sach nha nuoc",
    "tccb": "to chuc can bo",
    "khtc": "ke hoach tai chinh",
    "sipas": "chi so hai long",
}
_STATED = re.compile(r"([^()]*)\(([^\W\d_]{3,8})\)")


def abbreviations(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Folded words by folded abbreviation. What the texts state ("phản ánh, kiến nghị (PAKN)") goes before COMMON."""
    found = {short: tuple(words.split()) for short, words in COMMON.items()}
    for text in texts:
        for before, short in _STATED.findall(nfc(text)):
            # Sipas is written so too; a word in brackets that is no abbreviation begins small.
            if short[0].isupper() and (words := _meant(before, fold(short))):
                found[fold(short)] = words
    return found


def _meant(before: str, short: str) -> tuple[str, ...]:
    """The words that spell the abbreviation; where their initials do not, those since the last capital."""
    words = re.findall(r"[^\W\d_]+", before)
    last = tuple(map(fold, words[-len(short) :]))
    if "".join(word[0] for word in last) == short:
        return last
    starts = [n for n, word in enumerate(words) if word[0].isupper() and not word.isupper()]
    return tuple(map(fold, words[starts[-1] :])) if starts and len(words) - starts[-1] >= 2 else ()
