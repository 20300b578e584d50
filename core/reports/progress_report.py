"""How far the evidence is: a report by lead unit for the head of the office, and a workbook with all rows."""

# openpyxl has few types
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from core.catalogue.records import Appraisal, Criterion
from core.catalogue.units import Person, Unit
from core.dossier.sheets.matter import document_name
from core.evidence.records import Coverage, Evidence, Totals
from core.evidence.reminders import Reminders, Wanted
from core.library.records import Document
from core.reports.letter import Letter, dated, wanted_words, wording
from core.reports.table_sheet import Cell, fill_sheet

COUNTS = ("criteria", "complete", "partial", "missing", "survey", "overdue")
Cells = Sequence[Cell]


@dataclass(frozen=True)
class Progressed:
    """What is reported on. `tree` is depth first; `documents` by id."""

    appraisal: Appraisal
    tree: Sequence[Criterion]
    standing: Coverage
    evidence: Sequence[Evidence]
    documents: Mapping[str, Document]
    reminders: Reminders
    on: date


def progress_letter(progressed: Progressed, office: Unit | None) -> Letter:
    """`office`: the organisation as a unit, whose first person signs."""
    say, head = wording("progress"), wording()
    appraisal, standing, on = progressed.appraisal, progressed.standing, progressed.on
    signer = office.people[0] if office and office.people else Person("")
    units = [(unit or say("table", "nobody"), totals) for unit, totals in standing.units.items()]
    rows = [_counted(str(number), unit, totals) for number, (unit, totals) in enumerate(units, 1)]
    return Letter(
        file=say("report", "file"),
        parent=appraisal.parent.upper(),
        organisation=appraisal.organisation.upper(),
        nation=head("head", "nation"),
        motto=head("head", "motto"),
        number=head("head", "number"),
        dated=dated(head, appraisal.place, on),
        title=say("report", "title"),
        subject=say("report", "subject", appraisal=appraisal.title),
        to="",
        people="",
        body=say("report", "body", day=f"{on:%d/%m/%Y}", **{key: getattr(standing.totals, key) for key in COUNTS}),
        table=(
            tuple(say("table", name) for name in ("index", "unit", *COUNTS)),
            *rows,
            _counted("", say("table", "sum"), standing.totals),
        ),
        widths=(0.08, 0.29, 0.11, 0.09, 0.11, 0.11, 0.11, 0.1),
        middle=(0, 2, 3, 4, 5, 6, 7),
        closing=(say("report", "closing"),),
        recipients=tuple(head("signature", name) for name in ("recipients", "first", "last")),
        post=(signer.post or head("signature", "post")).upper(),
        signer=signer.name,
    )


def _counted(index: str, name: str, totals: Totals) -> tuple[str, ...]:
    return (index, name, *(str(getattr(totals, key) or "") for key in COUNTS))


def write_workbook(progressed: Progressed, target: Path) -> int:
    """Three sheets: every criterion, every piece of evidence, all that is wanting. Returns the count of rows."""
    say = wording("progress")
    book = Workbook()
    book.remove(book.worksheets[0])
    parts = (
        (
            "progress",
            ("code", "criterion", "unit", "due", "state", "count", "result", "explanation"),
            _progress(progressed),
        ),
        (
            "evidence",
            ("code", "index", "evidence_code", "name", "symbol", "issued", "issuer", "note"),
            _evidence(progressed),
        ),
        ("wanted", ("unit", "code", "criterion", "what", "due"), _wanted(progressed)),
    )
    count = 0
    for name, heads, rows in parts:
        rows = list(rows)
        _fill(book, say("sheets", name), [say("sheets", head) for head in heads], rows)
        count += len(rows)
    book.properties.title = progressed.appraisal.title
    book.save(target)
    return count


def _fill(book: Workbook, name: str, heads: Sequence[str], rows: Sequence[Cells]) -> None:
    widest = [max(len(str(cell or "")) for cell in column) for column in zip(heads, *rows, strict=True)]
    fill_sheet(book.create_sheet(name), heads, rows, [min(60, width + 2) for width in widest])


def _progress(progressed: Progressed) -> Iterable[Cells]:
    say = wording("progress")
    for row in progressed.standing.rows:
        one = row.criterion
        result = say("states", one.result) if one.result else None
        state = say("states", row.state)
        yield one.code, one.title, one.lead_unit, row.due, state, row.evidence, result, one.explanation or None


def _evidence(progressed: Progressed) -> Iterable[Cells]:
    linked: dict[str, list[Evidence]] = {}
    for one in progressed.evidence:
        if one.counts:
            linked.setdefault(one.criterion_id, []).append(one)
    for criterion in progressed.tree:
        for index, one in enumerate(linked.get(criterion.id, ()), 1):
            document = progressed.documents[one.document_id]
            about = document.description
            name = document_name(document)
            yield criterion.code, index, one.code, name, about.symbol, about.issued_on, about.issuer, one.note or None


def _wanted(progressed: Progressed) -> Iterable[Cells]:
    def cells(unit: str | None, one: Wanted) -> Cells:
        due = one.day or one.criterion.deadline_text or None
        return unit, one.criterion.code, one.criterion.title, wanted_words(one), due

    for reminder in progressed.reminders.due:
        yield from (cells(reminder.unit.name, one) for one in reminder.wanted)
    yield from (cells(None, one) for one in progressed.reminders.without_unit)
