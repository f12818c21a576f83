"""Quotations are held against the source word by word, and against who said them."""

import pytest

from desktop.text.align import Link
from desktop.text.check import check
from desktop.text.lexicon import lexicon
from desktop.text.wording.attributions import attributions
from desktop.text.wording.reading import readings
from desktop.text.wording.traces import Fate

SOURCE = (
    "“We will not close the bridge before March, and we have told the shops so,” Calder said.",
    "Tom Reyes, a councillor, disagreed.",
    "“Nobody asked us,” said bakery owner Lena Ortiz.",
    "“The shops will lose their best month,” she added.",
)


def checked(rewrite, link=0):
    (found,) = check(SOURCE, (rewrite,), [Link((link,), (0,), 1.0, "")])
    return found


def fates(rewrite, link=0):
    return set(checked(rewrite, link).fates)


def test_the_same_words_are_identical():
    found = checked("“Nobody asked us,” said Lena Ortiz.", 2)
    assert found.fates == (Fate.IDENTICAL,)
    assert found.source == 2
    assert SOURCE[2][found.source_span.start : found.source_span.end] == "Nobody asked us"


def test_other_marks_and_capitals_are_typography_only():
    same = (
        "'we will not close the Bridge before March – and we have told the shops so', Calder said."
    )
    assert fates(same) == {Fate.TYPOGRAPHY}


def test_a_word_dropped_inside_is_a_cut_and_is_named():
    found = checked("“The shops will lose their month,” she added.", 3)
    assert found.fates == (Fate.CUT,)
    assert found.findings == ("“best” is left out of the quotation.",)


def test_a_half_that_nobody_took_over_is_a_cut():
    found = checked("“We will not close the bridge before March,” Calder said.")
    assert found.fates == (Fate.CUT,)
    assert "“and we have told the shops so” is left out" in found.findings[0]


def test_a_half_that_the_next_sentence_takes_over_is_no_cut():
    halves = (
        "“We will not close the bridge before March,” Calder said.",
        "“And we have told the shops so,” she went on.",
    )
    links = [Link((0,), (0,), 1.0, ""), Link((0,), (1,), 1.0, "")]
    assert [
        set(found.fates)
        for found in check(
            SOURCE,
            ("First.", "Second.", "Third.", *halves),
            [link._replace(rewrite=(link.rewrite[0] + 3,)) for link in links],
        )
    ] == [{Fate.IDENTICAL}, {Fate.TYPOGRAPHY}]


def test_a_word_replaced_or_added_is_altered_and_both_are_named():
    assert checked("“Nobody told us,” said Lena Ortiz.", 2).fates == (Fate.NEW,)  # too little left
    found = checked("“The shops will lose their worst month,” she added.", 3)
    assert found.fates == (Fate.ALTERED,)
    assert found.findings == ("Inside the quotation “worst” stands for “best”.",)
    found = checked("“Nobody ever asked us,” said Lena Ortiz.", 2)
    assert found.fates == (Fate.ALTERED,)
    assert found.findings == ("Inside the quotation “ever” is added.",)


def test_a_dropped_not_is_altered_not_cut():
    found = checked(
        "“We will close the bridge before March, and we have told the shops so,” Calder said."
    )
    assert found.fates == (Fate.ALTERED,)
    assert "opposite" in found.findings[0]


def test_two_utterances_in_one_pair_of_marks_are_merged():
    merged = (
        "“We will not close the bridge before March, and the shops will lose their best month,”"
    )
    assert Fate.MERGED in fates(merged + " Calder said.")


def test_a_small_word_of_the_first_utterance_does_not_hide_the_second():
    source = (
        "“We had a strong wind off the sea, and for half an hour we could not be sure,” she said.",
        "“My crews did well, and we were also lucky, because the wind went round.”",
    )
    (found,) = check(
        source,
        ("“We had a strong wind off the sea, and we were lucky,” she said.",),
        [Link((0, 1), (0,), 1.0, "")],
    )
    assert set(found.fates) == {Fate.CUT, Fate.MERGED}


@pytest.mark.parametrize(
    ("first", "second", "rewrite", "findings"),
    [
        (
            "“We will repair the road because that is what we do,” said Mayor Ann Lee.",
            "Reyes said that is what we were told to do.",
            "“We will repair the road, and that is what we do,” Lee said.",
            ("Inside the quotation “and” stands for “because”.",),
        ),
        (
            "“We did what we had to do and that is it,” said Mayor Ann Lee.",
            "“We did what we had to do, so that is it,” said Tom Reyes.",
            "“We did what we had to do. That is it,” Lee said.",
            ("“and” is left out of the quotation.",),
        ),
    ],
)
def test_small_words_that_another_sentence_has_as_well_are_no_second_utterance(
    first, second, rewrite, findings
):
    (found,) = check((first, second), (rewrite,), [Link((0,), (0,), 1.0, "")])
    assert (found.source, found.findings) == (0, findings)


