"""Find what became of what is told: numbers, sources of claims, tone, things new and lost."""

from collections.abc import Iterator

from desktop.text.codebook import Flag, Kind
from desktop.text.lexicon import hits
from desktop.text.numerals import Numeral
from desktop.text.reading import Reading
from desktop.text.tagged import Finding, Tagged
from desktop.tr import tr


def numbers(tagged: Tagged) -> Iterator[Finding]:
    """A number that is not the source's, in a sentence that otherwise is."""
    evidence = tagged.evidence
    if tagged.kind is Kind.ADDITION or not evidence.sources:
        return
    theirs = [n for at in evidence.sources for n in tagged.source(at).numbers]
    own = evidence.reading.numbers
    left = [n for n in theirs if n.value not in {number.value for number in own}]
    for number in evidence.new_numbers:
        for other in left:
            if _misquoted(number, other, len(own), evidence.reading, tagged):
                new = evidence.reading.said(number.at)
                reason = tr("The number “{new}” is not the one in the source.", new=new)
                yield Finding(Flag.ALTERED, reason)
                return


def _misquoted(number: Numeral, other: Numeral, own: int, reading: Reading, tagged: Tagged) -> bool:
    """Say whether one number stands where the source has the other, and not as a rounded one."""
    close = abs(number.value - other.value) <= 0.25 * max(number.value, other.value)
    before = reading.forms[max(number.at.start - 2, 0) : number.at.start]
    rounded = any(hits(before, tagged.pair.lists.hedges))
    return close and not rounded


def mixed(tagged: Tagged) -> Iterator[Finding]:
    if tagged.kind is Kind.ADDITION and tagged.evidence.sources:
        yield Finding(Flag.MIXED, tr("A part of it is from the source."))


def tone(tagged: Tagged) -> Iterator[Finding]:
    """Loaded words that the source has not."""
    evidence = tagged.evidence
    if tagged.kind is not Kind.PARAPHRASE:
        return
    missing = set(evidence.support.missing)
    for part in evidence.loaded:
        if missing.intersection(part):
            words = evidence.reading.said(part)
            reason = tr("“{words}” colours what the source says plainly.", words=words)
            yield Finding(Flag.TONE_SHIFT, reason)
