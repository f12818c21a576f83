"""A dateline that is only a place stays with the first sentence, as the codebook asks for."""

import pytest

from desktop.text.article import cut
from desktop.text.clean import Block
from desktop.text.codebook import Role

HEADLINE = Block(Role.HEADLINE, "Eishalle in Lorchau bleibt dicht")
SECOND = Block(Role.BODY, "Lorchau. Das ist im Norden. Der Klub hofft.")


def body(first: str, language: str = "de") -> list[str]:
    blocks = (HEADLINE, Block(Role.BODY, first), SECOND)
    return [found.text for found in cut(blocks, language) if found.block == 1]


@pytest.mark.parametrize(
    "opening",
    [
        "Lorchau. Wer am Mittwoch kam, stand vor einem Zaun.",
        "Lorchau. „Das ist bitter“, sagte Thoma.",
    ],
)
def test_a_place_before_the_first_sentence_is_its_dateline(opening):
    assert body(f"{opening} Die Stadt hat gesperrt.") == [opening, "Die Stadt hat gesperrt."]


def test_the_long_name_of_a_town_is_a_place():
    blocks = (
        Block(Role.BODY, "Frankfurt am Main. Es hat gebrannt."),
        Block(Role.BODY, "In Frankfurt am Main."),
        Block(Role.BODY, "Feuer in Frankfurt am Main gelöscht."),
    )
    assert cut(blocks, "de")[0].text == "Frankfurt am Main. Es hat gebrannt."


def test_a_name_of_several_words_is_a_place_where_the_article_tells_of_it_again():
    blocks = (Block(Role.BODY, "Bad Lorchau. Es hat gebrannt. Die Wehr in Bad Lorchau kam spät."),)
    assert cut(blocks, "de")[0].text == "Bad Lorchau. Es hat gebrannt."


@pytest.mark.parametrize(
    ("opening", "later", "language"),
    [
        ("Nein. Das sagte der Minister.", "Nein sagte er nicht.", "de"),
        ("Stille. Dann ein Knall.", "Die Stille dauerte lange.", "de"),
        ("Ja. Der Winter ist da.", "Im Januar war es kalt.", "de"),
        ("Enough. The mayor said so.", "Enough is enough in Enough.", "en"),
    ],
)
def test_a_word_that_comes_again_is_no_place_by_that(opening, later, language):
    blocks = (Block(Role.BODY, opening), Block(Role.BODY, later))
    assert cut(blocks, language)[0].text == opening.split(" ")[0]


@pytest.mark.parametrize(
    "opening", ["Stille. Dann ein Knall.", "Um acht. Lorchau schläft.", "2024. Lorchau schläft."]
)
def test_other_short_sentences_stand_alone(opening):
    first, rest = opening.split(". ", 1)
    assert body(opening) == [f"{first}.", rest]


def test_only_the_first_paragraph_of_the_body_has_a_dateline():
    blocks = (HEADLINE, Block(Role.BODY, "Die Stadt hat gesperrt."), SECOND)
    assert [found.text for found in cut(blocks, "de")][2] == "Lorchau."


def test_a_place_alone_is_a_sentence():
    assert body("Lorchau.") == ["Lorchau."]
