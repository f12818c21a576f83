"""Find which rewrite sentences draw on which source sentences."""

from collections.abc import Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """These rewrite sentences draw on these source sentences (m:n).

    Numbers are positions in the sequences given to `align`, ascending; `score` is 0..1;
    `reason` is a sentence for a person and names no sentence numbers.
    """

    source: tuple[int, ...]
    rewrite: tuple[int, ...]
    score: float
    reason: str


def align(
    source: Sequence[str], rewrite: Sequence[str], fixed: Sequence[Link] = ()
) -> tuple[Link, ...]:
    """Return the links between two lists of sentences (or of paragraphs), in rewrite order.

    Links need not follow the order of the texts; a sentence in no link is an omission or an
    addition. `fixed` are links a person made or confirmed: they come out unchanged, and what is
    proposed beside them does not contradict them. The same input gives the same links.
    """
    raise NotImplementedError
