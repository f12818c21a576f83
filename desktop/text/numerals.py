"""Read numbers, in figures or in words, as values that can be compared."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits, lexicon
from desktop.text.words import Word, forms, words

_YEARS = 1700, 2100
_APART = 2  # characters between words that belong to two numbers: "in 2000, a thousand more"
_SHORT = 2  # letters of "mn" and "k", which only stand right behind a number
_GROUP = 1000  # powers from here on end a group of a number: two hundred and fifty | thousand
_FOUR, _TWENTY = 4, 20  # quatre-vingts
_IN_FRENCH = {10.0: range(7, 10), 60.0: range(10, 20), 80.0: range(10, 20)}  # soixante-dix


class Numeral(NamedTuple):
    """A number and the positions of its words: “2.4 million”, “half a million”, “9,000”."""

    at: range
    value: float

    @property
    def form(self) -> str:
        """The value as a form to compare: "sixty-four" and "64" have the same."""
        return f"{self.value:.12g}"

    @property
    def is_year(self) -> bool:
        """Whether the number is more likely a year than a count."""
        return _YEARS[0] <= self.value <= _YEARS[1] and self.value % 1 == 0

    def month(self, forms: Sequence[str], lists: Lexicon) -> str:
        """Return the month beside the number, which is then a day of it; "" where there is none."""
        beside = (*forms[max(self.at.start - 1, 0) : self.at.start], *forms[self.at.stop :][:1])
        return next((form for form in beside if form in lists.months), "")

    def told(self, forms: Sequence[str], lists: Lexicon) -> range:
        """Return the positions of the number and of the month, clock or currency beside it."""
        start, stop = self.at.start, self.at.stop
        if start and forms[start - 1] in lists.months:
            return range(start - 1, stop)
        behind = forms[stop] if stop < len(forms) else ""
        units = (lists.months, lists.clock, lists.currencies)
        return range(start, stop + any(behind in unit for unit in units))

    def clock(self, forms: Sequence[str], lists: Lexicon) -> bool:
        """Say whether the number is a time of day: "10:52", "9 Uhr"."""
        behind = forms[self.at.stop : self.at.stop + 1]
        return ":" in forms[self.at.start] or not lists.clock.isdisjoint(behind)


@lru_cache(maxsize=8192)
def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """Return the numbers of `text`, in order, by the positions of their words.

    "one" alone is none: too often it is no number; "a million" and "one and a half" are. Clock
    times count as their hours and minutes.
    """
    lists, order = lexicon(language), forms(text)
    known, lone = lists.numbers, lists.lone
    begins = [
        n for n, form in enumerate(order) if form in known or form in lone or form[0].isdecimal()
    ]
    reader = _Reader(words(text), order, lists)
    parts = reader.parts()
    found: list[Numeral] = []
    end = 0
    for begin in sorted({*begins, *parts}):
        if begin < end:
            continue
        number = reader.whole(parts.get(begin) or reader.figure(begin))
        if number is not None:
            found.append(number)
            end = number.at.stop
    return tuple(found)


class _Reader(NamedTuple):
    """Reads the numbers of one sentence."""

    words: Sequence[Word]
    forms: Sequence[str]
    lists: Lexicon

    def parts(self) -> Mapping[int, Numeral]:
        """Return by their places "half a" before "million", and what is one before a power."""
        forms, lists = self.forms, self.lists
        large = {n for n, form in enumerate(forms) if len(form) > _SHORT and form in lists.powers}
        ones = [n for n, form in enumerate(forms[:-1]) if form in lists.ones]
        found = {
            n: Numeral(range(n, n + 1), 1.0)
            for n in ones
            if (n + 1 in large or self._half(n + 1)) and self._tied(n + 1)
        }
        for part in hits(forms, frozenset(lists.fractions)) if large else ():
            if part.stop in large and all(map(self._tied, range(part.start + 1, part.stop + 1))):
                share = lists.fractions[tuple(forms[part.start : part.stop])]
                found[part.start] = Numeral(part, share)
        return found

    def figure(self, at: int) -> Numeral | None:
        """Return the number one word is."""
        form, lists = self.forms[at], self.lists
        if not form[0].isdecimal():
            table = lists.numbers if form in lists.numbers else lists.powers
            return Numeral(range(at, at + 1), float(table[form]))
        try:
            return Numeral(range(at, at + 1), float(form.replace(":", ".")))
        except ValueError:
            return None  # 1.2.3

    def whole(self, number: Numeral | None) -> Numeral | None:
        """Return a number with all the words of it that follow its first: million, and a half."""
        if number is None:
            return None
        spelled = not self.forms[number.at.start][0].isdecimal()
        done, group, unit, at = 0.0, number.value, 1.0, number.at.stop
        while at < len(self.forms) and self._tied(at):
            power, half = self._power(at, group), self._half(at)
            more = self._more(at, group or unit) if spelled else None
            if power >= _GROUP:
                done, group, unit, at = done + (group or 1.0) * power, 0.0, power, at + 1
            elif power and group:
                group, at = group * power, at + 1
            elif half:
                done, group = (done + unit / 2, group) if done else (done, group + 0.5)
                at += half
            elif more is not None:
                group, at = group + more.value, more.at.stop
            else:
                break
        return Numeral(range(number.at.start, at), done + group)

    def _more(self, at: int, so_far: float) -> Numeral | None:
        """Return the smaller number that is added: "four" to sixty, "and fifty" to two hundred."""
        joined = self.forms[at] in self.lists.joiners
        at += joined
        if at >= len(self.forms) or not self._tied(at):
            return None
        form = self.forms[at]
        one = form in self.lists.ones and (joined or len(form) > _SHORT)
        value = 1.0 if one else float(self.lists.numbers.get(form, 0))
        room = 10.0 ** (len(f"{so_far:.0f}") - len(f"{so_far:.0f}".rstrip("0")))
        french = self.lists.language == "fr" and _IN_FRENCH.get(so_far, range(0))
        counts = so_far >= _TWENTY and so_far % 1 == 0 and 0 < value < room
        if not counts and not (french and value in french):
            return None
        return Numeral(range(at, at + 1), value)

    def _tied(self, at: int) -> bool:
        """Say whether nothing but a space or a hyphen parts a word from the one before it."""
        return self.words[at].start - self.words[at - 1].end < _APART

    def _power(self, at: int, group: float) -> int:
        word = self.words[at]
        if word.form == "vingt" and group == _FOUR:
            return _TWENTY
        if len(word.form) == 1 and word.start != self.words[at - 1].end:
            return 0  # 2.4m are millions, 11 m metres
        return self.lists.powers.get(word.form, 0)

    def _half(self, at: int) -> int:
        """Return how many words of "and a half" stand at a place."""
        halves = self.lists.halves
        return next((len(h) for h in halves if h == tuple(self.forms[at : at + len(h)])), 0)
