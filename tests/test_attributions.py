"""Who answers for what is told: speakers changed, dropped, or named by another word."""

import pytest

from desktop.text.align import Link
from desktop.text.codebook import Flag, Side
from desktop.text.suggest import suggest
from tests.suggested import (
    PARAPHRASE,
    SPEECH,
    beside,
    flags_of,
    suggested_for,
    tag,
)


@pytest.mark.parametrize(
    "attribution",
    [
        "said Tom Reyes",
        "local businesses said",
        "fumed bakery owner Lena Ortiz",
        "Tom Reyes trilled",
    ],
    ids=["other", "vaguer", "stronger verb", "other, by a rare verb"],
)
def test_the_same_quotation_by_another_speaker_has_its_attribution_changed(attribution):
    found = tag(f"“Nobody asked us,” {attribution}.", 6)
    assert found == (*SPEECH, {Flag.ATTRIBUTION_CHANGED})


def test_the_same_speaker_by_a_rare_verb_is_no_change():
    assert tag("“Nobody asked us,” Lena Ortiz trilled.", 6) == (*SPEECH, set())


def test_an_attributed_claim_told_as_fact_has_lost_its_attribution():
    sentence = "Shops near the site were never consulted by anyone."
    assert tag(sentence, 5) == (*PARAPHRASE, {Flag.ATTRIBUTION_DROPPED})


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ("The two countries share a 640-kilometre border and a water treaty that expires in June",
         ", and officials on both sides said talks on it had not been cancelled."),
        ("Geplant sind 14 Anlagen mit einer Höhe von 246 Metern",
         ", die nach Angaben des Investors jährlich 215 Millionen Kilowattstunden liefern."),
    ],
)  # fmt: skip
def test_who_answers_for_what_is_left_out_is_not_missed(told, left_out):
    lead = ["Talks go on", "One.", "Two."]
    links = [Link((0,), (at,), 0.95, "") for at in range(3)] + [Link((1,), (3,), 0.95, "")]
    found = suggest(["Talks go on", told + left_out], [*lead, told + "."], links)
    [flags] = [s.flags for s in found if (s.side, s.sentence) == (Side.REWRITE, 3)]
    assert Flag.ATTRIBUTION_DROPPED not in flags


def test_an_official_for_somebody_with_a_name_behind_a_role_is_another_speaker():
    words = "“The way between these two capitals is two hours by train,”"
    source = f"{words} its secretary general, Teresa Vaun, said in a statement."
    assert flags_of(source, f"{words} one of its officials said.") == {Flag.ATTRIBUTION_CHANGED}
    assert flags_of(source, f"{words} Teresa Vaun said.") == set()


@pytest.mark.parametrize(
    ("source", "rewrite", "lost"),
    [
        ("54 Prozent sind für das Verbot; die übrigen äußerten sich nicht.",
         "Für das Verbot sind 54 Prozent.", False),
        ("The old road will close in June, said Ines Calder.",
         "In June they close the old road.", True),
        ("La route sera fermée en juin, a dit Anne Roy.", "En juin la route ferme.", True),
        ("Der Rat tagte drei Stunden lang, und Müller sagte, die Brücke sei zu alt.",
         "Drei Stunden lang hat der Rat getagt.", False),
        ("Der Rat tagte drei Stunden lang, und Müller sagte, die Brücke sei zu alt.",
         "Die Brücke ist zu alt.", True),
    ],
)  # fmt: skip
def test_who_answers_for_what_is_told_apart(source, rewrite, lost):
    lead = ["Talks go on", "One.", "Two."]
    links = [Link((0,), (at,), 0.95, "") for at in range(3)] + [Link((1,), (3,), 0.95, "")]
    found = suggest(["Talks go on", source], [*lead, rewrite], links)
    [flags] = [s.flags for s in found if (s.side, s.sentence) == (Side.REWRITE, 3)]
    assert (Flag.ATTRIBUTION_DROPPED in flags) is lost


def test_a_speaker_behind_the_verb_is_not_one_who_was_told():
    words = "„Die Brücke wird im Mai wieder für alle geöffnet“, sagte"
    source = f"{words} Jannik Thoma am Montag."
    assert flags_of(source, f"{words} Geschäftsführer Jannik Thoma.") == set()


