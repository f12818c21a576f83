"""Tell which sentences of the source are left out of the rewrite."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from desktop.text.evidence import Pair
from desktop.text.reading import Reading
from desktop.text.support import Vocabulary, forms_of

_SURE = 0.9995
_LEAD = 2  # the headline and the first sentence are hardly ever left out


class Absence(NamedTuple):
    """A source sentence without a link, and what speaks against its being left out.

    `alike` is the likeness, 0..1, to the likeliest rewrite sentence, which is `nearest` (-1 for
    none); `ahead` is how far it stands above the likeness of that sentence to any other source
    sentence. `gone` is the share, 0..1, of what it tells that stands nowhere in the rewrite;
    `numbers` says whether one of its numbers does, `sure` whether all links of the pair are sure,
    as those that a person made: then no link was missed.
    """

    at: int
    reading: Reading
    nearest: int
    alike: float
    ahead: float
    gone: float
    numbers: bool
    sure: bool

    def features(self) -> dict[str, float]:
        """Return the numbers the omission is judged by, as the model's weights call them."""
        return {
            "bias": 1.0,
            "alike": self.alike,
            "ahead": self.ahead,
            "gone": self.gone,
            "quoted": float(bool(self.reading.quoted)),
            "numbers": float(self.numbers),
            "lead": float(self.at < _LEAD),
            "sure": float(self.sure),
        }


def absences(pair: Pair) -> tuple[Absence, ...]:
    """Return every source sentence that no rewrite sentence is linked to, in order."""
    kept = {above for found in pair.links.values() for above in found}
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (above, below), value in pair.alike.items():
        rows[above].append((value, -below))
        columns[below].append((value, above))
    words = Vocabulary(forms_of(pair.rewrite))
    numbers = {number.value for reading in pair.rewrite for number in reading.numbers}
    sure = all(score >= _SURE for scores in pair.links.values() for score in scores.values())
    found = []
    for at, reading in enumerate(pair.source):
        if at not in kept:
            alike, below = max(rows[at], default=(0.0, 1))
            others = (value for value, above in columns[-below] if above != at)
            ahead = alike - max(others, default=0.0) if below <= 0 else 0.0
            told = any(number.value in numbers for number in reading.numbers)
            gone = _gone(reading, words, pair.weights)
            found.append(Absence(at, reading, -below, alike, ahead, gone, told, sure))
    return tuple(found)


def _gone(reading: Reading, words: Vocabulary, weights: Mapping[str, float]) -> float:
    telling = [form for form in reading.forms if form in weights]
    whole = sum(weights[form] for form in telling)
    return sum(weights[form] for form in telling if form not in words) / whole if whole else 0.0
