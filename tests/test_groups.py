"""Words of like meaning are known in every language, inflected or not."""

from collections import Counter

import pytest

from desktop.text.linking.groups import alike, word_list

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "attorneys", "lawyer"),
        ("en", "youngsters", "children"),
        ("de", "beschlossen", "entscheidung"),
        ("de", "strassen", "gasse"),
        ("fr", "policiers", "gendarme"),
        ("es", "incendios", "fuego"),
        ("it", "sindaci", "borgomastro"),
        ("pt", "escolas", "colégio"),
        ("nl", "kinderen", "jeugd"),
        ("ru", "полиции", "полицейский"),
    ],
)
def test_words_that_stand_in_for_one_another_share_a_group(language, one, other):
    assert set(alike(one, language)) & set(alike(other, language))


def test_of_two_words_the_nearer_one_is_taken():
    assert alike("sites", "en") == alike("site", "en") != alike("sit", "en")


def test_a_language_without_a_list_has_no_groups():
    assert alike("katu", "fi") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_have_names_of_their_own_and_hold_several_words(language):
    groups = word_list("alike", language)
    assert len(groups) > 300
    assert [group for group in groups if len(group) < 2 or len(set(group)) < len(group)] == []
    names = Counter(group[0] for group in groups)
    assert [name for name, count in names.items() if count > 1] == []
