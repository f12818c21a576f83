"""The tag suggested follows the codebook: its order of questions, and its borderline cases."""

import pytest

from desktop.text.align import Link
from desktop.text.codebook import Flag, Kind, Role, Side, Subkind
from desktop.text.suggest import suggest
from tests.suggested import COPIED, LEAD, PARAPHRASE, SOURCE, SPEECH, suggested, tag


@pytest.mark.parametrize(
    "sentence",
    [
        "Bus routes 4 and 11 will be diverted through Fenwick Street.",
        "Bus routes four and 11 will be diverted through Fenwick street",
        "Bus routes 4 and 11 will be diverted through Fenwick Street – from Monday.",
    ],
)
def test_the_same_words_in_the_same_order_are_a_quote_whatever_the_typography(sentence):
    assert tag(sentence, 9) == (*COPIED, set())


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge, built in 1961, carries up to 9,000 vehicles a day and bus routes 4 and 11 will"
        " be diverted through Fenwick Street.",
        "Bus routes 4 and 11 will be diverted through Fenwick Street, as the bridge, built in 1961,"
        " carries up to 9,000 vehicles a day.",
    ],
)
def test_two_copied_sentences_that_are_joined_are_a_quote_of_both(sentence):
    found = suggested(sentence, 8, 9)
    assert (found.kind, found.subkind) == COPIED
    assert found.reason.endswith("words stand in the same order in source sentences 9 and 10.")


def test_a_word_or_two_of_the_next_sentence_do_not_join_it():
    sentence = "The bridge, built in 1961, carries up to 9,000 vehicles on Fenwick Street."
    found = suggested(sentence, 8, 9)
    assert found.reason.endswith("in the same order in source sentence 9.")


def test_a_date_turned_round_breaks_no_run():
    source = "Fares on most ferries will go up by an average of 8 per cent from 1 April, the"
    source += " operator, Sound and Isles, said on Tuesday, blaming the price of fuel."
    rewrite = "Fares on most ferries will go up by an average of 8 per cent from April 1, operator"
    rewrite += " Sound and Isles said this week, blaming the price of fuel."
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert (found.kind, found.subkind) == COPIED


def test_other_words_for_the_same_are_a_paraphrase():
    sentence = "Buses on routes 4 and 11 have to go by way of Fenwick Street for now."
    assert tag(sentence, 9) == (*PARAPHRASE, set())


def test_a_sentence_of_which_the_source_has_nothing_is_an_addition():
    kind, _, flags = tag("The mayor of Kerrville plays the trombone in a marching band.")
    assert (kind, flags) == (Kind.ADDITION, set())


def test_speech_in_quotation_marks_is_speech():
    sentence = "“We looked at keeping one lane open, but engineers say it would not be safe,”"
    assert tag(sentence + " transport director Ines Calder said.", 3) == (*SPEECH, set())


# The codebook's borderline cases, a test a row.


def test_a_partial_quotation_inside_a_reworded_sentence_is_a_paraphrase():
    sentence = "Repairing it with traffic on it was ruled out because it “would not be safe”."
    assert tag(sentence, 3) == (*PARAPHRASE, {Flag.PARTIAL_QUOTE})


def test_a_summary_of_several_source_sentences_is_a_paraphrase_of_all_of_them():
    sentence = "The nine-week closure, from 3 March, follows cracks inspectors found in October."
    found = suggested(sentence, 1, 2, 7)
    assert found.kind is Kind.PARAPHRASE
    assert "source sentences 2, 3 and 8" in found.reason


def test_one_source_sentence_spread_over_several_is_tagged_each_time_and_no_omission():
    rewrite = (
        *LEAD,
        "Inspectors found cracks in two support beams in October.",
        "They rated the risk as low.",
    )
    links = [Link((7,), (3,), 0.95, ""), Link((7,), (4,), 0.95, "")]
    found = suggest(SOURCE, rewrite, links)
    assert {s.sentence for s in found if s.side is Side.REWRITE} == {0, 1, 2, 3, 4}
    assert 7 not in {s.sentence for s in found if s.kind is Kind.OMISSION}


def test_a_claim_of_its_own_that_a_person_linked_to_the_source_is_an_addition_and_mixed():
    sentence = (
        "Calder, who once ran the ferries of Port Lacey, is said by two former colleagues to have"
        " quarrelled with every mayor since 1998."
    )
    for score, flags in ((1.0, (Flag.MIXED,)), (0.98, ())):
        found = suggest(SOURCE, (*LEAD, sentence), [Link((2,), (3,), score, "")])[3]
        assert (found.kind, found.flags) == (Kind.ADDITION, flags)


def test_a_headline_is_tagged_and_a_caption_is_not():
    roles = ([Role.BODY] * len(SOURCE), [Role.HEADLINE, Role.CAPTION, Role.BODY])
    links = [Link((0,), (0,), 0.95, ""), Link((1,), (1,), 0.95, ""), Link((4,), (2,), 0.95, "")]
    found = suggest(SOURCE, LEAD, links, roles=roles)
    assert [s.sentence for s in found if s.side is Side.REWRITE] == [0, 2]


def test_what_looks_back_is_background():
    kind, subkind, _ = tag("In 2019 a similar closure on Kerr Street lasted five months.")
    assert (kind, subkind) == (Kind.ADDITION, Subkind.BACKGROUND)


def test_a_judgement_is_interpretation():
    kind, subkind, _ = tag("It is the latest blow to a town already struggling.")
    assert (kind, subkind) == (Kind.ADDITION, Subkind.INTERPRETATION)


def test_a_pointer_to_another_page_is_service():
    kind, subkind, _ = tag("Read more: what do you think of the plan?")
    assert (kind, subkind) == (Kind.ADDITION, Subkind.SERVICE)


def test_a_quotation_of_its_own_is_a_new_quote_and_is_named():
    found = suggested("“My customers come by ferry anyway,” said barber Joe Lind.")
    assert (found.kind, found.subkind) == (Kind.ADDITION, Subkind.NEW_QUOTE)
    assert found.reason == "The source has no quotation like “My customers come by ferry anyway”."
