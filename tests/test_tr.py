"""Sentences for people as another language needs them: whole, by their number, and with its own
great and small letters."""

import ast
from gettext import NullTranslations
from pathlib import Path

import pytest

from desktop.tr import counted, tr, use_language
from desktop.window.desk.spoken import linked_to, place
from tests import samples

DESKTOP = Path(__file__).parents[1] / "desktop"


WORDS = {
    "{count} tag": ("{count} znacznik", "{count} znaczniki", "{count} znaczników"),
    "linked to source sentence {n}": ("jedno: {n}", "kilka: {n}", "wiele: {n}"),
    "headline": ("Nagłówek",),
}


class Polish(NullTranslations):
    """Three plurals: 1; 2 to 4, 22 to 24 …; and all others."""

    def gettext(self, message):
        return WORDS.get(message, (message,))[0]

    def ngettext(self, one, many, count):
        if one not in WORDS:
            return super().ngettext(one, many, count)
        few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
        return WORDS[one][0 if count == 1 else 1 if few else 2]


@pytest.fixture
def polish():
    use_language(Polish())
    yield
    use_language(NullTranslations())


def test_a_language_chooses_among_its_own_plurals(polish):
    told = [counted("{count} tag", "{count} tags", count) for count in (1, 3, 5, 12, 22)]
    assert told == ["1 znacznik", "3 znaczniki", "5 znaczników", "12 znaczników", "22 znaczniki"]


def test_english_has_two_numbers():
    told = [counted("{count} tag", "{count} tags", count) for count in (0, 1, 2)]
    assert told == ["0 tags", "1 tag", "2 tags"]


def test_links_that_are_listed_are_counted_too(polish, window):
    contents = window.workspace.contents
    [linked, *_] = [s for s in contents.rewrite.linkable if contents.partners(s.id)]
    assert linked_to(contents, linked.id) == "jedno: 1"
    other = next(s for s in contents.source.linkable if s not in contents.partners(linked.id))
    window.workspace.link(other.id, linked.id)
    assert linked_to(window.workspace.contents, linked.id).startswith("kilka: 1 and ")


def test_a_noun_keeps_its_great_letter_within_a_sentence(polish):
    contents = samples.pair()
    assert place(contents, contents.rewrite.sentences[0].id).endswith("of 5, Nagłówek")


def calls(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def test_whoever_translates_finds_every_sentence_whole_in_the_code():
    templates = {"tr": 1, "counted": 2}
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in sorted(DESKTOP.rglob("*.py"))
        for call in calls(path)
        for argument in call.args[: templates.get(call.func.id, 0)]
        if not isinstance(argument, ast.Constant)
    ]
    assert hidden == []


def test_places_are_filled_in_after_the_language_had_its_say(polish):
    assert tr("headline") == "Nagłówek"
    assert tr("{n} of {all}", n=1, all=2) == "1 of 2"
