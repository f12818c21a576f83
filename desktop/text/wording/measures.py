"""Read what has a unit: lengths of time and of ways, speeds, weights, areas, volumes.

So "eleven weeks" can be held against "a fortnight", and "14 knots" against "16mph".
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, lexicon
from desktop.text.numerals import Numeral, numerals
from desktop.text.words import forms

_TIME, _LENGTH, _SPEED = "time", "length", "speed"
_RATE = 3  # words from a number to "a week" that makes it a rate
_ALMOST = 0.001  # of the larger: numbers are no more exact
_MOST = 8  # measures of a sentence that may be added up: more is a table
_IDIOMS = {15.0: 14.0, 8.0: 7.0}  # quinze jours, acht Tage
_WITH_IDIOMS = frozenset({"de", "fr", "es", "it", "pt"})


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

    def has_other_unit(self, other: "Measure") -> bool:
        """Say whether the same number measures the same kind of thing in another unit."""
        same = abs(self.size / self.unit - other.size / other.unit) < _ALMOST
        return self.of == other.of and self.unit != other.unit and same


def add_up(measure: Measure, others: list[Measure]) -> bool:
    """Say whether a measure is the sum or the difference of two others of its kind."""
    sizes = [other.size for other in others if other.of == measure.of]
    return len(sizes) <= _MOST and any(
        abs(measure.size - size) <= _ALMOST * measure.size
        for one, other in permutations(sizes, 2)
        for size in (one + other, one - other)
    )


@lru_cache(maxsize=8192)
def measures(text: str, language: str) -> tuple[Measure, ...]:
    """Return what a sentence measures, in order, by the positions of the words.

    Ages are not measured, nor is a rate, as in "60 a week".
    """
    found: list[Measure] = []
    units = _Units(forms(text), numerals(text, language), lexicon(language))
    for measure in units.each():
        last = found[-1] if found else None
        if last is not None and units.go_on(last, measure):
            found[-1] = last._replace(
                at=range(last.at.start, measure.at.stop), size=last.size + measure.size
            )
        else:
            found.append(measure)
    return tuple(found)


@lru_cache(maxsize=8192)
def by_word(text: str, language: str) -> Mapping[int, Measure]:
    """Return what a sentence measures by the position of each of its words."""
    return {at: measure for measure in measures(text, language) for at in measure.at}


class _Units(NamedTuple):
    """The units of a sentence, each to be read with what stands before it."""

    forms: tuple[str, ...]
    numbers: tuple[Numeral, ...]
    lists: Lexicon

    def each(self) -> Iterator[Measure]:
        forms, lists = self.forms, self.lists
        if lists.durations.keys().isdisjoint(forms) and lists.measures.keys().isdisjoint(forms):
            return  # quickly, as for most sentences
        ends = {number.at.stop: number for number in self.numbers}
        for at, form in enumerate(forms):
            if form in lists.durations:
                of, unit = _TIME, lists.durations[form]
            elif form in lists.measures:
                of, unit = self._powered(at, *lists.measures[form])
            else:
                continue
            count = self._count(at, ends)
            if count is None or not lists.aged.isdisjoint(forms[at + 1 : at + 2]):
                continue
            stop, half = self._half(at + 1)
            hour = self._hour(stop) if of == _LENGTH else stop
            of = _SPEED if hour > stop else of
            low = self._low(count, ends)
            if low is not None:
                yield Measure(low.at, of, low.value * unit, unit)
            size = self._days(count.value + half, unit) if of == _TIME else count.value + half
            yield Measure(range(count.at.start, hour), of, size * unit, unit)

    def go_on(self, one: Measure, other: Measure) -> bool:
        """Say whether a measure goes on with a smaller unit: "three years and six months"."""
        smaller = one.of == other.of and other.unit < one.unit and other.size < one.unit
        return smaller and self.lists.joiners.issuperset(self.forms[one.at.stop : other.at.start])

    def _count(self, at: int, ends: dict[int, Numeral]) -> Numeral | None:
        """Return how many units there are: a number, "half an", "a", or none before "fortnight"."""
        if at and self.forms[at - 1] in self.lists.squares:
            at -= 1
        one = at > 0 and self.forms[at - 1] in self.lists.ones
        if at in ends:
            return ends[at]
        for stop in (at, at - 1) if one else (at,):
            for size in range(1, min(stop, _longest(self.lists)) + 1):
                share = self.lists.fractions.get(self.forms[stop - size : stop])
                if share is not None:
                    return Numeral(range(stop - size, at), share)
        if self.forms[at] in self.lists.spans or (one and self._is_amount(at - 1, ends)):
            return Numeral(range(at - one, at), 1.0)
        return None

    def _is_amount(self, at: int, ends: dict[int, Numeral]) -> bool:
        """Say whether "a" begins an amount, as in "took a week", and not a rate: "60 a week"."""
        return not any(stop in ends for stop in range(at - _RATE, at + 1))

    def _low(self, count: Numeral, ends: dict[int, Numeral]) -> Numeral | None:
        """Return the low end of a range, which has the unit of its high end: "two to three"."""
        start = count.at.start
        between = self.forms[start - 1] if start else ""
        low = ends.get(start - 1)
        tied = between in self.lists.until or between in self.lists.joiners
        return low if low is not None and tied and low.value < count.value else None

    def _days(self, count: float, unit: float) -> float:
        """Return a count, and 14 for the 15 days that are two weeks in some languages."""
        idiom = unit == 1 and self.lists.language in _WITH_IDIOMS
        return _IDIOMS.get(count, count) if idiom else count

    def _powered(self, at: int, of: str, unit: float) -> tuple[str, float]:
        """Return what a unit measures beside "square" or "cubic", and its size then."""
        beside = (*self.forms[max(at - 1, 0) : at], *self.forms[at + 1 : at + 2])
        powers = [self.lists.squares[form] for form in beside if form in self.lists.squares]
        if of != _LENGTH or not powers:
            return of, unit
        return {2: ("area", unit**2), 3: ("volume", unit**3 * 1000)}.get(powers[0], ("", unit))

    def _half(self, at: int) -> tuple[int, float]:
        """Return where a measure ends, and the half that "and a half" at `at` adds to it."""
        for half in self.lists.halves:
            if self.forms[at : at + len(half)] == half:
                return at + len(half), 0.5
        return at, 0.0

    def _hour(self, at: int) -> int:
        """Return where "an hour" ends that makes a way a speed; `at` where there is none."""
        for phrase in self.lists.hourly:
            if self.forms[at : at + len(phrase)] == phrase:
                return at + len(phrase)
        return at


def _longest(lists: Lexicon) -> int:
    return max(map(len, lists.fractions), default=0)
