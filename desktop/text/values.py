"""What the engine says of two articles: values that need nothing of the engine itself."""

from typing import NamedTuple

from desktop.text.codebook import Flag, Kind, Side, Subkind


class Link(NamedTuple):
    """These rewrite sentences draw on these source sentences (m:n).

    Numbers are positions in the sequences given to `align`, ascending; `score` is 0..1;
    `reason` is a sentence for a person and names no sentence numbers.
    """

    source: tuple[int, ...]
    rewrite: tuple[int, ...]
    score: float
    reason: str


class Suggestion(NamedTuple):
    """What the engine would tag; never a tag until a person accepts it.

    `sentence` is the position in the side's sequence; `score` is 0..1 and calibrated: of the
    suggestions scored 0.8, four in five are right. `changes` is how the reason begins: what stands
    otherwise than in the source, for each flag.
    """

    side: Side
    sentence: int
    kind: Kind
    subkind: Subkind | None
    flags: tuple[Flag, ...]
    score: float
    reason: str
    changes: str = ""
