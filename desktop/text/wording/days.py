"""Find the months and days of the week that a sentence names."""

from collections.abc import Iterator

from desktop.text.lexicon import Lexicon
from desktop.text.wording.reading import Reading
from desktop.text.words import stem

_SAME = {"sonnabend": "samstag"}


def calendar(lists: Lexicon) -> Iterator[frozenset[str]]:
    """Yield the names of months, then those of days; "today" is another day in another paper."""
    yield lists.months
    yield lists.weekdays - lists.today


def named(reading: Reading, names: frozenset[str], lists: Lexicon) -> list[int]:
    """Return the positions of the words of a sentence that are among some names.

    Where the name of a month is also a verb, the capital of a name must show it; where that of a
    day is also an ordinal, the "-feira" behind it or the "na" before it.
    """
    forms = reading.forms
    return [at for at, form in enumerate(forms) if form in names and _is_one(reading, at, lists)]


def _is_one(reading: Reading, at: int, lists: Lexicon) -> bool:
    form, forms = reading.forms[at], reading.forms
    if form in lists.ordinals:
        tied = at + 1 < len(forms) and reading.tied(at + 1)
        return tied or not lists.on.isdisjoint(forms[max(at - 1, 0) : at])
    return form not in lists.capital or _is_name(reading, at)


def _is_name(reading: Reading, at: int) -> bool:
    start = reading.words[at].start
    return start > 0 and reading.text[start].isupper()


def same(one: str, other: str) -> bool:
    """Say whether two names of months or days mean the same one: "Sept." and "September"."""
    one, other = _SAME.get(one, one), _SAME.get(other, other)
    if stem(one) == stem(other):  # "juin" is no "juillet"
        return True
    return min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))
