"""What the commands on the desk do: each method is a command of that name in the table."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.model import Block, Sentence
from desktop.text.codebook import Kind, Side
from desktop.tr import tr
from desktop.window.desk.desk import Desk
from desktop.window.desk.inspector import Inspector
from desktop.window.doing.cutwork import Cutwork
from desktop.window.doing.linkwork import Linkwork
from desktop.window.doing.views import Views
from desktop.window.workspace import Workspace

LIKELY = 80
"""The score, in per cent, offered for accepting many suggestions at once."""


class Deskwork(QObject, Cutwork, Linkwork):
    """Turns commands into verbs of the workspace, on the sentence in hand, and moves on."""

    said = Signal(str)
    """A sentence for the status line."""

    def __init__(
        self, workspace: Workspace, desk: Desk, inspector: Inspector, views: Views
    ) -> None:
        super().__init__(desk)
        self.workspace, self.desk, self.inspector = workspace, desk, inspector
        self.views = views

    # tagging

    def tag_quote(self) -> None:
        self._tag(Kind.QUOTE)

    def tag_paraphrase(self) -> None:
        self._tag(Kind.PARAPHRASE)

    def tag_addition(self) -> None:
        self._tag(Kind.ADDITION)

    def tag_omission(self) -> None:
        self._tag(Kind.OMISSION)

    def tag_kept(self) -> None:
        self._tag(Kind.KEPT)

    def tag_unsure(self) -> None:
        self._tag(Kind.UNSURE)

    def clear(self) -> None:
        if self.desk.current:
            self.workspace.clear(self.desk.current)

    def accept(self) -> None:
        if self.desk.current and self.workspace.accept(self.desk.current):
            self._onward()
        elif self.workspace.thinking:
            self.said.emit(tr("Suggestions are being looked for. Press again in a moment."))
        else:
            self.said.emit(tr("There is no suggestion for this sentence."))

    def accept_all(self) -> None:
        score, wanted = QInputDialog.getInt(
            self.desk,
            tr("Accept suggestions"),
            tr("Accept every suggestion that is right at least this often (per cent):"),
            LIKELY,
            50,
            100,
        )
        if wanted:
            self.workspace.accept_all(score / 100)

    def edit_note(self) -> None:
        self.workspace.store.check_writable()
        if self.desk.current:
            self.inspector.write_note()

    def _tag(self, kind: Kind) -> None:
        sentence_id, contents = self.desk.current, self.workspace.contents
        if not sentence_id or not self.workspace.tag(sentence_id, kind):
            return
        if self.workspace.predicting:
            self.said.emit(tr("Compare with the suggestion and its reason; N goes on."))
            return
        self._onward()
        if kind is Kind.OMISSION and contents is not None and contents.partners(sentence_id):
            self.said.emit(
                tr("That sentence is linked, so something of it is told. U takes a link away.")
            )

    def _onward(self) -> None:
        if not self.views.next_left():
            self.said.emit(tr("Every sentence is decided. Well done."))

    # linking

    def link(self) -> None:
        other = self.desk.visited.get(self._other_side(), "")
        if self.desk.current and other:
            self.workspace.link(self.desk.current, other)
        else:
            self.said.emit(tr("Go to a sentence of the other text first, then come back (Tab)."))

    def unlink(self) -> None:
        contents = self.workspace.shown
        if contents is None or not self.desk.current:
            return
        partners = [s.id for s in contents.partners(self.desk.current)]
        other = self.desk.visited.get(self._other_side(), "")
        if not partners:
            self.said.emit(tr("Nothing is linked to this sentence."))
        elif other in partners:
            self.workspace.unlink(self.desk.current, other)
        else:
            self.workspace.unlink(self.desk.current, partners[0])

    def confirm(self) -> None:
        if self.desk.current:
            self.workspace.confirm(self.desk.current)

    def _other_side(self) -> Side:
        return Side.SOURCE if self.desk.side() is Side.REWRITE else Side.REWRITE

    # going

    def next_sentence(self) -> None:
        self.views.step(1)

    def previous_sentence(self) -> None:
        self.views.step(-1)

    def other_side(self) -> None:
        self.desk.cross()

    def next_left(self) -> None:
        if not self.views.next_left():
            self.said.emit(tr("Every sentence is decided. Well done."))

    def next_disagreement(self) -> None:
        if not self.desk.next_of(self.workspace.disagreements()):
            said = tr("No other tag differs from what is suggested or from what others gave.")
            self.said.emit(said)

    def next_bookmark(self) -> None:
        contents = self.workspace.contents
        marks = contents.bookmarks if contents is not None else ()
        if not self.desk.next_of({mark.sentence_id for mark in marks}):
            self.said.emit(tr("There is no other bookmark."))

    def bookmark(self) -> None:
        if self.desk.current:
            self.workspace.bookmark(self.desk.current)

    # the history

    def undo(self) -> None:
        self._went(self.workspace.undo())

    def redo(self) -> None:
        self._went(self.workspace.redo())

    def _went(self, edit: Edit | None) -> None:
        """Go to where an edit happened, in another pair if need be."""
        if edit is None:
            return
        contents = self.workspace.contents
        if edit.pair_id and (contents is None or contents.pair.id != edit.pair_id):
            if edit.pair_id not in self.workspace.store.pair_ids():
                return
            self.workspace.open(edit.pair_id)
            contents = self.workspace.contents
            if contents is not None:
                title = contents.pair.title
                self.said.emit(tr("“{label}” was in “{title}”.", label=edit.label, title=title))
        found = _place(edit, contents) if contents is not None else ""
        if found:
            self.desk.go_near(found)


def _place(edit: Edit, contents: Contents) -> str:
    """Return the sentence an edit is about, in the pair as it is now; "" where it shows none."""
    for value in edit.after + edit.before:
        ids = (value.id, getattr(value, "sentence_id", ""), *getattr(value, "rewrite", ()))
        if isinstance(value, Block):
            sides = (contents.source, contents.rewrite)
            ids = tuple(s.id for p in sides for s in p.sentences if _within(s, value))
        found = next((i for i in ids if i in contents.sentences), "")
        if found:
            return found
    return ""


def _within(sentence: Sentence, block: Block) -> bool:
    here = sentence.article_id == block.article_id
    return here and block.start <= sentence.start < block.end
