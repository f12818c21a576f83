"""Find what is retold wrongly: numbers, bounds, days, denials, doubts, words of another meaning."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.text.codebook import Flag, Kind
from desktop.text.judging.evidence import DRAWN
from desktop.text.judging.tagged import Finding, Tagged
from desktop.text.lexicon import Lexicon, Phrases, hits, lexicon
from desktop.text.numerals import YEARS, Numeral
from desktop.text.wording.counterparts import softened
from desktop.text.wording.days import calendar, named, same
from desktop.text.wording.reading import Reading, breaks, words_of_doubt
from desktop.text.wording.support import Vocabulary
from desktop.tr import tr

_TELLING = 100  # larger numbers are told apart by themselves
_EXACTLY, _ROUNDED = 0.5, 6  # points of per cent
_NEAR = 4  # words around one that tell what it is about
_HOUR = 0.1  # days: units up to this tell the time as well
_LIMIT = 2  # words of a bound after its number: "or fewer"


def numbers(tagged: Tagged) -> Iterator[Finding]:
    """A number that is not the source's, in a sentence that otherwise is."""
    if tagged.kind is Kind.ADDITION:
        return
    for wrong in tagged.evidence.wrong:
        source = tagged.source(wrong.source)
        old, new = source.figure(wrong.other.at), tagged.evidence.reading.figure(wrong.own.at)
        yield _instead(old, new)


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
            yield _instead(bounded[0].said, own.said)
        elif known and own.limit and not bounded:
            yield _instead(known[0].said, own.said)


class _Bounded(NamedTuple):
    """A number with the hedge before it, and whether it is told as a bound."""

    said: str
    limit: bool


def _bounded(reading: Reading, number: Numeral, lists: Lexicon) -> _Bounded | None:
    """Return how a number is told; None where other words make a bound: "capped at", "one or"."""
    if _of_time(reading, number, lists):
        return None
    part = softened(reading, number, lists)
    before = reading.forms[: number.at.start]
    after = reading.forms[number.at.stop : number.at.stop + _LIMIT + 1]
    trails = any(after[at.start] in lists.either for at in hits(after, lists.limits))
    limit = trails or any(hits(reading.forms[part.start : part.stop], lists.limits))
    capped = before[-1:] and before[-1] in lists.function and not lists.ceilings.isdisjoint(before)
    if not limit and (capped or not lists.either.isdisjoint(before[-1:])):
        return None
    return _Bounded(reading.figure(part), limit)


def _of_time(reading: Reading, number: Numeral, lists: Lexicon) -> bool:
    """Say whether a number is a year, a day of a month or a time: "hasta 2026" is no bound."""
    at, forms = number.at, reading.forms
    beside = forms[max(at.start - 1, 0) : at.start] + forms[at.stop : at.stop + 1]
    hour = any(0 < lists.durations.get(form, 0) < _HOUR for form in beside)
    dated = number.value in YEARS or bool(number.month(forms, lists))
    return dated or hour or number.clock(forms)


def days(tagged: Tagged) -> Iterator[Finding]:
    """Another day of the week, or another month, for the same thing."""
    reading, lists = tagged.evidence.reading, tagged.pair.lists
    if tagged.kind is Kind.ADDITION or tagged.evidence.link < DRAWN:
        return
    sources = tagged.sources
    for names in calendar(lists):
        own = named(reading, names)
        theirs = [(source, at) for source in sources for at in named(source, names)]
        if any(same(reading.forms[j], source.forms[i]) for j in own for source, i in theirs):
            continue  # the sentence has the right one as well
        for at in own:
            for source, other in theirs:
                if _about_the_same(source, other, reading, at, lists):
                    yield _other(source, other, reading, at)


def _other(source: Reading, one: int, rewrite: Reading, other: int) -> Finding:
    return _instead(source.said(range(one, one + 1)), rewrite.said(range(other, other + 1)))


def _instead(old: str, new: str) -> Finding:
    reason = tr("The source says “{old}”, the rewrite “{new}”.", old=old, new=new)
    return Finding(Flag.ALTERED, reason)


