"""The points that criteria are given, round by round: own score, appraisal, explanation, appraisal again."""

from types import EllipsisType

from sqlalchemy import Connection, delete, insert, update

from core.catalogue.fields import changes, checked_points
from core.catalogue.records import Criterion, Score
from core.catalogue.tree import find, load_criterion, load_tree
from core.database import tables
from core.database.engine import Database, new_id
from core.errors import UserError
from core.evidence.points import carriers
from core.journal import Facts, Journal

MOST_ROUNDS = 9


class Scores:
    """One method is one transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def score(
        self,
        criterion_id: str,
        round_number: int | None = None,
        *,
        self_score: float | EllipsisType | None = ...,
        appraised: float | EllipsisType | None = ...,
        explanation: str | None = None,
        reason: str | None = None,
    ) -> Criterion:
        """Change what is given in a round, the last one where none is named; None takes a score back.

        Raises UserError: "criterion_unknown", "points_wrong" (points), "points_above" (code, points, maximum),
        "points_not_used" (code) where the catalogue gives this criterion none, "points_summed" (code) where they are
        the sum of those below it, "round_wrong" (round, last) where a round would be left out.
        """
        wanted: Facts = {}
        for name, points in (("self_score", self_score), ("appraised", appraised)):
            if points is not ...:
                wanted[name] = checked_points(points)
        for name, words in (("explanation", explanation), ("reason", reason)):
            if words is not None:
                wanted[name] = words.strip()
        with self._database.write() as connection:
            tree = load_tree(connection)
            criterion = find(tree, criterion_id)
            _check(criterion, tree, wanted)
            last = criterion.scores[-1].round if criterion.scores else 0
            number = round_number or max(last, 1)
            if not 1 <= number <= min(last + 1, MOST_ROUNDS):
                raise UserError("round_wrong", round=number, last=last)
            old = next((one for one in criterion.scores if one.round == number), Score(number))
            before, after = changes(vars(old), wanted)
            if after:
                self._write(connection, criterion, old, after)
                facts = {"round": number, **before}, {"round": number, **after}
                self._journal.record(connection, "criterion.scored", f"criterion:{criterion.id}", *facts)
            return load_criterion(connection, criterion.id)

    def _write(self, connection: Connection, criterion: Criterion, old: Score, after: Facts) -> None:
        """A last round in which nothing is left goes; one before it stays, for the next hangs on it."""
        table, stamp = tables.score, self._database.stamp()
        this = (table.c.criterion_id == criterion.id) & (table.c.round == old.round)
        new = {**vars(old), **after}
        is_empty = new["self_score"] is None and new["appraised"] is None and not (new["explanation"] or new["reason"])
        if old not in criterion.scores:
            connection.execute(insert(table).values(id=new_id(), criterion_id=criterion.id, **new, **stamp))
        elif is_empty and old == criterion.scores[-1]:
            connection.execute(delete(table).where(this))
        else:
            connection.execute(update(table).where(this).values(**after, **stamp))


def _check(criterion: Criterion, tree: tuple[Criterion, ...], wanted: Facts) -> None:
    if criterion.counts_as == "not_assigned":
        raise UserError("criterion_not_assigned", code=criterion.code)
    if criterion not in carriers(tree):
        code = "points_not_used" if criterion.max_points is None else "points_summed"
        raise UserError(code, code=criterion.code)
    maximum = criterion.max_points or 0
    for points in (wanted.get("self_score"), wanted.get("appraised")):
        if points is not None and points > maximum:
            raise UserError("points_above", code=criterion.code, points=f"{points:g}", maximum=f"{maximum:g}")
