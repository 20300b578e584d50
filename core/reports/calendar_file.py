"""The calendar of what is due as a file (.ics)."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from core.errors import UserError
from core.evidence.agenda import Due, calendar
from core.files import atomic_path


def write_calendar(target: Path, dues: Iterable[Due], title: str) -> None:
    """Raises UserError("cannot_write", path)."""
    try:
        with atomic_path(target) as temporary:
            temporary.write_bytes(calendar(dues, title, datetime.now().astimezone()).encode())
    except OSError as error:
        raise UserError("cannot_write", path=str(target)) from error
