"""Find bounds that were set or lifted: "up to 2.1 million", "5 per cent or more", "10 to 15"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.text.codebook import Flag, Kind
from desktop.text.judging.tagged import Finding, Tagged, instead
from desktop.text.lexicon import Lexicon, hits
from desktop.text.numerals import Numeral
from desktop.text.wording.reading import TABLE, Reading, breaks, clause, softened, words_of_doubt
from desktop.text.words import forms, stem
from desktop.tr import tr

_SEVERAL = 12  # smaller numbers count anything
_BETWEEN = 2  # words from "between" on to its number
_LIMIT, _FAR = 2, 4  # words on to a bound after its number: "or fewer", "of customers at most"


_Range = tuple[int, tuple[Numeral, Numeral]]  # where it begins, and its ends


class _Bounded(NamedTuple):
    """A number with the hedge before it, whether it is told as a bound, and from which side.

    `side` is 1 for "more than", -1 for "nearly", 0 for "about", and None where there is no hedge.
    """

    said: str
    limit: bool
    side: int | None


def bounds(tagged: Tagged) -> Iterator[Finding]:
    """A bound set or lifted: "up to 2.1 million" became "2.1 million".

    One that is lifted in the source's own words was cut from them.
    """
    reading, lists = tagged.evidence.reading, tagged.pair.lists
    if tagged.kind is Kind.ADDITION or len(reading.numbers) > TABLE:
        return
    lifted = Flag.CUT if tagged.kind is Kind.QUOTE else Flag.ALTERED
    for number in reading.numbers:
        every = [
            (source, other)
            for source in tagged.sources
            for other in source.numbers
            if other.value == number.value
        ]
        counted = _counted(reading, number)
        same = [place for place in every if _counted(*place) == counted]
        if not same and number.value >= _SEVERAL:
            same = every
        own = _bounded(reading, number, lists) if same else None
        if own is None:
            continue
        theirs = [_bounded(source, other, lists) for source, other in same]
        known = [part for part in theirs if part is not None]
        if len(known) < len(theirs):
            continue
        bounded = [part for part in known if part.limit]
        if bounded and not own.limit:
            yield instead(bounded[0].said, own.said, lifted)
        elif known and not bounded and _is_set(own, known, same[0], lists):
            yield instead(known[0].said, own.said)


def _is_set(
    own: _Bounded, known: Sequence[_Bounded], place: tuple[Reading, Numeral], lists: Lexicon
) -> bool:
    """Say whether a bound is new: "12,000" became "up to", or "about 12,000" "more than"."""
    if own.limit:
        return not _is_reached(place, own, lists)
    return bool(own.side) and all(part.side == 0 for part in known)


def softeners(tagged: Tagged) -> Iterator[Finding]:
    """A hedge left out of copied narration: "almost three times" became "three times"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    own = evidence.reading
    if tagged.kind is not Kind.QUOTE or evidence.found or _hedges(own, lists):
        return
    for source in map(tagged.source, evidence.support.carriers):
        spoken = {at for part in source.quoted for at in part}
        for hedge in _hedges(source, lists):
            beside = [*source.forms[hedge.start - 1 : hedge.start], *source.forms[hedge.stop :][:1]]
            if spoken.isdisjoint(hedge) and beside and set(beside).issubset(own.forms):
                yield Finding(Flag.CUT, tr("“{words}” is left out.", words=source.said(hedge)))


def _hedges(reading: Reading, lists: Lexicon) -> list[range]:
    return list(words_of_doubt(reading, lists.hedges, lists))


def _is_reached(place: tuple[Reading, Numeral], own: _Bounded, lists: Lexicon) -> bool:
    """Say whether a "to" tells how far something goes: "raised to 6", "from 2 up to 6"."""
    source, number = place
    before = source.forms[max(number.at.start - 1, 0) : number.at.start]
    if lists.until.isdisjoint(before):
        return False
    lower = any(0 < number.at.start - other.at.stop <= _LIMIT for other in source.numbers)
    return lower or not lists.until.isdisjoint(forms(own.said))


def _counted(reading: Reading, number: Numeral) -> str:
    """Return the beginning of what is counted: seven weeks are no seven councillors."""
    if reading.per_cent(number.at):
        return "%"
    return stem("".join(reading.forms[number.at.stop : number.at.stop + 1]))


