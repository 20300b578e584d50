"""The menu of a criterion: edit, add, move, say how it is assessed, remove."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from core.catalogue.records import Criterion
from gui.criteria_actions import CriteriaActions
from gui.dialogs.choose_criteria import ChooseCriteriaDialog
from gui.dialogs.criterion import KINDS, CriterionDialog
from gui.messages import state as state_words
from gui.models.criteria import CriteriaModel


class CriteriaMenu(QObject):
    """Fills a menu for one criterion; `owner` is the parent of the dialogs."""

    def __init__(self, owner: QWidget, model: CriteriaModel, actions: CriteriaActions) -> None:
        super().__init__(owner)
        self._owner = owner
        self._model = model
        self._actions = actions

    def fill(self, menu: QMenu, criterion: Criterion | None) -> None:
        """`criterion` None: only what needs none."""
        menu.clear()
        if criterion is None:
            menu.addAction(self.tr("Thêm tiêu chí…"), lambda: self._add(None, None))
            return
        menu.addAction(self.tr("Sửa tiêu chí…\tF2"), lambda: self.edit(criterion))
        menu.addAction(
            self.tr("Thêm tiêu chí ngay dưới…"), lambda: self._add(criterion.parent_id, criterion.position + 1)
        )
        menu.addAction(self.tr("Thêm tiêu chí con…"), lambda: self._add(criterion.id, None))
        menu.addSeparator()
        self._add_moves(menu, criterion)
        menu.addSeparator()
        self._add_kinds(menu, criterion)
        menu.addSeparator()
        menu.addAction(self.tr("Xoá tiêu chí"), lambda: self._actions.remove(criterion))

    def edit(self, criterion: Criterion | None) -> None:
        if criterion:
            dialog = self._ask(criterion)
            dialog.ready.connect(partial(self._actions.edit, criterion, dialog))

    def _add(self, parent_id: str | None, position: int | None) -> None:
        dialog = self._ask(None)
        dialog.ready.connect(partial(self._actions.add, parent_id, position, dialog))

    def _ask(self, criterion: Criterion | None) -> CriterionDialog:
        units = sorted({one.lead_unit for one in self._model.tree if one.lead_unit})
        dialog = CriterionDialog(criterion, units, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _add_moves(self, menu: QMenu, criterion: Criterion) -> None:
        move = partial(self._actions.move, criterion, criterion.parent_id)
        last = len(self._model.below(criterion.parent_id)) - 1
        up = menu.addAction(self.tr("Đưa lên"), lambda: move(criterion.position - 1))
        up.setEnabled(criterion.position > 0)
        down = menu.addAction(self.tr("Đưa xuống"), lambda: move(criterion.position + 1))
        down.setEnabled(criterion.position < last)
        menu.addAction(self.tr("Chuyển vào dưới tiêu chí khác…"), lambda: self._ask_where(criterion))
        if criterion.parent_id:
            menu.addAction(
                self.tr("Chuyển lên cấp cao nhất"),
                lambda: self._actions.move(criterion, None, len(self._model.below(None))),
            )

    def _ask_where(self, criterion: Criterion) -> None:
        words = self.tr("Chuyển {code} vào dưới tiêu chí").format(code=criterion.code)
        button, tree = self.tr("Chuyển"), self._model.tree
        dialog = ChooseCriteriaDialog(words, button, tree, self._owner, multiple=False, slots=False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda keys, _: self._actions.move(criterion, keys[0], len(self._model.below(keys[0]))))
        dialog.open()

    def _add_kinds(self, menu: QMenu, criterion: Criterion) -> None:
        group = QActionGroup(menu)
        for kind in KINDS:
            action = QAction(state_words(kind), group)
            action.setCheckable(True)
            action.setChecked(criterion.assessed_by == kind)
            action.triggered.connect(partial(self._assign, criterion, kind))
            menu.addAction(action)

    def _assign(self, criterion: Criterion, kind: str, _checked: bool = True) -> None:
        self._actions.assign(criterion, kind)  # pyright: ignore[reportArgumentType] - one of KINDS
