"""The units of the office: what criteria they lead or help with, and whom one asks there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from core.catalogue.records import Appraisal, Criterion
from core.catalogue.tree import load_appraisal, load_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.errors import UserError
from core.journal import Facts, Journal
from core.text import fold, squeeze

PERSON_FIELDS = ("name", "post", "phone", "email")


@dataclass(frozen=True)
class Person:
    """Somebody in a unit; what is not known is ""."""

    name: str
    post: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Unit:
    """A unit by its name as criteria write it; `leads` and `coordinates` are ids of criteria, in their order.

    `people`: the first answers for the unit. `is_office`: it is the appraised organisation itself, whose first person
    signs. `id` is None where nothing has been written down about it yet.
    """

    id: str | None
    name: str
    people: tuple[Person, ...] = ()
    note: str = ""
    leads: tuple[str, ...] = ()
    coordinates: tuple[str, ...] = ()
    is_office: bool = False


class Units:
    """What is written down of units, beside those that the criteria name. One method is one transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self) -> tuple[Unit, ...]:
        """The organisation itself, then the units as the criteria name them, leading ones first; then all others."""
        with self._database.read() as connection:
            return _load(connection)

    def get(self, name: str) -> Unit:
        """By name, case and marks aside. Raises UserError("unit_unknown", unit)."""
        with self._database.read() as connection:
            return _find(_load(connection), name)

    def describe(self, name: str, *, people: Iterable[Person] | None = None, note: str | None = None) -> Unit:
        """Write down what is given; `people` are all from now on. A name that no criterion has makes a new unit.

        Raises UserError: "unit_name_missing", "person_name_missing".
        """
        name = squeeze(name)
        if not name:
            raise UserError("unit_name_missing")
        wanted: Facts = {}
        if people is not None:
            wanted["people"] = [_tidy(person) for person in people]
        if note is not None:
            wanted["note"] = note.strip()
        with self._database.write() as connection:
            known = next((one for one in _load(connection) if fold(one.name) == fold(name)), Unit(None, name))
            old: Facts = {"people": list(known.people), "note": known.note}
            after = {key: value for key, value in wanted.items() if value != old[key]}
            if after or known.id is None:
                unit_id = self._write(connection, known, after)
                facts = _plain({key: old[key] for key in after}), _plain({"name": known.name, **after})
                self._journal.record(connection, "unit.described", f"unit:{unit_id}", *facts)
            return _find(_load(connection), known.name)

    def remove(self, name: str) -> None:
        """Forget what is written down about a unit; the criteria go on naming it. Raises UserError("unit_unknown")."""
        with self._database.write() as connection:
            unit = _find(_load(connection), name)
            if unit.id is None:
                return
            connection.execute(delete(tables.person).where(tables.person.c.unit_id == unit.id))
            connection.execute(delete(tables.unit).where(tables.unit.c.id == unit.id))
            before = _plain({"name": unit.name, "people": list(unit.people), "note": unit.note})
            self._journal.record(connection, "unit.removed", f"unit:{unit.id}", before=before)

    def _write(self, connection: Connection, known: Unit, after: Facts) -> str:
        stamp = self._database.stamp()
        unit_id = known.id or new_id()
        if known.id is None:
            connection.execute(insert(tables.unit).values(id=unit_id, name=known.name, **stamp))
        if "note" in after:
            this = tables.unit.c.id == unit_id
            connection.execute(update(tables.unit).where(this).values(note=after["note"], **stamp))
        if "people" in after:
            connection.execute(delete(tables.person).where(tables.person.c.unit_id == unit_id))
            people: list[Person] = after["people"]
            rows = [
                {"id": new_id(), "unit_id": unit_id, "position": position, **vars(person), **stamp}
                for position, person in enumerate(people)
            ]
            if rows:
                connection.execute(insert(tables.person), rows)
        return unit_id


def _load(connection: Connection) -> tuple[Unit, ...]:
    people: dict[str, list[Person]] = {}
    for row in connection.execute(select(tables.person).order_by(tables.person.c.position)):
        people.setdefault(row.unit_id, []).append(Person(row.name, row.post, row.phone, row.email))
    written = {
        fold(row.name): Unit(row.id, row.name, tuple(people.get(row.id, ())), row.note)
        for row in connection.execute(select(tables.unit).order_by(tables.unit.c.name))
    }
    return _joined(load_appraisal(connection), load_tree(connection), written)


def _joined(appraisal: Appraisal, tree: Sequence[Criterion], written: dict[str, Unit]) -> tuple[Unit, ...]:
    """`written` by folded name."""
    office = squeeze(appraisal.organisation)
    names = {fold(office): office} if office else {}
    leads: dict[str, list[str]] = {}
    helps: dict[str, list[str]] = {}
    for criterion in tree:
        if criterion.lead_unit:
            leads.setdefault(fold(criterion.lead_unit), []).append(criterion.id)
            names.setdefault(fold(criterion.lead_unit), criterion.lead_unit)
    for criterion in tree:
        for unit in criterion.coordinating_units:
            helps.setdefault(fold(unit), []).append(criterion.id)
            names.setdefault(fold(unit), unit)
    names |= {key: unit.name for key, unit in written.items() if key not in names}
    found: list[Unit] = []
    for key, name in names.items():
        known = written.get(key) or Unit(None, name)
        facts: dict[str, Any] = {"leads": tuple(leads.get(key, ())), "coordinates": tuple(helps.get(key, ()))}
        found.append(replace(known, name=name, is_office=bool(office) and key == fold(office), **facts))
    return tuple(found)


def _find(units: Iterable[Unit], name: str) -> Unit:
    for unit in units:
        if fold(unit.name) == fold(squeeze(name)):
            return unit
    raise UserError("unit_unknown", unit=name)


def _tidy(person: Person) -> Person:
    tidied = Person(*(squeeze(getattr(person, field)) for field in PERSON_FIELDS))
    if not tidied.name:
        raise UserError("person_name_missing")
    return tidied


def _plain(facts: Facts) -> Facts:
    people: list[Person] | None = facts.get("people")
    return facts if people is None else {**facts, "people": [dict(vars(person)) for person in people]}
