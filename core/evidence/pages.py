"""Page words of a piece of evidence: "3-5", "1, 4-6"."""

import re

from core.errors import UserError

PART = re.compile(r"(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?")


def tidy_pages(pages: str) -> str:
    """In one way of writing, "" for all pages. Raises UserError("pages_unreadable", pages)."""
    if not pages.strip():
        return ""
    parts: list[str] = []
    for words in re.split(r"[,;]", pages):
        part = PART.fullmatch(words.strip())
        first, last = (int(part[1]), int(part[2] or part[1])) if part else (0, 0)
        if not 1 <= first <= last:
            raise UserError("pages_unreadable", pages=pages)
        parts.append(str(first) if first == last else f"{first}-{last}")
    return ", ".join(parts)


def page_numbers(pages: str) -> list[int]:
    """Each page once, ascending. Raises UserError("pages_unreadable", pages), also where none is named."""
    tidy = tidy_pages(pages)
    if not tidy:
        raise UserError("pages_unreadable", pages=pages)
    ranges = [[int(number) for number in part.split("-")] for part in tidy.split(", ")]
    return sorted({page for one in ranges for page in range(one[0], one[-1] + 1)})
