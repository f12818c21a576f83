"""What a screen reader is told at once: where one is, what changed, what the status line says."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.library.edit import Edit
from desktop.tr import begun
from desktop.window.desk.desk import Desk
from desktop.window.desk.heard import announce
from desktop.window.desk.spoken import happened, spoken, verdict
from desktop.window.workspace import Workspace

DESCRIBED = sys.platform.startswith("linux")
"""Whether a screen reader says the new description of what has the focus. Orca does, in every
version; announcements it knows in later ones only, and would say both. Qt tells Windows and macOS
of announcements, not of descriptions."""


class Announcer(QObject):
    """Follows the desk and the workspace; what belongs to one key is told in one go."""

    told = Signal(str)
    """What was told."""

    def __init__(self, workspace: Workspace, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.desk, self.window_ = workspace, desk, window
        self._said: list[str] = []
        self._happened = ""
        self._last = ("", "")  # the sentence told of last, and its verdict
        self._seen = True  # whether the desk was in front then
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        desk.moved.connect(lambda _: self._later())
        workspace.suggested.connect(self._later)
        workspace.opened.connect(self._opened)
        workspace.changed.connect(self._changed)

    def say(self, sentence: str) -> None:
        """Announce a sentence, between what changed and where one is."""
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
        self._soon.start()

    def _tell(self) -> None:
        news = [words for words in (self._happened, *self._said) if words]
        before, self._seen = self._seen, self.desk.isVisible()
        if before is not self._seen:  # the other view came to the front
            self._last = ("", "")
        where = self._where()
        self._said, self._happened = [], ""
        if not (before or self._seen or news):
            return  # a step in the table, of which its cell tells
        told = " ".join(words for words in (*news, where) if words)
        if told:
            self._describe(news)
            if not (DESCRIBED and any(pane.hasFocus() for pane in self.desk.panes.values())):
                announce(self.window_, told)
            self.told.emit(told)

    def _describe(self, news: list[str]) -> None:
        """Let each pane be described by the sentence one is at in it, or was at last."""
        contents = self.workspace.contents
        for side, pane in self.desk.panes.items():
            here = self.desk.last.get(side, "")
            known = contents is not None and here in contents.sentences
            words = [spoken(self.workspace, here)] if known else []
            if side is self.desk.side():
                words = news + words
            pane.setAccessibleDescription(" ".join(words))

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
        return f"{begun(news)}." if news else ""
