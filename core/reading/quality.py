"""Tells text from noise: what a poor recognition, or a font without its table of letters, leaves in a PDF."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

FEWEST_WORDS = 20
MOST_TORN = 0.12  # clean documents stay below 0.03; the layers of poor scanners are above 0.2
_TORN = re.compile(r"[^\W\d_](?:[~()|^{}\\*<>;,`!$%=\[\]:\"#?]+|\d+)[^\W\d_]|[\ufffd\ue000-\uf8ff\x00-\x08]")
_NO_WORD = re.compile(r"[@/]|www\.")


def is_noise(text: str) -> bool:
    """Whether so many words are torn that the text says nothing. Short texts are given the benefit of the doubt."""
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1 and not _NO_WORD.search(word)]
    return len(words) >= FEWEST_WORDS and sum(map(is_torn, words)) > MOST_TORN * len(words)


def is_torn(word: str) -> bool:
    """Signs or digits between letters, a capital after a small letter, letters of several scripts."""
    if _TORN.search(word) or any(a.islower() and b.isupper() for a, b in pairwise(word)):
        return True
    return not word.isascii() and len({_script(letter) for letter in word if letter.isalpha()}) > 1


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
