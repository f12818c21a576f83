"""Tell which sentences of the source are left out of the rewrite."""

from collections import defaultdict
from typing import NamedTuple

from desktop.text.evidence import Pair

_LEAD = 2  # the headline and the first sentence are hardly ever left out


class Absence(NamedTuple):
    """A source sentence without a link, and what speaks against its being left out.

    `alike` is the likeness, 0..1, to the likeliest rewrite sentence, which is `nearest` (-1 for
    none); `ahead` is how far it stands above the likeness of that sentence to any other source
    sentence.
    """

    at: int
    nearest: int
    alike: float
    ahead: float

    def features(self) -> dict[str, float]:
        """Return the numbers the omission is judged by, as the model's weights call them."""
        return {
            "bias": 1.0,
            "alike": self.alike,
            "ahead": self.ahead,
            "lead": float(self.at < _LEAD),
        }


def absences(pair: Pair) -> tuple[Absence, ...]:
    """Return every source sentence that no rewrite sentence is linked to, in order."""
    kept = {above for found in pair.links.values() for above in found}
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (above, below), value in pair.alike.items():
        rows[above].append((value, -below))
        columns[below].append((value, above))
    found = []
    for at in range(len(pair.source)):
        if at not in kept:
            alike, below = max(rows[at], default=(0.0, 1))
            others = (value for value, above in columns[-below] if above != at)
            ahead = alike - max(others, default=0.0) if below <= 0 else 0.0
            found.append(Absence(at, -below, alike, ahead))
    return tuple(found)
