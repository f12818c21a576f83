"""A list whose lines are broken where they are too long, so that each is seen to its end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.window.look.style import ITEM_EDGE, ITEM_PADDING

Index = QModelIndex | QPersistentModelIndex

_MORE = 2  # pixels: Qt leaves the last of several lines out where it fits without one to spare


class _Line(QStyledItemDelegate):
    """Measures a line in the room the style sheet leaves to its words: Qt takes the whole width,
    and what is longer than the one and shorter than the other would lose its end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room, whole = QStyleOptionViewItem(option), option.rect.width()
        if not whole:  # it is not laid out yet
            return super().sizeHint(option, index)
        room.rect.setWidth(whole - 2 * ITEM_PADDING - ITEM_EDGE)
        size = super().sizeHint(room, index)
        return QSize(min(size.width(), whole), size.height() + _MORE)


class WrappedList(QListWidget):
    """Breaks its lines anew whenever it gets another width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Line(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
