"""Find numbers that are retold wrongly: others, rounder ones, without their bounds or doubts."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from desktop.text.codebook import Kind
from desktop.text.judging.tagged import Finding, Tagged, instead
from desktop.text.lexicon import Lexicon, hits
from desktop.text.numerals import YEARS, Numeral
from desktop.text.wording.counterparts import softened
from desktop.text.wording.proportions import fractions, percentages
from desktop.text.wording.reading import Reading, words_of_doubt

_TELLING = 100  # larger numbers are told apart by themselves
_EXACTLY, _ROUNDED = 0.4, 6  # points of per cent
_NEAR = 4  # words between the ends of a range
_HOUR = range(30, 120)  # minutes: a unit of so many tells the time as well
_DAY = 1440  # minutes
_BETWEEN = 2  # words from "between" on to its number
_LIMIT = 2  # words of a bound after its number: "or fewer"


def numbers(tagged: Tagged) -> Iterator[Finding]:
    """A number that is not the source's, in a sentence that otherwise is."""
    if tagged.kind is Kind.ADDITION:
        return
    for wrong in tagged.evidence.wrong:
        source, reading, lists = (
            tagged.source(wrong.source),
            tagged.evidence.reading,
            tagged.pair.lists,
        )
        old = source.figure(softened(source, wrong.other, lists))
        yield instead(old, reading.figure(softened(reading, wrong.own, lists)))


def bounds(tagged: Tagged) -> Iterator[Finding]:
    """A bound set or lifted: "up to 2.1 million" became "2.1 million"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    if tagged.kind is Kind.ADDITION:
        return
    for number in evidence.reading.numbers:
        same = [
            (source, other)
            for source in tagged.sources
            for other in source.numbers
            if other.value == number.value
        ]
        own = _bounded(evidence.reading, number, lists) if same else None
        theirs = [_bounded(source, other, lists) for source, other in same]
        known = [part for part in theirs if part is not None]
        if own is None or len(known) < len(theirs):
            continue
        bounded = [part for part in known if part.limit]
        if bounded and not own.limit:
            yield instead(bounded[0].said, own.said)
        elif known and own.limit and not bounded:
            yield instead(known[0].said, own.said)


def ranges(tagged: Tagged) -> Iterator[Finding]:
    """One end of a range told as the number: "between 10 and 15 per cent" became "15 per cent"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    if tagged.kind is Kind.ADDITION:
        return
    own = {number.value: number for number in evidence.reading.numbers}
    for source in tagged.sources:
        for at, ends in _ranges(source, lists):
            kept = [own[end.value] for end in ends if end.value in own]
            if len(kept) != 1 or softened(evidence.reading, kept[0], lists) != kept[0].at:
                continue
            if not _of_time(source, ends[1], lists):
                said = source.figure(range(at, ends[1].at.stop))
                yield instead(said, evidence.reading.figure(kept[0].at))


def _ranges(reading: Reading, lists: Lexicon) -> Iterator[tuple[int, tuple[Numeral, Numeral]]]:
    """Yield where "between" stands before two numbers, with these."""
    for low, high in pairwise(reading.numbers):
        near = high.at.start - low.at.stop <= _NEAR and low.value < high.value
        start = max(low.at.start - _BETWEEN, 0)
        before = [at for at in range(start, low.at.start) if reading.forms[at] in lists.between]
        if near and before:
            yield before[-1], (low, high)


class _Bounded(NamedTuple):
    """A number with the hedge before it, and whether it is told as a bound."""

    said: str
    limit: bool


def _bounded(reading: Reading, number: Numeral, lists: Lexicon) -> _Bounded | None:
    """Return how a number is told; None where other words bound it: "capped at", "between"."""
    if _of_time(reading, number, lists) or any(
        number in ends for _, ends in _ranges(reading, lists)
    ):
        return None
    part = softened(reading, number, lists)
    before = reading.forms[: number.at.start]
    after = reading.forms[number.at.stop : number.at.stop + _LIMIT + 1]
    trails = [at.stop for at in hits(after, lists.limits) if after[at.start] in lists.either]
    limit = bool(trails) or any(hits(reading.forms[part.start : part.stop], lists.limits))
    capped = before[-1:] and before[-1] in lists.function and not lists.ceilings.isdisjoint(before)
    if not limit and (capped or not lists.either.isdisjoint(before[-1:])):
        return None
    whole = range(part.start, part.stop + max(trails, default=0))
    return _Bounded(reading.figure(whole), limit)


def _of_time(reading: Reading, number: Numeral, lists: Lexicon) -> bool:
    """Say whether a number is a year, a day of a month or a time: "hasta 2026" is no bound."""
    at, forms = number.at, reading.forms
    beside = forms[max(at.start - 1, 0) : at.start] + forms[at.stop : at.stop + 1]
    hour = any(round(_DAY * lists.durations.get(form, 0)) in _HOUR for form in beside)
    dated = number.value in YEARS or bool(number.month(forms, lists))
    return dated or hour or number.clock(forms)


def doubts(tagged: Tagged) -> Iterator[Finding]:
    """What only may be is told as certain: "could reach 1.1 million" became "is 1.1 million"."""
    evidence, pair = tagged.evidence, tagged.pair
    own = evidence.reading
    told = [number for number in own.numbers if number.value in pair.maybe]
    if (
        not told
        or tagged.kind is Kind.ADDITION
        or any(words_of_doubt(own, pair.lists.possible, pair.lists))
    ):
        return
    for number in told:
        at, part = pair.maybe[number.value]
        if softened(own, number, pair.lists) != number.at:
            continue
        if at in evidence.sources or number.value >= _TELLING:
            yield instead(pair.source[at].figure(part), own.figure(number.at))


def shares(tagged: Tagged) -> Iterator[Finding]:
    """A proportion in rounder words: "54 per cent" became "half of"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    told = list(fractions(evidence.reading, lists))
    if not told or tagged.kind is Kind.ADDITION:
        return
    theirs = [
        (source, part)
        for source in tagged.sources
        for part in (*percentages(source), *fractions(source, lists))
    ]
    values = {part.value for part in percentages(evidence.reading)}
    values.update(share.value for share in told)
    for share in told:
        apart = [abs(part.value - share.value) for _, part in theirs]
        if not apart or min(apart) <= _EXACTLY:
            continue
        source, part = theirs[apart.index(min(apart))]
        kept = any(abs(part.value - value) <= _EXACTLY for value in values)
        if min(apart) <= _ROUNDED and not kept:
            yield instead(source.figure(part.at), evidence.reading.said(share.at))
