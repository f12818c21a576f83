"""Sentences and paragraphs cut otherwise: what was said of them is kept, or named."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.library import cutting, linking
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import (
    Article,
    Block,
    Bookmark,
    Link,
    Note,
    Origin,
    Pair,
    Sentence,
    Tag,
)
from desktop.library.store import Store
from desktop.text.codebook import KINDS, LINKED_ROLES, TAGGED_ROLES, Flag, Kind, Role, Side, Subkind
from tests import samples

EVERYTHING = (Article, Block, Sentence, Pair, Link, Tag, Note, Bookmark)


class Desk:
    """A library with two pairs that share an article, and what a person does to the first."""

    def __init__(self):
        self.store = Store()
        contents = samples.pair()
        further = samples.side(Side.REWRITE, ((Role.BODY, "The mayor quit. Cheers rang out."),))
        other = Pair(
            source_id=contents.rewrite.article.id, rewrite_id=further.article.id, title="Retold"
        )
        self.store.add(contents.values)
        self.store.add((further.article, *further.blocks, *further.sentences, other))
        self.history = History(self.store)
        self.pair, self.other = contents.pair.id, other.id

    @property
    def held(self):
        return [self.contents, self.store.contents(self.other)]

    @property
    def contents(self):
        return self.store.contents(self.pair)

    @property
    def rewrite(self):
        return self.contents.rewrite

    def add(self, value, sentence_id, pair_id="", **fields):
        where = {"pair_id": pair_id or self.pair, "sentence_id": sentence_id}
        self.store.add([value(**where, **fields)])

    def tag(self, sentence_id, kind, coder="K1", **fields):
        self.add(Tag, sentence_id, coder=coder, kind=kind, **fields)

    def link(self, sources, rewrites, origin=Origin.MACHINE, **fields):
        link = Link(pair_id=self.pair, source=sources, rewrite=rewrites, origin=origin, **fields)
        self.store.add([link])

    def do(self, recut):
        assert recut.edit is not None, recut.said
        self.history.do(recut.edit)
        return recut.said

    def id(self, words):
        """The id of the sentence that begins so."""
        contents = self.contents
        found = [
            s
            for p in (contents.source, contents.rewrite)
            for s in p.sentences
            if p.text(s).startswith(words)
        ]
        return found[0].id

    def words(self, side=Side.REWRITE):
        """The article as a list of paragraphs, each a list of sentences."""
        part = self.contents.side(side)
        blocks = {block.id: [] for block in part.blocks}
        for sentence in part.sentences:
            blocks[part.block(sentence).id].append(part.text(sentence))
        return list(blocks.values())

    def state(self):
        return frozenset(v.model_dump_json() for kind in EVERYTHING for v in self.store.all(kind))


@pytest.fixture
def desk():
    desk = Desk()
    yield desk
    desk.store.close()


def test_a_sentence_is_split_at_the_cursor_and_the_first_half_keeps_what_was_said_of_it(desk):
    quit_, monday = desk.id("The mayor quit"), desk.id("The mayor resigned")
    desk.tag(quit_, Kind.PARAPHRASE)
    desk.tag(quit_, Kind.QUOTE, "K2")
    desk.add(Note, quit_, coder="K1", text="look again")
    desk.link((monday,), (quit_,))
    at = desk.rewrite.article.text.index("on Monday")
    said = desk.do(cutting.split_sentence(desk.held, quit_, at))
    assert desk.words()[1] == ["The mayor quit", "on Monday.", "Critics cheered."]
    assert said == "The first half keeps its tag; the second has none yet."
    second = desk.id("on Monday")
    assert {t.sentence_id for t in desk.contents.tags} == {quit_}
    assert [n.sentence_id for n in desk.contents.notes] == [quit_]
    assert [s.id for s in desk.contents.partners(monday)] == [quit_, second]
    assert [s.id for s in desk.contents.partners(second)] == [monday]


def test_a_sentence_that_stands_in_a_link_with_others_stays_there_with_both_halves(desk):
    told, danced = desk.id("“I am tired,” she said"), desk.id("🎉")
    monday = desk.id("The mayor resigned")
    desk.link((monday,), (told, danced))
    at = desk.contents.source.article.text.index("on Monday")
    desk.do(cutting.split_sentence([desk.contents], monday, at))
    second = desk.id("on Monday")
    at = desk.rewrite.article.text.index("she said")
    desk.do(cutting.split_sentence(desk.held, told, at))
    [link] = desk.contents.links
    assert link.source == (monday, second)
    assert link.rewrite == (told, desk.id("she said"), danced)


def test_a_cursor_inside_a_word_splits_before_the_word(desk):
    at = desk.rewrite.article.text.index("Monday") + 3
    desk.do(cutting.split_sentence(desk.held, desk.id("The mayor quit"), at))
    assert desk.words()[1] == ["The mayor quit on", "Monday.", "Critics cheered."]


@pytest.mark.parametrize("words", ["The mayor quit", "Critics cheered", "."])
def test_no_half_of_a_sentence_is_without_words(desk, words):
    sentence = desk.contents.sentences[desk.id("The mayor quit")][1]
    at = desk.rewrite.article.text.index(words, sentence.start)
    edit, said = cutting.split_sentence(desk.held, sentence.id, at)
    assert edit is None
    assert said.startswith("Put the cursor between two words")


def test_split_then_merged_a_sentence_is_as_it_was_with_all_that_was_said_of_it(desk):
    quit_ = desk.id("The mayor quit")
    desk.tag(quit_, Kind.PARAPHRASE)
    desk.link((desk.id("The mayor resigned"), desk.id("She gave")), (quit_,), Origin.CONFIRMED)
    before = desk.state()
    at = desk.rewrite.article.text.index("on Monday")
    desk.do(cutting.split_sentence(desk.held, quit_, at))
    assert desk.do(cutting.merge_sentences(desk.held, quit_)) == ""
    assert desk.state() == before


def test_merging_keeps_the_tag_of_each_coder_who_tagged_one_of_the_two(desk):
    quit_, critics = desk.id("The mayor quit"), desk.id("Critics")
    desk.tag(quit_, Kind.PARAPHRASE, "K1")
    desk.tag(critics, Kind.ADDITION, "K2", subkind=Subkind.NEW_FACT, effect=1)
    assert desk.do(cutting.merge_sentences(desk.held, quit_)) == ""
    tags = {t.coder: t for t in desk.contents.tags}
    assert {t.sentence_id for t in tags.values()} == {quit_}
    assert tags["K1"].kind is Kind.PARAPHRASE
    assert (tags["K2"].kind, tags["K2"].subkind, tags["K2"].effect) == ("addition", "new_fact", 1)


def test_merging_tags_that_agree_keeps_the_flags_of_both_and_the_graver_effect(desk):
    quit_, critics = desk.id("The mayor quit"), desk.id("Critics")
    desk.tag(quit_, Kind.QUOTE, flags=(Flag.CUT,), effect=2)
    desk.tag(critics, Kind.QUOTE, flags=(Flag.ALTERED,), effect=1, subkind=Subkind.COPIED)
    assert desk.do(cutting.merge_sentences(desk.held, quit_)) == ""
    [tag] = desk.contents.tags
    assert (tag.flags, tag.effect, tag.subkind) == ((Flag.ALTERED, Flag.CUT), 2, Subkind.COPIED)


def test_merging_tags_that_differ_keeps_the_first_and_names_the_other_in_every_pair(desk):
    quit_, critics = desk.id("The mayor quit"), desk.id("Critics")
    desk.tag(quit_, Kind.PARAPHRASE)
    desk.tag(critics, Kind.ADDITION, subkind=Subkind.NEW_FACT)
    desk.tag(quit_, Kind.KEPT, "K7", pair_id=desk.other)
    desk.tag(critics, Kind.OMISSION, "K7", pair_id=desk.other)
    before = desk.state()
    said = desk.do(cutting.merge_sentences(desk.held, quit_))
    assert said == (
        "The first sentence’s tag stays; the other’s is gone: "
        "editorial addition · New fact (K1), omission (K7, Retold)."
    )
    kinds = {t.coder: t.kind for t in desk.store.all(Tag)}
    assert kinds == {"K1": Kind.PARAPHRASE, "K7": Kind.KEPT}
    desk.history.undo()
    assert desk.state() == before


def test_merging_joins_notes_and_keeps_one_bookmark(desk):
    quit_, critics = desk.id("The mayor quit"), desk.id("Critics")
    desk.add(Note, quit_, coder="K1", text="tone")
    desk.add(Note, critics, coder="K1", text="who?")
    desk.add(Note, critics, coder="K2", text="sic")
    desk.add(Bookmark, quit_)
    desk.add(Bookmark, critics)
    before = desk.state()
    desk.do(cutting.merge_sentences(desk.held, quit_))
    notes = {n.coder: n.text for n in desk.contents.notes if n.sentence_id == quit_}
    assert notes == {"K1": "tone / who?", "K2": "sic"}
    assert [b.sentence_id for b in desk.contents.bookmarks] == [quit_]
    desk.history.undo()
    assert desk.state() == before


def test_merging_joins_links_and_what_a_person_confirmed_stays_confirmed(desk):
    quit_, critics = desk.id("The mayor quit"), desk.id("Critics")
    monday, reason = desk.id("The mayor resigned"), desk.id("She gave")
    desk.link((reason,), (quit_,), score=0.9, reason="Same words.")
    desk.link((monday,), (critics,), Origin.CONFIRMED, score=0.6, reason="A name.")
    desk.do(cutting.merge_sentences(desk.held, quit_))
    [link] = desk.contents.links
    assert (link.source, link.rewrite) == ((monday, reason), (quit_,))
    assert (link.origin, link.score) == (Origin.CONFIRMED, 0.6)
    assert link.reason == "Same words. A name."


def test_source_sentences_that_stood_in_one_link_are_named_there_once(desk):
    monday, reason = desk.id("The mayor resigned"), desk.id("She gave")
    desk.link((monday, reason), (desk.id("The mayor quit"),))
    desk.do(cutting.merge_sentences([desk.contents], monday))
    [link] = desk.contents.links
    assert link.source == (monday,)


def test_the_last_sentence_of_a_paragraph_merges_with_none(desk):
    edit, said = cutting.merge_sentences(desk.held, desk.id("Critics"))
    assert edit is None
    assert said.startswith("The paragraph ends with this sentence")


def test_a_paragraph_is_split_before_a_sentence_and_merged_again(desk):
    before = desk.words()
    desk.do(cutting.split_block(desk.held, desk.id("Critics")))
    assert desk.words()[1:3] == [["The mayor quit on Monday."], ["Critics cheered."]]
    desk.do(cutting.merge_blocks(desk.held, desk.id("The mayor quit")))
    assert desk.words() == before
    assert cutting.split_block(desk.held, desk.id("The mayor quit")).edit is None


def test_a_sentence_broken_by_a_paragraph_can_be_made_whole(desk):
    desk.do(cutting.merge_blocks(desk.held, desk.id("Critics")))
    desk.do(cutting.merge_sentences(desk.held, desk.id("Critics")))
    assert desk.words()[1] == [
        "The mayor quit on Monday.",
        "Critics cheered.\n“I am tired,” she said.",
        "🎉 Bakers danced.",
    ]


def test_a_paragraph_is_not_merged_with_furniture_that_may_be_out_of_sight(desk):
    desk.do(cutting.set_role(desk.held, desk.id("Critics"), Role.BOILERPLATE))
    for words in ("Mayor walks out", "Critics"):
        edit, said = cutting.merge_blocks(desk.held, desk.id(words))
        assert edit is None
        assert said.startswith("Page furniture is in between")
    assert cutting.merge_blocks(desk.held, desk.id("🎉")).said == "This is the last paragraph."


def test_a_block_taken_out_loses_tags_and_links_in_all_pairs_and_says_how_many(desk):
    quit_, critics = desk.id("The mayor quit"), desk.id("Critics")
    monday, told = desk.id("The mayor resigned"), desk.id("“I am tired,” she said")
    desk.tag(quit_, Kind.PARAPHRASE)
    desk.tag(critics, Kind.KEPT, "K7", pair_id=desk.other)
    desk.link((monday,), (quit_,))
    desk.link((monday,), (critics, told), Origin.MANUAL)
    desk.add(Note, quit_, coder="K1", text="an advertisement")
    before = desk.state()
    said = desk.do(cutting.set_role(desk.held, quit_, Role.BOILERPLATE))
    assert said == "This role takes away: 2 tags · 2 links. Undo brings them back."
    assert desk.store.all(Tag) == []
    assert [(x.source, x.rewrite) for x in desk.contents.links] == [((monday,), (told,))]
    assert [n.text for n in desk.contents.notes] == ["an advertisement"]
    desk.history.undo()
    assert desk.state() == before


def test_a_caption_keeps_its_links_and_loses_its_tags(desk):
    quit_ = desk.id("The mayor quit")
    desk.tag(quit_, Kind.PARAPHRASE)
    desk.link((desk.id("The mayor resigned"),), (quit_,))
    said = desk.do(cutting.set_role(desk.held, quit_, Role.CAPTION))
    assert said == "This role takes away: 1 tag. Undo brings them back."
    assert len(desk.contents.links) == 1


def test_furniture_is_brought_back_into_the_story(desk):
    critics = desk.id("Critics")
    desk.do(cutting.set_role(desk.held, critics, Role.BOILERPLATE))
    assert critics not in desk.rewrite.numbers
    said = desk.do(cutting.set_role(desk.held, critics, Role.BODY))
    assert "Re-align" in said
    assert critics in desk.rewrite.numbers


def test_an_edit_of_a_paragraph_without_tags_knows_where_it_happened(desk):
    desk.do(cutting.split_block(desk.held, desk.id("Critics")))
    assert desk.history.undo().pair_id == desk.pair


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
