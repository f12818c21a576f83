"""Suggested flags follow the codebook: what is cut, altered, said by others, or told louder."""

import pytest

from desktop.text.align import Link
from desktop.text.codebook import Flag, Kind, Side
from desktop.text.suggest import suggest
from tests.suggested import (
    COPIED,
    LEAD,
    PARAPHRASE,
    SOURCE,
    SPEECH,
    beside,
    flags_of,
    suggested,
    tag,
)


def test_an_altered_quotation_is_a_quote_and_altered():
    assert tag("“Nobody asked us anything,” said bakery owner Lena Ortiz.", 6) == (
        *SPEECH,
        {Flag.ALTERED},
    )


def test_a_capital_without_its_accent_is_the_same_word():
    source = '"A deux secondes près, je ne serais pas là", a dit Solène Marchadier lundi.'
    rewrite = "« À deux secondes près, je ne serais pas là », a dit Solène Marchadier."
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert (found.kind, found.flags) == (Kind.QUOTE, ())


@pytest.mark.parametrize(
    ("source", "rewrite", "flag"),
    [
        ("“We lost one child in the flood,” said Anna Berg on Monday.",
         "“We lost child in the flood,” said Anna Berg on Monday.", Flag.CUT),
        ("„Die Bar ist zu, und keiner weiß warum“, sagte die Frau von Berg.",
         "„Die Bär ist zu, und keiner weiß warum“, sagte die Frau von Berg.", Flag.ALTERED),
    ],
)  # fmt: skip
def test_a_count_and_an_umlaut_are_words_and_no_print(source, rewrite, flag):
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert found.flags == (flag,)


def test_one_of_three_quoted_words_replaced_is_altered_too():
    found = suggested("Calder said that they had looked at keeping “one road open” and gave up.", 3)
    assert Flag.ALTERED in found.flags
    assert "“road” stands for “lane”" in found.reason
    kept = "Calder said that they had looked at keeping “one lane open” and gave up."
    assert Flag.ALTERED not in suggested(kept, 3).flags


@pytest.mark.parametrize("between", [", … ", " ", " [...] "])
def test_a_cut_quotation_is_a_quote_and_cut_with_or_without_an_ellipsis(between):
    sentence = (
        f"“We looked at keeping one lane open{between}but it would not be safe,” Calder said."
    )
    assert tag(sentence, 3) == (*SPEECH, {Flag.CUT})


def test_copied_narration_is_cut_where_a_part_is_gone_not_where_other_words_stand_for_it():
    cut = "Inspectors found cracks in two support beams in October."
    assert tag(cut, 7) == (*COPIED, {Flag.CUT})
    replaced = "Bus routes 4 and 11 will be diverted through Fenwick Lane."
    assert Flag.CUT not in tag(replaced, 9)[2]
    links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4, 9))]
    more = (*LEAD, "Bus routes 4 and 11 will be diverted through Fenwick Lane and Hill Road.")
    found = suggest(SOURCE, more, links)
    assert not any(Flag.CUT in one.flags for one in found if one.sentence == 3)


def suggested_for_all(*source, rewrite):
    links = [Link(tuple(range(len(source))), (0,), 0.95, "")]
    return next(s for s in suggest(source, [rewrite], links) if s.side is Side.REWRITE)


def test_what_is_left_out_of_the_second_of_two_joined_sentences_is_cut():
    found = suggested_for_all(
        "The school gym in the old town will be closed on Monday for about nine weeks.",
        "Pupils go to the sports hall, though parents in two villages object to long bus rides.",
        rewrite="The school gym in the old town will be closed on Monday for about nine weeks and"
        " pupils go to the sports hall.",
    )
    assert found.flags == (Flag.CUT,)
    assert "object to long bus rides” is left out." in found.reason


def test_a_copied_denial_is_not_called_denied_by_nobody():
    found = suggested_for_all(
        "The bridge will open to buses and cars in June.",
        "It will not open to cars on Sundays.",
        rewrite="The bridge will open to buses and cars in June, it will not open to cars on"
        " Sundays.",
    )
    assert (found.kind, found.flags) == (Kind.QUOTE, ())


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Fines will range from £50 to £300, but the city will only issue warnings.",
         "Who lights up faces a penalty of as much as £300."),
        ("Disinfectant applied with a cloth was not linked to wheezing, the study found.",
         "Disinfectant applied with a cloth was not linked to wheezing."),
    ],
)  # fmt: skip
def test_the_top_of_a_range_and_a_source_that_goes_are_neither_altered_nor_cut(source, rewrite):
    assert flags_of(source, rewrite).isdisjoint({Flag.ALTERED, Flag.CUT})


