"""What can be done with the open pair and the library around it.

Reading this class is reading the feature list.
"""

from collections.abc import Callable, Iterable, Sequence

from desktop.library import archived, cutting, hints, linking, relinking, tagging
from desktop.library.bookmarks import bookmarked
from desktop.library.contents import Contents
from desktop.library.cutting import Recut
from desktop.library.edit import Edit
from desktop.library.model import Link, Pair
from desktop.library.relinking import Change
from desktop.text.codebook import Kind, Role, Side
from desktop.tr import counted, tr
from desktop.window import tasks
from desktop.window.draft import Draft
from desktop.window.openpair import OpenPair
from desktop.window.revealed import revealed, why_hidden


class Workspace(OpenPair):
    """One library with at most one pair open. Widgets call its verbs and hear its signals.

    Opening a pair, and what can be asked of it, is `OpenPair`'s.
    """

    # pairs

    def shelve(self, new: Contents) -> None:
        """Put a new pair with its articles into the library; what is open stays so."""
        self.keep_draft()
        self.history.do(Edit(tr("add “{title}”", title=new.pair.title), after=new.values))

    def add_archived(self, pairs: Sequence[Contents]) -> int:
        """Put the pairs of an archive into the library, as one edit; return how many are new.

        Raises Problem, and adds nothing, where an article of theirs is not the same here.
        """
        self.keep_draft()
        new = archived.take(self.store, self.history, pairs)
        if new:
            self.open(new[0].pair.id)
        return len(new)

    def make_key(self) -> None:
        """Make this coder's tags the open pair's key."""
        if self.contents is not None and self.contents.pair.key != self.coder:
            pair = self.contents.pair
            new = pair.model_copy(update={"key": self.coder})
            self._do(Edit(tr("make a key"), (pair,), (new,)))

    def tag_captions(self, *, tagged: bool) -> None:
        """Let captions of the open pair get tags, or none; the tags they have go with it."""
        if self.contents is not None:
            edit = tagging.captions(self.contents, tagged=tagged)
            self._do(edit)
            fallen = len(edit.before) - 1 if edit else 0
            if fallen:
                self.told.emit(
                    counted(
                        "{count} tag of a caption went with it; undo brings it back.",
                        "{count} tags of captions went with it; undo brings them back.",
                        fallen,
                    )
                )

    def take_coder(self, code: str) -> None:
        """Tag under another code from now on; the open pair shows that coder's tags."""
        self.keep_draft()
        self.coder = code
        self.opened.emit()

    def bin(self, pair_id: str, *, binned: bool = True) -> None:
        """Move a pair to the bin, or back from it."""
        self.keep_draft()
        pair = self.store.one(Pair, pair_id)
        label = tr("move to the bin") if binned else tr("take from the bin")
        self.history.do(Edit(label, (pair,), (pair.model_copy(update={"binned": binned}),)))

    # tagging

    def tag(self, sentence_id: str, kind: Kind) -> bool:
        """Tag a sentence of the open pair; tell whether it may carry such a tag."""
        if self.contents is None or not tagging.fits(self.contents, sentence_id, kind):
            self._refuse(sentence_id, kind)
            return False
        seen = sentence_id in self.suggestions
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
        """Write a note on a sentence; an empty one removes it. `keep_draft` stores it."""
        if self.contents is None:
            return
        if self.draft is not None and self.draft.sentence_id != sentence_id:
            self.keep_draft()
        if tagging.noted(self.contents, sentence_id, self.coder, text) is None:
            self.drop_draft()
        else:
            self._hold(Draft(self.contents.pair.id, sentence_id, self.coder, text))

    def bookmark(self, sentence_id: str) -> None:
        """Put a bookmark at a sentence, or take it away."""
        if self.contents is not None:
            self._do(bookmarked(self.contents, sentence_id))

    # linking

    def link(self, one: str, other: str) -> None:
        """Link a sentence with one of the other side; furniture of the page is linked with none.

        While one predicts, that is a link of one's own beside those of key and engine, which stay
        as they are: right or wrong, a guess leads to the same until the tag.
        """
        if self.contents is None:
            return
        if not all(self.contents.label(sentence_id) for sentence_id in (one, other)):
            self.refused.emit(tr("Only headline, standfirst, body and captions can be linked."))
            return
        edit = linking.linked(self._own_alone if self.predicting else self.contents, one, other)
        if edit is not None and self.predicting:
            self._own.update(link.id for link in edit.after)
        self._do(edit)

    def unlink(self, one: str, other: str) -> None:
        """Take two linked sentences apart, as far as it can be seen that they are linked."""
        if self.contents is not None:
            seen = self.reveals(one) or self.reveals(other)
            self._do(linking.unlinked(self.contents if seen else self._own_alone, one, other))

    def confirm(self, sentence_id: str) -> None:
        """Confirm the links the engine found for a sentence."""
        if self.contents is not None and not self._withheld(sentence_id):
            links = self.contents.links_of(sentence_id)
            self._do(linking.confirmed(links))

    def confirm_before(self, sentence_id: str) -> None:
        """Confirm the engine's links that stand before a sentence."""
        if self.contents is not None and not self._withheld():
            edit = relinking.confirmed_before(self.contents, sentence_id)
            self._do_or_say(edit, tr("Every link before this sentence is confirmed."))

    def reject(self, sentence_id: str) -> None:
        """Take the engine's links of a sentence away; what is suggested for it follows."""
        if self.contents is not None and not self._withheld(sentence_id):
            edit = relinking.rejected(self.contents, sentence_id)
            self._do_or_say(edit, tr("The engine links this sentence with nothing."))

    def find_links(
        self, answer: Callable[[tuple[Change, ...]], None], *, meaning: bool = False
    ) -> None:
        """Look for links anew in the background; answer what that would change."""
        asked = self.contents
        if asked is None or self._withheld():
            return
        known = (asked.links, asked.source, asked.rewrite)

        def found(links: tuple[Link, ...]) -> None:
            now = self.contents
            if self._withheld():
                return
            if now and (now.links, now.source, now.rewrite) == known:
                answer(relinking.changes(now, links))
            else:
                self.refused.emit(tr("The pair changed meanwhile. Re-align once more."))

        tasks.run(self, lambda: hints.links(asked, meaning=meaning), found, self.failed.emit)

    def relink(self, changes: Iterable[Change]) -> None:
        """Change links as the engine would, as one edit."""
        self._do(relinking.relinked(changes))

    # cutting

    def split_sentence(self, sentence_id: str, point: int) -> None:
        """Split a sentence before a code point of its article."""
        self._cut(cutting.split_sentence, sentence_id, point)

    def merge_sentences(self, sentence_id: str) -> None:
        """Merge a sentence with the next of its paragraph."""
        self._cut(cutting.merge_sentences, sentence_id)

    def split_block(self, sentence_id: str) -> None:
        """Let a new paragraph begin with a sentence."""
        self._cut(cutting.split_block, sentence_id)

    def merge_blocks(self, sentence_id: str) -> None:
        """Merge the paragraph of a sentence with the next one."""
        self._cut(cutting.merge_blocks, sentence_id)

    def set_role(self, sentence_id: str, role: Role) -> None:
        """Say what the paragraph of a sentence is on its page."""
        self._cut(cutting.set_role, sentence_id, role)

    # the history

    def undo(self) -> Edit | None:
        """Take back the last edit; return it turned round. A note being written is kept first."""
        self.keep_draft()
        return self.history.undo()

    def redo(self) -> Edit | None:
        """Do again the edit taken back last; not while a note is being written: once that is kept,
        nothing is left to redo, and which of the two is wanted only a person knows."""
        if self.draft is not None and self.history.redo_label:
            self.refused.emit(
                tr(
                    "A note is being written; once it is kept, “{label}” cannot be redone. "
                    "Put the note’s line back as it was, then redo.",
                    label=self.history.redo_label,
                )
            )
            return None
        return self.history.redo()

    # inside

    @property
    def _own_alone(self) -> Contents:
        """The open pair as if nothing were linked but what this coder linked while predicting."""
        assert self.contents is not None
        return revealed(self.contents, (), self._own)

    def _withheld(self, sentence_id: str = "") -> bool:
        """Tell whether the links of a sentence, or some of the pair's, are hidden; say so."""
        if sentence_id:
            withheld = not self.reveals(sentence_id)
        else:  # a sentence without a tag may be one without links: that none is hidden tells it
            withheld = self.shown != self.contents or (self.predicting and bool(self.left()))
        if withheld:
            self.refused.emit(why_hidden(of_all=not sentence_id))
        return withheld

    def _do_or_say(self, edit: Edit | None, otherwise: str) -> None:
        """Do an edit, or say why there is none."""
        self._do(edit)
        if edit is None:
            self.refused.emit(otherwise)

    def _cut(self, cut: Callable[..., Recut], sentence_id: str, *how: object) -> None:
        """Cut in all pairs that hold the article, and tell what was refused or lost."""
        self.keep_draft()
        if self.contents is None:
            return
        edit, said = cut(self.holding(sentence_id), sentence_id, *how)
        self._do(edit)
        if said:
            (self.told if edit else self.refused).emit(said)

    def _refuse(self, sentence_id: str, kind: Kind) -> None:
        if self.contents is None:
            return
        side, sentence = self.contents.sentences[sentence_id]
        name = tagging.kind_name(kind)
        if sentence not in self.contents.side(side).taggable:
            self.refused.emit(
                tr(
                    "Only headline, standfirst and body get tags, and captions where "
                    "Text ▸ Tag captions too is ticked."
                )
            )
        elif side is Side.SOURCE:
            self.refused.emit(
                tr(
                    "“{kind}” is for the rewrite. A source sentence is kept or an omission.",
                    kind=name,
                )
            )
        else:
            self.refused.emit(tr("“{kind}” is for source sentences.", kind=name))
