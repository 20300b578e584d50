"""Files that need no decision: their name, or a subfolder's, begins with a criterion's code, in a folder set so."""

from collections.abc import Sequence

from core.catalogue.tree import load_tree
from core.database.engine import Database
from core.errors import UserError
from core.evidence.named import named_criterion
from core.intake.folders import Folders
from core.intake.inbox import Inbox
from core.intake.records import Arrival
from core.library.twins import Twins

# A person should see these first.
ALARMING = {"encrypted", "damaged", "empty", "timed_out", "crashed", "out_of_memory", "extension_lies", "has_macros"}


class NamedFiles:
    """Accepts such files onto their criterion.

    Duplicates, revisions, what may be another copy of a document, and what could not be read stay for a person.
    """

    def __init__(self, database: Database, folders: Folders, twins: Twins, inbox: Inbox) -> None:
        self._database = database
        self._folders = folders
        self._twins = twins
        self._inbox = inbox

    def accept(self, arrival_ids: Sequence[str]) -> None:
        folders = {folder.id: folder for folder in self._folders.all() if folder.accepts_by_code}
        if not folders:
            return
        mine = [one for one in self._inbox.rows(arrival_ids) if one.folder_id in folders and _is_plain(one)]
        if not mine:
            return
        with self._database.read() as connection:
            tree = load_tree(connection)
        for one in mine:
            if self._twins.of_descriptions({one.id: one.description}):
                continue
            below = one.path.removeprefix(str(folders[str(one.folder_id)].path))
            if found := named_criterion(below, tree):
                criterion, part = found
                self._accept(one, criterion.id, part)

    def _accept(self, one: Arrival, criterion_id: str, part: str) -> None:
        try:
            self._inbox.accept(one.id, [criterion_id], named_by=part)
        except UserError as error:
            if error.code != "arrival_decided":  # a person was quicker
                raise


def _is_plain(one: Arrival) -> bool:
    is_special = one.duplicate_of or one.revision_of or one.superseded_by or one.entries
    return one.state == "offered" and one.is_read and not is_special and ALARMING.isdisjoint(one.problems)
