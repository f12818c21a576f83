"""Tell how alike two sentences look: by their runs of four letters, rare ones counting more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

from desktop.text.reading import Reading

_SIZE = 4
_MOST = 3  # source sentences looked at for each rewrite sentence, beside the linked ones
_COMMON = 0.03  # a word in more of the source's sentences points to none of them

Cell = tuple[int, int]
"""Positions of a source sentence and of a rewrite sentence."""


def likeness(
    source: Sequence[Reading],
    rewrite: Sequence[Reading],
    weights: Mapping[str, float],
    linked: Iterable[Cell],
) -> dict[Cell, float]:
    """Return the cosine, 0..1, of the likeliest cells and of the linked ones.

    `weights` are those of the content words, as `rarity` gives them; cells are chosen by them.
    """
    upper, lower = [_grams(r) for r in source], [_grams(r) for r in rewrite]
    known = Counter(gram for grams in (*upper, *lower) for gram in grams)
    total = len(upper) + len(lower)
    square = {gram: log(1.0 + total / count) ** 2 for gram, count in known.items()}
    length = [sqrt(sum(map(square.__getitem__, grams))) or 1.0 for grams in (*upper, *lower)]
    cells = {*_likeliest(source, rewrite, weights), *linked}
    return {
        (above, below): sum(map(square.__getitem__, upper[above] & lower[below]))
        / (length[above] * length[len(upper) + below])
        for above, below in sorted(cells)
    }


def _grams(reading: Reading) -> set[str]:
    line = f" {' '.join(reading.forms)} "
    return {line[at : at + _SIZE] for at in range(len(line) - _SIZE + 1)}


def _likeliest(
    source: Sequence[Reading], rewrite: Sequence[Reading], weights: Mapping[str, float]
) -> set[Cell]:
    where: dict[str, list[int]] = defaultdict(list)
    for at, reading in enumerate(source):
        for form in set(reading.forms):
            if form in weights:
                where[form].append(at)
    most = max(20, _COMMON * len(source))
    found = set()
    for below, reading in enumerate(rewrite):
        shared: dict[int, float] = defaultdict(float)
        for form in set(reading.forms):
            places = where.get(form, ())
            if len(places) <= most:
                for at in places:
                    shared[at] += weights[form] ** 2 / sqrt(len(source[at].forms))
        found |= {(at, below) for at in nlargest(_MOST, sorted(shared), key=shared.__getitem__)}
    return found
