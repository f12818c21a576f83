"""Measure how far source sentences say what a rewrite sentence says."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from desktop.text.lexicon import Lexicon
from desktop.text.matching import similar
from desktop.text.reading import Reading

RUN = 3
"""Words in a row that count as copied: shorter runs are shared by chance."""


class Support(NamedTuple):
    """How far some source sentences carry one rewrite sentence.

    `share` is the weight of its content words that they have (0..1), `missing` the positions of
    those they have not. `best` is the source sentence with most words in the same order, `order`
    their number, `copied` the words in runs of at least RUN words of any of the sentences.
    """

    share: float
    missing: tuple[int, ...]
    best: int
    order: int
    copied: frozenset[int]


def rarity(sides: Sequence[Sequence[Reading]], lists: Lexicon) -> dict[str, float]:
    """Return the weight of every content word of a pair: the rarer, the more it tells."""
    every = [reading for side in sides for reading in side]
    counts = Counter(form for reading in every for form in set(reading.forms))
    return {
        form: log(1.0 + len(every) / count) for form, count in counts.items() if lists.content(form)
    }


def support(
    reading: Reading, sources: Mapping[int, Reading], weights: Mapping[str, float]
) -> Support:
    """Measure what `sources`, by their position, have of the words of `reading`."""
    forms = reading.forms
    known = {form for source in sources.values() for form in source.forms}
    telling = [at for at, form in enumerate(forms) if form in weights]
    missing = tuple(at for at in telling if not _known(forms[at], known))
    whole = sum(weights[forms[at]] for at in telling)
    lost = sum(weights[forms[at]] for at in missing)
    orders = {at: LCSseq.similarity(source.forms, forms) for at, source in sources.items()}
    best = min(orders, key=lambda at: (-orders[at], at), default=-1)
    return Support(
        1.0 - lost / whole if whole else 0.0, missing, best, orders.get(best, 0),
        _copied(forms, [source.forms for source in sources.values()]),
    )  # fmt: skip


def _copied(forms: Sequence[str], sources: Sequence[Sequence[str]]) -> frozenset[int]:
    runs = {
        tuple(source[at : at + RUN]) for source in sources for at in range(len(source) - RUN + 1)
    }
    return frozenset(
        at + step
        for at in range(len(forms) - RUN + 1)
        if tuple(forms[at : at + RUN]) in runs
        for step in range(RUN)
    )


def _known(form: str, known: set[str]) -> bool:
    return form in known or any(similar(form, other) for other in known)
