"""Sentences and paragraphs cut otherwise: what was said of them is kept, or named."""

import pytest

from desktop.library import cutting
from desktop.library.model import Bookmark, Note, Origin, Tag
from desktop.text.codebook import Flag, Kind, Role, Subkind
from tests.cutting_desk import Desk


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
