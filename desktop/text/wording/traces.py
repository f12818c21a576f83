"""What is found out about a quotation: where it comes from, and what became of its words."""

from enum import StrEnum
from typing import NamedTuple

from desktop.text.changes import What


class Fate(StrEnum):
    """What became of a quotation on the way into the rewrite."""

    IDENTICAL = "identical"
    TYPOGRAPHY = "typography"  # other marks, capitals, spaces; the same words
    CUT = "cut"
    ALTERED = "altered"
    MERGED = "merged"  # two utterances run together
    NEW = "new"  # only in the rewrite
    ATTRIBUTION = "attribution"  # another speaker, or a stronger verb of saying


class Difference(NamedTuple):
    """Words that differ: positions in the source sentence and in the rewrite sentence."""

    what: What
    source: tuple[int, ...]
    rewrite: tuple[int, ...]


class Trace(NamedTuple):
    """Where a quotation comes from and what became of its words.

    `quotation` are the positions of its words in the rewrite sentence, `source` the sentence that
    has most of them (None where none has) and `used` the positions of those words there. `other`
    is the sentence a second utterance was taken from, `other_used` the positions of its words, if
    they are most of it.
    """

    quotation: range
    fates: tuple[Fate, ...] = (Fate.NEW,)
    source: int | None = None
    used: frozenset[int] = frozenset()
    differences: tuple[Difference, ...] = ()
    other: int | None = None
    other_used: frozenset[int] = frozenset()

    @property
    def known(self) -> int:
        """How many words of the quotation are the source's, in any form and order."""
        new = (part for part in self.differences if part.what in (What.ADDED, What.CHANGED))
        return len(self.quotation) - sum(len(part.rewrite) for part in new)

    @property
    def sources(self) -> tuple[int, ...]:
        """The source sentences its words are from."""
        return tuple(at for at in (self.source, self.other) if at is not None)
