"""Whatever is cut, tagged and linked at random, no word is lost and undo takes it back."""

from collections import Counter
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.library import cutting, linking
from desktop.library.edit import Edit
from desktop.library.model import Article, Bookmark, Note, Tag
from desktop.text.codebook import KINDS, LINKED_ROLES, TAGGED_ROLES, Kind, Role
from tests.cutting_desk import Desk


class Cutting(RuleBasedStateMachine):
    """Two pairs share an article; three coders tag; everything is cut and undone at random."""

    def __init__(self):
        super().__init__()
        self.desk = Desk()
        for sentence in self.desk.rewrite.sentences:
            self.desk.tag(sentence.id, Kind.PARAPHRASE)
            self.desk.tag(sentence.id, Kind.KEPT, "K7", pair_id=self.desk.other)
            self.desk.add(Bookmark, sentence.id, pair_id=self.desk.other)
        self.texts = {a.id: a.text for a in self.desk.store.all(Article)}
        self.words = self.covered()
        self.past, self.future = [self.desk.state()], []

    def covered(self):
        """All that stands in sentences, without the white space between them."""
        parts = [self.desk.contents.source, self.desk.contents.rewrite]
        return ["".join("".join(p.text(s).split()) for s in p.sentences) for p in parts]

    def held(self, sentence_id):
        """The pairs that hold a sentence, the open one first."""
        return [c for c in self.desk.held if sentence_id in c.sentences]

    def some(self, number):
        """A sentence, most often one of the article in both pairs."""
        contents = self.desk.contents
        part = contents.source if number > 30 else contents.rewrite
        return part.sentences[number % len(part.sentences)].id

    def do(self, recut):
        if recut.edit is None:
            assert recut.said
            return
        self.desk.history.do(recut.edit)
        self.remember()

    def remember(self):
        self.past.append(self.desk.state())
        self.future.clear()

    numbers = st.integers(0, 40)

    @rule(number=numbers, share=st.floats(0, 1))
    def split(self, number, share):
        sentence_id = self.some(number)
        _, sentence = self.desk.contents.sentences[sentence_id]
        point = sentence.start + round(share * (sentence.end - sentence.start))
        self.do(cutting.split_sentence(self.held(sentence_id), sentence_id, point))

    @rule(number=numbers)
    def merge(self, number):
        sentence_id = self.some(number)
        self.do(cutting.merge_sentences(self.held(sentence_id), sentence_id))

    @rule(number=numbers)
    def split_block(self, number):
        sentence_id = self.some(number)
        self.do(cutting.split_block(self.held(sentence_id), sentence_id))

    @rule(number=numbers)
    def merge_blocks(self, number):
        sentence_id = self.some(number)
        self.do(cutting.merge_blocks(self.held(sentence_id), sentence_id))

    @rule(number=numbers, role=st.sampled_from([Role.BODY, Role.CAPTION, Role.BOILERPLATE]))
    def set_role(self, number, role):
        sentence_id = self.some(number)
        self.do(cutting.set_role(self.held(sentence_id), sentence_id, role))

    @rule(number=numbers, coder=st.sampled_from(["K1", "K2"]), kind=st.integers(0, 2))
    def tag(self, number, coder, kind):
        sentence_id = self.some(number)
        contents = self.held(sentence_id)[kind % len(self.held(sentence_id))]
        side, sentence = contents.sentences[sentence_id]
        if sentence in contents.side(side).taggable and sentence_id not in contents.tags_of(coder):
            new = Tag(
                pair_id=contents.pair.id,
                sentence_id=sentence_id,
                coder=coder,
                kind=KINDS[side][kind],
            )
            note = Note(pair_id=contents.pair.id, sentence_id=sentence_id, coder=coder, text=coder)
            here = [n for n in contents.notes if n.sentence_id == sentence_id and n.coder == coder]
            self.desk.history.do(Edit("tag", after=(new, *(() if here else (note,)))))
            self.remember()

    @rule(one=numbers, other=numbers, machine=st.booleans())
    def link(self, one, other, machine):
        contents = self.desk.contents
        linkable = contents.source.linkable, contents.rewrite.linkable
        if all(linkable):
            ends = [part[n % len(part)].id for part, n in zip(linkable, (one, other), strict=True)]
            edit = linking.linked(contents, *ends)
            if edit is not None:
                self.desk.history.do(edit)
                self.remember()

    @precondition(lambda self: self.desk.history.undo_label)
    @rule()
    def undo(self):
        self.desk.history.undo()
        self.future.append(self.past.pop())

    @precondition(lambda self: self.desk.history.redo_label)
    @rule()
    def redo(self):
        self.desk.history.redo()
        self.past.append(self.future.pop())

    @invariant()
    def nothing_is_lost_by_a_cascade(self):
        assert self.desk.state() == self.past[-1]

    @invariant()
    def texts_never_change_and_every_word_stands_in_a_sentence(self):
        assert {a.id: a.text for a in self.desk.store.all(Article)} == self.texts
        assert self.covered() == self.words

    @invariant()
    def sentences_are_in_order_and_inside_their_blocks(self):
        contents = self.desk.contents
        for part in (contents.source, contents.rewrite):
            assert all(a.end <= b.start for a, b in pairwise(part.sentences))
            assert all(a.end <= b.start for a, b in pairwise(part.blocks))
            for sentence in part.sentences:
                block = part.block(sentence)
                assert block.start <= sentence.start < sentence.end <= block.end

    @invariant()
    def what_is_said_is_said_of_sentences_it_may_be_said_of(self):
        for contents in self.desk.held:
            for tag in contents.tags:
                side, sentence = contents.sentences[tag.sentence_id]
                assert contents.side(side).role(sentence) in TAGGED_ROLES
            for link in contents.links:
                assert link.source
                assert link.rewrite
                for sentence_id in link.source + link.rewrite:
                    side, sentence = contents.sentences[sentence_id]
                    assert contents.side(side).role(sentence) in LINKED_ROLES
            for values in (contents.tags, contents.notes):
                counts = Counter((v.sentence_id, v.coder) for v in values)
                assert set(counts.values()) <= {1}

    def teardown(self):
        self.desk.store.close()


Cutting.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestCutting = Cutting.TestCase
