"""The small closed classes of words: articles, numerals, hedges, verbs of saying, by language."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from desktop.places import RESOURCES
from desktop.text.language import language
from desktop.text.words import forms

_WORDS = (
    "function", "say", "strong", "tell", "cites", "negation", "denying", "pronouns", "definite",
    "months", "weekdays", "today", "ceilings", "hinting", "either", "merely", "conditions", "ones",
    "between", "seasons", "joiners", "lone", "clock", "reported", "starting", "until", "aged",
    "spans", "capital", "ordinals", "on", "unlike", "certain", "minds", "half", "completing",
    "asserting", "addressing",
)  # fmt: skip
_PHRASES = (
    "limits", "possible", "supposed", "background", "service", "caveat", "procedure", "loaded",
    "halves", "among", "of", "hourly", "points", "above", "below", "views",
)  # fmt: skip
_TABLES = ("numbers", "powers", "durations", "currencies", "measures", "squares", "parted")
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
"""Those that have lists."""


Phrases = frozenset[tuple[str, ...]]
"""Words and groups of words, as their forms."""


class Lexicon(NamedTuple):
    """One language's lists. Everything is a form as `words` gives it, hedges are phrases of them.

    `say` are neutral verbs of saying, `strong` those that judge the speaker or the speech, of which
    the `asserting` ones come before what is said to be so ("claims", "insists"); after one of
    `tell` may stand who is told, and after the words of `say` that are in `cites` ("according") who
    speaks; `parted` verbs are such only with their particle at the end of the clause (de: "gab …
    zu"), `reported` verbs are those of somebody else's words (de: "sei").
    `definite` words come before somebody known; those of `today` are `weekdays` that mean another
    day tomorrow; months in `capital` are other words without theirs ("may"), weekdays in `ordinals`
    are numbers but for a word of `on` before them (pt: "na quarta"). `limits` are the hedges that
    set a bound ("up to"), `above` and `below` those that tell on which side of a number the true
    one is ("over", "nearly"), `ceilings` other words for one ("capped"); `possible` are those that
    say a thing only may be, `supposed` those of them that speak of what follows ("probably"),
    `unsure` those that say nothing else, as "could" may, and after `hinting` words something is
    still no fact; `denying` words say no without a "not", `certain` ones that it will be, and what
    `minds` tell is a view ("thinks"); `views` say that somebody tells ("pointed out").
    `rivals` are words of which one excludes the others ("postponed", "cancelled"), each with its
    group and its set within it; `turns` tell "next" from "last" beside a word of `seasons`, each
    with its set; `either` stands between two of which one is meant, and
    after a "not" one of `merely` takes the denial back, `half` words deny only with one of
    `completing` (fr: "ne … pas"); `conditions` ("if") begin what the rest depends on.
    `background`, `service`, `caveat` and `procedure` hint at sub-kinds of tags, `addressing` words
    at a paper that speaks of itself or to its readers; `loaded` words judge what they name.

    Of numbers: `ones` are "a" and "one", `powers` "million" and the like, those in `lone` also by
    themselves ("mil"); `joiners` tie the words of one number ("two hundred and fifty"), `fractions`
    stand before a power ("half a"), `halves` behind one ("and a half"). `among` stands between two
    numbers that are a proportion ("one in eight"), `of` too, but not after a one; `shares` are
    proportions in words, in per cent. `between` stands before the ends of a range, `until` between
    them, `starting` before the low one. `durations` are in days, those in `spans` ("fortnight")
    also without a number; the units of `measures` come with what they measure and their size, a
    length before a phrase of `hourly` is a speed, beside a word of `squares` it has that power (0:
    it is no such length); `clock` words follow a time of day, `aged` words an age; `currencies`
    have their sign; behind one of `points` no per cent are told, but percentage points.
    `endings` of inflected forms come with what stands there in a plain one, longer ones first;
    `unlike` forms are in no group of like meaning, though the endings lead to one.
    """

    language: str  # ISO 639-1
    function: frozenset[str]
    say: frozenset[str]
    strong: frozenset[str]
    cites: frozenset[str]
    tell: frozenset[str]
    negation: frozenset[str]
    pronouns: frozenset[str]
    definite: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    today: frozenset[str]
    hedges: Phrases
    limits: Phrases
    above: Phrases
    below: Phrases
    ceilings: frozenset[str]
    possible: Phrases
    supposed: Phrases
    unsure: Phrases
    hinting: frozenset[str]
    denying: frozenset[str]
    either: frozenset[str]
    merely: frozenset[str]
    conditions: frozenset[str]
    rivals: dict[str, tuple[int, int]]
    turns: dict[str, int]
    seasons: frozenset[str]
    background: Phrases
    service: Phrases
    caveat: Phrases
    procedure: Phrases
    loaded: Phrases
    numbers: dict[str, float]
    ones: frozenset[str]
    powers: dict[str, int]
    fractions: dict[tuple[str, ...], float]
    halves: Phrases
    between: frozenset[str]
    currencies: dict[str, str]
    durations: dict[str, float]
    measures: dict[str, tuple[str, float]]
    hourly: Phrases
    points: Phrases
    squares: dict[str, int]
    shares: dict[tuple[str, ...], float]
    among: Phrases
    of: Phrases
    joiners: frozenset[str]
    lone: frozenset[str]
    clock: frozenset[str]
    reported: frozenset[str]
    starting: frozenset[str]
    until: frozenset[str]
    aged: frozenset[str]
    spans: frozenset[str]
    capital: frozenset[str]
    ordinals: frozenset[str]
    on: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    unlike: frozenset[str]
    certain: frozenset[str]
    minds: frozenset[str]
    views: Phrases
    asserting: frozenset[str]
    addressing: frozenset[str]
    parted: dict[str, str]
    half: frozenset[str]
    completing: frozenset[str]

    def content(self, form: str) -> bool:
        """Say whether a word tells something by itself: neither function word nor "said"."""
        return form not in self.function and form not in self.say

    def saying(self, form: str) -> bool:
        """Say whether a word is a verb of saying, neutral or strong."""
        return form in self.say or form in self.strong


@lru_cache
def lexicon(code: str) -> Lexicon:
    """Return the lists of a language (ISO 639-1), the English ones where there are none."""
    if code not in LANGUAGES:
        return lexicon("en")
    lists = json.loads((RESOURCES / "text" / f"{code}.json").read_text("utf-8"))

    fields: dict[str, Any] = {
        **{name: frozenset(forms(lists[name])) for name in _WORDS},
        **{name: _phrases(lists[name]) for name in _PHRASES},
        **{name: _by_form(lists[name]) for name in _TABLES},
        **{name: _table(lists[name]) for name in ("fractions", "shares")},
    }
    fields["possible"] |= fields["supposed"]
    return Lexicon(
        language=code,
        hedges=_phrases(lists["hedges"]) | fields["limits"],
        unsure=fields["possible"] - _phrases(lists["able"]),
        rivals=_rivals(lists["rivals"]),
        endings=tuple(_ending(*line.split()) for line in lists["endings"]),
        turns={form: at for at, line in enumerate(lists["turns"]) for form in forms(line)},
        **fields,
    )


def _phrases(lines: Iterable[str]) -> Phrases:
    return frozenset(forms(phrase) for phrase in lines)


def _by_form(lines: Mapping[str, Any]) -> dict[str, Any]:
    return {form: value for word, value in lines.items() for form in forms(word)}


def _table(lines: Mapping[str, float]) -> dict[tuple[str, ...], float]:
    return {forms(phrase): value for phrase, value in lines.items()}


def _ending(ending: str, instead: str = "") -> tuple[str, str]:
    return ending, instead


def _rivals(groups: Sequence[Sequence[str]]) -> dict[str, tuple[int, int]]:
    return {
        form: (number, place)
        for number, group in enumerate(groups)
        for place, line in enumerate(group)
        for form in forms(line)
    }


def lexicon_for(texts: Iterable[str]) -> Lexicon:
    """Return the lists of the language `texts` are written in, the English ones where unknown."""
    return lexicon(language("\n".join(texts)))


def hits(words: Sequence[str], phrases: Phrases) -> Iterator[range]:
    """Yield where one of `phrases` stands among `words`, in order, of two the longer one."""
    longest, first = _shape(phrases)
    if first.isdisjoint(words):
        return  # quickly, as for most sentences
    end = 0
    for at in (at for at, word in enumerate(words) if word in first):
        for size in range(min(longest, len(words) - at), 0, -1):
            if at >= end and tuple(words[at : at + size]) in phrases:
                end = at + size
                yield range(at, end)


@lru_cache(maxsize=64)
def _shape(phrases: Phrases) -> tuple[int, frozenset[str]]:
    """Return the length of the longest phrase, and the words that phrases begin with."""
    return max(map(len, phrases), default=0), frozenset(phrase[0] for phrase in phrases if phrase)
