"""Where a report is written: whole or not at all."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from core.errors import UserError
from core.files import atomic_path


@contextmanager
def written(target: Path) -> Generator[Path]:
    """A path to write to, which takes the name of `target` then. Raises UserError("cannot_write", path)."""
    try:
        with atomic_path(target) as temporary:
            yield temporary
    except OSError as error:
        raise UserError("cannot_write", path=str(target)) from error
