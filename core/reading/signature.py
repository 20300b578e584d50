"""Who signed, from the block beside "Nơi nhận"."""

import re
from typing import NamedTuple

from core.reading.lines import Line
from core.reading.names import Running
from core.reading.sources import Source, source
from core.text import fold

# Where a post begins; "KT. HIỆU TRƯỞNG" names the one who is stood in for, the line below it the one who signed.
_POST = re.compile(
    r"(?:pho |quyen |q\. ?)?(?:hieu truong|hieu pho|giam doc|tong giam doc|chu tich|bo truong|thu truong|cuc truong"
    r"|vu truong|chi cuc truong|tong cuc truong|vien truong|truong (?:phong|ban|khoa|doan|bo mon)|chanh (?:van phong"
    r"|thanh tra|an)|tong thanh tra|thu tuong|tong bi thu|bi thu|to truong|chu nhiem|tong bien tap"
    r"|director|rector|president|minister)\b"
)
_AUTHORITY = re.compile(r"(?:tm|kt|tl|tuq|t/m|k/t|t/l)\s?[./]?\s?(?=[^\W\d_]{2})")
_RECIPIENTS = re.compile(r"noi nhan\s*:?")
_SIGNED = re.compile(r"[(\[]?\s*(?:da ky|signed|ky ten|ky,? dong dau|da ky va dong dau)\b")
_TITLES = re.compile(
    r"^(?:(?:GS|PGS|TS|TSKH|ThS|Th\.S|T\.S|CN|BS|KS|NGƯT|NGND|NSƯT|Ths|Dr|Prof|BSCKII|BSCKI)\s?[.,]+\s?)+"
)
NEXT_PAGE = 0.35  # of the next page's height, where a block that a page break cut may go on
_WORD = re.compile(r"[^\W\d_]+[’']?$")
MOST_LINES = 24  # below "Nơi nhận" that may still belong to the block
MOST_ABOVE = 4  # lines by which the post may stand above "Nơi nhận"
NO_RECIPIENTS = 0.1  # of 1: how doubtful a block is without that list
RIGHT = 0.36  # where the right half of a page begins, generously: signature blocks are centred in it


class Signed(NamedTuple):
    signer: str | None
    post: str | None
    source: Source


def read_signature(lines: list[Line], running: Running) -> Signed:
    """Signer and post; each None where the block does not tell."""
    doubt = 0.0
    start = next((index for index, line in enumerate(lines) if _is_recipients(line)), None)
    if start is None:
        start = next((index for index, line in enumerate(lines) if _is_authority(line)), None)
        doubt = NO_RECIPIENTS
    if start is None:
        return Signed(None, None, source("signature_block"))
    first = lines[start]
    near = [line for line in lines[max(0, start - MOST_ABOVE) : start + MOST_LINES] if _is_near(line, first)]
    right = [line for line in near if line.left >= RIGHT]
    block = right or near
    return Signed(*_signer(block, running), source("signature_block", block[0].means, doubt))


def _is_recipients(line: Line) -> bool:
    return line.text[:1] in "Nn" and bool(_RECIPIENTS.match(fold(line.text)))


def _is_authority(line: Line) -> bool:
    short = len(line.text) < 80
    return short and bool(_AUTHORITY.match(fold(line.text))) and sum(map(str.isupper, line.text)) > 4


def _is_near(line: Line, first: Line) -> bool:
    return line.page == first.page or (line.page == first.page + 1 and line.top < NEXT_PAGE)


def _signer(block: list[Line], running: Running) -> tuple[str | None, str | None]:
    post = None
    for line in block:
        folded = fold(line.text)
        if _SIGNED.match(folded) or folded.startswith("(") or _AUTHORITY.match(folded):
            continue
        if _POST.match(folded) and len(folded) < 80:
            post = line.text
        elif post:
            name = person(line.text)
            if name:
                return name, running.name(post)
    return None, running.name(post) if post else None


def person(text: str) -> str | None:
    """A Vietnamese name of two to six words, without academic titles; None for anything else."""
    words = _TITLES.sub("", text.strip()).strip(" .,*").split()
    if not 2 <= len(words) <= 6 or not all(_WORD.match(word) and word[0].isupper() for word in words):
        return None
    return " ".join(word.capitalize() if word.isupper() else word for word in words)
