"""Find what is retold wrongly: days, denials, doubts, words that exclude each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop.text.codebook import Flag, Kind
from desktop.text.judging.evidence import DRAWN
from desktop.text.judging.tagged import Finding, Tagged, instead
from desktop.text.lexicon import Lexicon
from desktop.text.wording.days import calendar, named, same
from desktop.text.wording.denials import answers, negated
from desktop.text.wording.matching import similar
from desktop.text.wording.reading import (
    Reading,
    breaks,
    clause,
    clause_around,
    words_of_doubt,
)
from desktop.text.wording.support import Vocabulary, forms_of
from desktop.tr import tr

_NEAR = 4  # words around one that tell what it is about
_TOLD = 2  # telling words by which what is denied is known again


def days(tagged: Tagged) -> Iterator[Finding]:
    """Another day of the week, or another month, for the same thing."""
    reading, lists = tagged.evidence.reading, tagged.pair.lists
    if tagged.kind is Kind.ADDITION or tagged.evidence.link < DRAWN:
        return
    for names in calendar(lists):
        every = [(source, at) for source in tagged.sources for at in named(source, names, lists)]
        own, theirs = _unmatched(reading, named(reading, names, lists), every)
        kept = len(theirs) < len(every)  # the sentence has a right one as well
        for at in own:
            only = len(own) == len(theirs) == 1 and names is not lists.months
            alone = only and tagged.carried and _is_nowhere(reading, at, tagged)
            for source, other in theirs:
                if alone or (not kept and _about_the_same(source, other, reading, at, lists)):
                    yield _other(source, other, reading, at)


def _unmatched(
    reading: Reading, own: Sequence[int], theirs: Sequence[tuple[Reading, int]]
) -> tuple[list[int], list[tuple[Reading, int]]]:
    """Return the days or months that only one side has."""
    forms = [reading.forms[at] for at in own]
    others = [source.forms[at] for source, at in theirs]
    return (
        [at for at in own if not any(same(reading.forms[at], form) for form in others)],
        [
            place
            for place in theirs
            if not any(same(form, place[0].forms[place[1]]) for form in forms)
        ],
    )


def _is_nowhere(reading: Reading, at: int, tagged: Tagged) -> bool:
    """Say whether the source names a day nowhere, and it is not the day on which something is said.

    Who said it on Thursday may have told the paper more than the agency.
    """
    said = any(map(tagged.pair.lists.saying, _around(reading.forms, at)))
    return not said and not any(same(reading.forms[at], form) for form in tagged.pair.where)


def _other(source: Reading, one: int, rewrite: Reading, other: int) -> Finding:
    return instead(source.compound(one), rewrite.compound(other))


def denials(tagged: Tagged) -> Iterator[Finding]:
    """A "not" lost or added in a sentence that is carried over."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    if tagged.kind is Kind.ADDITION or evidence.found or not tagged.carried:
        return
    joined = len(evidence.support.carriers) > 1
    if joined and tagged.kind is not Kind.QUOTE:
        return  # of two sentences more words are shared by chance
    own, carriers = evidence.reading, [tagged.source(at) for at in evidence.support.carriers]
    for source in carriers:
        for words in _undenied(source, [own], lists):
            reason = tr("The source says “{words}”, the rewrite does not deny it.", words=words)
            yield Finding(Flag.ALTERED, reason)
    for words in _undenied(own, carriers, lists):
        reason = tr("The rewrite says “{words}”, the source does not deny it.", words=words)
        yield Finding(Flag.ALTERED, reason)


def _undenied(one: Reading, others: Sequence[Reading], lists: Lexicon) -> Iterator[str]:
    """Yield what a sentence denies that others tell, none of which denies anything."""
    if any(answers(other, one, lists) for other in others):
        return
    known = Vocabulary(forms_of(others))
    for part in negated(one, lists):
        denied = _denied(one, part.start, lists)
        if denied and all(one.forms[place] in known for place in denied):
            yield one.said(range(part.start, max(denied[0] + 1, part.stop)))


def _denied(reading: Reading, at: int, lists: Lexicon) -> list[int]:
    """Return the next telling words of the clause, two at the most and _NEAR words on."""
    places = clause(reading, at, _NEAR + 1)
    return [n for n in places if n > at and lists.content(reading.forms[n])][:_TOLD]


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
            told = _doubted(source, doubt, lists)
            kept = [source.forms[at] in known for at in told]
            strictly = source.forms[doubt.start : doubt.stop] in lists.supposed
            if _is_kept(told, kept, strictly):
                words = source.said(range(doubt.start, max(doubt.stop, told[0] + 1)))
                reason = tr("The source says “{words}”; here the doubt is gone.", words=words)
                yield Finding(Flag.ALTERED, reason)


