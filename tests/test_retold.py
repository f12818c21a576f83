"""What became of doubts, units and words that exclude each other, in sentences told anew."""

import pytest

from desktop.text.check import check
from desktop.text.codebook import Flag, Kind, Subkind
from desktop.text.drift import Drift, drift
from desktop.text.wording.traces import Fate
from tests.suggested import flags_of, suggested_for


@pytest.mark.parametrize(
    ("source", "rewrite", "why"),
    [
        ("Up to 400 people may lose their jobs at the mill.",
         "Up to 400 people will lose their jobs at the mill.",
         "The source says “may lose”, the rewrite “will lose”."),
        ("The work on the bridge is expected to take nine weeks.",
         "The work on the bridge will take nine weeks.",
         "The source says “is expected to take”, the rewrite “will take”."),
        ("Children under 16 may be banned from the park.",
         "Children under 16 will be banned from the park.",
         "The source says “may be banned”, the rewrite “will be banned”."),
        ("The house cost 500 euros and was built in May.",
         "The house cost 500 dollars and was built in May.",
         "The source says “500 euros”, the rewrite “500 dollars”."),
        ("Profits of the mill rose by three percentage points in May.",
         "Profits of the mill rose by three percent in May.",
         "The source says “three percentage points”, the rewrite “three percent”."),
        ("About 12,000 people came to the fair in Harlow.",
         "More than 12,000 people came to the fair in Harlow.",
         "The source says “About 12,000”, the rewrite “More than 12,000”."),
        ("Two of the suspects were acquitted of murder in Harlow.",
         "Two of the suspects were convicted of murder in Harlow.",
         "The source says “acquitted”, the rewrite “convicted”."),
        ("“It is over,” Ann Reed said on Monday.", "“It’s over,” Ann Reed said on Monday.",
         "Inside the quotation “It’s” stands for “It is”."),
        ("“I will not resign,” Ann Reed said.", "“I won’t resign,” Ann Reed said.",
         "Inside the quotation “won’t” stands for “will not”."),
        ("Die Miete stieg im Mai um 3 Prozentpunkte.", "Die Miete stieg im Mai um 3 Prozent.",
         "The source says “3 Prozentpunkte”, the rewrite “3 Prozent”."),
        ("The rain slightly injured 12 people in Harlow on Monday.",
         "The rain seriously injured 12 people in Harlow on Monday.",
         "The source says “slightly”, the rewrite “seriously”."),
        ("Bei dem Unfall wurden zwölf Menschen leicht verletzt.",
         "Bei dem Unfall wurden zwölf Menschen schwer verletzt.",
         "The source says “leicht”, the rewrite “schwer”."),
        ("Arson cannot be ruled out as the cause of the fire.", "Arson was the cause of the fire.",
         "The source says “cannot be ruled out as the cause”; here the doubt is gone."),
        ("Eine Brandstiftung als Ursache ist nicht ausgeschlossen, sagte Hansen.",
         "Eine Brandstiftung sei die Ursache, sagte Hansen.",
         "The source says “nicht ausgeschlossen”; here the doubt is gone."),
    ],
)  # fmt: skip
def test_what_is_told_otherwise_is_altered_and_named(source, rewrite, why):
    found = suggested_for(source, rewrite)
    assert Flag.ALTERED in found.flags
    assert why in found.reason


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("The interest rate was raised from 4.25% to 4.5% on Thursday.",
         "The rate rose a quarter point to 4.5% on Thursday."),
        ("The house cost 500 euros in May.", "In May the house cost €500."),
        ("The share fell by 28 percent to 12 euros.", "The share is worth €28 less than in May."),
        ("The group turned over £268 million in Harlow.", "In Harlow it turned over £268m."),
        ("More than 12,000 people came to the fair.", "Over 12,000 people came to the fair."),
        ("The next vote in Harlow is on May 12.", "May 12 is the date of the next vote in Harlow."),
    ],
)  # fmt: skip
def test_what_is_told_in_another_way_is_not_altered(source, rewrite):
    assert Flag.ALTERED not in flags_of(source, rewrite)


def test_two_utterances_are_counted_together():
    found = suggested_for(
        "“We will review every contract,” said Ann Reed. “Nobody will lose a job,” she added.",
        "“We will review every contract and nobody will lose a job,” said Ann Reed.",
    )
    assert "10 of the 11 words inside its quotation marks are in source sentence 1." in found.reason