def denials(tagged: Tagged) -> Iterator[Finding]:
    """A "not" lost or added in a sentence that is carried over."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    carried = 2 * evidence.support.order > len(evidence.reading.words)
    if tagged.kind is Kind.ADDITION or evidence.found or not carried:
        return
    source, own = tagged.source(evidence.support.best), evidence.reading
    for one, other in ((source, own), (own, source)):
        if not all(no.isdisjoint(other.forms) for no in (lists.negation, lists.denying)):
            continue
        for at in _denying(one, lists):
            denied = _next(one, at, lists)
            if denied is not None and one.forms[denied] in Vocabulary(other.forms):
                words = one.said(range(at, denied + 1))
                if one is source:
                    reason = tr(
                        "The source says “{words}”, the rewrite does not deny it.", words=words
                    )
                else:
                    reason = tr(
                        "The rewrite says “{words}”, the source does not deny it.", words=words
                    )
                yield Finding(Flag.ALTERED, reason)


def _denying(reading: Reading, lists: Lexicon) -> Iterator[int]:
    """Yield where a sentence denies: not in "no more than", and not in "not only"."""
    bounds = {at for part in hits(reading.forms, lists.limits) for at in part}
    for at in named(reading, lists.negation):
        if at not in bounds and lists.merely.isdisjoint(reading.forms[at + 1 : at + 2]):
            yield at


def _next(reading: Reading, at: int, lists: Lexicon) -> int | None:
    """Return the next telling word of the clause, at most _NEAR words on."""
    places = _clause(reading, at, _NEAR + 1)
    return next((n for n in places if n > at and lists.content(reading.forms[n])), None)


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
            yield _instead(pair.source[at].figure(part), own.figure(number.at))


def certainties(tagged: Tagged) -> Iterator[Finding]:
    """A doubt that is gone: "appears to have been dust" became "turned out to be dust"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    sources = [
        (source, list(words_of_doubt(source, lists.unsure, lists))) for source in tagged.sources
    ]
    if not any(found for _, found in sources) or tagged.kind is Kind.ADDITION or evidence.found:
        return
    if _in_doubt(evidence.reading, lists):
        return
    known = Vocabulary(evidence.reading.forms)
    for source, found in sources:
        for doubt in found:
            clause = _clause(source, doubt.stop, _NEAR + 1)
            told = [at for at in clause if lists.content(source.forms[at])]
            kept = [source.forms[at] in known for at in told]
            if kept and (kept[0] or sum(kept) > 1):
                words = source.said(range(doubt.start, told[0] + 1))
                reason = tr("The source says “{words}”; here the doubt is gone.", words=words)
                yield Finding(Flag.ALTERED, reason)


def _in_doubt(reading: Reading, lists: Lexicon) -> bool:
    """Say whether a sentence leaves anything open, in whatever words."""
    hedged = any(words_of_doubt(reading, lists.hedges, lists)) or not lists.hinting.isdisjoint(
        reading.forms
    )
    return hedged or "?" in reading.text or bool(reading.quoted)


def _clause(reading: Reading, start: int, most: int) -> Iterator[int]:
    """Yield the places from `start` to the end of its clause, `most` at the most."""
    for at in range(start, min(start + most, len(reading.words))):
        if at > start and breaks(reading, at - 1):
            return
        yield at


def shares(tagged: Tagged) -> Iterator[Finding]:
    """Per cent in round words: "54 per cent" became "half of"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    own = evidence.reading
    phrases = _shares(lists.language)
    told = list(hits(own.forms, phrases))
    if not told or tagged.kind is Kind.ADDITION:
        return
    values = {number.value for number in own.numbers}
    for source in tagged.sources:
        if any(hits(source.forms, phrases)):
            return
        for number in source.numbers:
            said = source.figure(number.at)
            for part in told:
                share = lists.shares[own.forms[part.start : part.stop]]
                apart = abs(share - number.value)
                near = _EXACTLY < apart <= _ROUNDED and number.value not in values
                if near and said != source.said(number.at) and "$" not in said:
                    yield _instead(said, own.said(part))


@lru_cache
def _shares(language: str) -> Phrases:
    return frozenset(lexicon(language).shares)


def rivals(tagged: Tagged) -> Iterator[Finding]:
    """A word that excludes the one the source has there: "cancelled" for "postponed"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    own = evidence.reading.forms
    if tagged.kind is Kind.ADDITION or lists.rivals.keys().isdisjoint(own):
        return
    if not lists.negation.isdisjoint(own):
        return
    sources = tagged.sources
    known = {
        lists.rivals[form] for source in sources for form in source.forms if form in lists.rivals
    }
    quoted = {at for part in evidence.reading.quoted for at in part}
    for at, form in enumerate(evidence.reading.forms):
        if form not in lists.rivals or lists.rivals[form] in known or at in quoted:
            continue
        for source in sources:
            for place, other in enumerate(source.forms):
                same = other in lists.rivals and lists.rivals[other][0] == lists.rivals[form][0]
                if same and _about_the_same(source, place, evidence.reading, at, lists):
                    yield _other(source, place, evidence.reading, at)


def _about_the_same(source: Reading, place: int, reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether a telling word stands near both of two words."""
    near = Vocabulary(_around(source.forms, place))
    return any(lists.content(form) and form in near for form in _around(reading.forms, at))


def _around(forms: Sequence[str], at: int) -> Sequence[str]:
    return (*forms[max(at - _NEAR, 0) : at], *forms[at + 1 : at + 1 + _NEAR])
