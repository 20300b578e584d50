"""Difficulties and proposals, gathered into one report for the head of the office."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from core.catalogue.records import Appraisal, Criterion
from core.dossier.wording import Wording
from core.evidence.obstacles import Obstacle
from core.reports.letter import Letter, dated, wording
from core.reports.letter_word import write_docx
from core.reports.writing import written


def obstacle_report(
    obstacles: Sequence[Obstacle],
    criteria: Mapping[str, Criterion],
    appraisal: Appraisal,
    on: date,
) -> Letter:
    """`criteria` by id. Whoever gathers it signs by hand; it goes to the head of the office."""
    say, head = wording("obstacles"), wording()
    kinds = [one.kind for one in obstacles]
    counts = {"difficulties": kinds.count("difficulty"), "proposals": kinds.count("proposal")}
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
        to=say("report", "to", office=appraisal.organisation or say("report", "office")),
        people="",
        body=say("report", "body", day=f"{on:%d/%m/%Y}", **counts),
        table=(
            tuple(say("table", name) for name in ("index", "place", "text", "kind")),
            *(_row(say, number, one, criteria) for number, one in enumerate(obstacles, 1)),
        ),
        widths=(0.09, 0.31, 0.4, 0.2),
        middle=(0,),
        closing=(say("report", "closing"),),
        recipients=tuple(head("signature", name) for name in ("recipients", "first", "last")),
        post=say("report", "post"),
        signer="",
    )


def write_obstacle_report(letter: Letter, target: Path) -> None:
    """As .docx. Raises UserError: "cannot_write" (path), "font_missing"."""
    with written(target) as temporary:
        write_docx(letter, temporary)


def _row(say: Wording, number: int, one: Obstacle, criteria: Mapping[str, Criterion]) -> tuple[str, ...]:
    criterion = criteria.get(one.criterion_id or "")
    name = f"{criterion.code}. {criterion.title}" if criterion else ""
    kind = say("table", one.kind) + (f" ({say('table', 'resolved')})" if one.resolved_at else "")
    return (str(number), "\n".join(filter(None, (name, one.unit))), one.text, kind)
