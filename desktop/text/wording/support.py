"""Measure what the source has of the words of a rewrite sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from desktop.text.lexicon import Lexicon
from desktop.text.wording.matching import similar
from desktop.text.wording.reading import Reading
from desktop.text.words import stem

RUN = 3
"""Words in a row that count as carried over: shorter runs are shared by chance."""
_FREE = 2
"""Words in a row that may be others without ending a run: a date, a title, a filler. On held-out
pairs alone it costs .003 of the tags' F1; with `copied` beside it that comes back, and stories that
copy almost word for word gain .02."""


class Support(NamedTuple):
    """What some source sentences have of one rewrite sentence; positions are those of its words.

    `missing` are the content words that they have not, `copied` the words in runs of at least RUN
    words of one of them. `best` is the source sentence with most words in the same order (-1 for
    none). `carriers` are that sentence alone, or two neighbours of which more was carried over, as
    when they are joined; `order` is the number of words in the order of these, `pieces` how often
    other words interrupt them, and `runs` how many stand in the two longest runs, which a few may
    interrupt (both 0 where `order` is no third of the sentence).
    """

    missing: tuple[int, ...]
    copied: frozenset[int]
    best: int
    carriers: tuple[int, ...]
    order: int
    runs: int
    pieces: int


def rarity(every: Iterable[Reading], lists: Lexicon) -> dict[str, float]:
    """Return the weight of every content word of a pair: the rarer, the more it tells."""
    counts = Counter[str]()
    total = 0
    for reading in every:
        counts.update(set(reading.forms))
        total += 1
    return {form: log(1.0 + total / count) for form, count in counts.items() if lists.content(form)}


def index(every: Sequence[Reading]) -> dict[str, list[int]]:
    """Return, by form, the positions of the sentences that have it, ascending."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, reading in enumerate(every):
        for form in set(reading.forms):
            where[form].append(at)
    return dict(where)


class Vocabulary:
    """Forms of words, ready to be asked for words and their inflected forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = set(forms)

    def __contains__(self, form: str) -> bool:
        return form in self._forms or any(self.like(form))

    def like(self, form: str) -> Iterator[str]:
        """Yield the forms that are likely the same word as this one, in no order."""
        return (other for other in self._stems.get(stem(form), ()) if similar(form, other))

    @cached_property
    def _stems(self) -> Mapping[str, Sequence[str]]:
        stems: dict[str, list[str]] = defaultdict(list)
        for form in self._forms:
            stems[stem(form)].append(form)
        return stems


def forms_of(every: Iterable[Reading]) -> Iterator[str]:
    """Yield the forms of all words of some sentences."""
    return (form for reading in every for form in reading.forms)


def support(
    reading: Reading, sources: Mapping[int, Reading], weights: Mapping[str, float]
) -> Support:
    """Measure what `sources`, by their positions, have of the words of `reading`."""
    known = Vocabulary(forms_of(sources.values()))
    missing = tuple(
        at for at, form in enumerate(reading.forms) if form in weights and form not in known
    )
    own = reading.plain
    orders = {at: LCSseq.similarity(source.plain, own) for at, source in sources.items()}
    best = min(orders, key=lambda at: (-orders[at], at), default=-1)
    copied = _copied(own, [source.plain for source in sources.values()])
    alone = _Order((best,) if best >= 0 else (), orders.get(best, 0), 0, 0)
    if 3 * alone.words > len(own):
        alone = _order(alone.carriers, sources[best].plain, own)
    return Support(missing, copied, best, *_joined(alone, own, sources))


class _Order(NamedTuple):
    """What `Support` tells of the order of some source sentences."""

    carriers: tuple[int, ...]
    words: int
    runs: int
    pieces: int


def _joined(alone: _Order, own: Sequence[str], sources: Mapping[int, Reading]) -> _Order:
    """Return two neighbours in place of one sentence, where a run of words more is theirs."""
    found = alone
    for at in sources:
        if at + 1 not in sources:
            continue
        one, other = sources[at].plain, sources[at + 1].plain
        for both in ((*one, *other), (*other, *one)):
            order = LCSseq.similarity(both, own)
            if order > found.words and 3 * order > len(own):
                joined = _order((at, at + 1), both, own)
                if joined.runs >= found.runs + RUN:
                    found = joined
    return found


def _order(carriers: tuple[int, ...], source: Sequence[str], own: Sequence[str]) -> _Order:
    runs, ended = [0], (0, 0)
    blocks = [b for b in LCSseq.editops(source, own).as_matching_blocks() if b.size]
    for block in blocks:
        if block.a - ended[0] > _FREE or block.b - ended[1] > _FREE:
            runs.append(0)
        runs[-1] += block.size
        ended = block.a + block.size, block.b + block.size
    words = sum(block.size for block in blocks)
    return _Order(carriers, words, sum(nlargest(2, runs)), len(blocks) - 1)


def _copied(own: Sequence[str], sources: Iterable[Sequence[str]]) -> frozenset[int]:
    size = min(RUN, len(own))  # a shorter sentence may be carried over whole
    runs = {
        tuple(forms[at : at + size]) for forms in sources for at in range(len(forms) - size + 1)
    }
    return frozenset(
        at + step
        for at in range(len(own) - size + 1)
        if tuple(own[at : at + size]) in runs
        for step in range(size)
    )
