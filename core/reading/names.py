"""What a letterhead prints in capitals, written as in running text."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import groupby

from core.reading.english import english_name
from core.text import fold, nfc

MOST_TEXT = 80_000
LONGEST_PHRASE = 12
# How common parts of names are written, where the text at hand does not tell.
_COMMON = (
    "Thủ tướng Chính phủ, Phó Thủ tướng, Bộ trưởng, Thứ trưởng, Tổng Cục trưởng, Cục trưởng, Phó Cục trưởng, Vụ trưởng,"
    " Chủ tịch, Phó Chủ tịch, Tổng Giám đốc, Giám đốc, Phó Giám đốc, Hiệu trưởng, Phó Hiệu trưởng, Viện trưởng,"
    " Trưởng phòng, Phó Trưởng phòng, Trưởng ban, Phó Trưởng ban, Trưởng khoa, Tổ trưởng, Chánh Văn phòng,"
    " Chánh Thanh tra, Bí thư, Phó Bí thư, Quốc hội, Ủy ban nhân dân, Uỷ ban nhân dân, Hội đồng nhân dân, Nội vụ,"
    " Giáo dục và Đào tạo, Sở Giáo dục và Đào tạo, Sở Y tế, Sở Nội vụ, Bộ Giáo dục và Đào tạo,"
    " Kế hoạch và Đầu tư, Tài chính, Y tế, Tư pháp, Văn hóa, Thể thao và Du lịch, Khoa học và Công nghệ, Xây dựng,"
    " Thông tin và Truyền thông, Lao động - Thương binh và Xã hội, Nông nghiệp và Phát triển nông thôn, Văn phòng,"
    " Trường Đại học, Đại học Quốc gia, Trường Cao đẳng, Trường Trung học phổ thông, Trường Trung học cơ sở,"
    " Cục Nhà giáo và Cán bộ quản lý giáo dục, Trung ương Đoàn, Công ty Cổ phần, Công ty Trách nhiệm hữu hạn,"
    " Liên đoàn Lao động, Chi bộ, Đảng bộ, Đảng ủy, Công đoàn, Công ty,"
    " Trường Tiểu học, Trường Mầm non, Trung tâm, Thị trấn, Ủy ban Thường vụ, Uỷ ban Thường vụ, Ban Thường vụ,"
    " Ban Chấp hành, Ban Chỉ đạo, Hội đồng Bộ trưởng, Cộng hòa xã hội chủ nghĩa Việt Nam"
)
# Written small inside a name, wherever it does not begin it.
_SMALL = frozenset(
    {"và", "của", "tỉnh", "thành", "phố", "huyện", "quận", "xã", "phường", "về", "cho", "các", "nước", "năm"}
)
# A syllable without its marks; what is in capitals and none is an abbreviation: GDĐT, THPT, VNU.
_SYLLABLE = re.compile(
    r"(?!i+$)(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


class Running:
    """The running text of a document, which knows how its names are written."""

    def __init__(self, text: str, *, english: bool = False) -> None:
        self._english = english
        self._text = " ".join(nfc(text)[:MOST_TEXT].split())
        self._folded = f" {fold(self._text)} "

    def name(self, printed: str, *, certain: bool = True) -> str:
        """The name of a body, a person's post: with the capitals that the text gives it, or by rule.

        Where its letters are not `certain`, names that are known get their marks: Sơ Y te. English ones come out in
        Vietnamese where that is ruled.
        """
        if self._english:
            return english_name(printed)
        words = _words(printed) if certain else _marked(_words(printed))
        written = self._written(words, as_name=True) if _shouted(" ".join(words)) else words
        # Fonts that show small letters as capitals leave all of it small.
        if not any(map(str.isupper, " ".join(written)[1:])):
            written = _common()._phrase(written, _begins_as_name) or self._phrase(written, _begins_as_name) or written
        return _begin(" ".join(written))

    def sentence(self, *lines: str) -> str:
        """A title; what of its lines is in capitals, small but for its beginning and the names that the text knows."""
        written: list[str] = []
        for shouted, together in groupby(lines, _shouted):
            words = " ".join(together).split()
            written += self._written(words, as_name=False) if shouted else words
        return _begin(" ".join(_words(" ".join(written))))

    def _written(self, words: list[str], *, as_name: bool) -> list[str]:
        written: list[str] = []
        while len(written) < len(words):
            place = len(written)
            tells = _tells_all if not as_name else _goes_on_as_name if place else _begins_as_name
            for length in range(min(LONGEST_PHRASE, len(words) - place), 1, -1):
                phrase = words[place : place + length]
                found = self._phrase(phrase, tells) or (_common()._phrase(phrase, tells) if as_name else None)
                if found:
                    written += found
                    break
            else:
                small = str.lower if self._english else _small
                written.append(_by_rule(words[place], place) if as_name else small(words[place]))
        return written

    def _has_shouted_word(self, text: str) -> bool:
        return any(any(map(str.isupper, word[1:])) and (self._english or _is_syllable(word)) for word in text.split())

    def _phrase(self, words: list[str], tells: Callable[[str], bool]) -> list[str] | None:
        """How the text mostly writes these words, where that `tells`; its capitals alone: its marks may be others."""
        phrase = fold(" ".join(words))
        found: Counter[str] = Counter()
        place = self._folded.find(phrase)
        while place >= 0:
            end = place + len(phrase)
            if not (self._folded[place - 1].isalnum() or self._folded[end].isalnum()):
                written = self._text[place - 1 : end - 1]
                if not self._has_shouted_word(written) and tells(written):
                    found[written] += 1
            place = self._folded.find(phrase, end)
        if not found:
            return None
        model = found.most_common(1)[0][0]
        letters = zip(" ".join(words), model, strict=True)
        return "".join(letter.upper() if like.isupper() else letter.lower() for letter, like in letters).split()


def _marked(words: list[str]) -> list[str]:
    """With the marks of common names in capitals, whatever marks these letters have."""
    common = f" {_COMMON.replace(',', ' ,').upper()} "
    folded = fold(common)
    marked: list[str] = []
    while len(marked) < len(words):
        place = len(marked)
        for length in range(min(LONGEST_PHRASE, len(words) - place), 1, -1):
            at = folded.find(f" {fold(' '.join(words[place : place + length]))} ")
            if at >= 0:
                marked += common[at + 1 :].split()[:length]
                break
        else:
            marked.append(words[place])
    return marked


@cache
def _common() -> Running:
    return Running(_COMMON)


def _begins_as_name(written: str) -> bool:
    """Not "sở giáo dục" in "các cơ sở giáo dục"."""
    return written[0].isupper()


def _goes_on_as_name(written: str) -> bool:
    return any(map(str.isupper, written))


def _tells_all(written: str) -> bool:
    return bool(written)


def _words(printed: str) -> list[str]:
    return nfc(printed).strip(" .,;:-–*_ˆ^~|").split()


def _shouted(text: str) -> bool:
    """Whether a text is in capitals, or in the mixture that fonts with small letters as capitals leave: ủY BAN."""
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) > 0.5 * letters or all(map(_is_mixture, text.split()))


def _is_mixture(word: str) -> bool:
    return word[:1].islower() and any(map(str.isupper, word))


def _is_syllable(word: str) -> bool:
    return bool(_SYLLABLE.fullmatch(re.sub(r"^\W+|\W+$", "", fold(word))))


def _small(word: str) -> str:
    """Small, unless it is an abbreviation."""
    return word.lower() if _is_syllable(word) else word


def _by_rule(word: str, place: int) -> str:
    small = _small(word)
    return small if place and small in _SMALL else small[:1].upper() + small[1:]


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]