def test_an_article_that_could_be_a_pronoun_is_no_speaker():
    lead = ["Cierre del puente", "Uno.", "Dos."]
    source = "“El puente de hierro cerrará en mayo”, dijo la alcaldesa."
    links = [Link((0,), (at,), 0.95, "") for at in range(3)] + [Link((1,), (3,), 0.95, "")]
    rewrite = "En mayo cerrará el puente de hierro."
    found = suggest(["Cierre del puente", source], [*lead, rewrite], links)
    [reason] = [s.reason for s in found if (s.side, s.sentence) == (Side.REWRITE, 3)]
    assert "The source names who says this (“la alcaldesa”)" in reason


def test_somebody_vaguer_is_not_called_another_speaker():
    words = "“It is too early to speak of empty shelves,”"
    source = [f"{words} said Anna Körber of the Kiel institute.", "It was Monday."]
    (found, *_) = suggest(source, [f"{words} an economist said."], [Link((0,), (0,), 0.95, "")])
    assert found.flags == (Flag.ATTRIBUTION_CHANGED,)
    assert "“Anna Körber of the Kiel institute”; here it is “an economist”" in found.reason


def test_a_verb_that_the_source_has_itself_is_no_stronger_one():
    source = "“Lo denuncié porque el examen me había salido bien”, dijo la opositora Nerea Castaño."
    rewrite = "La opositora Nerea Castaño denunció el examen, que le había salido bien."
    assert Flag.ATTRIBUTION_CHANGED not in flags_of(source, rewrite)
    plain = "La opositora Nerea Castaño dijo que el examen le había salido bien."
    assert Flag.ATTRIBUTION_CHANGED in flags_of(plain, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite", "who"),
    [
        (
            "The cracks are two metres long and reach the second pillar, according to Harlow Labs.",
            "The two metres of cracks reach the second pillar.",
            "Harlow Labs",
        ),
        (
            "Per la scuola di Pieve il Comune ha speso, secondo il sindaco Rossi, 40 mila euro.",
            "Il Comune ha speso 40 mila euro per la scuola di Pieve.",
            "il sindaco Rossi",
        ),
    ],
)
def test_who_is_cited_stands_behind_the_word_that_cites(source, rewrite, who):
    links = [Link((0,), (at,), 0.95, "") for at in range(4)]
    found = suggest((source,), (*("Once upon a time.",) * 3, rewrite), links)
    last = next(s for s in found if s.side is Side.REWRITE and s.sentence == 3)
    assert Flag.ATTRIBUTION_DROPPED in last.flags
    assert f"The source names who says this (“{who}”)" in last.reason


def test_a_speaker_is_named_whole_with_title():
    said = "“The dust is harmless,” {}."
    found = beside(
        said.format("said Dr. Anand Pillai, who heads the clinic"), said.format("an official said")
    )
    assert Flag.ATTRIBUTION_CHANGED in found.flags
    assert "The source names who speaks: “Dr. Anand Pillai”; here" in found.reason


def behind_a_lead(source, rewrite):
    """What is suggested for a sentence behind the first three, which may tell without a speaker."""
    lead = ["Talks go on", "One.", "Two."]
    links = [Link((0,), (at,), 0.95, "") for at in range(3)] + [Link((1,), (3,), 0.95, "")]
    found = suggest(["Talks go on", source], [*lead, rewrite], links)
    return next(s for s in found if (s.side, s.sentence) == (Side.REWRITE, 3))


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("“There was a sign that said Take Care,” said Jonas Pell, a salesman who spent hours in"
         " his car.",
         "For hours the salesman sat in his car before a sign that said take care."),
        ("“Salí contenta del aula y estaba temblando”, relató la denunciante, Nerea Castaño.",
         "Nerea Castaño dejó contenta el aula y temblaba."),
        ("She spent an estimated 70,000 euros of her own on repairs of the bass bar.",
         "Repairs, a bass bar included, cost her 70,000 euros."),
        ("Aucune œuvre n'est perdue, selon la directrice du musée, Solange Perrault.",
         "À l'en croire, aucun tableau n'est perdu."),
    ],
)  # fmt: skip
def test_what_is_told_of_its_speaker_or_as_a_view_is_no_bare_fact(source, rewrite):
    assert Flag.ATTRIBUTION_DROPPED not in behind_a_lead(source, rewrite).flags


