"""Find the months and days of the week that a sentence names."""

from collections.abc import Iterator

from desktop.text.lexicon import Lexicon
from desktop.text.wording.reading import Reading

_LETTERS = 4  # that tell months and days apart, inflected or not: "juin" and "juillet"


def calendar(lists: Lexicon) -> Iterator[frozenset[str]]:
    """Yield the names of months, then those of days; "today" is another day in another paper."""
    yield lists.months
    yield lists.weekdays - lists.today


def named(reading: Reading, names: frozenset[str]) -> list[int]:
    """Return the positions of the words of a sentence that are among some names."""
    return [at for at, form in enumerate(reading.forms) if form in names]


def same(one: str, other: str) -> bool:
    """Say whether two names of months or days mean the same one: "Sept." and "September"."""
    if one[:_LETTERS] == other[:_LETTERS]:
        return True
    return min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))
