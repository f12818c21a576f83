"""Find the number of the source that a number of the rewrite stands in for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from desktop.text.lexicon import Lexicon
from desktop.text.numerals import Numeral
from desktop.text.wording.measures import Measure, by_word
from desktop.text.wording.reading import TABLE, Reading, softened
from desktop.text.wording.units import MONEY, signs

_CLOSE = 0.3  # of the larger: numbers farther apart count something else
_FAR = 0.8  # of the larger: what is five times as much counts something else
_EXACT = 0.03  # 90 days are three months
_SAME = 0.0002  # six months are half a year
_ROUND = 0.1  # as far as "about" goes
_MANY = 12  # smaller numbers are too many to be told by their size alone
_HUNDRED = 100  # smaller numbers share their digits by chance
_NEVER_ADDED = frozenset({"%", "date", "clock", "year", "age"})
_HALF_A_DAY = 12


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
    """The numbers of a rewrite sentence that are wrong, newer, or the same in another unit."""

    wrong: tuple[Counterpart, ...] = ()
    newer: tuple[Counterpart, ...] = ()
    converted: tuple[Numeral, ...] = ()


class _Place(NamedTuple):
    """A number where it stands: in sentence `at` of its article."""

    at: int
    reading: Reading
    number: Numeral

    def word(self, step: int) -> str:
        """Return the word before (-1) or after the number (1, 2), "" where there is none."""
        at = self.number.at.start + step if step < 0 else self.number.at.stop + step - 1
        return self.reading.forms[at] if 0 <= at < len(self.reading.forms) else ""

    def stands_like(self, other: "_Place") -> bool:
        """Say whether another number stands between the very same words."""
        after, before = self.word(1), self.word(-1)
        return after == other.word(1) != "" and before == other.word(-1) != ""

    def units(self, lists: Lexicon) -> Iterator[str]:
        """Yield what tells of what the number is one: the words beside it, its signs."""
        if self.reading.per_cent(self.number.at):
            yield "%"
        for form in (self.word(-1), self.word(1), self.word(2)):
            if form and lists.content(form):
                yield lists.currencies.get(form, form)
        yield from signs(self.reading, self.number)

    def measure(self, lists: Lexicon) -> Measure | None:
        """Return what is measured with the number, None where nothing is."""
        return by_word(self.reading.text, lists.language).get(self.number.at.start)

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
        measure = self.measure(lists)
        if measure is not None:
            return measure.of
        return next((unit for unit in self.units(lists) if unit in MONEY), "")

    def _is_age(self, lists: Lexicon) -> bool:
        """Say whether it stands as in "Ann Lee, 58, said" or "(58)", or beside "old" or "aged"."""
        text = self.reading.text
        before = text[: self.reading.words[self.number.at.start].start].rstrip()[-1:]
        after = text[self.reading.words[self.number.at.stop - 1].end :][:1]
        beside = {self.word(-1), self.word(1), self.word(2)}
        apart = (before == "," and after in (",", ".", "")) or (before == "(" and after == ")")
        return apart or not lists.aged.isdisjoint(beside)

    def is_share(self, lists: Lexicon) -> bool:
        """Say whether it stands as in "42 per cent of the tests"."""
        behind = self.reading.forms[self.reading.end(self.number.at) :][:1]
        return self.sort(lists) == "%" and behind in lists.of

    def hour(self, lists: Lexicon) -> bool:
        """Say whether it may be a time of day: "9 Uhr", "21:30", "20 heures"."""
        measure, unit = self.measure(lists), lists.durations.get(self.word(1), 1.0)
        hours = measure is not None and measure.unit == unit < 1.0
        return hours or self.number.clock(self.reading.forms, lists)

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
        if not 0 < len(reading.numbers) <= TABLE:
            return Answers()
        own = {number.value for number in reading.numbers}
        theirs = list(_places(linked, self._source))
        known = {place.number.value for place in theirs}
        left = [place for place in theirs if place.number.value not in own]
        found: list[Counterpart] = []
        converted: list[Numeral] = []
        for number in reading.numbers:
            place = _Place(-1, reading, number)
            if number.value in known or self._worked_out(place, theirs):
                continue
            if any(self._measures_the_same(place, other) for other in left):
                converted.append(number)
            else:
                found.extend(self._answer(place, left, bool(own & known)))
        wrong = [part for part in found if not part.rounded]
        newer = len(wrong) > 1 and not own & known
        if newer:
            return Answers(newer=tuple(found), converted=tuple(converted))
        return Answers(wrong=tuple(found), converted=tuple(converted))

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
            return "" in sorts and not MONEY.isdisjoint(sorts) and self._near(one, other)
        if sorts[0] == "age" or _is_slip(one.number, other.number):
            return True
        return (sorts[0] != "" or shared) and self._near(one, other)

    def _near(self, one: _Place, other: _Place) -> bool:
        apart = abs(one.number.value - other.number.value)
        if one.number.value < _MANY:
            return apart <= 1 and other.number.value > 1
        return _far(one, other) <= _CLOSE

    def _measures_the_same(self, one: _Place, other: _Place) -> bool:
        """Say whether two numbers are one size in two units: 90 minutes, one and a half hours."""
        half_a_day = abs(one.number.value - other.number.value) == _HALF_A_DAY
        if half_a_day and one.hour(self._lists) and other.hour(self._lists):
            return True  # 20 Uhr, acht Uhr abends
        sizes = one.measure(self._lists), other.measure(self._lists)
        if not sizes[0] or not sizes[1]:
            return False
        room = _EXACT if sizes[0].unit != sizes[1].unit else _SAME
        return sizes[0].apart(sizes[1]) <= room

    def _worked_out(self, place: _Place, theirs: Sequence[_Place]) -> bool:
        """Say whether a number follows from two: 47 fewer, from 78 to 31; a tenth of 84 million."""
        if place.number.value < _MANY or len(theirs) > _MANY:
            return False
        return not any(place.stands_like(other) for other in theirs) and any(
            self._is_sum(place, *two) or self._is_share(place, *two)
            for two in permutations(theirs, 2)
        )

    def _is_sum(self, place: _Place, one: _Place, other: _Place) -> bool:
        sums = one.number.value + other.number.value, one.number.value - other.number.value
        return place.number.value in sums and self._add_up(one, other)

    def _is_share(self, place: _Place, one: _Place, other: _Place) -> bool:
        """Say whether a number is so many per cent of another, or how many per cent one is."""
        value, part, whole = (each.number.value for each in (place, one, other))
        if abs(_HUNDRED * part - value * whole) <= whole / 2:
            return place.is_share(self._lists) and self._add_up(one, other)
        if abs(_HUNDRED * value - part * whole) > _SAME * part * whole:
            return False
        return one.sort(self._lists) == "%" and other.sort(self._lists) not in _NEVER_ADDED

    def _add_up(self, one: _Place, other: _Place) -> bool:
        """Say whether two numbers count the same, as far as the words behind them tell."""
        sorts = one.sort(self._lists), other.sort(self._lists)
        told = {place.word(1) for place in (one, other) if self._lists.content(place.word(1))}
        return sorts[0] == sorts[1] and sorts[0] not in _NEVER_ADDED and len(told - {""}) < 2

    def _of_one_unit(self, one: _Place, other: _Place) -> bool:
        """Say whether the same telling word stands behind two numbers: 15 metres, 50 metres."""
        unit, sort = one.word(1), one.sort(self._lists)
        counted = bool(unit) and unit == other.word(1) and self._lists.content(unit)
        plain = sort == "" or unit in self._lists.measures
        near = _far(one, other) <= _FAR or _is_tenfold(one.number.value, other.number.value)
        return counted and plain and near and sort == other.sort(self._lists)

    def _same(self, one: _Place, other: _Place, rounded: bool) -> bool:
        """Say whether two numbers of linked sentences stand in the same place."""
        if one.stands_like(other):
            return True
        if one.month(self._lists):
            return one.month(self._lists) == other.month(self._lists)
        return self._counts_the_same(one, other, rounded)

    def _counts_the_same(self, one: _Place, other: _Place, rounded: bool) -> bool:
        """Say whether two numbers are close and count the same; two years are never close."""
        if one.number.is_year and other.number.is_year:
            return False
        sizes = one.measure(self._lists), other.measure(self._lists)
        if sizes[0] and sizes[1] and sizes[0].unit != sizes[1].unit:
            return _EXACT < sizes[0].apart(sizes[1]) <= _CLOSE
        far = _far(one, other)
        if rounded and far <= _ROUND and one.number.value >= _MANY:
            return True
        close = far <= _CLOSE or abs(one.number.value - other.number.value) <= 1
        return close and not set(one.units(self._lists)).isdisjoint(other.units(self._lists))


def _is_tenfold(one: float, other: float) -> bool:
    """Say whether two large numbers differ by noughts alone: 300 and 3,000."""
    ends = f"{one:.0f}".rstrip("0"), f"{other:.0f}".rstrip("0")
    return min(one, other) >= _HUNDRED and ends[0] == ends[1]


def _is_slip(one: Numeral, other: Numeral) -> bool:
    """Say whether a number has the digits of another in another order: 560 for 650."""
    return one.value >= _HUNDRED and sorted(one.form) == sorted(other.form)


def _places(positions: Iterable[int], every: Sequence[Reading]) -> Iterator[_Place]:
    for at in positions:
        for number in every[at].numbers:
            yield _Place(at, every[at], number)


def _far(one: _Place, other: _Place) -> float:
    """Return how far two numbers are apart, as a share of the larger."""
    values = one.number.value, other.number.value
    return abs(values[0] - values[1]) / max(*values, 1)
