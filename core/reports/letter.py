"""A reminder ("phiếu đôn đốc") in words, before it is set as PDF or for Word."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from core.catalogue.records import Appraisal
from core.catalogue.units import Person, Unit
from core.dossier.wording import Wording
from core.evidence.records import Place
from core.evidence.reminders import Reminder, Wanted

FOLDER = Path(__file__).parents[2] / "resources" / "reports"
SOON = 30  # days


@dataclass(frozen=True)
class Letter:
    """An administrative paper of one table; "" stands for what is not there.

    `table` begins with its head, a cell may hold several lines; `middle`: the columns that are centred; `widths` of
    the columns in parts of the whole.
    """

    file: str
    parent: str
    organisation: str
    nation: str
    motto: str
    number: str
    dated: str
    title: str
    subject: str
    to: str
    people: str
    body: str
    table: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    middle: tuple[int, ...]
    closing: tuple[str, ...]
    recipients: tuple[str, ...]
    post: str
    signer: str


@cache
def wording(name: str = "reminder") -> Wording:
    """The words of a report; those of the head, too, are the reminder's."""
    return Wording(tomllib.loads((FOLDER / f"{name}-vi.toml").read_text("utf-8")))


def letter(reminder: Reminder, appraisal: Appraisal, office: Unit | None) -> Letter:
    """`office`: the organisation as a unit, whose first person signs."""
    say, unit = wording(), reminder.unit
    signer = office.people[0] if office and office.people else Person("")
    late = [say("reminder", "closing_overdue" if reminder.overdue else "closing")]
    if all(one.day is None for one in reminder.wanted):
        late = []
    return Letter(
        file=say("reminder", "file", unit=unit.name),
        parent=appraisal.parent.upper(),
        organisation=appraisal.organisation.upper(),
        nation=say("head", "nation"),
        motto=say("head", "motto"),
        number=say("head", "number"),
        dated=dated(say, appraisal.place, reminder.on),
        title=say("reminder", "title"),
        subject=say("reminder", "subject", appraisal=appraisal.title),
        to=say("reminder", "to", unit=unit.name),
        people=say("reminder", "people", people="; ".join(_spoken(say, unit.people))) if unit.people else "",
        body=say(
            "reminder", "body", day=f"{reminder.on:%d/%m/%Y}", unit=unit.name, leads=reminder.leads, open=reminder.open
        ),
        table=(
            tuple(say("table", name) for name in ("index", "criterion", "wanted", "due", "note")),
            *(_row(say, number, one) for number, one in enumerate(reminder.wanted, 1)),
        ),
        widths=(0.09, 0.26, 0.28, 0.15, 0.22),
        middle=(0, 3),
        closing=(*late, say("reminder", "closing_explain")),
        recipients=tuple(say("signature", name) for name in ("recipients", "first", "last")),
        post=(signer.post or say("signature", "post")).upper(),
        signer=signer.name,
    )


def dated(say: Wording, place: str, on: date) -> str:
    """Days below 10 and the months 1 and 2 take a leading 0 (Nghị định 30/2020/NĐ-CP, Appendix I)."""
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    name = "date" if place else "date_without_place"
    return say("head", name, place=place, day=f"{on.day:02}", month=month, year=on.year)


def _spoken(say: Wording, people: Sequence[Person]) -> Iterator[str]:
    for person in people:
        phone = say("reminder", "phone", phone=person.phone) if person.phone else ""
        yield ", ".join(filter(None, (person.name, person.post, phone, person.email)))


def _row(say: Wording, number: int, one: Wanted) -> tuple[str, ...]:
    criterion = one.criterion
    due = f"{one.day:%d/%m/%Y}" if one.day else criterion.deadline_text or say("table", "undated")
    return (
        str(number),
        f"{criterion.code}. {criterion.title}",
        wanted_words(one),
        due,
        "\n".join(_notes(say, one)),
    )


def wanted_words(one: Wanted) -> str:
    """What is wanting, a line for each."""
    say = wording()
    explanation = [say("table", "explanation")] if one.wants_explanation else []
    return "\n".join([*(_what(say, place) for place in one.places), *explanation])


def _what(say: Wording, place: Place) -> str:
    slot = place.slot
    text = slot.text or say("table", "any_paper")
    if slot.number is not None:
        text = say("table", "numbered", number=slot.number, text=text)
    if slot.count > 1:
        text = say("table", "counted", text=text, wanted=slot.count, there=len(place.evidence))
    return text


def _notes(say: Wording, one: Wanted) -> Iterator[str]:
    if one.days is not None and one.places:
        if one.days < 0:
            yield say("table", "overdue", days=-one.days)
        elif one.days == 0:
            yield say("table", "due_today")
        elif one.days <= SOON:
            yield say("table", "soon", days=one.days)
    for evidence in one.rejected:
        yield say("table", "rejected", code=evidence.code, reason=evidence.reason)
    if one.places and one.criterion.explanation:
        yield say("table", "explained")
    if one.criterion.coordinating_units:
        yield say("table", "coordinating", units=", ".join(one.criterion.coordinating_units))
