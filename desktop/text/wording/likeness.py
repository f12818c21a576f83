"""Tell how alike two sentences look: by their runs of four letters, rare ones counting more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import chain
from math import fsum, log, sqrt

from desktop.text.wording.reading import Reading
from desktop.text.words import letter_runs

_MOST = 3  # source sentences looked at for each rewrite sentence, beside the linked ones
_COMMON = 0.03  # a word in more of the source's sentences points to none of them

Cell = tuple[int, int]
"""Positions of a source sentence and of a rewrite sentence."""


def likeness(
    source: Sequence[Reading],
    rewrite: Sequence[Reading],
    weights: Mapping[str, float],
    where: Mapping[str, Sequence[int]],
    linked: Iterable[Cell],
) -> dict[Cell, float]:
    """Return the cosine, 0..1, of the likeliest cells and of the linked ones.

    `weights` are those of the content words, as `rarity` gives them; cells are chosen by them.
    `where` tells in which source sentences a form stands.
    """
    upper, lower = [letter_runs(r.text) for r in source], [letter_runs(r.text) for r in rewrite]
    known = Counter(chain.from_iterable((*upper, *lower)))
    total = len(upper) + len(lower)
    worth = {count: log(1.0 + total / count) ** 2 for count in set(known.values())}
    square = {gram: worth[count] for gram, count in known.items()}
    length = [sqrt(fsum(map(square.__getitem__, grams))) or 1.0 for grams in (*upper, *lower)]
    cells = {*_likeliest(source, rewrite, weights, where), *linked}
    return {
        # Exact sums: a set has no fixed order.
        (above, below): fsum(map(square.__getitem__, upper[above].keys() & lower[below].keys()))
        / (length[above] * length[len(upper) + below])
        for above, below in sorted(cells)
    }


def _likeliest(
    source: Sequence[Reading],
    rewrite: Sequence[Reading],
    weights: Mapping[str, float],
    where: Mapping[str, Sequence[int]],
) -> set[Cell]:
    most = max(20, _COMMON * len(source))
    length = [sqrt(len(reading.forms)) for reading in source]
    found = set()
    for below, reading in enumerate(rewrite):
        shared: dict[int, float] = defaultdict(float)
        for form in dict.fromkeys(reading.forms):
            places = where.get(form, ()) if form in weights else ()
            if 0 < len(places) <= most:
                square = weights[form] ** 2
                for at in places:
                    shared[at] += square / length[at]
        found |= {(at, below) for at in nlargest(_MOST, sorted(shared), key=shared.__getitem__)}
    return found
