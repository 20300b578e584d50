"""The inbox: arrivals, and what the clerk decides on each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, and_, func, or_, select, update

from core.database.engine import Database, begins, now, one_of
from core.database.tables import arrival, original, revision
from core.errors import UserError
from core.evidence.links import Links
from core.evidence.records import Evidence
from core.intake.records import Arrival, ArrivalState, Beside
from core.journal import Journal
from core.library.documents import Documents
from core.library.records import Added, Outcome
from core.library.twins import Twins
from core.reading.description import Description
from core.reading.sources import from_json
from core.text import squeeze

UNDECIDED: tuple[ArrivalState, ...] = ("offered", "deferred")
HARMFUL = "harmful"
_IN_ORDER = (arrival.c.arrived_at, arrival.c.id)


class Inbox:
    """Decides on arrivals. Each decision is one transaction and one line of the journal."""

    def __init__(self, database: Database, journal: Journal, documents: Documents, twins: Twins, links: Links) -> None:
        self._database = database
        self._journal = journal
        self._documents = documents
        self._twins = twins
        self._links = links

    def all(self, state: ArrivalState | None = None) -> list[Arrival]:
        """In the order of arrival; those of a state, or those that wait for a decision."""
        states = (state,) if state else UNDECIDED
        with self._database.read() as connection:
            return load_arrivals(connection, arrival.c.state.in_(states))

    def names(self, state: ArrivalState | None = None, folder_id: str | None = None) -> list[tuple[str, str]]:
        """Id and name of each, as `all` has them; those from one folder where that is given."""
        query = select(arrival.c.id, arrival.c.name).where(arrival.c.state.in_((state,) if state else UNDECIDED))
        if folder_id:
            query = query.where(arrival.c.folder_id == folder_id)
        with self._database.read() as connection:
            return [(row.id, row.name) for row in connection.execute(query.order_by(*_IN_ORDER))]

    def rows(self, ids: Sequence[str]) -> list[Arrival]:
        """Those of these ids that exist, in no order that one may rely on."""
        with self._database.read() as connection:
            return load_rows(connection, ids)

    def count(self) -> int:
        """How many wait for a decision."""
        query = select(func.count()).select_from(arrival).where(arrival.c.state.in_(UNDECIDED))
        with self._database.read() as connection:
            return connection.execute(query).scalar_one()

    def get(self, prefix: str) -> Arrival:
        """By id or an unambiguous start of one. Raises UserError: "arrival_unknown", "arrival_ambiguous"."""
        with self._database.read() as connection:
            found = load_arrivals(connection, begins(arrival.c.id, prefix))
        if not prefix or not found:
            raise UserError("arrival_unknown", prefix=prefix)
        if len(found) > 1:
            raise UserError("arrival_ambiguous", prefix=prefix, matches=[one.id for one in found])
        return found[0]

    def accept(
        self,
        arrival_id: str,
        to: Sequence[str] = (),
        *,
        as_new: bool = False,
        beside: Beside | None = None,
        named_by: str = "",
    ) -> tuple[Added, list[Evidence]]:
        """Make it a document, or find the one with the same bytes, and link that to the criteria with these ids.

        A changed file becomes the next revision of the document that it was, unless it is taken `as_new`. `beside` is
        what the person made of it and a document with the same number: a revision of that one, or a document of its
        own. `named_by`: the part of the path that decided in a person's place; the journal tells it. Raises
        UserError: "arrival_unknown", "arrival_decided", "arrival_is_set" (path), "document_unknown", and what
        Links.link raises; then nothing is done.
        """
        with self._database.write() as connection:
            one = self._undecided(connection, arrival_id)
            if one.entries:
                raise UserError("arrival_is_set", path=one.path)
            if beside:
                is_revision = beside.kind == "revision" and not one.duplicate_of
                one = replace(one, revision_of=beside.document_id if is_revision else None)
            document_id, outcome, evidence = self._accept(connection, one, to, as_new=as_new, named_by=named_by)
            if beside and document_id != beside.document_id:
                self._twins.decide_in(connection, document_id, beside.document_id, beside.kind)
            self._close_set(connection, one.set_id)
        return Added(outcome, self._documents.get(document_id)), evidence

    def accept_set(self, arrival_id: str, to: Sequence[str] = ()) -> list[tuple[Added, list[Evidence]]]:
        """Accept everything undecided in an archive, as `accept` does with each; all of it or nothing.

        Raises UserError: "set_empty" where there is nothing to accept, and what `accept` raises.
        """
        with self._database.write() as connection:
            one = self._undecided(connection, arrival_id)
            entries = self._entries_in(connection, one.id, UNDECIDED)
            if not entries:
                raise UserError("set_empty", path=one.path)
            accepted = [self._accept(connection, entry, to) for entry in entries]
            self._close_set(connection, one.id)
        return [(Added(outcome, self._documents.get(key)), evidence) for key, outcome, evidence in accepted]

    def refuse(self, arrival_id: str, reason: str) -> Arrival:
        """A set goes with everything undecided in it.

        Raises UserError: "arrival_unknown", "arrival_decided", "reason_missing".
        """
        reason = squeeze(reason)
        if not reason:
            raise UserError("reason_missing", arrival=arrival_id)
        return self._set_aside(arrival_id, "refused", reason)

    def defer(self, arrival_id: str) -> Arrival:
        """Leave it for later, and a set with everything in it. Raises as `refuse` does."""
        return self._set_aside(arrival_id, "deferred")

    def reopen(self, arrival_id: str) -> Arrival:
        """Offer again what was refused or deferred; a set with what was refused or deferred along with it.

        Raises UserError: "arrival_unknown", "arrival_decided" once it is a document, "file_harmful",
        "entry_not_unpacked".
        """
        with self._database.write() as connection:
            one = _one(connection, arrival_id)
            if one.state == "accepted":
                raise UserError("arrival_decided", arrival=arrival_id, state=one.state)
            if not one.sha256:
                raise UserError("file_harmful" if one.reason == HARMFUL else "entry_not_unpacked", path=one.path)
            along = [entry for entry in self._entries_in(connection, one.id, (one.state,)) if entry.sha256]
            for each in (one, *(entry for entry in along if entry.reason == one.reason)):
                self._decide(connection, each, "offered")
            return _one(connection, arrival_id)

    def _set_aside(self, arrival_id: str, state: ArrivalState, reason: str | None = None) -> Arrival:
        with self._database.write() as connection:
            one = self._undecided(connection, arrival_id)
            for each in (one, *self._entries_in(connection, one.id, UNDECIDED)):
                self._decide(connection, each, state, reason=reason)
            self._close_set(connection, one.set_id)
            return _one(connection, arrival_id)

    def _accept(
        self, connection: Connection, one: Arrival, to: Sequence[str], *, as_new: bool = False, named_by: str = ""
    ) -> tuple[str, Outcome, list[Evidence]]:
        document_id, outcome = self._enter(connection, one, as_new=as_new)
        evidence = [self._links.link_in(connection, document_id, criterion_id) for criterion_id in to]
        self._decide(connection, one, "accepted", document_id=document_id)
        facts = {
            "arrival": one.id,
            "path": one.path,
            "outcome": outcome,
            **({"named_by": named_by} if named_by else {}),
        }
        self._journal.record(connection, "arrival.accepted", f"document:{document_id}", None, facts)
        return document_id, outcome, evidence

    def _enter(self, connection: Connection, one: Arrival, *, as_new: bool) -> tuple[str, Outcome]:
        if one.revision_of and not as_new:
            self._documents.revise(connection, one.revision_of, one.sha256, one.name, one.path)
            return one.revision_of, "revised"
        return self._documents.add_original(connection, one.sha256, one.name, one.path)

    def _entries_in(self, connection: Connection, set_id: str, states: Sequence[ArrivalState]) -> list[Arrival]:
        return load_arrivals(connection, (arrival.c.set_id == set_id) & arrival.c.state.in_(states))

    def _close_set(self, connection: Connection, set_id: str | None) -> None:
        """A set is decided when the last of its entries is: accepted if any of them was."""
        if set_id is None or _has_entries(connection, set_id, UNDECIDED):
            return
        one = _one(connection, set_id)
        if one.state in UNDECIDED:
            if _has_entries(connection, set_id, ("accepted",)):
                self._decide(connection, one, "accepted")
            else:
                reasons = [entry.reason for entry in self._entries_in(connection, set_id, ("refused",)) if entry.sha256]
                self._decide(connection, one, "refused", reason=reasons[-1])

    def _undecided(self, connection: Connection, arrival_id: str) -> Arrival:
        one = _one(connection, arrival_id)
        if one.state not in UNDECIDED:
            raise UserError("arrival_decided", arrival=arrival_id, state=one.state)
        return one

    def _decide(
        self,
        connection: Connection,
        one: Arrival,
        state: ArrivalState,
        *,
        reason: str | None = None,
        document_id: str | None = None,
    ) -> None:
        decided = {} if state == "offered" else {"decided_at": now(), "decided_by": self._database.actor}
        values = {"decided_at": None, "decided_by": None, "reason": reason, "document_id": document_id, **decided}
        query = update(arrival).where(arrival.c.id == one.id)
        connection.execute(query.values(state=state, **values, **self._database.stamp()))
        before, after = {"state": one.state, "reason": one.reason}, {"state": state, "reason": reason}
        action = "arrival.reopened" if state == "offered" else f"arrival.{state}"
        self._journal.record(connection, action, f"arrival:{one.id}", before, {**after, "document": document_id})


def arrives_at(connection: Connection, path: str) -> datetime:
    """Now, and after all that came under this path before: a clock that was set back must not make it the older one."""
    last = connection.scalar(select(func.max(arrival.c.arrived_at)).where(arrival.c.path == path))
    return max(now(), last + timedelta(microseconds=1)) if last else now()


def _one(connection: Connection, arrival_id: str) -> Arrival:
    found = load_arrivals(connection, arrival.c.id == arrival_id)
    if not found:
        raise UserError("arrival_unknown", prefix=arrival_id)
    return found[0]


def _has_entries(connection: Connection, set_id: str, states: Sequence[ArrivalState]) -> bool:
    query = select(arrival.c.id).where(arrival.c.set_id == set_id, arrival.c.state.in_(states))
    return connection.scalar(query.limit(1)) is not None


def _before(one: Any, other: Any) -> ColumnElement[bool]:
    is_older = one.c.arrived_at < other.c.arrived_at
    return or_(is_older, and_(one.c.arrived_at == other.c.arrived_at, one.c.id < other.c.id))


def _same_document() -> ScalarSelect[str]:
    found = select(revision.c.document_id).where(revision.c.sha256 == arrival.c.sha256)
    return found.limit(1).scalar_subquery()


def _same_arrival() -> ScalarSelect[str]:
    """The first undecided arrival before this one with the same bytes."""
    earlier = arrival.alias("earlier")
    found = select(earlier.c.id).where(earlier.c.sha256 == arrival.c.sha256, earlier.c.state.in_(UNDECIDED))
    ordered = found.where(_before(earlier, arrival)).order_by(earlier.c.arrived_at, earlier.c.id)
    return ordered.limit(1).scalar_subquery()


def _was_document() -> ScalarSelect[str]:
    """The document that the file of this path became before, unless it has the bytes of this arrival now."""
    was, kept = arrival.alias("was"), revision.alias("kept")
    now = select(kept.c.sha256).where(kept.c.document_id == was.c.document_id).order_by(kept.c.number.desc()).limit(1)
    found = select(was.c.document_id).where(was.c.path == arrival.c.path, was.c.state == "accepted")
    other = found.where(_before(was, arrival), now.scalar_subquery() != arrival.c.sha256)
    return other.order_by(was.c.arrived_at.desc()).limit(1).scalar_subquery()


def _newer_arrival() -> ScalarSelect[str]:
    """The last arrival of this path after this one."""
    later = arrival.alias("later")
    found = select(later.c.id).where(later.c.path == arrival.c.path, _before(arrival, later))
    return found.order_by(later.c.arrived_at.desc()).limit(1).scalar_subquery()


def _entries() -> ScalarSelect[int]:
    entry = arrival.alias("entry")
    return select(func.count()).where(entry.c.set_id == arrival.c.id).scalar_subquery()


_ARRIVALS = (
    select(
        arrival,
        *(original.c[name] for name in ("media_type", "pages", "description", "sources", "problems", "read_at")),
        _same_document().label("same_document"),
        _same_arrival().label("same_arrival"),
        _was_document().label("was_document"),
        _newer_arrival().label("newer"),
        _entries().label("entries"),
    )
    .select_from(arrival.outerjoin(original, original.c.sha256 == arrival.c.sha256))
    .order_by(*_IN_ORDER)
)


def load_arrivals(connection: Connection, condition: ColumnElement[bool]) -> list[Arrival]:
    """In the order of arrival."""
    return [_arrival(row) for row in connection.execute(_ARRIVALS.where(condition))]


def load_rows(connection: Connection, ids: Sequence[str]) -> list[Arrival]:
    """The arrivals of these ids that exist."""
    return load_arrivals(connection, one_of(arrival.c.id, ids))


def _arrival(row: Row[Any]) -> Arrival:
    is_decided = row.document_id is not None
    same_document = None if row.same_document == row.document_id else row.same_document
    # Back to bytes that it had before, a file is a revision and no duplicate.
    revises = not is_decided and row.was_document and same_document in (None, row.was_document)
    duplicate_of = same_document or (None if is_decided else row.same_arrival)
    return Arrival(
        id=row.id,
        folder_id=row.folder_id,
        path=row.path,
        name=row.name,
        size=row.size,
        sha256=row.sha256 or "",
        media_type=row.media_type,
        pages=row.pages,
        description=Description.from_json(row.description or {}),
        problems=tuple(row.problems or ()),
        is_read=row.read_at is not None,
        document_id=row.document_id,
        duplicate_of=None if revises else duplicate_of,
        state=row.state,
        reason=row.reason,
        arrived_at=row.arrived_at,
        revision_of=row.was_document if revises else None,
        superseded_by=row.newer if row.state in UNDECIDED else None,
        set_id=row.set_id,
        entries=row.entries,
        sources=from_json(row.sources or {}),
    )
