"""A source sentence is suggested as an omission where the rewrite tells it nowhere."""

from desktop.text.align import Link
from desktop.text.codebook import Kind, Side, Subkind
from desktop.text.suggest import suggest
from tests.suggested import LEAD, SOURCE


def test_a_source_sentence_nobody_draws_on_is_an_omission_with_a_reason():
    links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4))]
    found = {s.sentence: s for s in suggest(SOURCE, LEAD, links) if s.side is Side.SOURCE}
    assert set(found) == {2, 3, 5, 6, 7, 8, 9}
    assert {s.kind for s in found.values()} == {Kind.OMISSION}
    assert [found[at].subkind for at in (5, 6, 9)] == [
        Subkind.VOICE,
        Subkind.VOICE,
        Subkind.PROCEDURE,
    ]
    assert found[9].reason.startswith(
        "No rewrite sentence was found that draws on this. Nowhere in the rewrite: "
    )
    assert "“Fenwick Street”" in found[9].reason


def test_a_weak_link_to_an_addition_does_not_keep_a_source_sentence():
    sentence = "In 2019 a similar closure on Kerr Street lasted five months longer than planned."
    for score, gone in ((0.4, True), (1.0, False)):
        links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4))]
        found = suggest(SOURCE, (*LEAD, sentence), [*links, Link((9,), (3,), score, "")])
        reasons = [s.reason for s in found if s.side is Side.SOURCE and s.sentence == 9]
        assert bool(reasons) is gone
        assert not gone or "seems to tell something else" in reasons[0]


def test_what_a_retold_sentence_is_nearest_to_is_no_omission():
    rewrite = (*LEAD, "Two support beams were cracked, inspectors found in October.")
    links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4))]
    found = suggest(SOURCE, rewrite, links)
    last = next(s for s in found if s.side is Side.REWRITE and s.sentence == 3)
    assert last.kind is Kind.PARAPHRASE
    assert "No link was found" in last.reason
    assert not any(s.side is Side.SOURCE and s.sentence == 7 for s in found)


def test_where_sentences_were_joined_a_large_number_shows_that_nothing_was_left_out():
    for number, gone in (("9,000", False), ("many", True)):
        joined = f"Inspectors found cracks in two support beams in October; {number} cars use it."
        links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4, 7))]
        found = suggest(SOURCE, (*LEAD, joined), links)
        assert any(s.side is Side.SOURCE and s.sentence == 8 for s in found) is gone


def test_what_is_quoted_is_no_omission_even_if_no_link_was_found():
    for words, gone in (("asked us, and nobody told us", False), ("knows what comes next", True)):
        source = (*SOURCE, f"“Nobody {words},” she said.")
        rewrite = (*LEAD, "“Nobody asked us, and nobody told us,” fumed Ortiz at her shop.")
        links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4, 6))]
        found = suggest(source, rewrite, links)
        assert any(s.side is Side.SOURCE and s.sentence == 10 for s in found) is gone
