"""Propose a tag for every sentence, with a reason."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.align import Link
from desktop.text.codebook import Flag, Kind, Role, Side, Subkind


class Suggestion(NamedTuple):
    """What the engine would tag; never a tag until a person accepts it.

    `sentence` is the position in the side's sequence; `score` is 0..1 and calibrated: of the
    suggestions scored 0.8, four in five are right.
    """

    side: Side
    sentence: int
    kind: Kind
    subkind: Subkind | None
    flags: tuple[Flag, ...]
    score: float
    reason: str


def suggest(
    source: Sequence[str],
    rewrite: Sequence[str],
    links: Sequence[Link],
    *,
    roles: tuple[Sequence[Role], Sequence[Role]] | None = None,
    numbers: Sequence[int] | None = None,
) -> tuple[Suggestion, ...]:
    """Return at most one suggestion for each sentence, rewrite first, each side in order.

    `roles` are those of the source's and the rewrite's sentences (body where not given); only
    those of TAGGED_ROLES get suggestions. `numbers` are what the reasons call the source
    sentences (1, 2, … where not given).
    """
    raise NotImplementedError
