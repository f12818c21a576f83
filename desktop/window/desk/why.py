"""Why the suggestion in hand is made, where the eye already is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop.tr import tr


class Why(QTextBrowser):
    """A few lines in what room is left; it never asks for more, so nothing jumps as one reads on.

    A reason longer than the room scrolls.
    """

    left = Signal()
    """It had the keyboard and has nothing to show any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.setObjectName("why")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Why this is suggested"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | keys)
        document = self.document()
        document.setDocumentMargin(0)
        lines = document.defaultTextOption()
        lines.setTextDirection(self.layoutDirection())  # not that of a word it begins with
        document.setDefaultTextOption(lines)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def say(self, reason: str) -> None:
        """Show a reason; "" leaves the place empty, and no key stops there."""
        if reason == self._said:
            return
        self._said = reason
        self.setPlainText(reason)
        had = self.hasFocus()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reason else Qt.FocusPolicy.NoFocus)
        if had and not reason:
            self.left.emit()
