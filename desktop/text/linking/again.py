"""Look again at the links that are in doubt, now that their surroundings are known.

The chains weigh one main link of a sentence against another; they do not see that a third
sentence has claimed the same words, nor that many weak signs together make a strong one. A small
network (one hidden layer: Bishop 2006, chapter 5) does, after Wolpert's stacked generalisation
(1992): it is taught with what the chains have found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, tanh
from operator import mul, sub, truediv
from typing import Any, NamedTuple

from desktop.text.linking.cells import FEATURES, MEANINGS, Cell

SURE = (-2.5, 2.5)
"""Log-odds at which the chains are believed: not linked, linked. Between them is doubt."""

MOST = 3.0
"""Standard deviations a measure may be from its mean: beyond, nothing has been learned."""

_FAR = 2  # sentences away from a cell: further ones are no neighbours but rivals

LAID_DOWN = {"bias", "headlines", "headline in the body", "names alone", "facts", "verbatim"}
"""FEATURES whose weights are set by hand, after the codebook: they count in the fit, and fables
do not teach anything else of them."""

_DECIDED = tuple(map(FEATURES.index, ("headlines", "headline in the body", "names alone")))
_LEARNED = tuple(at for at, name in enumerate(FEATURES) if name not in LAID_DOWN)

MEASURES = (
    "odds",
    "odds along the source",
    "odds along the rewrite",
    "fit",
    "order",
    "trust",
    "before in both",
    "after in both",
    "before in the source",
    "after in the source",
    "before in the rewrite",
    "after in the rewrite",
    "shortly before",
    "shortly after",
    "crossing",
    "best other of the source sentence",
    "all others of the source sentence",
    "best far other of the source sentence",
    "best other of the rewrite sentence",
    "all others of the rewrite sentence",
    "best far other of the rewrite sentence",
    "source sentence before",
    "source sentence after",
    "rewrite sentence before",
    "rewrite sentence after",
    *(FEATURES[at] for at in _LEARNED),
)
"""What is looked at, in order: the chains' log-odds of the cell and what they come from; the
chances, 0..1, of the cells beside it; those of the other cells of its two sentences; whether the
sentences around are linked at all; and what the two have in common."""


class First(NamedTuple):
    """What the chains found of one cell: log-odds, those of either chain, and its fit."""

    odds: float
    down: float
    up: float
    fit: float


class Network(NamedTuple):
    """The constants of the second look: each row has its bias first, then one weight of MEASURES.

    Measures are taken in `scales` (standard deviations) from their `means`.
    """

    means: tuple[float, ...]
    scales: tuple[float, ...]
    straight: tuple[float, ...]
    units: tuple[tuple[float, ...], ...]
    strengths: tuple[float, ...]  # of the units

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "Network":
        """Return the constants of a file; ValueError where they are of other MEASURES.

        After these it may have MEANINGS.
        """
        if tuple(found["measures"]) not in (MEASURES, (*MEASURES, *MEANINGS)):
            raise ValueError("the second look was taught with other measures")
        return cls(
            tuple(found["means"]),
            tuple(found["scales"]),
            tuple(found["straight"]),
            tuple(map(tuple, found["units"])),
            tuple(found["strengths"]),
        )

    def odds(self, measures: Sequence[float]) -> float:
        """Return the log-odds that a cell with these MEASURES is a link."""
        row = [1.0, *self.scaled(measures)]
        bent = (tanh(product(unit, row)) for unit in self.units)
        return product(self.straight, row) + product(self.strengths, bent)

    def scaled(self, measures: Sequence[float]) -> list[float]:
        """Return measures in standard deviations from their means, none over MOST."""
        far = map(truediv, map(sub, measures, self.means), self.scales)
        return [-MOST if value < -MOST else min(value, MOST) for value in far]


def product(one: Iterable[float], other: Iterable[float]) -> float:
    """Return the sum of the products of two rows (math.sumprod, from Python 3.12 on)."""
    return float(sum(map(mul, one, other)))  # float.__mul__ takes twice the time


class FirstLook(NamedTuple):
    """What the chains found of a pair.

    `found` has links a person made as well, which are sure; they have no `features`.
    """

    found: Mapping[Cell, First]
    features: Mapping[Cell, Sequence[float]]
    order: float  # see `orderly`
    trust: float  # the share of the chain along the source in the log-odds


def looked_again(
    look: FirstLook, network: Network, alone: FirstLook | None = None
) -> dict[Cell, float]:
    """Return the log-odds of all cells with features, those in doubt by `network`.

    Beside a link that a person made they are never lower than the chains have them, nor than they
    had them `alone`, without any such link: what is sure draws its neighbours along.
    """
    beside = {
        (above + down, below + right)
        for above, below in look.found.keys() - look.features.keys()
        for down in (-1, 0, 1)
        for right in (-1, 0, 1)
    }
    odds = {cell: look.found[cell].odds for cell in look.features}
    for cell, measures in doubtful(look):
        again = network.odds(measures)
        odds[cell] = max(again, odds[cell]) if cell in beside else again
    if alone:
        for cell in beside & odds.keys():
            odds[cell] = max(odds[cell], alone.found[cell].odds)
    return odds


def doubtful(look: FirstLook) -> Iterator[tuple[Cell, tuple[float, ...]]]:
    """Yield the MEASURES of each cell the chains leave in doubt, and MEANINGS where it has them.

    Not where the codebook has decided: headline links to headline, body to body, and a name alone
    makes no link, though in fables, where "the Fox" is half of a sentence, it often does.
    """
    around = _Around({cell: 1.0 / (1.0 + exp(-first.odds)) for cell, first in look.found.items()})
    least, most = SURE
    for cell, shared in look.features.items():
        first = look.found[cell]
        decided = any(shared[at] for at in _DECIDED)
        if least < first.odds < most and not decided:
            learned = (*(shared[at] for at in _LEARNED), *shared[len(FEATURES) :])
            yield cell, (*first, look.order, look.trust, *around.of(*cell), *learned)


class _Around:
    """The chances of all cells of a pair, by either of their sentences."""

    def __init__(self, chances: Mapping[Cell, float]) -> None:
        self._chances = chances
        self._rows: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._columns: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (above, below), chance in chances.items():
            self._rows[above].append((below, chance))
            self._columns[below].append((above, chance))
        self._best_rows = {at: max(chance for _, chance in row) for at, row in self._rows.items()}
        self._best_columns = {
            at: max(chance for _, chance in column) for at, column in self._columns.items()
        }

    def of(self, above: int, below: int) -> tuple[float, ...]:
        """Return what surrounds a cell, in the order of MEASURES."""
        rows, columns = self._best_rows, self._best_columns
        return (
            *self._beside(above, below),
            *_others(self._rows[above], below),
            *_others(self._columns[below], above),
            rows.get(above - 1, 0.0),
            rows.get(above + 1, 0.0),
            columns.get(below - 1, 0.0),
            columns.get(below + 1, 0.0),
        )

    def _beside(self, above: int, below: int) -> tuple[float, ...]:
        chance = self._chances.get

        def at(down: int, right: int) -> float:
            return chance((above + down, below + right), 0.0)

        return (
            at(-1, -1),
            at(1, 1),
            at(-1, 0),
            at(1, 0),
            at(0, -1),
            at(0, 1),
            at(-2, -1) + at(-1, -2),
            at(2, 1) + at(1, 2),
            at(-1, 1) + at(1, -1),
        )


def _others(line: Sequence[tuple[int, float]], own: int) -> tuple[float, float, float]:
    """Return the best chance in a line but that at `own`, their sum, and the best far one."""
    best = far = total = 0.0
    for at, chance in line:
        if at != own:
            total += chance
            best = max(best, chance)
            if abs(at - own) > _FAR:
                far = max(far, chance)
    return best, total, far
