"""What became of the words between linked sentences, read as a person would read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.changes import What, changes
from desktop.text.drift import Drift, drift
from desktop.text.words import words


def told(source, rewrite):
    """The changes as (what, source words, rewrite words)."""
    texts = [source] if isinstance(source, str) else source
    return [
        (
            change.what.value,
            texts[change.sentence][change.source.start : change.source.end]
            if change.source
            else "",
            rewrite[change.rewrite.start : change.rewrite.end] if change.rewrite else "",
        )
        for change in changes(source, rewrite)
    ]


def test_the_same_sentence_is_kept_whole():
    sentence = "The bridge, built in 1961, carries about 9,000 vehicles a day."
    assert told(sentence, sentence) == [("kept", sentence[:-1], sentence[:-1])]


def test_typography_is_no_change():
    (change,) = told("“It’s Ortiz’s — really.”", "\"It's Ortiz's - really.\"")
    assert change[0] == "kept"


def test_russian_is_printed_with_and_without_the_dots():
    (change,) = told("Самолёт вернулся, и всё хорошо.", "Самолет вернулся, и все хорошо.")
    assert change[0] == "kept"


def test_a_replaced_an_added_and_a_dropped_word_are_named():
    assert told(
        "Inspectors found cracks in two support beams in October.",
        "Inspectors discovered cracks in two beams in early October.",
    ) == [
        ("kept", "Inspectors", "Inspectors"),
        ("changed", "found", "discovered"),
        ("kept", "cracks in two", "cracks in two"),
        ("dropped", "support", ""),
        ("kept", "beams in", "beams in"),
        ("added", "", "early"),
        ("kept", "October", "October"),
    ]


def test_words_that_changed_places_are_moved_not_dropped_and_added():
    assert told(
        "On Tuesday the council voted to close the bridge.",
        "The council voted to close the bridge on Tuesday.",
    ) == [
        ("kept", "the council voted to close the bridge", "The council voted to close the bridge"),
        ("moved", "On Tuesday", "on Tuesday"),
    ]


def test_an_inflected_word_answers_its_stem():
    found = told("The council votes on repairs.", "The council voted on repair.")
    assert ("changed", "votes", "voted") in found
    assert ("changed", "repairs", "repair") in found


def test_function_words_between_larger_changes_are_no_confetti():
    found = told(
        "Angry residents of the old harbour district marched to the town hall at noon.",
        "Several hundred fishermen of the island chain sailed into the capital overnight.",
    )
    assert not any(what == "kept" and "of the" in words for what, words, _ in found)


def test_a_function_word_between_single_words_stays():
    assert told("The cat of John sat.", "The dog of Mary sat.") == [
        ("kept", "The", "The"),
        ("changed", "cat", "dog"),
        ("kept", "of", "of"),
        ("changed", "John", "Mary"),
        ("kept", "sat", "sat"),
    ]


def test_several_source_sentences_answer_one_rewrite_sentence():
    source = ["The bridge will close for nine weeks.", "The closure begins on 3 March."]
    found = changes(source, "The bridge will close for nine weeks on 3 March.")
    assert [(change.what, change.sentence) for change in found if change.what is What.KEPT] == [
        (What.KEPT, 0),
        (What.KEPT, 1),
    ]


def test_stretches_of_very_different_length_do_not_stand_for_each_other():
    found = told("It closes.", "It has now been shut for nine long weeks by the city.")
    assert "changed" not in [what for what, _, _ in found]


@pytest.mark.parametrize("texts", [("", ""), ("", "New words."), ("Old words.", ""), ([], "New.")])
def test_an_empty_side_is_all_added_or_all_dropped(texts):
    kinds = {change.what for change in changes(*texts)}
    assert kinds <= {What.ADDED, What.DROPPED}


WORDS = st.lists(
    st.sampled_from(
        ["the", "of", "a", "bridge", "bridges", "closed", "9,000", "März", "Al's", "桥"]
    ),
    max_size=14,
).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=3), WORDS)
def test_every_word_of_either_side_is_in_exactly_one_change(source, rewrite):
    found = changes(source, rewrite, "en")
    for at, text in enumerate(source):
        spans = [change.source for change in found if change.source and change.sentence == at]
        for word in words(text):
            assert sum(span.start <= word.start and word.end <= span.end for span in spans) == 1
    spans = [change.rewrite for change in found if change.rewrite]
    assert spans == sorted(spans)
    for word in words(rewrite):
        assert sum(span.start <= word.start and word.end <= span.end for span in spans) == 1


def asked(source, rewrite, **more):
    return [(hint.drift, hint.question) for hint in drift(source, rewrite, **more)]


@pytest.mark.parametrize(
    ("source", "rewrite", "kind", "words"),
    [
        (
            "It carries 9,000 cars.",
            "It carries 9,500 cars.",
            Drift.NUMBER,
            "Is “9,500” still right?",
        ),
        ("It carries about 9,000 cars.", "It carries 9,000 cars.", Drift.HEDGE, "about 9,000"),
        ("He allegedly stole it.", "He stole it.", Drift.HEDGE, "allegedly stole"),
        ("It could reopen in May.", "It will reopen in May.", Drift.HEDGE, "“will reopen” alone"),
        ("It closes in March.", "It closes in May.", Drift.DATE, "The source says “March”"),
        ("It closed on Monday.", "It closed on Friday.", Drift.DATE, "Is “Friday” still right?"),
        ("The mayor agreed.", "The mayor, Ines Calder, agreed.", Drift.NAME, "“Ines Calder”"),
        ("It is not safe.", "It is safe.", Drift.NEGATION, "The source says “not safe”"),
        ("It is safe.", "It is not safe.", Drift.NEGATION, "The rewrite says “not safe”"),
        (
            "He said it was late.",
            "He admitted it was late.",
            Drift.SAYING,
            "“said” became “admitted”",
        ),
        (
            "Es kamen etwa 900 auf den Platz.",
            "Es kamen 900 auf den Platz.",
            Drift.HEDGE,
            "etwa 900",
        ),
    ],
)
def test_what_drifts_is_asked_about(source, rewrite, kind, words):
    ((found, question),) = asked(source, rewrite)
    assert (found, words in question, question[-1]) == (kind, True, "?")


@pytest.mark.parametrize(
    ("source", "rewrite", "asked_for"),
    [
        ("It may close.", "Closing costs money; it will close.", "“will close”"),
        ("It may close.", "If it will, close the door.", "“close”"),
        ("Police could not find him.", "Police did not find him.", None),
        ("They could not know.", "They have no way of knowing.", None),
    ],
)
def test_a_lost_doubt_is_asked_about_where_it_was(source, rewrite, asked_for):
    found = [question for kind, question in asked(source, rewrite) if kind is Drift.HEDGE]
    assert [asked_for in question for question in found] == ([True] if asked_for else [])


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("It carries 9,000 cars.", "Nine thousand cars use it."),
        ("It costs 2.4 million.", "The cost: 2,400,000."),
        ("Sixty-four students came.", "64 students came."),
        ("It closed in Dec.", "It closed in December."),
        ("It is not safe.", "It was never safe."),
        ("He said it.", "It was late, he said."),
        ("He warned them.", "He warned of it."),
        ("About 9,000 cars.", "Some 9,000 cars."),
        ("The ministry said it today.", "The ministry said it on Tuesday."),
        ("Talks with the U.S. were held.", "Talks between it and the U.S were held."),
        ("The ferry was making 14 knots in the fog.", "In the fog the ferry was doing 16mph."),
    ],
)
def test_what_stays_the_same_is_not_asked_about(source, rewrite):
    assert asked(source, rewrite) == []


def test_a_name_or_number_that_stands_elsewhere_in_the_source_is_no_news():
    assert asked("He agreed.", "And Calder agreed.", elsewhere=["Ines Calder spoke."]) == []
    assert asked("He agreed.", "He agreed to 45 days.", elsewhere=["It takes 45 days."]) == []


def test_a_score_is_not_taken_for_a_date_and_figures_keep_their_signs():
    vote = "The council voted 7-4 to close it for nine weeks."
    (hint,) = drift(vote, "It will shut for nine weeks from 3 March.")
    assert hint.question == "“3” is not in the source. Where does the number come from?"
    (hint,) = drift("It costs $2.75, up 31%.", "It costs $2.70, up 31 percent.")
    assert hint.question == "The source says “$2.75”. Is “$2.70” still right?"
