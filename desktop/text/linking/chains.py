"""Make links cohere: a chain walks along one text and remembers where it linked last.

Each sentence has one main link or none; the chain's state is the last main link. A step on to
the same or the next sentence of the other text is cheap, a leap dear, and a sentence without a
link leaves the state as it was. Forward-backward sums over all walks (Rabiner 1989; for alignment
Vogel, Ney and Tillmann 1996). Beside its main link a sentence may have others, wherever they
stand: a headline draws on the whole story. Because "no link" weighs 1, sums only grow, and a row
touches no more than its candidates.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import exp, log
from typing import NamedTuple

_FAR = 8.0  # places up to which a leap costs the same
_FAINT = 0.01  # a main link less likely than this brings no others


class Steps(NamedTuple):
    """Factors of a step from one main link to the next; the first link of all has 1."""

    same: float
    next: float
    second: float
    ahead: float
    back: float

    def among(self, length: int) -> "Steps":
        """Return the factors among `length` places: the more a leap could reach, the dearer."""
        share = min(1.0, _FAR / max(length, 1))
        return self._replace(ahead=self.ahead * share, back=self.back * share)

    def where(self, order: float, slopes: "Steps") -> "Steps":
        """Return the factors where the texts keep more of one order, by the logarithms' slopes."""
        return Steps(*(step * exp(slope * order) for step, slope in zip(self, slopes, strict=True)))


class Beside(NamedTuple):
    """Log-odds of a further link beside the main one: `slope` times its fit, and by distance."""

    slope: float
    next: float
    second: float
    far: float


class Fit(NamedTuple):
    """How well a sentence fits one of the other text; both are logarithms, 0 is undecided."""

    main: float
    beside: float


Row = Mapping[int, Fit]  # positions in the other text
Chances = dict[int, float]  # the probability of a link to each of them


def chances(rows: Sequence[Row], length: int, steps: Steps, beside: Beside) -> list[Chances]:
    """Return for each row the probability, 0..1, of a link to each of its candidates.

    `rows` are the sentences of the text the chain walks along, in order; `length` is the number
    of sentences of the other text. Takes O(rows * (candidates + length)) time.
    """
    weights = [{at: exp(fit.main) for at, fit in row.items()} for row in rows]
    mains = _mains(weights, length, steps.among(length))
    return [_with_others(row, main, beside) for row, main in zip(rows, mains, strict=True)]


def _mains(
    rows: Sequence[Mapping[int, float]], length: int, steps: Steps
) -> Iterator[Mapping[int, float]]:
    """Yield for each row the probability that each candidate is its main link."""
    last = length - 1
    turned = [{last - at: weight for at, weight in row.items()} for row in reversed(rows)]
    before = list(_walk(rows, length, steps))
    after = list(_walk(turned, length, steps))
    _, whole = before.pop()
    after.pop()
    for row, (arriving, ahead), (leaving, behind) in zip(
        rows, before, reversed(after), strict=True
    ):
        scale = exp(ahead + behind - whole)
        yield {at: row[at] * sum_ * leaving[last - at] * scale for at, sum_ in arriving.items()}


def _walk(
    rows: Sequence[Mapping[int, float]], length: int, steps: Steps
) -> Iterator[tuple[dict[int, float], float]]:
    """Yield for each row the sum of all walks that could link next at each of its candidates.

    Each comes with the logarithm of its scale; a last one carries the sum of all walks as that.
    """
    sums = [0.0] * (length + 3)  # walks by their last link; three places that stay empty
    unlinked, scale = 1.0, 0.0  # the walk without any link yet
    for row in rows:
        until = list(accumulate(sums))
        whole = until[-1]
        arriving = {
            at: unlinked
            + steps.same * sums[at]
            + steps.next * sums[at - 1]
            + steps.second * sums[at - 2]
            + steps.ahead * (until[at - 3] if at > 2 else 0.0)
            + steps.back * (whole - until[at])
            for at in row
        }
        yield arriving, scale
        for at, weight in row.items():
            sums[at] += weight * arriving[at]
        if whole > 1e60:
            sums = [value / whole for value in sums]
            unlinked /= whole
            scale += log(whole)
    yield {}, scale + log(unlinked + sum(sums))


def _with_others(row: Row, main: Mapping[int, float], beside: Beside) -> Chances:
    """Return the probability of each link of a row, be it the main one or beside it."""
    found = dict(main)
    for centre, chance in main.items():
        if chance < _FAINT:
            continue
        for at, fit in row.items():
            if at != centre:
                odds = fit.beside + beside[min(abs(at - centre), 3)]
                found[at] += chance / (1.0 + exp(-odds))
    return found
