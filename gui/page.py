"""What the main window shows one of: a page for each job."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.text import squeeze
from core.workspace import Workspace
from gui.tasks import Changes, TaskRunner
from gui.widgets.parts import label

HEAD_HEIGHT = 36  # on every page the same, with buttons or without


class Page(QWidget):
    """A page knows core services, the task runner and its own signals; never another page.

    `open_requested(kind, id)`: show that elsewhere; kind is "criterion" (after its id may stand "#" and what of it: see
    EvidencePage.reveal), "document", "arrival", "criteria" (id: what a Filter of gui/models/criteria.py is in a word),
    "deadlines" (id: one of FILTERS in gui/models/agenda.py), "folder" (id: "new", one
    to be chosen and watched) or "page" (id: its name).
    `notified(words, action, on_action)`: a message bar with one button; action "" and None for words only.

    `home` has the keyboard when the page is opened. As a focus proxy it would hide from Tab what stands before it.
    """

    open_requested = Signal(str, str)
    notified = Signal(str, str, object)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home: QWidget = self
        self.workspace = workspace
        self.tasks = tasks
        self._waiting = Changes.everything()
        tasks.changed.connect(self.on_changed)

    @classmethod
    def title(cls) -> str:
        """Its name in the navigation."""
        raise NotImplementedError

    def make_head(self, *actions: QWidget) -> QHBoxLayout:
        """The line that a page begins with: its name, and at the right what can be done, the primary action last."""
        row = QHBoxLayout()
        row.addStrut(HEAD_HEIGHT)
        row.addWidget(label(self.title(), "title"))
        row.addStretch(1)
        for action in actions:
            row.addWidget(action)
        return row

    def say(self, words: str, _result: object = None) -> None:
        self.notified.emit(words, "", None)

    def copy_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Onto the clipboard as a spreadsheet takes them: a line each, whatever lines their words have."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(map(squeeze, row)) for row in rows))
        self.say(QCoreApplication.translate("Page", "Đã chép {count} dòng.").format(count=len(rows)))

    def reload(self, changes: Changes) -> None:
        """Load again what `changes` touched; called when the page is shown (at first with everything) or in view."""

    def reveal(self, kind: str, key: str) -> None:
        """Bring something this page shows into view and select it."""

    def on_changed(self, changes: Changes) -> None:
        """A page out of sight keeps the changes for when it is shown."""
        self._waiting |= changes
        if self.isVisible():
            self._reload_waiting()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_waiting()

    def _reload_waiting(self) -> None:
        changes, self._waiting = self._waiting, Changes()
        if changes:
            self.reload(changes)


class Pages(Mapping[str, Page]):
    """Pages by their names, each made when it is first asked for: to make all takes longer than a person waits."""

    def __init__(self, makers: Mapping[str, Callable[[], Page]]) -> None:
        self._makers = makers
        self.made: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self.made:
            self.made[name] = self._makers[name]()
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
