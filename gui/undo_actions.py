"""Undo and redo of everything: two actions that say what they would do."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.undo import Step, Undo
from gui.step_words import step_words
from gui.tasks import Changes, TaskRunner
from gui.theme import icon


class UndoActions(QObject):
    """Keys work all over the window; a field in which somebody types keeps Ctrl+Z to itself.

    `notified` as a Page's.
    """

    notified = Signal(str, str, object)

    def __init__(self, undo: Undo, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._undo = undo
        self._tasks = tasks
        self.undo = self._action(window, "undo", ["Ctrl+Z"])
        self.redo = self._action(window, "redo", ["Ctrl+Y", "Ctrl+Shift+Z"])
        self.undo.triggered.connect(self.take_back)
        self.redo.triggered.connect(self.do_again)
        tasks.changed.connect(self._show_steps)
        tasks.stepped.connect(self._show_steps)
        self._show_steps()

    def take_back(self) -> None:
        self._tasks.write(self._undo.undo, changes=Changes.of_step, done=self._on_undone, failed=self._on_failed)

    def do_again(self) -> None:
        self._tasks.write(self._undo.redo, changes=Changes.of_step, done=self._on_redone, failed=self._on_failed)

    def _action(self, window: QWidget, name: str, keys: list[str]) -> QAction:
        action = QAction(icon(name), "", self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(each) for each in keys])
        window.addAction(action)
        return action

    def _show_steps(self) -> None:
        self._show(self.undo, self.tr("Hoàn tác"), self._undo.next_undo)
        self._show(self.redo, self.tr("Làm lại"), self._undo.next_redo)

    def _show(self, action: QAction, verb: str, step: Step | None) -> None:
        words = f"{verb}: {step_words(step)}" if step else verb
        action.setText(words)
        action.setToolTip(f"{words} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setEnabled(step is not None)

    def _on_undone(self, step: Step) -> None:
        words = self.tr("Đã hoàn tác: {step}.").format(step=step_words(step))
        self.notified.emit(words, self.tr("Làm lại"), self.do_again)

    def _on_redone(self, step: Step) -> None:
        words = self.tr("Đã làm lại: {step}.").format(step=step_words(step))
        self.notified.emit(words, self.tr("Hoàn tác"), self.take_back)

    def _on_failed(self, error: UserError) -> None:
        self._show_steps()  # what was refused is forgotten
        self._tasks.problem.emit(error)
