"""The language of a text is told from a sentence or two, and not guessed where nothing tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.language import UNKNOWN, common_words, language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The council agreed on Monday to spend the money, and nobody was surprised."),
        (
            "de",
            "Der Rat hat am Montag beschlossen, das Geld auszugeben, und niemand war überrascht.",
        ),
        ("fr", "Le conseil a décidé lundi de dépenser l’argent, et personne n’a été surpris."),
        ("es", "El consejo decidió el lunes gastar el dinero, y nadie se sorprendió por ello."),
        ("it", "Il consiglio ha deciso lunedì di spendere i soldi, e nessuno si è sorpreso."),
        ("pt", "O conselho decidiu na segunda-feira gastar o dinheiro, e ninguém ficou surpreso."),
        ("nl", "De raad heeft maandag besloten het geld uit te geven, en niemand was verbaasd."),
        ("ru", "Совет решил в понедельник потратить деньги, и никто не был этим удивлён."),
        ("uk", "Рада вирішила витратити гроші, і ніхто не був здивований, що це так."),
        ("pl", "Rada zdecydowała w poniedziałek, że wyda pieniądze, i nikt nie był tym zdziwiony."),
        (
            "sv",
            "Rådet beslutade på måndagen att använda pengarna, och ingen var förvånad över det.",
        ),
        ("ar", "قرر المجلس يوم الاثنين إنفاق المال على الجسر، ولم يكن أحد متفاجئا من ذلك."),
        ("fa", "شورا روز دوشنبه تصمیم گرفت که این پول را برای پل خرج کند و هیچ کس تعجب نکرد."),
        ("he", "המועצה החליטה ביום שני להוציא את הכסף."),
        ("el", "Το συμβούλιο αποφάσισε τη Δευτέρα να ξοδέψει τα χρήματα."),
        ("hi", "परिषद ने सोमवार को पैसा खर्च करने का फैसला किया।"),
        ("ja", "市議会は月曜日、橋を架け替えることを決めた。"),
        ("zh", "市议会星期一决定重建这座桥。"),
        ("ko", "시의회는 월요일 다리를 다시 짓기로 했다."),
        ("th", "สภาตัดสินใจเมื่อวันจันทร์ว่าจะสร้างสะพานใหม่"),
    ],
)
def test_a_sentence_tells_its_language(code, text):
    assert language(text) == code


def test_a_quotation_in_another_language_does_not_change_it():
    story = "The minister said on Monday that he was not to blame for any of it. " * 3
    assert language(story + "“Das ist nicht meine Schuld”, he said.") == "en"


@pytest.mark.parametrize("text", ["", "123 456", "???", "Xyzzy plugh", "OK"])
def test_where_nothing_tells_the_language_is_unknown(text):
    assert language(text) == UNKNOWN


@given(st.text(max_size=200))
def test_every_text_has_a_code_of_two_or_three_letters(text):
    assert 2 <= len(language(text)) <= 3


def test_every_list_has_words_of_its_own():
    for code, words in common_words().items():
        others = [known for other, known in common_words().items() if other != code]
        assert len(words.difference(*others)) >= 3, code
