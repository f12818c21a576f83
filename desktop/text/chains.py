"""Make links cohere: a chain walks along one text and remembers where it linked last.

Its state is the sentence of the other text it linked last. A step on to the same or the next
sentence is cheap, a leap dear, and a sentence that links to nothing leaves the state as it was.
Forward-backward sums over all walks (Rabiner 1989; for alignment Vogel, Ney and Tillmann 1996).
Because "no link" weighs 1, sums only grow, and a row touches no more than its candidates.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import exp, log
from typing import NamedTuple

Row = Mapping[int, float]  # position in the other text → weight of a link there; no link weighs 1


class Steps(NamedTuple):
    """Factors of a step from one link to the next (1 is free), by how far it goes."""

    same: float
    next: float
    second: float
    ahead: float
    back: float

    def among(self, length: int) -> "Steps":
        """Return the factors among `length` places: the more a leap could reach, the dearer."""
        share = min(1.0, 8.0 / max(length, 1))
        return self._replace(ahead=self.ahead * share, back=self.back * share)


def posteriors(rows: Sequence[Row], length: int, steps: Steps) -> list[dict[int, float]]:
    """Return for each row, in order, the probability of a link to each of its candidates.

    `rows` are the sentences of the text the chain walks along, `length` the number of sentences
    of the other text. The probabilities of a row sum to at most 1; the rest is "no link".
    Takes O(rows * (candidates + length)) time.
    """
    steps = steps.among(length)
    last = length - 1
    mirrored = [{last - at: weight for at, weight in row.items()} for row in reversed(rows)]
    before = list(_walk(rows, length, steps))
    after = list(_walk(mirrored, length, steps))
    whole = before.pop()[1]
    after.pop()
    return [
        {
            at: weight * arriving[at] * leaving[last - at] * exp(ahead + behind - whole)
            for at, weight in row.items()
        }
        for row, (arriving, ahead), (leaving, behind) in zip(
            rows, before, reversed(after), strict=True
        )
    ]


def _walk(
    rows: Sequence[Row], length: int, steps: Steps
) -> Iterator[tuple[dict[int, float], float]]:
    """Yield for each row the sum of all walks that could link next at each of its candidates.

    Each comes with the logarithm of its scale; a last one carries the sum of all walks as a scale.
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
            + steps.back * max(0.0, whole - until[at])
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
