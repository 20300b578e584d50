"""Drags as the system sends them."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

COPY_OR_MOVE = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    """What Explorer hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop_on_row(
    view: QTreeView, index: QModelIndex, data: QMimeData, keys: Qt.KeyboardModifier = NO_KEYS
) -> Qt.DropAction:
    """Drag over a row and let go; returns what the other program is told was done with its files."""
    assert index.isValid()
    view.scrollTo(index)
    return drop(view.viewport(), view.visualRect(index).center(), data, keys)


def drop(widget: QWidget, point: QPoint, data: QMimeData, keys: Qt.KeyboardModifier = NO_KEYS) -> Qt.DropAction:
    """As Explorer does on one drive, it proposes to move."""
    enter = QDragEnterEvent(point, COPY_OR_MOVE, data, LEFT, keys)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(point, COPY_OR_MOVE, data, LEFT, keys)
    QApplication.sendEvent(widget, move)
    event = QDropEvent(QPointF(point), COPY_OR_MOVE, data, LEFT, keys)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(widget, event)
    assert event.isAccepted()
    return event.dropAction()
