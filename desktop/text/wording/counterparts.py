"""Find the number of the source that a number of the rewrite stands in for."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits
from desktop.text.numerals import Numeral
from desktop.text.wording.reading import Reading, breaks
from desktop.text.wording.spans import spans

_CLOSE = 0.3  # of the larger: numbers farther apart count something else
_FAR = 0.8  # of the larger: what is five times as much counts something else
_EXACT = 0.03  # 90 days are three months
_ROUND = 0.1  # as far as "about" goes
_MANY = 12  # smaller numbers are too many to be told by their size alone
_MONEY = frozenset("$£€¥")
_HEDGE = 3  # words a hedge may have


class Counterpart(NamedTuple):
    """A number of the rewrite sentence and the one that the source has in its place.

    `source` is the position of the source sentence; `rounded` says whether a word like "about"
    owns to the difference.
    """

    own: Numeral
    source: int
    other: Numeral
    rounded: bool


class Answers(NamedTuple):
    """The numbers of a rewrite sentence that are wrong, and those that are newer."""

    wrong: tuple[Counterpart, ...]
    newer: tuple[Counterpart, ...]


class _Place(NamedTuple):
    """A number where it stands: in sentence `at` of its article."""

    at: int
    reading: Reading
    number: Numeral

    def word(self, step: int) -> str:
        """Return the word before (-1) or after the number (1, 2), "" where there is none."""
        at = self.number.at.start + step if step < 0 else self.number.at.stop + step - 1
        return self.reading.forms[at] if 0 <= at < len(self.reading.forms) else ""

    def units(self, lists: Lexicon) -> Iterator[str]:
        """Yield what tells of what the number is one: the words beside it, its signs."""
        if self.reading.per_cent(self.number.at):
            yield "%"
        for form in (self.word(-1), self.word(1), self.word(2)):
            if form and lists.content(form):
                yield lists.currencies.get(form, form)
        words, text = self.reading.words, self.reading.text
        before = text[max(words[self.number.at.start].start - 1, 0)]
        after = text[words[self.number.at.stop - 1].end :].lstrip()[:1]
        yield from (sign for sign in (before, after) if sign in _MONEY)

    def unit(self, lists: Lexicon) -> float:
        """Return how many days a unit of time after the number has; 0 where there is none."""
        return lists.durations.get(self.word(1), 0.0)

    def days(self, lists: Lexicon) -> float:
        """Return the length of time it is told in, in days; 0 for what is none."""
        every = spans(self.reading, lists)
        return next((span.days for span in every if self.number.at.start in span.at), 0.0)

    def sort(self, lists: Lexicon) -> str:
        """Return what sort of number it is: an age, an amount of money, a length of time."""
        if self.reading.per_cent(self.number.at):
            return "%"
        if self.month(lists):
            return "date"
        if self.number.clock(self.reading.forms, lists):
            return "clock"
        if self.number.is_year:
            return "year"
        if self._is_age(lists):
            return "age"
        if self.unit(lists):
            return "time"
        return next((unit for unit in self.units(lists) if unit in _MONEY), "")

    def _is_age(self, lists: Lexicon) -> bool:
        """Say whether it stands as in "Ann Lee, 58, said" or "(58)", or beside "old" or "aged"."""
        text = self.reading.text
        before = text[: self.reading.words[self.number.at.start].start].rstrip()[-1:]
        after = text[self.reading.words[self.number.at.stop - 1].end :][:1]
        beside = {self.word(-1), self.word(1), self.word(2)}
        apart = (before == "," and after in (",", ".", "")) or (before == "(" and after == ")")
        return apart or not lists.aged.isdisjoint(beside)

    def month(self, lists: Lexicon) -> str:
        """Return the month that the number is a day of, "" where it is none."""
        return self.number.month(self.reading.forms, lists)


class Figures:
    """The numbers of a source, ready to be asked what became of them in the rewrite."""

    def __init__(
        self, source: Sequence[Reading], rewrite: Iterable[Reading], lists: Lexicon
    ) -> None:
        self._lists = lists
        self._source = source
        self.values = {number.value for reading in source for number in reading.numbers}
        kept = {number.value for reading in rewrite for number in reading.numbers}
        lost = [
            place for place in _places(range(len(source)), source) if place.number.value not in kept
        ]
        self._lost = sorted(lost, key=lambda place: (place.number.value, place.at))
        self._sizes = [place.number.value for place in self._lost]

    def counterparts(self, reading: Reading, linked: Iterable[int]) -> Answers:
        """Return the numbers of a rewrite sentence that are wrong, and those that are newer.

        They are looked for in the `linked` source sentences, then among the numbers that the
        whole rewrite has lost. Where several differ and none is the same, they are newer.
        """
        if not reading.numbers:
            return Answers((), ())
        own = {number.value for number in reading.numbers}
        theirs = list(_places(linked, self._source))
        known = {place.number.value for place in theirs}
        left = [place for place in theirs if place.number.value not in own]
        found: list[Counterpart] = []
        for number in reading.numbers:
            place = _Place(-1, reading, number)
            if number.value in known or _worked_out(number.value, known):
                continue
            if not any(self._lasts_as_long(place, other) for other in left):
                found.extend(self._answer(place, left, bool(own & known)))
        wrong = [part for part in found if not part.rounded]
        newer = len(wrong) > 1 and not own & known
        return Answers((), tuple(found)) if newer else Answers(tuple(found), ())

    def _answer(self, place: _Place, left: Sequence[_Place], shared: bool) -> Iterator[Counterpart]:
        rounded = softened(place.reading, place.number, self._lists) != place.number.at
        fitting = [other for other in left if self._same(place, other, rounded)]
        if not fitting and place.number.value not in self.values:
            alike = [other for other in left if self._alike(place, other, shared)]
            units = [other for other in left if self._of_one_unit(place, other)]
            fitting = next((some for some in (alike, units) if len(some) == 1), [])
        if not fitting and place.number.value not in self.values:
            fitting = [
                other
                for other in self._lost_near(place.number.value)
                if self._counts_the_same(place, other, rounded)
            ]
        if fitting:
            best = min(
                fitting, key=lambda other: (abs(other.number.value - place.number.value), other.at)
            )
            if not (
                rounded and best.number.clock(best.reading.forms, self._lists)
            ):  # "just before 11" for 10:52 is as right
                yield Counterpart(place.number, best.at, best.number, rounded)

    def _lost_near(self, value: float) -> Sequence[_Place]:
        first = bisect_left(self._sizes, value * (1 - _CLOSE))
        return self._lost[first : bisect_right(self._sizes, value / (1 - _CLOSE))]

    def _alike(self, one: _Place, other: _Place, shared: bool) -> bool:
        """Say whether two numbers are close and may be of one sort, whatever they count.

        Where nothing tells of what sort they are, another number must be `shared`.
        """
        sorts = one.sort(self._lists), other.sort(self._lists)
        if sorts[0] != sorts[1]:
            return "" in sorts and not _MONEY.isdisjoint(sorts) and self._near(one, other)
        if sorts[0] == "age":
            return True
        return (sorts[0] != "" or shared) and self._near(one, other)

    def _near(self, one: _Place, other: _Place) -> bool:
        apart = abs(one.number.value - other.number.value)
        if one.number.value < _MANY:
            return apart <= 1 and other.number.value > 1
        return _far(one, other) <= _CLOSE

    def _lasts_as_long(self, one: _Place, other: _Place) -> bool:
        """Say whether two lengths of time are one: 90 minutes and one and a half hours."""
        if not (one.unit(self._lists) and other.unit(self._lists)):
            return False
        days = one.days(self._lists), other.days(self._lists)
        return abs(days[0] - days[1]) <= _EXACT * max(days)

    def _of_one_unit(self, one: _Place, other: _Place) -> bool:
        """Say whether the same telling word stands behind two numbers: 15 metres, 50 metres."""
        unit, sort = one.word(1), one.sort(self._lists)
        counted = bool(unit) and unit == other.word(1) and self._lists.content(unit)
        return counted and sort == other.sort(self._lists) == "" and _far(one, other) <= _FAR

    def _same(self, one: _Place, other: _Place, rounded: bool) -> bool:
        """Say whether two numbers of linked sentences stand in the same place."""
        if one.word(1) == other.word(1) != "" and one.word(-1) == other.word(-1) != "":
            return True  # between the same words
        if one.month(self._lists):
            return one.month(self._lists) == other.month(self._lists)
        return self._counts_the_same(one, other, rounded)

    def _counts_the_same(self, one: _Place, other: _Place, rounded: bool) -> bool:
        """Say whether two numbers are close and count the same; two years are never close."""
        if one.number.is_year and other.number.is_year:
            return False
        units = one.unit(self._lists), other.unit(self._lists)
        if all(units) and units[0] != units[1]:
            days = one.days(self._lists), other.days(self._lists)
            return _EXACT < abs(days[0] - days[1]) / max(*days, _EXACT) <= _CLOSE
        far = _far(one, other)
        if rounded and far <= _ROUND and one.number.value >= _MANY:
            return True
        close = far <= _CLOSE or abs(one.number.value - other.number.value) <= 1
        return close and not set(one.units(self._lists)).isdisjoint(other.units(self._lists))


def _worked_out(value: float, known: Collection[float]) -> bool:
    """Say whether a number is the sum or the difference of two others: 47 fewer, from 78 to 31."""
    return value >= _MANY and any(
        value in (one + other, one - other) for one, other in permutations(known, 2)
    )


def softened(reading: Reading, number: Numeral, lists: Lexicon) -> range:
    """Return a number with the hedge right before it."""
    start = max(number.at.start - _HEDGE, 0)
    before = reading.forms[start : number.at.start]
    stops = (len(before), len(before) - (not lists.ones.isdisjoint(before[-1:])))  # "about a 5%"
    ends = [start + part.start for part in hits(before, lists.hedges) if part.stop in stops]
    if not ends or any(breaks(reading, at) for at in range(ends[0], number.at.start)):
        return number.at
    return range(ends[0], number.at.stop)


def _places(positions: Iterable[int], every: Sequence[Reading]) -> Iterator[_Place]:
    for at in positions:
        for number in every[at].numbers:
            yield _Place(at, every[at], number)


def _far(one: _Place, other: _Place) -> float:
    """Return how far two numbers are apart, as a share of the larger."""
    values = one.number.value, other.number.value
    return abs(values[0] - values[1]) / max(*values, 1)
