"""The criteria that a document may prove, to be ticked, each with its reasons below."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.evidence.suggest import Suggestion
from gui.messages import reason
from gui.widgets.parts import label, named, plain, tip

SHOWN = 5  # as many as there are keys for


class SuggestionList(QWidget):
    """Shows what it was given last; takes no room where that is nothing.

    `ticked(id, on)` comes with a change by hand.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._rows = [self._make_row(number) for number in range(SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for box, why in self._rows:
            column.addWidget(box)
            column.addWidget(why)
        self.show_suggestions((), ())

    def show_suggestions(self, suggestions: Sequence[Suggestion], chosen: Iterable[str]) -> None:
        self._suggestions = tuple(suggestions[:SHOWN])
        for number, (box, why) in enumerate(self._rows):
            is_used = number < len(self._suggestions)
            box.setVisible(is_used)
            why.setVisible(is_used)
            if is_used:
                self._describe(box, why, self._suggestions[number])
        self.setVisible(bool(self._suggestions))
        self.set_chosen(chosen)
        self._fit()

    def set_chosen(self, criterion_ids: Iterable[str]) -> None:
        chosen = set(criterion_ids)
        for one, (box, _) in zip(self._suggestions, self._rows, strict=False):
            with QSignalBlocker(box):
                box.setChecked(one.criterion_id in chosen)

    def toggle(self, number: int) -> None:
        """As if a person ticked the suggestion of this number, from 1; nothing where there is none."""
        if self.isEnabled() and number <= len(self._suggestions):
            self._rows[number - 1][0].toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_row(self, number: int) -> tuple[QCheckBox, QLabel]:
        box = named(QCheckBox(), f"suggestion_{number + 1}")
        why = named(label("", "quiet"), f"suggestion_{number + 1}_why")
        why.setWordWrap(False)
        why.setIndent(24)
        for widget in (box, why):
            # Long titles and reasons are cut to the panel's width, not the other way round.
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.toggled.connect(lambda on: self.ticked.emit(self._suggestions[number].criterion_id, on))
        return box, why

    def _describe(self, box: QCheckBox, why: QLabel, suggestion: Suggestion) -> None:
        words = "; ".join(reason(one.code, one.facts) for one in suggestion.reasons)
        box.setToolTip(tip(f"{suggestion.code} {suggestion.title}"))
        box.setAccessibleName(f"{suggestion.code} {suggestion.title}")
        box.setAccessibleDescription(words)
        why.setToolTip(tip(words))

    def _fit(self) -> None:
        for number, (one, (box, why)) in enumerate(zip(self._suggestions, self._rows, strict=False), start=1):
            width = self.width() - 36
            words = f"{number}   {one.code}  {one.title}"
            box.setText(plain(box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)))
            why.setText(why.fontMetrics().elidedText(why.toolTip(), Qt.TextElideMode.ElideRight, width))
