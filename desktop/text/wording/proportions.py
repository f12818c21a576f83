"""Read proportions as per cent: "half of", "one in eight", "31 of the 52", "83 per cent"."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits
from desktop.text.numerals import YEARS, Numeral
from desktop.text.wording.reading import Reading

_WHOLE = 100.0
_NOUN = 1  # words that may stand before "out of": "six places out of ten"


class Proportion(NamedTuple):
    """The positions of its words, and its value in per cent."""

    at: range
    value: float


def percentages(reading: Reading) -> Iterator[Proportion]:
    """Yield the numbers of per cent, in order."""
    for number in reading.numbers:
        if reading.per_cent(number.at) and number.value <= _WHOLE:
            yield Proportion(number.at, number.value)


def fractions(reading: Reading, lists: Lexicon) -> Iterator[Proportion]:
    """Yield the proportions told in other ways than per cent: words first, then two numbers."""
    for part in hits(reading.forms, frozenset(lists.shares)):
        yield Proportion(part, lists.shares[reading.forms[part.start : part.stop]])
    counts = {number.at.start: number for number in reading.numbers}
    for among in hits(reading.forms, lists.among):
        whole, some = counts.get(among.stop), _some(reading, among.start, lists)
        if whole is None or some is None or whole.value in YEARS:
            continue
        follows = reading.forms[whole.at.stop : whole.at.stop + 1]
        apart = some.at.stop < among.start and any(map(lists.content, follows))
        other = whole.month(reading.forms, lists) or not lists.durations.keys().isdisjoint(follows)
        if 0 < some.value < whole.value and not apart and not other:
            part = range(some.at.start, whole.at.stop)
            yield Proportion(part, _WHOLE * some.value / whole.value)


def _some(reading: Reading, stop: int, lists: Lexicon) -> Numeral | None:
    """Return the number that ends at a place, or a noun before it; "one" is a number here."""
    for number in reading.numbers:
        if number.at.stop in (stop, stop - _NOUN):
            return number
    for end in (stop, stop - _NOUN):
        if end > 0 and reading.forms[end - 1] in lists.ones:
            return Numeral(range(end - 1, end), 1.0)
    return None
