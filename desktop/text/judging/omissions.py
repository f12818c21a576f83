"""Tell which sentences of the source may be left out of the rewrite."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.text.judging.evidence import DRAWN, SURE, Evidence, Pair
from desktop.text.wording.reading import Reading
from desktop.text.wording.support import Vocabulary, forms_of

_LARGE = 100  # smaller numbers are ages, days, lines of buses
_QUOTED = 4  # words of a sentence in quotation marks; fewer may stand there by chance
_LEAD = 2  # the headline and the first sentence are hardly ever left out


class Absence(NamedTuple):
    """A source sentence that no rewrite sentence surely draws on.

    `alike` is the likeness, 0..1, to the likeliest rewrite sentence (`nearest`, -1 for none);
    `ahead` is how far it stands above the likeness of that sentence to any other source sentence,
    `added` the chance that that sentence is an addition. `link` is the score of the best link to
    what is likely an addition (0 for none). `gone` is the share, 0..1, of what it tells that stands
    nowhere in the rewrite; `numbers` says whether one of its numbers does, `sure` whether all links
    of the pair are sure, as those that a person made: then no link was missed. `position` goes
    from 0 to 1 through the article, which tells the least important last; `neighbours` is how many
    of the two sentences beside it are absent as well.
    """

    at: int
    reading: Reading
    nearest: int
    alike: float
    ahead: float
    added: float
    link: float
    gone: float
    numbers: bool
    sure: bool
    position: float
    neighbours: int

    def features(self) -> dict[str, float]:
        """Return the numbers the omission is judged by, as the model's weights call them."""
        return {
            "bias": 1.0,
            "alike": self.alike,
            "ahead": self.ahead,
            "added": self.added,
            "link": self.link,
            "gone": self.gone,
            "quoted": float(bool(self.reading.quoted)),
            "numbers": float(self.numbers),
            "lead": float(self.at < _LEAD),
            "sure": float(self.sure),
            "position": self.position,
            "neighbours": float(self.neighbours),
        }


def absences(pair: Pair, every: Sequence[Evidence], added: Sequence[float]) -> tuple[Absence, ...]:
    """Return every source sentence that no rewrite sentence surely draws on, in order.

    `every` has the evidence for each rewrite sentence, `added` the chance that it is an addition.
    """
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (above, below), value in pair.alike.items():
        rows[above].append((value, -below))
        columns[below].append((value, above))
    kept, weak = _drawn_on(pair, added)
    told = (b for b in columns if added[b] <= 0.5 and not pair.links.get(b))
    kept.update(max(columns[below], key=lambda cell: (cell[0], -cell[1]))[1] for below in told)
    kept.update(_told_by_number(pair), _quoted(every))
    absent = set(range(len(pair.source))) - kept
    words = Vocabulary(forms_of(pair.rewrite))
    numbers = {number.value for reading in pair.rewrite for number in reading.numbers}
    sure = all(score >= SURE for scores in pair.links.values() for score in scores.values())
    found = []
    for at in sorted(absent):
        reading = pair.source[at]
        alike, below = max(rows[at], default=(0.0, 1))
        others = (value for value, above in columns[-below] if above != at)
        found.append(
            Absence(
                at,
                reading,
                nearest=-below,
                alike=alike,
                ahead=alike - max(others, default=0.0) if below <= 0 else 0.0,
                added=added[-below] if below <= 0 else 1.0,
                link=weak.get(at, 0.0),
                gone=_gone(reading, words, pair.weights),
                numbers=any(number.value in numbers for number in reading.numbers),
                sure=sure,
                position=at / max(len(pair.source) - 1, 1),
                neighbours=len(absent.intersection((at - 1, at + 1))),
            )
        )
    return tuple(found)


def _drawn_on(pair: Pair, added: Sequence[float]) -> tuple[set[int], dict[int, float]]:
    """Return the source sentences surely drawn on, and the best link of all that are weakly."""
    kept, weak = set[int](), dict[int, float]()
    for below, found in pair.links.items():
        for above, score in found.items():
            if score < DRAWN and added[below] > 0.5:
                weak[above] = max(score, weak.get(above, 0.0))
            else:
                kept.add(above)
    return kept, weak


def _quoted(every: Sequence[Evidence]) -> Iterator[int]:
    """Yield the source sentences that quotations are from."""
    for trace in (trace for evidence in every for trace in evidence.found):
        if trace.source is not None and len(trace.used) >= _QUOTED:
            yield trace.source
        if trace.other is not None:
            yield trace.other


def _told_by_number(pair: Pair) -> Iterator[int]:
    """Yield the source sentences that have a large number which stands once in either text.

    Where two sentences were joined, nothing else may be left of one of them.
    """
    above, below = _where(pair.source), _where(pair.rewrite)
    for value in above.keys() & below.keys():
        if len(above[value]) == len(below[value]) == 1:
            yield from above[value]


def _where(every: Sequence[Reading]) -> dict[float, set[int]]:
    """Return, by value, the sentences a large number stands in; years stand anywhere."""
    places: dict[float, set[int]] = defaultdict(set)
    for at, reading in enumerate(every):
        for number in reading.numbers:
            if number.value >= _LARGE and not number.is_year:
                places[number.value].add(at)
    return places


def _gone(reading: Reading, words: Vocabulary, weights: Mapping[str, float]) -> float:
    telling = [form for form in reading.forms if form in weights]
    whole = sum(weights[form] for form in telling)
    return sum(weights[form] for form in telling if form not in words) / whole if whole else 0.0
