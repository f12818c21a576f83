"""The small closed classes of words: articles, numerals, hedges, verbs of saying, by language."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.words import forms

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
"""Languages with a list in `resources/text/`; any other is read with the English one."""


class Lexicon(NamedTuple):
    """One language's lists. Everything is a form as `words` gives it, hedges are phrases of them.

    `say` are neutral verbs of saying, `strong` those that judge the speaker or the speech.
    """

    language: str
    function: frozenset[str]
    say: frozenset[str]
    strong: frozenset[str]
    negation: frozenset[str]
    pronouns: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    hedges: frozenset[tuple[str, ...]]
    numbers: dict[str, int]
    powers: dict[str, int]

    def content(self, form: str) -> bool:
        """Say whether a word tells something by itself: neither function word nor "said"."""
        return form not in self.function and form not in self.say

    def saying(self, form: str) -> bool:
        """Say whether a word is a verb of saying, neutral or strong."""
        return form in self.say or form in self.strong


@lru_cache
def lexicon(language: str) -> Lexicon:
    """Return the lists of a language (ISO 639-1), the English ones where there are none."""
    if language not in LANGUAGES:
        return lexicon("en")
    path = RESOURCES / "text" / f"{language}.json"
    lists = json.loads(path.read_text("utf-8"))
    single = {
        name: frozenset(forms(lists[name]))
        for name in ("function", "say", "strong", "negation", "pronouns", "months", "weekdays")
    }
    return Lexicon(
        language,
        hedges=frozenset(forms(phrase) for phrase in lists["hedge"]),
        numbers=lists["numbers"],
        powers=lists["powers"],
        **single,
    )


def lexicon_for(texts: Iterable[str]) -> Lexicon:
    """Return the lists of the language whose function words cover most of `texts`.

    English wins ties, so texts in a script none of the lists knows are read with it too.
    """
    counts: dict[str, int] = {}
    for text in texts:
        for form in forms(text):
            counts[form] = counts.get(form, 0) + 1

    def known(language: str) -> int:
        function = lexicon(language).function
        return sum(count for form, count in counts.items() if form in function)

    return lexicon(max(LANGUAGES, key=known))
