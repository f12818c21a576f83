"""Numbers are read alike in figures and in words, and proportions as what they are of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.lexicon import lexicon
from desktop.text.numerals import numerals
from desktop.text.wording.proportions import fractions, percentages
from desktop.text.wording.reading import readings


def values(text, language="en"):
    return [number.value for number in numerals(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "half a million homes", 500_000),
        ("en", "a quarter of a million people", 250_000),
        ("en", "two and a half million euros", 2_500_000),
        ("en", "two and a half hours", 2.5),
        ("en", "two dozen eggs", 24),
        ("en", "close to a dozen publishers", 12),
        ("en", "a million runners", 1_000_000),
        ("en", "sixty-four seats", 64),
        ("en", "£2.4m a year", 2_400_000),
        ("en", "one and a half million", 1_500_000),
        ("en", "twenty-one thousand", 21_000),
        ("en", "two hundred and fifty seats", 250),
        ("de", "dreißig Tage", 30),
        ("de", "fünfundvierzig Busse", 45),
        ("fr", "8 912 véhicules", 8912),
        ("fr", "quatre-vingt-dix-sept arbres", 97),
        ("fr", "soixante et onze ans", 71),
        ("es", "treinta y cinco barcos", 35),
        ("es", "mil doscientos árboles", 1200),
        ("it", "duecento biglietti", 200),
        ("nl", "vijfentwintig bussen", 25),
        ("ru", "сто двадцать автобусов", 120),
        ("de", "eine halbe Million Haushalte", 500_000),
        ("de", "eine Dreiviertelmillion Euro", 750_000),
        ("de", "zwei Dutzend Fahrzeuge", 24),
        ("fr", "un demi-million de foyers", 500_000),
        ("fr", "un million et demi d’euros", 1_500_000),
        ("es", "dos millones y medio de euros", 2_500_000),
        ("it", "un milione e mezzo di euro", 1_500_000),
        ("es", "mil barcos", 1000),
        ("pt", "meio milhão de casas", 500_000),
        ("nl", "anderhalf miljoen huizen", 1_500_000),
        ("ru", "два с половиной миллиона рублей", 2_500_000),
    ],
)
def test_a_number_in_words_has_the_value_of_one_in_figures(language, text, value):
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "several thousand",
        "dozens of people",
        "a halfway house",
        "half the town",
        "1.2.3",
        "a hundredth",
        "the other one",
    ],
)
def test_what_only_sounds_like_a_number_is_none(text):
    assert values(text) == []


def test_a_comma_parts_two_numbers():
    assert values("deux mille, mille de plus", "fr") == [2000, 1000]


@given(st.integers(2, 999), st.sampled_from(["million", "billion", "thousand"]))
def test_figures_before_a_power_are_multiplied(count, power):
    (value,) = values(f"{count} {power} crowns")
    assert value == count * lexicon("en").powers[power]


def shares(text, language="en"):
    lists = lexicon(language)
    (reading,) = readings((text,), lists)
    return [round(share.value, 1) for share in (*percentages(reading), *fractions(reading, lists))]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Half of the residents agreed.", 50.0),
        ("en", "One in eight died.", 12.5),
        ("en", "Five in every six of them died.", 83.3),
        ("en", "They turned up in six places out of ten.", 60.0),
        ("en", "Nests were seen at 31 of the 52 sites.", 59.6),
        ("en", "Prices rose 83 per cent.", 83.0),
        ("en", "Prices rose 83% in all.", 83.0),
        ("de", "Drei von vier Haushalten zahlen.", 75.0),
        ("de", "Die Preise stiegen um 12 Prozent.", 12.0),
        ("fr", "Un sur dix est malade.", 10.0),
        ("es", "Uno de cada cuatro barcos sigue amarrado.", 25.0),
        ("it", "Il 15 per cento degli incassi.", 15.0),
        ("ru", "Цены выросли на 12 процентов.", 12.0),
    ],
)
def test_a_proportion_is_read_as_per_cent(language, text, value):
    assert shares(text, language) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "He was born on 3 of 14 May.",
        "They won seven games in 12 weeks.",
        "The firm opened two shops in 2019.",
        "Two men in 20 cars were stopped.",
        "He scored 12 of 7.",
        "It is one of 12 in the north.",
        "There was a rise of 12 in a year.",
    ],
)
def test_two_numbers_that_are_no_proportion_are_none(text):
    assert shares(text) == []