def test_a_doubt_about_a_number_is_missed_although_the_hedge_stayed():
    source = "A study found that smoke could contribute to some 20 early deaths a year."
    assert Flag.ALTERED in flags_of(source, "Smoke is behind some 20 early deaths a year.")
    assert Flag.ALTERED not in flags_of(source, "Smoke may be behind some 20 early deaths.")


@pytest.mark.parametrize(
    ("source", "rewrite", "lost"),
    [
        ("The strike at the port will go on until Friday evening at the earliest.",
         "The strike at the port will go on until Friday evening.", "at the earliest"),
        ("Die Gewerkschaft GEW begrüßte den Vorstoß der Regierung grundsätzlich am Montag.",
         "Die Gewerkschaft GEW begrüßte den Vorstoß der Regierung am Montag.", "grundsätzlich"),
        ("De schade aan de dijk is bijna drie keer zo groot als in 2021.",
         "De schade aan de dijk is drie keer zo groot als in 2021.", "bijna"),
    ],
)  # fmt: skip
def test_a_hedge_left_out_of_copied_words_is_a_cut(source, rewrite, lost):
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert (found.kind, found.flags) == (Kind.QUOTE, (Flag.CUT,))
    assert f"“{lost}” is left out." in found.reason


def test_another_hedge_in_its_place_is_no_cut():
    source = "The strike at the port will go on until Friday evening at the earliest."
    assert Flag.CUT not in flags_of(
        source, "The strike at the port may go on until Friday evening."
    )


def test_who_is_no_longer_named_is_no_part_that_was_cut():
    told = "Many parents want to reach their child on the way to school"
    assert Flag.CUT not in flags_of(f"{told}, said chairwoman Miriam Oltmanns.", f"{told}.")


def test_what_is_left_out_is_named_with_its_small_words():
    source = "The lashers, who secure containers on board ships, demand a full correction."
    rewrite = "The lashers, who secure containers, demand a full correction."
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert "“on board ships” is left out." in found.reason


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("A survey found that 38 per cent of pupils own a phone.",
         "More than half of pupils own a phone, a survey found."),
        ("Nach einer Umfrage besitzen 38 Prozent der Drittklässler ein eigenes Smartphone.",
         "Mehr als die Hälfte der Drittklässler besitzt ein eigenes Smartphone."),
        ("A similar request was rejected in 2022.", "A similar request was granted in 2022."),
    ],
)  # fmt: skip
def test_another_share_of_the_same_and_the_opposite_word_are_altered(source, rewrite):
    assert Flag.ALTERED in flags_of(source, rewrite)


def test_a_word_that_only_moved_is_not_called_added():
    said = "“We hope that {} for the bus on Monday,” said Lena Ortiz."
    found = beside(said.format("they were waiting"), said.format("were they waiting"))
    assert Flag.ALTERED in found.flags
    assert "The words inside the quotation stand in another order." in found.reason


def test_a_condition_that_is_gone_is_a_cut():
    source = "The striker is due to have a medical on Thursday and to sign until June if he passes."
    rewrite = "The striker is due to have a medical on Thursday and to sign until June."
    found = suggest((source,), (rewrite,), [Link((0,), (0,), 0.95, "")])
    assert found[0].flags == (Flag.CUT,)
    assert "“if he passes” is left out" in found[0].reason


def test_loaded_words_for_a_supported_claim_are_a_shift_of_tone():
    sentence = "Ugly cracks in two of its support beams shocked inspectors in October."
    assert tag(sentence, 7) == (*PARAPHRASE, {Flag.TONE_SHIFT})


def test_a_wrong_number_in_a_reworded_sentence_is_altered_not_added():
    sentence = "A state grant pays most of the cost of the work, which is $2.8 million."
    assert tag(sentence, 4) == (*PARAPHRASE, {Flag.ALTERED})


def test_a_bound_that_is_lifted_is_altered_and_an_about_that_is_lost_is_not():
    assert tag("Each day 9,000 vehicles use the bridge of 1961.", 8)[2] == {Flag.ALTERED}
    assert tag("The cost of the work is $2.4 million, mostly from a state grant.", 4)[2] == set()


def test_a_bound_that_is_lifted_from_a_copied_sentence_is_cut():
    found = suggested("The bridge, built in 1961, carries 9,000 vehicles a day.", 8)
    assert (found.kind, found.flags) == (Kind.QUOTE, (Flag.CUT,))
    assert "The source says “up to 9,000”, the rewrite “9,000”." in found.reason


def test_two_utterances_in_one_pair_of_marks_are_merged():
    sentence = "“The closure will begin on 3 March and nobody asked us,” said Ines Calder."
    assert Flag.MERGED_QUOTES in tag(sentence, 2, 6)[2]
