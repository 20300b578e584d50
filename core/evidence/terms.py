"""The terms of a text: what it may be recognised by. Folded syllables, pairs of them, and the papers that it cites."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from core.reading.description import TYPES
from core.text import fold, nfc

READ = 2000  # characters: what a paper is about stands at its beginning; long annexes only blur it

# Words that join others, and those that every administrative paper is made of; folded.
_STOP = """
    va cua cac cho co duoc trong den tu voi la ve theo khong tai nay nhung mot da se phai de khi cung do bi tren duoi
    sau truoc ra vao moi tung hai ba nam thang ngay gio so dieu khoan muc phan thu con chua nhu thi ma hay hoac lai rat
    qua nhieu it o gd dt sgd gddt ubnd hdnd
"""
STOP = frozenset(_STOP.split())
# What stands in every paper: state motto, number, bases, addressees, signature. A clause ends where the next begins.
_BOILERPLATE = re.compile(
    r"^[ \t]*(?:cong hoa xa hoi chu nghia.*|doc lap\W+tu do.*|so\s*:.*|(?:can cu|xet de nghi)\b[^;.]*"
    r"|kinh gui\b[^;.\n]*|noi nhan\b.*|-?\s*nhu tren\b.*|-?\s*luu\s*:.*|(?:tm|kt|tl|tuq|q)\s*\..*"
    r"|(?:pho )?(?:giam doc|chu tich)\s*$)",
    re.MULTILINE,
)
_CITED = re.compile(r"(?<![\w/])0*(\d{1,5})(?:/((?:19|20)\d\d))?/([a-z]{1,6})")
_NAMES = {fold(name): fold(short) for short, name in TYPES.items()}
_CITED_BY_NAME = re.compile(
    rf"\b({'|'.join(sorted(_NAMES, key=len, reverse=True))})\s+(?:so\s+)?0*(\d{{1,5}})(?:/((?:19|20)\d\d))?\b"
)
# Words that stand together: no mark, no empty line and no number but that of a period ("6 tháng") between them. A
# phrase goes on over a line's end.
_CLAUSE = re.compile(r"(?:[^\W\d_]|(?<![\d/.,])\d{1,2}(?=\s+[^\W\d])|[^\S\n]|\n(?!\s*\n))+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Language:
    """How the papers of an office are to be read: `short` by folded abbreviation; `ignored` matches its own name."""

    short: Mapping[str, tuple[str, ...]]
    ignored: re.Pattern[str] | None = None


def ignoring(names: Iterable[str]) -> re.Pattern[str] | None:
    """Matches the folded names of an office, also without their first word (Sở, Phòng, Trường)."""
    folded = {" ".join(fold(name).split()) for name in names}
    folded |= {rest for name in folded if len((rest := name.partition(" ")[2]).split()) > 1}
    phrases = sorted(filter(None, folded), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases)) if phrases else None


class Spot(NamedTuple):
    """A syllable where it stands in the text; those of an abbreviation stand at the same place."""

    word: str
    start: int
    end: int


def spots(text: str, language: Language) -> Iterator[list[Spot]]:
    """The syllables of nfc(text), a clause at a time, without what every paper says."""
    for clause in _clauses(text, language):
        found = (
            (word.group(), clause.start() + word.start(), clause.start() + word.end())
            for word in _WORD.finditer(clause.group())
        )
        yield [Spot(part, start, end) for word, start, end in found for part in language.short.get(word, (word,))]


def terms(text: str, language: Language) -> Counter[str]:
    """How often each term occurs at the beginning of a text: syllables, pairs and citations."""
    text = nfc(text[:READ])
    found: list[str] = list(citations(text))
    for clause in _clauses(text, language):
        words = clause.group().split()
        if not language.short.keys().isdisjoint(words):
            words = [part for word in words for part in language.short.get(word, (word,))]
        found += [word for word in words if word not in STOP and len(word) > 1]
        found += [pair(first, second) for first, second in pairwise(words) if tells(first, second)]
    return Counter(found)


def pair(first: str, second: str) -> str:
    return f"{first} {second}"


def tells(first: str, second: str) -> bool:
    """Whether neighbours say something together."""
    return first not in STOP or second not in STOP


def _clauses(text: str, language: Language) -> Iterator[re.Match[str]]:
    folded = _blank(_BOILERPLATE, fold(text))
    return _CLAUSE.finditer(_blank(language.ignored, folded) if language.ignored else folded)


def citations(text: str) -> set[str]:
    """The papers that are named, as "#59/nd" and, where the year stands there, "#59/2019/nd"."""
    folded = fold(text)
    found = [(number, year, kind) for number, year, kind in _CITED.findall(folded)]
    found += [(number, year, _NAMES[name]) for name, number, year in _CITED_BY_NAME.findall(folded)]
    tokens = {f"#{number}/{kind}" for number, _, kind in found}
    return tokens | {f"#{number}/{year}/{kind}" for number, year, kind in found if year}


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """What matches gives way to a mark, so that nothing is joined over it and positions stay."""
    return pattern.sub(lambda match: "," + " " * (len(match.group()) - 1), text)
