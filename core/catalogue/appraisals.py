"""The appraisals of a workspace: years and catalogues over the same documents. One of them is worked on."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from core.catalogue.criteria import make_current
from core.catalogue.records import Appraisal
from core.catalogue.tree import appraisal_of, load_appraisal
from core.database import tables
from core.database.engine import Database
from core.errors import UserError
from core.journal import Journal
from core.text import fold


class Appraisals:
    """Lists them and says which one is worked on."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self) -> list[Appraisal]:
        """The newest year first."""
        with self._database.read() as connection:
            return _load(connection)

    def find(self, key: str) -> Appraisal:
        """By the start of its id, its year, or its title. Raises UserError: "appraisal_unknown", "appraisal_ambiguous"
        (key).
        """
        with self._database.read() as connection:
            return _find(_load(connection), key)

    def use(self, key: str) -> Appraisal:
        """Work on this one from now on, and when the workspace is opened again. Raises as `find` does."""
        with self._database.write() as connection:
            chosen = _find(_load(connection), key)
            before = load_appraisal(connection)
            if chosen.id != before.id:
                make_current(connection, chosen.id, self._database.stamp())
                facts = {"title": before.title}, {"title": chosen.title, "year": chosen.year}
                self._journal.record(connection, "appraisal.chosen", f"appraisal:{chosen.id}", *facts)
            return chosen

    def work_on(self, key: str) -> Appraisal:
        """Work on this one until the workspace is closed, whichever was chosen. Raises as `find` does."""
        chosen = self.find(key)
        self._database.appraisal = chosen.id
        return chosen


def _load(connection: Connection) -> list[Appraisal]:
    rows = map(appraisal_of, connection.execute(select(tables.appraisal)))
    return sorted(rows, key=lambda one: (-(one.year or 0), fold(one.title), one.id))


def _find(known: Sequence[Appraisal], key: str) -> Appraisal:
    key = key.strip()
    exact = [one for one in known if key in (one.id, str(one.year), one.title)]
    found = exact or [one for one in known if key and (one.id.startswith(key) or fold(key) in fold(one.title))]
    if len(found) != 1:
        raise UserError("appraisal_ambiguous" if found else "appraisal_unknown", key=key)
    return found[0]
