"""A rewrite sentence with its tag, and what can be found out about it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.text.codebook import Flag, Kind
from desktop.text.judging.evidence import Evidence, Pair
from desktop.text.wording.reading import Reading
from desktop.tr import tr


class Finding(NamedTuple):
    """A flag and why, in a sentence for a person."""

    flag: Flag
    reason: str


class Tagged(NamedTuple):
    """A rewrite sentence with its tag; `used` as `used_beside` gives it."""

    kind: Kind
    evidence: Evidence
    pair: Pair
    used: Mapping[int, frozenset[int]]

    @property
    def sources(self) -> list[Reading]:
        """The linked source sentences."""
        return [self.pair.source[at] for at in self.evidence.sources]

    @property
    def carried(self) -> bool:
        """Whether most words of the sentence are the source's, in its order."""
        return 2 * self.evidence.support.order > len(self.evidence.reading.words)

    def source(self, at: int) -> Reading:
        """Return a source sentence."""
        return self.pair.source[at]


def used_words(every: Sequence[Evidence]) -> dict[int, frozenset[int]]:
    """Return, by source sentence, the positions of the words that any quotation has or answers."""
    used: dict[int, frozenset[int]] = defaultdict(frozenset)
    for evidence in every:
        for trace in evidence.found:
            if trace.source is not None:
                answered = (at for part in trace.differences for at in part.source)
                used[trace.source] |= trace.used.union(answered)
            if trace.other is not None and trace.other_used:
                used[trace.other] |= trace.other_used
    return used


def used_beside(
    evidence: Evidence, used: Mapping[int, frozenset[int]]
) -> Mapping[int, frozenset[int]]:
    """Return the words that need not stand in a sentence, of what the whole rewrite has `used`.

    A headline and a first sentence stand for themselves: there the rest must be in them.
    """
    return used_words((evidence,)) if evidence.lead else used


def instead(old: str, new: str, flag: Flag = Flag.ALTERED) -> Finding:
    """Return that the rewrite says something else than the source in its place."""
    return Finding(flag, tr("The source says “{old}”, the rewrite “{new}”.", old=old, new=new))
