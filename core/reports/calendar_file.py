"""The calendar of what is due as a file (.ics)."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from core.evidence.agenda import Due, calendar
from core.reports.writing import written


def write_calendar(target: Path, dues: Iterable[Due], title: str) -> None:
    """Raises UserError("cannot_write", path)."""
    with written(target) as temporary:
        temporary.write_bytes(calendar(dues, title, datetime.now().astimezone()).encode())
