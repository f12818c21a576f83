"""The menu of a tag's flags."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.library.codebook import codebook
from desktop.text.codebook import Flag

_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FlagMenu(QMenu):
    """Flags to tick, several in a row: it stays open until one goes elsewhere."""

    ticked = Signal(tuple)
    """The flags ticked now, in the codebook's order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flags: tuple[Flag, ...] = ()
        self._pressed = False

    def show_flags(self, flags: Sequence[Flag], ticked: Collection[Flag]) -> None:
        """Offer these flags, with those that are `ticked`; no signal is sent."""
        if tuple(flags) != self._flags:
            self._flags = tuple(flags)
            self.clear()
            for flag in flags:
                action = self.addAction(codebook().names[flag])
                action.setCheckable(True)
                action.triggered.connect(self._tell)
        for action, flag in zip(self.actions(), self._flags, strict=True):
            action.setChecked(flag in ticked)

    def _tell(self) -> None:
        marked = zip(self.actions(), self._flags, strict=True)
        self.ticked.emit(tuple(flag for action, flag in marked if action.isChecked()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True  # in the menu: what opens it may be let go over a flag
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        action = self.actionAt(event.position().toPoint())
        if action is not None and pressed:
            action.trigger()  # Qt would close the menu first
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() in _TICKS and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)
