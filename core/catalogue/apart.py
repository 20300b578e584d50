"""Reads a plan in a process of its own: the file is not ours."""

from contextlib import closing, nullcontext
from pathlib import Path

from core.catalogue.plan import read_plan
from core.catalogue.records import Draft
from core.errors import UserError
from core.reading.worker import Worker, WorkerError


def read_plan_apart(path: Path, worker: Worker | None = None) -> Draft:
    """As read_plan; without `worker` in one for this file alone. What breaks that is UserError("plan_unreadable").

    Raises UserError("file_missing", path), and what read_plan raises.
    """
    if not path.is_file():
        raise UserError("file_missing", path=str(path))
    with nullcontext(worker) if worker else closing(Worker()) as running:
        try:
            return running.run(read_plan, path)
        except WorkerError as error:
            raise UserError("plan_unreadable", path=str(path), reason=error.reason) from error
