"""Vietnamese from before Unicode, and what keyboards and converters spoil since: one clean text out of all.

TCVN3 (.VnTime, TCVN 5712:1993) and VNI (VNI-Times) are Western letters that a font shows as Vietnamese ones.
"""

import re
import unicodedata
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

FEWEST = 2
FEWEST_MARKED = 0.15  # of the words; Vietnamese has marks on most, but not all of them tell

_TCVN3_LETTERS = {
    "µ¶·¸¹": "àảãáạ",
    "¨»¼½¾Æ": "ăằẳẵắặ",
    "©ÇÈÉÊË": "âầẩẫấậ",
    "ÌÎÏÐÑ": "èẻẽéẹ",
    "ªÒÓÔÕÖ": "êềểễếệ",
    "×ØÜÝÞ": "ìỉĩíị",
    "ßáâãä": "òỏõóọ",
    "«åæçèé": "ôồổỗốộ",
    "¬êëìíî": "ơờởỡớợ",
    "ïñòóô": "ùủũúụ",
    "\xadõö÷øù": "ưừửữứự",
    "úûüýþ": "ỳỷỹýỵ",
    "®": "đ",
    "¡¢£¤¥¦§": "ĂÂÊÔƠƯĐ",
}
_TCVN3 = {ord(old): new for olds, news in _TCVN3_LETTERS.items() for old, new in zip(olds, news, strict=True)}
# Unlike the letters of TCVN3 that French or German have, too, these signs stand within or after no other word; as marks
# of quotation they stand at its ends.
_TCVN3_ONLY = re.compile(r"(?<=[^\W\d_])(?:[»«¼½¾](?=[^\W\d_])|[µ¶·¸¹¨©ª¬®\xad×Þ])|\b[§®]\w|[\xad¬«]ng\b")

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300\u0309\u0303\u0301\u0323"
_CIRCUMFLEX, _BREVE = "\u0302\u0306"
# VNI writes the plain letter and then a letter for its marks.
_VNI_MARKS = (
    dict(zip("øûõùï", (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True))
    | {mark: _CIRCUMFLEX + tone for mark, tone in zip("âàåãáä", ("", _GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True)}
    | {mark: _BREVE + tone for mark, tone in zip("êèúüéë", ("", _GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True)}
)
_VNI_SINGLE = {"ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_VNI_PAIR = re.compile(r"([aeouyôö])([øûõùïâàåãáäêèúüéë])", re.IGNORECASE)
_VNI = re.compile(rf"{_VNI_PAIR.pattern}|([ìæóíòîñôö])", re.IGNORECASE)

# Letters of Vietnamese in Unicode that no Western code page has.
_UNICODE_ONLY = re.compile(r"[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
# ƣ is what some converters make of ư; Ð (eth) looks like Đ in every font.
_SPOILED = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư", "\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""}
)
_IS_SPOILED = re.compile(f"[{''.join(map(chr, _SPOILED))}]")  # many times faster than to translate each line


def mend(text: str) -> str:
    """NFC in Unicode, whichever of the encodings the text is in, line by line: documents mix them."""
    return "\n".join(mend_lines(text.split("\n")))


def mend_lines(lines: list[str]) -> list[str]:
    """As mend(), for lines that belong to one document."""
    lines = [unicodedata.normalize("NFC", line) for line in lines]
    encoding = legacy_encoding("\n".join(line for line in lines if not _UNICODE_ONLY.search(line)))
    return [_clean(_decoded(line, encoding)) for line in lines]


def looks_legacy(text: str) -> bool:
    return legacy_encoding(text) is not None


def legacy_encoding(text: str) -> Encoding | None:
    """Which of the old encodings a text is in; None for Unicode, and where there is too little to tell."""
    words = len(_WORD.findall(text))
    if words < 3:
        return None
    tcvn3, vni = len(_TCVN3_ONLY.findall(text)), len(_VNI_PAIR.findall(text))
    if max(tcvn3, vni) < max(FEWEST, FEWEST_MARKED * words):
        return None
    return "tcvn3" if tcvn3 >= vni else "vni"


def _decoded(line: str, encoding: Encoding | None) -> str:
    if encoding is None or _UNICODE_ONLY.search(line):
        return line
    return line.translate(_TCVN3) if encoding == "tcvn3" else _VNI.sub(_from_vni, line)


def _from_vni(match: re.Match[str]) -> str:
    letter, mark, alone = match.groups()
    if alone:
        return _like(alone, _VNI_SINGLE[alone.lower()])
    if letter.lower() in "ôö":
        letter = _like(letter, _VNI_SINGLE[letter.lower()])
    return unicodedata.normalize("NFC", letter + _VNI_MARKS[mark.lower()])


def _like(model: str, letter: str) -> str:
    return letter.upper() if model.isupper() else letter


def _clean(line: str) -> str:
    return unicodedata.normalize("NFC", line.translate(_SPOILED) if _IS_SPOILED.search(line) else line)