def test_a_word_moved_to_the_front_is_not_added():
    source = (
        "“We will hand out the keys to all the families who have waited so long, and we will do it "
        "in this hall tomorrow,” she said."
    )
    rewrite = (
        "“Tomorrow we will hand out the keys to all the families who have waited so long,” she "
        "said."
    )
    (found,) = check((source,), (rewrite,), [Link((0,), (0,), 1.0, "")])
    assert found.findings[0] == "The words inside the quotation stand in another order."


def test_a_word_from_afar_does_not_tear_a_quotation_apart():
    source = (
        "“I can't say that any job will be the same, but I can promise that nobody will read about "
        "theirs in the paper first,” he said."
    )
    (found,) = check(
        (source,),
        ("“I can promise that nobody will read about their job in the paper first,” he said.",),
        [Link((0,), (0,), 1.0, "")],
    )
    assert found.findings == (
        "Inside the quotation “their job” stands for “theirs”.",
        "“I can't say that any job will be the same, but” is left out of the quotation.",
    )


def test_another_speaker_is_named():
    found = checked("“Nobody asked us,” said Tom Reyes.", 2)
    assert Fate.ATTRIBUTION in found.fates
    assert found.findings == ("The source has another speaker here: “bakery owner Lena Ortiz”.",)


def test_somebody_vaguer_is_another_speaker_and_a_role_is_not():
    assert Fate.ATTRIBUTION in fates("“Nobody asked us,” local businesses said.", 2)
    assert fates("“Nobody asked us,” the bakery owner said.", 2) == {Fate.IDENTICAL}


def test_a_stronger_verb_is_a_change_of_attribution():
    found = checked("“Nobody asked us,” fumed Lena Ortiz.", 2)
    assert found.fates == (Fate.IDENTICAL, Fate.ATTRIBUTION)
    assert found.findings == ("“fumed” stands where the source has “said”, and is less neutral.",)


def test_a_quotation_of_the_rewrites_own_is_new():
    found = checked("“I will sue the city,” said Lena Ortiz.", 2)
    assert (found.fates, found.source) == ((Fate.NEW,), None)


def test_he_said_between_two_halves_is_no_loss():
    source = ("“The work is hard,” she said, “but it must be done before the winter.”",)
    rewrite = ("“The work is hard, but it must be done before the winter,” she said.",)
    (found,) = check(source, rewrite)
    assert found.fates == (Fate.TYPOGRAPHY,)


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("ru", "«Я не буду искать виноватых», — заявила она журналистам.", "она"),
        ("en", "“We are looking into it,” said she to the reporters.", "she"),
        ("en", "“We are looking into it,” said Ann Lee of the board.", "Ann Lee of the board"),
    ],
)
def test_who_speaks_ends_with_a_pronoun(language, sentence, speaker):
    lists = lexicon(language)
    (reading,) = readings((sentence,), lists)
    (said,) = attributions(reading, lists)
    assert reading.said(said.speaker) == speaker


def test_a_verb_that_is_drawn_together_is_another_word_and_named():
    source = ("“I felt perfectly well, and that is what frightens me now,” Ortiz said.",)
    rewrite = ("“I felt perfectly well, and that's what frightens me now,” Ortiz said.",)
    (found,) = check(source, rewrite)
    assert found.fates == (Fate.ALTERED,)
    assert found.findings == ("Inside the quotation “that's” stands for “that is”.",)


def test_what_a_second_utterance_lost_is_a_cut():
    source = (
        "“We have asked the engineers from the capital to look at the bridge and the northern ramp"
        " again,” Calder said.",
        "“If it does not hold, we will say so openly and close it for good.”",
    )
    rewrite = (
        "“We have asked the engineers from the capital to look at the bridge and the northern ramp"
        " again, and if it does not hold, we will close it for good,” Calder said.",
    )
    (found,) = check(source, rewrite)
    assert {Fate.MERGED, Fate.CUT} <= set(found.fates)
    assert "“say so openly and” is left out of the quotation." in found.findings


def test_a_common_phrase_makes_no_loss_of_the_rest_of_another_quotation():
    source = (
        "“We looked at the plan again and again, and in the end we could not say yes,” he said.",
        "“At the end of the day, the town has to pay for it, and I do not know how,” Ortiz said.",
    )
    rewrite = (
        "“At the end of the day we looked at the plan again and again, and in the end we could not"
        " say yes,” he said.",
    )
    (found,) = check(source, rewrite)
    assert not any("left out" in finding for finding in found.findings)


def test_what_another_quotation_of_the_first_sentence_has_is_not_left_out():
    source = ("“If it does not hold, we will say so openly and close it for good,” Calder said.",)
    rewrite = (
        "“If it does not hold, we will say so,” Calder said, and promised to do it “openly and"
        " close it for good”.",
    )
    assert [one.findings for one in check(source, rewrite)] == [
        ("The same words as in the source.",)
    ] * 2
