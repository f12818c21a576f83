"""Read proportions as per cent: "half of", "one in eight", "31 of the 52", "83 per cent"."""

from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, Phrases, hits, lexicon
from desktop.text.numerals import Numeral
from desktop.text.wording.reading import Reading

_WHOLE = 100.0
_NOUN = 1  # words that may stand before "out of": "six places out of ten"


class Proportion(NamedTuple):
    """The positions of its words, and its value in per cent."""

    at: range
    value: float


EXACTLY = 0.5
"""Points of per cent between two proportions that are the same: a third is 33 per cent."""


def proportions(reading: Reading, lists: Lexicon) -> tuple[Proportion, ...]:
    """Return all proportions of a sentence, however they are told: in words first."""
    return (*fractions(reading, lists), *percentages(reading))


def percentages(reading: Reading) -> Iterator[Proportion]:
    """Yield the numbers of per cent up to a hundred, in order."""
    for number in reading.numbers:
        if reading.per_cent(number.at) and number.value <= _WHOLE:
            yield Proportion(number.at, number.value)


def fractions(reading: Reading, lists: Lexicon) -> Iterator[Proportion]:
    """Yield the proportions told in other ways than per cent: words first, then two numbers."""
    taken = {at for number in reading.numbers for at in number.at if len(number.at) > 1}
    for part in hits(reading.forms, _known(lists.language)):
        if taken.isdisjoint(part):
            yield Proportion(part, lists.shares[reading.forms[part.start : part.stop]])
    counts = {number.at.start: number for number in reading.numbers}
    for joints, ones in ((lists.among, lists.ones), (lists.of, frozenset[str]())):
        for joint in hits(reading.forms, joints):
            whole, some = counts.get(joint.stop), _some(reading, joint.start, ones)
            if whole is not None and some is not None and _is_share(reading, some, whole, lists):
                part = range(some.at.start, whole.at.stop)
                yield Proportion(part, _WHOLE * some.value / whole.value)


@lru_cache
def _known(language: str) -> Phrases:
    return frozenset(lexicon(language).shares)


def _is_share(reading: Reading, some: Numeral, whole: Numeral, lists: Lexicon) -> bool:
    """Say whether two numbers are one of the other: not "two in 2019", not "seven in 12 weeks"."""
    follows = reading.forms[whole.at.stop : whole.at.stop + 1]
    apart = reading.forms[some.at.stop : whole.at.start]
    noun = any(map(lists.content, apart)) and any(map(lists.content, follows))
    dated = whole.is_year or whole.month(reading.forms, lists)
    other = dated or not lists.durations.keys().isdisjoint(follows) or reading.per_cent(whole.at)
    return 0 < some.value < whole.value and not noun and not other


def _some(reading: Reading, stop: int, ones: Set[str]) -> Numeral | None:
    """Return the number that ends at a place, or a noun before it; one of `ones` is a number."""
    for number in reading.numbers:
        if number.at.stop in (stop, stop - _NOUN):
            return number
    if stop and reading.forms[stop - 1] in ones and len(reading.forms[stop - 1]) > 1:
        return Numeral(range(stop - 1, stop), 1.0)
    return None
