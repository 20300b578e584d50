"""Vietnamese text: one form (NFC), folding for search, words, and the order of criterion codes."""

import re
import unicodedata


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class _Folds(dict[int, str]):
    """Each character folded, worked out when it is first met; str.translate asks for them by their numbers."""

    def __missing__(self, number: int) -> str:
        base = unicodedata.normalize("NFD", chr(number))[0].lower()
        # SQLite's remove_diacritics and NFD both leave đ alone; ð is what some keyboards type for it.
        self[number] = folded = {"đ": "d", "ð": "d"}.get(base, base)[0]
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Lower case without marks, đ as d. As long as nfc(text), so that positions agree with it."""
    return nfc(text).translate(_FOLDS)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return re.findall(r"\w+", fold(text))


def squeeze(text: str) -> str:
    """NFC with every run of white space as one blank."""
    return " ".join(nfc(text).split())


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts names as people count, "số 2" before "số 10", with marks and case aside."""
    return _counted(re.findall(r"\d+|\D+", fold(text)))


def code_key(code: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts criterion codes as people count: 1.2 before 1.10."""
    return _counted(re.findall(r"\d+|[^\d.]+", code))


def _counted(parts: list[str]) -> tuple[tuple[int, int, str], ...]:
    """Numbers before words. A ² is no decimal, although it is a digit."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
