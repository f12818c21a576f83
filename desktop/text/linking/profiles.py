"""What a sentence is compared by: words, words of like meaning, figures, runs of four letters.

Everything carries a weight that is high where few sentences of the pair have it (Sparck Jones
1972). Light words weigh a tenth: function words, verbs of saying, days of the week, and what
`resources/text/frequent.*.txt` lists; they stand everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise, repeat
from math import log
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, lexicon_for
from desktop.text.linking.groups import alike, word_list
from desktop.text.numerals import numerals
from desktop.text.quotations import quotations, quoted
from desktop.text.words import forms, in_a_line, letter_runs, stem, words

_ALL_NOUNS = frozenset({"de"})  # languages in which a capital tells nothing
_FEW = 4  # "two" and "three" stand everywhere
_PART = 5  # words: fewer may stand in another sentence by chance
_MONTH = 3  # letters that tell the months apart, however they are shortened
_SPREAD = 25  # what stands in more sentences of a pair than this tells nothing

Items = Mapping[str, None]
Weights = Mapping[str, float]


class Profile(NamedTuple):
    """One sentence: what it shares with the other text, and the bulk of all it has of that kind.

    A bulk is a sum of weights. `facts` are the values of numbers, and days of the week: as words
    they are short or light, but who retells a story seldom changes them. `line` are its forms in a
    row, `parts` the lines of what tells where it comes from, see `_parts`.
    """

    words: Weights
    words_bulk: float
    kin: Weights
    kin_bulk: float
    grams: Weights
    grams_bulk: float
    facts: Weights
    line: str
    parts: Sequence[str]
    names: Set[str]  # those of its words that are names
    proper: Set[str]  # those of them that follow no article: fables tell of the Fox
    size: int  # words, each time it stands there
    quoted: bool
    heading: bool  # ends without a full stop, as headlines do


def profiles(source: Sequence[str], rewrite: Sequence[str]) -> tuple[list[Profile], list[Profile]]:
    """Return the profiles of two texts, weighed against both together."""
    texts = [*source, *rewrite]
    lists = lexicon_for(texts)
    orders = [forms(text) for text in texts]
    items = [dict.fromkeys(order) for order in orders]
    light = _light(lists)
    kin = [_kin(order, light, lists.language) for order in orders]
    grams = [letter_runs(text) for text in texts]
    facts = [_facts(text, lists) for text in texts]
    height = len(source)
    weighed = zip(
        _weighed(items, height, light),
        _weighed(kin, height),
        _weighed(grams, height),
        _weighed(facts, height),
        strict=True,
    )
    titled = _after_articles(texts, lists)
    found = [
        Profile(
            *own_words,
            *own_kin,
            *own_grams,
            own_facts,
            in_a_line(order),
            _parts(text, order),
            own_names,
            own_names - titled,
            len(order),
            quoted(text),
            _heading(text),
        )
        for text, order, own_names, (own_words, own_kin, own_grams, (own_facts, _)) in zip(
            texts, orders, _names(texts, lists, light), weighed, strict=True
        )
    ]
    return found[:height], found[height:]


def _weighed(
    sentences: Sequence[Items], height: int, light: Set[str] = frozenset()
) -> Iterator[tuple[Weights, float]]:
    """Yield for each sentence the weights of what both texts have, and the bulk of all it has.

    The first `height` sentences are the source's.
    """
    counts = Counter(chain.from_iterable(sentences))
    total = len(sentences)
    weights = {
        item: (0.1 if item in light else 1.0) * log(1.0 + total / count)
        for item, count in counts.items()
        if count <= _SPREAD
    }
    both = {*chain.from_iterable(sentences[:height])}
    both &= {*chain.from_iterable(sentences[height:])}
    shared = {item: weight for item, weight in weights.items() if item in both}
    for items in sentences:
        bulk = sum(map(weights.get, items, repeat(0.0)))
        yield {item: shared[item] for item in items if item in shared}, bulk


def _heading(text: str) -> bool:
    return len(text.split()) > 1 and text.rstrip(" \"'”’»)")[-1:] not in ".!?…:;,。"


def _parts(text: str, order: Sequence[str]) -> list[str]:
    """Return all runs of _PART words in the quotations of a sentence; without any, its line."""
    if not quoted(text):
        return [in_a_line(order)] if len(order) >= _PART else []
    spoken = [
        [word.form for word in words(text) if part.start <= word.start < part.end]
        for part in (quotation.inside for quotation in quotations(text))
    ]
    return [
        in_a_line(run)
        for forms in spoken
        for run in zip(*(forms[at:] for at in range(_PART)), strict=False)
    ]


def _names(texts: Sequence[str], lists: Lexicon, light: Set[str]) -> list[Set[str]]:
    """Return for each sentence the forms that are names in it, or titles before one.

    They stand there with a capital that is not the sentence's first letter, or elsewhere do so and
    never have a small one. Where every noun has a capital none is known.
    """
    if lists.language in _ALL_NOUNS:
        return [frozenset()] * len(texts)
    upper, lower = [], set[str]()
    for text in texts:
        capital = {word.form for word in words(text) if text[word.start].isupper()}
        lower.update(word.form for word in words(text) if word.form not in capital)
        first = words(text)[:1]
        upper.append(capital - light - {word.form for word in first})
    everywhere = set[str]().union(*upper) - lower
    return [
        here | everywhere.intersection(forms(text)) for here, text in zip(upper, texts, strict=True)
    ]


def _after_articles(texts: Sequence[str], lists: Lexicon) -> set[str]:
    """Return the forms that stand right after an article anywhere in a pair."""
    return {
        word.form
        for text in texts
        for before, word in pairwise(words(text))
        if before.form in lists.definite
    }


def _facts(text: str, lists: Lexicon) -> dict[str, None]:
    """Return the numbers and weekdays of a sentence; 14 April is no other 14."""
    order = forms(text)
    found = {form: None for form in order if form.count(".") > 1}  # 12.03.2024
    for number in numerals(text, lists.language):
        if number.value < _FEW and not order[number.at.start][0].isdecimal():
            continue
        month = number.month(order, lists)
        found[number.form + month[: _MONTH + month.startswith("jui")]] = None  # juin, juillet
    return found | dict.fromkeys(form for form in order if form in lists.weekdays)


def _kin(order: Iterable[str], light: Set[str], language: str) -> dict[str, None]:
    """Return the groups of like meaning a sentence's words are in, or else their stems."""
    found: dict[str, None] = {}
    for form in order:
        if form not in light:
            found |= dict.fromkeys(alike(form, language) or (stem(form),))
    return found


def _light(lists: Lexicon) -> Set[str]:
    frequent = word_list("frequent", lists.language)
    return (lists.function | lists.say | lists.pronouns | lists.weekdays).union(*frequent)
