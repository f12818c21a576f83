"""What a sentence is compared by: its words, words of like meaning, and runs of four letters.

Everything carries a weight that is high where few sentences of the pair have it (Sparck Jones
1972). Light words weigh a tenth: function words, verbs of saying, days of the week, and what
`resources/text/frequent.*.txt` lists; they stand everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from math import log
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.lexicon import Lexicon, lexicon_for
from desktop.text.words import forms

_GRAM = 4  # letters; runs of three to five tell no more than runs of four alone
_STEM = 4  # letters by which inflected forms are known as kin
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))

Weights = Mapping[str, float]


class Profile(NamedTuple):
    """One sentence. A bulk is the sum of the weights beside it."""

    words: Weights
    kin: Weights
    grams: Weights
    bulk: tuple[float, float, float]
    size: int  # words, each time it stands there
    quoted: bool
    heading: bool  # ends without a full stop, as headlines do


def profiles(source: Sequence[str], rewrite: Sequence[str]) -> tuple[list[Profile], list[Profile]]:
    """Return the profiles of two texts, weighed against both together."""
    texts = [*source, *rewrite]
    lists = lexicon_for(texts)
    orders = [forms(text) for text in texts]
    words = [dict.fromkeys(order) for order in orders]
    light = _light(lists)
    kin = [_kin(order, light, lists.language) for order in orders]
    grams = [_grams(order) for order in orders]
    weigh = _Scale(words, light), _Scale(kin), _Scale(grams)
    found = [
        _profile(text, order, [scale(has) for scale, has in zip(weigh, hases, strict=True)])
        for text, order, *hases in zip(texts, orders, words, kin, grams, strict=True)
    ]
    return found[: len(source)], found[len(source) :]


def _profile(text: str, order: Sequence[str], weighed: Sequence[Weights]) -> Profile:
    words, kin, grams = weighed
    bulk = sum(words.values()), sum(kin.values()), sum(grams.values())
    return Profile(words, kin, grams, bulk, len(order), quoted(text), _heading(text))


class _Scale:
    """Weighs what sentences have by how few of them have it."""

    def __init__(self, sentences: Sequence[Iterable[str]], light: Set[str] = frozenset()) -> None:
        counts = Counter(item for sentence in sentences for item in sentence)
        total = len(sentences)
        self._weights = {
            item: (0.1 if item in light else 1.0) * log(1.0 + total / count)
            for item, count in counts.items()
        }

    def __call__(self, items: Iterable[str]) -> Weights:
        weights = self._weights
        return {item: weights[item] for item in items}


def quoted(text: str) -> bool:
    """Say whether `text` has quotation marks; single ones may be apostrophes and do not count."""
    return any(mark in text for mark in '"“”„«»‘')


def _heading(text: str) -> bool:
    return len(text.split()) > 2 and text.rstrip(" \"'”’»)")[-1:] not in ".!?…:;,。"


def _grams(order: Sequence[str]) -> dict[str, None]:
    line = f" {' '.join(order)} "
    return dict.fromkeys(line[at : at + _GRAM] for at in range(len(line) - _GRAM + 1))


def _kin(order: Iterable[str], light: Set[str], language: str) -> dict[str, None]:
    """Return the groups of like meaning a sentence's words are in, or else their stems."""
    found: dict[str, None] = {}
    for form in order:
        if form not in light:
            found |= dict.fromkeys(alike(form, language) or (form[:_STEM],))
    return found


def _light(lists: Lexicon) -> Set[str]:
    frequent = _lines("frequent", lists.language)
    return (lists.function | lists.say | lists.pronouns | lists.weekdays).union(*frequent)


@lru_cache(maxsize=16384)
def alike(form: str, language: str) -> tuple[str, ...]:
    """Return the groups of like meaning a form is in: "attorney" and "lawyer" share one."""
    known = _groups(language)
    for guess in (form, *_uninflected(form)):
        if guess in known:
            return known[guess]
    return ()


def _uninflected(form: str) -> Iterable[str]:
    for ending, instead in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form.removesuffix(ending) + instead
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache(maxsize=4)
def _groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of each word; a group is called by its first word, with a mark."""
    found: dict[str, tuple[str, ...]] = {}
    for group in _lines("alike", language):
        for word in group:
            found[word] = (*found.get(word, ()), f"≈{group[0]}")
    return found


@lru_cache(maxsize=8)
def _lines(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each line of a list; no lines where a language has no such list."""
    path = RESOURCES / "text" / f"{name}.{language}.txt"
    text = path.read_text("utf-8") if path.exists() else ""
    return tuple(tuple(line.split()) for line in text.splitlines())
