"""Each suggestion comes with a reason and a score, and no sentence gets two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.align import Link
from desktop.text.codebook import SUBKINDS, Flag, Kind, Side, marks
from desktop.text.suggest import LEAST, LEAST_OMITTED, suggest
from tests.suggested import LEAD, SOURCE, suggested


def test_reasons_count_words_and_use_the_numbers_they_are_given():
    sentence = "Bus routes 4 and 11 will be diverted through Fenwick Street."
    found = suggest(SOURCE, (sentence,), [Link((9,), (0,), 1.0, "")], numbers=range(101, 111))
    assert found[0].reason == "11 of 11 words stand in the same order in source sentence 110."


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Bridge shut for repairs.", "3 of its 4 words stand in the same order in"),
        ("Bus routes 4 and 11 go through Fenwick Street, the diverted firm says there.", "pieces"),
    ],
)
def test_three_quarters_of_the_words_are_not_said_to_be_too_few(sentence, said):
    source = ["City to close Millbrook", "Bridge closed for repairs.", SOURCE[9]]
    at = 1 if "shut" in sentence else 2
    (found, *_) = suggest(source, [sentence], [Link((at,), (0,), 0.95, "")])
    assert found.kind is Kind.PARAPHRASE
    assert said in found.reason
    assert ("three quarters" in found.reason) is False


def test_words_copied_from_two_sentences_are_counted_in_both():
    sentence = "The bridge, built in 1961, carries up to 9,000 vehicles a day and bus routes 4 and"
    found = suggested(f"{sentence} 11 will be diverted through Fenwick Street.", 8, 9)
    assert found.reason == ("23 of 24 words stand in the same order in source sentences 9 and 10.")


def test_a_source_sentence_that_has_none_of_the_words_is_not_said_to_have_them():
    found = suggested("Fenwick Street takes two bus routes from March on.", 7, 9)
    assert found.reason.startswith("Found in source sentence 10: ")


def test_every_flag_that_is_no_part_of_the_tag_is_explained():
    found = suggested("“Nobody asked us anything,” local businesses complained.", 6)
    assert found.flags == (Flag.ALTERED, Flag.ATTRIBUTION_CHANGED)
    assert "“anything” is added" in found.reason
    assert "bakery owner Lena Ortiz" in found.reason


def test_less_support_gives_a_lower_score():
    sentence = "Bus routes 4 and 11 will be diverted through Fenwick Street."
    sure = suggest(SOURCE, (sentence,), [Link((9,), (0,), 1.0, "")])[0]
    unlinked = suggest(SOURCE, (sentence,), [])[0]
    assert sure.score > unlinked.score


TEXTS = st.lists(
    st.sampled_from(
        [*SOURCE, *LEAD, "", "…", "«", "\u200b", "桥已关闭。", "הגשר נסגר", "Er sagte: „Nein.“"]
    ),
    max_size=6,
)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_each_sentence_gets_at_most_one_suggestion_and_it_is_of_its_side(source, rewrite, data):
    links = []
    if source and rewrite:
        places = st.tuples(
            st.integers(0, len(source) - 1), st.integers(0, len(rewrite) - 1), st.floats(0, 1)
        )
        links = [
            Link((above,), (below,), score, "")
            for above, below, score in data.draw(st.lists(places))
        ]
    found = suggest(source, rewrite, links)
    assert [(s.side is Side.SOURCE, s.sentence) for s in found] == sorted(
        {(s.side is Side.SOURCE, s.sentence) for s in found}
    )
    linked = {at for link in links if link.score >= 0.8 for at in link.source}
    for one in found:
        least = LEAST_OMITTED if one.kind is Kind.OMISSION else LEAST
        assert least <= one.score <= 1
        assert one.reason
        assert "{" not in one.reason
        assert (one.kind is Kind.OMISSION) == (one.side is Side.SOURCE)
        assert one.subkind is None or one.subkind in SUBKINDS[one.kind]
        assert set(one.flags) <= set(marks(one.side, one.kind).flags)
        assert one.side is Side.REWRITE or one.sentence not in linked
    assert found == suggest(source, rewrite, links)