@pytest.mark.parametrize("sentence", ["He resigned.", "Reaction"])
def test_a_sentence_of_two_words_is_copied_as_well(sentence):
    found = suggested_for(sentence, sentence)
    assert (found.kind, found.subkind) == (Kind.QUOTE, Subkind.COPIED)


def test_what_the_paper_puts_into_a_quotation_was_not_said_because_it_stands_beside_it():
    source = "“It is safe,” Ann Reed said of the bridge."
    (found,) = check([source], ["“[The bridge] is safe,” Ann Reed said."])
    assert found.fates == (Fate.ALTERED,)
    assert found.findings == ("Inside the quotation “The bridge” stands for “It”.",)


def test_a_speaker_is_named_without_the_verb():
    words = "“The way between these two capitals is two hours by train.”"
    source = f"Teresa Vaun, the head of the office, said: {words}"
    found = suggested_for(source, f"“Trains are quick,” a spokesman said, adding: {words}")
    assert "“Teresa Vaun”; here it is “a spokesman”." in found.reason


def asked(source, rewrite, drifted):
    return [hint.question for hint in drift(source, rewrite) if hint.drift is drifted]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("A quarter of the pupils own a phone.", "Of the pupils 25 percent own a phone."),
        ("Two in five of the pupils own a phone.", "Of the pupils 40% own a phone."),
        ("Von den Schülern hat jeder fünfte ein Handy.", "20 Prozent der Schüler haben ein Handy."),
        ("Half of the pupils own a phone.", "One in two pupils owns a phone."),
    ],
)  # fmt: skip
def test_the_same_proportion_in_other_words_is_no_question(source, rewrite):
    assert asked(source, rewrite, Drift.NUMBER) == []


def test_a_rounded_proportion_is_held_against_the_one_it_stands_for():
    source = "A survey found that 38 percent of pupils own a phone."
    assert asked(source, "Four in ten pupils own a phone, a survey says.", Drift.NUMBER) == [
        "The source says “38 percent”. Is “Four in ten” still right?"
    ]


def test_shares_that_answer_none_of_the_source_are_asked_about():
    source = "Turnout was 40 per cent on Sunday, said Ann Lee."
    assert asked(source, "Of the ballots 12 per cent were spoilt.", Drift.NUMBER) == [
        "“12 per cent” is not in the source. Where does the number come from?"
    ]
    told = "Two thirds of men and half of women voted."
    assert asked("Two thirds of men voted.", told, Drift.NUMBER) == []


def test_points_are_no_view_of_somebody():
    source = "Rates may rise by 2 percentage points in May."
    assert asked(source, "Rates will rise by 2 percentage points in May.", Drift.HEDGE) == [
        "The source says “may rise by 2”. Is “will rise by 2” alone still right?"
    ]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Bei dem Unfall wurden zwei Mädchen verletzt.",
         "Bei dem Unfall wurden zwei junge Frauen verletzt."),
        ("The firm was fined for illegal dumping in the river.",
         "The city took legal action over dumping in the river."),
    ],
)  # fmt: skip
def test_words_that_only_look_like_opposites_are_not_altered(source, rewrite):
    assert Flag.ALTERED not in flags_of(source, rewrite)


def test_half_a_contraction_may_be_either_verb():
    source = "“It has been a bad day,” Ann Reed said."
    (found,) = check([source], ["“It’s been a bad day,” Ann Reed said."])
    assert Fate.ALTERED in found.fates
    assert "“It’s” stands for “It has”" in found.findings[0]


def test_the_capitals_of_a_headline_are_no_names_and_those_of_a_list_are():
    source = "The council will close the pool."
    assert asked(source, "COUNCIL PULLS PLUG ON BELOVED POOL", Drift.NAME) == []
    assert asked(source, "Council Pulls the Plug on Beloved Pool", Drift.NAME) == []
    assert asked(source, "The council will close the pool, Ann Reed said.", Drift.NAME) == [
        "“Ann Reed” is not in the source. Is this the same person, place or group?"
    ]


def test_a_doubt_is_asked_about_with_the_will_in_its_place():
    source = "The work on the bridge is expected to take nine weeks."
    assert asked(source, "The work on the bridge will take nine weeks.", Drift.HEDGE) == [
        "The source says “expected to take nine”. Is “will take nine” alone still right?"
    ]
    assert asked(source, "Engineers think the work will take nine weeks.", Drift.HEDGE) == []
