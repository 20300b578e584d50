"""What is due when, and the calendar of it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from core.catalogue.deadlines import Reason, undated
from core.evidence.records import Coverage, Place, Row

DueState = Literal["done", "overdue", "due_in_7", "due_in_30", "later", "undated"]
OPEN: tuple[DueState, ...] = ("overdue", "due_in_7", "due_in_30", "later", "undated")
WEEK, MONTH = 7, 30
LONGEST_LINE = 75  # octets (RFC 5545, 3.1)
REMIND = "-P7D"


@dataclass(frozen=True)
class Due:
    """The slots of a criterion that are due on the same day, None for no day at all. `days` are left, negative where
    they have passed; `late`: done, but after the day. `undated`: why the words of the plan name no day.
    """

    row: Row
    places: tuple[Place, ...]
    day: date | None
    days: int | None
    state: DueState
    late: bool
    undated: Reason | None = None

    @property
    def what(self) -> str:
        """What has to be shown, in the words of the plan; "" for the criterion as a whole."""
        return "; ".join(place.slot.text for place in self.places if place.slot.text and not place.slot.target)


def agenda(standing: Coverage, on: date, year: int | None = None) -> tuple[Due, ...]:
    """In the order of the days, those without one last. What is not proven by documents is not in it. `year` is the
    appraisal's, without which words such as "hằng quý" name no day.
    """
    found = [due for row in standing.rows for due in _of_row(row, on, year)]
    return tuple(sorted(found, key=lambda due: due.day or date.max))


def _of_row(row: Row, on: date, year: int | None) -> Iterator[Due]:
    by_day: dict[date | None, list[Place]] = {}
    for place in row.places:
        by_day.setdefault(place.due, []).append(place)
    for day, places in by_day.items():
        is_done = all(place.state == "complete" for place in places)
        days = (day - on).days if day else None
        late = is_done and any(place.late for place in places)
        why = None if day else undated(row.criterion.deadline_text, year)
        yield Due(row, tuple(places), day, days, "done" if is_done else _open_state(days), late, why)


def _open_state(days: int | None) -> DueState:
    if days is None:
        return "undated"
    if days < 0:
        return "overdue"
    return "due_in_7" if days <= WEEK else "due_in_30" if days <= MONTH else "later"


def calendar(dues: Iterable[Due], title: str, at: datetime) -> str:
    """The dated ones as a calendar of whole days (RFC 5545) that Outlook, Google and phones take; `at`: when it was
    made. An event keeps its identity while its day moves, so that a calendar read in again is brought up to date.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Minh Chung//VI",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(title)}",
    ]
    seen: dict[str, int] = {}
    for due in dues:
        if due.day:
            key = next((place.slot.id for place in due.places if place.slot.id), due.row.criterion.id)
            seen[key] = seen.get(key, 0) + 1
            lines += _event(due, due.day, f"{key}-{seen[key]}@minhchung", at)
    return "".join(f"{line}\r\n" for line in _folded([*lines, "END:VCALENDAR"]))


def _event(due: Due, day: date, uid: str, at: datetime) -> list[str]:
    criterion = due.row.criterion
    done = "✓ " if due.state == "done" else ""
    summary = f"{done}{criterion.code} {criterion.title}" + (f": {due.what}" if due.what else "")
    units = "; ".join(unit for unit in (criterion.lead_unit, *criterion.coordinating_units) if unit)
    event = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_text(summary)}",
    ]
    if units:
        event.append(f"DESCRIPTION:{_text(units)}")
    if due.state != "done":
        event += ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{REMIND}", f"DESCRIPTION:{_text(summary)}", "END:VALARM"]
    return [*event, "END:VEVENT"]


def _text(words: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(plain, escaped)
    return words


def _folded(lines: Sequence[str]) -> Iterator[str]:
    """Lines of at most 75 octets; what goes on begins with a blank. A letter is never cut."""
    for line in lines:
        part, room = "", LONGEST_LINE
        for letter in line:
            if len((part + letter).encode()) > room:
                yield part
                part = " "
            part += letter
        yield part
