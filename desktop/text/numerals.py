"""Read numbers, in figures or in words, as values that can be compared."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.lexicon import Lexicon
from desktop.text.words import Word

YEARS = range(1700, 2101)
"""Numbers that are more likely years than counts."""


class Numeral(NamedTuple):
    """A number and the positions of its words: “2.4 million”, “sixty-four”, “9,000”."""

    at: range
    value: float

    @property
    def form(self) -> str:
        """The value as a form to compare: "sixty-four" and "64" have the same."""
        return f"{self.value:.12g}"

    def month(self, forms: Sequence[str], lists: Lexicon) -> str:
        """Return the month beside the number, which is then a day of it; "" where there is none."""
        beside = (*forms[max(self.at.start - 1, 0) : self.at.start], *forms[self.at.stop :][:1])
        return next((form for form in beside if form in lists.months), "")

    def clock(self, forms: Sequence[str]) -> bool:
        """Say whether the number is a time of day to the minute."""
        return ":" in forms[self.at.start]


def numerals(words: Sequence[Word], lists: Lexicon) -> tuple[Numeral, ...]:
    """Return the numbers among `words`, in order.

    "one" is none: too often it is no number. Clock times count as their hours and minutes.
    """
    found: list[Numeral] = []
    at = 0
    known = lists.numbers
    for begin in [
        n for n, word in enumerate(words) if word.form in known or word.form[0].isdecimal()
    ]:
        value = _simple(words[begin].form, lists) if begin >= at else None
        if value is None:
            continue
        at = begin + 1
        if words[begin].form in known and value in range(20, 100, 10) and at < len(words):
            units = lists.numbers.get(words[at].form, 0)  # sixty-four
            if 0 < units < 10:
                value, at = value + units, at + 1
        while at < len(words) and _power(words, at, lists):
            value, at = value * _power(words, at, lists), at + 1
        found.append(Numeral(range(begin, at), value))
    return tuple(found)


def _simple(form: str, lists: Lexicon) -> float | None:
    if form[0].isdecimal():
        try:
            return float(form.replace(":", "."))
        except ValueError:
            return None  # 1.2.3
    number = lists.numbers.get(form)
    return None if number is None else float(number)


def _power(words: Sequence[Word], at: int, lists: Lexicon) -> int:
    word = words[at]
    if len(word.form) == 1 and word.start != words[at - 1].end:
        return 0  # 2.4m are millions, 11 m metres
    return lists.powers.get(word.form, 0)