def test_who_is_cited_is_named_up_to_the_end_of_a_clause_of_telling_words():
    found = behind_a_lead(
        "Bookings for Easter are up on last year, according to the regional tourist board.",
        "Bookings for Easter are up on last year.",
    )
    assert "The source names who says this (“the regional tourist board”)" in found.reason


@pytest.mark.parametrize(
    ("rewrite", "changed"),
    [
        ("The council has slammed the gates of Harlow Park shut until March.", False),
        ("The gates of Harlow Park stay shut until March, the council admitted.", True),
    ],
)
def test_outside_of_quotations_only_a_verb_that_reports_is_a_stronger_one(rewrite, changed):
    source = "Harlow Park will be closed from Monday until March, the council said."
    assert (Flag.ATTRIBUTION_CHANGED in flags_of(source, rewrite)) is changed


@pytest.mark.parametrize(
    ("source", "rewrite", "verb"),
    [
        ("„Das war ein Fehler“, sagte Hansen am Montag.",
         "„Das war ein Fehler“, gab Hansen am Montag zu.", "zugab"),
        ("“Dat was een fout”, zei De Boer over de dijk.",
         "“Dat was een fout”, gaf De Boer toe.", "toegaf"),
    ],
)  # fmt: skip
def test_a_verb_in_two_parts_is_one_verb(source, rewrite, verb):
    found = suggested_for(source, rewrite)
    assert found.flags == (Flag.ATTRIBUTION_CHANGED,)
    assert found.reason.startswith(f"“{verb}” stands where the source has")


def test_the_first_part_of_such_a_verb_alone_says_nothing():
    source = "Die Stadt sagte, sie zahle 40 Euro für das Bad in Lorchau."
    rewrite = "Die Stadt gab 40 Euro für das Bad in Lorchau aus und machte dann zu."
    assert Flag.ATTRIBUTION_CHANGED not in flags_of(source, rewrite)


WORDS = "“It is too early to speak of empty shelves,”"


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        (
            f"{WORDS} said Lena Faulk, who teaches at Elsmere.",
            f"Lena Faulk, of Elsmere, liked the study but said the forum sees {WORDS[:-2]}”.",
        ),
        (
            f"{WORDS} Orloff said.",
            f"The shops are full, said the trade minister, Bastian Orloff: {WORDS[:-2]}.”",
        ),
    ],
    ids=["named before another subject", "named behind the role"],
)
def test_who_is_named_beside_the_same_quotation_is_its_speaker(source, rewrite):
    (found, *_) = suggest([source, "It was Monday."], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert Flag.ATTRIBUTION_CHANGED not in found.flags


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        (f"{WORDS} said Lena Faulk.", f"{WORDS} said Bastian Orloff, a critic of Faulk."),
        (f"{WORDS} said Lena Faulk.", f"{WORDS} said Bastian Orloff, who succeeded Lena Faulk."),
        (
            f"{WORDS} said Lena Faulk.",
            f"Answering Lena Faulk, the minister Bastian Orloff said: {WORDS[:-2]}.”",
        ),
        (
            f"{WORDS} said its head of operations, Birger Aune.",
            f"{WORDS} said Nils Berg, head of sales at a rival.",
        ),
    ],
)
def test_who_is_only_told_of_beside_the_quotation_is_not_its_speaker(source, rewrite):
    (found, *_) = suggest([source, "It was Monday."], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert Flag.ATTRIBUTION_CHANGED in found.flags


def test_an_unnamed_speaker_for_one_whose_name_stands_behind_the_role_is_vaguer():
    source = [f"{WORDS} said its head of operations, Birger Aune.", "It was Monday."]
    rewrite = [f"{WORDS} an engineer at the company said."]
    (found, *_) = suggest(source, rewrite, [Link((0,), (0,), 0.95, "")])
    assert found.flags == (Flag.ATTRIBUTION_CHANGED,)
    assert "“its head of operations, Birger Aune”; here it is" in found.reason


def test_a_loaded_verb_of_saying_is_told_of_once():
    assert tag("“Nobody asked us,” Lena Ortiz sobbed.", 6) == (*SPEECH, {Flag.ATTRIBUTION_CHANGED})
    source = [WORDS[:-2] + ".”", "It was Monday."]  # which says nothing of who speaks
    (found, *_) = suggest(source, [f"{WORDS} Lena Faulk sobbed."], [Link((0,), (0,), 0.95, "")])
    assert found.flags == (Flag.TONE_SHIFT,)
