"""The line for the note on the sentence in hand."""

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.workspace import Workspace


class NoteLine(QLineEdit):
    """Shows a sentence's note; what is typed is the workspace's at once, and stored on leaving."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.sentence_id = ""
        only_read = bool(workspace.store.read_only)
        self.setReadOnly(only_read)
        self.setPlaceholderText(
            tr("Notes can only be read here") if only_read else tr("Note (press T to write)")
        )
        self.setAccessibleName(tr("Note"))
        self.textEdited.connect(lambda words: workspace.note(self.sentence_id, words))
        self.returnPressed.connect(self._keep)

    def show_note(self, sentence_id: str) -> None:
        """Show the note on this sentence as it is now, written to its end or not."""
        words, elsewhere = self.workspace.note_on(sentence_id), sentence_id != self.sentence_id
        self.sentence_id = sentence_id
        if elsewhere or self.text() != words:  # else the cursor stays, and what undo would do
            self.setText(words)
            self.setCursorPosition(0)  # a long note shows how it begins

    def _keep(self) -> None:
        self.workspace.attempt(self.workspace.keep_draft)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            with suppress(Problem):  # another window is looked at: it is told of in this one
                self.workspace.keep_draft()
        elif event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._keep()