def _doubted(source: Reading, doubt: range, lists: Lexicon) -> list[int]:
    """Return the telling words behind a doubt, or before one that ends its clause.

    "... could not be ruled out"
    """
    if doubt.stop == len(source.forms) or breaks(source, doubt.stop - 1):
        places: Iterable[int] = range(clause_around(source, doubt.start).start, doubt.start)
    else:
        places = clause(source, doubt.stop, 2 * _NEAR)
    return [at for at in places if lists.content(source.forms[at])]


def _is_kept(told: Sequence[int], kept: Sequence[bool], strictly: bool) -> bool:
    """Say whether what was in doubt is told: its first word, or, not `strictly`, any two."""
    if not strictly:
        return bool(told) and (kept[0] or sum(kept) > 1)
    beside = len(told) < 2 or told[1] != told[0] + 1 or kept[1]  # a gas alarm is no gas leak
    return bool(told) and kept[0] and beside


def promises(tagged: Tagged) -> Iterator[Finding]:
    """What may be is told as what will be: "may reopen" became "will reopen"."""
    own, lists = tagged.evidence.reading, tagged.pair.lists
    if tagged.kind is Kind.ADDITION or tagged.evidence.found:
        return
    told = [
        (at, own.forms[next_])
        for at in named(own, lists.certain, lists)
        for next_ in _denied(own, at, lists)[:1]
    ]
    for source in tagged.sources if told else ():
        for doubt in words_of_doubt(source, lists.possible, lists):
            for next_ in _denied(source, doubt.stop - 1, lists)[:1]:
                for at, verb in told:
                    if similar(source.forms[next_], verb):
                        stop = own.forms.index(verb, at) + 1
                        said = source.said(range(doubt.start, next_ + 1))
                        yield instead(said, own.said(range(at, stop)))


def _in_doubt(reading: Reading, lists: Lexicon) -> bool:
    """Say whether a sentence leaves anything open, in whatever words."""
    hedged = any(words_of_doubt(reading, lists.hedges, lists)) or not lists.hinting.isdisjoint(
        reading.forms
    )
    return hedged or "?" in reading.text or bool(reading.quoted)


def rivals(tagged: Tagged) -> Iterator[Finding]:
    """A word that excludes the one the source has there: "cancelled" for "postponed"."""
    evidence, lists = tagged.evidence, tagged.pair.lists
    own = evidence.reading.forms
    if tagged.kind is Kind.ADDITION or lists.rivals.keys().isdisjoint(own):
        return
    if not lists.negation.isdisjoint(own):
        return
    # "no link was proven" proves none
    sources = [source for source in tagged.sources if lists.negation.isdisjoint(source.forms)]
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


def turns(tagged: Tagged) -> Iterator[Finding]:
    """Another turn of the same season or year: "next winter" became "this winter"."""
    lists = tagged.pair.lists
    if tagged.kind is Kind.ADDITION or lists.seasons.isdisjoint(tagged.evidence.reading.forms):
        return
    theirs = [found for source in tagged.sources for found in _turns(source, lists)]
    for season, turn, said in _turns(tagged.evidence.reading, lists):
        others = [words for other, at, words in theirs if other == season and at != turn]
        same = any(other == season and at == turn for other, at, _ in theirs)
        if others and not same:
            yield instead(others[0], said)


def _turns(reading: Reading, lists: Lexicon) -> Iterator[tuple[str, int, str]]:
    """Yield each season or year that has a "next" or "last" beside it, with both words."""
    for at, (one, other) in enumerate(pairwise(reading.forms)):
        for season, turn in ((one, other), (other, one)):
            if season in lists.seasons and turn in lists.turns:
                yield season, lists.turns[turn], reading.said(range(at, at + 2))


def _about_the_same(source: Reading, place: int, reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether a telling word stands near both of two words."""
    near = Vocabulary(_around(source.forms, place))
    return any(lists.content(form) and form in near for form in _around(reading.forms, at))


def _around(forms: Sequence[str], at: int) -> Sequence[str]:
    return (*forms[max(at - _NEAR, 0) : at], *forms[at + 1 : at + 1 + _NEAR])
