"""What a screen reader is told at once: where one is, what changed, what the status line says."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.library.edit import Edit
from desktop.window.desk import Desk
from desktop.window.spoken import happened, spoken, verdict
from desktop.window.workspace import Workspace


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say this now, instead of what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class HeardLabel(QLabel):
    """A label whose words are also announced when they change: they come without being asked."""

    def setText(self, words: str) -> None:
        changed = words != self.text()
        super().setText(words)
        if words and changed and self.isVisible():
            announce(self, words)


class Announcer(QObject):
    """Follows the desk and the workspace; what belongs to one key is told in one go."""

    told = Signal(str)
    """What was announced."""

    def __init__(self, workspace: Workspace, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.desk, self.window_ = workspace, desk, window
        self._said: list[str] = []
        self._happened = ""
        self._last = ("", "")  # the sentence told of last, and its verdict
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        desk.moved.connect(lambda _: self._later())
        workspace.suggested.connect(self._later)
        workspace.opened.connect(self._opened)
        workspace.changed.connect(self._changed)

    def say(self, sentence: str) -> None:
        """Announce a sentence, before where one is."""
        self._said.append(sentence)
        self._later()

    def _opened(self) -> None:
        self._last = ("", "")
        contents = self.workspace.contents
        self._said = [f"{contents.pair.title}."] if contents else []
        self._later()

    def _changed(self, edit: Edit) -> None:
        self._happened = happened(self.workspace, edit)
        self._later()

    def _later(self) -> None:
        self._describe()
        self._soon.start()

    def _describe(self) -> None:
        """Let each pane be described by the sentence one is at, or was at last, in it."""
        contents = self.workspace.contents
        for side, pane in self.desk.panes.items():
            here = self.desk.last.get(side, "")
            known = contents is not None and here in contents.sentences
            pane.setAccessibleDescription(spoken(self.workspace, here) if known else "")

    def _tell(self) -> None:
        words = self._said or [self._happened]
        words.append(self._where())
        self._said, self._happened = [], ""
        told = " ".join(word for word in words if word)
        if told:
            announce(self.window_, told)
            self.told.emit(told)

    def _where(self) -> str:
        """Return the sentence in hand if one came to it, else what it is now if that is new."""
        here = self.desk.current
        contents = self.workspace.contents
        if contents is None or here not in contents.sentences:
            return ""
        before, self._last = self._last, (here, verdict(self.workspace, here))
        if before[0] != here:
            return spoken(self.workspace, here)
        news = self._last[1] if before != self._last and not self._happened else ""
        return f"{news[:1].upper()}{news[1:]}." if news else ""
