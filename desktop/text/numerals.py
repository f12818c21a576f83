"""Read numbers, in figures or in words, as values that can be compared."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits
from desktop.text.words import Word

YEARS = range(1700, 2101)
"""Numbers that are more likely years than counts."""

_APART = 2  # characters between words that belong to two numbers: "in 2000, a thousand more"
_SHORT = 2  # letters of "mn" and "k", which only stand right behind a number


class Numeral(NamedTuple):
    """A number and the positions of its words: “2.4 million”, “half a million”, “9,000”."""

    at: range
    value: float

    @property
    def form(self) -> str:
        """The value as a form to compare: "sixty-four" and "64" have the same."""
        return f"{self.value:.12g}"

    def month(self, forms: Sequence[str], lists: Lexicon) -> str:
        """Return the month beside the number, which is then a day of it; "" where there is none."""
        beside = (at for at in self.date(forms, lists) if at not in self.at)
        return next((forms[at] for at in beside), "")

    def date(self, forms: Sequence[str], lists: Lexicon) -> range:
        """Return the positions of the number and of the month beside it, if there is one."""
        start, stop = self.at.start, self.at.stop
        if start and forms[start - 1] in lists.months:
            return range(start - 1, stop)
        return range(start, stop + (stop < len(forms) and forms[stop] in lists.months))

    def clock(self, forms: Sequence[str]) -> bool:
        """Say whether the number is a time of day to the minute."""
        return ":" in forms[self.at.start]


def numerals(words: Sequence[Word], lists: Lexicon) -> tuple[Numeral, ...]:
    """Return the numbers among `words`, in order.

    "one" is none: too often it is no number. Clock times count as their hours and minutes.
    """
    known = lists.numbers
    forms = [word.form for word in words]
    begins = [n for n, form in enumerate(forms) if form in known or form[0].isdecimal()]
    parts = _parts(forms, lists)
    found: list[Numeral] = []
    end = 0
    for begin in sorted({*begins, *parts}):
        if begin < end:
            continue
        number = parts.get(begin) or _simple(forms, begin, lists)
        if number is not None:
            number = _with_powers(words, forms, number, lists)
            found.append(number)
            end = number.at.stop
    return tuple(found)


def _parts(forms: Sequence[str], lists: Lexicon) -> Mapping[int, Numeral]:
    """Return by their places the "half a" before "million", and the "a" of "a million"."""
    large = {n for n, form in enumerate(forms) if len(form) > _SHORT and form in lists.powers}
    if not large:
        return {}
    found = {n - 1: Numeral(range(n - 1, n), 1.0) for n in large if forms[n - 1] in lists.ones}
    for part in hits(forms, frozenset(lists.fractions)):
        if part.stop in large:
            found[part.start] = Numeral(part, lists.fractions[tuple(forms[part.start : part.stop])])
    return found


def _simple(forms: Sequence[str], at: int, lists: Lexicon) -> Numeral | None:
    form = forms[at]
    if form[0].isdecimal():
        try:
            return Numeral(range(at, at + 1), float(form.replace(":", ".")))
        except ValueError:
            return None  # 1.2.3
    value = float(lists.numbers[form])
    if value in range(20, 100, 10) and at + 1 < len(forms):
        units = lists.numbers.get(forms[at + 1], 0)  # sixty-four
        if 0 < units < 10:
            return Numeral(range(at, at + 2), value + units)
    return Numeral(range(at, at + 1), value)


def _with_powers(
    words: Sequence[Word], forms: Sequence[str], number: Numeral, lists: Lexicon
) -> Numeral:
    """Return a number with the "million" and the "and a half" behind it, in either order."""
    value, at, unit = number.value, number.at.stop, 1.0
    while at < len(forms) and words[at].start - words[at - 1].end < _APART:
        power, half = _power(words, at, lists), _half(forms, at, lists)
        if not power and not half:
            break
        value, unit = (value * power, unit * power) if power else (value + unit / 2, unit)
        at += half or 1
    return Numeral(range(number.at.start, at), value)


def _power(words: Sequence[Word], at: int, lists: Lexicon) -> int:
    word = words[at]
    if len(word.form) == 1 and word.start != words[at - 1].end:
        return 0  # 2.4m are millions, 11 m metres
    return lists.powers.get(word.form, 0)


def _half(forms: Sequence[str], at: int, lists: Lexicon) -> int:
    """Return how many words of "and a half" stand at a place."""
    return next(
        (len(half) for half in lists.halves if half == tuple(forms[at : at + len(half)])), 0
    )
