"""The pair that is open: read from the library, kept in step with every edit, suggested for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.library import hints, tagging
from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Article, Block, Link, Pair, Sentence, Tag
from desktop.library.store import Entry, Store
from desktop.problem import Problem
from desktop.text.values import Suggestion
from desktop.window import tasks
from desktop.window.draft import Draft, not_kept
from desktop.window.revealed import revealed

REST = 100
"""Milliseconds after a pair was opened, linked or cut otherwise before suggestions are looked
for: what a key changed is painted first; of several links in a row only the last is thought about.
"""


class OpenPair(QObject):
    """Opens a pair, answers what is asked of it, and tells the news. `Workspace` adds the verbs."""

    changed = Signal(object)
    """An Edit, when it is on disk and `contents` tells the new state."""
    drafted = Signal()
    """A note is being written that is not on disk; or there is none any more."""
    opened = Signal()
    """Another pair is open, or none; or the open pair's texts were cut otherwise."""
    suggested = Signal()
    """`suggestions` are those of the links as they stand now; or other links may be seen."""
    refused = Signal(str)
    """A sentence for a person: why a verb did nothing."""
    told = Signal(str)
    """A sentence for a person: what a verb did besides, or could not keep."""
    failed = Signal(Exception)
    """Work in the background failed."""

    def __init__(self, store: Store, coder: str = "K1", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.coder = coder
        self.contents: Contents | None = None
        self.draft: Draft | None = None
        self.hints = hints.Hints({}, {})
        self.predicting = False
        self._linked: dict[str, set[str]] = {}  # by coder: the links they made while they predicted
        self._shown: tuple[Contents, str, Contents] | None = None
        self.history = History(store, self._edited)
        self._asked = self._answered = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._think)

    # asking

    def shelf(self) -> list[Entry]:
        """Return the library's pairs, newest first."""
        return self.store.shelf()

    def tag_count(self, pair_id: str) -> int:
        """Count the tags of any pair as they are on disk, all coders' but the key's.

        None are counted where another window took the pair away.
        """
        keys = {pair.key for pair in self.store.all(Pair, id=pair_id)}
        tags = self.store.all(Tag, pair_id=pair_id) if keys else []
        return sum(tag.coder not in keys for tag in tags)

    def tags(self) -> dict[str, Tag]:
        """Return this coder's tags of the open pair by sentence id."""
        return self.contents.tags_of(self.coder) if self.contents else {}

    def note_on(self, sentence_id: str) -> str:
        """Return this coder's note on a sentence as it is being written, else as it is on disk; ""
        where there is none."""
        if self.draft is not None and self.draft.sentence_id == sentence_id:
            return self.draft.text
        notes = self.contents.notes_of(self.coder) if self.contents else {}
        return notes[sentence_id].text if sentence_id in notes else ""

    def left(self) -> tuple[Sentence, ...]:
        """Return the sentences of the open pair still to decide."""
        left = self.contents.left(self.coder) if self.contents else ()
        if self.predicting:  # that a source sentence is linked or not would give it away
            return tuple(s for s in left if self.contents and s in self.contents.rewrite.sentences)
        return left

    def holding(self, sentence_id: str) -> list[Contents]:
        """Return all pairs that hold the article of a sentence, the open one first."""
        if self.contents is None:
            return []
        _, sentence = self.contents.sentences[sentence_id]
        sides = ("source_id", "rewrite_id")
        pairs = [p for side in sides for p in self.store.all(Pair, **{side: sentence.article_id})]
        others = dict.fromkeys(p.id for p in pairs if p.id != self.contents.pair.id)
        return [self.contents, *(self.store.contents(pair_id) for pair_id in others)]

    @property
    def suggestions(self) -> dict[str, Suggestion]:
        """What the engine would tag, by sentence id, of sentences tagged or not.

        While one predicts, that of a sentence is known only once it has a tag.
        """
        if self.predicting:
            tags = self.tags()
            return {s: found for s, found in self.hints.suggestions.items() if s in tags}
        return self.hints.suggestions

    def reveals(self, sentence_id: str) -> bool:
        """Tell whether the engine may speak of a sentence now."""
        return not self.predicting or sentence_id in self.tags()

    def predict(self, predicting: bool) -> None:
        """Hide what engine and key have for a sentence until it has a tag; or show it again."""
        self.predicting = predicting
        self.suggested.emit()

    @property
    def shown(self) -> Contents | None:
        """The open pair as it may be seen now: what links its sentences is hidden, while one
        predicts, until one of them has a tag. What one links oneself is seen at once."""
        contents, held = self.contents, self._shown
        if contents is None or not self.predicting:
            return contents
        if held is None or held[0] is not contents or held[1] != self.coder:
            found = revealed(contents, self.tags(), self._own)
            held = self._shown = (contents, self.coder, found)
        return held[2]

    @property
    def _own(self) -> set[str]:
        """The ids of the links this coder made while predicting. Those undone may be among them."""
        return self._linked.setdefault(self.coder, set())

    def suggestion(self, sentence_id: str) -> Suggestion | None:
        """Return what the engine would tag, for a sentence that has no tag yet."""
        return None if sentence_id in self.tags() else self.suggestions.get(sentence_id)

    def disagreements(self) -> set[str]:
        """Return the ids of the sentences this coder tagged otherwise than is suggested, or than
        another coder did."""
        if self.contents is None:
            return set()
        found, disputed = self.suggestions, self.contents.disputed
        return {
            s
            for s, tag in self.tags().items()
            if (s in found and found[s].kind is not tag.kind) or disputed(self.coder, s)
        }

    @property
    def thinking(self) -> bool:
        """Whether suggestions for the links as they stand are still being looked for."""
        return self._answered < self._asked

    # opening

    def open(self, pair_id: str) -> None:
        """Open a pair of the library; suggestions follow. Raises Problem, and stays with the open
        one, where the disk refuses the note being written."""
        self.keep_draft()
        self.contents = self.store.contents(pair_id)
        self.hints = hints.Hints({}, {})
        self.opened.emit()
        self._suggest()

    def close_pair(self) -> None:
        """Close the open pair. Raises Problem as `open` does."""
        self.keep_draft()
        self._asked += 1  # what is still being thought about it comes too late
        self._answered = self._asked
        self.contents = None
        self.hints = hints.Hints({}, {})
        self.opened.emit()

    def keep_draft(self) -> None:
        """Store the note being written, if there is one; whatever leads away from it asks for this
        first. Raises Problem where the disk refuses, and the note stays as it was written."""
        draft, contents = self.draft, self.contents
        if draft is None:
            return
        assert contents is not None
        assert contents.pair.id == draft.pair_id
        self.draft = None  # whoever hears of the change may come back here
        try:
            self._do(tagging.noted(contents, draft.sentence_id, draft.coder, draft.text))
        except Exception as error:
            self.draft = draft
            if isinstance(error, Problem):
                raise not_kept(error) from error
            raise
        self.drafted.emit()

    def drop_draft(self) -> None:
        """Forget the note being written: what is on disk stands."""
        self._hold(None)

    def attempt(self, verb: Callable[[], None]) -> bool:
        """Do a verb that no command calls; what the disk refuses is told like other failures.

        Tell whether it was done.
        """
        try:
            verb()
        except Problem as problem:
            self.failed.emit(problem)
            return False
        return True

    # inside

    def _hold(self, draft: Draft | None) -> None:
        news = (draft is None) is not (self.draft is None)
        self.draft = draft
        if news:
            self.drafted.emit()

    def _do(self, edit: Edit | None) -> None:
        if edit is not None:
            self.history.do(edit)

    def _edited(self, edit: Edit) -> None:
        """Bring `contents` up to date, then tell everybody."""
        anew = self.contents is not None and _recuts(edit, self.contents.pair)
        if anew:
            self._reread()
        elif self.contents is not None:
            self.contents = self.contents.after(edit) or self.contents
        links = [value for value in edit.values if isinstance(value, Link)]
        self._outdate({s for link in links for s in (*link.source, *link.rewrite)})
        self.changed.emit(edit)
        if links and not anew:
            self._suggest()

    def _outdate(self, sentence_ids: set[str]) -> None:
        """Forget what was suggested for sentences that are linked otherwise now."""
        standing = self.hints.suggestions.items()
        kept = {s: found for s, found in standing if s not in sentence_ids}
        self.hints = self.hints._replace(suggestions=kept)

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
        """Ask for suggestions; they come when nothing else was asked for a moment."""
        if self.contents is not None:
            self._asked += 1
            self._rest.start()

    def _think(self) -> None:
        """Compute suggestions in the background; only the newest question's answer counts."""
        asked, contents = self._asked, self.contents
        if contents is None:
            return

        def answer(found: hints.Hints) -> None:
            self._answered = max(asked, self._answered)
            if asked == self._asked:
                self.hints = found
                self.suggested.emit()

        def fail(error: Exception) -> None:
            self._answered = max(asked, self._answered)
            self.failed.emit(error)

        tasks.run(self, lambda: hints.hints(contents), answer, fail)


def _recuts(edit: Edit, pair: Pair) -> bool:
    """Tell whether an edit touches the texts of a pair, from whichever pair it was made, or which
    of their sentences get tags."""
    articles = {pair.source_id, pair.rewrite_id}
    for value in edit.values:
        if isinstance(value, Pair) and value.id == pair.id and value.captions != pair.captions:
            return True
        if isinstance(value, Article) and value.id in articles:
            return True
        if isinstance(value, Block | Sentence) and value.article_id in articles:
            return True
    return False
