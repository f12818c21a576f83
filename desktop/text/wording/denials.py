"""Find what a sentence denies, and whether another denies it as well."""

from collections.abc import Iterator, Sequence

from desktop.text.lexicon import Lexicon, hits
from desktop.text.wording.days import named
from desktop.text.wording.reading import Reading
from desktop.text.wording.support import Vocabulary

_NEAR = 4  # words before a "not" on which its "if" stands, and behind a "ne" what completes it
_LONG = 2  # words of a "not" with its verb; with more words than these went its clause


def negated(reading: Reading, lists: Lexicon) -> Iterator[range]:
    """Yield where a sentence denies, in order: a "not", or all from "ne" to "pas".

    Not in "no more than", "not only" and "if it is not", nor where nothing completes a French "ne"
    ("avant qu'il ne soit").
    """
    bounds = {at for part in hits(reading.forms, lists.limits) for at in part}
    forms, end = reading.forms, 0
    for at in named(reading, lists.negation, lists):
        part = _whole(reading, at, lists)
        merely = not lists.merely.isdisjoint(forms[at + 1 : at + 2])
        conditional = not lists.conditions.isdisjoint(forms[max(at - _NEAR, 0) : at])
        if part and at >= end and not (at in bounds or merely or conditional):
            yield part
        end = max(end, part.stop)


def _whole(reading: Reading, at: int, lists: Lexicon) -> range:
    """Return a denial up to the word that completes it; empty where it needs one and has none."""
    if reading.forms[at] not in lists.half:
        return range(at, at + 1)
    if not lists.completing.isdisjoint(reading.forms[max(at - 1, 0) : at]):
        return range(at, at + 1)  # "personne ne sait"
    onward = range(at + 1, min(at + 1 + _NEAR, len(reading.forms)))
    ends = [place for place in onward if reading.forms[place] in lists.completing]
    return range(at, ends[0] + 1) if ends else range(at, at)


def turning(source: Reading, dropped: Sequence[int], lists: Lexicon) -> set[str]:
    """Return the forms among a few `dropped` words without which the rest says the opposite.

    A "ne" alone is none of them: without it French denies all the same.
    """
    if len(dropped) > _LONG:
        return set()
    denying = {at for part in negated(source, lists) for at in (part.start, part.stop - 1)}
    return {source.forms[at] for at in denying.intersection(dropped)} - lists.half


def answers(reading: Reading, other: Reading, lists: Lexicon) -> bool:
    """Say whether a sentence denies anything as well; a "stop" that stands in both says nothing."""
    saying_no = lists.denying.intersection(reading.forms)
    known = Vocabulary(other.forms)
    return not lists.negation.isdisjoint(reading.forms) or any(
        form not in known for form in saying_no
    )
