"""Tell how far a rewrite keeps the order of its source, before anything is linked."""

from bisect import bisect_right
from collections.abc import Mapping

from desktop.text.linking.cells import Cell

MIDDLING = 0.7
"""What `orderly` returns of news that has been told anew; stories told in turn have 0.9."""


def orderly(likeness: Mapping[Cell, float]) -> float:
    """Return the share, 0..1, of what is alike that stands in the source's order.

    Of every rewrite sentence its likeliest cell counts, by its likeness; the share is that of the
    heaviest chain among them that never goes back (Fredman 1975, with weights). 1 where nothing
    is alike: nothing speaks against order.
    """
    best: dict[int, tuple[float, int]] = {}
    for (above, below), value in likeness.items():
        best[below] = max((value, -above), best.get(below, (0.0, 0)))
    rows, sums = list[int](), list[float]()  # where chains end, and the heaviest one up to there
    for below in sorted(best):
        value, above = best[below][0], -best[below][1]
        at = bisect_right(rows, above)
        whole = value + (sums[at - 1] if at else 0.0)
        start = at - 1 if at and rows[at - 1] == above else at
        stop = at
        while stop < len(rows) and sums[stop] <= whole:
            stop += 1
        rows[start:stop], sums[start:stop] = [above], [whole]
    return sums[-1] / sum(value for value, _ in best.values()) if sums and sums[-1] else 1.0
