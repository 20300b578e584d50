"""The words of a criterion: its short title, its numbered demands, and whether a survey assesses it."""

import re

from core.text import fold

MARKER = re.compile(r"\((\d{1,2})\)")
# "(Yêu cầu: …", "(Điều tra xã hội học)", ": Yêu cầu: (1) …", ": (1) …" in folded words
DEMAND = re.compile(r"\s*(?:\(\s*yeu cau\b|\(\s*dieu tra xa hoi hoc\b|:\s*yeu cau\s*:|:\s*\(1\))")
SURVEY = re.compile(r"\(\s*dieu tra xa hoi hoc\s*\)")
WORDS_OF_A_DEMAND = 8  # a closing bracket this long is no abbreviation but says what is asked for


def is_survey(text: str) -> bool:
    return bool(SURVEY.search(fold(text)))


def short_title(text: str) -> str:
    """The words before what is demanded; `text` itself where nothing is."""
    ends = [len(text)]
    if found := DEMAND.search(fold(text)):
        ends.append(found.start())
    opening = _closing_bracket(text)
    if opening and len(text[opening:].split()) >= WORDS_OF_A_DEMAND:
        ends.append(opening)
    return text[: min(ends)].rstrip(" :;,") or text


def numbered(text: str) -> tuple[tuple[int, str], ...]:
    """The demands "(1) … (2) …" in a text, counted from 1 without a gap; none where there are less than two."""
    markers: list[re.Match[str]] = []
    for marker in MARKER.finditer(text):
        if int(marker[1]) == len(markers) + 1:
            markers.append(marker)
    if len(markers) < 2:
        return ()
    ends = [marker.start() for marker in markers[1:]] + [len(text)]
    return tuple(
        (number, _tidy(text[marker.end() : end]))
        for number, (marker, end) in enumerate(zip(markers, ends, strict=True), start=1)
    )


def _closing_bracket(text: str) -> int | None:
    """Where the bracket opens that closes at the end of the text."""
    depth, start = 0, 0
    for position, character in enumerate(text):
        if character == "(":
            start = position if depth == 0 else start
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0 and not text[position + 1 :].strip(" .;"):
                return start
    return None


def _tidy(item: str) -> str:
    """Without the separator behind it and without the bracket that closes the whole list."""
    previous = None
    item = item.strip()
    while item != previous:
        previous = item
        item = item.rstrip(" ;,")
        if item.endswith(".") and not item.endswith(".."):
            item = item[:-1]
        if item.endswith(")") and item.count(")") > item.count("("):
            item = item[:-1]
    return item
