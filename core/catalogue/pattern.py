"""The pattern of an appraisal's evidence codes, such as "H1-{criterion}-{number:02}"."""

import re
from string import Formatter

from core.errors import UserError

DEFAULT_PATTERN = "{criterion}-{number:02}"
LONGEST_PATTERN = 60
WIDTH = re.compile(r"(0[1-9])?")


def check_pattern(pattern: str) -> None:
    """Text with {criterion} and {number} once each; {number:02} has at least two digits.

    Raises UserError("code_pattern_wrong", pattern).
    """
    try:
        parts = [part[1:] for part in Formatter().parse(pattern) if part[1] is not None]
    except ValueError:
        parts = []
    widths = {name: width for name, width, conversion in parts if conversion is None}
    is_right = len(parts) == 2 and widths.get("criterion") == "" and WIDTH.fullmatch(widths.get("number") or "")
    if not is_right or "number" not in widths or len(pattern) > LONGEST_PATTERN or not pattern.isprintable():
        raise UserError("code_pattern_wrong", pattern=pattern)


def format_code(pattern: str, criterion_code: str, number: int) -> str:
    return pattern.format(criterion=criterion_code, number=number)
