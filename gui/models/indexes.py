"""What all item models share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()  # the parent of top rows; never changed, so that it may stand as a default
