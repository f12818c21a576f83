"""What to look for in a lesson: the words for whoever teaches, beside the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.tr import tr
from desktop.window.look.look import Look
from desktop.window.look.plain import PlainLabel
from desktop.window.workspace import Workspace


class LessonSheet(QDialog):
    """Tells it of the pair one asked about. It may give answers away, so it is closed when another
    pair is opened: of that one nobody asked."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What to look for"))
        self.resize(560, 420)
        self.workspace = workspace
        self._pair_id = ""
        self.pair, self.words = PlainLabel(), QTextBrowser()
        self.pair.setObjectName("side")
        self.pair.setWordWrap(True)
        self.words.setAccessibleName(tr("What to look for"))
        self.words.setOpenLinks(False)
        self.words.document().setDocumentMargin(12)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.words.setTextInteractionFlags(self.words.textInteractionFlags() | keys)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.pair)
        column.addWidget(self.words, 1)
        column.addWidget(buttons)
        workspace.opened.connect(self._leave)

    def set_look(self, look: Look) -> None:
        """Show the words in another look."""
        self.words.document().setDefaultFont(look.reading_font(0.95))

    def open_(self) -> None:
        """Tell it of the open pair; where nothing is said of it, say so."""
        contents = self.workspace.contents
        if contents is None:
            return
        self._pair_id = contents.pair.id
        self.pair.setText(contents.pair.title)
        self.words.setPlainText(
            contents.pair.lesson
            or tr(
                "Of this pair nothing is said. Those from File ▸ Sample lessons come with a "
                "paragraph for whoever teaches; one that an older version of Twice Told added can "
                "be added again from there, beside the pair with your tags."
            )
        )
        self.show()
        self.raise_()
        self.words.setFocus()

    def _leave(self) -> None:
        contents = self.workspace.contents
        if contents is None or contents.pair.id != self._pair_id:
            self.close()
