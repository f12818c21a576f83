"""A lost "not" says the opposite; a "not only", an empty "ne" or another way to say no does not."""

import pytest

from desktop.text.check import check
from desktop.text.codebook import Flag
from desktop.text.drift import Drift, drift
from desktop.text.wording.traces import Fate
from tests.suggested import flags_of


def asked(source, rewrite, language="en"):
    hints = drift(source, rewrite, language=language)
    return [hint.question for hint in hints if hint.drift is Drift.NEGATION]


@pytest.mark.parametrize(
    ("source", "rewrite", "lost"),
    [
        ("“It is not only a question of money but of trust,” Ann Reed said.",
         "“It is a question of trust,” Ann Reed said.", "not only"),
        ("„Das ist nicht nur eine Frage des Geldes, sondern des Anstands“, sagte Anna Roth.",
         "„Das ist eine Frage des Geldes, sondern des Anstands“, sagte Anna Roth.", "nicht nur"),
        ("« Je ne pars pas demain pour Paris », a dit Anne Roy.",
         "« Je pars pas demain pour Paris », a dit Anne Roy.", "ne"),
    ],
)  # fmt: skip
def test_what_takes_a_denial_back_is_cut_with_it_and_no_opposite(source, rewrite, lost):
    (found,) = check([source], [rewrite])
    assert found.fates == (Fate.CUT,)
    assert found.findings == (f"“{lost}” is left out of the quotation.",)


def test_the_word_that_completes_a_denial_is_missed_in_french():
    source = "« Je ne pars pas demain pour Paris », a dit Anne Roy."
    (found,) = check([source], ["« Je pars demain pour Paris », a dit Anne Roy."])
    assert "Inside the quotation “pas” is gone: it now says the opposite." in found.findings
    assert asked(source, "Je pars demain pour Paris.", "fr") == [
        "The source says “ne pars pas”. Does the rewrite still say no?"
    ]


@pytest.mark.parametrize(
    ("source", "rewrite", "language"),
    [
        ("The minister failed to answer questions about the leak.",
         "The minister did not answer questions about the leak.", "en"),
        ("The plan has no support in the council.", "The plan lacks support in the council.", "en"),
        ("Il faut partir avant qu’il ne soit trop tard pour la vallée.",
         "Pour la vallée, il faut partir avant qu’il soit trop tard.", "fr"),
        ("Nous ne voyons que des ruines dans la vallée.", "Nous voyons des ruines.", "fr"),
    ],
)  # fmt: skip
def test_nothing_is_asked_where_both_say_no_or_neither_does(source, rewrite, language):
    assert asked(source, rewrite, language) == []


def test_not_excluded_is_no_denial_of_what_may_come():
    source = "La préfecture n'exclut pas une fermeture du pont en mai."
    assert Flag.ALTERED not in flags_of(
        source, "La préfecture envisage une fermeture du pont en mai."
    )


def test_nobody_before_the_ne_denies_as_well():
    source = "Personne ne sait si le pont fermera en mai."
    assert asked(source, "On sait si le pont fermera en mai.", "fr") == [
        "The source says “ne sait”. Does the rewrite still say no?"
    ]
