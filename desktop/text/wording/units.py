"""Tell what a number is told in: a currency, per cent, or percentage points."""

from collections.abc import Iterator

from desktop.text.lexicon import Lexicon, hits
from desktop.text.numerals import Numeral
from desktop.text.wording.reading import Reading

MONEY = frozenset("$£€¥")
_POINTS = 3  # words of "points de pourcentage"


def signs(reading: Reading, number: Numeral) -> Iterator[str]:
    """Yield the currency signs right beside a number."""
    words, text = reading.words, reading.text
    before = text[max(words[number.at.start].start - 1, 0)]
    after = text[words[number.at.stop - 1].end :].lstrip()[:1]
    yield from (sign for sign in (before, after) if sign in MONEY)


def unit(reading: Reading, number: Numeral, lists: Lexicon) -> str:
    """Return one of MONEY, "%", or "points"; "" for a number of anything else."""
    if reading.per_cent(number.at):
        return "%"
    if _points(reading, number, lists):
        return "points"
    behind = "".join(reading.forms[number.at.stop : number.at.stop + 1])
    return next(signs(reading, number), lists.currencies.get(behind, ""))


def with_unit(reading: Reading, number: Numeral, lists: Lexicon) -> str:
    """Return a number as it is told, with what it is told in."""
    told = number.told(reading.forms, lists)
    return reading.figure(range(told.start, told.stop + _points(reading, number, lists)))


def _points(reading: Reading, number: Numeral, lists: Lexicon) -> int:
    """Return how many words behind a number say that it counts percentage points."""
    behind = reading.forms[number.at.stop :][:_POINTS]
    return next((len(part) for part in hits(behind, lists.points) if not part.start), 0)
