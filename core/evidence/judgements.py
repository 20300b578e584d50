"""What people judge: how far the work on a criterion is, what it comes to, and whether evidence is good."""

from types import EllipsisType
from typing import get_args

from sqlalchemy import Connection, update

from core.catalogue.fields import changes, checked_points
from core.catalogue.records import Criterion, Result, WorkState
from core.catalogue.tree import load_criterion
from core.database import tables
from core.database.engine import Database, now
from core.errors import UserError
from core.evidence.codes import Codes
from core.evidence.records import Evidence
from core.evidence.rows import get_evidence
from core.journal import Facts, Journal


class Judgements:
    """Work state and result are two things: that the papers were checked does not say that they are enough."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._codes = Codes(database, journal)

    def assess(
        self,
        criterion_id: str,
        *,
        state: WorkState | None = None,
        result: Result | EllipsisType | None = ...,
        explanation: str | None = None,
    ) -> Criterion:
        """Change what is given; `result` None takes it back, `explanation` "" too. Who changes state or result is named
        as the one who judged.

        Raises UserError: "criterion_unknown", "criterion_not_assigned", "work_state_unknown", "result_unknown".
        """
        wanted: Facts = {}
        if state is not None:
            wanted["state"] = _known(state, get_args(WorkState), "work_state_unknown")
        if result is not ...:
            wanted["result"] = result and _known(result, get_args(Result), "result_unknown")
        if explanation is not None:
            wanted["explanation"] = explanation.strip()
        with self._database.write() as connection:
            old = load_criterion(connection, criterion_id)
            if old.counts_as == "not_assigned":
                raise UserError("criterion_not_assigned", code=old.code)
            facts = {"state": old.state, "result": old.result, "explanation": old.explanation}
            before, after = changes(facts, wanted)
            if after:
                by = {"judged_at": now(), "judged_by": self._database.actor} if after.keys() - {"explanation"} else {}
                this = tables.criterion.c.id == old.id
                values = {**after, **by, **self._database.stamp()}
                connection.execute(update(tables.criterion).where(this).values(values))
                self._journal.record(connection, "criterion.assessed", f"criterion:{old.id}", before, after)
            return load_criterion(connection, old.id)

    def last_year(
        self,
        criterion_id: str,
        *,
        result: Result | EllipsisType | None = ...,
        lost: float | EllipsisType | None = ...,
        remedy: str | None = None,
    ) -> Criterion:
        """What the criterion came to last year, in result and lost points, and what is being done about it; change what
        is given, None takes it back.

        Raises UserError: "criterion_unknown", "result_unknown", "points_wrong".
        """
        wanted: Facts = {}
        if result is not ...:
            wanted["last_result"] = result and _known(result, get_args(Result), "result_unknown")
        if lost is not ...:
            wanted["last_lost"] = checked_points(lost)
        if remedy is not None:
            wanted["remedy"] = remedy.strip()
        with self._database.write() as connection:
            old = load_criterion(connection, criterion_id)
            facts = {"last_result": old.last_result, "last_lost": old.last_lost, "remedy": old.remedy}
            before, after = changes(facts, wanted)
            if after:
                this = tables.criterion.c.id == old.id
                connection.execute(update(tables.criterion).where(this).values({**after, **self._database.stamp()}))
                self._journal.record(connection, "criterion.last_year", f"criterion:{old.id}", before, after)
            return load_criterion(connection, old.id)

    def check(self, evidence_id: str) -> Evidence:
        """Somebody has looked: it proves what it is linked to. Raises UserError("evidence_unknown", evidence)."""
        return self._judge(evidence_id, {"state": "checked", "reason": None}, "evidence.checked")

    def reject(self, evidence_id: str, reason: str) -> Evidence:
        """It proves nothing, but stays listed. Raises UserError: "evidence_unknown", "reason_missing"."""
        if not reason.strip():
            raise UserError("reason_missing")
        return self._judge(evidence_id, {"state": "rejected", "reason": reason.strip()}, "evidence.rejected")

    def reopen(self, evidence_id: str) -> Evidence:
        """Take a check or a rejection back. Raises UserError("evidence_unknown", evidence)."""
        return self._judge(evidence_id, {"state": "accepted", "reason": None}, "evidence.reopened")

    def _judge(self, evidence_id: str, wanted: Facts, action: str) -> Evidence:
        with self._database.write() as connection:
            old = get_evidence(connection, evidence_id)
            before, after = changes({"state": old.state, "reason": old.reason}, wanted)
            if not after:
                return old
            if old.state == "proposed" and wanted["state"] != "rejected":
                self._codes.give(connection, old.document_id, load_criterion(connection, old.criterion_id))
            is_open = wanted["state"] == "accepted"
            by: Facts = {
                "judged_at": None if is_open else now(),
                "judged_by": None if is_open else self._database.actor,
            }
            self._write(connection, old.id, {**after, **by})
            self._journal.record(connection, action, f"evidence:{old.id}", before, after)
            return get_evidence(connection, old.id)

    def _write(self, connection: Connection, evidence_id: str, values: Facts) -> None:
        this = tables.evidence.c.id == evidence_id
        connection.execute(update(tables.evidence).where(this).values({**values, **self._database.stamp()}))


def _known(value: str, known: tuple[str, ...], error: str) -> str:
    if value not in known:
        raise UserError(error, value=value)
    return value
