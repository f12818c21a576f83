"""Measure how well a source sentence and a rewrite sentence fit: the cells of a pair.

Only cells that share something are looked at, and of long texts only the likeliest of each row
and column, so that cost grows with the length of the texts, not with its square.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

from desktop.text.profiles import Profile, Weights, profiles

_MOST = 12  # cells looked at of each row and of each column
_SPREAD = 60  # what stands in more rewrite sentences than this points to none of them

Cell = tuple[int, int]
"""Positions of a source sentence and of a rewrite sentence."""

FEATURES = (
    "bias",
    "words of the rewrite sentence",
    "words of the source sentence",
    "words",
    "kin of the rewrite sentence",
    "kin of the source sentence",
    "letters of the rewrite sentence",
    "letters of the source sentence",
    "letters of both",
    "both quote",
    "one quotes",
    "length of the rewrite sentence",
    "headlines",
    "headline in the body",
    "lead in the row",
    "lead in the column",
)
"""Names of what is measured of a cell, in the order of `cells`.

Words, kin and letters are shares 0..1 of summed weights, but "words" is the logarithm of the sum;
the leads say how far a cell stands above the best other cell of its sentence.
"""


def cells(source: Sequence[str], rewrite: Sequence[str]) -> dict[Cell, tuple[float, ...]]:
    """Return the cells worth a look with their FEATURES, by source sentence, then by rewrite."""
    upper, lower = profiles(source, rewrite)
    measured = {
        (above, below): _measures(upper[above], lower[below], above == 0, below < 2)
        for above, below in sorted(_worth(upper, lower))
    }
    likeness = {cell: (values[1] + values[6]) / 2 for cell, values in measured.items()}
    rows, columns = _best_two(likeness, 0), _best_two(likeness, 1)
    return {
        cell: (
            *values,
            likeness[cell] - _other(rows[cell[0]], likeness[cell]),
            likeness[cell] - _other(columns[cell[1]], likeness[cell]),
        )
        for cell, values in measured.items()
    }


def _measures(a: Profile, b: Profile, opens: bool, begins: bool) -> tuple[float, ...]:
    """Return all but the leads; `opens` and `begins` say where headlines and standfirsts stand."""
    words = _common(a.words, b.words)
    kin = _common(a.kin, b.kin)
    grams = _common(a.grams, b.grams)
    headline = opens and a.heading
    return (
        1.0,
        words / (b.bulk[0] + 1.0),
        words / (a.bulk[0] + 1.0),
        log(1.0 + words),
        kin / (b.bulk[1] + 1.0),
        kin / (a.bulk[1] + 1.0),
        grams / (b.bulk[2] + 1.0),
        grams / (a.bulk[2] + 1.0),
        grams / sqrt((a.bulk[2] + 1.0) * (b.bulk[2] + 1.0)),
        float(a.quoted and b.quoted),
        float(a.quoted != b.quoted),
        log(b.size + 1.0) - 2.5,
        float(headline and begins and b.heading),
        float(headline and not (begins and b.heading)),
    )


def _common(a: Weights, b: Weights) -> float:
    return sum(map(a.__getitem__, a.keys() & b.keys()))


def _best_two(likeness: Mapping[Cell, float], axis: int) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for cell, value in likeness.items():
        first, second = found[cell[axis]]
        if value > second:
            found[cell[axis]] = (value, first) if value > first else (first, value)
    return found


def _other(best: tuple[float, float], own: float) -> float:
    return best[1] if own >= best[0] else best[0]


def _worth(upper: Sequence[Profile], lower: Sequence[Profile]) -> set[Cell]:
    """Return the likeliest cells, at most _MOST for each sentence of either side."""
    where: dict[str, list[int]] = defaultdict(list)
    for below, profile in enumerate(lower):
        for item in (*profile.kin, *profile.grams):
            where[item].append(below)
    useful = {item: places for item, places in where.items() if len(places) <= _SPREAD}
    columns: dict[int, dict[int, float]] = defaultdict(dict)
    found: set[Cell] = set()
    for above, profile in enumerate(upper):
        row = _shared(profile, useful)
        found.update((above, below) for below in nlargest(_MOST, row, row.__getitem__))
        for below, score in row.items():
            columns[below][above] = score
    for below, column in columns.items():
        found.update((above, below) for above in nlargest(_MOST, column, column.__getitem__))
    return found


def _shared(profile: Profile, where: Mapping[str, Sequence[int]]) -> dict[int, float]:
    scores: dict[int, float] = defaultdict(float)
    for weights in (profile.kin, profile.grams):
        for item, weight in weights.items():
            for below in where.get(item, ()):
                scores[below] += weight
    return scores
