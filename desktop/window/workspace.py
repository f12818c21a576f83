"""The open pair as the window sees it: what can be asked, what can be done, one signal for news.

Reading this class is reading the feature list.
"""

from PySide6.QtCore import QObject, Signal

from desktop.library import hints, linking, tagging
from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Link, Pair, Sentence, Tag
from desktop.library.store import Entry, Store
from desktop.text.codebook import Kind, Side
from desktop.text.suggest import Suggestion
from desktop.tr import tr
from desktop.window import tasks


class Workspace(QObject):
    """One library with at most one pair open. Widgets call its verbs and hear its signals."""

    changed = Signal(object)
    """An Edit, when it is on disk and `contents` tells the new state."""
    opened = Signal()
    """Another pair is open, or none; or the open pair's texts were cut otherwise."""
    suggested = Signal()
    """`suggestions` are those of the links as they stand now."""
    refused = Signal(str)
    """A sentence for a person: why a verb did nothing."""
    failed = Signal(Exception)
    """Work in the background failed."""

    def __init__(self, store: Store, coder: str = "K1", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.coder = coder
        self.contents: Contents | None = None
        self.hints = hints.Hints({}, {})
        self.history = History(store, self._edited)
        self._asked = self._answered = 0

    # asking

    def shelf(self) -> list[Entry]:
        """Return the library's pairs, newest first."""
        return self.store.shelf()

    def tags(self) -> dict[str, Tag]:
        """Return this coder's tags of the open pair by sentence id."""
        return self.contents.tags_of(self.coder) if self.contents else {}

    def left(self) -> tuple[Sentence, ...]:
        """Return the sentences of the open pair still to decide."""
        return self.contents.left(self.coder) if self.contents else ()

    @property
    def suggestions(self) -> dict[str, Suggestion]:
        """What the engine would tag, by sentence id, of sentences tagged or not."""
        return self.hints.suggestions

    def suggestion(self, sentence_id: str) -> Suggestion | None:
        """Return what the engine would tag, for a sentence that has no tag yet."""
        return None if sentence_id in self.tags() else self.suggestions.get(sentence_id)

    @property
    def thinking(self) -> bool:
        """Whether suggestions for the links as they stand are still being looked for."""
        return self._answered < self._asked

    # opening

    def open(self, pair_id: str) -> None:
        """Open a pair of the library; suggestions follow."""
        self.contents = self.store.contents(pair_id)
        self.hints = hints.Hints({}, {})
        self.opened.emit()
        self._suggest()

    def close_pair(self) -> None:
        """Close the open pair; everything is on disk already."""
        self.contents = None
        self.hints = hints.Hints({}, {})
        self.opened.emit()

    def add_pair(self, new: Contents) -> None:
        """Put a new pair with its articles into the library and open it."""
        self.history.do(Edit(tr("add “{title}”", title=new.pair.title), after=new.values))
        self.open(new.pair.id)

    def make_key(self) -> None:
        """Make this coder's tags the open pair's key."""
        if self.contents is not None and self.contents.pair.key != self.coder:
            pair = self.contents.pair
            new = pair.model_copy(update={"key": self.coder})
            self._do(Edit(tr("make a key"), (pair,), (new,)))

    def take_coder(self, code: str) -> None:
        """Tag under another code from now on; the open pair shows that coder's tags."""
        self.coder = code
        self.opened.emit()

    def bin(self, pair_id: str, *, binned: bool = True) -> None:
        """Move a pair to the bin, or back from it."""
        pair = self.store.one(Pair, pair_id)
        label = tr("move to the bin") if binned else tr("take from the bin")
        self.history.do(Edit(label, (pair,), (pair.model_copy(update={"binned": binned}),)))

    # tagging

    def tag(self, sentence_id: str, kind: Kind) -> bool:
        """Tag a sentence of the open pair; tell whether it may carry such a tag."""
        if self.contents is None or not tagging.fits(self.contents, sentence_id, kind):
            self._refuse(sentence_id, kind)
            return False
        seen = self.suggestion(sentence_id) is not None
        self._do(tagging.tagged(self.contents, sentence_id, kind, self.coder, seen=seen))
        return True

    def accept(self, sentence_id: str) -> bool:
        """Make a tag of the suggestion for a sentence; tell whether there was one."""
        suggestion = self.suggestion(sentence_id)
        if self.contents is None or suggestion is None:
            return False
        self._do(tagging.accepted(self.contents, [(sentence_id, suggestion)], self.coder))
        return True

    def accept_all(self, score: float) -> None:
        """Make tags of all suggestions scored at least `score` (0..1), as one edit."""
        if self.contents is not None:
            good = [(s, found) for s, found in self.suggestions.items() if found.score >= score]
            self._do(tagging.accepted(self.contents, good, self.coder))

    def clear(self, sentence_id: str) -> None:
        """Take a sentence's tag away."""
        if self.contents is not None:
            self._do(tagging.cleared(self.contents, sentence_id, self.coder))

    def refine(self, sentence_id: str, **fields: object) -> None:
        """Change a tag's subkind, flags, effect, importance or confidence."""
        if self.contents is not None:
            self._do(tagging.refined(self.contents, sentence_id, self.coder, **fields))

    def note(self, sentence_id: str, text: str) -> None:
        """Write a note on a sentence; an empty one removes it."""
        if self.contents is not None:
            self._do(tagging.noted(self.contents, sentence_id, self.coder, text))

    # linking

    def link(self, one: str, other: str) -> None:
        """Link a sentence with one of the other side."""
        if self.contents is not None:
            self._do(linking.linked(self.contents, one, other))

    def unlink(self, one: str, other: str) -> None:
        """Take two linked sentences apart."""
        if self.contents is not None:
            self._do(linking.unlinked(self.contents, one, other))

    def confirm(self, sentence_id: str) -> None:
        """Confirm the links the engine found for a sentence."""
        if self.contents is not None:
            links = self.contents.links_of(sentence_id)
            self._do(linking.confirmed(self.contents, links))

    # the history

    def undo(self) -> Edit | None:
        """Take back the last edit; return it turned round."""
        return self.history.undo()

    def redo(self) -> Edit | None:
        """Do again the edit taken back last."""
        return self.history.redo()

    # inside

    def _do(self, edit: Edit | None) -> None:
        if edit is not None:
            self.history.do(edit)

    def _edited(self, edit: Edit) -> None:
        """Bring `contents` up to date, then tell everybody."""
        if self.contents is not None:
            after = self.contents.after(edit)
            if after is None and edit.pair_id in ("", self.contents.pair.id):
                self._reread()
            elif after is not None:
                self.contents = after
        self.changed.emit(edit)
        if any(isinstance(value, Link) for value in edit.values):
            self._suggest()

    def _reread(self) -> None:
        """Read the open pair anew: its texts were cut otherwise, or it is gone."""
        assert self.contents is not None
        pair_id = self.contents.pair.id
        if self.store.all(Pair, id=pair_id):
            self.contents = self.store.contents(pair_id)
            self.opened.emit()
            self._suggest()
        else:
            self.close_pair()

    def _suggest(self) -> None:
        """Compute suggestions in the background; only the newest question's answer counts."""
        if self.contents is None:
            return
        self._asked += 1
        asked, contents = self._asked, self.contents

        def answer(found: hints.Hints) -> None:
            self._answered = max(asked, self._answered)
            if asked == self._asked:
                self.hints = found
                self.suggested.emit()

        tasks.run(self, lambda: hints.hints(contents), answer, self.failed.emit)

    def _refuse(self, sentence_id: str, kind: Kind) -> None:
        if self.contents is None:
            return
        side, sentence = self.contents.sentences[sentence_id]
        name = tagging.kind_name(kind)
        if sentence not in self.contents.side(side).taggable:
            self.refused.emit(tr("Only headline, standfirst and body sentences get tags."))
        elif side is Side.SOURCE:
            self.refused.emit(
                tr(
                    "“{kind}” is for the rewrite. A source sentence is kept or an omission.",
                    kind=name,
                )
            )
        else:
            self.refused.emit(tr("“{kind}” is for source sentences.", kind=name))
