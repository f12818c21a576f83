"""Find numbers that are retold wrongly: others, rounder ones, without their doubts."""

from collections.abc import Iterator
from itertools import islice

from desktop.text.codebook import Kind
from desktop.text.judging.tagged import Finding, Tagged, instead
from desktop.text.lexicon import Lexicon
from desktop.text.numerals import Numeral
from desktop.text.wording.measures import Measure, add_up, measures
from desktop.text.wording.proportions import EXACTLY, Proportion, proportions
from desktop.text.wording.reading import TABLE, Reading, clause, softened, words_of_doubt
from desktop.text.wording.units import MONEY, unit, with_unit

_TELLING = 100  # larger numbers are told apart by themselves
_ROUNDED, _WHOLE = 6, 100  # points of per cent
_NOUN = 4  # words from a share on in which stands what it is a share of
_SAME_SIZE, _NEAR_SIZE = 0.03, 0.25  # of the larger: 90 days are three months


def numbers(tagged: Tagged) -> Iterator[Finding]:
    """A number that is not the source's, in a sentence that otherwise is."""
    if tagged.kind is Kind.ADDITION:
        return
    for wrong in tagged.evidence.wrong:
        old = _figure(tagged.source(wrong.source), wrong.other, tagged.pair.lists)
        yield instead(old, _figure(tagged.evidence.reading, wrong.own, tagged.pair.lists))


def _figure(reading: Reading, number: Numeral, lists: Lexicon) -> str:
    """Return a number as it is told: with its hedge, and its month or currency."""
    start = softened(reading, number, lists).start
    told = number.told(reading.forms, lists)
    return reading.figure(range(min(start, told.start), told.stop))


def sizes(tagged: Tagged) -> Iterator[Finding]:
    """Another length of time or of a way, another speed: "11 days" became "a fortnight"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    if tagged.kind is Kind.ADDITION:
        return
    language = lists.language
    own = measures(evidence.reading.text, language)
    theirs = [(source, one) for source in tagged.sources for one in measures(source.text, language)]
    if max(len(own), len(theirs)) > TABLE:
        return
    gone = [
        (source, other)
        for source, other in theirs
        if all(kept.apart(other) > _SAME_SIZE for kept in own)
    ]
    for told in own:
        near = [
            (told.apart(other), source, other)
            for source, other in gone
            if told.apart(other) <= _NEAR_SIZE or told.has_other_unit(other)
        ]
        if near and not _is_right(told, [other for _, other in theirs], tagged):
            _, source, other = min(near, key=lambda found: found[0])
            yield instead(_size(source, other, lists), _size(evidence.reading, told, lists))


def _size(reading: Reading, measure: Measure, lists: Lexicon) -> str:
    """Return a size as it is told, with its hedge: "almost 3 miles"."""
    start = softened(reading, Numeral(measure.at, measure.size), lists).start
    return reading.said(range(start, measure.at.stop))


def _is_right(told: Measure, theirs: list[Measure], tagged: Tagged) -> bool:
    """Say whether the source has a size anywhere, or two that add up to it."""
    language = tagged.pair.lists.language
    return add_up(told, theirs) or any(
        told.apart(other) <= _SAME_SIZE
        for source in tagged.pair.source
        for other in measures(source.text, language)
    )


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
        hedge = own.forms[softened(own, number, pair.lists).start : number.at.start]
        if hedge and not set(hedge).issubset(pair.source[at].forms):
            continue  # "about 400" is another doubt, but not where the source has it as well
        if at in evidence.sources or number.value >= _TELLING:
            yield instead(pair.source[at].figure(part), own.figure(number.at))


def units(tagged: Tagged) -> Iterator[Finding]:
    """The same number of something else: "500 euros" became "500 dollars"."""
    lists = tagged.pair.lists
    if tagged.kind is Kind.ADDITION:
        return
    theirs = [(source, number) for source in tagged.sources for number in source.numbers]
    if max(len(theirs), len(tagged.evidence.reading.numbers)) > TABLE:
        return
    for own in tagged.evidence.reading.numbers:
        told_in = unit(tagged.evidence.reading, own, lists)
        same = [(source, other) for source, other in theirs if other.value == own.value]
        kept = [unit(source, other, lists) for source, other in same]
        alike = {told_in, *kept} <= MONEY or {told_in, *kept} == {"%", "points"}
        if kept and alike and told_in not in kept:
            old = with_unit(*same[0], lists)
            yield instead(old, with_unit(tagged.evidence.reading, own, lists))


def shares(tagged: Tagged) -> Iterator[Finding]:
    """Another proportion, or a rounder one: "54 per cent" became "half of"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    reading = evidence.reading
    told = proportions(reading, lists)
    theirs = [(source, part) for source in tagged.sources for part in proportions(source, lists)]
    if not told or not theirs or tagged.kind is Kind.ADDITION:
        return
    alone = len(told) == len(theirs) == 1 and tagged.carried
    for share in told:
        source, part = min(theirs, key=lambda place: (_apart(place[1], share), -place[1].value))
        same = _whole_of(reading, share, lists) & _whole_of(source, part, lists)
        most = _WHOLE if alone or same else _ROUNDED
        counted = reading.per_cent(share.at) and source.per_cent(part.at)  # `numbers` knows these
        kept = any(_apart(part, other) <= EXACTLY for other in told)
        if not counted and not kept and EXACTLY < _apart(part, share) <= most:
            own = softened(reading, Numeral(*share), lists)
            yield instead(source.figure(part.at), reading.figure(own))


def _whole_of(reading: Reading, share: Proportion, lists: Lexicon) -> frozenset[str]:
    """Return the telling word of which a share is told: "half of the pupils"; or nothing."""
    start = reading.end(share.at)
    tied = any(reading.forms[at : at + 1] in lists.of for at in (start - 1, start))
    if not tied and lists.definite.isdisjoint(reading.forms[start : start + 1]):
        return frozenset()
    behind = (reading.forms[at] for at in clause(reading, start, _NOUN))
    return frozenset(islice(filter(lists.content, behind), 1))


def _apart(one: Proportion, other: Proportion) -> float:
    return abs(one.value - other.value)
