"""What can be done to the evidence and the slots of the criterion in the middle: menus and keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from core.catalogue.records import Slot
from core.evidence.records import Evidence
from gui.dialogs.choose_criteria import ChooseCriteriaDialog
from gui.dialogs.reason import ReasonDialog
from gui.dialogs.slot import SlotDialog
from gui.evidence_actions import EvidenceActions, Target
from gui.judgement_actions import JudgementActions
from gui.models.criteria import CriteriaModel
from gui.models.evidence import NOTE, PAGES, codes_words
from gui.models.slot_words import short, slot_title
from gui.slot_actions import SlotActions
from gui.widgets.criterion_view import CriterionView, evidence_of
from gui.widgets.parts import named, plain


@dataclass(frozen=True)
class Doers:
    """Who does what is chosen."""

    evidence: EvidenceActions
    judgements: JudgementActions
    slots: SlotActions
    add_evidence: Callable[[], None]
    add_files: Callable[[], None]
    paste: Callable[[], None]


class EvidenceMenu(QObject):
    """`owner` is the parent of the menus and dialogs; Ctrl+D checks, Ctrl+Shift+D rejects what is selected."""

    def __init__(self, owner: QWidget, view: CriterionView, model: CriteriaModel, doers: Doers) -> None:
        super().__init__(owner)
        self._owner = owner
        self._view = view
        self._model = model
        self._do = doers
        self.year = date.today().year  # of the appraisal, as soon as that is known
        for keys, function in (("Ctrl+D", self.check), ("Ctrl+Shift+D", self.reject)):
            shortcut = QShortcut(QKeySequence(keys), view.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(function)

    def show(self, place: QPoint) -> None:
        menu = named(QMenu(self._owner), "evidence_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._view.selected():
            self._fill_for_evidence(menu)
        elif self._view.criterion():
            self._fill_for_slot(menu, self._view.slot())
        menu.popup(place)

    def check(self) -> None:
        """Check what is selected; where all of it was checked, take that back."""
        evidence = evidence_of(self._view.selected())
        is_checked = bool(evidence) and all(one.state == "checked" for one in evidence)
        self._do.judgements.judge(evidence, "accepted" if is_checked else "checked")

    def reject(self) -> None:
        """Ask why, and reject what is selected."""
        evidence = evidence_of(self._view.selected())
        if not evidence:
            return
        words = self.tr("Vì sao {codes} không dùng làm minh chứng được?")
        usual = (
            self.tr("Không đúng năm đánh giá"),
            self.tr("Không liên quan đến tiêu chí"),
            self.tr("Chưa ký, chưa đóng dấu"),
            self.tr("Đã có văn bản thay thế"),
            self.tr("Không đọc được, cần quét lại"),
        )
        codes = codes_words(evidence)
        dialog = ReasonDialog(words.format(codes=codes), self.tr("Loại khỏi minh chứng"), usual, parent=self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._do.judgements.judge(evidence, "rejected", reason))
        dialog.open()

    def edit_slot(self, slot: Slot) -> None:
        dialog = self._ask_slot(slot)
        dialog.ready.connect(partial(self._do.slots.edit, slot, dialog))

    def add_slot(self) -> None:
        if criterion := self._view.criterion():
            dialog = self._ask_slot(None)
            dialog.ready.connect(partial(self._do.slots.add, criterion, dialog))

    def _ask_slot(self, slot: Slot | None) -> SlotDialog:
        criterion = self._view.criterion()
        assert criterion
        number = max((one.number for one in criterion.requirements), default=0) + 1
        dialog = SlotDialog(slot, number, self.year, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _fill_for_evidence(self, menu: QMenu) -> None:
        proofs = self._view.selected()
        evidence = evidence_of(proofs)
        states = {one.state for one in evidence}
        menu.addAction(
            self.tr("Mở trong trang Tài liệu\tEnter"), lambda: self._view.open_wanted.emit(proofs[0].document.id)
        )
        menu.addSeparator()
        if "proposed" in states:
            menu.addAction(self.tr("Nhận đề xuất làm minh chứng"), lambda: self._do.evidence.accept(evidence))
            menu.addAction(self.tr("Bỏ đề xuất\tDelete"), self._view.unlink_wanted.emit)
            menu.addSeparator()
        if states == {"checked"}:
            menu.addAction(self.tr("Bỏ kết luận đã kiểm tra\tCtrl+D"), self.check)
        else:
            menu.addAction(self.tr("Đã kiểm tra, dùng được\tCtrl+D"), self.check)
        if "rejected" in states:
            menu.addAction(self.tr("Bỏ kết luận loại"), lambda: self._do.judgements.judge(evidence, "accepted"))
        else:
            menu.addAction(self.tr("Loại khỏi minh chứng…\tCtrl+Shift+D"), self.reject)
        menu.addSeparator()
        menu.addAction(self.tr("Sửa số trang\tF2"), lambda: self._view.edit_current(PAGES))
        menu.addAction(self.tr("Sửa ghi chú"), lambda: self._view.edit_current(NOTE))
        menu.addSeparator()
        self._add_slots(menu.addMenu(self.tr("Chuyển sang mục")), evidence)
        menu.addAction(self.tr("Chuyển sang tiêu chí khác…"), lambda: self._ask_where(evidence))
        menu.addAction(self.tr("Dùng thêm cho các tiêu chí khác…"), lambda: self._ask_where_else(evidence))
        menu.addAction(self.tr("Cắt\tCtrl+X"), self._view.tree.cut_pressed.emit)
        menu.addAction(self.tr("Sao chép\tCtrl+C"), self._view.tree.copy_pressed.emit)
        menu.addAction(self.tr("Dán\tCtrl+V"), self._do.paste)
        menu.addSeparator()
        menu.addAction(self.tr("Gỡ khỏi tiêu chí\tDelete"), self._view.unlink_wanted.emit)

    def _fill_for_slot(self, menu: QMenu, slot: Slot | None) -> None:
        menu.addAction(self.tr("Thêm minh chứng…\tCtrl+L"), self._do.add_evidence)
        menu.addAction(self.tr("Thêm tệp…"), self._do.add_files)
        menu.addAction(self.tr("Dán\tCtrl+V"), self._do.paste)
        menu.addSeparator()
        if slot:
            menu.addAction(self.tr("Sửa mục, số bản, tỷ lệ đạt được…\tF2"), lambda: self.edit_slot(slot))
            menu.addAction(self.tr("Bỏ mục này"), lambda: self._do.slots.remove(slot))
        menu.addAction(self.tr("Thêm mục cho tiêu chí…"), self.add_slot)

    def _add_slots(self, menu: QMenu, evidence: Sequence[Evidence]) -> None:
        criterion = self._view.criterion()
        slots = criterion.slots if criterion else ()
        menu.setEnabled(bool(slots))
        if criterion:
            menu.addAction(self.tr("Cho cả tiêu chí"), lambda: self._do.evidence.move(evidence, Target(criterion)))
            for slot in slots:
                move = partial(self._do.evidence.move, evidence, Target(criterion, slot))
                menu.addAction(plain(short(slot_title(slot), 80)), move)

    def _ask_where(self, evidence: Sequence[Evidence]) -> None:
        words, button = self.tr("Chuyển sang tiêu chí khác"), self.tr("Chuyển")
        dialog = ChooseCriteriaDialog(words, button, self._model.tree, self._owner, multiple=False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def chosen(keys: list[str], slot: Slot | None) -> None:
            if criterion := self._model.criterion(keys[0]):
                self._do.evidence.move(evidence, Target(criterion, slot))

        dialog.chosen.connect(chosen)
        dialog.open()

    def _ask_where_else(self, evidence: Sequence[Evidence]) -> None:
        words, button = self.tr("Dùng thêm cho các tiêu chí khác"), self.tr("Dùng thêm")
        dialog = ChooseCriteriaDialog(words, button, self._model.tree, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def chosen(keys: list[str], slot: Slot | None) -> None:
            found = [criterion for key in keys if (criterion := self._model.criterion(key))]
            self._do.evidence.spread(evidence, [Target(criterion, slot) for criterion in found])

        dialog.chosen.connect(chosen)
        dialog.open()
