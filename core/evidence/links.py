"""Links of documents to criteria: what proves what."""

from types import EllipsisType

from sqlalchemy import Connection, delete, func, insert, select, update

from core.catalogue.records import Criterion
from core.catalogue.tree import find, load_criterion, load_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.database.kept import Kept
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.pages import tidy_pages
from core.evidence.records import Evidence
from core.evidence.rows import (
    LIST_TABLES,
    Lists,
    evidence_facts,
    first_evidence,
    get_evidence,
    load_evidence,
    load_lists,
    reread_lists,
)
from core.journal import Facts, Journal


class Links:
    """The evidence of the appraisal. One method is one transaction; `link_in` takes part in another one."""

    def __init__(self, database: Database, journal: Journal, codes: Codes) -> None:
        self._database = database
        self._journal = journal
        self._codes = codes
        self._lists = Kept(database, LIST_TABLES, load_lists, reread_lists)

    def link(
        self,
        document_id: str,
        criterion_id: str,
        requirement: int | None = None,
        pages: str = "",
        note: str = "",
        *,
        slot: str | None = None,
    ) -> Evidence:
        """Make a document evidence of a criterion, or of its slot of this number or id, and give the document a code.
        Where it is so already, only `pages` and `note` change, if they are given.

        Raises UserError: "document_unknown", "criterion_unknown", "requirement_unknown", "slot_unknown",
        "pages_unreadable"; "evidence_rejected" (code, criterion, by, reason) where somebody has rejected this link.
        """
        with self._database.write() as connection:
            return self.link_in(connection, document_id, criterion_id, requirement, pages, note, slot=slot)

    def link_in(
        self,
        connection: Connection,
        document_id: str,
        criterion_id: str,
        requirement: int | None = None,
        pages: str = "",
        note: str = "",
        *,
        slot: str | None = None,
    ) -> Evidence:
        """As `link`, inside a transaction for writing."""
        pages, note = tidy_pages(pages), note.strip()
        criterion = load_criterion(connection, criterion_id)
        slot = _slot_of(criterion, requirement, slot)
        if known := _same(connection, criterion.id, document_id, slot):
            if known.state == "proposed":
                known = self._accept(connection, known, criterion)
            if not known.counts:
                why = {"by": known.judged_by, "reason": known.reason}
                raise UserError("evidence_rejected", code=known.code, criterion=criterion.code, **why)
            return self._change(connection, known, {"pages": pages or known.pages, "note": note or known.note})
        if not connection.scalar(select(tables.document.c.id).where(tables.document.c.id == document_id)):
            raise UserError("document_unknown", prefix=document_id)
        evidence = Evidence(
            id=new_id(),
            criterion_id=criterion.id,
            document_id=document_id,
            requirement=next((one.number for one in criterion.slots if one.id == slot), None),
            pages=pages,
            note=note,
            position=_next_position(connection, criterion.id),
            code=self._codes.give(connection, document_id, criterion),
            slot=slot,
        )
        self._insert(connection, evidence)
        return get_evidence(connection, evidence.id)

    def unlink(self, evidence_id: str) -> None:
        """Take a link away; the code stays with the document. Raises UserError("evidence_unknown", evidence)."""
        with self._database.write() as connection:
            old = get_evidence(connection, evidence_id)
            connection.execute(delete(tables.evidence).where(tables.evidence.c.id == old.id))
            self._journal.record(connection, "evidence.unlinked", f"evidence:{old.id}", before=evidence_facts(old))

    def accept(self, evidence_id: str) -> Evidence:
        """Let what was proposed count, under a code; what counts already stays as it is.

        Raises UserError("evidence_unknown", evidence).
        """
        with self._database.write() as connection:
            old = get_evidence(connection, evidence_id)
            if old.state != "proposed":
                return old
            return self._accept(connection, old, load_criterion(connection, old.criterion_id))

    def _accept(self, connection: Connection, old: Evidence, criterion: Criterion) -> Evidence:
        self._codes.give(connection, old.document_id, criterion)
        return self._change(connection, old, {"state": "accepted"}, "evidence.accepted")

    def edit(
        self,
        evidence_id: str,
        *,
        pages: str | None = None,
        note: str | None = None,
        requirement: int | EllipsisType | None = ...,
    ) -> Evidence:
        """Change what is given; `requirement` None means the whole criterion.

        Raises UserError: "evidence_unknown", "pages_unreadable", "requirement_unknown", "evidence_exists".
        """
        with self._database.write() as connection:
            old = get_evidence(connection, evidence_id)
            wanted: Facts = {}
            if pages is not None:
                wanted["pages"] = tidy_pages(pages)
            if note is not None:
                wanted["note"] = note.strip()
            if requirement is not ...:
                criterion = load_criterion(connection, old.criterion_id)
                wanted |= self._moved(connection, old, criterion, _slot_of(criterion, requirement, None))
            return self._change(connection, old, wanted)

    def move(
        self, evidence_id: str, criterion_id: str, requirement: int | None = None, *, slot: str | None = None
    ) -> Evidence:
        """Let a link prove another criterion or slot; its pages, note, state and code stay.

        Raises UserError: "evidence_unknown", "criterion_unknown", "requirement_unknown", "slot_unknown",
        "evidence_exists".
        """
        with self._database.write() as connection:
            old = get_evidence(connection, evidence_id)
            criterion = load_criterion(connection, criterion_id)
            wanted = self._moved(connection, old, criterion, _slot_of(criterion, requirement, slot))
            return self._change(connection, old, wanted)

    def hand_over(self, document_id: str, successor_id: str) -> list[Evidence]:
        """Let a newer document prove all that an older one does; what was rejected stays where it is. The successor has
        a code of its own, and whoever checked the old one has not checked it.

        Raises UserError: "document_unknown", "same_document".
        """
        if document_id == successor_id:
            raise UserError("same_document")
        handed: list[Evidence] = []
        with self._database.write() as connection:
            if not connection.scalar(select(tables.document.c.id).where(tables.document.c.id == successor_id)):
                raise UserError("document_unknown", prefix=successor_id)
            tree = load_tree(connection)
            for old in load_evidence(connection, tables.evidence.c.document_id == document_id):
                if not old.counts:
                    continue
                self._codes.give(connection, successor_id, find(tree, old.criterion_id))
                known = _same(connection, old.criterion_id, successor_id, old.slot)
                this = tables.evidence.c.id == old.id
                if known:
                    connection.execute(delete(tables.evidence).where(this))
                    after = None
                else:
                    fresh: Facts = {"state": "accepted", "judged_at": None, "judged_by": None}
                    values = {"document_id": successor_id, **fresh, **self._database.stamp()}
                    connection.execute(update(tables.evidence).where(this).values(values))
                    known = get_evidence(connection, old.id)
                    after = evidence_facts(known)
                subject = f"evidence:{old.id}"
                self._journal.record(connection, "evidence.handed_over", subject, evidence_facts(old), after)
                handed.append(known)
        return handed

    def _moved(self, connection: Connection, old: Evidence, criterion: Criterion, slot: str | None) -> Facts:
        """What a move changes."""
        if (known := _same(connection, criterion.id, old.document_id, slot)) and known.id != old.id:
            raise UserError("evidence_exists", code=old.code, criterion=criterion.code)
        if criterion.id == old.criterion_id:
            return {"slot": slot}
        return {"slot": slot, "criterion_id": criterion.id, "position": _next_position(connection, criterion.id)}

    def lists(self) -> Lists:
        """The evidence of each criterion that has any, by its id; a list that nobody touched stays the same one."""
        return self._lists.get()

    def of_criterion(self, criterion_id: str) -> list[Evidence]:
        """In the order of the criterion's list."""
        return list(self.lists().get(criterion_id, ()))

    def of_document(self, document_id: str) -> list[Evidence]:
        return [one for one in self.all() if one.document_id == document_id]

    def all(self) -> list[Evidence]:
        """Each criterion's in the order of its list."""
        return [one for _, found in sorted(self.lists().items()) for one in found]

    def _insert(self, connection: Connection, evidence: Evidence) -> None:
        names = ("id", "criterion_id", "document_id", "pages", "note", "position", "state", "reason")
        row: Facts = {name: getattr(evidence, name) for name in names}
        row |= {"slot_id": evidence.slot, "judged_at": evidence.judged_at, "judged_by": evidence.judged_by}
        connection.execute(insert(tables.evidence).values(**row, **self._database.stamp()))
        self._journal.record(connection, "evidence.linked", f"evidence:{evidence.id}", after=evidence_facts(evidence))

    def _change(
        self, connection: Connection, old: Evidence, wanted: Facts, action: str = "evidence.edited"
    ) -> Evidence:
        facts = evidence_facts(old)
        after = {name: value for name, value in wanted.items() if value != facts[name]}
        if not after:
            return old
        values = {"slot_id" if name == "slot" else name: value for name, value in after.items()}
        this = tables.evidence.c.id == old.id
        connection.execute(update(tables.evidence).where(this).values(**values, **self._database.stamp()))
        new = get_evidence(connection, old.id)
        if "slot" in after:  # its number, too, for whoever reads the journal
            after["requirement"] = new.requirement
        before = {name: facts[name] for name in after}
        self._journal.record(connection, action, f"evidence:{old.id}", before, after)
        return new


def _next_position(connection: Connection, criterion_id: str) -> int:
    highest = select(func.max(tables.evidence.c.position)).where(tables.evidence.c.criterion_id == criterion_id)
    last = connection.scalar(highest)
    return 0 if last is None else last + 1


def _same(connection: Connection, criterion_id: str, document_id: str, slot: str | None) -> Evidence | None:
    """The one link of this document to this criterion and slot."""
    table = tables.evidence
    return first_evidence(
        connection,
        (table.c.criterion_id == criterion_id)
        & (table.c.document_id == document_id)
        & table.c.slot_id.is_not_distinct_from(slot),
    )


def _slot_of(criterion: Criterion, requirement: int | None, slot: str | None) -> str | None:
    """The id of the slot that is meant, by its number or its id; None for the whole criterion.

    Raises UserError: "requirement_unknown", "slot_unknown".
    """
    if requirement is None and slot is None:
        return None
    for known in criterion.slots:
        if slot == known.id or (slot is None and requirement == known.number):
            return known.id
    if slot is not None:
        raise UserError("slot_unknown", criterion=criterion.code, slot=slot)
    raise UserError("requirement_unknown", criterion=criterion.code, requirement=requirement)
