"""Measure how well a source sentence and a rewrite sentence fit: the cells of a pair.

Only cells that share something are looked at, and of long texts only the likeliest of each row
and column, so that cost grows with the length of the texts, not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import heappop, heappush
from math import fsum, log, sqrt
from typing import NamedTuple

from desktop.text.linking.meanings import Nearness
from desktop.text.linking.profiles import Profile, Weights, profiles

_ALMOST = 0.7  # of shared words: the rest are small words, or a title
_SHORTEST = 1.5  # logarithm: a fifth as long
_MOST = 6  # cells looked at of each row and of each column
_MOSTLY = 0.75  # see "retold"

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
    "facts",
    "names",
    "names alone",
    "both quote",
    "one quotes",
    "length of the rewrite sentence",
    "headlines",
    "headline in the body",
    "lead in the row",
    "lead in the column",
    "pieces",
    "verbatim",
    "retold",
)
"""Names of what is measured of a cell, in the order of `cells`.

Words, kin and letters are shares 0..1 of summed weights, but "words" is the logarithm of the sum
and "facts" the sum itself; "names" is the share names have of it, and "names alone" says whether
they have nearly all. The leads say how far a cell stands above the best other cell of its sentence.
"pieces" is the same for all cells of a pair: the logarithm of how many times longer the source's
sentences are, which are then told in several. "verbatim" says whether five words of a quotation,
or a whole sentence without one, stand in the other in a row, however common they are. "retold" is
the same for all cells of a pair as well, 0..1: how unlike any source sentence the rewrite is, where
three quarters of its sentences are no more like one.
"""

MEANINGS = (
    "meaning",
    "meaning in the row",
    "meaning in the column",
    "retold meaning",
    "retold meaning in the row",
    "retold meaning in the column",
)
"""Names of what follows FEATURES where meanings are compared: what `Nearness` tells of a cell, and
the same times "retold", because meanings count for more where words tell little. A cell that is
looked at for its meaning alone counts no kin and no letters."""

_WORDS = FEATURES.index("words of the rewrite sentence")
_LETTERS = FEATURES.index("letters of the rewrite sentence")
_IN_BODY = FEATURES.index("headline in the body")


class _Shared(NamedTuple):
    """What two sentences have in common, as summed weights."""

    kin: float
    grams: float


def cells(
    source: Sequence[str], rewrite: Sequence[str], near: Nearness | None = None
) -> dict[Cell, tuple[float, ...]]:
    """Return the cells worth a look with their FEATURES, by source sentence, then by rewrite.

    With `near`, which knows the meanings of both texts, they have MEANINGS as well.
    """
    upper, lower = profiles(source, rewrite)
    worth = _worth(upper, lower)
    if near:
        worth = dict.fromkeys(near.nearest(), _Shared(0.0, 0.0)) | worth
    measured = {
        cell: _measures(cell, shared, upper[cell[0]], lower[cell[1]])
        for cell, shared in sorted(worth.items())
    }
    likeness = {cell: likeness_of(values) for cell, values in measured.items()}
    rows, columns = _best_two(likeness, 0), _best_two(likeness, 1)
    pieces = _pieces(upper, lower)
    retold = _retold([columns[below][0] for below in range(len(lower))])
    return {
        cell: (
            *values,
            likeness[cell] - _other(rows[cell[0]], likeness[cell]),
            likeness[cell] - _other(columns[cell[1]], likeness[cell]),
            pieces,
            float(not values[_IN_BODY] and _verbatim(upper[cell[0]], lower[cell[1]])),
            retold,
            *(_meanings(near.of(cell), retold) if near else ()),
        )
        for cell, values in measured.items()
    }


def likeness_of(values: Sequence[float]) -> float:
    """Return how alike the sentences of a cell are, 0..1: the mean share of words and letters."""
    return (values[_WORDS] + values[_LETTERS]) / 2


def _measures(cell: Cell, shared: _Shared, a: Profile, b: Profile) -> tuple[float, ...]:
    """Return what a cell tells by itself; the headline of a rewrite may be two lines."""
    both = a.words.keys() & b.words.keys()
    named = both & a.names & b.names
    words, names = _sum(a.words, both), _sum(a.words, named)
    proper = _sum(a.words, named & a.proper & b.proper)
    facts = _sum(a.facts, a.facts.keys() & b.facts.keys())
    headline = cell[0] == 0 and a.heading
    as_well = cell[1] < 2 and b.heading
    return (
        1.0,
        words / (b.words_bulk + 1.0),
        words / (a.words_bulk + 1.0),
        log(1.0 + words),
        shared.kin / (b.kin_bulk + 1.0),
        shared.kin / (a.kin_bulk + 1.0),
        shared.grams / (b.grams_bulk + 1.0),
        shared.grams / (a.grams_bulk + 1.0),
        shared.grams / sqrt((a.grams_bulk + 1.0) * (b.grams_bulk + 1.0)),
        facts,
        names / (words + 1.0),
        float(proper > _ALMOST * words and not facts),
        float(a.quoted and b.quoted),
        float(a.quoted != b.quoted),
        log(b.size + 1.0) - 2.5,
        float(headline and as_well),
        float(headline and not as_well),
    )


def _verbatim(a: Profile, b: Profile) -> bool:
    return any(part in b.line for part in a.parts) or any(part in a.line for part in b.parts)


def _pieces(upper: Sequence[Profile], lower: Sequence[Profile]) -> float:
    """Return by how much the sentences of the source are longer on average, 0.._SHORTEST."""
    above, below = (
        (1.0 + sum(profile.size for profile in side)) / (1.0 + len(side)) for side in (upper, lower)
    )
    return max(0.0, min(_SHORTEST, log(above / below)))


def _retold(best: Sequence[float]) -> float:
    """Return "retold" of FEATURES, given how like its best match each rewrite sentence is."""
    return 1.0 - sorted(best)[int(_MOSTLY * len(best))] if best else 0.0


def _meanings(near: tuple[float, float, float], retold: float) -> tuple[float, ...]:
    return (*near, *(retold * value for value in near))


def _best_two(likeness: Mapping[Cell, float], axis: int) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for cell, value in likeness.items():
        first, second = found[cell[axis]]
        if value > second:
            found[cell[axis]] = (value, first) if value > first else (first, value)
    return found


def _other(best: tuple[float, float], own: float) -> float:
    return best[1] if own >= best[0] else best[0]


def _worth(upper: Sequence[Profile], lower: Sequence[Profile]) -> dict[Cell, _Shared]:
    """Return the likeliest cells, at most _MOST for each sentence of either side."""
    kin_index, gram_index = _index(p.kin for p in lower), _index(p.grams for p in lower)
    columns: list[list[tuple[float, Cell, _Shared]]] = [[] for _ in lower]
    bars = [0.0] * len(lower)  # what a cell must pass to be among the likeliest of its column
    found: dict[Cell, _Shared] = {}
    for above, profile in enumerate(upper):
        kin, grams = _sums(profile.kin, kin_index), _sums(profile.grams, gram_index)
        score = grams.copy()
        for below, value in kin.items():
            score[below] = value + score.get(below, 0.0)
        best = sorted(score.values(), reverse=True)[:_MOST]
        bar = best[-1] if len(best) == _MOST else 0.0
        for below in [at for at, value in score.items() if value >= bar or value > bars[at]]:
            shared = _Shared(kin.get(below, 0.0), grams.get(below, 0.0))
            if score[below] >= bar:
                found[above, below] = shared
            column = columns[below]
            heappush(column, (score[below], (above, below), shared))
            if len(column) > _MOST:
                heappop(column)
                bars[below] = column[0][0]
    found.update((cell, shared) for column in columns for _, cell, shared in column)
    return found


def _index(lower: Iterable[Weights]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for below, weights in enumerate(lower):
        for item in weights:
            found[item].append(below)
    return found


def _sum(weights: Weights, items: Set[str]) -> float:
    return fsum(map(weights.__getitem__, items)) if items else 0.0  # exact: a set has no order


def _sums(weights: Weights, index: Mapping[str, Sequence[int]]) -> dict[int, float]:
    sums: dict[int, float] = {}
    so_far = sums.get  # quicker than a defaultdict
    for item, weight in weights.items():
        for below in index[item]:
            sums[below] = so_far(below, 0.0) + weight
    return sums