def ranges(tagged: Tagged) -> Iterator[Finding]:
    """One end of a range told as the number: "between 10 and 15 per cent" became "15 per cent"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    if tagged.kind is Kind.ADDITION:
        return
    own = {number.value: number for number in evidence.reading.numbers}
    found = [(source, tuple(_ranges(source, source.numbers, lists))) for source in tagged.sources]
    for source, some in found:
        for at, ends in some:
            kept = [own[end.value] for end in ends if end.value in own]
            timed = any(_of_time(source, end, lists) for end in ends)
            if len(kept) != 1 or timed or not _is_bare(evidence.reading, kept[0], lists):
                continue
            if not any(_tells_alone(other, kept[0].value, parts) for other, parts in found):
                said = source.figure(range(at, ends[1].at.stop))
                yield instead(said, evidence.reading.figure(kept[0].at))


def _tells_alone(source: Reading, value: float, found: Iterable[_Range]) -> bool:
    """Say whether a sentence has a number outside of the ranges in it as well."""
    inside = [end.at for _, ends in found for end in ends]
    return any(n.value == value and n.at not in inside for n in source.numbers)


def _is_bare(reading: Reading, number: Numeral, lists: Lexicon) -> bool:
    """Say whether a number has no hedge, "from" or "to" before it, and no bound behind it."""
    before = reading.forms[max(number.at.start - 1, 0) : number.at.start]
    hedged = softened(reading, number, lists) != number.at
    return (
        not hedged
        and (lists.starting | lists.until).isdisjoint(before)
        and not _trailing(reading, number, lists)
    )


def _trailing(reading: Reading, number: Numeral, lists: Lexicon) -> int:
    """Return how many words lead to the end of a bound behind a number: "5 per cent or more"."""
    start = reading.end(number.at)
    near = len(list(clause(reading, start, _FAR)))
    others = {other.at.start for other in reading.numbers}
    for part in hits(reading.forms[start : start + near + _FAR], lists.limits):
        stop = start + part.stop
        behind = part.start < _LIMIT or _ends(reading, stop, lists)
        if part.start < near and stop not in others and behind:
            return stop - number.at.stop
    return 0


def _ends(reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether nothing follows a bound that it could belong to: not "at least until May"."""
    after = reading.forms[at : at + 1]
    return not after or breaks(reading, at - 1) or not lists.certain.isdisjoint(after)


def _ranges(reading: Reading, some: Sequence[Numeral], lists: Lexicon) -> Iterator[_Range]:
    """Yield where numbers in a row are a range, with its ends: "between 10 and 15 million"."""
    for low, high in pairwise(some):
        power = lists.powers.get(reading.forms[high.at.stop - 1], 1) if len(high.at) > 1 else 1
        if len(low.at) == 1 and low.value < power:
            low = Numeral(low.at, low.value * power)
        before = range(max(low.at.start - _BETWEEN, 0), low.at.start)
        starts = [at for at in before if reading.forms[at] in lists.between]
        if low.value < high.value and starts and _are_ends(reading, starts[-1], low, high, lists):
            yield starts[-1], (low, high)
        elif low.value < high.value and _is_span(reading, low, high, lists):
            yield low.at.start, (low, high)


def _is_span(reading: Reading, low: Numeral, high: Numeral, lists: Lexicon) -> bool:
    """Say whether two numbers are told as "10 to 15 per cent"; without a unit it may be a score."""
    inside = reading.forms[low.at.stop : high.at.start]
    joined = reading.tied(high.at.start) if not inside else len(inside) == 1
    unit = reading.per_cent(high.at) or not lists.durations.keys().isdisjoint(
        reading.forms[high.at.stop : high.at.stop + 1]
    )
    return bool(unit) and joined and lists.until.issuperset(inside)


def _are_ends(reading: Reading, start: int, low: Numeral, high: Numeral, lists: Lexicon) -> bool:
    """Say whether only small words stand around the low number: not "between 12 men and 20"."""
    small = {*lists.function, *lists.joiners, *forms(reading.per_cent(low.at))}
    around = (*range(start + 1, low.at.start), *range(low.at.stop, high.at.start))
    parted = any(breaks(reading, at) for at in range(low.at.stop - 1, high.at.start - 1))
    return not parted and all(reading.forms[at] in small for at in around)


def _bounded(reading: Reading, number: Numeral, lists: Lexicon) -> _Bounded | None:
    """Return how a number is told; None where other words bound it: "capped at", "between"."""
    place = reading.numbers.index(number)
    beside = reading.numbers[max(place - 1, 0) : place + 2]
    ends = (end.at for _, both in _ranges(reading, beside, lists) for end in both)
    if _of_time(reading, number, lists) or number.at in ends:
        return None
    part = softened(reading, number, lists)
    before = reading.forms[: number.at.start]
    trailing = _trailing(reading, number, lists)
    hedge = reading.forms[part.start : part.stop]
    limit = bool(trailing) or any(hits(hedge, lists.limits))
    sides = any(hits(hedge, lists.above)) - any(hits(hedge, lists.below))
    near = before[-1:] and before[-1] in lists.function | lists.ceilings  # "exceed 20", "capped at"
    capped = near and _is_capped(reading, number.at.start, lists)
    if not limit and (capped or not lists.either.isdisjoint(before[-1:])):
        return None
    side = sides if part != number.at else None
    return _Bounded(reading.figure(range(part.start, part.stop + trailing)), limit, side)


def _is_capped(reading: Reading, stop: int, lists: Lexicon) -> bool:
    """Say whether a ceiling stands before a place in its clause: "without a cap, 250" has none."""
    for at in reversed(range(stop)):
        if breaks(reading, at):
            return False
        if reading.forms[at] in lists.ceilings:
            return True
    return False


def _of_time(reading: Reading, number: Numeral, lists: Lexicon) -> bool:
    """Say whether a number is a year, a day of a month or a time: "hasta 2026" is no bound."""
    dated = number.is_year or bool(number.month(reading.forms, lists))
    return dated or number.clock(reading.forms, lists)
