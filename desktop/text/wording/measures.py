"""Read what has a unit: lengths of time and of ways, speeds, weights, areas, volumes.

So "eleven weeks" can be held against "a fortnight", and "14 knots" against "16mph".
"""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits
from desktop.text.numerals import Numeral
from desktop.text.wording.reading import Reading

_TIME, _LENGTH, _SPEED = "time", "length", "speed"


class Measure(NamedTuple):
    """The positions of its words, what it measures, how much, and how much its (larger) unit is.

    Time is in days, length in metres, speed in metres an hour, weight in kilograms, area in square
    metres, volume in litres.
    """

    at: range
    of: str
    size: float
    unit: float

    def apart(self, other: "Measure") -> float:
        """Return how far two sizes are apart, as a share 0..1 of the larger; 1 for other things."""
        if self.of != other.of:
            return 1.0
        return abs(self.size - other.size) / max(self.size, other.size, 1e-9)


def measures(reading: Reading, lists: Lexicon) -> Iterator[Measure]:
    """Yield what a sentence measures, in order; ages are not measured, nor is "60 a week"."""
    last: Measure | None = None
    for found in _Units(reading, lists).each():
        if last is None:
            last = found
        elif (
            found.of == last.of and found.size < last.size and _goes_on(reading, last, found, lists)
        ):
            last = last._replace(
                at=range(last.at.start, found.at.stop), size=last.size + found.size
            )
        else:
            yield last
            last = found
    if last is not None:
        yield last


def _goes_on(reading: Reading, one: Measure, other: Measure, lists: Lexicon) -> bool:
    """Say whether a measure goes on with a smaller unit: "three years and six months"."""
    return lists.joiners.issuperset(reading.forms[one.at.stop : other.at.start])


class _Units(NamedTuple):
    """The units of a sentence, each to be read with what stands before it."""

    reading: Reading
    lists: Lexicon

    def each(self) -> Iterator[Measure]:
        forms, lists = self.reading.forms, self.lists
        if lists.durations.keys().isdisjoint(forms) and lists.measures.keys().isdisjoint(forms):
            return  # quickly, as for most sentences
        numbers = {number.at.stop: number for number in self.reading.numbers}
        for at, form in enumerate(forms):
            if form in lists.durations:
                of, unit = _TIME, lists.durations[form]
            elif form in lists.measures:
                of, unit = lists.measures[form]
            else:
                continue
            count = self._count(at, numbers)
            if count is not None and lists.aged.isdisjoint(forms[at + 1 : at + 2]):
                stop, half = self._half(at + 1)
                hour = self._hour(stop) if of == _LENGTH else stop
                size = (count.value + half) * unit
                of = _SPEED if hour > stop else of
                yield Measure(range(count.at.start, hour), of, size, unit)

    def _count(self, at: int, numbers: dict[int, Numeral]) -> Numeral | None:
        """Return how many units there are: a number, "half an", "a", or none before "fortnight"."""
        forms, lists = self.reading.forms, self.lists
        one = at > 0 and forms[at - 1] in lists.ones
        if at in numbers:
            return numbers[at]
        for stop in (at, at - 1) if one else (at,):
            for size in range(1, min(stop, _longest(lists)) + 1):
                share = lists.fractions.get(forms[stop - size : stop])
                if share is not None:
                    return Numeral(range(stop - size, at), share)
        if forms[at] in lists.spans or (one and self._is_amount(at - 1)):
            return Numeral(range(at - one, at), 1.0)
        return None

    def _is_amount(self, at: int) -> bool:
        """Say whether "a" begins an amount, as in "for a week", and not a rate: "60 a week"."""
        before = self.reading.forms[at - 1] if at else ""
        return before in self.lists.function or any(hits((before,), self.lists.hedges))

    def _half(self, at: int) -> tuple[int, float]:
        """Return where a measure ends, and the half that "and a half" at `at` adds to it."""
        for half in self.lists.halves:
            if self.reading.forms[at : at + len(half)] == half:
                return at + len(half), 0.5
        return at, 0.0

    def _hour(self, at: int) -> int:
        """Return where "an hour" ends that makes a way a speed; `at` where there is none."""
        for phrase in self.lists.hourly:
            if self.reading.forms[at : at + len(phrase)] == phrase:
                return at + len(phrase)
        return at


def _longest(lists: Lexicon) -> int:
    return max(map(len, lists.fractions), default=0)
