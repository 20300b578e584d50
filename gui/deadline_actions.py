"""Days set by hand."""

from datetime import date
from functools import partial

from core.catalogue.deadlines import deadlines as dates_of
from core.evidence.agenda import Due
from core.workspace import Workspace
from gui.actions import Actions
from gui.dialogs.deadline import DeadlineDialog


def set_day(workspace: Workspace, due: Due, day: date | None) -> None:
    """The slots that are due together, where the criterion has others that are not; else the criterion's own day. None:
    as the plan says.
    """
    criterion = due.row.criterion
    if due.places[0].slot.id and len(due.places) < len(due.row.places):
        for place in due.places:
            workspace.slots.edit(place.slot.id, due=day)
        return
    for place in due.places:
        if place.slot.own_due:
            workspace.slots.edit(place.slot.id, due=None)
    if day is None:
        wanted = dates_of(criterion.deadline_text, workspace.criteria.appraisal().year)
    else:
        wanted = (*(one for one in criterion.deadlines if one != due.day), day)
    workspace.criteria.edit(criterion.id, deadlines=wanted)


class DeadlineActions(Actions):
    """Sets a day, or gives it back to the words of the plan."""

    def set_day(self, due: Due, asked: DeadlineDialog, day: date | None) -> None:
        words = self.tr("Đã đặt hạn của tiêu chí {code}.").format(code=due.row.criterion.code)
        self._do(partial(set_day, self._workspace, due, day), words, done=asked.saved, failed=asked.show_error)
