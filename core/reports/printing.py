"""Writes the reports of progress, and reminders into a folder, a file for each unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.catalogue.records import Appraisal
from core.catalogue.units import Unit
from core.errors import UserError
from core.evidence.reminders import Reminder
from core.files import free_name, safe_name
from core.progress import Progress
from core.reports.letter import letter
from core.reports.letter_pdf import write_pdf
from core.reports.letter_word import write_docx
from core.reports.progress_report import Progressed, progress_letter, write_workbook
from core.reports.writing import written

Format = Literal["docx", "pdf"]
WRITERS = {"docx": write_docx, "pdf": write_pdf}


@dataclass(frozen=True)
class Written:
    reminder: Reminder
    path: Path


def write_report(progressed: Progressed, office: Unit | None, target: Path, reminder: Reminder | None = None) -> int:
    """As .xlsx all rows; as .docx or .pdf a report by lead unit, or this reminder. Returns the count of rows.

    Raises UserError: "report_kind_unknown" (path), "cannot_write" (path), "font_missing".
    """
    kind = target.suffix.lower().removeprefix(".")
    if kind not in (*WRITERS, "xlsx"):
        raise UserError("report_kind_unknown", path=str(target))
    with written(target) as temporary:
        if kind == "xlsx":
            return write_workbook(progressed, temporary)
        told = letter(reminder, progressed.appraisal, office) if reminder else progress_letter(progressed, office)
        WRITERS[kind](told, temporary)
        return len(told.table) - 1


def write_reminders(
    due: Iterable[Reminder],
    appraisal: Appraisal,
    office: Unit | None,
    folder: Path,
    kind: Format,
    progress: Progress | None = None,
) -> list[Written]:
    """A file of an earlier day gives way to the new one of the same unit; units whose names give one file name do not.

    Raises UserError: "cannot_write" (path), "font_missing".
    """
    progress, due = progress or Progress(), list(due)
    made: list[Written] = []
    taken: set[str] = set()
    for number, reminder in enumerate(due):
        progress.step(number, len(due), reminder.unit.name)
        content = letter(reminder, appraisal, office)
        path = folder / free_name(safe_name(f"{content.file}.{kind}"), taken)
        with written(path) as temporary:
            WRITERS[kind](content, temporary)
        made.append(Written(reminder, path))
    return made
