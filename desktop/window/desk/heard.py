"""Words that a screen reader says at once, wherever its reader is."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.window.look.plain import PlainLabel


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say this now, instead of what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class HeardLabel(PlainLabel):
    """A label whose words are also announced when they change: they come without being asked."""

    def setText(self, words: str) -> None:
        changed = words != self.text()
        super().setText(words)
        if words and changed and self.isVisible():
            announce(self, words)
