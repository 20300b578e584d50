"""Whether a paper of an earlier year still holds in a later one."""

import re

from core.catalogue.periods import period_named
from core.library.records import Document
from core.text import fold

SPAN = re.compile(r"\b((?:19|20)\d\d) ?(?:-|–|den) ?(?:nam )?((?:19|20)\d\d)\b")
# What is in force until it is taken out of force; a decision may bring it with it.
LASTING = {"Luật", "Nghị định", "Thông tư", "Thông tư liên tịch", "Quy chế", "Quy định"}
BRINGS = re.compile(r"\bban hanh (?:ban )?(?:quy che|quy dinh|noi quy)\b")


def stands_in(document: Document, year: int | None) -> bool:
    """Its validity, the years that its subject names, or its kind says so, or it is of that year itself."""
    about = document.description
    if year is None:
        return False
    if about.valid_to is not None:
        return about.valid_to.year >= year
    subject = about.subject or ""
    if span := SPAN.search(fold(subject)):
        return int(span[1]) <= year <= int(span[2])
    period = period_named(subject, about.issued_on)
    is_of_year = (period.year if period else about.issued_on.year if about.issued_on else None) == year
    return is_of_year or about.type in LASTING or bool(BRINGS.search(fold(subject)))
