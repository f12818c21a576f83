"""Read lengths of time in days: "eleven weeks", "a fortnight", "a year and a half"."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits
from desktop.text.wording.reading import Reading


class Span(NamedTuple):
    """A length of time: the positions of its words, and how many days it lasts."""

    at: range
    days: float


def spans(reading: Reading, lists: Lexicon) -> Iterator[Span]:
    """Yield the lengths of time a sentence tells; ages are none, and "60 a week" is none."""
    last: Span | None = None
    for span in _parts(reading, lists):
        if last is None:
            last = span
        elif span.days < last.days and _goes_on(reading, last.at.stop, span.at.start, lists):
            last = Span(range(last.at.start, span.at.stop), last.days + span.days)
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _goes_on(reading: Reading, stop: int, start: int, lists: Lexicon) -> bool:
    """Say whether a length goes on with a smaller unit: "three years and six months"."""
    return lists.joiners.issuperset(reading.forms[stop:start])


def _parts(reading: Reading, lists: Lexicon) -> Iterator[Span]:
    if lists.durations.keys().isdisjoint(reading.forms):
        return  # quickly, as for most sentences
    numbers = {number.at.stop: number for number in reading.numbers}
    shares = {part.stop: part for part in hits(reading.forms, frozenset(lists.fractions))}
    for at, form in enumerate(reading.forms):
        if form not in lists.durations or not lists.aged.isdisjoint(reading.forms[at + 1 : at + 2]):
            continue
        one = at > 0 and reading.forms[at - 1] in lists.ones
        part = shares.get(at) or (shares.get(at - 1) if one else None)
        if at in numbers:
            start, count = numbers[at].at.start, numbers[at].value
        elif part is not None:
            start, count = part.start, lists.fractions[reading.forms[part.start : part.stop]]
        elif form in lists.spans or (one and _is_length(reading, at - 1, lists)):
            start, count = at - one, 1.0
        else:
            continue
        stop, half = _half(reading, at + 1, lists)
        yield Span(range(start, stop), (count + half) * lists.durations[form])


def _is_length(reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether "a" begins a length and not a rate: "for a week", not "60 letters a week"."""
    before = reading.forms[at - 1] if at else ""
    return before in lists.function or any(hits((before,), lists.hedges))


def _half(reading: Reading, at: int, lists: Lexicon) -> tuple[int, float]:
    """Return where a length ends, and the half that "and a half" at `at` adds to its number."""
    for half in lists.halves:
        if reading.forms[at : at + len(half)] == half:
            return at + len(half), 0.5
    return at, 0.0
