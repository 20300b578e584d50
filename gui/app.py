"""Starts the window: builds what it depends on, opens a workspace, and takes everything down again."""

import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from core.cache import prune
from core.errors import UserError
from core.progress import Progress
from core.workspace import Workspace
from gui.collector import Collector
from gui.crash import CrashReporter
from gui.dialogs.opening import OpeningNotice
from gui.dialogs.start import StartDialog
from gui.intake_runner import IntakeRunner
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.recognition_runner import RecognitionRunner
from gui.tasks import TaskRunner
from gui.theme import apply_theme, icon
from gui.translators import install_language

SWITCH_SECONDS = 0.0002  # the window waits that long for each thread that works in Python, at each thing that it does
KEPT_BYTES = {  # of the cache, from one start to the next
    "pictures": 400_000_000,
    "pages": 2_000_000_000,
    "printed": 100_000_000,
    "suggestions": 400_000_000,
}


@dataclass(frozen=True)
class Session:
    """A workspace that is open, with what works on it."""

    workspace: Workspace
    tasks: TaskRunner
    intake: IntakeRunner
    recognition: RecognitionRunner

    def close(self) -> None:
        """Stop the watcher, cancel, join, close: in this order. A file that is being read is read at the next start."""
        self.intake.stop()
        self.recognition.stop()
        self.tasks.close(interrupt=self.workspace.worker.close)
        self.workspace.close()


class Program(QObject):
    """What lives behind the window: one workspace at a time, or the start dialog where there is none."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.window: MainWindow | None = None
        self.start_dialog: StartDialog | None = None
        self.session: Session | None = None
        self._opener = TaskRunner(self)
        self._notice: OpeningNotice | None = None

    def start(self, folder: Path | None) -> None:
        """Open `folder`, or the one that was open last, in the background; where that cannot be, ask."""
        folder = folder or self.preferences.workspace
        if folder is None:
            self.show_start()
            return
        self._notice = OpeningNotice(folder)
        task = self._opener.long(
            "",
            _open_workspace,
            folder,
            self.preferences.person,
            done=self.open,
            failed=lambda error: self.show_start(error, folder),
        )
        task.ended.connect(self._notice.finish)

    def show_start(self, error: UserError | None = None, folder: Path | None = None) -> None:
        """Ask for a workspace; `error` says why `folder` could not be opened."""
        self.start_dialog = StartDialog(self.preferences, error, folder)
        self.start_dialog.opened.connect(self.open)
        self.start_dialog.finished.connect(self._on_start_closed)
        self.start_dialog.show()

    def open(self, workspace: Workspace) -> None:
        """Work with a workspace that was opened just now, instead of the one before."""
        if self.window and not self.window.close():
            workspace.close()  # a task that the person wants to see to its end
            return
        self._leave()
        self.preferences.workspace = workspace.folder
        tasks = TaskRunner(self, workspace.undo)
        intake = IntakeRunner(workspace, tasks, self)
        recognition = RecognitionRunner(workspace, tasks, self)
        self.session = Session(workspace, tasks, intake, recognition)
        self._show_window(self.session)
        intake.start()
        recognition.start()
        tasks.read(prune, workspace.folder / "cache", KEPT_BYTES, time.time(), slow=True)

    def close(self) -> None:
        """Close the window, and what it worked on, for good."""
        self._opener.close()
        self._leave()

    def _leave(self) -> None:
        window, self.window = self.window, None
        if window:
            window.hide()
            window.deleteLater()
        session, self.session = self.session, None
        if session:
            session.close()

    def _show_window(self, session: Session) -> MainWindow:
        self.window = MainWindow(session.workspace, session.tasks, session.intake, self.preferences)
        self.window.language_chosen.connect(self._on_language)
        self.window.workspace_wanted.connect(self.show_start)
        self.window.show()
        return self.window

    def _on_start_closed(self) -> None:
        dialog, self.start_dialog = self.start_dialog, None
        if dialog:
            dialog.deleteLater()

    def _on_language(self, code: str) -> None:
        """The widgets keep the words they were made with: make the window anew."""
        self.preferences.language = code
        # After the click that asked for it has been dealt with by a window that is about to go.
        QTimer.singleShot(0, self, self._change_language)

    def _change_language(self) -> None:
        install_language(self.preferences.language)
        old = self.window
        if old and self.session:
            old.keep_layout()
            self._show_window(self.session).open("page", "settings")
            old.hide()
            old.deleteLater()


def run(workspace: Path | None, preferences: Preferences | None = None) -> int:
    """Show the window until it is closed; returns the exit status."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Minh Chứng")
    application.setWindowIcon(icon("app"))
    preferences = preferences or Preferences()
    crash = CrashReporter()
    crash.install()
    install_language(preferences.language)
    apply_theme(application)
    collector = share_time(application)
    program = Program(preferences)
    # Under the event loop even a bug in building the window is shown.
    QTimer.singleShot(0, program, partial(program.start, workspace))
    try:
        status = application.exec()
        return 1 if crash.has_reported and program.window is None else status
    finally:
        program.close()
        collector.stop()
        crash.remove()


def share_time(application: QApplication) -> Collector:
    """Let neither threads nor the search for circles hold up the window; the collector is to be stopped in the end."""
    sys.setswitchinterval(SWITCH_SECONDS)
    collector = Collector(application)
    collector.start()
    return collector


def _open_workspace(_progress: Progress, folder: Path, person: str) -> Workspace:
    return Workspace(folder, person)
