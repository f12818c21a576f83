"""A line that is shortened in the middle where it has no room: its beginning and end tell most."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.window.look.plain import PlainLabel


class ElidedLabel(PlainLabel):
    """A label of one line that asks for no width; a screen reader is given all of its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What there is room for."""
        width = self._room().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, width)

    def _room(self) -> QRect:
        return self.contentsRect().adjusted(max(self.indent(), 0), 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        align, role = self.alignment().value, self.foregroundRole()
        self.style().drawItemText(
            painter, self._room(), align, self.palette(), True, self.shown, role
        )
        painter.end()
