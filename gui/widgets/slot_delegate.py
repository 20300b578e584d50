"""Draws a slot: what has to be shown in bold, and below it how it stands."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from gui import theme
from gui.models.evidence import ALARM_ROLE, FACTS_ROLE, TITLE_ROLE
from gui.models.indexes import Index
from gui.widgets.trees import WrapDelegate

WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class SlotDelegate(WrapDelegate):
    """Rows of evidence are drawn as everywhere; those of slots have TITLE_ROLE and, where there is more, FACTS_ROLE."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        facts = index.data(FACTS_ROLE)
        if not facts:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        style = option.widget.style() if option.widget else QApplication.style()
        option.text = " "
        room: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = option.palette.color(QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text)
        quiet = theme.state_colour("missing") if index.data(ALARM_ROLE) else theme.quiet_colour()
        title, plain = index.data(TITLE_ROLE), option.widget.font() if option.widget else option.font
        left, width = room.left() + 3, option.rect.right() - room.left() - 6
        height = QFontMetrics(option.font).boundingRect(0, 0, width, 1000, WRAPPED, title).height()
        below = QFontMetrics(plain).boundingRect(0, 0, width, 1000, WRAPPED, facts).height()
        top = option.rect.center().y() - (height + below) // 2
        painter.save()
        painter.setFont(option.font)
        painter.setPen(strong)
        painter.drawText(QRect(left, top, width, height), WRAPPED, title)
        painter.setFont(plain)
        painter.setPen(strong if is_selected else quiet)
        painter.drawText(QRect(left, top + height, width, below), WRAPPED, facts)
        painter.restore()
